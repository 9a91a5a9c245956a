//! What is said of forecasts.

pub use super::catalogue::forecast::*;

/// “2, 4 and 7–9”.
pub fn list(parts: &[String]) -> String {
    match parts.split_last() {
        Some((last, rest)) if !rest.is_empty() => list_end(rest.join(", "), last),
        _ => parts.concat(),
    }
}
