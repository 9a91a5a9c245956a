//! Series for this module's tests.

use crate::market::{Field, Interval, Row, Series, SeriesInfo, Source};
use chrono::{Days, NaiveDate};

/// A daily series of these prices.
pub fn series(prices: &[f64]) -> Series {
    let first = NaiveDate::from_ymd_opt(2001, 1, 1).unwrap();
    let rows = prices
        .iter()
        .enumerate()
        .map(|(day, price)| Row::of_price(first + Days::new(day as u64), *price))
        .collect();
    let info = SeriesInfo {
        source: Source::default(),
        symbol: "TEST".into(),
        interval: Interval::Daily,
        field: Field::AdjustedClose,
    };
    Series::new(info, rows).unwrap()
}

/// A wavy, slowly rising price: every value differs from its neighbours.
pub fn wave(rows: usize) -> Vec<f64> {
    (0..rows)
        .map(|day| {
            let day = day as f64;
            100.0 + 0.05 * day + 5.0 * (0.7 * day).sin() + 2.0 * (1.9 * day).cos()
        })
        .collect()
}
