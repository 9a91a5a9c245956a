//! Cells that name a month, a quarter, a week or a day of the year, and the first day of each.

use super::calendar::{YEARS, trimmed};
use super::months::month_from_name;
use chrono::{NaiveDate, Weekday};

/// How a period is written. A column has one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Writing {
    /// `2019-01`, `01/2019`, `Jan 2019`, `2019M01`, `2019年1月`.
    Month,
    /// `Jan-19`: the 19th day of a month as well.
    ShortMonth,
    /// `201901`: any number as well.
    MonthNumber,
    /// `2019-Q1`, `Q1 2019`.
    Quarter,
    /// `2024-W05`.
    Week,
    /// `2024-W05-3`.
    DayOfWeek,
    /// `2024-123`, `2024123`: any number as well.
    DayOfYear,
}

/// The longest cell that is a period: "September 2019" in any language.
const LONGEST: usize = 32;
/// A period has no more parts than these: "2019年1月".
const MOST_PARTS: usize = 4;

/// The first day of the period in a cell, and how it is written; `None` where it is none.
pub(super) fn period(cell: &str) -> Option<(Writing, NaiveDate)> {
    let text = trimmed(cell);
    if !(5..=LONGEST).contains(&text.len()) {
        return None;
    }
    let (parts, marks) = parts(text)?;
    let is_number = |part: &str| part.starts_with(|c: char| c.is_ascii_digit());
    let is = |part: &str, letters: &[&str]| letters.contains(&part);
    let year = |part: &str| -> Option<i32> {
        let year = part.parse().ok().filter(|_| part.len() == 4)?;
        YEARS.contains(&year).then_some(year)
    };
    let small = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 2);
    let month = |y: &str, m: &str| NaiveDate::from_ymd_opt(year(y)?, small(m)?, 1);
    let named = |year: i32, name: &str| {
        NaiveDate::from_ymd_opt(year, month_from_name(name).filter(|_| name.len() >= 3)?, 1)
    };
    let quarter = |y: &str, quarter: &str| {
        let quarter = small(quarter).filter(|quarter| (1..=4).contains(quarter))?;
        NaiveDate::from_ymd_opt(year(y)?, 3 * quarter - 2, 1)
    };
    let week = |y: &str, week: &str, day: &str| {
        let day: u8 = day.parse().ok().filter(|day| (1..=7).contains(day))?;
        let day = Weekday::try_from(day - 1).ok()?;
        NaiveDate::from_isoywd_opt(year(y)?, week.parse().ok()?, day)
    };
    let day_of_year = |y: &str, day: &str| {
        let day = day.parse().ok().filter(|_| day.len() == 3)?;
        NaiveDate::from_yo_opt(year(y)?, day)
    };
    let with = |writing: Writing| move |date: NaiveDate| (writing, date);
    match parts[..] {
        [number] if is_number(number) && number.len() == 6 => {
            month(&number[..4], &number[4..]).map(with(Writing::MonthNumber))
        }
        [number] if is_number(number) && number.len() == 7 => {
            day_of_year(&number[..4], &number[4..]).map(with(Writing::DayOfYear))
        }
        // "10.2019" is a number.
        [first, last] if is_number(first) && is_number(last) && is(marks, &["-", "/"]) => {
            month(first, last)
                .or_else(|| month(last, first))
                .map(with(Writing::Month))
                .or_else(|| day_of_year(first, last).map(with(Writing::DayOfYear)))
        }
        [name, last] if !is_number(name) && is_number(last) => match year(last) {
            Some(year) => named(year, name).map(with(Writing::Month)),
            None => {
                let year = small(last).filter(|_| last.len() == 2)?;
                named(2000 + i32::try_from(year).ok()?, name).map(with(Writing::ShortMonth))
            }
        },
        [first, name] if is_number(first) && !is_number(name) => {
            named(year(first)?, name).map(with(Writing::Month))
        }
        [y, letter, m] if is(letter, &["M", "m"]) => month(y, m).map(with(Writing::Month)),
        [y, letter, q] if is(letter, &["Q", "q"]) => quarter(y, q).map(with(Writing::Quarter)),
        [letter, q, y] if is(letter, &["Q", "q"]) => quarter(y, q).map(with(Writing::Quarter)),
        [y, "W" | "w", w] if w.len() == 2 => week(y, w, "1").map(with(Writing::Week)),
        [y, "W" | "w", w] if w.len() == 3 => {
            week(y, &w[..2], &w[2..]).map(with(Writing::DayOfWeek))
        }
        [y, "W" | "w", w, day] => week(y, w, day).map(with(Writing::DayOfWeek)),
        [y, "年", m, "月"] | [y, "년", m, "월"] => month(y, m).map(with(Writing::Month)),
        _ => None,
    }
}

/// Runs of digits and of letters, and the marks between them, all together.
fn parts(text: &str) -> Option<(Vec<&str>, &str)> {
    let is_mark = |c: char| matches!(c, '-' | '/' | ' ' | '.' | ',' | '\'' | '’');
    let mut parts = Vec::new();
    let (mut rest, mut marks) = (text, "");
    while let Some(first) = rest.chars().next() {
        let is_of_run = |c: char| match first.is_ascii_digit() {
            true => c.is_ascii_digit(),
            false => c.is_alphabetic(),
        };
        let end = rest.find(|c| !is_of_run(c)).unwrap_or(rest.len());
        if end == 0 || parts.len() == MOST_PARTS {
            return None;
        }
        parts.push(&rest[..end]);
        let after = rest[end..].trim_start_matches(is_mark);
        let between = &rest[end..rest.len() - after.len()];
        if between.len() > "’".len() || (after.is_empty() && !between.is_empty()) {
            return None;
        }
        marks = if between.is_empty() { marks } else { between };
        rest = after;
    }
    Some((parts, marks))
}

#[cfg(test)]
mod tests {
    use super::Writing::*;
    use super::*;

    #[test]
    fn periods_of_all_kinds_begin_on_their_first_day() {
        for (cell, writing, expected) in [
            ("2019-01", Month, "2019-01-01"),
            ("2019/1", Month, "2019-01-01"),
            ("12/2019", Month, "2019-12-01"),
            ("Jan 2019", Month, "2019-01-01"),
            ("Sept. 2019", Month, "2019-09-01"),
            ("März 2019", Month, "2019-03-01"),
            ("2019 Dec", Month, "2019-12-01"),
            ("Feb-2019", Month, "2019-02-01"),
            ("2019M07", Month, "2019-07-01"),
            ("2019年7月", Month, "2019-07-01"),
            ("2019년 7월", Month, "2019-07-01"),
            ("Feb-19", ShortMonth, "2019-02-01"),
            ("Feb '19", ShortMonth, "2019-02-01"),
            ("201902", MonthNumber, "2019-02-01"),
            ("2019-Q3", Quarter, "2019-07-01"),
            ("Q4 2019", Quarter, "2019-10-01"),
            ("2024-W01", Week, "2024-01-01"),
            ("2020-W53", Week, "2020-12-28"),
            ("2024-W05-3", DayOfWeek, "2024-01-31"),
            ("2024W053", DayOfWeek, "2024-01-31"),
            ("2024-060", DayOfYear, "2024-02-29"),
            ("2024060", DayOfYear, "2024-02-29"),
        ] {
            let expected = expected.parse().expect("a date");
            assert_eq!(period(cell), Some((writing, expected)), "{cell}");
        }
        for cell in [
            "",
            "2019",
            "2019.01",
            "01.2019",
            "2019-13",
            "2019-00",
            "2019-01-02",
            "1.5",
            "10 11/16",
            "1650-01",
            "Total 2019",
            "Q5 2019",
            "2024-W54",
            "2024-W05-8",
            "2023-366",
            "Jan 2, 2019",
            "2019-01-",
        ] {
            assert_eq!(period(cell), None, "{cell}");
        }
    }
}
