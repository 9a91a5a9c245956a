//! The key goes to Alpha Vantage and nowhere else.

use super::*;
use crate::visit::Storage;
use hindcast::lab::command::RequestId;
use hindcast::lab::event::{Secret, SmallRecords};
use hindcast::lab::pool::Hardware;
use hindcast::lab::prices::{KeyPresence, NoNewerPrices};
use hindcast::lab::{Command, Event};

fn load_and_remember(visit: &mut Visit, key: Option<ApiKey>, remember_key: bool) {
    visit.want(Intention::LoadPrices {
        symbol: "MSFT".to_owned(),
        history: History::Daily,
        key,
        remember_key,
    });
}

#[test]
fn the_key_is_in_no_debug_output_no_address_and_nothing_kept() {
    let mut visit = Visit::open("");
    visit.load("MSFT");
    assert!(visit.asked_url().ends_with(KEY));
    // The notice echoes it, and so does an answer.
    visit.answer(&service::daily_limit(KEY));
    visit.load("MSFT");
    visit.pass(1_200.0);
    let good = service::good_answer(&visit.asked_url(), 300);
    let echo = good.replacen(
        r#""2. Symbol""#,
        &format!(r#""0. Caller": "{KEY}", "2. Symbol""#),
        1,
    );
    visit.answer(&echo);
    assert_eq!(visit.symbol(), "MSFT");
    visit.want(Intention::CopyLink);
    let places = [
        format!("{:?}", visit.lab),
        format!("{:?}", visit.ordered),
        format!("{:?} {:?}", visit.storage, visit.small),
        visit.address.clone(),
    ];
    for place in places {
        assert!(!place.contains(KEY));
    }
    assert_eq!(visit.small.api_key, None);
}

#[test]
fn an_answer_with_the_key_in_it_does_not_print() {
    let mut visit = Visit::open("");
    visit.load("MSFT");
    visit.held.work = true;
    visit.answer(&service::daily_limit(KEY));
    let last = visit.ordered.last();
    assert!(matches!(last, Some(Command::Do(_))), "{last:?}");
    assert!(!format!("{last:?}").contains(KEY));
}

#[test]
fn a_key_typed_as_a_symbol_or_a_name_goes_nowhere() {
    let mut visit = Visit::open("");
    for typed in [KEY.to_owned(), KEY.to_lowercase(), format!(" {KEY} ")] {
        visit.load_history(&typed, History::Daily, None);
        assert_eq!(*visit.error(), PriceMessage::KeyAsSymbol);
        visit.want(Intention::DismissNotice);
        visit.want(Intention::SearchSymbol {
            typed,
            key: None,
            remember_key: false,
        });
        assert_eq!(*visit.error(), PriceMessage::KeyAsSymbol);
    }
    assert!(visit.requests.is_empty());
    // A kept key is known however short it is.
    visit.load_history("MSFT", History::Daily, ApiKey::new("SH0RTKEY"));
    visit.serve();
    visit.load_history("sh0rtkey", History::Daily, None);
    assert_eq!(*visit.error(), PriceMessage::KeyAsSymbol);
    assert_eq!(visit.lab.prices.recent_symbols(), ["MSFT"]);
}

#[test]
fn a_typed_key_serves_the_tab_and_is_remembered_where_that_is_ticked() {
    let mut visit = Visit::open("");
    load_and_remember(&mut visit, key(), false);
    assert_eq!(visit.lab.prices.key_presence(), KeyPresence::Tab);
    assert_eq!(visit.small.api_key, None);
    // Ticked afterwards, with an empty field.
    load_and_remember(&mut visit, None, true);
    assert_eq!(visit.lab.prices.key_presence(), KeyPresence::Remembered);
    assert_eq!(visit.small.api_key.as_deref(), Some(KEY));
    // … and unticked: what was ticked last holds.
    load_and_remember(&mut visit, None, false);
    assert_eq!(visit.lab.prices.key_presence(), KeyPresence::Tab);
    assert_eq!(visit.small.api_key, None);
}

#[test]
fn a_remembered_key_is_there_in_a_later_visit_until_it_is_forgotten() {
    let mut visit = Visit::open("");
    load_and_remember(&mut visit, key(), true);
    let mut later = Visit::open_on("", Storage::default(), visit.small);
    assert_eq!(later.lab.prices.key_presence(), KeyPresence::Remembered);
    later.load_history("IBM", History::Daily, None);
    assert!(later.asked_url().ends_with(KEY));
    later.serve();
    later.want(Intention::ForgetKey);
    assert_eq!(later.small.api_key, None);
    assert_eq!(later.lab.prices.key_presence(), KeyPresence::None);
    assert_eq!(later.ordered.last(), Some(&Command::ForgetRequests));
    // Nothing remembers it: not what was loaded with it either.
    later.want(Intention::Refresh);
    assert_eq!(*later.error(), PriceMessage::KeyWanted);
}

#[test]
fn a_browser_that_remembers_nothing_leaves_the_key_in_the_tab() {
    let mut visit = Visit::open("");
    load_and_remember(&mut visit, key(), true);
    visit.want(Intention::KeyNotRemembered);
    assert_eq!(visit.lab.prices.key_presence(), KeyPresence::NotRemembered);
    visit.serve();
    // The key is still there: an empty field loads.
    visit.load_history("IBM", History::Daily, None);
    visit.pass(1_200.0);
    assert!(visit.asked_url().ends_with(KEY));
}

#[test]
fn a_key_that_the_browser_does_not_delete_is_said_to_stay() {
    let mut visit = Visit::open_on("", Storage::default(), remembered());
    visit.want(Intention::ForgetKey);
    visit.want(Intention::KeyNotRemembered);
    assert_eq!(visit.lab.prices.key_presence(), KeyPresence::NotForgotten);
    // The visit has forgotten it all the same.
    visit.load_history("MSFT", History::Daily, None);
    assert_eq!(*visit.error(), PriceMessage::KeyWanted);
    // Unticked, it is to leave the device too.
    let mut visit = Visit::open("");
    load_and_remember(&mut visit, key(), true);
    load_and_remember(&mut visit, None, false);
    visit.want(Intention::KeyNotRemembered);
    assert_eq!(visit.lab.prices.key_presence(), KeyPresence::NotForgotten);
    // Another try is possible.
    visit.want(Intention::ForgetKey);
    assert_eq!(visit.lab.prices.key_presence(), KeyPresence::None);
}

#[test]
fn what_the_demo_key_loaded_is_refreshed_with_it_whatever_key_is_kept() {
    let mut visit = Visit::open("");
    visit.load_and_serve("MSFT");
    visit.want(Intention::TryDemo);
    visit.pass(1_200.0);
    visit.serve();
    visit.want(Intention::Refresh);
    visit.pass(1_200.0);
    assert!(visit.asked_url().ends_with("apikey=demo"));
    assert_eq!(visit.used_today(), 1);
}

#[test]
fn a_key_given_since_is_the_one_that_refreshes() {
    let mut visit = Visit::open("");
    visit.load_and_serve("MSFT");
    visit.want(Intention::LoadPrices {
        symbol: "MSFT".to_owned(),
        history: History::Daily,
        key: ApiKey::new("AN0THERKEY0000XY"),
        remember_key: false,
    });
    visit.pass(2_000.0);
    visit.want(Intention::Refresh);
    assert!(visit.asked_url().ends_with("AN0THERKEY0000XY"));
}

#[test]
fn a_forgotten_keys_refusals_are_forgotten_and_the_demo_keys_are_not() {
    let mut visit = Visit::open("");
    for key in [key(), ApiKey::new("demo")] {
        visit.load_history("IBM", History::Weekly, key);
        visit.pass(1_200.0);
        let refusal = if visit.asked_url().ends_with("demo") {
            service::DEMO_KEY
        } else {
            service::PREMIUM
        };
        visit.answer(refusal);
    }
    visit.want(Intention::ForgetKey);
    visit.load_history("IBM", History::Weekly, ApiKey::new("demo"));
    assert!(visit.requests.is_empty());
    visit.load_history("IBM", History::Weekly, key());
    visit.pass(1_200.0);
    assert_eq!(visit.requests.len(), 1);
}

#[test]
fn events_do_not_print_the_key() {
    let stored = SmallRecords {
        api_key: Some(KEY.to_owned()),
        ..SmallRecords::default()
    };
    let opened = Event::Opened {
        fragment: String::new(),
        stored,
        hardware: Hardware::default(),
    };
    let answered = Event::Fetched {
        request: RequestId(1),
        reply: Ok(Secret(service::daily_limit(KEY))),
        requests: None,
    };
    for event in [opened, answered] {
        assert!(!format!("{event:?}").contains(KEY));
    }
}

/// A device on which the key is remembered.
fn remembered() -> SmallRecords {
    SmallRecords {
        api_key: Some(KEY.to_owned()),
        ..SmallRecords::default()
    }
}

#[test]
fn a_link_spends_no_request_of_the_visitors_key_without_a_press() {
    let waits = |symbol: &str| PriceMessage::LinkWaits {
        symbol: symbol.to_owned(),
    };
    let link = "source=av:MSFT:weekly&window=7&autorun=1";
    let mut visit = Visit::open_on(link, Storage::default(), remembered());
    assert!(visit.requests.is_empty());
    assert_eq!(*visit.news(), waits("MSFT"));
    let offer = visit.offer();
    assert_eq!(offer, Some(Offer::LoadLinked("MSFT".to_owned())));
    // Followed within the visit it spends none either, nor one of a key that serves the tab alone.
    visit.happen(Event::AddressChanged {
        fragment: "source=fx:EUR/CHF".to_owned(),
    });
    assert!(visit.requests.is_empty());
    assert_eq!(*visit.news(), waits("EUR/CHF"));
    assert_eq!(visit.used_today(), 0);
    // One press is one request, and the link's settings come with its prices.
    visit.happen(Event::AddressChanged {
        fragment: link.to_owned(),
    });
    visit.want(Intention::Accept(offer.unwrap()));
    assert!(visit.asked_url().ends_with(KEY));
    visit.serve();
    assert_eq!(visit.address, "source=av:MSFT:weekly&window=7");
    assert_eq!(visit.lab.run.notice, None);
}

#[test]
fn a_link_to_an_example_asks_with_the_public_key_and_leaves_the_visitors_alone() {
    for link in [
        "source=av:IBM:daily",
        "source=fx:EUR/USD",
        "source=coin:BTC/EUR",
    ] {
        let mut visit = Visit::open_on(link, Storage::default(), remembered());
        assert!(visit.asked_url().ends_with("apikey=demo"), "{link}");
        visit.serve();
        assert_eq!(visit.address, link);
        assert_eq!(visit.used_today(), 0);
    }
}

#[test]
fn a_link_to_an_old_copy_shows_it_and_says_how_to_have_newer_prices() {
    let mut visit = Visit::open("");
    visit.load_and_serve("MSFT");
    let (link, storage) = (visit.address.clone(), visit.storage.clone());
    let mut later = Visit::open_on("", storage, remembered());
    later.pass(3.0 * DAY_MS);
    later.happen(Event::AddressChanged { fragment: link });
    assert!(later.requests.is_empty() && later.is_from_copy());
    assert!(matches!(
        later.news(),
        PriceMessage::OldCopy {
            because: NoNewerPrices::NotAsked,
            ..
        }
    ));
    later.want(Intention::Refresh);
    assert!(later.asked_url().ends_with(KEY));
}

/// The key as a service may send it back: as it is, in small letters, in base64, with every character
/// escaped, in wide letters, in hexadecimal, and spread out.
fn echoes() -> Vec<String> {
    let each = |of: &dyn Fn(char) -> String| KEY.chars().map(of).collect::<String>();
    vec![
        KEY.to_owned(),
        KEY.to_lowercase(),
        "UTdTRUNSRVRLRVk0MlpaQQ==".to_owned(),
        each(&|c| format!("%{:02X}", u32::from(c))),
        each(&|c| {
            char::from_u32(u32::from(c) + 0xFEE0)
                .expect("a wide letter")
                .to_string()
        }),
        each(&|c| format!("{:02x}", u32::from(c))),
        each(&|c| format!("{c} ")),
        each(&|c| format!("&#{};", u32::from(c))),
    ]
}

#[test]
fn wherever_an_answer_echoes_the_key_and_in_whatever_form_no_part_of_it_is_said_or_kept() {
    for echo in echoes() {
        let wanted = service::good_answer("?function=TIME_SERIES_DAILY_ADJUSTED&symbol=MSFT", 3);
        let answers = [
            format!(r#"{{"Information": "{echo}"}}"#),
            format!(r#"{{"Note": "Your key {echo} has had its 25 requests per day."}}"#),
            format!(r#"{{"Error Message": "Invalid API call of {echo}."}}"#),
            format!(r#"{{"Information": "{echo} is for demo purposes only."}}"#),
            format!(r#"{{"{echo}": {{"a": 1}}}}"#),
            format!(r#"{{"Time Series ({echo} min)": {{}}}}"#),
            wanted.replacen("MSFT", &echo, 1),
            wanted.replacen("2026-01-09", &echo, 1),
            wanted.replacen("\"1000000\"", &format!("\"{echo}\""), 1),
            wanted.replace("\"102.9950\"", &format!("\"{echo}\"")),
            wanted.replacen("5. adjusted close", &echo, 1),
            format!("<html>{echo}</html>"),
            echo.clone(),
        ];
        for answer in answers {
            let mut visit = Visit::open("");
            visit.load("MSFT");
            while !visit.requests.is_empty() {
                visit.answer(&answer);
                visit.pass(1_200.0);
            }
            let said = [
                format!("{:?}", visit.lab.run.notice),
                format!("{:?}", visit.storage),
                visit.address.clone(),
            ];
            // A third of it would be too much.
            let parts = echo.char_indices().filter_map(|(at, _)| {
                let end = echo[at..].char_indices().nth(6)?.0;
                Some(&echo[at..at + end])
            });
            for part in parts {
                assert!(!said.iter().any(|it| it.contains(part)), "{part}: {said:?}");
            }
        }
    }
}
