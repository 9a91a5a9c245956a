//! How a file is read: what was detected or corrected, and what remains a question.

use super::calendar::{Calendar, DateOrder};
use super::column::{Column, ColumnRole};
use super::dates::DateFormat;
use super::encoding::Encoding;
use super::numbers::DecimalMark;
use super::table::{Rows, Separator, TableRow};
use super::tickers::Tickers;
use serde::{Deserialize, Serialize};

/// What kind of file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileKind {
    Table,
    /// JSON of any service. No separator is to be chosen; a row's line is its number.
    Json,
    /// JSON, and an answer of Alpha Vantage.
    AlphaVantage,
}

/// How a file is to be read. Every field may be corrected by hand, but another separator makes
/// other columns: for that, ask [`sniff_separated_by`](super::sniff_separated_by).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    pub kind: FileKind,
    pub encoding: Encoding,
    pub separator: Separator,
    pub decimal_mark: DecimalMark,
    /// Notes stand beside the prices, as in `994,16 G`.
    #[serde(default)]
    pub noted_prices: bool,
    pub dates: DateFormat,
    /// The line of the columns' names, from 1; `None` where the table has none.
    pub header_line: Option<u64>,
    /// The line of the first row of prices: what stands above it is not read.
    pub first_line: u64,
    /// The line of the names of another table below; nothing is read from there on.
    #[serde(default)]
    pub end_line: Option<u64>,
    pub columns: Vec<Column>,
    /// Of a file of several shares: which there are, and whose rows are read.
    #[serde(default)]
    pub tickers: Option<Tickers>,
    /// What the file itself says that its prices are of.
    #[serde(default)]
    pub symbol: Option<String>,
    /// What could be read otherwise. Empty: no confirming is needed.
    pub doubts: Vec<Doubt>,
}

/// A question that the file does not answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doubt {
    /// The rows are of several shares.
    SeveralTickers { count: usize, first: Vec<String> },
    /// The years are read by a calendar that not all people use.
    Calendar { read: Calendar },
    /// All rows fit the other order as well.
    DateOrder { read: DateOrder, other: DateOrder },
    /// `1.234` may be one and a bit, or a thousand and more.
    DecimalMark { read: DecimalMark },
    /// The columns have no known names, so their meaning was guessed from their numbers.
    ColumnsGuessed,
    /// More than one column is called the close.
    SeveralCloses,
    /// Nothing looks like a closing price.
    NoPriceColumn,
}

impl Reading {
    /// The column of a role.
    pub fn column(&self, role: ColumnRole) -> Option<usize> {
        self.columns.iter().position(|column| column.role == role)
    }

    /// The rows below the header that are of the chosen share.
    pub(super) fn rows_of<'r>(&self, rows: Rows<'r>) -> impl Iterator<Item = TableRow<'r>> {
        let is_read = |row: &TableRow| {
            let is_chosen = |tickers: &Tickers| tickers.has(row);
            row.line >= self.first_line
                && self.end_line.is_none_or(|end| row.line < end)
                && self.tickers.as_ref().is_none_or(is_chosen)
        };
        rows.iter().filter(is_read)
    }

    /// The column whose prices are forecast: the adjusted close where there is one.
    pub fn price_column(&self) -> Option<usize> {
        self.column(ColumnRole::AdjustedClose)
            .or_else(|| self.column(ColumnRole::Close))
    }
}
