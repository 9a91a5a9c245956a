//! Lessons: each begins from its own experiment, and gives the visitor's back when it ends.

use super::{Lab, Phase};
use crate::experiment::Experiment;
use crate::guide::Lesson;
use crate::lab::run::Event as RunEvent;
use crate::market::Prices;
use std::sync::Arc;

/// What the visitor had before a lesson took its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Own {
    experiment: Experiment,
    /// The very prices: asking for them again might bring others. `None` where they were not there yet.
    prices: Option<Arc<Prices>>,
}

impl Own {
    /// What a page shows that was opened without a lesson.
    pub(super) fn of_opened_page() -> Self {
        Self {
            experiment: Experiment::default(),
            prices: None,
        }
    }
}

impl Lab {
    /// Puts a lesson's experiment, as it is at this step, in place of what is on the screen. What the
    /// visitor had before the first of several lessons is what comes back after the last.
    pub(super) fn start_lesson(&mut self, lesson: &'static Lesson, step: usize) {
        if !self.may_load() {
            return;
        }
        let own = self.own.take().unwrap_or_else(|| self.own_now());
        self.link.lesson = Some(lesson);
        let mut experiment = lesson.experiment_at(step);
        // Where to train is a matter of the device, not of the lesson.
        experiment.settings.device = self.run.experiment.settings.device;
        self.load_experiment(experiment);
        self.own = Some(own);
    }

    fn own_now(&self) -> Own {
        match &self.pending {
            Some(waiting) => Own {
                experiment: waiting.clone().without_autorun(),
                prices: None,
            },
            None => Own {
                experiment: self.run.experiment.clone(),
                prices: self.run.prices.clone(),
            },
        }
    }

    /// The lesson is over, or no longer wanted; a training of it is not either.
    pub(super) fn leave_lesson(&mut self) {
        let had_one = self.link.lesson.take().is_some();
        if had_one && self.own.is_some() && self.run.phase == Phase::Training {
            self.stop();
        }
    }

    /// Gives the visitor's own experiment back after a lesson, as soon as the trainer is free.
    pub(super) fn give_own_back(&mut self) {
        if self.link.lesson.is_some() || !self.may_load() {
            return;
        }
        let Some(own) = self.own.take() else {
            return;
        };
        let shown = self.run.prices.as_ref();
        match own.prices {
            Some(prices) if shown.is_some_and(|shown| Arc::ptr_eq(shown, &prices)) => {
                self.run.apply(RunEvent::ExperimentChanged(own.experiment));
            }
            Some(prices) => self.put_on_screen(own.experiment, prices),
            None => self.load_experiment(own.experiment),
        }
    }
}
