//! Predictions back in prices, scored against baselines, with the verdict and the interval.
//!
//! An evaluation that exists holds finite numbers only; what cannot be expressed so is an
//! [`EvaluationError`].

use super::Dataset;
use super::bands::{self, BandScores, HISTORIES};
use super::baselines::Baselines;
use super::calibration::Calibration;
use super::conformal;
use super::dataset::Block;
use super::diebold_mariano::diebold_mariano;
use super::direction::Directions;
use super::horizons::Horizons;
pub use super::horizons::{PathInterval, PathPoint, StepErrors, StepInterval, StepScores};
use super::intervals::{self, Calibrated, TestDays};
pub use super::intervals::{IntervalChoice, IntervalMethod, IntervalSummary, LevelInterval};
pub use super::label_scores::LabelScores;
use super::metrics::{self, Forecasts};
pub use super::scores::{ScoreTable, Scores};
use super::shift::Slide;
pub use super::verdict::{InPrices, Knowledge, Verdict, VerdictKind};
use super::volatility;
use crate::market::Prices;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A forecast more than this many times the highest price ever seen is a diverged network's.
const MAX_PRICE_RATIO: f64 = 1e6;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NextDay {
    pub after_date: NaiveDate,
    pub last_price: f64,
    pub price: f64,
    pub low: f64,
    pub high: f64,
    /// Every day of the horizon, this next one first; none where the horizon is one day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub path: Vec<PathPoint>,
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
    /// Which directions the network forecast on the test days. `None` of evaluations that are older than it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub directions: Option<Directions>,
    /// The usual one at 80 %.
    pub interval: IntervalSummary,
    /// Every method at every level, see [`Evaluation::interval_at`].
    pub intervals: Vec<LevelInterval>,
    /// The intervals by every method beside two plain bands around "tomorrow = today", all measured alike.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<BandScores>,
    pub forecast: NextDay,
    /// Each day of the horizon, the next one first; none where the horizon is one day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub horizons: Vec<StepScores>,
    /// Where the network was trained on another label than the next day: how it looks beside that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against_label: Option<LabelScores>,
    /// Whether the network was told of each row's target day what is known only when that is over, which nobody
    /// can tell it of the next, unknown day ([`Settings::looks_ahead`](super::Settings::looks_ahead)).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub looks_ahead: bool,
    /// One per dataset row, oldest first.
    pub predictions: Vec<Prediction>,
}

/// Why predictions cannot be evaluated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EvaluationError {
    /// A prediction is no finite, imaginable number.
    Diverged,
    /// The predictions or the series are not the dataset's.
    Mismatch { expected: usize, found: usize },
    /// The prices are so large, small or wild that their scores are no finite numbers.
    Unscorable,
}

impl Evaluation {
    /// The predictions of the test block, oldest first.
    pub fn test_predictions(&self) -> impl Iterator<Item = &Prediction> {
        self.predictions
            .iter()
            .filter(|prediction| is_test(prediction))
    }

    /// RMSE of the network, divided by that of persistence.
    pub fn rmse_ratio(&self) -> f64 {
        metrics::ratio(self.scores.model.rmse, self.scores.persistence().rmse)
    }

    /// The interval of a method at one of [`conformal::LEVELS`].
    pub fn interval_at(&self, method: IntervalMethod, level: f64) -> Option<&LevelInterval> {
        intervals::find(&self.intervals, method, level)
    }

    /// The interval that a visitor chose.
    pub fn chosen(&self, choice: IntervalChoice) -> Option<&LevelInterval> {
        self.interval_at(choice.method, choice.level)
    }

    /// The coverage of any of [`Self::intervals`] over each run of `days` test days, dated by the run's
    /// last day. Empty where the test block is shorter.
    pub fn rolling_coverage_of(
        &self,
        interval: &LevelInterval,
        days: usize,
    ) -> Vec<(NaiveDate, f64)> {
        let test = self.test_predictions();
        let (actual, predicted): (Vec<_>, Vec<_>) =
            test.map(|day| (day.actual, day.predicted)).unzip();
        self.rolling(&interval.held(&actual, &predicted), days)
    }

    /// Whether a random split has scattered the test rows over the history.
    pub fn is_scattered(&self) -> bool {
        let first = self.predictions.iter().position(is_test);
        first.is_some_and(|first| !self.predictions[first..].iter().all(is_test))
    }

    /// The predicted line of the test block moved along the time axis. `None` where that means nothing:
    /// there are fewer than three test days, or a random split has scattered them.
    pub fn slide(&self) -> Option<Slide> {
        let first = self.predictions.iter().position(is_test)?;
        let test = &self.predictions[first..];
        if !test.iter().all(is_test) {
            return None;
        }
        let (actual, predicted): (Vec<_>, Vec<_>) =
            test.iter().map(|day| (day.actual, day.predicted)).unzip();
        Slide::new(&actual, &predicted)
    }

    fn rolling(&self, held: &[bool], days: usize) -> Vec<(NaiveDate, f64)> {
        let days = days.max(1);
        let last_days = self.test_predictions().skip(days - 1).map(|day| day.date);
        last_days
            .zip(conformal::rolling_share(held, days))
            .collect()
    }
}

/// Turns scaled predictions (`[rows + 1]`, the last one for the next day) into an evaluation.
/// `prices` must be those that `dataset` was cut from. The scores are of its test rows, and always of
/// the next day's price; [`Evaluation::is_scattered`] tells where a random split makes them of gaps. The
/// Diebold–Mariano test and the adaptive interval then take rows for consecutive days that are not.
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

    // The size of the move that each row's forecast is of, known when it was made, [rows + 1].
    let weighted = volatility::weighted(&known);
    let moves = &weighted[dataset.first_target..];
    let calibration = Calibration::of(dataset);
    let calibrated = Calibrated::new(calibration.rows.iter().map(|&row| {
        let residual = conformal::log_residual(actual[row], predicted[row]);
        (residual, moves[row])
    }));

    let test = dataset.rows_of(Block::Test);
    let of_test = |values: &[f64]| -> Vec<f64> { test.iter().map(|row| values[*row]).collect() };
    let baselines = Baselines::fit(series, dataset);
    let of_baselines = baselines.forecasts().map(|forecasts| of_test(forecasts));
    let mean_returns = metrics::expanding_mean_returns(&known);
    let from_first_target = |values: &[f64]| of_test(&values[dataset.first_target..]);
    let happened = of_test(actual);
    let last_known = of_baselines.persistence();
    let mean_return = from_first_target(&mean_returns);
    let of_model = of_test(&predicted);
    let forecasts_of_model = Forecasts {
        actual: &happened,
        last_known,
        predicted: &of_model,
        mean_return: &mean_return,
    };
    let score = |forecasts: &[f64]| {
        metrics::scores(&Forecasts {
            predicted: forecasts,
            ..forecasts_of_model
        })
    };
    let truth = prices.truth.as_ref().map(|truth| &truth.best_forecast);
    let scores = ScoreTable {
        model: score(&of_model),
        baselines: of_baselines.map(|forecasts| score(forecasts)),
        best_possible: truth
            .filter(|best| best.len() == series.len())
            .map(|best| score(&from_first_target(best))),
        always_up: metrics::always_up(&happened, last_known),
    };

    let errors = |forecasts: &[f64]| -> Vec<f64> {
        let days = happened.iter().zip(forecasts);
        days.map(|(actual, forecast)| actual - forecast).collect()
    };
    let verdict = Verdict::asked(&forecasts_of_model, scores.model.rmae)
        .with_prices(diebold_mariano(&errors(&of_model), &errors(last_known)));

    let mut moves_of_test = of_test(moves);
    moves_of_test.push(moves[rows]);
    let intervals = intervals::intervals(
        &calibrated,
        TestDays {
            actual: &happened,
            predicted: &of_model,
            next: predicted[rows],
            volatility: &moves_of_test,
            step: 1,
        },
    );
    // One of the intervals is the report's; a test holds LEVEL to be among LEVELS.
    let interval =
        intervals::summary(&intervals, calibration.description).expect("80 % is one of the levels");
    let (low, high) = conformal::interval(predicted[rows], interval.log_half_width);
    let histories = HISTORIES.map(|days| from_first_target(&volatility::historical(&known, days)));
    let bands = bands::bands(
        &intervals,
        &of_model,
        bands::Days {
            actual: &happened,
            last_known,
            historical: histories.each_ref().map(Vec::as_slice),
            scattered: dataset.scattered.is_some(),
        },
    );
    let evaluation = Evaluation {
        directions: Some(Directions::of(&forecasts_of_model)),
        verdict,
        scores,
        forecast: NextDay {
            after_date: series.last_date(),
            last_price: series.last_price(),
            price: predicted[rows],
            low,
            high,
            path: Vec::new(),
        },
        horizons: Vec::new(),
        interval,
        intervals,
        bands,
        against_label: LabelScores::new(dataset, &known, &test, &of_model),
        looks_ahead: dataset.settings.looks_ahead(),
        predictions: (0..rows)
            .map(|row| Prediction {
                date: series.rows()[dataset.target_index(row)].date,
                actual: actual[row],
                predicted: predicted[row],
                block: dataset.block_of(row),
            })
            .collect(),
    };
    evaluation.checked()
}

/// The same, and each further day of the horizon: `scaled_paths` are the scaled forecasts of the
/// dataset's [`Dataset::path_rows`], `[path_rows, horizon]`. Where the horizon is one day they are not
/// looked at.
///
/// # Errors
/// As [`evaluate`].
pub fn evaluate_path(
    prices: &Prices,
    dataset: &Dataset,
    scaled_predictions: &[f32],
    scaled_paths: &[f32],
) -> Result<Evaluation, EvaluationError> {
    let evaluation = evaluate(prices, dataset, scaled_predictions)?;
    if dataset.settings.horizon == 1 {
        return Ok(evaluation);
    }
    let mut horizons = horizons(prices, dataset, scaled_paths, &evaluation)?;
    while !horizons.is_done(dataset) {
        horizons.score_step(&prices.series, dataset);
    }
    evaluation.with(horizons)
}

/// An evaluation whose further days are being scored, a few at a time: thirty at once would hold the page for a
/// long task.
#[derive(Debug, Clone, PartialEq)]
pub struct PathScoring {
    prices: Arc<Prices>,
    dataset: Arc<Dataset>,
    /// The scaled forecasts of the dataset's [`Dataset::path_rows`], `[path_rows, horizon]`.
    scaled_paths: Vec<f32>,
    /// Of the next day alone.
    evaluation: Evaluation,
    /// `None` until the paths are prices.
    horizons: Option<Horizons>,
}

/// How far an evaluation is.
#[derive(Debug, Clone, PartialEq)]
pub enum Scored {
    Whole(Arc<Evaluation>),
    /// There is more to do.
    UnderWay(Box<PathScoring>),
}

impl Scored {
    /// As [`evaluate_path`], the further days of the horizon left to do.
    ///
    /// # Errors
    /// As [`evaluate`].
    pub fn begin(
        prices: Arc<Prices>,
        dataset: Arc<Dataset>,
        scaled_predictions: &[f32],
        scaled_paths: Vec<f32>,
    ) -> Result<Self, EvaluationError> {
        let evaluation = evaluate(&prices, &dataset, scaled_predictions)?;
        Ok(match dataset.settings.horizon {
            1 => Self::Whole(Arc::new(evaluation)),
            _ => Self::UnderWay(Box::new(PathScoring {
                prices,
                dataset,
                scaled_paths,
                evaluation,
                horizons: None,
            })),
        })
    }
}

impl PathScoring {
    /// Scores so many days at once.
    const AT_ONCE: usize = 6;

    /// Does some more of it.
    ///
    /// # Errors
    /// As [`evaluate_path`].
    pub fn on(mut self: Box<Self>) -> Result<Scored, EvaluationError> {
        let (prices, dataset) = (&self.prices, &self.dataset);
        let Some(horizons) = &mut self.horizons else {
            let begun = horizons(prices, dataset, &self.scaled_paths, &self.evaluation)?;
            self.horizons = Some(begun);
            return Ok(Scored::UnderWay(self));
        };
        for _ in 0..Self::AT_ONCE {
            if !horizons.is_done(dataset) {
                horizons.score_step(&prices.series, dataset);
            }
        }
        match self.horizons.take_if(|horizons| horizons.is_done(dataset)) {
            Some(horizons) => Ok(Scored::Whole(Arc::new(self.evaluation.with(horizons)?))),
            None => Ok(Scored::UnderWay(self)),
        }
    }
}

/// The further days of the horizon, not scored yet.
fn horizons(
    prices: &Prices,
    dataset: &Dataset,
    scaled_paths: &[f32],
    evaluation: &Evaluation,
) -> Result<Horizons, EvaluationError> {
    let paths = predicted_paths(prices, dataset, scaled_paths)?;
    let moves = volatility::weighted(&prices.series.prices())[dataset.first_target..].to_vec();
    let next_day = evaluation.verdict.clone();
    let highest = highest_price(prices);
    Ok(Horizons::new(
        &prices.series,
        dataset,
        paths,
        highest,
        next_day,
        moves,
    ))
}

impl Evaluation {
    /// The same with the further days of the horizon.
    fn with(mut self, horizons: Horizons) -> Result<Self, EvaluationError> {
        (self.horizons, self.forecast.path) = horizons.judged();
        self.checked()
    }

    fn checked(self) -> Result<Self, EvaluationError> {
        match self.all_finite() {
            true => Ok(self),
            false => Err(EvaluationError::Unscorable),
        }
    }

    fn all_finite(&self) -> bool {
        let Self {
            scores,
            verdict,
            directions,
            interval,
            intervals,
            bands,
            forecast,
            against_label,
            horizons,
            ..
        } = self;
        scores.all_finite()
            && intervals.iter().all(LevelInterval::all_finite)
            && bands.iter().all(BandScores::all_finite)
            && against_label.iter().all(LabelScores::all_finite)
            && horizons.iter().all(StepScores::all_finite)
            && forecast.path.iter().all(PathPoint::all_finite)
            && verdict.all_finite()
            && directions.iter().all(Directions::all_finite)
            && [
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

fn is_test(prediction: &Prediction) -> bool {
    prediction.block == Block::Test
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
    let highest = highest_price(prices);
    scaled_predictions
        .iter()
        .enumerate()
        .map(|(row, scaled)| {
            let price = dataset.price_from_scaled(row, f64::from(*scaled), series);
            usable(*scaled, price, highest)
        })
        .collect()
}

/// The same of paths, `[path_rows][horizon]`.
fn predicted_paths(
    prices: &Prices,
    dataset: &Dataset,
    scaled_paths: &[f32],
) -> Result<Vec<Vec<f64>>, EvaluationError> {
    let (rows, settings) = (dataset.path_rows(), &dataset.settings);
    expect(rows.len() * settings.horizon, scaled_paths.len())?;
    let highest = highest_price(prices);
    rows.iter()
        .zip(scaled_paths.chunks_exact(settings.horizon))
        .map(|(row, scaled)| {
            let wide: Vec<f64> = scaled.iter().map(|each| f64::from(*each)).collect();
            let path = dataset.prices_from_path(*row, &wide, settings.steps, &prices.series);
            let days = scaled.iter().zip(path);
            days.map(|(scaled, price)| usable(*scaled, price, highest))
                .collect()
        })
        .collect()
}

/// The highest price that a usable forecast may name.
fn highest_price(prices: &Prices) -> f64 {
    let all = prices.series.rows().iter().map(|row| row.price);
    MAX_PRICE_RATIO * all.fold(0.0, f64::max)
}

fn usable(scaled: f32, price: f64, highest: f64) -> Result<f64, EvaluationError> {
    // The second comparison is false for NaN as well; the first sees a return of −∞, whose price is an
    // innocent 0.
    if scaled.is_finite() && price.abs() <= highest {
        Ok(price)
    } else {
        Err(EvaluationError::Diverged)
    }
}

#[cfg(test)]
mod tests;
