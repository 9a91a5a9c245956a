//! Regime switching: a rising and a falling market take turns, and only the prices are observed.

use crate::market::world::formula::Formula;
use crate::market::world::parameter::{noise, parameter};
use crate::market::world::process::{LEVEL, Process, Shocks, Values, World};

pub const WORLD: World = World {
    slug: "regime-switching",
    name: "Hidden rising and falling markets",
    stream: 5,
    parameters: &[
        parameter("drift", (0.0, 0.003, 0.004), 0.0005),
        parameter("stay", (0.5, 0.95, 0.98), 0.01),
        noise(0.006, 0.02),
    ],
    start: |value, shocks| Box::new(Regimes::new(value, shocks)),
};

/// rₜ ~ N(μ_s, σ²) in the hidden state s of a Markov chain that stays with probability p (Hamilton
/// 1989). The best forecast knows the process but not the state, and weighs the two by the exact filter
///
/// wₜ(s) ∝ φ((rₜ − μ_s)/σ)·w̃ₜ(s),  w̃ₜ₊₁(s) = p·wₜ(s) + (1 − p)·(1 − wₜ(s)),
///
/// and forecasts the median of the mixture Σ w̃(s)·N(μ_s, σ²).
struct Regimes {
    drift: f64,
    sigma: f64,
    /// The usual 0.95 makes a regime last twenty days on average: much longer ones would carry the
    /// price too far from its start.
    stay: f64,
    rising: bool,
    /// w̃: that the next day's market rises, given all prices so far.
    chance_of_rising: f64,
}

impl Regimes {
    fn new(value: &Values, shocks: &mut Shocks) -> Self {
        Self {
            drift: value("drift"),
            sigma: value("noise"),
            stay: value("stay"),
            rising: shocks.uniform() < 0.5,
            chance_of_rising: 0.5,
        }
    }

    /// The median step: where the mixture's distribution function crosses one half. It lies between
    /// the two drifts, and the function rises, so halving the interval finds it.
    fn median_step(&self) -> f64 {
        let below = |step: f64, drift: f64| {
            0.5 * libm::erfc((drift - step) / (self.sigma * std::f64::consts::SQRT_2))
        };
        let w = self.chance_of_rising;
        let (mut low, mut high) = (-self.drift, self.drift);
        // Each halves the interval: 40 leave a hundred-millionth of a thousandth of it.
        for _ in 0..40 {
            let middle = 0.5 * (low + high);
            if w * below(middle, self.drift) + (1.0 - w) * below(middle, -self.drift) < 0.5 {
                low = middle;
            } else {
                high = middle;
            }
        }
        0.5 * (low + high)
    }

    /// Takes in a day's return (Bayes), then the chance that the regime changes overnight.
    fn learn(&mut self, step: f64) {
        let density = |drift: f64| (-0.5 * ((step - drift) / self.sigma).powi(2)).exp();
        let rising = self.chance_of_rising * density(self.drift);
        let falling = (1.0 - self.chance_of_rising) * density(-self.drift);
        let now = rising / (rising + falling);
        self.chance_of_rising = self.stay * now + (1.0 - self.stay) * (1.0 - now);
    }
}

impl Process for Regimes {
    fn formula(&self) -> Formula {
        Formula::SignStays {
            equation: format!(
                "ln Pₜ₊₁ = ln Pₜ ± {} + {}·εₜ₊₁, ε ~ N(0, 1)",
                self.drift, self.sigma
            ),
            probability: self.stay,
        }
    }
    fn first(&self, _shock: f64) -> f64 {
        LEVEL.ln()
    }
    fn step(&mut self, _row: usize, before: f64, shocks: &mut Shocks) -> (f64, f64) {
        let median = before + self.median_step();
        let drift = if self.rising { self.drift } else { -self.drift };
        let step = drift + self.sigma * shocks.normal();
        self.learn(step);
        if shocks.uniform() >= self.stay {
            self.rising = !self.rising;
        }
        (median, before + step)
    }
}
