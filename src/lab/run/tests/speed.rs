//! How fast a run trains, and how long it will take.

use super::*;

#[test]
fn time_left_is_steps_left_at_the_current_speed() {
    let mut run = in_phase(Phase::Ready);
    assert_eq!(run.epochs_planned(), EPOCHS);
    run.apply(train(1));
    assert_eq!(run.time_left_ms(), None);
    run.apply(started(1));
    // 10 epochs of 4 steps, 1 done, 50 ms each.
    run.apply(progress(1, 1, 1, 50.0));
    assert_eq!(run.time_left_ms(), Some(39.0 * 50.0));
    // After epoch 1 (the progress is still of that epoch): 9 · 4 steps.
    run.apply(epoch(1, 1));
    assert_eq!(run.time_left_ms(), Some(36.0 * 50.0));
    run.apply(progress(1, 2, 2, 20.0));
    assert_eq!(run.time_left_ms(), Some(34.0 * 20.0));
    assert_eq!(run.ms_per_step(), Some(20.0));
    run.apply(stopped(1));
    run.apply(evaluated(1, 1.0));
    // At rest, the model's own average.
    assert_eq!(run.ms_per_step(), Some(10.0));
    assert_eq!(run.time_left_ms(), None);
}

#[test]
fn the_speed_of_finished_epochs_serves_where_no_progress_is_told() {
    let run = in_phase(Phase::Training);
    // 400 ms for 4 steps; 9 epochs of 4 steps are left.
    assert_eq!(run.ms_per_step(), Some(100.0));
    assert_eq!(run.time_left_ms(), Some(3_600.0));
}
