//! What the page is and is not.

use crate::text;
use leptos::prelude::*;

#[component]
pub fn Footer() -> impl IntoView {
    view! {
        <footer class="footer">
            <div class="footer__inner">
                <p>
                    <strong>{text::page::not_advice()}</strong>
                    " "
                    {text::page::what_it_is()}
                </p>
                <p>{text::page::who_sees_what()}</p>
            </div>
        </footer>
    }
}
