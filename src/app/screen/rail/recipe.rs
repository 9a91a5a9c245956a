//! Recipe and device, and the way to all settings.

use crate::app::screen::panels::PanelButton;
use crate::app::screen::place::Panel;
use crate::app::shell::Shell;
use crate::app::ui::number;
use crate::app::words::settings::Explained;
use crate::cells::{Cell, NetworkKind};
use crate::forecast::Settings;
use crate::forecast::settings::{DeviceChoice, Recipe};
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

fn device_title(device: DeviceChoice) -> &'static str {
    match device {
        DeviceChoice::Auto => text::network::automatic(),
        DeviceChoice::Webgpu => "WebGPU",
        DeviceChoice::Cpu => "CPU",
    }
}

#[component]
pub fn RecipeCard(shell: Shell) -> impl IntoView {
    let Shell {
        settings,
        locked,
        intend,
        ..
    } = shell;
    let recipe = Memo::new(move |_| settings.with(|settings| settings.recipe));
    let device = Memo::new(move |_| settings.with(|settings| settings.device));
    let choose_recipe = move |event| {
        if let Ok(recipe) = Recipe::from_str(&event_target_value(&event)) {
            let settings = settings.get_untracked().with_recipe(recipe);
            intend.run(Intention::ChangeSettings(settings));
        }
    };
    let choose_device = move |event| {
        if let Ok(device) = DeviceChoice::from_str(&event_target_value(&event)) {
            let settings = settings.get_untracked();
            intend.run(Intention::ChangeSettings(Settings { device, ..settings }));
        }
    };
    let recipes = Recipe::ALL.iter().map(|this| {
        view! {
            <option value=this.slug() selected=recipe.get_untracked() == *this>
                {recipe_title(*this)}
            </option>
        }
    });
    let devices = DeviceChoice::ALL.iter().map(|this| {
        view! {
            <option value=this.slug() selected=device.get_untracked() == *this>
                {device_title(*this)}
            </option>
        }
    });
    view! {
        <section class="recipe-card card" id="network" aria-labelledby="network-heading">
            <h2 class="visually-hidden" id="network-heading">
                {text::network::title()}
            </h2>
            <div class="field recipe-card__recipe" id="network-title" tabindex="-1">
                <label for="recipe">{text::settings::recipe()}</label>
                <select
                    id="recipe"
                    class="select"
                    disabled=locked
                    title=move || recipe.get().explanation()
                    prop:value=move || recipe.get().slug()
                    on:change=choose_recipe
                >
                    {recipes.collect_view()}
                </select>
            </div>
            <div class="field recipe-card__device">
                <label for="device">{text::settings::device()}</label>
                <select
                    id="device"
                    class="select"
                    disabled=locked
                    title=move || device.get().explanation()
                    prop:value=move || device.get().slug()
                    on:change=choose_device
                >
                    {devices.collect_view()}
                </select>
            </div>
            <div class="recipe-card__settings">
                <PanelButton
                    shell
                    panel=Panel::Settings
                    class="button button--small has-caret"
                    label=text::network::settings_button()
                />
                <SettingsLine shell />
            </div>
        </section>
    }
}

/// The values in a line; or the first one that was refused.
#[component]
fn SettingsLine(shell: Shell) -> impl IntoView {
    let summary = move || {
        shell.settings.with(|settings| {
            let [window, batch] = [settings.window, settings.batch].map(number::count);
            let of_layers = || {
                let [hidden, layers] = [settings.hidden, settings.layers].map(number::count);
                text::network::summary(&window, hidden, layers, &batch)
            };
            match settings.cell {
                NetworkKind::Recurrent(Cell::Lstm) => of_layers(),
                NetworkKind::Recurrent(other) => {
                    text::network::summary_of_cell(other.name(), of_layers())
                }
                NetworkKind::Linear(linear) => {
                    text::network::summary_of_linear(linear.name(), window, batch)
                }
            }
        })
    };
    let refusal = Memo::new(move |_| {
        let refusals = shell.refusals;
        refusals.with(|refusals| refusals.values().next().cloned())
    });
    view! {
        <p class="recipe-card__line" class:error=move || refusal.with(Option::is_some)>
            {move || refusal.get().unwrap_or_else(summary)}
        </p>
    }
}
