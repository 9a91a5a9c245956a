//! The loop on the CPU device: repeatable, stoppable, able to go on elsewhere, and able to learn.

mod shared;
mod watched;

use super::*;
use crate::cells::{Cell, Linear};
use crate::forecast::settings::DeviceChoice;
use crate::lstm::cpu::{CpuNetwork, Rows};
use crate::protocol::{NetworkConfig, OptimizerConfig, Size, SizeError};

/// Polls a future that never waits for anything outside this thread.
fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = std::pin::pin!(future);
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    loop {
        if let std::task::Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}

/// Collects reports and stops after a number of steps, if asked to.
#[derive(Default)]
struct Recorder {
    reports: Vec<EpochReport>,
    snapshots: Vec<Snapshot>,
    steps: usize,
    stop_after_steps: Option<usize>,
}

impl Observer for Recorder {
    async fn between_steps(&mut self, _progress: StepProgress) -> Flow {
        self.steps += 1;
        if self.stop_after_steps == Some(self.steps) {
            Flow::Stop
        } else {
            Flow::Continue
        }
    }
    fn epoch_finished(&mut self, report: &EpochReport, snapshot: &Snapshot) {
        self.reports.push(report.clone());
        self.snapshots.push(snapshot.clone());
    }
}

impl Recorder {
    fn losses(&self) -> Vec<(f64, f64)> {
        self.reports
            .iter()
            .map(|report| (report.train_loss, report.validation_loss))
            .collect()
    }
}

/// A pure sine: what comes next follows from the window.
pub(super) fn sine_job() -> TrainingJob {
    let window = 8;
    let rows = 160;
    let value = |i: usize| (i as f32 * 0.4).sin();
    TrainingJob {
        inputs: (0..rows + window).map(value).collect(),
        targets: (0..rows).map(|row| value(row + window)).collect(),
        window,
        train_rows: (0..110).collect(),
        validation_rows: (110..130).collect(),
        test_rows: (130..160).collect(),
        horizon: 1,
        path_rows: Vec::new(),
        network: NetworkConfig {
            cell: Cell::Lstm.into(),
            features: 1,
            hidden: 12,
            layers: 2,
            outputs: 1,
            dropout: 0.1,
        },
        optimizer: OptimizerConfig {
            learning_rate: 0.01,
            beta_1: 0.9,
            beta_2: 0.98,
            epsilon: 1e-9,
            decay: 0.1,
            decay_every: 40,
            clip_norm: Some(1.0),
        },
        batch: 32,
        epochs: 4,
        patience: None,
        shuffle: true,
        seed: 3,
        zero_head: false,
        forget_bias: 0.0,
        initial_parameters: None,
        rate_changes: Vec::new(),
        device: DeviceChoice::Cpu,
    }
}

fn on_cpu(job: TrainingJob) -> Training {
    Training::new(job, DeviceKind::Cpu, Device::flex()).unwrap()
}

#[test]
fn the_same_seed_gives_the_same_losses_to_the_last_bit() {
    let run = || {
        let mut recorder = Recorder::default();
        block_on(on_cpu(sine_job()).run(&mut recorder)).unwrap();
        recorder.losses()
    };
    assert_eq!(run(), run());
}

#[test]
fn stopping_and_going_on_changes_nothing() {
    let mut whole = Recorder::default();
    block_on(on_cpu(sine_job()).run(&mut whole)).unwrap();

    let mut broken = Recorder {
        stop_after_steps: Some(6),
        ..Recorder::default()
    };
    let mut training = on_cpu(sine_job());
    assert_eq!(
        block_on(training.run(&mut broken)).unwrap(),
        Outcome::Stopped
    );
    assert_eq!(broken.reports.len(), 1); // 4 steps an epoch: stopped in the second
    assert_eq!(
        block_on(training.run(&mut broken)).unwrap(),
        Outcome::Finished
    );
    assert_eq!(broken.losses(), whole.losses());
}

#[test]
fn a_run_goes_on_from_a_snapshot_as_if_nothing_had_happened() {
    let mut whole = Recorder::default();
    let mut training = on_cpu(sine_job());
    block_on(training.run(&mut whole)).unwrap();

    let mut rest = Recorder::default();
    let snapshot = whole.snapshots[1].clone();
    let mut resumed =
        Training::from_snapshot(sine_job(), snapshot, DeviceKind::Cpu, Device::flex()).unwrap();
    block_on(resumed.run(&mut rest)).unwrap();
    assert_eq!(rest.losses(), whole.losses()[2..]);
    assert_eq!(
        block_on(resumed.model()).unwrap().predictions,
        block_on(training.model()).unwrap().predictions
    );
}

#[test]
fn it_learns_a_sine() {
    let mut recorder = Recorder::default();
    let job = TrainingJob {
        epochs: 60,
        network: NetworkConfig {
            cell: Cell::Lstm.into(),
            dropout: 0.0,
            ..sine_job().network
        },
        ..sine_job()
    };
    let mut training = on_cpu(job);
    block_on(training.run(&mut recorder)).unwrap();
    let model = block_on(training.model()).unwrap();
    let job = training.job();
    let test_error = mean(job.test_rows.iter().map(|row| {
        let error = f64::from(model.predictions[*row as usize] - job.targets[*row as usize]);
        error * error
    }));
    // The variance of a sine is 0.5: the mean would score that.
    assert!(test_error < 0.005, "{test_error}");
    assert_eq!(model.predictions.len(), job.targets.len() + 1);
}

#[test]
fn linear_networks_learn_a_sine_from_zero_by_the_same_loop() {
    for linear in Linear::ALL.iter().copied() {
        let job = TrainingJob {
            epochs: 200,
            zero_head: true,
            network: NetworkConfig {
                cell: linear.into(),
                hidden: 0,
                layers: 0,
                dropout: 0.0,
                ..sine_job().network
            },
            ..sine_job()
        };
        let mut recorder = Recorder::default();
        let mut training = on_cpu(job);
        block_on(training.run(&mut recorder)).unwrap();
        let model = block_on(training.model()).unwrap();
        let job = training.job();
        assert_eq!(model.parameters.len(), job.window + 1);
        let test_error = mean(job.test_rows.iter().map(|row| {
            let error = f64::from(model.predictions[*row as usize] - job.targets[*row as usize]);
            error * error
        }));
        // x_(t+1) = 2 cos(0.4) x_t − x_(t−1): a linear network can say it exactly.
        assert!(test_error < 1e-3, "{linear:?}: {test_error}");
    }
}

#[test]
fn the_best_epoch_is_kept_and_patience_ends_the_run() {
    // Targets of the validation rows are noise unrelated to the window, so it soon stops improving.
    let mut job = sine_job();
    for row in 110..130 {
        job.targets[row] = if row % 2 == 0 { 3.0 } else { -3.0 };
    }
    let mut training = on_cpu(TrainingJob {
        epochs: 200,
        patience: Some(5),
        ..job
    });
    let mut recorder = Recorder::default();
    block_on(training.run(&mut recorder)).unwrap();
    let losses: Vec<f64> = recorder
        .reports
        .iter()
        .map(|report| report.validation_loss)
        .collect();
    let best = losses
        .iter()
        .enumerate()
        .min_by(|a, b| a.1.total_cmp(b.1))
        .unwrap()
        .0;
    assert_eq!(losses.len(), best + 1 + 5);
    assert_eq!(block_on(training.model()).unwrap().best_epoch, best + 1);
}

#[test]
fn the_untrained_network_competes_as_epoch_0_where_rows_choose() {
    // Validation rows that no epoch can forecast: their targets go the other way round.
    let mut job = TrainingJob {
        zero_head: true,
        epochs: 30,
        patience: Some(3),
        ..sine_job()
    };
    for row in 110..130 {
        job.targets[row] = -job.targets[row];
    }
    let mut training = on_cpu(job.clone());
    let mut recorder = Recorder::default();
    block_on(training.run(&mut recorder)).unwrap();
    let model = block_on(training.model()).unwrap();
    assert_eq!((recorder.reports.len(), model.best_epoch), (3, 0));
    assert!(
        model
            .predictions
            .iter()
            .all(|prediction| *prediction == 0.0)
    );

    // Without rows to choose by, the last epoch's weights stay.
    job.validation_rows = Vec::new();
    let mut training = on_cpu(job);
    block_on(training.run(&mut Recorder::default())).unwrap();
    let model = block_on(training.model()).unwrap();
    assert_eq!(model.best_epoch, 30);
    assert!(
        model
            .predictions
            .iter()
            .any(|prediction| *prediction != 0.0)
    );
}

#[test]
fn a_diverging_run_is_an_error() {
    let mut job = sine_job();
    job.optimizer.learning_rate = 1e30;
    job.optimizer.clip_norm = None;
    let error = block_on(on_cpu(job).run(&mut Recorder::default())).unwrap_err();
    assert!(matches!(error, TrainingError::Diverged { .. }), "{error:?}");
}

/// The sine's job for three days ahead, forecast from these rows.
fn three_days(outputs: usize) -> TrainingJob {
    let job = sine_job();
    let rows = job.targets.len();
    let known = |place: usize| job.targets.get(place).copied().unwrap_or(0.0);
    TrainingJob {
        targets: (0..rows)
            .flat_map(|row| (0..outputs).map(move |day| row + day))
            .map(known)
            .collect(),
        train_rows: (0..108).collect(),
        validation_rows: (110..128).collect(),
        test_rows: (130..158).collect(),
        horizon: 3,
        path_rows: (130..=160).collect(),
        network: NetworkConfig {
            cell: Cell::Lstm.into(),
            outputs,
            dropout: 0.0,
            ..job.network
        },
        epochs: 60,
        ..job
    }
}

#[test]
fn a_recursive_forecast_reads_its_own_predictions() {
    let job = three_days(1);
    let mut training = on_cpu(job.clone());
    block_on(training.run(&mut Recorder::default())).unwrap();
    let model = block_on(training.model()).unwrap();
    assert_eq!(model.predictions.len(), 161);
    assert_eq!(model.paths.len(), 31 * 3);
    let layout = Layout::new(&job.network, job.window);
    assert_eq!(model.parameters.len(), layout.len());
    let mut kernel = CpuNetwork::new(&job.network, job.window);
    for (row, path) in job.path_rows.iter().zip(model.paths.chunks(3)) {
        let row = *row as usize;
        assert_eq!(path[0], model.predictions[row]);
        // One row alone, its window and its own forecasts one after another.
        let mut known = job.inputs[row..row + job.window].to_vec();
        for (day, forecast) in path.iter().enumerate() {
            let mut out = [0.0];
            let rows = Rows {
                inputs: &known,
                rows: &[day as u32],
            };
            kernel.predict(&model.parameters, rows, &mut out);
            assert!((out[0] - forecast).abs() < 1e-6, "{row} {day}");
            known.push(*forecast);
        }
    }
}

#[test]
fn direct_and_recursive_both_learn_a_sine_three_days_ahead() {
    for outputs in [1, 3] {
        let job = three_days(outputs);
        let value = |day: usize| ((day as f32) * 0.4).sin();
        let mut training = on_cpu(job.clone());
        let mut recorder = Recorder::default();
        block_on(training.run(&mut recorder)).unwrap();
        let model = block_on(training.model()).unwrap();
        assert_eq!(model.predictions.len(), 161);
        for day in 0..3 {
            let errors = job.path_rows.iter().zip(model.paths.chunks(3));
            let error = mean(errors.map(|(row, path)| {
                let happens = value(*row as usize + job.window + day);
                f64::from((path[day] - happens).powi(2))
            }));
            // The sine's own variance is a half.
            assert!(error < 0.05, "{outputs} outputs, day {day}: {error}");
        }
        // The shown losses are means over rows and outputs: of the watched rows, by hand.
        let watched = job.validation_rows.iter().map(|row| *row as usize);
        let by_hand = mean(watched.flat_map(|row| {
            let targets = &job.targets[row * outputs..][..outputs];
            let state = &training;
            let rows = row_numbers(&[row as u32], &state.device);
            let spec = state.batch_spec(0, 1);
            let said = state.data.predict(&state.state.parameters, &rows, spec);
            let said = said.into_data().try_into_vec::<f32>().unwrap();
            let errors = said.into_iter().zip(targets.to_vec());
            errors.map(|(said, target)| f64::from((said - target).powi(2)))
        }));
        let shown = recorder.losses().last().unwrap().1;
        assert!((shown - by_hand).abs() < 1e-6, "{shown} {by_hand}");
    }
}

#[test]
fn jobs_that_do_not_fit_are_refused() {
    for (outputs, horizon) in [(1, 0), (2, 3), (3, 1)] {
        let job = TrainingJob {
            horizon,
            ..three_days(outputs)
        };
        assert!(Training::new(job, DeviceKind::Cpu, Device::flex()).is_err());
    }
    let job = TrainingJob {
        path_rows: vec![161],
        ..three_days(3)
    };
    assert!(Training::new(job, DeviceKind::Cpu, Device::flex()).is_err());
    let job = TrainingJob {
        batch: 0,
        ..sine_job()
    };
    let refused = Training::new(job, DeviceKind::Cpu, Device::flex()).map(|_| ());
    assert!(matches!(
        refused,
        Err(TrainingError::Size(SizeError {
            size: Size::Batch,
            ..
        }))
    ));
    let job = TrainingJob {
        test_rows: vec![160],
        ..sine_job()
    };
    assert!(Training::new(job, DeviceKind::Cpu, Device::flex()).is_err());
    let job = TrainingJob {
        inputs: vec![0.0; 5],
        ..sine_job()
    };
    assert!(Training::new(job, DeviceKind::Cpu, Device::flex()).is_err());
}

#[test]
fn an_interrupted_run_goes_on_from_its_bytes_to_the_last_bit() {
    // Noise in the validation rows: the best epoch comes early, and patience ends the run.
    let mut job = TrainingJob {
        epochs: 30,
        patience: Some(4),
        ..sine_job()
    };
    for row in 110..130 {
        job.targets[row] = if row % 2 == 0 { 3.0 } else { -3.0 };
    }
    let mut whole = Recorder::default();
    let mut uninterrupted = on_cpu(job.clone());
    block_on(uninterrupted.run(&mut whole)).unwrap();
    let model = block_on(uninterrupted.model()).unwrap();
    let epochs = whole.reports.len();
    assert!((4..30).contains(&epochs), "{epochs}");

    for after in [1, 3, epochs - 1, epochs] {
        let reports = &whole.reports[..after];
        let bytes = whole.snapshots[after - 1].to_checkpoint(reports).to_bytes();
        let read = crate::checkpoint::Checkpoint::from_bytes(&bytes).unwrap();
        let mut resumed =
            Training::from_checkpoint(job.clone(), read, DeviceKind::Cpu, Device::flex()).unwrap();
        let mut rest = Recorder::default();
        let outcome = block_on(resumed.run(&mut rest)).unwrap();
        assert_eq!(outcome, Outcome::Finished);
        assert_eq!(rest.losses(), whole.losses()[after..]);
        assert_eq!(rest.snapshots, whole.snapshots[after..]);
        let again = block_on(resumed.model()).unwrap();
        assert_eq!(again.parameters, model.parameters);
        assert_eq!(again.predictions, model.predictions);
        assert_eq!(
            (again.best_epoch, again.steps),
            (model.best_epoch, model.steps)
        );
    }
}

#[test]
fn a_state_of_another_network_is_refused() {
    let mut recorder = Recorder::default();
    block_on(on_cpu(sine_job()).run(&mut recorder)).unwrap();
    let state = recorder.snapshots[0].to_checkpoint(&recorder.reports[..1]);
    let mut wider = sine_job();
    wider.network.hidden = 16;
    let mut unvalidated = sine_job();
    unvalidated.validation_rows.clear();
    for other in [wider, unvalidated] {
        let refused =
            Training::from_checkpoint(other, state.clone(), DeviceKind::Cpu, Device::flex());
        let error = refused.map(|_| ()).unwrap_err();
        assert!(
            matches!(
                error,
                TrainingError::BadJob(BadJob::KeptStateOfAnother { .. })
            ),
            "{error:?}"
        );
    }
}
