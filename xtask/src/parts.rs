//! Taking the published page apart: what its first screen does not need becomes a module of its own,
//! which loads behind it (`src/app/deferred.rs`). trunk cannot do that, so the page that it bound is
//! replaced: cargo's own module is split, and its main part bound again.
//!
//! The new files carry a name of this build, all the same one: parts of two builds do not fit together,
//! and a browser's cache may hold any of them.

use crate::process;
use crate::tools::{self, Tools, WASM_TARGET};
use crate::{Result, files};
use std::path::{Path, PathBuf};

/// The tool's names for what it makes.
const LINK_SCRIPT: &str = "__wasm_split.js";

/// A part's name in the site, and where it lies now.
type Part = (String, PathBuf);

/// Replaces the bound page in `site` by its parts.
pub fn split_page(tools: &Tools, site: &Path) -> Result<()> {
    let module = tools
        .target
        .join(WASM_TARGET)
        .join("release")
        .join("app.wasm");
    let build = files::short_hash(&[
        &files::read(&module)?,
        tools::SPLIT_VERSION.as_bytes(),
        &files::read(&tools.root.join("Cargo.lock"))?,
    ]);
    let stem = format!("app-{build}");
    let work = tools.target.join("xtask").join("parts");
    files::remove_folder(&work)?;
    let (split, bound) = (work.join("split"), work.join("bound"));
    files::create_folder(&split)?;
    process::run(
        "Splitting the page",
        tools
            .command(tools::SPLIT_PROGRAM)
            .args(["--target", "web", "--out-name", &stem])
            .arg(&module)
            .arg(&split),
    )?;
    process::run(
        "Binding the page's main part",
        tools
            .command("wasm-bindgen")
            // What the parts share is exported under names of the linker.
            .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
            .args(["--no-demangle", "--out-name", &stem, "--out-dir"])
            .arg(&bound)
            .arg(split.join(format!("{stem}.wasm"))),
    )?;
    replace(site, &stem, &split, &bound)
}

/// Puts the parts in place of the page as trunk bound it.
fn replace(site: &Path, stem: &str, split: &Path, bound: &Path) -> Result<()> {
    let old_stem = bound_stem(site)?;
    let script = files::read_text(&bound.join(format!("{stem}.js")))?;
    let link = files::read_text(&split.join(LINK_SCRIPT))?;
    let mut parts = Vec::new();
    for path in files::all_files(&[split.to_owned()]) {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if name.ends_with(".wasm") && name != format!("{stem}.wasm") {
            parts.push((name, path));
        }
    }
    let build = stem.trim_start_matches("app-");
    let (script, link, parts) = renamed(&script, &link, parts, build)?;

    for ending in [".js", "_bg.wasm"] {
        files::remove_file(&site.join(format!("{old_stem}{ending}")))?;
    }
    let main = format!("{stem}_bg.wasm");
    files::write(&site.join(&main), files::read(&bound.join(&main))?)?;
    files::write(&site.join(format!("{stem}.js")), script)?;
    files::write(&site.join(link_name(build)), link)?;
    for (name, path) in parts {
        files::write(&site.join(name), files::read(&path)?)?;
    }
    let page = site.join("index.html");
    let html = files::read_text(&page)?;
    let html = html.replace(&old_stem, stem);
    let html = with_link_preloaded(&html, stem, &link_name(build)).ok_or_else(|| {
        format!("index.html does not preload {stem}.js, so trunk writes otherwise by now.")
    })?;
    files::write(&page, html)
}

/// The page with a preload of the link script beside that of the main script, which imports it: the
/// browser asks for both at once instead of for one after the other.
fn with_link_preloaded(html: &str, stem: &str, link: &str) -> Option<String> {
    let start = html.find("<link rel=\"modulepreload\"")?;
    let end = start + html[start..].find('>')? + 1;
    let preload = &html[start..end];
    let script = format!("{stem}.js");
    let both = format!("{preload}{}", preload.replace(&script, link));
    preload
        .contains(&script)
        .then(|| html.replacen(preload, &both, 1))
}

fn link_name(build: &str) -> String {
    format!("parts-{build}.js")
}

/// The scripts with the parts' own names in place of the tool's, and the parts under their own names.
fn renamed(
    script: &str,
    link: &str,
    parts: Vec<Part>,
    build: &str,
) -> Result<(String, String, Vec<Part>)> {
    // Only where it is imported: the module calls it by the tool's name.
    let from = format!("from \"./{LINK_SCRIPT}\"");
    if script.matches(&from).count() != 1 {
        return Err(format!(
            "the page does not load {LINK_SCRIPT}, so nothing was split off; src/app/deferred.rs \
             has to be built with HINDCAST_SPLIT set."
        ));
    }
    let script = script.replace(&from, &format!("from \"./{}\"", link_name(build)));
    let mut link = link.to_owned();
    let mut named = Vec::new();
    for (number, (name, path)) in parts.into_iter().enumerate() {
        let new_name = format!("deferred-{build}-{number}.wasm");
        let (from, to) = (format!("\"./{name}\""), format!("\"./{new_name}\""));
        if !link.contains(&from) {
            return Err(format!("{LINK_SCRIPT} does not load {name}."));
        }
        link = link.replace(&from, &to);
        named.push((new_name, path));
    }
    if named.is_empty() {
        return Err("the page was not split: no part of it loads behind.".to_owned());
    }
    Ok((script, link, named))
}

/// `app-<hash>` as trunk named it.
fn bound_stem(site: &Path) -> Result<String> {
    files::all_files(&[site.to_owned()])
        .iter()
        .filter_map(|path| {
            let name = path.file_name()?.to_str()?;
            let stem = name.strip_suffix("_bg.wasm")?;
            stem.starts_with("app-").then(|| stem.to_owned())
        })
        .next()
        .ok_or_else(|| format!("{} holds no page.", site.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_get_the_builds_name_in_both_scripts() {
        let script = "import * as link from \"./__wasm_split.js\"\n\
                      return { \"./__wasm_split.js\": link };";
        let link = "import { initSync } from \"./app-1.js\";\n\
                    fetch(new URL(\"./split_deferred.wasm\", import.meta.url));";
        let parts = vec![("split_deferred.wasm".to_owned(), PathBuf::from("/x"))];
        let (script, link, parts) = renamed(script, link, parts, "1").unwrap();
        assert_eq!(
            script,
            "import * as link from \"./parts-1.js\"\nreturn { \"./__wasm_split.js\": link };"
        );
        assert!(link.contains("\"./deferred-1-0.wasm\""), "{link}");
        assert!(!link.contains("split_deferred"), "{link}");
        assert_eq!(
            parts,
            [("deferred-1-0.wasm".to_owned(), PathBuf::from("/x"))]
        );
    }

    #[test]
    fn a_page_that_was_not_split_is_an_error() {
        let parts = vec![("split_deferred.wasm".to_owned(), PathBuf::new())];
        assert!(renamed("let wasm;", "", parts, "1").is_err());
        let script = "import * as link from \"./__wasm_split.js\"";
        assert!(renamed(script, "", Vec::new(), "1").is_err());
        let unknown = vec![("other.wasm".to_owned(), PathBuf::new())];
        assert!(renamed(script, "", unknown, "1").is_err());
    }

    #[test]
    fn the_page_is_replaced_under_its_new_name() {
        let folder = std::env::temp_dir().join(format!("xtask-parts-{}", std::process::id()));
        files::remove_folder(&folder).unwrap();
        let (site, split, bound) = (
            folder.join("site"),
            folder.join("split"),
            folder.join("bound"),
        );
        for (path, content) in [
            (
                site.join("index.html"),
                "<link rel=\"modulepreload\" href=\"/sub/app-old.js\" crossorigin>app-old_bg.wasm",
            ),
            (site.join("app-old.js"), "old"),
            (site.join("app-old_bg.wasm"), "old"),
            (site.join("trainer_bg.wasm"), "trainer"),
            (split.join("app-new.wasm"), "unbound"),
            (split.join("split_deferred.wasm"), "deferred"),
            (split.join(LINK_SCRIPT), "fetch(\"./split_deferred.wasm\")"),
            (bound.join("app-new.js"), "from \"./__wasm_split.js\""),
            (bound.join("app-new_bg.wasm"), "main"),
        ] {
            files::write(&path, content).unwrap();
        }
        replace(&site, "app-new", &split, &bound).unwrap();
        let names: Vec<_> = files::all_files(std::slice::from_ref(&site))
            .iter()
            .map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
            .collect();
        assert_eq!(
            names,
            [
                "app-new.js",
                "app-new_bg.wasm",
                "deferred-new-0.wasm",
                "index.html",
                "parts-new.js",
                "trainer_bg.wasm"
            ]
        );
        let page = files::read_text(&site.join("index.html")).unwrap();
        assert_eq!(
            page,
            "<link rel=\"modulepreload\" href=\"/sub/app-new.js\" crossorigin>\
             <link rel=\"modulepreload\" href=\"/sub/parts-new.js\" crossorigin>app-new_bg.wasm"
        );
        files::remove_folder(&folder).unwrap();
    }
}
