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

pub use outcome::Outcome;

use super::state::Screen;
use crate::app::deferred::Deferred;
use leptos::prelude::*;
use recipe::RecipeCard;
use train::TrainCard;

#[component]
pub fn Rail(screen: Screen) -> impl IntoView {
    let deferred = expect_context::<Deferred>();
    view! {
        <div class="rail">
            <TrainCard screen />
            <RecipeCard screen />
            {deferred.outcome(screen)}
        </div>
    }
}
