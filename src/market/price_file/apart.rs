//! From bytes to an encoding and a table's cells: what every way to read a file begins with.

use super::encoding::{self, Encoding};
use super::error::FileError;
use super::table::{self, Cells, Separator};

/// The largest file that is looked at: a hundred years of daily prices are 2 MB.
pub const LARGEST_FILE_BYTES: usize = 50 * 1024 * 1024;

/// The rows of a table, in one reading of its bytes.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) separator: Separator,
    pub(super) cells: Cells,
    pub(super) first_line_with_text: u64,
}

/// Refuses a file that is too large to be looked at.
pub(super) fn checked_size(bytes: &[u8]) -> Result<(), FileError> {
    if bytes.len() > LARGEST_FILE_BYTES {
        return Err(FileError::TooLarge { bytes: bytes.len() });
    }
    Ok(())
}

/// The encoding, and the table unless the text is an answer of Alpha Vantage.
pub(super) fn take_apart(
    bytes: &[u8],
    separator: Option<Separator>,
) -> Result<(Encoding, Option<Table>), FileError> {
    checked_size(bytes)?;
    let encoding = encoding::detect(bytes)?;
    let text = encoding::decode(bytes, encoding);
    if is_answer(&text) {
        return Ok((encoding, None));
    }
    let first_line_with_text = first_line_with_text(&text);
    let separator = separator
        .or_else(|| table::separator(&text))
        .ok_or(FileError::NoTable {
            line: first_line_with_text,
        })?;
    let table = Table {
        separator,
        cells: Cells::of(&text, separator, usize::MAX),
        first_line_with_text,
    };
    Ok((encoding, Some(table)))
}

fn first_line_with_text(text: &str) -> u64 {
    let blank = text.lines().take_while(|line| line.trim().is_empty());
    blank.count() as u64 + 1
}

/// Whether a text is a JSON object, as the answers of Alpha Vantage are, and so no table.
fn is_answer(text: &str) -> bool {
    text.trim_start().starts_with('{')
}
