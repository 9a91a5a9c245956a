//! What a series is, beside its rows.

use super::row::{Field, Interval};
use super::source::Source;
use serde::{Deserialize, Serialize};

/// What a series is, beside its rows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SeriesInfo {
    pub source: Source,
    /// The ticker, the world's English name, the file's name: kept, and written into files.
    pub symbol: String,
    pub interval: Interval,
    pub field: Field,
}
