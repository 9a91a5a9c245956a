//! AR(1) on log returns: `P̂ = P_t·exp(a + b·r_t)`, a and b by least squares over the training rows.

use super::baseline::{Baseline, History, Kind};

pub const AR1: Kind = Kind {
    key: "ar1",
    fit: |history| Box::new(Ar1::fit(history)),
};

#[derive(Debug)]
struct Ar1 {
    intercept: f64,
    slope: f64,
}

impl Ar1 {
    fn fit(history: &History) -> Self {
        let (intercept, slope) = least_squares(&history.training_returns());
        Self { intercept, slope }
    }

    fn next_return(&self, last: f64) -> f64 {
        self.intercept + self.slope * last
    }
}

impl Baseline for Ar1 {
    fn next(&self, history: &History, row: usize) -> f64 {
        let today = history.today(row);
        history.prices[today] * self.next_return(history.returns[today - 1]).exp()
    }

    /// Reads what it said of the days before (Marcellino, Stock & Watson 2006 call that iterated).
    fn path(&self, history: &History, row: usize, horizon: usize) -> Vec<f64> {
        let today = history.today(row);
        let (mut last_return, mut growth) = (history.returns[today - 1], 0.0);
        (0..horizon)
            .map(|_| {
                last_return = self.next_return(last_return);
                growth += last_return;
                history.prices[today] * growth.exp()
            })
            .collect()
    }
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
    use super::*;
    use crate::forecast::Dataset;
    use crate::forecast::Settings;
    use crate::forecast::fixtures::{series, wave};

    fn close(left: f64, right: f64) {
        assert!((left / right - 1.0).abs() < 1e-9, "{left} is not {right}");
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
    fn a_path_by_hand() {
        let series = series(&wave(120));
        let dataset = Dataset::new(&series, &Settings::default()).unwrap();
        let mut history = History::new(&series, &dataset);
        let today = history.today(40);
        history.prices[today] = 100.0;
        history.returns[today - 1] = 0.04;
        let ar1 = Ar1 {
            intercept: 0.01,
            slope: 0.5,
        };
        // Returns 0.01 + 0.5·0.04 = 0.03, then 0.025 and 0.0225.
        let path = ar1.path(&history, 40, 3);
        for (price, growth) in path.iter().zip([0.03_f64, 0.055, 0.0775]) {
            close(*price, 100.0 * growth.exp());
        }
        assert_eq!(path[0], ar1.next(&history, 40));
    }

    #[test]
    fn ups_that_follow_downs_are_seen() {
        // Log returns +0.02, −0.01, +0.02, …: the rule r' = 0.01 − r fits without error.
        let mut prices = vec![100.0];
        for day in 0..60 {
            let step: f64 = if day % 2 == 0 { 0.02 } else { -0.01 };
            prices.push(prices[day] * step.exp());
        }
        let series = series(&prices);
        let dataset = Dataset::new(&series, &Settings::default()).unwrap();
        let history = History::new(&series, &dataset);
        let ar1 = Ar1::fit(&history);
        for row in 0..dataset.rows() {
            close(ar1.next(&history, row), prices[dataset.target_index(row)]);
        }
    }
}
