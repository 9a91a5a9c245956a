//! The bootstrap of a question, under way.

use crate::forecast::many_looks::{Looks, ManyLooks};

/// Days drawn in one task, of all runs together: some milliseconds.
const SLICE: usize = 1_000_000;

/// The runs' losses, resampled.
#[derive(Debug, Clone, PartialEq)]
pub struct LookingWork {
    pub(super) runs: Vec<u32>,
    pub(super) looks: Looks,
    pub(super) found: Option<ManyLooks>,
}

impl LookingWork {
    /// Draws a slice; the last one tells.
    pub fn run(mut self) -> Self {
        let resamples = (SLICE / self.looks.size().max(1)).max(1);
        if self.looks.go_on(resamples) {
            self.found = self.looks.found();
        }
        self
    }
}
