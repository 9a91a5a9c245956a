//! The top bar: name, the sections, link to this experiment, language, light or dark.

use crate::app::browser;
use crate::app::language::{Chosen, PageLanguage};
use crate::app::theme::ThemeChoice;
use crate::lab::Intention;
use crate::lab::address::CopyOutcome;
use crate::text::{self, Language};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement};

const LANGUAGE_ID: &str = "language";

/// A section: the id of its heading, and what the top bar calls it.
type Section = (&'static str, fn() -> &'static str);

/// In the page's order.
const SECTIONS: [Section; 7] = [
    ("prices-title", text::prices::title),
    ("network-title", text::network::title),
    ("training-title", text::training::title),
    ("verdict-title", text::verdict::title),
    ("tomorrow-title", text::tomorrow::title),
    ("lessons-title", text::page::section_lessons),
    ("lesson-title", text::page::section_lstm),
];

#[component]
pub fn Header(
    /// The page's language.
    language: PageLanguage,
    /// The visitor's choice of light or dark.
    theme: RwSignal<ThemeChoice>,
    /// What became of the last copied link.
    copied: Memo<CopyOutcome>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let label = move || match copied.get() {
        CopyOutcome::Copied => text::page::link_copied(),
        _ => "",
    };
    view! {
        <header class="top-bar">
            <div class="top-bar__inner">
                <p class="brand">
                    <svg class="brand__mark" viewBox="0 0 32 32" aria-hidden="true">
                        <rect width="32" height="32" rx="8" />
                        <path class="brand__past" d="M5 21 L11 14 L15 18 L20 11" />
                        <path class="brand__next" d="M20 11 L27 8" />
                        <circle cx="27" cy="8" r="2.4" />
                    </svg>
                    <span>"Hindcast"</span>
                </p>
                <nav class="sections" aria-label=text::page::sections()>
                    <ul>
                        {SECTIONS
                            .map(|(id, title)| {
                                view! {
                                    <li>
                                        <a
                                            href=format!("#{id}")
                                            on:click=move |event| {
                                                event.prevent_default();
                                                browser::focus(id);
                                            }
                                        >
                                            {title()}
                                        </a>
                                    </li>
                                }
                            })
                            .into_iter()
                            .collect_view()}
                    </ul>
                </nav>
                <div class="top-bar__actions">
                    <span class="top-bar__said" role="status">{label}</span>
                    <button
                        type="button"
                        class="button button--quiet"
                        on:click=move |_| intend.run(Intention::CopyLink)
                    >
                        {text::page::copy_link()}
                    </button>
                    <label class="visually-hidden" for="theme">{text::page::colours()}</label>
                    <select
                        id="theme"
                        class="select select--quiet"
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
                                    <option
                                        value=choice.slug()
                                        selected=theme.get_untracked() == choice
                                    >
                                        {choice.title()}
                                    </option>
                                }
                            })
                            .into_iter()
                            .collect_view()}
                    </select>
                </div>
                <LanguageChoice language />
            </div>
            {move || match copied.get() {
                CopyOutcome::Shown(link) => {
                    Some(
                        view! {
                            <div class="link-box">
                                <label for="shown-link">
                                    {text::page::copy_by_hand()}
                                </label>
                                <input
                                    id="shown-link"
                                    class="input"
                                    readonly
                                    prop:value=link
                                    on:focus=select_all
                                />
                            </div>
                        },
                    )
                }
                _ => None,
            }}
        </header>
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
        <div class="top-bar__language">
            <span class="top-bar__said top-bar__said--failed" role="status">{failed}</span>
            <label class="visually-hidden" for=LANGUAGE_ID>{text::page::language()}</label>
            <select id=LANGUAGE_ID class="select select--quiet" on:change=choose>
                {options.into_iter().collect_view()}
            </select>
        </div>
    }
}

/// A link that must be copied by hand is at least selected at once.
fn select_all(event: leptos::ev::FocusEvent) {
    event_target::<HtmlInputElement>(&event).select();
}
