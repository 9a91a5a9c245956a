//! The sealed block: keeping it, and opening it once.

use super::pool::TrainerId;
use super::training::message::{SealFailure, TrainingMessage};
use super::training::work::TrainingWork;
use super::{Command, Lab, Lease, NoticeKind, Work, run};
use crate::experiment::Experiment;
use crate::forecast::Evaluation;
use crate::forecast::evaluation::EvaluationError;
use crate::forecast::job::forecasting_job;
use crate::forecast::odometer::Seal;
use crate::protocol::{FromTrainer, Watch};
use crate::session::opened::OnDays;
use std::sync::Arc;

impl Lab {
    pub(super) fn seal_last_days(&mut self, sealed: bool) {
        let experiment = Experiment {
            sealed,
            ..self.run.experiment.clone()
        };
        self.run.apply(run::Event::ExperimentChanged(experiment));
    }

    /// Has the shown network forecast the sealed days. The seal is broken when the answer is there, not
    /// before: an opening that fails has shown nothing.
    pub(super) fn open_seal(&mut self) {
        if !self.lease.is_free() || !self.can_train() {
            return;
        }
        let Some((experiment, dataset)) = &self.run.trained else {
            return;
        };
        let Some(prices) = &self.run.prices else {
            return;
        };
        let (Some(seal), Some(model)) = (Seal::of(prices), &self.run.model) else {
            return;
        };
        let was_opened = self.session.looks(prices).seal_opened;
        if !experiment.sealed || self.run.evaluation.is_none() || was_opened {
            return;
        }
        let dataset = seal.final_dataset(prices, dataset);
        let job = forecasting_job(&dataset, model.parameters.clone());
        let run = self.next_training_id();
        self.lease = Lease::Seal { run };
        self.order_training(TrainerId::OWN, run, job, Watch::default());
    }

    /// The trainer speaks of the forecast of the sealed days.
    pub(super) fn seal_told(&mut self, run: u32, message: FromTrainer) {
        match message {
            FromTrainer::Finished { model, .. } | FromTrainer::Stopped { model, .. } => {
                self.order_score_of_sealed(run, model.predictions);
            }
            FromTrainer::Failed { error, .. } => {
                self.still_sealed(SealFailure::Trainer(error));
            }
            _ => {}
        }
    }

    fn order_score_of_sealed(&mut self, run: u32, predictions: Vec<f32>) {
        let Some((_, trained)) = &self.run.trained else {
            return;
        };
        let Some(prices) = &self.run.prices else {
            return;
        };
        let Some(seal) = Seal::of(prices) else {
            return;
        };
        let work = TrainingWork::ScoreSealed {
            run,
            seal,
            prices: prices.clone(),
            trained: trained.clone(),
            predictions,
        };
        self.order(Command::Do(Work::Training(work)));
    }

    /// Other prices, or another training: then what was asked for is no longer on the screen.
    pub(super) fn sealed_scored(
        &mut self,
        run: u32,
        outcome: Result<Box<Evaluation>, EvaluationError>,
    ) {
        if self.lease != (Lease::Seal { run }) {
            return;
        }
        let sealed = match outcome {
            Ok(sealed) => sealed,
            Err(error) => return self.still_sealed(SealFailure::NotScored(error)),
        };
        self.lease = Lease::Free;
        let (Some((experiment, _)), Some(prices), Some(test)) =
            (&self.run.trained, &self.run.prices, &self.run.evaluation)
        else {
            return;
        };
        if let (Some(test), Some(sealed)) = (OnDays::of(test), OnDays::of(&sealed)) {
            let session = Arc::make_mut(&mut self.session);
            // It was not open when this was asked for, and there is one asking at a time.
            if let Ok(opened) = session.open_seal(experiment, prices, test, sealed) {
                self.keep_opened_seal(&opened);
            }
        }
    }

    fn still_sealed(&mut self, failure: SealFailure) {
        self.lease = Lease::Free;
        self.notify(NoticeKind::Error, TrainingMessage::StillSealed(failure));
    }
}
