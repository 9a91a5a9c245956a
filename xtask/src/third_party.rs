//! `THIRD-PARTY.txt`: whatever of others is in the site, with its licences: every crate that a program
//! links, and the npm packages in the chart bundle. A licence that `deny.toml` does not allow stops the build.
//!
//! `cargo about` would do the crates alone, and takes minutes to compile where it is not installed; this
//! asks cargo what is linked, and reads the packages as they lie on this machine.

use crate::licences::Allowed;
use crate::process::{output_of, progress};
use crate::tools::{self, Tools, WASM_TARGET, cargo};
use crate::{Result, develop, files};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

pub const NAME: &str = "THIRD-PARTY.txt";
/// Of the project itself.
pub const LICENCE: &str = "LICENSE";
/// The npm package that charts are drawn with; others come with it.
const CHARTS: &str = "echarts";
/// Texts for packages that name a licence and have no file of it.
const STANDARD: [(&str, &str); 2] = [
    ("MIT", include_str!("../licences/MIT.txt")),
    ("MPL-2.0", include_str!("../licences/MPL-2.0.txt")),
];
/// The standard library is linked into each program.
const STANDARD_LIBRARY: &str = "The Rust standard library";

/// What decides on the text.
const MADE_FROM: [&str; 9] = [
    "Cargo.lock",
    "Cargo.toml",
    "package-lock.json",
    "index.html",
    "deny.toml",
    "xtask/licences",
    "xtask/src/develop.rs",
    "xtask/src/licences.rs",
    "xtask/src/third_party.rs",
];

/// Something of others in the site.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    name: String,
    version: String,
    /// As its package says.
    expression: String,
    /// Where it is to be had.
    home: String,
    folder: PathBuf,
}

/// Puts the project's licence and those of all parts into the site.
pub fn write(tools: &Tools, site: &Path) -> Result<()> {
    let own = files::read(&tools.root.join(LICENCE))?;
    files::write(&site.join(LICENCE), own)?;
    // Asking cargo for the crates of three programs takes longer than all else of a second build.
    let hash = files::content_hash(&MADE_FROM.map(|name| tools.root.join(name)))?;
    let cache = tools
        .target
        .join("xtask")
        .join(format!("third-party-{hash}.txt"));
    let text = match files::read_text(&cache) {
        Ok(text) => text,
        Err(_) => {
            let text = collected(&tools.root)?;
            files::write(&cache, &text)?;
            text
        }
    };
    files::write(&site.join(NAME), text)
}

/// The licences of everything that is in the site.
fn collected(root: &Path) -> Result<String> {
    progress("Collecting the licences of what the site is made of");
    let deny = files::read_text(&root.join("deny.toml"))?;
    let allowed = Allowed::read(&deny)?;
    let mut parts = crates(&files::read_text(&root.join("index.html"))?)?;
    parts.extend(packages(&root.join("node_modules"))?);
    written(&parts, &allowed)
}

/// The crates that the page's programs link.
fn crates(page: &str) -> Result<BTreeSet<Part>> {
    let sources = tools::registries();
    let mut found = BTreeSet::new();
    for (name, features) in develop::programs(page)? {
        let tree = output_of(cargo().args([
            "tree",
            "--package",
            "hindcast",
            "--no-default-features",
            "--features",
            &features,
            "--target",
            WASM_TARGET,
            "--edges",
            "normal,no-proc-macro",
            "--prefix",
            "none",
            "--format",
            "{p}\t{l}\t{r}",
        ]));
        let tree = tree.ok_or_else(|| format!("`cargo tree` does not say what {name} links."))?;
        for line in tree.lines() {
            let Some(mut part) = linked(line) else {
                continue;
            };
            let folder = format!("{}-{}", part.name, part.version);
            let mut folders = sources.iter().map(|source| source.join(&folder));
            part.folder = folders.find(|folder| folder.is_dir()).ok_or_else(|| {
                format!("{folder} is linked, and not among the sources that cargo keeps.")
            })?;
            found.insert(part);
        }
    }
    Ok(found)
}

/// A line of cargo's tree, but for the project's own crates.
fn linked(line: &str) -> Option<Part> {
    let mut columns = line.trim_end_matches(" (*)").split('\t');
    let package = columns.next()?;
    // "hindcast v0.1.0 (/folder)" is the project's.
    let (name, version) = package
        .split_once(" v")
        .filter(|_| !package.contains('/'))?;
    Some(Part {
        name: name.to_owned(),
        version: version.trim().to_owned(),
        expression: columns.next().unwrap_or_default().to_owned(),
        home: columns.next().unwrap_or_default().to_owned(),
        folder: PathBuf::new(),
    })
}

/// The chart library and what it needs, in the folder of npm's packages.
fn packages(folder: &Path) -> Result<Vec<Part>> {
    let mut wanted = vec![CHARTS.to_owned()];
    let mut parts: Vec<Part> = Vec::new();
    while let Some(name) = wanted.pop() {
        if parts.iter().any(|part| part.name == name) {
            continue;
        }
        let folder = folder.join(&name);
        let about = files::read_text(&folder.join("package.json"))?;
        let said = |key: &str| value_of(&about, key).unwrap_or_default().to_owned();
        wanted.extend(dependencies(&about));
        parts.push(Part {
            version: said("version"),
            expression: said("license"),
            home: said("homepage"),
            folder,
            name,
        });
    }
    Ok(parts)
}

/// The text under a key of a `package.json`, which npm writes one key to a line.
fn value_of<'t>(package: &'t str, key: &str) -> Option<&'t str> {
    let start = format!("\"{key}\": \"");
    let mut lines = package.lines();
    let rest = lines.find_map(|line| line.trim_start().strip_prefix(&start))?;
    rest.split('"').next()
}

fn dependencies(package: &str) -> Vec<String> {
    let Some((_, rest)) = package.split_once(" \"dependencies\": {") else {
        return Vec::new();
    };
    let inside = rest.split_once('}').map_or("", |(inside, _)| inside);
    let names = inside.lines().filter_map(|line| line.split('"').nth(1));
    names.map(str::to_owned).collect()
}

/// The whole text: what there is, then each licence text once, with the parts that it is of.
fn written<'p>(parts: impl IntoIterator<Item = &'p Part>, allowed: &Allowed) -> Result<String> {
    let mut listed = String::new();
    // By the text, its words alone: files differ in how they break lines.
    let mut texts: BTreeMap<String, (String, Vec<String>)> = BTreeMap::new();
    let mut add = |text: &str, of: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        let entry = texts.entry(words.join(" "));
        let (_, parts) = entry.or_insert_with(|| (text.trim().to_owned(), Vec::new()));
        parts.push(of.to_owned());
    };
    for part in parts {
        let called = format!("{} {}", part.name, part.version);
        let taken = allowed.taken(&part.name, &part.expression)?;
        listed += &format!("{called}, {}, {}\n", taken.join(" and "), part.home);
        let found = licence_texts(&part.folder, &taken)?;
        if found.is_empty() {
            for licence in &taken {
                let standard = STANDARD.iter().find(|(name, _)| name == licence);
                let (_, text) = standard.ok_or_else(|| {
                    format!(
                        "{called} has no file of its licence, and xtask/licences/ holds no text of \
                         {licence}: add it there and to xtask/src/third_party.rs."
                    )
                })?;
                add(text, &format!("{called} (copyright: its authors)"));
            }
        }
        for text in found {
            add(&text, &called);
        }
    }
    let (_, mit) = STANDARD[0];
    listed += &format!("{STANDARD_LIBRARY}, MIT, https://www.rust-lang.org\n");
    add(mit, &format!("{STANDARD_LIBRARY} (copyright: its authors)"));
    let mut text = format!(
        "What of others is in Hindcast, and under which licence. Hindcast's own is in the file \
         {LICENCE}.\n\n{listed}"
    );
    let mut texts: Vec<_> = texts.into_values().collect();
    texts.sort_by(|(_, one), (_, other)| one.cmp(other));
    for (licence, parts) in texts {
        let line = "-".repeat(78);
        text += &format!("\n{line}\n{}:\n\n{licence}\n", parts.join(", "));
    }
    Ok(text)
}

/// The texts in a package's folder that belong to the licences that are taken, and its notices.
fn licence_texts(folder: &Path, taken: &[String]) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for folder in [
        folder.to_owned(),
        folder.join("licenses"),
        folder.join("LICENSES"),
    ] {
        let entries = std::fs::read_dir(&folder).into_iter().flatten().flatten();
        let is_inside = folder.ends_with("licenses") || folder.ends_with("LICENSES");
        let files = entries
            .map(|entry| entry.path())
            .filter(|path| path.is_file());
        let of_licence = files.filter(|path| is_inside || is_licence(path));
        found.extend(of_licence);
    }
    found.sort();
    found.dedup();
    // Of several licences of which one is taken, the files often carry the names.
    const NAMED: [(&str, &str); 6] = [
        ("apache", "Apache-2.0"),
        ("boost", "BSL-1.0"),
        ("bsl", "BSL-1.0"),
        ("mit", "MIT"),
        ("unlicense", "Unlicense"),
        ("zlib", "Zlib"),
    ];
    let of_other = |path: &PathBuf| {
        let name = name_of(path);
        let is_taken = |licence: &str| taken.iter().any(|it| it.starts_with(licence));
        let mut named = NAMED.iter().filter(|(word, _)| name.contains(word));
        named.any(|(_, licence)| !is_taken(licence))
    };
    if found.iter().any(|path| !of_other(path)) {
        found.retain(|path| !of_other(path));
    }
    found.iter().map(|path| files::read_text(path)).collect()
}

fn is_licence(path: &Path) -> bool {
    let name = name_of(path);
    let is_code = [".rs", ".js", ".ts", ".toml"]
        .iter()
        .any(|it| name.ends_with(it));
    let begins = [
        "license",
        "licence",
        "copying",
        "copyright",
        "notice",
        "unlicense",
    ];
    !is_code && begins.iter().any(|it| name.starts_with(it))
}

fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed() -> Allowed {
        Allowed::read(include_str!("../../deny.toml")).unwrap()
    }

    #[test]
    fn a_line_of_cargos_tree_is_a_crate_unless_it_is_the_projects_own() {
        let part = linked("either v1.15.0\tMIT OR Apache-2.0\thttps://example.org/e (*)").unwrap();
        assert_eq!(
            (part.name.as_str(), part.version.as_str()),
            ("either", "1.15.0")
        );
        assert_eq!(part.expression, "MIT OR Apache-2.0");
        assert_eq!(part.home, "https://example.org/e");
        assert_eq!(linked("hindcast v0.1.0 (/somewhere/hindcast)\tMIT\t"), None);
    }

    #[test]
    fn a_package_names_its_licence_and_what_it_needs() {
        let about = "{\n  \"name\": \"a\",\n  \"license\": \"0BSD\",\n  \"dependencies\": {\n    \
                     \"b\": \"1\",\n    \"c\": \"2\"\n  },\n  \"devDependencies\": {\n    \"d\": \"1\"\n  }\n}";
        assert_eq!(value_of(about, "license"), Some("0BSD"));
        assert_eq!(dependencies(about), ["b", "c"]);
        assert!(dependencies("{\n  \"name\": \"a\"\n}").is_empty());
    }

    #[test]
    fn each_text_stands_once_with_all_its_parts_and_an_unknown_licence_is_refused() {
        let folder = std::env::temp_dir().join(format!("third-party-{}", std::process::id()));
        files::remove_folder(&folder).unwrap();
        let part = |name: &str, expression: &str| Part {
            name: name.to_owned(),
            version: "1.0".to_owned(),
            expression: expression.to_owned(),
            home: "https://example.org".to_owned(),
            folder: folder.join(name),
        };
        for (file, text) in [
            ("a/LICENSE-MIT", "Terms of\nMIT"),
            ("a/LICENSE-APACHE", "Terms of Apache"),
            ("b/LICENSE.txt", "Terms  of MIT\r\n"),
            ("c/LICENSE", "Terms of Apache"),
            ("c/NOTICE", "A notice"),
            ("c/licenses/LICENSE-d3", "Terms of d3"),
            ("c/license.js", "code"),
        ] {
            files::write(&folder.join(file), text).unwrap();
        }
        let parts = [
            part("a", "Apache-2.0 OR MIT"),
            part("b", "MIT"),
            part("c", "Apache-2.0"),
            part("d", "MIT"),
        ];
        let text = written(&parts, &allowed()).unwrap();
        assert!(text.contains("a 1.0, MIT, https://example.org\n"), "{text}");
        assert!(text.contains("a 1.0, b 1.0:\n\nTerms of\nMIT\n"), "{text}");
        assert_eq!(text.matches("Terms of Apache").count(), 1);
        for of_c in [
            "c 1.0:\n\nTerms of Apache",
            "c 1.0:\n\nA notice",
            "c 1.0:\n\nTerms of d3",
        ] {
            assert!(text.contains(of_c), "{text}");
        }
        assert!(!text.contains("code"));
        // Without a file, the standard text.
        assert!(text.contains("d 1.0 (copyright: its authors), The Rust standard library"));
        let error = written(&[part("e", "GPL-3.0-only")], &allowed()).unwrap_err();
        assert!(
            error.contains('e') && error.contains("GPL-3.0-only"),
            "{error}"
        );
        let error = written(&[part("e", "ISC")], &allowed()).unwrap_err();
        assert!(error.contains("no file of its licence"), "{error}");
        files::remove_folder(&folder).unwrap();
    }

    #[test]
    fn every_crate_that_a_program_links_has_a_known_licence_and_its_text() {
        let parts = crates(include_str!("../../index.html")).unwrap();
        let has = |name: &str| parts.iter().any(|part| part.name == name);
        // Of the page, the trainer and the unpacker; and nothing that only builds them.
        assert!(has("leptos") && has("burn") && has("calamine"));
        assert!(!has("hindcast") && !has("serde_derive") && !has("wasm-bindgen-macro"));
        let text = written(&parts, &allowed()).unwrap();
        for part in &parts {
            let called = format!("{} {}", part.name, part.version);
            // In the list, and with a text.
            assert!(text.matches(&called).count() > 1, "{called}");
        }
        assert!(text.contains("Mozilla Public License"));
        assert!(text.len() < 1_000_000, "{}", text.len());
    }

    #[test]
    fn the_charts_bring_their_own() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../node_modules");
        if !folder.join(CHARTS).is_dir() {
            println!("skipped: no npm packages in {}", folder.display());
            return;
        }
        let parts = packages(&folder).unwrap();
        let names: BTreeSet<&str> = parts.iter().map(|part| part.name.as_str()).collect();
        assert!(
            names.contains("echarts") && names.contains("zrender"),
            "{names:?}"
        );
        let text = written(&parts, &allowed()).unwrap();
        for words in [
            "Apache License",
            "Apache ECharts\nCopyright",
            "BSD 3-Clause License",
        ] {
            assert!(text.contains(words), "{words}");
        }
    }
}
