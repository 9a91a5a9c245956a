//! An answer of Alpha Vantage saved as a file, whatever its endpoint.

use super::columns::{Column, ColumnRole};
use super::dates::{DateFormat, DateOrder};
use super::encoding::Encoding;
use super::error::FileError;
use super::numbers::DecimalMark;
use super::reading::{FileKind, Reading};
use super::table::Separator;
use crate::market::alpha_vantage::{AnswerError, parse};
use crate::market::info::SeriesInfo;
use crate::market::row::{Interval, Row};
use crate::market::series::Series;
use crate::market::source::Source;
use serde::Deserialize;
use std::collections::HashMap;

/// The reading of every answer: its shape needs no detecting.
pub(super) fn reading(encoding: Encoding) -> Reading {
    let column = |name: &str, role| Column {
        name: name.into(),
        role,
    };
    Reading {
        kind: FileKind::AlphaVantage,
        encoding,
        separator: Separator::Comma,
        decimal_mark: DecimalMark::Point,
        dates: DateFormat::new(DateOrder::YearMonthDay, "2024-01-31"),
        header_line: None,
        first_line: 1,
        columns: vec![
            column("date", ColumnRole::Date),
            column("price", ColumnRole::Close),
        ],
        doubts: Vec::new(),
    }
}

/// The answer's prices as those of a file.
///
/// # Errors
///
/// [`FileError::Answer`], which names the line or the date that cannot be read.
pub(super) fn read(text: &str, name: &str) -> Result<Series, FileError> {
    let symbol = symbol(text).unwrap_or_else(|| name.to_owned());
    // No key belongs to a file; the parser masks what looks like one all the same.
    let asked = |interval| parse(text, &symbol, interval, "");
    let answer = match asked(Interval::Daily) {
        Err(AnswerError::WrongInterval { found, .. }) => match Interval::from_slug(found) {
            Some(interval) => asked(interval),
            None => return Err(FileError::Intraday { line: 1 }),
        },
        answer => answer,
    };
    let series = answer.map_err(FileError::Answer)?;
    let info = SeriesInfo {
        source: Source::File {
            name: name.to_owned(),
        },
        ..series.info().clone()
    };
    let rows: Vec<Row> = series.rows().to_vec();
    // Rows that were a series are one under any name.
    Series::new(info, rows).map_err(|_| FileError::Answer(AnswerError::Empty { symbol }))
}

/// The symbol that the answer says it is about.
fn symbol(text: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Answer {
        #[serde(rename = "Meta Data")]
        meta: HashMap<String, String>,
    }
    let answer: Answer = serde_json::from_str(text).ok()?;
    let (_, symbol) = answer
        .meta
        .into_iter()
        .find(|(key, _)| key.ends_with("Symbol"))?;
    Some(symbol.trim().to_owned()).filter(|symbol| (1..=20).contains(&symbol.len()))
}
