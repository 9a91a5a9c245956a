//! Text to rows of cells, and what separates the cells.

use super::dates::{DateOrder, date};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::HashMap;

/// What stands between two cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Separator {
    Comma,
    Semicolon,
    Tab,
    Bar,
}

impl Separator {
    pub const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Bar];

    pub(super) fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Bar => b'|',
        }
    }

    /// "semicolons", for people.
    pub fn title(self) -> &'static str {
        match self {
            Self::Comma => "commas",
            Self::Semicolon => "semicolons",
            Self::Tab => "tabs",
            Self::Bar => "bars",
        }
    }
}

/// No price file has more columns; a line of a million commas is none.
pub(super) const MOST_COLUMNS: usize = 64;
/// A row may be longer, but no room is kept for more: one long line would cost as much for every row.
const USUAL_ROW_BYTES: usize = 512;
/// How much of a file decides on the separator: every row of a table has the same one.
const SAMPLE_ROWS: usize = 200;

/// A row that holds something, with its line in the file.
#[derive(Debug)]
pub(super) struct TableRow {
    pub(super) line: u64,
    cells: csv::StringRecord,
}

impl TableRow {
    /// A cell's text, empty where the row is too short.
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or_default()
    }
    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }
    pub(super) fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter()
    }
    fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// The rows of a text that hold something.
pub(super) fn rows(text: &str, separator: Separator) -> impl Iterator<Item = TableRow> {
    let text = closed_quotes(text, separator.byte());
    // One record a line, for no quote is left open; the reader's own line numbers are off after
    // blank lines.
    let numbers: Vec<u64> = lines(&text).map(|(number, _)| number).collect();
    let bytes = match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
        Cow::Owned(text) => Cow::Owned(text.into_bytes()),
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator.byte())
        .from_reader(std::io::Cursor::new(bytes));
    let mut numbers = numbers.into_iter();
    let (mut longest, mut widest) = (0, 0);
    std::iter::from_fn(move || {
        loop {
            // As large as the largest so far, so that it need not grow while it is filled.
            let mut record = csv::StringRecord::with_capacity(longest, widest);
            // The text is UTF-8 and in memory: nothing can fail.
            if !reader.read_record(&mut record).unwrap_or(false) {
                return None;
            }
            record.truncate(MOST_COLUMNS);
            longest = longest.max(record.as_slice().len()).min(USUAL_ROW_BYTES);
            widest = widest.max(record.len());
            let row = TableRow {
                line: numbers.next().unwrap_or_default(),
                cells: record,
            };
            if !row.is_blank() {
                return Some(row);
            }
        }
    })
}

/// The lines that are not empty, with their numbers from 1.
fn lines(text: &str) -> impl Iterator<Item = (u64, &str)> {
    // By bytes: a search for either of two characters takes as long as all the rest.
    let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let mut number = 0;
    let mut rest = text;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let bytes = rest.as_bytes();
            let end = bytes.iter().position(is_end).unwrap_or(bytes.len());
            let ending = match bytes.get(end..) {
                Some([b'\r', b'\n', ..]) => 2,
                Some([_, ..]) => 1,
                _ => 0,
            };
            let line = &rest[..end];
            rest = &rest[end + ending..];
            number += 1;
            if !line.is_empty() {
                return Some((number, line));
            }
        }
        None
    })
}

/// An unclosed quote would swallow the rest of the file. No cell of a price file spans lines, so a
/// line that leaves one open is read without any.
fn closed_quotes(text: &str, separator: u8) -> Cow<'_, str> {
    let open = |line| leaves_quote_open(line, separator);
    if !text.contains('"') || !lines(text).any(|(_, line)| open(line)) {
        return Cow::Borrowed(text);
    }
    let mut closed = String::with_capacity(text.len());
    for line in text.split_inclusive(['\n', '\r']) {
        if open(line) {
            closed.extend(line.chars().filter(|c| *c != '"'));
        } else {
            closed.push_str(line);
        }
    }
    Cow::Owned(closed)
}

/// Reads quotes as the rows' reader does: one opens only at a cell's start, two stand for one.
fn leaves_quote_open(line: &str, separator: u8) -> bool {
    let (mut open, mut at_start) = (false, true);
    let mut bytes = line.trim_end_matches(['\n', '\r']).bytes().peekable();
    while let Some(byte) = bytes.next() {
        if open {
            if byte == b'"' && bytes.next_if_eq(&b'"').is_none() {
                open = false;
            }
        } else {
            open = at_start && byte == b'"';
        }
        at_start = !open && byte == separator;
    }
    open
}

/// Whether a cell is a date in any order.
pub(super) fn is_date(cell: &str) -> bool {
    // A date has five digits at least, or a month's name and three.
    if cell.bytes().filter(u8::is_ascii_digit).count() < 3 {
        return false;
    }
    DateOrder::ALL
        .into_iter()
        .any(|order| date(cell, order).is_some())
}

/// The separator that makes the most rows of one width with a date in them.
pub(super) fn separator(text: &str) -> Option<Separator> {
    Separator::ALL
        .into_iter()
        .filter_map(|separator| {
            let mut widths: HashMap<usize, usize> = HashMap::new();
            for row in rows(sample(text), separator).take(SAMPLE_ROWS) {
                if row.len() >= 2 && row.cells().any(is_date) {
                    *widths.entry(row.len()).or_default() += 1;
                }
            }
            let (width, count) = widths
                .into_iter()
                .max_by_key(|(width, count)| (*count, *width))?;
            Some((separator, (count, width)))
        })
        // The first of equals: a comma rather than a bar.
        .rev()
        .max_by_key(|(_, score)| *score)
        .map(|(separator, _)| separator)
}

/// The beginning of a text, long enough for [`SAMPLE_ROWS`] rows of any table.
fn sample(text: &str) -> &str {
    const LONGEST: usize = SAMPLE_ROWS * 512;
    if text.len() <= LONGEST {
        return text;
    }
    let end = (0..=LONGEST)
        .rev()
        .find(|end| text.is_char_boundary(*end))
        .unwrap_or(0);
    &text[..text[..end].rfind('\n').map_or(end, |newline| newline + 1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_what_makes_a_table() {
        for (text, expected) in [
            ("d,p\n2024-01-02,1.5\n", Some(Separator::Comma)),
            ("d;p\n2024-01-02;311,45\n", Some(Separator::Semicolon)),
            ("Jan 02, 2024\t1,234.50\n", Some(Separator::Tab)),
            ("2024-01-02|1\n", Some(Separator::Bar)),
            ("2024-01-02\n", None),
            ("no,dates,here\n", None),
        ] {
            assert_eq!(separator(text), expected, "{text}");
        }
    }

    #[test]
    fn rows_know_their_lines_and_an_unclosed_quote_costs_one_row() {
        let text = "a,b\r\n\n1,\"2\n3,4\n ,\n5,\"6\"\n";
        let found: Vec<_> = rows(text, Separator::Comma)
            .map(|row| (row.line, row.cells().map(str::to_owned).collect::<Vec<_>>()))
            .collect();
        let expected = [
            (1, ["a", "b"]),
            (3, ["1", "2"]),
            (4, ["3", "4"]),
            (6, ["5", "6"]),
        ];
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for ((line, cells), (expected_line, expected_cells)) in found.iter().zip(expected) {
            assert_eq!(
                (*line, cells.as_slice()),
                (expected_line, &expected_cells.map(String::from)[..])
            );
        }
    }
}
