//! One of the drawer's buttons, and what it opens.

use super::paid::PaidTab;
use super::runs::RunsTab;
use super::scores::ScoresTab;
use super::studies::{StudiesTab, study_context};
use crate::app::browser;
use crate::app::components::{
    DaysMattered, InsideCell, IntervalPanel, LeakSwitches, NetworkDrawing,
};
use crate::app::screen::opened::{Opened, title_id};
use crate::app::screen::place::Tab;
use crate::app::screen::state::Screen;
use crate::text;
use leptos::prelude::*;

fn sheet_id(tab: Tab) -> String {
    format!("drawer-{}", tab.slug())
}

fn button_id(tab: Tab) -> String {
    format!("tab-{}", tab.slug())
}

fn title(tab: Tab) -> &'static str {
    match tab {
        Tab::Scores => text::drawer::scores(),
        Tab::HowSure => text::drawer::how_sure(),
        Tab::Paid => text::drawer::paid(),
        Tab::DoesItHold => text::drawer::does_it_hold(),
        Tab::WhichDays => text::drawer::which_days(),
        Tab::Cell => text::drawer::cell(),
        Tab::Network => text::drawer::network(),
        Tab::Runs => text::drawer::runs(),
        Tab::Leaks => text::drawer::leaks(),
    }
}

/// Opens a sheet, or closes it.
#[component]
pub fn TabButton(screen: Screen, tab: Tab) -> impl IntoView {
    let press = move |_| {
        screen.toggle_tab(tab);
        if screen.place.with_untracked(|place| place.tab == Some(tab)) {
            browser::focus_soon(title_id(&sheet_id(tab)));
        }
    };
    view! {
        <button
            type="button"
            class="drawer__tab"
            id=button_id(tab)
            aria-expanded=move || screen.is_tab(tab).to_string()
            aria-controls=sheet_id(tab)
            on:click=press
        >
            {title(tab)}
        </button>
    }
}

/// What a button opens.
#[component]
pub fn Sheet(screen: Screen, tab: Tab) -> impl IntoView {
    let is_open = Memo::new(move |_| screen.is_tab(tab));
    let close = Callback::new(move |()| {
        // A panel over it is left as it is.
        screen.place.update(|place| place.tab = None);
        browser::focus(&button_id(tab));
    });
    view! {
        <Opened
            id=sheet_id(tab)
            class=format!("drawer__sheet drawer__sheet--{}", tab.slug())
            block="drawer"
            title=title(tab)
            is_open
            close
            content=Callback::new(move |()| content(screen, tab))
        />
    }
}

fn content(screen: Screen, tab: Tab) -> AnyView {
    let Screen {
        slices,
        scheme,
        inspector,
        interval,
        intend,
        ..
    } = screen;
    match tab {
        Tab::Scores => view! { <ScoresTab slices /> }.into_any(),
        Tab::HowSure => view! { <IntervalPanel slices scheme choice=interval /> }.into_any(),
        Tab::Paid => view! { <PaidTab screen /> }.into_any(),
        Tab::DoesItHold => view! { <StudiesTab screen /> }.into_any(),
        Tab::WhichDays => view! { <DaysMattered inspector /> }.into_any(),
        Tab::Cell => view! { <InsideCell inspector studies=study_context(screen) /> }.into_any(),
        Tab::Network => view! { <NetworkDrawing settings=slices.settings /> }.into_any(),
        Tab::Runs => view! { <RunsTab screen /> }.into_any(),
        Tab::Leaks => {
            view! { <LeakSwitches settings=slices.settings locked=slices.locked intend /> }
                .into_any()
        }
    }
}
