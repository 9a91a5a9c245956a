//! Decides by a whole file how it is to be read.

use super::apart::{Table, take_apart};
use super::calendar::Calendar;
use super::column::{Column, ColumnRole};
use super::column_words::{self, Sureness};
use super::columns;
use super::date_column::date_column;
use super::date_order;
use super::dates::DateFormat;
use super::encoding::Encoding;
use super::error::FileError;
use super::header::{Header, header, is_of_another_table, names_columns};
use super::numbers::{DecimalMark, Evidence};
use super::price_notes::{are_noted, read_price, without_note};
use super::reading::{Doubt, Reading};
use super::table::{Rows, Separator};
use super::tickers::{Tickers, tickers};

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
    detect(encoding, &table).map_err(|error| match (error, separator) {
        // The wrong separator hides the dates.
        (FileError::NoDates { line }, Some(_)) => FileError::NoTable { line },
        (error, _) => error,
    })
}

/// The first tickers of a file that a question names.
const NAMED_TICKERS: usize = 3;

/// So many rows with dates may stand above the names of the columns.
const ROWS_ABOVE_NAMES: usize = 20;

/// How a file that was taken apart is to be read.
pub(super) fn detect(encoding: Encoding, table: &Table) -> Result<Reading, FileError> {
    let separator = table.separator;
    let no_dates = || FileError::NoDates {
        line: table.first_line_with_text,
    };
    let no_table = || FileError::NoTable {
        line: table.first_line_with_text,
    };
    let rows = table.cells.rows();
    if rows.iter().all(|row| row.len() < 2) {
        return Err(no_table());
    }
    let date_column = date_column(rows).ok_or_else(no_dates)?;
    let cells = || rows.iter().map(|row| row.cell(date_column));
    let decided = date_order::decide(cells()).ok_or_else(no_dates)?;
    let mut dates = DateFormat::new(decided.order, "");
    dates.calendar = decided.calendar;
    dates.next_day = decided.next_day;

    // Prices begin at the first row with a date. (Line 0 is of the names in JSON, whatever they are.)
    let first_dated = |from: usize| {
        let mut places = rows.iter().enumerate().skip(from);
        let found = places.find(|(_, row)| {
            row.line > 0 && row.len() >= 2 && dates.date(row.cell(date_column)).is_some()
        });
        found.map(|(place, _)| place)
    };
    let first = first_dated(0).ok_or_else(no_dates)?;
    // Dates above the names are of the day of printing, or of the first price and the last.
    let named = rows.iter().take(first + ROWS_ABOVE_NAMES);
    let named = named.enumerate().find(|(_, row)| names_columns(row));
    let first = named
        .and_then(|(place, _)| first_dated(place))
        .unwrap_or(first);
    let (above, body) = rows.split_at(first);
    let example = body.first().map_or("", |row| row.cell(date_column));
    dates.pattern = DateFormat::new(dates.order, example).pattern;
    let Header { line, names } = header(above, body, date_column);
    let further = body
        .iter()
        .position(|row| is_of_another_table(&row, &names));
    let (body, below) = body.split_at(further.unwrap_or(body.len()));
    let end_line = below.first().map(|row| row.line);
    let others = (0..names.len()).filter(|column| *column != date_column);
    let noted_prices = are_noted(body, others);
    let (decimal_mark, mark_guessed) = decimal_mark(body, names.len(), date_column, separator);
    let mut days = body
        .iter()
        .filter_map(|row| dates.date(row.cell(date_column)));
    let newest_first = days.next() > days.next_back();
    let tickers = tickers(body, &names, date_column, &dates);
    let taken = [Some(date_column), tickers.as_ref().map(|it| it.column)];
    let price = |cell: &str| read_price(cell, decimal_mark, noted_prices);
    let (roles, guessed) = columns::roles(&names, body, taken, price, newest_first);

    let mut doubts: Vec<Doubt> = tickers.iter().map(several).collect();
    if let Some(other) = decided.rival {
        let read = dates.order;
        doubts.push(Doubt::DateOrder { read, other });
    }
    if dates.calendar != Calendar::Gregorian {
        let read = dates.calendar;
        doubts.push(Doubt::Calendar { read });
    }
    if mark_guessed {
        doubts.push(Doubt::DecimalMark { read: decimal_mark });
    }
    if !roles.contains(&ColumnRole::Close) && !roles.contains(&ColumnRole::AdjustedClose) {
        doubts.push(Doubt::NoPriceColumn);
    } else if guessed || are_cut_at_marks(&names, body, separator) {
        doubts.push(Doubt::ColumnsGuessed);
    } else if has_equal_closes(&names, &roles) {
        doubts.push(Doubt::SeveralCloses);
    }
    Ok(Reading {
        kind: table.kind,
        encoding,
        separator,
        decimal_mark,
        noted_prices,
        dates,
        header_line: line,
        first_line: body.first().map_or(1, |row| row.line),
        end_line,
        columns: names
            .into_iter()
            .zip(roles)
            .map(|(name, role)| Column { name, role })
            .collect(),
        tickers,
        symbol: table.symbol.clone(),
        doubts,
    })
}

/// Whether numbers seem to be cut at their decimal or thousands' comma, the mark between two cells as well: the
/// last cells have no name, or more than a few rows have more cells than there are columns.
fn are_cut_at_marks(names: &[String], body: Rows, separator: Separator) -> bool {
    /// Of a hundred rows so many may have a stray mark.
    const FEW_PERCENT: usize = 5;
    let named = names.iter().take_while(|name| !name.is_empty()).count();
    let are_last_nameless = named < names.len() && names[named..].iter().all(String::is_empty);
    let longer = body.iter().filter(|row| row.filled_len() > names.len());
    separator == Separator::Comma
        && named > 1
        && (are_last_nameless || longer.count() * 100 > body.len() * FEW_PERCENT)
}

/// The question of whose rows to read.
fn several(tickers: &Tickers) -> Doubt {
    Doubt::SeveralTickers {
        count: tickers.names.len(),
        first: tickers.names.iter().take(NAMED_TICKERS).cloned().collect(),
    }
}

/// Whether another column is called as the one of the prices is, as that of another share or in another currency
/// is: they are adjusted both, or one word of their names is the same. Numbered names say themselves which is which.
fn has_equal_closes(names: &[String], roles: &[ColumnRole]) -> bool {
    let place = |role| roles.iter().position(|it| *it == role);
    let of = |name: &str| column_words::role(name);
    if place(ColumnRole::AdjustedClose).is_some() {
        let is_adjusted =
            |name: &&String| of(name).is_some_and(|(role, _)| role == ColumnRole::AdjustedClose);
        return names.iter().filter(is_adjusted).count() > 1;
    }
    let word = |name: &str| {
        let is_surely_close = |word: &&str| matches!(of(word), Some((ColumnRole::Close, sure)) if sure > Sureness::Weak);
        let is_numbered = name.starts_with(|c: char| c.is_ascii_digit());
        let (role, sure) = of(name)?;
        if role != ColumnRole::Close || is_numbered {
            return None;
        }
        let mut words = name.split(|c: char| !c.is_alphanumeric());
        let word = match sure {
            Sureness::Weak => return Some(column_words::name_without_currency(name)),
            _ => words.find(is_surely_close),
        };
        word.map(str::to_lowercase)
    };
    let of_close = place(ColumnRole::Close).and_then(|close| word(&names[close]));
    of_close.is_some_and(|of_close| {
        let closes = names
            .iter()
            .filter(|name| word(name).as_ref() == Some(&of_close));
        closes.count() > 1
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
            let cell = row.cell(column);
            evidence.add(without_note(cell).unwrap_or(cell));
        }
    }
    evidence.decide(separator == Separator::Comma)
}
