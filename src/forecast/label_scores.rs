//! How the forecasts of a network that was trained on an averaged label look beside that label.

use super::Dataset;
use super::diebold_mariano::diebold_mariano;
use super::label::{averaged_values, mean};
use super::metrics;
use super::settings::{Label, Target};
use super::verdict::Verdict;
use serde::{Deserialize, Serialize};

/// How the test block's forecasts look beside the label that the network was trained on: what someone
/// who had smoothed the history first, and then forgotten about it, would report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LabelScores {
    /// Days that the label is the mean of.
    pub averaged_days: usize,
    pub mae: f64,
    pub rmse: f64,
    /// MAE of "tomorrow = today" in the same world: the label of the day before for prices, no move
    /// for returns.
    pub persistence_mae: f64,
    /// Against that "tomorrow = today", in price units: the first question alone, because nobody could
    /// use a forecast of the label.
    pub verdict: Verdict,
}

impl LabelScores {
    /// `None` where the label is the next day itself. `predicted` has a price for each row of `rows`;
    /// `prices` are the series'.
    ///
    /// The label is put as a price, so that it can stand beside the scores: the mean of the prices,
    /// or P_t·exp(mean of the log returns).
    pub(super) fn new(
        dataset: &Dataset,
        prices: &[f64],
        rows: &[usize],
        predicted: &[f64],
    ) -> Option<Self> {
        if dataset.settings.label == Label::Next {
            return None;
        }
        let averaged = averaged_values(&dataset.settings);
        let (labels, naive): (Vec<f64>, Vec<f64>) = rows
            .iter()
            .map(|row| {
                let target = dataset.target_index(*row);
                let today = prices[target - 1];
                match dataset.settings.target {
                    Target::Price => (
                        mean(&prices[target + 1 - averaged..=target]),
                        mean(&prices[target.saturating_sub(averaged)..target]),
                    ),
                    Target::Return => {
                        let growth = prices[target] / prices[target - averaged];
                        (today * (growth.ln() / averaged as f64).exp(), today)
                    }
                }
            })
            .unzip();
        let errors = |forecasts: &[f64]| -> Vec<f64> {
            let days = labels.iter().zip(forecasts);
            days.map(|(label, forecast)| label - forecast).collect()
        };
        let mae = metrics::mae(&labels, predicted);
        let persistence_mae = metrics::mae(&labels, &naive);
        Some(Self {
            averaged_days: averaged,
            mae,
            rmse: metrics::rmse(&labels, predicted),
            persistence_mae,
            verdict: Verdict::new(
                metrics::ratio(mae, persistence_mae),
                diebold_mariano(&errors(predicted), &errors(&naive)),
            ),
        })
    }

    pub(super) fn all_finite(&self) -> bool {
        self.verdict.all_finite()
            && [self.mae, self.rmse, self.persistence_mae]
                .iter()
                .all(|number| number.is_finite())
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::{series, wave};
    use super::super::settings::Settings;
    use super::*;

    #[test]
    fn a_short_window_averages_what_it_has_and_the_next_day() {
        for (window, days) in [(2, 3), (3, 4), (4, 5), (20, 5)] {
            let settings = Settings {
                window,
                label: Label::Average,
                ..Settings::default()
            };
            assert_eq!(averaged_values(&settings), days);
            // Every row has a label, in both targets.
            for target in [Target::Price, Target::Return] {
                let settings = Settings {
                    target,
                    ..settings.clone()
                };
                let dataset = Dataset::new(&series(&wave(60)), &settings).unwrap();
                assert_eq!(dataset.targets.len() + window, dataset.inputs.len());
                let rows: Vec<usize> = (0..dataset.rows()).collect();
                let forecasts = vec![100.0; rows.len()];
                let scores = LabelScores::new(&dataset, &wave(60), &rows, &forecasts).unwrap();
                assert!(scores.all_finite());
            }
        }
    }

    #[test]
    fn scores_beside_a_price_label_by_hand() {
        // Window 2, so labels of three: prices 100 … 112 rise by 1 a day. The label is the day
        // before the next, which is today; yesterday's label is a day behind it. A forecast of
        // tomorrow is therefore off by 1, and so is "tomorrow = today".
        let prices: Vec<f64> = (100..130).map(f64::from).collect();
        let settings = Settings {
            window: 2,
            target: Target::Price,
            label: Label::Average,
            ..Settings::default()
        };
        let dataset = Dataset::new(&series(&prices), &settings).unwrap();
        let rows: Vec<usize> = dataset.split.test.clone().collect();
        let tomorrow: Vec<f64> = rows
            .iter()
            .map(|row| prices[dataset.target_index(*row)])
            .collect();
        let scores = LabelScores::new(&dataset, &prices, &rows, &tomorrow).unwrap();
        assert!((scores.mae - 1.0).abs() < 1e-9 && (scores.persistence_mae - 1.0).abs() < 1e-9);
        assert_eq!(scores.averaged_days, 3);
        let next = Settings {
            label: Label::Next,
            ..settings
        };
        let dataset = Dataset::new(&series(&prices), &next).unwrap();
        assert_eq!(LabelScores::new(&dataset, &prices, &rows, &tomorrow), None);
    }
}
