//! The sliders of the generated world that is chosen.

use crate::app::ui::number::as_it_is;
use crate::app::{browser, words};
use crate::lab::Intention;
use crate::market::Source;
use crate::market::world::{Parameter, Parameters, WorldKind};
use crate::{number, text};
use gloo_timers::callback::Timeout;
use leptos::ev::KeyboardEvent;
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
        let reset = move |_| {
            intend.run(Intention::ChangeWorld(Parameters::default()));
            // The button goes: there is nothing to take back any more.
            if let Some(first) = kind.parameters().first() {
                browser::focus(&slider_id(first));
            }
        };
        Some(view! {
            <fieldset class="world-settings" disabled=locked data-testid="world-settings">
                <legend class="world-settings__title">
                    {text::prices::parameters_of(kind)}
                </legend>
                <div class="world-settings__sliders">{sliders}</div>
                <Show when=move || !untouched()>
                    <div>
                        <button type="button" class="button button--link" on:click=reset>
                            {text::prices::usual_values()}
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
    /// Its key and its bounds.
    parameter: &'static Parameter,
    parameters: Memo<Parameters>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let value = Memo::new(move |_| parameters.with(|it| it.value(parameter)));
    // What the slider says while it moves; the world follows a moment later.
    let draft = RwSignal::new(value.get_untracked());
    Effect::new(move |_| draft.set(value.get()));
    let pending = StoredValue::new_local(None::<Timeout>);
    let key_held = StoredValue::new(false);
    let settle = move || {
        let now = parameters.get_untracked();
        let changed = now.with(kind, parameter.key, draft.get_untracked());
        // The slider's own bounds are the parameter's.
        if let Ok(changed) = changed
            && changed != now
        {
            intend.run(Intention::ChangeWorld(changed));
        }
        // The world may have been refused, as while a network trains: the slider says what is.
        draft.set(value.get_untracked());
    };
    let on_input = move |event| {
        let Some(moved) = number::parse(&event_target_value(&event)) else {
            return;
        };
        draft.set(moved);
        // Replacing the last one cancels it.
        pending.set_value(Some(Timeout::new(PAUSE_MS, settle)));
    };
    // At once, so that what is pressed next finds the world that the slider says.
    let let_go = move || {
        pending.set_value(None);
        settle();
    };
    // To the browser, a key that is held down lets go many times a second.
    let on_key_down = move |event: KeyboardEvent| key_held.set_value(event.repeat());
    let on_key_up = move |_| {
        key_held.set_value(false);
        let_go();
    };
    let on_change = move |_| {
        if !key_held.get_value() {
            let_go();
        }
    };
    let shown = move || as_it_is(draft.get());
    let (label, explanation) = words::worlds::parameter(kind, parameter.key);
    let id = slider_id(parameter);
    let help_id = format!("{id}-help");
    view! {
        <div class="field slider">
            <div class="slider__head">
                <label for=id.clone()>{label}</label>
                <span class="slider__value" aria-hidden="true">
                    {shown}
                </span>
            </div>
            <input
                id=id
                type="range"
                min=parameter.min
                max=parameter.max
                step=parameter.step
                prop:value=move || draft.get().to_string()
                aria-valuetext=shown
                aria-describedby=help_id.clone()
                on:keydown=on_key_down
                on:keyup=on_key_up
                on:input=on_input
                on:change=on_change
            />
            <p class="hint" id=help_id>
                {explanation}
            </p>
        </div>
    }
}

fn slider_id(parameter: &Parameter) -> String {
    format!("world-{}", parameter.key)
}
