//! `cargo xtask serve | test | build | bench`: everything the project needs on a fresh machine, set-up
//! included. No dependencies, so that it starts in seconds.

mod bench;
mod checks;
mod compress;
mod develop;
mod files;
mod first_run;
mod hosting;
mod licences;
mod minify;
mod parts;
mod process;
mod server;
mod site;
mod third_party;
mod tools;
mod versions;

use site::{Kind, Site};
use std::process::ExitCode;

/// An error is one sentence for people: what happened and what to do next.
type Result<T> = std::result::Result<T, String>;

const USAGE: &str = "\
Usage: cargo xtask <command>

  serve [--port N]            build the page and serve it at http://127.0.0.1:8080/
  test                        everything below: formatting, lints, native tests, browser tests
  test quick                  formatting, lints and native tests: what needs no browser
  test browser [GROUP] [ARGUMENT...]
                              the browser tests, or a group of them: smoke (what a person does),
                              function (two and more at once), others (a visit in Firefox and WebKit,
                              where installed), timing (what is measured, one by one);
                              the arguments go to Playwright Test
  test published [GROUP] [ARGUMENT...]
                              the same on the site as `build` leaves it
  build [OPTION...]           leave the complete static site in dist/
      --compress              … with .br and .gz beside its files, for hosts that send those
      --site-url URL          … with the site's own address in what shared links show
      --public-url URL        … with addresses from URL on instead of relative ones
  pictures                    draw the icons and the social preview of public/ again
  bench [OPTION...]           measure a training step against others; `bench --help` tells the options

`build` uses relative addresses unless told a public URL, so dist/ works from any folder of any host.";

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
        ["test", "quick"] => checks::quick(),
        ["test", "browser", playwright @ ..] => {
            checks::browser_alone(Kind::Development, playwright)
        }
        ["test", "published", playwright @ ..] => {
            checks::browser_alone(Kind::release(), playwright)
        }
        ["build", options @ ..] => build(&BuildOptions::read(options)?),
        ["pictures"] => pictures(),
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

/// What `build` was told.
#[derive(Debug, PartialEq)]
struct BuildOptions {
    public_url: String,
    site_url: Option<String>,
    compress: bool,
}

impl BuildOptions {
    fn read(options: &[&str]) -> Result<Self> {
        let mut read = Self {
            public_url: "./".to_owned(),
            site_url: None,
            compress: false,
        };
        let mut options = options.iter();
        while let Some(option) = options.next() {
            let mut value = || {
                let missing = || format!("{option} needs an address after it.\n\n{USAGE}");
                options.next().copied().ok_or_else(missing)
            };
            match *option {
                "--public-url" => read.public_url = value()?.to_owned(),
                "--site-url" => read.site_url = Some(hosting::site_url(value()?)?),
                "--compress" => read.compress = true,
                other => return Err(format!("`build` has no option {other}.\n\n{USAGE}")),
            }
        }
        if read.site_url.is_none() && read.public_url.contains("://") {
            read.site_url = Some(hosting::site_url(&read.public_url)?);
        }
        Ok(read)
    }
}

fn build(options: &BuildOptions) -> Result<()> {
    let tools = tools::Tools::set_up()?;
    let site = Site::build(
        &tools,
        Kind::Release {
            public_url: options.public_url.clone(),
            site_url: options.site_url.clone(),
        },
    )?;
    if options.compress {
        compress::leave_copies(tools.command("node"), &tools.root, &site.folder)?;
    } else {
        compress::remove_copies(&site.folder)?;
    }
    println!(
        "\nThe complete site is in {}; copy the folder to any web host.",
        site.folder.display()
    );
    Ok(())
}

/// Draws the pictures of `public/` from their sources again.
fn pictures() -> Result<()> {
    let chrome = tools::chrome()?;
    let tools = tools::Tools::set_up()?;
    process::run(
        "Drawing the icons and the social preview (headless Chromium)",
        tools
            .command("node")
            .arg(tools.root.join("art").join("render.js"))
            .env("CHROME", chrome),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_options_of_build_come_in_any_order() {
        let read = |options: &[&str]| BuildOptions::read(options);
        let options = read(&["--compress", "--site-url", "https://example.org/a"]).unwrap();
        assert_eq!(
            options,
            BuildOptions {
                public_url: "./".to_owned(),
                site_url: Some("https://example.org/a/".to_owned()),
                compress: true,
            }
        );
        let options = read(&["--public-url", "/a/", "--compress"]).unwrap();
        assert_eq!(
            (options.public_url.as_str(), options.site_url),
            ("/a/", None)
        );
        // An address that is whole is the site's.
        let options = read(&["--public-url", "https://example.org/a/"]).unwrap();
        assert_eq!(options.site_url.as_deref(), Some("https://example.org/a/"));
        assert!(!options.compress);
        for wrong in [
            &["--site-url"][..],
            &["--site-url", "/a/"],
            &["--public-url"],
            &["--compres"],
        ] {
            assert!(read(wrong).is_err(), "{wrong:?}");
        }
    }
}
