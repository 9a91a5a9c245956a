//! What lets versions of the site live side by side: every file that may change is named by its
//! content, and the service worker (`src-js/service-worker.js`) knows all files of its version.

use crate::{Result, compress, files, hosting};
use std::path::Path;

/// The worker's files as trunk names them.
const LOADER: &str = "trainer_loader.js";
const SCRIPT: &str = "trainer.js";
const MODULE: &str = "trainer_bg.wasm";
/// Where index.html says which script starts the trainer.
const LOADER_IN_PAGE: &str = "content=\"trainer_loader.js\"";
const SERVICE_WORKER: &str = "service-worker.js";
/// For hosts and for those who are sent a link: no visitor needs them without a network.
const NOT_KEPT: [&str; 3] = [SERVICE_WORKER, hosting::HEADERS, "social-preview.png"];

/// Whether the name carries its content's hash. The service worker and the headers go by the same rule.
pub fn is_lasting(name: &str) -> bool {
    name.match_indices('-').any(|(dash, _)| {
        let hash = &name[dash + 1..];
        let rest = hash.trim_start_matches(|digit| matches!(digit, '0'..='9' | 'a'..='f'));
        hash.len() - rest.len() >= 12 && rest.starts_with(['.', '_', '-'])
    })
}

/// Names the trainer's files by their content, so that a page never starts the trainer of another
/// version, whatever a host or a browser kept.
pub fn name_trainer(folder: &Path) -> Result<()> {
    let path = |name: &str| folder.join(name);
    let (loader, script) = (
        files::read_text(&path(LOADER))?,
        files::read_text(&path(SCRIPT))?,
    );
    let module = files::read(&path(MODULE))?;
    let hash = files::short_hash(&[loader.as_bytes(), script.as_bytes(), &module]);
    let named = |name: &str| {
        let end = name.find(['_', '.']).unwrap_or(name.len());
        match name {
            LOADER => format!("trainer_loader-{hash}.js"),
            _ => format!("{}-{hash}{}", &name[..end], &name[end..]),
        }
    };
    let loader = replaced(&loader, SCRIPT, &named(SCRIPT), LOADER)?;
    let script = replaced(&script, MODULE, &named(MODULE), SCRIPT)?;
    let page = files::read_text(&path("index.html"))?;
    let in_page = LOADER_IN_PAGE.replace(LOADER, &named(LOADER));
    let page = replaced(&page, LOADER_IN_PAGE, &in_page, "index.html")?;
    files::write(&path(&named(LOADER)), loader)?;
    files::write(&path(&named(SCRIPT)), script)?;
    files::write(&path(&named(MODULE)), module)?;
    files::write(&path("index.html"), page)?;
    for old in [LOADER, SCRIPT, MODULE] {
        std::fs::remove_file(path(old))
            .map_err(|error| format!("{old} cannot be removed: {error}."))?;
    }
    Ok(())
}

/// Adds the service worker, which needs to know every file: the last step of a build.
pub fn add_service_worker(folder: &Path, template: &str) -> Result<()> {
    let page = files::read_text(&folder.join("index.html"))?;
    let mut names = Vec::new();
    let mut contents = vec![template.as_bytes().to_vec()];
    for file in files::all_files(&[folder.to_owned()]) {
        let name = file
            .strip_prefix(folder)
            .map_err(|error| format!("{} lies outside the site: {error}.", file.display()))?
            .to_string_lossy()
            .replace('\\', "/");
        if NOT_KEPT.contains(&name.as_str()) || compress::is_copy(&file) {
            continue;
        }
        contents.push(name.as_bytes().to_vec());
        contents.push(files::read(&file)?);
        if name != "index.html" {
            names.push(name);
        }
    }
    let parts: Vec<&[u8]> = contents.iter().map(Vec::as_slice).collect();
    let list: Vec<String> = names.iter().map(|name| quoted(name)).collect();
    let script = format!(
        "const VERSION = \"{}\";\nconst PAGE = {};\nconst FILES = [\n  {},\n];\n\n{template}",
        files::short_hash(&parts),
        quoted(&page),
        list.join(",\n  "),
    );
    files::write(&folder.join(SERVICE_WORKER), script)
}

fn replaced(text: &str, from: &str, to: &str, name: &str) -> Result<String> {
    if text.contains(from) {
        Ok(text.replace(from, to))
    } else {
        Err(format!(
            "{name} does not mention {from}; xtask/src/versions.rs has to learn what trunk writes."
        ))
    }
}

/// The text as a JavaScript string.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            control if control.is_control() => {
                quoted.push_str(&format!("\\u{:04x}", control as u32));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A site of as many files as matter here, in a folder of its own.
    fn site(name: &str, module: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("hindcast-{name}-{}", std::process::id()));
        files::remove_folder(&folder).unwrap();
        for (file, content) in [
            ("index.html", "<meta content=\"trainer_loader.js\" />\n"),
            (LOADER, "import init from './trainer.js';await init();"),
            (SCRIPT, "new URL('trainer_bg.wasm', import.meta.url)"),
            (MODULE, module),
        ] {
            files::write(&folder.join(file), content).unwrap();
        }
        folder
    }

    #[test]
    fn another_trainer_has_other_names_and_only_the_page_knows_them() {
        let names: Vec<String> = ["one", "two"]
            .map(|module| {
                let folder = site(&format!("names-{module}"), module);
                name_trainer(&folder).unwrap();
                let page = files::read_text(&folder.join("index.html")).unwrap();
                let loader = page.split('"').nth(1).unwrap().to_owned();
                let script = files::read_text(&folder.join(&loader)).unwrap();
                let script = script.split('\'').nth(1).unwrap().to_owned();
                let module = files::read_text(&folder.join(&script)).unwrap();
                let module = module.split('\'').nth(1).unwrap().to_owned();
                assert!(folder.join(module).is_file());
                assert!(!folder.join(LOADER).exists());
                files::remove_folder(&folder).unwrap();
                loader
            })
            .to_vec();
        assert_ne!(names[0], names[1]);
    }

    #[test]
    fn the_service_worker_knows_every_file_and_its_version_every_change() {
        let folder = site("worker", "one");
        let worker = || {
            add_service_worker(&folder, "// the template").unwrap();
            files::read_text(&folder.join(SERVICE_WORKER)).unwrap()
        };
        let first = worker();
        assert_eq!(first, worker(), "it does not count itself");
        for name in [LOADER, SCRIPT, MODULE] {
            assert!(first.contains(&format!("\"{name}\"")), "{first}");
        }
        assert!(first.contains("const PAGE = \"<meta content=\\\"trainer_loader.js\\\" />\\n\";"));
        // What is for the host and for shared links is no part of a version.
        for name in [
            "index.html.br",
            "app.js.gz",
            "_headers",
            "social-preview.png",
        ] {
            files::write(&folder.join(name), "another").unwrap();
        }
        assert_eq!(first, worker());
        files::write(&folder.join(MODULE), "two").unwrap();
        let version = |worker: &str| worker.lines().next().unwrap().to_owned();
        assert_ne!(version(&first), version(&worker()));
        files::remove_folder(&folder).unwrap();
    }
}
