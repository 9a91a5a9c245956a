//! The rail beside the stage: the training's controls, the recipe, then the verdict and tomorrow's price.
//! Its cards stand in one column beside the stage; where there is no room beside it, they are places of
//! the board (`style/rail.css`).

mod details;
mod keep;
mod needle;
mod outcome;
mod progress;
mod recipe;
mod small_buttons;
mod status;
mod tomorrow;
mod train;
mod verdict;

pub use details::{DeviceLine, TrainingDetails};
pub use outcome::Outcome;
pub use progress::{ProgressLine, Share};
pub use status::status_words;

use crate::app::deferred::Deferred;
use crate::app::shell::Shell;
use leptos::prelude::*;
use recipe::RecipeCard;
use train::TrainCard;

#[component]
pub fn Rail(shell: Shell) -> impl IntoView {
    let deferred = expect_context::<Deferred>();
    view! {
        <div class="rail">
            <TrainCard shell />
            <RecipeCard shell />
            {deferred.show_or(|| view! { <OutcomePlaces /> }, |part| (part.outcome)())}
        </div>
    }
}

/// Where verdict, tomorrow and files are going to stand, so that nothing moves when they come.
#[component]
fn OutcomePlaces() -> impl IntoView {
    view! {
        <div class="verdict-card card"></div>
        <div class="tomorrow-card card"></div>
        <div class="files-row"></div>
    }
}
