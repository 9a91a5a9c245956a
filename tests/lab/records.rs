//! What outlives a visit: runs, networks, prices, opened seals; and what a device without storage says.

use crate::small::{paste, runs, said, sealed_page, small_page, small_settings, train};
use crate::visit::{Held, START_UNIX_MS, Storage, Visit, model};
use hindcast::forecast::odometer::SeriesId;
use hindcast::lab::command::{Command, Key, Record, Store, StoreAction};
use hindcast::lab::event::SmallRecords;
use hindcast::lab::records::RecordMessage;
use hindcast::lab::training::TrainingMessage;
use hindcast::lab::{Intention, Lease, Message, NoticeKind, Phase};
use hindcast::market::fingerprint_text;
use hindcast::model_file::opened::{ModelOrigin, OpenedModel};
use hindcast::protocol::{FromTrainer, Stretch};

/// The tab is closed, and the page opened anew on the same device.
pub fn reload(visit: &Visit) -> Visit {
    Visit::open_on("", visit.storage.clone(), visit.small.clone())
}

pub fn keys(visit: &Visit, store: Store) -> Vec<Key> {
    let all = visit.storage.all(store).into_iter();
    all.map(|(key, _)| key).collect()
}

pub fn said_of_records(visit: &Visit) -> Option<(NoticeKind, &RecordMessage)> {
    match said(visit) {
        Some((kind, Message::Records(message))) => Some((kind, message)),
        _ => None,
    }
}

fn kept_text(visit: &Visit, place: usize) -> String {
    match &visit.storage.all(Store::Runs)[place].1 {
        Record::Text(text) => text.clone(),
        other => panic!("a run is a text: {other:?}"),
    }
}

/// The same, with work left to be done.
fn reload_without_work(visit: &Visit) -> Visit {
    let held = Held {
        work: true,
        ..Held::default()
    };
    Visit::open_holding(held, "", visit.storage.clone(), visit.small.clone())
}

/// Fills a store with records of earlier visits.
fn fill(visit: &mut Visit, store: Store, records: impl Iterator<Item = (Key, Record)>) {
    let kept = visit.storage.0.as_mut().expect("a storage");
    kept.extend(records.map(|(key, record)| (store, key, record)));
}

fn without_storage() -> Visit {
    let mut visit = small_page();
    visit.storage = Storage(None);
    visit
}

fn changes(visit: &Visit, store: Store) -> usize {
    let of_store = |command: &&Command| match command {
        Command::Store {
            action: StoreAction::Change(changes),
            ..
        } => changes.iter().any(|(of, ..)| *of == store),
        _ => false,
    };
    visit.ordered.iter().filter(of_store).count()
}

#[test]
fn a_run_is_kept_with_its_network_and_its_prices() {
    let mut visit = small_page();
    train(&mut visit);
    let expected = [Key::Number(START_UNIX_MS)];
    assert_eq!(keys(&visit, Store::Runs), expected);
    assert_eq!(keys(&visit, Store::Models), expected);
    let run = visit.lab.session.run(1).expect("a run").clone();
    assert_eq!(kept_text(&visit, 0), run.to_text());
    let Record::Bytes(network) = &visit.storage.all(Store::Models)[0].1 else {
        panic!("a network is bytes");
    };
    let network = OpenedModel::read(ModelOrigin::Kept { run: 1 }, network).expect("a network");
    assert_eq!(network.experiment.settings, small_settings());
    // Under the time they were last wanted at, and what they are.
    let fingerprint = fingerprint_text(run.series.number());
    let expected = Key::Text(format!("001768478400000-{fingerprint}"));
    assert_eq!(keys(&visit, Store::Prices), [expected]);
    assert!(visit.lab.records.models.contains(&1));
    assert_eq!(said(&visit), None);
}

#[test]
fn the_prices_of_a_world_are_not_kept() {
    let mut visit = Visit::open("");
    visit.want(Intention::ChangeSettings(small_settings()));
    train(&mut visit);
    assert_eq!(keys(&visit, Store::Runs).len(), 1);
    assert!(keys(&visit, Store::Prices).is_empty());
    // They are made again.
    let later = reload(&visit);
    assert_eq!(later.lab.session.run(1), visit.lab.session.run(1));
}

#[test]
fn a_reload_brings_runs_back_with_their_prices() {
    let mut visit = small_page();
    train(&mut visit);
    visit.want(Intention::PinRun(1));
    paste(&mut visit, 2);
    train(&mut visit);
    let later = reload(&visit);
    // A known world is on the screen, and both histories are there all the same.
    for number in [1, 2] {
        assert_eq!(
            later.lab.session.run(number),
            visit.lab.session.run(number),
            "run {number}"
        );
    }
    assert_eq!(later.lab.records.models, visit.lab.records.models);
    assert_eq!(later.lab.session.newest(), 2);
    assert_eq!(said(&later), None);
}

#[test]
fn a_run_that_came_back_is_still_kept_under_its_key() {
    let mut visit = small_page();
    train(&mut visit);
    let mut later = reload(&visit);
    later.want(Intention::PinRun(1));
    assert_eq!(keys(&later, Store::Runs), keys(&visit, Store::Runs));
    assert!(kept_text(&later, 0).contains("\"pinned\":true"));
    later.want(Intention::DeleteRun(1));
    assert!(keys(&later, Store::Runs).is_empty());
    assert!(keys(&later, Store::Models).is_empty());
}

#[test]
fn a_run_trained_while_others_come_back_keeps_its_number() {
    let mut visit = small_page();
    train(&mut visit);
    let mut later = reload_without_work(&visit);
    later.pass(1_000.0);
    later.want(Intention::ChangeSettings(small_settings()));
    // Its evaluation waits behind the kept run, which is read first and listed last.
    train(&mut later);
    later.settle();
    assert_eq!(runs(&later).len(), 2);
    assert_eq!(keys(&later, Store::Runs).len(), 2);
    // Both can be shown.
    let shown: Vec<_> = later.lab.records.models.iter().copied().collect();
    assert_eq!(shown, [1, 2]);
}

#[test]
fn damaged_runs_are_removed_and_the_others_come_back() {
    let mut visit = small_page();
    train(&mut visit);
    let damaged = [
        (Key::Number(1.0), Record::Text("{".to_owned())),
        (Key::Number(2.0), Record::Number(5.0)),
    ];
    fill(&mut visit, Store::Runs, damaged.into_iter());
    let later = reload(&visit);
    assert_eq!(runs(&later).len(), 1);
    assert_eq!(keys(&later, Store::Runs), [Key::Number(START_UNIX_MS)]);
}

#[test]
fn a_run_whose_prices_are_gone_is_removed() {
    let mut visit = small_page();
    train(&mut visit);
    let kept = visit.storage.0.as_mut().expect("a storage");
    kept.retain(|(store, ..)| *store != Store::Prices);
    let later = reload(&visit);
    assert!(runs(&later).is_empty());
    assert!(keys(&later, Store::Runs).is_empty());
    assert!(keys(&later, Store::Models).is_empty());
}

#[test]
fn a_device_without_storage_is_told_of_once() {
    let mut visit = without_storage();
    train(&mut visit);
    let expected = Some((NoticeKind::Info, &RecordMessage::NothingIsKept));
    assert_eq!(said_of_records(&visit), expected);
    assert!(!visit.lab.records.models.contains(&1));
    visit.want(Intention::DismissNotice);
    train(&mut visit);
    assert_eq!(runs(&visit).len(), 2);
    assert_eq!(said(&visit), None);
}

#[test]
fn what_matters_more_is_not_covered_by_it() {
    let mut visit = without_storage();
    visit.held.storage = true;
    train(&mut visit);
    visit.want(Intention::RepeatSeeds {
        seeds: 3,
        partner: hindcast::lab::intention::PartnerChoice::PastRun(9),
    });
    let gone = Message::Training(TrainingMessage::PartnerGone);
    assert_eq!(said(&visit), Some((NoticeKind::Error, &gone)));
    visit.settle();
    assert_eq!(said(&visit), Some((NoticeKind::Error, &gone)));
    // It is told the next time.
    visit.want(Intention::DismissNotice);
    train(&mut visit);
    assert!(said_of_records(&visit).is_some());
}

#[test]
fn a_pin_is_kept() {
    let mut visit = small_page();
    train(&mut visit);
    assert!(kept_text(&visit, 0).contains("\"pinned\":false"));
    visit.pass(1_000.0);
    visit.want(Intention::PinRun(1));
    assert!(kept_text(&visit, 0).contains("\"pinned\":true"));
    assert_eq!(keys(&visit, Store::Runs), [Key::Number(START_UNIX_MS)]);
}

#[test]
fn a_pin_while_the_run_is_being_written_is_kept_too() {
    let mut visit = small_page();
    visit.held.storage = true;
    train(&mut visit);
    visit.want(Intention::PinRun(1));
    visit.settle();
    assert_eq!(keys(&visit, Store::Runs).len(), 1);
    assert!(kept_text(&visit, 0).contains("\"pinned\":true"));
}

#[test]
fn a_deleted_run_is_no_longer_kept() {
    let mut visit = small_page();
    train(&mut visit);
    visit.pass(1_000.0);
    train(&mut visit);
    visit.want(Intention::DeleteRun(1));
    assert_eq!(
        keys(&visit, Store::Runs),
        [Key::Number(START_UNIX_MS + 1_000.0)]
    );
    assert_eq!(keys(&visit, Store::Models).len(), 1);
    assert!(!visit.lab.records.models.contains(&1));
    assert_eq!(runs(&reload(&visit)).len(), 1);
}

#[test]
fn a_run_deleted_while_it_is_being_written_does_not_come_back() {
    let mut visit = small_page();
    visit.held.storage = true;
    train(&mut visit);
    visit.want(Intention::DeleteRun(1));
    visit.settle();
    assert!(keys(&visit, Store::Runs).is_empty());
    assert!(keys(&visit, Store::Models).is_empty());
    assert!(visit.lab.records.models.is_empty());
}

#[test]
fn a_training_that_is_stepped_through_is_kept_once() {
    let mut visit = small_page();
    visit.want(Intention::Advance(Stretch::OneStep));
    let run = visit.begin();
    visit.say(FromTrainer::Progress {
        run,
        epoch: 1,
        step: 1,
        steps: 5,
        ms_per_step: 1.0,
    });
    visit.stop_after(0);
    visit.pass(1_000.0);
    visit.want(Intention::Advance(Stretch::OneStep));
    visit.say(FromTrainer::Progress {
        run,
        epoch: 1,
        step: 2,
        steps: 5,
        ms_per_step: 1.0,
    });
    visit.stop_after(0);
    assert_eq!(runs(&visit), [(1, 0, 2)]);
    let expected = [Key::Number(START_UNIX_MS + 1_000.0)];
    assert_eq!(keys(&visit, Store::Runs), expected);
    assert_eq!(keys(&visit, Store::Models), expected);
}

#[test]
fn two_runs_of_one_moment_do_not_take_each_others_place() {
    let mut visit = small_page();
    train(&mut visit);
    train(&mut visit);
    let expected = [0.0, 1.0].map(|later| Key::Number(START_UNIX_MS + later));
    assert_eq!(keys(&visit, Store::Runs), expected);
}

#[test]
fn the_oldest_networks_make_room() {
    let mut visit = small_page();
    train(&mut visit);
    visit.pass(1_000.0);
    let others = (1..20).map(|later| Key::Number(START_UNIX_MS + f64::from(later)));
    fill(
        &mut visit,
        Store::Models,
        others.map(|key| (key, Record::Bytes(vec![1]))),
    );
    assert_eq!(keys(&visit, Store::Models).len(), 20);
    train(&mut visit);
    let kept = keys(&visit, Store::Models);
    assert_eq!(kept.len(), 20);
    assert_eq!(kept[0], Key::Number(START_UNIX_MS + 1.0));
    // The run itself stays; only its network cannot be shown any more.
    assert_eq!(keys(&visit, Store::Runs).len(), 2);
    assert_eq!(visit.lab.records.models.iter().collect::<Vec<_>>(), [&2]);
}

#[test]
fn the_oldest_prices_make_room() {
    let mut visit = small_page();
    let others = (1..=8).map(|time| Key::Text(format!("{time:015}-00000000000000{time:02}")));
    fill(
        &mut visit,
        Store::Prices,
        others.map(|key| (key, Record::Bytes(vec![1]))),
    );
    train(&mut visit);
    let kept = keys(&visit, Store::Prices);
    assert_eq!(kept.len(), 8);
    assert_eq!(
        kept[0],
        Key::Text("000000000000002-0000000000000002".into())
    );
}

#[test]
fn the_same_prices_are_kept_once_under_the_newest_time() {
    let mut visit = small_page();
    train(&mut visit);
    visit.pass(5_000.0);
    train(&mut visit);
    let Key::Text(key) = &keys(&visit, Store::Prices)[..][0] else {
        panic!("prices have a text as key");
    };
    assert_eq!(keys(&visit, Store::Prices).len(), 1);
    assert!(key.starts_with("001768478405000-"), "{key}");
}

#[test]
fn everything_that_is_kept_is_forgotten_on_demand() {
    let mut visit = small_page();
    train(&mut visit);
    visit.want(Intention::KeepForecast);
    assert_eq!(visit.lab.journal.entries().len(), 1);
    visit.want(Intention::ForgetCopies);
    assert_eq!(visit.storage.0.as_deref(), Some(&[][..]));
    let expected = Some((NoticeKind::Info, &RecordMessage::Forgotten));
    assert_eq!(said_of_records(&visit), expected);
    assert!(visit.lab.records.models.is_empty());
    assert!(visit.lab.journal.entries().is_empty());
    // What is seen stays, and is not kept by a change to it.
    assert_eq!(runs(&visit).len(), 1);
    visit.want(Intention::PinRun(1));
    assert_eq!(visit.storage.0.as_deref(), Some(&[][..]));
    // What comes from now on is kept.
    train(&mut visit);
    assert_eq!(keys(&visit, Store::Runs).len(), 1);
}

#[test]
fn a_storage_that_does_not_let_go_is_told_of() {
    let mut visit = without_storage();
    train(&mut visit);
    visit.want(Intention::ForgetCopies);
    let expected = Some((NoticeKind::Warning, &RecordMessage::NotForgotten));
    assert_eq!(said_of_records(&visit), expected);
}

#[test]
fn runs_that_are_on_their_way_back_are_forgotten_too() {
    let mut visit = small_page();
    train(&mut visit);
    let mut later = reload_without_work(&visit);
    later.want(Intention::ForgetCopies);
    later.settle();
    assert!(runs(&later).is_empty());
    assert!(later.lab.records.models.is_empty());
    assert_eq!(later.storage.0.as_deref(), Some(&[][..]));
}

#[test]
fn an_opened_seal_is_open_in_the_next_visit_too() {
    let mut visit = sealed_page();
    train(&mut visit);
    visit.want(Intention::OpenSeal);
    let (run, job) = visit.job();
    visit.say(FromTrainer::Finished {
        run,
        model: model(&job, 0),
    });
    let prices = visit.lab.run.prices.clone().expect("prices");
    let series = SeriesId::of(&prices);
    let key = Key::Text(fingerprint_text(series.number()));
    assert_eq!(keys(&visit, Store::Seals), [key]);
    let mut later = reload(&visit);
    paste(&mut later, 1);
    let opened = later.lab.session.opened(series).expect("it is open");
    // By whom is not known any more.
    assert_eq!(opened.run, None);
    later.want(Intention::ChangeSettings(small_settings()));
    later.want(Intention::SealLastDays(true));
    train(&mut later);
    later.want(Intention::OpenSeal);
    assert!(!matches!(later.lab.lease, Lease::Seal { .. }));
}

#[test]
fn an_opened_seal_that_is_not_kept_is_told_of() {
    let mut visit = sealed_page();
    train(&mut visit);
    visit.storage = Storage(None);
    visit.want(Intention::OpenSeal);
    let (run, job) = visit.job();
    visit.say(FromTrainer::Finished {
        run,
        model: model(&job, 0),
    });
    let expected = Some((NoticeKind::Info, &RecordMessage::NothingIsKept));
    assert_eq!(said_of_records(&visit), expected);
}

#[test]
fn a_page_without_storage_opens_all_the_same() {
    let visit = Visit::open_on("", Storage(None), Default::default());
    assert_eq!(visit.lab.run.phase, Phase::Ready);
    assert_eq!(said(&visit), None);
    assert!(visit.lab.records.interrupted.is_none());
}

#[test]
fn restored_prices_are_not_written_anew() {
    let mut visit = small_page();
    train(&mut visit);
    let written = changes(&visit, Store::Prices);
    paste(&mut visit, 2);
    visit.want(Intention::RestoreRun(1));
    assert_eq!(changes(&visit, Store::Prices), written);
}

/// Whatever lies in the storage, of whatever kind and under whatever name: the page opens, trains and keeps.
#[test]
fn a_storage_full_of_rubbish_is_no_trouble() {
    let text = |text: &str| Record::Text(text.to_owned());
    for rubbish in [
        Record::Number(f64::NAN),
        Record::Number(-1.0),
        text(""),
        text("{\"version\":1,\"runs\":[[]]}"),
        text("\u{fffd}\u{0}"),
        Record::Bytes(Vec::new()),
        Record::Bytes(vec![0xff; 300]),
    ] {
        let keys = [Key::Number(1.0), Key::Number(-2.5), Key::Number(9e15)];
        let names = ["", "about", "state", "at", "IBM daily", "0123456789abcdef"];
        let names = names.map(|name| Key::Text(name.to_owned()));
        let keys = keys.into_iter().chain(names);
        let records =
            keys.flat_map(|key| Store::ALL.map(|store| (store, key.clone(), rubbish.clone())));
        let small = SmallRecords {
            api_key: Some("\u{0}".to_owned()),
            requests: Some("[{}".to_owned()),
            recent_symbols: Some("{\"a\":[]}".to_owned()),
        };
        let mut visit = Visit::open_on("", Storage(Some(records.collect())), small);
        paste(&mut visit, 1);
        visit.want(Intention::ChangeSettings(small_settings()));
        train(&mut visit);
        assert_eq!(visit.lab.run.phase, Phase::Done, "{rubbish:?}");
        assert_eq!(runs(&visit).len(), 1, "{rubbish:?}");
        assert_eq!(runs(&reload(&visit)).len(), 1, "{rubbish:?}");
    }
}
