//! A row of prices: how far apart rows are, which price they hold, one row and its date.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How far apart the rows are; from the shortest to the longest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Interval {
    Daily,
    Weekly,
    Monthly,
}

impl Interval {
    /// From the shortest to the longest.
    pub const ALL: [Interval; 3] = [Self::Daily, Self::Weekly, Self::Monthly];

    /// `daily`, as in the address.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Monthly => "monthly",
        }
    }

    /// Reads what [`slug`](Self::slug) wrote.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|interval| interval.slug() == slug)
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
    /// The last price, on this date or before it, of the series that [`Series::beside`](super::Series::beside) put
    /// beside this one. No source gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<f64>,
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
            other: None,
        }
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
