//! Studies: whichever trainer is idle is given the next training, each step in an event of its own so that the
//! page stays quick: cutting a dataset and writing its job, scoring its network, pooling the scores.
//!
//! A study begins with the page's own trainer. Others join it as soon as its trainings are known to be on the CPU
//! (there is one GPU), and are ended with it.

use super::intention::PartnerChoice;
use super::pool::{Pool, TrainerId};
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
use crate::protocol::{Crash, DeviceChoice, FromTrainer, ToTrainer, Watch};
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
                self.lease = Lease::Study(Pool::default());
                self.studies_mut().begin(study, &loaded);
                if self.studies.are_on_cpu() {
                    self.open_pool();
                }
                self.show_study_progress();
                self.order_next_training();
            }
            Err(reason) => self.notify(NoticeKind::Error, TrainingMessage::StudyRefused(reason)),
        }
    }

    /// Lets the study have all the trainers that the machine is good for.
    fn open_pool(&mut self) {
        let trainers = self.workers.unwrap_or(self.hardware.trainers());
        self.change_pool(|pool| pool.open(trainers));
    }

    fn change_pool(&mut self, change: impl FnOnce(&mut Pool)) {
        if let Lease::Study(pool) = &mut self.lease {
            change(pool);
        }
    }

    /// The first idle trainer is given the next training.
    pub(super) fn next_training_of_study(&mut self, pool: Pool) {
        let Some(trainer) = pool.idle() else {
            return;
        };
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
        self.change_pool(|pool| pool.give(trainer, run));
        self.show_study_progress();
        let mut job = order.job();
        if pool.trainers().count() > 1 {
            // The pool is there because the CPU is what its trainings are on: no trainer looks for a GPU again.
            job.device = DeviceChoice::Cpu;
        }
        self.order_training(trainer, run, job, Watch::default());
        self.order_next_for_idle();
    }

    /// Another idle trainer is given its training in a task of its own.
    fn order_next_for_idle(&mut self) {
        let idle = self.lease.pool().and_then(|pool| pool.idle());
        if idle.is_some() && self.studies.upcoming().is_some() {
            self.order_next_training();
        }
    }

    /// A trainer speaks of a study's training.
    pub(super) fn study_told(&mut self, run: u32, message: FromTrainer) {
        let now_ms = self.now.steady_ms;
        let is_news = matches!(message, FromTrainer::DeviceChanged { .. });
        let was_on_cpu = self.studies.are_on_cpu();
        let scoring = self.studies.hear(message, now_ms);
        if !was_on_cpu && self.studies.are_on_cpu() {
            self.open_pool();
            self.order_next_for_idle();
        }
        if is_news || self.studies.running().is_none() {
            self.studies_changes += 1;
        }
        if let Some(scoring) = scoring {
            self.show_study_progress();
            let work = TrainingWork::ScoreStudy(scoring);
            return self.order(Command::Do(Work::Training(work)));
        }
        if !self.studies.has(run) {
            self.change_pool(|pool| pool.take_back(run));
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
        if !self.lease.pool().is_some_and(|pool| pool.has(run)) {
            return;
        }
        let now_ms = self.now.steady_ms;
        let outcome = outcome.map(|evaluation| *evaluation);
        let looked_at = self.studies_mut().scored(run, outcome, now_ms);
        if let (Some(looked_at), Some(prices)) = (looked_at, &self.run.prices) {
            Arc::make_mut(&mut self.session).look(prices, &looked_at);
        }
        self.change_pool(|pool| pool.take_back(run));
        self.go_on_with_study();
    }

    pub(super) fn cancel_study(&mut self) {
        if self.lease.is_study() {
            self.studies_mut().cancel();
            self.after_study();
        }
    }

    /// One of the study's trainers crashed. Its training comes once more, on whichever trainer is idle first; a
    /// network that is already there is still scored. A further trainer that does not load or has no memory would
    /// not fare better the next time, and is gone.
    pub(super) fn trainer_of_study_crashed(&mut self, trainer: TrainerId, crash: Crash) {
        let Some(pool) = self.lease.pool() else {
            return;
        };
        let run = pool.run_of(trainer);
        if let Some(run) = run {
            self.studies_mut().trainer_crashed(run, crash);
        }
        let is_scored = run.is_some_and(|run| self.studies.has(run));
        if is_scored {
            return;
        }
        if crash.may_go_on() || trainer.is_own() {
            self.change_pool(|pool| pool.free(trainer));
        } else {
            self.change_pool(|pool| pool.close(trainer));
            self.order(Command::EndTrainer(trainer));
        }
        self.go_on_with_study();
    }

    /// The trainers are of another version than the page. Networks that are already there are still scored.
    pub(super) fn study_outdated(&mut self) {
        if !self.lease.is_study() {
            return;
        }
        self.studies_mut().trainers_lost(FailedBy::TrainerOutdated);
        if self.studies.running().is_none() {
            // Not even the order to stop would be understood.
            self.change_pool(|pool| pool.free(TrainerId::OWN));
            self.after_study();
        }
    }

    /// Gives the page's own trainer back where no study has it any more, and ends the others.
    pub(super) fn after_study(&mut self) {
        let Some(pool) = self.lease.pool() else {
            return;
        };
        if self.studies.running().is_some() {
            return;
        }
        self.stop_reading_histories();
        if let Some(run) = pool.run_of(TrainerId::OWN) {
            self.order(Command::Send(TrainerId::OWN, ToTrainer::Stop { run }));
        }
        for trainer in pool.trainers().filter(|trainer| !trainer.is_own()) {
            self.order(Command::EndTrainer(trainer));
        }
        self.lease = Lease::Free;
        self.study_progress = None;
    }

    pub(super) fn show_study_progress(&mut self) {
        self.study_shown_ms = self.now.steady_ms;
        let trainers = self.lease.pool().map_or(1, |pool| pool.trainers().count());
        self.study_progress = self.studies.progress(self.now.steady_ms, trainers);
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
