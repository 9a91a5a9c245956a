//! The bootstraps of a question, under way.

use crate::forecast::paid::{Bootstrap, Rule, SharpeDifference};

/// Resamples drawn in one task, of each rule.
const SLICE: usize = 100;

/// Each rule's bootstrap against holding.
#[derive(Debug, Clone, PartialEq)]
pub struct PayingWork {
    pub(super) question: u32,
    pub(super) bootstraps: Vec<(Rule, Bootstrap)>,
}

impl PayingWork {
    /// Draws a slice.
    pub fn run(mut self) -> Self {
        for (_, bootstrap) in &mut self.bootstraps {
            bootstrap.go_on(SLICE);
        }
        self
    }

    /// What was drawn; `None` while there is more to draw.
    pub(super) fn found(&self) -> Option<Vec<(Rule, SharpeDifference)>> {
        let each = self.bootstraps.iter();
        each.map(|(rule, bootstrap)| Some((*rule, bootstrap.found()?)))
            .collect()
    }
}
