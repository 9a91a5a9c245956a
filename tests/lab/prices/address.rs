//! The address: what it asks for, what it shows, and the links that are copied.

use super::*;
use crate::visit::Storage;
use hindcast::guide::GuideLink;
use hindcast::lab::address::CopyOutcome;
use hindcast::lab::address::keys::KeyError;
use hindcast::lab::event::SmallRecords;
use hindcast::lab::intention::PriceText;
use hindcast::lab::{Command, Event};
use hindcast::market::Source;
use hindcast::market::world::WorldKind;
use hindcast::protocol::{ToTrainer, Workers};

fn follow(visit: &mut Visit, fragment: &str) {
    visit.address = fragment.to_owned();
    visit.happen(Event::AddressChanged {
        fragment: fragment.to_owned(),
    });
}

fn copied(visit: &Visit) -> String {
    let copies = visit.ordered.iter().rev();
    let mut copies = copies.filter_map(|command| match command {
        Command::CopyLink { fragment } => Some(fragment.clone()),
        _ => None,
    });
    copies.next().expect("nothing was copied")
}

#[test]
fn a_bad_value_falls_back_to_its_default_and_is_named() {
    let visit = Visit::open("window=many&epochs=7");
    assert!(matches!(
        visit.price_message(),
        Some((NoticeKind::Warning, PriceMessage::BadAddress { experiment, guide, keys }))
            if experiment.len() == 1 && guide.is_empty() && keys.is_empty()
    ));
    assert_eq!(visit.phase(), Phase::Ready);
    // The address says what the page shows.
    assert_eq!(visit.address, "epochs=7");
}

#[test]
fn an_unknown_key_is_named_and_passed_over() {
    let visit = Visit::open("windoww=30&epochs=7");
    let unknown = [KeyError::Unknown(Some("windoww".into()))];
    assert!(matches!(
        visit.price_message(),
        Some((NoticeKind::Warning, PriceMessage::BadAddress { keys, .. })) if *keys == unknown
    ));
    assert_eq!(visit.address, "epochs=7");
}

#[test]
fn what_is_wrong_with_a_link_is_said_beside_what_its_prices_need_until_the_visitor_acts() {
    let is_complaint = |message: &Message| {
        matches!(
            message,
            Message::Prices(PriceMessage::BadAddress { keys, .. }) if keys.len() == 1
        )
    };
    let first = |visit: &Visit| {
        let notice = visit.lab.run.notice.as_ref().expect("a notice");
        notice.first.as_ref().is_some_and(is_complaint)
    };
    let bad = "source=av:MSFT:daily&windoww=30&epochs=1";
    let mut visit = Visit::open(bad);
    assert!(first(&visit) && matches!(visit.news(), PriceMessage::LinkToSymbol { .. }));
    visit.load("MSFT");
    visit.offline();
    assert!(!first(&visit));
    // With a key, the button is there too.
    visit.pass(2_000.0);
    follow(&mut visit, &bad.replace("MSFT", "AAPL"));
    assert!(first(&visit));
    assert_eq!(visit.offer(), Some(Offer::LoadLinked("AAPL".to_owned())));
    follow(&mut visit, "source=file:a.csv");
    assert!(!first(&visit));
    // What a load has to say hides it no more than a training that begins by itself.
    let mut visit = Visit::open("source=av:IBM:daily&windoww=30&epochs=1&autorun=1");
    visit.answer(service::PREMIUM);
    visit.pass(1_200.0);
    visit.serve();
    assert_eq!(visit.phase(), Phase::Training);
    assert!(first(&visit));
    assert_eq!(*visit.news(), PriceMessage::NotAdjusted);
}

#[test]
fn an_unknown_lesson_is_named() {
    let visit = Visit::open("lesson=nowhere&hide=leaks");
    assert!(matches!(
        visit.price_message(),
        Some((NoticeKind::Warning, PriceMessage::BadAddress { guide, .. })) if guide.len() == 1
    ));
    assert_eq!(visit.address, "hide=leaks");
}

#[test]
fn an_address_that_says_what_the_page_shows_is_not_written() {
    let visit = Visit::open("source=world:seasonal&epochs=7");
    let writes = |command: &Command| matches!(command, Command::WriteAddress(_));
    assert!(!visit.ordered.iter().any(writes));
}

#[test]
fn autorun_loads_and_trains_at_once_and_is_not_shared() {
    let mut visit = Visit::open("epochs=1&autorun=1");
    assert_eq!(visit.phase(), Phase::Training);
    assert_eq!(visit.address, "epochs=1");
    visit.want(Intention::CopyLink);
    assert_eq!(copied(&visit), "epochs=1");
}

#[test]
fn workers_that_an_address_asks_for_share_the_training_and_stay_out_of_links() {
    let workers_of = |visit: &Visit| match visit.orders.last() {
        Some(ToTrainer::Train { watch, .. }) => watch.workers,
        other => panic!("a training was ordered, not {other:?}"),
    };
    let mut visit = Visit::open("epochs=1&autorun=1&workers=3");
    assert_eq!(workers_of(&visit), Workers::Exactly(3));
    assert_eq!(visit.address, "epochs=1");
    visit.want(Intention::CopyLink);
    assert_eq!(copied(&visit), "epochs=1");
    assert_eq!(
        workers_of(&Visit::open("epochs=1&autorun=1")),
        Workers::Auto
    );
}

#[test]
fn autorun_waits_for_fetched_prices() {
    let mut visit = Visit::open("source=av:IBM:daily&epochs=1&autorun=1");
    assert_eq!(visit.phase(), Phase::Loading);
    // The demo key needs no asking.
    assert!(visit.asked_url().ends_with("apikey=demo"));
    visit.serve();
    assert_eq!(visit.phase(), Phase::Training);
}

#[test]
fn why_a_links_training_cannot_start_is_not_hidden_by_what_the_key_may_not_have() {
    let mut visit = Visit::open("source=av:IBM:daily&autorun=1");
    visit.answer(service::PREMIUM);
    visit.pass(1_200.0);
    let few = service::good_answer(&visit.asked_url(), 20);
    visit.answer(&few);
    let notice = visit.lab.run.notice.as_ref().unwrap();
    assert_eq!(notice.kind, NoticeKind::Error);
    assert!(matches!(notice.message, Message::Training(_)));
}

#[test]
fn a_world_chosen_meanwhile_is_not_trained_by_the_links_autorun() {
    let mut visit = Visit::open("source=av:IBM:daily&autorun=1");
    visit.want(Intention::LoadWorld(WorldKind::Seasonal));
    assert_eq!(visit.phase(), Phase::Ready);
}

#[test]
fn an_autorun_whose_prices_failed_does_not_train_the_next_ones() {
    let mut visit = Visit::open("source=av:IBM:daily&autorun=1");
    visit.offline();
    visit.load("MSFT");
    visit.pass(1_200.0);
    visit.serve();
    assert_eq!(visit.phase(), Phase::Ready);
}

#[test]
fn an_autorun_that_waits_for_a_press_trains_once_the_press_has_brought_the_prices() {
    // A key, typed for the very symbol of the link.
    let mut visit = Visit::open("source=av:MSFT:daily&epochs=1&autorun=1");
    assert!(matches!(visit.news(), PriceMessage::LinkToSymbol { .. }));
    assert_eq!(visit.phase(), Phase::Empty);
    visit.load("MSFT");
    visit.serve();
    assert_eq!(visit.phase(), Phase::Training);
    assert_eq!(visit.address, "source=av:MSFT:daily&epochs=1");
    // The same link, opened where the key is kept: the notice's button.
    visit.finish();
    visit.pass(2_000.0);
    follow(&mut visit, "source=fx:EUR/CHF&epochs=2&autorun=1");
    assert!(visit.requests.is_empty());
    visit.want(Intention::Accept(Offer::LoadLinked("EUR/CHF".to_owned())));
    visit.serve();
    assert_eq!(visit.phase(), Phase::Training);
    assert_eq!(visit.address, "source=fx:EUR/CHF&epochs=2");
}

#[test]
fn a_link_to_a_file_with_autorun_trains_once_the_file_is_opened() {
    let mut visit = Visit::open("source=file:walk.csv&epochs=1&autorun=1");
    let file = visit.file("walk.csv", service::csv(&service::walk(200, 1)));
    visit.want(Intention::OpenPrices(PriceText::File(file)));
    assert_eq!(visit.phase(), Phase::Training);
}

#[test]
fn a_press_that_fails_leaves_the_autorun_to_the_next_try() {
    let mut visit = Visit::open("source=av:IBM:daily&epochs=1&autorun=1");
    visit.offline();
    assert_eq!(visit.phase(), Phase::Empty);
    visit.pass(1_200.0);
    visit.want(Intention::TryDemo);
    visit.serve();
    assert_eq!(visit.phase(), Phase::Training);
}

#[test]
fn settings_chosen_meanwhile_or_another_link_end_a_waiting_autorun() {
    let link = "source=av:MSFT:daily&window=9&epochs=1&autorun=1";
    let mut visit = Visit::open("");
    follow(&mut visit, link);
    let mut settings = visit.lab.run.experiment.settings.clone();
    settings.epochs = 2;
    visit.want(Intention::ChangeSettings(settings));
    visit.load("MSFT");
    visit.serve();
    assert_eq!(visit.phase(), Phase::Ready);
    // A link to the prices on the screen, with other settings.
    let mut visit = Visit::open("");
    follow(&mut visit, link);
    follow(&mut visit, "epochs=3");
    visit.load("MSFT");
    visit.serve();
    assert_eq!(visit.phase(), Phase::Ready);
    assert_eq!(visit.address, "source=av:MSFT:daily&epochs=3");
}

#[test]
fn a_link_whose_prices_cannot_be_had_changes_nothing_until_they_are() {
    let mut visit = Visit::open("epochs=2");
    let before = visit.lab.run.experiment.clone();
    follow(&mut visit, "source=av:MSFT:daily&window=7&epochs=1");
    let to_do = PriceMessage::LinkToSymbol {
        symbol: "MSFT".to_owned(),
    };
    assert_eq!(*visit.news(), to_do);
    assert_eq!(visit.phase(), Phase::Ready);
    assert_eq!(visit.lab.run.experiment, before);
    assert_eq!(visit.address, "epochs=2");
    // The form offers what the link is about.
    let pending = visit.lab.pending.as_ref().unwrap();
    assert!(matches!(&pending.source, Source::AlphaVantage { symbol, .. } if symbol == "MSFT"));
    visit.load("MSFT");
    visit.serve();
    assert_eq!(visit.address, "source=av:MSFT:daily&window=7&epochs=1");
    assert_eq!(visit.lab.pending, None);
}

#[test]
fn other_prices_end_the_wait_of_a_link() {
    let mut visit = Visit::open("epochs=2");
    follow(&mut visit, "source=av:MSFT:daily&window=7");
    visit.load("AAPL");
    visit.serve();
    assert_eq!(visit.address, "source=av:AAPL:daily&epochs=2");
    assert_eq!(visit.lab.pending, None);
}

#[test]
fn a_link_to_a_file_asks_for_the_file_and_its_settings_come_with_it() {
    let mut visit = Visit::open("source=file:walk.csv&window=7");
    let name = "walk.csv".to_owned();
    assert_eq!(*visit.news(), PriceMessage::LinkToFile { name });
    assert_eq!(visit.phase(), Phase::Empty);
    let file = visit.file("walk.csv", service::csv(&service::walk(200, 1)));
    visit.want(Intention::OpenPrices(PriceText::File(file)));
    assert_eq!(visit.lab.run.experiment.settings.window, 7);
    assert_eq!(visit.address, "source=file:walk.csv&window=7");
}

#[test]
fn a_link_to_a_file_ends_a_load_under_way() {
    let mut visit = Visit::open("");
    visit.load("MSFT");
    follow(&mut visit, "source=file:walk.csv");
    assert_eq!(visit.phase(), Phase::Ready);
    visit.serve();
    assert_eq!(visit.address, "");
    assert!(matches!(visit.news(), PriceMessage::LinkToFile { .. }));
}

#[test]
fn three_links_as_quick_as_a_page_can_end_at_the_third() {
    let mut visit = Visit::open("");
    visit.load_and_serve("IBM");
    visit.pass(1_300.0);
    for symbol in ["AAA", "BBB", "CCC"] {
        follow(&mut visit, &format!("source=av:{symbol}:weekly"));
        visit.want(Intention::Accept(Offer::LoadLinked(symbol.to_owned())));
        visit.pass(50.0);
    }
    visit.pass(2_500.0);
    assert_eq!(
        visit.asked(),
        [
            "TIME_SERIES_WEEKLY_ADJUSTED AAA",
            "TIME_SERIES_WEEKLY_ADJUSTED CCC"
        ]
    );
    visit.serve();
    visit.serve();
    assert_eq!(visit.symbol(), "CCC");
    assert_eq!(visit.address, "source=av:CCC:weekly");
}

#[test]
fn a_link_to_the_same_prices_changes_the_settings_alone() {
    let mut visit = Visit::open("source=world:seasonal&epochs=2");
    let prices = visit.lab.run.prices.clone().unwrap();
    follow(&mut visit, "source=world:seasonal&epochs=3&window=9");
    let now = visit.lab.run.prices.as_ref().unwrap();
    assert!(std::sync::Arc::ptr_eq(&prices, now));
    assert_eq!(visit.lab.run.experiment.settings.window, 9);
    // Another seed is another world.
    follow(&mut visit, "source=world:seasonal&epochs=3&window=9&seed=5");
    assert_ne!(visit.lab.run.prices, Some(prices));
}

#[test]
fn the_link_of_what_is_shown_does_nothing_but_with_autorun_it_trains() {
    let mut visit = Visit::open("epochs=1");
    let before = visit.lab.run.clone();
    follow(&mut visit, "epochs=1");
    assert_eq!(visit.lab.run, before);
    follow(&mut visit, "epochs=1&autorun=1");
    assert_eq!(visit.phase(), Phase::Training);
    assert_eq!(visit.address, "epochs=1");
}

#[test]
fn a_link_is_not_opened_while_a_training_runs() {
    let mut visit = Visit::open("epochs=1");
    visit.want(Intention::Train);
    follow(&mut visit, "source=world:seasonal&epochs=1");
    assert_eq!(*visit.news(), PriceMessage::LinkWhileTraining);
    assert_eq!(visit.address, "epochs=1");
    assert_eq!(visit.phase(), Phase::Training);
}

#[test]
fn a_link_is_not_opened_while_a_study_runs() {
    let mut visit = Visit::open("epochs=1");
    visit.want(Intention::RepeatSeeds {
        seeds: 3,
        partner: Default::default(),
    });
    follow(&mut visit, "source=world:seasonal&epochs=1");
    assert_eq!(*visit.news(), PriceMessage::LinkWhileStudying);
    assert_eq!(visit.address, "epochs=1");
}

#[test]
fn a_copied_link_is_said_for_a_while() {
    let mut visit = Visit::open("epochs=7");
    visit.want(Intention::CopyLink);
    assert_eq!(copied(&visit), "epochs=7");
    assert_eq!(visit.lab.copied, CopyOutcome::Copied);
    visit.pass(3_999.0);
    assert_eq!(visit.lab.copied, CopyOutcome::Copied);
    visit.pass(1.0);
    assert_eq!(visit.lab.copied, CopyOutcome::None);
}

#[test]
fn without_a_clipboard_the_link_itself_stays() {
    let mut visit = Visit::open("");
    let link = "https://example.org/#epochs=7".to_owned();
    visit.happen(Event::Copied {
        link: link.clone(),
        done: false,
    });
    visit.pass(10_000.0);
    assert_eq!(visit.lab.copied, CopyOutcome::Shown(link));
}

#[test]
fn a_lesson_is_in_the_address_and_a_teachers_link_need_not_be() {
    let mut visit = Visit::open("epochs=7&hide=leaks,runs");
    assert_eq!(visit.lab.link.hidden.len(), 2);
    visit.want(Intention::CopyLessonLink(GuideLink::default()));
    assert_eq!(copied(&visit), "epochs=7");
    // Everything is shown again.
    visit.want(Intention::ShowHidden);
    assert_eq!(visit.address, "epochs=7");
}

#[test]
fn an_api_key_in_an_address_is_neither_kept_nor_written() {
    let visit = Visit::open(&format!("epochs=7&apikey={KEY}"));
    assert_eq!(visit.address, "epochs=7");
    assert!(!format!("{:?}", visit.lab).contains(KEY));
}

#[test]
fn a_past_run_brings_back_its_settings_and_its_very_prices() {
    let mut visit = Visit::open("epochs=1&source=world:seasonal");
    visit.want(Intention::Train);
    visit.finish();
    assert_eq!(visit.phase(), Phase::Done);
    let number = visit.lab.session.runs().last().expect("a run").number;
    let prices = visit.lab.run.prices.clone().unwrap();
    // Of the same prices the settings alone, and the results stay.
    let mut settings = visit.lab.run.experiment.settings.clone();
    settings.window = 9;
    visit.want(Intention::ChangeSettings(settings));
    visit.want(Intention::RestoreRun(number));
    assert_eq!(visit.lab.run.experiment.settings.window, 20);
    assert_eq!(visit.phase(), Phase::Done);
    // Of others the prices too.
    visit.want(Intention::LoadWorld(WorldKind::RandomWalk));
    visit.want(Intention::RestoreRun(number));
    assert_eq!(visit.address, "source=world:seasonal&epochs=1");
    let now = visit.lab.run.prices.as_ref().unwrap();
    assert!(std::sync::Arc::ptr_eq(&prices, now));
}

#[test]
fn a_run_is_not_restored_while_a_training_runs() {
    let mut visit = Visit::open("epochs=1");
    visit.want(Intention::Train);
    visit.finish();
    let number = visit.lab.session.runs().last().expect("a run").number;
    visit.want(Intention::LoadWorld(WorldKind::Seasonal));
    visit.want(Intention::Train);
    visit.want(Intention::RestoreRun(number));
    assert_eq!(visit.address, "source=world:seasonal&epochs=1");
}

#[test]
fn a_link_to_a_copy_opens_without_a_key() {
    let mut visit = Visit::open("");
    visit.load_and_serve("MSFT");
    let link = visit.address.clone();
    let small = SmallRecords::default();
    let storage: Storage = visit.storage.clone();
    let later = Visit::open_on(&link, storage, small);
    assert_eq!(later.symbol(), "MSFT");
    assert!(later.is_from_copy());
}
