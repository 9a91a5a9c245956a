//! Memos of what is too large to be compared.

use leptos::prelude::Memo;
use std::sync::Arc;

/// A memo of something behind an `Arc`: the same allocation is the same value. Comparing thousands
/// of rows at every epoch would cost more than it saves.
pub fn by_pointer<T: Send + Sync + 'static>(
    read: impl Fn() -> Option<Arc<T>> + Send + Sync + 'static,
) -> Memo<Option<Arc<T>>> {
    Memo::new_with_compare(
        move |_| read(),
        |old, new| match (old.map(Option::as_ref), new.map(Option::as_ref)) {
            (Some(Some(old)), Some(Some(new))) => !Arc::ptr_eq(old, new),
            (Some(None), Some(None)) => false,
            _ => true,
        },
    )
}

/// A memo of something large that is always there: the same allocation is the same value.
pub fn shared<T: Send + Sync + 'static>(
    read: impl Fn() -> Arc<T> + Send + Sync + 'static,
) -> Memo<Arc<T>> {
    Memo::new_with_compare(
        move |_| read(),
        |old, new| match (old, new) {
            (Some(old), Some(new)) => !Arc::ptr_eq(old, new),
            _ => true,
        },
    )
}
