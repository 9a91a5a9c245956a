//! A world's prices from a seed, and the best forecast of each.

use super::known::WorldKind;
use super::parameters::Parameters;
use super::process::Shocks;
use super::truth::WorldTruth;
use crate::market::info::SeriesInfo;
use crate::market::prices::Prices;
use crate::market::row::{Field, Interval, Row};
use crate::market::series::Series;
use crate::market::source::Source;
use chrono::{Datelike, NaiveDate, Weekday};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

/// Trading days a world has unless asked otherwise.
pub const DEFAULT_DAYS: usize = 5_000;

/// A world with its usual parameters: see [`generate_with`].
pub fn generate(kind: WorldKind, seed: u64, days: usize) -> Prices {
    generate_with(kind, &Parameters::default(), seed, days)
}

/// Generates a world of `days` (at least one) weekdays from 3 January 2005; the same arguments give
/// the same prices. Prices have four decimals, as quotes have: that also hides the last-digit
/// differences between platforms' exp and sin.
pub fn generate_with(kind: WorldKind, parameters: &Parameters, seed: u64, days: usize) -> Prices {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    random.set_stream(kind.world().stream);
    let mut shocks = Shocks(random);
    let mut process = (kind.world().start)(&|key| parameters.of(kind, key), &mut shocks);

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
            volume: process.volume(),
            ..Row::of_price(date, price)
        });
    }

    let info = SeriesInfo {
        source: Source::World(kind),
        symbol: kind.world().name.to_owned(),
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
    use crate::market::fingerprint;
    use std::f64::consts::TAU;

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
    fn an_echo_and_a_volume_give_away_a_fifth_and_returning_shocks_less() {
        // Of twenty seeds: a test block has twenty shocks, give or take four, so one seed says little.
        let mean = |kind| (1..=20).map(|seed| best_rmae(kind, seed)).sum::<f64>() / 20.0;
        for (kind, expected) in [
            // √(1 − 0.6²) = 0.8 and 1/√(1 + 0.75²) = 0.8.
            (WorldKind::Echo, 0.8),
            (WorldKind::Volume, 0.8),
            // A quiet day moves 0.002·√(2/π) = 0.0016, a shock 0.03 and its return 0.024: about
            // (0.96·0.0016 + 0.02·0.03)/(0.96·0.0016 + 0.02·0.03 + 0.02·0.024) = 0.82.
            (WorldKind::Shock, 0.82),
        ] {
            let found = mean(kind);
            assert!((found - expected).abs() < 0.02, "{kind:?}: {found}");
        }
    }

    /// The volume world's returns without its volumes: independent of their own past.
    #[test]
    fn the_volume_worlds_prices_alone_say_nothing() {
        let correlations: Vec<f64> = (1..=10)
            .map(|seed| {
                let (prices, _) = world(WorldKind::Volume, seed);
                let returns: Vec<f64> = prices.windows(2).map(|p| (p[1] / p[0]).ln()).collect();
                let square: f64 = returns.iter().map(|r| r * r).sum();
                let product: f64 = returns.windows(2).map(|r| r[0] * r[1]).sum();
                product / square
            })
            .collect();
        // Standard error of one: 1/√5000 = 0.014; of the mean of ten: 0.0045.
        let mean = correlations.iter().sum::<f64>() / 10.0;
        assert!(mean.abs() < 0.0135, "{correlations:?}");
    }

    #[test]
    fn one_world_has_volumes() {
        for kind in WorldKind::ALL {
            let series = generate(kind, 2, 1_000).series;
            let volumes: Vec<f64> = series.rows().iter().filter_map(|row| row.volume).collect();
            if kind == WorldKind::Volume {
                assert_eq!(volumes.len(), 1_000);
                // Within e^±4 stationary deviations of the usual million, in whole shares.
                assert!(
                    volumes
                        .iter()
                        .all(|it| (2e4..5e7).contains(it) && it.fract() == 0.0)
                );
            } else {
                assert!(volumes.is_empty(), "{kind:?}");
            }
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
            (WorldKind::Echo, [100.0, 99.9235, 99.5481]),
            (WorldKind::Shock, [100.0, 99.9467, 99.7387]),
            (WorldKind::Volume, [100.0, 99.4019, 100.6391]),
        ] {
            assert_eq!(first(kind), expected, "{kind:?}");
        }
    }

    /// As the first prices of seed one, for all 5,000 days: the first and the
    /// last price, the last best forecast, and the fingerprints of a world with its usual parameters
    /// and with the largest ones.
    #[test]
    #[rustfmt::skip]
    fn every_price_stays_what_it_is() {
        let pinned = [
            (WorldKind::RandomWalk, [100.0, 892.9032], 871.742_319_933_489_2, [0x9978_310f_d9c9_7546, 0x9aa2_fff3_75b7_d15d]),
            (WorldKind::MeanReverting, [97.6813, 98.9954], 99.383_940_435_246_56, [0x7a3e_68ae_2ac0_c650, 0x314a_7067_b9e0_bcd6]),
            (WorldKind::Seasonal, [103.0404, 103.2785], 103.746_299_408_807_76, [0x66be_7626_4bf2_ea34, 0x3c9c_ee29_4281_1d46]),
            (WorldKind::VolatilityClusters, [100.0, 218.6184], 218.055_009_307_968_42, [0xb3d6_02de_c81f_9ed1, 0xa315_c9d6_c7a1_ea04]),
            (WorldKind::RegimeSwitching, [100.0, 194.2016], 193.305_482_597_014_82, [0x2793_c7b0_9b13_d8c8, 0x0cb8_6edb_f812_094f]),
            (WorldKind::TrendBreak, [100.0, 90.3044], 90.035_362_117_220_86, [0x7834_da0d_9d2f_84a3, 0xc4f4_2562_1683_4940]),
            (WorldKind::JumpDiffusion, [100.0, 499.3651], 500.893_269_533_119_85, [0x9cc6_d0f1_ff36_2b40, 0x48f1_85f9_192f_1cad]),
            (WorldKind::Sine, [98.8821, 97.3705], 97.370_456_442_607_05, [0xcee4_b980_5479_c8df, 0x5c1b_9806_3a1c_377b]),
            (WorldKind::Echo, [100.0, 46.3267], 46.333_533_227_265_63, [0xf7d5_b406_94b3_a38b, 0x6a24_c402_243a_46ae]),
            (WorldKind::Shock, [100.0, 133.1473], 133.391_447_996_153_46, [0x02cc_6cea_6310_2230, 0x1016_ee10_2862_e80f]),
            (WorldKind::Volume, [100.0, 94.9921], 95.550_578_310_685_5, [0xb099_69cb_6df5_b6ce, 0x8d86_fa57_2ab3_3cf5]),
        ];
        assert_eq!(pinned.map(|(kind, ..)| kind), WorldKind::ALL);
        for (kind, ends, best, fingerprints) in pinned {
            let (prices, truth) = world(kind, 7);
            assert_eq!([prices[0], prices[4_999]], ends, "{kind:?}");
            // exp and sin differ in their last digits between platforms.
            let error = (truth.best_forecast[4_999] / best - 1.0).abs();
            assert!(error < 1e-12, "{kind:?}: {error}");
            let largest = kind.parameters().iter().fold(Parameters::default(), |all, it| {
                all.with(kind, it.key, it.max).expect("in bounds")
            });
            let found = [
                generate(kind, 7, DEFAULT_DAYS),
                generate_with(kind, &largest, 3, 1_000),
            ];
            let found = found.map(|it| fingerprint(&it.series));
            assert_eq!(found, fingerprints, "{kind:?}");
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
            let equation = truth.formula.equation();
            assert_eq!(equation.contains('ε'), noisy, "{equation}");
        }
    }

    #[test]
    fn the_smallest_world_has_one_day() {
        assert_eq!(generate(WorldKind::Seasonal, 1, 0).series.len(), 1);
    }

    #[test]
    fn a_world_is_kept_by_its_english_name() {
        let prices = generate(WorldKind::Sine, 1, 2);
        assert_eq!(prices.series.info().symbol, "Pure sine wave");
    }
}
