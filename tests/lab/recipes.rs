//! Both recipes, one after the other, and what becomes of them when one does not come to its end.

use crate::small::{
    EPOCHS, runs, said, said_of_training, shown, small_page, stops, train, train_and_stop,
    trainings,
};
use crate::visit::{Visit, model};
use hindcast::forecast::settings::Recipe;
use hindcast::forecast::walk_forward::TrainingSpan;
use hindcast::lab::command::{Command, Store, StoreAction};
use hindcast::lab::event::{Crash, TrainerSaid};
use hindcast::lab::pool::TrainerId;
use hindcast::lab::training::TrainingMessage;
use hindcast::lab::{Event, Intention, Lease, NoticeKind, Phase, RecipePair};
use hindcast::protocol::{FromTrainer, ToTrainer, TrainingError};

/// The recipe that was trained last.
fn trained(visit: &Visit) -> Recipe {
    let trained = visit.lab.run.trained.as_ref();
    trained.expect("a training").0.settings.recipe
}

/// A page on which the honest recipe is trained and the notebook's is under way.
fn at_the_second() -> Visit {
    let mut visit = small_page();
    visit.want(Intention::RunBothRecipes);
    visit.finish();
    visit.pass(0.0);
    assert_eq!(trained(&visit), Recipe::Notebook);
    visit
}

fn compared(visit: &Visit) -> Vec<u32> {
    visit.lab.session.compared().to_vec()
}

#[test]
fn both_train_one_after_the_other_and_stand_side_by_side() {
    let mut visit = small_page();
    visit.want(Intention::RunBothRecipes);
    let (first, _) = visit.job();
    let pair = RecipePair::Honest;
    let run = Some(first);
    assert_eq!(visit.lab.lease, Lease::Recipes { pair, run });
    assert_eq!(
        visit.lab.lease.pair().map(RecipePair::recipe),
        Some(Recipe::Honest)
    );
    assert_eq!(trained(&visit), Recipe::Honest);
    visit.finish();
    // The first verdict is painted before the second training begins.
    assert_eq!(visit.lab.run.phase, Phase::Done);
    let pair = RecipePair::Notebook { honest: 1 };
    assert_eq!(visit.lab.lease, Lease::Recipes { pair, run: None });
    assert_eq!(trainings(&visit), 1);

    visit.pass(0.0);
    assert_eq!(trainings(&visit), 2);
    assert_eq!(trained(&visit), Recipe::Notebook);
    visit.finish();
    assert_eq!(visit.lab.run.phase, Phase::Done);
    assert_eq!(visit.lab.lease, Lease::Free);
    assert_eq!(runs(&visit), [(1, EPOCHS, 0), (2, EPOCHS, 0)]);
    assert_eq!(compared(&visit), [1, 2]);
    assert!(visit.ordered.contains(&Command::Focus("compare-title")));
    assert!(visit.lab.session.side_by_side().expect("two").is_ok());
    visit.want(Intention::CloseComparison);
    assert!(compared(&visit).is_empty());
}

#[test]
fn the_form_and_the_address_stay_as_they_are_whatever_becomes_of_both() {
    let before = {
        let visit = small_page();
        (shown(&visit).clone(), visit.address)
    };
    let is_as_before = |visit: &Visit| (shown(visit).clone(), visit.address.clone()) == before;
    let mut done = at_the_second();
    assert!(is_as_before(&done));
    done.finish();
    assert!(is_as_before(&done));
    // The results are of the notebook's recipe, the form is not.
    assert!(done.lab.run.is_outdated());

    let mut stopped = at_the_second();
    stopped.begin();
    stopped.want(Intention::Stop);
    stopped.stop_after(0);
    assert!(is_as_before(&stopped));
}

#[test]
fn a_link_that_waits_for_its_prices_goes_on_waiting_through_both() {
    let mut visit = small_page();
    visit.happen(Event::AddressChanged {
        fragment: "source=file:mine.csv&epochs=7".into(),
    });
    visit.want(Intention::RunBothRecipes);
    assert!(visit.lab.pending.is_some());
}

#[test]
fn the_first_run_is_kept_before_the_second_training_takes_its_place() {
    let visit = at_the_second();
    let kept = visit.ordered.iter().position(|command| {
        let Command::Store { action, .. } = command else {
            return false;
        };
        let StoreAction::Change(changes) = action else {
            return false;
        };
        changes.iter().any(|(store, ..)| *store == Store::Runs)
    });
    let second = visit
        .ordered
        .iter()
        .rposition(|command| matches!(command, Command::Send(_, ToTrainer::Train { .. })));
    assert!(kept.expect("kept") < second.expect("trained"));
    assert_eq!(visit.storage.all(Store::Models).len(), 1);
}

#[test]
fn a_stop_in_the_first_trains_no_second_and_can_be_resumed_alone() {
    let mut visit = small_page();
    visit.want(Intention::RunBothRecipes);
    let run = visit.begin();
    visit.epoch(1);
    visit.want(Intention::Stop);
    assert_eq!(stops(&visit), [run]);
    visit.stop_after(1);
    visit.pass(0.0);
    assert_eq!(
        said(&visit),
        Some((
            NoticeKind::Info,
            &TrainingMessage::FirstRecipeStopped.into()
        ))
    );
    assert_eq!(visit.lab.lease, Lease::Stopped { run });
    assert_eq!((trainings(&visit), compared(&visit)), (1, vec![]));
    assert_eq!(runs(&visit), [(1, 1, 0)]);

    visit.want(Intention::Resume);
    let (_, job) = visit.job();
    visit.say(FromTrainer::Finished {
        run,
        model: model(&job, EPOCHS),
    });
    visit.pass(0.0);
    assert_eq!((trainings(&visit), visit.lab.lease), (1, Lease::Free));
}

#[test]
fn a_stop_in_the_second_keeps_the_first_in_the_list() {
    let mut visit = at_the_second();
    visit.begin();
    visit.want(Intention::Stop);
    visit.stop_after(0);
    assert_eq!(
        said(&visit),
        Some((
            NoticeKind::Info,
            &TrainingMessage::SecondRecipeStopped.into()
        ))
    );
    assert_eq!(runs(&visit).len(), 2);
    assert!(compared(&visit).is_empty());
    assert!(visit.lab.can_resume());
}

#[test]
fn a_first_that_fails_trains_no_second_and_says_why_it_failed() {
    let mut visit = small_page();
    visit.want(Intention::RunBothRecipes);
    let run = visit.begin();
    visit.say(FromTrainer::Failed {
        run,
        error: TrainingError::StoppedRunGone,
    });
    visit.pass(0.0);
    assert_eq!(visit.lab.run.phase, Phase::Failed);
    assert_eq!((trainings(&visit), visit.lab.lease), (1, Lease::Free));
    assert!(matches!(
        said_of_training(&visit),
        TrainingMessage::Failed(_)
    ));
}

#[test]
fn a_second_that_cannot_be_scored_keeps_the_first() {
    let mut visit = at_the_second();
    let run = visit.begin();
    let (_, job) = visit.job();
    let mut model = model(&job, EPOCHS);
    model.predictions.fill(f32::INFINITY);
    visit.say(FromTrainer::Finished { run, model });
    assert_eq!(visit.lab.run.phase, Phase::Failed);
    assert_eq!(visit.lab.lease, Lease::Free);
    assert_eq!(runs(&visit), [(1, EPOCHS, 0)]);
    assert!(compared(&visit).is_empty());
}

#[test]
fn a_crash_in_the_second_ends_both() {
    let mut visit = at_the_second();
    visit.happen(Event::Trainer(
        TrainerId::OWN,
        TrainerSaid::Crashed(Crash::Died),
    ));
    assert_eq!(visit.lab.run.phase, Phase::Failed);
    assert_eq!(visit.lab.lease, Lease::Free);
    assert_eq!(runs(&visit), [(1, EPOCHS, 0)]);
}

#[test]
fn a_crash_while_the_first_is_judged_leaves_the_second_to_the_new_trainer() {
    let mut visit = small_page();
    visit.want(Intention::RunBothRecipes);
    visit.held.work = true;
    visit.finish();
    visit.happen(Event::Trainer(
        TrainerId::OWN,
        TrainerSaid::Crashed(Crash::Died),
    ));
    visit.settle();
    visit.pass(0.0);
    assert_eq!(trainings(&visit), 2);
    visit.finish();
    assert_eq!(compared(&visit), [1, 2]);
}

#[test]
fn a_crash_between_the_two_leaves_the_second_to_the_new_trainer() {
    let mut visit = small_page();
    visit.want(Intention::RunBothRecipes);
    visit.finish();
    visit.happen(Event::Trainer(
        TrainerId::OWN,
        TrainerSaid::Crashed(Crash::Died),
    ));
    visit.pass(0.0);
    assert_eq!(trainings(&visit), 2);
    assert!(visit.lab.lease.pair().is_some());
}

#[test]
fn a_trainer_of_another_version_ends_both() {
    let mut visit = small_page();
    visit.want(Intention::RunBothRecipes);
    visit.finish();
    visit.happen(Event::Trainer(TrainerId::OWN, TrainerSaid::Outdated));
    visit.pass(0.0);
    assert_eq!((trainings(&visit), visit.lab.lease), (1, Lease::Free));
}

#[test]
fn nothing_else_begins_between_the_two() {
    let mut visit = small_page();
    visit.want(Intention::RunBothRecipes);
    visit.finish();
    assert!(!visit.lab.can_train() && !visit.lab.can_load());
    let span = TrainingSpan::Expanding;
    visit.want(Intention::Train);
    visit.want(Intention::RunBothRecipes);
    visit.want(Intention::RunWalkForward { folds: 3, span });
    visit.want(Intention::OpenSeal);
    assert_eq!(trainings(&visit), 1);
    visit.pass(0.0);
    assert_eq!(trainings(&visit), 2);
}

#[test]
fn both_wait_for_prices_and_for_the_trainer() {
    let mut visit = Visit::open("source=av:MSFT:weekly");
    visit.want(Intention::RunBothRecipes);
    assert_eq!((trainings(&visit), visit.lab.lease), (0, Lease::Free));
    let mut visit = small_page();
    visit.want(Intention::Train);
    visit.want(Intention::RunBothRecipes);
    assert_eq!((trainings(&visit), visit.lab.lease.pair()), (1, None));
}

#[test]
fn both_take_the_trainer_from_a_stopped_run() {
    let mut visit = small_page();
    train_and_stop(&mut visit);
    visit.want(Intention::RunBothRecipes);
    assert!(visit.lab.lease.pair().is_some() && !visit.lab.can_resume());
}

#[test]
fn a_training_after_both_is_a_training_of_its_own() {
    let mut visit = at_the_second();
    visit.finish();
    train(&mut visit);
    visit.pass(0.0);
    assert_eq!(trainings(&visit), 3);
    assert_eq!(compared(&visit), [1, 2]);
}
