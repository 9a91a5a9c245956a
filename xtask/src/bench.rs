//! `cargo xtask bench`: builds what is measured and what it is compared with, then has
//! `bench/run.js` measure all of it in one go.

use crate::process::{self, progress};
use crate::site::{Kind, Site};
use crate::tools::{self, Tools, WASM_TARGET};
use crate::{Result, develop, files};
use std::path::{Path, PathBuf};
use std::process::Command;

pub const USAGE: &str = "\
Usage: cargo xtask bench [OPTION...]

Measures a training step of this project, of stock Burn, of TensorFlow.js and of PyTorch, natively
and in headless Chromium, all in one run; prints the tables and leaves them in target/bench/ as JSON.

  --quick          the trainer, PyTorch and TensorFlow.js wasm alone: a few minutes
  --write          write docs/benchmarks.md too
  --python PATH    a Python that has torch; else `python3` is tried
  --repeats N      samples of each row (5; no fewer)
  --development    measure the development site: quicker to build, a little slower to train,
                   and its download sizes mean nothing
  --verdicts       instead, whether the verdict is right: the honest recipe on every known world with
                   12 to 40 seeds; some twenty minutes, natively, with no browser
  --gpu            also natively on this machine's GPU (Vulkan, Metal) beside PyTorch on CUDA

The machine should have nothing else to do: where a fixed loop, timed before, between and after the
rounds, or any row differs by more than 15 %, no table is written and the reasons are. A full run
takes about a quarter of an hour once everything is built; the first build takes another.";

/// Fewer would make no median.
const LEAST_REPEATS: u32 = 5;

#[derive(Debug, Clone, PartialEq, Eq)]
struct Options {
    quick: bool,
    write: bool,
    development: bool,
    gpu: bool,
    verdicts: bool,
    python: Option<String>,
    repeats: u32,
}

impl Options {
    fn read(arguments: &[&str]) -> Result<Self> {
        let mut options = Self {
            quick: false,
            write: false,
            development: false,
            gpu: false,
            verdicts: false,
            python: None,
            repeats: LEAST_REPEATS,
        };
        let mut words = arguments.iter();
        while let Some(word) = words.next() {
            let mut value = || {
                words
                    .next()
                    .ok_or_else(|| format!("{word} needs a value.\n\n{USAGE}"))
            };
            match *word {
                "--quick" => options.quick = true,
                "--write" => options.write = true,
                "--development" => options.development = true,
                "--gpu" => options.gpu = true,
                "--verdicts" => options.verdicts = true,
                "--python" => options.python = Some((*value()?).to_owned()),
                "--repeats" => {
                    let given = value()?;
                    options.repeats = given
                        .parse::<u32>()
                        .ok()
                        .filter(|repeats| *repeats >= LEAST_REPEATS)
                        .ok_or_else(|| {
                            format!("{given:?} is too few repeats; give {LEAST_REPEATS} or more.")
                        })?;
                }
                _ => return Err(format!("bench knows no {word:?}.\n\n{USAGE}")),
            }
        }
        Ok(options)
    }

    /// Profiles of the native rows and of the stock network: (native, wasm).
    fn profiles(&self) -> (&'static str, &'static str) {
        if self.development {
            ("dev", "wasm-dev")
        } else {
            ("measure", "measure")
        }
    }
}

/// The section of `docs/benchmarks.md` that `--verdicts` writes: each run writes its own part and leaves
/// the others as they are.
const VERDICTS: &str = "## Verdicts on the known worlds";
const SECTION: &str = "\n## ";

pub fn run(arguments: &[&str]) -> Result<()> {
    let options = Options::read(arguments)?;
    if options.verdicts {
        return verdicts(&options);
    }
    let chrome = tools::chrome()?;
    let tools = Tools::set_up()?;
    tools.npm_packages_in(&tools.root.join("bench"), "TensorFlow.js, to compare with")?;

    let (kind, kind_name) = if options.development {
        (Kind::Development, "development")
    } else {
        (Kind::release(), "release")
    };
    let site = Site::build(&tools, kind)?;
    let (native_profile, wasm_profile) = options.profiles();
    let program = native_rows(&tools.root, &tools.target, native_profile, options.gpu)?;
    let build = tools.target.join("bench").join("build");
    bundle_tensorflow(&tools, &build)?;
    if !options.quick {
        stock_module(&tools, wasm_profile, &build)?;
    }

    let mut node = tools.command("node");
    node.arg(tools.root.join("bench").join("run.js"))
        .arg("--site")
        .arg(&site.folder)
        .arg("--build")
        .arg(&build)
        .arg("--program")
        .arg(&program)
        .arg("--json")
        .arg(tools.target.join("bench").join("benchmarks.json"))
        .args(["--kind", kind_name])
        .args(["--repeats", &options.repeats.to_string()])
        .env("CHROME", chrome);
    if let Some(python) = &options.python {
        node.args(["--python", python]);
    }
    if options.quick {
        node.arg("--quick");
    }
    if options.gpu {
        node.arg("--gpu");
    }
    let table = tools.target.join("bench").join("steps.md");
    node.arg("--markdown").arg(&table);
    process::run("Measuring", &mut node)?;
    if options.write {
        let document = tools.root.join("docs").join("benchmarks.md");
        let old = files::read_text(&document).unwrap_or_default();
        let steps = files::read_text(&table)?;
        let Parts {
            verdicts, later, ..
        } = Parts::of(&old);
        files::write(&document, joined([&steps, verdicts, later]))?;
    }
    Ok(())
}

/// Trains on every known world and counts the verdicts.
fn verdicts(options: &Options) -> Result<()> {
    tools::check_rustc()?;
    let (root, target) = tools::folders();
    let program = native_rows(&root, &target, options.profiles().0, false)?;
    progress("Training on the known worlds");
    let table = process::output_under_progress(Command::new(program).arg("verdicts"))
        .ok_or("the runs failed; their output is above.")?;
    println!("\n{table}");
    if options.write {
        let document = root.join("docs").join("benchmarks.md");
        let old = files::read_text(&document).unwrap_or_default();
        let Parts { steps, later, .. } = Parts::of(&old);
        let part = format!(
            "{VERDICTS}\n\n`cargo xtask bench --verdicts`: the recipe \"honest\" on known worlds, 5,000 days, seeds \
             from 1 on, not chosen. Of the intervals, means over the seeds; [method](method.md) says what \
             calm, wild and steady are, and the plain band is that of the last 20 days.\n\n{table}\n"
        );
        files::write(&document, joined([steps, &part, later]))?;
    }
    Ok(())
}

/// What the document is made of.
struct Parts<'d> {
    /// Up to the verdicts.
    steps: &'d str,
    verdicts: &'d str,
    /// Sections that other commands measure.
    later: &'d str,
}

impl<'d> Parts<'d> {
    fn of(document: &'d str) -> Self {
        let start = document.find(VERDICTS).unwrap_or(document.len());
        let (steps, rest) = document.split_at(start);
        let end = rest.find(SECTION).unwrap_or(rest.len());
        let (verdicts, later) = rest.split_at(end);
        Self {
            steps,
            verdicts,
            later,
        }
    }
}

fn joined(parts: [&str; 3]) -> String {
    let parts = parts.map(str::trim).into_iter();
    let parts: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
    parts.join("\n\n") + "\n"
}

/// The native rows' program.
fn native_rows(root: &Path, target: &Path, profile: &str, gpu: bool) -> Result<PathBuf> {
    let mut cargo = process::cargo();
    cargo
        .current_dir(root)
        .env("CARGO_TARGET_DIR", target)
        .args(["build", "--package", "bench", "--profile", profile]);
    if gpu {
        cargo.args(["--features", "gpu"]);
    }
    process::run("Building the native rows", &mut cargo)?;
    let program = format!("bench{}", std::env::consts::EXE_SUFFIX);
    Ok(target.join(profile_folder(profile)).join(program))
}

/// The stock network as a WebAssembly module with its bindings, in `build/stock/`.
fn stock_module(tools: &Tools, profile: &str, build: &Path) -> Result<()> {
    let mut cargo = process::cargo();
    cargo
        .current_dir(&tools.root)
        .env("CARGO_TARGET_DIR", &tools.target)
        .args(["build", "--package", "bench", "--target", WASM_TARGET])
        .args(["--profile", profile]);
    process::run("Building the stock network for the browser", &mut cargo)?;
    let module = tools
        .target
        .join(WASM_TARGET)
        .join(profile_folder(profile))
        .join("bench.wasm");
    develop::bind(&module, &build.join("stock"), "bench")
}

/// Cargo names the folder of its development profile differently from the profile.
fn profile_folder(profile: &str) -> &str {
    if profile == "dev" { "debug" } else { profile }
}

/// TensorFlow.js as one script beside the modules that its wasm backend loads.
fn bundle_tensorflow(tools: &Tools, build: &Path) -> Result<()> {
    files::create_folder(build)?;
    process::run(
        "Bundling TensorFlow.js",
        tools
            .command("esbuild")
            .args([
                "bench/browser/tfjs.js",
                "--bundle",
                "--minify",
                "--format=esm",
                "--target=es2022",
                "--log-level=warning",
            ])
            .arg(format!("--outfile={}", build.join("tfjs.js").display())),
    )?;
    let backend = tools
        .root
        .join("bench/node_modules/@tensorflow/tfjs-backend-wasm/dist");
    progress("Copying its modules");
    for module in files::all_files(std::slice::from_ref(&backend)) {
        if module
            .extension()
            .is_some_and(|extension| extension == "wasm")
        {
            let name = module.file_name().unwrap_or_default();
            files::write(&build.join(name), files::read(&module)?)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_of_the_document_leaves_the_other_as_it_is() {
        let verdicts = |word: &str| format!("{VERDICTS}\n\n{word}\n");
        let document = joined([
            "# Benchmarks\n\n## Steps\n\nfast\n",
            &verdicts("right"),
            "## Inputs\n\n## Size\n",
        ]);
        let expected = "# Benchmarks\n\n## Steps\n\nfast\n\n## Verdicts on the known worlds\n\nright\n\n\
                        ## Inputs\n\n## Size\n";
        assert_eq!(document, expected);
        let parts = Parts::of(&document);
        let faster = joined(["# Faster\n", parts.verdicts, parts.later]);
        let expected =
            "# Faster\n\n## Verdicts on the known worlds\n\nright\n\n## Inputs\n\n## Size\n";
        assert_eq!(faster, expected);
        let parts = Parts::of(&faster);
        let worse = joined([parts.steps, &verdicts("wrong"), parts.later]);
        assert_eq!(worse, expected.replace("right", "wrong"));
        // A document that has none yet.
        let parts = Parts::of("# Benchmarks\n");
        let first = joined([parts.steps, &verdicts("right"), parts.later]);
        assert_eq!(first, format!("# Benchmarks\n\n{}", verdicts("right")));
        let parts = Parts::of("");
        assert_eq!(joined([parts.steps, parts.verdicts, parts.later]), "\n");
    }

    #[test]
    fn options_are_read_and_what_is_none_is_told() {
        let options = Options::read(&["--quick", "--python", "py", "--repeats", "7"]).unwrap();
        assert!(options.quick && !options.write && !options.development);
        assert_eq!(options.python.as_deref(), Some("py"));
        assert_eq!(options.repeats, 7);
        assert!(Options::read(&["--repeats", "4"]).is_err());
        assert!(Options::read(&["--python"]).is_err());
        assert!(Options::read(&["--verdicts"]).unwrap().verdicts);
        assert!(Options::read(&["--fast"]).unwrap_err().contains("--fast"));
    }
}
