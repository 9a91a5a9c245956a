//! Why a run is on its device: data, so that the page can say it in whatever language it speaks then.

use crate::text::number::decimal;
use crate::text::{run, trainer};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeviceReason {
    CpuChosen,
    /// The GPU's kernels forecast one day at a time.
    CpuForSeveralDays,
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

impl DeviceReason {
    /// One sentence for people, without a full stop where another may follow.
    pub fn sentence(&self) -> String {
        match self {
            Self::CpuChosen => trainer::cpu_chosen().to_owned(),
            Self::CpuForSeveralDays => trainer::cpu_for_several_days().to_owned(),
            Self::GpuLostEarlier => trainer::gpu_lost_earlier().to_owned(),
            Self::SoftwareAdapter { name } => trainer::software_adapter(name),
            Self::GpuFaster { gpu_ms, cpu_ms } => {
                trainer::gpu_faster(decimal(*gpu_ms, 2), decimal(*cpu_ms, 2))
            }
            Self::CpuFaster {
                cpu_ms,
                gpu_ms,
                name,
            } => trainer::cpu_faster(decimal(*cpu_ms, 2), decimal(*gpu_ms, 2), name),
            Self::GpuNotReady { cpu_ms, name } => trainer::gpu_not_ready(decimal(*cpu_ms, 2), name),
            Self::WebgpuChosen { software: true } => trainer::webgpu_chosen_software().to_owned(),
            Self::WebgpuChosen { software: false } => trainer::webgpu_chosen().to_owned(),
            Self::NoWebgpu => trainer::no_webgpu().to_owned(),
            Self::WebgpuNotOpened { error } => trainer::webgpu_not_opened(error),
            Self::GpuLost {
                why,
                from_epoch: Some(epoch),
            } => trainer::gpu_lost_goes_on(why, *epoch),
            Self::GpuLost { why, .. } => trainer::gpu_lost_starts_again(why),
            Self::OnlyForecasts => run::only_forecasts().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, in_language};

    #[test]
    fn a_reason_is_said_in_the_language_of_the_moment() {
        let reason = DeviceReason::GpuFaster {
            gpu_ms: 1.256,
            cpu_ms: 20.0,
        };
        let json = serde_json::to_string(&reason).unwrap();
        let told: DeviceReason = serde_json::from_str(&json).unwrap();
        assert_eq!(
            told.sentence(),
            "A step takes 1.26 ms here and 20.00 ms on the CPU"
        );
        let german = in_language(Language::German, || told.sentence());
        assert_eq!(
            german,
            "Ein Schritt dauert hier 1,26 ms und auf der CPU 20,00 ms"
        );
    }
}
