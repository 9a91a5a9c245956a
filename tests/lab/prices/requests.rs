//! When a request may be made, and how many were: a free key has 25 a day and one a second.

use super::*;
use crate::visit::Storage;
use hindcast::lab::event::{Secret, SmallRecords};
use hindcast::lab::{Command, Event};
use hindcast::market::alpha_vantage::{AnswerError, FREE_REQUESTS_PER_DAY};

#[test]
fn requests_leave_a_gap_apart_and_one_that_nobody_waits_for_is_not_made() {
    let mut visit = Visit::open("");
    visit.load("AAA");
    visit.load("BBB");
    visit.load("CCC");
    assert_eq!(visit.asked(), ["TIME_SERIES_DAILY_ADJUSTED AAA"]);
    visit.pass(1_199.0);
    assert_eq!(visit.requests.len(), 1);
    visit.pass(1_500.0);
    assert_eq!(
        visit.asked(),
        [
            "TIME_SERIES_DAILY_ADJUSTED AAA",
            "TIME_SERIES_DAILY_ADJUSTED CCC"
        ]
    );
}

#[test]
fn a_search_and_a_load_asked_for_at_once_leave_a_gap_apart() {
    let mut visit = Visit::open("");
    visit.want(Intention::SearchSymbol {
        typed: "tesco".to_owned(),
        key: key(),
        remember_key: false,
    });
    visit.load("IBM");
    assert_eq!(visit.asked(), ["SYMBOL_SEARCH tesco"]);
    visit.pass(1_200.0);
    assert_eq!(visit.requests.len(), 2);
}

#[test]
fn todays_requests_are_counted_and_the_demo_keys_are_not() {
    let mut visit = Visit::open("");
    visit.want(Intention::TryDemo);
    visit.serve();
    assert_eq!((visit.used_today(), &visit.small.requests), (0, &None));
    visit.load_and_serve("MSFT");
    assert_eq!(visit.used_today(), 1);
    assert_eq!(visit.small.requests.as_deref(), Some("2026-01-15 1"));
    // The service knows of requests that were made elsewhere.
    visit.load("AAPL");
    visit.pass(1_200.0);
    visit.answer(&service::daily_limit(KEY));
    assert_eq!(visit.used_today(), FREE_REQUESTS_PER_DAY);
    // A new day.
    visit.now.unix_ms += DAY_MS;
    assert_eq!(visit.used_today(), 0);
}

#[test]
fn a_later_visit_goes_on_counting_and_another_tabs_requests_count_too() {
    let small = SmallRecords {
        requests: Some("2026-01-15 7".to_owned()),
        ..SmallRecords::default()
    };
    let mut visit = Visit::open_on("", Storage::default(), small);
    assert_eq!(visit.used_today(), 7);
    visit.load("MSFT");
    // Another tab counts meanwhile.
    visit.small.requests = Some("2026-01-15 12".to_owned());
    visit.serve();
    assert_eq!(visit.used_today(), 13);
}

#[test]
fn a_request_that_does_not_reach_the_service_is_not_counted() {
    let mut visit = Visit::open("");
    visit.load("MSFT");
    visit.offline();
    assert_eq!(visit.used_today(), 0);
    visit.load("MSFT");
    visit.pass(1_200.0);
    // One that did is, whatever became of its answer.
    visit.reply(Err(TransportError::Timeout));
    assert_eq!(visit.used_today(), 1);
}

#[test]
fn the_days_limit_of_the_demo_key_says_nothing_about_the_visitors_own() {
    let mut visit = Visit::open("");
    visit.want(Intention::TryDemo);
    visit.answer(&service::daily_limit("demo"));
    assert_eq!(*visit.error(), PriceMessage::Answer(AnswerError::DemoLimit));
    assert_eq!(visit.used_today(), 0);
}

#[test]
fn a_load_that_is_overtaken_is_counted_where_its_request_was_made() {
    let mut visit = Visit::open("");
    visit.load("AAA");
    visit.want(Intention::LoadWorld(
        hindcast::market::world::WorldKind::Seasonal,
    ));
    visit.answer(&service::daily_limit(KEY));
    assert_eq!(visit.used_today(), FREE_REQUESTS_PER_DAY);
    assert_eq!(visit.lab.run.notice, None);
}

#[test]
fn the_list_of_requests_is_emptied_after_each_answer() {
    let mut visit = Visit::open("");
    visit.load("MSFT");
    let emptied = |visit: &Visit| {
        let ordered = visit.ordered.iter();
        ordered.filter(|it| **it == Command::ForgetRequests).count()
    };
    assert_eq!(emptied(&visit), 0);
    visit.offline();
    assert_eq!(emptied(&visit), 1);
}

#[test]
fn an_answer_that_comes_twice_or_to_nothing_is_dropped() {
    let mut visit = Visit::open("");
    visit.load("MSFT");
    let (request, url) = visit.requests[0].clone();
    let reply = Ok(Secret(service::good_answer(&url, 300)));
    let event = Event::Fetched {
        request,
        reply,
        requests: None,
    };
    visit.serve();
    let (used, rows) = (visit.used_today(), visit.rows());
    visit.want(Intention::LoadWorld(
        hindcast::market::world::WorldKind::Seasonal,
    ));
    visit.happen(event);
    assert_eq!(visit.used_today(), used);
    assert_ne!(visit.rows(), rows);
}
