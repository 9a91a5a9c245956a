//! Forecasters that any network has to be measured against. Each is fitted on the training rows
//! alone (what the network learns from, no validation row) and forecasts every row and the next day.

use super::Dataset;
use super::dataset::{Block, log_returns};
use super::ridge::Ridge;
use super::settings::Steps;
use crate::market::Series;

/// Days that the moving average spans: a trading week.
pub const MOVING_AVERAGE_DAYS: usize = 5;

/// Forecast prices, each `[rows + 1]`, the last one for the next, unknown day.
#[derive(Debug, Clone, PartialEq)]
pub struct Baselines {
    /// Tomorrow = today: `P̂ = P_t`.
    pub persistence: Vec<f64>,
    /// `P̂ = P_t·exp(μ)`, μ the mean log return into the training rows' targets. A mean of log
    /// returns, not of differences: a share that grew a hundredfold drifts in percent, not dollars.
    pub drift: Vec<f64>,
    /// The mean of the last five prices (of two where only two are known).
    pub moving_average: Vec<f64>,
    /// `P̂ = P_t·exp(a + b·r_t)` on log returns, a and b by least squares.
    pub ar1: Vec<f64>,
    /// Ridge regression from the network's own scaled window to the scaled value after it: a return or
    /// a price, whatever the network predicts.
    pub ridge: Vec<f64>,
}

impl Baselines {
    /// `series` must be the one that `dataset` was cut from.
    pub fn new(series: &Series, dataset: &Dataset) -> Self {
        Self::by(&Fits::new(series, dataset), series, dataset)
    }

    /// The same from fits that are there already.
    pub(super) fn by(fits: &Fits, series: &Series, dataset: &Dataset) -> Self {
        let Fits {
            prices,
            returns,
            inputs,
            drift,
            intercept,
            slope,
            ridge,
        } = fits;
        let window = dataset.settings.window;
        let days = 0..=dataset.rows();
        let last_known = |row: usize| dataset.last_known_price_index(row);
        Self {
            persistence: days.clone().map(|row| prices[last_known(row)]).collect(),
            drift: days
                .clone()
                .map(|row| prices[last_known(row)] * drift.exp())
                .collect(),
            moving_average: days
                .clone()
                .map(|row| {
                    let end = last_known(row) + 1;
                    let span = &prices[end.saturating_sub(MOVING_AVERAGE_DAYS)..end];
                    span.iter().sum::<f64>() / span.len() as f64
                })
                .collect(),
            ar1: days
                .clone()
                .map(|row| {
                    let today = last_known(row);
                    prices[today] * (intercept + slope * returns[today - 1]).exp()
                })
                .collect(),
            ridge: days
                .map(|row| {
                    let scaled = ridge.predict(&inputs[row..row + window]);
                    dataset.price_from_scaled(row, scaled, series)
                })
                .collect(),
        }
    }
}

/// What the forecasters learned from the training rows, and what they look at.
#[derive(Debug, Clone)]
pub(super) struct Fits {
    prices: Vec<f64>,
    /// The return into price j is `returns[j − 1]`.
    returns: Vec<f64>,
    /// The dataset's, `[rows + window]`.
    inputs: Vec<f64>,
    drift: f64,
    intercept: f64,
    slope: f64,
    ridge: Ridge,
}

impl Fits {
    pub fn new(series: &Series, dataset: &Dataset) -> Self {
        let prices = series.prices();
        let returns = log_returns(&prices);
        let training_rows = dataset.rows_of(Block::Train);
        let pairs: Vec<(f64, f64)> = training_rows
            .iter()
            .map(|row| dataset.target_index(*row))
            .map(|target| (returns[target - 2], returns[target - 1]))
            .collect();
        let drift = pairs.iter().map(|(_, next)| next).sum::<f64>() / pairs.len() as f64;
        let (intercept, slope) = least_squares(&pairs);

        let window = dataset.settings.window;
        let inputs: Vec<f64> = dataset.inputs.iter().map(|x| f64::from(*x)).collect();
        // The value after each window: the next day itself, also where the network's label is another.
        let ridge = Ridge::fit(&inputs, &inputs[window..], window, &training_rows);
        Self {
            prices,
            returns,
            inputs,
            drift,
            intercept,
            slope,
            ridge,
        }
    }

    /// What each forecaster says of the `horizon` days after a row's last known one. One-day fits are
    /// applied to their own forecasts (Marcellino, Stock & Watson 2006 call that iterated): drift is
    /// `P_t·exp(s·μ)`, AR(1) and ridge read what they said for the days before. Persistence and the
    /// mean of the last five days stay where they are.
    pub fn paths(&self, row: usize, horizon: usize, series: &Series, dataset: &Dataset) -> Paths {
        let today = dataset.last_known_price_index(row);
        let last = self.prices[today];
        let end = today + 1;
        let span = &self.prices[end.saturating_sub(MOVING_AVERAGE_DAYS)..end];
        let (mut last_return, mut growth) = (self.returns[today - 1], 0.0);
        let window = dataset.settings.window;
        let mut known = self.inputs[row..row + window].to_vec();
        for step in 0..horizon {
            known.push(self.ridge.predict(&known[step..]));
        }
        Paths {
            persistence: vec![last; horizon],
            drift: (1..=horizon)
                .map(|step| last * (step as f64 * self.drift).exp())
                .collect(),
            moving_average: vec![span.iter().sum::<f64>() / span.len() as f64; horizon],
            ar1: (0..horizon)
                .map(|_| {
                    last_return = self.intercept + self.slope * last_return;
                    growth += last_return;
                    last * growth.exp()
                })
                .collect(),
            ridge: dataset.prices_from_path(row, &known[window..], Steps::Recursive, series),
        }
    }
}

/// Forecast prices of the days after one row's last known day, each `[horizon]`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Paths {
    pub persistence: Vec<f64>,
    pub drift: Vec<f64>,
    pub moving_average: Vec<f64>,
    pub ar1: Vec<f64>,
    pub ridge: Vec<f64>,
}

/// Intercept and slope of `y = a + b·x` by least squares; the slope is 0 where x does not vary.
fn least_squares(pairs: &[(f64, f64)]) -> (f64, f64) {
    /// A variance below this share of the mean square is rounding noise.
    const NOISE: f64 = 1e-20;
    let count = pairs.len() as f64;
    let mean_x = pairs.iter().map(|(x, _)| x).sum::<f64>() / count;
    let mean_y = pairs.iter().map(|(_, y)| y).sum::<f64>() / count;
    let square: f64 = pairs.iter().map(|(x, _)| x * x).sum();
    let variance: f64 = pairs.iter().map(|(x, _)| (x - mean_x).powi(2)).sum();
    let product: f64 = pairs.iter().map(|(x, y)| (x - mean_x) * (y - mean_y)).sum();
    let slope = if variance > NOISE * square {
        product / variance
    } else {
        0.0
    };
    (mean_y - slope * mean_x, slope)
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::{series, wave};
    use super::super::settings::{Recipe, Settings};
    use super::*;

    fn close(left: f64, right: f64) {
        assert!((left / right - 1.0).abs() < 1e-9, "{left} is not {right}");
    }

    fn baselines(prices: &[f64], settings: &Settings) -> (Dataset, Baselines) {
        let series = series(prices);
        let dataset = Dataset::new(&series, settings).unwrap();
        let baselines = Baselines::new(&series, &dataset);
        (dataset, baselines)
    }

    #[test]
    fn a_line_by_least_squares() {
        // (0, 1), (1, 3), (2, 2): means 1 and 2; Sxy = 1 + 0 + 0 = 1, Sxx = 2; slope ½, from 1.5.
        assert_eq!(
            least_squares(&[(0.0, 1.0), (1.0, 3.0), (2.0, 2.0)]),
            (1.5, 0.5)
        );
        assert_eq!(least_squares(&[(0.1, 1.0), (0.1, 3.0)]), (2.0, 0.0));
    }

    #[test]
    fn paths_by_hand() {
        let series = series(&wave(120));
        let settings = Settings {
            horizon: 3,
            ..Settings::default()
        };
        let dataset = Dataset::new(&series, &settings).unwrap();
        let mut fits = Fits::new(&series, &dataset);
        fits.drift = 0.02;
        (fits.intercept, fits.slope) = (0.01, 0.5);
        let (row, today) = (40, dataset.last_known_price_index(40));
        fits.returns[today - 1] = 0.04;
        fits.prices[today] = 100.0;
        let paths = fits.paths(row, 3, &series, &dataset);
        assert_eq!(paths.persistence, [100.0; 3]);
        // Returns 0.01 + 0.5·0.04 = 0.03, then 0.025 and 0.0225.
        for (step, growth) in [0.03_f64, 0.055, 0.0775].into_iter().enumerate() {
            close(paths.ar1[step], 100.0 * growth.exp());
            close(paths.drift[step], 100.0 * (0.02 * (step + 1) as f64).exp());
        }
        let mean = fits.prices[today - 4..=today].iter().sum::<f64>() / 5.0;
        close(paths.moving_average[2], mean);
        // What ridge says of the second day is what it says of a window that ends with its first.
        let window = settings.window;
        let mut known = fits.inputs[row..row + window].to_vec();
        known.push(fits.ridge.predict(&known));
        let second = fits.ridge.predict(&known[1..]);
        let scaler = dataset.target_scaler;
        let growth = scaler.unscale(known[window]) + scaler.unscale(second);
        let last = series.prices()[today];
        close(paths.ridge[1], last * growth.exp());
    }

    #[test]
    fn every_baseline_forecasts_every_row_and_the_next_day() {
        for recipe in Recipe::ALL {
            let (dataset, all) = baselines(&wave(120), &Settings::for_recipe(*recipe));
            for each in [
                &all.persistence,
                &all.drift,
                &all.moving_average,
                &all.ar1,
                &all.ridge,
            ] {
                assert_eq!(each.len(), dataset.rows() + 1);
                assert!(each.iter().all(|price| price.is_finite()));
            }
        }
    }

    #[test]
    fn persistence_and_the_moving_average_by_hand() {
        let prices: Vec<f64> = (1..=32).map(f64::from).collect();
        let (dataset, all) = baselines(&prices, &Settings::default());
        let next = dataset.rows();
        // Row 0 aims at price index 21 (22.0): yesterday 21, the five before 17..=21.
        assert_eq!((all.persistence[0], all.moving_average[0]), (21.0, 19.0));
        assert_eq!(
            (all.persistence[next], all.moving_average[next]),
            (32.0, 30.0)
        );
    }

    #[test]
    fn a_short_window_averages_what_is_known() {
        let settings = Settings {
            window: 2,
            ..Settings::for_recipe(Recipe::Notebook)
        };
        let prices: Vec<f64> = (1..=32).map(f64::from).collect();
        let (_, all) = baselines(&prices, &settings);
        assert_eq!(all.moving_average[..4], [1.5, 2.0, 2.5, 3.0]);
    }

    #[test]
    fn drift_and_ar1_continue_a_steady_rise() {
        let prices: Vec<f64> = (0..60).map(|day| 50.0 * 1.01_f64.powi(day)).collect();
        let (dataset, all) = baselines(&prices, &Settings::default());
        for row in 0..=dataset.rows() {
            let expected = 50.0 * 1.01_f64.powi(dataset.target_index(row) as i32);
            close(all.drift[row], expected);
            close(all.ar1[row], expected);
            close(all.ridge[row], expected);
        }
    }

    #[test]
    fn ar1_sees_that_ups_follow_downs() {
        // Log returns +0.02, −0.01, +0.02, …: the rule r' = 0.01 − r fits without error.
        let mut prices = vec![100.0];
        for day in 0..60 {
            let step: f64 = if day % 2 == 0 { 0.02 } else { -0.01 };
            prices.push(prices[day] * step.exp());
        }
        let (dataset, all) = baselines(&prices, &Settings::default());
        for row in 0..dataset.rows() {
            close(all.ar1[row], prices[dataset.target_index(row)]);
        }
    }

    #[test]
    fn no_baseline_is_fitted_on_the_test_block() {
        let mut prices = wave(200);
        let settings = Settings::default();
        let (dataset, before) = baselines(&prices, &settings);
        let first_test = dataset.target_index(dataset.split.test.start);
        for price in &mut prices[first_test..] {
            *price *= 3.0;
        }
        let (_, after) = baselines(&prices, &settings);
        let known = dataset.split.test.start; // the rows whose whole past is unchanged
        assert_eq!(before.drift[..=known], after.drift[..=known]);
        assert_eq!(before.ar1[..=known], after.ar1[..=known]);
        assert_eq!(before.ridge[..=known], after.ridge[..=known]);
        assert_ne!(before.ridge[known + 1], after.ridge[known + 1]);
    }

    #[test]
    fn constant_prices_stay_constant() {
        let (_, all) = baselines(&[0.1; 60], &Settings::default());
        for each in [
            &all.persistence,
            &all.drift,
            &all.moving_average,
            &all.ar1,
            &all.ridge,
        ] {
            each.iter().for_each(|price| close(*price, 0.1));
        }
    }
}
