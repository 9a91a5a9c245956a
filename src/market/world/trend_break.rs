//! A trend with a structural break: what was learned of the past stops being true.

use super::{LEVEL, Process, Shocks};

/// xₜ = xₜ₋₁ + μ + σε, with μ rising until the break and falling from it on. The median of the next
/// step is the drift of its day, which somebody who knows the break knows.
pub(super) struct TrendBreak {
    /// The first row of the new drift, drawn from the seed.
    row: usize,
}

impl TrendBreak {
    const BEFORE: f64 = 0.001;
    const AFTER: f64 = -0.001;
    const SIGMA: f64 = 0.005;
    /// Where in a world of the usual length the break may lie: its middle third.
    const ROWS: std::ops::Range<usize> = 1_700..3_300;

    pub(super) fn new(shocks: &mut Shocks) -> Self {
        let width = (Self::ROWS.end - Self::ROWS.start) as f64;
        Self {
            row: Self::ROWS.start + (shocks.uniform() * width) as usize,
        }
    }

    fn drift(&self, row: usize) -> f64 {
        if row < self.row {
            Self::BEFORE
        } else {
            Self::AFTER
        }
    }
}

impl Process for TrendBreak {
    fn process(&self) -> &'static str {
        "A steady rise turns into a steady fall on one day that nothing announces: a network that \
         learned the rise goes on believing in it."
    }
    fn formula(&self) -> String {
        format!(
            "ln Pₜ₊₁ = ln Pₜ + μ + {}·εₜ₊₁, μ = {} before day {} and {} from it on, ε ~ N(0, 1)",
            Self::SIGMA,
            Self::BEFORE,
            self.row,
            Self::AFTER
        )
    }
    fn first(&self, _shock: f64) -> f64 {
        LEVEL.ln()
    }
    fn step(&mut self, row: usize, before: f64, shocks: &mut Shocks) -> (f64, f64) {
        let median = before + self.drift(row);
        (median, median + Self::SIGMA * shocks.normal())
    }
}
