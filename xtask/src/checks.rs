//! `cargo xtask test`: every check, cheapest first; ends with the runners' own summary lines.

use crate::process::{self, output_of};
use crate::site::{Kind, Site};
use crate::tools::{self, Tools, cargo};
use crate::{Result, first_run, server};
use std::path::Path;
use std::time::Instant;

/// Everything.
pub fn run() -> Result<()> {
    summarised(|summary| {
        // What is missing should be said before minutes of work, not after them.
        let chrome = tools::chrome()?;
        native(summary)?;
        browser_tests(&chrome, Kind::Development, &GROUPS, &[], summary)
    })
}

/// What needs no browser: formatting, lints, native tests, and those of the benchmarks.
pub fn quick() -> Result<()> {
    summarised(native)
}

/// The browser tests alone, for the time one works on them, on the site of this kind. The first
/// argument may name a group; the rest goes to Playwright Test.
pub fn browser_alone(kind: Kind, arguments: &[&str]) -> Result<()> {
    summarised(|summary| {
        let chrome = tools::chrome()?;
        let (groups, arguments) = groups(arguments);
        browser_tests(&chrome, kind, &groups, arguments, summary)
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

/// A group of browser tests: a project of `playwright.config.js`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    /// What a person does, in a minute.
    Smoke,
    /// Everything else that holds however busy the machine is.
    Function,
    /// A whole visit in Chromium, Firefox and WebKit, where they are installed.
    Others,
    /// What is measured; one at a time.
    Timing,
}

const GROUPS: [Group; 4] = [Group::Smoke, Group::Function, Group::Others, Group::Timing];

impl Group {
    fn name(self) -> &'static str {
        match self {
            Self::Smoke => "smoke",
            Self::Function => "function",
            Self::Others => "others",
            Self::Timing => "timing",
        }
    }
}

/// The groups that the first argument names, or all, and the arguments that are left.
fn groups<'a, 'b>(arguments: &'a [&'b str]) -> (Vec<Group>, &'a [&'b str]) {
    if let [first, rest @ ..] = arguments
        && let Some(group) = GROUPS.into_iter().find(|group| group.name() == *first)
    {
        return (vec![group], rest);
    }
    (GROUPS.to_vec(), arguments)
}

/// The benchmarks' own tests: what a disturbed run is.
fn bench_tests(tools: &Tools) -> Result<()> {
    process::run(
        "The benchmarks' own tests",
        tools
            .command("node")
            .args(["--test", "bench/clock.test.js"]),
    )
}

fn native(summary: &mut Vec<String>) -> Result<()> {
    // Some of these tests read the npm packages.
    let tools = Tools::set_up()?;
    if first_run::never_compiled(&tools.target.join("debug"), "burn") {
        first_run::announce(&[(
            "the library and its tests natively, with Burn and Leptos",
            7,
        )]);
    }
    process::run("Formatting", cargo().args(["fmt", "--all", "--check"]))?;
    licences(summary)?;
    native_tests(
        "The tools' own tests",
        &["--package", "xtask", "--package", "catalogue"],
        summary,
    )?;
    // All targets and all programs at once: nothing in `src` asks for the machine that it is built for,
    // so what holds here holds for WebAssembly.
    process::run(
        "Lints",
        cargo()
            .args(["clippy", "--quiet", "--all-targets"])
            .args([
                "--package",
                "hindcast",
                "--package",
                "xtask",
                "--package",
                "bind",
                "--package",
                "catalogue",
            ])
            .args([
                "--features",
                "hindcast/app,hindcast/worker,hindcast/unpacker",
            ])
            .args(["--", "--deny", "warnings"]),
    )?;
    native_tests(
        "Native tests",
        // With the page: its charts are pure functions and tested here. No example in the documentation
        // is a test.
        &[
            "--package",
            "hindcast",
            "--features",
            "engine,app,unpack",
            "--tests",
        ],
        summary,
    )?;
    bench_tests(&tools)
}

/// Licences, bans and sources of everything that is linked, where cargo-deny is installed. Known
/// vulnerabilities need the network: the publishing workflow asks for them.
fn licences(summary: &mut Vec<String>) -> Result<()> {
    if output_of(process::cargo().args(["deny", "--version"])).is_none() {
        let skipped = "skipped: licences, for want of cargo-deny (`cargo install cargo-deny`)";
        println!("    {skipped}");
        summary.push(skipped.to_owned());
        return Ok(());
    }
    process::run(
        "Licences, bans and sources",
        cargo().args(["deny", "--offline", "check", "bans", "licenses", "sources"]),
    )
}

/// Builds the site, serves it on a free port and runs Playwright Test against it.
fn browser_tests(
    chrome: &Path,
    kind: Kind,
    groups: &[Group],
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

    // What is measured runs by itself, after the rest.
    let (timing, parallel): (Vec<Group>, Vec<Group>) =
        groups.iter().partition(|group| **group == Group::Timing);
    let mut failure = Ok(());
    let mut found = false;
    for groups in [parallel, timing] {
        let names: Vec<&str> = groups.iter().map(|group| group.name()).collect();
        if names.is_empty() {
            continue;
        }
        let (lines, result) = process::run_keeping(
            &format!(
                "Browser tests: {} (headless Chromium with WebGPU)",
                names.join(", ")
            ),
            tools
                .command("playwright")
                .args(["test", "--pass-with-no-tests"])
                .args(names.iter().map(|name| format!("--project={name}")))
                .args(arguments)
                .env("CHROME", chrome)
                .env("HINDCAST_URL", format!("http://{address}/"))
                .env("HINDCAST_PUBLISHED", if published { "1" } else { "" }),
            is_playwright_summary,
        );
        found |= !lines.is_empty();
        summary.extend(
            lines
                .iter()
                .map(|line| format!("{}: {line}", names.join(", "))),
        );
        failure = failure.and(result);
    }
    failure?;
    if found {
        Ok(())
    } else {
        Err(format!(
            "no browser test is named by {}.",
            arguments.join(" ")
        ))
    }
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

/// `test result: ok. 12 passed; …`, what was skipped for want of recorded data, and the names of the tests
/// that failed: a long output is often seen only from its end.
fn is_cargo_summary(line: &str) -> bool {
    line.starts_with("test result:")
        || line.starts_with("skipped:")
        || (line.starts_with("test ") && line.ends_with("... FAILED"))
}

/// Playwright ends with lines such as `  12 passed (1.2m)`, `  1 failed`, `  2 skipped`; a test says before
/// why it was skipped. Of a failure are kept the heading, `  1) [function] › device.spec.js:12:3 › name ───`,
/// what was thrown, and where.
fn is_playwright_summary(line: &str) -> bool {
    if line.starts_with("skipped:") || is_playwright_failure(line) {
        return true;
    }
    let mut words = line.split_whitespace();
    let count = words.next().is_some_and(|word| word.parse::<u32>().is_ok());
    let word = words.next().unwrap_or("");
    let outcome = ["passed", "failed", "skipped", "flaky", "interrupted"].contains(&word)
        || line.trim_end().ends_with("did not run");
    count && outcome
}

/// Playwright colours what it writes only for a terminal, and here it writes into a pipe.
fn is_playwright_failure(line: &str) -> bool {
    let line = line.trim_start();
    let heading = line
        .split_once(") [")
        .is_some_and(|(number, _)| number.parse::<u32>().is_ok());
    let thrown = line
        .split_once(':')
        .is_some_and(|(kind, _)| kind.ends_with("Error") && !kind.contains(' '));
    let compared = ["Expected", "Received", "Locator:"]
        .iter()
        .any(|word| line.starts_with(word));
    // The line of the test itself, of the code that is shown around it.
    let place = line.starts_with("> ") && line.contains(" | ");
    heading || thrown || compared || place
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_comes_before_what_goes_to_playwright() {
        let all = GROUPS.to_vec();
        assert_eq!(groups(&[]), (all.clone(), &[][..]));
        assert_eq!(
            groups(&["run.spec.js", "-g", "stop"]),
            (all, &["run.spec.js", "-g", "stop"][..])
        );
        assert_eq!(
            groups(&["smoke", "-g", "function"]),
            (vec![Group::Smoke], &["-g", "function"][..])
        );
    }

    #[test]
    fn only_the_runners_own_summary_lines_are_kept() {
        assert!(is_cargo_summary("test result: ok. 3 passed; 0 failed"));
        assert!(is_cargo_summary("test forecast::windows ... FAILED"));
        assert!(!is_cargo_summary("test forecast::windows ... ok"));
        assert!(is_playwright_summary("  12 passed (1.2m)"));
        assert!(is_playwright_summary("  1 failed"));
        assert!(is_playwright_summary("  3 did not run"));
        assert!(is_playwright_summary(
            "skipped: WebKit, which is not installed"
        ));
        assert!(is_playwright_summary(
            "  1) [function] › tests/browser/run.spec.js:95:1 › stop ────"
        ));
        assert!(is_playwright_summary(
            "    Error: expect(locator).toBeVisible() failed"
        ));
        assert!(is_playwright_summary(
            "    TimeoutError: page.waitForFunction"
        ));
        assert!(is_playwright_summary("    Received: 5"));
        assert!(is_playwright_summary(
            "    > 96 |   expect(stopped).toBeLessThan(1000);"
        ));
        assert!(!is_playwright_summary(
            "      95 | test(\"stop\", async ({ page }) => {"
        ));
        assert!(!is_playwright_summary(
            "  ✓   11 [timing] › tests/browser/run.spec.js:95:1 › stop (2.6s)"
        ));
        assert!(!is_playwright_summary("  3 passengers"));
        assert!(!is_playwright_summary("Running 12 tests using 1 worker"));
    }
}
