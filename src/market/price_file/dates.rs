//! Dates in cells: how their parts may stand, and what a cell is in one order.

use chrono::{DateTime, Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

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
}

impl DateOrder {
    /// In the order of the preview's choice.
    pub const ALL: [Self; 6] = [
        Self::YearMonthDay,
        Self::DayMonthYear,
        Self::MonthDayYear,
        Self::Compact,
        Self::UnixSeconds,
        Self::UnixMilliseconds,
    ];

    /// The pattern of a format that no date of the file shows, in English.
    fn plain_pattern(self) -> &'static str {
        match self {
            Self::YearMonthDay => "YYYY-MM-DD",
            Self::DayMonthYear => "DD/MM/YYYY",
            Self::MonthDayYear => "MM/DD/YYYY",
            Self::Compact => "YYYYMMDD",
            Self::UnixSeconds => "seconds since 1970",
            Self::UnixMilliseconds => "milliseconds since 1970",
        }
    }

    /// Which of a date's three parts are year, month and day; `None` where it is one number.
    fn places(self) -> Option<[usize; 3]> {
        match self {
            Self::YearMonthDay => Some([0, 1, 2]),
            Self::DayMonthYear => Some([2, 1, 0]),
            Self::MonthDayYear => Some([2, 0, 1]),
            Self::Compact | Self::UnixSeconds | Self::UnixMilliseconds => None,
        }
    }

    /// How much a column of it looks like dates at all: any large number may be seconds.
    pub(super) fn plausibility(self) -> u8 {
        match self {
            Self::YearMonthDay | Self::DayMonthYear | Self::MonthDayYear => 2,
            Self::Compact => 1,
            Self::UnixSeconds | Self::UnixMilliseconds => 0,
        }
    }
}

/// The order, and how a date of the file looks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateFormat {
    pub order: DateOrder,
    /// `DD.MM.YYYY`, with English letters; only `order` is used to read.
    pub pattern: String,
}

impl DateFormat {
    /// The format in which `example` is a date of this order.
    /// Where it is none, the pattern is the order's plainest.
    pub fn new(order: DateOrder, example: &str) -> Self {
        let pattern = match pattern(order, example) {
            found if !found.is_empty() => found,
            _ => order.plain_pattern().to_owned(),
        };
        Self { order, pattern }
    }

    /// The date in a cell; a time of day after it is passed over.
    pub fn date(&self, cell: &str) -> Option<NaiveDate> {
        date(cell, self.order)
    }
}

/// Prices are not older, and what is younger is a typing error.
const YEARS: std::ops::RangeInclusive<i32> = 1800..=2200;
/// `69` is 2069 and `70` is 1970.
const FIRST_SHORT_YEAR_OF_1900: i32 = 70;
/// The longest cell that can be a date with a time of day and a zone.
const LONGEST_DATE: usize = 48;

/// A date's three parts, and what follows them.
fn parts(text: &str) -> Option<([&str; 3], &str)> {
    let mut found = [""; 3];
    let mut rest = text;
    for (index, part) in found.iter_mut().enumerate() {
        if index > 0 {
            let start =
                rest.find(|c: char| !matches!(c, '-' | '/' | '.' | ' ' | ',' | '\u{a0}'))?;
            if start == 0 || start > 2 {
                return None;
            }
            rest = &rest[start..];
        }
        let numeric = rest.starts_with(|c: char| c.is_ascii_digit());
        let end = rest
            .find(|c: char| c.is_ascii_digit() != numeric || (!numeric && !c.is_alphabetic()))
            .unwrap_or(rest.len());
        if end == 0 {
            return None;
        }
        (*part, rest) = rest.split_at(end);
    }
    Some((found, rest))
}

/// A date of digits alone, with one mark between two parts: nearly every one is.
enum Numeric {
    /// The parts with their counts of digits, and where they end.
    Parts([(u32, usize); 3], usize),
    /// Too few parts for a date, as a number has.
    No,
    /// Another kind of text.
    Unlike,
}

impl Numeric {
    fn of(text: &[u8]) -> Self {
        const MOST_DIGITS: usize = 4;
        let mut parts = [(0, 0); 3];
        let mut at = 0;
        for (index, part) in parts.iter_mut().enumerate() {
            if index > 0 {
                match text.get(at) {
                    None => return Self::No,
                    Some(b'-' | b'/' | b'.') => at += 1,
                    Some(_) => return Self::Unlike,
                }
            }
            let (mut value, mut digits) = (0, 0);
            while let Some(digit @ b'0'..=b'9') = text.get(at) {
                value = value * 10 + u32::from(digit - b'0');
                digits += 1;
                at += 1;
                if digits > MOST_DIGITS {
                    return Self::Unlike;
                }
            }
            match digits {
                0 if at == text.len() => return Self::No,
                0 => return Self::Unlike,
                _ => *part = (value, digits),
            }
        }
        Self::Parts(parts, at)
    }
}

/// Whether what follows a date is nothing or a time of day.
fn is_time_of_day(rest: &str) -> bool {
    rest.is_empty() || (rest.starts_with([' ', 'T', 't', ',']) && rest.contains(':'))
}

/// Whether a cell says a time of day other than midnight.
pub(super) fn has_time_of_day(cell: &str) -> bool {
    cell.split_once(':').is_some_and(|(before, after)| {
        let hour = before.trim_end_matches(|c: char| !c.is_ascii_digit());
        !hour.ends_with("00") || !after.starts_with("00")
    })
}

/// English and German month names, by their first three letters.
fn month_from_name(name: &str) -> Option<u32> {
    let start: String = name.chars().take(3).flat_map(char::to_lowercase).collect();
    Some(match start.as_str() {
        "jan" => 1,
        "feb" => 2,
        "mar" | "mär" | "mrz" => 3,
        "apr" => 4,
        "may" | "mai" => 5,
        "jun" => 6,
        "jul" => 7,
        "aug" => 8,
        "sep" => 9,
        "oct" | "okt" => 10,
        "nov" => 11,
        "dec" | "dez" => 12,
        _ => return None,
    })
}

/// Which of three parts are year, month and day.
fn places(parts: &[&str; 3], order: DateOrder) -> Option<[usize; 3]> {
    let named = |part: &str| part.starts_with(|c: char| c.is_alphabetic());
    if named(parts[0]) {
        return Some([2, 0, 1]);
    }
    if named(parts[1]) {
        return Some(if parts[0].len() == 4 {
            [0, 1, 2]
        } else {
            [2, 1, 0]
        });
    }
    order.places()
}

fn year(year: u32, digits: usize) -> Option<i32> {
    let year = i32::try_from(year).ok()?;
    match digits {
        4 => Some(year),
        2 if year < FIRST_SHORT_YEAR_OF_1900 => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}

/// The date in a cell, read in an order.
pub(super) fn date(cell: &str, order: DateOrder) -> Option<NaiveDate> {
    let text = trimmed(cell);
    if text.len() > LONGEST_DATE || text.len() < 5 {
        return None;
    }
    let date = match order {
        DateOrder::Compact => {
            let digits = text.get(..8)?;
            if !digits.bytes().all(|b| b.is_ascii_digit()) || !is_time_of_day(&text[8..]) {
                return None;
            }
            NaiveDate::from_ymd_opt(
                digits[..4].parse().ok()?,
                digits[4..6].parse().ok()?,
                digits[6..].parse().ok()?,
            )?
        }
        DateOrder::UnixSeconds | DateOrder::UnixMilliseconds => {
            let seconds = order == DateOrder::UnixSeconds;
            let lengths = if seconds { 9..=10 } else { 12..=13 };
            if !lengths.contains(&text.len()) || !text.bytes().all(|b| b.is_ascii_digit()) {
                return None;
            }
            let value: i64 = text.parse().ok()?;
            let seconds = if seconds { value } else { value / 1000 };
            DateTime::from_timestamp(seconds, 0)?.date_naive()
        }
        _ => match Numeric::of(text.as_bytes()) {
            Numeric::No => return None,
            Numeric::Unlike => date_with_words(text, order)?,
            Numeric::Parts(parts, end) => {
                let [(y, digits), (m, 1..=2), (d, 1..=2)] =
                    order.places()?.map(|place| parts[place])
                else {
                    return None;
                };
                if end < text.len() && !is_time_of_day(&text[end..]) {
                    return None;
                }
                NaiveDate::from_ymd_opt(year(y, digits)?, m, d)?
            }
        },
    };
    YEARS.contains(&date.year()).then_some(date)
}

/// A date whose month may be a name, or between whose parts more than one mark stands.
fn date_with_words(text: &str, order: DateOrder) -> Option<NaiveDate> {
    let (parts, rest) = parts(text)?;
    if !is_time_of_day(rest) {
        return None;
    }
    let [y, m, d] = places(&parts, order)?.map(|place| parts[place]);
    if d.len() > 2 {
        return None;
    }
    let month = match m.parse() {
        Ok(month) if m.len() <= 2 => month,
        Ok(_) => return None,
        Err(_) => month_from_name(m)?,
    };
    NaiveDate::from_ymd_opt(year(y.parse().ok()?, y.len())?, month, d.parse().ok()?)
}

/// Without blanks and stray quotes.
fn trimmed(cell: &str) -> &str {
    let bytes = cell.as_bytes();
    match (bytes.first(), bytes.last()) {
        // Most cells have none.
        (Some(first), Some(last))
            if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric() =>
        {
            cell
        }
        _ => cell.trim_matches(|c: char| c.is_whitespace() || c == '"' || c == '\''),
    }
}

fn pattern(order: DateOrder, example: &str) -> String {
    let text = trimmed(example);
    match order {
        DateOrder::Compact | DateOrder::UnixSeconds | DateOrder::UnixMilliseconds => String::new(),
        _ => {
            let Some((found, rest)) = parts(text) else {
                return String::new();
            };
            let Some(places) = places(&found, order) else {
                return String::new();
            };
            let mut pattern = text[..text.len() - rest.len()].to_owned();
            // From the right, so that what is replaced does not move what is still to be.
            let mut from = pattern.len();
            for index in (0..3).rev() {
                let letter = match places.iter().position(|place| *place == index) {
                    Some(0) => "Y",
                    Some(1) => "M",
                    _ => "D",
                };
                let part = found[index];
                let Some(at) = pattern[..from].rfind(part) else {
                    return String::new();
                };
                let letters = if part.starts_with(|c: char| c.is_alphabetic()) {
                    3
                } else {
                    part.len()
                };
                pattern.replace_range(at..at + part.len(), &letter.repeat(letters));
                from = at;
            }
            pattern
        }
    }
}

#[cfg(test)]
mod tests {
    use super::DateOrder::*;
    use super::*;

    #[test]
    fn dates_of_all_kinds_are_read() {
        let expected = NaiveDate::from_ymd_opt(2024, 3, 5);
        for (text, order) in [
            ("2024-03-05", YearMonthDay),
            ("2024/3/5", YearMonthDay),
            ("2024-03-05 00:00:00-05:00", YearMonthDay),
            ("2024-03-05T16:00:00Z", YearMonthDay),
            ("5.3.2024", DayMonthYear),
            ("05.03.24", DayMonthYear),
            ("03/05/2024", MonthDayYear),
            ("Mar 05, 2024", MonthDayYear),
            ("05-Mar-24", YearMonthDay),
            ("5. März 2024", DayMonthYear),
            ("20240305", Compact),
            ("1709596800", UnixSeconds),
            ("1709596800000", UnixMilliseconds),
        ] {
            assert_eq!(date(text, order), expected, "{text}");
        }
        for text in [
            "",
            "5",
            "2024-02-30",
            "1.234.567",
            "2024-03-05;311",
            "abc",
            "12/13/14/15",
            "٢٠٢٤-٠٣-٠٥",
        ] {
            for order in DateOrder::ALL {
                assert_eq!(date(text, order), None, "{text} {order:?}");
            }
        }
    }

    #[test]
    fn a_pattern_shows_how_dates_look() {
        for (order, example, expected) in [
            (DayMonthYear, "31.12.2020", "DD.MM.YYYY"),
            (MonthDayYear, "1/3/2000", "M/D/YYYY"),
            (YearMonthDay, "2020-02-20 00:00:00", "YYYY-MM-DD"),
            (DayMonthYear, "02-Feb-20", "DD-MMM-YY"),
            (Compact, "20200101", "YYYYMMDD"),
        ] {
            assert_eq!(DateFormat::new(order, example).pattern, expected);
        }
    }
}
