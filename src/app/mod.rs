//! The page: screens, charts, and the edge to the world.
//!
//! One [`Lab`](crate::lab::Lab) sits in one signal, in [`machine`]. Screens read [`slices`] of it and send
//! [`Intention`](crate::lab::Intention)s; [`execute`] carries out what the lab orders and brings the
//! answers back. What can be decided without a browser belongs into [`crate::lab`] or below it.

pub mod browser;
mod by_pointer;
pub mod charts;
pub mod components;
pub mod deferred;
mod drop;
mod embed;
pub mod execute;
pub mod guide;
pub mod inspector;
pub mod language;
pub mod machine;
pub mod page;
mod part;
pub mod refusals;
pub mod screen;
pub mod shell;
pub mod slices;
mod small_records;
pub mod theme;
pub mod ui;
pub mod words;

/// Mounts the page, once its words are there. Called once, by the binary.
pub fn start() {
    console_error_panic_hook::set_once();
    wasm_bindgen_futures::spawn_local(async {
        if language::load_first().await {
            // From a near host all files come at once, and what was served for the eyes would be
            // replaced unseen: the first that anyone sees would be the whole page, later.
            browser::first_paint().await;
            leptos::mount::mount_to_body(page::App);
            // Its place is taken, in the same task, so that nothing flickers.
            browser::remove("frame");
            browser::remove("cannot-start");
        }
    });
}
