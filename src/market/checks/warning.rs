//! What a visitor should know of a series whose data are usable all the same.

use crate::market::row::Interval;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Something about the data that the visitor should know.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DataWarning {
    /// Rows that stood out of order and were sorted in.
    OutOfOrder { rows: usize },
    /// How many there are, and the longest.
    Gaps {
        count: usize,
        days: i64,
        from: NaiveDate,
        to: NaiveDate,
        interval: Interval,
    },
    /// A jump that looks like a split which the closes are not adjusted for, and how many more there
    /// are.
    Jumps {
        date: NaiveDate,
        ratio: f64,
        fell: bool,
        more: usize,
    },
    /// The last row may be of a period that was still going on.
    Unfinished { last: NaiveDate, interval: Interval },
    /// Rows that could not be used.
    LeftOut(Dropped),
    /// Rows that gave way to a later one of the same date.
    Repeated { rows: usize, first: NaiveDate },
    /// Rows of odd prices that the visitor left out.
    OddLeftOut { rows: usize, first: NaiveDate },
    /// Rows of odd prices whose decimal points the visitor had moved.
    OddCorrected { rows: usize, first: NaiveDate },
    /// The prices were adjusted for a split.
    Adjusted(Split),
}

/// Rows that could not be used, for one reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Dropped {
    pub reason: DroppedFor,
    pub count: usize,
    /// The first of them, as a line of the file.
    pub first_line: u64,
}

/// Why a row could not be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DroppedFor {
    BadDate,
    /// The price's cell is empty.
    Missing,
    /// The price's cell holds something else than a number.
    NoNumber,
    /// The price is zero or below.
    NotPositive,
    TooManyCells,
}

/// A jump between two closing prices that a share split would explain. `Display` writes `7:1`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Split {
    /// The first day of the new price.
    pub date: NaiveDate,
    /// New shares for one old: 7 for 7:1, 0.1 for 1:10.
    pub shares: f64,
    /// Within 2 % of a whole ratio up to 20. Otherwise the jump is a usual ratio only give or take
    /// an ordinary move of its day, week or month.
    pub close_fit: bool,
}

impl fmt::Display for Split {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if (self.shares - 1.5).abs() < 1e-9 {
            f.write_str("3:2")
        } else if self.shares >= 1.0 {
            write!(f, "{}:1", self.shares)
        } else if (self.shares - 1.0 / 1.5).abs() < 1e-9 {
            f.write_str("2:3")
        } else {
            write!(f, "1:{}", (1.0 / self.shares * 1e6).round() / 1e6)
        }
    }
}
