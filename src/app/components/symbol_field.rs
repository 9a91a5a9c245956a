//! The symbol: typed, chosen from those loaded lately, or found by the company's name.
//!
//! A combobox with a list popup after the WAI-ARIA pattern: the focus stays in the field, arrows move
//! through the list, Enter chooses, Escape closes. A search costs one of the day's few requests, so
//! it is made on Enter or with the button, never while someone types.

use crate::app::browser;
use crate::lab::prices::SymbolSearch;
use crate::market::alpha_vantage::{SymbolMatch, is_written_as_symbol};
use crate::market::{Pair, PairKind, WELL_KNOWN_PAIRS};
use crate::text::{self, said};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

const FIELD: &str = "symbol";
const LIST: &str = "symbol-choices";
const SEARCH: &str = "symbol-search";

/// Where a search is asked for: what it found may take the focus from there, but from nowhere else.
const SEARCHED_FROM: &str = "#symbol, #symbol-search, .notice";

/// A line of the list.
#[derive(Debug, Clone, PartialEq)]
struct Choice {
    symbol: String,
    name: String,
    /// Region and currency.
    place: String,
}

/// What the list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Popup {
    Closed,
    /// What the search found.
    Found,
    /// The symbols loaded lately.
    Recent,
    /// Those of them that begin as what was typed, and well-known pairs that do.
    RecentAlike,
}

#[component]
pub fn SymbolField(
    symbol: RwSignal<String>,
    search: Memo<SymbolSearch>,
    /// Symbols loaded lately, newest first.
    recent: Memo<Vec<String>>,
    /// Search for what was typed.
    on_search: Callback<String>,
    /// The search's list is of no more use.
    on_close: Callback<()>,
) -> impl IntoView {
    let popup = RwSignal::new(Popup::Closed);
    let active = RwSignal::new(None::<usize>);
    let choices = Memo::new(move |_| match (popup.get(), search.get()) {
        (Popup::Found, SymbolSearch::Found { matches, .. }) => {
            matches.iter().map(choice_of_match).collect()
        }
        (Popup::Recent, _) => recent_choices(&recent.get(), |_| true),
        (Popup::RecentAlike, _) => {
            let typed = symbol.with(|typed| typed.trim().to_ascii_uppercase());
            // Of a whole symbol there is nothing to complete.
            let recent = recent.get();
            let mut choices = recent_choices(&recent, |symbol| {
                !typed.is_empty() && symbol.starts_with(&typed) && symbol != typed
            });
            let pairs = pair_choices(&typed);
            choices.extend(pairs.filter(|pair| !recent.contains(&pair.symbol)));
            choices
        }
        (Popup::Closed | Popup::Found, _) => Vec::new(),
    });
    let expanded = Memo::new(move |_| choices.with(|choices| !choices.is_empty()));
    let searching = Memo::new(move |_| search.get() == SymbolSearch::Running);

    // What the field said when the search under way began.
    let text_then = StoredValue::new(None::<String>);
    Effect::new(move |_| match search.get() {
        SymbolSearch::None => text_then.set_value(None),
        SymbolSearch::Running => text_then.set_value(Some(symbol.get_untracked())),
        SymbolSearch::Found { typed, matches, .. } => {
            let text_then = text_then.try_update_value(Option::take).flatten();
            let text = symbol.get_untracked();
            let text_changed = text_then.is_some_and(|text_then| text_then != text);
            // Who went on typing wants something else by now; the same search is free later.
            if text_changed && typed != text.trim() {
                return on_close.run(());
            }
            // Who went elsewhere is not called back, and finds the list with the arrow keys.
            if !browser::focus_is_free_or_in(SEARCHED_FROM) {
                return;
            }
            popup.set(Popup::Found);
            // The first is the best match: Enter takes it.
            active.set((!matches.is_empty()).then_some(0));
            browser::focus(FIELD);
        }
    });
    Effect::new(move |_| {
        if let Some(index) = active.get() {
            browser::scroll_to(&choice_id(index));
        }
    });

    // What the search said stays: if it went when the field is left, what is below would move away
    // from under the click that left it.
    let close = move || {
        popup.set(Popup::Closed);
        active.set(None);
    };
    let choose = move |index: usize| {
        let chosen = choices.with_untracked(|choices| choices.get(index).cloned());
        if let Some(choice) = chosen {
            symbol.set(choice.symbol);
        }
        close();
        on_close.run(());
    };
    let step = move |forward: bool| {
        let count = choices.with_untracked(Vec::len);
        if count == 0 {
            popup.set(match search.get_untracked() {
                SymbolSearch::Found { matches, .. } if !matches.is_empty() => Popup::Found,
                _ => Popup::Recent,
            });
            let count = choices.with_untracked(Vec::len);
            active.set((count > 0).then(|| if forward { 0 } else { count - 1 }));
            return;
        }
        active.update(|active| {
            *active = Some(match (*active, forward) {
                (None, true) => 0,
                (None, false) => count - 1,
                (Some(index), true) => (index + 1) % count,
                (Some(index), false) => (index + count - 1) % count,
            });
        });
    };
    let run_search = move || {
        close();
        on_search.run(symbol.get_untracked());
    };
    let on_key = move |event: KeyboardEvent| {
        // While an input method composes a word, its keys are its own.
        if event.is_composing() {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" => {
                event.prevent_default();
                step(event.key() == "ArrowDown");
            }
            "Escape" if expanded.get_untracked() => {
                event.prevent_default();
                close();
            }
            "Enter" => match active.get_untracked().filter(|_| expanded.get_untracked()) {
                Some(index) => {
                    event.prevent_default();
                    choose(index);
                }
                None if is_name(&symbol.get_untracked(), &recent.get_untracked()) => {
                    event.prevent_default();
                    run_search();
                }
                // A symbol: the form is sent.
                None => close(),
            },
            _ => {}
        }
    };
    let search_says = move || match search.get() {
        SymbolSearch::None => String::new(),
        SymbolSearch::Running => text::requests::searching().to_owned(),
        SymbolSearch::Found { typed, matches, .. } => match matches.len() {
            0 => text::requests::no_match(typed),
            count => text::requests::matches(count),
        },
    };

    view! {
        <div class="field field--symbol">
            <label for=FIELD>{text::requests::symbol()}</label>
            <div class="input-row combobox">
                <input
                    id=FIELD
                    class="input"
                    role="combobox"
                    aria-autocomplete="list"
                    aria-controls=LIST
                    aria-expanded=move || expanded.get().to_string()
                    aria-activedescendant=move || {
                        active.get().filter(|_| expanded.get()).map(choice_id)
                    }
                    aria-describedby="symbol-help"
                    autocapitalize="none"
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=symbol
                    on:input=move |event| {
                        symbol.set(event_target_value(&event));
                        close();
                        on_close.run(());
                        popup.set(Popup::RecentAlike);
                    }
                    on:keydown=on_key
                    on:blur=move |_| close()
                />
                <button
                    id=SEARCH
                    type="button"
                    class="button"
                    aria-label=text::requests::search_by_name()
                    aria-disabled=move || searching.get().to_string()
                    on:click=move |_| {
                        if !searching.get_untracked() {
                            run_search();
                        }
                    }
                >
                    {text::requests::search()}
                </button>
                <ul
                    id=LIST
                    class="combobox__list"
                    role="listbox"
                    aria-label=text::requests::choices()
                    hidden=move || !expanded.get()
                    // The field keeps the focus, or it would close the list before the click.
                    on:mousedown=|event| event.prevent_default()
                >
                    {move || {
                        choices
                            .get()
                            .into_iter()
                            .enumerate()
                            .map(|(index, choice)| {
                                view! {
                                    <li
                                        id=choice_id(index)
                                        class="combobox__choice"
                                        role="option"
                                        aria-selected=move || {
                                            (active.get() == Some(index)).to_string()
                                        }
                                        on:click=move |_| choose(index)
                                    >
                                        <span class="combobox__symbol">{choice.symbol}</span>
                                        <span class="combobox__name">{choice.name}</span>
                                        <span class="combobox__place">{choice.place}</span>
                                    </li>
                                }
                            })
                            .collect_view()
                    }}
                </ul>
            </div>
            <p class="hint hint--strong" role="status">
                {search_says}
            </p>
            <p class="hint" id="symbol-help">
                {move || symbol.with(|typed| understood(typed))}
            </p>
        </div>
    }
}

fn choice_id(index: usize) -> String {
    format!("symbol-choice-{index}")
}

fn choice_of_match(found: &SymbolMatch) -> Choice {
    let place = [found.region.as_str(), found.currency.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>();
    Choice {
        symbol: found.symbol.clone(),
        name: found.name.clone(),
        place: place.join(", "),
    }
}

fn recent_choices(recent: &[String], is_shown: impl Fn(&str) -> bool) -> Vec<Choice> {
    recent
        .iter()
        .filter(|symbol| is_shown(symbol))
        .map(|symbol| Choice {
            symbol: symbol.clone(),
            name: text::requests::loaded_lately().to_owned(),
            place: String::new(),
        })
        .collect()
}

/// Well-known pairs by their codes or the coin's name, of what was typed in capitals. One letter names too
/// many.
fn pair_choices(typed: &str) -> impl Iterator<Item = Choice> + use<'_> {
    let is_meant = move |(pair, name): &(&str, &str)| {
        let is_begun = |text: &str| text.to_ascii_uppercase().starts_with(typed);
        typed.len() > 1 && *pair != typed && (is_begun(pair) || is_begun(name))
    };
    WELL_KNOWN_PAIRS
        .into_iter()
        .filter(is_meant)
        .map(|(pair, name)| Choice {
            symbol: pair.to_owned(),
            name: match name {
                "" => text::requests::exchange_rate().to_owned(),
                _ => text::requests::coin().to_owned(),
            },
            place: String::new(),
        })
}

/// What is understood by what was typed, where that is no symbol of a share; else what may be typed.
fn understood(typed: &str) -> String {
    match Pair::typed(typed) {
        None => text::requests::symbol_help().to_owned(),
        Some(Err(error)) => said(&error),
        Some(Ok(pair)) => match pair.kind {
            PairKind::Fx => text::requests::understood_rate(pair.base, pair.quote),
            PairKind::Coin => text::requests::understood_coin(pair.base, pair.quote),
        },
    }
}

/// Whether Enter searches for what was typed, instead of loading it.
fn is_name(typed: &str, recent: &[String]) -> bool {
    let known = recent
        .iter()
        .any(|symbol| symbol.eq_ignore_ascii_case(typed.trim()));
    !typed.trim().is_empty() && !known && !is_written_as_symbol(typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_found_by_their_codes_and_by_a_coins_name() {
        let found = |typed: &str| -> Vec<String> {
            pair_choices(typed).map(|choice| choice.symbol).collect()
        };
        assert_eq!(found("BTC"), ["BTC/USD", "BTC/EUR"]);
        assert_eq!(found("BITC"), ["BTC/USD", "BTC/EUR"]);
        assert_eq!(found("EUR/U"), ["EUR/USD"]);
        assert!(found("E").is_empty() && found("").is_empty() && found("IBM").is_empty());
        assert!(found("EUR/USD").is_empty());
    }

    #[test]
    fn what_is_typed_is_said_as_it_is_understood() {
        assert!(
            understood("eurusd").starts_with("EUR in USD"),
            "{}",
            understood("eurusd")
        );
        assert!(understood("BTC/USD").contains("coin"));
        assert!(understood("IBM").contains("EUR/USD"));
        assert!(understood("EUR/").contains("slash"));
    }
}
