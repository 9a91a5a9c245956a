//! The learning rate while it trains, and the note that it was changed by hand.

use crate::app::slices::Slices;
use crate::app::words::rate;
use crate::forecast::Settings;
use crate::forecast::settings::SettingField;
use crate::lab::Intention;
use crate::text::{self, said};
use leptos::prelude::*;

#[component]
pub fn Steering(
    /// The run, read.
    slices: Slices,
    intend: Callback<Intention>,
) -> impl IntoView {
    // What is typed, until it is sent; else the rate that holds.
    let draft = RwSignal::new(None::<String>);
    let refusal = RwSignal::new(None::<String>);
    let shown = move || {
        let rate = slices.learning_rate.get();
        draft.get().unwrap_or_else(|| (rate as f32).to_string())
    };
    let change = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(typed) = draft.get_untracked() else {
            return;
        };
        // The same bounds as in the form, and the same words.
        let mut settings = Settings::default();
        match settings.set(SettingField::LearningRate, &typed) {
            Ok(()) => {
                draft.set(None);
                refusal.set(None);
                intend.run(Intention::SetLearningRate(settings.learning_rate));
            }
            Err(error) => refusal.set(Some(said(&error))),
        }
    };
    let by_hand = move || {
        let changed = slices.rate_changes.with(|changes| rate::by_hand(changes))?;
        let note = text::training::link_does_not_repeat(changed);
        Some(view! { <p class="hint hint--strong" data-testid="rate-note">{note}</p> })
    };
    view! {
        <Show when=move || slices.can_steer.get()>
            <form class="field rate" on:submit=change>
                // Not "Learning rate": that is the field of the settings.
                <label for="rate-now">{text::training::new_rate()}</label>
                <div class="input-row">
                    <input
                        id="rate-now"
                        class="input input--number"
                        type="number"
                        inputmode="decimal"
                        step="any"
                        aria-describedby="rate-error"
                        aria-invalid=move || refusal.with(Option::is_some).to_string()
                        prop:value=shown
                        on:input=move |event| {
                            refusal.set(None);
                            draft.set(Some(event_target_value(&event)));
                        }
                    />
                    <button type="submit" class="button">
                        {text::training::change_rate()}
                    </button>
                </div>
                <p class="error" id="rate-error" role="status">
                    {move || refusal.get()}
                </p>
            </form>
        </Show>
        {by_hand}
    }
}
