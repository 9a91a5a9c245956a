//! Prices from Alpha Vantage: the symbol, the interval and the visitor's key.

use super::request_status::RequestStatus;
use super::symbol_field::SymbolField;
use crate::app::slices::ServiceSlices;
use crate::lab::Intention;
use crate::lab::prices::{ApiKey, KeyPresence};
use crate::market::alpha_vantage::History;
use crate::market::{Pair, Source};
use crate::text::{self, said};
use leptos::prelude::*;

/// Where a free key is to be had.
const KEY_PAGE: &str = "https://www.alphavantage.co/support/#api-key";

#[component]
pub fn AlphaVantageForm(
    /// The source of the run.
    source: Memo<Source>,
    /// What the form starts with.
    wanted: Memo<Source>,
    /// What is known about the key, the requests, the copies and the search.
    service: ServiceSlices,
    /// True while prices load or a network trains.
    locked: Memo<bool>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let key_presence = service.key_presence;
    let symbol = RwSignal::new("IBM".to_owned());
    let history = RwSignal::new(History::Daily);
    // The typed key: held here until the form is sent, then nowhere in the page.
    let key = RwSignal::new(String::new());
    let key_visible = RwSignal::new(false);
    let remember = RwSignal::new(key_presence.get_untracked() == KeyPresence::Remembered);
    Effect::new(move |_| {
        match wanted.get() {
            Source::AlphaVantage {
                symbol: loaded,
                interval,
            } => {
                symbol.set(loaded);
                // The address knows intervals only: a finer choice of the same one stays.
                if history.get_untracked().interval() != interval {
                    history.set(History::of_interval(interval));
                }
            }
            Source::Pair(pair) => symbol.set(pair.to_string()),
            Source::World(_) | Source::File { .. } => {}
        }
    });
    // Of a pair there are days alone.
    let is_pair = Memo::new(move |_| symbol.with(|typed| Pair::typed(typed).is_some()));
    let shown_history = move || match is_pair.get() {
        true => History::Daily,
        false => history.get(),
    };

    let take_key = move || {
        let typed = ApiKey::new(&key.get_untracked());
        key.set(String::new());
        key_visible.set(false);
        typed
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        intend.run(Intention::LoadPrices {
            symbol: symbol.get_untracked(),
            history: history.get_untracked(),
            key: take_key(),
            remember_key: remember.get_untracked(),
        });
    };
    let search = Callback::new(move |typed| {
        intend.run(Intention::SearchSymbol {
            typed,
            key: take_key(),
            remember_key: remember.get_untracked(),
        });
    });
    let close_search = Callback::new(move |()| intend.run(Intention::CloseSearch));
    let key_help = move || match key_presence.get() {
        KeyPresence::None => text::requests::key_is_sent(),
        KeyPresence::Tab => text::requests::key_in_tab(),
        KeyPresence::Remembered => text::requests::key_on_device(),
        KeyPresence::NotRemembered => text::requests::key_not_remembered(),
        KeyPresence::NotForgotten => text::requests::key_not_forgotten(),
    };
    view! {
        <form class="av-form" on:submit=submit autocomplete="off">
            <fieldset class="av-form__fields" disabled=locked>
                <legend class="visually-hidden">{text::requests::form()}</legend>
                <SymbolField
                    symbol=symbol
                    search=service.search
                    recent=service.recent
                    on_search=search
                    on_close=close_search
                />
                <div class="field">
                    <label for="interval">{text::requests::interval()}</label>
                    <select
                        id="interval"
                        class="select"
                        disabled=is_pair
                        prop:value=move || shown_history().slug()
                        on:change=move |event| {
                            if let Some(chosen) = History::from_slug(&event_target_value(&event)) {
                                history.set(chosen);
                            }
                        }
                    >
                        {History::ALL
                            .map(|this| {
                                view! {
                                    <option
                                        value=this.slug()
                                        selected=history.get_untracked() == this
                                    >
                                        {said(&this)}
                                    </option>
                                }
                            })
                            .into_iter()
                            .collect_view()}
                    </select>
                </div>
                <div class="field field--key">
                    <label for="api-key">{text::requests::key()}</label>
                    <div class="input-row">
                        <input
                            id="api-key"
                            class="input"
                            type=move || if key_visible.get() { "text" } else { "password" }
                            autocomplete="off"
                            spellcheck="false"
                            aria-describedby="key-help"
                            prop:value=key
                            on:input=move |event| key.set(event_target_value(&event))
                        />
                        <button
                            type="button"
                            class="button"
                            aria-pressed=move || key_visible.get().to_string()
                            aria-label=text::requests::show_key()
                            on:click=move |_| key_visible.update(|visible| *visible = !*visible)
                        >
                            {text::requests::show()}
                        </button>
                    </div>
                    <p class="hint" id="key-help">
                        {key_help} " "
                        <a href=KEY_PAGE target="_blank" rel="noopener noreferrer">
                            {text::requests::get_key()}
                        </a>
                    </p>
                </div>
                <div class="key-keeping">
                    <label class="check" for="remember-key">
                        <input
                            id="remember-key"
                            type="checkbox"
                            prop:checked=remember
                            on:change=move |event| remember.set(event_target_checked(&event))
                        />
                        <span>{text::requests::remember_key()}</span>
                    </label>
                    <Show when=move || key_presence.get() != KeyPresence::None>
                        <button
                            type="button"
                            class="button button--link"
                            on:click=move |_| {
                                remember.set(false);
                                intend.run(Intention::ForgetKey);
                            }
                        >
                            {text::requests::forget_key()}
                        </button>
                    </Show>
                </div>
                <div class="av-form__actions">
                    <button type="submit" class="button button--primary">
                        {text::requests::load()}
                    </button>
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| intend.run(Intention::TryDemo)
                    >
                        {text::requests::try_demo()}
                    </button>
                </div>
                <RequestStatus source=source service=service intend=intend />
            </fieldset>
        </form>
    }
}
