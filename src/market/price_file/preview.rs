//! The first and last rows as they are read, for the visitor to judge.

use super::error::FileError;
use super::reading::Reading;
use super::table::{Rows, TableRow};
use super::{apart, rows};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::VecDeque;

/// So many rows from each end.
const SHOWN_ROWS: usize = 3;
/// The longest cell that is shown whole.
const LONGEST_CELL: usize = 40;

/// What a file looks like, read in one way.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Preview {
    /// The rows below the header, good or bad.
    pub rows: usize,
    pub first: Vec<PreviewRow>,
    /// The last rows that are not among the first.
    pub last: Vec<PreviewRow>,
}

/// One row, as it stands in the file and as it is read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PreviewRow {
    /// From 1; of JSON the row's number.
    pub line: u64,
    pub cells: Vec<String>,
    /// `None` where the cell is no date in this reading.
    pub date: Option<NaiveDate>,
    /// `None` where the cell is no number above zero in this reading.
    pub price: Option<f64>,
}

/// Shows what `reading` makes of a file.
///
/// # Errors
///
/// Too large, or damaged JSON. A table is shown however little of it can be read: the preview is there
/// to correct that.
pub fn preview(bytes: &[u8], reading: &Reading) -> Result<Preview, FileError> {
    let cells = apart::cells(bytes, reading)?;
    Ok(preview_table(cells.rows(), reading))
}

/// As [`preview`], of a table that was taken apart.
pub(super) fn preview_table(rows: Rows, reading: &Reading) -> Preview {
    ends(reading.rows_of(rows), |row| preview_row(row, reading))
}

fn preview_row(row: TableRow, reading: &Reading) -> PreviewRow {
    let (date, price) = rows::price_and_date(row, reading);
    PreviewRow {
        line: row.line,
        cells: row
            .cells()
            .map(|cell| cell.chars().take(LONGEST_CELL).collect())
            .collect(),
        date,
        price,
    }
}

/// Of `all`, only the rows that are shown are read.
fn ends<Row>(all: impl Iterator<Item = Row>, show: impl Fn(Row) -> PreviewRow) -> Preview {
    let (mut rows, mut first, mut last) = (0, Vec::new(), VecDeque::new());
    for row in all {
        rows += 1;
        if rows <= SHOWN_ROWS {
            first.push(row);
        } else {
            last.push_back(row);
            if last.len() > SHOWN_ROWS {
                last.pop_front();
            }
        }
    }
    Preview {
        rows,
        first: first.into_iter().map(&show).collect(),
        last: last.into_iter().map(&show).collect(),
    }
}
