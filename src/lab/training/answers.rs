//! What the trainer says, and what becomes of it. Whoever holds the lease is spoken to; what comes of
//! any other training comes late and is dropped.

use super::message::{Loss, TrainingMessage};
use super::work::{TrainingOutcome, TrainingWork};
use crate::forecast::Evaluation;
use crate::forecast::evaluation::EvaluationError;
use crate::lab::event::{Crash, TrainerSaid};
use crate::lab::pool::TrainerId;
use crate::lab::run;
use crate::lab::{Command, Lab, Lease, NoticeKind, Phase, Work};
use crate::model_file::opened::ModelOrigin;
use crate::protocol::{FromTrainer, PROTOCOL_VERSION, Stretch};
use crate::session::Course;
use std::sync::Arc;

impl Lab {
    pub(in crate::lab) fn trainer_said(&mut self, trainer: TrainerId, said: TrainerSaid) {
        match said {
            TrainerSaid::Message(FromTrainer::Ready { version }) => {
                if version != PROTOCOL_VERSION {
                    self.trainer_outdated();
                }
            }
            TrainerSaid::Message(message) => self.message_came(message),
            TrainerSaid::State { run, state } => {
                if self.run.is_under_way() && self.lease.run() == Some(run) {
                    self.keep_state(run, state);
                }
            }
            TrainerSaid::Crashed(crash) => self.trainer_crashed(trainer, crash),
            TrainerSaid::Silent => {
                if !self.lease.is_free() {
                    self.notify(NoticeKind::Warning, TrainingMessage::Silent);
                }
            }
            TrainerSaid::Outdated => self.trainer_outdated(),
        }
    }

    fn message_came(&mut self, message: FromTrainer) {
        let Some(run) = message.run().filter(|run| self.lease.has(*run)) else {
            return;
        };
        self.run.withdraw(&TrainingMessage::Silent.into());
        match self.lease {
            Lease::Free => {}
            Lease::Stopped { .. } | Lease::Run { .. } | Lease::Recipes { .. } => {
                self.run_told(message);
            }
            Lease::Study(_) => self.study_told(run, message),
            Lease::Seal { run } => self.seal_told(run, message),
        }
    }

    /// The trainer speaks of the run on the screen.
    fn run_told(&mut self, message: FromTrainer) {
        let was_under_way = self.run.is_under_way();
        let model = match &message {
            FromTrainer::Stopped { model, .. } | FromTrainer::Finished { model, .. } => {
                Some((model.predictions.clone(), model.paths.clone()))
            }
            _ => None,
        };
        let failed = matches!(message, FromTrainer::Failed { .. });
        self.run.apply(run::Event::Trainer(message));
        if !was_under_way {
            return;
        }
        if failed {
            self.lease = Lease::Free;
            self.end_state_keeping();
        }
        if let Some((predictions, paths)) = model {
            self.end_state_keeping();
            self.order_evaluation(predictions, paths);
        }
    }

    fn order_evaluation(&mut self, predictions: Vec<f32>, paths: Vec<f32>) {
        let trained = (self.run.trained.as_ref(), self.trained_prices.as_ref());
        if let (Some((experiment, dataset)), Some(prices)) = trained {
            let work = TrainingWork::Evaluate {
                run: self.run.id,
                prices: prices.clone(),
                sealed: experiment.sealed,
                dataset: dataset.clone(),
                predictions,
                paths,
            };
            self.order(Command::Do(Work::Training(work)));
        }
    }

    pub(in crate::lab) fn training_work_done(&mut self, outcome: TrainingOutcome) {
        match outcome {
            TrainingOutcome::Evaluated { run, outcome } => self.evaluated(run, outcome),
            TrainingOutcome::Evaluating { run, scoring } => {
                if self.run.id == run && self.run.is_evaluating() {
                    let work = TrainingWork::ScorePath { run, scoring };
                    self.order(Command::Do(Work::Training(work)));
                }
            }
            TrainingOutcome::StudyScored { run, outcome } => self.study_scored(run, outcome),
            TrainingOutcome::SealedScored { run, outcome } => self.sealed_scored(run, outcome),
            TrainingOutcome::ModelRead { file, model } => self.model_file_checked(file, model),
        }
    }

    fn evaluated(&mut self, run: u32, outcome: Result<Arc<Evaluation>, EvaluationError>) {
        let evaluation = match outcome {
            Ok(evaluation) => evaluation,
            Err(error) => return self.not_evaluated(run, TrainingMessage::NotScored(error)),
        };
        if self.run.id != run || !self.run.is_evaluating() {
            return;
        }
        self.run.apply(run::Event::Evaluated {
            run,
            evaluation: evaluation.clone(),
        });
        let entry = self.record(&evaluation);
        let pair = self.lease.pair();
        self.lease = match (self.run.phase, self.lease.run()) {
            (Phase::Stopped, Some(run)) => Lease::Stopped { run },
            // The trainer has nothing to go on with, or crashed meanwhile.
            _ => Lease::Free,
        };
        if let Some(pair) = pair {
            self.recipe_trained(pair, entry);
        }
    }

    fn not_evaluated(&mut self, run: u32, message: TrainingMessage) {
        if self.run.id == run && self.run.is_evaluating() {
            self.run
                .apply(run::Event::EvaluationFailed { run, message });
            self.lease = Lease::Free;
        }
    }

    /// Notes the run whose evaluation is shown in the list of runs, and gives its number there.
    fn record(&mut self, evaluation: &Evaluation) -> Option<u32> {
        let origin = self.run.opened.as_ref().map(|opened| &opened.origin);
        // What is in the list is not there twice.
        if matches!(origin, Some(ModelOrigin::Kept { .. })) {
            return None;
        }
        let (experiment, _) = self.run.trained.as_ref()?;
        let prices = self.trained_prices.as_ref()?;
        let run = self.run.id;
        let earlier = self.stepped.filter(|(stepped, _)| *stepped == run);
        let course = Course {
            epochs: self.run.epochs.len(),
            steps: self.run.paused_at.as_ref().map_or(0, |at| at.step),
            rate_changes: &self.run.rate_changes,
            replaces: earlier.map(|(_, entry)| entry),
        };
        let session = Arc::make_mut(&mut self.session);
        let entry = session.record_course(experiment, prices, evaluation, course);
        if origin.is_some() {
            session.mark_from_file(entry);
        }
        let paused = self.stretch != Stretch::ToTheEnd && self.run.phase == Phase::Stopped;
        self.stepped = paused.then_some((run, entry));
        self.keep_run(entry);
        Some(entry)
    }

    /// A trainer is gone: says what went with it, and goes on with what was kept of the training under way,
    /// or offers it.
    fn trainer_crashed(&mut self, trainer: TrainerId, crash: Crash) {
        // A further trainer has nothing but what a study gave it.
        if !trainer.is_own() && !self.lease.is_study() {
            return;
        }
        self.trainer_of_study_crashed(trainer, crash);
        let run = &self.run;
        let kept = run.is_under_way() && self.keeps_state_of(run.id);
        let stopped =
            matches!(self.lease, Lease::Stopped { .. }) || run.ending() == Some(Phase::Stopped);
        let loss = if kept {
            Loss::KeptTraining
        } else if run.is_under_way() {
            Loss::Training {
                epochs_done: run.epochs_done(),
                epochs_planned: run.epochs_planned(),
                results_stay: run.evaluation.is_some(),
            }
        } else if stopped && self.lease.run() == Some(run.id) {
            Loss::StoppedRun
        } else {
            Loss::Nothing
        };
        self.take_lease_from_lost_trainer();
        self.run
            .apply(run::Event::TrainerLost(TrainingMessage::TrainerLost {
                crash,
                loss,
            }));
        if kept {
            self.go_on_from_own_state(crash);
        }
    }

    fn trainer_outdated(&mut self) {
        self.study_outdated();
        if !self.lease.is_study() {
            self.lease = Lease::Free;
        }
        self.run
            .apply(run::Event::TrainerLost(TrainingMessage::Outdated));
        self.notify(NoticeKind::Error, TrainingMessage::Outdated);
    }

    /// Whose network is there already needs the trainer no more, and goes on with the next one.
    fn take_lease_from_lost_trainer(&mut self) {
        self.lease = match self.lease {
            Lease::Recipes { pair, run } if run.is_none() || self.run.is_evaluating() => {
                Lease::Recipes { pair, run: None }
            }
            // It goes on, or has given the trainer back: see `trainer_of_study_crashed`.
            Lease::Study(pool) => Lease::Study(pool),
            _ => Lease::Free,
        };
    }
}
