//! A random walk with drift: returns without memory.

use crate::market::world::formula::Formula;
use crate::market::world::parameter::{drift, noise};
use crate::market::world::process::{LEVEL, Process, Shocks, World, added};

pub const WORLD: World = World {
    slug: "random-walk",
    name: "Random walk with drift",
    stream: 1,
    parameters: &[drift(), noise(0.01, 0.03)],
    start: |value, _| {
        Box::new(RandomWalk {
            drift: value("drift"),
            sigma: value("noise"),
        })
    },
};

/// xₜ₊₁ = xₜ + μ + σε: returns without memory, so nothing beats "tomorrow = today" by more than
/// the drift, a thirtieth of a day's usual move.
struct RandomWalk {
    drift: f64,
    /// The usual 0.01 a day is about 16 % a year, a large company's share.
    sigma: f64,
}

impl Process for RandomWalk {
    fn formula(&self) -> Formula {
        Formula::Symbols(format!(
            "ln Pₜ₊₁ = ln Pₜ {} + {}·εₜ₊₁, ε ~ N(0, 1)",
            added(self.drift),
            self.sigma
        ))
    }
    fn first(&self, _shock: f64) -> f64 {
        LEVEL.ln()
    }
    fn step(&mut self, _row: usize, before: f64, shocks: &mut Shocks) -> (f64, f64) {
        let median = before + self.drift;
        (median, median + self.sigma * shocks.normal())
    }
}
