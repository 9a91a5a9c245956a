//! What a source delivers.

use super::series::Series;
use super::world::truth::WorldTruth;

/// What a source delivers: a series and, where the process is known, its truth.
#[derive(Debug, Clone, PartialEq)]
pub struct Prices {
    pub series: Series,
    /// Present only for generated worlds.
    pub truth: Option<WorldTruth>,
}
