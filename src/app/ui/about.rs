//! An explanation behind an ⓘ, which lies over what it stands on: nothing moves for it.

use crate::text;
use leptos::prelude::*;

#[component]
pub fn About(
    /// Where it opens.
    opens: Opens,
    children: Children,
) -> impl IntoView {
    view! {
        <details
            class="about"
            class:about--above=opens == Opens::Above
            class:about--below=opens == Opens::Below
            on:keydown=close_by_escape
        >
            <summary aria-label=text::stage::what_is_this()>
                <svg viewBox="0 0 16 16" aria-hidden="true">
                    <circle cx="8" cy="8" r="6.5" />
                    <path d="M8 7.4v3.8M8 4.8v.1" />
                </svg>
            </summary>
            <div class="about__more">{children()}</div>
        </details>
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opens {
    Above,
    Below,
}

/// Closes the explanation that the key was pressed in.
fn close_by_escape(event: leptos::ev::KeyboardEvent) {
    if event.key() != "Escape" {
        return;
    }
    let within = event_target::<leptos::web_sys::Element>(&event).closest("details[open]");
    if let Ok(Some(open)) = within {
        event.prevent_default();
        // Fails only for names that are none.
        let _ = open.remove_attribute("open");
    }
}
