//! Studies: one training after the other, each step in an event of its own so that the page stays quick:
//! cutting a dataset and writing its job, scoring its network, pooling the scores.

use super::intention::PartnerChoice;
use super::training::TrainingMessage;
use super::training::work::TrainingWork;
use super::{Command, Lab, Lease, NoticeKind, Work};
use crate::experiment::Experiment;
use crate::forecast::evaluation::EvaluationError;
use crate::forecast::odometer::open_prices;
use crate::forecast::settings::Recipe;
use crate::forecast::walk_forward::TrainingSpan;
use crate::forecast::{Evaluation, Settings};
use crate::market::Prices;
use crate::protocol::{FromTrainer, ToTrainer, Watch};
use crate::study::{FailedBy, Partner, SettingsOf, Studies, Study, StudyError};
use std::sync::Arc;

/// Progress is shown at most this often: small networks are through an epoch in milliseconds.
const SHOWN_EVERY_MS: f64 = 250.0;

impl Lab {
    pub(super) fn run_walk_forward(&mut self, folds: usize, span: TrainingSpan) {
        self.begin_study(|experiment, prices| Study::walk_forward(experiment, prices, folds, span));
    }

    pub(super) fn repeat_seeds(&mut self, seeds: usize, partner: PartnerChoice) {
        let partner = match partner {
            PartnerChoice::None => None,
            PartnerChoice::OtherRecipe => {
                let settings = &self.run.experiment.settings;
                let other = other_recipe(settings);
                Some(Partner {
                    of: SettingsOf::Recipe(other),
                    settings: settings.clone().with_recipe(other),
                })
            }
            PartnerChoice::PastRun(number) => {
                let Some(run) = self.session.run(number) else {
                    return self.notify(NoticeKind::Error, TrainingMessage::PartnerGone);
                };
                Some(Partner {
                    of: SettingsOf::Run(number),
                    settings: run.experiment.settings.clone(),
                })
            }
        };
        self.begin_study(|experiment, prices| Study::seeds(experiment, prices, seeds, partner));
    }

    pub(super) fn train_all_cells(&mut self) {
        self.begin_study(Study::cells);
    }

    pub(super) fn begin_study(
        &mut self,
        make: impl FnOnce(&Experiment, &Arc<Prices>) -> Result<Study, StudyError>,
    ) {
        if !self.lease.is_free() || !self.can_train() {
            return;
        }
        let Some(loaded) = self.run.prices.clone() else {
            return;
        };
        let experiment = &self.run.experiment;
        // The form refuses these next to the field; here they come from nowhere but a bug.
        if let Err(errors) = experiment.settings.validate() {
            return self.notify(NoticeKind::Error, TrainingMessage::SettingsRefused(errors));
        }
        // What is sealed stays so, whoever tests.
        match make(experiment, &open_prices(&loaded, experiment.sealed)) {
            Ok(study) => {
                self.lease = Lease::Study { run: None };
                self.studies_mut().begin(study, &loaded);
                self.show_study_progress();
                self.order_next_training();
            }
            Err(reason) => self.notify(NoticeKind::Error, TrainingMessage::StudyRefused(reason)),
        }
    }

    pub(super) fn next_training_of_study(&mut self) {
        if let Some(number) = self.studies.wanted() {
            return self.read_next_history(number);
        }
        let run = self.next_training_id();
        let Some(order) = self.studies_mut().next(run) else {
            // One that could not be trained on may have left it waiting for another's prices.
            return match self.studies.wanted() {
                Some(_) => self.go_on_with_study(),
                None => self.after_study(),
            };
        };
        self.lease = Lease::Study { run: Some(run) };
        self.show_study_progress();
        self.order(Command::Send(ToTrainer::Train {
            run,
            job: Box::new(order.job()),
            watch: Watch::default(),
        }));
    }

    /// The trainer speaks of a study's training.
    pub(super) fn study_told(&mut self, message: FromTrainer) {
        let now_ms = self.now.steady_ms;
        let is_news = matches!(message, FromTrainer::DeviceChanged { .. });
        let scoring = self.studies.hear(message, now_ms);
        if is_news || self.studies.running().is_none() {
            self.studies_changes += 1;
        }
        if let Some(scoring) = scoring {
            self.show_study_progress();
            let work = TrainingWork::ScoreStudy(scoring);
            return self.order(Command::Do(Work::Training(work)));
        }
        if self.studies.running().is_none() {
            self.after_study();
        } else if self.studies.is_between() {
            self.go_on_with_study();
        } else if now_ms - self.study_shown_ms >= SHOWN_EVERY_MS {
            self.show_study_progress();
        }
    }

    pub(super) fn study_scored(
        &mut self,
        run: u32,
        outcome: Result<Box<Evaluation>, EvaluationError>,
    ) {
        if self.lease != (Lease::Study { run: Some(run) }) {
            return;
        }
        let now_ms = self.now.steady_ms;
        let outcome = outcome.map(|evaluation| *evaluation);
        let looked_at = self.studies_mut().scored(run, outcome, now_ms);
        if let (Some(looked_at), Some(prices)) = (looked_at, &self.run.prices) {
            Arc::make_mut(&mut self.session).look(prices, &looked_at);
        }
        self.go_on_with_study();
    }

    pub(super) fn cancel_study(&mut self) {
        if !self.lease.is_study() {
            return;
        }
        if let Some(run) = self.studies_mut().cancel() {
            self.order(Command::Send(ToTrainer::Stop { run }));
        }
        self.after_study();
    }

    /// The trainer crashed, or is of another version. A network that is already there is still scored.
    pub(super) fn study_lost(&mut self, reason: FailedBy) {
        if self.lease.is_study() {
            self.studies_mut().trainer_lost(reason);
            self.after_study();
        }
    }

    /// Gives the trainer back where no study has it any more.
    pub(super) fn after_study(&mut self) {
        if self.studies.running().is_none() {
            self.stop_reading_histories();
            self.lease = Lease::Free;
            self.study_progress = None;
        }
    }

    pub(super) fn show_study_progress(&mut self) {
        self.study_shown_ms = self.now.steady_ms;
        self.study_progress = self.studies.progress(self.now.steady_ms);
    }

    pub(super) fn studies_mut(&mut self) -> &mut Studies {
        self.studies_changes += 1;
        &mut self.studies
    }
}

/// The recipe that these settings do not have.
pub fn other_recipe(settings: &Settings) -> Recipe {
    match settings.recipe {
        Recipe::Honest => Recipe::Notebook,
        Recipe::Notebook => Recipe::Honest,
    }
}
