//! Running other programs, with progress lines and errors that say what to do.

use crate::Result;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Says what is being done.
pub fn progress(what: &str) {
    println!("\x1b[1m==>\x1b[0m {what}");
}

/// The command as one would type it, without its environment.
fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(
        command
            .get_args()
            .map(|word| word.to_string_lossy().into_owned()),
    );
    words.join(" ")
}

/// Runs a command whose output goes to the terminal, and says how long it took.
pub fn run(what: &str, command: &mut Command) -> Result<()> {
    progress(what);
    let started = Instant::now();
    let status = command
        .status()
        .map_err(|error| format!("`{}` could not be started: {error}.", shown(command)))?;
    if !status.success() {
        return Err(format!("`{}` failed; its output is above.", shown(command)));
    }
    println!("    {:.1} s", started.elapsed().as_secs_f64());
    Ok(())
}

/// Runs a command, passes its output on line by line, and returns the lines that `keep` wants,
/// also when the command fails.
pub fn run_keeping(
    what: &str,
    command: &mut Command,
    keep: impl Fn(&str) -> bool,
) -> (Vec<String>, Result<()>) {
    progress(what);
    let started = Instant::now();
    let mut kept = Vec::new();
    let mut child = match command.stdout(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(error) => {
            let message = format!("`{}` could not be started: {error}.", shown(command));
            return (kept, Err(message));
        }
    };
    if let Some(output) = child.stdout.take() {
        let mut terminal = std::io::stdout();
        for line in BufReader::new(output)
            .split(b'\n')
            .map_while(|line| line.ok())
        {
            let line = String::from_utf8_lossy(&line).into_owned();
            // A closed terminal is no reason to stop the check.
            let _ = writeln!(terminal, "{line}");
            if keep(&line) {
                kept.push(line.trim().to_owned());
            }
        }
    }
    let result = match child.wait() {
        Ok(status) if status.success() => Ok(()),
        _ => Err(format!("`{}` failed; its output is above.", shown(command))),
    };
    println!("    {:.1} s", started.elapsed().as_secs_f64());
    (kept, result)
}

/// A command's standard output, or `None` where it is missing or fails.
pub fn output_of(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A command's standard output, while what it writes to standard error goes to the terminal; `None`
/// where it is missing or fails.
pub fn output_under_progress(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::inherit()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A cargo call that never meets a foreign `RUSTFLAGS`: it would silently replace the SIMD flag of
/// `.cargo/config.toml`, and rebuild everything.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    without_foreign_flags(&mut command);
    command
}

pub fn without_foreign_flags(command: &mut Command) {
    command
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    // Set by the outer `cargo run`; they belong to xtask, not to what it builds.
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
}
