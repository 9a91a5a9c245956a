//! Studies: many trainings in a row, what ends them early, and what they leave.

use crate::small::{
    EPOCHS, looks, paste, said, said_of_training, sealed_page, small_page, small_settings, stops,
    train, train_and_stop, trainings,
};
use crate::visit::{Visit, model};
use hindcast::cells::NetworkKind;
use hindcast::forecast::Settings;
use hindcast::forecast::settings::Recipe;
use hindcast::forecast::walk_forward::TrainingSpan;
use hindcast::lab::command::Wake;
use hindcast::lab::event::{Crash, TrainerSaid};
use hindcast::lab::intention::PartnerChoice;
use hindcast::lab::pool::{Pool, TrainerId};
use hindcast::lab::training::TrainingMessage;
use hindcast::lab::{Event, Intention, Lease, NoticeKind, Phase};
use hindcast::protocol::{FromTrainer, ToTrainer, TrainingError, Watch};
use hindcast::study::{EndedEarly, FailedBy, State, Study};

const FOLDS: usize = 3;

fn walk(visit: &mut Visit) {
    visit.want(Intention::RunWalkForward {
        folds: FOLDS,
        span: TrainingSpan::Expanding,
    });
}

fn repeat(visit: &mut Visit, partner: PartnerChoice) {
    visit.want(Intention::RepeatSeeds { seeds: 3, partner });
}

/// The study's next training begins, and is trained to its end.
fn next_to_its_end(visit: &mut Visit) {
    visit.pass(0.0);
    visit.finish();
}

fn walked(visit: &Visit) -> &Study {
    visit.lab.studies.walk_forward().expect("a walk-forward")
}

fn crash(visit: &mut Visit) {
    visit.happen(Event::Trainer(
        TrainerId::OWN,
        TrainerSaid::Crashed(Crash::Died),
    ));
}

#[test]
fn a_walk_forward_trains_each_fold_and_gives_the_trainer_back() {
    let mut visit = small_page();
    walk(&mut visit);
    assert_eq!(visit.lab.lease, Lease::Study(Pool::default()));
    assert!(visit.lab.is_studying() && visit.lab.study_progress.is_some());
    for fold in 1..=FOLDS {
        next_to_its_end(&mut visit);
        assert_eq!((trainings(&visit), walked(&visit).finished()), (fold, fold));
    }
    assert_eq!(walked(&visit).state, State::Done);
    assert_eq!(visit.lab.lease, Lease::Free);
    assert_eq!(visit.lab.study_progress, None);
    // Its trainings are no runs, but someone has looked at the test block.
    assert_eq!(visit.lab.run.phase, Phase::Ready);
    assert_eq!(visit.lab.session.runs().len(), 0);
    assert_eq!(looks(&visit), 1);
    assert!(visit.lab.studies.walk_forward_report().is_some());
}

#[test]
fn all_cells_are_trained_in_a_row_and_are_no_runs() {
    let mut visit = small_page();
    visit.want(Intention::TrainAllCells);
    let mut cells = Vec::new();
    for _ in NetworkKind::ALL {
        visit.pass(0.0);
        cells.push(visit.job().1.network.cell);
        visit.finish();
    }
    assert_eq!(cells, NetworkKind::ALL);
    let study = visit.lab.studies.cells().expect("all cells");
    assert_eq!((study.state, study.finished()), (State::Done, cells.len()));
    assert_eq!(visit.lab.lease, Lease::Free);
    assert_eq!(visit.lab.session.runs().len(), 0);
    assert_eq!(looks(&visit), cells.len());
    // What the form has stays as it was.
    let settings = &visit.lab.run.experiment.settings;
    assert_eq!(settings.cell, NetworkKind::default());
}

#[test]
fn each_training_of_a_study_begins_in_a_task_of_its_own() {
    let mut visit = small_page();
    walk(&mut visit);
    assert_eq!(trainings(&visit), 0);
    next_to_its_end(&mut visit);
    assert_eq!(visit.lab.lease, Lease::Study(Pool::default()));
    assert_eq!(trainings(&visit), 1);
    visit.pass(0.0);
    assert_eq!(trainings(&visit), 2);
    // Nothing of it is drawn or kept while it goes on.
    let Some(ToTrainer::Train { watch, .. }) = visit.orders.last() else {
        panic!("a training was ordered");
    };
    assert_eq!(*watch, Watch::default());
    // Woken once too often, it waits for the training under way.
    visit.happen(Event::Woken(Wake::NextTraining));
    assert_eq!(trainings(&visit), 2);
}

#[test]
fn seeds_are_repeated_beside_the_other_recipe() {
    let mut visit = small_page();
    repeat(&mut visit, PartnerChoice::OtherRecipe);
    for _ in 0..6 {
        next_to_its_end(&mut visit);
    }
    let study = visit.lab.studies.seeds().expect("seeds");
    assert_eq!((study.state, study.finished()), (State::Done, 6));
    assert_eq!(visit.lab.lease, Lease::Free);
}

#[test]
fn seeds_are_repeated_beside_a_past_run() {
    let mut visit = small_page();
    train(&mut visit);
    let other = Settings {
        hidden: 6,
        ..small_settings()
    };
    visit.want(Intention::ChangeSettings(other));
    repeat(&mut visit, PartnerChoice::PastRun(1));
    let mut widths = Vec::new();
    for _ in 0..6 {
        visit.pass(0.0);
        widths.push(visit.job().1.network.hidden);
        visit.finish();
    }
    assert_eq!(widths, [6, 4, 6, 4, 6, 4]);
}

#[test]
fn a_partner_that_is_gone_is_said_and_nothing_begins() {
    let mut visit = small_page();
    repeat(&mut visit, PartnerChoice::PastRun(9));
    assert_eq!(
        said(&visit),
        Some((NoticeKind::Error, &TrainingMessage::PartnerGone.into()))
    );
    assert_eq!(visit.lab.lease, Lease::Free);
}

#[test]
fn a_study_that_cannot_be_leaves_the_stopped_run_as_it_is() {
    let mut visit = small_page();
    train_and_stop(&mut visit);
    visit.want(Intention::RunWalkForward {
        folds: 1,
        span: TrainingSpan::Expanding,
    });
    assert!(matches!(
        said_of_training(&visit),
        TrainingMessage::StudyRefused(_)
    ));
    visit.want(Intention::ChangeSettings(Settings {
        epochs: 0,
        ..small_settings()
    }));
    walk(&mut visit);
    assert!(matches!(
        said_of_training(&visit),
        TrainingMessage::SettingsRefused(_)
    ));
    assert!(visit.lab.can_resume());
}

#[test]
fn while_a_study_runs_nothing_else_does_and_prices_stay() {
    let mut visit = small_page();
    let before = visit.lab.run.prices.clone();
    train_and_stop(&mut visit);
    walk(&mut visit);
    visit.pass(0.0);
    assert!(!visit.lab.can_train() && !visit.lab.can_load() && !visit.lab.can_resume());
    let ordered = visit.orders.len();
    for intention in [
        Intention::Train,
        Intention::Resume,
        Intention::RunBothRecipes,
        Intention::OpenSeal,
        Intention::Stop,
        Intention::SetLearningRate(0.5),
    ] {
        visit.want(intention);
    }
    repeat(&mut visit, PartnerChoice::None);
    paste(&mut visit, 2);
    assert_eq!(visit.orders.len(), ordered);
    assert_eq!(visit.lab.run.prices, before);
    assert_eq!(walked(&visit).state, State::Running);
}

#[test]
fn a_stopped_run_cannot_go_on_after_a_study() {
    let mut visit = small_page();
    train_and_stop(&mut visit);
    walk(&mut visit);
    visit.want(Intention::CancelStudy);
    assert!(!visit.lab.can_resume() && visit.lab.can_train());
    assert_eq!(visit.lab.run.phase, Phase::Stopped);
    assert!(visit.lab.run.evaluation.is_some());
}

#[test]
fn a_study_cancelled_in_a_training_stops_it_and_keeps_the_finished_ones() {
    let mut visit = small_page();
    walk(&mut visit);
    next_to_its_end(&mut visit);
    visit.pass(0.0);
    let run = visit.begin();
    visit.want(Intention::CancelStudy);
    assert_eq!(stops(&visit), [run]);
    assert_eq!(walked(&visit).state, State::Cancelled);
    assert_eq!(walked(&visit).finished(), 1);
    assert_eq!(
        (visit.lab.lease, visit.lab.study_progress.clone()),
        (Lease::Free, None)
    );

    // What the trainer still says of it reaches nobody.
    visit.want(Intention::Train);
    let (next, _) = visit.job();
    visit.say(FromTrainer::Failed {
        run,
        error: TrainingError::StoppedRunGone,
    });
    assert_eq!(visit.lab.lease, Lease::Run { run: next });
    visit.finish();
    assert_eq!(visit.lab.run.phase, Phase::Done);
}

#[test]
fn a_study_cancelled_between_two_trainings_begins_no_other() {
    let mut visit = small_page();
    walk(&mut visit);
    next_to_its_end(&mut visit);
    visit.want(Intention::CancelStudy);
    assert!(stops(&visit).is_empty());
    visit.pass(0.0);
    assert_eq!(trainings(&visit), 1);
    assert_eq!(walked(&visit).state, State::Cancelled);
    visit.want(Intention::CancelStudy);
    assert_eq!(visit.lab.lease, Lease::Free);
}

#[test]
fn a_study_begun_before_the_cancelled_ones_wake_up_trains_one_at_a_time() {
    let mut visit = small_page();
    walk(&mut visit);
    visit.want(Intention::CancelStudy);
    repeat(&mut visit, PartnerChoice::None);
    visit.pass(0.0);
    assert_eq!(trainings(&visit), 1);
    let pool = visit.lab.lease.pool().expect("a study");
    assert_eq!(pool.run_of(TrainerId::OWN), Some(visit.job().0));
}

#[test]
fn scores_that_come_after_a_study_was_cancelled_are_dropped() {
    let mut visit = small_page();
    walk(&mut visit);
    visit.held.work = true;
    next_to_its_end(&mut visit);
    visit.want(Intention::CancelStudy);
    repeat(&mut visit, PartnerChoice::None);
    visit.settle();
    assert_eq!(walked(&visit).finished(), 0);
    assert_eq!((looks(&visit), trainings(&visit)), (0, 1));
    assert_eq!(visit.lab.lease, Lease::Study(Pool::default()));
}

#[test]
fn a_training_whose_trainer_crashes_twice_ends_its_study_with_what_it_found() {
    let mut visit = small_page();
    walk(&mut visit);
    next_to_its_end(&mut visit);
    visit.pass(0.0);
    let first = visit.begin();
    crash(&mut visit);
    assert_eq!(walked(&visit).state, State::Running);
    // The crash is said, and the same fold comes once more.
    let (kind, _) = said(&visit).expect("the crash is said");
    assert_eq!(kind, NoticeKind::Warning);
    visit.pass(0.0);
    let again = visit.begin();
    let jobs = visit.jobs();
    assert_ne!(first, again);
    assert_eq!(jobs[1].1, jobs[2].1);
    crash(&mut visit);
    assert_eq!(walked(&visit).state, State::Failed);
    let reason = FailedBy::TrainerCrashed(Crash::Died);
    assert_eq!(
        walked(&visit).ended_early,
        Some(EndedEarly::Failed {
            training: Some(1),
            reason
        })
    );
    assert_eq!(walked(&visit).finished(), 1);
    assert_eq!(visit.lab.lease, Lease::Free);
    walk(&mut visit);
    for _ in 0..FOLDS {
        next_to_its_end(&mut visit);
    }
    assert_eq!(walked(&visit).state, State::Done);
}

#[test]
fn a_crash_in_two_trainings_is_one_for_each() {
    let mut visit = small_page();
    walk(&mut visit);
    for _ in 0..FOLDS {
        visit.pass(0.0);
        visit.begin();
        crash(&mut visit);
        next_to_its_end(&mut visit);
    }
    assert_eq!(walked(&visit).state, State::Done);
    assert_eq!(trainings(&visit), 2 * FOLDS);
}

#[test]
fn a_crash_between_two_trainings_loses_nothing() {
    let mut visit = small_page();
    walk(&mut visit);
    next_to_its_end(&mut visit);
    crash(&mut visit);
    for _ in 1..FOLDS {
        next_to_its_end(&mut visit);
    }
    assert_eq!(walked(&visit).state, State::Done);
    assert_eq!(trainings(&visit), FOLDS);
}

#[test]
fn a_crash_while_a_network_is_scored_leaves_the_study_to_the_new_trainer() {
    let mut visit = small_page();
    walk(&mut visit);
    visit.held.work = true;
    next_to_its_end(&mut visit);
    crash(&mut visit);
    assert!(visit.lab.is_studying());
    visit.settle();
    for _ in 1..FOLDS {
        next_to_its_end(&mut visit);
    }
    assert_eq!(walked(&visit).state, State::Done);
}

#[test]
fn a_trainer_of_another_version_ends_a_study() {
    let mut visit = small_page();
    walk(&mut visit);
    visit.pass(0.0);
    visit.happen(Event::Trainer(TrainerId::OWN, TrainerSaid::Outdated));
    assert_eq!(walked(&visit).state, State::Failed);
    assert_eq!(visit.lab.lease, Lease::Free);
    assert_eq!(*said_of_training(&visit), TrainingMessage::Outdated);
}

#[test]
fn a_training_that_the_trainer_gives_up_ends_its_study() {
    let mut visit = small_page();
    walk(&mut visit);
    visit.pass(0.0);
    let run = visit.begin();
    visit.say(FromTrainer::Failed {
        run,
        error: TrainingError::Diverged { epoch: 1 },
    });
    assert_eq!(walked(&visit).state, State::Failed);
    assert_eq!(
        (visit.lab.lease, visit.lab.study_progress.clone()),
        (Lease::Free, None)
    );
    assert_eq!(
        visit.lab.run.phase,
        Phase::Ready,
        "the run has nothing to do with it"
    );
}

#[test]
fn progress_is_shown_four_times_a_second_at_most() {
    let mut visit = small_page();
    walk(&mut visit);
    visit.pass(0.0);
    visit.begin();
    visit.pass(1_000.0);
    visit.epoch(1);
    let first = visit.lab.study_progress.clone();
    let changes = visit.lab.studies_changes;
    visit.pass(249.0);
    visit.epoch(2);
    assert_eq!(visit.lab.study_progress, first);
    assert_eq!(visit.lab.studies_changes, changes, "drawn for nothing");
    visit.pass(1.0);
    visit.epoch(3);
    assert_ne!(visit.lab.study_progress, first);
}

#[test]
fn what_was_not_shown_of_a_training_counts_for_the_time_left() {
    let mut visit = small_page();
    walk(&mut visit);
    visit.pass(0.0);
    let run = visit.begin();
    let (_, job) = visit.job();
    for epoch in 1..=EPOCHS {
        visit.pass(30.0);
        visit.epoch(epoch);
    }
    visit.say(FromTrainer::Finished {
        run,
        model: model(&job, EPOCHS),
    });
    visit.pass(0.0);
    let progress = visit.lab.study_progress.clone().expect("it goes on");
    // One fold took 90 ms; the two to come have longer histories, and so more steps.
    let left = progress.time_left_ms.expect("a speed");
    assert!((180.0..600.0).contains(&left), "{left}");
}

#[test]
fn studies_of_other_prices_are_dropped() {
    let mut visit = small_page();
    walk(&mut visit);
    for _ in 0..FOLDS {
        next_to_its_end(&mut visit);
    }
    paste(&mut visit, 1);
    assert!(
        visit.lab.studies.walk_forward().is_some(),
        "the same once more"
    );
    paste(&mut visit, 2);
    assert!(visit.lab.studies.walk_forward().is_none());
}

#[test]
fn a_study_never_sees_what_is_sealed() {
    let rows = |visit: &mut Visit| {
        repeat(visit, PartnerChoice::None);
        visit.pass(0.0);
        visit.job().1.targets.len()
    };
    let (mut open, mut sealed) = (small_page(), sealed_page());
    // A twentieth of 400 days.
    assert_eq!(rows(&mut open) - rows(&mut sealed), 20);
}

#[test]
fn the_recipe_beside_is_the_one_that_is_not_in_the_form() {
    use hindcast::lab::studies::other_recipe;
    let honest = small_settings();
    assert_eq!(other_recipe(&honest), Recipe::Notebook);
    let notebook = honest.with_recipe(Recipe::Notebook);
    assert_eq!(other_recipe(&notebook), Recipe::Honest);
}
