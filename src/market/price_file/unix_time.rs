//! Times counted from 1970, before it negative.

use super::calendar::{DateOrder, YEARS, trimmed};
use chrono::{DateTime, Datelike};

pub(super) const SECONDS_OF_A_DAY: i64 = 86_400;

/// How many of its units a second has; `None` where it is no time counted from 1970.
fn units_per_second(order: DateOrder) -> Option<i64> {
    match order {
        DateOrder::UnixSeconds => Some(1),
        DateOrder::UnixMilliseconds => Some(1_000),
        DateOrder::UnixMicroseconds => Some(1_000_000),
        DateOrder::UnixNanoseconds => Some(1_000_000_000),
        _ => None,
    }
}

/// Whole seconds since 1970 in a cell of such an order; `None` for what is no number of them, or not of
/// these centuries.
pub(super) fn unix_seconds(cell: &str, order: DateOrder) -> Option<i64> {
    const MOST_DIGITS: usize = 19;
    let units = units_per_second(order)?;
    // "/Date(1704153600000)/", as .NET writes JSON.
    let text = trimmed(cell);
    let within = text
        .strip_prefix("/Date(")
        .and_then(|text| text.strip_suffix(")/"));
    let text = within.unwrap_or(text);
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !(1..=MOST_DIGITS).contains(&whole.len()) || !all_digits(whole) || !all_digits(fraction) {
        return None;
    }
    let size: i64 = whole.parse().ok()?;
    let seconds = if negative { -size } else { size }.div_euclid(units);
    let year = DateTime::from_timestamp(seconds, 0)?.date_naive().year();
    YEARS.contains(&year).then_some(seconds)
}
