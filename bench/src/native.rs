//! A process that times training steps as it is told to: its argument is a [`Workload`] as JSON, each
//! line it reads is a number of steps, each line it writes the milliseconds per step and the loss.
//! So one script can measure all rows in turns, and what disturbs the machine disturbs them alike.

use crate::ours;
use crate::stock::Stock;
use crate::wait::block_on;
use crate::workload::{DeviceName, Engine, Workload};
use burn::tensor::Device;
use std::io::{BufRead, Write};
use std::process::ExitCode;
use std::time::Instant;

pub fn main() -> ExitCode {
    match serve() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn serve() -> Result<(), String> {
    let argument = std::env::args()
        .nth(1)
        .ok_or("give a workload as JSON; `cargo xtask bench` does.")?;
    let workload: Workload = serde_json::from_str(&argument)
        .map_err(|error| format!("this is not a workload: {error}."))?;
    let device = device(workload.device)?;
    let mut stock = match workload.engine {
        Engine::Stock => Some(Stock::new(&workload, device.clone())),
        Engine::Ours => None,
    };
    let mut output = std::io::stdout();
    for line in std::io::stdin().lock().lines() {
        let line = line.map_err(|error| format!("the input cannot be read: {error}."))?;
        let steps: usize = line
            .trim()
            .parse()
            .map_err(|_| format!("{line:?} is not a number of steps."))?;
        let (ms, loss) = match &mut stock {
            Some(stock) => {
                let started = Instant::now();
                let loss = block_on(stock.steps(steps))?;
                (started.elapsed().as_secs_f64() * 1e3, f64::from(loss))
            }
            None => block_on(ours::epoch(&workload, &device, steps))?,
        };
        let answer = serde_json::json!({ "ms_per_step": ms / steps as f64, "loss": loss });
        writeln!(output, "{answer}")
            .and_then(|()| output.flush())
            .map_err(|error| format!("the output cannot be written: {error}."))?;
    }
    Ok(())
}

fn device(name: DeviceName) -> Result<Device, String> {
    match name {
        DeviceName::Cpu => Ok(Device::flex()),
        #[cfg(feature = "gpu")]
        DeviceName::Webgpu => Device::wgpu_options()
            .init()
            .map_err(|error| format!("the GPU could not be opened: {error}.")),
        #[cfg(not(feature = "gpu"))]
        DeviceName::Webgpu => Err("this build has no native GPU; use `--gpu`.".to_owned()),
    }
}
