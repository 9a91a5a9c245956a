//! Files to take home and to open, and the words to cite a run by.

use super::cite::Citation;
use crate::app::components::OpenModel;
use crate::app::screen::state::Screen;
use crate::app::words;
use crate::lab::intention::Keepsake;
use crate::lab::{Intention, Phase};
use crate::text;
use leptos::prelude::*;

#[component]
pub fn FilesPanel(screen: Screen) -> impl IntoView {
    let Screen { slices, intend, .. } = screen;
    let there = Memo::new(move |_| slices.evaluation.with(Option::is_some));
    let busy = Signal::derive(move || {
        matches!(slices.phase.get(), Phase::Loading | Phase::Training) || slices.studying.get()
    });
    view! {
        <Show
            when=move || there.get()
            fallback=|| view! { <p class="empty">{text::runs::files_come()}</p> }
        >
            <TakeHome intend />
            <Citation screen />
        </Show>
        <div class="take-home__open">
            <OpenModel testid="open-model" locked=busy intend />
            <p class="hint">{text::runs::saved_model()}</p>
        </div>
    }
}

#[component]
fn TakeHome(intend: Callback<Intention>) -> impl IntoView {
    let files = Keepsake::ALL.map(|keepsake| {
        view! {
            <li>
                <button
                    type="button"
                    class="button"
                    on:click=move |_| intend.run(Intention::TakeHome(keepsake))
                >
                    {words::download_button(keepsake)}
                </button>
                <span class="hint">{words::download_means(keepsake)}</span>
            </li>
        }
    });
    view! {
        <div class="take-home" data-testid="take-home">
            <p class="hint">{text::runs::take_home_means()}</p>
            <ul>{files.into_iter().collect_view()}</ul>
        </div>
    }
}
