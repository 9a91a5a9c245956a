//! One numeric setting: a field, its sentence, and what was wrong with what was typed.

use crate::app::refusals::Refusals;
use crate::app::words::settings;
use crate::forecast::Settings;
use crate::forecast::settings::FieldInfo;
use crate::lab::Intention;
use crate::text::said;
use leptos::prelude::*;

/// The field's element, by its key in the address.
pub fn field_id(key: &str) -> String {
    format!("setting-{key}")
}

#[component]
pub fn NumberSetting(
    /// Label, bounds and sentence.
    info: &'static FieldInfo,
    /// The run's settings, which are always good.
    settings: Memo<Settings>,
    /// What was refused, by field key.
    refusals: Refusals,
    intend: Callback<Intention>,
) -> impl IntoView {
    let current = Memo::new(move |_| settings.with(|settings| settings.text(info.field)));
    // What is typed may be half a number: it lives here until it is good.
    let draft = RwSignal::new(current.get_untracked());
    Effect::new(move |_| {
        let current = current.get();
        // Rewriting "0.10" as "0.1" under the visitor's fingers would be rude.
        let mut typed = settings.get_untracked();
        let same = typed.set(info.field, &draft.get_untracked()).is_ok()
            && typed.text(info.field) == current;
        if !same {
            draft.set(current);
            refusals.update(|refusals| {
                refusals.remove(info.key);
            });
        }
    });
    // The field begins with what holds, whatever was refused in one that it replaces.
    if refusals.with_untracked(|refusals| refusals.contains_key(info.key)) {
        refusals.update(|refusals| {
            refusals.remove(info.key);
        });
    }
    let refusal = Memo::new(move |_| refusals.with(|refusals| refusals.get(info.key).cloned()));
    let on_input = move |event| {
        let text = event_target_value(&event);
        let mut changed = settings.get_untracked();
        let outcome = changed.set(info.field, &text);
        draft.set(text);
        match outcome {
            Ok(()) => {
                refusals.update(|refusals| {
                    refusals.remove(info.key);
                });
                if changed != settings.get_untracked() {
                    intend.run(Intention::ChangeSettings(changed));
                }
            }
            Err(error) => refusals.update(|refusals| {
                refusals.insert(info.key, said(&error));
            }),
        }
    };

    let id = field_id(info.key);
    let help_id = format!("{id}-help");
    let error_id = format!("{id}-error");
    let described_by = format!("{help_id} {error_id}");
    view! {
        <div class="field">
            <label for=id.clone()>{settings::label(info.field)}</label>
            <input
                id=id
                class="input input--number"
                type="number"
                inputmode=if info.bounds.whole { "numeric" } else { "decimal" }
                min=info.bounds.min
                max=info.bounds.max
                step=if info.bounds.whole { "1" } else { "any" }
                aria-describedby=described_by
                aria-invalid=move || refusal.with(Option::is_some).to_string()
                prop:value=draft
                on:input=on_input
            />
            <p class="error" id=error_id role="status">
                {move || refusal.get()}
            </p>
            <p class="hint" id=help_id>{settings::explanation(info.field)}</p>
        </div>
    }
}
