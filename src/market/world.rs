//! Known worlds: seeded generated series whose true process, and so the best possible score, is known.

use super::Prices;
use serde::{Deserialize, Serialize};

/// Trading days a world has unless asked otherwise.
pub const DEFAULT_DAYS: usize = 5_000;

/// The generated worlds; the kebab-case name is the address's (`random-walk`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WorldKind {
    RandomWalk,
    MeanReverting,
    Seasonal,
}

/// What is known about a generated series.
#[derive(Debug, Clone, PartialEq)]
pub struct WorldTruth {
    pub kind: WorldKind,
    /// One sentence: what the process does.
    pub process: &'static str,
    /// The formula in plain Unicode, parameters filled in.
    pub formula: String,
    /// The best forecast of price i anyone could make from the prices before i; `[rows]`,
    /// aligned with the series' rows (entry 0 is the first price itself).
    pub best_forecast: Vec<f64>,
}

impl WorldKind {
    pub const ALL: [WorldKind; 3] = [Self::RandomWalk, Self::MeanReverting, Self::Seasonal];
    /// `random-walk`, as in the address.
    pub fn slug(self) -> &'static str {
        todo!("market")
    }
    /// "Random walk with drift", for people.
    pub fn title(self) -> &'static str {
        todo!("market")
    }
}

/// Generates a world; the same arguments give the same prices.
pub fn generate(kind: WorldKind, seed: u64, days: usize) -> Prices {
    let _ = (kind, seed, days);
    todo!("market")
}
