//! A price series: ordered, unique dates; finite, positive prices; never empty.

use super::source::file_title;
use super::{DataWarning, Source, checks};
use crate::text;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;

/// How far apart the rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Interval {
    Daily,
    Weekly,
    Monthly,
}

impl Interval {
    pub const ALL: [Interval; 3] = [Self::Daily, Self::Weekly, Self::Monthly];

    /// `daily`, as in the address.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Monthly => "monthly",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|interval| interval.slug() == slug)
    }

    /// "Daily", for people.
    pub fn title(self) -> &'static str {
        match self {
            Self::Daily => text::market::daily(),
            Self::Weekly => text::market::weekly(),
            Self::Monthly => text::market::monthly(),
        }
    }

    /// What one row stands for: "trading day", "week", "month".
    pub fn row_name(self) -> &'static str {
        match self {
            Self::Daily => text::market::trading_day(),
            Self::Weekly => text::market::week(),
            Self::Monthly => text::market::month(),
        }
    }
}

/// Which price a series holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    Close,
    AdjustedClose,
}

impl Field {
    /// `adjusted-close`, as in the report.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Close => "close",
            Self::AdjustedClose => "adjusted-close",
        }
    }

    /// "Adjusted close", for people.
    pub fn title(self) -> &'static str {
        match self {
            Self::Close => text::market::close(),
            Self::AdjustedClose => text::market::adjusted_close(),
        }
    }
}

/// What a series is, beside its rows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SeriesInfo {
    pub source: Source,
    /// The ticker, the world's English name, the file's name: kept, and written into files.
    pub symbol: String,
    pub interval: Interval,
    pub field: Field,
}

impl SeriesInfo {
    /// What people call it: the ticker, the world's name, the file's name.
    pub fn title(&self) -> &str {
        match &self.source {
            Source::World(kind) => kind.title(),
            Source::AlphaVantage { .. } => &self.symbol,
            Source::File { .. } => file_title(&self.symbol),
        }
    }
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

impl Row {
    /// A row of which only the price is known.
    pub fn of_price(date: NaiveDate, price: f64) -> Self {
        Self {
            date,
            price,
            open: None,
            high: None,
            low: None,
            close: None,
            volume: None,
        }
    }
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

impl fmt::Display for SeriesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str(text::market::no_prices()),
            Self::BadPrice { date, price } => f.write_str(&text::market::bad_price(date, price)),
            Self::DuplicateDate { date } => f.write_str(&text::market::two_prices(date)),
        }
    }
}

impl std::error::Error for SeriesError {}

/// Prices by date, oldest first. Whoever holds one may rely on: at least one row, strictly
/// increasing dates, finite and positive prices.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Series {
    info: SeriesInfo,
    rows: Vec<Row>,
    warnings: Vec<DataWarning>,
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
        let moved = checks::put_in_order(&mut rows);
        if let Some(pair) = rows.windows(2).find(|pair| pair[0].date == pair[1].date) {
            return Err(SeriesError::DuplicateDate { date: pair[0].date });
        }
        let warnings = checks::warnings(&info, &rows, moved);
        Ok(Self {
            info,
            rows,
            warnings,
        })
    }

    /// Adds what the reader of a source noticed (skipped rows, a guessed date order, …).
    #[must_use]
    pub fn with_warnings(mut self, warnings: impl IntoIterator<Item = DataWarning>) -> Self {
        self.warnings.extend(warnings);
        self
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

/// Reads `2024-01-31` and nothing else. chrono reads it too, by a parser of any format that the page
/// would have to download.
pub fn iso_date(text: &str) -> Option<NaiveDate> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
        return None;
    };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_u32, |number, digit| {
            digit
                .is_ascii_digit()
                .then(|| number * 10 + u32::from(digit - b'0'))
        })
    };
    let year = i32::try_from(number(&[y1, y2, y3, y4])?).ok()?;
    NaiveDate::from_ymd_opt(year, number(&[m1, m2])?, number(&[d1, d2])?)
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert!(matches!(error, SeriesError::BadPrice { .. }), "{bad}");
            assert!(error.to_string().contains("2024-01-03"), "{error}");
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
