//! Why a run is on its device: data, so that the page can say it in whatever language it speaks then.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeviceReason {
    CpuChosen,
    /// The GPU's kernels forecast one day at a time.
    CpuForSeveralDays,
    /// The GPU's kernels are those of the recurrent cells.
    CpuForLinear,
    GpuLostEarlier,
    /// WebGPU is there, but only emulated.
    SoftwareAdapter {
        name: String,
    },
    /// Both were timed: milliseconds of a step.
    GpuFaster {
        gpu_ms: f64,
        cpu_ms: f64,
    },
    /// Both were timed: milliseconds of a step.
    CpuFaster {
        cpu_ms: f64,
        gpu_ms: f64,
        name: String,
    },
    /// The adapter was not ready while the CPU took this long for a step, in milliseconds.
    GpuNotReady {
        cpu_ms: f64,
        name: String,
    },
    WebgpuChosen {
        software: bool,
    },
    NoWebgpu,
    /// Looking for it, or opening it, took longer than this.
    GpuSilent {
        seconds: u32,
    },
    /// With the browser's own words.
    WebgpuNotOpened {
        error: String,
    },
    /// With the browser's own words, and the epoch that the run goes on from, if not from the start.
    GpuLost {
        why: String,
        from_epoch: Option<usize>,
    },
    /// A network that was trained before.
    OnlyForecasts,
}
