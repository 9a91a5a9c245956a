//! Why a training could not go on: data, so that the page can say it in whatever language it speaks
//! then.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TrainingError {
    Size(SizeError),
    /// The loss is no longer a number.
    Diverged {
        epoch: usize,
    },
    /// The job's parts do not fit together.
    BadJob(BadJob),
    /// The device could not deliver its results; in its own words.
    Device(String),
    /// The run that was to go on is no longer in memory.
    StoppedRunGone,
    /// The trainer is of another version than the page.
    Outdated,
}

/// What of a job does not fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BadJob {
    TargetsDoNotDivide {
        targets: usize,
        outputs: usize,
    },
    OtherInputs {
        found: usize,
        needed: usize,
    },
    /// A row beyond the last of so many.
    RowBeyond {
        rows: usize,
    },
    /// A forecast from beyond the last of so many rows.
    ForecastBeyond {
        rows: usize,
    },
    OutputsDoNotFit {
        outputs: usize,
        days: usize,
    },
    OtherParameters {
        found: usize,
        needed: usize,
    },
    NoTrainingRows,
    /// The state to go on from cannot be read.
    KeptStateDamaged,
    /// It has another network's number of parameters.
    KeptStateOfAnother {
        found: usize,
        needed: usize,
    },
}

/// A size outside what the kernels are built and tested for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SizeError {
    pub size: Size,
    pub value: usize,
    /// Both ends are allowed.
    pub low: usize,
    pub high: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Size {
    Features,
    Hidden,
    Layers,
    Outputs,
    Window,
    Batch,
}

impl From<SizeError> for TrainingError {
    fn from(error: SizeError) -> Self {
        Self::Size(error)
    }
}
