//! Forecasts of more than one day: the choice how they come about.

use crate::app::words::settings::Explained;
use crate::forecast::Settings;
use crate::forecast::settings::Steps;
use crate::lab::Intention;
use crate::text;
use leptos::prelude::*;
use std::str::FromStr;

fn title(steps: Steps) -> &'static str {
    match steps {
        Steps::Direct => text::results::direct(),
        Steps::Recursive => text::results::recursive(),
    }
}

/// The choice between direct and recursive, where there is more than one day.
#[component]
pub fn StepsChoice(
    /// The run's settings.
    settings: Memo<Settings>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let several = Memo::new(move |_| settings.with(|settings| settings.horizon > 1));
    let steps = Memo::new(move |_| settings.with(|settings| settings.steps));
    // A network that reads more than prices cannot be applied to its own forecasts.
    let reads_more = Memo::new(move |_| settings.with(|settings| !settings.inputs.are_usual()));
    let choose = move |event| {
        if let Ok(steps) = Steps::from_str(&event_target_value(&event)) {
            let settings = settings.get_untracked();
            intend.run(Intention::ChangeSettings(Settings { steps, ..settings }));
        }
    };
    view! {
        <Show when=move || several.get()>
            <div class="field">
                <label for="steps">{text::settings::steps()}</label>
                <select
                    id="steps"
                    class="select"
                    aria-describedby="steps-help"
                    prop:value=move || steps.get().slug()
                    on:change=choose
                >
                    {Steps::ALL
                        .iter()
                        .map(|this| {
                            view! {
                                <option
                                    value=this.slug()
                                    selected=steps.get_untracked() == *this
                                    disabled=move || *this == Steps::Recursive && reads_more.get()
                                >
                                    {title(*this)}
                                </option>
                            }
                        })
                        .collect_view()}
                </select>
                <p class="hint" id="steps-help">
                    {move || {
                        match (steps.get(), reads_more.get()) {
                            (Steps::Direct, true) => text::settings::direct_with_inputs_means(),
                            (steps, _) => steps.explanation(),
                        }
                    }}
                </p>
            </div>
        </Show>
    }
}
