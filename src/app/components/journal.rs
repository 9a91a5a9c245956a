//! The forecast journal: forecasts that were kept, and what came of them.

use super::format;
use crate::app::browser;
use crate::app::intention::Intention;
use crate::app::slices::Slices;
use crate::journal::{Entry, Journal};
use crate::market::Source;
use crate::text::written_date;
use leptos::prelude::*;

/// The button beside the forecast, or why there is none.
#[component]
pub fn KeepForecast(
    /// The run, read.
    slices: Slices,
    journal: RwSignal<Journal>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let kept = Memo::new(move |_| {
        let (trained, evaluation) = (slices.trained.get(), slices.evaluation.get());
        let (Some(trained), Some(evaluation)) = (trained, evaluation) else {
            return false;
        };
        let address = trained.experiment.to_fragment();
        let forecast = &evaluation.forecast;
        journal.with(|journal| {
            journal.entries().iter().any(|entry| {
                (entry.after, entry.price) == (forecast.after_date, forecast.price)
                    && entry.address == address
            })
        })
    });
    let of_world = Memo::new(move |_| {
        slices.trained.with(|trained| {
            let trained = trained.as_ref();
            trained.is_some_and(|it| matches!(it.experiment.source, Source::World(_)))
        })
    });
    let sealed = move || slices.seal.with(Option::is_some);
    move || {
        let text = match (of_world.get(), sealed(), kept.get()) {
            (true, ..) => Some(
                "A generated world has no tomorrow: forecasts of real prices can be kept and scored.",
            ),
            (_, true, _) => return None,
            (.., true) => Some("This forecast is kept in the journal below."),
            _ => None,
        };
        let hint = text.map(|text| view! { <p class="hint keep-forecast">{text}</p> }.into_any());
        Some(hint.unwrap_or_else(|| {
            view! {
                <p class="keep-forecast">
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| {
                            intend.run(Intention::KeepForecast);
                            // The button is about to go, and the focus with it.
                            browser::focus_when_there("journal-title");
                        }
                    >
                        "Keep this forecast"
                    </button>
                    <span class="hint">
                        "It is scored when you load these prices again and the day is there."
                    </span>
                </p>
            }
            .into_any()
        }))
    }
}

#[component]
pub fn JournalPanel(journal: RwSignal<Journal>, intend: Callback<Intention>) -> impl IntoView {
    move || {
        let journal = journal.get();
        let entries = journal.entries();
        (!entries.is_empty()).then(|| {
            let rows = entries.iter().rev().map(|entry| row(entry, intend)).collect_view();
            view! {
                <div class="card" data-testid="journal">
                    <h3 id="journal-title" class="scores-title" tabindex="-1">
                        "Forecast journal"
                    </h3>
                    <p data-testid="journal-tally">{journal.tally().sentence()}</p>
                    <p class="hint">
                        "Forecasts that were kept before anyone knew the answer. Load the prices again on \
                         a later day, and each is scored beside “no change”, the last price it knew."
                    </p>
                    <div class="table-scroll" tabindex="0" role="region" aria-labelledby="journal-title">
                        <table class="scores" aria-labelledby="journal-title">
                            <thead>
                                <tr>
                                    <th scope="col">"Forecast"</th>
                                    <th scope="col">"Price"</th>
                                    <th scope="col">"80 % interval"</th>
                                    <th scope="col">"What happened"</th>
                                    <th scope="col">"Off by"</th>
                                    <th scope="col">"“No change”"</th>
                                    <th scope="col">
                                        <span class="visually-hidden">"What to do with it"</span>
                                    </th>
                                </tr>
                            </thead>
                            <tbody>{rows}</tbody>
                        </table>
                    </div>
                </div>
            }
        })
    }
}

fn row(entry: &Entry, intend: Callback<Intention>) -> impl IntoView + use<> {
    let name = format!("{}, {}", entry.symbol, written_date(entry.after));
    let unit = entry.interval.row_name();
    let what = format!("the {unit} after {}", written_date(entry.after));
    let made = format!("made on {}", written_date(entry.made_on));
    let (happened, error, persistence) = match (entry.outcome, entry.score()) {
        (Some(outcome), Some(score)) => (
            format!(
                "{} on {}, {}",
                format::price(outcome.price),
                written_date(outcome.date),
                match score.inside {
                    true => "inside",
                    false => "outside",
                }
            ),
            format::price(score.error),
            format::price(score.persistence_error),
        ),
        _ => (
            "waits for its day".to_owned(),
            "–".to_owned(),
            "–".to_owned(),
        ),
    };
    let closer = entry.score().is_some_and(|score| score.is_closer());
    let kept_ms = entry.kept_ms;
    view! {
        <tr>
            <th scope="row">
                {entry.symbol.clone()}
                <span class="scores__what">{format!("{what}, {made}")}</span>
            </th>
            <td>{format::price(entry.price)}</td>
            <td>{format!("{} to {}", format::price(entry.low), format::price(entry.high))}</td>
            <td>{happened}</td>
            <td class:is-better=closer>{error}</td>
            <td>{persistence}</td>
            <td>
                <button
                    type="button"
                    class="button button--link"
                    aria-label=format!("Delete the forecast of {name}")
                    on:click=move |_| {
                        // The button is about to go, and the focus with it.
                        browser::focus("journal-title");
                        intend.run(Intention::DeleteForecast(kept_ms));
                    }
                >
                    "Delete"
                </button>
            </td>
        </tr>
    }
}
