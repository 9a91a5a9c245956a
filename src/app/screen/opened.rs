//! What a button opens, a panel or the drawer's sheet: a title, the button that closes it, and a body that
//! scrolls. Built when it is first opened and then only hidden, so that what was typed in it stays.

use crate::app::ui::ever::ever;
use crate::text;
use leptos::prelude::*;

/// The id of the title of what has this id; it takes the focus when that opens.
pub fn title_id(id: &str) -> String {
    format!("{id}-title")
}

#[component]
pub fn Opened(
    id: String,
    class: String,
    /// What the classes of its head and its body begin with.
    block: &'static str,
    title: &'static str,
    is_open: Memo<bool>,
    close: Callback<()>,
    content: Callback<(), AnyView>,
) -> impl IntoView {
    let was_open = ever(move || is_open.get());
    view! {
        <Show when=move || was_open.get()>
            <section
                class=class.clone()
                id=id.clone()
                aria-labelledby=title_id(&id)
                hidden=move || !is_open.get()
            >
                <div class=format!("{block}__head")>
                    <h2 id=title_id(&id) tabindex="-1">
                        {title}
                    </h2>
                    <button
                        type="button"
                        class="button button--icon"
                        aria-label=text::page::close_panel(title)
                        on:click=move |_| close.run(())
                    >
                        <svg viewBox="0 0 20 20" aria-hidden="true">
                            <path d="M5 5 L15 15 M15 5 L5 15" />
                        </svg>
                    </button>
                </div>
                // It scrolls, by the keyboard too, whatever stands in it.
                <div
                    class=format!("{block}__body")
                    tabindex="0"
                    role="group"
                    aria-labelledby=title_id(&id)
                >
                    {content.run(())}
                </div>
            </section>
        </Show>
    }
}
