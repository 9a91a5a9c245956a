//! The control that a step names: its place is opened, it is brought into the middle of the free area,
//! marked, and focused where the learner asks for it.

use crate::app::browser;
use crate::app::screen::state::Screen;
use crate::app::screen::target::whereabouts;
use leptos::prelude::*;
use leptos::web_sys::Element;

const POINTED: &str = "data-pointed";

/// Opens the place of a control and marks it. `found` hears whether it is there: what comes after a
/// training may not be yet.
pub fn lead_to(
    screen: Screen,
    id: &'static str,
    with_focus: bool,
    found: impl FnOnce(bool) + 'static,
) {
    if let Some(place) = whereabouts(id) {
        screen.place.update(|now| now.go(place));
    }
    let is_embedded = screen.guide.link.with_untracked(|link| link.embedded);
    let shown = match id.strip_prefix("tab-") {
        // A frame has no row of buttons; what the button opens is there all the same.
        Some(tab) if is_embedded => format!("drawer-{tab}-title"),
        _ => id.to_owned(),
    };
    browser::when_shown(shown, move |control| {
        // Meanwhile another step may be on.
        let is_wanted = screen
            .guide
            .step_untracked()
            .is_some_and(|step| step.target == id);
        if !is_wanted {
            return;
        }
        if let Some(control) = &control {
            let seen = seen_part(control);
            mark(Some(&seen));
            browser::bring_into_middle(&seen);
            if with_focus {
                let _ = control.focus();
            }
        }
        found(control.is_some());
    });
}

/// What is seen of a control: of a tick or a choice, which may be drawn by its label, that.
fn seen_part(control: &Element) -> Element {
    let label = control.closest("label").ok().flatten();
    label.unwrap_or_else(|| control.clone())
}

/// Marks an element, and no other.
pub fn mark(element: Option<&Element>) {
    if let Ok(Some(old)) = document().query_selector(&format!("[{POINTED}]")) {
        let _ = old.remove_attribute(POINTED);
    }
    if let Some(element) = element {
        let _ = element.set_attribute(POINTED, "");
    }
}
