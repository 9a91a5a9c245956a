//! The sealed block: kept out of everything, opened once, and still sealed where the opening failed.

use crate::small::{
    looks, paste, said_of_training, sealed_page, small_page, train, train_and_stop, trainings,
};
use crate::visit::{Visit, model};
use hindcast::forecast::odometer::SeriesId;
use hindcast::forecast::walk_forward::TrainingSpan;
use hindcast::lab::command::Store;
use hindcast::lab::event::{Crash, TrainerSaid};
use hindcast::lab::pool::TrainerId;
use hindcast::lab::training::TrainingMessage;
use hindcast::lab::training::message::SealFailure;
use hindcast::lab::{Event, Intention, Lease, Phase};
use hindcast::protocol::{FromTrainer, TrainingError};
use hindcast::session::Opened;

/// A page with a verdict, whose sealed block is being opened.
fn being_opened() -> (Visit, u32) {
    let mut visit = sealed_page();
    train(&mut visit);
    visit.want(Intention::OpenSeal);
    let (run, _) = visit.job();
    assert_eq!(visit.lab.lease, Lease::Seal { run });
    (visit, run)
}

/// The trainer forecasts what it was asked to.
fn answer(visit: &mut Visit, run: u32) {
    let (_, job) = visit.job();
    visit.say(FromTrainer::Finished {
        run,
        model: model(&job, 0),
    });
}

fn opened(visit: &Visit) -> Option<&Opened> {
    let prices = visit.lab.run.prices.as_ref()?;
    visit.lab.session.opened(SeriesId::of(prices))
}

#[test]
fn the_sealed_block_is_forecast_by_the_shown_network_and_opened_once() {
    let (mut visit, run) = being_opened();
    assert!(visit.lab.is_opening_seal());
    let (_, job) = visit.job();
    assert_eq!(job.epochs, 0);
    assert_eq!(job.test_rows.len(), 20, "a twentieth of 400 days");
    let shown = visit.lab.run.model.as_ref().expect("a network");
    assert_eq!(job.initial_parameters.as_ref(), Some(&shown.parameters));
    assert_eq!(opened(&visit), None);

    answer(&mut visit, run);
    let found = opened(&visit).expect("it is open");
    assert_eq!((found.sealed.days, found.run), (20, Some(1)));
    assert_eq!(visit.lab.lease, Lease::Free);
    assert_eq!(visit.lab.run.phase, Phase::Done);
    assert_eq!(visit.storage.all(Store::Seals).len(), 1);
    // What was seen cannot be unseen.
    let orders = visit.orders.len();
    visit.want(Intention::OpenSeal);
    train(&mut visit);
    visit.want(Intention::OpenSeal);
    assert_eq!(visit.orders.len(), orders + 1);
    assert_eq!(looks(&visit), 2);
}

#[test]
fn there_is_nothing_to_open_without_a_seal_a_verdict_or_the_trainer() {
    let mut visit = small_page();
    train(&mut visit);
    visit.want(Intention::OpenSeal);
    assert_eq!(trainings(&visit), 1, "trained without a seal");
    let mut visit = sealed_page();
    visit.want(Intention::OpenSeal);
    assert_eq!(trainings(&visit), 0, "no verdict yet");
    visit.want(Intention::Train);
    visit.want(Intention::OpenSeal);
    assert_eq!(trainings(&visit), 1, "the trainer is busy");
    let (mut visit, _) = being_opened();
    visit.want(Intention::OpenSeal);
    assert_eq!(trainings(&visit), 2, "it is being opened");
}

#[test]
fn sealing_the_last_days_makes_the_results_others_and_is_in_the_address() {
    let mut visit = small_page();
    let (_, all) = {
        train(&mut visit);
        visit.job()
    };
    visit.want(Intention::SealLastDays(true));
    assert!(visit.lab.run.is_outdated());
    assert!(visit.address.contains("sealed=1"), "{}", visit.address);
    train(&mut visit);
    let (_, open) = visit.job();
    assert_eq!(all.targets.len() - open.targets.len(), 20);
    visit.want(Intention::SealLastDays(false));
    assert!(visit.lab.run.is_outdated());
    assert!(!visit.address.contains("sealed"), "{}", visit.address);
}

#[test]
fn a_trainer_that_fails_leaves_the_block_sealed_and_it_can_be_tried_again() {
    let (mut visit, run) = being_opened();
    visit.say(FromTrainer::Failed {
        run,
        error: TrainingError::StoppedRunGone,
    });
    let failure = SealFailure::Trainer(TrainingError::StoppedRunGone);
    assert_eq!(
        *said_of_training(&visit),
        TrainingMessage::StillSealed(failure)
    );
    assert_eq!((opened(&visit), visit.lab.lease), (None, Lease::Free));
    visit.want(Intention::OpenSeal);
    let (again, _) = visit.job();
    answer(&mut visit, again);
    assert!(opened(&visit).is_some());
}

#[test]
fn forecasts_that_are_no_numbers_leave_the_block_sealed() {
    let (mut visit, run) = being_opened();
    let (_, job) = visit.job();
    let mut model = model(&job, 0);
    model.predictions.fill(f32::NAN);
    visit.say(FromTrainer::Finished { run, model });
    assert!(matches!(
        said_of_training(&visit),
        TrainingMessage::StillSealed(SealFailure::NotScored(_))
    ));
    assert_eq!(opened(&visit), None);
}

#[test]
fn a_training_takes_the_trainer_from_the_opening() {
    let (mut visit, run) = being_opened();
    let (_, job) = visit.job();
    visit.want(Intention::Train);
    let (next, _) = visit.job();
    assert_eq!(visit.lab.lease, Lease::Run { run: next });
    visit.say(FromTrainer::Finished {
        run,
        model: model(&job, 0),
    });
    assert_eq!(visit.lab.run.phase, Phase::Training);
    visit.finish();
    assert_eq!(opened(&visit), None);
}

#[test]
fn scores_that_come_after_another_training_began_open_nothing() {
    let (mut visit, run) = being_opened();
    visit.held.work = true;
    answer(&mut visit, run);
    visit.want(Intention::Train);
    visit.settle();
    assert_eq!(opened(&visit), None);
    assert_eq!(visit.lab.run.phase, Phase::Training);
}

#[test]
fn other_prices_end_the_opening() {
    let (mut visit, run) = being_opened();
    let (_, job) = visit.job();
    paste(&mut visit, 2);
    assert_eq!(visit.lab.lease, Lease::Free);
    visit.say(FromTrainer::Finished {
        run,
        model: model(&job, 0),
    });
    assert_eq!(opened(&visit), None);
    assert_eq!(visit.lab.run.phase, Phase::Ready);
}

#[test]
fn a_crash_leaves_the_block_sealed() {
    let (mut visit, _) = being_opened();
    visit.happen(Event::Trainer(
        TrainerId::OWN,
        TrainerSaid::Crashed(Crash::Died),
    ));
    assert_eq!((opened(&visit), visit.lab.lease), (None, Lease::Free));
    assert_eq!(visit.lab.run.phase, Phase::Done);
}

#[test]
fn a_stopped_network_opens_the_seal_too_and_cannot_go_on_after_that() {
    let mut visit = sealed_page();
    train_and_stop(&mut visit);
    visit.want(Intention::OpenSeal);
    assert!(!visit.lab.can_resume());
    let (run, _) = visit.job();
    answer(&mut visit, run);
    assert!(opened(&visit).is_some());
    assert_eq!(visit.lab.run.phase, Phase::Stopped);
    assert!(!visit.lab.can_resume() && visit.lab.run.evaluation.is_some());
}

#[test]
fn no_study_begins_while_the_block_is_being_opened() {
    let (mut visit, run) = being_opened();
    let span = TrainingSpan::Expanding;
    visit.want(Intention::RunWalkForward { folds: 3, span });
    assert_eq!(visit.lab.lease, Lease::Seal { run });
    answer(&mut visit, run);
    assert!(opened(&visit).is_some());
}

#[test]
fn an_opened_block_is_open_in_the_next_visit_too() {
    let (mut visit, run) = being_opened();
    answer(&mut visit, run);
    let mut next = Visit::open_on("", visit.storage.clone(), visit.small.clone());
    paste(&mut next, 1);
    assert_eq!(opened(&next).expect("it is open").run, None);
}
