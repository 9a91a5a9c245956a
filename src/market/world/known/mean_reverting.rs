//! Mean reversion: the price is drawn back to its level.

use crate::market::world::formula::Formula;
use crate::market::world::parameter::{noise, parameter};
use crate::market::world::process::{LEVEL, Process, Shocks, World};

pub const WORLD: World = World {
    slug: "mean-reverting",
    name: "Mean-reverting prices",
    stream: 2,
    parameters: &[parameter("phi", (0.0, 0.8, 0.99), 0.01), noise(0.012, 0.05)],
    start: |value, _| {
        Box::new(MeanReverting {
            phi: value("phi"),
            sigma: value("noise"),
        })
    },
};

/// xₜ₊₁ = m + φ(xₜ − m) + σε. Persistence errs by a deviation of σ√(2/(1+φ)) where the best
/// forecast errs by σ: the best rMAE is √((1+φ)/2), 0.949 for the usual φ = 0.8.
struct MeanReverting {
    phi: f64,
    sigma: f64,
}

impl Process for MeanReverting {
    fn formula(&self) -> Formula {
        Formula::Symbols(format!(
            "ln Pₜ₊₁ = ln {LEVEL} + {}·(ln Pₜ − ln {LEVEL}) + {}·εₜ₊₁, ε ~ N(0, 1)",
            self.phi, self.sigma
        ))
    }
    fn first(&self, shock: f64) -> f64 {
        // Drawn from the stationary distribution, so that the first days are like all others.
        LEVEL.ln() + self.sigma / (1.0 - self.phi * self.phi).sqrt() * shock
    }
    fn step(&mut self, _row: usize, before: f64, shocks: &mut Shocks) -> (f64, f64) {
        let median = LEVEL.ln() + self.phi * (before - LEVEL.ln());
        (median, median + self.sigma * shocks.normal())
    }
}
