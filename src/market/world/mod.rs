//! Known worlds: seeded generated series whose true process, and so the best possible score, is known.
//!
//! Each world is a process in the log price x = ln P, so prices are positive.
//! The first three worlds are here, the others in a file each.
//! The best forecast given here is the conditional **median** of the next price, exp of the
//! conditional mean of x: of all forecasts it has the smallest expected absolute error, and the
//! verdict rests on absolute errors. (The conditional mean of the price is larger by the factor
//! exp(σ²/2), one part in 20,000 for σ = 0.01: far below what any score here resolves.)

mod formula;
mod garch;
mod jumps;
mod parameters;
mod regimes;
mod sine;
mod trend_break;

pub use formula::Formula;
pub use parameters::{Parameter, ParameterError, Parameters};

use super::{Field, Interval, Prices, Row, Series, SeriesInfo, Source};
use crate::text::{self, Language, in_language};
use chrono::{Datelike, NaiveDate, Weekday};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rand_distr::StandardNormal;
use serde::{Deserialize, Serialize};
use std::f64::consts::TAU;

/// Trading days a world has unless asked otherwise.
pub const DEFAULT_DAYS: usize = 5_000;

/// Where every world's prices are at home.
const LEVEL: f64 = 100.0;

/// The generated worlds; the kebab-case name is the address's (`random-walk`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WorldKind {
    RandomWalk,
    MeanReverting,
    Seasonal,
    VolatilityClusters,
    RegimeSwitching,
    TrendBreak,
    JumpDiffusion,
    Sine,
}

/// What is known about a generated series.
#[derive(Debug, Clone, PartialEq)]
pub struct WorldTruth {
    pub kind: WorldKind,
    pub formula: Formula,
    /// The best forecast of price i anyone could make from the prices before i, by someone who
    /// knows the process and its parameters: the conditional median. `[rows]`, aligned with the
    /// series' rows (entry 0 is the first price itself).
    pub best_forecast: Vec<f64>,
}

impl WorldKind {
    pub const ALL: [WorldKind; 8] = [
        Self::RandomWalk,
        Self::MeanReverting,
        Self::Seasonal,
        Self::VolatilityClusters,
        Self::RegimeSwitching,
        Self::TrendBreak,
        Self::JumpDiffusion,
        Self::Sine,
    ];

    /// `random-walk`, as in the address.
    pub fn slug(self) -> &'static str {
        match self {
            Self::RandomWalk => "random-walk",
            Self::MeanReverting => "mean-reverting",
            Self::Seasonal => "seasonal",
            Self::VolatilityClusters => "volatility-clusters",
            Self::RegimeSwitching => "regime-switching",
            Self::TrendBreak => "trend-break",
            Self::JumpDiffusion => "jump-diffusion",
            Self::Sine => "sine",
        }
    }

    /// "Random walk with drift", for people.
    pub fn title(self) -> &'static str {
        match self {
            Self::RandomWalk => text::worlds::random_walk(),
            Self::MeanReverting => text::worlds::mean_reverting(),
            Self::Seasonal => text::worlds::seasonal(),
            Self::VolatilityClusters => text::worlds::volatility_clusters(),
            Self::RegimeSwitching => text::worlds::regime_switching(),
            Self::TrendBreak => text::worlds::trend_break(),
            Self::JumpDiffusion => text::worlds::jump_diffusion(),
            Self::Sine => text::worlds::sine(),
        }
    }

    /// What the process does, one sentence for people.
    pub fn process(self) -> &'static str {
        match self {
            Self::RandomWalk => text::worlds::random_walk_process(),
            Self::MeanReverting => text::worlds::mean_reverting_process(),
            Self::Seasonal => text::worlds::seasonal_process(),
            Self::VolatilityClusters => text::worlds::volatility_clusters_process(),
            Self::RegimeSwitching => text::worlds::regime_switching_process(),
            Self::TrendBreak => text::worlds::trend_break_process(),
            Self::JumpDiffusion => text::worlds::jump_diffusion_process(),
            Self::Sine => text::worlds::sine_process(),
        }
    }
}

/// A process in the log price, ready to be run.
trait Process {
    fn formula(&self) -> Formula;
    /// The log price at row 0.
    fn first(&self, shock: f64) -> f64;
    /// Goes to `row`: the conditional median of its log price, given the log prices up to `before`
    /// of the row before, and then the log price itself.
    fn step(&mut self, row: usize, before: f64, shocks: &mut Shocks) -> (f64, f64);
}

/// What chance gives to a process.
struct Shocks(ChaCha8Rng);

impl Shocks {
    /// ε ~ N(0, 1).
    fn normal(&mut self) -> f64 {
        self.0.sample(StandardNormal)
    }

    /// From 0 (included) to 1.
    fn uniform(&mut self) -> f64 {
        self.0.random_range(0.0..1.0)
    }
}

/// xₜ₊₁ = xₜ + μ + σε: returns without memory, so nothing beats "tomorrow = today" by more than
/// the drift, a thirtieth of a day's usual move.
struct RandomWalk {
    drift: f64,
    /// The usual 0.01 a day is about 16 % a year, a large company's share.
    sigma: f64,
}

impl Process for RandomWalk {
    fn formula(&self) -> Formula {
        Formula::Symbols(format!(
            "ln Pₜ₊₁ = ln Pₜ {} + {}·εₜ₊₁, ε ~ N(0, 1)",
            added(self.drift),
            self.sigma
        ))
    }
    fn first(&self, _shock: f64) -> f64 {
        LEVEL.ln()
    }
    fn step(&mut self, _row: usize, before: f64, shocks: &mut Shocks) -> (f64, f64) {
        let median = before + self.drift;
        (median, median + self.sigma * shocks.normal())
    }
}

/// "+ 0.0003" or "− 0.0003", as a term of a sum.
fn added(value: f64) -> String {
    let sign = if value < 0.0 { "−" } else { "+" };
    format!("{sign} {}", value.abs())
}

/// xₜ₊₁ = m + φ(xₜ − m) + σε. Persistence errs by a deviation of σ√(2/(1+φ)) where the best
/// forecast errs by σ: the best rMAE is √((1+φ)/2), 0.949 for the usual φ = 0.8.
struct MeanReverting {
    phi: f64,
    sigma: f64,
}

impl Process for MeanReverting {
    fn formula(&self) -> Formula {
        Formula::Symbols(format!(
            "ln Pₜ₊₁ = ln {LEVEL} + {}·(ln Pₜ − ln {LEVEL}) + {}·εₜ₊₁, ε ~ N(0, 1)",
            self.phi, self.sigma
        ))
    }
    fn first(&self, shock: f64) -> f64 {
        // Drawn from the stationary distribution, so that the first days are like all others.
        LEVEL.ln() + self.sigma / (1.0 - self.phi * self.phi).sqrt() * shock
    }
    fn step(&mut self, _row: usize, before: f64, shocks: &mut Shocks) -> (f64, f64) {
        let median = LEVEL.ln() + self.phi * (before - LEVEL.ln());
        (median, median + self.sigma * shocks.normal())
    }
}

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

/// A world with its usual parameters: see [`generate_with`].
pub fn generate(kind: WorldKind, seed: u64, days: usize) -> Prices {
    generate_with(kind, &Parameters::default(), seed, days)
}

/// Generates a world of `days` (at least one) weekdays from 3 January 2005; the same arguments give
/// the same prices. Prices have four decimals, as quotes have: that also hides the last-digit
/// differences between platforms' exp and sin.
pub fn generate_with(kind: WorldKind, parameters: &Parameters, seed: u64, days: usize) -> Prices {
    let value = |key| parameters.of(kind, key);
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    // A stream each, so that worlds of one seed share no noise.
    random.set_stream(kind as u64 + 1);
    let mut shocks = Shocks(random);
    let mut process: Box<dyn Process> = match kind {
        WorldKind::RandomWalk => Box::new(RandomWalk {
            drift: value("drift"),
            sigma: value("noise"),
        }),
        WorldKind::MeanReverting => Box::new(MeanReverting {
            phi: value("phi"),
            sigma: value("noise"),
        }),
        WorldKind::Seasonal => Box::new(Seasonal {
            amplitude: value("amplitude"),
            period: value("period"),
            sigma: value("noise"),
            phase: shocks.0.random_range(0.0..TAU),
        }),
        WorldKind::VolatilityClusters => Box::new(garch::Garch::new(value)),
        WorldKind::RegimeSwitching => Box::new(regimes::Regimes::new(value, &mut shocks)),
        WorldKind::TrendBreak => Box::new(trend_break::TrendBreak::new(value, &mut shocks)),
        WorldKind::JumpDiffusion => Box::new(jumps::JumpDiffusion::new(value)),
        WorldKind::Sine => Box::new(sine::Sine::new(value, &mut shocks)),
    };

    let mut log_price = process.first(shocks.normal());
    let mut rows = Vec::with_capacity(days.max(1));
    let mut best_forecast = Vec::with_capacity(days.max(1));
    for (index, date) in weekdays().take(days.max(1)).enumerate() {
        if index == 0 {
            best_forecast.push(to_four_decimals(log_price.exp()));
        } else {
            let (median, next) = process.step(index, log_price, &mut shocks);
            best_forecast.push(median.exp());
            log_price = next;
        }
        let price = to_four_decimals(log_price.exp());
        rows.push(Row {
            close: Some(price),
            ..Row::of_price(date, price)
        });
    }

    let info = SeriesInfo {
        source: Source::World(kind),
        symbol: in_language(Language::English, || kind.title()).to_owned(),
        interval: Interval::Daily,
        field: Field::Close,
    };
    Prices {
        series: Series::new(info, rows).expect("a world's prices are positive, its dates in order"),
        truth: Some(WorldTruth {
            kind,
            formula: process.formula(),
            best_forecast,
        }),
    }
}

fn to_four_decimals(price: f64) -> f64 {
    // A price never falls to zero, however long the walk.
    ((price * 1e4).round() / 1e4).max(1e-4)
}

fn weekdays() -> impl Iterator<Item = NaiveDate> {
    NaiveDate::from_ymd_opt(2005, 1, 3)
        .expect("a Monday")
        .iter_days()
        .filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn world(kind: WorldKind, seed: u64) -> (Vec<f64>, WorldTruth) {
        let prices = generate(kind, seed, DEFAULT_DAYS);
        (prices.series.prices(), prices.truth.expect("a world"))
    }

    /// MAE of the best forecast over MAE of "tomorrow = today" on the last fifth.
    fn best_rmae(kind: WorldKind, seed: u64) -> f64 {
        let (prices, truth) = world(kind, seed);
        let (mut best, mut persistence) = (0.0, 0.0);
        for i in prices.len() * 4 / 5..prices.len() {
            best += (prices[i] - truth.best_forecast[i]).abs();
            persistence += (prices[i] - prices[i - 1]).abs();
        }
        best / persistence
    }

    #[test]
    fn knowing_the_walk_gains_next_to_nothing() {
        for seed in 1..=10 {
            let rmae = best_rmae(WorldKind::RandomWalk, seed);
            assert!((rmae - 1.0).abs() < 0.01, "seed {seed}: {rmae}");
        }
    }

    #[test]
    fn knowing_the_level_beats_persistence() {
        // √((1 + 0.8) / 2) = 0.949, give or take the luck of 1,000 days.
        for seed in 1..=10 {
            let rmae = best_rmae(WorldKind::MeanReverting, seed);
            assert!((0.925..0.97).contains(&rmae), "seed {seed}: {rmae}");
        }
    }

    #[test]
    fn knowing_the_wave_beats_persistence_by_far() {
        for seed in 1..=10 {
            let rmae = best_rmae(WorldKind::Seasonal, seed);
            assert!((0.5..0.62).contains(&rmae), "seed {seed}: {rmae}");
        }
    }

    #[test]
    fn volatility_and_jumps_give_nothing_to_foresee() {
        for kind in [WorldKind::VolatilityClusters, WorldKind::JumpDiffusion] {
            for seed in 1..=5 {
                let rmae = best_rmae(kind, seed);
                assert!((rmae - 1.0).abs() < 0.01, "{kind:?} {seed}: {rmae}");
            }
        }
    }

    /// A median has as much above it as below, whatever it was made from: on days for which a rise
    /// is forecast as on the others.
    #[test]
    fn half_of_the_prices_are_above_the_best_forecast() {
        for kind in WorldKind::ALL {
            if kind == WorldKind::Sine {
                continue;
            }
            let prices = generate(kind, 5, 20_000);
            let forecast = prices.truth.expect("a world").best_forecast;
            let prices = prices.series.prices();
            for rise in [true, false] {
                let days: Vec<usize> = (1..prices.len())
                    .filter(|i| (forecast[*i] > prices[i - 1] + 1e-4) == rise)
                    // Of a few cents, rounding is all that is left.
                    .filter(|i| prices[i - 1] > 1.0)
                    .collect();
                // Some worlds' forecasts all go one way.
                if days.len() < 5_000 {
                    continue;
                }
                let above = days.iter().filter(|i| prices[**i] > forecast[**i]).count();
                let share = above as f64 / days.len() as f64;
                // The standard error of 5,000 days is 0.007.
                assert!((share - 0.5).abs() < 0.025, "{kind:?} {rise}: {share}");
            }
        }
    }

    #[test]
    fn volatility_clusters() {
        let (prices, _) = world(WorldKind::VolatilityClusters, 1);
        let sizes: Vec<f64> = prices
            .windows(2)
            .map(|p| (p[1] / p[0]).ln().abs())
            .collect();
        let mean = sizes.iter().sum::<f64>() / sizes.len() as f64;
        let spread: f64 = sizes.iter().map(|size| (size - mean).powi(2)).sum();
        let together: f64 = (sizes.windows(2))
            .map(|pair| (pair[0] - mean) * (pair[1] - mean))
            .sum();
        // Without clusters it is 0 with a standard error of 1/√5000 = 0.014.
        assert!(together / spread > 0.06, "{}", together / spread);
    }

    #[test]
    fn a_pure_sine_leaves_no_error() {
        for seed in 1..=5 {
            // Prices have four decimals.
            assert!(best_rmae(WorldKind::Sine, seed) < 1e-4);
        }
    }

    #[test]
    fn knowing_the_trend_or_filtering_the_regime_beats_persistence() {
        // E|σε + μ| over E|σε| is 1.020 for μ = σ/5, and 1.121 for μ = σ/2, had one known the regime.
        for seed in 1..=5 {
            let rmae = best_rmae(WorldKind::TrendBreak, seed);
            assert!((0.955..1.0).contains(&rmae), "seed {seed}: {rmae}");
            let rmae = best_rmae(WorldKind::RegimeSwitching, seed);
            assert!((1.0 / 1.16..0.985).contains(&rmae), "seed {seed}: {rmae}");
        }
    }

    /// The truth must be learnable from what the network sees, not only known to its author: a
    /// least-squares fit of level, sine and cosine to the last 20 prices alone forecasts well.
    #[test]
    fn one_window_tells_where_in_the_wave_it_lies() {
        let (prices, _) = world(WorldKind::Seasonal, 1);
        let logs: Vec<f64> = prices.iter().map(|price| price.ln()).collect();
        let (mut fitted, mut persistence) = (0.0, 0.0);
        for i in 4_000..logs.len() {
            // Over a whole period of 20 points 1, sin and cos are orthogonal with squared norms
            // 20, 10 and 10, so the coefficients are plain projections. The next day, t = 20, is
            // where t = 0 was: its sine is 0, its cosine 1.
            let window = &logs[i - 20..i];
            let level = window.iter().sum::<f64>() / 20.0;
            let cosine: f64 = (window.iter().enumerate())
                .map(|(t, x)| x * (TAU * t as f64 / 20.0).cos() / 10.0)
                .sum();
            let forecast = level + cosine;
            fitted += (prices[i] - forecast.exp()).abs();
            persistence += (prices[i] - prices[i - 1]).abs();
        }
        let rmae = fitted / persistence;
        assert!(rmae < 0.7, "{rmae}");
    }

    #[test]
    fn a_world_is_its_seed() {
        for kind in WorldKind::ALL {
            assert_eq!(generate(kind, 7, 300), generate(kind, 7, 300));
            assert_ne!(generate(kind, 7, 300).series, generate(kind, 8, 300).series);
            // A longer world begins as the shorter one.
            let long = generate(kind, 7, 400);
            assert_eq!(
                long.series.rows()[..300],
                *generate(kind, 7, 300).series.rows()
            );
        }
    }

    /// Shared links must replay: a change of these first prices breaks every link to a world.
    #[test]
    fn the_first_prices_of_seed_one_stay_what_they_are() {
        let first = |kind| generate(kind, 1, 3).series.prices();
        assert_eq!(first(WorldKind::RandomWalk), [100.0, 97.2976, 97.4733]);
        assert_eq!(
            first(WorldKind::MeanReverting),
            [103.2496, 103.0096, 101.6684]
        );
        assert_eq!(first(WorldKind::Seasonal), [98.3126, 95.6556, 95.4287]);
        for (kind, expected) in [
            (WorldKind::VolatilityClusters, [100.0, 99.4367, 99.1694]),
            (WorldKind::RegimeSwitching, [100.0, 99.9876, 100.0214]),
            (WorldKind::TrendBreak, [100.0, 100.3882, 101.1275]),
            (WorldKind::JumpDiffusion, [100.0, 100.8229, 101.407]),
            (WorldKind::Sine, [103.6743, 105.1512, 106.5173]),
        ] {
            assert_eq!(first(kind), expected, "{kind:?}");
        }
    }

    #[test]
    fn the_walk_moves_like_a_share() {
        let (prices, _) = world(WorldKind::RandomWalk, 1);
        let returns: Vec<f64> = prices.windows(2).map(|p| (p[1] / p[0]).ln()).collect();
        let count = returns.len() as f64;
        let mean = returns.iter().sum::<f64>() / count;
        let variance = returns.iter().map(|r| (r - mean).powi(2)).sum::<f64>() / count;
        // Standard error of the deviation: 0.01/√(2·5000) = 0.0001; of the mean: 0.00014.
        assert!((variance.sqrt() - 0.01).abs() < 0.0004, "{variance}");
        assert!((mean - 0.0003).abs() < 0.0006, "{mean}");
    }

    #[test]
    fn rows_are_weekdays_and_forecasts_are_aligned() {
        for kind in WorldKind::ALL {
            let Prices { series, truth } = generate(kind, 3, 1_000);
            let truth = truth.expect("a world");
            assert_eq!(series.len(), 1_000);
            assert_eq!(truth.best_forecast.len(), 1_000);
            assert_eq!(truth.best_forecast[0], series.rows()[0].price);
            assert_eq!(series.first_date().to_string(), "2005-01-03");
            // 1,000 weekdays are 200 weeks: the last is the Friday of the 200th.
            assert_eq!(series.last_date().to_string(), "2008-10-31");
            assert!(series.rows().iter().all(|row| {
                !matches!(row.date.weekday(), Weekday::Sat | Weekday::Sun) && row.price > 20.0
            }));
            assert!(series.warnings().is_empty());
            let noisy = kind != WorldKind::Sine;
            assert_eq!(
                truth.formula.to_string().contains('ε'),
                noisy,
                "{}",
                truth.formula
            );
        }
    }

    #[test]
    fn the_smallest_world_has_one_day() {
        assert_eq!(generate(WorldKind::Seasonal, 1, 0).series.len(), 1);
    }

    #[test]
    fn what_is_kept_of_a_world_is_named_in_no_language_but_english() {
        let prices = in_language(Language::German, || generate(WorldKind::Sine, 1, 2));
        assert_eq!(prices, generate(WorldKind::Sine, 1, 2));
        let info = prices.series.info();
        assert_eq!(info.symbol, "Pure sine wave");
        let german = in_language(Language::German, || info.title());
        assert_eq!(german, "Reine Sinuswelle");
    }
}
