//! The state of a training: kept while it goes on, offered when it broke off, and gone on with.

use crate::records::{keys, reload, said_of_records};
use crate::small::{
    EPOCHS, epoch_with_state, paste, said, small_page, small_settings, train, trainings,
};
use crate::visit::{START_UNIX_MS, Storage, Visit, model};
use hindcast::checkpoint::{Checkpoint, Header};
use hindcast::lab::command::{Command, Key, Record, Store, StoreAction};
use hindcast::lab::event::TrainerSaid;
use hindcast::lab::pool::TrainerId;
use hindcast::lab::records::RecordMessage;
use hindcast::lab::{Event, Intention, Lease, NoticeKind, Phase};
use hindcast::protocol::{RateChange, ToTrainer};

/// Longer than a training of another tab leaves its state as it is.
const STILL_MS: f64 = 5_000.0;

/// A training on pasted prices of which the first epoch is kept.
fn under_way() -> (Visit, Vec<u8>) {
    let mut visit = small_page();
    visit.want(Intention::Train);
    visit.begin();
    let state = epoch_with_state(&mut visit, 1);
    (visit, state)
}

/// The tab of a training was closed, and the page opened again some time later.
fn interrupted() -> (Visit, Vec<u8>) {
    let (visit, state) = under_way();
    let mut later = reload(&visit);
    assert!(later.lab.records.interrupted.is_none());
    later.pass(STILL_MS);
    assert!(later.lab.records.interrupted.is_some());
    (later, state)
}

fn kept(visit: &Visit, name: &str) -> Option<Record> {
    let all = visit.storage.all(Store::Training);
    let found = all
        .into_iter()
        .find(|(key, _)| *key == Key::Text(name.to_owned()));
    found.map(|(_, record)| record)
}

/// How often a state was written, or everything about it removed.
fn writes(visit: &Visit) -> usize {
    let of_training = |command: &&Command| match command {
        Command::Store {
            action: StoreAction::Change(changes),
            ..
        } => changes.iter().any(|(store, ..)| *store == Store::Training),
        _ => false,
    };
    visit.ordered.iter().filter(of_training).count()
}

#[test]
fn the_first_state_is_kept_with_what_it_is_and_its_prices() {
    let (visit, state) = under_way();
    assert_eq!(kept(&visit, "state"), Some(Record::Bytes(state)));
    assert_eq!(kept(&visit, "at"), Some(Record::Number(START_UNIX_MS)));
    let Some(Record::Text(about)) = kept(&visit, "about") else {
        panic!("what it is, is a text");
    };
    let address = visit.lab.run.experiment.to_fragment();
    let begins = format!("{{\"version\":1,\"address\":\"{address}\",\"prices\":\"");
    assert!(about.starts_with(&begins), "{about}");
    assert_eq!(keys(&visit, Store::Prices).len(), 1);
    assert_eq!(said(&visit), None);
}

#[test]
fn later_states_replace_it_alone() {
    let (mut visit, _) = under_way();
    let about = kept(&visit, "about");
    visit.pass(700.0);
    let state = epoch_with_state(&mut visit, 2);
    assert_eq!(kept(&visit, "state"), Some(Record::Bytes(state)));
    let at = Record::Number(START_UNIX_MS + 700.0);
    assert_eq!(kept(&visit, "at"), Some(at));
    assert_eq!(kept(&visit, "about"), about);
    let Some(Command::Store {
        action: StoreAction::Change(changes),
        ..
    }) = visit.ordered.last()
    else {
        panic!("a state is written");
    };
    assert_eq!(changes.len(), 2);
}

#[test]
fn states_that_come_faster_than_they_are_written_are_left_out() {
    let (mut visit, _) = under_way();
    let before = writes(&visit);
    visit.held.storage = true;
    epoch_with_state(&mut visit, 2);
    epoch_with_state(&mut visit, 3);
    epoch_with_state(&mut visit, 4);
    let newest = epoch_with_state(&mut visit, 5);
    visit.settle();
    assert_eq!(kept(&visit, "state"), Some(Record::Bytes(newest)));
    assert_eq!(writes(&visit), before + 2, "the first and the last");
}

#[test]
fn a_training_that_ended_is_forgotten() {
    let mut visit = small_page();
    visit.want(Intention::Train);
    visit.begin();
    epoch_with_state(&mut visit, 1);
    visit.finish();
    assert!(visit.storage.all(Store::Training).is_empty());
    visit.pass(STILL_MS);
    assert!(reload(&visit).lab.records.interrupted.is_none());
}

#[test]
fn a_stopped_training_is_forgotten_even_while_its_state_is_written() {
    let (mut visit, _) = under_way();
    visit.held.storage = true;
    epoch_with_state(&mut visit, 2);
    visit.want(Intention::Stop);
    visit.stop_after(2);
    visit.settle();
    assert_eq!(visit.lab.run.phase, Phase::Stopped);
    assert!(visit.storage.all(Store::Training).is_empty());
}

#[test]
fn the_state_of_another_run_is_dropped() {
    let (mut visit, state) = under_way();
    let (run, _) = visit.job();
    visit.happen(Event::Trainer(
        TrainerId::OWN,
        TrainerSaid::State {
            run: run + 1,
            state: vec![1],
        },
    ));
    assert_eq!(kept(&visit, "state"), Some(Record::Bytes(state)));
}

#[test]
fn states_without_a_storage_are_told_of_once_and_training_goes_on() {
    let mut visit = small_page();
    visit.storage = Storage(None);
    visit.want(Intention::Train);
    visit.begin();
    epoch_with_state(&mut visit, 1);
    let expected = Some((NoticeKind::Info, &RecordMessage::NothingIsKept));
    assert_eq!(said_of_records(&visit), expected);
    visit.want(Intention::DismissNotice);
    epoch_with_state(&mut visit, 2);
    assert_eq!(said(&visit), None);
    assert_eq!(visit.lab.run.phase, Phase::Training);
}

#[test]
fn the_state_of_a_world_needs_no_prices() {
    let mut visit = Visit::open("");
    visit.want(Intention::ChangeSettings(small_settings()));
    visit.want(Intention::Train);
    visit.begin();
    epoch_with_state(&mut visit, 1);
    assert!(kept(&visit, "about").is_some());
    assert!(keys(&visit, Store::Prices).is_empty());
    let mut later = reload(&visit);
    later.pass(STILL_MS);
    later.want(Intention::ResumeInterrupted);
    assert_eq!(later.lab.run.phase, Phase::Training);
    assert_eq!(later.lab.run.prices, visit.lab.run.prices);
}

#[test]
fn a_training_that_broke_off_is_offered() {
    let (visit, _) = interrupted();
    let offered = visit.lab.records.interrupted.as_ref().expect("an offer");
    assert_eq!(offered.epoch, 1);
    assert_eq!(offered.experiment.settings, small_settings());
    assert_eq!(said(&visit), None);
}

#[test]
fn a_training_that_goes_on_in_another_tab_is_not_offered() {
    let (other, _) = under_way();
    let mut visit = reload(&other);
    visit.pass(2_000.0);
    // The other tab keeps its next state.
    for (store, key, record) in visit.storage.0.as_mut().expect("a storage") {
        if *store == Store::Training && *key == Key::Text("at".to_owned()) {
            *record = Record::Number(START_UNIX_MS + 2_000.0);
        }
    }
    visit.pass(STILL_MS);
    assert!(visit.lab.records.interrupted.is_none());
}

#[test]
fn a_training_that_broke_off_long_ago_is_offered_at_once() {
    let (mut visit, _) = under_way();
    for (store, key, record) in visit.storage.0.as_mut().expect("a storage") {
        if *store == Store::Training && *key == Key::Text("at".to_owned()) {
            *record = Record::Number(START_UNIX_MS - 60_000.0);
        }
    }
    assert!(reload(&visit).lab.records.interrupted.is_some());
}

#[test]
fn it_goes_on_from_its_state_on_its_own_prices() {
    let (mut visit, state) = interrupted();
    visit.want(Intention::ResumeInterrupted);
    assert_eq!(visit.sent_state, Some(state));
    let (run, job) = visit.job();
    assert_eq!(visit.lab.lease, Lease::Run { run });
    assert_eq!(job.epochs, EPOCHS);
    let Some(ToTrainer::Train { watch, .. }) = visit.orders.last() else {
        panic!("a training was ordered");
    };
    assert!(watch.keep_state);
    assert_eq!(visit.lab.run.epochs_done(), 1);
    assert_eq!(visit.lab.run.experiment.settings, small_settings());
    let prices = visit.lab.run.prices.as_ref().expect("prices");
    assert_eq!(prices.series.len(), 400);
    assert!(visit.lab.records.interrupted.is_none());
    // It can break off again.
    visit.begin();
    epoch_with_state(&mut visit, 2);
    assert!(kept(&visit, "about").is_some());
    let mut later = reload(&visit);
    later.pass(2.0 * STILL_MS);
    let offered = later.lab.records.interrupted.as_ref().expect("an offer");
    assert_eq!(offered.epoch, 2);
}

#[test]
fn learning_rates_set_by_hand_go_on_with_it() {
    let (mut visit, _) = under_way();
    let change = RateChange {
        epoch: 1,
        step: 2,
        learning_rate: 0.01,
    };
    let (run, job) = visit.job();
    let mut header = Header::new(
        1,
        model(&job, 1).parameters.len(),
        None,
        visit.lab.run.epochs.clone(),
    );
    header.rate_changes = vec![change];
    let parameters = model(&job, 1).parameters;
    let state = Checkpoint {
        header,
        moment_1: parameters.clone(),
        moment_2: parameters.clone(),
        best_parameters: Vec::new(),
        parameters,
    };
    visit.happen(Event::Trainer(
        TrainerId::OWN,
        TrainerSaid::State {
            run,
            state: state.to_bytes(),
        },
    ));
    let mut later = reload(&visit);
    later.pass(STILL_MS);
    later.want(Intention::ResumeInterrupted);
    assert_eq!(later.job().1.rate_changes, [change]);
    assert_eq!(later.lab.run.rate_changes, [change]);
}

#[test]
fn it_does_not_go_on_while_something_else_is_trained() {
    let (mut visit, _) = interrupted();
    visit.want(Intention::ChangeSettings(small_settings()));
    visit.want(Intention::Train);
    visit.want(Intention::ResumeInterrupted);
    let expected = Some((NoticeKind::Info, &RecordMessage::ResumeWhileBusy));
    assert_eq!(said_of_records(&visit), expected);
    assert_eq!(trainings(&visit), 1);
    assert!(visit.lab.records.interrupted.is_some());
}

#[test]
fn it_does_not_go_on_between_the_trainings_of_a_study() {
    let (mut visit, _) = interrupted();
    paste(&mut visit, 2);
    visit.want(Intention::ChangeSettings(small_settings()));
    visit.want(Intention::RunBothRecipes);
    visit.want(Intention::ResumeInterrupted);
    let expected = Some((NoticeKind::Info, &RecordMessage::ResumeWhileBusy));
    assert_eq!(said_of_records(&visit), expected);
}

#[test]
fn another_training_takes_its_place_on_the_device() {
    let (mut visit, _) = interrupted();
    visit.want(Intention::ChangeSettings(small_settings()));
    visit.want(Intention::Train);
    visit.begin();
    assert!(visit.lab.records.interrupted.is_some());
    epoch_with_state(&mut visit, 1);
    assert!(visit.lab.records.interrupted.is_none());
}

#[test]
fn without_its_prices_it_says_which() {
    let (mut visit, _) = interrupted();
    let kept = visit.storage.0.as_mut().expect("a storage");
    kept.retain(|(store, ..)| *store != Store::Prices);
    visit.want(Intention::ResumeInterrupted);
    let Some((NoticeKind::Info, RecordMessage::InterruptedNeedsPrices(_))) =
        said_of_records(&visit)
    else {
        panic!("{:?}", said(&visit));
    };
    // With them on the screen it goes on.
    paste(&mut visit, 1);
    visit.want(Intention::ResumeInterrupted);
    assert_eq!(visit.lab.run.phase, Phase::Training);
}

#[test]
fn a_state_that_is_gone_is_told_of() {
    let (mut visit, _) = interrupted();
    visit.storage = Storage::default();
    visit.want(Intention::ResumeInterrupted);
    let expected = Some((NoticeKind::Error, &RecordMessage::InterruptedNotReadable));
    assert_eq!(said_of_records(&visit), expected);
    assert!(visit.lab.records.interrupted.is_none());
    assert_eq!(trainings(&visit), 0);
}

#[test]
fn a_training_that_is_not_wanted_is_discarded() {
    let (mut visit, _) = interrupted();
    visit.want(Intention::DiscardInterrupted);
    assert!(visit.lab.records.interrupted.is_none());
    assert!(visit.storage.all(Store::Training).is_empty());
    visit.want(Intention::ResumeInterrupted);
    assert_eq!((trainings(&visit), said(&visit)), (0, None));
}

#[test]
fn one_discarded_while_it_is_read_does_not_go_on() {
    let (mut visit, _) = interrupted();
    visit.held.storage = true;
    visit.want(Intention::ResumeInterrupted);
    visit.want(Intention::DiscardInterrupted);
    visit.settle();
    assert_eq!((trainings(&visit), said(&visit)), (0, None));
    assert!(visit.storage.all(Store::Training).is_empty());
}

#[test]
fn pressed_twice_it_goes_on_once() {
    let (mut visit, _) = interrupted();
    visit.held.storage = true;
    visit.want(Intention::ResumeInterrupted);
    visit.want(Intention::ResumeInterrupted);
    visit.settle();
    assert_eq!((trainings(&visit), said(&visit)), (1, None));
}

#[test]
fn a_damaged_state_is_removed_and_not_offered() {
    for (name, damaged) in [
        ("state", Record::Bytes(vec![1, 2, 3])),
        ("about", Record::Text("{}".to_owned())),
    ] {
        let (mut visit, _) = under_way();
        for (store, key, record) in visit.storage.0.as_mut().expect("a storage") {
            if *store == Store::Training && *key == Key::Text(name.to_owned()) {
                *record = damaged.clone();
            }
        }
        let mut later = reload(&visit);
        later.pass(STILL_MS);
        assert!(later.lab.records.interrupted.is_none(), "{name}");
        assert!(later.storage.all(Store::Training).is_empty(), "{name}");
        assert_eq!(said(&later), None);
    }
}

#[test]
fn a_state_after_everything_was_forgotten_is_whole_again() {
    let (mut visit, _) = under_way();
    visit.held.storage = true;
    visit.want(Intention::ForgetCopies);
    epoch_with_state(&mut visit, 2);
    visit.settle();
    assert!(visit.lab.records.interrupted.is_none());
    epoch_with_state(&mut visit, 3);
    assert!(kept(&visit, "about").is_some());
    assert_eq!(keys(&visit, Store::Prices).len(), 1);
    // It is still forgotten at its end.
    visit.finish();
    assert!(visit.storage.all(Store::Training).is_empty());
}

#[test]
fn one_that_was_trained_to_its_end_meanwhile_offers_nothing() {
    let (mut visit, _) = interrupted();
    visit.want(Intention::ResumeInterrupted);
    visit.finish();
    assert_eq!(visit.lab.run.phase, Phase::Done);
    assert!(visit.storage.all(Store::Training).is_empty());
    train(&mut visit);
    assert!(visit.lab.records.interrupted.is_none());
}
