//! One piece of chart work per animation frame, so that no task holds the page for long: however
//! many charts change at once, the page answers between any two pieces.

use std::cell::RefCell;
use std::collections::VecDeque;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

type Work = Box<dyn FnOnce()>;

thread_local! {
    static QUEUE: RefCell<VecDeque<Work>> = RefCell::default();
}

/// Runs `work` in an animation frame of its own, after everything that was asked for before.
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
    let run = Closure::once_into_js(|| {
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
    });
    if let Some(window) = web_sys::window() {
        // Fails only without a document, where there is nothing to draw either.
        let _ = window.request_animation_frame(run.unchecked_ref());
    }
}
