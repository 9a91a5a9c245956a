//! Predictions back in prices, scored against baselines, with the verdict and the interval.
//!
//! An evaluation that exists holds finite numbers only; what cannot be expressed so is an
//! [`EvaluationError`].

use super::Dataset;
use super::baselines::Baselines;
use super::conformal::{self, Calibration, LEVEL};
use super::dataset::Block;
use super::diebold_mariano::diebold_mariano;
use super::metrics::{self, Forecasts};
pub use super::verdict::{Verdict, VerdictKind};
use crate::market::Prices;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A forecast more than this many times the highest price ever seen is a diverged network's.
const MAX_PRICE_RATIO: f64 = 1e6;

/// Scores on the test block, in price units.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Scores {
    pub mae: f64,
    pub rmse: f64,
    /// Mean absolute percentage error, in percent.
    pub mape: f64,
    /// MAE divided by persistence's MAE.
    pub rmae: f64,
    /// Out-of-sample R² on returns against the expanding mean.
    pub r2_out_of_sample: f64,
    /// Share of days whose direction was right, 0..=1, with its 95 % Wilson interval.
    pub directional_accuracy: f64,
    pub directional_low: f64,
    pub directional_high: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScoreTable {
    pub model: Scores,
    pub persistence: Scores,
    pub drift: Scores,
    pub moving_average: Scores,
    pub ar1: Scores,
    pub ridge: Scores,
    /// The best anyone could do, on a known world.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best_possible: Option<Scores>,
    /// Share of test days that rose: the accuracy of always saying "up".
    pub always_up: f64,
}

/// Split conformal interval and how it did on the test block.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IntervalSummary {
    pub level: f64,
    pub coverage: f64,
    /// Mean of high − low over the test block, in price units.
    pub mean_width: f64,
    /// Half the width in logarithms, q: the interval around P̂ is P̂·exp(±q).
    pub log_half_width: f64,
    /// What it was calibrated on, in words.
    pub calibrated_on: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NextDay {
    pub after_date: NaiveDate,
    pub last_price: f64,
    pub price: f64,
    pub low: f64,
    pub high: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Prediction {
    pub date: NaiveDate,
    pub actual: f64,
    pub predicted: f64,
    pub block: Block,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evaluation {
    pub scores: ScoreTable,
    pub verdict: Verdict,
    pub interval: IntervalSummary,
    pub forecast: NextDay,
    /// One per dataset row, oldest first.
    pub predictions: Vec<Prediction>,
}

/// Why predictions cannot be evaluated; `Display` says what to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EvaluationError {
    /// A prediction is no finite, imaginable number.
    Diverged,
    /// The predictions or the series are not the dataset's.
    Mismatch { expected: usize, found: usize },
    /// The prices are so large, small or wild that their scores are no finite numbers.
    Unscorable,
}

impl fmt::Display for EvaluationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Diverged => f.write_str(
                "The training diverged: the network's forecasts are no longer usable numbers. Try a \
                 lower learning rate.",
            ),
            Self::Mismatch { expected, found } => write!(
                f,
                "The results do not belong to these prices (expected {expected} values, got \
                 {found}): train again."
            ),
            Self::Unscorable => f.write_str(
                "These prices span too wide a range to be scored: check the data for wrong values.",
            ),
        }
    }
}

impl std::error::Error for EvaluationError {}

impl Scores {
    fn all_finite(&self) -> bool {
        [
            self.mae,
            self.rmse,
            self.mape,
            self.rmae,
            self.r2_out_of_sample,
            self.directional_accuracy,
            self.directional_low,
            self.directional_high,
        ]
        .iter()
        .all(|score| score.is_finite())
    }
}

impl ScoreTable {
    /// Every forecaster with its name for people, the model first.
    pub fn named(&self) -> Vec<(&'static str, &Scores)> {
        let mut named = vec![
            ("LSTM", &self.model),
            ("Tomorrow = today (persistence)", &self.persistence),
            ("Drift", &self.drift),
            ("5-day mean", &self.moving_average),
            ("AR(1) on returns", &self.ar1),
            ("Ridge regression", &self.ridge),
        ];
        named.extend(
            self.best_possible
                .as_ref()
                .map(|best| ("Best possible", best)),
        );
        named
    }
}

impl IntervalSummary {
    /// The interval around a forecast price, `(low, high)`; for the band of a chart.
    pub fn around(&self, predicted: f64) -> (f64, f64) {
        conformal::interval(predicted, self.log_half_width)
    }
}

impl Evaluation {
    /// The predictions of the test block, oldest first.
    pub fn test_predictions(&self) -> impl Iterator<Item = &Prediction> {
        self.predictions
            .iter()
            .filter(|prediction| prediction.block == Block::Test)
    }

    /// The interval's coverage over each run of `days` test days, dated by the run's last day. Empty
    /// where the test block is shorter.
    pub fn rolling_coverage(&self, days: usize) -> Vec<(NaiveDate, f64)> {
        let days = days.max(1);
        let held: Vec<bool> = self
            .test_predictions()
            .map(|day| conformal::holds(day.actual, day.predicted, self.interval.log_half_width))
            .collect();
        let last_days = self.test_predictions().skip(days - 1).map(|day| day.date);
        last_days
            .zip(conformal::rolling_share(&held, days))
            .collect()
    }
}

/// Turns scaled predictions (`[rows + 1]`, the last one for the next day) into an evaluation.
/// `prices` must be those that `dataset` was cut from.
///
/// # Errors
/// The network diverged, or the predictions are not this dataset's, or the prices are beyond scoring.
pub fn evaluate(
    prices: &Prices,
    dataset: &Dataset,
    scaled_predictions: &[f32],
) -> Result<Evaluation, EvaluationError> {
    let series = &prices.series;
    let rows = dataset.rows();
    expect(rows + 1, scaled_predictions.len())?;
    expect(dataset.target_index(rows), series.len())?;

    let known = series.prices();
    let predicted = predicted_prices(prices, dataset, scaled_predictions)?; // [rows + 1]
    let actual = &known[dataset.first_target..]; // [rows]

    let calibration = Calibration::of(dataset);
    let residuals = calibration
        .rows
        .clone()
        .map(|row| conformal::log_residual(actual[row], predicted[row]))
        .collect();
    let log_half_width = conformal::half_width(residuals, LEVEL);

    let test = dataset.split.test.clone();
    let baselines = Baselines::new(series, dataset);
    let mean_returns = metrics::expanding_mean_returns(&known);
    let first_test = dataset.target_index(test.start);
    let score = |forecasts: &[f64]| {
        metrics::scores(&Forecasts {
            actual: &actual[test.clone()],
            last_known: &baselines.persistence[test.clone()],
            predicted: forecasts,
            mean_return: &mean_returns[first_test..],
        })
    };
    let truth = prices.truth.as_ref().map(|truth| &truth.best_forecast);
    let scores = ScoreTable {
        model: score(&predicted[test.clone()]),
        persistence: score(&baselines.persistence[test.clone()]),
        drift: score(&baselines.drift[test.clone()]),
        moving_average: score(&baselines.moving_average[test.clone()]),
        ar1: score(&baselines.ar1[test.clone()]),
        ridge: score(&baselines.ridge[test.clone()]),
        best_possible: truth
            .filter(|best| best.len() == series.len())
            .map(|best| score(&best[first_test..])),
        always_up: metrics::always_up(&actual[test.clone()], &baselines.persistence[test.clone()]),
    };

    let errors = |forecasts: &[f64]| -> Vec<f64> {
        let days = actual.iter().zip(forecasts);
        days.map(|(actual, forecast)| actual - forecast)
            .skip(test.start)
            .collect()
    };
    let comparison = diebold_mariano(&errors(&predicted), &errors(&baselines.persistence));

    let interval = summarise_interval(
        &actual[test.clone()],
        &predicted[test.clone()],
        log_half_width,
        calibration.description,
    );
    let (low, high) = interval.around(predicted[rows]);
    let evaluation = Evaluation {
        verdict: Verdict::new(scores.model.rmae, comparison),
        scores,
        forecast: NextDay {
            after_date: series.last_date(),
            last_price: series.last_price(),
            price: predicted[rows],
            low,
            high,
        },
        interval,
        predictions: (0..rows)
            .map(|row| Prediction {
                date: series.rows()[dataset.target_index(row)].date,
                actual: actual[row],
                predicted: predicted[row],
                block: dataset.block_of(row),
            })
            .collect(),
    };
    if evaluation.all_finite() {
        Ok(evaluation)
    } else {
        Err(EvaluationError::Unscorable)
    }
}

impl Evaluation {
    fn all_finite(&self) -> bool {
        let Self {
            scores,
            verdict,
            interval,
            forecast,
            ..
        } = self;
        scores.named().iter().all(|(_, scores)| scores.all_finite())
            && [
                scores.always_up,
                verdict.rmae,
                verdict.dm,
                verdict.p_value,
                interval.coverage,
                interval.mean_width,
                interval.log_half_width,
                forecast.price,
                forecast.low,
                forecast.high,
            ]
            .iter()
            .all(|number| number.is_finite())
    }
}

fn expect(expected: usize, found: usize) -> Result<(), EvaluationError> {
    if expected == found {
        Ok(())
    } else {
        Err(EvaluationError::Mismatch { expected, found })
    }
}

/// All predictions as prices, `[rows + 1]`. One that is not finite or beyond all measure means that
/// the network diverged: its other predictions are worth nothing either.
fn predicted_prices(
    prices: &Prices,
    dataset: &Dataset,
    scaled_predictions: &[f32],
) -> Result<Vec<f64>, EvaluationError> {
    let series = &prices.series;
    let highest = series
        .rows()
        .iter()
        .map(|row| row.price)
        .fold(0.0, f64::max);
    scaled_predictions
        .iter()
        .enumerate()
        .map(|(row, scaled)| {
            let price = dataset.price_from_scaled(row, f64::from(*scaled), series);
            // The second comparison is false for NaN as well; the first sees a return of −∞, whose
            // price is an innocent 0.
            if scaled.is_finite() && price.abs() <= MAX_PRICE_RATIO * highest {
                Ok(price)
            } else {
                Err(EvaluationError::Diverged)
            }
        })
        .collect()
}

fn summarise_interval(
    actual: &[f64],
    predicted: &[f64],
    log_half_width: f64,
    calibrated_on: String,
) -> IntervalSummary {
    let days = actual.len() as f64;
    let held = actual
        .iter()
        .zip(predicted)
        .filter(|(actual, predicted)| conformal::holds(**actual, **predicted, log_half_width))
        .count();
    let width: f64 = predicted
        .iter()
        .map(|predicted| {
            let (low, high) = conformal::interval(*predicted, log_half_width);
            high - low
        })
        .sum();
    IntervalSummary {
        level: LEVEL,
        coverage: held as f64 / days,
        mean_width: width / days,
        log_half_width,
        calibrated_on,
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::{series, wave};
    use super::super::settings::{Recipe, Settings};
    use super::*;
    use crate::market::world::{self, WorldKind};

    fn prices(values: &[f64]) -> Prices {
        Prices {
            series: series(values),
            truth: None,
        }
    }

    /// The scaled predictions that come back as these forecast prices.
    fn scaled(dataset: &Dataset, prices: &Prices, forecasts: impl Fn(usize) -> f64) -> Vec<f32> {
        let recipe = dataset.settings.recipe;
        (0..=dataset.rows())
            .map(|row| {
                let last = prices.series.rows()[dataset.last_known_price_index(row)].price;
                let value = match recipe {
                    Recipe::Honest => (forecasts(row) / last).ln(),
                    Recipe::Notebook => forecasts(row),
                };
                dataset.target_scaler.scale(value) as f32
            })
            .collect()
    }

    #[test]
    fn knowing_the_future_beats_persistence() {
        let values = wave(400);
        let prices = prices(&values);
        for recipe in Recipe::ALL {
            let dataset = Dataset::new(&prices.series, &Settings::for_recipe(*recipe)).unwrap();
            let oracle = scaled(&dataset, &prices, |row| {
                let target = dataset.target_index(row);
                *values.get(target).unwrap_or(&123.0)
            });
            let evaluation = evaluate(&prices, &dataset, &oracle).unwrap();
            assert_eq!(evaluation.verdict.kind, VerdictKind::Beats);
            assert!(evaluation.verdict.dm < 0.0);
            assert!(evaluation.scores.model.mae < 1e-3);
            assert_eq!(evaluation.scores.model.directional_accuracy, 1.0);
            assert!((evaluation.forecast.price - 123.0).abs() < 1e-2);
            assert!(evaluation.forecast.low <= evaluation.forecast.price);
            assert_eq!(evaluation.forecast.last_price, values[399]);
            assert_eq!(evaluation.predictions.len(), dataset.rows());
            assert_eq!(
                evaluation.test_predictions().count(),
                dataset.split.test.len()
            );
            assert_eq!(evaluation.scores.persistence.rmae, 1.0);
            assert_eq!(evaluation.scores.persistence.directional_accuracy, 0.5);
        }
    }

    #[test]
    fn always_ten_percent_off_loses_and_persistence_ties() {
        let values = wave(400);
        let prices = prices(&values);
        let dataset = Dataset::new(&prices.series, &Settings::default()).unwrap();
        let last = |row| values[dataset.last_known_price_index(row)];
        let off = scaled(&dataset, &prices, |row| 1.1 * last(row));
        let off = evaluate(&prices, &dataset, &off).unwrap();
        assert_eq!(off.verdict.kind, VerdictKind::Loses);
        assert!(off.verdict.dm > 0.0 && off.verdict.rmae > 1.0);
        let same = evaluate(&prices, &dataset, &scaled(&dataset, &prices, last)).unwrap();
        assert_eq!(same.verdict.kind, VerdictKind::Ties);
        assert!((same.verdict.rmae - 1.0).abs() < 1e-6);
    }

    #[test]
    fn the_interval_covers_about_its_level_of_a_random_walk() {
        let prices = world::generate(WorldKind::RandomWalk, 3, 5_000);
        let dataset = Dataset::new(&prices.series, &Settings::default()).unwrap();
        let nothing = vec![0.0; dataset.rows() + 1]; // the mean return, every day
        let evaluation = evaluate(&prices, &dataset, &nothing).unwrap();
        // 996 test days, 497 to calibrate on: √(0.16/497 + 0.16/996) ≈ 0.022; three of them.
        assert!((evaluation.interval.coverage - LEVEL).abs() < 0.066);
        let rolling = evaluation.rolling_coverage(conformal::ROLLING_DAYS);
        assert_eq!(rolling.len(), dataset.split.test.len() - 59);
        assert_eq!(rolling.last().unwrap().0, prices.series.last_date());
        let mean = rolling.iter().map(|(_, share)| share).sum::<f64>() / rolling.len() as f64;
        assert!((mean - evaluation.interval.coverage).abs() < 0.03);
        let best = evaluation.scores.best_possible.unwrap();
        assert!((best.rmae - 1.0).abs() < 0.02);
    }

    #[test]
    fn on_a_mean_reverting_world_the_best_possible_beats_all() {
        let prices = world::generate(WorldKind::MeanReverting, 1, 5_000);
        let dataset = Dataset::new(&prices.series, &Settings::default()).unwrap();
        let nothing = vec![0.0; dataset.rows() + 1];
        let scores = evaluate(&prices, &dataset, &nothing).unwrap().scores;
        let best = scores.best_possible.clone().unwrap().mae;
        for (name, each) in scores.named() {
            assert!(best <= each.mae * 1.005, "{name}: {} < {best}", each.mae);
        }
        assert!(scores.ridge.rmae < 0.98);
    }

    #[test]
    fn a_diverged_network_is_named() {
        let prices = prices(&wave(100));
        for recipe in Recipe::ALL {
            let dataset = Dataset::new(&prices.series, &Settings::for_recipe(*recipe)).unwrap();
            for bad in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, 1e30] {
                let mut predictions = vec![0.0; dataset.rows() + 1];
                predictions[5] = bad;
                let result = evaluate(&prices, &dataset, &predictions);
                assert_eq!(result, Err(EvaluationError::Diverged), "{recipe} {bad}");
            }
        }
        assert!(
            EvaluationError::Diverged
                .to_string()
                .contains("lower learning rate")
        );
    }

    #[test]
    fn predictions_of_another_dataset_are_refused() {
        let prices = prices(&wave(100));
        let dataset = Dataset::new(&prices.series, &Settings::default()).unwrap();
        assert_eq!(
            evaluate(&prices, &dataset, &[0.0; 5]),
            Err(EvaluationError::Mismatch {
                expected: 80,
                found: 5
            })
        );
    }

    #[test]
    fn constant_prices_and_one_price_jump_stay_finite() {
        let mut jump = vec![0.1; 60];
        jump[58] = 1e9;
        for values in [vec![0.1; 60], jump] {
            let prices = prices(&values);
            for recipe in Recipe::ALL {
                let dataset = Dataset::new(&prices.series, &Settings::for_recipe(*recipe)).unwrap();
                let nothing = vec![0.0; dataset.rows() + 1];
                let evaluation = evaluate(&prices, &dataset, &nothing).unwrap();
                let json = serde_json::to_string(&evaluation).unwrap();
                assert!(!json.contains("null"), "{json}");
                assert_eq!(
                    serde_json::from_str::<Evaluation>(&json).unwrap(),
                    evaluation
                );
            }
        }
    }

    #[test]
    fn a_network_that_says_the_mean_ties_on_constant_prices() {
        let prices = prices(&[0.1; 60]);
        for recipe in Recipe::ALL {
            let dataset = Dataset::new(&prices.series, &Settings::for_recipe(*recipe)).unwrap();
            let nothing = vec![0.0; dataset.rows() + 1];
            let Verdict { kind, rmae, .. } = evaluate(&prices, &dataset, &nothing).unwrap().verdict;
            assert_eq!((kind, rmae), (VerdictKind::Ties, 1.0));
        }
    }

    #[test]
    fn prices_beyond_scoring_are_refused() {
        let mut values = wave(60);
        values[55] = 1e200;
        let prices = prices(&values);
        let dataset = Dataset::new(&prices.series, &Settings::default()).unwrap();
        let nothing = vec![0.0; dataset.rows() + 1];
        assert_eq!(
            evaluate(&prices, &dataset, &nothing),
            Err(EvaluationError::Unscorable)
        );
    }
}
