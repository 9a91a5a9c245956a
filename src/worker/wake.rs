//! Waiting for what a callback will tell of.

use js_sys::{Function, Promise};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// One waits at a time; clones wake the same.
#[derive(Clone, Default)]
pub struct Wake(Rc<RefCell<Option<Function>>>);

impl Wake {
    /// Ends at the next [`Wake::call`].
    pub async fn wait(&self) {
        let promise = Promise::new(&mut |resolve, _| *self.0.borrow_mut() = Some(resolve));
        let _ = JsFuture::from(promise).await;
    }

    /// Wakes whoever waits.
    pub fn call(&self) {
        if let Some(resolve) = self.0.borrow_mut().take() {
            let _ = resolve.call0(&JsValue::NULL);
        }
    }
}
