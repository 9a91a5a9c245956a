//! Where the loaded prices were had from, and how many requests are left to the day.

use crate::app::slices::ServiceSlices;
use crate::lab::Intention;
use crate::lab::prices::KeptIn;
use crate::lab::prices::Origin;
use crate::market::Source;
use crate::market::alpha_vantage::FREE_REQUESTS_PER_DAY;
use crate::text;
use leptos::prelude::*;

#[component]
pub fn RequestStatus(
    /// The source of the run.
    source: Memo<Source>,
    /// The requests, the origin of what was loaded, and what else is kept.
    service: ServiceSlices,
    intend: Callback<Intention>,
) -> impl IntoView {
    let origin = Memo::new(move |_| {
        service
            .origin
            .get()
            .filter(|origin| source.with(|source| *source == origin.source))
    });
    let anything_kept =
        move || origin.with(Option::is_some) || service.recent.with(|recent| !recent.is_empty());
    let origin_line = move || {
        origin.with(|origin| match origin {
            Some(origin) => origin_text(origin),
            None => text::requests::symbols_are_remembered().to_owned(),
        })
    };
    let quota = move || match service.used_today.get() {
        used @ 0..=FREE_REQUESTS_PER_DAY => text::requests::used_of(used, FREE_REQUESTS_PER_DAY),
        // Only a premium key gets that far.
        used => text::requests::used(used),
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
                                {text::requests::refresh()}
                            </button>
                        </Show>
                        <button
                            type="button"
                            class="button button--link"
                            aria-describedby="origin"
                            on:click=move |_| intend.run(Intention::ForgetCopies)
                        >
                            {text::requests::forget()}
                        </button>
                    </div>
                </div>
            </Show>
            <p class="hint">
                {text::requests::requests()} " " <strong data-testid="quota">{quota}</strong> " "
                {text::requests::what_a_free_key_has(FREE_REQUESTS_PER_DAY)}
            </p>
        </div>
    }
}

fn origin_text(origin: &Origin) -> String {
    let date = origin.asked_on.map(text::written_date).unwrap_or_default();
    match (origin.from_copy, origin.kept_in) {
        (true, KeptIn::Device) => text::requests::from_copy_on_device(date),
        (true, KeptIn::Tab) => text::requests::from_copy_in_tab(date),
        (false, KeptIn::Device) => text::requests::fetched_kept_on_device(date),
        (false, KeptIn::Tab) => text::requests::fetched_kept_in_tab(date),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use chrono::NaiveDate;

    #[test]
    fn a_copy_says_of_which_day_it_is() {
        let origin = Origin {
            source: Source::default(),
            from_copy: true,
            asked_on: NaiveDate::from_ymd_opt(2026, 3, 5),
            kept_in: KeptIn::Device,
        };
        assert_eq!(
            origin_text(&origin),
            "From the copy kept on this device, of 5 Mar 2026."
        );
        assert_eq!(
            text::in_language(Language::German, || origin_text(&origin)),
            "Aus der auf diesem Gerät aufbewahrten Kopie vom 5. März 2026."
        );
    }
}
