//! The second series, which a network can read beside the first: what it is, keeping what is on the screen as it, and
//! letting go of it.

use crate::app::slices::Slices;
use crate::app::ui::number;
use crate::lab::Intention;
use crate::market::{PASTED, Series, Source};
use crate::text::{self, said};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn OtherSeries(
    slices: Slices,
    /// True while prices load, a network trains or a study has the trainer.
    locked: Memo<bool>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let other = slices.other;
    let is_there = Memo::new(move |_| other.with(Option::is_some));
    let has_none = Memo::new(move |_| slices.prices.with(Option::is_none));
    let state = move || match (other.get(), slices.other_wanted.get()) {
        (Some(other), _) => kept(&other),
        (None, Some(wanted)) => text::prices::other_wanted(&wanted),
        (None, None) => text::prices::no_other_yet().to_owned(),
    };
    view! {
        <div class="source">
            <div class="source__way" id="other-series">
                <h3>{text::prices::other_series()}</h3>
                <p class="hint">{text::prices::what_other_is()}</p>
                <p class="hint" data-testid="other-series" aria-live="polite">
                    {state}
                </p>
                <div class="import__actions">
                    <button
                        type="button"
                        class="button"
                        disabled=move || locked.get() || has_none.get()
                        on:click=move |_| intend.run(Intention::KeepAsOther)
                    >
                        {text::prices::keep_as_other()}
                    </button>
                    <Show when=move || is_there.get()>
                        <button
                            type="button"
                            class="button button--quiet"
                            disabled=locked
                            on:click=move |_| intend.run(Intention::RemoveOther)
                        >
                            {text::prices::remove_other()}
                        </button>
                    </Show>
                </div>
                <p class="hint">{text::settings::other_may_close_later()}</p>
            </div>
        </div>
    }
}

/// "Kept: MSFT, 5,000 rows from … to …."
fn kept(other: &Arc<Series>) -> String {
    let info = other.info();
    let name = match &info.source {
        Source::World(kind) => said(kind),
        Source::File { name } if name == PASTED => said(&info.source),
        _ => info.symbol.clone(),
    };
    text::prices::other_kept(
        name,
        number::count(other.len()),
        text::written_date(other.first_date()),
        text::written_date(other.last_date()),
    )
}
