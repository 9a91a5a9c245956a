//! Volume that foretells the next move: the price alone says nothing.

use crate::market::world::formula::Formula;
use crate::market::world::parameter::{noise, parameter};
use crate::market::world::process::{LEVEL, Process, Shocks, Values, World};

pub const WORLD: World = World {
    slug: "volume",
    name: "Volume that foretells",
    stream: 11,
    parameters: &[
        parameter("strength", (0.0, 0.75, 1.5), 0.05),
        noise(0.008, 0.02),
    ],
    start: |value, shocks| Box::new(Volume::new(value, shocks)),
};

/// The volume that every day's stays near, in shares.
const USUAL: f64 = 1e6;
/// The share of the distance to the usual volume, in logarithms, that stays overnight: volumes are
/// persistent, so a day's change is nearly its surprise.
const PERSISTENCE: f64 = 0.95;
/// The deviation of a day's surprise, in logarithms.
const SURPRISE: f64 = 0.3;

/// ln Vₜ = ln 10⁶ + uₜ, uₜ = 0.95·uₜ₋₁ + 0.3·ηₜ, and xₜ₊₁ = xₜ + a·σ·ηₜ + σ·εₜ₊₁: a surprise in today's
/// volume moves tomorrow's price.
///
/// ηₜ and εₜ₊₁ are drawn afresh every day and have nothing to do with earlier prices, so the returns are
/// independent normal numbers: from prices alone nothing beats "tomorrow = today". With the volumes ηₜ is
/// known, and the best rMAE is 1/√(1 + a²), 0.8 for the usual a = 0.75.
struct Volume {
    strength: f64,
    sigma: f64,
    /// uₜ of the row that was reached last.
    level: f64,
    /// ηₜ of that row.
    surprise: f64,
}

impl Volume {
    fn new(value: &Values, shocks: &mut Shocks) -> Self {
        // Drawn from the stationary distribution, so that the first days are like all others.
        let stationary = SURPRISE / (1.0 - PERSISTENCE * PERSISTENCE).sqrt();
        let mut volume = Self {
            strength: value("strength"),
            sigma: value("noise"),
            level: stationary * shocks.normal(),
            surprise: 0.0,
        };
        volume.next_day(shocks);
        volume
    }

    fn next_day(&mut self, shocks: &mut Shocks) {
        self.surprise = shocks.normal();
        self.level = PERSISTENCE * self.level + SURPRISE * self.surprise;
    }
}

impl Process for Volume {
    fn formula(&self) -> Formula {
        Formula::Symbols(format!(
            "ln Pₜ₊₁ = ln Pₜ + {}·{}·ηₜ + {}·εₜ₊₁, Vₜ = {USUAL}·exp(uₜ), \
             uₜ = {PERSISTENCE}·uₜ₋₁ + {SURPRISE}·ηₜ, η, ε ~ N(0, 1)",
            self.strength, self.sigma, self.sigma
        ))
    }
    fn first(&self, _shock: f64) -> f64 {
        LEVEL.ln()
    }
    fn step(&mut self, _row: usize, before: f64, shocks: &mut Shocks) -> (f64, f64) {
        let median = before + self.strength * self.sigma * self.surprise;
        let after = median + self.sigma * shocks.normal();
        self.next_day(shocks);
        (median, after)
    }
    /// In whole shares.
    fn volume(&self) -> Option<f64> {
        Some((USUAL * self.level.exp()).round())
    }
}
