//! A second series beside the first, by date: for each row of the first, the other's last price on that date or
//! before it. Nothing of a later date reaches a row, whatever the two calendars are.

use super::row::{Interval, Row};
use chrono::{Days, NaiveDate};

/// How many days a price is carried on where none follows: over holidays, and no further, so that a series that
/// ended, or has a hole, is not read as one that stands still.
fn carried_days(interval: Interval) -> u64 {
    match interval {
        Interval::Daily => 14,
        Interval::Weekly => 21,
        Interval::Monthly => 62,
    }
}

/// Gives each of the rows the other's price; `None` where it has none yet, or none any more. Both are oldest first.
pub(super) fn put_beside(rows: &mut [Row], other: &[Row], interval: Interval) {
    let carried = Days::new(carried_days(interval));
    let is_carried = |from: NaiveDate, to: NaiveDate| {
        from.checked_add_days(carried).is_none_or(|last| to <= last)
    };
    let mut coming = other.iter().peekable();
    let mut last: Option<&Row> = None;
    for row in rows {
        while let Some(known) = coming.next_if(|next| next.date <= row.date) {
            last = Some(known);
        }
        let known = last.filter(|known| is_carried(known.date, row.date));
        row.other = known.map(|known| known.price);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::market::info::SeriesInfo;
    use crate::market::row::Field;
    use crate::market::series::Series;
    use crate::market::source::Source;
    use crate::market::{fingerprint, fingerprint_of_other};
    use std::sync::Arc;

    fn series(interval: Interval, rows: &[(&str, f64)]) -> Series {
        let info = SeriesInfo {
            source: Source::File {
                name: "test.csv".into(),
            },
            symbol: "TEST".into(),
            interval,
            field: Field::Close,
        };
        let rows = rows.iter().map(|&(day, price)| {
            let date = day.parse().expect("a date");
            Row::of_price(date, price)
        });
        Series::new(info, rows.collect()).expect("good rows")
    }

    fn daily(rows: &[(&str, f64)]) -> Series {
        series(Interval::Daily, rows)
    }

    fn beside(first: &Series, other: Series) -> Vec<Option<f64>> {
        let both = first.clone().beside(Some(Arc::new(other)));
        both.rows().iter().map(|row| row.other).collect()
    }

    #[test]
    fn each_day_has_the_others_last_price_and_none_of_a_later_day() {
        // Friday, Monday, Tuesday, Wednesday.
        let first = daily(&[
            ("2024-03-01", 1.0),
            ("2024-03-04", 2.0),
            ("2024-03-05", 3.0),
            ("2024-03-06", 4.0),
        ]);
        // It trades on Saturday, and not on Tuesday.
        let other = daily(&[
            ("2024-03-01", 10.0),
            ("2024-03-02", 11.0),
            ("2024-03-04", 12.0),
            ("2024-03-06", 14.0),
            ("2024-03-07", 15.0),
        ]);
        let known = [Some(10.0), Some(12.0), Some(12.0), Some(14.0)];
        assert_eq!(beside(&first, other), known);
    }

    #[test]
    fn no_change_of_a_later_day_reaches_a_row() {
        let days = ["2024-03-01", "2024-03-04", "2024-03-05", "2024-03-07"];
        let first = daily(&days.map(|day| (day, 1.0)));
        let other = |changed: usize| {
            let price = |place: usize| if place < changed { 2.0 } else { 9.0 };
            let days = ["2024-02-29", "2024-03-03", "2024-03-06", "2024-03-08"];
            let rows = days.iter().enumerate();
            let rows: Vec<(&str, f64)> = rows.map(|(place, day)| (*day, price(place))).collect();
            beside(&first, daily(&rows))
        };
        let unchanged = other(4);
        // The first day that a change of so much can reach.
        for (changed, reached) in [(0, 0), (1, 1), (2, 3), (3, 4)] {
            let found = other(changed);
            assert_eq!(found[..reached], unchanged[..reached], "from row {changed}");
            assert!(found[reached..].iter().all(|price| *price == Some(9.0)));
        }
    }

    #[test]
    fn before_its_first_day_and_long_after_a_price_nothing_is_known() {
        let first = daily(&[
            ("2024-01-02", 1.0),
            ("2024-01-03", 1.0),
            ("2024-01-17", 1.0),
            ("2024-01-18", 1.0),
            ("2024-06-03", 1.0),
        ]);
        let other = daily(&[("2024-01-03", 5.0), ("2024-06-01", 6.0)]);
        let known = [None, Some(5.0), Some(5.0), None, Some(6.0)];
        assert_eq!(beside(&first, other), known);
    }

    #[test]
    fn days_carry_over_weeks_and_months_as_long_as_their_own_rows_are_apart() {
        let weeks = series(
            Interval::Weekly,
            &[("2024-01-05", 1.0), ("2024-01-12", 1.0)],
        );
        let other = daily(&[("2024-01-04", 5.0), ("2024-01-08", 6.0)]);
        assert_eq!(beside(&weeks, other), [Some(5.0), Some(6.0)]);
        let months = series(
            Interval::Monthly,
            &[("2024-01-31", 1.0), ("2024-03-29", 1.0)],
        );
        let other = series(Interval::Monthly, &[("2024-01-31", 5.0)]);
        assert_eq!(beside(&months, other), [Some(5.0), Some(5.0)]);
    }

    #[test]
    fn what_is_beside_prices_can_be_taken_away_and_is_no_part_of_their_number() {
        let first = daily(&[("2024-03-01", 1.0), ("2024-03-04", 2.0)]);
        let other = Arc::new(daily(&[("2024-03-01", 7.0)]));
        let both = first.clone().beside(Some(other.clone()));
        assert_eq!(both.other(), Some(&other));
        assert_eq!(fingerprint(&both), fingerprint(&first));
        let numbers = [&first, &both].map(|series| fingerprint_of_other(series.rows()));
        assert_ne!(numbers[0], numbers[1]);
        assert_eq!(both.with_rows(both.rows().to_vec()), Ok(both.clone()));
        assert_eq!(both.beside(None), first);
    }
}
