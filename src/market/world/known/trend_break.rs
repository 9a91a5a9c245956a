//! A trend with a structural break: what was learned of the past stops being true.

use crate::market::world::formula::Formula;
use crate::market::world::parameter::{noise, parameter};
use crate::market::world::process::{LEVEL, Process, Shocks, Values, World};

pub const WORLD: World = World {
    slug: "trend-break",
    name: "Trend that breaks",
    stream: 6,
    parameters: &[
        parameter("before", (-0.001, 0.001, 0.002), 0.0005),
        parameter("after", (-0.0015, -0.001, 0.002), 0.0005),
        noise(0.005, 0.02),
    ],
    start: |value, shocks| Box::new(TrendBreak::new(value, shocks)),
};

/// xₜ = xₜ₋₁ + μ + σε, with one μ until the break and another from it on. The median of the next
/// step is the drift of its day: the best forecast knows the day of the break.
struct TrendBreak {
    before: f64,
    after: f64,
    sigma: f64,
    /// The first row of the new drift, drawn from the seed.
    row: usize,
}

impl TrendBreak {
    /// Where in a world of the usual length the break may lie: its middle third.
    const ROWS: std::ops::Range<usize> = 1_700..3_300;

    fn new(value: &Values, shocks: &mut Shocks) -> Self {
        let width = (Self::ROWS.end - Self::ROWS.start) as f64;
        Self {
            before: value("before"),
            after: value("after"),
            sigma: value("noise"),
            row: Self::ROWS.start + (shocks.uniform() * width) as usize,
        }
    }

    fn drift(&self, row: usize) -> f64 {
        if row < self.row {
            self.before
        } else {
            self.after
        }
    }
}

impl Process for TrendBreak {
    fn formula(&self) -> Formula {
        Formula::DriftBreaks {
            equation: format!("ln Pₜ₊₁ = ln Pₜ + μ + {}·εₜ₊₁", self.sigma),
            before: self.before,
            day: self.row,
            after: self.after,
            noise: "ε ~ N(0, 1)",
        }
    }
    fn first(&self, _shock: f64) -> f64 {
        LEVEL.ln()
    }
    fn step(&mut self, row: usize, before: f64, shocks: &mut Shocks) -> (f64, f64) {
        let median = before + self.drift(row);
        (median, median + self.sigma * shocks.normal())
    }
}
