//! The page: Leptos components, the charts and the two edges to the world (Alpha Vantage, trainer).
//!
//! One [`Run`](crate::run::Run) sits in one signal. Only [`root`] writes it, through `Run::apply`;
//! components read slices of it and send [`Intention`](intention::Intention)s. What can be decided
//! without a browser belongs into `market`, `forecast` or `run`, not here.

pub mod browser;
pub mod charts;
pub mod components;
pub mod copies;
pub mod database;
pub mod desk;
pub mod fetch;
pub mod guide;
pub mod inspector;
pub mod intention;
pub mod keeper;
pub mod key;
pub mod language;
pub mod recent_symbols;
pub mod root;
pub mod slices;
pub mod theme;
pub mod trainer;
pub mod ui;

/// Mounts the page. Called once, by the binary.
pub fn start() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(root::App);
}
