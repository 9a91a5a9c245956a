//! The project's own training loop, natively.

use crate::workload::{BETA_1, BETA_2, DROPOUT, DeviceName, EPSILON, LEARNING_RATE, Workload};
use burn::tensor::Device;
use hindcast::cells::Cell;
use hindcast::forecast::settings::DeviceChoice;
use hindcast::protocol::{DeviceKind, EpochReport, NetworkConfig, OptimizerConfig, TrainingJob};
use hindcast::training::{Flow, Observer, Snapshot, StepProgress, Training};

/// Keeps the last epoch's report.
#[derive(Debug, Default)]
struct Recorder(Option<EpochReport>);

impl Observer for Recorder {
    async fn between_steps(&mut self, _progress: StepProgress) -> Flow {
        Flow::Continue
    }

    fn epoch_finished(&mut self, report: &EpochReport, _snapshot: &Snapshot) {
        self.0 = Some(report.clone());
    }
}

/// Trains one epoch of `steps` steps from new weights and returns the time it took, ms, with its end
/// (the losses read back, one row predicted), and the mean loss.
///
/// # Errors
/// If a size is out of bounds, the loss diverges or the device fails.
pub async fn epoch(
    workload: &Workload,
    device: &Device,
    steps: usize,
) -> Result<(f64, f64), String> {
    let kind = match workload.device {
        DeviceName::Cpu => DeviceKind::Cpu,
        DeviceName::Webgpu => DeviceKind::Webgpu,
    };
    let mut training = Training::new(job(workload, steps), kind, device.clone())
        .map_err(|error| format!("{error:?}"))?;
    let mut recorder = Recorder::default();
    training
        .run(&mut recorder)
        .await
        .map_err(|error| format!("{error:?}"))?;
    let report = recorder.0.ok_or("the epoch did not end")?;
    Ok((report.ms, report.train_loss))
}

fn job(workload: &Workload, steps: usize) -> TrainingJob {
    let rows = steps * workload.batch;
    let (inputs, targets) = workload.series(rows);
    TrainingJob {
        inputs,
        targets,
        window: workload.window,
        train_rows: (0..rows as u32).collect(),
        validation_rows: Vec::new(),
        test_rows: vec![0],
        horizon: 1,
        path_rows: Vec::new(),
        network: NetworkConfig {
            cell: Cell::Lstm.into(),
            features: 1,
            hidden: workload.hidden,
            layers: workload.layers,
            outputs: 1,
            dropout: DROPOUT,
        },
        optimizer: OptimizerConfig {
            learning_rate: LEARNING_RATE,
            beta_1: f64::from(BETA_1),
            beta_2: f64::from(BETA_2),
            epsilon: f64::from(EPSILON),
            decay: 0.1,
            decay_every: 40,
            clip_norm: None,
        },
        batch: workload.batch,
        epochs: 1,
        patience: None,
        shuffle: true,
        seed: 1,
        device: DeviceChoice::Auto,
        zero_head: false,
        forget_bias: 0.0,
        initial_parameters: None,
        rate_changes: Vec::new(),
    }
}
