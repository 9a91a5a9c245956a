//! What a visitor can set about an experiment, with its bounds.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Recipe {
    /// Predicts returns, scales on training rows alone, keeps a validation block.
    #[default]
    Honest,
    /// The source notebook, leak and all.
    Notebook,
}

/// What the network predicts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    Price,
    Return,
}

/// Which rows the scaler is fitted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ScalerRows {
    Train,
    All,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeviceChoice {
    #[default]
    Auto,
    Webgpu,
    Cpu,
}

/// Every setting of an experiment but its source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    pub recipe: Recipe,
    pub target: Target,
    pub scaler: ScalerRows,
    /// Look-back window in rows.
    pub window: usize,
    pub hidden: usize,
    pub layers: usize,
    pub dropout: f64,
    pub batch: usize,
    pub epochs: usize,
    pub learning_rate: f64,
    /// Seeds a generated world and the training alike.
    pub seed: u64,
    pub device: DeviceChoice,
}
