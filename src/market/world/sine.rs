//! A pure sine: everything can be known.

use super::{LEVEL, Process, Shocks};
use std::f64::consts::TAU;

/// xₜ = m + A·sin(2πt/T + θ). There is no noise, so the best forecast errs by nothing at all.
pub(super) struct Sine {
    phase: f64,
}

impl Sine {
    const AMPLITUDE: f64 = 0.1;
    const PERIOD: f64 = 40.0;

    pub(super) fn new(shocks: &mut Shocks) -> Self {
        Self {
            phase: shocks.uniform() * TAU,
        }
    }

    fn at(&self, row: usize) -> f64 {
        let t = row as f64 % Self::PERIOD;
        LEVEL.ln() + Self::AMPLITUDE * (TAU * t / Self::PERIOD + self.phase).sin()
    }
}

impl Process for Sine {
    fn process(&self) -> &'static str {
        "The price follows a regular wave of forty trading days without any noise: whoever sees the \
         wave knows every price to come."
    }
    fn formula(&self) -> String {
        format!(
            "ln Pₜ = ln {LEVEL} + {}·sin(2π·t/{} + {:.3}), t = 0 on the first day",
            Self::AMPLITUDE,
            Self::PERIOD,
            self.phase
        )
    }
    fn first(&self, _shock: f64) -> f64 {
        self.at(0)
    }
    fn step(&mut self, row: usize, _before: f64, _shocks: &mut Shocks) -> (f64, f64) {
        (self.at(row), self.at(row))
    }
}
