//! Opening a network that was trained before: the button, and what is said while it waits.

use crate::app::machine::Machine;
use crate::app::words::model_file;
use crate::lab::Intention;
use crate::model_file::opened::{ENDING, OpenedModel};
use crate::text;
use leptos::prelude::*;
use std::sync::Arc;

/// The button, which is a file's.
#[component]
pub fn OpenModel(
    /// `data-testid` of the input.
    testid: &'static str,
    /// Nothing is opened while a training runs.
    locked: Signal<bool>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let machine = expect_context::<Machine>();
    let choose = move |event: leptos::ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let file = input.files().and_then(|files| files.get(0));
        // The same file chosen again is a choice as well.
        input.set_value("");
        if let Some(file) = file {
            intend.run(Intention::OpenModel(machine.given(file)));
        }
    };
    view! {
        <label class="button button--link open-model" class:is-disabled=locked>
            <input
                type="file"
                class="visually-hidden"
                data-testid=testid
                accept=ENDING
                disabled=locked
                on:change=choose
            />
            {text::training::open_model()}
        </label>
    }
}

/// Says which prices an opened model waits for.
#[component]
pub fn WaitingModel(
    model: Memo<Option<Arc<OpenedModel>>>,
    intend: Callback<Intention>,
) -> impl IntoView {
    move || {
        let waiting = model.get()?;
        Some(view! {
            <div class="offer" data-testid="waiting-model">
                <p>{text::training::model_waits(model_file::wanted(&waiting))}</p>
                <button
                    type="button"
                    class="button button--link"
                    on:click=move |_| intend.run(Intention::LeaveModel)
                >
                    {text::training::put_away()}
                </button>
            </div>
        })
    }
}
