//! Which column of a table holds the dates. It must be one of them: nearly all of its cells are dates of
//! one kind, and its name is none of a price's.

use super::calendar::{Calendar, DateOrder};
use super::column::ColumnRole;
use super::column_words::{names_dates, role};
use super::dates::date_in;
use super::table::{MOST_COLUMNS, Rows, TableRow};
use super::time_column::counted_order;

/// How many rows, spread over the file, are tried for dates.
const SAMPLE: usize = 200;
/// The names stand in one of the first rows.
const HEADER_ROWS: usize = 20;

/// How well a column would do as that of the dates; the better one is the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Fitness {
    /// One day for all rows is when the file was saved.
    varied: bool,
    /// Dates with parts are sooner dates than numbers are.
    has_parts: bool,
    named: bool,
    dates: usize,
}

/// The column of the dates; of equals the leftmost.
pub(super) fn date_column(rows: Rows) -> Option<usize> {
    let step = rows.len().div_ceil(SAMPLE).max(1);
    let sample: Vec<TableRow> = rows.iter().step_by(step).collect();
    // A short table's header would hide that all its rows are dated, so half of them will do.
    let needed = sample.len().div_ceil(2).saturating_sub(1).max(1);
    let width = sample.iter().map(|row| row.len()).max()?.min(MOST_COLUMNS);
    let names = likely_header(rows);
    let name = |column| names.map_or("", |row| row.cell(column));
    (0..width)
        .filter_map(|column| {
            let fitness = fitness(rows, &sample, column, name(column))?;
            (fitness.dates >= needed).then_some((fitness, column))
        })
        .rev()
        .max_by_key(|(fitness, _)| *fitness)
        .map(|(_, column)| column)
}

fn fitness(rows: Rows, sample: &[TableRow], column: usize, name: &str) -> Option<Fitness> {
    let cells = || sample.iter().map(|row| row.cell(column));
    // How many are dates, and whether these differ.
    let fits = |order, calendar| {
        let mut days = cells().filter_map(|cell| date_in(cell, order, calendar));
        let Some(first) = days.next() else {
            return (0, false);
        };
        days.fold((1, false), |(dates, varied), day| {
            (dates + 1, varied || day != first)
        })
    };
    let parts = DateOrder::OF_PARTS
        .into_iter()
        .flat_map(|order| Calendar::ALL.map(|calendar| fits(order, calendar)))
        .max()
        .filter(|(dates, _)| *dates > 0);
    let (has_parts, (dates, varied)) = match parts {
        Some(parts) => (true, parts),
        // Numbers under the name of a price or a volume are that.
        None => match role(name) {
            None | Some((ColumnRole::Ignored, _)) => {
                let in_a_row = rows.iter().map(|row| row.cell(column));
                let filled = in_a_row.filter(|cell| cell.bytes().any(|byte| byte.is_ascii_digit()));
                let may_be_within_days = name.is_empty() || names_dates(name);
                let order = counted_order(filled, may_be_within_days)?;
                (false, fits(order, Calendar::Gregorian))
            }
            Some(_) => return None,
        },
    };
    Some(Fitness {
        varied: varied || sample.len() < 3,
        has_parts,
        named: names_dates(name),
        dates,
    })
}

/// The one of the first rows that names the most columns; `None` where none names any.
fn likely_header(rows: Rows<'_>) -> Option<TableRow<'_>> {
    let known = |row: &TableRow| {
        let is_known = |cell: &&str| role(cell).is_some() || names_dates(cell);
        row.cells().filter(is_known).count()
    };
    let (first_rows, _) = rows.split_at(rows.len().min(HEADER_ROWS));
    first_rows
        .iter()
        .rev()
        .max_by_key(known)
        .filter(|row| known(row) > 0)
}
