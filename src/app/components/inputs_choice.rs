//! What the network reads of each day: the past of what it forecasts, always, and what is ticked beside it.
//! What the loaded prices do not have cannot be ticked, and says why.

use crate::app::words::settings::{about_input, input_word};
use crate::forecast::Settings;
use crate::forecast::inputs::{Lack, known_rows};
use crate::forecast::settings::{Input, Steps, Target};
use crate::lab::Intention;
use crate::market::Prices;
use crate::text::{self, said};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn InputsChoice(
    /// The run's settings.
    settings: Memo<Settings>,
    /// The prices that are loaded, if any.
    prices: Memo<Option<Arc<Prices>>>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let own = move || match settings.with(|settings| settings.target) {
        Target::Price => text::settings::price(),
        Target::Return => text::settings::return_(),
    };
    let choices = Input::ALL.iter().map(|input| {
        view! { <InputChoice input=*input settings prices intend /> }
    });
    view! {
        <fieldset class="inputs" id="inputs" aria-describedby="inputs-help">
            <legend>{text::settings::inputs()}</legend>
            <p class="hint" id="inputs-help">{move || text::settings::inputs_means(own())}</p>
            <div class="inputs__choices">{choices.collect_view()}</div>
        </fieldset>
    }
}

#[component]
fn InputChoice(
    input: Input,
    settings: Memo<Settings>,
    prices: Memo<Option<Arc<Prices>>>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let read = Memo::new(move |_| settings.with(|settings| settings.inputs.has(input)));
    // Of no prices nothing is known to be missing.
    let known: Memo<Option<Result<usize, Lack>>> = Memo::new(move |_| {
        prices.with(|prices| {
            let series = &prices.as_ref()?.series;
            Some(known_rows(series, input).map(|known| series.len() - known))
        })
    });
    let refusal = move || {
        let lacks = known.get().and_then(Result::err).map(|lack| said(&lack));
        lacks.or_else(|| {
            let recursive = settings.with(|it| it.horizon > 1 && it.steps == Steps::Recursive);
            recursive.then(|| text::settings::inputs_are_not_forecast().to_owned())
        })
    };
    // What was ticked for other prices can be taken back.
    let disabled = move || !read.get() && refusal().is_some();
    let unknown = move || {
        let rows = known.get()?.ok()?;
        // Nothing is known before the first row: that is no gap in the source.
        (rows > 1).then(|| text::settings::input_unknown(rows))
    };
    let hint = move || {
        let about = [Some(about_input(input).to_owned()), unknown()];
        refusal().unwrap_or_else(|| about.into_iter().flatten().collect::<Vec<_>>().join(" "))
    };
    let id = format!("input-{input}");
    let help = format!("{id}-help");
    view! {
        <div class="leak">
            <label class="check" for=id.clone()>
                <input
                    id=id.clone()
                    type="checkbox"
                    prop:checked=read
                    disabled=disabled
                    aria-describedby=help.clone()
                    on:change=move |event| {
                        let settings = settings.get_untracked();
                        let inputs = settings.inputs.with(input, event_target_checked(&event));
                        intend.run(Intention::ChangeSettings(Settings { inputs, ..settings }));
                    }
                />
                <span>{input_word(input)}</span>
            </label>
            <p class="hint" id=help>
                {hint}
            </p>
        </div>
    }
}
