//! An echo: each move comes back a fixed number of days later, so a network's memory can be measured.

use crate::market::world::formula::Formula;
use crate::market::world::parameter::parameter;
use crate::market::world::process::{LEVEL, Process, Shocks, Values, World, days_before};
use std::collections::VecDeque;

pub const WORLD: World = World {
    slug: "echo",
    name: "Moves with an echo",
    stream: 9,
    parameters: &[
        parameter("lag", (1.0, 5.0, 120.0), 1.0),
        // An echo adds up: over many days the price moves 1/(1 − strength) times as far as its noise.
        parameter("strength", (0.0, 0.6, 0.75), 0.05),
        parameter("noise", (0.001, 0.008, 0.01), 0.001),
    ],
    start: |value, shocks| Box::new(Echo::new(value, shocks)),
};

/// rₜ = a·rₜ₋ₖ + σε, an autoregression of order k with one term. Persistence errs by a deviation of
/// σ/√(1 − a²) where the best forecast errs by σ: the best rMAE is √(1 − a²), 0.8 for the usual a = 0.6,
/// whatever the lag k. A forecaster that remembers fewer than k days knows nothing of it.
struct Echo {
    strength: f64,
    sigma: f64,
    /// The last k returns, oldest first.
    recent: VecDeque<f64>,
}

impl Echo {
    fn new(value: &Values, shocks: &mut Shocks) -> Self {
        let (strength, sigma) = (value("strength"), value("noise"));
        // Drawn from the stationary distribution, so that the first days are like all others.
        let deviation = sigma / (1.0 - strength * strength).sqrt();
        let before = (0..value("lag") as usize).map(|_| deviation * shocks.normal());
        Self {
            strength,
            sigma,
            recent: before.collect(),
        }
    }
}

impl Process for Echo {
    fn formula(&self) -> Formula {
        Formula::Symbols(format!(
            "rₜ = {}·r{} + {}·εₜ, rₜ = ln Pₜ − ln Pₜ₋₁, ε ~ N(0, 1)",
            self.strength,
            days_before(self.recent.len()),
            self.sigma
        ))
    }
    fn first(&self, _shock: f64) -> f64 {
        LEVEL.ln()
    }
    fn step(&mut self, _row: usize, before: f64, shocks: &mut Shocks) -> (f64, f64) {
        let echo = self.strength * self.recent.pop_front().unwrap_or_default();
        let step = echo + self.sigma * shocks.normal();
        self.recent.push_back(step);
        (before + echo, before + step)
    }
}
