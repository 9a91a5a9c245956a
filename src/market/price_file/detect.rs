//! Decides by a whole file how it is to be read.

use super::apart::{Table, take_apart};
use super::columns::{self, Column, ColumnRole};
use super::dates::{self, DateFormat, DateOrder};
use super::encoding::Encoding;
use super::error::FileError;
use super::numbers::{DecimalMark, Evidence};
use super::reading::{Doubt, FileKind, Reading};
use super::table::{self, MOST_COLUMNS, Rows, Separator, TableRow};
use super::{answer, date_order};

/// Decides by the whole file how it is to be read.
///
/// # Errors
///
/// Too large, empty, no text, or nothing like a table of dates and numbers in it.
pub fn sniff(bytes: &[u8]) -> Result<Reading, FileError> {
    sniff_with(bytes, None)
}

/// As [`sniff`], the separator being known.
///
/// # Errors
///
/// As [`sniff`].
pub fn sniff_separated_by(bytes: &[u8], separator: Separator) -> Result<Reading, FileError> {
    sniff_with(bytes, Some(separator))
}

fn sniff_with(bytes: &[u8], separator: Option<Separator>) -> Result<Reading, FileError> {
    let (encoding, table) = take_apart(bytes, separator)?;
    detect(encoding, table.as_ref())
}

/// How a file that was taken apart is to be read.
pub(super) fn detect(encoding: Encoding, table: Option<&Table>) -> Result<Reading, FileError> {
    let Some(Table {
        separator,
        cells,
        first_line_with_text,
    }) = table
    else {
        return Ok(answer::reading(encoding));
    };
    let separator = *separator;
    let no_table = || FileError::NoTable {
        line: *first_line_with_text,
    };
    let rows = cells.rows();
    let date_column = date_column(rows).ok_or_else(no_table)?;

    // Prices begin at the first row with a date; the header is the nearest row above of their width.
    let first = rows
        .iter()
        .position(|row| table::is_date(row.cell(date_column)) && row.len() >= 2)
        .ok_or_else(no_table)?;
    let (above, body) = rows.split_at(first);
    let width = usual_width(body);
    let header = header(above, width);
    let names: Vec<String> = (0..width)
        .map(|column| header.map_or("", |row| row.cell(column)).trim().to_owned())
        .collect();

    let cells = || body.iter().map(|row| row.cell(date_column));
    let (order, rival) = date_order::decide(cells()).ok_or_else(no_table)?;
    let example = cells()
        .find(|cell| dates::date(cell, order).is_some())
        .unwrap_or_default();
    let (decimal_mark, mark_guessed) = decimal_mark(body, width, date_column, separator);
    let mut days = cells().filter_map(|cell| dates::date(cell, order));
    let newest_first = days.next() > days.next_back();
    let (roles, guessed) = columns::roles(&names, body, date_column, decimal_mark, newest_first);

    let mut doubts = Vec::new();
    if let Some(other) = rival {
        doubts.push(Doubt::DateOrder { read: order, other });
    }
    if mark_guessed {
        doubts.push(Doubt::DecimalMark { read: decimal_mark });
    }
    if !roles.contains(&ColumnRole::Close) && !roles.contains(&ColumnRole::AdjustedClose) {
        doubts.push(Doubt::NoPriceColumn);
    } else if guessed && roles.len() > 2 {
        doubts.push(Doubt::ColumnsGuessed);
    }
    Ok(Reading {
        kind: FileKind::Table,
        encoding,
        separator,
        decimal_mark,
        dates: DateFormat::new(order, example),
        header_line: header.map(|row| row.line),
        first_line: body.first().map_or(1, |row| row.line),
        columns: names
            .into_iter()
            .zip(roles)
            .map(|(name, role)| Column { name, role })
            .collect(),
        doubts,
    })
}

/// How many rows, spread over the file, are tried for dates.
const DATE_SAMPLE: usize = 200;

/// The column with the most dates; of equals the most date-like, then the leftmost.
fn date_column(rows: Rows) -> Option<usize> {
    let step = rows.len().div_ceil(DATE_SAMPLE).max(1);
    let sample: Vec<TableRow> = rows.iter().step_by(step).collect();
    // A short table's header would hide that all its rows are dated, so half of them will do.
    let needed = sample.len().div_ceil(2).saturating_sub(1).max(1);
    let width = sample.iter().map(|row| row.len()).max()?.min(MOST_COLUMNS);
    (0..width)
        .filter_map(|column| {
            DateOrder::ALL
                .into_iter()
                .map(|order| {
                    let is_date = |row: &&TableRow| dates::date(row.cell(column), order).is_some();
                    (order.plausibility(), sample.iter().filter(is_date).count())
                })
                .filter(|(_, count)| *count >= needed)
                .max()
                .map(|score| (score, column))
        })
        .rev()
        .max_by_key(|(score, _)| *score)
        .map(|(_, column)| column)
}

/// The width that most rows have; of equals the largest.
fn usual_width(rows: Rows) -> usize {
    let mut counts = [0_usize; MOST_COLUMNS + 1];
    for row in rows.iter() {
        counts[row.len()] += 1;
    }
    (0..counts.len())
        .max_by_key(|width| counts[*width])
        .unwrap_or_default()
}

/// The row above the prices that names the most columns; of equals the nearest. (yfinance writes
/// three header rows, the names first.)
fn header(above: Rows<'_>, width: usize) -> Option<TableRow<'_>> {
    above
        .iter()
        .filter(|row| row.len() >= 2 && row.len() <= width + 1)
        .max_by_key(|row| {
            let known = row.cells().filter_map(columns::role_from_name).count();
            (known, row.line)
        })
}

/// The decimal mark that all cells but the dates speak for.
fn decimal_mark(
    rows: Rows,
    width: usize,
    date_column: usize,
    separator: Separator,
) -> (DecimalMark, bool) {
    let mut evidence = Evidence::default();
    for row in rows.iter() {
        for column in (0..width).filter(|column| *column != date_column) {
            evidence.add(row.cell(column));
        }
    }
    evidence.decide(separator == Separator::Comma)
}
