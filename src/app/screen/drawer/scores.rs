//! The errors of the network beside those of forecasts that cost nothing, on the next day and, where
//! there are more, on each day ahead.

use super::steps::StepTable;
use crate::app::components::{ScoreTable, in_turn};
use crate::app::slices::Slices;
use crate::text;
use leptos::prelude::*;

#[component]
pub fn ScoresTab(slices: Slices) -> impl IntoView {
    let evaluation = slices.evaluation;
    let there = Memo::new(move |_| evaluation.with(Option::is_some));
    let come = in_turn(there, 1);
    view! {
        <Show
            when=move || come.get()
            fallback=|| view! { <p class="empty">{text::drawer::scores_come()}</p> }
        >
            {move || {
                let evaluation = evaluation.get()?;
                let digits = slices.digits.get();
                let trained = slices.trained.get()?;
                let cell = trained.dataset.settings.cell;
                Some(view! { <ScoreTable evaluation cell digits /> })
            }}
            <StepTable slices />
        </Show>
    }
}
