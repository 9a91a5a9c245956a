//! What a first run waits for, said before it begins.

use std::path::Path;

/// Says how long the run takes and why, where something has to be compiled first: what it is, and the
/// minutes that it takes on two cores.
pub fn announce(waits: &[(&str, u32)]) {
    if let Some(notice) = notice(waits) {
        println!("\n{notice}\n");
    }
}

fn notice(waits: &[(&str, u32)]) -> Option<String> {
    if waits.is_empty() {
        return None;
    }
    let minutes: u32 = waits.iter().map(|(_, minutes)| minutes).sum();
    let parts: Vec<String> = waits
        .iter()
        .map(|(what, minutes)| format!("{what} ({minutes} min)"))
        .collect();
    Some(format!(
        "This is the first time here: about {minutes} min on two cores to compile {}. The next time \
         starts in seconds.",
        parts.join("; ")
    ))
}

/// Whether cargo has not yet compiled the package into this folder of its target folder.
pub fn never_compiled(folder: &Path, package: &str) -> bool {
    let compiled = std::fs::read_dir(folder.join(".fingerprint"))
        .into_iter()
        .flatten();
    let prefix = format!("{package}-");
    // `burn-1a2b…` is burn, `burn-tensor-1a2b…` is another package.
    !compiled.flatten().any(|entry| {
        let name = entry.file_name();
        let hash = name.to_str().and_then(|name| name.strip_prefix(&prefix));
        hash.is_some_and(|hash| !hash.contains('-'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files;

    #[test]
    fn a_first_run_says_how_long_and_why() {
        assert_eq!(notice(&[]), None);
        let said = notice(&[("the trainer", 9), ("trunk", 3)]).unwrap();
        assert!(said.contains("about 12 min"), "{said}");
        assert!(
            said.contains("the trainer (9 min); trunk (3 min)"),
            "{said}"
        );
    }

    #[test]
    fn a_package_is_told_from_those_that_begin_with_its_name() {
        let folder = std::env::temp_dir().join(format!("xtask-first-{}", std::process::id()));
        files::remove_folder(&folder).unwrap();
        let compile = |name: &str| files::create_folder(&folder.join(".fingerprint").join(name));
        assert!(never_compiled(&folder, "burn"));
        compile("burn-tensor-1a2b").unwrap();
        assert!(never_compiled(&folder, "burn"));
        compile("burn-3c4d").unwrap();
        assert!(!never_compiled(&folder, "burn"));
        files::remove_folder(&folder).unwrap();
    }
}
