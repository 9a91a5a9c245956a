//! What is shown of an event before the code that takes it in has loaded is what stands there when it has
//! been taken in.

use hindcast::forecast::Settings;
use hindcast::lab::event::SmallRecords;
use hindcast::lab::pool::Hardware;
use hindcast::lab::{Event, Intention, Lab, Now, Phase};
use hindcast::market::world::WorldKind;

fn opened(fragment: &str) -> Event {
    Event::Opened {
        fragment: fragment.to_owned(),
        stored: SmallRecords::default(),
        hardware: Hardware::default(),
    }
}

/// The events as they are shown at once, and as they are taken in later by a new lab.
fn both(events: &[Event]) -> (Lab, Lab) {
    let (mut shown, mut applied) = (Lab::new(), Lab::new());
    for event in events {
        shown.show_at_once(event);
        applied.apply(event.clone(), Now::default());
    }
    (shown, applied)
}

fn assert_alike(events: &[Event]) {
    let (shown, applied) = both(events);
    assert_eq!(shown.run.experiment, applied.run.experiment, "{events:?}");
    // Thousands of rows are nothing to print.
    assert!(shown.run.prices.is_some(), "{events:?}");
    assert!(shown.run.prices == applied.run.prices, "{events:?}");
    assert_eq!(shown.run.phase, applied.run.phase, "{events:?}");
    assert_eq!(shown.link, applied.link, "{events:?}");
}

fn settings(change: impl FnOnce(&mut Settings)) -> Event {
    let mut settings = Settings::default();
    change(&mut settings);
    Event::Wanted(Intention::ChangeSettings(settings))
}

#[test]
fn an_address_of_a_world_is_shown_whole() {
    for fragment in [
        "",
        "#",
        "#source=world:seasonal&epochs=3&seed=9",
        "#source=world:volatility-clusters&window=30&hide=device,leaks",
        "#lesson=slide-it",
        "#lesson=slide-it&epochs=2",
        "#epochs=many&source=world:nowhere&unheard=of",
    ] {
        assert_alike(&[opened(fragment)]);
    }
}

#[test]
fn settings_and_worlds_that_are_chosen_are_shown() {
    let world = |kind| Event::Wanted(Intention::LoadWorld(kind));
    assert_alike(&[opened(""), settings(|settings| settings.window = 33)]);
    // Another seed is another world.
    assert_alike(&[opened(""), settings(|settings| settings.seed = 7)]);
    assert_alike(&[
        opened("#seed=4&epochs=5"),
        world(WorldKind::Seasonal),
        Event::Wanted(Intention::SealLastDays(true)),
    ]);
    assert_alike(&[
        opened(""),
        Event::AddressChanged {
            fragment: "#source=world:seasonal&seed=3".to_owned(),
        },
    ]);
}

#[test]
fn a_training_is_shown_as_one_that_starts() {
    assert_alike(&[opened("#epochs=2"), Event::Wanted(Intention::Train)]);
}

#[test]
fn prices_that_must_be_fetched_are_shown_as_loading_and_none_are_made_up() {
    let (shown, _) = both(&[opened("#source=av:MSFT:daily")]);
    assert_eq!(
        (shown.run.phase, &shown.run.prices),
        (Phase::Loading, &None)
    );
    let (shown, applied) = both(&[opened(""), Event::Wanted(Intention::TryDemo)]);
    assert_eq!(
        (shown.run.phase, applied.run.phase),
        (Phase::Loading, Phase::Loading)
    );
}

#[test]
fn where_nothing_takes_events_in_the_experiment_stays_and_what_was_to_be_done_is_forgotten() {
    let events = [
        opened("#seed=4"),
        Event::Wanted(Intention::TryDemo),
        settings(|settings| settings.epochs = 5),
        Event::Wanted(Intention::Train),
    ];
    let kept: Vec<bool> = events.iter().map(Event::is_of_experiment).collect();
    assert_eq!(kept, [true, false, true, false]);
}
