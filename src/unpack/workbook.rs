//! A workbook's sheet of prices as comma-separated values. What the workbook knows as a date becomes an
//! ISO day and what it knows as a number has a decimal point, so that nothing of them has to be guessed
//! by who reads the text; a cell of text stays as it is. Lines are the sheet's rows by their numbers.

use super::archive::Part;
use super::prices::Nearness;
use crate::market::price_file::{LARGEST_FILE_BYTES, UnpackError, Unpacked};
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};
use std::fmt::Write;
use std::io::Cursor;

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

/// No table of prices has more columns.
const MOST_COLUMNS: u32 = 64;
/// As many rows as a sheet can have.
const MOST_ROWS: u32 = 1 << 20;

/// The first visible sheet with dates and prices, of a workbook that is called `name`. Where none has
/// any, the first that comes nearest, to be told what it lacks. The sheet's name is added where there are
/// several.
pub(super) fn sheet(name: &str, bytes: &[u8]) -> Result<(Nearness, Unpacked), UnpackError> {
    let unreadable = |_| UnpackError::Unreadable;
    let mut workbook: Workbook = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let sheets: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut nearest: Option<(Nearness, Unpacked)> = None;
    let mut left = LARGEST_FILE_BYTES;
    for sheet in &sheets {
        let text = text(&mut workbook, sheet, left)?;
        left -= text.len().min(left);
        let bytes = text.into_bytes();
        let nearness = Nearness::of(&bytes);
        if nearness > nearest.as_ref().map_or(Nearness::Empty, |(it, _)| *it) {
            let name = match sheets.len() {
                1 => name.to_owned(),
                _ => format!("{name} ({sheet})"),
            };
            nearest = Some((nearness, Unpacked { name, bytes }));
        }
        if nearness == Nearness::Prices {
            break;
        }
    }
    nearest.ok_or(UnpackError::NoPrices)
}

/// Whether a part of a workbook may be read. The list of its texts says how many they are, and room is
/// made for so many before one is read.
pub(super) fn is_sound(part: &Part) -> bool {
    const COUNT: &str = "uniqueCount";
    /// The shortest text is `<si/>`.
    const SHORTEST_TEXT: u64 = 5;
    if !part.name.ends_with("sharedstrings.xml") {
        return true;
    }
    let beginning = String::from_utf8_lossy(part.beginning);
    let tag = beginning.split_once("sst").map_or("", |(_, rest)| rest);
    let tag = tag.split('>').next().unwrap_or_default();
    let Some((_, value)) = tag.split_once(COUNT) else {
        return true;
    };
    let value = value.trim_start_matches(|c: char| !c.is_ascii_digit());
    let end = value.find(|c: char| !c.is_ascii_digit());
    let count = value[..end.unwrap_or(value.len())].parse::<u64>();
    count.is_ok_and(|count| count <= part.size / SHORTEST_TEXT)
}

/// A sheet's cells, a line for each row.
fn text(workbook: &mut Workbook, sheet: &str, most_bytes: usize) -> Result<String, UnpackError> {
    let unreadable = |_| UnpackError::Unreadable;
    let mut cells = workbook.worksheet_cells_reader(sheet).map_err(unreadable)?;
    let mut text = String::new();
    let (mut row, mut column) = (0, 0);
    while let Some(cell) = cells.next_cell().map_err(unreadable)? {
        let (of_row, of_column) = cell.get_position();
        // Sheets are written row by row; one that goes back is damaged.
        if of_row < row || of_row >= MOST_ROWS || (of_row == row && of_column < column) {
            return Err(UnpackError::Unreadable);
        }
        if of_column >= MOST_COLUMNS {
            continue;
        }
        while row < of_row {
            text.push('\n');
            (row, column) = (row + 1, 0);
        }
        while column < of_column {
            text.push(',');
            column += 1;
        }
        write_cell(&mut text, cell.get_value());
        if text.len() > most_bytes {
            return Err(UnpackError::TooLarge);
        }
    }
    text.push('\n');
    Ok(text)
}

fn write_cell(text: &mut String, cell: &DataRef) {
    // Writing into a text cannot fail.
    let _ = match cell {
        DataRef::Int(number) => write!(text, "{number}"),
        DataRef::Float(number) => write!(text, "{number}"),
        DataRef::DateTime(time) if time.is_datetime() => write_time(text, time),
        DataRef::DateTime(duration) => write!(text, "{}", duration.as_f64()),
        DataRef::String(words) => write_words(text, words),
        DataRef::SharedString(words) => write_words(text, words),
        DataRef::DateTimeIso(words) | DataRef::DurationIso(words) => write_words(text, words),
        DataRef::Bool(value) => write!(text, "{value}"),
        // An error of a formula, such as #N/A, is no price.
        DataRef::Error(_) | DataRef::Empty => Ok(()),
    };
}

/// A day, or a moment within it.
fn write_time(text: &mut String, time: &ExcelDateTime) -> std::fmt::Result {
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    // A number below one is a time of day without a date.
    if time.as_f64() >= 1.0 {
        write!(text, "{year:04}-{month:02}-{day:02}")?;
        if (hour, minute, second) == (0, 0, 0) {
            return Ok(());
        }
        text.push('T');
    }
    write!(text, "{hour:02}:{minute:02}:{second:02}")
}

/// In quotes where a mark in it would make two cells or two lines of one.
fn write_words(text: &mut String, words: &str) -> std::fmt::Result {
    let words = words.trim();
    if !words.contains(['"', ',', '\n', '\r']) {
        return text.write_str(words);
    }
    text.push('"');
    for character in words.chars() {
        match character {
            '"' => text.push_str("\"\""),
            '\n' | '\r' => text.push(' '),
            other => text.push(other),
        }
    }
    text.write_char('"')
}
