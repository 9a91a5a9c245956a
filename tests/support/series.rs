//! Series of made-up prices, for the tests of what needs no engine.

use chrono::{Days, NaiveDate};
use hindcast::market::{Field, Interval, Row, Series, SeriesInfo, Source};

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
