//! "Would it have paid?", asked of the results on the screen: the rules at the visitor's cost are there at
//! once; how far chance moves their Sharpe ratios is drawn in slices, so that no task is long.

mod ask;
mod work;

pub use work::PayingWork;

use crate::forecast::Evaluation;
use crate::forecast::paid::{Paid, Rule, SharpeDifference};
use crate::report::{Deflated, PaidDifference, PaidReport};
use std::sync::Arc;

/// What the test days would have paid, at one cost.
#[derive(Debug, Clone, PartialEq)]
pub struct Paying {
    /// Of these results and no others.
    of: Arc<Evaluation>,
    /// An answer to an earlier question comes too late.
    question: u32,
    pub paid: Arc<Paid>,
    /// Experiments looked at on these test days so far, this one among them.
    pub looks: usize,
    /// Each rule's chance that its Sharpe ratio is more than the best of so many useless ones would show. A rule that
    /// has none is not among them.
    pub deflated: Vec<Deflated>,
    /// Each rule's Sharpe ratio less that of holding; `None` until they are drawn. A rule that has no Sharpe
    /// ratio, or whose history has none, is not among them.
    pub differences: Option<Vec<(Rule, SharpeDifference)>>,
}

impl Paying {
    /// As the report has it.
    pub(super) fn report(&self) -> PaidReport {
        let differences = self.differences.iter().flatten();
        PaidReport {
            paid: Paid::clone(&self.paid),
            looks: self.looks,
            deflated: self.deflated.clone(),
            differences: differences
                .map(|(rule, difference)| PaidDifference {
                    rule: *rule,
                    sharpe: *difference,
                })
                .collect(),
        }
    }
}
