//! The bar at the top: name, the question, lessons, how it works, the link to this experiment, the rest.

use super::panels::PanelButton;
use super::place::Panel;
use crate::app::shell::Shell;
use crate::lab::Intention;
use crate::lab::address::CopyOutcome;
use crate::text;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

#[component]
pub fn Bar(shell: Shell) -> impl IntoView {
    let copied = shell.copied;
    let label = move || match copied.get() {
        CopyOutcome::Copied => text::page::link_copied(),
        _ => "",
    };
    view! {
        <header class="bar">
            <p class="brand">
                <svg class="brand__mark" viewBox="0 0 32 32" aria-hidden="true">
                    <rect width="32" height="32" rx="8" />
                    <path class="brand__past" d="M5 21 L11 14 L15 18 L20 11" />
                    <path class="brand__next" d="M20 11 L27 8" />
                    <circle cx="27" cy="8" r="2.4" />
                </svg>
                <span>"Hindcast"</span>
            </p>
            <h1 class="bar__question">{text::prices::question()}</h1>
            <div class="bar__actions">
                <span class="bar__said" role="status">{label}</span>
                <PanelButton
                    shell
                    panel=Panel::Lessons
                    class="button button--quiet"
                    label=text::page::lessons()
                />
                <PanelButton
                    shell
                    panel=Panel::HowItWorks
                    class="button button--quiet"
                    label=text::page::how_it_works()
                />
                <button
                    type="button"
                    class="button"
                    on:click=move |_| shell.intend.run(Intention::CopyLink)
                >
                    {text::page::copy_link()}
                </button>
                <PanelButton shell panel=Panel::More class="button" label=text::page::more() />
            </div>
            {move || match copied.get() {
                CopyOutcome::Shown(link) => {
                    Some(
                        view! {
                            <div class="link-box">
                                <label for="shown-link">{text::page::copy_by_hand()}</label>
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
