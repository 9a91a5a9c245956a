//! What is dropped anywhere on the page, or pasted anywhere but into a field.

use super::machine::Machine;
use crate::lab::Intention;
use crate::lab::intention::PriceText;
use crate::lab::prices::may_be_table;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Takes what is dropped anywhere on the page, or pasted anywhere but into a field.
pub fn accept_drops_and_pastes(machine: Machine, dropping: RwSignal<bool>) {
    let bring = move |text| machine.intend(Intention::OpenPrices(text));
    let over = move |event: ev::DragEvent| {
        if carries_files(&event) {
            // Without this the browser opens the file in place of the page.
            event.prevent_default();
            dropping.set(true);
        }
    };
    // The listeners live as long as the page, like the machine.
    window_event_listener(ev::dragenter, over);
    window_event_listener(ev::dragover, over);
    window_event_listener(ev::dragleave, move |event| {
        // From one element into another is no leaving: only outside is nothing.
        if event.related_target().is_none() {
            dropping.set(false);
        }
    });
    window_event_listener(ev::drop, move |event| {
        if !carries_files(&event) {
            return;
        }
        event.prevent_default();
        dropping.set(false);
        let files = event.data_transfer().and_then(|data| data.files());
        machine.intend(Intention::DropFiles(machine.given_all(files)));
    });
    window_event_listener(ev::paste, move |event| {
        if is_field(event.target()) {
            return;
        }
        let Some(data) = event.clipboard_data() else {
            return;
        };
        if let Some(file) = data.files().and_then(|files| files.get(0)) {
            event.prevent_default();
            return bring(PriceText::File(machine.given(file)));
        }
        let text = data.get_data("text/plain").unwrap_or_default();
        if may_be_table(&text) {
            event.prevent_default();
            bring(PriceText::Pasted(text));
        }
    });
}

fn carries_files(event: &ev::DragEvent) -> bool {
    event
        .data_transfer()
        .is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

/// Whether what is pasted there belongs there.
fn is_field(target: Option<web_sys::EventTarget>) -> bool {
    target
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|element| {
            let closest = element.closest(
                "input:not([type=radio], [type=checkbox], [type=range], [type=file]), textarea, \
                 [contenteditable]",
            );
            closest.is_ok_and(|field| field.is_some())
        })
}
