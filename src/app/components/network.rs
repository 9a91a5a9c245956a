//! 2 Network: the recipe and the settings with their bounds.

use super::days_ahead::StepsChoice;
use super::leaks::LeakSwitches;
use super::setting::NumberSetting;
use crate::app::refusals::Refusals;
use crate::forecast::Settings;
use crate::forecast::settings::{DeviceChoice, FIELDS, Recipe, ScalerRows, Target};
use crate::lab::Intention;
use crate::text;
use leptos::prelude::*;
use std::str::FromStr;

fn recipe_title(recipe: Recipe) -> &'static str {
    match recipe {
        Recipe::Honest => text::network::honest(),
        Recipe::Notebook => text::network::notebook(),
    }
}

fn recipe_sentence(recipe: Recipe) -> &'static str {
    match recipe {
        Recipe::Honest => text::network::what_honest_does(),
        Recipe::Notebook => text::network::what_notebook_does(),
    }
}

fn device_title(device: DeviceChoice) -> &'static str {
    match device {
        DeviceChoice::Auto => text::network::automatic(),
        DeviceChoice::Webgpu => "WebGPU",
        DeviceChoice::Cpu => "CPU",
    }
}

fn device_sentence(device: DeviceChoice) -> &'static str {
    match device {
        DeviceChoice::Auto => text::network::what_automatic_is(),
        DeviceChoice::Webgpu => text::network::what_webgpu_is(),
        DeviceChoice::Cpu => text::network::what_cpu_is(),
    }
}

#[component]
pub fn NetworkSection(
    /// The run's settings.
    settings: Memo<Settings>,
    /// True while prices load or a network trains.
    locked: Memo<bool>,
    /// What was refused, by field key.
    refusals: Refusals,
    intend: Callback<Intention>,
) -> impl IntoView {
    let recipe = Memo::new(move |_| settings.with(|settings| settings.recipe));
    let device = Memo::new(move |_| settings.with(|settings| settings.device));
    let change = move |change: &dyn Fn(Settings) -> Settings| {
        intend.run(Intention::ChangeSettings(change(settings.get_untracked())));
    };
    let is_recipe = Memo::new(move |_| {
        settings.with(|settings| {
            Settings {
                device: settings.device,
                seed: settings.seed,
                ..Settings::for_recipe(settings.recipe)
            } == *settings
        })
    });
    let by_hand = move || {
        settings.with(|settings| {
            let usual = Settings::for_recipe(settings.recipe);
            let mut changes = Vec::new();
            if settings.target != usual.target {
                changes.push(match settings.target {
                    Target::Price => text::network::forecasts_price(),
                    Target::Return => text::network::forecasts_return(),
                });
            }
            if settings.scaler != usual.scaler {
                changes.push(match settings.scaler {
                    ScalerRows::Train => text::network::scales_on_training(),
                    ScalerRows::All => text::network::scales_on_all(),
                });
            }
            if settings.split != usual.split {
                changes.push(text::network::splits_at_random());
            }
            if settings.label != usual.label {
                changes.push(text::network::learns_average());
            }
            (!changes.is_empty()).then(|| text::network::changed_from_recipe(changes.join(", ")))
        })
    };

    view! {
        <section class="network card" id="network" aria-labelledby="network-title">
            <div class="section-head">
                <h2 id="network-title" tabindex="-1">
                    <span class="step" aria-hidden="true">"2"</span>
                    {text::network::title()}
                </h2>
                <Show when=move || !is_recipe.get()>
                    <button
                        type="button"
                        class="button button--link"
                        disabled=locked
                        on:click=move |_| {
                            change(
                                &|settings| Settings {
                                    device: settings.device,
                                    seed: settings.seed,
                                    ..Settings::for_recipe(settings.recipe)
                                },
                            )
                        }
                    >
                        {text::network::reset()}
                    </button>
                </Show>
            </div>
            <fieldset class="settings" disabled=locked>
                <legend class="visually-hidden">{text::network::settings()}</legend>
                <div class="field">
                    <label for="recipe">{text::settings::recipe()}</label>
                    <select
                        id="recipe"
                        class="select"
                        aria-describedby="recipe-help"
                        prop:value=move || recipe.get().slug()
                        on:change=move |event| {
                            if let Ok(recipe) = Recipe::from_str(&event_target_value(&event)) {
                                change(&|settings| settings.with_recipe(recipe));
                            }
                        }
                    >
                        {Recipe::ALL
                            .iter()
                            .map(|this| {
                                view! {
                                    <option
                                        value=this.slug()
                                        selected=recipe.get_untracked() == *this
                                    >
                                        {recipe_title(*this)}
                                    </option>
                                }
                            })
                            .collect_view()}
                    </select>
                    <p class="hint" id="recipe-help">{move || recipe_sentence(recipe.get())}</p>
                    {move || by_hand().map(|text| view! { <p class="hint hint--strong">{text}</p> })}
                </div>
                <div class="settings__grid">
                    {FIELDS
                        .iter()
                        .map(|info| {
                            view! {
                                <NumberSetting
                                    info=info
                                    settings=settings
                                    refusals=refusals
                                    intend=intend
                                />
                            }
                        })
                        .collect_view()}
                </div>
                <StepsChoice settings=settings intend=intend />
                <div class="field">
                    <label for="device">{text::settings::device()}</label>
                    <select
                        id="device"
                        class="select"
                        aria-describedby="device-help"
                        prop:value=move || device.get().slug()
                        on:change=move |event| {
                            if let Ok(device) = DeviceChoice::from_str(&event_target_value(&event)) {
                                change(&|settings| Settings { device, ..settings });
                            }
                        }
                    >
                        {DeviceChoice::ALL
                            .iter()
                            .map(|this| {
                                view! {
                                    <option
                                        value=this.slug()
                                        selected=device.get_untracked() == *this
                                    >
                                        {device_title(*this)}
                                    </option>
                                }
                            })
                            .collect_view()}
                    </select>
                    <p class="hint" id="device-help">{move || device_sentence(device.get())}</p>
                </div>
                <LeakSwitches settings=settings intend=intend />
            </fieldset>
        </section>
    }
}
