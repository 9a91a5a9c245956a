//! The walls of `src/`: each part uses what its row of the table in `ARCHITECTURE.md` allows, and no
//! files use each other in a circle. Tests may use what they like.

mod imports;

use imports::{Arrows, arrows};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// A row of the table.
#[derive(Debug, PartialEq)]
struct Row {
    /// Files and folders below `src/`, without `.rs`.
    parts: Vec<String>,
    may_use: Vec<String>,
}

/// Reads the table under "## Walls": in each row's first cell, parts in backticks; in its second,
/// those that it may use.
fn table(document: &str) -> Vec<Row> {
    let section = document.split("\n## Walls\n").nth(1).unwrap_or_default();
    let section = section.split("\n## ").next().unwrap_or_default();
    let names = |cell: &str| -> Vec<String> {
        let pieces = cell.split('`').skip(1).step_by(2);
        pieces
            .map(|name| name.trim_end_matches('/').to_owned())
            .collect()
    };
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    let rows = rows.map(|line| {
        let mut cells = line.trim_matches('|').split('|');
        Row {
            parts: names(cells.next().unwrap_or_default()),
            may_use: names(cells.next().unwrap_or_default()),
        }
    });
    rows.collect()
}

/// Whether a file is, or lies in, a part.
fn lies_in(file: &str, part: &str) -> bool {
    let rest = file.strip_prefix(part);
    rest.is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
}

/// The row that a file belongs to: the one that names it most closely.
fn row_of(table: &[Row], file: &str) -> Option<usize> {
    let rows = table.iter().enumerate();
    let named = rows.flat_map(|(row, it)| it.parts.iter().map(move |part| (row, part)));
    let mine = named.filter(|(_, part)| lies_in(file, part));
    mine.max_by_key(|(_, part)| part.len()).map(|(row, _)| row)
}

/// What is wrong with the arrows by the table, a line each.
fn broken_walls(table: &[Row], files: &BTreeMap<String, String>, arrows: &Arrows) -> Vec<String> {
    let mut broken = Vec::new();
    for file in files.keys().filter(|file| row_of(table, file).is_none()) {
        broken.push(format!("src/{file} stands in no row of the table"));
    }
    let parts: BTreeSet<&String> = table.iter().flat_map(|row| &row.parts).collect();
    for name in table.iter().flat_map(|row| &row.may_use) {
        if !parts.contains(name) {
            broken.push(format!(
                "the table lets somebody use `{name}`, which is no part"
            ));
        }
    }
    for ((from, to), paths) in arrows {
        let (Some(user), Some(used)) = (row_of(table, from), row_of(table, to)) else {
            continue;
        };
        let [user, used] = [user, used].map(|row| &table[row]);
        let allowed = used.parts.iter().any(|part| user.may_use.contains(part));
        if user != used && !allowed {
            broken.push(format!(
                "src/{from} uses src/{to} ({}), and `{}` may not use `{}`",
                paths.iter().cloned().collect::<Vec<_>>().join(", "),
                user.parts[0],
                used.parts[0],
            ));
        }
    }
    broken
}

/// The files that use each other in a circle, with their arrows, in words. A submodule that uses its parent makes none: it is a part of
/// it, and sees its private names.
fn circles(arrows: &Arrows) -> Vec<String> {
    let mut next: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let is_part_of = |file: &str, other: &str| {
        let folder = other.trim_end_matches(".rs").trim_end_matches("/mod");
        lies_in(file, folder)
    };
    let counted = || {
        arrows
            .iter()
            .filter(|((from, to), _)| !is_part_of(from, to))
    };
    for ((from, to), _) in counted() {
        next.entry(from).or_default().push(to);
    }
    let reached = |from: &str| -> BTreeSet<&str> {
        let mut reached = BTreeSet::new();
        let mut open: Vec<&str> = next.get(from).cloned().unwrap_or_default();
        while let Some(file) = open.pop() {
            if reached.insert(file) {
                open.extend(next.get(file).into_iter().flatten());
            }
        }
        reached
    };
    let all: BTreeMap<&str, BTreeSet<&str>> =
        next.keys().map(|file| (*file, reached(file))).collect();
    let mut found: BTreeSet<Vec<&str>> = BTreeSet::new();
    for (file, reached) in all.iter().filter(|(file, reached)| reached.contains(*file)) {
        let comes_back = |other: &&&str| all.get(**other).is_some_and(|it| it.contains(file));
        found.insert(reached.iter().filter(comes_back).copied().collect());
    }
    let described = found.iter().map(|circle| {
        let mut said = format!("a circle of {} files:", circle.len());
        for ((from, to), paths) in counted() {
            if circle.contains(&from.as_str()) && circle.contains(&to.as_str()) {
                let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
                let _ = write!(said, "\n    src/{from} → src/{to}: {}", paths.join(", "));
            }
        }
        said
    });
    described.collect()
}

/// The files of `src/`, and the arrows between them: reading them all takes a second.
static SOURCES: LazyLock<(BTreeMap<String, String>, Arrows)> = LazyLock::new(|| {
    let files = sources();
    let arrows = arrows(&files);
    (files, arrows)
});

fn sources() -> BTreeMap<String, String> {
    fn read(folder: &Path, name: &str, files: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            let name = format!("{name}{}", entry.file_name().to_string_lossy());
            if path.is_dir() {
                read(&path, &format!("{name}/"), files);
            } else if name.ends_with(".rs") {
                files.insert(name, fs::read_to_string(&path).expect("a source"));
            }
        }
    }
    let mut files = BTreeMap::new();
    read(&root().join("src"), "", &mut files);
    files
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn document() -> String {
    fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md")
}

#[test]
fn every_part_uses_what_the_table_allows() {
    let (files, arrows) = &*SOURCES;
    let broken = broken_walls(&table(&document()), files, arrows);
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let circles = circles(&SOURCES.1);
    assert!(circles.is_empty(), "{}", circles.join("\n"));
}

#[test]
fn the_table_names_what_is_there_and_has_no_circle() {
    let table = table(&document());
    let files = &SOURCES.0;
    for part in table.iter().flat_map(|row| &row.parts) {
        let there = files.keys().any(|file| lies_in(file, part));
        assert!(there, "`{part}` is no part of src/");
    }
    // Each row as a file that uses what the row may use.
    let mut rows = Arrows::new();
    for user in &table {
        let may_use = |row: &&Row| row.parts.iter().any(|part| user.may_use.contains(part));
        for used in table.iter().filter(may_use) {
            let [from, to] = [user, used].map(|row| format!("{}.rs", row.parts.join(" and ")));
            rows.insert((from, to), BTreeSet::new());
        }
    }
    assert_eq!(circles(&rows), [""; 0]);
}

#[test]
fn the_page_writes_numbers_in_one_place() {
    let others = SOURCES.1.keys().filter(|(from, to)| {
        to == "text/number.rs" && lies_in(from, "app") && from != "app/ui/number.rs"
    });
    let others: Vec<&String> = others.map(|(from, _)| from).collect();
    assert!(
        others.is_empty(),
        "these write numbers by themselves instead of through app/ui/number.rs: {others:?}"
    );
}

/// The tests of the test, on sources as small as can be.
mod of_small_crates {
    use super::*;

    fn files(sources: &[(&str, &str)]) -> BTreeMap<String, String> {
        let owned = |(name, source): &(&str, &str)| ((*name).to_owned(), (*source).to_owned());
        sources.iter().map(owned).collect()
    }

    fn found(sources: &[(&str, &str)]) -> Vec<(String, String)> {
        arrows(&files(sources)).into_keys().collect()
    }

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        let owned = |(one, other): &(&str, &str)| ((*one).to_owned(), (*other).to_owned());
        pairs.iter().map(owned).collect()
    }

    #[test]
    fn arrows_come_from_uses_and_from_paths_however_they_are_written() {
        let used = ("b.rs", "pub struct B; pub fn f() {}");
        for source in [
            "use crate::b;",
            "use crate::{c::C, b::B};",
            "use crate::{c::{C, D}, b::{self, B as Other}};",
            "fn f() { crate::b::f() }",
            "fn f() -> Option<crate::b::B> { None }",
            "fn f() { m!(<X y=crate::b::f()/>) }",
            "mod inner { use super::super::b::B; }",
            "use super::b::B;",
            "use crate::b as other; fn f() { other::f() }",
        ] {
            let all = [
                ("a.rs", source),
                used,
                ("c.rs", "pub struct C; pub struct D;"),
            ];
            let to_b = found(&all).into_iter().filter(|(_, to)| to == "b.rs");
            assert_eq!(to_b.count(), 1, "{source}");
        }
        for source in [
            "// use crate::b;",
            "const X: &str = \"crate::b::f()\";",
            "#[cfg(test)] use crate::b;",
            "#[cfg(test)] mod tests { use crate::b; }",
            "#[cfg(all(test, unix))] fn f() { crate::b::f() }",
            "#[test] fn f() { crate::b::f() }",
            "use other::b::B; fn f() -> impl Sized + use<> { other::b::f() }",
        ] {
            assert_eq!(found(&[("a.rs", source), used]), [], "{source}");
        }
    }

    #[test]
    fn code_after_what_is_of_tests_counts() {
        let used = ("b.rs", "");
        let source = "#[cfg(test)] use x::{y}; fn f() { crate::b::f() }";
        assert_eq!(found(&[("a.rs", source), used]), pairs(&[("a.rs", "b.rs")]));
        let source = "#[cfg(test)] fn g() {} fn f() { crate::b::f() }";
        assert_eq!(found(&[("a.rs", source), used]), pairs(&[("a.rs", "b.rs")]));
    }

    #[test]
    fn a_file_of_tests_is_none() {
        let sources = [
            ("a/mod.rs", "#[cfg(test)] mod tests;"),
            ("a/tests.rs", "use crate::b;"),
            ("b.rs", ""),
        ];
        assert_eq!(found(&sources), []);
    }

    #[test]
    fn a_name_that_is_passed_on_is_followed_to_its_file() {
        let sources = [
            ("a.rs", "use crate::b::{C, d}; fn f() { d::g() }"),
            ("b/mod.rs", "mod c; pub mod d; pub use c::C;"),
            ("b/c.rs", "pub struct C;"),
            ("b/d.rs", "pub fn g() { super::C; }"),
        ];
        let expected = [("a.rs", "b/c.rs"), ("a.rs", "b/d.rs"), ("b/d.rs", "b/c.rs")];
        assert_eq!(found(&sources), pairs(&expected));
    }

    #[test]
    fn a_submodule_that_uses_its_parent_is_a_part_of_it_and_one_that_uses_its_sibling_is_not() {
        let sources = files(&[
            ("a/mod.rs", "mod b; mod c; pub struct A(b::B);"),
            ("a/b.rs", "pub struct B(super::A, super::c::C);"),
            ("a/c.rs", "pub struct C;"),
        ]);
        assert_eq!(circles(&arrows(&sources)), [""; 0]);
        let mut circle = sources;
        circle.insert("a/c.rs".to_owned(), "pub struct C(super::b::B);".to_owned());
        let found = circles(&arrows(&circle));
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with("a circle of 2 files"), "{found:?}");
        assert!(
            found[0].contains("src/a/b.rs → src/a/c.rs: super::c::C"),
            "{found:?}"
        );
    }

    #[test]
    fn long_circles_are_found_and_chains_are_none() {
        let chain = files(&[
            ("a.rs", "use crate::b;"),
            ("b.rs", "use crate::c;"),
            ("c.rs", ""),
        ]);
        assert_eq!(circles(&arrows(&chain)), [""; 0]);
        let mut circle = chain;
        circle.insert("c.rs".to_owned(), "use crate::a;".to_owned());
        assert!(circles(&arrows(&circle))[0].starts_with("a circle of 3 files"));
    }

    const TABLE: &str = "# X\n\n## Walls\n\n| part | may use |\n|---|---|\n| `low/` | |\n\
        | `low/special` | `low` |\n| `high/`, `higher` | `low`, `low/special` |\n\n## Y\n| `z` | |\n";

    #[test]
    fn an_arrow_against_the_table_is_named() {
        let rows = table(TABLE);
        assert_eq!(rows.len(), 3);
        let good = [
            ("low/a.rs", ""),
            ("low/special.rs", "use super::a;"),
            ("high/b.rs", "use crate::low::a; use crate::higher;"),
            ("higher.rs", "use crate::low::special;"),
        ];
        let judge = |sources: &[(&str, &str)]| {
            let files = files(sources);
            broken_walls(&rows, &files, &arrows(&files))
        };
        assert_eq!(judge(&good), [""; 0]);
        let mut bad = good;
        bad[0].1 = "use crate::high::b;";
        let broken = judge(&bad);
        let said = "src/low/a.rs uses src/high/b.rs (crate::high::b), and `low` may not use `high`";
        assert_eq!(broken, [said]);
        let stray = judge(&[("stray.rs", "")]);
        assert_eq!(stray, ["src/stray.rs stands in no row of the table"]);
    }
}
