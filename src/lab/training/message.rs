//! What is said about trainings, studies, the sealed block and opened networks.

use crate::forecast::dataset::DatasetError;
use crate::forecast::evaluation::EvaluationError;
use crate::forecast::settings::FieldError;
use crate::model_file::opened::{NotItsPrices, OpenedModel};
use crate::model_file::safetensors::ModelFileError;
use crate::protocol::{Crash, DeviceReason};
use crate::study::StudyError;
use std::sync::Arc;

/// What the trainer says of a training that failed.
pub type TrainerFailure = crate::protocol::TrainingError;

/// What has to be said of a network on prices that are not quite those it was trained on.
pub type ModelNote = crate::model_file::opened::Note;

#[derive(Debug, Clone, PartialEq)]
pub enum TrainingMessage {
    /// There is nothing to train on.
    NoPrices,
    SettingsRefused(Vec<FieldError>),
    /// The prices cannot be cut with these settings.
    NoDataset(DatasetError),
    /// The trainer gave the training up.
    Failed(TrainerFailure),
    /// Training goes on elsewhere.
    DeviceChanged(DeviceReason),
    /// The network that came cannot be scored.
    NotScored(EvaluationError),
    TrainerLost {
        crash: Crash,
        loss: Loss,
    },
    /// The trainer has said nothing for a while.
    Silent,
    /// The trainer was lost and its training goes on in another, after this epoch.
    GoesOn {
        crash: Crash,
        epoch: usize,
    },
    /// The trainer is of another version than the page.
    Outdated,
    FirstRecipeStopped,
    SecondRecipeStopped,
    /// The run that seeds were to be compared with is no longer in the list.
    PartnerGone,
    StudyRefused(StudyError),
    StillSealed(SealFailure),
    /// A network cannot be opened while something is being trained.
    ModelWhileTraining,
    ModelTooLarge,
    ModelFileNotReadable,
    ModelRefused(ModelFileError),
    /// It is opened, and its prices are the visitor's to bring.
    ModelWaits(Arc<OpenedModel>),
    NotItsPrices(NotItsPrices),
    ModelShown(ModelNote),
}

/// What went with a trainer that crashed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    Nothing,
    /// The training under way, but it is kept on the device and can go on.
    KeptTraining,
    /// The training under way.
    Training {
        epochs_done: usize,
        epochs_planned: usize,
        /// The results of an earlier stop of it are still there.
        results_stay: bool,
    },
    /// The way on from a stop; its results stay.
    StoppedRun,
}

/// Why the sealed block could not be scored.
#[derive(Debug, Clone, PartialEq)]
pub enum SealFailure {
    Trainer(TrainerFailure),
    NotScored(EvaluationError),
}
