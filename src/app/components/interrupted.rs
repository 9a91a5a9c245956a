//! A training that was under way when its tab was closed or its trainer crashed: the offer to go on with
//! it.

use crate::forecast::settings::Recipe;
use crate::lab::Intention;
use crate::lab::Interrupted;
use crate::text::{self, said};
use leptos::prelude::*;

#[component]
pub fn InterruptedTraining(
    /// The training, where there is one.
    interrupted: Memo<Option<Interrupted>>,
    intend: Callback<Intention>,
) -> impl IntoView {
    move || {
        let Interrupted {
            experiment, epoch, ..
        } = interrupted.get()?;
        let (epochs, source) = (experiment.settings.epochs, said(&experiment.source));
        let what = match experiment.settings.recipe {
            Recipe::Honest => text::training::interrupted_honest(epoch, epochs, source),
            Recipe::Notebook => text::training::interrupted_notebook(epoch, epochs, source),
        };
        Some(view! {
            <div class="offer" data-testid="interrupted">
                <p>{what}</p>
                <button
                    type="button"
                    class="button"
                    on:click=move |_| intend.run(Intention::ResumeInterrupted)
                >
                    {text::training::resume_it()}
                </button>
                <button
                    type="button"
                    class="button button--link"
                    on:click=move |_| intend.run(Intention::DiscardInterrupted)
                >
                    {text::training::discard()}
                </button>
            </div>
        })
    }
}
