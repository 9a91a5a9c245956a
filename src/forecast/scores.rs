//! What a forecast is summed up by, and the table of all forecasters.

use super::baselines::ByBaseline;
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

/// The scores of every forecaster, as in a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScoreTable {
    pub model: Scores,
    #[serde(flatten)]
    pub baselines: ByBaseline<Scores>,
    /// The best anyone could do, on a known world.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best_possible: Option<Scores>,
    /// Share of test days that rose: the accuracy of always saying "up".
    pub always_up: f64,
}

impl Scores {
    pub(super) fn all_finite(&self) -> bool {
        [
            self.mae,
            self.rmse,
            self.mape,
            self.rmae,
            self.r2_out_of_sample,
            self.directional_accuracy,
            self.directional_low,
            self.directional_high,
        ]
        .iter()
        .all(|score| score.is_finite())
    }
}

impl ScoreTable {
    /// Those of "tomorrow = today".
    pub fn persistence(&self) -> &Scores {
        self.baselines.persistence()
    }

    pub(super) fn all_finite(&self) -> bool {
        self.always_up.is_finite()
            && self.model.all_finite()
            && self.baselines.values().all(Scores::all_finite)
            && self.best_possible.iter().all(Scores::all_finite)
    }
}
