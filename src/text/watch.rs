//! What is said of a training while it goes on.

pub use super::catalogue::watch::*;

use super::number;

/// So many times what it was; `None` is a million times or more.
pub fn fold(times: Option<usize>) -> String {
    match times {
        Some(times) => fold_of(number::count(times)),
        None => million_fold().to_owned(),
    }
}

/// So many parts, “one part in 5,000”; `None` is a million or more.
pub fn parts(parts: Option<usize>) -> String {
    match parts {
        Some(parts) => number::count(parts),
        None => million().to_owned(),
    }
}
