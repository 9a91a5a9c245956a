//! The button that keeps a forecast in the journal, or why there is none.

use crate::app::browser;
use crate::app::screen::place::Tab;
use crate::app::screen::state::Screen;
use crate::lab::Intention;
use crate::market::Source;
use crate::text;
use leptos::prelude::*;

/// The id of the button that leads to the journal.
const TO_JOURNAL: &str = "to-journal";

/// What stands beside the forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keeping {
    /// Of a generated world: no day will ever tell.
    OfWorld,
    /// Of a sealed day, which is known.
    Sealed,
    Kept,
    Possible,
}

#[component]
pub fn KeepForecast(screen: Screen) -> impl IntoView {
    let slices = screen.slices;
    let kept = move || {
        let (trained, evaluation) = (slices.trained.get(), slices.evaluation.get());
        let (Some(trained), Some(evaluation)) = (trained, evaluation) else {
            return false;
        };
        let address = trained.experiment.to_fragment();
        let forecast = &evaluation.forecast;
        slices.journal.with(|journal| {
            journal.entries().iter().any(|entry| {
                (entry.after, entry.price) == (forecast.after_date, forecast.price)
                    && entry.address == address
            })
        })
    };
    let of_world = move || {
        slices.trained.with(|trained| {
            let trained = trained.as_ref();
            trained.is_some_and(|it| matches!(it.experiment.source, Source::World(_)))
        })
    };
    let keeping = Memo::new(move |_| match of_world() {
        true => Keeping::OfWorld,
        false if slices.seal.with(Option::is_some) => Keeping::Sealed,
        false if kept() => Keeping::Kept,
        false => Keeping::Possible,
    });
    let keep = move |_| {
        screen.intend.run(Intention::KeepForecast);
        // This button is about to go, and the focus with it.
        browser::focus_when_there(TO_JOURNAL);
    };
    let show_journal = move |_| {
        screen.place.update(|place| place.open_tab(Tab::Runs));
        browser::focus_when_there("journal-title");
    };
    let said = |words: &'static str, at_length: &'static str| {
        view! { <p class="keep-forecast hint" title=at_length>{words}</p> }.into_any()
    };
    move || match keeping.get() {
        Keeping::OfWorld => {
            let why = text::tomorrow::world_has_no_tomorrow();
            said(text::prices::synthetic(), why)
        }
        Keeping::Sealed => said(text::tomorrow::of_sealed_day(), text::tomorrow::is_sealed()),
        Keeping::Kept => view! {
            <button
                type="button"
                class="keep-forecast button button--small button--link"
                id=TO_JOURNAL
                on:click=show_journal
            >
                {text::tomorrow::is_kept()}
            </button>
        }
        .into_any(),
        Keeping::Possible => view! {
            <button
                type="button"
                class="keep-forecast button button--small"
                title=text::tomorrow::keep_means()
                on:click=keep
            >
                {text::tomorrow::keep()}
            </button>
        }
        .into_any(),
    }
}
