//! Take it home: the trained network and what belongs to it, as files.

use super::open_model::OpenModel;
use crate::app::intention::{Intention, Keepsake};
use leptos::prelude::*;

#[component]
pub fn TakeHome(
    /// Nothing is opened while a training runs.
    locked: Memo<bool>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let buttons = Keepsake::ALL.map(|keepsake| {
        view! {
            <li>
                <button
                    type="button"
                    class="button"
                    on:click=move |_| intend.run(Intention::TakeHome(keepsake))
                >
                    {keepsake.button()}
                </button>
                <span class="hint">{keepsake.meaning()}</span>
            </li>
        }
    });
    view! {
        <div class="card take-home" data-testid="take-home">
            <h3>"Take it home"</h3>
            <p class="hint">
                "What was trained here is yours: the files hold the network, the prices and the link "
                "that replays the run, and never your API key. Put model, script and predictions into "
                "one folder and run the script with Python."
            </p>
            <ul>
                {buttons.into_iter().collect_view()}
                <li>
                    <OpenModel testid="open-model-again" locked=locked.into() intend />
                    <span class="hint">
                        "A model saved before: judged on its prices again, without training."
                    </span>
                </li>
            </ul>
        </div>
    }
}
