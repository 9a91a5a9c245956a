//! One of the drawer's buttons, and what it opens.

use super::runs::RunsTab;
use super::scores::ScoresTab;
use super::studies::StudiesTab;
use crate::app::browser;
use crate::app::components::{
    DaysMattered, InsideCell, IntervalPanel, LeakSwitches, NetworkDrawing,
};
use crate::app::screen::place::Tab;
use crate::app::screen::state::Screen;
use crate::text;
use leptos::prelude::*;

fn sheet_id(tab: Tab) -> String {
    format!("drawer-{}", tab.slug())
}

fn title_id(tab: Tab) -> String {
    format!("{}-title", sheet_id(tab))
}

fn title(tab: Tab) -> &'static str {
    match tab {
        Tab::Scores => text::drawer::scores(),
        Tab::HowSure => text::drawer::how_sure(),
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
        if screen.place.with_untracked(|place| place.tab == Some(tab)) {
            screen.toggle_tab(tab);
        } else {
            screen.place.update(|place| place.open_tab(tab));
            browser::focus_soon(title_id(tab));
        }
    };
    view! {
        <button
            type="button"
            class="drawer__tab"
            id=format!("tab-{}", tab.slug())
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
    let was_open =
        Memo::new(move |was: Option<&bool>| was.copied().unwrap_or_default() || screen.is_tab(tab));
    let end = move |_| {
        // A panel over it is left as it is.
        screen.place.update(|place| place.tab = None);
        browser::focus(&format!("tab-{}", tab.slug()));
    };
    view! {
        <Show when=move || was_open.get()>
            <section
                class=format!("drawer__sheet drawer__sheet--{}", tab.slug())
                id=sheet_id(tab)
                aria-labelledby=title_id(tab)
                hidden=move || !screen.is_tab(tab)
            >
                <div class="drawer__head">
                    <h2 id=title_id(tab) tabindex="-1">{title(tab)}</h2>
                    <button
                        type="button"
                        class="button button--icon"
                        aria-label=text::page::close_panel(title(tab))
                        on:click=end
                    >
                        <svg viewBox="0 0 20 20" aria-hidden="true">
                            <path d="M5 5 L15 15 M15 5 L5 15" />
                        </svg>
                    </button>
                </div>
                // It scrolls, by the keyboard too, whatever stands in it.
                <div
                    class="drawer__body"
                    tabindex="0"
                    role="group"
                    aria-labelledby=title_id(tab)
                >
                    {content(screen, tab)}
                </div>
            </section>
        </Show>
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
        Tab::DoesItHold => view! { <StudiesTab screen /> }.into_any(),
        Tab::WhichDays => view! { <DaysMattered inspector /> }.into_any(),
        Tab::Cell => view! { <InsideCell inspector /> }.into_any(),
        Tab::Network => view! { <NetworkDrawing settings=slices.settings /> }.into_any(),
        Tab::Runs => view! { <RunsTab screen /> }.into_any(),
        Tab::Leaks => {
            view! { <LeakSwitches settings=slices.settings locked=slices.locked intend /> }
                .into_any()
        }
    }
}
