//! The stage: one figure with views, of which each is built when it is first opened, its tools, and the
//! strip under it where the loss falls.

mod loss;
mod pace;
mod predicted;
mod prices;
mod save;
mod shown;
mod slide;
mod state;
mod tabs;
mod tomorrow;
mod tools;

use super::place::View;
use super::state::Screen;
use crate::app::browser;
use crate::app::ui::ever::ever;
use crate::lab::Phase;
use crate::text;
use leptos::prelude::*;
use loss::LossStrip;
use predicted::PredictedView;
use prices::{HistoryView, SplitView};
use slide::SlideIt;
use state::StageState;
use tabs::{ViewTabs, panel_id, tab_id};
use tomorrow::TomorrowView;
use tools::{TABLE_BUTTON_ID, Tools};

#[component]
pub fn Stage(screen: Screen) -> impl IntoView {
    let slices = screen.slices;
    let stage = StageState::new(screen);
    let outdated = slices.outdated;
    let of_network = move || screen.view().is_of_network();
    let close_table = move |event: leptos::ev::KeyboardEvent| {
        let closes = event.key() == "Escape" && !event.default_prevented();
        if closes && stage.table.get_untracked() {
            event.prevent_default();
            stage.table.set(false);
            browser::focus(TABLE_BUTTON_ID);
        }
    };
    view! {
        <section
            class="stage"
            aria-label=text::stage::title()
            on:keydown=close_table
            aria-busy=move || (slices.phase.get() == Phase::Loading).to_string()
            data-outdated=move || outdated.get().to_string()
        >
            <div class="stage__head">
                <ViewTabs screen />
                <Tools stage />
            </div>
            <div class="stage__panels">
                {View::ALL
                    .map(|view| view! { <ViewPanel stage view /> })
                    .into_iter()
                    .collect_view()}
                <Show when=move || outdated.get() && of_network()>
                    <p class="stage__outdated">{text::stage::outdated()}</p>
                </Show>
            </div>
            <SlideIt stage />
            <LossStrip screen />
        </section>
    }
}

/// Where a view stands.
#[component]
fn ViewPanel(stage: StageState, view: View) -> impl IntoView {
    let screen = stage.screen;
    let was_open = ever(move || screen.view() == view);
    let content = move || {
        was_open.get().then(|| match view {
            View::History => view! { <HistoryView stage /> }.into_any(),
            View::Split => view! { <SplitView stage /> }.into_any(),
            View::Prediction | View::Test => view! { <PredictedView stage view /> }.into_any(),
            View::Tomorrow => view! { <TomorrowView stage /> }.into_any(),
        })
    };
    view! {
        <div
            class="stage__panel"
            role="tabpanel"
            id=panel_id(view)
            aria-labelledby=tab_id(view)
            hidden=move || screen.view() != view
        >
            {content}
        </div>
    }
}
