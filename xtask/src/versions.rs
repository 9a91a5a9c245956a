//! What lets versions of the site live side by side: every file that may change is named by its
//! content, and the service worker (`src-js/service-worker.js`) knows all files of its version.

use crate::{Result, compress, files, hosting, third_party};
use std::path::Path;

/// The workers that the page starts, each from a script that index.html names.
pub const WORKERS: [&str; 2] = ["trainer", "unpacker"];
const SERVICE_WORKER: &str = "service-worker.js";
/// For hosts, for those who are sent a link, for those who ask: no visitor needs them without a network.
const NOT_KEPT: [&str; 5] = [
    SERVICE_WORKER,
    hosting::HEADERS,
    third_party::LICENCE,
    third_party::NAME,
    "social-preview.png",
];

/// Whether the name carries its content's hash. The service worker and the headers go by the same rule.
pub fn is_lasting(name: &str) -> bool {
    name.match_indices('-').any(|(dash, _)| {
        let hash = &name[dash + 1..];
        let rest = hash.trim_start_matches(|digit| matches!(digit, '0'..='9' | 'a'..='f'));
        hash.len() - rest.len() >= 12 && rest.starts_with(['.', '_', '-'])
    })
}

/// Names the workers' files by their content, so that a page never starts a worker of another version,
/// whatever a host or a browser kept.
pub fn name_workers(folder: &Path) -> Result<()> {
    WORKERS
        .iter()
        .try_for_each(|worker| name_worker(folder, worker))
}

fn name_worker(folder: &Path, worker: &str) -> Result<()> {
    // As trunk names them.
    let (loader_name, script_name, module_name) = (
        format!("{worker}_loader.js"),
        format!("{worker}.js"),
        format!("{worker}_bg.wasm"),
    );
    let path = |name: &str| folder.join(name);
    let (loader, script) = (
        files::read_text(&path(&loader_name))?,
        files::read_text(&path(&script_name))?,
    );
    let module = files::read(&path(&module_name))?;
    let hash = files::short_hash(&[loader.as_bytes(), script.as_bytes(), &module]);
    let named_loader = format!("{worker}_loader-{hash}.js");
    let named_script = format!("{worker}-{hash}.js");
    let named_module = format!("{worker}-{hash}_bg.wasm");
    let loader = replaced(&loader, &script_name, &named_script, &loader_name)?;
    let script = replaced(&script, &module_name, &named_module, &script_name)?;
    let page = files::read_text(&path("index.html"))?;
    let in_page = |name: &str| format!("content=\"{name}\"");
    let page = replaced(
        &page,
        &in_page(&loader_name),
        &in_page(&named_loader),
        "index.html",
    )?;
    files::write(&path(&named_loader), loader)?;
    files::write(&path(&named_script), script)?;
    files::write(&path(&named_module), module)?;
    files::write(&path("index.html"), page)?;
    for old in [loader_name, script_name, module_name] {
        files::remove_file(&path(&old))?;
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
            (
                "index.html",
                "<meta content=\"trainer_loader.js\" /><meta content=\"unpacker_loader.js\" />\n",
            ),
            (
                "trainer_loader.js",
                "import init from './trainer.js';await init();",
            ),
            ("trainer.js", "new URL('trainer_bg.wasm', import.meta.url)"),
            ("trainer_bg.wasm", module),
            (
                "unpacker_loader.js",
                "import init from './unpacker.js';await init();",
            ),
            (
                "unpacker.js",
                "new URL('unpacker_bg.wasm', import.meta.url)",
            ),
            ("unpacker_bg.wasm", module),
        ] {
            files::write(&folder.join(file), content).unwrap();
        }
        folder
    }

    #[test]
    fn another_worker_has_other_names_and_only_the_page_knows_them() {
        let names: Vec<Vec<String>> = ["one", "two"]
            .map(|module| {
                let folder = site(&format!("names-{module}"), module);
                name_workers(&folder).unwrap();
                let page = files::read_text(&folder.join("index.html")).unwrap();
                let loaders = page.split('"').skip(1).step_by(2);
                let loaders: Vec<String> = loaders.map(str::to_owned).collect();
                for (loader, worker) in loaders.iter().zip(WORKERS) {
                    let script = files::read_text(&folder.join(loader)).unwrap();
                    let script = script.split('\'').nth(1).unwrap().to_owned();
                    assert!(script.contains(worker), "{script}");
                    let module = files::read_text(&folder.join(&script)).unwrap();
                    let module = module.split('\'').nth(1).unwrap().to_owned();
                    assert!(folder.join(module).is_file());
                    assert!(!folder.join(format!("{worker}_loader.js")).exists());
                }
                files::remove_folder(&folder).unwrap();
                loaders
            })
            .to_vec();
        assert_eq!(names[0].len(), WORKERS.len());
        for (one, other) in names[0].iter().zip(&names[1]) {
            assert_ne!(one, other);
        }
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
        for name in ["trainer_loader.js", "trainer.js", "unpacker_bg.wasm"] {
            assert!(first.contains(&format!("\"{name}\"")), "{first}");
        }
        assert!(first.contains("const PAGE = \"<meta content=\\\"trainer_loader.js\\\" />"));
        // What is for the host and for shared links is no part of a version.
        for name in [
            "index.html.br",
            "app.js.gz",
            "_headers",
            "THIRD-PARTY.txt",
            "social-preview.png",
        ] {
            files::write(&folder.join(name), "another").unwrap();
        }
        assert_eq!(first, worker());
        files::write(&folder.join("trainer_bg.wasm"), "two").unwrap();
        let version = |worker: &str| worker.lines().next().unwrap().to_owned();
        assert_ne!(version(&first), version(&worker()));
        files::remove_folder(&folder).unwrap();
    }
}
