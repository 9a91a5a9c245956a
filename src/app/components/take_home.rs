//! Take it home: the trained network and what belongs to it, as files.

use super::open_model::OpenModel;
use crate::app::words;
use crate::lab::Intention;
use crate::lab::intention::Keepsake;
use crate::text;
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
                    {words::download_button(keepsake)}
                </button>
                <span class="hint">{words::download_means(keepsake)}</span>
            </li>
        }
    });
    view! {
        <div class="card take-home" data-testid="take-home">
            <h3>{text::runs::take_home()}</h3>
            <p class="hint">{text::runs::take_home_means()}</p>
            <ul>
                {buttons.into_iter().collect_view()}
                <li>
                    <OpenModel testid="open-model-again" locked=locked.into() intend />
                    <span class="hint">{text::runs::saved_model()}</span>
                </li>
            </ul>
        </div>
    }
}
