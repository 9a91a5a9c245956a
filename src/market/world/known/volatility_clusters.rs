//! Volatility clusters: quiet weeks and wild ones, without a direction that could be forecast.

use crate::market::world::formula::Formula;
use crate::market::world::parameter::{noise, parameter};
use crate::market::world::process::{LEVEL, Process, Shocks, Values, World};

pub const WORLD: World = World {
    slug: "volatility-clusters",
    name: "Volatility clusters",
    stream: 4,
    parameters: &[
        parameter("reaction", (0.0, 0.1, 0.3), 0.01),
        parameter("persistence", (0.5, 0.98, 0.99), 0.01),
        noise(0.01, 0.02),
    ],
    start: |value, _| Box::new(Garch::new(value)),
};

/// rₜ = σₜεₜ, σ²ₜ₊₁ = ω + α·r²ₜ + β·σ²ₜ (Bollerslev 1986, GARCH(1,1)), xₜ = xₜ₋₁ + rₜ. The size of
/// the next move can be forecast, its sign cannot: the median of the next price is today's.
struct Garch {
    alpha: f64,
    beta: f64,
    omega: f64,
    /// Moves are made with a long-run deviation of [`Self::USUAL_NOISE`] and then scaled by this.
    scale: f64,
    variance: f64,
}

impl Garch {
    /// The variance in the long run, ω/(1 − α − β), is that of a daily move of 1 % …
    const USUAL_NOISE: f64 = 0.01;
    /// … with this ω at this α + β, and for another α + β with one in proportion to the rest.
    const USUAL_OMEGA: f64 = 0.000_002;
    const USUAL_PERSISTENCE: f64 = 0.98;

    /// Links replay: with the usual values every number here is bit for bit what it was when they
    /// were constants, which is why ω and the scale are ratios to the usual.
    fn new(value: &Values) -> Self {
        let (alpha, persistence) = (value("reaction"), value("persistence"));
        let beta = persistence - alpha;
        let rest = (1.0 - persistence) / (1.0 - Self::USUAL_PERSISTENCE);
        let omega = Self::USUAL_OMEGA * rest;
        Self {
            alpha,
            beta,
            omega,
            scale: value("noise") / Self::USUAL_NOISE,
            variance: omega / (1.0 - alpha - beta),
        }
    }
}

/// Six digits: what the arithmetic leaves beyond them is not worth reading.
fn rounded(number: f64) -> f64 {
    if number == 0.0 {
        return number;
    }
    let scale = 10_f64.powi(5 - number.abs().log10().floor() as i32);
    (number * scale).round() / scale
}

impl Process for Garch {
    fn formula(&self) -> Formula {
        Formula::Symbols(format!(
            "ln Pₜ₊₁ = ln Pₜ + σₜ₊₁·εₜ₊₁, σ²ₜ₊₁ = {} + {}·r²ₜ + {}·σ²ₜ, ε ~ N(0, 1)",
            rounded(self.omega * self.scale * self.scale),
            self.alpha,
            rounded(self.beta)
        ))
    }
    fn first(&self, _shock: f64) -> f64 {
        LEVEL.ln()
    }
    fn step(&mut self, _row: usize, before: f64, shocks: &mut Shocks) -> (f64, f64) {
        let step = self.variance.sqrt() * shocks.normal();
        self.variance = self.omega + self.alpha * step * step + self.beta * self.variance;
        (before, before + self.scale * step)
    }
}
