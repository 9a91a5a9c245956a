//! Where the loaded prices were had from, and how many requests are left to the day.

use crate::app::copies::KeptIn;
use crate::app::desk::{DeskView, Origin};
use crate::app::intention::Intention;
use crate::market::Source;
use crate::market::alpha_vantage::FREE_REQUESTS_PER_DAY;
use crate::text::written_date;
use leptos::prelude::*;

#[component]
pub fn RequestStatus(
    /// The source of the run.
    source: Memo<Source>,
    /// The requests, the origin of what was loaded, and what else is kept.
    desk: DeskView,
    intend: Callback<Intention>,
) -> impl IntoView {
    let origin = Memo::new(move |_| {
        desk.origin
            .get()
            .filter(|origin| source.with(|source| *source == origin.source))
    });
    let anything_kept =
        move || origin.with(Option::is_some) || desk.recent.with(|recent| !recent.is_empty());
    let origin_line = move || {
        origin.with(|origin| match origin {
            Some(origin) => origin_text(origin),
            None => "Symbols that were loaded earlier are remembered on this device.".to_owned(),
        })
    };
    let quota = move || match desk.used_today.get() {
        used @ 0..=FREE_REQUESTS_PER_DAY => {
            format!("{used} of {FREE_REQUESTS_PER_DAY} today, counted on this device.")
        }
        // Only a premium key gets that far.
        used => format!("{used} today, counted on this device."),
    };
    view! {
        <div class="requests">
            <Show when=anything_kept>
                <div class="requests__kept">
                    <p id="origin" data-testid="origin">
                        {origin_line}
                    </p>
                    <div class="requests__actions">
                        <Show when=move || origin.with(Option::is_some)>
                            <button
                                type="button"
                                class="button button--link"
                                aria-describedby="origin"
                                on:click=move |_| intend.run(Intention::Refresh)
                            >
                                "Refresh"
                            </button>
                        </Show>
                        <button
                            type="button"
                            class="button button--link"
                            aria-describedby="origin"
                            on:click=move |_| intend.run(Intention::ForgetCopies)
                        >
                            "Forget"
                        </button>
                    </div>
                </div>
            </Show>
            <p class="hint">
                "Requests: " <strong data-testid="quota">{quota}</strong>
                " A free key has 25 a day, by New York’s date as in the service’s own times; prices \
                 that are kept here cost none."
            </p>
        </div>
    }
}

fn origin_text(origin: &Origin) -> String {
    let date = origin.asked_on.map(written_date).unwrap_or_default();
    match (origin.from_copy, origin.kept_in) {
        (true, KeptIn::Device) => format!("From the copy kept on this device, of {date}."),
        (true, KeptIn::Tab) => format!("From the copy kept in this tab, of {date}."),
        (false, KeptIn::Device) => format!("Fetched on {date}. A copy is kept on this device."),
        (false, KeptIn::Tab) => format!("Fetched on {date}. A copy is kept until this tab closes."),
    }
}
