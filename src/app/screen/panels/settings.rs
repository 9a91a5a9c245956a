//! The panel of settings: every number of the network and its training, and what recipe and device mean.

use crate::app::components::{CellChoice, InputsChoice, NumberSetting, StepsChoice};
use crate::app::screen::state::Screen;
use crate::app::words::settings::Explained;
use crate::forecast::Settings;
use crate::forecast::settings::{FIELDS, Label, ScalerRows, SplitBy, Target};
use crate::lab::Intention;
use crate::text;
use leptos::prelude::*;

#[component]
pub fn SettingsPanel(screen: Screen) -> impl IntoView {
    let Screen {
        slices,
        refusals,
        intend,
        ..
    } = screen;
    let settings = slices.settings;
    let recipe = Memo::new(move |_| settings.with(|settings| settings.recipe));
    let device = Memo::new(move |_| settings.with(|settings| settings.device));
    let is_recipe = Memo::new(move |_| settings.with(|settings| of_recipe(settings) == *settings));
    let reset = move |_| {
        let settings = settings.with_untracked(of_recipe);
        intend.run(Intention::ChangeSettings(settings));
    };
    let changes = move || {
        let changes = settings.with(changed_by_hand);
        let changes = (!changes.is_empty()).then(|| changes.join(", "))?;
        Some(text::network::changed_from_recipe(changes))
    };
    view! {
        <fieldset class="settings" disabled=slices.locked>
            <legend class="visually-hidden">{text::network::settings()}</legend>
            <div class="settings__grid">
                <CellChoice settings intend />
                {FIELDS
                    .iter()
                    .map(|info| {
                        view! {
                            <Show when=move || settings.with(|settings| settings.uses(info.field))>
                                <NumberSetting info settings refusals intend />
                            </Show>
                        }
                    })
                    .collect_view()}
                <StepsChoice settings intend />
            </div>
            <InputsChoice settings prices=slices.prices intend />
            <div class="settings__reset">
                <p class="hint hint--strong">{changes}</p>
                <button
                    type="button"
                    class="button button--small"
                    disabled=is_recipe
                    on:click=reset
                >
                    {text::network::reset()}
                </button>
            </div>
        </fieldset>
        <dl class="settings__meanings">
            <div>
                <dt>{text::settings::recipe()}</dt>
                <dd>{move || recipe.get().explanation()}</dd>
            </div>
            <div>
                <dt>{text::settings::device()}</dt>
                <dd>{move || device.get().explanation()}</dd>
            </div>
        </dl>
    }
}

/// What the recipe sets, on the same device and from the same seed.
fn of_recipe(settings: &Settings) -> Settings {
    Settings {
        device: settings.device,
        seed: settings.seed,
        ..Settings::for_recipe(settings.recipe)
    }
}

/// What no field shows and is not as in the recipe.
fn changed_by_hand(settings: &Settings) -> Vec<&'static str> {
    let usual = Settings::for_recipe(settings.recipe);
    let target = (settings.target != usual.target).then(|| match settings.target {
        Target::Price => text::network::forecasts_price(),
        Target::Return => text::network::forecasts_return(),
    });
    let scaler = (settings.scaler != usual.scaler).then(|| match settings.scaler {
        ScalerRows::Train => text::network::scales_on_training(),
        ScalerRows::All => text::network::scales_on_all(),
    });
    let split = (settings.split == SplitBy::Random).then(text::network::splits_at_random);
    let label = (settings.label == Label::Average).then(text::network::learns_average);
    let ahead = settings.looks_ahead();
    let lookahead = ahead.then(text::network::reads_known_too_late);
    [target, scaler, split, label, lookahead]
        .into_iter()
        .flatten()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::settings::Recipe;

    #[test]
    fn what_was_changed_by_hand_is_named_and_reset() {
        let honest = Settings::for_recipe(Recipe::Honest);
        assert!(changed_by_hand(&honest).is_empty());
        let leaky = Settings {
            split: SplitBy::Random,
            label: Label::Average,
            seed: 7,
            ..honest
        };
        assert_eq!(changed_by_hand(&leaky).len(), 2);
        let reset = of_recipe(&leaky);
        assert!(changed_by_hand(&reset).is_empty());
        assert_eq!(reset.seed, 7);
    }
}
