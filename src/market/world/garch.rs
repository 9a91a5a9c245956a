//! Volatility clusters: quiet weeks and wild ones, none of which tells up from down.

use super::{LEVEL, Process, Shocks};

/// rₜ = σₜεₜ, σ²ₜ₊₁ = ω + α·r²ₜ + β·σ²ₜ (Bollerslev 1986, GARCH(1,1)), xₜ = xₜ₋₁ + rₜ. The size of
/// the next move can be forecast, its sign cannot: the median of the next price is today's.
pub(super) struct Garch {
    variance: f64,
}

impl Garch {
    const ALPHA: f64 = 0.1;
    const BETA: f64 = 0.88;
    /// The variance in the long run, ω/(1 − α − β), is that of a daily move of 1 %.
    const OMEGA: f64 = 0.000_002;

    pub(super) fn new() -> Self {
        Self {
            variance: Self::OMEGA / (1.0 - Self::ALPHA - Self::BETA),
        }
    }
}

impl Process for Garch {
    fn process(&self) -> &'static str {
        "Big moves follow big moves and small ones small ones, but each is as likely up as down: \
         the size of tomorrow's move can be foreseen, its direction cannot."
    }
    fn formula(&self) -> String {
        format!(
            "ln Pₜ₊₁ = ln Pₜ + σₜ₊₁·εₜ₊₁, σ²ₜ₊₁ = {} + {}·r²ₜ + {}·σ²ₜ, ε ~ N(0, 1)",
            Self::OMEGA,
            Self::ALPHA,
            Self::BETA
        )
    }
    fn first(&self, _shock: f64) -> f64 {
        LEVEL.ln()
    }
    fn step(&mut self, _row: usize, before: f64, shocks: &mut Shocks) -> (f64, f64) {
        let step = self.variance.sqrt() * shocks.normal();
        self.variance = Self::OMEGA + Self::ALPHA * step * step + Self::BETA * self.variance;
        (before, before + step)
    }
}
