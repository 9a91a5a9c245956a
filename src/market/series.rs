//! A price series: ordered, unique dates; finite, positive prices; never empty.

use super::Source;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How far apart the rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Interval {
    Daily,
    Weekly,
    Monthly,
}

/// Which price a series holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    Close,
    AdjustedClose,
}

/// What a series is, beside its rows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SeriesInfo {
    pub source: Source,
    /// What people call it: the ticker, the world's name, the file's name.
    pub symbol: String,
    pub interval: Interval,
    pub field: Field,
}

/// One row as a source gave it. `price` is the field the forecast uses; the rest is kept for later use.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Row {
    pub date: NaiveDate,
    pub price: f64,
    pub open: Option<f64>,
    pub high: Option<f64>,
    pub low: Option<f64>,
    pub close: Option<f64>,
    pub volume: Option<f64>,
}

/// Something about the data that the visitor should know; the data are usable all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataWarning {
    /// One sentence for people.
    pub message: String,
}

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

/// Prices by date, oldest first. Whoever holds one may rely on: at least one row, strictly
/// increasing dates, finite and positive prices.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Series {
    info: SeriesInfo,
    rows: Vec<Row>,
    warnings: Vec<DataWarning>,
}

impl Series {
    /// Sorts the rows by date and checks them.
    pub fn new(info: SeriesInfo, rows: Vec<Row>) -> Result<Self, SeriesError> {
        let _ = (info, rows);
        todo!("market")
    }
    pub fn info(&self) -> &SeriesInfo {
        &self.info
    }
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }
    pub fn warnings(&self) -> &[DataWarning] {
        &self.warnings
    }
    #[allow(clippy::len_without_is_empty)] // a series is never empty
    pub fn len(&self) -> usize {
        self.rows.len()
    }
    /// The prices, oldest first.
    pub fn prices(&self) -> Vec<f64> {
        self.rows.iter().map(|row| row.price).collect()
    }
    pub fn first_date(&self) -> NaiveDate {
        self.rows[0].date
    }
    pub fn last_date(&self) -> NaiveDate {
        self.rows[self.rows.len() - 1].date
    }
    pub fn last_price(&self) -> f64 {
        self.rows[self.rows.len() - 1].price
    }
}
