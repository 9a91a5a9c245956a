//! How dates may be written: the order of their parts, the calendar of their years, the years that there
//! are prices of.

use serde::{Deserialize, Serialize};

/// Prices are not older, and what is younger is a typing error.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 1700..=2200;

/// The order of a date's parts. A month may be a name in every order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    YearMonthDay,
    DayMonthYear,
    MonthDayYear,
    /// `20240131`.
    Compact,
    /// Seconds since 1970.
    UnixSeconds,
    UnixMilliseconds,
    UnixMicroseconds,
    UnixNanoseconds,
}

/// Where a date's year is counted from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Calendar {
    #[default]
    Gregorian,
    /// Of the Republic of China: 113 is 2024.
    Minguo,
    /// 2567 is 2024.
    Buddhist,
}

impl Calendar {
    /// The likeliest first.
    pub(super) const ALL: [Self; 3] = [Self::Gregorian, Self::Minguo, Self::Buddhist];
}

impl DateOrder {
    /// In the order of the preview's choice.
    pub const ALL: [Self; 8] = [
        Self::YearMonthDay,
        Self::DayMonthYear,
        Self::MonthDayYear,
        Self::Compact,
        Self::UnixSeconds,
        Self::UnixMilliseconds,
        Self::UnixMicroseconds,
        Self::UnixNanoseconds,
    ];
    /// The orders of dates that have parts.
    pub(super) const OF_PARTS: [Self; 3] =
        [Self::YearMonthDay, Self::DayMonthYear, Self::MonthDayYear];
    /// Times counted from 1970, the coarsest first.
    pub(super) const UNIX: [Self; 4] = [
        Self::UnixSeconds,
        Self::UnixMilliseconds,
        Self::UnixMicroseconds,
        Self::UnixNanoseconds,
    ];

    /// The pattern of a format that no date of the file shows, in English.
    pub(super) fn plain_pattern(self) -> &'static str {
        match self {
            Self::YearMonthDay => "YYYY-MM-DD",
            Self::DayMonthYear => "DD/MM/YYYY",
            Self::MonthDayYear => "MM/DD/YYYY",
            Self::Compact => "YYYYMMDD",
            Self::UnixSeconds => "seconds since 1970",
            Self::UnixMilliseconds => "milliseconds since 1970",
            Self::UnixMicroseconds => "microseconds since 1970",
            Self::UnixNanoseconds => "nanoseconds since 1970",
        }
    }

    /// Which of a date's three parts are year, month and day; `None` where it is one number.
    pub(super) fn places(self) -> Option<[usize; 3]> {
        match self {
            Self::YearMonthDay => Some([0, 1, 2]),
            Self::DayMonthYear => Some([2, 1, 0]),
            Self::MonthDayYear => Some([2, 0, 1]),
            _ => None,
        }
    }
}

/// Without blanks and stray quotes, as in `="2024-01-02"`.
pub(super) fn trimmed(cell: &str) -> &str {
    let bytes = cell.as_bytes();
    match (bytes.first(), bytes.last()) {
        // Most cells have none.
        (Some(first), Some(last))
            if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric() =>
        {
            cell
        }
        _ => cell.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '=')),
    }
}
