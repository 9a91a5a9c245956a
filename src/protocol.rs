//! What the page and the trainer (a Web Worker) say to each other, as JSON. No Burn types here, so
//! that neither side needs the other's dependencies.

use crate::forecast::settings::DeviceChoice;
use serde::{Deserialize, Serialize};

/// Both sides must agree: a new page can meet an old cached trainer.
pub const PROTOCOL_VERSION: u32 = 3;

/// The network's shape (design: Linear features→hidden, ReLU, `layers` × LSTM(hidden), the layers'
/// last hidden states concatenated, dropout, Linear layers·hidden→outputs).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct NetworkConfig {
    pub features: usize,
    pub hidden: usize,
    pub layers: usize,
    /// Numbers forecast at once: one for each day ahead.
    #[serde(default = "one")]
    pub outputs: usize,
    pub dropout: f32,
}

fn one() -> usize {
    1
}

/// Adam with a stepped learning rate and an optional gradient-norm clip.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct OptimizerConfig {
    pub learning_rate: f64,
    pub beta_1: f64,
    pub beta_2: f64,
    pub epsilon: f64,
    /// The rate is multiplied by `decay` every `decay_every` epochs.
    pub decay: f64,
    pub decay_every: usize,
    pub clip_norm: Option<f64>,
}

/// A training job: plain scaled numbers. Row `k`'s window is `inputs[k..k + window]`; `inputs` has
/// one window more than `targets` has rows: the window of the next, unknown day. Its targets are
/// `targets[k·outputs..(k + 1)·outputs]`, and the loss is the mean over rows and outputs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrainingJob {
    pub inputs: Vec<f32>,
    pub targets: Vec<f32>,
    pub window: usize,
    pub train_rows: Vec<u32>,
    /// Rows whose loss chooses the best epoch. Empty: the last epoch's weights are kept.
    pub validation_rows: Vec<u32>,
    /// Rows whose loss is shown where there are no validation rows. Never used to choose anything.
    pub test_rows: Vec<u32>,
    /// Days ahead to forecast. More than the network has outputs (that is, than one): the trained
    /// network is applied to its own predictions.
    #[serde(default = "one")]
    pub horizon: usize,
    /// Rows whose forecasts of every day ahead are wanted, the next, unknown day's row last; none where
    /// the horizon is one day. Not all rows: few are looked at, and all of them would be millions of
    /// numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub path_rows: Vec<u32>,
    pub network: NetworkConfig,
    pub optimizer: OptimizerConfig,
    pub batch: usize,
    pub epochs: usize,
    /// Stop after this many epochs without a better validation loss.
    pub patience: Option<usize>,
    /// Whether each epoch goes through the training rows in an order of its own.
    pub shuffle: bool,
    pub seed: u64,
    pub device: DeviceChoice,
    /// Whether the head starts at zero instead of drawn: the untrained network then forecasts the
    /// scaled target's zero, its mean, on every row.
    #[serde(default)]
    pub zero_head: bool,
    /// Flat parameters to start from instead of drawn ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub initial_parameters: Option<Vec<f32>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ToTrainer {
    /// Start afresh. `run` comes back in every answer, so that answers of an older run are ignored.
    Train { run: u32, job: Box<TrainingJob> },
    /// As `Train`, and every other second the state after an epoch comes back, as `[run, bytes]` and not
    /// as JSON, see [`crate::checkpoint`]. Sent as `[this, bytes]`, it goes on from the state in these.
    TrainKept { run: u32, job: Box<TrainingJob> },
    /// Stop at the next step; the model of that moment is evaluated.
    Stop { run: u32 },
    /// Go on with the stopped run.
    Resume { run: u32 },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeviceKind {
    Webgpu,
    Cpu,
}

/// The device a run is on, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeviceReport {
    pub kind: DeviceKind,
    /// The adapter's or the CPU path's name.
    pub adapter: String,
    /// One sentence for people: why this device.
    pub reason: String,
}

/// One finished epoch. Losses are means per sample in scaled units.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EpochReport {
    /// 1-based.
    pub epoch: usize,
    pub train_loss: f64,
    /// Of the validation rows, or of the test rows where there are none.
    pub validation_loss: f64,
    pub learning_rate: f64,
    /// Wall-clock milliseconds of the epoch.
    pub ms: f64,
    /// Training steps in the epoch.
    pub steps: usize,
}

/// The model at the end of a run or at a stop.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrainedModel {
    /// Scaled predictions for every row and, last, the next day: `[rows + 1]`.
    pub predictions: Vec<f32>,
    /// Scaled predictions of every day ahead: `[path_rows, horizon]`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paths: Vec<f32>,
    /// The epoch whose weights these are, 1-based; 0 for untrained weights.
    pub best_epoch: usize,
    pub total_ms: f64,
    pub steps: usize,
    pub ms_per_step: f64,
    /// GPU dispatches per training step as counted by the trainer; `None` on the CPU.
    pub dispatches_per_step: Option<f64>,
    /// The network's flat parameters.
    pub parameters: Vec<f32>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum FromTrainer {
    /// The trainer's first word: messages posted before it are lost.
    Ready {
        version: u32,
    },
    Started {
        run: u32,
        device: DeviceReport,
    },
    /// Within an epoch, a few times a second.
    Progress {
        run: u32,
        epoch: usize,
        step: usize,
        steps: usize,
        ms_per_step: f64,
    },
    Epoch {
        run: u32,
        report: EpochReport,
    },
    /// The run moved to another device; training goes on from the last finished epoch.
    DeviceChanged {
        run: u32,
        device: DeviceReport,
    },
    Stopped {
        run: u32,
        model: TrainedModel,
    },
    Finished {
        run: u32,
        model: TrainedModel,
    },
    /// One sentence: what happened and what to do next.
    Failed {
        run: u32,
        message: String,
    },
}
