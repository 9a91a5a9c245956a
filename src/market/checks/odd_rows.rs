//! What is done about odd prices where the visitor wants it: rows are left out, decimal points are moved. The
//! original is the caller's to keep; the new series says in its warnings what was done.

use super::changed::said_anew;
use super::odd_prices::{PriceKind, Spike};
use super::warning::DataWarning;
use crate::market::row::{Field, Row};
use crate::market::series::Series;
use chrono::NaiveDate;

/// The series without the rows of these spikes. A series of nothing else stays as it is.
#[must_use]
pub fn leave_out(series: &Series, spikes: &[Spike]) -> Series {
    let is_odd = |row: &&Row| spikes.iter().any(|spike| spike.date == row.date);
    let rows: Vec<Row> = (series.rows().iter())
        .filter(|row| !is_odd(row))
        .cloned()
        .collect();
    let count = series.len() - rows.len();
    let first = series.rows().iter().find(is_odd);
    let (Some(first), false) = (first, rows.is_empty()) else {
        return series.clone();
    };
    let done = DataWarning::OddLeftOut {
        rows: count,
        first: first.date,
    };
    said_anew(series, rows, [done])
}

/// The series with the decimal points of these spikes moved, where that is what is wrong with them.
#[must_use]
pub fn correct(series: &Series, spikes: &[Spike]) -> Series {
    let mut rows = series.rows().to_vec();
    let mut days: Vec<NaiveDate> = Vec::new();
    for spike in spikes {
        let row = rows.binary_search_by_key(&spike.date, |row| row.date);
        let (Ok(row), Some(places)) = (row, spike.places_off()) else {
            continue;
        };
        move_point(&mut rows[row], spike, places, series.info().field);
        days.push(spike.date);
    }
    // Of one row several prices may be off.
    days.dedup();
    match days.first() {
        None => series.clone(),
        Some(first) => {
            let done = DataWarning::OddCorrected {
                rows: days.len(),
                first: *first,
            };
            said_anew(series, rows, [done])
        }
    }
}

fn move_point(row: &mut Row, spike: &Spike, places: i32, field: Field) {
    let moved = |value: f64| moved_by(value, places);
    match (spike.kind, field) {
        (PriceKind::Open, _) => row.open = row.open.map(moved),
        (PriceKind::High, _) => row.high = row.high.map(moved),
        (PriceKind::Low, _) => row.low = row.low.map(moved),
        (PriceKind::Close, _) => {
            // A close that is the price is the same number twice.
            if row.close == Some(spike.value) {
                row.close = row.close.map(moved);
            }
            if field == Field::Close {
                row.price = moved(row.price);
            }
        }
        (PriceKind::AdjustedClose, Field::AdjustedClose) => row.price = moved(row.price),
        (PriceKind::AdjustedClose, Field::Close) => {}
    }
}

/// The number with its decimal point moved, to the last digit: a product of two floating-point numbers would
/// show digits that nobody wrote.
fn moved_by(value: f64, places: i32) -> f64 {
    let text = format!("{value:e}");
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent = exponent.parse::<i32>().unwrap_or_default() + places;
    format!("{digits}e{exponent}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::market::checks::DataReport;
    use crate::market::info::SeriesInfo;
    use crate::market::row::Interval;
    use crate::market::source::Source;

    /// Sixty days about a hundred, with two decimals.
    fn series(field: Field, change: impl Fn(&mut [Row])) -> Series {
        let first: NaiveDate = "2024-01-01".parse().expect("a date");
        let mut rows: Vec<Row> = (first.iter_days().take(60).enumerate())
            .map(|(at, date)| {
                let cents = |more: usize| (10_000 + 5 * ((at * 37) % 60) + more) as f64 / 100.0;
                Row {
                    open: Some(cents(10)),
                    high: Some(cents(30)),
                    low: Some(cents(0)),
                    close: Some(cents(20)),
                    ..Row::of_price(date, cents(20))
                }
            })
            .collect();
        change(&mut rows);
        let info = SeriesInfo {
            source: Source::File {
                name: "test.csv".into(),
            },
            symbol: "TEST".into(),
            interval: Interval::Daily,
            field,
        };
        Series::new(info, rows).expect("good rows")
    }

    fn corrected(series: &Series) -> Series {
        correct(series, &DataReport::of(series).odd.spikes)
    }

    #[test]
    fn every_field_that_is_off_gets_its_digits_back() {
        let good = series(Field::Close, |_| {});
        for factor in ["e1", "e2", "e-1", "e-2"] {
            let off = |value: f64| format!("{value}{factor}").parse::<f64>().expect("a number");
            let odd = series(Field::Close, |rows| {
                rows[20].price = off(rows[20].price);
                rows[20].close = Some(rows[20].price);
                rows[33].high = rows[33].high.map(off);
                rows[40].low = rows[40].low.map(off);
                rows[41].open = rows[41].open.map(off);
            });
            let corrected = corrected(&odd);
            assert_eq!(corrected.rows(), good.rows(), "{factor}");
            let done = DataWarning::OddCorrected {
                rows: 4,
                first: good.rows()[20].date,
            };
            assert_eq!(corrected.warnings(), [done]);
            assert!(DataReport::of(&corrected).odd.spikes.is_empty());
        }
    }

    #[test]
    fn an_adjusted_close_and_the_close_beside_it_are_corrected_by_themselves() {
        let good = series(Field::AdjustedClose, |_| {});
        let odd = series(Field::AdjustedClose, |rows| {
            rows[20].price *= 100.0;
            rows[30].close = rows[30].close.map(|close| close * 10.0);
        });
        let corrected = corrected(&odd);
        assert_eq!(corrected.rows()[30], good.rows()[30]);
        assert!((corrected.rows()[20].price - good.rows()[20].price).abs() < 1e-9);
        assert_eq!(corrected.rows()[20].close, good.rows()[20].close);
    }

    #[test]
    fn what_is_wrong_otherwise_stays() {
        let odd = series(Field::Close, |rows| rows[20].price *= 3.0);
        assert_eq!(DataReport::of(&odd).odd.spikes.len(), 1);
        assert_eq!(corrected(&odd), odd);
    }
}
