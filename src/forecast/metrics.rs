//! Scores of one-step forecasts, in price units.
//!
//! Prices are finite and positive and so is P_t, the last price known; forecasts are finite but may
//! be negative. Every score is then finite, also where a formula divides by nothing: see [`ratio`]
//! and [`directional_accuracy`].

use super::scores::Scores;

/// Quotients are cut here, so that dividing by (almost) nothing still gives a number.
pub const RATIO_CAP: f64 = 1e6;
/// The standard normal's 97.5 % point: two-sided 95 %.
pub(super) const Z_95: f64 = 1.959_963_984_540_054;

/// One-step forecasts of consecutive days beside what happened.
#[derive(Debug, Clone, Copy)]
pub struct Forecasts<'a> {
    /// P_{t+1}, `[days]`.
    pub actual: &'a [f64],
    /// P_t, `[days]`.
    pub last_known: &'a [f64],
    /// P̂_{t+1}, `[days]`.
    pub predicted: &'a [f64],
    /// What the expanding mean of returns would have forecast for each day, `[days]`: see
    /// [`expanding_mean_returns`].
    pub mean_return: &'a [f64],
}

/// `numerator / denominator` of two errors, at most [`RATIO_CAP`]; 1 where both are zero.
pub fn ratio(numerator: f64, denominator: f64) -> f64 {
    if numerator == denominator {
        1.0
    } else if numerator >= RATIO_CAP * denominator {
        RATIO_CAP
    } else {
        numerator / denominator
    }
}

/// `MAE = Σ|P − P̂| / n`.
pub fn mae(actual: &[f64], predicted: &[f64]) -> f64 {
    mean(errors(actual, predicted).map(f64::abs))
}

/// `RMSE = √(Σ(P − P̂)² / n)`.
pub fn rmse(actual: &[f64], predicted: &[f64]) -> f64 {
    mean(errors(actual, predicted).map(|error| error * error)).sqrt()
}

/// `MAPE = 100 · Σ(|P − P̂| / P) / n`, in percent.
pub fn mape(actual: &[f64], predicted: &[f64]) -> f64 {
    100.0
        * mean(
            errors(actual, predicted)
                .zip(actual)
                .map(|(error, price)| (error / price).abs()),
        )
}

/// Out-of-sample R² on returns: `1 − Σ(r − r̂)² / Σ(r − r̄)²`, where r̄ is the mean of all returns up
/// to the day before (Campbell & Thompson 2008, "Predicting excess stock returns out of sample",
/// eq. 1). Positive: better than that mean; never below 1 − [`RATIO_CAP`].
///
/// Returns are simple, `P_{t+1}/P_t − 1`: they exist for every forecast, a negative price's too.
pub fn r2_out_of_sample(forecasts: &Forecasts) -> f64 {
    let mut of_model = 0.0;
    let mut of_mean = 0.0;
    for day in 0..forecasts.actual.len() {
        let last_known = forecasts.last_known[day];
        let actual = forecasts.actual[day] / last_known - 1.0;
        let predicted = forecasts.predicted[day] / last_known - 1.0;
        of_model += (actual - predicted).powi(2);
        of_mean += (actual - forecasts.mean_return[day]).powi(2);
    }
    1.0 - ratio(of_model, of_mean)
}

/// For each price index i, the mean of the simple returns into the prices 1..i (exclusive): what is
/// known the day before. 0 where there is none yet (i = 0 and 1).
pub fn expanding_mean_returns(prices: &[f64]) -> Vec<f64> {
    let mut sum = 0.0;
    (0..prices.len())
        .map(|index| {
            if index >= 2 {
                sum += prices[index - 1] / prices[index - 2] - 1.0;
                sum / (index - 1) as f64
            } else {
                0.0
            }
        })
        .collect()
}

/// A share with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    pub share: f64,
    pub low: f64,
    pub high: f64,
}

/// Share of days whose direction was right, with its 95 % Wilson interval.
///
/// Days on which the price did not move are left out: nobody was right or wrong. A forecast of no
/// change (persistence's, always) takes no side and counts as half right, like a tossed coin.
/// Where no day moved there is no evidence: 0.5, from 0 to 1.
pub fn directional_accuracy(actual: &[f64], last_known: &[f64], predicted: &[f64]) -> Share {
    let mut moved = 0.0;
    let mut right = 0.0;
    for ((actual, last_known), predicted) in actual.iter().zip(last_known).zip(predicted) {
        if actual == last_known {
            continue;
        }
        moved += 1.0;
        if predicted == last_known {
            right += 0.5;
        } else if (predicted > last_known) == (actual > last_known) {
            right += 1.0;
        }
    }
    wilson(right, moved)
}

/// The accuracy of always saying "up": the share of rising days among those that moved, 0.5 where
/// none did.
pub fn always_up(actual: &[f64], last_known: &[f64]) -> f64 {
    let up: Vec<f64> = last_known.iter().map(|_| f64::INFINITY).collect();
    directional_accuracy(actual, last_known, &up).share
}

/// Wilson's 95 % score interval (Wilson 1927) of `right` out of `days`:
/// `(p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)`.
fn wilson(right: f64, days: f64) -> Share {
    if days == 0.0 {
        return Share {
            share: 0.5,
            low: 0.0,
            high: 1.0,
        };
    }
    let share = right / days;
    let z2 = Z_95 * Z_95;
    let centre = share + z2 / (2.0 * days);
    let spread = Z_95 * (share * (1.0 - share) / days + z2 / (4.0 * days * days)).sqrt();
    let scale = 1.0 + z2 / days;
    Share {
        share,
        low: ((centre - spread) / scale).clamp(0.0, 1.0),
        high: ((centre + spread) / scale).clamp(0.0, 1.0),
    }
}

/// All scores of one forecaster.
pub fn scores(forecasts: &Forecasts) -> Scores {
    let Forecasts {
        actual,
        last_known,
        predicted,
        ..
    } = *forecasts;
    let mae_of_model = mae(actual, predicted);
    let direction = directional_accuracy(actual, last_known, predicted);
    Scores {
        mae: mae_of_model,
        rmse: rmse(actual, predicted),
        mape: mape(actual, predicted),
        rmae: ratio(mae_of_model, mae(actual, last_known)),
        r2_out_of_sample: r2_out_of_sample(forecasts),
        directional_accuracy: direction.share,
        directional_low: direction.low,
        directional_high: direction.high,
    }
}

fn errors<'a>(actual: &'a [f64], predicted: &'a [f64]) -> impl Iterator<Item = f64> + 'a {
    actual
        .iter()
        .zip(predicted)
        .map(|(actual, predicted)| actual - predicted)
}

/// 0 for no values.
fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let mut count = 0;
    let mut sum = 0.0;
    for value in values {
        count += 1;
        sum += value;
    }
    if count == 0 { 0.0 } else { sum / count as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACTUAL: [f64; 4] = [110.0, 100.0, 100.0, 120.0];
    const LAST_KNOWN: [f64; 4] = [100.0, 110.0, 100.0, 100.0];
    const PREDICTED: [f64; 4] = [105.0, 112.0, 99.0, 100.0];

    fn close(left: f64, right: f64) {
        assert!((left - right).abs() < 1e-9, "{left} is not {right}");
    }

    #[test]
    fn errors_by_hand() {
        // Errors 5, −12, 1, 20: absolute sum 38, squares 25 + 144 + 1 + 400 = 570.
        close(mae(&ACTUAL, &PREDICTED), 38.0 / 4.0);
        close(rmse(&ACTUAL, &PREDICTED), (570.0_f64 / 4.0).sqrt());
        close(
            mape(&ACTUAL, &PREDICTED),
            25.0 * (5.0 / 110.0 + 0.12 + 0.01 + 20.0 / 120.0),
        );
    }

    #[test]
    fn relative_error_is_against_persistence() {
        // Persistence's absolute errors: 10, 10, 0, 20; sum 40. The model's: 38.
        let scores = scores(&Forecasts {
            actual: &ACTUAL,
            last_known: &LAST_KNOWN,
            predicted: &PREDICTED,
            mean_return: &[0.0; 4],
        });
        close(scores.rmae, 38.0 / 40.0);
        // Returns 0.1, −1/11, 0, 0.2; the model's 0.05, 2/110, −0.01, 0; the mean's all 0.
        let model = 0.05_f64.powi(2) + (12.0_f64 / 110.0).powi(2) + 0.01_f64.powi(2) + 0.04;
        let mean = 0.01 + (1.0_f64 / 11.0).powi(2) + 0.04;
        close(scores.r2_out_of_sample, 1.0 - model / mean);
    }

    #[test]
    fn a_still_day_is_left_out_and_no_change_counts_half() {
        // Day 1 up, said up: right. Day 2 down, said up: wrong. Day 3 still: left out. Day 4 up,
        // said no change: half. 1.5 of 3.
        let Share { share, low, high } = directional_accuracy(&ACTUAL, &LAST_KNOWN, &PREDICTED);
        close(share, 0.5);
        // Wilson at p = 1/2, n = 3: the centre is 1/2, the half-width z/2·√(1/(n + z²)).
        let half = Z_95 / 2.0 / (3.0 + Z_95 * Z_95).sqrt();
        close(low, 0.5 - half);
        close(high, 0.5 + half);
        close(always_up(&ACTUAL, &LAST_KNOWN), 2.0 / 3.0);
    }

    #[test]
    fn persistence_scores_one_and_one_half() {
        let scores = scores(&Forecasts {
            actual: &ACTUAL,
            last_known: &LAST_KNOWN,
            predicted: &LAST_KNOWN,
            mean_return: &[0.0; 4],
        });
        assert_eq!(
            (
                scores.rmae,
                scores.directional_accuracy,
                scores.r2_out_of_sample
            ),
            (1.0, 0.5, 0.0)
        );
    }

    #[test]
    fn wilson_matches_the_textbook() {
        // 8 of 10: (0.8 + 0.19207)/(1.38415) ± 1.95996·√(0.016 + 0.0096036)/1.38415.
        let Share { low, high, .. } = wilson(8.0, 10.0);
        assert!((low - 0.4902).abs() < 5e-5, "{low}");
        assert!((high - 0.9433).abs() < 5e-5, "{high}");
        let all = wilson(10.0, 10.0);
        close(all.high, 1.0);
        assert!((all.low - 0.7225).abs() < 5e-5);
    }

    #[test]
    fn the_expanding_mean_knows_only_the_past() {
        // Returns 1, −0.5, 0.5.
        assert_eq!(
            expanding_mean_returns(&[1.0, 2.0, 1.0, 1.5]),
            [0.0, 0.0, 1.0, 0.25]
        );
    }

    #[test]
    fn constant_prices_give_defined_scores() {
        let still = [7.0; 5];
        let forecasts = |predicted| Forecasts {
            actual: &still,
            last_known: &still,
            predicted,
            mean_return: &[0.0; 5],
        };
        let right = scores(&forecasts(&still));
        assert_eq!(
            (right.mae, right.rmae, right.r2_out_of_sample),
            (0.0, 1.0, 0.0)
        );
        assert_eq!((right.directional_low, right.directional_high), (0.0, 1.0));
        let wrong = scores(&forecasts(&[8.0; 5]));
        assert_eq!((wrong.mae, wrong.rmae), (1.0, RATIO_CAP));
        assert_eq!(wrong.r2_out_of_sample, 1.0 - RATIO_CAP);
    }
}
