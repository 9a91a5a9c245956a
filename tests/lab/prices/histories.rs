//! Histories of Alpha Vantage: what is asked for, what a key may have, and the ways out.

use super::*;
use hindcast::market::alpha_vantage::{AnswerError, Refusal};
use hindcast::market::{Field, Interval};

#[test]
fn a_premium_key_gets_the_adjusted_history_with_one_request() {
    let mut visit = Visit::open("");
    visit.load("msft");
    assert_eq!(visit.asked(), ["TIME_SERIES_DAILY_ADJUSTED MSFT"]);
    assert_eq!(visit.phase(), Phase::Loading);
    visit.serve();
    assert_eq!(visit.phase(), Phase::Ready);
    assert_eq!((visit.symbol(), visit.rows()), ("MSFT".to_owned(), 300));
    assert_eq!(visit.lab.run.notice, None);
    assert_eq!(visit.lab.prices.recent_symbols(), ["MSFT"]);
    let origin = visit.lab.prices.origin.as_ref().unwrap();
    assert_eq!(origin.asked_on, visit.now.today());
    assert!(!origin.from_copy);
}

#[test]
fn a_key_without_adjusted_prices_gets_the_history_as_traded_and_is_told() {
    let mut visit = Visit::open("");
    visit.load("IBM");
    visit.answer(service::PREMIUM);
    assert_eq!(visit.phase(), Phase::Loading);
    visit.pass(1_200.0);
    assert_eq!(visit.asked(), ["TIME_SERIES_DAILY IBM"]);
    visit.serve();
    assert_eq!(*visit.news(), PriceMessage::NotAdjusted);
    assert_eq!(visit.phase(), Phase::Ready);
}

#[test]
fn what_a_key_was_refused_is_not_asked_again_and_the_week_is_one_press_away() {
    let mut visit = Visit::open("");
    let world = visit.lab.run.prices.clone();
    visit.load("MSFT");
    visit.answer(service::PREMIUM);
    visit.pass(1_200.0);
    visit.answer(service::PREMIUM);
    let refused = |visit: &Visit| {
        assert!(matches!(
            visit.error(),
            PriceMessage::Refused(Refusal {
                wanted: History::Daily,
                offer: Some(History::Weekly),
                demo: false
            })
        ));
        assert_eq!(visit.offer(), Some(Offer::LoadWeekly));
    };
    refused(&visit);
    assert_eq!(visit.phase(), Phase::Ready);
    assert_eq!(visit.lab.run.prices, world);
    // Another symbol: refused without a request.
    visit.pass(5_000.0);
    visit.load_history("AAPL", History::Daily, None);
    refused(&visit);
    assert!(visit.requests.is_empty());
    visit.want(Intention::Accept(Offer::LoadWeekly));
    assert_eq!(visit.asked(), ["TIME_SERIES_WEEKLY_ADJUSTED AAPL"]);
    visit.serve();
    let PriceMessage::OfferLoaded {
        rows,
        symbol,
        interval,
        field,
        ..
    } = visit.news()
    else {
        panic!("{:?}", visit.price_message());
    };
    assert_eq!((*rows, symbol.as_str()), (300, "AAPL"));
    assert_eq!(
        (*interval, *field),
        (Interval::Weekly, Field::AdjustedClose)
    );
    // Another key may have more.
    visit.pass(5_000.0);
    visit.load_history("MSFT", History::Daily, ApiKey::new("AN0THERKEY0000XY"));
    assert_eq!(visit.asked(), ["TIME_SERIES_DAILY_ADJUSTED MSFT"]);
}

#[test]
fn where_weeks_are_refused_too_the_last_hundred_days_are_offered() {
    let mut visit = Visit::open("");
    visit.load_history("IBM", History::Weekly, key());
    visit.answer(service::PREMIUM);
    assert_eq!(visit.offer(), Some(Offer::LoadRecent));
    visit.want(Intention::Accept(Offer::LoadRecent));
    visit.pass(1_200.0);
    visit.serve();
    assert_eq!(visit.rows(), 100);
    assert!(matches!(
        visit.news(),
        PriceMessage::OfferLoaded { rows: 100, .. }
    ));
}

#[test]
fn every_choice_of_the_form_asks_for_its_own_history() {
    let mut visit = Visit::open("");
    let choices = [
        (History::DailyRaw, "TIME_SERIES_DAILY", Field::Close),
        (History::DailyRecent, "TIME_SERIES_DAILY", Field::Close),
        (
            History::Weekly,
            "TIME_SERIES_WEEKLY_ADJUSTED",
            Field::AdjustedClose,
        ),
        (
            History::Monthly,
            "TIME_SERIES_MONTHLY_ADJUSTED",
            Field::AdjustedClose,
        ),
    ];
    for (history, function, field) in choices {
        visit.load_history("IBM", history, key());
        visit.pass(1_200.0);
        assert_eq!(visit.asked(), [format!("{function} IBM")]);
        visit.serve();
        let prices = visit.lab.run.prices.as_ref().unwrap();
        assert_eq!(prices.series.info().field, field);
        assert_eq!(prices.series.info().interval, history.interval());
    }
}

#[test]
fn a_late_answer_of_an_older_load_is_dropped_and_still_kept_as_a_copy() {
    let mut visit = Visit::open("");
    visit.load("AAA");
    visit.load("BBB");
    visit.pass(1_200.0);
    assert_eq!(visit.requests.len(), 2);
    // AAA's, which nobody waits for.
    visit.serve();
    assert_eq!(visit.phase(), Phase::Loading);
    visit.serve();
    assert_eq!(visit.symbol(), "BBB");
    // It was paid for.
    visit.load_history("AAA", History::Daily, None);
    assert_eq!(visit.symbol(), "AAA");
    assert!(visit.requests.is_empty());
}

#[test]
fn a_failure_leaves_prices_settings_and_phase_as_they_were() {
    let mut visit = Visit::open("epochs=7");
    let before = visit.lab.run.clone();
    let failures: [(Result<String, TransportError>, PriceMessage); 4] = [
        (
            Err(TransportError::Timeout),
            PriceMessage::Transport(TransportError::Timeout),
        ),
        (
            Err(TransportError::Http(500)),
            PriceMessage::Transport(TransportError::Http(500)),
        ),
        (
            Ok(service::TOO_FAST.to_owned()),
            PriceMessage::Answer(AnswerError::TooFast),
        ),
        (
            Ok(service::daily_limit(KEY)),
            PriceMessage::Answer(AnswerError::DailyLimit),
        ),
    ];
    for (reply, says) in failures {
        visit.load("MSFT");
        visit.pass(1_200.0);
        visit.reply(reply);
        assert_eq!(*visit.error(), says);
        assert_eq!(visit.lab.run.prices, before.prices);
        assert_eq!(visit.lab.run.experiment, before.experiment);
        assert_eq!(visit.phase(), Phase::Ready);
        assert_eq!(visit.address, "epochs=7");
    }
}

#[test]
fn a_body_cut_short_or_of_nothing_is_refused() {
    let mut visit = Visit::open("");
    for spoil in [
        |answer: String| answer[..9_000].to_owned(),
        |_| String::new(),
        |_| "<html>Service unavailable</html>".to_owned(),
    ] {
        visit.load("MSFT");
        visit.pass(1_200.0);
        let good = service::good_answer(&visit.asked_url(), 300);
        visit.answer(&spoil(good));
        assert!(matches!(
            visit.error(),
            PriceMessage::Answer(AnswerError::Unreadable { .. })
        ));
        assert_eq!(visit.phase(), Phase::Ready);
    }
}

#[test]
fn where_the_whole_history_is_an_invalid_call_the_last_days_are_asked_for_and_said_to_be_that() {
    for (symbol, history) in [
        ("MSFT", History::Daily),
        ("MSFT", History::DailyRaw),
        ("EUR/CHF", History::Rate),
    ] {
        let mut visit = Visit::open("");
        visit.load_history(symbol, history, key());
        assert!(visit.asked_url().contains("outputsize=full"));
        visit.answer(service::UNKNOWN_SYMBOL);
        assert_eq!(visit.phase(), Phase::Loading);
        visit.pass(1_200.0);
        assert!(!visit.asked_url().contains("outputsize"));
        visit.serve();
        assert_eq!((visit.symbol(), visit.rows()), (symbol.to_owned(), 100));
        let says = PriceMessage::RecentOnly {
            symbol: symbol.to_owned(),
            rows: 100,
        };
        assert_eq!(*visit.news(), says);
    }
}

#[test]
fn why_the_last_days_are_not_to_be_had_either_is_said_and_nothing_is_asked_twice() {
    let symbol = || "MSFT".to_owned();
    for (answer, error) in [
        (
            service::UNKNOWN_SYMBOL,
            AnswerError::UnknownSymbol { symbol: symbol() },
        ),
        (service::TOO_FAST, AnswerError::TooFast),
        (service::PREMIUM, AnswerError::Premium),
        ("{}", AnswerError::Empty { symbol: symbol() }),
    ] {
        let mut visit = Visit::open("");
        visit.load("MSFT");
        visit.answer(service::UNKNOWN_SYMBOL);
        visit.pass(1_200.0);
        visit.answer(answer);
        assert_eq!(*visit.error(), PriceMessage::NoRecentEither(error));
        visit.pass(5_000.0);
        assert!(visit.requests.is_empty());
        assert_eq!(visit.phase(), Phase::Ready);
    }
    // Weeks, months, coins and the last days themselves have no other form.
    for (name, history) in [
        ("MSFT", History::Weekly),
        ("MSFT", History::Monthly),
        ("MSFT", History::DailyRecent),
        ("ETH/EUR", History::Coin),
    ] {
        let mut visit = Visit::open("");
        visit.load_history(name, history, key());
        visit.answer(service::UNKNOWN_SYMBOL);
        assert!(
            matches!(visit.error(), PriceMessage::Answer(_)),
            "{history:?}"
        );
        visit.pass(5_000.0);
        assert!(visit.requests.is_empty());
    }
}

#[test]
fn one_price_is_no_history() {
    let mut visit = Visit::open("");
    visit.load("MSFT");
    let one = service::good_answer(&visit.asked_url(), 1);
    visit.answer(&one);
    let symbol = "MSFT".to_owned();
    let refused = PriceMessage::Answer(AnswerError::OneRow { symbol });
    assert_eq!(*visit.error(), refused);
    assert_eq!(visit.phase(), Phase::Ready);
    let kept = visit.storage.all(hindcast::lab::command::Store::Copies);
    assert!(kept.is_empty(), "{kept:?}");
}

/// The recorded refusals are not part of the project: where they are absent, this is skipped.
#[test]
fn every_recorded_refusal_is_explained_without_the_key_and_nothing_is_lost() {
    let folder = std::path::Path::new("../shared/data/alphavantage/notices");
    let Ok(files) = std::fs::read_dir(folder) else {
        return println!("skipped: no recorded refusals in {}", folder.display());
    };
    for file in files {
        let path = file.unwrap().path();
        let refusal = std::fs::read_to_string(&path).unwrap();
        let refusal = refusal.replace(&"X".repeat(16), KEY);
        let mut visit = Visit::open("");
        let world = visit.lab.run.prices.clone();
        visit.load("IBM");
        // Some refuse an endpoint, so that the next one is asked for.
        while !visit.requests.is_empty() {
            visit.answer(&refusal);
            visit.pass(1_200.0);
        }
        assert!(!format!("{:?}", visit.error()).contains(KEY), "{path:?}");
        assert_eq!(visit.phase(), Phase::Ready, "{path:?}");
        assert_eq!(visit.lab.run.prices, world, "{path:?}");
    }
}

#[test]
fn a_mistyped_symbol_suggests_the_nearest_one_known() {
    let mut visit = Visit::open("");
    visit.load_and_serve("MSFT");
    visit.load("MSTF");
    visit.pass(1_200.0);
    visit.answer(service::UNKNOWN_SYMBOL);
    // An invalid call may be about the size of what was asked for.
    visit.pass(1_200.0);
    assert_eq!(visit.asked(), ["TIME_SERIES_DAILY MSTF"]);
    visit.answer(service::UNKNOWN_SYMBOL);
    assert!(matches!(
        visit.error(),
        PriceMessage::NoRecentEither(AnswerError::UnknownSymbol { symbol }) if symbol == "MSTF"
    ));
    assert_eq!(visit.offer(), Some(Offer::LoadSymbol("MSFT".to_owned())));
    visit.want(Intention::Accept(visit.offer().unwrap()));
    // By the copy.
    assert!(visit.requests.is_empty());
    assert!(visit.is_from_copy());
}

#[test]
fn the_demo_key_goes_on_to_what_its_documentation_lists_now() {
    let mut visit = Visit::open("");
    visit.want(Intention::TryDemo);
    assert_eq!(visit.asked(), ["TIME_SERIES_DAILY_ADJUSTED IBM"]);
    assert!(visit.asked_url().ends_with("apikey=demo"));
    visit.answer(service::DEMO_KEY);
    visit.pass(1_200.0);
    assert_eq!(visit.asked(), ["TIME_SERIES_DAILY IBM"]);
    visit.serve();
    assert_eq!(*visit.news(), PriceMessage::NotAdjusted);
    assert_eq!(visit.rows(), 300);
}

#[test]
fn refresh_asks_again_and_a_failure_leaves_what_is_there() {
    let mut visit = Visit::open("");
    visit.load_and_serve("MSFT");
    visit.pass(2_000.0);
    visit.want(Intention::Refresh);
    let longer = service::good_answer(&visit.asked_url(), 310);
    visit.answer(&longer);
    assert_eq!(visit.rows(), 310);
    visit.pass(2_000.0);
    visit.want(Intention::Refresh);
    visit.offline();
    // A copy is no answer to who asked for newer prices.
    assert_eq!(
        *visit.error(),
        PriceMessage::Transport(TransportError::Offline)
    );
    assert_eq!(visit.rows(), 310);
    // What was refreshed is what was kept.
    visit.load_history("MSFT", History::Daily, None);
    assert_eq!(visit.rows(), 310);
}

#[test]
fn the_same_prices_once_more_keep_the_phase() {
    let mut visit = Visit::open("");
    visit.load_and_serve("MSFT");
    let before = visit.lab.run.prices.clone();
    visit.pass(2_000.0);
    visit.want(Intention::Refresh);
    visit.serve();
    assert_eq!(visit.lab.run.prices, before);
    assert_eq!(visit.phase(), Phase::Ready);
}

#[test]
fn without_a_key_nothing_is_asked() {
    let mut visit = Visit::open("");
    visit.load_history("IBM", History::Daily, None);
    assert_eq!(*visit.error(), PriceMessage::KeyWanted);
    assert_eq!(visit.phase(), Phase::Ready);
    assert!(visit.requests.is_empty());
}

#[test]
fn what_is_no_symbol_is_refused_before_anything_begins() {
    let mut visit = Visit::open("");
    for typed in ["", "A B", "TOOLONGTOBEASYMBOL.LON"] {
        visit.load(typed);
        assert!(
            matches!(visit.error(), PriceMessage::BadSymbol(_)),
            "{typed}"
        );
        assert_eq!(visit.phase(), Phase::Ready);
    }
    assert!(visit.requests.is_empty());
}
