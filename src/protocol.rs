//! What the page and the trainer (a Web Worker) say to each other, as JSON. No Burn types here, so
//! that neither side needs the other's dependencies.

mod crash;
mod failure;
mod reason;

pub use crash::Crash;
pub use failure::{BadJob, Size, SizeError, TrainingError};
pub use reason::DeviceReason;

use crate::cells::NetworkKind;
use serde::{Deserialize, Serialize};

/// Both sides must agree: a new page can meet an old cached trainer.
pub const PROTOCOL_VERSION: u32 = 9;

/// The network's shape. A recurrent one: Linear features→hidden, ReLU, `layers` × LSTM(hidden) or another
/// cell, the layers' last hidden states concatenated, dropout, Linear layers·hidden→outputs. A linear one
/// is Linear window·features→outputs alone: it has no `hidden`, `layers` and `dropout`, which are 0.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct NetworkConfig {
    #[serde(default, skip_serializing_if = "NetworkKind::is_usual")]
    pub cell: NetworkKind,
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
    /// What a forget gate's bias begins with, where the cell has one; the other biases begin at zero.
    #[serde(default)]
    pub forget_bias: f32,
    /// Flat parameters to start from instead of drawn ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub initial_parameters: Option<Vec<f32>>,
    /// Learning rates set by hand on the way, in the order of their steps. The schedule's decay goes
    /// on from each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rate_changes: Vec<RateChange>,
}

/// A learning rate that was set by hand while a run was going on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct RateChange {
    /// The epoch of the first step that it holds for, 1-based.
    pub epoch: usize,
    /// That step within its epoch, 1-based.
    pub step: usize,
    pub learning_rate: f64,
}

impl RateChange {
    /// Adds it to earlier changes of the same run. Of two before one step only the later one was ever
    /// trained at, and after a lost device steps are done again.
    pub fn add_to(self, changes: &mut Vec<Self>) {
        let place = |change: &Self| (change.epoch, change.step);
        changes.retain(|earlier| place(earlier) < place(&self));
        changes.push(self);
    }
}

/// How far a run goes before it pauses by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stretch {
    #[default]
    ToTheEnd,
    /// To the end of the epoch in progress, or of the next one.
    OneEpoch,
    /// One batch.
    OneStep,
}

/// What the page wants of a run beside its epochs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Watch {
    pub stretch: Stretch,
    /// Rows from this one on are predicted between epochs, a few times a second at most; see
    /// [`FromTrainer::Preview`].
    pub preview_from: Option<u32>,
    /// Every other second the state after an epoch comes back, as `[run, bytes]` and not as JSON: see
    /// [`crate::checkpoint`]. An order that is sent as `[order, bytes]` goes on from the state in these.
    pub keep_state: bool,
    /// Where it runs on the CPU.
    pub workers: Workers,
}

/// How many workers share a run's steps. Its result does not depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Workers {
    #[default]
    One,
    /// As many as are found to be fastest.
    Auto,
    Exactly(usize),
}

/// How many workers share a run's steps, and why so many.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Sharing {
    pub workers: usize,
    pub reason: SharingReason,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SharingReason {
    Asked,
    /// It was the fastest number: milliseconds of a step, and of one with one worker.
    Timed {
        ms: f64,
        alone_ms: f64,
    },
    /// One of them failed or did not answer.
    Gone,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ToTrainer {
    /// Start afresh. `run` comes back in every answer, so that answers of an older run are ignored.
    Train {
        run: u32,
        job: Box<TrainingJob>,
        #[serde(default)]
        watch: Watch,
    },
    /// Stop at the next step; the model of that moment is evaluated.
    Stop { run: u32 },
    /// Go on with the stopped run.
    Resume {
        run: u32,
        #[serde(default)]
        stretch: Stretch,
    },
    /// Train at this rate from the next step on; also while the run is stopped.
    SetLearningRate { run: u32, learning_rate: f64 },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeviceKind {
    Webgpu,
    Cpu,
}

/// The device that the visitor wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeviceChoice {
    #[default]
    Auto,
    Webgpu,
    Cpu,
}

/// The device a run is on, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeviceReport {
    pub kind: DeviceKind,
    /// The adapter's or the CPU path's name.
    pub adapter: String,
    /// Why this device.
    pub reason: DeviceReason,
}

/// One finished epoch. Losses are means per sample in scaled units.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EpochReport {
    /// 1-based.
    pub epoch: usize,
    pub train_loss: f64,
    /// Of the validation rows, or of the test rows where there are none.
    pub validation_loss: f64,
    /// Of the epoch's last step.
    pub learning_rate: f64,
    /// Wall-clock milliseconds of the epoch.
    pub ms: f64,
    /// Training steps in the epoch.
    pub steps: usize,
    /// Global L2 norm of all parameters after the epoch.
    #[serde(default)]
    pub weight_norm: Option<f64>,
    /// Mean over the epoch's steps of the gradient's global L2 norm, before clipping. `None` where it
    /// is no finite number.
    #[serde(default)]
    pub gradient_norm: Option<f64>,
}

/// What the network predicts in the middle of its training: to look at, never to judge by.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Preview {
    /// The epoch whose weights these are, 1-based.
    pub epoch: usize,
    /// The row of the first prediction; the others follow it.
    pub first_row: usize,
    /// Scaled predictions of the next day.
    pub predictions: Vec<f32>,
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
    /// Between two epochs, where [`Watch::preview_from`] asks for it.
    Preview {
        run: u32,
        preview: Preview,
    },
    /// The answer to [`ToTrainer::SetLearningRate`].
    LearningRateSet {
        run: u32,
        change: RateChange,
    },
    /// The run moved to another device; training goes on from the last finished epoch.
    DeviceChanged {
        run: u32,
        device: DeviceReport,
    },
    /// Other workers share the run's steps, or do so no longer.
    Shared {
        run: u32,
        sharing: Sharing,
    },
    Stopped {
        run: u32,
        model: TrainedModel,
    },
    Finished {
        run: u32,
        model: TrainedModel,
    },
    Failed {
        run: u32,
        error: TrainingError,
    },
}

impl FromTrainer {
    /// The run that it is about; `Ready` is about none.
    pub fn run(&self) -> Option<u32> {
        match self {
            Self::Ready { .. } => None,
            Self::Started { run, .. }
            | Self::Progress { run, .. }
            | Self::Epoch { run, .. }
            | Self::Preview { run, .. }
            | Self::LearningRateSet { run, .. }
            | Self::DeviceChanged { run, .. }
            | Self::Shared { run, .. }
            | Self::Stopped { run, .. }
            | Self::Finished { run, .. }
            | Self::Failed { run, .. } => Some(*run),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_know_nothing_of_watching_are_understood() {
        let resume: ToTrainer = serde_json::from_str(r#"{"Resume":{"run":3}}"#).unwrap();
        let expected = ToTrainer::Resume {
            run: 3,
            stretch: Stretch::ToTheEnd,
        };
        assert_eq!(resume, expected);
        let watch: Watch = serde_json::from_str("{}").unwrap();
        assert_eq!(watch, Watch::default());
        let epoch = r#"{"epoch":1,"train_loss":1.0,"validation_loss":1.0,"learning_rate":0.1,"ms":2.0,"steps":3}"#;
        let report: EpochReport = serde_json::from_str(epoch).unwrap();
        assert_eq!((report.weight_norm, report.gradient_norm), (None, None));
    }

    #[test]
    fn a_failure_survives_its_json() {
        for error in [
            TrainingError::Diverged { epoch: 3 },
            TrainingError::BadJob(BadJob::RowBeyond { rows: 7 }),
            TrainingError::Device("lost".into()),
            TrainingError::StoppedRunGone,
        ] {
            let word = FromTrainer::Failed { run: 1, error };
            let json = serde_json::to_string(&word).unwrap();
            assert_eq!(serde_json::from_str::<FromTrainer>(&json).unwrap(), word);
        }
    }
}
