//! What the page is and is not.

use leptos::prelude::*;

#[component]
pub fn Footer() -> impl IntoView {
    view! {
        <footer class="footer">
            <div class="footer__inner">
                <p>
                    <strong>"Educational, not advice."</strong>
                    " Hindcast shows how an LSTM forecasts and how to judge a forecast. Nothing here \
                     is a recommendation to buy or sell anything."
                </p>
                <p>
                    "Everything runs in this tab: prices go from Alpha Vantage to your browser, the \
                     network trains on your own device, and no one else sees your key, your prices \
                     or your results."
                </p>
            </div>
        </footer>
    }
}
