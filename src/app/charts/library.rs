//! Loading ECharts, which is a script beside the page and too large to be waited for.

use leptos::prelude::document;
use wasm_bindgen_futures::JsFuture;

/// The element of index.html that names the script; its name holds its content's hash.
const NAMED_BY: &str = "link[data-echarts]";

/// Fetches and runs the script. `false` where that failed.
pub async fn load() -> bool {
    let (Ok(Some(link)), Ok(script), Some(head)) = (
        document().query_selector(NAMED_BY),
        document().create_element("script"),
        document().head(),
    ) else {
        return false;
    };
    let Some(address) = link.get_attribute("href") else {
        return false;
    };
    // Fails only for names that are none.
    let _ = script.set_attribute("src", &address);
    let ended = js_sys::Promise::new(&mut |resolve, reject| {
        let _ = script.add_event_listener_with_callback("load", &resolve);
        let _ = script.add_event_listener_with_callback("error", &reject);
    });
    head.append_child(&script).is_ok() && JsFuture::from(ended).await.is_ok()
}
