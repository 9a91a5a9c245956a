//! A series as bytes, to be kept on a device: a tenth of the time and half the room that its JSON
//! takes. An [`envelope`] with the description of the series; its values are for each row the day (from
//! the first of the common era) and six numbers, little endian; a number that is not there is NaN.

use super::info::SeriesInfo;
use super::row::Row;
use super::series::Series;
use crate::envelope;
use chrono::{Datelike, NaiveDate};

/// Longer series are not kept: a century of days has fewer.
pub const MOST_ROWS: usize = 30_000;
const NUMBERS: usize = 6;
const ROW_BYTES: usize = 4 + 8 * NUMBERS;

/// `None` for a series that is too long to be kept.
pub fn pack(series: &Series) -> Option<Vec<u8>> {
    if series.len() > MOST_ROWS {
        return None;
    }
    let mut bytes = envelope::begin(series.info(), series.len() * ROW_BYTES).ok()?;
    for row in series.rows() {
        bytes.extend_from_slice(&row.date.num_days_from_ce().to_le_bytes());
        let others = [row.open, row.high, row.low, row.close, row.volume];
        let others = others.into_iter().map(|it| it.unwrap_or(f64::NAN));
        for number in [row.price].into_iter().chain(others) {
            bytes.extend_from_slice(&number.to_le_bytes());
        }
    }
    Some(bytes)
}

/// Reads what [`pack`] wrote; `None` for anything else.
pub fn unpack(bytes: &[u8]) -> Option<Series> {
    let (info, rows): (SeriesInfo, _) = envelope::open(bytes)?;
    if !rows.len().is_multiple_of(ROW_BYTES) || rows.len() / ROW_BYTES > MOST_ROWS {
        return None;
    }
    let rows = rows.chunks_exact(ROW_BYTES).map(|bytes| {
        let (day, numbers) = bytes.split_first_chunk::<4>()?;
        let mut numbers = numbers
            .as_chunks::<8>()
            .0
            .iter()
            .copied()
            .map(f64::from_le_bytes);
        let price = numbers.next()?;
        let mut other = || numbers.next().filter(|it| it.is_finite());
        Some(Row {
            date: NaiveDate::from_num_days_from_ce_opt(i32::from_le_bytes(*day))?,
            price,
            open: other(),
            high: other(),
            low: other(),
            close: other(),
            volume: other(),
            other: None,
        })
    });
    Series::new(info, rows.collect::<Option<Vec<Row>>>()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::market::alpha_vantage::parse;
    use crate::market::{Field, Interval};

    const BODY: &str = r#"{
        "Meta Data": {"2. Symbol": "IBM"},
        "Time Series (Daily)": {
            "2024-01-03": {"1. open": "160.1", "4. close": "161.25", "5. adjusted close": "158.0301",
                           "6. volume": "3000000"},
            "2024-01-02": {"1. open": "159.9", "4. close": "160.00", "5. adjusted close": "157.1"}
        }}"#;

    #[test]
    fn a_series_comes_back_whole() {
        let series = parse(BODY, "IBM", Interval::Daily, "").expect("two rows");
        let bytes = pack(&series).expect("few rows");
        assert_eq!(unpack(&bytes), Some(series.clone()));
        assert_eq!(series.info().field, Field::AdjustedClose);
    }

    #[test]
    fn damage_is_none() {
        let series = parse(BODY, "IBM", Interval::Daily, "").expect("two rows");
        let bytes = pack(&series).expect("few rows");
        for end in 0..bytes.len() {
            // Cut between two rows it is a shorter series, which its fingerprint tells.
            let whole_rows = (bytes.len() - end).is_multiple_of(ROW_BYTES);
            assert_eq!(
                unpack(&bytes[..end]).is_some(),
                whole_rows && end + ROW_BYTES == bytes.len()
            );
        }
        let mut huge = bytes.clone();
        huge[..4].copy_from_slice(&u32::MAX.to_le_bytes());
        assert_eq!(unpack(&huge), None);
        let mut negative = bytes.clone();
        let place = bytes.len() - ROW_BYTES + 4 + 7;
        negative[place] |= 0x80;
        assert_eq!(unpack(&negative), None);
    }
}
