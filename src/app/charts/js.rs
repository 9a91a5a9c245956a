//! JavaScript values by name: what an option that came from `JSON.parse` is read and changed with.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

/// An object of one property.
pub(super) fn object(key: &str, value: &JsValue) -> Object {
    let object = Object::new();
    put(&object, key, value.clone());
    object
}

/// A property, or `undefined`.
pub(super) fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap_or(JsValue::UNDEFINED)
}

/// Sets a property.
pub(super) fn put(object: &JsValue, key: &str, value: impl Into<JsValue>) {
    // Only fails on frozen objects and proxies; these come from JSON.parse.
    let _ = Reflect::set(object, &key.into(), &value.into());
}

/// The items of an array, or the one object that stands for an array of one.
pub(super) fn list(value: &JsValue) -> Vec<JsValue> {
    match value.dyn_ref::<Array>() {
        Some(array) => array.iter().collect(),
        None if value.is_object() => vec![value.clone()],
        None => Vec::new(),
    }
}
