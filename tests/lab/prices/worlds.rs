//! Known worlds: made here and now.

use super::*;
use hindcast::market::Source;
use hindcast::market::world::WorldKind;

#[test]
fn the_page_opens_on_a_known_world_without_key_or_network() {
    let visit = Visit::open("");
    assert_eq!(visit.phase(), Phase::Ready);
    assert_eq!(
        visit.lab.run.experiment.source,
        Source::World(WorldKind::RandomWalk)
    );
    assert!(visit.rows() > 1_000);
    assert!(visit.requests.is_empty());
    assert_eq!(visit.lab.run.notice, None);
}

#[test]
fn another_world_is_there_at_once_and_in_the_address() {
    let mut visit = Visit::open("");
    visit.want(Intention::LoadWorld(WorldKind::Seasonal));
    assert_eq!(visit.phase(), Phase::Ready);
    assert_eq!(visit.address, "source=world:seasonal");
}

#[test]
fn a_worlds_parameters_make_other_prices_and_belong_to_it() {
    let mut visit = Visit::open("source=world:mean-reverting");
    let usual = visit.lab.run.prices.clone();
    let kind = WorldKind::MeanReverting;
    let parameters = visit.lab.run.experiment.parameters.clone();
    let parameters = parameters.with(kind, "phi", 0.5).unwrap();
    visit.want(Intention::ChangeWorld(parameters));
    assert_ne!(visit.lab.run.prices, usual);
    assert!(visit.address.contains("phi:0.5"), "{}", visit.address);
    visit.want(Intention::LoadWorld(WorldKind::RandomWalk));
    assert_eq!(visit.address, "");
    visit.want(Intention::LoadWorld(kind));
    assert_eq!(visit.lab.run.prices, usual);
}

#[test]
fn a_world_chosen_while_prices_load_stays() {
    let mut visit = Visit::open("");
    visit.load("MSFT");
    assert_eq!(visit.phase(), Phase::Loading);
    visit.want(Intention::LoadWorld(WorldKind::Seasonal));
    assert_eq!(visit.phase(), Phase::Ready);
    visit.serve();
    assert_eq!(visit.address, "source=world:seasonal");
    assert_eq!(visit.lab.prices.origin, None);
}

#[test]
fn parameters_are_not_changed_where_another_source_is_loaded() {
    let mut visit = Visit::open("");
    visit.load_and_serve("MSFT");
    let parameters = visit.lab.run.experiment.parameters.clone();
    let parameters = parameters
        .with(WorldKind::MeanReverting, "phi", 0.5)
        .unwrap();
    visit.want(Intention::ChangeWorld(parameters));
    assert_eq!(visit.symbol(), "MSFT");
    assert_eq!(visit.address, "source=av:MSFT:daily");
}
