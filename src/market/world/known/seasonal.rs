//! A regular wave with noise on every price.

use crate::market::world::formula::Formula;
use crate::market::world::parameter::{noise, parameter};
use crate::market::world::process::{LEVEL, Process, Shocks, World};
use std::f64::consts::TAU;

pub const WORLD: World = World {
    slug: "seasonal",
    name: "Noisy seasonal wave",
    stream: 3,
    parameters: &[
        parameter("amplitude", (0.0, 0.05, 0.3), 0.01),
        parameter("period", (5.0, 20.0, 120.0), 1.0),
        noise(0.01, 0.05),
    ],
    start: |value, shocks| {
        Box::new(Seasonal {
            amplitude: value("amplitude"),
            period: value("period"),
            sigma: value("noise"),
            phase: shocks.uniform_to(TAU),
        })
    },
};

/// xₜ = m + A·sin(2πt/T + θ) + σε. The noise sits on the price, not on the return: it is gone the
/// next day, and a wave in returns buried in a walk's noise would be too faint to learn.
/// Persistence errs by the noise twice and by the wave's step, a mean square of
/// 2σ² + A²(1 − cos(2π/T)); the best forecast errs by σ: the usual best ratio is about 0.56.
struct Seasonal {
    amplitude: f64,
    /// The usual one is one default look-back window, about a trading month: the network sees the
    /// wave whole, and can tell from one window where in it the next day lies.
    period: f64,
    sigma: f64,
    /// θ, drawn from the seed.
    phase: f64,
}

impl Seasonal {
    fn wave(&self, row: usize) -> f64 {
        // The row within its period keeps the argument small, and the wave exact at any length.
        let t = row as f64 % self.period;
        LEVEL.ln() + self.amplitude * (TAU * t / self.period + self.phase).sin()
    }
}

impl Process for Seasonal {
    fn formula(&self) -> Formula {
        Formula::CountedFromFirstDay(format!(
            "ln Pₜ = ln {LEVEL} + {}·sin(2π·t/{} + {:.3}) + {}·εₜ, ε ~ N(0, 1)",
            self.amplitude, self.period, self.phase, self.sigma
        ))
    }
    fn first(&self, shock: f64) -> f64 {
        self.wave(0) + self.sigma * shock
    }
    fn step(&mut self, row: usize, _before: f64, shocks: &mut Shocks) -> (f64, f64) {
        let median = self.wave(row);
        (median, median + self.sigma * shocks.normal())
    }
}
