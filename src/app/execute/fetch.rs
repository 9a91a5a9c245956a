//! Asks Alpha Vantage, straight from the browser.
//!
//! A plain GET without custom headers is all its CORS rules let through. The address carries the
//! key, so nothing of it may reach the visitor or the console: errors here are a closed enum and
//! never hold the browser's own text. The browser's cache is bypassed for the same reason.

use crate::market::alpha_vantage::TransportError;
use gloo_net::http::Request;
use gloo_timers::callback::Timeout;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReadableStream, ReadableStreamDefaultReader};

/// The body of a GET. A download that goes on may take its time; one that stands still, or that grows
/// beyond what any history needs, is given up. A redirect is refused: it could lead the key elsewhere.
pub async fn get_text(url: &str) -> Result<String, TransportError> {
    let mut patience = Patience::new()?;
    let response = Request::get(url)
        .abort_signal(Some(&patience.controller.signal()))
        .cache(web_sys::RequestCache::NoStore)
        .redirect(web_sys::RequestRedirect::Error)
        .referrer_policy(web_sys::ReferrerPolicy::NoReferrer)
        .send()
        .await
        .map_err(|_| patience.failure())?;
    if !response.ok() {
        return Err(TransportError::Http(response.status()));
    }
    let body = response.body().ok_or(TransportError::Offline)?;
    let bytes = read(&body, &mut patience).await?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

async fn read(body: &ReadableStream, patience: &mut Patience) -> Result<Vec<u8>, TransportError> {
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut bytes = Vec::new();
    loop {
        patience.renew();
        let read = JsFuture::from(reader.read()).await;
        let read = read.map_err(|_| patience.failure())?;
        let part = |name: &str| js_sys::Reflect::get(&read, &name.into()).unwrap_or_default();
        if part("done").is_truthy() {
            return Ok(bytes);
        }
        let chunk: js_sys::Uint8Array = part("value").unchecked_into();
        if bytes.len() + chunk.length() as usize > TransportError::LARGEST_BYTES {
            patience.controller.abort();
            return Err(TransportError::TooLarge);
        }
        bytes.extend(chunk.to_vec());
    }
}

/// Gives a request up where nothing comes for too long.
struct Patience {
    controller: AbortController,
    timed_out: Rc<Cell<bool>>,
    /// Dropped, it does not ring.
    timer: Option<Timeout>,
}

impl Patience {
    fn new() -> Result<Self, TransportError> {
        let mut patience = Self {
            controller: AbortController::new().map_err(|_| TransportError::Offline)?,
            timed_out: Rc::default(),
            timer: None,
        };
        patience.renew();
        Ok(patience)
    }

    /// Something came: the time runs anew.
    fn renew(&mut self) {
        let (controller, timed_out) = (self.controller.clone(), self.timed_out.clone());
        self.timer = Some(Timeout::new(
            TransportError::TIMEOUT_SECS * 1000,
            move || {
                timed_out.set(true);
                controller.abort();
            },
        ));
    }

    fn failure(&self) -> TransportError {
        match self.timed_out.get() {
            true => TransportError::Timeout,
            false => TransportError::Offline,
        }
    }
}
