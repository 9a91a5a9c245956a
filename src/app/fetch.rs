//! Asks Alpha Vantage for prices, straight from the browser.
//!
//! A plain GET without custom headers is all its CORS rules let through. The address carries the
//! key, so nothing of it may reach the visitor or the console: errors here are a closed enum and
//! never hold the browser's own text. The browser's cache is bypassed for the same reason.

use super::key::ApiKey;
use crate::market::alpha_vantage::{self, AnswerError, History, TransportError};
use crate::market::{Interval, Series};
use gloo_net::http::Request;
use std::cell::Cell;
use std::fmt;
use std::rc::Rc;

/// Why there are no prices; `Display` is one sentence for the visitor.
#[derive(Debug, Clone, PartialEq)]
pub enum FetchError {
    Transport(TransportError),
    Answer(AnswerError),
}

impl fmt::Display for FetchError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Transport(error) => error.fmt(formatter),
            Self::Answer(error) => error.fmt(formatter),
        }
    }
}

/// Fetches and parses the whole history of `symbol`.
pub async fn fetch_series(
    symbol: &str,
    interval: Interval,
    key: &ApiKey,
) -> Result<Series, FetchError> {
    let url = alpha_vantage::request_url(
        History::of_interval(interval).endpoints()[0],
        symbol,
        key.expose(),
    );
    let body = get_text(&url).await.map_err(FetchError::Transport)?;
    alpha_vantage::parse(&body, symbol, interval, key.expose()).map_err(FetchError::Answer)
}

/// The body of a GET. The time limit covers the body too: a stalled download is no answer.
async fn get_text(url: &str) -> Result<String, TransportError> {
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
