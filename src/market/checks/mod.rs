//! What is odd about otherwise usable rows. Checks only report: the rows stay as they are.

mod changed;
mod odd_prices;
mod odd_rows;
mod report;
mod rows;
mod splits;
mod warning;

pub use odd_prices::{CoarseSteps, FarMove, OddPrices, PriceKind, Spike};
pub use odd_rows::{correct, leave_out};
pub use report::{ConstantRun, DataReport, Gap, Remark};
pub(super) use rows::{put_in_order, warnings};
pub use splits::{adjust_splits, possible_splits};
pub use warning::{DataWarning, Dropped, DroppedFor, Split};
