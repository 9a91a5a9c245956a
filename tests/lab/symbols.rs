//! One experiment on symbols typed in a row: what it costs is said before, each is asked for in its turn, and a
//! refusal ends the asking and not the study.

use crate::prices::service::{self, DEMO_KEY, PREMIUM, TOO_FAST, UNKNOWN_SYMBOL};
use crate::prices::{KEY, key};
use crate::small::{SMALL_WORLD, looks, members, said, several, stops, trainings};
use crate::visit::{Storage, Visit};
use hindcast::lab::event::SmallRecords;
use hindcast::lab::intention::SeveralChoice;
use hindcast::lab::prices::PriceMessage;
use hindcast::lab::several::Requests;
use hindcast::lab::{Event, Intention, Lease, Message, NoticeKind};
use hindcast::market::alpha_vantage::{AnswerError, FREE_REQUESTS_PER_DAY, NoHistory, Queue};
use hindcast::study::{NoScore, SeriesName, State};

/// A page on a world, of a visitor whose key the device remembers.
fn page() -> Visit {
    let small = SmallRecords {
        api_key: Some(KEY.to_owned()),
        ..SmallRecords::default()
    };
    Visit::open_on(SMALL_WORLD, Storage::default(), small)
}

fn name(visit: &mut Visit, symbols: &str) {
    visit.want(Intention::NameSymbols(symbols.to_owned()));
}

/// Presses the button, and lets the first symbol's turn come.
fn study(visit: &mut Visit, symbols: &str) {
    name(visit, symbols);
    visit.want(Intention::RunSeveral(SeveralChoice::Symbols));
    visit.pass(0.0);
}

/// Why the member has no score.
fn why_not(visit: &Visit, place: usize) -> &NoHistory {
    match &members(visit)[place].outcome {
        Some(Err(NoScore::NoHistory(why))) => why,
        other => panic!("{other:?}"),
    }
}

fn is_over(visit: &Visit) -> bool {
    several(visit).state == State::Done && visit.lab.lease == Lease::Free
}

/// The service serves the symbol whose turn it is, and its network is trained; the next one's turn comes.
fn serve_and_train(visit: &mut Visit) {
    visit.serve();
    visit.pass(0.0);
    visit.finish();
    visit.pass(0.0);
}

#[test]
fn what_they_can_cost_is_said_before_and_naming_them_asks_for_nothing() {
    let mut visit = page();
    name(&mut visit, "ibm, MSFT; ge ibm");
    assert_eq!(*visit.lab.several.symbols, ["IBM", "MSFT", "GE"]);
    // One each, and one for an adjusted history that the key may turn out not to have.
    let requests = visit.lab.requests_of_symbols();
    assert_eq!(
        requests,
        Requests {
            most: Some(4),
            used: 0
        }
    );
    assert!(!requests.may_be_too_many());
    name(&mut visit, "IBM EUR/USD BTC/USD");
    assert_eq!(visit.lab.requests_of_symbols().most, Some(4));
    assert!(visit.requests.is_empty());

    // Of what is left today.
    visit.load_and_serve("MSFT");
    visit.load("AAPL");
    visit.pass(Queue::GAP_MS);
    visit.answer(&service::daily_limit(KEY));
    let requests = visit.lab.requests_of_symbols();
    assert_eq!(requests.used, FREE_REQUESTS_PER_DAY);
    assert!(requests.may_be_too_many());

    let mut visit = Visit::open("");
    name(&mut visit, "IBM MSFT");
    assert_eq!(visit.lab.requests_of_symbols().most, None);
}

#[test]
fn what_is_no_symbol_is_refused_and_a_key_is_not_repeated() {
    let mut visit = page();
    for (typed, refused) in [
        (format!("IBM {KEY}"), PriceMessage::KeyAsSymbol),
        ("IBM, EUR/".to_owned(), bad_symbol("EUR/")),
    ] {
        name(&mut visit, "IBM MSFT");
        name(&mut visit, &typed);
        let refused = Message::from(refused);
        assert_eq!(said(&visit), Some((NoticeKind::Error, &refused)));
        assert!(visit.lab.several.symbols.is_empty());
    }
}

fn bad_symbol(typed: &str) -> PriceMessage {
    PriceMessage::BadSymbol(hindcast::market::normalized_name(typed).expect_err("no symbol"))
}

#[test]
fn each_is_asked_for_in_its_turn_a_gap_apart_and_counted() {
    let mut visit = page();
    let on_the_page = visit.lab.run.prices.clone();
    study(&mut visit, "AAA BBB CCC");
    assert_eq!(visit.asked(), ["TIME_SERIES_DAILY_ADJUSTED AAA"]);
    // What the key may not have is asked for once.
    visit.answer(PREMIUM);
    assert!(visit.requests.is_empty());
    visit.pass(Queue::GAP_MS);
    assert_eq!(visit.asked(), ["TIME_SERIES_DAILY AAA"]);
    assert_eq!(visit.lab.requests_of_symbols().most, Some(3));
    serve_and_train(&mut visit);
    // Trained at once: the gap is not over.
    assert!(visit.requests.is_empty());
    for symbol in ["BBB", "CCC"] {
        visit.pass(Queue::GAP_MS);
        assert_eq!(visit.asked(), [format!("TIME_SERIES_DAILY {symbol}")]);
        serve_and_train(&mut visit);
    }
    assert!(is_over(&visit));
    assert_eq!((trainings(&visit), visit.used_today()), (3, 4));
    let names = members(&visit).iter().map(|member| member.name.clone());
    let symbols = ["AAA", "BBB", "CCC"].map(|symbol| SeriesName::Symbol(symbol.to_owned()));
    assert_eq!(names.collect::<Vec<_>>(), symbols);
    let report = several(&visit).several_report().expect("a report");
    assert_eq!(
        (&*report.series[2].name, report.together.series),
        ("CCC", 3)
    );
    // The prices on the page stayed, and nobody looked at their test block.
    assert_eq!(visit.lab.run.prices, on_the_page);
    assert_eq!(looks(&visit), 0);

    // All of them are kept now: again they cost nothing.
    visit.want(Intention::RunSeveral(SeveralChoice::Symbols));
    for _ in 0..3 {
        visit.pass(0.0);
        visit.finish();
    }
    assert!(is_over(&visit));
    assert_eq!((trainings(&visit), visit.used_today()), (6, 4));
}

#[test]
fn at_the_days_limit_it_stops_asking_with_what_it_has() {
    for (body, refused) in [
        (service::daily_limit(KEY), AnswerError::DailyLimit),
        (TOO_FAST.to_owned(), AnswerError::TooFast),
        (DEMO_KEY.to_owned(), AnswerError::DemoKey),
    ] {
        let mut visit = page();
        // One of them is kept from before.
        visit.load_and_serve("DDD");
        study(&mut visit, "AAA BBB CCC DDD");
        visit.pass(Queue::GAP_MS);
        serve_and_train(&mut visit);
        visit.pass(Queue::GAP_MS);
        visit.answer(&body);
        assert_eq!(*why_not(&visit, 1), NoHistory::Answer(refused));
        visit.pass(10.0 * Queue::GAP_MS);
        assert!(visit.requests.is_empty());
        assert_eq!(*why_not(&visit, 2), NoHistory::NotAsked);
        visit.finish();
        assert!(is_over(&visit));
        let report = several(&visit).several_report().expect("a report");
        let why = report.series.iter().map(|it| it.no_score.as_deref());
        let expected = [None, Some("not-fetched"), Some("not-asked"), None];
        assert_eq!(why.collect::<Vec<_>>(), expected);
        // The service has the same prices for every symbol here: those on the page were looked at twice.
        assert_eq!(looks(&visit), 2);
    }
}

#[test]
fn a_refusal_of_one_study_does_not_bind_the_next() {
    let mut visit = page();
    study(&mut visit, "AAA BBB");
    visit.offline();
    visit.pass(0.0);
    assert!(is_over(&visit));
    assert_eq!(*why_not(&visit, 1), NoHistory::NotAsked);
    assert_eq!(several(&visit).several_report(), None);
    visit.want(Intention::RunSeveral(SeveralChoice::Symbols));
    visit.pass(Queue::GAP_MS);
    assert_eq!(visit.asked(), ["TIME_SERIES_DAILY_ADJUSTED AAA"]);
}

#[test]
fn a_symbol_that_nobody_knows_says_so_and_the_others_are_asked_for() {
    let mut visit = page();
    study(&mut visit, "AAAX BBB");
    visit.answer(UNKNOWN_SYMBOL);
    let unknown = AnswerError::UnknownSymbol {
        symbol: "AAAX".to_owned(),
    };
    assert_eq!(*why_not(&visit, 0), NoHistory::Answer(unknown));
    // No notice: the row says it.
    assert_eq!(said(&visit), None);
    visit.pass(Queue::GAP_MS);
    serve_and_train(&mut visit);
    assert!(is_over(&visit));
    assert_eq!(trainings(&visit), 1);
}

#[test]
fn without_a_key_only_what_is_kept_can_be_had() {
    let mut visit = page();
    visit.load_and_serve("AAA");
    visit.want(Intention::ForgetKey);
    study(&mut visit, "AAA BBB");
    visit.finish();
    visit.pass(0.0);
    assert!(is_over(&visit));
    assert_eq!(*why_not(&visit, 1), NoHistory::Key);
    assert!(visit.requests.is_empty());
}

#[test]
fn cancelled_while_the_service_is_asked_it_trains_no_more_and_keeps_what_was_paid_for() {
    let mut visit = page();
    study(&mut visit, "AAA BBB");
    visit.want(Intention::CancelStudy);
    assert_eq!(several(&visit).state, State::Cancelled);
    assert_eq!(visit.lab.lease, Lease::Free);
    let before = visit.lab.run.prices.clone();
    visit.serve();
    visit.pass(Queue::GAP_MS);
    assert_eq!((trainings(&visit), stops(&visit)), (0, vec![]));
    assert_eq!(visit.lab.run.prices, before);
    assert!(visit.requests.is_empty());
    visit.load("AAA");
    assert!(visit.is_from_copy());
    assert_eq!(visit.used_today(), 1);
}

#[test]
fn cancelled_before_its_turn_a_request_is_not_made() {
    let mut visit = page();
    visit.load("AAA");
    visit.serve();
    study(&mut visit, "BBB CCC");
    assert!(visit.requests.is_empty());
    visit.want(Intention::CancelStudy);
    visit.pass(10.0 * Queue::GAP_MS);
    assert!(visit.requests.is_empty());
    assert_eq!(visit.used_today(), 1);
}

#[test]
fn with_weekly_prices_on_the_page_weekly_ones_are_asked_for() {
    let mut visit = page();
    let weekly = hindcast::market::alpha_vantage::History::Weekly;
    visit.load_history("AAA", weekly, key());
    visit.serve();
    study(&mut visit, "BBB EUR/USD");
    visit.pass(Queue::GAP_MS);
    assert_eq!(visit.asked(), ["TIME_SERIES_WEEKLY_ADJUSTED BBB"]);
    serve_and_train(&mut visit);
    visit.pass(Queue::GAP_MS);
    assert!(visit.asked_url().contains("function=FX_DAILY"));
}

#[test]
fn a_key_is_nowhere_in_the_study_and_a_late_answer_is_dropped() {
    let mut visit = page();
    study(&mut visit, "AAA BBB");
    let (request, _) = visit.requests[0].clone();
    visit.want(Intention::CancelStudy);
    study(&mut visit, "CCC DDD");
    visit.happen(Event::Fetched {
        request,
        reply: Err(hindcast::market::alpha_vantage::TransportError::Timeout),
        requests: None,
    });
    assert_eq!(several(&visit).finished(), 0);
    let shown = format!("{:?} {:?}", visit.lab.several, visit.lab.studies);
    assert!(!shown.contains(KEY));
}
