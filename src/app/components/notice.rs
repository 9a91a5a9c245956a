//! The one message of the moment, above everything else.

use crate::lab::Intention;
use crate::lab::{Notice, NoticeKind, Offer};
use crate::text;
use leptos::prelude::*;

#[component]
pub fn NoticeBar(
    /// The message, or nothing.
    notice: Memo<Option<Notice>>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let kind = move || {
        notice.with(|notice| match notice.as_ref().map(|notice| notice.kind) {
            Some(NoticeKind::Error) => "error",
            Some(NoticeKind::Warning) => "warning",
            Some(NoticeKind::Info) => "info",
            None => "none",
        })
    };
    // The alert itself stays in the page: screen readers announce what changes inside it.
    view! {
        <div class="notice-place">
            <div class="notice" data-testid="notice" role="alert" data-kind=kind>
                {move || {
                    notice
                        .get()
                        .map(|notice| {
                            view! {
                                <p class="notice__text">{text::said(&notice.message)}</p>
                                <div class="notice__actions">
                                    {notice
                                        .offer
                                        .map(|offer| {
                                            let label = offer_label(&offer);
                                            view! {
                                                <button
                                                    type="button"
                                                    class="button button--primary"
                                                    on:click=move |_| {
                                                        intend.run(Intention::Accept(offer.clone()))
                                                    }
                                                >
                                                    {label}
                                                </button>
                                            }
                                        })}
                                    <button
                                        type="button"
                                        class="button button--icon"
                                        aria-label=text::page::dismiss_message()
                                        on:click=move |_| intend.run(Intention::DismissNotice)
                                    >
                                        <svg viewBox="0 0 20 20" aria-hidden="true">
                                            <path d="M5 5 L15 15 M15 5 L5 15" />
                                        </svg>
                                    </button>
                                </div>
                            }
                        })
                }}
            </div>
        </div>
    }
}

fn offer_label(offer: &Offer) -> String {
    match offer {
        Offer::LoadWeekly => text::page::load_weekly().to_owned(),
        Offer::LoadRecent => text::page::load_recent().to_owned(),
        Offer::LoadSymbol(symbol) => text::page::load_symbol(symbol),
        Offer::SearchSymbol(typed) => text::page::search_symbol(typed),
    }
}
