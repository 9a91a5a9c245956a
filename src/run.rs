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
//! Events that make no sense in a phase are ignored. The page asks [`Run::can_train`] and its like
//! before it acts.

use crate::experiment::Experiment;
use crate::forecast::{Dataset, Evaluation};
use crate::market::{DataReport, Prices, Split, adjust_splits};
use crate::model_file::opened::Opening;
use crate::protocol::{
    DeviceReason, DeviceReport, EpochReport, FromTrainer, PROTOCOL_VERSION, Preview, RateChange,
    TrainedModel,
};
use crate::text::{self, said};
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

/// A message for the visitor: what happened and what to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub kind: NoticeKind,
    pub text: String,
    /// A one-click way out, offered as a button.
    pub offer: Option<Offer>,
}

impl Notice {
    pub fn info(text: impl Into<String>) -> Self {
        Self::of(NoticeKind::Info, text)
    }

    pub fn warning(text: impl Into<String>) -> Self {
        Self::of(NoticeKind::Warning, text)
    }

    pub fn error(text: impl Into<String>) -> Self {
        Self::of(NoticeKind::Error, text)
    }

    #[must_use]
    pub fn with_offer(mut self, offer: Offer) -> Self {
        self.offer = Some(offer);
        self
    }

    fn of(kind: NoticeKind, text: impl Into<String>) -> Self {
        Self {
            kind,
            text: text.into(),
            offer: None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    Info,
    Warning,
    Error,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offer {
    /// Load the free weekly adjusted history of the same symbol.
    LoadWeekly,
    /// Load the last 100 days of the same symbol.
    LoadRecent,
    /// Load another symbol, which may be the one that was meant.
    LoadSymbol(String),
    /// Search for symbols by what was typed as one.
    SearchSymbol(String),
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
    StopRequested,
    Trainer(FromTrainer),
    /// The evaluation of the model that `Stopped` or `Finished` brought.
    Evaluated {
        run: u32,
        evaluation: Arc<Evaluation>,
    },
    /// The model that came cannot be scored. `message` says why and what to do next.
    EvaluationFailed {
        run: u32,
        message: String,
    },
    /// The trainer is gone. `message` is one sentence on what happened to it; the run adds what was
    /// lost and what to do next.
    TrainerCrashed {
        message: String,
        /// A state of the training under way is kept on the device: it can go on from there.
        kept: bool,
    },
    /// The trainer was given other work, and holds no stopped run any more.
    TrainerTaken,
    /// A study has the trainer from now on: it trains nothing else, prices stay as they are, and a
    /// run that was stopped cannot go on.
    StudyStarted,
    StudyEnded,
    NoticeShown(Notice),
    NoticeDismissed,
}

/// Prices as they were loaded, and the splits they are adjusted for since.
#[derive(Debug, Clone, PartialEq)]
pub struct Adjustment {
    pub raw: Arc<Prices>,
    pub raw_report: Arc<DataReport>,
    /// At least one.
    pub splits: Vec<Split>,
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
    stop_requested: bool,
    /// The phase to come when the model's evaluation is there.
    ending: Option<Phase>,
    /// The trainer still holds the stopped run.
    resumable: bool,
    /// A study has the trainer.
    studying: bool,
    /// Epochs that were done when the current device took over; their speed says nothing of its.
    epochs_before_device: usize,
}

impl Run {
    pub fn new(experiment: Experiment) -> Self {
        Self {
            experiment,
            phase: Phase::Empty,
            prices: None,
            data_report: None,
            adjustment: None,
            notice: None,
            id: 0,
            trained: None,
            device: None,
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
            stop_requested: false,
            ending: None,
            resumable: false,
            studying: false,
            epochs_before_device: 0,
        }
    }

    /// The id for the next training; ids are never used twice.
    pub fn next_id(&self) -> u32 {
        self.id.wrapping_add(1)
    }

    pub fn can_load(&self) -> bool {
        !matches!(self.phase, Phase::Loading | Phase::Training) && !self.studying
    }

    /// A study has the trainer.
    pub fn is_studying(&self) -> bool {
        self.studying
    }

    pub fn can_train(&self) -> bool {
        self.prices.is_some() && self.can_load()
    }

    /// There is training to stop and no stop is on its way yet.
    pub fn can_stop(&self) -> bool {
        self.phase == Phase::Training && !self.stop_requested && !self.is_evaluating()
    }

    /// The trainer can go on where it was stopped.
    pub fn can_resume(&self) -> bool {
        self.phase == Phase::Stopped && self.resumable && self.epochs_done() < self.epochs_planned()
    }

    /// There are steps to come that another learning rate would be for.
    pub fn can_set_learning_rate(&self) -> bool {
        self.can_resume() || (self.phase == Phase::Training && !self.is_evaluating())
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

    /// A stop was asked for and the trainer has not come to it yet.
    pub fn is_stopping(&self) -> bool {
        self.phase == Phase::Training && self.stop_requested && !self.is_evaluating()
    }

    /// The model is there and its evaluation is not.
    pub fn is_evaluating(&self) -> bool {
        self.ending.is_some()
    }

    /// The settings have moved on since the shown results were trained.
    pub fn is_outdated(&self) -> bool {
        self.trained.as_ref().is_some_and(|(trained, _)| {
            trained.settings != self.experiment.settings || trained.sealed != self.experiment.sealed
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

    /// Milliseconds per training step on the current device; `None` while it is not known.
    pub fn ms_per_step(&self) -> Option<f64> {
        if let Some(progress) = &self.progress {
            return Some(progress.ms_per_step);
        }
        if self.phase != Phase::Training
            && let Some(model) = &self.model
        {
            return Some(model.ms_per_step);
        }
        self.last_epoch_on_device()
            .filter(|report| report.steps > 0)
            .map(|report| report.ms / report.steps as f64)
    }

    /// Milliseconds until the last planned epoch ends at the current speed; `None` when nothing is
    /// being trained or the speed is not known yet.
    pub fn time_left_ms(&self) -> Option<f64> {
        if self.phase != Phase::Training || self.is_evaluating() {
            return None;
        }
        let done = self.epochs_done();
        let steps_per_epoch = match &self.progress {
            Some(progress) => progress.steps,
            None => self.last_epoch_on_device()?.steps,
        };
        let steps_into_epoch = match &self.progress {
            Some(progress) if progress.epoch > done => progress.step,
            _ => 0,
        };
        let steps_left = (self.epochs_planned().saturating_sub(done) * steps_per_epoch)
            .saturating_sub(steps_into_epoch);
        Some(steps_left as f64 * self.ms_per_step()?)
    }

    fn last_epoch_on_device(&self) -> Option<&EpochReport> {
        self.epochs
            .last()
            .filter(|report| report.epoch > self.epochs_before_device)
    }

    /// The only way a run changes.
    pub fn apply(&mut self, event: Event) {
        match event {
            // A training under way has its own copy in `trained`.
            Event::ExperimentChanged(experiment) => self.experiment = experiment,
            Event::LoadStarted => self.load_started(),
            Event::Loaded(prices) => {
                let report = Arc::new(DataReport::of(&prices.series));
                self.loaded(prices, report);
            }
            Event::FileLoaded { prices, report } => self.loaded(prices, report),
            Event::SplitsAdjusted(splits) => self.adjust_splits(&splits),
            Event::LoadFailed(notice) => {
                self.end_loading();
                self.show(notice);
            }
            Event::TrainStarted {
                run,
                experiment,
                dataset,
            } => self.train_started(run, experiment, dataset),
            Event::TrainContinued {
                run,
                experiment,
                dataset,
                epochs,
                rate_changes,
            } => {
                if self.can_train() {
                    self.train_started(run, experiment, dataset);
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
                if self.can_train() {
                    self.train_started(run, experiment, dataset);
                    self.opened = Some(opening);
                }
            }
            Event::ResumeStarted { run } => {
                if run == self.id && self.can_resume() {
                    self.begin_training();
                }
            }
            Event::StopRequested => {
                if self.can_stop() {
                    self.stop_requested = true;
                }
            }
            Event::Trainer(message) => self.hear(message),
            Event::Evaluated { run, evaluation } => self.evaluated(run, evaluation),
            Event::EvaluationFailed { run, message } => {
                if run == self.id && self.is_evaluating() {
                    self.fail(&message);
                }
            }
            Event::TrainerCrashed { message, kept } => self.trainer_crashed(&message, kept),
            Event::TrainerTaken => self.resumable = false,
            Event::StudyStarted => {
                if self.can_train() {
                    self.studying = true;
                    self.resumable = false;
                }
            }
            Event::StudyEnded => self.studying = false,
            Event::NoticeShown(notice) => self.show(notice),
            Event::NoticeDismissed => self.notice = None,
        }
    }

    fn load_started(&mut self) {
        if self.can_load() {
            self.before_loading = self.phase;
            self.phase = Phase::Loading;
            self.drop_stale_notice();
        }
    }

    fn loaded(&mut self, prices: Arc<Prices>, report: Arc<DataReport>) {
        if self.phase == Phase::Training || self.studying {
            return;
        }
        self.drop_stale_notice();
        // The same prices once more: adjustment and results are still theirs.
        let adjusted = self.adjustment.as_ref();
        let last_loaded = adjusted.map_or(self.prices.as_ref(), |it| Some(&it.raw));
        if last_loaded == Some(&prices) && (adjusted.is_some() || self.evaluation.is_some()) {
            self.end_loading();
            return;
        }
        self.adjustment = None;
        self.replace_prices(prices, report);
    }

    fn adjust_splits(&mut self, splits: &[Split]) {
        let (Some(prices), Some(report)) = (&self.prices, &self.data_report) else {
            return;
        };
        if !self.can_load() {
            return;
        }
        let (raw, raw_report) = match &self.adjustment {
            Some(adjustment) => (adjustment.raw.clone(), adjustment.raw_report.clone()),
            None => (prices.clone(), report.clone()),
        };
        let found = raw_report.splits.iter();
        let splits: Vec<Split> = found
            .filter(|split| splits.contains(split))
            .copied()
            .collect();
        let adjusted_for = self.adjustment.as_ref().map_or(&[][..], |it| &it.splits);
        if splits == adjusted_for {
            return;
        }
        self.drop_stale_notice();
        if splits.is_empty() {
            self.adjustment = None;
            return self.replace_prices(raw, raw_report);
        }
        let series = adjust_splits(&raw.series, &splits);
        let report = Arc::new(raw_report.of_adjusted(&series));
        let truth = raw.truth.clone();
        self.adjustment = Some(Adjustment {
            raw,
            raw_report,
            splits,
        });
        self.replace_prices(Arc::new(Prices { series, truth }), report);
    }

    /// Other prices than before: whatever was trained on those is no longer about these.
    fn replace_prices(&mut self, prices: Arc<Prices>, report: Arc<DataReport>) {
        self.prices = Some(prices);
        self.data_report = Some(report);
        self.trained = None;
        self.forget_results();
        self.phase = Phase::Ready;
    }

    fn end_loading(&mut self) {
        if self.phase == Phase::Loading {
            self.phase = self.before_loading;
        }
    }

    fn train_started(&mut self, run: u32, experiment: Experiment, dataset: Arc<Dataset>) {
        if !self.can_train() {
            return;
        }
        self.id = run;
        self.trained = Some((experiment, dataset));
        self.forget_results();
        self.begin_training();
    }

    fn begin_training(&mut self) {
        self.phase = Phase::Training;
        self.progress = None;
        self.stop_requested = false;
        self.ending = None;
        self.resumable = false;
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
        self.progress = None;
        self.epochs.clear();
        self.model = None;
        self.evaluation = None;
        self.opened = None;
        self.ending = None;
        self.resumable = false;
    }

    fn hear(&mut self, message: FromTrainer) {
        if let FromTrainer::Ready { version } = message {
            if version != PROTOCOL_VERSION {
                self.fail(text::run::other_versions());
            }
            return;
        }
        // A message of an older run, or one that crossed the end of this one. A learning rate can also
        // be set in a pause.
        let awaited = match message {
            FromTrainer::LearningRateSet { .. } => self.phase == Phase::Training || self.resumable,
            _ => self.phase == Phase::Training && !self.is_evaluating(),
        };
        if !awaited || run_of(&message) != Some(self.id) {
            return;
        }
        match message {
            FromTrainer::Ready { .. } => {}
            FromTrainer::Started { mut device, .. } => {
                if self.opened.is_some() {
                    device.reason = DeviceReason::OnlyForecasts;
                }
                self.device = Some(device);
                self.epochs_before_device = self.epochs_done();
            }
            FromTrainer::Progress {
                epoch,
                step,
                steps,
                ms_per_step,
                ..
            } => {
                self.progress = Some(Progress {
                    epoch,
                    step,
                    steps,
                    ms_per_step,
                });
            }
            FromTrainer::Epoch { report, .. } => {
                // An epoch that is done again, from a checkpoint, replaces what came of it before.
                self.epochs.retain(|earlier| earlier.epoch < report.epoch);
                self.epochs.push(report);
            }
            FromTrainer::Preview { preview, .. } => self.preview = Some(Arc::new(preview)),
            FromTrainer::LearningRateSet { change, .. } => {
                change.add_to(&mut self.rate_changes);
            }
            FromTrainer::DeviceChanged { device, .. } => {
                self.show_of_training(Notice::warning(format!("{}.", said(&device.reason))));
                self.device = Some(device);
                self.progress = None;
                self.epochs_before_device = self.epochs_done();
            }
            FromTrainer::Stopped { model, .. } => self.model_arrived(model, Phase::Stopped),
            FromTrainer::Finished { model, .. } => self.model_arrived(model, Phase::Done),
            FromTrainer::Failed { error, .. } => self.fail(&said(&error)),
        }
    }

    fn model_arrived(&mut self, mut model: TrainedModel, ending: Phase) {
        if let Some(opened) = &self.opened {
            // The trainer has trained nothing and cannot know.
            model.best_epoch = opened.best_epoch;
        }
        self.model = Some(model);
        let done = self.epochs_done();
        let within = |progress: &Progress| progress.epoch > done && progress.step > 0;
        self.paused_at = self.progress.take().filter(within);
        self.ending = Some(ending);
        self.resumable = ending == Phase::Stopped;
    }

    fn evaluated(&mut self, run: u32, evaluation: Arc<Evaluation>) {
        if run != self.id || self.model.is_none() {
            return;
        }
        if let Some(phase) = self.ending.take() {
            self.phase = phase;
            self.stop_requested = false;
            self.evaluation = Some(evaluation);
        }
    }

    /// Ends a training under way as failed; elsewhere only the notice changes.
    fn fail(&mut self, text: &str) {
        if self.phase == Phase::Training {
            self.phase = Phase::Failed;
            self.progress = None;
            self.stop_requested = false;
            self.ending = None;
        }
        self.resumable = false;
        self.show_of_training(Notice::error(text));
    }

    fn trainer_crashed(&mut self, message: &str, kept: bool) {
        if self.phase == Phase::Training && !self.is_evaluating() {
            let planned = self.epochs_planned();
            let lost = match (self.epochs_done(), &self.evaluation) {
                _ if kept => text::run::can_go_on().to_owned(),
                (0, None) => text::run::lost_before_an_epoch().to_owned(),
                (0, Some(_)) => text::run::lost_before_an_epoch_with_results().to_owned(),
                (done, None) => text::run::lost_after(done, planned),
                (done, Some(_)) => text::run::lost_after_with_results(done, planned),
            };
            self.fail(&format!("{message} {lost}"));
        } else if self.resumable {
            self.resumable = false;
            let lost = text::run::stopped_run_lost();
            self.show_of_training(Notice::warning(format!("{message} {lost}")));
        } else {
            self.show_of_training(Notice::warning(message));
        }
    }

    fn show(&mut self, notice: Notice) {
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

/// The run a message belongs to; `Ready` belongs to none.
pub fn run_of(message: &FromTrainer) -> Option<u32> {
    match message {
        FromTrainer::Ready { .. } => None,
        FromTrainer::Started { run, .. }
        | FromTrainer::Progress { run, .. }
        | FromTrainer::Epoch { run, .. }
        | FromTrainer::Preview { run, .. }
        | FromTrainer::LearningRateSet { run, .. }
        | FromTrainer::DeviceChanged { run, .. }
        | FromTrainer::Stopped { run, .. }
        | FromTrainer::Finished { run, .. }
        | FromTrainer::Failed { run, .. } => Some(*run),
    }
}

#[cfg(test)]
mod tests;
