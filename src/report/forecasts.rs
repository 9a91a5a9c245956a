//! The forecasts that a report's numbers are made of: with them and the prices, anyone can compute all of it
//! again. `tests/reference/recompute_report.py` does.

use super::FinishedRun;
use crate::forecast::baselines::{Baselines, ByBaseline};
use crate::forecast::dataset::Block;
use crate::forecast::day_forecasts::DayForecasts;
use crate::forecast::odometer::Seal;
use crate::market::Prices;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A price of the run's history.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct DatedPrice {
    pub date: NaiveDate,
    pub price: f64,
}

/// Every forecast of the test days, oldest first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TestDays {
    #[serde(flatten)]
    pub days: DayForecasts,
    /// Each baseline's forecasts, `[days]`.
    pub baselines: ByBaseline<Vec<f64>>,
    /// The best forecasts that anyone could make, `[days]`; only on a known world.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub best_possible: Option<Vec<f64>>,
}

/// What the network forecast on one day of each day of the horizon. (What the baselines did follows from the
/// prices by their formulas; of a month ahead it would be most of the file.)
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PathForecast {
    /// The last day that the forecast knows.
    pub after: NaiveDate,
    /// `[horizon]`
    pub predicted: Vec<f64>,
}

/// What of a run its report has beside the results.
pub(super) struct RunForecasts {
    /// Prices before the first that was predicted, oldest first.
    pub earlier_prices: Vec<DatedPrice>,
    pub test_days: Option<TestDays>,
    /// Of the days that intervals are calibrated on, of those before test days, and of the last day, in time
    /// order; none where the horizon is one day.
    pub paths: Vec<PathForecast>,
}

impl RunForecasts {
    pub fn of(run: &FinishedRun) -> Self {
        let dataset = run.dataset;
        // What is sealed is not forecast.
        let prices = match Seal::of(run.prices).filter(|_| run.experiment.sealed) {
            Some(seal) => Cow::Owned(seal.open_part(run.prices)),
            None => Cow::Borrowed(run.prices),
        };
        let series = &prices.series;
        let earlier = series.rows().iter().take(dataset.target_index(0));
        let earlier_prices = earlier.map(|row| DatedPrice {
            date: row.date,
            price: row.price,
        });
        let baselines = Baselines::fit(series, dataset);
        Self {
            earlier_prices: earlier_prices.collect(),
            test_days: test_days(run, &prices, &baselines),
            paths: paths(run, &prices),
        }
    }
}

fn test_days(run: &FinishedRun, prices: &Prices, baselines: &Baselines) -> Option<TestDays> {
    let dataset = run.dataset;
    let test = dataset.rows_of(Block::Test);
    let days = DayForecasts::of(&prices.series, run.evaluation.test_predictions())?;
    let truth = prices.truth.as_ref().map(|truth| &truth.best_forecast);
    let best = truth.filter(|best| best.len() == prices.series.len());
    Some(TestDays {
        days,
        baselines: (baselines.forecasts())
            .map(|forecasts| test.iter().map(|row| forecasts[*row]).collect()),
        best_possible: best.map(|best| {
            let targets = test.iter().map(|row| dataset.target_index(*row));
            targets.map(|target| best[target]).collect()
        }),
    })
}

fn paths(run: &FinishedRun, prices: &Prices) -> Vec<PathForecast> {
    let (dataset, series) = (run.dataset, &prices.series);
    let settings = &dataset.settings;
    if settings.horizon == 1 {
        return Vec::new();
    }
    let scaled = run.model.paths.chunks_exact(settings.horizon);
    let rows = dataset.path_rows().into_iter().zip(scaled);
    rows.map(|(row, scaled)| {
        let scaled: Vec<f64> = scaled.iter().map(|each| f64::from(*each)).collect();
        PathForecast {
            after: series.rows()[dataset.last_known_price_index(row)].date,
            predicted: dataset.prices_from_path(row, &scaled, settings.steps, series),
        }
    })
    .collect()
}
