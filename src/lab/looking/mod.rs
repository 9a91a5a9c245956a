//! The runs of a visit on the same test days, all looks counted: whether the best of them is more than luck, and
//! which of the others are as good. What chance does is drawn in slices, so that no task is long.

mod ask;
mod work;

pub use work::LookingWork;

use crate::forecast::many_looks::ManyLooks;
use crate::report::ManyLooksReport;
use crate::session::Session;
use std::sync::Arc;

/// What became of the question.
#[derive(Debug, Clone, PartialEq)]
pub struct Looking {
    /// Of this list of runs and no other.
    of: Arc<Session>,
    /// The numbers of the runs on the same test days, oldest first: the places of the answer.
    pub runs: Vec<u32>,
    /// `None` until it is drawn.
    pub found: Option<ManyLooks>,
}

impl Looking {
    /// As the report has it; `None` until it is drawn.
    pub(super) fn report(&self) -> Option<ManyLooksReport> {
        let tested = self.of.tested_alike().into_iter();
        Some(ManyLooksReport {
            found: self.found.clone()?,
            gains: tested.map(|(_, gains)| gains).collect(),
        })
    }

    /// An answer to runs with these numbers.
    #[cfg(test)]
    pub fn of_runs(runs: Vec<u32>, found: ManyLooks) -> Self {
        Self {
            of: Arc::default(),
            runs,
            found: Some(found),
        }
    }
}
