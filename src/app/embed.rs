//! A lesson in a frame of another page (`embed=1`): that page is told when a step is done, as
//! `docs/teaching.md` says.

use crate::guide::{GuideLink, Lesson};
use js_sys::{Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// How messages say whose they are.
const SOURCE: &str = "hindcast";

/// Tells the page around this one that so many steps of the lesson are done. Nothing in the message is
/// the learner's, so it may go to whoever shows the frame.
pub fn tell(link: Memo<GuideLink>, lesson: &Lesson, steps_done: usize) {
    if !link.with_untracked(|link| link.embedded) {
        return;
    }
    let message = Object::new();
    let values: [(&str, JsValue); 4] = [
        ("source", SOURCE.into()),
        ("lesson", lesson.slug.into()),
        ("step", (steps_done as f64).into()),
        ("done", (steps_done == lesson.steps.len()).into()),
    ];
    for (key, value) in values {
        // A new object takes every key.
        let _ = Reflect::set(&message, &key.into(), &value);
    }
    let around = window().parent().ok().flatten();
    if let Some(around) = around {
        let _ = around.post_message(&message, "*");
    }
}
