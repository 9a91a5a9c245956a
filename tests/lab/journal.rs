//! The forecast journal: kept, brought back, and scored when the day is there.

use crate::records::{keys, reload, said_of_records};
use crate::small::{paste, price_table, sealed_page, small_page, small_settings, train};
use crate::visit::{START_UNIX_MS, Storage, Visit};
use hindcast::journal::Entry;
use hindcast::lab::command::{Key, Record, Store};
use hindcast::lab::intention::PriceText;
use hindcast::lab::records::RecordMessage;
use hindcast::lab::{Intention, NoticeKind};
use hindcast::market::world::WorldKind;
use std::sync::Arc;

/// Pastes the prices less their last days.
fn paste_less(visit: &mut Visit, days: usize) {
    let table = price_table(1);
    let lines: Vec<&str> = table.lines().collect();
    let known = lines[..lines.len() - days].join("\n");
    visit.want(Intention::OpenPrices(PriceText::Pasted(known)));
}

/// A page with a forecast for a day that is not there yet.
fn forecast_kept() -> Visit {
    let mut visit = Visit::open("");
    paste_less(&mut visit, 3);
    visit.want(Intention::ChangeSettings(small_settings()));
    train(&mut visit);
    visit.want(Intention::KeepForecast);
    visit
}

fn only_entry(visit: &Visit) -> &Entry {
    match visit.lab.journal.entries() {
        [entry] => entry,
        entries => panic!("{entries:?}"),
    }
}

#[test]
fn a_forecast_is_kept_under_its_time() {
    let visit = forecast_kept();
    let entry = only_entry(&visit);
    assert_eq!(entry.kept_ms, START_UNIX_MS);
    assert_eq!(entry.made_on.to_string(), "2026-01-15");
    assert_eq!(entry.outcome, None);
    let kept = visit.storage.all(Store::Journal);
    let text = Record::Text(entry.to_text());
    assert_eq!(kept, [(Key::Number(START_UNIX_MS), text)]);
}

#[test]
fn the_date_is_the_visitors() {
    let mut visit = Visit::open("");
    // 14 hours ahead, and at noon UTC it is the next day there.
    visit.now.utc_offset_minutes = 14 * 60;
    paste(&mut visit, 1);
    visit.want(Intention::ChangeSettings(small_settings()));
    train(&mut visit);
    visit.want(Intention::KeepForecast);
    assert_eq!(only_entry(&visit).made_on.to_string(), "2026-01-16");
}

#[test]
fn the_same_forecast_is_kept_once() {
    let mut visit = forecast_kept();
    visit.pass(1_000.0);
    visit.want(Intention::KeepForecast);
    assert_eq!(only_entry(&visit).kept_ms, START_UNIX_MS);
    assert_eq!(keys(&visit, Store::Journal).len(), 1);
}

#[test]
fn worlds_and_sealed_histories_have_no_tomorrow() {
    let mut world = Visit::open("");
    world.want(Intention::ChangeSettings(small_settings()));
    train(&mut world);
    let mut sealed = sealed_page();
    train(&mut sealed);
    for mut visit in [world, sealed] {
        visit.want(Intention::KeepForecast);
        assert!(visit.lab.journal.entries().is_empty());
        assert!(keys(&visit, Store::Journal).is_empty());
    }
}

#[test]
fn without_a_verdict_there_is_nothing_to_keep() {
    let mut visit = small_page();
    visit.want(Intention::KeepForecast);
    assert!(visit.lab.journal.entries().is_empty());
}

#[test]
fn it_comes_back_and_is_scored_when_its_day_is_there() {
    let visit = forecast_kept();
    let mut later = reload(&visit);
    assert_eq!(only_entry(&later), only_entry(&visit));
    paste_less(&mut later, 2);
    let outcome = only_entry(&later).outcome.expect("the day is there");
    let prices = later.lab.run.prices.as_ref().expect("prices");
    assert_eq!(outcome.date, prices.series.last_date());
    let kept = later.storage.all(Store::Journal);
    let text = Record::Text(only_entry(&later).to_text());
    assert_eq!(kept, [(Key::Number(START_UNIX_MS), text)]);
    // The next visit knows it without the prices.
    assert_eq!(only_entry(&reload(&later)).outcome, Some(outcome));
}

#[test]
fn a_journal_that_nothing_happened_to_stays_the_same_one() {
    let mut visit = forecast_kept();
    let before = visit.lab.journal.clone();
    visit.want(Intention::LoadWorld(WorldKind::MeanReverting));
    assert!(Arc::ptr_eq(&visit.lab.journal, &before));
}

#[test]
fn a_forecast_is_deleted_for_good() {
    let mut visit = forecast_kept();
    visit.want(Intention::DeleteForecast(START_UNIX_MS));
    assert!(visit.lab.journal.entries().is_empty());
    assert!(keys(&visit, Store::Journal).is_empty());
    assert!(reload(&visit).lab.journal.entries().is_empty());
}

#[test]
fn damaged_entries_do_not_come_back() {
    let mut visit = forecast_kept();
    let kept = visit.storage.0.as_mut().expect("a storage");
    let damaged = Record::Text("{".to_owned());
    kept.push((Store::Journal, Key::Number(1.0), damaged));
    assert_eq!(reload(&visit).lab.journal.entries().len(), 1);
}

#[test]
fn a_forecast_that_is_not_kept_is_told_of_and_stays_for_the_visit() {
    let mut visit = Visit::open("");
    paste(&mut visit, 1);
    visit.want(Intention::ChangeSettings(small_settings()));
    train(&mut visit);
    visit.storage = Storage(None);
    visit.want(Intention::KeepForecast);
    assert_eq!(visit.lab.journal.entries().len(), 1);
    let expected = Some((NoticeKind::Info, &RecordMessage::NothingIsKept));
    assert_eq!(said_of_records(&visit), expected);
}
