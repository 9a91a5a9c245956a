//! The learning rate of a step: the schedule's, or what was set by hand and decays from there.

use super::Training;
use crate::protocol::{RateChange, TrainingJob};

/// The learning rate of a step, both numbers 1-based: `rate · decay^⌊(epoch − 1) / every⌋` (PyTorch's
/// StepLR). A rate set by hand holds from its step on, and is multiplied by the same factors at the
/// same epochs from then on.
pub(super) fn learning_rate(job: &TrainingJob, epoch: usize, step: usize) -> f64 {
    let optimizer = &job.optimizer;
    let decays = |epoch: usize| (epoch.max(1) - 1) / optimizer.decay_every.max(1);
    let by_hand = job.rate_changes.iter().rev();
    let mut before = by_hand.filter(|change| (change.epoch, change.step) <= (epoch, step));
    let (rate, decayed) = match before.next() {
        Some(change) => (change.learning_rate, decays(change.epoch)),
        None => (optimizer.learning_rate, 0),
    };
    rate * optimizer.decay.powi((decays(epoch) - decayed) as i32)
}

impl Training {
    /// The rate of the next step.
    pub(super) fn next_learning_rate(&self) -> f32 {
        learning_rate(&self.job, self.snapshot.epoch + 1, self.steps_done + 1) as f32
    }

    /// Trains at this rate from the next step on. It becomes part of the job, so that going back to a
    /// snapshot trains the same steps at the same rates.
    pub fn set_learning_rate(&mut self, learning_rate: f64) -> RateChange {
        // The steps of an epoch may all be done before it is finished.
        let finished = self.steps_done == self.steps_per_epoch();
        let (epoch, step) = match finished {
            true => (self.snapshot.epoch + 2, 1),
            false => (self.snapshot.epoch + 1, self.steps_done + 1),
        };
        let change = RateChange {
            epoch,
            step,
            learning_rate,
        };
        change.add_to(&mut self.job.rate_changes);
        change
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::sine_job;
    use super::*;

    fn change(epoch: usize, step: usize, learning_rate: f64) -> RateChange {
        RateChange {
            epoch,
            step,
            learning_rate,
        }
    }

    #[test]
    fn the_learning_rate_falls_every_forty_epochs() {
        let job = sine_job();
        assert_eq!(learning_rate(&job, 1, 1), 0.01);
        assert_eq!(learning_rate(&job, 40, 4), 0.01);
        assert!((learning_rate(&job, 41, 1) - 0.001).abs() < 1e-12);
        assert!((learning_rate(&job, 81, 1) - 0.0001).abs() < 1e-12);
    }

    #[test]
    fn a_rate_set_by_hand_holds_from_its_step_on_and_decays_like_the_other() {
        let job = TrainingJob {
            rate_changes: vec![change(12, 3, 0.003), change(45, 1, 0.5)],
            ..sine_job()
        };
        assert_eq!(learning_rate(&job, 12, 2), 0.01);
        assert_eq!(learning_rate(&job, 12, 3), 0.003);
        assert_eq!(learning_rate(&job, 40, 4), 0.003);
        assert!((learning_rate(&job, 41, 1) - 0.0003).abs() < 1e-12);
        // Set after the first decay: the second one is its first.
        assert_eq!(learning_rate(&job, 80, 4), 0.5);
        assert!((learning_rate(&job, 81, 1) - 0.05).abs() < 1e-12);
    }
}
