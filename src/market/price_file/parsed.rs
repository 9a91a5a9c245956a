//! A file taken apart once, to be sniffed, previewed, corrected and read. Taking a table apart is a
//! third of the work, and a task of its own on the page.

use super::apart::{Table, take_apart};
use super::correction::Correction;
use super::detect::detect;
use super::encoding::Encoding;
use super::error::FileError;
use super::preview::{self, Preview};
use super::reading::{FileKind, Reading};
use super::rows::{self, FilePrices};
use super::table::Rows;

/// A file's bytes and its rows.
#[derive(Debug)]
pub struct ParsedFile {
    bytes: Vec<u8>,
    encoding: Encoding,
    table: Table,
}

/// Takes a file apart.
///
/// # Errors
///
/// Too large, empty, no text, or nothing that separates cells.
pub fn parse(bytes: Vec<u8>) -> Result<ParsedFile, FileError> {
    let (encoding, table) = take_apart(&bytes, None)?;
    Ok(ParsedFile {
        bytes,
        encoding,
        table,
    })
}

impl ParsedFile {
    /// How many bytes it has.
    pub fn size(&self) -> usize {
        self.bytes.len()
    }

    /// As [`sniff`](super::sniff) of its bytes.
    ///
    /// # Errors
    ///
    /// Nothing like a table of dates and numbers in it.
    pub fn sniff(&self) -> Result<Reading, FileError> {
        detect(self.encoding, &self.table)
    }

    /// As [`read`](super::read) of its bytes.
    ///
    /// # Errors
    ///
    /// As [`read`](super::read).
    pub fn read(&self, reading: &Reading, name: &str) -> Result<FilePrices, FileError> {
        match self.rows_in(reading) {
            Some(rows) => rows::read_rows(rows, reading, name),
            None => rows::read(&self.bytes, reading, name),
        }
    }

    /// As [`preview`](super::preview()) of its bytes.
    ///
    /// # Errors
    ///
    /// As [`preview`](super::preview()).
    pub fn preview(&self, reading: &Reading) -> Result<Preview, FileError> {
        match self.rows_in(reading) {
            Some(rows) => Ok(preview::preview_table(rows, reading)),
            None => preview::preview(&self.bytes, reading),
        }
    }

    /// As [`Reading::corrected`] by its bytes.
    ///
    /// # Errors
    ///
    /// As [`Reading::corrected`].
    pub fn corrected(
        &self,
        reading: &Reading,
        correction: Correction,
    ) -> Result<Reading, FileError> {
        match (self.rows_in(reading), correction) {
            (None, _) | (_, Correction::Separator(_)) => reading.corrected(&self.bytes, correction),
            (Some(rows), _) => Ok(reading.corrected_by_rows(rows, correction)),
        }
    }

    /// The file's rows, unless `reading` has another separator, which makes other rows.
    fn rows_in(&self, reading: &Reading) -> Option<Rows<'_>> {
        let is_same = reading.kind == self.table.kind
            && reading.encoding == self.encoding
            && (reading.kind != FileKind::Table || reading.separator == self.table.separator);
        is_same.then(|| self.table.cells.rows())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{DateOrder, DecimalMark, Separator, preview, read, sniff};
    use super::{Correction, Reading, parse};

    #[test]
    fn a_file_taken_apart_reads_as_its_bytes_do() {
        for text in [
            "date,close\n2024-03-25,10\n2024-03-26,11\n",
            "\u{feff}Datum;Kurs\n25.03.2024;1.234,5\n26.03.2024;1.240,5\n",
            r#"{"Meta Data":{},"Time Series (Daily)":{"2024-03-25":{"4. close":"10.0"}}}"#,
        ] {
            let parsed = parse(text.into()).expect("a file");
            let reading = sniff(text.as_bytes()).expect("a file");
            assert_eq!(parsed.sniff(), Ok(reading.clone()));
            let prices = read(text.as_bytes(), &reading, "x");
            assert!(prices.is_ok(), "{prices:?}");
            assert_eq!(parsed.read(&reading, "x"), prices);
            // Corrected by hand, too.
            for reading in [
                Reading {
                    separator: Separator::Bar,
                    ..reading.clone()
                },
                Reading {
                    decimal_mark: DecimalMark::Comma,
                    ..reading
                },
            ] {
                let expected = read(text.as_bytes(), &reading, "x");
                assert_eq!(parsed.read(&reading, "x"), expected);
                let expected = preview(text.as_bytes(), &reading);
                assert_eq!(parsed.preview(&reading), expected);
                for correction in [
                    Correction::Separator(Separator::Comma),
                    Correction::DecimalMark(DecimalMark::Point),
                    Correction::DateOrder(DateOrder::DayMonthYear),
                    Correction::DateColumn(1),
                    Correction::PriceColumn(0),
                    Correction::Ticker(1),
                ] {
                    assert_eq!(
                        parsed.corrected(&reading, correction),
                        reading.corrected(text.as_bytes(), correction),
                        "{correction:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn what_cannot_be_taken_apart_is_refused_as_it_is_sniffed() {
        for text in ["", "no table\n", "\n\nwords, words\n", "PK\u{3}\u{4}"] {
            let parsed = parse(text.into()).and_then(|parsed| parsed.sniff());
            assert_eq!(parsed, sniff(text.as_bytes()), "{text}");
            assert!(parsed.is_err(), "{text}");
        }
    }
}
