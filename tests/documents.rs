//! Documents name files that exist: a path in backticks, like `src/lib.rs`, or of a link.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders whose files documents name in full.
const FOLDERS: [&str; 14] = [
    "art/",
    "bench/",
    "catalogue/",
    "docs/",
    "fuzz/",
    "locales/",
    "public/",
    "src/",
    "src-js/",
    "style/",
    "tests/",
    "xtask/",
    ".github/",
    ".cargo/",
];
/// An example of a language that there is not.
const EXAMPLES: [&str; 1] = ["locales/fr.ftl"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The Markdown files of the root and of `docs/`.
fn documents() -> Vec<PathBuf> {
    let folders = [root().to_owned(), root().join("docs")];
    let files = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap());
    files
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|it| it == "md"))
        .collect()
}

/// What stands in backticks and begins with a folder of the project. Patterns are none.
fn paths(text: &str) -> Vec<&str> {
    text.split('`')
        .skip(1)
        .step_by(2)
        .filter(|it| FOLDERS.iter().any(|folder| it.starts_with(folder)))
        .filter(|it| !it.contains(['*', ' ', '<', '\n']) && !EXAMPLES.contains(it))
        .collect()
}

/// The targets of links within the project, less their anchors.
fn links(text: &str) -> Vec<&str> {
    text.split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next()?.split('#').next())
        .filter(|target| !target.is_empty() && !target.contains("://"))
        .collect()
}

#[test]
fn every_file_that_a_document_names_exists() {
    let mut missing = Vec::new();
    let mut seen = 0;
    for document in documents() {
        let text = fs::read_to_string(&document).unwrap();
        let beside = document.parent().unwrap();
        let named = paths(&text).into_iter().map(|path| (path, root()));
        for (path, from) in named.chain(links(&text).into_iter().map(|path| (path, beside))) {
            seen += 1;
            if !from.join(path).exists() {
                missing.push(format!("{}: {path}", document.display()));
            }
        }
    }
    assert!(seen > 100, "only {seen} paths found");
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn paths_and_links_are_read_out_of_a_text() {
    let text = "In `src/lib.rs` and `session.rs`, see [tests](docs/build.md#tests), `src/*.rs`.";
    assert_eq!(paths(text), ["src/lib.rs"]);
    assert_eq!(links(text), ["docs/build.md"]);
}
