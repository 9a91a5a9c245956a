//! What a cell is by itself: a date, a number, or neither. It says what separates a text's cells.

use super::calendar::{Calendar, DateOrder};
use super::dates::{date, date_in};
use super::numbers::{self, DecimalMark};
use super::time_column::is_known_by_length;

/// What a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Date,
    /// A number that may be a time since 1970.
    LongNumber,
    Number,
    Other,
}

pub(super) fn kind(cell: &str) -> Kind {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    if digits == 0 {
        return Kind::Other;
    }
    // A date has five digits at least, or a month's name and three.
    let is_date = digits >= 3
        && (date(cell, DateOrder::Compact).is_some()
            || DateOrder::OF_PARTS.into_iter().any(|order| {
                Calendar::ALL
                    .into_iter()
                    .any(|calendar| date_in(cell, order, calendar).is_some())
            }));
    if is_date {
        Kind::Date
    } else if is_known_by_length(cell) {
        Kind::LongNumber
    } else if is_number(cell) {
        Kind::Number
    } else {
        Kind::Other
    }
}

/// Whether a cell is surely a date: of parts, of eight digits, or a time since 1970 of these days.
pub(super) fn is_date(cell: &str) -> bool {
    matches!(kind(cell), Kind::Date | Kind::LongNumber)
}

/// Whether a cell is a number with one decimal mark or the other.
pub(super) fn is_number(cell: &str) -> bool {
    let marks = [DecimalMark::Point, DecimalMark::Comma];
    let mut numbers = marks.into_iter().map(|mark| numbers::read(cell, mark));
    numbers.any(|number| number.number().is_some())
}
