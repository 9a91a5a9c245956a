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
  --memory         instead, what LSTM, GRU and plain RNN can carry: 730 trainings on worlds whose
                   memory is 2 to 80 days long; some 80 minutes on two cores
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
    /// What is trained instead of timed.
    trained: Option<&'static Trained>,
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
            trained: None,
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
                "--verdicts" => options.trained = Some(&VERDICTS),
                "--memory" => options.trained = Some(&MEMORY),
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

/// Trainings that are judged and not timed: a section of `docs/benchmarks.md`.
#[derive(Debug, PartialEq, Eq)]
struct Trained {
    /// What the native program is asked for.
    program: &'static str,
    heading: &'static str,
    introduction: &'static str,
}

/// What stands before it in the document is timed.
const VERDICTS: Trained = Trained {
    program: "verdicts",
    heading: "## Verdicts on the known worlds",
    introduction: "`cargo xtask bench --verdicts`: the recipe \"honest\" on known worlds, 5,000 days, seeds from 1 \
                   on, not chosen. Of the intervals, means over the seeds; [method](method.md) says what calm, \
                   wild and steady are, and the plain band is that of the last 20 days.",
};

const MEMORY: Trained = Trained {
    program: "memory",
    heading: "## What each cell can carry",
    introduction: "`cargo xtask bench --memory`: the recipe \"honest\" on worlds where a move (echo) or a rare \
                   shock comes back after as many days as the lag says, 5,000 days, seeds 1 to 10, not chosen. \
                   The window is the usual 20 days, or the lag and five more where that is longer. Of each \
                   network, on how many seeds it beats and its median rMAE. The last column: on how many seeds \
                   the LSTM beats and the RNN does not, by the forget gate's bias: 0; 1. The last table: a bias \
                   of 3, with which a cell state fades by 5 % a day instead of by half.",
};

pub fn run(arguments: &[&str]) -> Result<()> {
    let options = Options::read(arguments)?;
    if let Some(trained) = options.trained {
        return train(trained, &options);
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
        let timed = files::read_text(&table)?;
        files::write(&document, with_timed(&old, &timed))?;
    }
    Ok(())
}

/// Trains on known worlds and judges.
fn train(trained: &Trained, options: &Options) -> Result<()> {
    tools::check_rustc()?;
    let (root, target) = tools::folders();
    let program = native_rows(&root, &target, options.profiles().0, false)?;
    progress("Training on the known worlds");
    let tables = process::output_under_progress(Command::new(program).arg(trained.program))
        .ok_or("the runs failed; their output is above.")?;
    println!("\n{tables}");
    if options.write {
        let document = root.join("docs").join("benchmarks.md");
        let old = files::read_text(&document).unwrap_or_default();
        files::write(&document, with_section(&old, trained, &tables))?;
    }
    Ok(())
}

/// The document with what is timed anew, and all sections of trainings as they were.
fn with_timed(document: &str, timed: &str) -> String {
    let start = document.find(VERDICTS.heading).unwrap_or(document.len());
    joined([timed, &document[start..], ""])
}

/// The document with this section anew, in its place or at the end.
fn with_section(document: &str, trained: &Trained, tables: &str) -> String {
    let start = document.find(trained.heading).unwrap_or(document.len());
    let (before, rest) = document.split_at(start);
    let end = rest.find("\n## ").unwrap_or(rest.len());
    let section = format!(
        "{}\n\n{}\n\n{tables}",
        trained.heading, trained.introduction
    );
    joined([before, &section, &rest[end..]])
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
    fn each_part_of_the_document_leaves_the_others_as_they_are() {
        let section = |trained: &Trained, word: &str| {
            let Trained {
                heading,
                introduction,
                ..
            } = trained;
            format!("{heading}\n\n{introduction}\n\n{word}\n")
        };
        let document = [
            "# Benchmarks\n\n## Steps\n\nfast\n",
            &section(&VERDICTS, "right"),
            "## Inputs\n\n## Size\n",
        ]
        .join("\n");
        let faster = with_timed(&document, "# Benchmarks\n\n## Steps\n\nfaster\n");
        assert_eq!(faster, document.replace("fast", "faster"));
        let worse = with_section(&document, &VERDICTS, "wrong\n");
        assert_eq!(worse, document.replace("right", "wrong"));
        // A document that has none yet.
        let remembered = with_section(&document, &MEMORY, "ten days");
        assert_eq!(
            remembered,
            format!("{document}\n{}", section(&MEMORY, "ten days"))
        );
        let first = with_section("# Benchmarks\n", &VERDICTS, "right");
        assert_eq!(
            first,
            format!("# Benchmarks\n\n{}", section(&VERDICTS, "right"))
        );
        assert_eq!(with_timed("", "# Benchmarks"), "# Benchmarks\n");
    }

    #[test]
    fn options_are_read_and_what_is_none_is_told() {
        let options = Options::read(&["--quick", "--python", "py", "--repeats", "7"]).unwrap();
        assert!(options.quick && !options.write && !options.development);
        assert_eq!(options.python.as_deref(), Some("py"));
        assert_eq!(options.repeats, 7);
        assert!(Options::read(&["--repeats", "4"]).is_err());
        assert!(Options::read(&["--python"]).is_err());
        let trained = |word: &str| Options::read(&[word]).unwrap().trained;
        assert_eq!(trained("--verdicts"), Some(&VERDICTS));
        assert_eq!(trained("--memory"), Some(&MEMORY));
        assert_eq!(trained("--quick"), None);
        assert!(Options::read(&["--fast"]).unwrap_err().contains("--fast"));
    }
}
