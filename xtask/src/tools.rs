//! The set-up: compilers are checked, the rest is installed where it is missing. Nothing is
//! installed globally but the wasm target (by rustup) and, for the browser tests, Debian's Chromium.
//! `serve` and `test` need no tool to be compiled; `build` needs trunk, wasm-bindgen and the splitting
//! tool, of which those on the machine are used.

use crate::process::{self, output_of, progress};
use crate::{Result, files, first_run};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// `rust-version` of Cargo.toml, for one clear sentence before cargo's own.
const RUSTC_AT_LEAST: (u32, u32) = (1, 95);
/// esbuild and Playwright ask for it.
const NODE_AT_LEAST: (u32, u32) = (20, 0);
/// The last trunk that builds on Rust 1.95 (0.22.1 asks for 1.96.1), installed where there is none.
const TRUNK_VERSION: &str = "0.21.14";
/// Older ones write another page.
const TRUNK_AT_LEAST: (u32, u32) = (0, 21);
/// Takes the published page apart.
pub const SPLIT_VERSION: &str = "0.2.4";
const SPLIT_PACKAGE: &str = "wasm_split_cli_support";
pub const SPLIT_PROGRAM: &str = "wasm-split-cli";
/// Their own release profiles spend minutes on optimising what a tool does in a second.
const QUICK_BUILD: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
];
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// A tool to be installed, and about how long compiling it takes on two cores.
#[derive(Debug)]
struct Missing {
    package: &'static str,
    version: String,
    flags: &'static [&'static str],
    minutes: u32,
}

/// What the builds need, found or installed.
#[derive(Debug, Clone)]
pub struct Tools {
    /// The project's root.
    pub root: PathBuf,
    /// Cargo's target folder, which also holds the tools and xtask's caches.
    pub target: PathBuf,
    /// PATH with the installed tools first.
    path: OsString,
}

impl Tools {
    /// Checks the compilers and Node; installs the wasm target and the npm packages where they are
    /// missing.
    pub fn set_up() -> Result<Self> {
        check_rustc()?;
        check_node()?;
        add_wasm_target()?;
        let (root, target) = folders();
        let bin = target.join("tools").join("bin");
        let tools = Self {
            path: path_with(&[bin, root.join("node_modules").join(".bin")])?,
            root,
            target,
        };
        tools.npm_packages_in(
            &tools.root,
            "ECharts, esbuild, binaryen, Playwright Test, axe-core",
        )?;
        Ok(tools)
    }

    /// A command that finds the installed tools.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.find(program).unwrap_or_else(|| program.into()));
        self.prepare(&mut command);
        command
    }

    fn prepare(&self, command: &mut Command) {
        process::without_foreign_flags(command);
        command
            .current_dir(&self.root)
            .env("PATH", &self.path)
            // A failed tool gives its message, not its stack.
            .env("RUST_BACKTRACE", "0")
            .env("CARGO_TARGET_DIR", &self.target);
    }

    fn find(&self, program: &str) -> Option<PathBuf> {
        find_in(&self.path, program)
    }

    /// Installs what only a published site needs, unless it is there or on PATH.
    pub fn set_up_for_release(&self) -> Result<()> {
        let missing = self.missing_for_release()?;
        let waits = missing.iter().map(|tool| (tool.package, tool.minutes));
        first_run::announce(&waits.collect::<Vec<_>>());
        let build = self.target.join("tools").join("build");
        for tool in &missing {
            self.install(tool, &build)?;
        }
        // What they were built from is gigabytes, and never needed again.
        files::remove_folder(&build)
    }

    fn missing_for_release(&self) -> Result<Vec<Missing>> {
        let version_of = |program: &str| output_of(self.command(program).arg("--version"));
        let mut missing = Vec::new();
        let trunk = version_of("trunk").and_then(|text| version_in(&text));
        if trunk.is_none_or(|version| version < TRUNK_AT_LEAST) {
            missing.push(Missing {
                package: "trunk",
                version: TRUNK_VERSION.to_owned(),
                flags: &["--locked"],
                minutes: 3,
            });
        }
        // It must be the very version that the page was compiled with.
        let wanted = locked_version(&self.root, "wasm-bindgen")?;
        let bindgen = version_of("wasm-bindgen").unwrap_or_default();
        if !bindgen.split_whitespace().any(|word| word == wanted) {
            missing.push(Missing {
                package: "wasm-bindgen-cli",
                version: wanted,
                // Without --locked: one of the versions in its own lock file is not always to be had.
                flags: &[],
                minutes: 2,
            });
        }
        if !self.has_split_program() {
            missing.push(Missing {
                package: SPLIT_PACKAGE,
                version: SPLIT_VERSION.to_owned(),
                flags: &["--locked", "--features", "build-binary"],
                minutes: 1,
            });
        }
        Ok(missing)
    }

    /// The splitting tool does not say its version; cargo wrote it down.
    fn has_split_program(&self) -> bool {
        let home = self.target.join("tools");
        let wanted = format!("\"{SPLIT_PACKAGE} {SPLIT_VERSION} ");
        let program = format!("{SPLIT_PROGRAM}{}", std::env::consts::EXE_SUFFIX);
        files::read_text(&home.join(".crates.toml")).is_ok_and(|text| text.contains(&wanted))
            && home.join("bin").join(program).is_file()
    }

    /// Installs a tool under the target folder: downloaded where `cargo binstall` is there and knows it,
    /// else compiled. Tools share `build`, and so the crates that they have in common.
    fn install(&self, tool: &Missing, build: &Path) -> Result<()> {
        let home = self.target.join("tools");
        let what = format!("{} {} into {}", tool.package, tool.version, home.display());
        let cargo = |command: &str| {
            let mut cargo = process::cargo();
            self.prepare(&mut cargo);
            cargo.args([command, tool.package, "--version", &tool.version, "--force"]);
            cargo.arg("--root").arg(&home);
            cargo
        };
        let has_binstall = output_of(process::cargo().args(["binstall", "-V"])).is_some();
        // With features of our own choice there is nothing to download.
        if has_binstall && tool.package != SPLIT_PACKAGE {
            let mut binstall = cargo("binstall");
            binstall.args(["--no-confirm", "--disable-strategies", "compile"]);
            if process::run(&format!("Downloading {what}"), &mut binstall).is_ok() {
                return Ok(());
            }
        }
        process::run(
            &format!("Compiling {what}"),
            cargo("install")
                .arg("--target-dir")
                .arg(build)
                .args(tool.flags)
                .envs(QUICK_BUILD),
        )
    }

    /// `npm ci` in a folder, only when its lock file changed since the last time.
    pub fn npm_packages_in(&self, folder: &Path, what: &str) -> Result<()> {
        let lock = files::read(&folder.join("package-lock.json"))?;
        let wanted = files::short_hash(&[&lock]);
        let stamp = folder.join("node_modules").join(".hindcast-lock");
        if files::read_text(&stamp).is_ok_and(|installed| installed == wanted) {
            return Ok(());
        }
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        process::run(
            &format!("Installing the npm packages ({what})"),
            self.command(npm)
                .current_dir(folder)
                .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
                .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"),
        )?;
        files::write(&stamp, wanted)
    }
}

/// Where cargo keeps the sources of crates.
pub fn registries() -> Vec<PathBuf> {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let folders = home.and_then(|home| std::fs::read_dir(home.join("registry/src")).ok());
    let folders = folders.into_iter().flatten().flatten();
    folders.map(|folder| folder.path()).collect()
}

/// The project's root and cargo's target folder.
pub fn folders() -> (PathBuf, PathBuf) {
    // Asked of cargo at run time: two clones that share a target folder can share this program.
    let xtask = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    let root = xtask.parent().unwrap_or(&xtask).to_owned();
    let target = match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) if !folder.is_empty() => root.join(folder),
        _ => root.join("target"),
    };
    (root, target)
}

/// cargo in the project's root and target folder, wherever xtask was called from.
pub fn cargo() -> Command {
    let (root, target) = folders();
    let mut command = process::cargo();
    command.current_dir(root).env("CARGO_TARGET_DIR", target);
    command
}

pub fn check_rustc() -> Result<()> {
    let advice = format!(
        "Hindcast needs Rust {}.{} or newer; run `rustup update stable` and try again.",
        RUSTC_AT_LEAST.0, RUSTC_AT_LEAST.1
    );
    let Some(text) = output_of(Command::new("rustc").arg("--version")) else {
        return Err(format!("rustc was not found. {advice}"));
    };
    match version_in(&text) {
        Some(version) if version >= RUSTC_AT_LEAST => Ok(()),
        _ => Err(format!("this is {text:?}. {advice}")),
    }
}

fn check_node() -> Result<()> {
    let advice = format!(
        "Hindcast needs Node {} or newer with npm; get it from https://nodejs.org/ and try again.",
        NODE_AT_LEAST.0
    );
    let Some(text) = output_of(Command::new("node").arg("--version")) else {
        return Err(format!("node was not found. {advice}"));
    };
    match version_in(&text) {
        Some(version) if version >= NODE_AT_LEAST => Ok(()),
        _ => Err(format!("this is Node {text}. {advice}")),
    }
}

pub fn add_wasm_target() -> Result<()> {
    let installed =
        output_of(Command::new("rustc").args(["--print", "sysroot"])).is_some_and(|root| {
            Path::new(&root)
                .join("lib/rustlib")
                .join(WASM_TARGET)
                .exists()
        });
    if installed {
        return Ok(());
    }
    if output_of(Command::new("rustup").arg("--version")).is_none() {
        return Err(format!(
            "the Rust target {WASM_TARGET} is missing and rustup was not found; \
             install Rust by https://rustup.rs/ and try again."
        ));
    }
    process::run(
        &format!("Adding the Rust target {WASM_TARGET}"),
        Command::new("rustup").args(["target", "add", WASM_TARGET]),
    )
}

/// A Chrome or Chromium: `CHROME`, then what is installed, then Debian's package when root.
pub fn chrome() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROME").filter(|named| !named.is_empty()) {
        let named = PathBuf::from(named);
        return if named.is_file() {
            Ok(named)
        } else {
            Err(format!(
                "CHROME names {}, which is not there; correct or unset it.",
                named.display()
            ))
        };
    }
    if let Some(found) = installed_chrome() {
        return Ok(found);
    }
    let is_root = output_of(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    if is_root && Path::new("/etc/debian_version").exists() {
        progress("No Chrome or Chromium was found; installing Debian's");
        process::run(
            "apt-get update",
            Command::new("apt-get").args(["update", "--quiet"]),
        )?;
        process::run(
            "apt-get install chromium",
            Command::new("apt-get")
                .args([
                    "install",
                    "--yes",
                    "--quiet",
                    "--no-install-recommends",
                    "chromium",
                ])
                .env("DEBIAN_FRONTEND", "noninteractive"),
        )?;
        if let Some(found) = installed_chrome() {
            return Ok(found);
        }
    }
    Err(
        "the browser tests need Chrome or Chromium; install one (on Debian: \
         `sudo apt-get install chromium`) or name it in the variable CHROME, and try again."
            .to_owned(),
    )
}

fn installed_chrome() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let names = [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
    ];
    let elsewhere = [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    ];
    names
        .iter()
        .find_map(|name| find_in(&path, name))
        .or_else(|| {
            elsewhere
                .iter()
                .map(PathBuf::from)
                .find(|file| file.is_file())
        })
}

fn path_with(first: &[PathBuf]) -> Result<OsString> {
    let present = std::env::var_os("PATH").unwrap_or_default();
    let folders = first.iter().cloned().chain(std::env::split_paths(&present));
    std::env::join_paths(folders)
        .map_err(|error| format!("the project's path cannot be put on PATH: {error}."))
}

fn find_in(path: &OsString, program: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd"]
    } else {
        &[""]
    };
    std::env::split_paths(path)
        .flat_map(|folder| {
            endings
                .iter()
                .map(move |ending| folder.join(format!("{program}{ending}")))
        })
        .find(|file| file.is_file())
}

/// The first `major.minor` in a version line such as `rustc 1.95.0 (…)` or `v20.20.2`.
fn version_in(text: &str) -> Option<(u32, u32)> {
    text.split_whitespace().find_map(|word| {
        let mut numbers = word.trim_start_matches('v').split('.');
        let major = numbers.next()?.parse().ok()?;
        let minor = numbers.next()?.parse().ok()?;
        Some((major, minor))
    })
}

/// A package's version in Cargo.lock.
fn locked_version(root: &Path, package: &str) -> Result<String> {
    let lock = files::read_text(&root.join("Cargo.lock"))?;
    version_in_lock(&lock, package).ok_or_else(|| {
        format!("Cargo.lock does not name {package}; run `cargo metadata` to write it anew.")
    })
}

fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == name)?;
    let version = lines.next()?.strip_prefix("version = \"")?;
    Some(version.trim_end_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_what_the_tools_print() {
        assert_eq!(
            version_in("rustc 1.95.0 (59807616e 2026-04-14)"),
            Some((1, 95))
        );
        assert_eq!(version_in("v20.20.2"), Some((20, 20)));
        assert_eq!(
            version_in("rustc 1.96.0-nightly (abc 2026-05-01)"),
            Some((1, 96))
        );
        assert_eq!(version_in("no version"), None);
    }

    #[test]
    fn the_lock_gives_the_version_of_that_very_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(
            version_in_lock(lock, "wasm-bindgen").as_deref(),
            Some("0.2.130")
        );
        assert_eq!(version_in_lock(lock, "serde"), None);
    }
}
