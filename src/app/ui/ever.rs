//! What is built when it is first wanted, and then only hidden.

use leptos::prelude::*;

/// Whether it holds now or ever did.
pub fn ever(holds: impl Fn() -> bool + Send + Sync + 'static) -> Memo<bool> {
    Memo::new(move |before: Option<&bool>| before.copied().unwrap_or_default() || holds())
}
