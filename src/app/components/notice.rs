//! The one message of the moment, above everything else.

use crate::app::deferred::Deferred;
use crate::app::shell::Shell;
use crate::lab::Intention;
use crate::lab::{Notice, NoticeKind, Offer};
use crate::text;
use leptos::prelude::*;

/// Where it stands. It stays in the page: screen readers announce what changes inside it.
#[component]
pub fn NoticeBar(
    /// The page.
    shell: Shell,
) -> impl IntoView {
    let deferred = expect_context::<Deferred>();
    let kind = move || match shell.notice_kind.get() {
        Some(NoticeKind::Error) => "error",
        Some(NoticeKind::Warning) => "warning",
        Some(NoticeKind::Info) => "info",
        None => "none",
    };
    view! {
        <div class="notice-place">
            <div class="notice" data-testid="notice" role="alert" data-kind=kind>
                {deferred.show(|part| (part.notice)())}
            </div>
        </div>
    }
}

/// The message, the way out that it offers, and its end.
#[component]
pub fn NoticeText(
    /// The message, or nothing.
    notice: Memo<Option<Notice>>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let button = move |offer: Offer| {
        let label = offer_label(&offer);
        view! {
            <button
                type="button"
                class="button button--primary"
                on:click=move |_| intend.run(Intention::Accept(offer.clone()))
            >
                {label}
            </button>
        }
    };
    move || {
        let notice = notice.get()?;
        let first = notice.first.as_ref().map(|first| text::said(first) + " ");
        Some(view! {
            <p class="notice__text">{first}{text::said(&notice.message)}</p>
            <div class="notice__actions">
                {notice.offer.map(button)}
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
        })
    }
}

fn offer_label(offer: &Offer) -> String {
    match offer {
        Offer::LoadWeekly => text::page::load_weekly().to_owned(),
        Offer::LoadRecent => text::page::load_recent().to_owned(),
        Offer::LoadSymbol(symbol) | Offer::LoadLinked(symbol) => text::page::load_symbol(symbol),
        Offer::SearchSymbol(typed) => text::page::search_symbol(typed),
    }
}
