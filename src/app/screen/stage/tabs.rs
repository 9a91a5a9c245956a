//! The tabs of the views: one is chosen, and the keyboard walks among them.

use crate::app::browser;
use crate::app::screen::place::View;
use crate::app::screen::state::Screen;
use crate::guide::Control;
use crate::text;
use leptos::prelude::*;

/// The id of a view's tab.
pub fn tab_id(view: View) -> String {
    format!("view-tab-{}", view.slug())
}

/// The id of where a view stands.
pub fn panel_id(view: View) -> String {
    format!("view-{}", view.slug())
}

fn title(view: View) -> &'static str {
    match view {
        View::History => text::stage::history(),
        View::Split => text::stage::split(),
        View::Prediction => text::stage::prediction(),
        View::Test => text::stage::test(),
        View::Tomorrow => text::stage::tomorrow(),
    }
}

#[component]
pub fn ViewTabs(screen: Screen) -> impl IntoView {
    let view = Memo::new(move |_| screen.view());
    // Whoever chose it: where the row is narrower than its tabs, the chosen one is in sight.
    Effect::new(move |_| {
        let tab = tab_id(view.get());
        // With the frame, which lays the page out anyway.
        request_animation_frame(move || browser::scroll_row_to(&tab));
    });
    let choose = move |view: View| screen.place.update(|place| place.choose(view));
    let tabs = View::ALL.map(|this| {
        let is_shown = move || view.get() == this;
        view! {
            <button
                type="button"
                role="tab"
                class="stage__tab"
                id=tab_id(this)
                aria-controls=panel_id(this)
                aria-selected=move || is_shown().to_string()
                tabindex=move || if is_shown() { "0" } else { "-1" }
                on:click=move |_| choose(this)
            >
                {title(this)}
            </button>
        }
    });
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let hides_tomorrow = screen
            .guide
            .link
            .with_untracked(|link| link.hidden.contains(&Control::Tomorrow));
        let walked = &View::ALL[..View::ALL.len() - usize::from(hides_tomorrow)];
        if let Some(next) = view_after_key(&event.key(), view.get_untracked(), walked) {
            event.prevent_default();
            choose(next);
            browser::focus(&tab_id(next));
        }
    };
    view! {
        <div
            class="stage__tabs"
            role="tablist"
            aria-label=text::stage::views()
            on:keydown=on_key
        >
            {tabs.into_iter().collect_view()}
        </div>
    }
}

/// Arrows go to the next view and round the ends, Home and End to the first and the last. `None` for a
/// key that is not ours.
fn view_after_key(key: &str, shown: View, views: &[View]) -> Option<View> {
    let place = views.iter().position(|view| *view == shown).unwrap_or(0);
    let next = match key {
        "ArrowRight" => (place + 1) % views.len(),
        "ArrowLeft" => (place + views.len() - 1) % views.len(),
        "Home" => 0,
        "End" => views.len() - 1,
        _ => return None,
    };
    views.get(next).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_walk_round_and_home_and_end_go_to_the_ends() {
        let after = |key, shown| view_after_key(key, shown, &View::ALL);
        assert_eq!(after("ArrowRight", View::History), Some(View::Split));
        assert_eq!(after("ArrowRight", View::Tomorrow), Some(View::History));
        assert_eq!(after("ArrowLeft", View::History), Some(View::Tomorrow));
        assert_eq!(after("Home", View::Test), Some(View::History));
        assert_eq!(after("End", View::Split), Some(View::Tomorrow));
        assert_eq!(after("Enter", View::Split), None);
    }

    #[test]
    fn a_hidden_view_is_walked_past() {
        let without_tomorrow = &View::ALL[..4];
        assert_eq!(
            view_after_key("ArrowRight", View::Test, without_tomorrow),
            Some(View::History)
        );
        assert_eq!(
            view_after_key("End", View::History, without_tomorrow),
            Some(View::Test)
        );
    }
}
