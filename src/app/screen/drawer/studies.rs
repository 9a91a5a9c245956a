//! Does it hold? Three studies, each many trainings of the experiment: other stretches of the history, other luck,
//! and other histories.

use crate::app::components::{SeedsPanel, SeveralPanel, StudyContext, WalkForwardPanel};
use crate::app::screen::state::Screen;
use crate::text;
use leptos::prelude::*;

#[component]
pub fn StudiesTab(screen: Screen) -> impl IntoView {
    let Screen {
        slices,
        refusals,
        intend,
        ..
    } = screen;
    let context = StudyContext {
        slices,
        studies: slices.studies,
        progress: slices.study_progress,
        locked: slices.locked,
        refusals,
        intend,
    };
    view! {
        <div class="studies" id="studies">
            <p class="hint">{text::studies::means()}</p>
            <WalkForwardPanel context />
            <SeedsPanel context session=slices.session />
            <SeveralPanel context />
        </div>
    }
}
