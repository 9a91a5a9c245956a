//! A training that is watched: pauses, learning rates set by hand, the line so far.

use super::*;

fn rate_set(run: u32, epoch: usize, step: usize, learning_rate: f64) -> Event {
    Event::Trainer(FromTrainer::LearningRateSet {
        run,
        change: RateChange {
            epoch,
            step,
            learning_rate,
        },
    })
}

fn preview(run: u32, epoch: usize) -> Event {
    Event::Trainer(FromTrainer::Preview {
        run,
        preview: Preview {
            epoch,
            first_row: 0,
            predictions: vec![0.0; 3],
        },
    })
}

fn training() -> Run {
    after([Event::Loaded(prices(1)), train(1), started(1)])
}

#[test]
fn a_stop_within_an_epoch_says_where_and_one_between_two_does_not() {
    let mut run = training();
    for event in [epoch(1, 1), progress(1, 2, 3, 5.0), stopped(1)] {
        run.apply(event);
    }
    let at = run.paused_at.clone().expect("within an epoch");
    assert_eq!((at.epoch, at.step, at.steps), (2, 3, 4));
    run.apply(evaluated(1, 1.0));
    run.apply(Event::ResumeStarted { run: 1 });
    assert_eq!(run.paused_at, None);
    // The last word within the epoch is older than its end.
    for event in [progress(1, 2, 4, 5.0), epoch(1, 2), stopped(1)] {
        run.apply(event);
    }
    assert_eq!(run.paused_at, None);
}

#[test]
fn a_rate_set_by_hand_is_noted_while_it_trains_and_in_a_pause_and_goes_with_the_run() {
    let mut run = training();
    assert_eq!(run.learning_rate(), experiment().settings.learning_rate);
    run.apply(rate_set(7, 1, 2, 0.5));
    assert!(run.rate_changes.is_empty(), "another run's");
    run.apply(rate_set(1, 1, 2, 0.003));
    assert_eq!(run.learning_rate(), 0.003);
    for event in [epoch(1, 1), stopped(1), evaluated(1, 1.0)] {
        run.apply(event);
    }
    // What the last epoch says is newer: the schedule may have gone on.
    assert_eq!(run.learning_rate(), 0.001);
    // Twice in the same pause: only the last was trained at.
    run.apply(rate_set(1, 2, 1, 0.5));
    run.apply(rate_set(1, 2, 1, 0.004));
    let rates: Vec<f64> = run.rate_changes.iter().map(|it| it.learning_rate).collect();
    assert_eq!(rates, [0.003, 0.004]);
    run.apply(Event::ResumeStarted { run: 1 });
    assert_eq!(run.rate_changes.len(), 2);
    run.apply(finished(1));
    run.apply(evaluated(1, 1.0));
    run.apply(train(2));
    assert!(run.rate_changes.is_empty());
}

#[test]
fn the_line_so_far_is_of_the_training_under_way() {
    let mut run = training();
    run.apply(preview(7, 1));
    assert_eq!(run.preview, None);
    run.apply(preview(1, 3));
    assert_eq!(run.preview.as_ref().map(|it| it.epoch), Some(3));
    for event in [stopped(1), evaluated(1, 1.0)] {
        run.apply(event);
    }
    run.apply(Event::ResumeStarted { run: 1 });
    assert_eq!(run.preview, None);
}
