//! The sealed block: the switch that keeps it, and the panel that opens it once.

use super::format;
use crate::app::browser;
use crate::app::charts::text::count_text;
use crate::app::intention::Intention;
use crate::app::slices::Slices;
use crate::forecast::odometer::SeriesId;
use crate::forecast::verdict::p_text;
use crate::run::Phase;
use crate::session::opened::OnDays;
use crate::session::{Opened, Session};
use crate::text::written_date;
use leptos::prelude::*;

/// The option before training.
#[component]
pub fn SealSwitch(
    /// Whether the form keeps the last days sealed.
    sealed: Memo<bool>,
    phase: Memo<Phase>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let locked = move || matches!(phase.get(), Phase::Training | Phase::Loading);
    view! {
        <div class="leak seal-switch">
            <label class="check" for="sealed">
                <input
                    id="sealed"
                    type="checkbox"
                    prop:checked=sealed
                    disabled=locked
                    aria-describedby="sealed-help"
                    on:change=move |event| {
                        intend.run(Intention::SealLastDays(event_target_checked(&event)));
                    }
                />
                <span>"Keep the last 5 % sealed"</span>
            </label>
            <p class="hint" id="sealed-help">
                "Neither trained nor tested on. When you have made your choice, open it once: the only \
                 score that nothing was chosen by."
            </p>
        </div>
    }
}

/// What the panel is at; the value of `data-state`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Sealed,
    Opening,
    Opened,
}

impl Stage {
    fn as_str(self) -> &'static str {
        match self {
            Self::Sealed => "sealed",
            Self::Opening => "opening",
            Self::Opened => "opened",
        }
    }
}

#[component]
pub fn SealedPanel(
    /// The run, read.
    slices: Slices,
    /// The visit so far.
    session: ReadSignal<Session>,
    /// The trainer forecasts the sealed days.
    opening: ReadSignal<bool>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let there = Memo::new(move |_| slices.seal.with(Option::is_some));
    let opened = Memo::new(move |_| {
        let (_, prices) = slices.seal.get()?;
        session.with(|session| session.opened(SeriesId::of(&prices)).cloned())
    });
    let stage = Memo::new(
        move |_| match (opened.with(Option::is_some), opening.get()) {
            (true, _) => Stage::Opened,
            (false, true) => Stage::Opening,
            (false, false) => Stage::Sealed,
        },
    );
    let newest = Memo::new(move |_| session.with(Session::newest));
    let block = move || {
        let (seal, prices) = slices.seal.get()?;
        let rows = seal.sealed_rows(&prices);
        Some(format!(
            "The last {} prices, {} to {}, took no part in training or test.",
            count_text(rows.len()),
            written_date(rows.first()?.date),
            written_date(rows.last()?.date),
        ))
    };
    let asking = RwSignal::new(false);
    view! {
        <Show when=move || there.get()>
            <div class="card sealed" data-testid="sealed" data-state=move || stage.get().as_str()>
                <div class="sealed__head">
                    <h3 id="sealed-title" class="scores-title" tabindex="-1">"The sealed block"</h3>
                    <span class="tag">{move || stage.get().as_str()}</span>
                </div>
                <p>{block}</p>
                <Show when=move || stage.get() != Stage::Opened>
                    <p class="hint">
                        "Every verdict you look at before you settle on a network makes the test block \
                         a little less of a test. These days are untouched, so their score is worth \
                         most, and only once: open them when your choice is made."
                    </p>
                    <Show
                        when=move || asking.get()
                        fallback=move || {
                            view! {
                                <button
                                    type="button"
                                    class="button"
                                    disabled=move || {
                                        opening.get() || slices.phase.get() == Phase::Training
                                    }
                                    on:click=move |_| {
                                        asking.set(true);
                                        browser::focus("sealed-title");
                                    }
                                >
                                    {move || match opening.get() {
                                        true => "Opening …",
                                        false => "Open the sealed block",
                                    }}
                                </button>
                            }
                        }
                    >
                        <p class="sealed__question" id="sealed-question">
                            "Open it now, with this network? For these prices it then stays open, in \
                             your later visits too."
                        </p>
                        <div class="sealed__answers" role="group" aria-labelledby="sealed-question">
                            <button
                                type="button"
                                class="button button--primary"
                                on:click=move |_| {
                                    asking.set(false);
                                    browser::focus("sealed-title");
                                    intend.run(Intention::OpenSeal);
                                }
                            >
                                "Yes, open it"
                            </button>
                            <button
                                type="button"
                                class="button"
                                on:click=move |_| {
                                    asking.set(false);
                                    browser::focus("sealed-title");
                                }
                            >
                                "Not yet"
                            </button>
                        </div>
                    </Show>
                </Show>
                {move || {
                    opened.get().map(|opened| view! { <OneLook opened newest=newest.get() /> })
                }}
            </div>
        </Show>
    }
}

/// Test block and sealed block, one below the other.
#[component]
fn OneLook(
    opened: Opened,
    /// The number of the newest run: it may not be the one that opened the block.
    newest: u32,
) -> impl IntoView {
    let row = |name: &'static str, on: &OnDays| {
        view! {
            <tr>
                <th scope="row">
                    {name}
                    <span class="scores__what">
                        {format!(
                            "{} days, {} to {}",
                            count_text(on.days),
                            written_date(on.from),
                            written_date(on.to),
                        )}
                    </span>
                </th>
                <td>{format::price(on.model.mae)}</td>
                <td>{format::price(on.persistence.mae)}</td>
                <td>
                    <strong>{format!("{:.3}", on.verdict.rmae)}</strong>
                </td>
                <td>{format!("{}, {}", on.verdict.kind.slug(), p_text(on.verdict.p_value))}</td>
            </tr>
        }
    };
    let with = match opened.run {
        Some(run) => format!("with run {run}"),
        None => "in an earlier visit".to_owned(),
    };
    let later = (opened.run != Some(newest)).then(|| {
        format!(
            "It was opened {with}. For a later network it is a block like any other, and its score \
             would be no test: load another history for a fresh one."
        )
    });
    view! {
        <p data-testid="sealed-finding">{opened.sentence()}</p>
        <div class="table-scroll" tabindex="0" role="region" aria-labelledby="sealed-title">
            <table class="scores" data-testid="sealed-scores" aria-labelledby="sealed-title">
                <thead>
                    <tr>
                        <th scope="col">"Block"</th>
                        <th scope="col">"MAE"</th>
                        <th scope="col">"“Tomorrow = today”"</th>
                        <th scope="col">"rMAE"</th>
                        <th scope="col">"Verdict"</th>
                    </tr>
                </thead>
                <tbody>{row("Test", &opened.test)} {row("Sealed", &opened.sealed)}</tbody>
            </table>
        </div>
        {later.map(|later| view! { <p class="hint">{later}</p> })}
    }
}
