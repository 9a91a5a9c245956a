//! A pure sine: everything can be known.

use crate::market::world::formula::Formula;
use crate::market::world::parameter::parameter;
use crate::market::world::process::{LEVEL, Process, Shocks, Values, World};
use std::f64::consts::TAU;

pub const WORLD: World = World {
    slug: "sine",
    name: "Pure sine wave",
    stream: 8,
    parameters: &[
        parameter("amplitude", (0.01, 0.1, 0.5), 0.01),
        parameter("period", (5.0, 40.0, 250.0), 1.0),
    ],
    start: |value, shocks| Box::new(Sine::new(value, shocks)),
};

/// xₜ = m + A·sin(2πt/T + θ). There is no noise, so the best forecast errs by nothing at all.
struct Sine {
    amplitude: f64,
    period: f64,
    phase: f64,
}

impl Sine {
    fn new(value: &Values, shocks: &mut Shocks) -> Self {
        Self {
            amplitude: value("amplitude"),
            period: value("period"),
            phase: shocks.uniform() * TAU,
        }
    }

    fn at(&self, row: usize) -> f64 {
        let t = row as f64 % self.period;
        LEVEL.ln() + self.amplitude * (TAU * t / self.period + self.phase).sin()
    }
}

impl Process for Sine {
    fn formula(&self) -> Formula {
        Formula::CountedFromFirstDay(format!(
            "ln Pₜ = ln {LEVEL} + {}·sin(2π·t/{} + {:.3})",
            self.amplitude, self.period, self.phase
        ))
    }
    fn first(&self, _shock: f64) -> f64 {
        self.at(0)
    }
    fn step(&mut self, row: usize, _before: f64, _shocks: &mut Shocks) -> (f64, f64) {
        (self.at(row), self.at(row))
    }
}
