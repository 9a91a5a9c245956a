//! `cargo xtask serve | test | build | bench`: everything the project needs on a fresh machine, set-up
//! included. No dependencies, so that it starts in seconds.

mod bench;
mod checks;
mod files;
mod parts;
mod process;
mod server;
mod site;
mod tools;
mod versions;

use site::{Kind, Site};
use std::process::ExitCode;

/// An error is one sentence for people: what happened and what to do next.
type Result<T> = std::result::Result<T, String>;

const USAGE: &str = "\
Usage: cargo xtask <command>

  serve [--port N]            build the page and serve it at http://127.0.0.1:8080/
  test                        formatting, lints, native tests, wasm build, browser tests
  test browser [ARGUMENT...]  the browser tests alone; the arguments go to Playwright Test
  test published [ARGUMENT...]
                              the same on the site as `build` leaves it
  build [--public-url URL]    leave the complete static site in dist/
  bench [OPTION...]           measure a training step against others; `bench --help` tells the options

`build` uses relative addresses unless told a URL, so dist/ works from any folder of any host.";

/// Where `serve` listens unless told otherwise.
const DEFAULT_PORT: u16 = 8080;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\nerror: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["serve"] => serve(DEFAULT_PORT),
        ["serve", "--port", port] => serve(
            port.parse()
                .map_err(|_| format!("{port:?} is not a port; give a number from 1 to 65535."))?,
        ),
        ["test"] => checks::run(),
        ["test", "browser", playwright @ ..] => {
            checks::browser_alone(Kind::Development, playwright)
        }
        ["test", "published", playwright @ ..] => checks::browser_alone(
            Kind::Release {
                public_url: "./".to_owned(),
            },
            playwright,
        ),
        ["build"] => build("./"),
        ["build", "--public-url", url] => build(url),
        ["bench", "help" | "--help" | "-h"] => {
            println!("{}", bench::USAGE);
            Ok(())
        }
        ["bench", options @ ..] => bench::run(options),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        [] => Err(format!("say what to do.\n\n{USAGE}")),
        _ => Err(format!(
            "`cargo xtask {}` is not a command.\n\n{USAGE}",
            words.join(" ")
        )),
    }
}

/// Builds the site for development, serves it, and builds it again when a source changes.
fn serve(port: u16) -> Result<()> {
    let tools = tools::Tools::set_up()?;
    // Ask for the port before the build: a taken port should not cost minutes.
    let listener = server::bind(port)?;
    let site = Site::build(&tools, Kind::Development)?;
    let watched = site.watched_paths();
    let folder = site.folder.clone();
    std::thread::spawn(move || server::serve(&listener, &folder));
    println!("\nHindcast is at http://127.0.0.1:{port}/  (Ctrl+C ends it)");

    let mut seen = files::fingerprint(&watched);
    loop {
        std::thread::sleep(std::time::Duration::from_millis(700));
        let now = files::fingerprint(&watched);
        if now != seen {
            seen = now;
            match Site::build(&tools, Kind::Development) {
                Ok(_) => println!("Reload the page to see the change."),
                Err(message) => eprintln!("\nerror: {message}"),
            }
        }
    }
}

fn build(public_url: &str) -> Result<()> {
    let tools = tools::Tools::set_up()?;
    let site = Site::build(
        &tools,
        Kind::Release {
            public_url: public_url.to_owned(),
        },
    )?;
    println!(
        "\nThe complete site is in {}; copy the folder to any web host.",
        site.folder.display()
    );
    Ok(())
}
