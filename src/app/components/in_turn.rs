//! Parts of the page that come one task after the other: all results at once would hold the page's one
//! thread for longer than a click should wait.

use crate::app::browser;
use leptos::prelude::*;

/// True that many tasks of the page after `there` has become true, and false as soon as `there` is.
pub fn in_turn(there: Memo<bool>, tasks: u32) -> Memo<bool> {
    let come = RwSignal::new(false);
    Effect::new(move |_| {
        if there.get() {
            after(tasks, move || {
                come.try_set(true);
            });
        } else {
            come.set(false);
        }
    });
    Memo::new(move |_| there.get() && come.get())
}

fn after(tasks: u32, act: impl FnOnce() + 'static) {
    browser::later(move || match tasks {
        0 | 1 => act(),
        more => after(more - 1, act),
    });
}
