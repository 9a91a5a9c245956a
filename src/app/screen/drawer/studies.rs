//! Does it hold? Four studies, each many trainings of the experiment: other stretches of the history, other luck,
//! other histories, and other kinds of network.

use crate::app::components::{
    AllCellsPanel, SeedsPanel, SeveralPanel, StudyContext, WalkForwardPanel,
};
use crate::app::screen::state::Screen;
use crate::text;
use leptos::prelude::*;

/// What starts a study, and shows how far it is.
pub fn study_context(screen: Screen) -> StudyContext {
    let Screen {
        slices,
        refusals,
        intend,
        ..
    } = screen;
    StudyContext {
        slices,
        studies: slices.studies,
        progress: slices.study_progress,
        locked: slices.locked,
        refusals,
        intend,
    }
}

#[component]
pub fn StudiesTab(screen: Screen) -> impl IntoView {
    let context = study_context(screen);
    view! {
        <div class="studies" id="studies">
            <p class="hint">{text::studies::means()}</p>
            <WalkForwardPanel context />
            <SeedsPanel context session=screen.slices.session />
            <SeveralPanel context />
            <AllCellsPanel context />
        </div>
    }
}
