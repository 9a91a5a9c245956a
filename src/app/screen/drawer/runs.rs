//! The runs: two of them side by side, the list, the sealed block of the one that is shown, and the
//! forecasts that were kept.

use crate::app::components::{CompareCard, JournalPanel, RunList, SealedPanel, in_turn};
use crate::app::screen::place::Tab;
use crate::app::screen::state::Screen;
use crate::lab::Intention;
use crate::text;
use leptos::prelude::*;

#[component]
pub fn RunsTab(screen: Screen) -> impl IntoView {
    let Screen {
        slices,
        scheme,
        intend,
        ..
    } = screen;
    let session = slices.session;
    let any_run = Memo::new(move |_| session.with(|session| !session.runs().is_empty()));
    let come = in_turn(any_run, 2);
    // A memo: to look elsewhere on the screen and back asks nothing again.
    let is_open = Memo::new(move |_| screen.is_tab(Tab::Runs));
    // Of each list of runs that is looked at.
    Effect::new(move |_| {
        session.track();
        if is_open.get() {
            intend.run(Intention::CountLooks);
        }
    });
    view! {
        <CompareCard session scheme intend />
        <Show
            when=move || come.get()
            fallback=|| view! { <p class="empty">{text::drawer::runs_come()}</p> }
        >
            <RunList slices locked=slices.locked intend />
        </Show>
        <SealedPanel slices intend />
        <JournalPanel slices intend />
    }
}
