//! Training a little at a time: one batch, one epoch.

use super::setting::field_id;
use crate::app::browser;
use crate::app::refusals::Refusals;
use crate::app::slices::Slices;
use crate::lab::Intention;
use crate::lab::run::{Phase, Progress};
use crate::protocol::Stretch;
use crate::text;
use leptos::prelude::*;

#[component]
pub fn StepButtons(
    /// The run, read.
    slices: Slices,
    /// Settings that were refused: no new run begins while one stands.
    refusals: Refusals,
    intend: Callback<Intention>,
) -> impl IntoView {
    let phase = slices.phase;
    let button = move |stretch: Stretch, name: &'static str| {
        let advance = move |_| {
            if phase.get_untracked() == Phase::Training {
                return;
            }
            let refused = refusals.with_untracked(|refusals| refusals.keys().next().copied());
            match refused.filter(|_| !slices.can_resume.get_untracked()) {
                Some(key) => browser::focus(&field_id(key)),
                None => intend.run(Intention::Advance(stretch)),
            }
        };
        view! {
            <button
                type="button"
                class="button"
                disabled=move || {
                    matches!(phase.get(), Phase::Empty | Phase::Loading) || slices.studying.get()
                }
                // Not disabled while it trains: the keyboard's focus would be lost at every press.
                aria-disabled=move || (phase.get() == Phase::Training).then_some("true")
                aria-describedby="stepping-help"
                on:click=advance
            >
                {name}
            </button>
        }
    };
    view! {
        <div class="stepping">
            {button(Stretch::OneStep, text::training::one_step())}
            {button(Stretch::OneEpoch, text::training::one_epoch())}
            <p class="hint" id="stepping-help">
                {text::training::what_steps_do()}
            </p>
        </div>
    }
}

/// Where a stopped training stands.
pub fn stopped_text(paused_at: Option<&Progress>, epochs_done: usize) -> String {
    match (paused_at, epochs_done) {
        (Some(at), _) => text::training::stopped_at_step(at.step, at.steps, at.epoch),
        (None, 0) => text::training::stopped().to_owned(),
        (None, done) => text::training::stopped_after_epoch(done),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn a_pause_says_where_it_is() {
        let at = Progress {
            epoch: 2,
            step: 3,
            steps: 68,
            ms_per_step: 1.0,
        };
        assert_eq!(
            stopped_text(Some(&at), 1),
            "Stopped at step 3 of 68 in epoch 2. The network of that moment is judged below."
        );
        assert!(stopped_text(None, 4).starts_with("Stopped after epoch 4."));
        assert!(stopped_text(None, 0).starts_with("Stopped. "));
        text::in_language(Language::German, || {
            assert!(
                stopped_text(Some(&at), 1)
                    .starts_with("Bei Schritt 3 von 68 in Epoche 2 angehalten.")
            );
            assert!(stopped_text(None, 4).starts_with("Nach Epoche 4 angehalten."));
            assert!(stopped_text(None, 0).starts_with("Angehalten. "));
        });
    }
}
