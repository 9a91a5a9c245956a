//! What every row of the table trains on: the source notebook's network and batch unless a growth
//! measurement changes one size, on a smooth made-up series. The numbers do not matter for the time;
//! that they can be learnt shows that a row really trains.

use serde::Deserialize;

/// What the notebook uses everywhere.
pub const DROPOUT: f32 = 0.2;
pub const LEARNING_RATE: f64 = 0.01;
pub const BETA_1: f32 = 0.9;
pub const BETA_2: f32 = 0.98;
pub const EPSILON: f32 = 1e-9;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Engine {
    /// The project's fused network.
    Ours,
    /// Burn's own modules.
    Stock,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeviceName {
    Cpu,
    Webgpu,
}

/// Which training step is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Workload {
    pub engine: Engine,
    pub device: DeviceName,
    pub window: usize,
    pub hidden: usize,
    pub layers: usize,
    pub batch: usize,
}

impl Workload {
    /// The series: `rows` windows and targets, `[rows + window]` and `[rows]`.
    pub fn series(&self, rows: usize) -> (Vec<f32>, Vec<f32>) {
        let inputs: Vec<f32> = (0..rows + self.window).map(value).collect();
        let targets = inputs[self.window..].to_vec();
        (inputs, targets)
    }
}

/// The same formula as in `bench/workload.js` and `bench/pytorch.py`.
fn value(index: usize) -> f32 {
    let time = index as f64;
    ((time * 0.21).sin() + 0.4 * (time * 0.067).cos()) as f32
}
