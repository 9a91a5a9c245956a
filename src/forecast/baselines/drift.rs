//! `P̂ = P_t·exp(μ)`, μ the mean log return into the training rows' targets. A mean of log returns, not
//! of differences: a share that grew a hundredfold drifts in percent, not dollars.

use super::baseline::{Baseline, History, Kind};

pub const DRIFT: Kind = Kind {
    key: "drift",
    fit: |history| Box::new(Drift::fit(history)),
};

#[derive(Debug)]
struct Drift {
    mean: f64,
}

impl Drift {
    fn fit(history: &History) -> Self {
        let pairs = history.training_returns();
        Self {
            mean: pairs.iter().map(|(_, next)| next).sum::<f64>() / pairs.len() as f64,
        }
    }
}

impl Baseline for Drift {
    fn next(&self, history: &History, row: usize) -> f64 {
        history.last_price(row) * self.mean.exp()
    }

    /// `P_t·exp(s·μ)`
    fn path(&self, history: &History, row: usize, horizon: usize) -> Vec<f64> {
        let last = history.last_price(row);
        (1..=horizon)
            .map(|step| last * (step as f64 * self.mean).exp())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::Dataset;
    use crate::forecast::Settings;
    use crate::forecast::fixtures::{series, wave};

    #[test]
    fn a_path_by_hand() {
        let series = series(&wave(120));
        let dataset = Dataset::new(&series, &Settings::default()).unwrap();
        let mut history = History::new(&series, &dataset);
        let today = history.today(40);
        history.prices[today] = 100.0;
        let path = Drift { mean: 0.02 }.path(&history, 40, 3);
        for (price, growth) in path.into_iter().zip([0.02_f64, 0.04, 0.06]) {
            assert!((price / (100.0 * growth.exp()) - 1.0).abs() < 1e-9);
        }
    }
}
