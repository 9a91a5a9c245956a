//! The smaller ways to train: one batch, one epoch, both recipes; the seal; and the training's numbers.

use super::details::{DETAILS_BUTTON, DETAILS_ID};
use crate::app::screen::panels::{refused_setting, show_setting};
use crate::app::shell::Shell;
use crate::lab::{Intention, Phase};
use crate::protocol::Stretch;
use crate::text;
use leptos::prelude::*;

#[component]
pub fn SmallButtons(
    shell: Shell,
    /// Whether the training's numbers are open.
    details: RwSignal<bool>,
) -> impl IntoView {
    let Shell { phase, intend, .. } = shell;
    let has_no_prices = move || matches!(phase.get(), Phase::Empty | Phase::Loading);
    let stretch = move |stretch: Stretch, name: &'static str| {
        let advance = move |_| {
            if phase.get_untracked() == Phase::Training {
                return;
            }
            // A stopped run goes on whatever the form says.
            let refused = refused_setting(shell).filter(|_| !shell.can_resume.get_untracked());
            match refused {
                Some(key) => show_setting(shell, key),
                None => intend.run(Intention::Advance(stretch)),
            }
        };
        view! {
            <button
                type="button"
                class="button button--small"
                disabled=move || has_no_prices() || shell.studying.get()
                // Not disabled while it trains: the keyboard's focus would be lost at every press.
                aria-disabled=move || (phase.get() == Phase::Training).then_some("true")
                title=text::training::what_steps_do()
                on:click=advance
            >
                {name}
            </button>
        }
    };
    let run_both = move |_| {
        if phase.get_untracked() == Phase::Training {
            return;
        }
        match refused_setting(shell) {
            Some(key) => show_setting(shell, key),
            None => intend.run(Intention::RunBothRecipes),
        }
    };
    view! {
        <div class="small-buttons">
            {stretch(Stretch::OneStep, text::training::one_step())}
            {stretch(Stretch::OneEpoch, text::training::one_epoch())}
            <button
                type="button"
                class="button button--small"
                id=DETAILS_BUTTON
                aria-expanded=move || details.get().to_string()
                aria-controls=DETAILS_ID
                on:click=move |_| details.update(|open| *open = !*open)
            >
                {text::training::details()}
            </button>
            <button
                type="button"
                class="button button--small"
                disabled=has_no_prices
                aria-disabled=move || (phase.get() == Phase::Training).then_some("true")
                title=text::runs::both_means()
                on:click=run_both
            >
                {text::runs::run_both()}
            </button>
            <SealSwitch shell />
        </div>
    }
}

/// The option to keep the last days out of it all.
#[component]
fn SealSwitch(shell: Shell) -> impl IntoView {
    let Shell { phase, intend, .. } = shell;
    let locked = move || matches!(phase.get(), Phase::Training | Phase::Loading);
    view! {
        <label class="check small-buttons__seal" for="sealed">
            <input
                id="sealed"
                type="checkbox"
                prop:checked=shell.sealed
                disabled=locked
                aria-label=text::results::keep_sealed()
                title=text::results::keep_sealed_help()
                on:change=move |event| {
                    intend.run(Intention::SealLastDays(event_target_checked(&event)));
                }
            />
            <span>{text::results::is_sealed()}</span>
        </label>
    }
}
