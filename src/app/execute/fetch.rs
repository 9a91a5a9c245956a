//! Asks Alpha Vantage, straight from the browser.
//!
//! A plain GET without custom headers is all its CORS rules let through. The address carries the
//! key, so nothing of it may reach the visitor or the console: errors here are a closed enum and
//! never hold the browser's own text. The browser's cache is bypassed for the same reason.

use crate::market::alpha_vantage::TransportError;
use gloo_net::http::Request;
use std::cell::Cell;
use std::rc::Rc;

/// The body of a GET. The time limit covers the body too: a stalled download is no answer.
pub async fn get_text(url: &str) -> Result<String, TransportError> {
    let controller = web_sys::AbortController::new().map_err(|_| TransportError::Offline)?;
    let timed_out = Rc::new(Cell::new(false));
    let _limit = {
        let controller = controller.clone();
        let timed_out = timed_out.clone();
        gloo_timers::callback::Timeout::new(TransportError::TIMEOUT_SECS * 1000, move || {
            timed_out.set(true);
            controller.abort();
        })
    };
    let failure = |_| match timed_out.get() {
        true => TransportError::Timeout,
        false => TransportError::Offline,
    };
    let response = Request::get(url)
        .abort_signal(Some(&controller.signal()))
        .cache(web_sys::RequestCache::NoStore)
        .referrer_policy(web_sys::ReferrerPolicy::NoReferrer)
        .send()
        .await
        .map_err(failure)?;
    if !response.ok() {
        return Err(TransportError::Http(response.status()));
    }
    response.text().await.map_err(failure)
}
