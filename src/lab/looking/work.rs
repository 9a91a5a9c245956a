//! The bootstrap of a question, under way.

use crate::forecast::many_looks::{Looks, ManyLooks};

/// Steps of the bootstrap in one task: some milliseconds.
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
        if self.looks.go_on(SLICE) {
            self.found = self.looks.found();
        }
        self
    }
}
