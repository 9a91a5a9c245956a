//! The chart in sight as an image to take along.

use super::state::StageState;
use crate::app::browser;
use crate::text;
use leptos::prelude::*;

const MENU_ID: &str = "stage-save";
const BUTTON_ID: &str = "stage-save-button";

#[component]
pub fn SaveMenu(stage: StageState) -> impl IntoView {
    let open = RwSignal::new(false);
    let close = move || {
        open.set(false);
        browser::focus(BUTTON_ID);
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.prevent_default();
            close();
        }
    };
    // Whoever goes on to something else is done with it.
    let on_leave = move |_| {
        browser::later(move || {
            if !browser::focus_is_free_or_in(".stage__save") {
                open.try_set(false);
            }
        });
    };
    let item = move |name: &'static str, save: fn(StageState)| {
        view! {
            <button
                type="button"
                class="button button--quiet"
                on:click=move |_| {
                    save(stage);
                    close();
                }
            >
                {name}
            </button>
        }
    };
    view! {
        <div class="stage__save" on:keydown=on_key on:focusout=on_leave>
            <button
                type="button"
                class="button button--quiet"
                id=BUTTON_ID
                aria-expanded=move || open.get().to_string()
                aria-controls=MENU_ID
                aria-label=text::charts::save_as_image()
                title=text::charts::save_as_image()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <svg viewBox="0 0 16 16" aria-hidden="true">
                    <path d="M8 2v8m0 0 3.2-3.2M8 10 4.8 6.8M2.5 12.5v1h11v-1" />
                </svg>
            </button>
            <div class="stage__formats" id=MENU_ID hidden=move || !open.get()>
                {item(text::stage::png_image(), |stage| stage.chart_in_sight().save_png())}
                {item(text::stage::svg_image(), |stage| stage.chart_in_sight().save_svg())}
            </div>
        </div>
    }
}
