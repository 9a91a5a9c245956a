//! Jump diffusion: a quiet walk, and now and then a leap out of nowhere.

use super::{LEVEL, Process, Shocks};

/// xₜ₊₁ = xₜ + μ + σε + J, J ~ N(0, σⱼ²) with probability λ and 0 otherwise (Merton 1976, in steps of
/// a day). The jumps are as likely up as down, so the median of the next step is the drift.
pub(super) struct JumpDiffusion;

impl JumpDiffusion {
    const DRIFT: f64 = 0.0003;
    const SIGMA: f64 = 0.008;
    /// About five jumps a year.
    const JUMP_CHANCE: f64 = 0.02;
    const JUMP_SIGMA: f64 = 0.05;
}

impl Process for JumpDiffusion {
    fn process(&self) -> &'static str {
        "A walk with a small drift that leaps by several percent on about one day in fifty, as \
         likely up as down: no past price announces a leap."
    }
    fn formula(&self) -> String {
        format!(
            "ln Pₜ₊₁ = ln Pₜ + {} + {}·εₜ₊₁ + Jₜ₊₁, ε ~ N(0, 1), J ~ N(0, {}²) on a share {} of days, \
             else 0",
            Self::DRIFT,
            Self::SIGMA,
            Self::JUMP_SIGMA,
            Self::JUMP_CHANCE
        )
    }
    fn first(&self, _shock: f64) -> f64 {
        LEVEL.ln()
    }
    fn step(&mut self, _row: usize, before: f64, shocks: &mut Shocks) -> (f64, f64) {
        let median = before + Self::DRIFT;
        let diffusion = Self::SIGMA * shocks.normal();
        // Both are drawn every day, so that a day without a jump costs as many draws as one with.
        let (chance, size) = (shocks.uniform(), Self::JUMP_SIGMA * shocks.normal());
        let jump = if chance < Self::JUMP_CHANCE {
            size
        } else {
            0.0
        };
        (median, median + diffusion + jump)
    }
}
