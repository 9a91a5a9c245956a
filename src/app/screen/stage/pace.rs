//! When something is made anew: not while nobody sees it, and not more often than is good to look at.

use crate::app::browser;
use leptos::prelude::*;

/// Least time between two drawings of a line that moves: four a second …
const PAUSE_MS: u32 = 250;
/// … and one where less motion is wanted.
const CALM_PAUSE_MS: u32 = 1_000;

/// Something that costs, made while it is seen and kept while it is not.
pub fn while_seen<T: Send + Sync + 'static>(
    seen: Memo<bool>,
    make: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    Memo::new_owning(move |kept| match (seen.get(), kept) {
        (false, Some(kept)) => (kept, false),
        _ => (make(), true),
    })
}

/// Passes on what comes at once where there was quiet, and at the end of the pause otherwise, so that
/// the last is never lost. That there is nothing any more is passed on at once.
pub fn paced<T: Clone + Send + Sync + 'static>(source: Memo<Option<T>>) -> ReadSignal<Option<T>> {
    let (shown, set_shown) = signal(source.get_untracked());
    let pause = StoredValue::new(Pause::default());
    Effect::new(move |_| {
        let newest = source.get();
        if newest.is_none() {
            set_shown.set(None);
            return;
        }
        let at_once = pause.try_update_value(Pause::comes);
        if at_once == Some(true) {
            set_shown.set(newest);
            after_pause(move || {
                let more = pause.try_update_value(Pause::ends) == Some(true);
                if more && let Some(newest) = source.try_get_untracked() {
                    set_shown.try_set(newest);
                }
                more
            });
        }
    });
    shown
}

/// Calls `act` after each pause until it says that there was nothing.
fn after_pause(act: impl Fn() -> bool + 'static) {
    let pause_ms = match browser::wants_less_motion() {
        true => CALM_PAUSE_MS,
        false => PAUSE_MS,
    };
    browser::after(pause_ms, move || {
        if act() {
            after_pause(act);
        }
    });
}

/// A pause after something was passed on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Pause {
    under_way: bool,
    /// Something came within it.
    behind: bool,
}

impl Pause {
    /// Something comes. Whether it is passed on at once, which begins a pause.
    fn comes(&mut self) -> bool {
        let at_once = !self.under_way;
        self.behind = !at_once;
        self.under_way = true;
        at_once
    }

    /// The pause is over. Whether something waits, which begins the next one.
    fn ends(&mut self) -> bool {
        self.under_way = self.behind;
        std::mem::take(&mut self.behind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_in_a_pause_waits_for_its_end_and_begins_another() {
        let mut pause = Pause::default();
        assert!(pause.comes());
        assert!(!pause.comes());
        assert!(!pause.comes());
        // The last of the two is passed on now, and another pause begins.
        assert!(pause.ends());
        assert!(!pause.comes());
        assert!(pause.ends());
        assert!(!pause.ends());
        // After a pause in which nothing came, the next is passed on at once.
        assert!(pause.comes());
    }
}
