//! When a trainer that says nothing is spoken of, and when it counts as gone.
//!
//! Counted in ticks of a second instead of read from a clock: where the browser freezes the tab or the machine
//! sleeps, page and trainer stand still together, and no tick comes.

use crate::protocol::FromTrainer;

/// After so long without a word the visitor is told.
const TOLD_AFTER: u32 = 15;

/// A trainer that went from step to step counts as gone after so long, times the seconds between two of its
/// words: what lies between two epochs, and a far slower machine, are well within it.
const GONE_AFTER: u32 = 30;

/// What a silence has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quiet {
    /// It may have a long step before it, or still be loading.
    Long,
    /// It will not answer any more.
    Gone,
}

/// How long a trainer has been silent that has something to do.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silence {
    /// Seconds since its last word; `None` where none is awaited.
    seconds: Option<u32>,
    /// The longest time between two words about its steps, once there were any.
    longest: Option<u32>,
}

impl Silence {
    /// The trainer has something to do.
    pub fn awaits(&self) -> bool {
        self.seconds.is_some()
    }

    /// The trainer was given something to do.
    pub fn begin(&mut self) {
        *self = Self {
            seconds: Some(0),
            longest: None,
        };
    }

    /// The trainer said this.
    pub fn hear(&mut self, word: &FromTrainer) {
        let Some(seconds) = self.seconds else {
            return;
        };
        match word {
            FromTrainer::Stopped { .. }
            | FromTrainer::Finished { .. }
            | FromTrainer::Failed { .. } => {
                *self = Self::default();
                return;
            }
            FromTrainer::Progress { .. } | FromTrainer::Epoch { .. } => {
                // What comes before the first step is no measure: a device is opened, kernels are compiled.
                let longest = self.longest.map_or(0, |longest| longest.max(seconds));
                self.longest = Some(longest);
            }
            FromTrainer::DeviceChanged { .. } => self.longest = None,
            _ => {}
        }
        self.seconds = Some(0);
    }

    /// Another second has gone by; says what the silence has come to where that is news.
    pub fn tick(&mut self) -> Option<Quiet> {
        let seconds = self.seconds? + 1;
        self.seconds = Some(seconds);
        let gone = self.longest.map(|longest| GONE_AFTER * longest.max(1));
        if gone == Some(seconds) {
            *self = Self::default();
            return Some(Quiet::Gone);
        }
        (seconds == TOLD_AFTER).then_some(Quiet::Long)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn progress() -> FromTrainer {
        FromTrainer::Progress {
            run: 1,
            epoch: 1,
            step: 1,
            steps: 9,
            ms_per_step: 10.0,
        }
    }

    /// What becomes of so many seconds without a word, and when.
    fn quiet(silence: &mut Silence, seconds: u32) -> Vec<(u32, Quiet)> {
        let news = (1..=seconds).filter_map(|second| Some((second, silence.tick()?)));
        news.collect()
    }

    #[test]
    fn a_trainer_that_went_from_step_to_step_is_told_of_and_then_counts_as_gone() {
        let mut silence = Silence::default();
        silence.begin();
        for _ in 0..2 {
            silence.hear(&progress());
        }
        let expected = [(15, Quiet::Long), (30, Quiet::Gone)];
        assert_eq!(quiet(&mut silence, 500), expected);
    }

    #[test]
    fn one_that_has_not_begun_is_told_of_once_and_never_counts_as_gone() {
        let mut silence = Silence::default();
        silence.begin();
        silence.hear(&FromTrainer::Ready { version: 1 });
        assert_eq!(quiet(&mut silence, 500), [(15, Quiet::Long)]);
    }

    #[test]
    fn a_network_of_long_steps_is_given_time_by_its_own_measure() {
        let mut silence = Silence::default();
        silence.begin();
        // Opening the device is no step.
        assert_eq!(quiet(&mut silence, 14), []);
        silence.hear(&progress());
        assert_eq!(quiet(&mut silence, 4), []);
        silence.hear(&progress());
        let expected = [(15, Quiet::Long), (120, Quiet::Gone)];
        assert_eq!(quiet(&mut silence, 500), expected);
    }

    #[test]
    fn nothing_is_awaited_of_a_trainer_at_rest() {
        let mut silence = Silence::default();
        assert_eq!(quiet(&mut silence, 100), []);
        silence.begin();
        silence.hear(&progress());
        silence.hear(&FromTrainer::Failed {
            run: 1,
            error: crate::protocol::TrainingError::StoppedRunGone,
        });
        assert_eq!(quiet(&mut silence, 100), []);
    }
}
