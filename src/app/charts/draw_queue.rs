//! One piece of chart work per animation frame, in a task of its own right after it, so that no task holds the
//! page for long: however many charts change at once, the page answers between any two pieces, and
//! none shares its task with what the frame itself paints.

use std::cell::RefCell;
use std::collections::VecDeque;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

type Work = Box<dyn FnOnce()>;

thread_local! {
    static QUEUE: RefCell<VecDeque<Work>> = RefCell::default();
}

/// Runs `work` after an animation frame of its own, and after everything that was asked for before.
pub fn enqueue(work: impl FnOnce() + 'static) {
    let first = QUEUE.with_borrow_mut(|queue| {
        queue.push_back(Box::new(work));
        queue.len() == 1
    });
    if first {
        schedule();
    }
}

fn schedule() {
    let in_frame = Closure::once_into_js(|| {
        if let Some(window) = web_sys::window() {
            // As below.
            let _ = window.set_timeout_with_callback(work_off().unchecked_ref());
        }
    });
    if let Some(window) = web_sys::window() {
        // Fails only without a document, where there is nothing to draw either.
        let _ = window.request_animation_frame(in_frame.unchecked_ref());
    }
}

/// A function that does the first piece, and schedules the next.
fn work_off() -> JsValue {
    Closure::once_into_js(|| {
        // The work leaves the queue only when done, so that work that enqueues more finds a
        // non-empty queue and does not schedule a second frame.
        let work = QUEUE.with_borrow_mut(|queue| {
            queue
                .front_mut()
                .map(|work| std::mem::replace(work, Box::new(|| {})))
        });
        if let Some(work) = work {
            work();
        }
        let more = QUEUE.with_borrow_mut(|queue| {
            queue.pop_front();
            !queue.is_empty()
        });
        if more {
            schedule();
        }
    })
}
