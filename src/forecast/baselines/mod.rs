//! Forecasters that any network has to be measured against. Each is fitted on the training rows alone
//! (what the network learns from, no validation row) and forecasts every row and the next day.
//!
//! A baseline is a file that implements [`Baseline`] and a line in [`BASELINES`]; evaluation, reports
//! and tables go through the list. Its words for people are in `app::words::baselines`.

mod ar1;
mod baseline;
mod drift;
mod list;
mod moving_average;
mod persistence;
pub(super) mod ridge;

pub use baseline::{Baseline, History, Kind};
pub use list::{BASELINES, ByBaseline};
pub use persistence::PERSISTENCE;

use super::Dataset;
use crate::market::Series;

/// Every baseline, fitted.
#[derive(Debug)]
pub struct Baselines<'a> {
    history: History<'a>,
    fitted: ByBaseline<Box<dyn Baseline>>,
}

impl<'a> Baselines<'a> {
    /// `series` must be the one that `dataset` was cut from.
    pub fn fit(series: &'a Series, dataset: &'a Dataset) -> Self {
        let history = History::new(series, dataset);
        Self {
            fitted: ByBaseline::of(|kind| (kind.fit)(&history)),
            history,
        }
    }

    /// Forecast prices, each `[rows + 1]`, the last one for the next, unknown day.
    pub fn forecasts(&self) -> ByBaseline<Vec<f64>> {
        let rows = 0..=self.history.dataset.rows();
        self.fitted.map(|baseline| {
            let next = |row| baseline.next(&self.history, row);
            rows.clone().map(next).collect()
        })
    }

    /// What each says of the `horizon` days after a row's last known one, each `[horizon]`.
    pub fn paths(&self, row: usize, horizon: usize) -> ByBaseline<Vec<f64>> {
        self.fitted
            .map(|baseline| baseline.path(&self.history, row, horizon))
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::{series, wave};
    use super::super::settings::{Recipe, Settings};
    use super::*;

    fn close(left: f64, right: f64) {
        assert!((left / right - 1.0).abs() < 1e-9, "{left} is not {right}");
    }

    fn forecasts(prices: &[f64], settings: &Settings) -> (Dataset, ByBaseline<Vec<f64>>) {
        let series = series(prices);
        let dataset = Dataset::new(&series, settings).unwrap();
        let forecasts = Baselines::fit(&series, &dataset).forecasts();
        (dataset, forecasts)
    }

    #[test]
    fn every_baseline_has_a_key_of_its_own() {
        for (place, kind) in BASELINES.iter().enumerate() {
            assert!(BASELINES[..place].iter().all(|other| other.key != kind.key));
        }
        assert_eq!(BASELINES[0].key, PERSISTENCE.key);
    }

    #[test]
    fn every_baseline_forecasts_every_row_and_the_next_day() {
        for recipe in Recipe::ALL {
            let (dataset, all) = forecasts(&wave(120), &Settings::for_recipe(*recipe));
            for each in all.values() {
                assert_eq!(each.len(), dataset.rows() + 1);
                assert!(each.iter().all(|price| price.is_finite()));
            }
        }
    }

    #[test]
    fn a_path_begins_with_the_next_days_forecast() {
        for recipe in Recipe::ALL {
            let series = series(&wave(120));
            let dataset = Dataset::new(&series, &Settings::for_recipe(*recipe)).unwrap();
            let baselines = Baselines::fit(&series, &dataset);
            let next = baselines.forecasts();
            for row in [0, 40, dataset.rows()] {
                for (key, path) in baselines.paths(row, 3).iter() {
                    assert_eq!((path.len(), path[0]), (3, next[key][row]), "{key}");
                }
            }
        }
    }

    #[test]
    fn persistence_by_hand() {
        let prices: Vec<f64> = (1..=32).map(f64::from).collect();
        let (dataset, all) = forecasts(&prices, &Settings::default());
        // Row 0 aims at price index 21 (22.0): yesterday is 21.
        let persistence = all.persistence();
        assert_eq!((persistence[0], persistence[dataset.rows()]), (21.0, 32.0));
    }

    #[test]
    fn a_steady_rise_is_continued() {
        let prices: Vec<f64> = (0..60).map(|day| 50.0 * 1.01_f64.powi(day)).collect();
        let (dataset, all) = forecasts(&prices, &Settings::default());
        for row in 0..=dataset.rows() {
            let expected = 50.0 * 1.01_f64.powi(dataset.target_index(row) as i32);
            for key in ["drift", "ar1", "ridge"] {
                close(all[key][row], expected);
            }
        }
    }

    #[test]
    fn no_baseline_is_fitted_on_the_test_block() {
        let mut prices = wave(200);
        let settings = Settings::default();
        let (dataset, before) = forecasts(&prices, &settings);
        let first_test = dataset.target_index(dataset.split.test.start);
        for price in &mut prices[first_test..] {
            *price *= 3.0;
        }
        let (_, after) = forecasts(&prices, &settings);
        let known = dataset.split.test.start; // the rows whose whole past is unchanged
        for (key, before) in before.iter() {
            assert_eq!(before[..=known], after[key][..=known], "{key}");
            assert_ne!(before[known + 1], after[key][known + 1], "{key}");
        }
    }

    #[test]
    fn constant_prices_stay_constant() {
        let (_, all) = forecasts(&[0.1; 60], &Settings::default());
        for each in all.values() {
            each.iter().for_each(|price| close(*price, 0.1));
        }
    }
}
