//! Why a run is on its device, and with how many workers.

use crate::app::ui::number::{milliseconds_number, times};
use crate::protocol::{DeviceReason, Sharing, SharingReason};
use crate::text::{Say, run, trainer};
use std::fmt;

/// One sentence without a full stop, where another may follow.
impl Say for DeviceReason {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::CpuChosen => trainer::cpu_chosen().to_owned(),
            Self::CpuForSeveralDays => trainer::cpu_for_several_days().to_owned(),
            Self::CpuForLinear => trainer::cpu_for_linear().to_owned(),
            Self::GpuLostEarlier => trainer::gpu_lost_earlier().to_owned(),
            Self::SoftwareAdapter { name } => trainer::software_adapter(name),
            Self::GpuFaster { gpu_ms, cpu_ms } => {
                trainer::gpu_faster(milliseconds_number(*gpu_ms), milliseconds_number(*cpu_ms))
            }
            Self::CpuFaster {
                cpu_ms,
                gpu_ms,
                name,
            } => trainer::cpu_faster(
                milliseconds_number(*cpu_ms),
                milliseconds_number(*gpu_ms),
                name,
            ),
            Self::GpuNotReady { cpu_ms, name } => {
                trainer::gpu_not_ready(milliseconds_number(*cpu_ms), name)
            }
            Self::WebgpuChosen { software: true } => trainer::webgpu_chosen_software().to_owned(),
            Self::WebgpuChosen { software: false } => trainer::webgpu_chosen().to_owned(),
            Self::NoWebgpu => trainer::no_webgpu().to_owned(),
            Self::GpuSilent { seconds } => trainer::gpu_silent(*seconds),
            Self::WebgpuNotOpened { error } => trainer::webgpu_not_opened(error),
            Self::GpuLost {
                why,
                from_epoch: Some(epoch),
            } => trainer::gpu_lost_goes_on(why, *epoch),
            Self::GpuLost { why, .. } => trainer::gpu_lost_starts_again(why),
            Self::OnlyForecasts => run::only_forecasts().to_owned(),
        })
    }
}

/// One sentence without a full stop.
impl Say for Sharing {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self.reason {
            SharingReason::Asked => trainer::workers_asked(self.workers),
            SharingReason::Timed { .. } if self.workers == 1 => {
                trainer::one_worker_fastest().to_owned()
            }
            SharingReason::Timed { ms, alone_ms } => {
                trainer::workers_timed(self.workers, times(alone_ms / ms))
            }
            SharingReason::Gone => trainer::worker_gone().to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, in_language, said};

    #[test]
    fn a_reason_is_said_in_the_language_of_the_moment() {
        let reason = DeviceReason::GpuFaster {
            gpu_ms: 1.256,
            cpu_ms: 20.0,
        };
        assert_eq!(
            said(&reason),
            "A step takes 1.26 ms here and 20.00 ms on the CPU"
        );
        assert_eq!(
            in_language(Language::German, || said(&reason)),
            "Ein Schritt dauert hier 1,26 ms und auf der CPU 20,00 ms"
        );
    }

    #[test]
    fn workers_are_said_with_what_they_gain() {
        let said_of = |workers, reason| said(&Sharing { workers, reason });
        let timed = SharingReason::Timed {
            ms: 2.5,
            alone_ms: 4.0,
        };
        assert_eq!(
            said_of(2, timed),
            "2 workers: 1.6 times as fast as one here"
        );
        assert_eq!(said_of(1, timed), "One worker: two were not faster");
        assert_eq!(said_of(3, SharingReason::Asked), "3 workers, as asked for");
    }
}
