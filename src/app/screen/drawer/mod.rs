//! The drawer at the bottom: a row of buttons, and above it what the pressed one holds. The board becomes
//! smaller for it; nothing is covered. (On phones and tablets it lies over the lower part.) What a button
//! opens is built at the first press and then only hidden, so that what was chosen in it stays.

mod paid;
mod runs;
mod scores;
mod sheet;
mod steps;
mod studies;

use super::place::Tab;
use super::state::Screen;
use crate::text;
use leptos::prelude::*;
use sheet::{Sheet, TabButton};

#[component]
pub fn Drawer(screen: Screen) -> impl IntoView {
    open_for_comparison(screen);
    let is_open = move || screen.place.with(|place| place.tab.is_some());
    let sheets = Tab::ALL.map(|tab| view! { <Sheet screen tab /> });
    let buttons = Tab::ALL.map(|tab| view! { <TabButton screen tab /> });
    view! {
        <div class="drawer" class:is-open=is_open>
            {sheets.into_iter().collect_view()}
            <nav class="drawer__tabs" aria-label=text::drawer::title()>
                {buttons.into_iter().collect_view()}
            </nav>
        </div>
    }
}

/// Two runs that are set side by side are there to be seen, whoever set them so.
fn open_for_comparison(screen: Screen) {
    let session = screen.slices.session;
    let is_pair = Memo::new(move |_| session.with(|session| session.compared().len() == 2));
    Effect::new(move |before: Option<bool>| {
        let now = is_pair.get();
        if now
            && before == Some(false)
            && !screen.place.with_untracked(|it| it.tab == Some(Tab::Runs))
        {
            screen.place.update(|place| place.open_tab(Tab::Runs));
        }
        now
    });
}
