//! What takes longer than the page may be silent: plain data with one function that does it. The page
//! does it in a task of its own, a test at once.

use super::prices::{PriceOutcome, PriceWork};
use super::records::{RecordOutcome, RecordWork};
use super::training::{TrainingOutcome, TrainingWork};

#[derive(Debug, Clone, PartialEq)]
pub enum Work {
    Prices(PriceWork),
    Training(TrainingWork),
    Records(RecordWork),
}

/// What came of a [`Work`], with what says which it was.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    Prices(Box<PriceOutcome>),
    Training(TrainingOutcome),
    Records(RecordOutcome),
}

impl Work {
    /// Does it.
    pub fn run(self) -> Outcome {
        match self {
            Self::Prices(work) => Outcome::Prices(Box::new(work.run())),
            Self::Training(work) => Outcome::Training(work.run()),
            Self::Records(work) => Outcome::Records(work.run()),
        }
    }
}
