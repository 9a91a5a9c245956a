//! Why a file gives no prices, in sentences for the visitor.

use super::LARGEST_FILE_BYTES;
use crate::market::DroppedFor;
use crate::market::alpha_vantage::AnswerError;
use crate::text;
use std::fmt;

/// Why a file holds no prices. `Display` is one sentence: what happened and what to do next.
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

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::TooLarge { bytes } => text::price_file::too_large(
                bytes.div_ceil(1024 * 1024),
                LARGEST_FILE_BYTES / 1024 / 1024,
            ),
            Self::Empty => text::price_file::empty().to_owned(),
            Self::NotText { what } => match what {
                NoText::Workbook => text::price_file::workbook(),
                NoText::OldWorkbook => text::price_file::old_workbook(),
                NoText::Packed => text::price_file::packed(),
                NoText::Pdf => text::price_file::pdf(),
                NoText::Binary => text::price_file::binary(),
            }
            .to_owned(),
            Self::NoTable { line } => text::price_file::no_table(line),
            Self::NoPrices { line } => text::price_file::no_prices(line),
            Self::NoUsableRow { line, reason } => {
                let reason =
                    reason.map_or_else(text::price_file::there_is_no_row, DroppedFor::title);
                text::price_file::no_usable_row(line, reason)
            }
            Self::Intraday { line } => text::price_file::intraday(line),
            Self::Answer(error) => error.to_string(),
        })
    }
}

impl std::error::Error for FileError {}
