//! A run that is watched: taken step by step, at rates set by hand, with its norms and previews.

use super::*;
use crate::cells::Cell;
use crate::lstm::adam::norm;

/// Everything about a finished run that must be the same however it was watched: its reports but for
/// the time they took, all weights and moments, and the model.
fn outcome(training: &Training, recorder: &Recorder) -> (Vec<EpochReport>, Snapshot, Vec<f32>) {
    let reports = recorder.reports.iter().map(|report| EpochReport {
        ms: 0.0,
        ..report.clone()
    });
    let model = block_on(training.model()).unwrap();
    (
        reports.collect(),
        training.snapshot.clone(),
        model.predictions,
    )
}

/// Stops after every so many steps and after every so many epochs.
struct Stepper {
    inner: Recorder,
    steps: usize,
    at_epochs: bool,
    preview_from: Option<u32>,
    previews: Vec<Preview>,
    /// Rates to set, by the number of the step before.
    rates: Vec<(usize, f64)>,
    changes: Vec<RateChange>,
}

impl Stepper {
    fn new(steps: usize, at_epochs: bool) -> Self {
        Self {
            inner: Recorder::default(),
            steps,
            at_epochs,
            preview_from: None,
            previews: Vec::new(),
            rates: Vec::new(),
            changes: Vec::new(),
        }
    }
}

impl Observer for Stepper {
    async fn between_steps(&mut self, progress: StepProgress) -> Flow {
        self.inner.between_steps(progress).await;
        let now = self.inner.steps;
        if let Some((_, rate)) = self.rates.iter().find(|(step, _)| *step == now) {
            return Flow::SetLearningRate(*rate);
        }
        match self.steps > 0 && now.is_multiple_of(self.steps) {
            true => Flow::Stop,
            false => Flow::Continue,
        }
    }
    fn epoch_finished(&mut self, report: &EpochReport, snapshot: &Snapshot) {
        self.inner.epoch_finished(report, snapshot);
    }
    fn stops_between_epochs(&mut self) -> bool {
        self.at_epochs
    }
    fn preview_from(&self) -> Option<u32> {
        self.preview_from
    }
    fn previewed(&mut self, preview: Preview) {
        self.previews.push(preview);
    }
    fn learning_rate_set(&mut self, change: RateChange) {
        self.changes.push(change);
    }
}

fn played_through(job: TrainingJob) -> (Vec<EpochReport>, Snapshot, Vec<f32>) {
    let mut recorder = Recorder::default();
    let mut training = on_cpu(job);
    block_on(training.run(&mut recorder)).unwrap();
    outcome(&training, &recorder)
}

#[test]
fn single_steps_and_single_epochs_end_where_playing_through_does_to_the_last_bit() {
    let whole = played_through(sine_job());
    // 4 steps an epoch, 4 epochs: 16 single steps, of which the last of all ends the run; 8 pairs;
    // steps that do not divide an epoch; 4 single epochs.
    for (steps, at_epochs, stops) in [(1, false, 16), (2, false, 8), (3, false, 5), (0, true, 3)] {
        let mut stepper = Stepper::new(steps, at_epochs);
        let mut training = on_cpu(sine_job());
        let mut stopped = 0;
        while block_on(training.run(&mut stepper)).unwrap() == Outcome::Stopped {
            stopped += 1;
            // A pause is judged, which must leave no trace.
            block_on(training.model()).unwrap();
        }
        assert_eq!(stopped, stops, "every {steps} steps, epochs: {at_epochs}");
        assert_eq!(outcome(&training, &stepper.inner), whole);
    }
}

#[test]
fn previews_change_nothing_and_are_what_the_weights_of_their_epoch_predict() {
    let mut stepper = Stepper::new(0, true);
    stepper.preview_from = Some(100);
    let mut training = on_cpu(sine_job());
    block_on(training.run(&mut stepper)).unwrap();
    // The untrained network's; and none where the run stops: its model follows.
    let epochs: Vec<usize> = stepper.previews.iter().map(|it| it.epoch).collect();
    assert_eq!(epochs, [0]);
    let untrained = block_on(on_cpu(sine_job()).model()).unwrap();
    let pairs = stepper.previews[0]
        .predictions
        .iter()
        .zip(&untrained.predictions[100..]);
    for (line, predicted) in pairs {
        assert!((line - predicted).abs() < 1e-6, "{line} {predicted}");
    }
    // Half a second of training would take long here: the clock is turned back instead.
    training.preview_pace.start();
    assert!(
        block_on(training.preview_if_due(Some(100)))
            .unwrap()
            .is_none()
    );
    training.preview_pace = PreviewPace::long_ago();
    let preview = block_on(training.preview_if_due(Some(100)))
        .unwrap()
        .unwrap();
    assert_eq!((preview.epoch, preview.first_row), (1, 100));
    let model = block_on(training.model()).unwrap();
    assert_eq!(preview.predictions.len(), 60);
    let pairs = preview.predictions.iter().zip(&model.predictions[100..]);
    for (so_far, predicted) in pairs {
        assert!((so_far - predicted).abs() < 1e-6, "{so_far} {predicted}");
    }
    training.preview_pace = PreviewPace::long_ago();
    for none in [None, Some(160), Some(999)] {
        assert!(block_on(training.preview_if_due(none)).unwrap().is_none());
    }
    stepper.at_epochs = false;
    block_on(training.run(&mut stepper)).unwrap();
    assert_eq!(stepper.previews.len(), 1);
    assert_eq!(
        outcome(&training, &stepper.inner),
        played_through(sine_job())
    );
}

#[test]
fn a_rate_set_by_hand_is_part_of_the_job_from_then_on() {
    // After the 6th step, the second of the second epoch; and after the last of the third.
    let mut stepper = Stepper::new(0, false);
    stepper.rates = vec![(6, 0.002), (12, 0.05)];
    let mut training = on_cpu(sine_job());
    block_on(training.run(&mut stepper)).unwrap();
    let change = |epoch, step, learning_rate| RateChange {
        epoch,
        step,
        learning_rate,
    };
    let changes = vec![change(2, 3, 0.002), change(4, 1, 0.05)];
    assert_eq!(stepper.changes, changes);
    let rates: Vec<f64> = stepper
        .inner
        .reports
        .iter()
        .map(|report| report.learning_rate)
        .collect();
    assert_eq!(rates, [0.01, 0.002, 0.002, 0.05]);
    assert_eq!(training.job().rate_changes, changes);

    // A job that has them from the start is the same run; one without is not.
    let told = TrainingJob {
        rate_changes: changes,
        ..sine_job()
    };
    let by_hand = outcome(&training, &stepper.inner);
    assert_eq!(played_through(told.clone()), by_hand);
    assert_ne!(played_through(sine_job()).1, by_hand.1);

    // From the snapshot after the first epoch, as after a lost device.
    let mut rest = Recorder::default();
    let snapshot = stepper.inner.snapshots[0].clone();
    let mut resumed =
        Training::from_snapshot(told, snapshot, DeviceKind::Cpu, Device::flex()).unwrap();
    block_on(resumed.run(&mut rest)).unwrap();
    assert_eq!(resumed.snapshot, by_hand.1);
}

#[test]
fn a_rate_set_in_a_pause_holds_from_the_next_step_and_the_last_word_counts() {
    let mut training = on_cpu(sine_job());
    let mut broken = Recorder {
        stop_after_steps: Some(6),
        ..Recorder::default()
    };
    block_on(training.run(&mut broken)).unwrap();
    training.set_learning_rate(0.5);
    let change = training.set_learning_rate(0.003);
    assert_eq!((change.epoch, change.step), (2, 3));
    assert_eq!(training.job().rate_changes, [change]);
    block_on(training.run(&mut broken)).unwrap();
    assert_eq!(broken.reports[1].learning_rate, 0.003);
}

#[test]
fn norms_are_of_the_weights_after_the_epoch_and_of_its_gradients_before_clipping() {
    // One batch an epoch and no dropout, so that the gradient of an epoch is that of all its rows.
    let job = TrainingJob {
        batch: 110,
        epochs: 2,
        network: NetworkConfig {
            cell: Cell::Lstm.into(),
            dropout: 0.0,
            ..sine_job().network
        },
        optimizer: OptimizerConfig {
            clip_norm: Some(1e-3),
            ..sine_job().optimizer
        },
        ..sine_job()
    };
    let mut recorder = Recorder::default();
    let mut training = on_cpu(job.clone());
    let start = training.snapshot.parameters.clone();
    block_on(training.run(&mut recorder)).unwrap();
    let before = [&start, &recorder.snapshots[0].parameters];
    for ((report, snapshot), before) in recorder.reports.iter().zip(&recorder.snapshots).zip(before)
    {
        assert_eq!(report.weight_norm, Some(norm(&snapshot.parameters)));
        let rows = row_numbers(&epoch_order(&job, report.epoch), &training.device);
        let (_, gradient) = training.data.gradient(
            &floats(before, &training.device),
            &rows,
            training.batch_spec(0, 110),
        );
        let expected = norm(&gradient.into_data().try_into_vec::<f32>().unwrap());
        let told = report.gradient_norm.unwrap();
        assert!(told > 1e-3, "clipped: {told}");
        assert!((told / expected - 1.0).abs() < 1e-6, "{told} {expected}");
    }
}
