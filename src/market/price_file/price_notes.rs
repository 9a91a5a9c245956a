//! Notes beside prices: how an exchange made them ("994,16 G"), whether they rose, what a footnote says of them.
//! Where most rows have one, the price is what stands beside it. A note that few rows have may be a damaged
//! digit, so there it makes the cell none of a price.

use super::cell_kind::is_number;
use super::numbers::{Cell, DecimalMark, read};
use super::table::Rows;

/// In small letters. German exchanges: asked and offered, paid, fixed or estimated, rationed, without dividend.
#[rustfmt::skip]
const NOTES: &[&str] = &[
    "g", "b", "t", "-t", "r", "s", "e", "bg", "bb", "bz", "bez", "ebg", "ebb", "rg", "rb", "ratg", "ratb", "exd",
    "*", "**", "#", "†", "‡", "▲", "▼", "△", "▽", "↑", "↓",
];
/// So many rows, one after the other, say whether there are notes.
const ROWS: usize = 1000;
/// So many rows at least have a note, and of those with a price the half.
const FEWEST_ROWS: usize = 3;

/// A price without the note beside it; `None` where there is none.
pub(super) fn without_note(cell: &str) -> Option<&str> {
    // Nearly every price.
    if let (Some(b'0'..=b'9'), Some(b'0'..=b'9')) = (cell.bytes().next(), cell.bytes().next_back())
    {
        return None;
    }
    let is_digit = |c: char| c.is_ascii_digit();
    let text = cell.trim();
    let (first, last) = (text.find(is_digit)?, text.rfind(is_digit)?);
    let (before, after) = (&text[..first], &text[last + 1..]);
    let is_note = |part: &str| NOTES.contains(&part.trim().to_lowercase().as_str());
    match (is_note(before), is_note(after)) {
        (true, _) if !before.contains(char::is_alphabetic) => Some(&text[first..]),
        (_, true) => Some(&text[..=last]),
        _ => None,
    }
}

/// Whether notes stand beside the prices of a table, in one of these columns.
pub(super) fn are_noted(rows: Rows, mut columns: impl Iterator<Item = usize>) -> bool {
    columns.any(|column| {
        let cells = rows.iter().take(ROWS).map(|row| row.cell(column));
        let filled = cells.filter(|cell| !cell.trim().is_empty());
        let (mut prices, mut noted) = (0, 0);
        for cell in filled {
            prices += 1;
            match without_note(cell) {
                Some(price) => noted += usize::from(is_number(price)),
                // Beside millions "b" is for billions.
                None if has_magnitude(cell) => return false,
                None => {}
            }
        }
        noted >= FEWEST_ROWS && noted * 2 >= prices
    })
}

/// Whether a number is multiplied by what stands after it: "1.2M".
fn has_magnitude(cell: &str) -> bool {
    let digits = cell.trim_end_matches(|c: char| !c.is_ascii_digit());
    let is_other = |mark| match (read(cell, mark), read(digits, mark)) {
        (Cell::Number(number), Cell::Number(digits)) => number != digits,
        _ => false,
    };
    digits.len() < cell.len()
        && [DecimalMark::Point, DecimalMark::Comma]
            .into_iter()
            .any(is_other)
}

/// Reads a cell of a column of prices. A letter beside one is a note and no magnitude: prices are not in billions.
pub(super) fn read_price(cell: &str, mark: DecimalMark, are_noted: bool) -> Cell {
    match without_note(cell) {
        None => read(cell, mark),
        Some(price) => match read(price, mark) {
            price if are_noted || price == read(cell, mark) => price,
            _ => Cell::NoNumber,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::{FileError, Reading, read, sniff};
    use super::*;
    use DecimalMark::{Comma, Point};

    #[test]
    fn a_note_is_left_out_where_prices_have_some() {
        for (cell, mark, expected) in [
            ("994,16 G", Comma, 994.16),
            ("994,16b", Comma, 994.16),
            ("1.019,93 bG", Comma, 1019.93),
            ("994,16 -T", Comma, 994.16),
            ("994.16*", Point, 994.16),
            ("▲1,019.93", Point, 1019.93),
            ("$994.16 **", Point, 994.16),
            ("994.16 r", Point, 994.16),
            ("994.16", Point, 994.16),
        ] {
            assert_eq!(
                read_price(cell, mark, true),
                Cell::Number(expected),
                "{cell}"
            );
        }
        for cell in ["994.16 x", "994.16%", "12bp", "G", "b 994.16", "5 days"] {
            assert_eq!(read_price(cell, Point, true), Cell::NoNumber, "{cell}");
        }
    }

    #[test]
    fn elsewhere_a_note_makes_a_cell_no_price() {
        for cell in ["994.16 G", "994.16b", "994.16T", "994.1*"] {
            assert_eq!(read_price(cell, Point, false), Cell::NoNumber, "{cell}");
        }
        // The rand of South Africa, and thousands.
        for (cell, expected) in [("994.16 r", 994.16), ("42.1K", 42_100.0)] {
            assert_eq!(
                read_price(cell, Point, false),
                Cell::Number(expected),
                "{cell}"
            );
        }
    }

    fn sniffed(text: &str) -> Reading {
        sniff(text.as_bytes()).unwrap_or_else(|error| panic!("{text}: {error:?}"))
    }

    #[test]
    fn files_with_notes_give_their_prices_and_volumes_keep_their_magnitude() {
        for notes in [
            [" G"; 4],
            ["b"; 4],
            ["bG", "", " -T", "*"],
            ["T", "b", "", "G"],
        ] {
            let row =
                |(note, day): (&str, usize)| format!("0{day}.02.2024;2.{day}94,5{note};1,5B\n");
            let rows: String = notes.into_iter().zip(1..).map(row).collect();
            for names in ["Datum;Schluss;Volumen\n", ""] {
                let text = format!("{names}{rows}");
                let reading = sniffed(&text);
                let prices = read(text.as_bytes(), &reading, "x").expect(&text).series;
                assert_eq!(prices.prices(), [2194.5, 2294.5, 2394.5, 2494.5], "{text}");
                let volume = prices.rows()[0].volume;
                assert!(volume.is_none_or(|volume| volume == 1.5e9), "{volume:?}");
            }
        }
    }

    #[test]
    fn one_noted_price_among_others_is_dropped() {
        let text =
            "Date,Close\n2024-01-02,10.5\n2024-01-03,11.5\n2024-01-04,12.5b\n2024-01-05,13.5G\n";
        let file = read(text.as_bytes(), &sniffed(text), "x").expect("prices");
        assert_eq!(file.series.prices(), [10.5, 11.5]);
        let text = "Date,Close\n2024-01-02,998.5M\n2024-01-03,999.5M\n2024-01-04,1.01B\n2024-01-05,1.02B\n2024-01-08,1.03B\n";
        let file = read(text.as_bytes(), &sniffed(text), "x").expect("prices");
        assert_eq!(file.series.prices(), [998.5e6, 999.5e6]);
        let all = "Date,Close\n2024-01-02,10.5 x\n2024-01-03,11.5 x\n2024-01-04,12.5 x\n";
        let error = read(all.as_bytes(), &sniffed(all), "x");
        assert!(
            matches!(error, Err(FileError::NoPrices { .. })),
            "{error:?}"
        );
    }
}
