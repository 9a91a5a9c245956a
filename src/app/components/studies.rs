//! Does it hold? Two studies below the verdict, each many trainings of the experiment: other stretches
//! of the history, and other luck.

use super::seeds::SeedsPanel;
use super::study_controls::StudyContext;
use super::walk_forward::WalkForwardPanel;
use crate::app::refusals::Refusals;
use crate::app::slices::Slices;

use crate::lab::Intention;

use crate::text::{self};
use leptos::prelude::*;

#[component]
pub fn StudiesSection(
    /// The run, read.
    slices: Slices,
    /// Settings that were refused: nothing trains while one stands.
    refusals: Refusals,
    /// True while prices load, a network trains or a study runs.
    locked: Memo<bool>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let context = StudyContext {
        slices,
        studies: slices.studies,
        progress: slices.study_progress,
        locked,
        refusals,
        intend,
    };
    view! {
        <section class="studies" id="studies" aria-labelledby="studies-title">
            <div class="section-head">
                <h2 id="studies-title" tabindex="-1">{text::studies::title()}</h2>
            </div>
            <p class="hint">{text::studies::means()}</p>
            <WalkForwardPanel context />
            <SeedsPanel context session=slices.session />
        </section>
    }
}
