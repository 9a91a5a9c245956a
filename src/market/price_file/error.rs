//! Why a file gives no prices.

use crate::market::alpha_vantage::AnswerError;
use crate::market::checks::DroppedFor;

/// Why a file holds no prices.
#[derive(Debug, Clone, PartialEq)]
pub enum FileError {
    TooLarge {
        bytes: usize,
    },
    Empty,
    NotText {
        what: NoText,
    },
    /// No column of dates beside a column of numbers; `line` is the first that holds anything.
    NoTable {
        line: u64,
    },
    /// There are dates, but no column is a closing price.
    NoPrices {
        line: u64,
    },
    /// Every row had to be dropped; `line` is the first of them.
    NoUsableRow {
        line: u64,
        /// Why that row was; `None` where there is none.
        reason: Option<DroppedFor>,
    },
    /// Several prices a day.
    Intraday {
        line: u64,
    },
    /// It is an answer of Alpha Vantage, and it holds no prices.
    Answer(AnswerError),
}

/// What a file is that is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoText {
    /// Of Excel, or anything else that is packed the same way.
    Workbook,
    OldWorkbook,
    Packed,
    Pdf,
    /// There are bytes in it that no text has.
    Binary,
}
