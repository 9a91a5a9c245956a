//! Colours, language, and what the page is and is not.

use crate::app::browser;
use crate::app::language::{Chosen, PageLanguage};
use crate::app::screen::panels::host::open;
use crate::app::screen::place::Panel;
use crate::app::shell::Shell;
use crate::app::theme::ThemeChoice;
use crate::text::{self, Language};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlSelectElement;

const LANGUAGE_ID: &str = "language";

#[component]
pub fn MorePanel(
    /// The page.
    shell: Shell,
) -> impl IntoView {
    let Shell {
        language, theme, ..
    } = shell;
    let also = |panel: Panel, label: &'static str| {
        view! {
            <button type="button" class="button" on:click=move |_| open(shell, panel)>
                {label}
            </button>
        }
    };
    view! {
        // On a phone the bar has no room for them.
        <div class="more__also">
            {also(Panel::Lessons, text::page::lessons())}
            {also(Panel::HowItWorks, text::page::how_it_works())}
        </div>
        <div class="field">
            <label for="theme">{text::page::colours()}</label>
            <select
                id="theme"
                class="select"
                prop:value=move || theme.get().slug()
                on:change=move |event| {
                    if let Some(choice) = ThemeChoice::from_slug(&event_target_value(&event)) {
                        theme.set(choice);
                    }
                }
            >
                {ThemeChoice::ALL
                    .map(|choice| {
                        view! {
                            <option value=choice.slug() selected=theme.get_untracked() == choice>
                                {choice.title()}
                            </option>
                        }
                    })
                    .into_iter()
                    .collect_view()}
            </select>
        </div>
        <LanguageChoice language />
        <p>
            <strong>{text::page::not_advice()}</strong>
            " "
            {text::page::what_it_is()}
        </p>
        <p class="hint">{text::page::who_sees_what()}</p>
        <Show when=|| !browser::keeps_sites()>
            <p class="hint" data-testid="not-kept">
                {text::page::not_kept()}
            </p>
        </Show>
        <p class="hint">
            <a href="THIRD-PARTY.txt">{text::page::licences()}</a>
        </p>
    }
}

/// The languages by what they call themselves.
#[component]
fn LanguageChoice(language: PageLanguage) -> impl IntoView {
    let now = text::language();
    let options = Language::ALL.map(|choice| {
        view! {
            <option value=choice.tag() lang=choice.tag() selected=choice == now>
                {choice.own_name()}
            </option>
        }
    });
    let choose = move |event| {
        let select = event_target::<HtmlSelectElement>(&event);
        let Some(choice) = Language::from_tag(&select.value()) else {
            return;
        };
        spawn_local(async move {
            match language.choose(choice).await {
                // The page was built anew, and this element with it.
                Chosen::Spoken => browser::focus_when_there(LANGUAGE_ID),
                Chosen::Failed => select.set_value(text::language().tag()),
                Chosen::Overtaken => {}
            }
        });
    };
    let failed = move || {
        let choice = language.failed()?;
        Some(text::page::language_did_not_load(choice.own_name()))
    };
    view! {
        <div class="field">
            <label for=LANGUAGE_ID>{text::page::language()}</label>
            <select id=LANGUAGE_ID class="select" on:change=choose>
                {options.into_iter().collect_view()}
            </select>
            <p class="error" role="status">{failed}</p>
        </div>
    }
}
