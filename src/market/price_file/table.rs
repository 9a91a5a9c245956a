//! Text to rows of cells, and what separates the cells.

use super::blanks::Blanks;
use super::cell_kind::{Kind, kind};
use super::periods::period;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// What stands between two cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Separator {
    Comma,
    Semicolon,
    Tab,
    Bar,
    /// One or more between two cells.
    Blanks,
}

impl Separator {
    /// In the order of the preview's choice; of equally good ones the first is taken.
    pub const ALL: [Self; 5] = [
        Self::Comma,
        Self::Semicolon,
        Self::Tab,
        Self::Bar,
        Self::Blanks,
    ];

    /// Its byte; `None` where it is not just one.
    fn byte(self) -> Option<u8> {
        match self {
            Self::Comma => Some(b','),
            Self::Semicolon => Some(b';'),
            Self::Tab => Some(b'\t'),
            Self::Bar => Some(b'|'),
            Self::Blanks => None,
        }
    }
}

/// No price file has more columns; a line of a million commas is none.
pub(super) const MOST_COLUMNS: usize = 64;
/// A row may be longer; so much room is kept for it at first.
const USUAL_ROW_BYTES: usize = 512;
/// How much of a file decides on the separator: every row of a table has the same one.
const SAMPLE_ROWS: usize = 200;

/// The rows of a text that hold something. All cells stand in one text, one after the other: a text of
/// its own for every cell, or every row, takes longer to make than to read.
#[derive(Debug, Default)]
pub(super) struct Cells {
    text: String,
    /// Where each cell ends in `text`; it starts where the one before ends.
    ends: Vec<usize>,
    rows: Vec<Place>,
}

/// Where a row's cells are.
#[derive(Debug, Clone, Copy)]
struct Place {
    line: u64,
    first_cell: usize,
    cells: usize,
}

/// Consecutive rows, as a slice is of a list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rows<'a> {
    cells: &'a Cells,
    places: &'a [Place],
}

/// A row that holds something, with its line in the file.
#[derive(Debug, Clone, Copy)]
pub(super) struct TableRow<'a> {
    pub(super) line: u64,
    text: &'a str,
    /// Where the first cell starts in `text`.
    start: usize,
    ends: &'a [usize],
}

impl Cells {
    /// Takes a text apart, or no more than its first `most` rows.
    pub(super) fn of(text: &str, separator: Separator, most: usize) -> Self {
        let Some(byte) = separator.byte() else {
            return Self::apart_by_blanks(text, most);
        };
        let text = closed_quotes(text, byte);
        // One record a line, for no quote is left open; the reader's own line numbers are off after
        // blank lines.
        let mut numbers = lines(&text).map(|(number, _)| number);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(byte)
            .from_reader(text.as_bytes());
        let mut record = csv::StringRecord::new();
        let mut cells = Self {
            text: String::with_capacity(text.len().min(most.saturating_mul(USUAL_ROW_BYTES))),
            ends: Vec::new(),
            rows: Vec::new(),
        };
        // The text is UTF-8 and in memory: nothing can fail.
        while cells.rows.len() < most && reader.read_record(&mut record).unwrap_or(false) {
            let line = numbers.next().unwrap_or_default();
            record.truncate(MOST_COLUMNS);
            let row = record.as_slice();
            if row.trim().is_empty() {
                continue;
            }
            let start = cells.text.len();
            cells.rows.push(Place {
                line,
                first_cell: cells.ends.len(),
                cells: record.len(),
            });
            let ends = (0..record.len()).filter_map(|cell| record.range(cell));
            cells.ends.extend(ends.map(|range| start + range.end));
            cells.text.push_str(row);
        }
        cells
    }

    fn apart_by_blanks(text: &str, most: usize) -> Self {
        let filled = || lines(text).filter(|(_, line)| !line.trim().is_empty());
        let blanks = Blanks::of(filled().map(|(_, line)| line));
        let mut cells = Self::default();
        for (number, line) in filled().take(most) {
            cells.push(number, blanks.cells(line).into_iter());
        }
        cells
    }

    /// Adds a row. Of more cells than a table has columns, the first are taken.
    pub(super) fn push<'a>(&mut self, line: u64, cells: impl Iterator<Item = &'a str>) {
        let first_cell = self.ends.len();
        for cell in cells.take(MOST_COLUMNS) {
            self.text.push_str(cell);
            self.ends.push(self.text.len());
        }
        self.rows.push(Place {
            line,
            first_cell,
            cells: self.ends.len() - first_cell,
        });
    }

    pub(super) fn rows(&self) -> Rows<'_> {
        Rows {
            cells: self,
            places: &self.rows,
        }
    }
}

impl<'a> Rows<'a> {
    pub(super) fn len(self) -> usize {
        self.places.len()
    }

    pub(super) fn iter(self) -> impl DoubleEndedIterator<Item = TableRow<'a>> + Clone {
        self.places.iter().map(move |place| self.row(place))
    }

    pub(super) fn first(self) -> Option<TableRow<'a>> {
        self.places.first().map(|place| self.row(place))
    }

    /// The rows before the one at `index`, and the others.
    pub(super) fn split_at(self, index: usize) -> (Self, Self) {
        let (before, after) = self.places.split_at(index);
        let rows = |places| Self { places, ..self };
        (rows(before), rows(after))
    }

    fn row(self, place: &Place) -> TableRow<'a> {
        let Place {
            line,
            first_cell,
            cells,
        } = *place;
        let ends = &self.cells.ends;
        TableRow {
            line,
            text: &self.cells.text,
            start: first_cell.checked_sub(1).map_or(0, |before| ends[before]),
            ends: &ends[first_cell..first_cell + cells],
        }
    }
}

impl<'a> TableRow<'a> {
    /// A cell's text, empty where the row is too short.
    pub(super) fn cell(&self, column: usize) -> &'a str {
        let Some(end) = self.ends.get(column) else {
            return "";
        };
        let start = match column {
            0 => self.start,
            _ => self.ends[column - 1],
        };
        &self.text[start..*end]
    }
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }
    /// How many cells there are up to the last that holds something.
    pub(super) fn filled_len(&self) -> usize {
        let is_filled = |column: &usize| !self.cell(*column).trim().is_empty();
        (0..self.len())
            .rev()
            .find(is_filled)
            .map_or(0, |last| last + 1)
    }
    pub(super) fn cells(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let row = *self;
        (0..row.len()).map(move |column| row.cell(column))
    }
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

/// How well a separator does; the better one is the greater.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    dated_rows: usize,
    rows_with_long_numbers: usize,
    /// Dates and numbers, less what is neither: a cut number leaves halves that are none.
    good_cells: i64,
}

/// The separator that makes the most rows with a date among their cells; where no row has one, that which
/// makes the most numbers.
pub(super) fn separator(text: &str) -> Option<Separator> {
    let text = sample(text);
    Separator::ALL
        .into_iter()
        .filter_map(|separator| {
            let mut fit = Fit::default();
            let sample = Cells::of(text, separator, SAMPLE_ROWS);
            for row in sample.rows().iter().filter(|row| row.len() >= 2) {
                let mut has = [false; 2];
                for cell in row.cells() {
                    match kind(cell) {
                        Kind::Date => has[0] = true,
                        Kind::LongNumber => has[1] = true,
                        Kind::Number => {}
                        Kind::Other if period(cell).is_some() => {}
                        Kind::Other => {
                            fit.good_cells -= i64::from(!cell.trim().is_empty());
                            continue;
                        }
                    }
                    fit.good_cells += 1;
                }
                fit.dated_rows += usize::from(has[0]);
                fit.rows_with_long_numbers += usize::from(has[1]);
            }
            // Blanks stand between the words of any text, and within the cells of one with tabs.
            let is_of_words = fit.good_cells < 0 || text.contains('\t');
            let is_table = separator != Separator::Blanks || !is_of_words;
            let fits = is_table && (fit.dated_rows > 0 || fit.good_cells > 0);
            fits.then_some((separator, fit))
        })
        // The first of equals: a comma rather than a bar.
        .rev()
        .max_by_key(|(_, fit)| *fit)
        .map(|(separator, _)| separator)
}

/// Whether most lines of a text that is no table hold a number, alone or among others.
pub(super) fn is_of_numbers(text: &str) -> bool {
    let (mut rows, mut numbers) = (0, 0);
    for (_, line) in lines(sample(text)).filter(|(_, line)| !line.trim().is_empty()) {
        let is_number = |part: &str| matches!(kind(part.trim()), Kind::Number | Kind::LongNumber);
        let mut parts = line.split([',', ';', '|', ' ', '\t']);
        rows += 1;
        numbers += usize::from(is_number(line) || parts.any(is_number));
    }
    numbers >= 2 && numbers * 2 > rows
}

/// The beginning of a text, long enough for [`SAMPLE_ROWS`] rows of any table.
fn sample(text: &str) -> &str {
    const LONGEST: usize = SAMPLE_ROWS * USUAL_ROW_BYTES;
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
            // Rows of different lengths; decimals that could be a time; no dates at all.
            (
                "2024-01-02;1,5;7\n2024-01-03;1,5\n",
                Some(Separator::Semicolon),
            ),
            ("1709596800;1,983423712\n", Some(Separator::Semicolon)),
            ("11,06;11,08;10,9\n", Some(Separator::Semicolon)),
        ] {
            assert_eq!(separator(text), expected, "{text}");
        }
    }

    #[test]
    fn rows_know_their_lines_and_an_unclosed_quote_costs_one_row() {
        let text = "a,b\r\n\n1,\"2\n3,4\n ,\n5,\"6\"\n";
        let cells = Cells::of(text, Separator::Comma, usize::MAX);
        let found: Vec<_> = (cells.rows().iter())
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
