//! How far a study is, and why it ended early.

use super::pace::UnderWay;
use super::{Study, Subject};
use crate::cells::NetworkKind;
use crate::forecast::dataset::DatasetError;
use crate::forecast::evaluation::EvaluationError;
use crate::forecast::seeds::SeedsError;
use crate::forecast::walk_forward::PlanError;
use crate::protocol::{Crash, TrainingError};

/// Why a study cannot begin.
#[derive(Debug, Clone, PartialEq)]
pub enum StudyError {
    Plan(PlanError),
    Seeds(SeedsError),
    Dataset(DatasetError),
    /// Fewer than [`MIN_SERIES`](super::MIN_SERIES) histories or more than [`MAX_SERIES`](super::MAX_SERIES).
    Series {
        found: usize,
    },
}

impl From<PlanError> for StudyError {
    fn from(error: PlanError) -> Self {
        Self::Plan(error)
    }
}

impl From<SeedsError> for StudyError {
    fn from(error: SeedsError) -> Self {
        Self::Seeds(error)
    }
}

impl From<DatasetError> for StudyError {
    fn from(error: DatasetError) -> Self {
        Self::Dataset(error)
    }
}

/// Which of a study's trainings, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrainingName {
    Fold {
        number: usize,
        of: usize,
    },
    Seed {
        number: usize,
        of: usize,
        seed: u64,
        /// Which of the two that are compared, where there are two.
        side: Option<usize>,
    },
    /// One of several histories.
    Series {
        number: usize,
        of: usize,
    },
    /// One kind of network.
    Cell {
        number: usize,
        of: usize,
        cell: NetworkKind,
    },
}

/// What is being done with a training.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// A trainer has not begun it yet.
    Starting,
    /// 1-based.
    Epoch { epoch: usize, of: usize },
    /// The network is there and its scores are not.
    BeingScored,
}

/// How far a study is.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// The first one under way, or the next where none is.
    pub training: TrainingName,
    pub stage: Stage,
    /// Trainings under way.
    pub at_once: usize,
    /// Of all planned epochs, 0..=1.
    pub share: f64,
    /// `None` while nothing was measured yet.
    pub time_left_ms: Option<f64>,
}

/// Why a study ended before all was trained.
#[derive(Debug, Clone, PartialEq)]
pub enum EndedEarly {
    Cancelled,
    Failed {
        /// The training that failed, from 0.
        training: Option<usize>,
        reason: FailedBy,
    },
}

/// What made a study fail.
#[derive(Debug, Clone, PartialEq)]
pub enum FailedBy {
    /// The study was over already.
    HasEnded,
    /// The stretch of a fold cannot be cut.
    NotCut(DatasetError),
    /// The trainer stopped before the training had ended.
    TrainerStopped,
    /// The trainer gave it up.
    Trainer(TrainingError),
    TrainerCrashed(Crash),
    /// The trainer is of another version than the page.
    TrainerOutdated,
    NotScored(EvaluationError),
}

impl Study {
    /// The name of the training with this number, from 0.
    pub fn name_of(&self, number: usize) -> TrainingName {
        let of = self.trainings();
        match &self.subject {
            Subject::WalkForward { .. } => TrainingName::Fold {
                number: number + 1,
                of,
            },
            Subject::Seeds { seeds, sides } => TrainingName::Seed {
                number: number + 1,
                of,
                seed: seeds[number / sides.len()],
                side: (sides.len() > 1).then_some(number % sides.len()),
            },
            Subject::Several { .. } => TrainingName::Series {
                number: number + 1,
                of,
            },
            Subject::Cells { rivals, .. } => TrainingName::Cell {
                number: number + 1,
                of,
                cell: rivals[number].cell,
            },
        }
    }

    /// With so many trainers; `None` for a study that has ended.
    pub fn progress(&self, now_ms: f64, trainers: usize) -> Option<Progress> {
        if !self.is_running() {
            return None;
        }
        let first = self.under_way.iter().min_by_key(|it| it.number);
        let number = first.map(|it| it.number).or_else(|| self.upcoming())?;
        let stage = match first {
            Some(training) if training.scoring => Stage::BeingScored,
            Some(training) if training.began_ms.is_some() => Stage::Epoch {
                epoch: training.epoch.max(1),
                of: training.dataset.settings.epochs,
            },
            _ => Stage::Starting,
        };
        let under_way = self.under_way.iter().map(|training| UnderWay {
            number: training.number,
            steps: training.steps,
            elapsed_ms: training.began_ms.map(|began| now_ms - began),
        });
        let under_way: Vec<UnderWay> = under_way.collect();
        let is_over = |number| self.is_over(number);
        Some(Progress {
            training: self.name_of(number),
            stage,
            at_once: under_way.len(),
            share: self.pace.share(&under_way, is_over),
            time_left_ms: self.pace.time_left_ms(&under_way, is_over, trainers),
        })
    }
}
