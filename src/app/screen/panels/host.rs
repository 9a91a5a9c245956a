//! Opening and closing panels: the buttons, the place, focus and Escape.

use crate::app::browser;
use crate::app::screen::opened::{Opened, title_id};
use crate::app::screen::place::Panel;
use crate::app::shell::Shell;
use crate::text;
use leptos::prelude::*;

fn panel_id(panel: Panel) -> String {
    format!("panel-{}", panel.slug())
}

fn button_id(panel: Panel) -> String {
    format!("open-{}", panel.slug())
}

fn title(panel: Panel) -> &'static str {
    match panel {
        Panel::Prices => text::prices::title(),
        Panel::Settings => text::network::settings(),
        Panel::Lessons => text::page::lessons(),
        Panel::HowItWorks => text::page::how_it_works(),
        Panel::Files => text::runs::take_home(),
        Panel::Why => text::verdict::why(),
        Panel::More => text::page::more(),
    }
}

/// Opens a panel, or closes it.
#[component]
pub fn PanelButton(
    shell: Shell,
    panel: Panel,
    class: &'static str,
    /// The button's name.
    label: &'static str,
) -> impl IntoView {
    let press = move |_| match shell.is_open(panel) {
        true => close(shell),
        false => open(shell, panel),
    };
    view! {
        <button
            type="button"
            class=class
            id=button_id(panel)
            aria-expanded=move || shell.is_open(panel).to_string()
            aria-controls=panel_id(panel)
            on:click=press
        >
            {label}
        </button>
    }
}

/// Opens a panel and takes the focus there.
pub fn open(shell: Shell, panel: Panel) {
    shell.place.update(|place| place.panel = Some(panel));
    browser::focus_soon(title_id(&panel_id(panel)));
}

/// Closes the open panel, else the drawer; the focus goes back to what opened it.
pub fn close(shell: Shell) {
    let open = shell.place.get_untracked();
    let mut place = open;
    if !place.close() {
        return;
    }
    shell.place.set(place);
    match (open.panel, open.tab) {
        (Some(panel), _) => focus_button(panel),
        (None, Some(tab)) => focus_opener(&format!("tab-{}", tab.slug())),
        (None, None) => {}
    }
}

/// Takes the focus to the button that opens a panel.
pub fn focus_button(panel: Panel) {
    focus_opener(&button_id(panel));
}

/// On a phone the bar has not room for all of them.
fn focus_opener(id: &str) {
    if !browser::focus_if_shown(id) {
        browser::focus(&button_id(Panel::More));
    }
}

/// Escape closes what is open, where nothing else wanted the key.
pub fn close_by_escape(shell: Shell) {
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        if event.key() == "Escape" && !event.default_prevented() {
            close(shell);
        }
    });
    on_cleanup(move || listener.remove());
}

/// Where a panel stands once it was opened.
#[component]
pub fn PanelHost(
    shell: Shell,
    panel: Panel,
    /// What is in it.
    content: Callback<(), AnyView>,
) -> impl IntoView {
    let is_open = Memo::new(move |_| shell.is_open(panel));
    view! {
        <Opened
            id=panel_id(panel)
            class=format!("panel panel--{}", panel.slug())
            block="panel"
            title=title(panel)
            is_open
            close=Callback::new(move |()| close(shell))
            content
        />
    }
}
