//! The run as a state machine: only [`Run::apply`] changes it.
//!
//! ```text
//! empty ─► loading ─► ready ─► training ─► done | stopped | failed
//!             │ ▲                 ▲                  │
//!             └─┴── any settled ◄─┴── Train, Resume ─┘
//! ```
//!
//! Three rules keep the screen honest:
//! - A load that fails changes nothing but the notice; a load that brings new prices clears all
//!   results, for they were of other prices. The same prices once more keep results and adjustment.
//! - Whatever the trainer says of another run than [`Run::id`] is ignored.
//! - `Stopped` and `Finished` bring a model, and the phase stays `training` until its evaluation is
//!   there: who sees `done` or `stopped` sees the verdict too.
//!
//! Events that make no sense in a phase are ignored. Whether the trainer is free is not known here:
//! [`Lab::can_train`](super::Lab::can_train) and its like are asked before something begins.

mod answers;
mod lessons;
mod prices;
mod speed;

pub use prices::{Adjustment, OddDays, OddTreatment};

use super::notice::{Message, Notice, NoticeKind};
use super::training::message::TrainingMessage;
use crate::experiment::Experiment;
use crate::forecast::{Dataset, Evaluation};
use crate::market::{DataReport, Prices, Series, Split};
use crate::model_file::opened::Opening;
use crate::protocol::{
    DeviceReport, EpochReport, FromTrainer, Preview, RateChange, Sharing, TrainedModel,
};
use std::sync::Arc;

/// What the page is doing; `as_str` is the `data-state` contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    Empty,
    Loading,
    Ready,
    Training,
    Done,
    Stopped,
    Failed,
}

impl Phase {
    /// The value of `data-state`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Loading => "loading",
            Self::Ready => "ready",
            Self::Training => "training",
            Self::Done => "done",
            Self::Stopped => "stopped",
            Self::Failed => "failed",
        }
    }
}

/// Where training stands within an epoch.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    pub epoch: usize,
    pub step: usize,
    pub steps: usize,
    pub ms_per_step: f64,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    ExperimentChanged(Experiment),
    LoadStarted,
    Loaded(Arc<Prices>),
    /// Prices from a file, whose reader knows what was dropped, repeated and sorted.
    FileLoaded {
        prices: Arc<Prices>,
        report: Arc<DataReport>,
    },
    /// Adjusts the loaded prices for these of the splits that were found in them, and for no other;
    /// for none, they are again what was loaded. Other prices, so results are cleared.
    SplitsAdjusted(Vec<Split>),
    /// The rows of odd prices are left out, or there again.
    OddTreated(OddTreatment),
    /// Another second series is beside the prices, or none. Results that rest on the last one are cleared.
    OtherChanged(Option<Arc<Series>>),
    /// Prices, settings and results stay as they were.
    LoadFailed(Notice),
    TrainStarted {
        run: u32,
        experiment: Experiment,
        dataset: Arc<Dataset>,
    },
    /// A training that was interrupted goes on after these epochs.
    TrainContinued {
        run: u32,
        experiment: Experiment,
        dataset: Arc<Dataset>,
        epochs: Vec<EpochReport>,
        rate_changes: Vec<RateChange>,
    },
    /// A network that was trained before is judged, as if a training of no epochs had begun.
    ModelOpened {
        run: u32,
        experiment: Experiment,
        dataset: Arc<Dataset>,
        opening: Opening,
    },
    ResumeStarted {
        run: u32,
    },
    StopRequested {
        /// On the clock that never jumps.
        at_ms: f64,
    },
    Trainer(FromTrainer),
    /// The evaluation of the model that `Stopped` or `Finished` brought.
    Evaluated {
        run: u32,
        evaluation: Arc<Evaluation>,
    },
    /// The model that came cannot be scored.
    EvaluationFailed {
        run: u32,
        message: TrainingMessage,
    },
    /// The trainer is gone, and the training under way with it. A model that has come is evaluated all
    /// the same.
    TrainerLost(TrainingMessage),
    NoticeShown(Notice),
}

/// How far a training under way is.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Stage {
    Trains,
    /// A stop was asked for, and the trainer has not come to it yet.
    Stopping {
        since_ms: f64,
    },
    /// The model is there and its evaluation is not. The phase to come is `ending`.
    Evaluating {
        ending: Phase,
    },
}

/// Everything the page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    pub experiment: Experiment,
    pub phase: Phase,
    pub prices: Option<Arc<Prices>>,
    /// What the checks found in the prices; there whenever they are.
    pub data_report: Option<Arc<DataReport>>,
    /// What `prices` were made from, where they are adjusted.
    pub adjustment: Option<Adjustment>,
    pub notice: Option<Notice>,
    pub id: u32,
    /// The experiment and dataset that the current or last training used.
    pub trained: Option<(Experiment, Arc<Dataset>)>,
    pub device: Option<DeviceReport>,
    /// Where other workers share the training's steps, or did so: how many of them, and why.
    pub sharing: Option<Sharing>,
    pub progress: Option<Progress>,
    pub epochs: Vec<EpochReport>,
    /// The last model that came, or that of an earlier stop while a resumed run goes on.
    pub model: Option<TrainedModel>,
    pub evaluation: Option<Arc<Evaluation>>,
    /// Where the network comes from, if it was not trained in this run.
    pub opened: Option<Opening>,
    /// Learning rates set by hand in the current or last training.
    pub rate_changes: Vec<RateChange>,
    /// What the network of the last epoch that was asked predicts.
    pub preview: Option<Arc<Preview>>,
    /// Where within an epoch the training stopped; `None` between two epochs.
    pub paused_at: Option<Progress>,
    /// Where a failed load leads back to.
    before_loading: Phase,
    /// The notice tells of this training and is stale once another begins.
    notice_of_training: bool,
    /// Of the phase `training`.
    stage: Stage,
    /// Epochs that were done when the current device took over; their speed says nothing of its.
    epochs_before_device: usize,
}

impl Run {
    /// The run of an experiment, which starts by hand: who opens a link sees to its `autorun`.
    pub fn new(experiment: Experiment) -> Self {
        Self {
            experiment: experiment.without_autorun(),
            phase: Phase::Empty,
            prices: None,
            data_report: None,
            adjustment: None,
            notice: None,
            id: 0,
            trained: None,
            device: None,
            sharing: None,
            progress: None,
            epochs: Vec::new(),
            model: None,
            evaluation: None,
            opened: None,
            rate_changes: Vec::new(),
            preview: None,
            paused_at: None,
            before_loading: Phase::Empty,
            notice_of_training: false,
            stage: Stage::Trains,
            epochs_before_device: 0,
        }
    }

    /// Nothing is being loaded or trained.
    pub(super) fn is_settled(&self) -> bool {
        !matches!(self.phase, Phase::Loading | Phase::Training)
    }

    /// There is training to stop and no stop is on its way yet.
    pub fn can_stop(&self) -> bool {
        self.phase == Phase::Training && self.stage == Stage::Trains
    }

    /// It was stopped before its last epoch. Whether it can go on is the lease's to say.
    pub(super) fn has_steps_to_come(&self) -> bool {
        self.phase == Phase::Stopped && self.epochs_done() < self.epochs_planned()
    }

    /// A stop was asked for and the trainer has not come to it yet.
    pub fn is_stopping(&self) -> bool {
        self.stopping_since_ms().is_some()
    }

    pub(super) fn stopping_since_ms(&self) -> Option<f64> {
        match self.stage {
            Stage::Stopping { since_ms } if self.phase == Phase::Training => Some(since_ms),
            _ => None,
        }
    }

    /// It is being trained: the trainer has not brought its model yet.
    pub(super) fn is_under_way(&self) -> bool {
        self.phase == Phase::Training && !self.is_evaluating()
    }

    /// The model is there and its evaluation is not.
    pub fn is_evaluating(&self) -> bool {
        self.ending().is_some()
    }

    /// The phase to come with the evaluation that is awaited.
    pub(super) fn ending(&self) -> Option<Phase> {
        match self.stage {
            Stage::Evaluating { ending } if self.phase == Phase::Training => Some(ending),
            _ => None,
        }
    }

    /// The settings have moved on since the shown results were trained.
    pub fn is_outdated(&self) -> bool {
        self.trained.as_ref().is_some_and(|(trained, _)| {
            trained.settings != self.experiment.settings
                || trained.sealed != self.experiment.sealed
                || trained.other_read() != self.experiment.other_read()
        })
    }

    /// Finished epochs of the current or last training.
    pub fn epochs_done(&self) -> usize {
        self.epochs.last().map_or(0, |report| report.epoch)
    }

    /// Epochs the current or last training was set to; early stopping may end it sooner. Before any
    /// training, what the settings say.
    pub fn epochs_planned(&self) -> usize {
        let experiment = match &self.trained {
            Some((trained, _)) => trained,
            None => &self.experiment,
        };
        experiment.settings.epochs
    }

    /// The learning rate as far as it is known: set by hand since the last epoch, or the last epoch's.
    pub fn learning_rate(&self) -> f64 {
        let by_hand = self.rate_changes.last();
        if let Some(change) = by_hand.filter(|change| change.epoch > self.epochs_done()) {
            return change.learning_rate;
        }
        match (self.epochs.last(), &self.trained) {
            (Some(report), _) => report.learning_rate,
            (None, Some((experiment, _))) => experiment.settings.learning_rate,
            (None, None) => self.experiment.settings.learning_rate,
        }
    }

    /// The only way a run changes.
    pub fn apply(&mut self, event: Event) {
        match event {
            // A training under way has its own copy in `trained`.
            Event::ExperimentChanged(experiment) => self.experiment = experiment.without_autorun(),
            Event::LoadStarted => self.load_started(),
            Event::Loaded(prices) => {
                let report = Arc::new(DataReport::of(&prices.series));
                self.loaded(prices, report);
            }
            Event::FileLoaded { prices, report } => self.loaded(prices, report),
            Event::SplitsAdjusted(splits) => self.adjust_splits(&splits),
            Event::OddTreated(treatment) => self.treat_odd(treatment),
            Event::OtherChanged(other) => self.put_beside(other),
            Event::LoadFailed(notice) => {
                self.end_loading();
                self.show(notice);
            }
            Event::TrainStarted {
                run,
                experiment,
                dataset,
            } => {
                self.train_started(run, experiment, dataset);
            }
            Event::TrainContinued {
                run,
                experiment,
                dataset,
                epochs,
                rate_changes,
            } => {
                if self.train_started(run, experiment, dataset) {
                    self.epochs = epochs;
                    self.rate_changes = rate_changes;
                    self.epochs_before_device = self.epochs_done();
                }
            }
            Event::ModelOpened {
                run,
                experiment,
                dataset,
                opening,
            } => {
                if self.train_started(run, experiment, dataset) {
                    self.opened = Some(opening);
                }
            }
            Event::ResumeStarted { run } => {
                if run == self.id && self.has_steps_to_come() {
                    self.begin_training();
                }
            }
            Event::StopRequested { at_ms } => {
                if self.can_stop() {
                    self.stage = Stage::Stopping { since_ms: at_ms };
                }
            }
            Event::Trainer(message) => self.hear(message),
            Event::Evaluated { run, evaluation } => self.evaluated(run, evaluation),
            Event::EvaluationFailed { run, message } => {
                if run == self.id && self.is_evaluating() {
                    self.fail(message);
                }
            }
            Event::TrainerLost(message) => {
                if self.is_under_way() {
                    self.fail(message);
                } else {
                    self.show_of_training(Notice::warning(message));
                }
            }
            Event::NoticeShown(notice) => self.show(notice),
        }
    }

    /// Whether it began.
    fn train_started(&mut self, run: u32, experiment: Experiment, dataset: Arc<Dataset>) -> bool {
        if self.prices.is_none() || !self.is_settled() {
            return false;
        }
        self.id = run;
        self.trained = Some((experiment, dataset));
        self.forget_results();
        self.begin_training();
        true
    }

    fn begin_training(&mut self) {
        self.phase = Phase::Training;
        self.stage = Stage::Trains;
        self.progress = None;
        self.epochs_before_device = self.epochs_done();
        self.preview = None;
        self.paused_at = None;
        self.drop_stale_notice();
    }

    fn forget_results(&mut self) {
        self.rate_changes.clear();
        self.preview = None;
        self.paused_at = None;
        self.device = None;
        self.sharing = None;
        self.progress = None;
        self.epochs.clear();
        self.model = None;
        self.evaluation = None;
        self.opened = None;
    }

    pub(super) fn dismiss_notice(&mut self) {
        self.notice = None;
    }

    /// This is no longer so.
    pub(super) fn withdraw(&mut self, message: &Message) {
        if self
            .notice
            .as_ref()
            .is_some_and(|it| it.message == *message)
        {
            self.notice = None;
        }
    }

    pub(super) fn show(&mut self, notice: Notice) {
        self.notice = Some(notice);
        self.notice_of_training = false;
    }

    fn show_of_training(&mut self, notice: Notice) {
        self.notice = Some(notice);
        self.notice_of_training = true;
    }

    /// A new action makes errors, news and the last training's warnings stale. Warnings about the
    /// address stay: with `autorun` the next action follows before anyone could read them.
    fn drop_stale_notice(&mut self) {
        let stale = |notice: &Notice| notice.kind != NoticeKind::Warning;
        if self.notice_of_training || self.notice.as_ref().is_some_and(stale) {
            self.notice = None;
            self.notice_of_training = false;
        }
    }
}

#[cfg(test)]
mod tests;
