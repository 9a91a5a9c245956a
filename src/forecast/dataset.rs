//! The scaled dataset a network is trained on.
//!
//! Row `k` is a supervised example: its window is `inputs[k..k + window]`, its target `targets[k]`.
//! `inputs` has `rows + window` entries, so the window at `k == rows` is the one that forecasts the
//! next, unknown day.

use super::scaler::Scaler;
use super::settings::Settings;
use crate::market::Series;
use std::ops::Range;

/// Which block a row belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    Train,
    Validation,
    Test,
}

/// Row ranges, in time order; `validation` is empty in the notebook recipe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    pub train: Range<usize>,
    pub validation: Range<usize>,
    pub test: Range<usize>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Dataset {
    pub settings: Settings,
    /// Scaled inputs, `[rows + window]`.
    pub inputs: Vec<f32>,
    /// Scaled targets, `[rows]`.
    pub targets: Vec<f32>,
    /// Index in the series of row 0's target: `window` for prices, `window + 1` for returns.
    pub first_target: usize,
    pub split: Split,
    pub input_scaler: Scaler,
    pub target_scaler: Scaler,
}

/// Why a series cannot be cut with these settings; `Display` says what to do next.
#[derive(Debug, Clone, PartialEq)]
pub enum DatasetError {
    TooFewRows { rows: usize, needed: usize },
}

impl Dataset {
    pub fn new(series: &Series, settings: &Settings) -> Result<Self, DatasetError> {
        let _ = (series, settings);
        todo!("forecast")
    }
    /// Number of rows with a known target.
    pub fn rows(&self) -> usize {
        self.targets.len()
    }
}
