//! Small browser chores: the address, the clipboard, downloads, scrolling and time.

use crate::lab::pool::Hardware;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Worker, WorkerOptions, WorkerType};

/// How often an element that does not come is looked for: for two seconds in all.
const FOCUS_TRIES: u32 = 100;
const FOCUS_PAUSE_MS: u32 = 20;

/// How long the first paint is waited for at most.
const FIRST_PAINT_MS: u32 = 300;

/// The address's fragment with its `#`, or empty.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// The page's address with `fragment` in place of the present one.
pub fn address_with(fragment: &str) -> String {
    let href = window().location().href().unwrap_or_default();
    let base = href.split('#').next().unwrap_or_default();
    match fragment {
        "" => base.to_owned(),
        fragment => format!("{base}#{fragment}"),
    }
}

/// What a `<meta name=… content=…>` of the document says, or empty.
pub fn meta_content(name: &str) -> String {
    document()
        .query_selector(&format!("meta[name={name}]"))
        .ok()
        .flatten()
        .and_then(|meta| meta.get_attribute("content"))
        .unwrap_or_default()
}

/// Changes what a `<meta name=… content=…>` of the document says.
pub fn set_meta_content(name: &str, content: &str) {
    if let Ok(Some(meta)) = document().query_selector(&format!("meta[name={name}]")) {
        let _ = meta.set_attribute("content", content);
    }
}

/// The languages that the browser asks for, the most wanted one first, as tags.
pub fn languages() -> Vec<String> {
    let tags = window().navigator().languages();
    tags.iter().filter_map(|tag| tag.as_string()).collect()
}

/// Rewrites the address without a new history entry: the back button leaves the page instead of
/// stepping through every changed setting.
pub fn replace_fragment(fragment: &str) {
    // Fails only where a browser limits the rate; the next change writes the address again.
    let _ = window().history().and_then(|history| {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address_with(fragment)))
    });
}

/// Copies text. `false` where the browser has no clipboard for this page or forbids it.
pub async fn copy_text(text: &str) -> bool {
    let navigator = window().navigator();
    // Absent outside secure contexts, where web-sys would throw.
    let has_clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into())
        .is_ok_and(|clipboard| !clipboard.is_undefined());
    has_clipboard
        && JsFuture::from(navigator.clipboard().write_text(text))
            .await
            .is_ok()
}

/// Offers bytes as a file to save.
pub fn download(name: &str, mime: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(mime);
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let url = web_sys::Url::create_object_url_with_blob(&blob)?;
    save(name, &url)?;
    // The download has its own hold on the data by the next minute.
    after(60_000, move || {
        let _ = web_sys::Url::revoke_object_url(&url);
    });
    Ok(())
}

/// Offers what lies at an address (a `blob:` or `data:` one) as a file to save.
pub fn save(name: &str, url: &str) -> Result<(), JsValue> {
    let link: web_sys::HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(url);
    link.set_download(name);
    link.click();
    Ok(())
}

/// Moves the keyboard's focus, and with it the view, to an element.
///
/// In-page links would do, but the address's fragment holds the experiment.
pub fn focus(id: &str) {
    if let Some(element) = element_by_id(id) {
        let _ = element.focus();
    }
}

/// The same where the element is shown; whether it was.
pub fn focus_if_shown(id: &str) -> bool {
    let shown = element_by_id(id).filter(|element| element.offset_width() > 0);
    shown.is_some_and(|element| element.focus().is_ok())
}

/// The same in a task of its own: the element may only now be built or shown.
pub fn focus_soon(id: String) {
    later(move || focus(&id));
}

/// Starts a worker whose script is a module. An error where the browser lets none start, or knows none of that
/// kind: such a one never asks for the kind, and could not read the script.
pub fn module_worker(script: &str) -> Result<Worker, JsValue> {
    let asked = Rc::new(Cell::new(false));
    let kind = {
        let asked = asked.clone();
        Closure::<dyn FnMut() -> JsValue>::new(move || {
            asked.set(true);
            WorkerType::Module.into()
        })
    };
    let (options, getter) = (js_sys::Object::new(), js_sys::Object::new());
    js_sys::Reflect::set(&getter, &"get".into(), kind.as_ref())?;
    js_sys::Object::define_property(&options, &"type".into(), &getter);
    let worker = Worker::new_with_options(script, options.unchecked_ref::<WorkerOptions>())?;
    if asked.get() {
        return Ok(worker);
    }
    worker.terminate();
    Err(JsValue::NULL)
}

/// Whether the browser can keep the site for a visit without a network. An insecure page may not, and some
/// browsers' private windows cannot.
pub fn keeps_sites() -> bool {
    let navigator = window().navigator();
    js_sys::Reflect::has(&navigator, &"serviceWorker".into()).unwrap_or(false)
}

/// Runs after so many milliseconds. What it holds is freed with it; a timer that is made and forgotten would
/// stay for as long as the page, and every training sets some.
pub fn after(ms: u32, act: impl FnOnce() + 'static) {
    let act = Closure::once_into_js(act);
    // Every window has timers.
    let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(
        act.unchecked_ref(),
        i32::try_from(ms).unwrap_or(i32::MAX),
    );
}

/// Runs in a task of its own, after this one.
pub fn later(act: impl FnOnce() + 'static) {
    after(0, act);
}

/// The same with an element that is about to come: results come one task after the other.
pub fn focus_when_there(id: &'static str) {
    focus_within(id, FOCUS_TRIES);
}

fn focus_within(id: &'static str, tries: u32) {
    after(FOCUS_PAUSE_MS, move || {
        if element_by_id(id).is_some() {
            focus(id);
        } else if tries > 1 {
            focus_within(id, tries - 1);
        }
    });
}

fn element_by_id(id: &str) -> Option<web_sys::HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Sends the window an event without content.
pub fn announce(name: &str) {
    if let Ok(event) = web_sys::Event::new(name) {
        let _ = window().dispatch_event(&event);
    }
}

/// Takes an element off the page.
pub fn remove(id: &str) {
    if let Some(element) = element_by_id(id) {
        element.remove();
    }
}

/// Finds an element that is there and shown, or is about to be, and hands it to `act`; `None` where it
/// does not come.
pub fn when_shown(id: String, act: impl FnOnce(Option<web_sys::HtmlElement>) + 'static) {
    shown_within(id, FOCUS_TRIES, act);
}

fn shown_within(id: String, tries: u32, act: impl FnOnce(Option<web_sys::HtmlElement>) + 'static) {
    after(FOCUS_PAUSE_MS, move || {
        let shown = element_by_id(&id).filter(|element| element.offset_width() > 0);
        if shown.is_some() || tries <= 1 {
            act(shown);
        } else {
            shown_within(id, tries - 1, act);
        }
    });
}

/// Whether the keyboard's focus is nowhere in particular, or inside what a CSS selector names.
pub fn focus_is_free_or_in(selector: &str) -> bool {
    document().active_element().is_none_or(|element| {
        let nowhere = element.tag_name().eq_ignore_ascii_case("body");
        nowhere || matches!(element.closest(selector), Ok(Some(_)))
    })
}

/// Whether the visitor asked their system for less motion.
pub fn wants_less_motion() -> bool {
    let query = web_sys::window()
        .and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok());
    query.flatten().is_some_and(|query| query.matches())
}

/// What the browser says of the visitor's machine; some say less than there is, to tell visitors apart less
/// well.
pub fn hardware() -> Hardware {
    let navigator = window().navigator();
    // Not every browser has it.
    let memory = js_sys::Reflect::get(&navigator, &"deviceMemory".into());
    Hardware {
        cores: navigator.hardware_concurrency() as usize,
        memory_gib: memory.ok().and_then(|memory| memory.as_f64()),
    }
}

/// Whether the page is in a tab behind others.
pub fn is_hidden() -> bool {
    document().hidden()
}

/// Scrolls an element into the middle of what scrolls around it.
pub fn bring_into_middle(element: &web_sys::Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Center);
    options.set_inline(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Brings an element into view, if it is not.
pub fn scroll_to(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Scrolls the row that an element stands in sideways, until the element stands in its middle.
pub fn scroll_row_to(id: &str) {
    let row = |element: &web_sys::HtmlElement| element.parent_element()?.dyn_into().ok();
    if let Some(element) = element_by_id(id)
        && let Some(row) = row(&element)
    {
        let row: web_sys::HtmlElement = row;
        let before = element.offset_left() - row.offset_left();
        row.set_scroll_left(before + (element.offset_width() - row.offset_width()) / 2);
    }
}

/// What this browser keeps for the page. `None` where it keeps nothing (some private windows).
pub fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// The content of a file the visitor chose; `None` where the browser cannot read it.
pub async fn bytes_of(file: &web_sys::File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// A text in an encoding that the browser knows by its name; `None` where the bytes do not fit it.
pub fn decoded(encoding: &str, bytes: &[u8]) -> Option<String> {
    let options = web_sys::TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = web_sys::TextDecoder::new_with_label_and_options(encoding, &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}

/// Does something and notes in the browser's timeline how long it took, where its developer tools show
/// it.
pub fn measured<T>(name: &str, act: impl FnOnce() -> T) -> T {
    let Some(performance) = window().performance() else {
        return act();
    };
    let _ = performance.mark(name);
    let done = act();
    let _ = performance.measure_with_start_mark(name, name);
    // The tools have noted both; the page's own list would grow with every work of a long training.
    performance.clear_marks_with_mark_name(name);
    performance.clear_measures_with_measure_name(name);
    done
}

/// Waits until the browser has painted what was served, or a while where nothing is painted: in a tab that
/// is not shown it is not waited for.
pub async fn first_paint() {
    if is_hidden() || has_painted() {
        return;
    }
    let painted = js_sys::Promise::new(&mut |resolve, _| {
        let resolve = move || {
            // A function of the browser's own, which throws nothing.
            let _ = resolve.call0(&JsValue::NULL);
        };
        after(FIRST_PAINT_MS, resolve.clone());
        // The frame is painted right after its callbacks.
        let in_frame = Closure::once_into_js(move || later(resolve));
        // Fails only without a document, where there is nothing to paint either.
        let _ = window().request_animation_frame(in_frame.unchecked_ref());
    });
    // It is never rejected.
    let _ = JsFuture::from(painted).await;
}

fn has_painted() -> bool {
    window().performance().is_some_and(|performance| {
        let paints = performance.get_entries_by_name("first-contentful-paint");
        paints.length() > 0
    })
}

/// Empties the browser's list of the page's requests, which holds their whole addresses.
pub fn clear_request_timings() {
    if let Some(performance) = window().performance() {
        performance.clear_resource_timings();
    }
}

/// Milliseconds on a clock that only goes forward.
pub fn now_ms() -> f64 {
    window()
        .performance()
        .map_or_else(js_sys::Date::now, |performance| performance.now())
}
