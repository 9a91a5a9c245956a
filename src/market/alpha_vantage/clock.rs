//! Time as the service keeps it: US/Eastern, as every answer's meta data say.
//!
//! The two rules of the United States' summer time are spelt out here: a time zone database would be
//! larger than the rest of the page's logic.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, Timelike, Weekday};

/// From this hour the day's closing prices are taken to be out: the markets close at 16:00.
const CLOSE_IS_OUT_HOUR: u32 = 17;

/// The date and time in New York. `None` for a time that no calendar has.
pub fn eastern_time(unix_ms: f64) -> Option<NaiveDateTime> {
    let utc = DateTime::from_timestamp_millis(unix_ms as i64)?.naive_utc();
    let standard = utc.checked_sub_signed(TimeDelta::hours(5))?;
    let year = standard.year();
    // At 2:00 standard time on the second Sunday of March, and at 2:00 summer time, which is 1:00
    // standard time, on the first Sunday of November (Energy Policy Act of 2005, section 110).
    let begins = nth_sunday(year, 3, 2)?.and_hms_opt(2, 0, 0)?;
    let ends = nth_sunday(year, 11, 1)?.and_hms_opt(1, 0, 0)?;
    let summer = (begins..ends).contains(&standard);
    if summer {
        standard.checked_add_signed(TimeDelta::hours(1))
    } else {
        Some(standard)
    }
}

/// The newest trading day whose close can be known at a time: until 17:00 in New York the day before,
/// and over the weekend Friday. Two requests of one trading day get the same answer, but for holidays,
/// on which the second one is asked in vain.
pub fn trading_day(unix_ms: f64) -> Option<NaiveDate> {
    let eastern = eastern_time(unix_ms)?;
    let mut day = eastern.date();
    if eastern.hour() < CLOSE_IS_OUT_HOUR {
        day = day.checked_sub_days(Days::new(1))?;
    }
    let days_after_friday = match day.weekday() {
        Weekday::Sat => 1,
        Weekday::Sun => 2,
        _ => 0,
    };
    day.checked_sub_days(Days::new(days_after_friday))
}

/// The date at Greenwich. `None` for a time that no calendar has.
pub fn utc_day(unix_ms: f64) -> Option<NaiveDate> {
    DateTime::from_timestamp_millis(unix_ms as i64).map(|time| time.date_naive())
}

fn nth_sunday(year: i32, month: u32, nth: u8) -> Option<NaiveDate> {
    NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Sun, nth)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ms(utc: &str) -> f64 {
        let time: NaiveDateTime = utc.parse().expect("a time");
        time.and_utc().timestamp_millis() as f64
    }

    fn eastern(utc: &str) -> String {
        eastern_time(ms(utc)).expect("a time").to_string()
    }

    fn day(utc: &str) -> String {
        trading_day(ms(utc)).expect("a day").to_string()
    }

    #[test]
    fn new_york_is_five_hours_behind_in_winter_and_four_in_summer() {
        assert_eq!(eastern("2026-01-15T12:00:00"), "2026-01-15 07:00:00");
        assert_eq!(eastern("2026-07-15T12:00:00"), "2026-07-15 08:00:00");
        // 2026: summer time from 8 March, 7:00 UTC, to 1 November, 6:00 UTC.
        assert_eq!(eastern("2026-03-08T06:59:59"), "2026-03-08 01:59:59");
        assert_eq!(eastern("2026-03-08T07:00:00"), "2026-03-08 03:00:00");
        assert_eq!(eastern("2026-11-01T05:59:59"), "2026-11-01 01:59:59");
        assert_eq!(eastern("2026-11-01T06:00:00"), "2026-11-01 01:00:00");
        assert_eq!(eastern("2026-01-01T03:00:00"), "2025-12-31 22:00:00");
    }

    #[test]
    fn a_trading_day_lasts_from_one_close_to_the_next() {
        // Wednesday, 15 July 2026; 17:00 in New York is 21:00 UTC.
        assert_eq!(day("2026-07-15T12:00:00"), "2026-07-14");
        assert_eq!(day("2026-07-15T20:59:59"), "2026-07-14");
        assert_eq!(day("2026-07-15T21:00:00"), "2026-07-15");
        assert_eq!(day("2026-07-16T03:00:00"), "2026-07-15");
    }

    #[test]
    fn the_weekend_belongs_to_friday() {
        for time in [
            "2026-07-17T21:00:00",
            "2026-07-18T12:00:00",
            "2026-07-19T23:00:00",
            "2026-07-20T20:59:00",
        ] {
            assert_eq!(day(time), "2026-07-17", "{time}");
        }
        assert_eq!(day("2026-07-20T21:00:00"), "2026-07-20");
    }

    #[test]
    fn a_time_beyond_all_calendars_is_none() {
        assert_eq!(eastern_time(f64::MAX), None);
        assert_eq!(trading_day(f64::INFINITY), None);
        assert!(trading_day(0.0).is_some());
    }
}
