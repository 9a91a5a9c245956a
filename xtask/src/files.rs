//! Files: what changed, copying, reading with errors that name the file.

use crate::Result;
use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

/// Folders that are outputs, never inputs.
const OUTPUTS: [&str; 6] = [
    "target",
    "dist",
    "node_modules",
    "test-results",
    "playwright-report",
    ".git",
];

pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))
}

pub fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))
}

pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    if let Some(parent) = path.parent() {
        create_folder(parent)?;
    }
    fs::write(path, content)
        .map_err(|error| format!("{} cannot be written: {error}.", path.display()))
}

pub fn create_folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path)
        .map_err(|error| format!("{} cannot be created: {error}.", path.display()))
}

pub fn remove_file(path: &Path) -> Result<()> {
    fs::remove_file(path).map_err(|error| format!("{} cannot be removed: {error}.", path.display()))
}

pub fn remove_folder(path: &Path) -> Result<()> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("{} cannot be removed: {error}.", path.display()))
        }
        _ => Ok(()),
    }
}

/// Every file under the paths (files or folders), sorted; outputs are left out.
pub fn all_files(paths: &[PathBuf]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = paths.to_vec();
    while let Some(path) = open.pop() {
        if path.is_file() {
            found.push(path);
        } else if let Ok(entries) = fs::read_dir(&path) {
            open.extend(
                entries
                    .flatten()
                    .filter(|entry| {
                        let name = entry.file_name();
                        !OUTPUTS.iter().any(|output| name == *output)
                    })
                    .map(|entry| entry.path()),
            );
        }
    }
    found.sort();
    found
}

/// Changes when a file under the paths is added, removed or written: names, sizes and times only.
pub fn fingerprint(paths: &[PathBuf]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for path in all_files(paths) {
        path.hash(&mut hasher);
        if let Ok(metadata) = fs::metadata(&path) {
            metadata.len().hash(&mut hasher);
            metadata.modified().ok().hash(&mut hasher);
        }
    }
    hasher.finish()
}

/// A short name for some bytes; also what caches are keyed by. Not cryptographic: it only has to
/// differ when a build's output differs.
pub fn short_hash(parts: &[&[u8]]) -> String {
    let mut hasher = DefaultHasher::new();
    for part in parts {
        part.hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}

/// The hash of every file's path and content under the paths.
pub fn content_hash(paths: &[PathBuf]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for path in all_files(paths) {
        path.hash(&mut hasher);
        read(&path)?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scratch(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        remove_folder(&folder).unwrap();
        create_folder(&folder).unwrap();
        folder
    }

    #[test]
    fn content_hash_sees_a_change_and_ignores_outputs() {
        let folder = scratch("hash");
        write(&folder.join("src/a.rs"), "one").unwrap();
        let before = content_hash(std::slice::from_ref(&folder)).unwrap();
        write(&folder.join("target/b"), "an output").unwrap();
        assert_eq!(content_hash(std::slice::from_ref(&folder)).unwrap(), before);
        write(&folder.join("src/a.rs"), "two").unwrap();
        assert_ne!(content_hash(std::slice::from_ref(&folder)).unwrap(), before);
        remove_folder(&folder).unwrap();
    }
}
