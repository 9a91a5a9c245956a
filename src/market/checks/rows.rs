//! Checks of rows by themselves: order, gaps, jumps, a last period that was not over.

use super::warning::DataWarning;
use crate::market::info::SeriesInfo;
use crate::market::row::{Field, Interval, Row};
use crate::market::source::Source;
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// More missing weekdays than this between two daily rows are a gap. A long holiday week and the
/// four days that followed 10 September 2001 are not.
const MOST_MISSING_WEEKDAYS: usize = 5;
/// More days than this between weekly rows are a gap.
const MOST_DAYS_BETWEEN_WEEKS: i64 = 21;
/// More days than this between monthly rows are a gap.
const MOST_DAYS_BETWEEN_MONTHS: i64 = 66;

/// Usual split ratios. 3:2 is no part of them: it counts in daily data only, for in a week or a
/// month a price can well fall by a third without a split.
const SPLIT_RATIOS: [f64; 13] = [
    2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 10.0, 15.0, 20.0, 25.0, 30.0, 50.0,
];

/// No split is a smaller jump: 3:2 less the 6 % that may be the day's own move.
pub(super) const SMALLEST_JUMP: f64 = 1.5 * 0.94;

/// Sorts rows by date. Returns how many stood out of order; newest-first data are in order.
pub(in crate::market) fn put_in_order(rows: &mut [Row]) -> usize {
    let descents = rows
        .windows(2)
        .filter(|pair| pair[1].date < pair[0].date)
        .count();
    let ascents = rows
        .windows(2)
        .filter(|pair| pair[1].date > pair[0].date)
        .count();
    if descents > 0 {
        if ascents == 0 {
            rows.reverse();
        } else {
            rows.sort_by_key(|row| row.date);
        }
    }
    descents.min(ascents)
}

/// Warnings about ordered rows; `out_of_order` is what [`put_in_order`] returned.
pub(in crate::market) fn warnings(
    info: &SeriesInfo,
    rows: &[Row],
    out_of_order: usize,
) -> Vec<DataWarning> {
    // A world is what its process made it.
    if matches!(info.source, Source::World(_)) {
        return Vec::new();
    }
    [
        disorder(out_of_order),
        gaps(info.interval, rows),
        splits(info, rows),
        unfinished_period(info.interval, rows),
    ]
    .into_iter()
    .flatten()
    .collect()
}

pub(super) fn disorder(out_of_order: usize) -> Option<DataWarning> {
    (out_of_order > 0).then_some(DataWarning::OutOfOrder { rows: out_of_order })
}

pub(super) fn gaps(interval: Interval, rows: &[Row]) -> Option<DataWarning> {
    let gaps: Vec<_> = rows
        .windows(2)
        .filter(|pair| is_gap(interval, pair[0].date, pair[1].date))
        .map(|pair| (pair[0].date, pair[1].date))
        .collect();
    let &(from, to) = gaps.iter().max_by_key(|(from, to)| *to - *from)?;
    Some(DataWarning::Gaps {
        count: gaps.len(),
        days: (to - from).num_days(),
        from,
        to,
        interval,
    })
}

pub(super) fn is_gap(interval: Interval, from: NaiveDate, to: NaiveDate) -> bool {
    let days = (to - from).num_days();
    match interval {
        // A fortnight or more always holds too many weekdays and a week never; counting costs time.
        Interval::Daily => {
            days >= 14 || (days > 7 && weekdays_between(from, to) > MOST_MISSING_WEEKDAYS)
        }
        Interval::Weekly => days > MOST_DAYS_BETWEEN_WEEKS,
        Interval::Monthly => days > MOST_DAYS_BETWEEN_MONTHS,
    }
}

/// Weekdays after `from` and before `to`.
pub(super) fn weekdays_between(from: NaiveDate, to: NaiveDate) -> usize {
    from.iter_days()
        .skip(1)
        .take_while(|day| *day < to)
        .filter(|day| is_weekday(*day))
        .count()
}

pub(super) fn is_weekday(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Raw closing prices jump on the day of a split; adjusted ones do not.
pub(super) fn splits(info: &SeriesInfo, rows: &[Row]) -> Option<DataWarning> {
    // Currencies are not split.
    if info.field != Field::Close || matches!(info.source, Source::Pair(_)) {
        return None;
    }
    let found: Vec<_> = rows
        .windows(2)
        .filter_map(|pair| {
            let ratio = split_ratio(info.interval, pair[0].price, pair[1].price)?;
            Some((pair[1].date, ratio, pair[1].price < pair[0].price))
        })
        .collect();
    let &(date, ratio, fell) = found.first()?;
    Some(DataWarning::Jumps {
        date,
        ratio,
        fell,
        more: found.len() - 1,
    })
}

/// The split ratio that a jump from one price to the next looks like.
pub(super) fn split_ratio(interval: Interval, before: f64, after: f64) -> Option<f64> {
    let jump = (before / after).max(after / before);
    // Nearly every day ends here, and there are thousands.
    if jump < SMALLEST_JUMP {
        return None;
    }
    // How much of the jump may be an ordinary move of the period.
    let tolerance = match interval {
        Interval::Daily => 0.06,
        Interval::Weekly => 0.12,
        Interval::Monthly => 0.15,
    };
    let usual = |ratio: &f64| (jump / ratio - 1.0).abs() <= tolerance;
    let three_for_two = (interval == Interval::Daily).then_some(1.5);
    SPLIT_RATIOS
        .into_iter()
        .chain(three_for_two)
        .filter(usual)
        .min_by(|a, b| (jump / a).ln().abs().total_cmp(&(jump / b).ln().abs()))
}

/// The last row of weekly or monthly data may stand for a period that was still going on.
fn unfinished_period(interval: Interval, rows: &[Row]) -> Option<DataWarning> {
    let last = rows.last()?.date;
    let unfinished = match interval {
        Interval::Daily => false,
        // A week ends on Friday, or on Thursday where Friday is a holiday.
        Interval::Weekly => last.weekday().num_days_from_monday() < 3,
        // Some months end on a holiday or two; four weekdays are more than that.
        Interval::Monthly => {
            let weekdays_left = (1..=31)
                .filter_map(|days| last.checked_add_days(Days::new(days)))
                .take_while(|day| day.month() == last.month())
                .filter(|day| is_weekday(*day))
                .count();
            weekdays_left >= 4
        }
    };
    unfinished.then_some(DataWarning::Unfinished { last, interval })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn info(interval: Interval, field: Field) -> SeriesInfo {
        SeriesInfo {
            source: Source::File {
                name: "test.csv".into(),
            },
            symbol: "TEST".into(),
            interval,
            field,
        }
    }

    fn rows(rows: &[(&str, f64)]) -> Vec<Row> {
        rows.iter()
            .map(|&(day, price)| Row::of_price(day.parse().expect("a date"), price))
            .collect()
    }

    fn found(interval: Interval, field: Field, data: &[(&str, f64)]) -> Vec<DataWarning> {
        warnings(&info(interval, field), &rows(data), 0)
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn six_missing_weekdays_are_a_gap_and_four_are_not() {
        // 11 to 14 September 2001: four weekdays.
        let closed = [("2001-09-10", 96.5), ("2001-09-17", 93.8)];
        assert_eq!(found(Interval::Daily, Field::AdjustedClose, &closed), []);
        // Monday to Wednesday of the next week but one day: Tue–Fri, Mon, Tue = six.
        let gap = [("2024-03-04", 10.0), ("2024-03-13", 10.0)];
        assert_eq!(
            found(Interval::Daily, Field::AdjustedClose, &gap),
            [DataWarning::Gaps {
                count: 1,
                days: 9,
                from: day("2024-03-04"),
                to: day("2024-03-13"),
                interval: Interval::Daily,
            }]
        );
    }

    #[test]
    fn several_gaps_are_one_warning_that_names_the_longest() {
        let data = [
            ("2024-01-02", 10.0),
            ("2024-01-22", 10.0),
            ("2024-01-23", 10.0),
            ("2024-03-25", 10.0),
        ];
        assert_eq!(
            found(Interval::Daily, Field::Close, &data),
            [DataWarning::Gaps {
                count: 2,
                days: 62,
                from: day("2024-01-23"),
                to: day("2024-03-25"),
                interval: Interval::Daily,
            }]
        );
    }

    #[test]
    fn a_jump_of_a_split_is_named_on_raw_closes_only() {
        // Apple's 7:1 of June 2014.
        let data = [("2014-06-06", 645.57), ("2014-06-09", 93.7)];
        assert_eq!(
            found(Interval::Daily, Field::Close, &data),
            [DataWarning::Jumps {
                date: day("2014-06-09"),
                ratio: 7.0,
                fell: true,
                more: 0,
            }]
        );
        assert_eq!(found(Interval::Daily, Field::AdjustedClose, &data), []);
    }

    #[test]
    fn a_reverse_split_is_named_and_an_ordinary_crash_is_not() {
        let reverse = [("2024-01-02", 1.01), ("2024-01-03", 10.0)];
        assert_eq!(
            found(Interval::Daily, Field::Close, &reverse),
            [DataWarning::Jumps {
                date: day("2024-01-03"),
                ratio: 10.0,
                fell: false,
                more: 0,
            }]
        );
        // A fall by a quarter (1.33:1) is no usual ratio.
        let crash = [("2024-01-02", 100.0), ("2024-01-03", 75.0)];
        assert_eq!(found(Interval::Daily, Field::Close, &crash), []);
    }

    #[test]
    fn the_last_week_or_month_may_be_unfinished() {
        let july = [
            ("2023-05-31", 35.6),
            ("2023-06-30", 37.2),
            ("2023-07-03", 37.3),
        ];
        let unfinished = |last, interval| [DataWarning::Unfinished { last, interval }];
        assert_eq!(
            found(Interval::Monthly, Field::AdjustedClose, &july),
            unfinished(day("2023-07-03"), Interval::Monthly)
        );
        // Good Friday: March 2018 ended on Thursday the 29th.
        let march = [("2018-02-28", 93.8), ("2018-03-29", 91.3)];
        assert_eq!(found(Interval::Monthly, Field::AdjustedClose, &march), []);
        let thursday = [("2021-03-26", 619.0), ("2021-04-01", 662.0)];
        assert_eq!(found(Interval::Weekly, Field::AdjustedClose, &thursday), []);
        let tuesday = [("2021-03-26", 619.0), ("2021-03-30", 662.0)];
        assert_eq!(
            found(Interval::Weekly, Field::AdjustedClose, &tuesday),
            unfinished(day("2021-03-30"), Interval::Weekly)
        );
    }

    #[test]
    fn disorder_counts_the_rows_against_the_prevailing_direction() {
        let mut newest_first = rows(&[("2024-01-04", 1.0), ("2024-01-03", 1.0)]);
        assert_eq!(put_in_order(&mut newest_first), 0);
        let mut mixed = rows(&[
            ("2024-01-02", 1.0),
            ("2024-01-04", 1.0),
            ("2024-01-03", 1.0),
            ("2024-01-05", 1.0),
        ]);
        assert_eq!(put_in_order(&mut mixed), 1);
        assert!(mixed.windows(2).all(|pair| pair[0].date < pair[1].date));
    }
}
