//! A setting that was refused: nothing trains while one stands, and whoever tries is led to it.

use crate::app::browser;
use crate::app::components::field_id;
use crate::app::screen::place::Panel;
use crate::app::shell::Shell;
use leptos::prelude::*;

/// The address's key of a setting that was refused.
pub fn refused_setting(shell: Shell) -> Option<&'static str> {
    shell
        .refusals
        .with_untracked(|refusals| refusals.keys().next().copied())
}

/// Opens the panel of settings and goes to the field of that key.
pub fn show_setting(shell: Shell, key: &str) {
    let panel = shell.place.with_untracked(|place| place.panel);
    if panel != Some(Panel::Settings) {
        shell
            .place
            .update(|place| place.toggle_panel(Panel::Settings));
    }
    browser::focus_soon(field_id(key));
}
