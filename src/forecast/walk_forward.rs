//! Walk-forward testing: the history is cut into folds, and each fold's network is trained afresh on
//! what came before it. One test block may be a lucky stretch of the market; several are less so.
//!
//! A fold is a series of its own that ends with the fold's last test day ([`Fold::prices`]), cut into
//! a [`Dataset`] of its own. So its scaler is fitted, its validation block chosen and its baselines
//! fitted on its own rows, and nothing after its test block exists for it.

use super::Dataset;
use super::dataset::{DatasetError, VALIDATION_PART, min_before_test};
use super::day_forecasts::DayForecasts;
use super::evaluation::{Evaluation, Scores, Verdict};
use super::metrics::{self, Forecasts};
use super::settings::Settings;
use crate::market::{Prices, Series};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::ops::Range;

pub const MIN_FOLDS: usize = 3;
pub const MAX_FOLDS: usize = 20;
/// The fewest test days of a fold, more than any horizon. The first fold trains on as many days, less
/// the one that a return costs, and has to leave [`min_before_test`] rows.
fn min_fold_days(settings: &Settings) -> usize {
    min_before_test(settings) + 1
}

/// Which of the days before a fold it learns from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TrainingSpan {
    /// All of them: more data, older data.
    #[default]
    Expanding,
    /// The latest, as many as the first fold has: less data, but nothing of a bygone market.
    Sliding,
}

impl TrainingSpan {
    pub const ALL: [TrainingSpan; 2] = [Self::Expanding, Self::Sliding];

    pub fn slug(self) -> &'static str {
        match self {
            Self::Expanding => "expanding",
            Self::Sliding => "sliding",
        }
    }
}

/// One training and its test days. Ranges are indices of target prices in the whole series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fold {
    /// 1-based, oldest first.
    pub number: usize,
    pub train: Range<usize>,
    /// Empty in a recipe without a validation block.
    pub validation: Range<usize>,
    pub test: Range<usize>,
    pub train_from: NaiveDate,
    pub test_from: NaiveDate,
    pub test_to: NaiveDate,
    /// The first price that the fold knows: the start of its first window.
    first_price: usize,
}

/// The folds, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    pub span: TrainingSpan,
    pub folds: Vec<Fold>,
}

/// Why there can be no such plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanError {
    /// Fewer than [`MIN_FOLDS`] or more than [`MAX_FOLDS`].
    Folds { found: usize },
    TooFewRows {
        rows: usize,
        needed: usize,
        /// The most folds that these rows allow; fewer than [`MIN_FOLDS`] means none at all.
        possible: usize,
    },
}

impl Plan {
    /// Cuts the days that can be forecast into `folds + 1` equal stretches (what is left over goes to
    /// the first): the first one is only trained on, each later one is the test block of a fold
    /// (rolling-origin evaluation, Tashman 2000). The dates of the test blocks depend on the prices,
    /// the window and the number of folds alone, so recipes and spans can be compared.
    ///
    /// Folds are always split by time, whatever [`Settings::split`] says: that is what they are for.
    ///
    /// # Errors
    /// A number of folds that is not offered, or too few rows for it.
    pub fn new(
        series: &Series,
        settings: &Settings,
        folds: usize,
        span: TrainingSpan,
    ) -> Result<Self, PlanError> {
        if !(MIN_FOLDS..=MAX_FOLDS).contains(&folds) {
            return Err(PlanError::Folds { found: folds });
        }
        let rows = series.len();
        let targets = rows.saturating_sub(settings.window);
        let days = targets / (folds + 1);
        let fewest = min_fold_days(settings);
        if days < fewest {
            return Err(PlanError::TooFewRows {
                rows,
                needed: settings.window + fewest * (folds + 1),
                possible: (targets / fewest).saturating_sub(1),
            });
        }
        let first_target = settings.first_target();
        let first_length = rows - folds * days - first_target;
        let date = |index: usize| series.rows()[index].date;
        let folds = (0..folds)
            .map(|fold| {
                let test = rows - (folds - fold) * days..rows - (folds - fold - 1) * days;
                let start = match span {
                    TrainingSpan::Expanding => first_target,
                    TrainingSpan::Sliding => test.start - first_length,
                };
                let validation_rows = if settings.has_validation_block() {
                    (test.start - start) / VALIDATION_PART
                } else {
                    0
                };
                let train = start..test.start - validation_rows;
                Fold {
                    number: fold + 1,
                    validation: train.end..test.start,
                    train_from: date(train.start),
                    test_from: date(test.start),
                    test_to: date(test.end - 1),
                    first_price: train.start - first_target,
                    train,
                    test,
                }
            })
            .collect();
        Ok(Self { span, folds })
    }
}

impl Fold {
    /// The prices that exist for this fold: from its first window to its last test day, with the
    /// truth of a known world for the same days. `prices` are those that the plan was made for.
    pub fn prices(&self, prices: &Prices) -> Prices {
        prices_within(prices, self.first_price..self.test.end)
    }

    /// The fold's dataset; `fold_prices` are [`Self::prices`].
    ///
    /// # Errors
    /// The prices or the settings are not those that the plan was made for.
    pub fn dataset(
        &self,
        fold_prices: &Prices,
        settings: &Settings,
    ) -> Result<Dataset, DatasetError> {
        let first_test = self.test.start - self.first_price;
        Dataset::with_test_from(&fold_prices.series, settings, first_test)
    }
}

/// A run of days as a series of its own. `days` is not empty.
pub(super) fn prices_within(prices: &Prices, days: Range<usize>) -> Prices {
    let series = &prices.series;
    let truth = prices.truth.clone().map(|mut truth| {
        if truth.best_forecast.len() == series.len() {
            truth.best_forecast = truth.best_forecast[days.clone()].to_vec();
        }
        truth
    });
    let rows = series.rows()[days].to_vec();
    Prices {
        // Rows of a series are ordered, unique, finite and positive, and so is each run of them.
        series: series
            .with_rows(rows)
            .expect("rows of a series make a series"),
        truth,
    }
}

/// The folds done so far, together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pooled {
    pub folds: usize,
    /// Test days of all folds.
    pub days: usize,
    /// Folds whose rMAE is below 1.
    pub folds_better: usize,
    /// Over all test days, in price units. On a share that grew a hundredfold these are all but the
    /// last fold's.
    pub model: Scores,
    pub persistence: Scores,
    /// As every verdict, and the rMAE too is of errors as shares of the last known price, e/P_t, so that
    /// each day weighs the same whatever the share cost then.
    pub verdict: Verdict,
    /// The share of test days that the folds' own 80 % intervals held.
    pub coverage: f64,
}

impl Pooled {
    /// Pools the evaluations of folds of one plan, oldest first; `series` is the whole one. `None`
    /// for no folds. A cancelled walk-forward is pooled over the folds that were done.
    pub fn new(series: &Series, evaluations: &[&Evaluation]) -> Option<Self> {
        let days = evaluations.iter().flat_map(|it| it.test_predictions());
        // A day that is not in the series belongs to other prices.
        let days = DayForecasts::of(series, days).filter(|days| !days.is_empty())?;
        let (of_model, of_persistence) = (days.forecasts(), days.persistence());
        let held: f64 = evaluations
            .iter()
            .map(|each| each.interval.coverage * each.test_predictions().count() as f64)
            .sum();
        Some(Self {
            folds: evaluations.len(),
            days: days.len(),
            folds_better: evaluations
                .iter()
                .filter(|each| each.verdict.rmae < 1.0)
                .count(),
            model: metrics::scores(&of_model),
            persistence: metrics::scores(&of_persistence),
            verdict: Verdict::asked(&of_model, rmae_of_shares(&of_model)),
            coverage: held / days.len() as f64,
        })
    }
}

/// Mean absolute error as a share of the last known price, divided by persistence's.
fn rmae_of_shares(forecasts: &Forecasts) -> f64 {
    let sum = |predicted: &[f64]| -> f64 {
        let days = forecasts.actual.iter().zip(predicted);
        days.zip(forecasts.last_known)
            .map(|((actual, forecast), last)| ((actual - forecast) / last).abs())
            .sum()
    };
    metrics::ratio(sum(forecasts.predicted), sum(forecasts.last_known))
}

#[cfg(test)]
mod tests;
