//! Asks Alpha Vantage, straight from the browser: one request after another, and each is counted.
//!
//! A plain GET without custom headers is all its CORS rules let through. The address carries the
//! key, so nothing of it may reach the visitor or the console: errors here are a closed enum and
//! never hold the browser's own text. The browser's cache is bypassed, and its list of requests
//! emptied, for the same reason.

use super::browser;
use crate::market::alpha_vantage::{Allowance, Queue, Ticket, TransportError, Turn};
use gloo_net::http::Request;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

/// Where the day's count is kept in `localStorage`: a date and a number.
const COUNT_NAME: &str = "hindcast.requests";

/// When the list of requests is emptied once more: a browser may note a request only some time after
/// its answer was read.
const LATE_NOTE_MS: u32 = 1_000;

/// What came of a request.
#[derive(Debug, Clone, PartialEq)]
pub enum Reply {
    Body(String),
    Failed(TransportError),
    /// Nobody wanted it any more when its turn came, so it was not made.
    Unwanted,
}

/// Whose requests a key's are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Account {
    /// The visitor's: they count towards the day's allowance.
    Visitor,
    /// The public key `demo` has an allowance of its own.
    Demo,
}

/// The way to the service. A handle, copied freely.
#[derive(Debug, Clone, Copy)]
pub struct Service {
    queue: StoredValue<Queue>,
    allowance: RwSignal<Allowance>,
}

impl Service {
    pub fn open() -> Self {
        Self {
            queue: StoredValue::new(Queue::default()),
            allowance: RwSignal::new(kept_allowance().unwrap_or_default()),
        }
    }

    /// Requests of today on this device; follows the count.
    pub fn used_today(self) -> Signal<u32> {
        Signal::derive(move || {
            self.allowance
                .with(|allowance| allowance.used(js_sys::Date::now()))
        })
    }

    /// The service said that the day's requests are used up.
    pub fn used_up(self) {
        self.change_count(|allowance, now| allowance.used_up(now));
    }

    /// Waits for its turn, then asks.
    pub async fn ask(self, url: &str, account: Account, wanted: impl Fn() -> bool) -> Reply {
        let place = Place {
            queue: self.queue,
            ticket: self.queue.try_update_value(Queue::enter),
        };
        loop {
            if !wanted() {
                return Reply::Unwanted;
            }
            let Some(wait_ms) = place.wait_ms() else {
                break;
            };
            TimeoutFuture::new(wait_ms.ceil() as u32).await;
        }
        let outcome = get_text(url).await;
        browser::clear_request_timings();
        gloo_timers::callback::Timeout::new(LATE_NOTE_MS, browser::clear_request_timings).forget();
        // What never left the device costs nothing.
        let reached = outcome != Err(TransportError::Offline);
        if account == Account::Visitor && reached {
            self.change_count(Allowance::count);
        }
        match outcome {
            Ok(body) => Reply::Body(body),
            Err(error) => Reply::Failed(error),
        }
    }

    fn change_count(self, change: impl Fn(&mut Allowance, f64)) {
        // Another tab may have counted meanwhile.
        let mut allowance = kept_allowance().unwrap_or(self.allowance.get_untracked());
        change(&mut allowance, js_sys::Date::now());
        if let Some(storage) = browser::storage() {
            // Where nothing can be kept, the tab still counts its own.
            let _ = storage.set_item(COUNT_NAME, &allowance.to_text());
        }
        self.allowance.set(allowance);
    }
}

fn kept_allowance() -> Option<Allowance> {
    let text = browser::storage()?.get_item(COUNT_NAME).ok().flatten()?;
    Some(Allowance::from_text(&text))
}

/// A request's place in the queue. Whoever stops waiting leaves it, however that comes about.
struct Place {
    queue: StoredValue<Queue>,
    ticket: Option<Ticket>,
}

impl Place {
    /// `None` when it is this one's turn.
    fn wait_ms(&self) -> Option<f64> {
        let ticket = self.ticket.as_ref()?;
        let turn = self
            .queue
            .try_update_value(|queue| queue.turn(ticket, browser::now_ms()));
        match turn {
            Some(Turn::WaitMs(wait_ms)) => Some(wait_ms),
            Some(Turn::Go) | None => None,
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some(ticket) = &self.ticket {
            self.queue.try_update_value(|queue| queue.leave(ticket));
        }
    }
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
