//! Training: orders to the trainer, and what becomes of its answers.

mod answers;
pub mod message;
pub mod silence;
pub mod work;

pub use message::TrainingMessage;
pub use work::{TrainingOutcome, TrainingWork};

use super::command::{Command, Wake};
use super::pool::TrainerId;
use super::{Lab, Lease, NoticeKind, Phase, run};
use crate::checkpoint;
use crate::experiment::Experiment;
use crate::forecast::job::training_job;
use crate::forecast::odometer::open_prices;
use crate::forecast::{Dataset, Settings};
use crate::market::{Prices, Source};
use crate::protocol::{Stretch, ToTrainer, TrainingJob, Watch, Workers};
use crate::study::Studies;
use crate::watch::so_far::preview_from;
use std::sync::Arc;

/// A trainer that has not stopped by then hangs, and is replaced. An order to stop is normally
/// followed within a second.
const STOP_PATIENCE_MS: f64 = 15_000.0;

impl Lab {
    /// Prices can be loaded, and settings that they depend on changed.
    pub fn can_load(&self) -> bool {
        self.run.is_settled() && self.lease.may_train()
    }

    pub fn can_train(&self) -> bool {
        self.run.prices.is_some() && self.can_load()
    }

    /// The trainer can go on where it was stopped.
    pub fn can_resume(&self) -> bool {
        let run = self.run.id;
        self.lease == Lease::Stopped { run } && self.run.has_steps_to_come()
    }

    /// There are steps to come that another learning rate would be for.
    pub fn can_set_learning_rate(&self) -> bool {
        self.can_resume() || self.run.is_under_way()
    }

    /// A study has the trainer.
    pub fn is_studying(&self) -> bool {
        self.lease.is_study()
    }

    /// The sealed block is being opened.
    pub fn is_opening_seal(&self) -> bool {
        matches!(self.lease, Lease::Seal { .. })
    }

    /// A number for the next training; none is used twice.
    pub(super) fn next_training_id(&mut self) -> u32 {
        self.last_training_id = self.last_training_id.wrapping_add(1);
        self.last_training_id
    }

    pub(super) fn change_settings(&mut self, settings: Settings) {
        // These settings are the visitor's own choice: a link that still waits for its prices has none.
        self.pending = None;
        let experiment = &self.run.experiment;
        // The seed seeds a world too: another seed is another history.
        let new_world = matches!(experiment.source, Source::World(_))
            && experiment.settings.seed != settings.seed;
        let experiment = Experiment {
            settings,
            ..experiment.clone()
        };
        self.run.apply(run::Event::ExperimentChanged(experiment));
        if new_world && self.may_load() {
            self.load_world_again();
        }
    }

    pub(super) fn train(&mut self) {
        self.train_for(Stretch::ToTheEnd);
    }

    fn train_for(&mut self, stretch: Stretch) {
        if !self.can_load() {
            return;
        }
        let experiment = self.run.experiment.clone();
        if let Some(run) = self.begin_training(experiment, stretch) {
            self.lease = Lease::Run { run };
        }
    }

    /// Begins a training on the loaded prices and gives its number; says why where it cannot begin.
    pub(super) fn begin_training(
        &mut self,
        experiment: Experiment,
        stretch: Stretch,
    ) -> Option<u32> {
        self.waiting_model = None;
        let Some(prices) = self.run.prices.clone() else {
            self.notify(NoticeKind::Error, TrainingMessage::NoPrices);
            return None;
        };
        let dataset = self.dataset_of(&experiment, &prices)?;
        let run = self.next_training_id();
        self.trained_prices = Some(prices);
        self.stretch = stretch;
        self.run.apply(run::Event::TrainStarted {
            run,
            experiment,
            dataset: dataset.clone(),
        });
        let watch = self.watch(&dataset, stretch);
        self.order_training(TrainerId::OWN, run, training_job(&dataset), watch);
        Some(run)
    }

    /// Has a trainer train by this job.
    pub(in crate::lab) fn order_training(
        &mut self,
        trainer: TrainerId,
        run: u32,
        job: TrainingJob,
        watch: Watch,
    ) {
        let job = Box::new(job);
        self.order(Command::Send(trainer, ToTrainer::Train { run, job, watch }));
    }

    /// Goes on with a training that broke off, from the state that was kept of it. `prices` are the very
    /// ones it began with. Whether it goes on.
    pub(super) fn continue_training(
        &mut self,
        experiment: Experiment,
        prices: Arc<Prices>,
        header: checkpoint::Header,
        state: Vec<u8>,
    ) -> bool {
        if !self.can_load() {
            return false;
        }
        self.waiting_model = None;
        if self.run.prices.as_ref() != Some(&prices) {
            self.put_on_screen(experiment.clone(), prices.clone());
        }
        let Some(dataset) = self.dataset_of(&experiment, &prices) else {
            return false;
        };
        let run = self.next_training_id();
        self.pending = None;
        self.trained_prices = Some(prices);
        self.stretch = Stretch::ToTheEnd;
        let job = TrainingJob {
            rate_changes: header.rate_changes.clone(),
            ..training_job(&dataset)
        };
        let order = ToTrainer::Train {
            run,
            job: Box::new(job),
            watch: self.watch(&dataset, self.stretch),
        };
        self.run
            .apply(run::Event::ExperimentChanged(experiment.clone()));
        self.run.apply(run::Event::TrainContinued {
            run,
            experiment,
            dataset,
            epochs: header.epochs,
            rate_changes: header.rate_changes,
        });
        self.lease = Lease::Run { run };
        self.order(Command::SendWithState { order, state });
        true
    }

    /// What is trained on of these prices; says why where there is nothing.
    fn dataset_of(
        &mut self,
        experiment: &Experiment,
        prices: &Arc<Prices>,
    ) -> Option<Arc<Dataset>> {
        // The form refuses these next to the field; here they come from nowhere but a bug.
        if let Err(errors) = experiment.settings.validate() {
            self.notify(NoticeKind::Error, TrainingMessage::SettingsRefused(errors));
            return None;
        }
        let open = open_prices(prices, experiment.sealed);
        match Dataset::new(&open.series, &experiment.settings) {
            Ok(dataset) => Some(Arc::new(dataset)),
            Err(error) => {
                self.notify(NoticeKind::Error, TrainingMessage::NoDataset(error));
                None
            }
        }
    }

    pub(super) fn stop(&mut self) {
        if !self.run.can_stop() {
            return;
        }
        let (run, asked_ms) = (self.run.id, self.now.steady_ms);
        self.run
            .apply(run::Event::StopRequested { at_ms: asked_ms });
        self.order(Command::Send(TrainerId::OWN, ToTrainer::Stop { run }));
        self.order(Command::Wake {
            after_ms: STOP_PATIENCE_MS,
            wake: Wake::StopPatience { run, asked_ms },
        });
    }

    pub(super) fn stop_patience_over(&mut self, run: u32, asked_ms: f64) {
        if self.run.id == run && self.run.stopping_since_ms() == Some(asked_ms) {
            self.order(Command::ReplaceTrainer(super::event::Crash::DidNotStop));
        }
    }

    pub(super) fn resume(&mut self, stretch: Stretch) {
        if !self.can_resume() {
            return;
        }
        let run = self.run.id;
        self.run.apply(run::Event::ResumeStarted { run });
        self.lease = Lease::Run { run };
        self.stretch = stretch;
        self.order(Command::Send(
            TrainerId::OWN,
            ToTrainer::Resume { run, stretch },
        ));
    }

    /// A little of the stopped run, or of a new one.
    pub(super) fn advance(&mut self, stretch: Stretch) {
        if self.can_resume() {
            self.resume(stretch);
        } else {
            self.train_for(stretch);
        }
    }

    /// What the trainer makes of it is told by its answer.
    pub(super) fn set_learning_rate(&mut self, learning_rate: f64) {
        if self.can_set_learning_rate() {
            let run = self.run.id;
            self.order(Command::Send(
                TrainerId::OWN,
                ToTrainer::SetLearningRate { run, learning_rate },
            ));
        }
    }

    /// Where other prices are on the screen than before: a stopped run was of the old ones, and so were
    /// the sealed block that is being opened and the studies.
    pub(super) fn follow_prices(&mut self) {
        let of_the_shown_run = matches!(self.lease, Lease::Stopped { .. } | Lease::Seal { .. });
        if of_the_shown_run && self.run.trained.is_none() {
            self.lease = Lease::Free;
        }
        if self.studies.are_outdated(self.run.prices.as_deref()) {
            self.cancel_study();
            *self.studies_mut() = Studies::default();
        }
    }

    /// The next training of a study, or of both recipes, is due.
    pub(super) fn next_training(&mut self) {
        match self.lease {
            Lease::Study(pool) => self.next_training_of_study(pool),
            Lease::Recipes { pair, run: None } if self.run.phase != Phase::Training => {
                self.train_recipe(pair);
            }
            _ => {}
        }
    }

    /// Has [`Self::next_training`] called in a task of its own, so that what the last one gave is painted
    /// first.
    pub(super) fn order_next_training(&mut self) {
        self.order(Command::Wake {
            after_ms: 0.0,
            wake: Wake::NextTraining,
        });
    }

    /// What the page wants of a run that is shown while it goes on.
    fn watch(&self, dataset: &Dataset, stretch: Stretch) -> Watch {
        Watch {
            stretch,
            preview_from: Some(preview_from(dataset)),
            keep_state: true,
            workers: self.workers.map_or(Workers::Auto, Workers::Exactly),
        }
    }
}
