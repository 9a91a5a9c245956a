//! The top bar: name, the sections, link to this experiment, light or dark.

use crate::app::browser;
use crate::app::intention::Intention;
use crate::app::root::CopyOutcome;
use crate::app::theme::ThemeChoice;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

/// The sections by the ids of their headings, in the page's order.
const SECTIONS: [(&str, &str); 7] = [
    ("prices-title", "Prices"),
    ("network-title", "Network"),
    ("training-title", "Training"),
    ("verdict-title", "Verdict"),
    ("tomorrow-title", "Tomorrow"),
    ("lessons-title", "Lessons"),
    ("lesson-title", "How it works"),
];

#[component]
pub fn Header(
    /// The visitor's choice of light or dark.
    theme: RwSignal<ThemeChoice>,
    /// What became of the last copied link.
    copied: ReadSignal<CopyOutcome>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let label = move || match copied.get() {
        CopyOutcome::Copied => "Link copied",
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
                <nav class="sections" aria-label="Sections">
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
                                            {title}
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
                        "Copy link"
                    </button>
                    <label class="visually-hidden" for="theme">"Colours"</label>
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
            </div>
            {move || match copied.get() {
                CopyOutcome::Shown(link) => {
                    Some(
                        view! {
                            <div class="link-box">
                                <label for="shown-link">
                                    "This browser lets no page copy. Here is the link:"
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

/// A link that must be copied by hand is at least selected at once.
fn select_all(event: leptos::ev::FocusEvent) {
    event_target::<HtmlInputElement>(&event).select();
}
