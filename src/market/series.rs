//! A price series: ordered, unique dates; finite, positive prices; never empty.

use super::checks::{DataWarning, put_in_order, warnings};
use super::info::SeriesInfo;
use super::other::put_beside;
use super::row::Row;
use chrono::NaiveDate;
use serde::Serialize;
use std::sync::Arc;

/// Why rows do not make a series.
#[derive(Debug, Clone, PartialEq)]
pub enum SeriesError {
    Empty,
    /// A price that is zero, negative, NaN or infinite.
    BadPrice {
        date: NaiveDate,
        price: f64,
    },
    DuplicateDate {
        date: NaiveDate,
    },
}

/// Prices by date, oldest first. Always: at least one row, strictly increasing dates, finite and
/// positive prices.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Series {
    info: SeriesInfo,
    rows: Vec<Row>,
    warnings: Vec<DataWarning>,
    #[serde(skip)]
    other: Option<Arc<Series>>,
}

impl Series {
    /// Sorts the rows by date and checks them. Oddities that leave the data usable become
    /// [warnings](Self::warnings).
    ///
    /// # Errors
    ///
    /// No rows, a price that is not a positive finite number, or two rows of one date.
    pub fn new(info: SeriesInfo, mut rows: Vec<Row>) -> Result<Self, SeriesError> {
        if rows.is_empty() {
            return Err(SeriesError::Empty);
        }
        if let Some(row) = rows
            .iter()
            .find(|row| !(row.price.is_finite() && row.price > 0.0))
        {
            return Err(SeriesError::BadPrice {
                date: row.date,
                price: row.price,
            });
        }
        let moved = put_in_order(&mut rows);
        if let Some(pair) = rows.windows(2).find(|pair| pair[0].date == pair[1].date) {
            return Err(SeriesError::DuplicateDate { date: pair[0].date });
        }
        let warnings = warnings(&info, &rows, moved);
        Ok(Self {
            info,
            rows,
            warnings,
            other: None,
        })
    }

    /// The same series, and what is beside it, with other rows.
    ///
    /// # Errors
    ///
    /// As [`Self::new`].
    pub fn with_rows(&self, rows: Vec<Row>) -> Result<Self, SeriesError> {
        let series = Self::new(self.info.clone(), rows)?;
        Ok(Self {
            other: self.other.clone(),
            ..series
        })
    }

    /// The same beside another series, in place of what was beside it: each row gets the other's last price on its
    /// date or before it.
    #[must_use]
    pub fn beside(mut self, other: Option<Arc<Series>>) -> Self {
        match &other {
            Some(other) => put_beside(&mut self.rows, &other.rows, other.info.interval),
            None => self.rows.iter_mut().for_each(|row| row.other = None),
        }
        Self { other, ..self }
    }

    /// Adds what the reader of a source noticed (skipped rows, a guessed date order, …).
    #[must_use]
    pub fn with_warnings(mut self, warnings: impl IntoIterator<Item = DataWarning>) -> Self {
        self.warnings.extend(warnings);
        self
    }

    /// What the series is.
    pub fn info(&self) -> &SeriesInfo {
        &self.info
    }
    /// The rows, oldest first.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }
    /// What a visitor should know of it.
    pub fn warnings(&self) -> &[DataWarning] {
        &self.warnings
    }
    /// The series beside it, whole.
    pub fn other(&self) -> Option<&Arc<Series>> {
        self.other.as_ref()
    }
    /// How many rows it has: at least one.
    #[allow(clippy::len_without_is_empty)] // a series is never empty
    pub fn len(&self) -> usize {
        self.rows.len()
    }
    /// The prices, oldest first.
    pub fn prices(&self) -> Vec<f64> {
        self.rows.iter().map(|row| row.price).collect()
    }
    /// The oldest row's date.
    pub fn first_date(&self) -> NaiveDate {
        self.rows[0].date
    }
    /// The newest row's date.
    pub fn last_date(&self) -> NaiveDate {
        self.rows[self.rows.len() - 1].date
    }
    /// The newest row's price.
    pub fn last_price(&self) -> f64 {
        self.rows[self.rows.len() - 1].price
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::market::row::{Field, Interval};
    use crate::market::source::Source;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn series(rows: &[(&str, f64)]) -> Result<Series, SeriesError> {
        let info = SeriesInfo {
            source: Source::File {
                name: "test.csv".into(),
            },
            symbol: "TEST".into(),
            interval: Interval::Daily,
            field: Field::Close,
        };
        let rows = rows
            .iter()
            .map(|&(day, price)| Row::of_price(date(day), price))
            .collect();
        Series::new(info, rows)
    }

    #[test]
    fn newest_first_rows_are_turned_round_without_a_warning() {
        let series = series(&[
            ("2024-01-04", 2.1),
            ("2024-01-03", 2.0),
            ("2024-01-02", 1.9),
        ])
        .expect("good rows");
        assert_eq!(series.prices(), [1.9, 2.0, 2.1]);
        assert_eq!(series.first_date(), date("2024-01-02"));
        assert_eq!(series.last_date(), date("2024-01-04"));
        assert_eq!(series.last_price(), 2.1);
        assert_eq!(series.warnings(), []);
    }

    #[test]
    fn rows_in_disorder_are_sorted_and_the_visitor_is_told() {
        let series = series(&[
            ("2024-01-03", 2.0),
            ("2024-01-02", 1.9),
            ("2024-01-04", 2.1),
        ])
        .expect("good rows");
        assert_eq!(series.prices(), [1.9, 2.0, 2.1]);
        assert_eq!(series.warnings(), [DataWarning::OutOfOrder { rows: 1 }]);
    }

    #[test]
    fn unusable_rows_are_refused_with_their_date() {
        assert_eq!(series(&[]), Err(SeriesError::Empty));
        for bad in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            let error = series(&[("2024-01-02", 1.0), ("2024-01-03", bad)]).unwrap_err();
            let of_the_row = |error: &SeriesError| matches!(error, SeriesError::BadPrice { date: day, .. } if *day == date("2024-01-03"));
            assert!(of_the_row(&error), "{bad}: {error:?}");
        }
        let error = series(&[
            ("2024-01-02", 1.0),
            ("2024-01-03", 1.0),
            ("2024-01-02", 2.0),
        ])
        .unwrap_err();
        assert_eq!(
            error,
            SeriesError::DuplicateDate {
                date: date("2024-01-02")
            }
        );
    }

    #[test]
    fn a_reader_can_add_its_own_warnings() {
        let warning = DataWarning::OutOfOrder { rows: 2 };
        let series = series(&[("2024-01-02", 1.0)])
            .expect("good rows")
            .with_warnings([warning]);
        assert_eq!(series.warnings(), [warning]);
    }
}
