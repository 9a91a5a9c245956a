//! A training that was under way when its tab was closed: the offer to go on with it.

use crate::app::intention::Intention;
use crate::app::root::Interrupted;
use leptos::prelude::*;

#[component]
pub fn InterruptedTraining(
    /// The training, where there is one.
    interrupted: ReadSignal<Option<Interrupted>>,
    intend: Callback<Intention>,
) -> impl IntoView {
    move || {
        let Interrupted {
            experiment, epoch, ..
        } = interrupted.get()?;
        let what = format!(
            "A training was interrupted at epoch {epoch} of {}: {}, {} recipe. It can go on from there.",
            experiment.settings.epochs,
            experiment.source.title(),
            experiment.settings.recipe,
        );
        Some(view! {
            <div class="offer" data-testid="interrupted">
                <p>{what}</p>
                <button
                    type="button"
                    class="button"
                    on:click=move |_| intend.run(Intention::ResumeInterrupted)
                >
                    "Resume it"
                </button>
                <button
                    type="button"
                    class="button button--link"
                    on:click=move |_| intend.run(Intention::DiscardInterrupted)
                >
                    "Discard"
                </button>
            </div>
        })
    }
}
