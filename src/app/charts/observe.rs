//! The two observers a chart needs, and whatever else is to know when it is in view; bound here because
//! web-sys' features for them are not otherwise used.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type ResizeObserver;
    #[wasm_bindgen(constructor)]
    fn new(callback: &js_sys::Function) -> ResizeObserver;
    #[wasm_bindgen(method)]
    fn observe(this: &ResizeObserver, element: &web_sys::Element);
    #[wasm_bindgen(method)]
    fn disconnect(this: &ResizeObserver);

    type IntersectionObserver;
    #[wasm_bindgen(constructor)]
    fn new(callback: &js_sys::Function, options: &JsValue) -> IntersectionObserver;
    #[wasm_bindgen(method)]
    fn observe(this: &IntersectionObserver, element: &web_sys::Element);
    #[wasm_bindgen(method)]
    fn disconnect(this: &IntersectionObserver);
}

/// Charts this far from the screen are drawn in advance.
const AHEAD: &str = "400px";

/// Tells of each change of an element's size until dropped.
pub struct SizeWatch {
    observer: ResizeObserver,
    _callback: Closure<dyn Fn()>,
}

impl SizeWatch {
    pub fn new(element: &web_sys::Element, changed: impl Fn() + 'static) -> Self {
        let callback: Closure<dyn Fn()> = Closure::new(changed);
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref());
        observer.observe(element);
        Self {
            observer,
            _callback: callback,
        }
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Tells whether an element comes near the screen or leaves it, until dropped.
pub struct NearWatch {
    observer: IntersectionObserver,
    _callback: Closure<dyn Fn(js_sys::Array)>,
}

impl NearWatch {
    pub fn new(element: &web_sys::Element, changed: impl Fn(bool) + 'static) -> Self {
        Self::within(element, AHEAD, changed)
    }

    /// The same for the screen with this margin around it, as CSS writes it; a negative one is inside.
    pub fn within(
        element: &web_sys::Element,
        margin: &str,
        changed: impl Fn(bool) + 'static,
    ) -> Self {
        let callback: Closure<dyn Fn(js_sys::Array)> =
            Closure::new(move |entries: js_sys::Array| {
                let last = entries.at(-1);
                let near = js_sys::Reflect::get(&last, &"isIntersecting".into());
                changed(near.is_ok_and(|near| near.is_truthy()));
            });
        let options = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&options, &"rootMargin".into(), &margin.into());
        let observer = IntersectionObserver::new(callback.as_ref().unchecked_ref(), &options);
        observer.observe(element);
        Self {
            observer,
            _callback: callback,
        }
    }
}

impl Drop for NearWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

impl std::fmt::Debug for SizeWatch {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("SizeWatch").finish_non_exhaustive()
    }
}

impl std::fmt::Debug for NearWatch {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("NearWatch").finish_non_exhaustive()
    }
}
