//! Rare shocks that come back: quiet days, now and then a leap, and the same leap again much later.

use crate::market::world::formula::Formula;
use crate::market::world::parameter::parameter;
use crate::market::world::process::{LEVEL, Process, Shocks, Values, World, days_before};
use std::collections::VecDeque;

pub const WORLD: World = World {
    slug: "shock",
    name: "Shocks that come back",
    stream: 10,
    parameters: &[
        parameter("lag", (1.0, 20.0, 120.0), 1.0),
        parameter("strength", (0.0, 0.8, 1.0), 0.05),
        parameter("chance", (0.01, 0.02, 0.1), 0.01),
        parameter("noise", (0.001, 0.002, 0.003), 0.001),
    ],
    start: |value, shocks| Box::new(ReturningShocks::new(value, shocks)),
};

/// How far a shock moves the log price, up or down. Ten times the loudest noise or more: prices rounded
/// to four decimals show every shock, so the best forecast may take it as known.
const SIZE: f64 = 0.03;

/// rₜ = σε + Sₜ + a·Sₜ₋ₖ with Sₜ = ±0.03 with probability λ and 0 otherwise. The shock of today is as
/// likely up as down, so the median of the next step is what comes back of the shock of k days before:
/// nothing on most days. Much more can be foreseen on a few days than on all others, and a forecaster has
/// to hold it through k quiet days.
struct ReturningShocks {
    strength: f64,
    chance: f64,
    sigma: f64,
    /// The shocks of the last k days, oldest first.
    recent: VecDeque<f64>,
}

impl ReturningShocks {
    fn new(value: &Values, shocks: &mut Shocks) -> Self {
        let chance = value("chance");
        let before = (0..value("lag") as usize).map(|_| shock(chance, shocks));
        Self {
            strength: value("strength"),
            chance,
            sigma: value("noise"),
            recent: before.collect(),
        }
    }
}

/// One day's shock: one draw, whether there is one or not.
fn shock(chance: f64, shocks: &mut Shocks) -> f64 {
    let drawn = shocks.uniform();
    if drawn < chance / 2.0 {
        SIZE
    } else if drawn < chance {
        -SIZE
    } else {
        0.0
    }
}

impl Process for ReturningShocks {
    fn formula(&self) -> Formula {
        Formula::OnAShareOfDays {
            equation: format!(
                "ln Pₜ = ln Pₜ₋₁ + {}·εₜ + {}·S{} + Sₜ, ε ~ N(0, 1), Sₜ = ±{SIZE}",
                self.sigma,
                self.strength,
                days_before(self.recent.len()),
            ),
            share: self.chance,
        }
    }
    fn first(&self, _shock: f64) -> f64 {
        LEVEL.ln()
    }
    fn step(&mut self, _row: usize, before: f64, shocks: &mut Shocks) -> (f64, f64) {
        let back = self.strength * self.recent.pop_front().unwrap_or_default();
        let noise = self.sigma * shocks.normal();
        let today = shock(self.chance, shocks);
        self.recent.push_back(today);
        (before + back, before + back + noise + today)
    }
}
