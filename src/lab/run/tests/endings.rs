//! What ends a training: its model, a stop, a failure, a trainer that is lost.

use super::*;

#[test]
fn a_run_is_done_once_its_model_is_evaluated() {
    let mut run = in_phase(Phase::Training);
    run.apply(finished(1));
    assert_eq!(run.phase, Phase::Training);
    assert!(run.is_evaluating());
    assert!(!run.can_stop());
    assert_eq!(run.time_left_ms(), None);
    run.apply(evaluated(1, 0.9));
    assert_eq!(run.phase, Phase::Done);
    assert_eq!(run.evaluation, Some(evaluation(0.9)));
    assert!(!run.is_evaluating());
}

#[test]
fn a_stopped_run_resumes_and_ends_with_a_new_evaluation() {
    let mut run = in_phase(Phase::Training);
    run.apply(stop_requested());
    assert_eq!(run.stopping_since_ms(), Some(5.0));
    assert!(run.is_stopping() && !run.can_stop());
    // The trainer finishes the epoch it is in before it hears of the stop.
    run.apply(epoch(1, 2));
    run.apply(stopped(1));
    run.apply(evaluated(1, 1.2));
    assert!(run.has_steps_to_come());

    run.apply(Event::ResumeStarted { run: 1 });
    assert_eq!(run.phase, Phase::Training);
    assert!(run.can_stop() && !run.is_stopping());
    assert_eq!(run.epochs_done(), 2);
    // The stop's verdict stays in sight until there is a better one.
    assert_eq!(run.evaluation, Some(evaluation(1.2)));
    run.apply(epoch(1, 3));
    run.apply(finished(1));
    run.apply(evaluated(1, 0.8));
    assert_eq!(run.phase, Phase::Done);
    assert_eq!(run.epochs_done(), 3);
    assert_eq!(run.evaluation, Some(evaluation(0.8)));
    assert!(!run.has_steps_to_come());
}

#[test]
fn a_run_stopped_after_its_last_epoch_has_nothing_to_resume() {
    let mut run = in_phase(Phase::Training);
    run.apply(epoch(1, EPOCHS));
    run.apply(stopped(1));
    run.apply(evaluated(1, 1.0));
    assert_eq!(run.phase, Phase::Stopped);
    assert!(!run.has_steps_to_come());
}

#[test]
fn a_lost_trainer_ends_the_training_under_way_and_keeps_earlier_results() {
    let mut run = in_phase(Phase::Stopped);
    run.apply(Event::ResumeStarted { run: 1 });
    run.apply(crashed());
    assert_eq!(run.phase, Phase::Failed);
    assert_eq!(run.evaluation, Some(evaluation(1.0)));
    assert_eq!(said(&run), Some((NoticeKind::Error, &lost().into())));
    assert!(run.prices.is_some() && run.is_settled());
}

#[test]
fn a_trainer_that_is_lost_while_its_model_is_evaluated_or_at_rest_ends_nothing() {
    let mut run = in_phase(Phase::Training);
    run.apply(stopped(1));
    run.apply(crashed());
    assert!(run.is_evaluating());
    assert_eq!(said(&run), Some((NoticeKind::Warning, &lost().into())));
    run.apply(evaluated(1, 1.0));
    assert_eq!(run.phase, Phase::Stopped);
    assert!(run.evaluation.is_some());

    run.apply(Event::NoticeShown(Notice::info(TrainingMessage::NoPrices)));
    run.apply(crashed());
    assert_eq!(run.phase, Phase::Stopped);
    assert_eq!(said(&run), Some((NoticeKind::Warning, &lost().into())));
    run.apply(train(2));
    assert_eq!(run.notice, None, "it told of an older training");
}

#[test]
fn a_failed_training_says_why_and_can_be_tried_again() {
    let mut run = in_phase(Phase::Training);
    run.apply(failed(1));
    let why = TrainingMessage::Failed(TrainingError::Diverged { epoch: 3 }).into();
    assert_eq!(said(&run), Some((NoticeKind::Error, &why)));
    assert_eq!(run.epochs_done(), 1);
    run.apply(train(2));
    assert_eq!(run.phase, Phase::Training);
    assert_eq!(run.notice, None);
}

/// A diverged network has no scores: the run must not wait for them for ever.
#[test]
fn a_model_that_cannot_be_scored_ends_the_run_as_failed() {
    let message = TrainingMessage::NotScored(EvaluationError::Diverged);
    let unscored = |run| Event::EvaluationFailed {
        run,
        message: message.clone(),
    };
    let mut run = after([Event::Loaded(prices(1)), train(1), started(1), finished(1)]);
    run.apply(unscored(7));
    assert_eq!(run.phase, Phase::Training, "not this run's");
    run.apply(unscored(1));
    assert_eq!(run.phase, Phase::Failed);
    assert_eq!(
        said(&run),
        Some((NoticeKind::Error, &message.clone().into()))
    );
    assert!(run.is_settled());
}

#[test]
fn a_lost_gpu_is_a_warning_and_training_goes_on() {
    let mut run = in_phase(Phase::Training);
    run.apply(progress(1, 2, 3, 1.0));
    run.apply(Event::Trainer(FromTrainer::DeviceChanged {
        run: 1,
        device: device(DeviceKind::Cpu),
    }));
    assert_eq!(run.phase, Phase::Training);
    assert_eq!(run.device, Some(device(DeviceKind::Cpu)));
    let why = TrainingMessage::DeviceChanged(device(DeviceKind::Cpu).reason);
    assert_eq!(run.notice, Some(Notice::warning(why)));
    // The GPU's speed says nothing of the CPU's.
    assert_eq!(run.ms_per_step(), None);
    assert_eq!(run.time_left_ms(), None);
    run.apply(progress(1, 2, 1, 7.0));
    assert_eq!(run.ms_per_step(), Some(7.0));
    // The next training's device is its own affair.
    run.apply(stopped(1));
    run.apply(evaluated(1, 1.0));
    run.apply(train(2));
    assert_eq!(run.notice, None);
}
