//! What is known of a generated series and of no other.

use super::formula::Formula;
use super::known::WorldKind;

/// What is known about a generated series.
#[derive(Debug, Clone, PartialEq)]
pub struct WorldTruth {
    pub kind: WorldKind,
    pub formula: Formula,
    /// The best forecast of price i anyone could make from the prices before i, by someone who
    /// knows the process and its parameters: the conditional median. `[rows]`, aligned with the
    /// series' rows (entry 0 is the first price itself).
    pub best_forecast: Vec<f64>,
}
