//! The measured networks that are written in Rust; `cargo xtask bench` runs them.
//!
//! | file | what it holds |
//! |---|---|
//! | `workload` | what every row of the table trains on |
//! | `stock` | the same network from Burn's own modules, autodiff and optimizer |
//! | `ours` | the project's training loop, natively |
//! | `native` | a process that times steps as it is told to, line by line |
//! | `wait` | waiting for a future on this thread |
//! | `trainings` | experiments on known worlds, trained to their end |
//! | `verdicts` | whether the verdict is right on the known worlds |
//! | `memory` | what each cell can carry |
//! | `browser` | the stock network for a Web Worker |
//!
//! In the browser the project's own trainer is measured as it is published, so only the stock network
//! is compiled for it here.

mod stock;
mod workload;

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod memory;
#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(not(target_arch = "wasm32"))]
mod ours;
#[cfg(not(target_arch = "wasm32"))]
mod trainings;
#[cfg(not(target_arch = "wasm32"))]
mod verdicts;
#[cfg(not(target_arch = "wasm32"))]
mod wait;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("verdicts") => printed(verdicts::tables()),
        Some("memory") => printed(memory::tables()),
        _ => native::main(),
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn printed(tables: Result<String, String>) -> std::process::ExitCode {
    match tables {
        Ok(tables) => {
            println!("{tables}");
            std::process::ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("error: {message}");
            std::process::ExitCode::FAILURE
        }
    }
}

/// The worker calls the functions of `browser`.
#[cfg(target_arch = "wasm32")]
fn main() {
    console_error_panic_hook::set_once();
}
