//! How many requests are left to the day.

use crate::app::desk::DeskView;
use crate::market::alpha_vantage::FREE_REQUESTS_PER_DAY;
use leptos::prelude::*;

#[component]
pub fn RequestStatus(
    /// The requests of today.
    desk: DeskView,
) -> impl IntoView {
    let quota = move || match desk.used_today.get() {
        used @ 0..=FREE_REQUESTS_PER_DAY => {
            format!("{used} of {FREE_REQUESTS_PER_DAY} today, counted on this device.")
        }
        // Only a premium key gets that far.
        used => format!("{used} today, counted on this device."),
    };
    view! {
        <div class="requests">
            <p class="hint">
                "Requests: " <strong data-testid="quota">{quota}</strong>
                " A free key has 25 a day, by New York’s date as in the service’s own times."
            </p>
        </div>
    }
}
