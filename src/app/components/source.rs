//! Where prices come from: a known world at one click, or Alpha Vantage with the visitor's key.

use crate::app::intention::Intention;
use crate::app::key::{ApiKey, KeyPresence};
use crate::market::world::WorldKind;
use crate::market::{Interval, Source};
use leptos::prelude::*;

/// Where a free key is to be had.
const KEY_PAGE: &str = "https://www.alphavantage.co/support/#api-key";

#[component]
pub fn SourceChooser(
    /// The source of the run.
    source: Memo<Source>,
    /// Whether a key is kept, and where.
    key_presence: ReadSignal<KeyPresence>,
    /// True while prices load or a network trains.
    locked: Memo<bool>,
    intend: Callback<Intention>,
    /// What belongs to the chosen world, and the further ways to prices.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="source card">
            <div class="source__way">
                <h3>"Real prices"</h3>
                <p class="hint">
                    "From Alpha Vantage, straight to this browser. Weekly and monthly histories are \
                     free; long daily ones need a premium key."
                </p>
                <AlphaVantageForm
                    source=source
                    key_presence=key_presence
                    locked=locked
                    intend=intend
                />
            </div>
            <div class="source__way">
                <h3>"Known worlds"</h3>
                <p class="hint">
                    "Generated prices whose true process is known, and so the best score anyone could \
                     reach. No key, no network."
                </p>
                <Worlds source=source locked=locked intend=intend />
            </div>
            {children()}
        </div>
    }
}

/// What a world is there to teach.
fn lesson(kind: WorldKind) -> &'static str {
    match kind {
        WorldKind::RandomWalk => {
            "Nothing to learn: tomorrow is today plus luck. An honest network ties."
        }
        WorldKind::MeanReverting => "A little to learn: what is far from its level drifts back.",
        WorldKind::Seasonal => "Much to learn: a wave that repeats under the noise.",
        WorldKind::VolatilityClusters => {
            "Nothing to learn about up and down: only how wild tomorrow will be."
        }
        WorldKind::RegimeSwitching => {
            "Something to learn: the last weeks tell which of two hidden markets it is."
        }
        WorldKind::TrendBreak => "A trap: the trend that was learned turns round.",
        WorldKind::JumpDiffusion => "Nothing to learn: leaps come out of nowhere.",
        WorldKind::Sine => "All to learn: a wave without any noise.",
    }
}

#[component]
fn Worlds(source: Memo<Source>, locked: Memo<bool>, intend: Callback<Intention>) -> impl IntoView {
    view! {
        <fieldset class="worlds" disabled=locked>
            <legend class="visually-hidden">"Known world"</legend>
            {WorldKind::ALL
                .map(|kind| {
                    let id = format!("world-{}", kind.slug());
                    view! {
                        <label class="world">
                            <input
                                type="radio"
                                name="world"
                                id=id
                                value=kind.slug()
                                prop:checked=move || source.get() == Source::World(kind)
                                on:change=move |_| intend.run(Intention::LoadWorld(kind))
                            />
                            <span class="world__body">
                                <span class="world__title">{kind.title()}</span>
                                <span class="world__lesson">{lesson(kind)}</span>
                            </span>
                        </label>
                    }
                })
                .into_iter()
                .collect_view()}
        </fieldset>
    }
}

const INTERVALS: [(Interval, &str, &str); 3] = [
    (Interval::Daily, "daily", "Daily"),
    (Interval::Weekly, "weekly", "Weekly"),
    (Interval::Monthly, "monthly", "Monthly"),
];

#[component]
fn AlphaVantageForm(
    source: Memo<Source>,
    key_presence: ReadSignal<KeyPresence>,
    locked: Memo<bool>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let symbol = RwSignal::new("IBM".to_owned());
    let interval = RwSignal::new(Interval::Daily);
    // The typed key: held here until the form is sent, then nowhere in the page.
    let key = RwSignal::new(String::new());
    let key_visible = RwSignal::new(false);
    let remember = RwSignal::new(key_presence.get_untracked() == KeyPresence::Remembered);
    Effect::new(move |_| {
        if let Source::AlphaVantage {
            symbol: loaded,
            interval: loaded_interval,
        } = source.get()
        {
            symbol.set(loaded);
            interval.set(loaded_interval);
        }
    });

    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = ApiKey::new(&key.get_untracked());
        key.set(String::new());
        key_visible.set(false);
        intend.run(Intention::LoadPrices {
            symbol: symbol.get_untracked(),
            interval: interval.get_untracked(),
            key: typed,
            remember_key: remember.get_untracked(),
        });
    };
    let key_help = move || match key_presence.get() {
        KeyPresence::None => "Sent to Alpha Vantage and to no one else.",
        KeyPresence::Tab => "A key is kept for this tab. Leave the field empty to use it.",
        KeyPresence::Remembered => {
            "A key is remembered on this device. Leave the field empty to use it."
        }
    };
    view! {
        <form class="av-form" on:submit=submit autocomplete="off">
            <fieldset class="av-form__fields" disabled=locked>
                <legend class="visually-hidden">"Prices from Alpha Vantage"</legend>
                <div class="field">
                    <label for="symbol">"Symbol"</label>
                    <input
                        id="symbol"
                        class="input"
                        autocapitalize="characters"
                        autocomplete="off"
                        spellcheck="false"
                        placeholder="IBM, MSFT, TSCO.LON"
                        prop:value=symbol
                        on:input=move |event| symbol.set(event_target_value(&event))
                    />
                </div>
                <div class="field">
                    <label for="interval">"Interval"</label>
                    <select
                        id="interval"
                        class="select"
                        prop:value=move || interval_slug(interval.get())
                        on:change=move |event| {
                            let chosen = event_target_value(&event);
                            if let Some((found, ..)) = INTERVALS
                                .into_iter()
                                .find(|(_, slug, _)| *slug == chosen)
                            {
                                interval.set(found);
                            }
                        }
                    >
                        {INTERVALS
                            .map(|(this, slug, title)| {
                                view! {
                                    <option value=slug selected=interval.get_untracked() == this>
                                        {title}
                                    </option>
                                }
                            })
                            .into_iter()
                            .collect_view()}
                    </select>
                </div>
                <div class="field field--key">
                    <label for="api-key">"API key"</label>
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
                            aria-label="Show what is typed as the key"
                            on:click=move |_| key_visible.update(|visible| *visible = !*visible)
                        >
                            "Show"
                        </button>
                    </div>
                    <p class="hint" id="key-help">
                        {key_help} " "
                        <a href=KEY_PAGE target="_blank" rel="noopener noreferrer">
                            "Get a free key"
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
                        <span>"Remember on this device"</span>
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
                            "Forget the key"
                        </button>
                    </Show>
                </div>
                <div class="av-form__actions">
                    <button type="submit" class="button button--primary">"Load prices"</button>
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| intend.run(Intention::TryDemo)
                    >
                        "Try IBM with the demo key"
                    </button>
                </div>
            </fieldset>
        </form>
    }
}

fn interval_slug(interval: Interval) -> &'static str {
    INTERVALS
        .into_iter()
        .find(|(this, ..)| *this == interval)
        .map_or("daily", |(_, slug, _)| slug)
}
