//! How fast a run trains, and how long it will take.

use super::{Phase, Run};
use crate::protocol::EpochReport;

impl Run {
    /// Milliseconds per training step on the current device; `None` while it is not known.
    pub fn ms_per_step(&self) -> Option<f64> {
        if let Some(progress) = &self.progress {
            return Some(progress.ms_per_step);
        }
        if self.phase != Phase::Training
            && let Some(model) = &self.model
        {
            return Some(model.ms_per_step);
        }
        self.last_epoch_on_device()
            .filter(|report| report.steps > 0)
            .map(|report| report.ms / report.steps as f64)
    }

    /// Milliseconds until the last planned epoch ends at the current speed; `None` when nothing is
    /// being trained or the speed is not known yet.
    pub fn time_left_ms(&self) -> Option<f64> {
        if self.phase != Phase::Training || self.is_evaluating() {
            return None;
        }
        let done = self.epochs_done();
        let steps_per_epoch = match &self.progress {
            Some(progress) => progress.steps,
            None => self.last_epoch_on_device()?.steps,
        };
        let steps_into_epoch = match &self.progress {
            Some(progress) if progress.epoch > done => progress.step,
            _ => 0,
        };
        let steps_left = (self.epochs_planned().saturating_sub(done) * steps_per_epoch)
            .saturating_sub(steps_into_epoch);
        Some(steps_left as f64 * self.ms_per_step()?)
    }

    fn last_epoch_on_device(&self) -> Option<&EpochReport> {
        self.epochs
            .last()
            .filter(|report| report.epoch > self.epochs_before_device)
    }
}
