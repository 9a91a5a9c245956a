//! The development site, without trunk: compiling trunk takes minutes, and `serve` and the tests need
//! only four things of it. They are done here as `index.html` asks for them (`data-trunk`), and leave
//! what trunk leaves: the styles, the public files, the page with its inline start script, the workers
//! with their loaders. `cargo xtask build` and `trunk build` read the same `index.html`.

use crate::process;
use crate::tools::{self, Tools, WASM_TARGET};
use crate::{Result, files, first_run};
use std::path::Path;

/// The profile of `Cargo.toml` for the page and its workers.
pub const PROFILE: &str = "wasm-dev";

/// Builds the page and its workers and leaves the site in `folder`.
pub fn build(tools: &Tools, folder: &Path) -> Result<()> {
    let page = files::read_text(&tools.root.join("index.html"))?;
    let assets = assets(&page)?;
    let bound = tools.target.join("xtask").join("bound");
    let mut waits = Vec::new();
    if first_run::never_compiled(&tools.target.join(WASM_TARGET).join(PROFILE), "burn") {
        waits.push((
            "the page and the trainer, with Burn, wgpu and 400 other crates",
            9,
        ));
    }
    if first_run::never_compiled(&tools.target.join("debug"), "wasm-bindgen-cli-support") {
        waits.push(("what binds them to JavaScript", 1));
    }
    first_run::announce(&waits);
    files::remove_folder(&bound)?;
    for asset in &assets {
        if let Asset::Program { name, features, .. } = asset {
            compile(name, features)?;
            let module = tools.target.join(WASM_TARGET).join(PROFILE);
            let module = module.join(format!("{name}.wasm"));
            bind(&module, &bound.join(name), name)?;
        }
    }
    // Only now: a page that does not compile leaves the site that is being served.
    files::remove_folder(folder)?;
    files::create_folder(folder)?;
    let mut page = page;
    for asset in &assets {
        let html = asset.leave(&tools.root, &bound, folder)?;
        page = page.replacen(asset.link(), &html, 1);
    }
    files::write(&folder.join("index.html"), page)
}

fn compile(name: &str, features: &str) -> Result<()> {
    process::run(
        &format!("Compiling {name}"),
        tools::cargo()
            .args(["build", "--package", "hindcast", "--profile", PROFILE])
            .args(["--target", WASM_TARGET, "--no-default-features"])
            .args(["--features", features, "--bin", name]),
    )
}

/// Writes the module's JavaScript: `NAME.js` and `NAME_bg.wasm`.
pub fn bind(module: &Path, folder: &Path, name: &str) -> Result<()> {
    process::run(
        &format!("Binding {name}"),
        tools::cargo()
            .args(["run", "--quiet", "--package", "bind", "--"])
            .args([module, folder])
            .arg(name),
    )
}

/// A `<link data-trunk …>` of `index.html`.
#[derive(Debug, PartialEq, Eq)]
enum Asset {
    Style {
        link: String,
        path: String,
    },
    Folder {
        link: String,
        path: String,
    },
    /// One of the programs. The page starts the workers, `index.html` the page.
    Program {
        link: String,
        name: String,
        features: String,
        is_worker: bool,
    },
}

/// Every asset of the page, in its order.
fn assets(page: &str) -> Result<Vec<Asset>> {
    let mut found = Vec::new();
    let mut rest = page;
    while let Some(start) = rest.find("<link") {
        rest = &rest[start..];
        let end = rest.find('>').map_or(rest.len(), |end| end + 1);
        let (link, after) = rest.split_at(end);
        rest = after;
        if !link.contains("data-trunk") {
            continue;
        }
        let required = |name: &str| {
            attribute(link, name).ok_or_else(|| format!("index.html has no {name} in {link}."))
        };
        let owned = link.to_owned();
        found.push(match required("rel")?.as_str() {
            "css" => Asset::Style {
                link: owned,
                path: required("href")?,
            },
            "copy-dir" => Asset::Folder {
                link: owned,
                path: required("href")?,
            },
            "rust" => Asset::Program {
                link: owned,
                name: required("data-bin")?,
                features: required("data-cargo-features")?,
                is_worker: required("data-type")? == "worker",
            },
            other => {
                return Err(format!(
                    "index.html has a data-trunk link of the kind {other:?}, which \
                     xtask/src/develop.rs does not know."
                ));
            }
        });
    }
    Ok(found)
}

/// The programs of the page, each with its features.
pub fn programs(page: &str) -> Result<Vec<(String, String)>> {
    let programs = assets(page)?.into_iter().filter_map(|asset| match asset {
        Asset::Program { name, features, .. } => Some((name, features)),
        Asset::Style { .. } | Asset::Folder { .. } => None,
    });
    Ok(programs.collect())
}

/// The value of an attribute that is written `name="value"`.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value.to_owned())
}

impl Asset {
    fn link(&self) -> &str {
        match self {
            Self::Style { link, .. } | Self::Folder { link, .. } | Self::Program { link, .. } => {
                link
            }
        }
    }

    /// Puts the asset into the site and returns what stands for its link.
    fn leave(&self, root: &Path, bound: &Path, site: &Path) -> Result<String> {
        match self {
            Self::Style { path, .. } => {
                let name = copy_hashed(&root.join(path), site)?;
                Ok(format!("<link rel=\"stylesheet\" href=\"./{name}\" />"))
            }
            Self::Folder { path, .. } => {
                let folder = root.join(path);
                for file in files::all_files(std::slice::from_ref(&folder)) {
                    let inside = file.strip_prefix(&folder).unwrap_or(&file);
                    files::write(&site.join(inside), files::read(&file)?)?;
                }
                Ok(String::new())
            }
            Self::Program {
                name,
                is_worker: true,
                ..
            } => {
                leave_program(&bound.join(name), name, site, name)?;
                let loader = format!("import init from './{name}.js';await init();");
                files::write(&site.join(format!("{name}_loader.js")), loader)?;
                Ok(String::new())
            }
            Self::Program { name, .. } => {
                let module = bound.join(name).join(format!("{name}_bg.wasm"));
                let stem = format!("{name}-{}", files::short_hash(&[&files::read(&module)?]));
                leave_program(&bound.join(name), name, site, &stem)?;
                Ok(format!(
                    "<link rel=\"modulepreload\" href=\"./{stem}.js\" />\n    \
                     <link rel=\"preload\" href=\"./{stem}_bg.wasm\" crossorigin as=\"fetch\" \
                     type=\"application/wasm\" />\n    \
                     <script type=\"module\">\nimport init from './{stem}.js';\n\
                     await init({{ module_or_path: './{stem}_bg.wasm' }});\n</script>"
                ))
            }
        }
    }
}

/// Copies a bound program into the site under another stem, with whatever its script imports.
fn leave_program(bound: &Path, name: &str, site: &Path, stem: &str) -> Result<()> {
    let (script, module) = (format!("{name}.js"), format!("{name}_bg.wasm"));
    for file in files::all_files(&[bound.to_owned()]) {
        let inside = file.strip_prefix(bound).unwrap_or(&file);
        if inside == Path::new(&script) {
            let text = files::read_text(&file)?.replace(&module, &format!("{stem}_bg.wasm"));
            files::write(&site.join(format!("{stem}.js")), text)?;
        } else if inside == Path::new(&module) {
            files::write(&site.join(format!("{stem}_bg.wasm")), files::read(&file)?)?;
        } else {
            files::write(&site.join(inside), files::read(&file)?)?;
        }
    }
    Ok(())
}

/// Copies a file into the site under a name with its content's hash, and returns the name.
fn copy_hashed(file: &Path, site: &Path) -> Result<String> {
    let content = files::read(file)?;
    let part =
        |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let (stem, ending) = (part(file.file_stem()), part(file.extension()));
    let hashed = format!("{stem}-{}.{ending}", files::short_hash(&[&content]));
    files::write(&site.join(&hashed), content)?;
    Ok(hashed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_asks_for_what_can_be_built_here() {
        let found = assets(include_str!("../../index.html")).unwrap();
        let programs: Vec<_> = found
            .iter()
            .filter_map(|asset| match asset {
                Asset::Program {
                    name,
                    features,
                    is_worker,
                    ..
                } => Some((name.as_str(), features.as_str(), *is_worker)),
                _ => None,
            })
            .collect();
        assert_eq!(
            programs,
            [
                ("app", "app", false),
                ("trainer", "worker", true),
                ("unpacker", "unpacker", true)
            ]
        );
        let is_folder = |asset: &&Asset| matches!(asset, Asset::Folder { .. });
        assert_eq!(found.iter().filter(is_folder).count(), 1);
        assert!(found.len() > 3, "no styles");
    }

    #[test]
    fn a_link_of_an_unknown_kind_is_an_error() {
        let error = assets("<link data-trunk rel=\"sass\" href=\"a.scss\" />").unwrap_err();
        assert!(error.contains("sass"), "{error}");
        assert_eq!(assets("<link rel=\"icon\" href=\"a.svg\" />").unwrap(), []);
    }

    #[test]
    fn every_link_gives_way_to_what_it_asks_for() {
        let folder = std::env::temp_dir().join(format!("xtask-develop-{}", std::process::id()));
        files::remove_folder(&folder).unwrap();
        let (bound, site) = (folder.join("bound"), folder.join("site"));
        for (file, content) in [
            ("style/a.css", "a {}"),
            ("public/deep/icon.svg", "<svg/>"),
            (
                "bound/app/app.js",
                "new URL('app_bg.wasm', import.meta.url)",
            ),
            ("bound/app/app_bg.wasm", "page"),
            ("bound/app/snippets/a.js", "export {}"),
            ("bound/trainer/trainer.js", "new URL('trainer_bg.wasm')"),
            ("bound/trainer/trainer_bg.wasm", "trainer"),
        ] {
            files::write(&folder.join(file), content).unwrap();
        }
        let page = "<link data-trunk rel=\"css\" href=\"style/a.css\" />\n\
            <link data-trunk rel=\"copy-dir\" href=\"public\" data-target-path=\".\" />\n\
            <link data-trunk rel=\"rust\" data-bin=\"app\" data-type=\"main\" data-cargo-features=\"app\" />\n\
            <link data-trunk rel=\"rust\" data-bin=\"trainer\" data-type=\"worker\" data-cargo-features=\"worker\" />";
        let html: Vec<String> = assets(page)
            .unwrap()
            .iter()
            .map(|asset| asset.leave(&folder, &bound, &site).unwrap())
            .collect();
        assert!(html[0].starts_with("<link rel=\"stylesheet\" href=\"./a-"));
        assert_eq!((html[1].as_str(), html[3].as_str()), ("", ""));
        let (_, stem) = html[2].split_once("import init from './").unwrap();
        let (stem, _) = stem.split_once(".js'").unwrap();
        let script = files::read_text(&site.join(format!("{stem}.js"))).unwrap();
        assert_eq!(
            script,
            format!("new URL('{stem}_bg.wasm', import.meta.url)")
        );
        for file in [
            "deep/icon.svg",
            "snippets/a.js",
            "trainer.js",
            "trainer_bg.wasm",
            "trainer_loader.js",
        ] {
            assert!(site.join(file).is_file(), "{file}");
        }
        files::remove_folder(&folder).unwrap();
    }
}
