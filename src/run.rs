//! The run as a state machine: only [`Run::apply`] changes it.

use crate::experiment::Experiment;
use crate::forecast::{Dataset, Evaluation};
use crate::market::Prices;
use crate::protocol::{DeviceReport, EpochReport, FromTrainer, TrainedModel};
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

/// A message for the visitor: what happened and what to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub kind: NoticeKind,
    pub text: String,
    /// A one-click way out, offered as a button.
    pub offer: Option<Offer>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    Info,
    Warning,
    Error,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    /// Load the free weekly adjusted history of the same symbol.
    LoadWeekly,
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
    /// Prices, settings and results stay as they were.
    LoadFailed(Notice),
    TrainStarted {
        run: u32,
        experiment: Experiment,
        dataset: Arc<Dataset>,
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
    TrainerCrashed {
        message: String,
    },
    NoticeShown(Notice),
    NoticeDismissed,
}

/// Everything the page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    pub experiment: Experiment,
    pub phase: Phase,
    pub prices: Option<Arc<Prices>>,
    pub notice: Option<Notice>,
    pub id: u32,
    /// The experiment and dataset that the current or last training used.
    pub trained: Option<(Experiment, Arc<Dataset>)>,
    pub device: Option<DeviceReport>,
    pub progress: Option<Progress>,
    pub epochs: Vec<EpochReport>,
    pub model: Option<TrainedModel>,
    pub evaluation: Option<Arc<Evaluation>>,
}
