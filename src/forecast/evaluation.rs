//! Predictions back in prices, scored against baselines, with the verdict and the interval.

use super::Dataset;
use super::dataset::Block;
use crate::market::Prices;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VerdictKind {
    Beats,
    Ties,
    Loses,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    pub kind: VerdictKind,
    pub rmae: f64,
    /// Diebold–Mariano statistic against persistence; negative favours the model.
    pub dm: f64,
    pub p_value: f64,
}

/// Split conformal interval and how it did on the test block.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IntervalSummary {
    pub level: f64,
    pub coverage: f64,
    pub mean_width: f64,
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

/// Turns scaled predictions (`[rows + 1]`, the last one for the next day) into an evaluation.
pub fn evaluate(prices: &Prices, dataset: &Dataset, scaled_predictions: &[f32]) -> Evaluation {
    let _ = (prices, dataset, scaled_predictions);
    todo!("forecast")
}
