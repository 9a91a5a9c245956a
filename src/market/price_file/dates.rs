//! Dates in a column: their order is decided by all rows, by monotony and by weekdays.

use chrono::{DateTime, Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// How the parts of a date stand. A month's name stands for itself in every order.
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
    pub const ALL: [Self; 6] = [
        Self::YearMonthDay,
        Self::DayMonthYear,
        Self::MonthDayYear,
        Self::Compact,
        Self::UnixSeconds,
        Self::UnixMilliseconds,
    ];

    /// "DD/MM/YYYY": what a choice of orders calls this one.
    pub fn plain_pattern(self) -> &'static str {
        match self {
            Self::YearMonthDay => "YYYY-MM-DD",
            Self::DayMonthYear => "DD/MM/YYYY",
            Self::MonthDayYear => "MM/DD/YYYY",
            Self::Compact => "YYYYMMDD",
            Self::UnixSeconds => "seconds since 1970",
            Self::UnixMilliseconds => "milliseconds since 1970",
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
    /// `DD.MM.YYYY`, for people; only `order` is used to read.
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
    // Most cells are plain dates or plain numbers, and there are many of them.
    let bytes = text.as_bytes();
    let separators = |b: &&u8| matches!(b, b'-' | b'/' | b'.' | b' ' | b',');
    if text.is_ascii() && bytes.iter().filter(separators).count() < 2 {
        return None;
    }
    if let Some((first, second, end)) = numeric_parts(bytes) {
        let parts = [
            &text[..first],
            &text[first + 1..second],
            &text[second + 1..end],
        ];
        return Some((parts, &text[end..]));
    }
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

/// Where the parts of a date of digits and single marks end.
fn numeric_parts(bytes: &[u8]) -> Option<(usize, usize, usize)> {
    let digits_from = |start: usize| {
        let digits = bytes
            .get(start..)?
            .iter()
            .take_while(|b| b.is_ascii_digit());
        let count = digits.count();
        (count > 0).then_some(start + count)
    };
    let mark = |at: usize| matches!(bytes.get(at), Some(b'-' | b'/' | b'.')).then_some(at);
    let first = digits_from(0).and_then(mark)?;
    let second = digits_from(first + 1).and_then(mark)?;
    Some((first, second, digits_from(second + 1)?))
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
    match order {
        DateOrder::YearMonthDay => Some([0, 1, 2]),
        DateOrder::DayMonthYear => Some([2, 1, 0]),
        DateOrder::MonthDayYear => Some([2, 0, 1]),
        _ => None,
    }
}

fn year(text: &str) -> Option<i32> {
    let year: i32 = text.parse().ok()?;
    match text.len() {
        4 => Some(year),
        2 if year < FIRST_SHORT_YEAR_OF_1900 => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}

/// The date in a cell, read in an order.
pub(super) fn date(cell: &str, order: DateOrder) -> Option<NaiveDate> {
    let text = cell.trim_matches(|c: char| c.is_whitespace() || c == '"' || c == '\'');
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
        _ => {
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
            NaiveDate::from_ymd_opt(year(y)?, month, d.parse().ok()?)?
        }
    };
    YEARS.contains(&date.year()).then_some(date)
}

fn pattern(order: DateOrder, example: &str) -> String {
    let text = example.trim_matches(|c: char| c.is_whitespace() || c == '"' || c == '\'');
    match order {
        DateOrder::Compact => "YYYYMMDD".into(),
        DateOrder::UnixSeconds => "seconds since 1970".into(),
        DateOrder::UnixMilliseconds => "milliseconds since 1970".into(),
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

/// What all cells of a column say about one order.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Evidence {
    pub(super) valid: usize,
    /// Rows against the prevailing direction, repeated dates, and leaps far wider than the rest.
    oddities: usize,
    weekends: usize,
}

/// A leap is this many times as wide as the usual step.
const LEAP: i64 = 12;

impl Evidence {
    pub(super) fn of<'a>(cells: impl Iterator<Item = &'a str>, order: DateOrder) -> Self {
        let dates: Vec<NaiveDate> = cells.filter_map(|cell| date(cell, order)).collect();
        let mut steps: Vec<i64> = dates
            .windows(2)
            .map(|pair| (pair[1] - pair[0]).num_days())
            .collect();
        let forward = steps.iter().filter(|step| **step > 0).count();
        let backward = steps.iter().filter(|step| **step < 0).count();
        let repeated = steps.len() - forward - backward;
        steps.iter_mut().for_each(|step| *step = step.abs());
        let middle = steps.len() / 2;
        let leaps = if steps.is_empty() {
            0
        } else {
            let (_, usual, _) = steps.select_nth_unstable(middle);
            let widest = LEAP * (*usual).max(1);
            steps.iter().filter(|step| **step > widest).count()
        };
        Self {
            valid: dates.len(),
            oddities: forward.min(backward) + repeated + leaps,
            weekends: dates
                .iter()
                .filter(|date| matches!(date.weekday(), Weekday::Sat | Weekday::Sun))
                .count(),
        }
    }

    /// Whether this order fits better than another, and whether that is beyond doubt.
    fn better_than(self, other: Self) -> Option<Verdict> {
        use std::cmp::Ordering::{Equal, Greater, Less};
        for (mine, others, sure) in [
            (other.valid, self.valid, true),
            (self.oddities, other.oddities, true),
            // Markets close at weekends; those that do not say nothing.
            (self.weekends, other.weekends, self.weekends == 0),
        ] {
            match mine.cmp(&others) {
                Less => return Some(Verdict { sure }),
                Greater => return None,
                Equal => {}
            }
        }
        None
    }
}

#[derive(Debug, Clone, Copy)]
struct Verdict {
    sure: bool,
}

/// So many rows rule out what they do not know at all.
const FIRST_ROWS: usize = 1000;

/// The order that fits all cells best, and another one that may be meant where that is a question.
pub(super) fn decide<'a>(
    cells: impl Iterator<Item = &'a str> + Clone,
) -> Option<(DateOrder, Option<DateOrder>)> {
    // Of orders that fit equally well the first is taken: a point is the European's, a slash the
    // American's.
    let mut orders = DateOrder::ALL;
    if !cells.clone().next()?.contains('.') {
        orders.swap(1, 2);
    }
    // An order in which none of the first rows is a date cannot fit best, nor as well.
    let fits_some = |order: &DateOrder| {
        let mut first_rows = cells.clone().take(FIRST_ROWS);
        first_rows.any(|cell| date(cell, *order).is_some())
    };
    let tried: Vec<(DateOrder, Evidence)> = orders
        .into_iter()
        .filter(fits_some)
        .map(|order| (order, Evidence::of(cells.clone(), order)))
        .filter(|(_, evidence)| evidence.valid > 0)
        .collect();
    let mut best = *tried.first()?;
    for &(order, evidence) in &tried[1..] {
        if evidence.better_than(best.1).is_some() {
            best = (order, evidence);
        }
    }
    let sure = |evidence: Evidence| {
        let verdict = best.1.better_than(evidence);
        verdict.is_some_and(|verdict| verdict.sure)
    };
    // A month's name leaves no question, nor do dates that are the same either way.
    let same = |order| {
        cells
            .clone()
            .all(|cell| date(cell, order) == date(cell, best.0))
    };
    let rival = tried
        .iter()
        .find(|(order, evidence)| *order != best.0 && !sure(*evidence) && !same(*order));
    Some((best.0, rival.map(|(order, _)| *order)))
}

#[cfg(test)]
mod tests {
    use super::DateOrder::*;
    use super::*;

    fn decided(cells: &[&str]) -> Option<(DateOrder, Option<DateOrder>)> {
        decide(cells.iter().copied())
    }

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
    fn a_later_row_decides_what_the_first_cannot() {
        // Thursday 1, Friday 2 February, … Tuesday the 13th.
        assert_eq!(
            decided(&["02/01/2024", "02/02/2024", "02/13/2024"]),
            Some((MonthDayYear, None))
        );
        assert_eq!(
            decided(&["01/02/2024", "02/02/2024", "13/02/2024"]),
            Some((DayMonthYear, None))
        );
    }

    #[test]
    fn the_rows_order_decides_where_no_day_is_above_twelve() {
        // 1, 4, 5 … 8 March 2024 in the European way; as months they would leap.
        let cells = [
            "01/03/2024",
            "04/03/2024",
            "05/03/2024",
            "06/03/2024",
            "02/04/2024",
        ];
        assert_eq!(decided(&cells), Some((DayMonthYear, None)));
    }

    #[test]
    fn weekdays_decide_where_the_order_cannot() {
        // 5 and 6 March 2024 were weekdays; 3 May was a Friday, 3 June a Monday.
        let cells = [
            "03/05/2024",
            "03/06/2024",
            "03/07/2024",
            "03/08/2024",
            "03/11/2024",
        ];
        assert_eq!(decided(&cells), Some((MonthDayYear, None)));
    }

    #[test]
    fn what_nothing_decides_is_a_question() {
        // 4 March or 3 April, a Monday or a Wednesday.
        assert_eq!(
            decided(&["03/04/2024"]),
            Some((MonthDayYear, Some(DayMonthYear)))
        );
        assert_eq!(
            decided(&["03.04.2024"]),
            Some((DayMonthYear, Some(MonthDayYear)))
        );
        let same = decided(&["03/03/2025"]).map(|(_, rival)| rival);
        assert_eq!(same, Some(None));
        assert_eq!(
            decided(&["Mar 4, 2024"]).map(|(_, rival)| rival),
            Some(None)
        );
        assert_eq!(decided(&["no date"]), None);
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
