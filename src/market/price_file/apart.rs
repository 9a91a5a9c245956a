//! From bytes to an encoding and a table's cells: what every way to read a file begins with.

use super::encoding::{self, Encoding};
use super::error::FileError;
use super::json_file::JsonTable;
use super::reading::{FileKind, Reading};
use super::table::{self, Cells, Separator};
use super::whole_dates::with_whole_dates;
use super::{content, json_file};
use std::borrow::Cow;

/// The largest file that is looked at: a hundred years of daily prices are 2 MB.
pub const LARGEST_FILE_BYTES: usize = 50 * 1024 * 1024;

/// The rows of a file, in one reading of its bytes.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) kind: FileKind,
    /// What separates a table's cells.
    pub(super) separator: Separator,
    pub(super) cells: Cells,
    pub(super) first_line_with_text: u64,
    /// What the file says that its prices are of.
    pub(super) symbol: Option<String>,
}

/// Refuses a file that is too large to be looked at.
pub(super) fn checked_size(bytes: &[u8]) -> Result<(), FileError> {
    if bytes.len() > LARGEST_FILE_BYTES {
        return Err(FileError::TooLarge { bytes: bytes.len() });
    }
    Ok(())
}

/// The encoding and the rows.
pub(super) fn take_apart(
    bytes: &[u8],
    separator: Option<Separator>,
) -> Result<(Encoding, Table), FileError> {
    checked_size(bytes)?;
    let encoding = encoding::detect(bytes)?;
    let text = text(bytes, encoding);
    if let Some(what) = content::page(&text) {
        return Err(FileError::NotText { what });
    }
    if json_file::is_json(&text) {
        let JsonTable {
            kind,
            cells,
            symbol,
        } = json_file::table(&text)?;
        let table = Table {
            kind,
            separator: Separator::Comma,
            cells,
            first_line_with_text: 1,
            symbol,
        };
        return Ok((encoding, table));
    }
    let line = first_line_with_text(&text);
    let found = separator.or_else(|| table::separator(&text));
    let Some(separator) = found else {
        return Err(match table::is_of_numbers(&text) {
            true => FileError::NoDates { line },
            false if json_file::is_refusal(&text) => FileError::ServiceError { status: None },
            false => FileError::NoTable { line },
        });
    };
    let table = Table {
        kind: FileKind::Table,
        separator,
        cells: table_cells(&text, separator),
        first_line_with_text: line,
        symbol: None,
    };
    Ok((encoding, table))
}

/// The rows of a file as `reading` has them.
pub(super) fn cells(bytes: &[u8], reading: &Reading) -> Result<Cells, FileError> {
    checked_size(bytes)?;
    let text = text(bytes, reading.encoding);
    Ok(match reading.kind {
        FileKind::Table => table_cells(&text, reading.separator),
        FileKind::Json | FileKind::AlphaVantage => json_file::table(&text)?.cells,
    })
}

fn table_cells(text: &str, separator: Separator) -> Cells {
    with_whole_dates(Cells::of(text, separator, usize::MAX))
}

/// The text, out of the quotes that stand around each of its lines where a table was saved as one column.
fn text(bytes: &[u8], encoding: Encoding) -> Cow<'_, str> {
    let text = encoding::decode(bytes, encoding);
    let within = |line: &'_ str| {
        let quoted = line
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'));
        quoted.map(|line| line.replace("\"\"", "\u{0}"))
    };
    let filled = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    let is_quoted = |line: &str| within(line).is_some_and(|line| !line.contains('"'));
    if !filled().all(is_quoted) {
        return text;
    }
    let lines = text
        .lines()
        .map(|line| within(line.trim()).unwrap_or_default());
    let lines: Vec<String> = lines.map(|line| line.replace('\u{0}', "\"")).collect();
    Cow::Owned(lines.join("\n"))
}

fn first_line_with_text(text: &str) -> u64 {
    let blank = text.lines().take_while(|line| line.trim().is_empty());
    blank.count() as u64 + 1
}
