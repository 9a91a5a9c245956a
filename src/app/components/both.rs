//! "Run both recipes": one button, and how far it is.

use super::setting::field_id;
use crate::app::browser;
use crate::app::refusals::Refusals;
use crate::app::words::recipes;
use crate::lab::{Intention, Phase, RecipePair};
use crate::text;
use leptos::prelude::*;

#[component]
pub fn BothRecipes(
    phase: Memo<Phase>,
    /// Settings that were refused: nothing trains while one stands.
    refusals: Refusals,
    /// Which of the two is being trained.
    pair: Memo<Option<RecipePair>>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let start = move |_| {
        let refused = refusals.with_untracked(|refusals| refusals.keys().next().copied());
        match refused {
            Some(key) => browser::focus(&field_id(key)),
            None => intend.run(Intention::RunBothRecipes),
        }
    };
    let busy = move || matches!(phase.get(), Phase::Empty | Phase::Loading | Phase::Training);
    view! {
        <div class="both">
            <button
                type="button"
                class="button"
                disabled=busy
                aria-describedby="both-help"
                on:click=start
            >
                {text::runs::run_both()}
            </button>
            <p class="hint" id="both-help" data-testid="both">
                {move || match pair.get() {
                    Some(pair) => text::runs::place_of_both(recipes::place(pair)),
                    None => text::runs::both_means().to_owned(),
                }}
            </p>
        </div>
    }
}
