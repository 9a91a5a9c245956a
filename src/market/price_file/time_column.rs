//! Dates that are written as one number: eight digits, or a count since 1970. Any large number could be
//! one, so a column of them must behave as days do: nearly all cells, in one direction, at one time of
//! the day, a trading day or a month apart and not decades. Volumes do not.

use super::calendar::DateOrder;
use super::dates::date;
use super::unix_time::{SECONDS_OF_A_DAY, unix_seconds};
use chrono::{DateTime, Datelike, NaiveDate, Timelike, Weekday};

/// So many rows, one after the other, show how a column behaves.
const ROWS: usize = 1000;
/// Of a hundred cells that are not empty, so many are dates.
const MOST_PERCENT: usize = 80;
/// Of a hundred steps, so many may go the other way: where another share's rows begin.
const TURNS_PERCENT: usize = 12;
/// A count of seconds below this, three years about 1970, may be any number.
const SMALL_SECONDS: i64 = 100_000_000;
/// The digits of seconds, less those of smaller units, of a time that is known by its length.
const FEWEST_DIGITS: usize = 9;
/// No rows are further apart than a year.
const LONGEST_STEP: i64 = 400 * SECONDS_OF_A_DAY;

/// The order of a column of numbers that are dates; `None` where they are something else. Times less than a day
/// apart are any count that grows, too: who asks says whether they may be dates.
pub(super) fn counted_order<'a>(
    cells: impl Iterator<Item = &'a str> + Clone,
    may_be_within_days: bool,
) -> Option<DateOrder> {
    let filled: Vec<&str> = cells
        .filter(|cell| cell.bytes().any(|byte| byte.is_ascii_digit()))
        .take(ROWS)
        .collect();
    let is_most = |count: usize| count > 0 && count * 100 >= filled.len() * MOST_PERCENT;
    let is_compact = |cell: &&&str| date(cell, DateOrder::Compact).is_some();
    if is_most(filled.iter().filter(is_compact).count()) {
        return Some(DateOrder::Compact);
    }
    DateOrder::UNIX.into_iter().find(|order| {
        let times: Vec<i64> = (filled.iter())
            .filter_map(|cell| unix_seconds(cell, *order))
            .collect();
        is_most(times.len()) && are_days(&times, may_be_within_days)
    })
}

/// Whether a number is as long as a count since 1970 of these days.
pub(super) fn is_known_by_length(cell: &str) -> bool {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    digits >= FEWEST_DIGITS
        && DateOrder::UNIX.into_iter().any(|order| {
            unix_seconds(cell, order).is_some_and(|seconds| seconds.abs() >= SMALL_SECONDS)
        })
}

/// Whether times follow each other as days do.
fn are_days(times: &[i64], may_be_within_days: bool) -> bool {
    let steps: Vec<i64> = times.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let forward = steps.iter().filter(|step| **step > 0).count();
    let backward = steps.iter().filter(|step| **step < 0).count();
    let small = times.iter().all(|time| time.abs() < SMALL_SECONDS);
    let mut sizes: Vec<i64> = steps
        .iter()
        .map(|step| step.abs())
        .filter(|it| *it > 0)
        .collect();
    if sizes.is_empty() {
        // One row, or one day for all: only its length speaks for it.
        return !small;
    }
    let middle = sizes.len() / 2;
    let (_, usual, _) = sizes.select_nth_unstable(middle);
    let usual = *usual;
    let in_one_direction = forward.min(backward) * 100 <= (forward + backward) * TURNS_PERCENT;
    if !in_one_direction || usual > LONGEST_STEP {
        return false;
    }
    if small {
        // Row numbers are counts of seconds, too; days are whole ones.
        let whole = steps.iter().filter(|step| **step % SECONDS_OF_A_DAY == 0);
        return usual >= SECONDS_OF_A_DAY && whole.count() * 100 >= steps.len() * MOST_PERCENT;
    }
    // Of two days' last trades one may be some hours earlier in its day.
    match usual < SECONDS_OF_A_DAY * 5 / 6 {
        true => may_be_within_days,
        false => at_one_time_of_day(times),
    }
}

/// Whether most times are within the same two hours of the day: a market's time by Greenwich moves by
/// one with the summer.
fn at_one_time_of_day(times: &[i64]) -> bool {
    let mut hours = [0_usize; 24];
    for time in times {
        // From half to half, so that a few seconds before the hour are of it.
        let hour = (time + 1800).rem_euclid(SECONDS_OF_A_DAY) / 3600;
        hours[hour as usize] += 1;
    }
    let next = |hour: usize| hours[(hour + 1) % hours.len()];
    let most = (0..hours.len()).map(|hour| hours[hour] + next(hour)).max();
    most.unwrap_or_default() * 100 >= times.len() * MOST_PERCENT
}

/// Whether times by Greenwich are of a midnight further east: all in the evening at a full hour, or at that of
/// India, on Sundays but never on a Friday; or all on the last day of a month, a weekend's too, for months that
/// begin at that midnight.
pub(super) fn is_evening_before<'a>(
    cells: impl Iterator<Item = &'a str>,
    order: DateOrder,
) -> bool {
    /// Midnight of the easternmost zones; markets that trade on Sundays close before.
    const FIRST_HOUR: u32 = 13;
    /// On Sundays it is Monday from here on for all who trade: to the east by the clock, and in Chicago by its rules.
    const LATE_HOUR: u32 = 22;
    const FEWEST_ROWS: usize = 5;
    const FEWEST_MONTHS: usize = 3;
    const FEWEST_LATE_ROWS: usize = 2;
    let (mut rows, mut fridays, mut saturdays, mut sundays) = (0, 0, 0, 0);
    let (mut are_month_ends, mut are_late) = (true, true);
    for cell in cells.filter(|cell| date(cell, order).is_some()).take(ROWS) {
        let Some((day, hour)) = full_hour(cell, order) else {
            return false;
        };
        if hour < FIRST_HOUR {
            return false;
        }
        rows += 1;
        match day.weekday() {
            Weekday::Fri => fridays += 1,
            Weekday::Sat => saturdays += 1,
            Weekday::Sun => sundays += 1,
            _ => {}
        }
        are_month_ends &= day.succ_opt().is_some_and(|next| next.day() == 1);
        are_late &= hour >= LATE_HOUR;
    }
    let enough = if are_late {
        FEWEST_LATE_ROWS
    } else {
        FEWEST_ROWS
    };
    let are_days = rows >= enough && sundays > 0 && fridays + saturdays == 0;
    are_days || (rows >= FEWEST_MONTHS && are_month_ends && saturdays + sundays > 0)
}

/// The day and the hour of a time by Greenwich that is a full one, or midnight in India. (No other half hour:
/// Tel Aviv trades on Sundays and closes at one.)
fn full_hour(cell: &str, order: DateOrder) -> Option<(NaiveDate, u32)> {
    if let Some(seconds) = unix_seconds(cell, order) {
        let time = DateTime::from_timestamp(seconds, 0)?;
        let is_full =
            seconds % 3600 == 0 || seconds.rem_euclid(SECONDS_OF_A_DAY) == 18 * 3600 + 1800;
        return is_full.then(|| (time.date_naive(), time.hour()));
    }
    let day = date(cell, order)?;
    let text = cell.trim();
    let zone = text.ends_with('Z') || text.ends_with("+00:00");
    let (before, after) = text.split_once(':')?;
    let hour = before.get(before.len().checked_sub(2)?..)?.parse().ok()?;
    let is_full = after.starts_with("00") || (hour == 18 && after.starts_with("30"));
    (zone && is_full).then_some((day, hour))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(cells: &[String]) -> Option<DateOrder> {
        counted_order(cells.iter().map(String::as_str), true)
    }

    #[test]
    fn times_of_each_unit_are_dates() {
        for (units, expected) in [1, 1_000, 1_000_000, 1_000_000_000]
            .into_iter()
            .zip(DateOrder::UNIX)
        {
            for first in [1_700_000_000_i64, 0, -40_000_000] {
                // Midnights, each a day after the other, the newest first as well.
                let first = first - first % SECONDS_OF_A_DAY;
                let cell = |day: i64| ((first + day * SECONDS_OF_A_DAY) * units).to_string();
                let mut cells: Vec<_> = (0..30).map(cell).collect();
                assert_eq!(order(&cells), Some(expected), "{cells:?}");
                cells.reverse();
                assert_eq!(order(&cells), Some(expected), "{cells:?}");
            }
        }
    }

    #[test]
    fn neither_volumes_nor_row_numbers_nor_prices_are_dates() {
        let volumes = (0..60_i64)
            .map(|row| (1_104_537_600 + row * row * 7_919_113 % 900_000_000).to_string());
        assert_eq!(order(&volumes.collect::<Vec<_>>()), None);
        for first in [0, 1, 1_000] {
            let numbers: Vec<_> = (first..first + 60).map(|row| row.to_string()).collect();
            assert_eq!(order(&numbers), None);
        }
        let prices: Vec<_> = (0..60)
            .map(|row| format!("{}.{}", 97_000 + row, row))
            .collect();
        assert_eq!(order(&prices), None);
    }

    #[test]
    fn minutes_are_times_too() {
        let minutes: Vec<_> = (0..60)
            .map(|row| (1_700_000_000 + 60 * row).to_string())
            .collect();
        assert_eq!(order(&minutes), Some(DateOrder::UnixSeconds));
        let under_another_name = counted_order(minutes.iter().map(String::as_str), false);
        assert_eq!(under_another_name, None);
    }

    #[test]
    fn a_month_further_east_begins_on_the_evening_before() {
        let evening = |days: &[&str], hour: &str| {
            let cells: Vec<_> = days.iter().map(|day| format!("{day}T{hour}:00Z")).collect();
            is_evening_before(cells.iter().map(String::as_str), DateOrder::YearMonthDay)
        };
        // A Friday, a Sunday, a Tuesday.
        let months = ["2024-05-31", "2024-06-30", "2024-07-31", "2024-08-31"];
        for (hour, expected) in [
            ("22:00", true),
            ("18:30", true),
            ("15:00", true),
            ("00:00", false),
        ] {
            assert_eq!(evening(&months, hour), expected, "{hour}");
        }
        // The last days that a market was open, and days of which each was one.
        assert!(!evening(
            &["2024-05-31", "2024-06-28", "2024-07-31", "2024-08-30"],
            "22:00"
        ));
        assert!(!evening(
            &["2024-01-31", "2024-02-29", "2024-04-30", "2024-05-31"],
            "22:00"
        ));
        let summer_and_winter = [
            "2019-12-31T23:00:00Z",
            "2020-02-29T23:00:00Z",
            "2020-03-31T22:00:00Z",
        ];
        assert!(is_evening_before(
            summer_and_winter.into_iter(),
            DateOrder::YearMonthDay
        ));
    }

    #[test]
    fn a_midnight_further_east_is_known_by_its_sundays() {
        // Sunday 7 to Thursday 11 January 2024, 23:00 by Greenwich: Monday to Friday in Berlin.
        let berlin: Vec<_> = (7..12)
            .map(|day| format!("2024-01-{day:02}T23:00:00.000Z"))
            .collect();
        let evening =
            |cells: &[String], order| is_evening_before(cells.iter().map(String::as_str), order);
        assert!(evening(&berlin, DateOrder::YearMonthDay));
        let unix: Vec<_> = (0..5)
            .map(|day| (1_704_668_400 + day * SECONDS_OF_A_DAY).to_string())
            .collect();
        assert!(evening(&unix, DateOrder::UnixSeconds));
        let mumbai: Vec<_> = (7..12)
            .map(|day| format!("2024-01-{day:02}T18:30:00.000Z"))
            .collect();
        assert!(evening(&mumbai, DateOrder::YearMonthDay));
        let unix: Vec<_> = (0..5)
            .map(|day| (1_704_652_200 + day * SECONDS_OF_A_DAY).to_string())
            .collect();
        assert!(evening(&unix, DateOrder::UnixSeconds));
        let tel_aviv: Vec<_> = (7..12)
            .map(|day| format!("2024-01-{day:02}T14:30:00Z"))
            .collect();
        assert!(!evening(&tel_aviv, DateOrder::YearMonthDay));
        // New York's close, Monday to Friday, and Riyadh's afternoon.
        let new_york: Vec<_> = (8..13)
            .map(|day| format!("2024-01-{day:02}T21:00:00Z"))
            .collect();
        assert!(!evening(&new_york, DateOrder::YearMonthDay));
        let riyadh: Vec<_> = (7..12)
            .map(|day| format!("2024-01-{day:02}T12:00:00Z"))
            .collect();
        assert!(!evening(&riyadh, DateOrder::YearMonthDay));
        // Two evenings of a Sunday and a Monday, and the same in the afternoon.
        assert!(evening(&berlin[..2], DateOrder::YearMonthDay));
        assert!(!evening(&mumbai[..2], DateOrder::YearMonthDay));
        assert!(!evening(&berlin[1..], DateOrder::YearMonthDay));
    }
}
