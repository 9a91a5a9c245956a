//! The sealed block: keeping it, and opening it once.

use super::{Root, later};
use crate::experiment::Experiment;
use crate::forecast::evaluation;
use crate::forecast::job::forecasting_job;
use crate::forecast::odometer::Seal;
use crate::protocol::{FromTrainer, ToTrainer, Watch};
use crate::run::{Event, NoticeKind, Run};
use crate::session::opened::OnDays;
use crate::text::{self, said};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The run under which the trainer forecasts the sealed days; no training ever has this number.
pub(super) const SEALED_RUN: u32 = u32::MAX;

impl Root {
    pub(super) fn seal_last_days(self, sealed: bool) {
        let experiment = self.run.with_untracked(|run| run.experiment.clone());
        self.apply(Event::ExperimentChanged(Experiment {
            sealed,
            ..experiment
        }));
    }

    /// Has the shown network forecast the sealed days. The seal is broken when the answer is there, not
    /// before: an opening that fails has shown nothing.
    pub(super) fn open_seal(self) {
        if self.opening.get_untracked() || !self.run.with_untracked(Run::can_train) {
            return;
        }
        let job = self.run.with_untracked(|run| {
            let (experiment, dataset) = run.trained.as_ref()?;
            let prices = run.prices.as_ref()?;
            run.evaluation.as_ref()?;
            let seal = Seal::of(prices).filter(|_| experiment.sealed)?;
            let opened = self
                .session
                .with_untracked(|session| session.looks(prices).seal_opened);
            let dataset = seal.final_dataset(prices, dataset);
            let parameters = run.model.as_ref()?.parameters.clone();
            (!opened).then(|| forecasting_job(&dataset, parameters))
        });
        let Some(job) = job else { return };
        self.opening.set(true);
        self.apply(Event::TrainerTaken);
        self.send(move || ToTrainer::Train {
            run: SEALED_RUN,
            job: Box::new(job),
            watch: Watch::default(),
        });
    }

    /// The trainer's words about [`SEALED_RUN`].
    pub(super) fn hear_of_sealed(self, message: FromTrainer) {
        match message {
            FromTrainer::Finished { model, .. } | FromTrainer::Stopped { model, .. } => {
                later(move || self.score_sealed(&model.predictions));
            }
            FromTrainer::Failed { error, .. } => self.opening_failed(&said(&error)),
            _ => {}
        }
    }

    fn score_sealed(self, predictions: &[f32]) {
        // Other prices, or another training: what was asked for is no longer on the screen.
        if !self.opening.get_untracked() {
            return;
        }
        let shown = self.run.with_untracked(|run| {
            let (experiment, dataset) = run.trained.clone()?;
            Some((
                experiment,
                dataset,
                run.prices.clone()?,
                run.evaluation.clone()?,
            ))
        });
        let Some((experiment, dataset, prices, test)) = shown else {
            return self.opening.set(false);
        };
        let Some(seal) = Seal::of(&prices).filter(|_| experiment.sealed) else {
            return self.opening.set(false);
        };
        let dataset = seal.final_dataset(&prices, &dataset);
        let sealed = match evaluation::evaluate(&prices, &dataset, predictions) {
            Ok(sealed) => sealed,
            Err(error) => return self.opening_failed(&said(&error)),
        };
        self.opening.set(false);
        if let (Some(test), Some(sealed)) = (OnDays::of(&test), OnDays::of(&sealed)) {
            let mut opened = None;
            self.session.update(|session| {
                // It was not open when this was asked for, and there is one asking at a time.
                opened = session.open_seal(&experiment, &prices, test, sealed).ok();
            });
            let Some(opened) = opened else { return };
            spawn_local(async move {
                if !self.keeper.keep_opened(&opened).await {
                    self.tell_not_kept();
                }
            });
        }
    }

    fn opening_failed(self, message: &str) {
        self.opening.set(false);
        self.notify(NoticeKind::Error, text::notices::still_sealed(message));
    }
}
