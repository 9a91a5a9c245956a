//! Tomorrow = today: `P̂ = P_t`.

use super::baseline::{Baseline, History, Kind};

pub const PERSISTENCE: Kind = Kind {
    key: "persistence",
    fit: |_| Box::new(Persistence),
};

#[derive(Debug)]
struct Persistence;

impl Baseline for Persistence {
    fn next(&self, history: &History, row: usize) -> f64 {
        history.last_price(row)
    }
}
