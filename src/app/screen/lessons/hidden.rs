//! Says that a link hides parts of the page, and brings them back.

use crate::app::browser;
use crate::app::guide::Guide;
use crate::text;
use leptos::prelude::*;

#[component]
pub fn HiddenNote(guide: Guide) -> impl IntoView {
    view! {
        <Show when=move || guide.link.with(|link| !link.hidden.is_empty())>
            <p class="hidden-note" data-testid="hidden-note">
                {text::guide::link_hides()}
                <button
                    type="button"
                    class="button button--link"
                    on:click=move |_| {
                        guide.show_everything();
                        browser::focus("content");
                    }
                >
                    {text::guide::show_everything()}
                </button>
            </p>
        </Show>
    }
}
