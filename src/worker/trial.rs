//! Timing a few steps of a job on a device, so that "auto" chooses by measurement.

use crate::protocol::{DeviceKind, EpochReport, TrainingError, TrainingJob};
use crate::training::{Flow, Observer, Snapshot, StepProgress, Training};
use burn::tensor::Device;
use futures_util::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use std::pin::pin;
use web_time::Instant;

/// Steps timed after the first, which also compiles shaders.
const STEPS: usize = 5;

/// A first step longer than this is timing enough.
const LONG_STEP_MS: f64 = 100.0;

/// How long a GPU may take to show its speed, shaders included.
const GPU_BUDGET_MS: f64 = 400.0;

/// Milliseconds per step of this job on the CPU.
pub async fn cpu(job: &TrainingJob) -> Result<f64, TrainingError> {
    time(job, DeviceKind::Cpu, Device::flex()).await
}

/// Milliseconds per step on the GPU, or `None` if it was not ready in time. A job whose steps take
/// the CPU long gets its GPU longer.
pub async fn webgpu(
    job: &TrainingJob,
    device: Device,
    cpu_ms: f64,
) -> Result<Option<f64>, TrainingError> {
    let budget = GPU_BUDGET_MS.max(3.0 * cpu_ms);
    let timed = pin!(time(job, DeviceKind::Webgpu, device));
    match select(timed, TimeoutFuture::new(budget as u32)).await {
        Either::Left((timed, _)) => timed.map(Some),
        Either::Right(_) => Ok(None),
    }
}

async fn time(job: &TrainingJob, kind: DeviceKind, device: Device) -> Result<f64, TrainingError> {
    let mut training = Training::new(job.clone(), kind, device)?;
    let first = steps(&mut training, 1).await?;
    if kind == DeviceKind::Cpu && first > LONG_STEP_MS {
        return Ok(first);
    }
    Ok(steps(&mut training, STEPS).await? / STEPS as f64)
}

/// Milliseconds that `count` further steps take, to their very end.
async fn steps(training: &mut Training, count: usize) -> Result<f64, TrainingError> {
    let started = Instant::now();
    training.run(&mut StopAfter(count)).await?;
    training.settle().await?;
    Ok(started.elapsed().as_secs_f64() * 1e3)
}

struct StopAfter(usize);

impl Observer for StopAfter {
    async fn between_steps(&mut self, _progress: StepProgress) -> Flow {
        self.0 -= 1;
        if self.0 == 0 {
            Flow::Stop
        } else {
            Flow::Continue
        }
    }

    fn epoch_finished(&mut self, _report: &EpochReport, _snapshot: &Snapshot) {}
}
