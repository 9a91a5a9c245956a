//! Copies of fetched prices: the same request within a trading day is free.

use super::*;
use crate::visit::Storage;
use hindcast::lab::command::{Key, Record, Store};
use hindcast::lab::event::SmallRecords;
use hindcast::lab::prices::{KeptIn, NoNewerPrices};
use hindcast::market::alpha_vantage::{AnswerError, MOST_COPIES};

/// The names of the copies on the device.
fn names(visit: &Visit) -> Vec<String> {
    let all = visit.storage.all(Store::Copies).into_iter();
    all.map(|(key, _)| match key {
        Key::Text(name) => name,
        Key::Number(number) => panic!("{number}"),
    })
    .collect()
}

/// The page opened anew on the same device, `ms` later.
fn reopen(visit: Visit, fragment: &str, ms: f64) -> Visit {
    let Visit {
        storage,
        mut small,
        now,
        ..
    } = visit;
    // A key for the tab alone goes with the tab.
    small.api_key = None;
    let mut next = Visit::open_on("", storage, small);
    next.now.unix_ms = now.unix_ms + ms;
    next.happen(hindcast::lab::Event::AddressChanged {
        fragment: fragment.to_owned(),
    });
    next
}

/// A device with a copy of MSFT's daily history.
fn with_copy() -> Visit {
    let mut visit = Visit::open("");
    visit.load_and_serve("MSFT");
    visit
}

#[test]
fn the_same_request_on_the_same_day_is_answered_by_the_copy_in_a_later_visit_too() {
    let visit = with_copy();
    assert_eq!(names(&visit), ["daily-adjusted:MSFT"]);
    let mut visit = reopen(visit, "source=av:MSFT:daily", 3_600_000.0);
    assert_eq!(visit.symbol(), "MSFT");
    assert!(visit.is_from_copy());
    assert_eq!(visit.lab.run.notice, None);
    // … nor does it need a key.
    visit.load_history("msft", History::Daily, None);
    assert_eq!(visit.phase(), Phase::Ready);
    assert!(visit.requests.is_empty());
    // Other prices are another request.
    visit.load_history("MSFT", History::Weekly, key());
    assert_eq!(visit.asked(), ["TIME_SERIES_WEEKLY_ADJUSTED MSFT"]);
}

#[test]
fn a_new_trading_day_asks_anew() {
    let mut visit = reopen(with_copy(), "", 4.0 * DAY_MS);
    visit.load("MSFT");
    assert_eq!(visit.asked(), ["TIME_SERIES_DAILY_ADJUSTED MSFT"]);
    visit.serve();
    assert!(!visit.is_from_copy());
}

#[test]
fn an_old_copy_is_shown_with_a_word_where_nothing_newer_can_be_had() {
    let mut visit = reopen(with_copy(), "source=av:MSFT:daily", 4.0 * DAY_MS);
    let fetched_on = visit.now.local_date(START_UNIX_MS);
    let apology = |because| PriceMessage::OldCopy {
        fetched_on,
        because,
    };
    assert_eq!(*visit.news(), apology(NoNewerPrices::NoKey));
    assert_eq!(visit.symbol(), "MSFT");
    visit.load("MSFT");
    visit.offline();
    let offline = NoNewerPrices::Transport(TransportError::Offline);
    assert_eq!(*visit.news(), apology(offline));
    for (answer, error) in [
        (service::TOO_FAST.to_owned(), AnswerError::TooFast),
        (service::daily_limit(KEY), AnswerError::DailyLimit),
    ] {
        visit.load("MSFT");
        visit.pass(1_200.0);
        visit.answer(&answer);
        assert_eq!(*visit.news(), apology(NoNewerPrices::Answer(error)));
        assert_eq!(visit.phase(), Phase::Ready);
    }
    // Against an unknown symbol the service has something.
    visit.load("MSFT");
    visit.pass(1_200.0);
    visit.answer(service::UNKNOWN_SYMBOL);
    visit.pass(1_200.0);
    visit.answer(service::UNKNOWN_SYMBOL);
    assert!(matches!(visit.error(), PriceMessage::NoRecentEither(_)));
}

#[test]
fn a_copy_of_unadjusted_prices_does_not_stand_in_for_adjusted_ones() {
    let mut visit = Visit::open("");
    visit.load_history("MSFT", History::DailyRaw, key());
    visit.serve();
    visit.load("MSFT");
    visit.pass(1_200.0);
    assert_eq!(visit.asked(), ["TIME_SERIES_DAILY_ADJUSTED MSFT"]);
    // Where these are refused, it is taken, and the refusal is known from then on.
    visit.answer(service::PREMIUM);
    assert_eq!(*visit.news(), PriceMessage::NotAdjusted);
    assert!(visit.is_from_copy());
    visit.want(Intention::DismissNotice);
    visit.load("MSFT");
    assert_eq!(*visit.news(), PriceMessage::NotAdjusted);
    assert!(visit.requests.is_empty());
    // Without a key nothing better is to be had, in a later visit too.
    let visit = reopen(visit, "source=av:MSFT:daily", 1_000.0);
    assert_eq!(*visit.news(), PriceMessage::NotAdjusted);
    assert!(visit.requests.is_empty());
}

#[test]
fn fifty_copies_are_kept_and_the_oldest_goes_for_a_new_one() {
    let mut visit = Visit::open("");
    for number in 0..=MOST_COPIES {
        visit.load_and_serve(&format!("S{number}"));
    }
    let names = names(&visit);
    assert_eq!(names.len(), MOST_COPIES);
    assert_eq!(visit.storage.all(Store::Times).len(), MOST_COPIES);
    assert!(!names.contains(&"daily-adjusted:S0".to_owned()));
    assert!(names.contains(&format!("daily-adjusted:S{MOST_COPIES}")));
}

#[test]
fn a_damaged_copy_is_removed_asked_for_again_and_mended() {
    for damaged in [
        Record::Text(String::new()),
        Record::Text("{".to_owned()),
        Record::Number(7.0),
        Record::Bytes(vec![1, 2]),
    ] {
        let mut visit = with_copy();
        for (store, _, record) in visit.storage.0.as_mut().unwrap() {
            if *store == Store::Copies {
                record.clone_from(&damaged);
            }
        }
        visit.pass(2_000.0);
        visit.load("MSFT");
        assert_eq!(names(&visit), [] as [&str; 0]);
        assert_eq!(visit.storage.all(Store::Times), []);
        visit.serve();
        assert_eq!(names(&visit), ["daily-adjusted:MSFT"]);
    }
}

#[test]
fn a_device_without_storage_keeps_copies_in_the_tab_and_that_is_said_once() {
    let mut visit = Visit::open_on("", Storage(None), SmallRecords::default());
    visit.load_and_serve("MSFT");
    assert_eq!(*visit.news(), PriceMessage::NoCopyKept);
    assert_eq!(
        visit.lab.prices.origin.as_ref().unwrap().kept_in,
        KeptIn::Tab
    );
    visit.load_and_serve("IBM");
    assert_eq!(visit.lab.run.notice, None);
    // The tab has both.
    visit.load("MSFT");
    assert_eq!(visit.symbol(), "MSFT");
    assert!(visit.is_from_copy());
    assert!(visit.requests.is_empty());
}

#[test]
fn a_storage_that_comes_to_take_copies_takes_the_newest_too() {
    let mut visit = Visit::open_on("", Storage(None), SmallRecords::default());
    visit.load_and_serve("MSFT");
    visit.storage = Storage::default();
    visit.pass(2_000.0);
    visit.want(Intention::Refresh);
    let longer = service::good_answer(&visit.asked_url(), 310);
    visit.answer(&longer);
    assert_eq!(
        visit.lab.prices.origin.as_ref().unwrap().kept_in,
        KeptIn::Device
    );
    // The tab's is no longer in the way of it.
    visit.load_history("MSFT", History::Daily, None);
    assert_eq!(visit.rows(), 310);
}

#[test]
fn an_answer_of_the_storage_that_comes_late_is_dropped() {
    let mut visit = with_copy();
    visit.held.storage = true;
    visit.load("MSFT");
    visit.want(Intention::LoadWorld(
        hindcast::market::world::WorldKind::Seasonal,
    ));
    visit.settle();
    assert_eq!(visit.address, "source=world:seasonal");
    assert_eq!(visit.phase(), Phase::Ready);
}

#[test]
fn forgetting_removes_copies_and_recent_symbols_and_the_next_load_asks() {
    let mut visit = with_copy();
    visit.want(Intention::ForgetCopies);
    assert_eq!(names(&visit), [] as [&str; 0]);
    assert_eq!(visit.small.recent_symbols, None);
    assert_eq!(visit.lab.prices.recent_symbols(), [] as [&str; 0]);
    assert_eq!(visit.lab.prices.origin, None);
    visit.pass(2_000.0);
    visit.load("MSFT");
    assert_eq!(visit.requests.len(), 1);
}

#[test]
fn where_the_storage_does_not_let_go_the_tabs_copies_are_gone_all_the_same() {
    let mut visit = Visit::open_on("", Storage(None), SmallRecords::default());
    visit.load_and_serve("MSFT");
    visit.want(Intention::ForgetCopies);
    assert_eq!(visit.lab.prices.origin, None);
    visit.pass(2_000.0);
    visit.load("MSFT");
    assert_eq!(visit.requests.len(), 1);
}
