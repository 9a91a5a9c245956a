//! The names of a table's columns, and how many columns there are where rows differ in length.

use super::column::ColumnRole;
use super::column_words::{names_dates, names_tickers, role};
use super::table::{MOST_COLUMNS, Rows, TableRow};

/// Of a hundred rows so many have a cell in each column; longer ones are broken by a mark within.
const FEW_PERCENT: usize = 10;
/// Of a hundred rows so many are longer than the header where that has no name for the first column.
const NEARLY_ALL_PERCENT: usize = 95;

/// What stands above the rows of prices.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// Its line, where there is one.
    pub(super) line: Option<u64>,
    /// One for each column, empty where it has none.
    pub(super) names: Vec<String>,
}

/// The header among the rows above those with dates. Rows may end before their last cells: those are
/// missing, and no column is.
pub(super) fn header(above: Rows, body: Rows, date_column: usize) -> Header {
    let mut lengths = [0_usize; MOST_COLUMNS + 1];
    for row in body.iter() {
        lengths[row.filled_len()] += 1;
    }
    let share = |from: usize| lengths[from..].iter().sum::<usize>() * 100;
    // As wide as more than a few rows are.
    let usual = (0..lengths.len())
        .rev()
        .find(|width| share(*width) >= body.len() * FEW_PERCENT && share(*width) > 0)
        .unwrap_or_default()
        .max(date_column + 1);
    let Some(row) = named_row(above, usual) else {
        let names = vec![String::new(); usual];
        return Header { line: None, names };
    };
    let name = |column| row.cell(column).trim().to_owned();
    let named = row.filled_len().max(date_column + 1);
    let knows_any = known(&row) > 0;
    let longer = named < lengths.len() - 1 && share(named + 1) >= body.len() * NEARLY_ALL_PERCENT;
    let width = match knows_any && !longer {
        true => named,
        false => named.max(usual),
    };
    let mut names: Vec<String> = (0..width).map(name).collect();
    // Some programs leave out the name of the first column, and all others seem to move by one.
    let is_price = |name: &str| !matches!(role(name), None | Some((ColumnRole::Ignored, _)));
    if longer && width == named + 1 && is_price(&names[date_column]) {
        names.rotate_right(1);
    }
    name_shares(&mut names, above, row.line);
    Header {
        line: Some(row.line),
        names,
    }
}

fn known(row: &TableRow) -> usize {
    let is_known = |cell: &&str| role(cell).is_some() || names_dates(cell) || names_tickers(cell);
    row.cells().filter(is_known).count()
}

/// Whether a row surely names the columns of a table: that of the dates and another one.
pub(super) fn names_columns(row: &TableRow) -> bool {
    let has_number = |cell: &str| cell.bytes().any(|byte| byte.is_ascii_digit());
    row.filled_len() >= 2
        && !row.cells().any(has_number)
        && row.cells().any(names_dates)
        && known(row) >= 2
}

/// Whether a row below prices names the columns of another table, of dividends perhaps. The names of this one may
/// come again, on each page.
pub(super) fn is_of_another_table(row: &TableRow, names: &[String]) -> bool {
    names_columns(row) && !(row.cells().zip(names)).all(|(cell, name)| cell.trim() == name)
}

/// The row above the prices that names the most columns; of equals the nearest. (yfinance writes
/// three header rows, the names first.)
fn named_row(above: Rows<'_>, width: usize) -> Option<TableRow<'_>> {
    above
        .iter()
        .filter(|row| row.len() >= 2 && (row.filled_len() <= width + 1 || known(row) > 1))
        .max_by_key(|row| (known(row), row.line))
}

/// Where several columns have one name, another row above them says whose they are.
fn name_shares(names: &mut [String], above: Rows, header_line: u64) {
    let repeated =
        |name: &String| role(name).is_some() && names.iter().filter(|it| *it == name).count() > 1;
    if !names.iter().any(repeated) {
        return;
    }
    let others = above.iter().filter(|row| row.line != header_line);
    let shares = others.max_by_key(|row| row.filled_len());
    let Some(shares) = shares.filter(|row| row.filled_len() * 2 > names.len()) else {
        return;
    };
    let whose = |column: usize| shares.cell(column).trim().to_owned();
    for (column, name) in names.iter_mut().enumerate() {
        let share = whose(column);
        if role(name).is_some() && !share.is_empty() {
            *name = format!("{name} {share}");
        }
    }
}
