//! The sliders of the generated world that is chosen.

use crate::app::intention::Intention;
use crate::market::Source;
use crate::market::world::{Parameter, Parameters, WorldKind};
use crate::number;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;

/// A slider that is being drawn along asks for a new world at most this often.
const PAUSE_MS: u32 = 120;

#[component]
pub fn WorldSettings(
    /// The source of the run.
    source: Memo<Source>,
    /// Of the world, where that is the source.
    parameters: Memo<Parameters>,
    /// True while prices load or a network trains.
    locked: Memo<bool>,
    intend: Callback<Intention>,
) -> impl IntoView {
    move || {
        let Source::World(kind) = source.get() else {
            return None;
        };
        let sliders = kind
            .parameters()
            .iter()
            .map(|parameter| {
                view! {
                    <Slider
                        kind=kind
                        parameter=parameter
                        parameters=parameters
                        intend=intend
                    />
                }
            })
            .collect_view();
        let untouched = move || parameters.with(Parameters::are_default);
        Some(view! {
            <fieldset class="world-settings" disabled=locked data-testid="world-settings">
                <legend class="world-settings__title">
                    {format!("Parameters: {}", kind.title())}
                </legend>
                <div class="world-settings__sliders">{sliders}</div>
                <Show when=move || !untouched()>
                    <div>
                        <button
                            type="button"
                            class="button button--link"
                            on:click=move |_| {
                                intend.run(Intention::ChangeWorld(Parameters::default()));
                            }
                        >
                            "Back to the usual values"
                        </button>
                    </div>
                </Show>
            </fieldset>
        })
    }
}

#[component]
fn Slider(
    /// The world whose parameter it is.
    kind: WorldKind,
    /// Label, bounds and sentence.
    parameter: &'static Parameter,
    parameters: Memo<Parameters>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let value = Memo::new(move |_| parameters.with(|it| it.value(parameter)));
    // What the slider says while it moves; the world follows a moment later.
    let draft = RwSignal::new(value.get_untracked());
    Effect::new(move |_| draft.set(value.get()));
    let pending = StoredValue::new_local(None::<Timeout>);
    let on_input = move |event| {
        let Some(moved) = number::parse(&event_target_value(&event)) else {
            return;
        };
        draft.set(moved);
        // Replacing the last one cancels it.
        pending.set_value(Some(Timeout::new(PAUSE_MS, move || {
            let changed = parameters.with_untracked(|it| it.with(kind, parameter.key, moved));
            // The slider's own bounds are the parameter's.
            if let Ok(changed) = changed {
                intend.run(Intention::ChangeWorld(changed));
            }
        })));
    };
    let id = format!("world-{}", parameter.key);
    let help_id = format!("{id}-help");
    view! {
        <div class="field slider">
            <div class="slider__head">
                <label for=id.clone()>{parameter.label}</label>
                <span class="slider__value" aria-hidden="true">
                    {move || draft.get().to_string()}
                </span>
            </div>
            <input
                id=id
                type="range"
                min=parameter.min
                max=parameter.max
                step=parameter.step
                prop:value=move || draft.get().to_string()
                aria-valuetext=move || draft.get().to_string()
                aria-describedby=help_id.clone()
                on:input=on_input
            />
            <p class="hint" id=help_id>
                {parameter.explanation}
            </p>
        </div>
    }
}
