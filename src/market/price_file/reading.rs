//! How a file is read: what was detected or corrected, and what remains a question.

use super::columns::{Column, ColumnRole};
use super::dates::{DateFormat, DateOrder};
use super::encoding::Encoding;
use super::numbers::DecimalMark;
use super::table::Separator;
use serde::{Deserialize, Serialize};

/// What kind of file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileKind {
    Table,
    /// A JSON answer of Alpha Vantage: only `encoding` of its reading means anything.
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
    pub dates: DateFormat,
    /// The line of the columns' names, from 1; `None` where the table has none.
    pub header_line: Option<u64>,
    /// The line of the first row of prices: what stands above it is not read.
    pub first_line: u64,
    pub columns: Vec<Column>,
    /// What could be read otherwise. Empty: no confirming is needed.
    pub doubts: Vec<Doubt>,
}

/// A question that the file does not answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doubt {
    /// All rows fit the other order as well.
    DateOrder { read: DateOrder, other: DateOrder },
    /// `1.234` may be one and a bit, or a thousand and more.
    DecimalMark { read: DecimalMark },
    /// The columns have no known names, so their meaning was guessed from their numbers.
    ColumnsGuessed,
    /// Nothing looks like a closing price.
    NoPriceColumn,
}

impl Reading {
    /// The column of a role.
    pub fn column(&self, role: ColumnRole) -> Option<usize> {
        self.columns.iter().position(|column| column.role == role)
    }

    /// The column whose prices are forecast: the adjusted close where there is one.
    pub fn price_column(&self) -> Option<usize> {
        self.column(ColumnRole::AdjustedClose)
            .or_else(|| self.column(ColumnRole::Close))
    }
}
