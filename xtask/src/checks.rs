//! `cargo xtask test`: every check, cheapest first; ends with the runners' own summary lines.

use crate::process;
use crate::site::{Kind, Site};
use crate::tools::{self, Tools};
use crate::{Result, server};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

pub fn run() -> Result<()> {
    summarised(steps)
}

/// The browser tests alone, for the time one works on them, on the site of this kind.
pub fn browser_alone(kind: Kind, arguments: &[&str]) -> Result<()> {
    summarised(|summary| {
        let chrome = tools::chrome()?;
        browser_tests(&chrome, kind, arguments, summary)
    })
}

fn summarised(steps: impl FnOnce(&mut Vec<String>) -> Result<()>) -> Result<()> {
    let started = Instant::now();
    let mut summary = Vec::new();
    let result = steps(&mut summary);
    if !summary.is_empty() {
        println!("\nSummary");
        for line in &summary {
            println!("  {line}");
        }
    }
    println!("  {:.0} s in all", started.elapsed().as_secs_f64());
    result
}

fn steps(summary: &mut Vec<String>) -> Result<()> {
    // What is missing should be said before minutes of work, not after them.
    tools::check_rustc()?;
    tools::check_node()?;
    tools::add_wasm_target()?;
    let chrome = tools::chrome()?;

    process::run("Formatting", cargo().args(["fmt", "--all", "--check"]))?;
    let tools = ["--package", "xtask", "--package", "catalogue"];
    native_tests("The tools' own tests", &tools, summary)?;
    lint("the tools", &[&tools[..], &["--all-targets"]].concat())?;
    lint(
        "the page",
        &[
            "--package",
            "hindcast",
            "--profile",
            "wasm-dev",
            "--target",
            "wasm32-unknown-unknown",
            "--no-default-features",
            "--features",
            "app",
            "--lib",
            "--bin",
            "app",
        ],
    )?;
    lint(
        "the native library and its tests",
        &[
            "--package",
            "hindcast",
            "--features",
            "engine,app",
            "--all-targets",
        ],
    )?;
    native_tests(
        "Native tests",
        // With the page: its charts are pure functions and tested here.
        &["--package", "hindcast", "--features", "engine,app"],
        summary,
    )?;
    lint(
        "the trainer",
        &[
            "--package",
            "hindcast",
            "--profile",
            "wasm-dev",
            "--target",
            "wasm32-unknown-unknown",
            "--no-default-features",
            "--features",
            "worker",
            "--lib",
            "--bin",
            "trainer",
        ],
    )?;

    browser_tests(&chrome, Kind::Development, &[], summary)
}

/// Builds the site, serves it on a free port and runs Playwright Test against it.
fn browser_tests(
    chrome: &Path,
    kind: Kind,
    arguments: &[&str],
    summary: &mut Vec<String>,
) -> Result<()> {
    let tools = Tools::set_up()?;
    // Some tests are of what only a published site has: a part that loads behind.
    let published = matches!(kind, Kind::Release { .. });
    let site = Site::build(&tools, kind)?;
    let listener = server::bind(0)?;
    let address = listener
        .local_addr()
        .map_err(|error| format!("the test server has no address: {error}."))?;
    let folder = site.folder.clone();
    std::thread::spawn(move || server::serve(&listener, &folder));

    let (lines, result) = process::run_keeping(
        "Browser tests (headless Chromium with WebGPU)",
        tools
            .command("playwright")
            .arg("test")
            .args(arguments)
            .env("CHROME", chrome)
            .env("HINDCAST_URL", format!("http://{address}/"))
            .env("HINDCAST_PUBLISHED", if published { "1" } else { "" }),
        is_playwright_summary,
    );
    summary.extend(lines.iter().map(|line| format!("browser: {line}")));
    result
}

/// cargo in the project's root and target folder, wherever xtask was called from.
fn cargo() -> Command {
    let (root, target) = tools::folders();
    let mut command = process::cargo();
    command.current_dir(root).env("CARGO_TARGET_DIR", target);
    command
}

fn lint(what: &str, arguments: &[&str]) -> Result<()> {
    process::run(
        &format!("Lints of {what}"),
        cargo()
            .arg("clippy")
            .arg("--quiet")
            .args(arguments)
            .args(["--", "--deny", "warnings"]),
    )
}

fn native_tests(what: &str, arguments: &[&str], summary: &mut Vec<String>) -> Result<()> {
    let (lines, result) = process::run_keeping(
        what,
        // --show-output: a test that skips itself says so in a line of its own.
        cargo()
            .arg("test")
            .args(arguments)
            .args(["--", "--show-output"]),
        is_cargo_summary,
    );
    summary.extend(lines.iter().map(|line| format!("native: {line}")));
    result
}

/// `test result: ok. 12 passed; …`, and what was skipped for want of recorded data.
fn is_cargo_summary(line: &str) -> bool {
    line.starts_with("test result:") || line.starts_with("skipped:")
}

/// Playwright ends with lines such as `  12 passed (1.2m)`, `  1 failed`, `  2 skipped`.
fn is_playwright_summary(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let count = words.next().is_some_and(|word| word.parse::<u32>().is_ok());
    let word = words.next().unwrap_or("");
    let outcome = ["passed", "failed", "skipped", "flaky", "interrupted"].contains(&word)
        || line.trim_end().ends_with("did not run");
    count && outcome
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_runners_own_summary_lines_are_kept() {
        assert!(is_cargo_summary("test result: ok. 3 passed; 0 failed"));
        assert!(!is_cargo_summary("test forecast::windows ... ok"));
        assert!(is_playwright_summary("  12 passed (1.2m)"));
        assert!(is_playwright_summary("  1 failed"));
        assert!(is_playwright_summary("  3 did not run"));
        assert!(!is_playwright_summary("  3 passengers"));
        assert!(!is_playwright_summary("Running 12 tests using 1 worker"));
    }
}
