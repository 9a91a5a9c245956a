//! The page's end of the unpacker, a module Web Worker that takes the prices out of one packed file and is
//! ended then: whatever such a file is made of, it costs a worker and nothing else.

use crate::app::browser;
use crate::market::price_file::{UnpackAnswer, UnpackError, Unpacked};
use gloo_timers::callback::Timeout;
use js_sys::{Array, ArrayBuffer, Function, Promise, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, MessageEvent, Worker};

/// Where the page's document names the worker's script: that of the same build, by its content's hash.
const SCRIPT_META: &str = "hindcast-unpacker";
/// A worker that has not loaded by then does not.
const LOAD_MS: u32 = 30_000;
/// The largest file takes seconds.
const PATIENCE_MS: u32 = 20_000;

/// What comes out of a file that people call `name`, or of the one at `place` in it; `None` where the worker
/// did not load.
pub async fn unpack(
    name: &str,
    bytes: &[u8],
    place: Option<usize>,
) -> Option<Result<Unpacked, UnpackError>> {
    let script = browser::meta_content(SCRIPT_META);
    let worker = Ended(browser::module_worker(&script).ok()?);
    // Its first word says that it listens.
    worker.next_word(LOAD_MS, || {}).await?;
    let bytes: ArrayBuffer = Uint8Array::from(bytes).buffer();
    let place = place.map_or(JsValue::UNDEFINED, |place| (place as f64).into());
    let question = Array::of3(&name.into(), &bytes, &place);
    let answer = worker.next_word(PATIENCE_MS, || {
        // Nothing in it but a text and bytes, so it can be posted.
        let _ = worker
            .0
            .post_message_with_transfer(&question, &Array::of1(&bytes));
    });
    let answer = answer.await.and_then(|answer| understood(&answer));
    // A worker that died of the file says nothing more.
    Some(answer.unwrap_or(Err(UnpackError::Unreadable)))
}

fn understood(answer: &JsValue) -> Option<Result<Unpacked, UnpackError>> {
    let pair: &Array = answer.dyn_ref()?;
    let said: UnpackAnswer = serde_json::from_str(&pair.get(0).as_string()?).ok()?;
    let bytes = Uint8Array::new(&pair.get(1));
    Some(said.map(|name| Unpacked {
        name,
        bytes: bytes.to_vec(),
    }))
}

/// A worker that is ended with this.
struct Ended(Worker);

impl Drop for Ended {
    fn drop(&mut self) {
        self.0.set_onmessage(None);
        self.0.set_onerror(None);
        self.0.terminate();
    }
}

impl Ended {
    /// What it says next, once `asked` is done; `None` where it dies or takes longer.
    async fn next_word(&self, patience_ms: u32, asked: impl FnOnce()) -> Option<JsValue> {
        let mut told: Option<Function> = None;
        let promise = Promise::new(&mut |resolve, _| told = Some(resolve));
        let told = told?;
        let resolve = told.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let _ = resolve.call1(&JsValue::NULL, &event.data());
        });
        let resolve = told.clone();
        let on_error = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            // The browser would log the error as uncaught; it is handled here.
            event.prevent_default();
            let _ = resolve.call0(&JsValue::NULL);
        });
        let timer = Timeout::new(patience_ms, move || {
            let _ = told.call0(&JsValue::NULL);
        });
        self.0
            .set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        self.0.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        asked();
        let word = JsFuture::from(promise).await.ok();
        drop(timer);
        word.filter(|word| !word.is_undefined())
    }
}
