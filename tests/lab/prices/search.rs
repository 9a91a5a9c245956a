//! Finding a symbol by the company's name, without wasting requests.

use super::*;
use hindcast::lab::event::SmallRecords;
use hindcast::lab::prices::SymbolSearch;
use hindcast::market::alpha_vantage::AnswerError;

fn search(visit: &mut Visit, typed: &str, key: Option<ApiKey>) {
    visit.want(Intention::SearchSymbol {
        typed: typed.to_owned(),
        key,
        remember_key: false,
    });
}

fn found(visit: &Visit) -> Vec<&str> {
    match &visit.lab.prices.search {
        SymbolSearch::Found { matches, .. } => {
            matches.iter().map(|found| found.symbol.as_str()).collect()
        }
        other => panic!("{other:?}"),
    }
}

fn tesco() -> String {
    service::matches(&[("TSCO.LON", "Tesco PLC"), ("TSCDF", "Tesco plc")])
}

#[test]
fn a_search_finds_and_the_same_search_is_free() {
    let mut visit = Visit::open("");
    search(&mut visit, " tesco ", key());
    assert_eq!(visit.asked(), ["SYMBOL_SEARCH tesco"]);
    assert_eq!(visit.lab.prices.search, SymbolSearch::Running);
    visit.answer(&tesco());
    assert_eq!(found(&visit), ["TSCO.LON", "TSCDF"]);
    assert_eq!(visit.used_today(), 1);
    visit.want(Intention::CloseSearch);
    assert_eq!(visit.lab.prices.search, SymbolSearch::None);
    search(&mut visit, "TESCO", None);
    assert_eq!(found(&visit), ["TSCO.LON", "TSCDF"]);
    // The page has closed its list by itself meanwhile: asked again, it is another finding.
    let before = visit.lab.prices.search.clone();
    search(&mut visit, "TESCO", None);
    assert_ne!(visit.lab.prices.search, before);
    assert!(visit.requests.is_empty());
}

#[test]
fn no_match_is_an_empty_list() {
    let mut visit = Visit::open("");
    search(&mut visit, "nothing like it", key());
    visit.answer(&service::matches(&[]));
    assert_eq!(found(&visit), [] as [&str; 0]);
}

#[test]
fn a_search_without_a_text_or_a_key_of_ones_own_is_not_made() {
    let mut visit = Visit::open("");
    search(&mut visit, "  ", key());
    assert_eq!(*visit.news(), PriceMessage::SearchNeedsText);
    visit.want(Intention::ForgetKey);
    search(&mut visit, "tesco", None);
    assert_eq!(*visit.error(), PriceMessage::SearchNeedsKey);
    search(&mut visit, "tesco", ApiKey::new("demo"));
    assert_eq!(*visit.error(), PriceMessage::SearchNeedsKey);
    assert!(visit.requests.is_empty());
}

#[test]
fn one_search_at_a_time() {
    let mut visit = Visit::open("");
    search(&mut visit, "tesco", key());
    search(&mut visit, "shell", key());
    visit.pass(5_000.0);
    assert_eq!(visit.asked(), ["SYMBOL_SEARCH tesco"]);
}

#[test]
fn a_list_that_was_left_while_the_search_runs_comes_all_the_same() {
    let mut visit = Visit::open("");
    search(&mut visit, "tesco", key());
    visit.want(Intention::CloseSearch);
    visit.answer(&tesco());
    assert_eq!(found(&visit).len(), 2);
}

#[test]
fn a_late_answer_does_not_replace_what_was_found_since_and_is_remembered() {
    let mut visit = Visit::open("");
    search(&mut visit, "shell", key());
    visit.answer(&service::matches(&[("SHEL", "Shell plc")]));
    search(&mut visit, "tesco", key());
    visit.pass(1_200.0);
    search(&mut visit, "shell", None);
    visit.answer(&tesco());
    assert_eq!(found(&visit), ["SHEL"]);
    search(&mut visit, "tesco", None);
    assert_eq!(found(&visit), ["TSCO.LON", "TSCDF"]);
    assert!(visit.requests.is_empty());
}

#[test]
fn a_refused_search_is_explained_and_the_limit_counted() {
    let mut visit = Visit::open("");
    search(&mut visit, "tesco", key());
    visit.answer(&service::daily_limit(KEY));
    assert_eq!(
        *visit.error(),
        PriceMessage::Answer(AnswerError::DailyLimit)
    );
    assert_eq!(visit.lab.prices.search, SymbolSearch::None);
    assert_eq!(visit.used_today(), 25);
    search(&mut visit, "tesco", key());
    visit.pass(1_200.0);
    visit.offline();
    assert_eq!(
        *visit.error(),
        PriceMessage::Transport(TransportError::Offline)
    );
    assert_eq!(visit.lab.prices.search, SymbolSearch::None);
}

/// The service calls both requests for a daily history invalid.
fn refuse_whole_and_recent(visit: &mut Visit) {
    visit.answer(service::UNKNOWN_SYMBOL);
    visit.pass(1_200.0);
    visit.answer(service::UNKNOWN_SYMBOL);
}

#[test]
fn an_unknown_symbol_with_nothing_near_it_is_searched_for_in_one_press() {
    let mut visit = Visit::open("");
    visit.load("TESCO");
    refuse_whole_and_recent(&mut visit);
    let offer = Offer::SearchSymbol("TESCO".to_owned());
    assert_eq!(visit.offer(), Some(offer.clone()));
    visit.want(Intention::Accept(offer));
    visit.pass(1_200.0);
    visit.answer(&tesco());
    assert_eq!(found(&visit).len(), 2);
    // What was found is known from now on.
    visit.load("TSCDE");
    visit.pass(1_200.0);
    refuse_whole_and_recent(&mut visit);
    assert_eq!(visit.offer(), Some(Offer::LoadSymbol("TSCDF".to_owned())));
}

#[test]
fn the_demo_key_is_offered_no_search() {
    let mut visit = Visit::open("");
    visit.load_history("TESCO", History::Daily, ApiKey::new("demo"));
    refuse_whole_and_recent(&mut visit);
    assert!(matches!(visit.error(), PriceMessage::NoRecentEither(_)));
    assert_eq!(visit.offer(), None);
}

#[test]
fn a_load_closes_the_list_of_matches() {
    let mut visit = Visit::open("");
    search(&mut visit, "tesco", key());
    visit.answer(&tesco());
    visit.load("TSCO.LON");
    visit.pass(1_200.0);
    visit.serve();
    assert_eq!(visit.lab.prices.search, SymbolSearch::None);
}

#[test]
fn symbols_loaded_lately_are_listed_in_a_later_visit_too() {
    let mut visit = Visit::open("");
    for symbol in ["IBM", "MSFT", "TSCO.LON", "IBM"] {
        visit.load(symbol);
        visit.pass(1_200.0);
        if !visit.requests.is_empty() {
            visit.serve();
        }
    }
    let listed = ["IBM", "TSCO.LON", "MSFT"];
    assert_eq!(visit.lab.prices.recent_symbols(), listed);
    let later = Visit::open_on("", visit.storage, visit.small);
    assert_eq!(later.lab.prices.recent_symbols(), listed);
}

#[test]
fn eight_recent_symbols_are_kept_and_only_symbols_are_read() {
    let small = SmallRecords {
        recent_symbols: Some("A B {c} D E F G H I J <script>".to_owned()),
        ..SmallRecords::default()
    };
    let mut visit = Visit::open_on("", crate::visit::Storage::default(), small);
    assert_eq!(visit.lab.prices.recent_symbols().join(""), "ABDEFGHI");
    visit.load_and_serve("IBM");
    assert_eq!(
        visit.small.recent_symbols.as_deref(),
        Some("IBM A B D E F G H")
    );
}
