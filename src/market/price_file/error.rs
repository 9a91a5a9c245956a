//! Why a file gives no prices.

use super::unpacked::UnpackError;
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
    /// No rows of cells; `line` is the first that holds anything.
    NoTable {
        line: u64,
    },
    /// There are rows of numbers, but no column of them is dates; `line` is the first.
    NoDates {
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
    /// JSON that ends too soon or is none; `line` is where.
    DamagedJson {
        line: u64,
    },
    /// JSON that holds more values than prices need.
    TooManyValues,
    /// JSON in which nothing is a list of dates and prices.
    NoPricesInJson,
    /// What a service answered in place of prices, and the number that it gave for the reason. Its words
    /// are not repeated: they may hold a key.
    ServiceError {
        status: Option<u16>,
    },
    /// It is an answer of Alpha Vantage, and it holds no prices.
    Answer(AnswerError),
    /// It is packed, and nothing came out that could be read.
    Packed(UnpackError),
}

/// What a file is that is no text, or none of prices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoText {
    /// Of Excel or LibreOffice.
    Workbook,
    OldWorkbook,
    Zip,
    /// Packed by another program: gzip, 7-Zip, …
    Packed,
    Pdf,
    Parquet,
    /// A program's own file of tables: Feather, HDF5, SQLite, pickle.
    DataFile,
    Image,
    WebPage,
    /// A web page that asks who one is.
    SignInPage,
    /// Another text of tags.
    Markup,
    /// There are bytes in it that no text has.
    Binary,
}

impl NoText {
    /// Every kind there is.
    pub const ALL: [Self; 12] = [
        Self::Workbook,
        Self::OldWorkbook,
        Self::Zip,
        Self::Packed,
        Self::Pdf,
        Self::Parquet,
        Self::DataFile,
        Self::Image,
        Self::WebPage,
        Self::SignInPage,
        Self::Markup,
        Self::Binary,
    ];
}
