//! The unpacker as a Web Worker: one file, one answer; the page ends it then.
//!
//! Its first word is "ready": what is posted before it is lost. It is sent the file's name, its bytes and,
//! where one of several files in it was chosen, that one's place; and answers with a pair of [`UnpackAnswer`]
//! as JSON and the bytes that came out.

use super::{unpack, unpack_one};
use crate::market::price_file::{UnpackAnswer, Unpacked};
use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Starts the message loop.
pub fn start() {
    let listener = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| {
        let asked: Array = event.data().unchecked_into();
        let name = asked.get(0).as_string().unwrap_or_default();
        let bytes = Uint8Array::new(&asked.get(1)).to_vec();
        let unpacked = match asked.get(2).as_f64() {
            Some(place) => unpack_one(&bytes, place as usize),
            None => unpack(&name, &bytes),
        };
        let (answer, bytes): (UnpackAnswer, Vec<u8>) = match unpacked {
            Ok(Unpacked { name, bytes }) => (Ok(name), bytes),
            Err(error) => (Err(error), Vec::new()),
        };
        let answer = serde_json::to_string(&answer).expect("an answer holds texts and numbers");
        let bytes: ArrayBuffer = Uint8Array::from(&*bytes).buffer();
        // Posting can only fail when the page is gone, and then nobody is left to be told.
        let _ = scope()
            .post_message_with_transfer(&Array::of2(&answer.into(), &bytes), &Array::of1(&bytes));
    });
    scope().set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
    let _ = scope().post_message(&READY.into());
}

/// The first word.
const READY: &str = "ready";

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}
