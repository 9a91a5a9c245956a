//! The run's transitions, and the story of each path where a screen easily goes wrong.

use super::*;
use crate::forecast::Settings;
use crate::forecast::baselines::ByBaseline;
use crate::forecast::calibration::CalibratedOn;
use crate::forecast::diebold_mariano::DieboldMariano;
use crate::forecast::evaluation::{
    EvaluationError, IntervalMethod, IntervalSummary, NextDay, ScoreTable, Scores, Verdict,
};
use crate::lab::event::Crash;
use crate::lab::notice::{Message, Offer};
use crate::lab::training::message::Loss;
use crate::market::Source;
use crate::market::world::{WorldKind, generate};
use crate::protocol::{DeviceKind, DeviceReason, TrainingError};

mod endings;
mod speed;
mod splits;
mod watched;

const EPOCHS: usize = 10;

fn experiment() -> Experiment {
    Experiment {
        settings: Settings {
            epochs: EPOCHS,
            ..Settings::default()
        },
        ..Experiment::default()
    }
}

fn prices(seed: u64) -> Arc<Prices> {
    Arc::new(generate(WorldKind::RandomWalk, seed, 200))
}

fn device(kind: DeviceKind) -> DeviceReport {
    DeviceReport {
        kind,
        adapter: "test".into(),
        reason: DeviceReason::GpuLost {
            why: "unplugged".into(),
            from_epoch: Some(3),
        },
    }
}

fn model() -> TrainedModel {
    TrainedModel {
        predictions: vec![0.0; 4],
        parameters: Vec::new(),
        paths: Vec::new(),
        best_epoch: 2,
        total_ms: 80.0,
        steps: 8,
        ms_per_step: 10.0,
        dispatches_per_step: None,
    }
}

/// An evaluation that can be told from others by its rMAE.
fn evaluation(rmae: f64) -> Arc<Evaluation> {
    let scores = Scores {
        mae: 1.0,
        rmse: 1.0,
        mape: 1.0,
        rmae,
        r2_out_of_sample: 0.0,
        directional_accuracy: 0.5,
        directional_low: 0.4,
        directional_high: 0.6,
    };
    Arc::new(Evaluation {
        scores: ScoreTable {
            model: scores.clone(),
            baselines: ByBaseline::of(|_| scores.clone()),
            best_possible: None,
            always_up: 0.5,
        },
        verdict: Verdict::new(
            rmae,
            DieboldMariano {
                statistic: 0.0,
                p_value: 1.0,
            },
        ),
        directions: None,
        interval: IntervalSummary {
            method: IntervalMethod::Split,
            level: 0.8,
            coverage: 0.8,
            mean_width: 1.0,
            log_half_width: 0.01,
            calibrated_on: CalibratedOn::Validation { rows: 9 },
        },
        intervals: Vec::new(),
        horizons: Vec::new(),
        bands: Vec::new(),
        against_label: None,
        looks_ahead: false,
        forecast: NextDay {
            after_date: "2024-01-02".parse().expect("a date"),
            last_price: 100.0,
            price: 100.0,
            low: 99.0,
            high: 101.0,
            path: Vec::new(),
        },
        predictions: Vec::new(),
    })
}

fn train(id: u32) -> Event {
    let experiment = experiment();
    let dataset = Dataset::new(&prices(1).series, &experiment.settings).expect("enough rows");
    Event::TrainStarted {
        run: id,
        experiment,
        dataset: Arc::new(dataset),
    }
}

fn started(run: u32) -> Event {
    Event::Trainer(FromTrainer::Started {
        run,
        device: device(DeviceKind::Webgpu),
    })
}

fn epoch(run: u32, epoch: usize) -> Event {
    Event::Trainer(FromTrainer::Epoch {
        run,
        report: EpochReport {
            epoch,
            train_loss: 1.0 / epoch as f64,
            validation_loss: 1.0,
            learning_rate: 0.001,
            ms: 400.0,
            steps: 4,
            weight_norm: None,
            gradient_norm: None,
        },
    })
}

fn progress(run: u32, epoch: usize, step: usize, ms_per_step: f64) -> Event {
    Event::Trainer(FromTrainer::Progress {
        run,
        epoch,
        step,
        steps: 4,
        ms_per_step,
    })
}

fn stopped(run: u32) -> Event {
    let model = model();
    Event::Trainer(FromTrainer::Stopped { run, model })
}

fn finished(run: u32) -> Event {
    let model = model();
    Event::Trainer(FromTrainer::Finished { run, model })
}

fn failed(run: u32) -> Event {
    let error = TrainingError::Diverged { epoch: 3 };
    Event::Trainer(FromTrainer::Failed { run, error })
}

fn evaluated(run: u32, rmae: f64) -> Event {
    let evaluation = evaluation(rmae);
    Event::Evaluated { run, evaluation }
}

fn load_failed() -> Event {
    let notice = Notice::error(TrainingMessage::NoPrices);
    Event::LoadFailed(notice.with_offer(Offer::LoadWeekly))
}

fn crashed() -> Event {
    Event::TrainerLost(lost())
}

fn lost() -> TrainingMessage {
    TrainingMessage::TrainerLost {
        crash: Crash::OutOfMemory,
        loss: Loss::Nothing,
    }
}

fn stop_requested() -> Event {
    Event::StopRequested { at_ms: 5.0 }
}

/// A run after these events.
fn after(events: impl IntoIterator<Item = Event>) -> Run {
    let mut run = Run::new(experiment());
    for event in events {
        run.apply(event);
    }
    run
}

/// The shortest way into each phase.
fn in_phase(phase: Phase) -> Run {
    let ready = || Event::Loaded(prices(1));
    let run = match phase {
        Phase::Empty => after([]),
        Phase::Loading => after([Event::LoadStarted]),
        Phase::Ready => after([ready()]),
        Phase::Training => after([ready(), train(1), started(1), epoch(1, 1)]),
        Phase::Done => after([
            ready(),
            train(1),
            epoch(1, 1),
            finished(1),
            evaluated(1, 1.0),
        ]),
        Phase::Stopped => after([
            ready(),
            train(1),
            epoch(1, 1),
            stopped(1),
            evaluated(1, 1.0),
        ]),
        Phase::Failed => after([ready(), train(1), epoch(1, 1), failed(1)]),
    };
    assert_eq!(run.phase, phase);
    run
}

const PHASES: [Phase; 7] = [
    Phase::Empty,
    Phase::Loading,
    Phase::Ready,
    Phase::Training,
    Phase::Done,
    Phase::Stopped,
    Phase::Failed,
];

/// What is said, and how.
fn said(run: &Run) -> Option<(NoticeKind, &Message)> {
    let notice = run.notice.as_ref();
    notice.map(|notice| (notice.kind, &notice.message))
}

#[test]
fn every_event_leads_from_every_phase_to_the_right_one() {
    use Phase::{Done, Empty, Failed, Loading, Ready, Stopped, Training};
    // Columns: what the event makes of a run that is …
    //                          Empty    Loading  Ready     Training  Done      Stopped   Failed
    let table: Vec<(&str, Event, [Phase; 7])> = vec![
        (
            "load",
            Event::LoadStarted,
            [
                Loading, Loading, Loading, Training, Loading, Loading, Loading,
            ],
        ),
        (
            "new prices",
            Event::Loaded(prices(2)),
            [Ready, Ready, Ready, Training, Ready, Ready, Ready],
        ),
        (
            "no prices",
            load_failed(),
            [Empty, Empty, Ready, Training, Done, Stopped, Failed],
        ),
        (
            "train",
            train(2),
            [
                Empty, Loading, Training, Training, Training, Training, Training,
            ],
        ),
        (
            "resume",
            Event::ResumeStarted { run: 1 },
            [Empty, Loading, Ready, Training, Done, Training, Failed],
        ),
        (
            "resume of another run",
            Event::ResumeStarted { run: 9 },
            [Empty, Loading, Ready, Training, Done, Stopped, Failed],
        ),
        (
            "ask to stop",
            stop_requested(),
            [Empty, Loading, Ready, Training, Done, Stopped, Failed],
        ),
        (
            "a model, not evaluated yet",
            finished(1),
            [Empty, Loading, Ready, Training, Done, Stopped, Failed],
        ),
        (
            "an evaluation nobody waits for",
            evaluated(1, 0.5),
            [Empty, Loading, Ready, Training, Done, Stopped, Failed],
        ),
        (
            "failure",
            failed(1),
            [Empty, Loading, Ready, Failed, Done, Stopped, Failed],
        ),
        (
            "failure of another run",
            failed(9),
            [Empty, Loading, Ready, Training, Done, Stopped, Failed],
        ),
        (
            "crash",
            crashed(),
            [Empty, Loading, Ready, Failed, Done, Stopped, Failed],
        ),
        (
            "settings",
            Event::ExperimentChanged(experiment()),
            [Empty, Loading, Ready, Training, Done, Stopped, Failed],
        ),
    ];
    for (name, event, expected) in table {
        for (from, to) in PHASES.into_iter().zip(expected) {
            let mut run = in_phase(from);
            run.apply(event.clone());
            assert_eq!(run.phase, to, "{name} in {}", from.as_str());
        }
    }
}

#[test]
fn what_can_be_done_follows_the_phase() {
    // (phase, something may begin, stop, go on)
    let table = [
        (Phase::Empty, true, false, false),
        (Phase::Loading, false, false, false),
        (Phase::Ready, true, false, false),
        (Phase::Training, false, true, false),
        (Phase::Done, true, false, false),
        (Phase::Stopped, true, false, true),
        (Phase::Failed, true, false, false),
    ];
    for (phase, begin, stop, go_on) in table {
        let run = in_phase(phase);
        let can = (run.is_settled(), run.can_stop(), run.has_steps_to_come());
        assert_eq!(can, (begin, stop, go_on), "{}", phase.as_str());
    }
}

#[test]
fn a_load_that_fails_leaves_results_prices_and_settings() {
    let before = in_phase(Phase::Done);
    let mut run = before.clone();
    run.apply(Event::LoadStarted);
    assert_eq!(run.phase, Phase::Loading);
    assert!(run.evaluation.is_some());
    run.apply(load_failed());
    let notice = run.notice.take().expect("a notice");
    assert_eq!(notice.kind, NoticeKind::Error);
    assert_eq!(notice.offer, Some(Offer::LoadWeekly));
    run.before_loading = before.before_loading;
    assert_eq!(run, before);
}

#[test]
fn a_load_that_fails_twice_still_leads_back() {
    let mut run = in_phase(Phase::Stopped);
    for event in [
        Event::LoadStarted,
        load_failed(),
        Event::LoadStarted,
        load_failed(),
    ] {
        run.apply(event);
    }
    assert!(run.has_steps_to_come());
}

#[test]
fn new_prices_clear_the_results_of_the_old_ones() {
    let mut run = in_phase(Phase::Stopped);
    run.apply(Event::LoadStarted);
    run.apply(Event::Loaded(prices(2)));
    assert_eq!(run.phase, Phase::Ready);
    assert_eq!(run.prices, Some(prices(2)));
    assert_eq!(run.evaluation, None);
    assert_eq!(run.model, None);
    assert_eq!(run.trained, None);
    assert_eq!(run.device, None);
    assert!(run.epochs.is_empty());
    // What the old run's trainer still says has no place to go.
    run.apply(evaluated(1, 0.5));
    run.apply(Event::ResumeStarted { run: 1 });
    assert_eq!(run.phase, Phase::Ready);
    assert_eq!(run.evaluation, None);
}

#[test]
fn the_same_prices_once_more_keep_their_results() {
    let mut run = in_phase(Phase::Done);
    run.apply(Event::LoadStarted);
    run.apply(Event::Loaded(prices(1)));
    assert_eq!(run.phase, Phase::Done);
    assert!(run.evaluation.is_some());
}

#[test]
fn words_of_an_older_run_are_not_heard_in_the_new_one() {
    // Stopped, then trained afresh, while messages of run 1 are still on their way.
    let mut run = in_phase(Phase::Stopped);
    run.apply(train(2));
    assert_eq!(run.id, 2);
    let fresh = run.clone();
    assert!(fresh.epochs.is_empty() && fresh.evaluation.is_none());
    for late in [
        started(1),
        progress(1, 5, 1, 3.0),
        epoch(1, 5),
        stopped(1),
        finished(1),
        failed(1),
        evaluated(1, 0.1),
        Event::Trainer(FromTrainer::DeviceChanged {
            run: 1,
            device: device(DeviceKind::Cpu),
        }),
    ] {
        run.apply(late.clone());
        assert_eq!(run, fresh, "{late:?}");
    }
}

#[test]
fn an_epoch_done_again_replaces_itself_and_what_followed() {
    let mut run = in_phase(Phase::Training);
    for number in [2, 3, 2] {
        run.apply(epoch(1, number));
    }
    let numbers: Vec<_> = run.epochs.iter().map(|report| report.epoch).collect();
    assert_eq!(numbers, [1, 2]);
}

#[test]
fn settings_changed_in_training_do_not_touch_the_run() {
    let mut run = in_phase(Phase::Training);
    let mut other = experiment();
    other.settings.epochs = 50;
    run.apply(Event::ExperimentChanged(other.clone()));
    assert_eq!(run.experiment, other);
    assert_eq!(run.epochs_planned(), EPOCHS);
    let (trained, _) = run.trained.as_ref().expect("a training");
    assert_eq!(*trained, experiment());
    assert!(run.is_outdated());
    run.apply(finished(1));
    run.apply(evaluated(1, 1.0));
    assert_eq!(run.phase, Phase::Done);
}

#[test]
fn a_warning_about_the_address_outlives_the_next_action_and_an_error_does_not() {
    let address = Notice::warning(TrainingMessage::NoPrices);
    let mut run = after([Event::NoticeShown(address.clone())]);
    run.apply(Event::Loaded(prices(1)));
    run.apply(train(1));
    assert_eq!(run.notice, Some(address));
    run.dismiss_notice();
    assert_eq!(run.notice, None);

    for stale in [Notice::error, Notice::info] {
        let mut run = in_phase(Phase::Ready);
        run.apply(Event::NoticeShown(stale(TrainingMessage::NoPrices)));
        run.apply(Event::LoadStarted);
        assert_eq!(run.notice, None);
    }
}

#[test]
fn an_opened_model_is_shown_as_a_run_that_trained_nothing() {
    let mut run = Run::new(experiment());
    run.apply(Event::Loaded(prices(1)));
    let dataset = Dataset::new(&prices(1).series, &experiment().settings).expect("enough rows");
    let opening = Opening {
        origin: crate::model_file::opened::ModelOrigin::file("mine.safetensors"),
        best_epoch: 7,
    };
    run.apply(Event::ModelOpened {
        run: 1,
        experiment: experiment(),
        dataset: Arc::new(dataset),
        opening: opening.clone(),
    });
    assert_eq!((run.phase, &run.opened), (Phase::Training, &Some(opening)));
    run.apply(started(1));
    run.apply(Event::Trainer(FromTrainer::Finished {
        run: 1,
        model: model(),
    }));
    run.apply(Event::Evaluated {
        run: 1,
        evaluation: evaluation(0.9),
    });
    assert_eq!(run.phase, Phase::Done);
    // The trainer says 2; it has trained nothing and cannot know.
    assert_eq!(run.model.as_ref().map(|model| model.best_epoch), Some(7));
    assert!(!run.is_outdated());

    // A training that follows is this run's own.
    run.apply(train(2));
    assert_eq!(run.opened, None);
}
