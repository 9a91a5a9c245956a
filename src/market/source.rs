//! Where a series comes from, as written in the address (`world:random-walk`, `av:IBM:daily`).

use super::{Interval, world::WorldKind};
use serde::{Deserialize, Serialize};

/// The origin of a series. Its text form (`Display`, `FromStr`) is the address's `source` value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    World(WorldKind),
    AlphaVantage {
        symbol: String,
        interval: Interval,
    },
    /// A price file the visitor opened; an address can name it but not carry it.
    File {
        name: String,
    },
}

impl Default for Source {
    fn default() -> Self {
        Self::World(WorldKind::RandomWalk)
    }
}
