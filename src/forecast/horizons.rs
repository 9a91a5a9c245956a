//! Forecasts of more than one day: each day ahead scored on its own, against "no change" and the other
//! baselines, with an interval of its own.
//!
//! Step s is about the forecasts made on the day before each test day (persistence, `P̂ = P_t`, is the
//! last price then known), as far as day t+s is a test day too: step 1 is what every other score is
//! about, and each further step has one day less. Every step has its own residuals, conformal quantile
//! and Diebold–Mariano test, so what is said of a step says nothing of a whole path: a fan drawn from
//! these intervals holds a given share of the days at each step, not of the paths.

use super::Dataset;
use super::baselines::{Baselines, ByBaseline};
use super::calibration::Calibration;
use super::conformal::{self, LEVEL, LEVELS, Residuals};
use super::dataset::Block;
use super::diebold_mariano::diebold_mariano_at;
use super::metrics;
use super::verdict::{Verdict, VerdictKind};
use crate::market::{Interval, Series};
use serde::{Deserialize, Serialize};

/// The least that a forecast is summed up by, in price units.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct StepErrors {
    pub mae: f64,
    pub rmse: f64,
    /// MAE divided by persistence's MAE at the same step.
    pub rmae: f64,
}

/// A split conformal interval at one step, and how it did on the test days.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct StepInterval {
    pub level: f64,
    pub coverage: f64,
    /// In price units.
    pub mean_width: f64,
    /// Half the width in logarithms: the interval around P̂ is P̂·exp(±q).
    pub log_half_width: f64,
    /// The level that the days it is calibrated on can promise, at most `level`.
    pub promised: f64,
}

/// How one day ahead was forecast on the test block.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StepScores {
    /// Days ahead, from 1.
    pub step: usize,
    /// Test days scored.
    pub days: usize,
    pub model: StepErrors,
    #[serde(flatten)]
    pub baselines: ByBaseline<StepErrors>,
    /// The model against persistence, as in every verdict.
    pub kind: VerdictKind,
    pub dm: f64,
    pub p_value: f64,
    /// At 80 %.
    pub interval: StepInterval,
}

/// One day of the forecast after the last known one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PathPoint {
    pub step: usize,
    #[serde(rename = "date_label")]
    pub ahead: Ahead,
    pub price: f64,
    /// Ends of the 80 % interval.
    pub low: f64,
    pub high: f64,
    /// The intervals at every level, narrowest first.
    pub intervals: Vec<PathInterval>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct PathInterval {
    pub level: f64,
    pub low: f64,
    pub high: f64,
}

/// A place on the way ahead. Holidays are not known, so no date is claimed: in a report it is "Day 3".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Ahead {
    pub interval: Interval,
    /// From 1.
    pub step: usize,
}

impl From<Ahead> for String {
    fn from(ahead: Ahead) -> Self {
        let unit = match ahead.interval {
            Interval::Daily => "Day",
            Interval::Weekly => "Week",
            Interval::Monthly => "Month",
        };
        format!("{unit} {}", ahead.step)
    }
}

impl TryFrom<String> for Ahead {
    type Error = &'static str;

    fn try_from(title: String) -> Result<Self, Self::Error> {
        let step = title.split(' ').next_back();
        let step = step.and_then(|step| step.parse().ok());
        let step = step.ok_or("no count of steps")?;
        [Interval::Daily, Interval::Weekly, Interval::Monthly]
            .map(|interval| Self { interval, step })
            .into_iter()
            .find(|ahead| String::from(*ahead) == title)
            .ok_or("not a place ahead")
    }
}

/// What was said of the days after one test row.
struct Said<'a> {
    row: usize,
    model: &'a [f64],
    baselines: ByBaseline<Vec<f64>>,
}

/// Every step's scores and the path after the last known day.
pub(super) struct Horizons {
    pub steps: Vec<StepScores>,
    pub path: Vec<PathPoint>,
}

impl Horizons {
    /// `paths` has the model's forecast prices of each of [`Dataset::path_rows`], `[rows, horizon]`.
    /// A baseline's price is cut at `highest`: iterated thirty times, even a straight line can run
    /// away.
    pub fn new(
        series: &Series,
        dataset: &Dataset,
        baselines: &Baselines,
        paths: &[Vec<f64>],
        highest: f64,
    ) -> Self {
        let horizon = dataset.settings.horizon;
        let known = series.prices();
        let rows = dataset.path_rows();
        let path_of = |row: &usize| {
            // The rows are in ascending order and hold every row that is asked for.
            let place = rows.partition_point(|other| other < row);
            &paths[place]
        };
        let with_path = |row: usize| (row, path_of(&row));
        let calibration: Vec<_> = Calibration::of(dataset)
            .rows
            .iter()
            .map(|row| with_path(*row))
            .collect();
        let test = dataset.rows_of(Block::Test);
        let said: Vec<Said<'_>> = test
            .iter()
            .map(|row| {
                let cut = |path: &Vec<f64>| {
                    let prices = path.iter();
                    prices.map(|price| price.clamp(-highest, highest)).collect()
                };
                Said {
                    row: *row,
                    model: path_of(row),
                    baselines: baselines.paths(*row, horizon).map(cut),
                }
            })
            .collect();

        let mut steps = Vec::with_capacity(horizon);
        let mut path = Vec::with_capacity(horizon);
        for step in 1..=horizon {
            let actual_of = |row: usize| known[dataset.target_index(row) + step - 1];
            let residuals = calibration
                .iter()
                .filter(|(row, _)| dataset.reaches(*row, step))
                .map(|(row, path)| conformal::log_residual(actual_of(*row), path[step - 1]));
            let residuals = Residuals::new(residuals.collect());

            let scored: Vec<&Said<'_>> = said
                .iter()
                .filter(|said| dataset.reaches(said.row, step))
                .collect();
            let actual: Vec<f64> = scored.iter().map(|said| actual_of(said.row)).collect();
            let of_model: Vec<f64> = scored.iter().map(|said| said.model[step - 1]).collect();
            let of_baselines = ByBaseline::of(|kind| {
                let prices = scored.iter();
                let of_step = prices.map(|said| said.baselines[kind.key][step - 1]);
                of_step.collect::<Vec<f64>>()
            });
            let persistence = of_baselines.persistence();
            let persistence_mae = metrics::mae(&actual, persistence);
            let errors_of = |forecasts: &[f64]| {
                let mae = metrics::mae(&actual, forecasts);
                StepErrors {
                    mae,
                    rmse: metrics::rmse(&actual, forecasts),
                    rmae: metrics::ratio(mae, persistence_mae),
                }
            };
            let missed_by = |forecasts: &[f64]| -> Vec<f64> {
                let days = actual.iter().zip(forecasts);
                days.map(|(actual, forecast)| actual - forecast).collect()
            };
            let model = errors_of(&of_model);
            let test_of_step =
                diebold_mariano_at(&missed_by(&of_model), &missed_by(persistence), step);
            let verdict = Verdict::new(model.rmae, test_of_step);
            steps.push(StepScores {
                step,
                days: scored.len(),
                model,
                baselines: of_baselines.map(|forecasts| errors_of(forecasts)),
                kind: verdict.kind,
                dm: verdict.dm,
                p_value: verdict.p_value,
                interval: step_interval(&residuals, &actual, &of_model),
            });
            path.push(point(
                step,
                path_of(&dataset.rows())[step - 1],
                &residuals,
                series,
            ));
        }
        Self { steps, path }
    }
}

fn step_interval(residuals: &Residuals, actual: &[f64], predicted: &[f64]) -> StepInterval {
    let half_width = residuals.half_width(LEVEL);
    let days = actual.len().max(1) as f64;
    let held = actual
        .iter()
        .zip(predicted)
        .filter(|(actual, predicted)| conformal::holds(**actual, **predicted, half_width))
        .count();
    let width = |predicted: &f64| {
        let (low, high) = conformal::interval(*predicted, half_width);
        high - low
    };
    StepInterval {
        level: LEVEL,
        coverage: held as f64 / days,
        mean_width: predicted.iter().map(width).sum::<f64>() / days,
        log_half_width: half_width,
        promised: residuals.promised(LEVEL),
    }
}

fn point(step: usize, price: f64, residuals: &Residuals, series: &Series) -> PathPoint {
    let around = |level| conformal::interval(price, residuals.half_width(level));
    let (low, high) = around(LEVEL);
    let interval = series.info().interval;
    PathPoint {
        step,
        ahead: Ahead { interval, step },
        price,
        low,
        high,
        intervals: LEVELS
            .map(|level| {
                let (low, high) = around(level);
                PathInterval { level, low, high }
            })
            .to_vec(),
    }
}

impl StepErrors {
    fn all_finite(&self) -> bool {
        self.mae.is_finite() && self.rmse.is_finite() && self.rmae.is_finite()
    }
}

impl StepScores {
    pub(super) fn all_finite(&self) -> bool {
        self.model.all_finite()
            && self.baselines.values().all(StepErrors::all_finite)
            && [
                self.dm,
                self.p_value,
                self.interval.coverage,
                self.interval.mean_width,
                self.interval.log_half_width,
            ]
            .iter()
            .all(|number| number.is_finite())
    }
}

impl PathPoint {
    pub(super) fn all_finite(&self) -> bool {
        let ends = |each: &PathInterval| each.low.is_finite() && each.high.is_finite();
        self.price.is_finite() && self.intervals.iter().all(ends)
    }
}

#[cfg(test)]
mod tests;
