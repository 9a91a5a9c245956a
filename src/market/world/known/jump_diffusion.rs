//! Jump diffusion: a quiet walk, and now and then a leap out of nowhere.

use crate::market::world::formula::Formula;
use crate::market::world::parameter::{drift, noise, parameter};
use crate::market::world::process::{LEVEL, Process, Shocks, Values, World, added};

pub const WORLD: World = World {
    slug: "jump-diffusion",
    name: "Walk with jumps",
    stream: 7,
    parameters: &[
        drift(),
        noise(0.008, 0.02),
        parameter("chance", (0.0, 0.02, 0.08), 0.01),
        parameter("jump", (0.0, 0.05, 0.1), 0.01),
    ],
    start: |value, _| Box::new(JumpDiffusion::new(value)),
};

/// xₜ₊₁ = xₜ + μ + σε + J, J ~ N(0, σⱼ²) with probability λ and 0 otherwise (Merton 1976, in steps of
/// a day). The jumps are as likely up as down, so the median of the next step is the drift.
struct JumpDiffusion {
    drift: f64,
    sigma: f64,
    /// The usual 0.02 is about five jumps a year.
    jump_chance: f64,
    jump_sigma: f64,
}

impl JumpDiffusion {
    fn new(value: &Values) -> Self {
        Self {
            drift: value("drift"),
            sigma: value("noise"),
            jump_chance: value("chance"),
            jump_sigma: value("jump"),
        }
    }
}

impl Process for JumpDiffusion {
    fn formula(&self) -> Formula {
        Formula::OnAShareOfDays {
            equation: format!(
                "ln Pₜ₊₁ = ln Pₜ {} + {}·εₜ₊₁ + Jₜ₊₁, ε ~ N(0, 1), J ~ N(0, {}²)",
                added(self.drift),
                self.sigma,
                self.jump_sigma
            ),
            share: self.jump_chance,
        }
    }
    fn first(&self, _shock: f64) -> f64 {
        LEVEL.ln()
    }
    fn step(&mut self, _row: usize, before: f64, shocks: &mut Shocks) -> (f64, f64) {
        let median = before + self.drift;
        let diffusion = self.sigma * shocks.normal();
        // Both are drawn every day, so that a day without a jump costs as many draws as one with.
        let (chance, size) = (shocks.uniform(), self.jump_sigma * shocks.normal());
        let jump = if chance < self.jump_chance { size } else { 0.0 };
        (median, median + diffusion + jump)
    }
}
