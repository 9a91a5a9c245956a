//! What takes longer than the page may be silent: plain data with one function that does it. The page
//! does it in a task of its own, a test at once.

use super::looking::LookingWork;
use super::paying::PayingWork;
use super::prices::{PriceOutcome, PriceWork};
use super::records::{RecordOutcome, RecordWork};
use super::several::SeveralWork;
use super::training::{TrainingOutcome, TrainingWork};

#[derive(Debug, Clone, PartialEq)]
pub enum Work {
    Prices(Box<PriceWork>),
    Training(TrainingWork),
    Records(RecordWork),
    Paying(PayingWork),
    Looking(Box<LookingWork>),
    Several(Box<SeveralWork>),
}

/// What came of a [`Work`], with what says which it was.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    Prices(Box<PriceOutcome>),
    Training(TrainingOutcome),
    Records(RecordOutcome),
    Paying(Box<PayingWork>),
    Looking(Box<LookingWork>),
    Several(Box<SeveralWork>),
}

impl Work {
    /// What it is called in the browser's timeline.
    pub fn name(&self) -> &'static str {
        use {PriceWork as P, RecordWork as R, TrainingWork as T};
        match self {
            Self::Prices(work) => match **work {
                P::ReadCopy { .. } => "read-copy",
                P::WriteCopy(_) => "write-copy",
                P::ReadAnswer { .. } => "read-answer",
                P::TakeApart { .. } => "take-file-apart",
                P::Understand(_) => "understand-file",
                P::ReadFile { .. } => "read-price-file",
                P::Preview { .. } => "preview-file",
                P::Correct { .. } => "correct-reading",
            },
            Self::Training(work) => match work {
                T::Evaluate { .. } => "score-network",
                T::ScorePath { .. } => "score-days-ahead",
                T::ScoreStudy(_) => "score-study",
                T::ScoreSealed { .. } => "score-sealed-block",
                T::ReadModel { .. } => "read-model",
            },
            Self::Records(work) => match work {
                R::Pack { .. } => "pack-run",
                R::ReadRun(_) => "read-kept-run",
                R::MakePrices(_) => "make-prices-again",
                R::UnpackPrices { .. } => "unpack-prices",
                R::ReadModel { .. } => "read-kept-model",
                R::ReadTraining { .. } => "read-kept-training",
                R::WriteFile(_) => "write-file",
            },
            Self::Paying(_) => "draw-what-it-would-pay",
            Self::Looking(_) => "count-looks",
            Self::Several(_) => "read-history",
        }
    }

    /// Does it.
    pub fn run(self) -> Outcome {
        match self {
            Self::Prices(work) => Outcome::Prices(Box::new(work.run())),
            Self::Training(work) => Outcome::Training(work.run()),
            Self::Records(work) => Outcome::Records(work.run()),
            Self::Paying(work) => Outcome::Paying(Box::new(work.run())),
            Self::Looking(work) => Outcome::Looking(Box::new(work.run())),
            Self::Several(work) => Outcome::Several(Box::new(work.run())),
        }
    }
}
