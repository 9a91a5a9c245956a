//! `build --compress`: compressed copies beside the site's files, for hosts that send them as they lie
//! there. They are no part of the site: neither the service worker nor the table of sizes knows them.

use crate::{Result, files, process};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What compresses. PNG pictures are compressed already; `_headers` is read by the host alone.
const COMPRESSIBLE: [&str; 8] = [
    "html",
    "js",
    "css",
    "wasm",
    "json",
    "webmanifest",
    "svg",
    "txt",
];
const ENDINGS: [&str; 2] = ["br", "gz"];

/// Whether the file is a compressed copy of another.
pub fn is_copy(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ENDINGS.iter().any(|copy| ending == *copy))
}

/// Leaves compressed copies, in place of any older ones. `node` calls Node.
pub fn leave_copies(mut node: Command, root: &Path, folder: &Path) -> Result<()> {
    remove_copies(folder)?;
    let names = compressible(folder);
    process::run(
        "Compressing (brotli and gzip, at their best)",
        node.arg(root.join("xtask").join("src").join("compress.js"))
            .arg(folder)
            .args(names),
    )
}

/// Removes the copies: a host would prefer an old one to its new file.
pub fn remove_copies(folder: &Path) -> Result<()> {
    for path in files::all_files(&[folder.to_owned()]) {
        if is_copy(&path) {
            files::remove_file(&path)?;
        }
    }
    Ok(())
}

/// The files that get copies, relative to the folder.
fn compressible(folder: &Path) -> Vec<PathBuf> {
    files::all_files(&[folder.to_owned()])
        .iter()
        .filter(|path| {
            path.extension()
                .is_some_and(|ending| COMPRESSIBLE.iter().any(|known| ending == *known))
        })
        .filter_map(|path| Some(path.strip_prefix(folder).ok()?.to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        files::remove_folder(&folder).unwrap();
        let long = "tomorrow is today ".repeat(50);
        for name in [
            "index.html",
            "app-1_bg.wasm",
            "app-1.js",
            "a.css",
            "manifest.webmanifest",
            "icon.svg",
            "icon-192.png",
            "_headers",
            "folder/deep.js",
        ] {
            files::write(&folder.join(name), &long).unwrap();
        }
        files::write(&folder.join("tiny.js"), "0").unwrap();
        folder
    }

    fn names(folder: &Path) -> Vec<String> {
        files::all_files(&[folder.to_owned()])
            .iter()
            .map(|path| path.strip_prefix(folder).unwrap().display().to_string())
            .collect()
    }

    #[test]
    fn text_and_modules_are_compressed_and_pictures_and_copies_are_not() {
        let folder = site("compressible");
        // A copy that an earlier build left is not compressed once more.
        files::write(&folder.join("index.html.br"), "old").unwrap();
        files::write(&folder.join("index.html.gz"), "old").unwrap();
        let found: Vec<String> = compressible(&folder)
            .iter()
            .map(|path| path.display().to_string())
            .collect();
        assert_eq!(
            found,
            [
                "a.css",
                "app-1.js",
                "app-1_bg.wasm",
                "folder/deep.js",
                "icon.svg",
                "index.html",
                "manifest.webmanifest",
                "tiny.js",
            ]
        );
        files::remove_folder(&folder).unwrap();
    }

    #[test]
    fn copies_lie_beside_their_files_are_the_same_each_time_and_can_be_removed() {
        let folder = site("copies");
        let before = names(&folder);
        // Where cargo runs this package's tests, from wherever it was built.
        let root = Path::new("..");
        let compressed = || {
            leave_copies(Command::new("node"), root, &folder).unwrap();
            ["index.html.br", "folder/deep.js.gz"]
                .map(|name| files::read(&folder.join(name)).unwrap())
        };
        // A file that is gone leaves no copy behind.
        files::write(&folder.join("gone.js.br"), "old").unwrap();
        let first = compressed();
        assert_eq!(first, compressed());
        assert!(first.iter().all(|copy| copy.len() < 100));
        // gzip: its mark, deflate, no name, no time; best compression, no system.
        assert_eq!(first[1][..10], [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
        let after = names(&folder);
        assert_eq!(after.len(), before.len() + 2 * 7, "{after:?}");
        assert!(
            !after.contains(&"tiny.js.br".to_owned()),
            "it would be larger"
        );
        assert!(!after.contains(&"icon-192.png.gz".to_owned()));

        remove_copies(&folder).unwrap();
        assert_eq!(names(&folder), before);
        files::remove_folder(&folder).unwrap();
    }
}
