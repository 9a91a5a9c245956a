//! Cells to rows: what cannot be used is dropped and counted, never mended.

use super::apart;
use super::column::ColumnRole;
use super::dates::{has_clock, is_time_alone};
use super::error::FileError;
use super::numbers::{self, Cell};
use super::price_notes::read_price;
use super::reading::Reading;
use super::table::{Rows, TableRow};
use crate::market::checks::{DataReport, Dropped, DroppedFor};
use crate::market::info::SeriesInfo;
use crate::market::row::{Field, Interval, Row};
use crate::market::series::{Series, SeriesError};
use crate::market::source::{Source, file_name};
use chrono::NaiveDate;

/// What a file gives.
#[derive(Debug, Clone, PartialEq)]
pub struct FilePrices {
    pub series: Series,
    pub report: DataReport,
}

/// Reads a file the way `reading` says. `name` is what people call it. The series carries what was
/// dropped, kept and sorted as warnings, too.
///
/// # Errors
///
/// Too large, no column of prices, no row that can be used, or several prices a day.
pub fn read(bytes: &[u8], reading: &Reading, name: &str) -> Result<FilePrices, FileError> {
    let cells = apart::cells(bytes, reading)?;
    read_rows(cells.rows(), reading, name)
}

/// Of five rows, two that repeat a date at another time of it, or at another price, are no slip.
const REPEATED_OF_FIVE: usize = 2;

/// As [`read`], of a table that was taken apart.
pub(super) fn read_rows(
    rows: Rows,
    reading: &Reading,
    name: &str,
) -> Result<FilePrices, FileError> {
    let mut table = read_table(rows, reading)?;
    let rows_read = table.rows.len();
    let out_of_order = out_of_order(&table.rows);
    // Stable: of one date's rows the file's last comes last, and is kept.
    table.rows.sort_by_key(|row| row.date);
    let mut duplicates = Vec::new();
    let mut different = 0;
    table.rows.dedup_by(|later, kept| {
        let same = later.date == kept.date;
        if same {
            duplicates.push(kept.date);
            different += usize::from(later.price != kept.price);
            *kept = *later;
        }
        same
    });
    let several_a_day = |repeated: usize| repeated * 5 >= rows_read * REPEATED_OF_FIVE;
    let have_times = || table.has_times || reading.rows_of(rows).any(|row| has_time_apart(&row));
    if several_a_day(different) || (several_a_day(duplicates.len()) && have_times()) {
        return Err(FileError::Intraday {
            line: reading.first_line,
        });
    }

    let field = match reading.column(ColumnRole::AdjustedClose) {
        Some(_) => Field::AdjustedClose,
        None => Field::Close,
    };
    let name = file_name(name);
    let info = SeriesInfo {
        symbol: match &reading.tickers {
            Some(tickers) => tickers.name().to_owned(),
            None => reading.symbol.clone().unwrap_or_else(|| name.clone()),
        },
        source: Source::File { name },
        interval: interval(&table.rows),
        field,
    };
    let first_dropped = table
        .dropped
        .iter()
        .min_by_key(|dropped| dropped.first_line);
    let no_usable_row = FileError::NoUsableRow {
        line: first_dropped.map_or(reading.first_line, |dropped| dropped.first_line),
        reason: first_dropped.map(|dropped| dropped.reason),
    };
    let series = Series::new(info, table.rows).map_err(|error| match error {
        SeriesError::Empty | SeriesError::BadPrice { .. } | SeriesError::DuplicateDate { .. } => {
            no_usable_row
        }
    })?;
    let report = DataReport {
        rows_read,
        dropped: table.dropped,
        duplicates,
        out_of_order,
        ..DataReport::of(&series)
    };
    let series = series.with_warnings(report.reading_warnings());
    Ok(FilePrices { series, report })
}

/// Whether a cell of its own says a time of day other than midnight.
fn has_time_apart(row: &TableRow) -> bool {
    let is_time = |cell: &str| is_time_alone(cell) && has_clock(cell);
    row.cells().any(|cell| is_time(cell.trim()))
}

/// A table's usable rows in the file's order, and the count of the others.
#[derive(Default)]
struct Table {
    rows: Vec<Row>,
    dropped: Vec<Dropped>,
    has_times: bool,
}

impl Table {
    fn drop_row(&mut self, line: u64, reason: DroppedFor) {
        match self.dropped.iter_mut().find(|known| known.reason == reason) {
            Some(known) => known.count += 1,
            None => self.dropped.push(Dropped {
                reason,
                count: 1,
                first_line: line,
            }),
        }
    }
}

fn read_table(rows: Rows, reading: &Reading) -> Result<Table, FileError> {
    let no_prices = FileError::NoPrices {
        line: reading.first_line,
    };
    let (Some(date), Some(price)) = (reading.column(ColumnRole::Date), reading.price_column())
    else {
        return Err(no_prices);
    };
    let places = Places {
        date,
        price,
        open: reading.column(ColumnRole::Open),
        high: reading.column(ColumnRole::High),
        low: reading.column(ColumnRole::Low),
        close: reading.column(ColumnRole::Close),
        volume: reading.column(ColumnRole::Volume),
    };
    let mut table = Table {
        rows: Vec::with_capacity(rows.len()),
        ..Table::default()
    };
    for cells in reading.rows_of(rows) {
        match row(&cells, &places, reading) {
            Ok(row) => {
                table.has_times |= reading.dates.has_time_of_day(cells.cell(date));
                table.rows.push(row);
            }
            Err(reason) => table.drop_row(cells.line, reason),
        }
    }
    Ok(table)
}

/// The column of each value.
struct Places {
    date: usize,
    price: usize,
    open: Option<usize>,
    high: Option<usize>,
    low: Option<usize>,
    close: Option<usize>,
    volume: Option<usize>,
}

/// One row; only its date and its price must be good.
pub(super) fn price_and_date(
    cells: TableRow,
    reading: &Reading,
) -> (Option<NaiveDate>, Option<f64>) {
    let date = reading
        .column(ColumnRole::Date)
        .and_then(|column| reading.dates.date(cells.cell(column)));
    let price = reading
        .price_column()
        .and_then(|column| price_in(cells.cell(column), reading).number());
    (date, price.filter(|price| *price > 0.0))
}

fn price_in(cell: &str, reading: &Reading) -> Cell {
    read_price(cell, reading.decimal_mark, reading.noted_prices)
}

fn row(cells: &TableRow, places: &Places, reading: &Reading) -> Result<Row, DroppedFor> {
    let number = |column: usize| price_in(cells.cell(column), reading);
    // Unquoted thousands commas shift all that follows them.
    if cells.filled_len() > reading.columns.len() {
        return Err(DroppedFor::TooManyCells);
    }
    let date = reading
        .dates
        .date(cells.cell(places.date))
        .ok_or(DroppedFor::BadDate)?;
    let price = match number(places.price) {
        Cell::Number(price) if price > 0.0 => price,
        Cell::Number(_) => return Err(DroppedFor::NotPositive),
        Cell::Missing => return Err(DroppedFor::Missing),
        Cell::NoNumber => return Err(DroppedFor::NoNumber),
    };
    let volume = places.volume;
    let volume = volume.map(|column| numbers::read(cells.cell(column), reading.decimal_mark));
    let also = |column: Option<usize>| column.and_then(|column| number(column).number());
    Ok(Row {
        date,
        price,
        open: also(places.open),
        high: also(places.high),
        low: also(places.low),
        // Most often the price itself: no need to read it twice.
        close: match places.close {
            Some(column) if column == places.price => Some(price),
            other => also(other),
        },
        volume: volume.and_then(Cell::number),
        other: None,
    })
}

/// How many rows stand against the prevailing direction.
fn out_of_order(rows: &[Row]) -> usize {
    let count = |wrong: fn(&[Row]) -> bool| rows.windows(2).filter(|pair| wrong(pair)).count();
    count(|pair| pair[1].date < pair[0].date).min(count(|pair| pair[1].date > pair[0].date))
}

/// The interval that the usual step between rows speaks for.
fn interval(rows: &[Row]) -> Interval {
    let mut steps: Vec<i64> = rows
        .windows(2)
        .map(|pair| (pair[1].date - pair[0].date).num_days())
        .collect();
    if steps.is_empty() {
        return Interval::Daily;
    }
    let middle = steps.len() / 2;
    match *steps.select_nth_unstable(middle).1 {
        ..=4 => Interval::Daily,
        5..=14 => Interval::Weekly,
        _ => Interval::Monthly,
    }
}
