//! Exchange rates and coins: typed, linked, fetched, kept, refused.

use super::*;
use hindcast::lab::Command;
use hindcast::market::alpha_vantage::{AnswerError, Refusal};
use hindcast::market::world::WorldKind;
use hindcast::market::{Remark, SymbolError};

#[test]
fn a_typed_pair_is_an_exchange_rate_whatever_interval_the_form_has() {
    let mut visit = Visit::open("");
    visit.load_history(" eurchf", History::Weekly, key());
    let url = visit.asked_url();
    assert!(url.contains("function=FX_DAILY&from_symbol=EUR&to_symbol=CHF&outputsize=full"));
    visit.serve();
    assert_eq!((visit.symbol(), visit.rows()), ("EUR/CHF".to_owned(), 300));
    assert_eq!(visit.address, "source=fx:EUR/CHF");
    assert_eq!(visit.lab.prices.recent_symbols(), ["EUR/CHF"]);
    // As many digits as the answer has.
    let series = &visit.lab.run.prices.as_ref().unwrap().series;
    assert_eq!(series.last_price(), 1.08874);
    assert_eq!(visit.lab.run.notice, None);
}

#[test]
fn a_coin_is_traded_on_weekends_and_its_day_is_not_over() {
    let mut visit = Visit::open("");
    visit.load("btc/usd");
    assert!(
        visit
            .asked_url()
            .contains("DIGITAL_CURRENCY_DAILY&symbol=BTC&market=USD")
    );
    visit.serve();
    assert_eq!(visit.address, "source=coin:BTC/USD");
    let series = &visit.lab.run.prices.as_ref().unwrap().series;
    // The answer came on the 15th, at noon.
    assert_eq!(series.last_date().to_string(), "2026-01-14");
    assert_eq!(series.warnings(), []);
    let report = visit.lab.run.data_report.as_ref().expect("a report");
    assert_eq!(report.remarks(series), [Remark::NeverClosed]);
    assert!(report.splits.is_empty());
}

#[test]
fn a_pairs_copy_saves_a_request_and_opens_its_link() {
    let mut visit = Visit::open("");
    visit.load_and_serve("GBP/USD");
    visit.want(Intention::LoadWorld(WorldKind::RandomWalk));
    visit.load("GBP/USD");
    assert!(visit.requests.is_empty() && visit.is_from_copy());
    let later = Visit::open_on(&visit.address, visit.storage.clone(), Default::default());
    assert_eq!(later.symbol(), "GBP/USD");
}

#[test]
fn a_refused_rate_is_offered_its_last_hundred_days_and_a_coin_nothing() {
    let mut visit = Visit::open("");
    visit.load("EUR/USD");
    visit.answer(service::PREMIUM);
    assert_eq!(visit.offer(), Some(Offer::LoadRecent));
    visit.want(Intention::Accept(Offer::LoadRecent));
    visit.pass(1_200.0);
    assert!(!visit.asked_url().contains("outputsize"));
    visit.serve();
    assert_eq!((visit.symbol(), visit.rows()), ("EUR/USD".to_owned(), 100));
    visit.load("ETH/EUR");
    visit.pass(1_200.0);
    visit.answer(service::PREMIUM);
    let refused = PriceMessage::Refused(Refusal {
        wanted: History::Coin,
        offer: None,
        demo: false,
    });
    assert_eq!((visit.error(), visit.offer()), (&refused, None));
}

#[test]
fn what_the_demo_key_is_refused_of_its_example_pair_is_not_asked_again() {
    let mut visit = Visit::open("source=fx:EUR/USD");
    visit.answer(service::DEMO_KEY);
    let refused = PriceMessage::Refused(Refusal {
        wanted: History::Rate,
        offer: Some(History::RateRecent),
        demo: true,
    });
    assert_eq!(*visit.error(), refused);
    assert_eq!(visit.offer(), Some(Offer::LoadRecent));
    visit.want(Intention::Accept(Offer::LoadRecent));
    visit.pass(1_200.0);
    visit.serve();
    assert_eq!((visit.symbol(), visit.rows()), ("EUR/USD".to_owned(), 100));
}

#[test]
fn what_is_no_pair_is_asked_of_nobody_and_an_unknown_one_is_not_searched_for() {
    let mut visit = Visit::open("");
    for typed in ["EUR/", "/", "EUR/EUR", "EUR/USD/CHF"] {
        visit.load(typed);
        assert_eq!(
            *visit.error(),
            PriceMessage::BadSymbol(SymbolError::BadPair)
        );
    }
    assert!(visit.requests.is_empty());
    visit.load("XYZ/USD");
    visit.answer(service::UNKNOWN_SYMBOL);
    let symbol = "XYZ/USD".to_owned();
    let unknown = PriceMessage::Answer(AnswerError::UnknownSymbol { symbol });
    assert_eq!((visit.error(), visit.offer()), (&unknown, None));
}

#[test]
fn an_answer_about_another_pair_is_refused() {
    let mut visit = Visit::open("");
    visit.load("EUR/USD");
    let other = service::good_answer(&visit.asked_url().replace("EUR", "GBP"), 200);
    visit.answer(&other);
    let symbol = "EUR/USD".to_owned();
    let refused = PriceMessage::Answer(AnswerError::OtherSymbol { symbol });
    assert_eq!(*visit.error(), refused);
    let kept = |command: &Command| matches!(command, Command::Remember { .. });
    assert_eq!(visit.lab.prices.recent_symbols(), [] as [String; 0]);
    assert!(visit.ordered.iter().filter(|command| kept(command)).count() <= 1);
}

#[test]
fn a_link_to_a_pair_without_a_key_says_what_to_do() {
    let visit = Visit::open("source=coin:BTC/USD");
    let symbol = "BTC/USD".to_owned();
    assert_eq!(*visit.news(), PriceMessage::LinkToSymbol { symbol });
    assert!(visit.requests.is_empty());
}
