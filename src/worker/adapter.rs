//! What WebGPU this browser offers, asked of the browser itself: Burn's adapter does not tell a
//! software adapter from a real one.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A WebGPU adapter, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Adapter {
    /// "nvidia ampere", as much as the browser tells.
    pub name: String,
    /// Computed on the CPU: far slower than the CPU kernel.
    pub software: bool,
}

/// The adapter that a device would be made on; `None` without WebGPU or without an adapter.
pub async fn find() -> Option<Adapter> {
    let navigator = Reflect::get(&js_sys::global(), &"navigator".into()).ok()?;
    let gpu = present(Reflect::get(&navigator, &"gpu".into()).ok()?)?;
    let request: js_sys::Function = Reflect::get(&gpu, &"requestAdapter".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let options = js_sys::Object::new();
    // The same preference as Burn's own request, so that both get the same adapter.
    Reflect::set(
        &options,
        &"powerPreference".into(),
        &"high-performance".into(),
    )
    .ok()?;
    let promise: js_sys::Promise = request.call1(&gpu, &options).ok()?.dyn_into().ok()?;
    let adapter = present(JsFuture::from(promise).await.ok()?)?;
    let info = Reflect::get(&adapter, &"info".into()).unwrap_or(JsValue::UNDEFINED);
    let word = |key: &str| {
        Reflect::get(&info, &key.into())
            .ok()
            .and_then(|value| value.as_string())
            .unwrap_or_default()
    };
    let (vendor, architecture, description) =
        (word("vendor"), word("architecture"), word("description"));
    let fallback = [&adapter, &info].iter().any(|object| {
        Reflect::get(object, &"isFallbackAdapter".into()).is_ok_and(|value| value.is_truthy())
    });
    let name = if description.is_empty() {
        format!("{vendor} {architecture}")
    } else {
        description
    };
    let lower = format!("{name} {vendor} {architecture}").to_lowercase();
    // What browsers and drivers call their software adapters.
    let software = fallback
        || ["swiftshader", "llvmpipe", "lavapipe", "basic render"]
            .iter()
            .any(|s| lower.contains(s));
    let name = name.trim();
    Some(Adapter {
        name: if name.is_empty() {
            // In every language, as names are: the report holds it.
            "unnamed adapter".into()
        } else {
            name.into()
        },
        software,
    })
}

fn present(value: JsValue) -> Option<JsValue> {
    (!value.is_null() && !value.is_undefined()).then_some(value)
}
