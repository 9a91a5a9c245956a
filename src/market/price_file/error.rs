//! Why a file gives no prices, in sentences for the visitor.

use super::LARGEST_FILE_BYTES;
use crate::market::alpha_vantage::AnswerError;
use std::fmt;

/// Why a file holds no prices. `Display` is one sentence: what happened and what to do next.
#[derive(Debug, Clone, PartialEq)]
pub enum FileError {
    TooLarge {
        bytes: usize,
    },
    Empty,
    /// Not text at all; `what` it looks like ("an Excel workbook or another packed file").
    NotText {
        what: &'static str,
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
        detail: &'static str,
    },
    /// Several prices a day.
    Intraday {
        line: u64,
    },
    /// It is an answer of Alpha Vantage, and it holds no prices.
    Answer(AnswerError),
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { bytes } => write!(
                f,
                "This file has {} MB, and the largest that is read here has {} MB: choose a file \
                 of one share's daily prices.",
                bytes.div_ceil(1024 * 1024),
                LARGEST_FILE_BYTES / 1024 / 1024
            ),
            Self::Empty => f.write_str(
                "This file is empty: choose one with a column of dates and a column of prices.",
            ),
            Self::NotText { what } => write!(
                f,
                "This file is {what}, not text: save the prices as CSV and choose that file."
            ),
            Self::NoTable { line } => write!(
                f,
                "From line {line} on there is no column of dates beside a column of numbers: \
                 choose a file with one row per day, its cells separated by commas, semicolons, \
                 tabs or bars."
            ),
            Self::NoPrices { line } => write!(
                f,
                "From line {line} on there are dates, but no column that looks like a closing \
                 price: say in the preview which column it is."
            ),
            Self::NoUsableRow { line, detail } => write!(
                f,
                "No row can be used, from line {line} on ({detail}): correct in the preview how \
                 the file is read, or choose another file."
            ),
            Self::Intraday { line } => write!(
                f,
                "This file holds several prices a day (see line {line}): choose one with daily, \
                 weekly or monthly prices."
            ),
            Self::Answer(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for FileError {}
