//! What a cell is worth: `5,281.3`, `153.661.872`, `$212.69`, `39.52K`, `1'234.50`.

use crate::number;
use serde::{Deserialize, Serialize};

/// The mark between a number's whole part and its decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DecimalMark {
    Point,
    Comma,
}

impl DecimalMark {
    fn byte(self) -> u8 {
        match self {
            Self::Point => b'.',
            Self::Comma => b',',
        }
    }
}

/// A cell of a column of numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Cell {
    Number(f64),
    /// Empty, or a word for "nothing".
    Missing,
    /// Something else.
    NoNumber,
}

impl Cell {
    pub(super) fn number(self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number),
            Self::Missing | Self::NoNumber => None,
        }
    }
}

const WORDS_FOR_NOTHING: [&str; 11] = [
    "-", "--", "–", "—", "n/a", "na", "n.a.", "nan", "null", "none", "#n/a",
];
const CURRENCIES: [&str; 38] = [
    "US$", "R$", "C$", "A$", "HK$", "NT$", "$", "€", "£", "¥", "₹", "₩", "₺", "₽", "฿", "元", "円",
    "원", "zł", "Kč", "kr", "USD", "EUR", "GBP", "PLN", "CHF", "JPY", "CNY", "KRW", "TRY", "RUB",
    "BRL", "INR", "SEK", "NOK", "DKK", "CAD", "AUD",
];
/// Longer ones first: `Mio` ends in no other's letters, but `Mrd` must not be taken for `M`.
const MAGNITUDES: [(&str, f64); 19] = [
    ("млрд", 1e9),
    ("млн", 1e6),
    ("тыс", 1e3),
    ("mrd", 1e9),
    ("mld", 1e9),
    ("mln", 1e6),
    ("mio", 1e6),
    ("bn", 1e9),
    ("k", 1e3),
    ("m", 1e6),
    ("b", 1e9),
    ("t", 1e12),
    // East Asia counts in ten thousands.
    ("万", 1e4),
    ("萬", 1e4),
    ("만", 1e4),
    ("亿", 1e8),
    ("億", 1e8),
    ("억", 1e8),
    ("兆", 1e12),
];
/// What groups digits beside a point or a comma: apostrophes, and blanks of all widths.
const GROUPING: [char; 12] = [
    ' ', '\'', '’', '‘', 'ʼ', '′', '´', '`', '\u{a0}', '\u{2007}', '\u{2009}', '\u{202f}',
];

/// Reads a cell.
pub(super) fn read(text: &str, mark: DecimalMark) -> Cell {
    // The usual case first.
    if let Some(number) = number::plain(text, mark.byte()) {
        return Cell::Number(number);
    }
    let text = trimmed(text);
    if text.is_empty() {
        return Cell::Missing;
    }
    if WORDS_FOR_NOTHING
        .iter()
        .any(|word| text.eq_ignore_ascii_case(word))
    {
        return Cell::Missing;
    }
    let (negative, text) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (digits, magnitude) = without_units(text);
    match plain_number(digits, mark) {
        Some(number) if negative => finite(-number * magnitude),
        Some(number) => finite(number * magnitude),
        None => Cell::NoNumber,
    }
}

fn finite(number: f64) -> Cell {
    if number.is_finite() {
        Cell::Number(number)
    } else {
        Cell::NoNumber
    }
}

/// Blanks of all kinds and stray quotes.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c == '"' || c == '\u{feff}')
}

/// The digits and their marks alone, and what a `K`, `M` or `B` multiplies them by.
fn without_units(text: &str) -> (&str, f64) {
    let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    if digit(text.as_bytes().first()) && digit(text.as_bytes().last()) {
        return (text, 1.0);
    }
    let mut text = text;
    for currency in CURRENCIES {
        if let Some(rest) = text
            .strip_prefix(currency)
            .or_else(|| text.strip_suffix(currency))
        {
            text = rest.trim();
            break;
        }
    }
    for (unit, magnitude) in MAGNITUDES {
        let cut = text.len().saturating_sub(unit.len());
        if let Some(end) = text.get(cut..)
            && end.eq_ignore_ascii_case(unit)
        {
            return (text[..cut].trim_end(), magnitude);
        }
    }
    (text.trim_end_matches('.'), 1.0)
}

/// Digits in groups, decimals, perhaps an exponent: nothing else.
fn plain_number(text: &str, mark: DecimalMark) -> Option<f64> {
    if !text.starts_with(|c: char| c.is_ascii_digit() || c == mark.byte() as char) {
        return None;
    }
    let (text, exponent) = match text.find(['e', 'E']) {
        Some(at) => (&text[..at], text[at + 1..].parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (whole, decimals) = text
        .split_once(mark.byte() as char)
        .map_or((text, ""), |(whole, decimals)| (whole, decimals));
    if !decimals.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let whole = without_groups(whole, mark)?;
    if whole.is_empty() && decimals.is_empty() {
        return None;
    }
    number::parse(&format!("{whole}.{decimals}e{exponent}"))
}

/// `1,234,567` → `1234567`: one kind of mark throughout, groups of three, or of two before the last
/// one as in India.
fn without_groups(whole: &str, mark: DecimalMark) -> Option<String> {
    let Some(group) = whole.chars().find(|c| !c.is_ascii_digit()) else {
        return Some(whole.to_owned());
    };
    let allowed = match mark {
        DecimalMark::Point => ',',
        DecimalMark::Comma => '.',
    };
    if group != allowed && !GROUPING.contains(&group) {
        return None;
    }
    let groups: Vec<&str> = whole.split(group).collect();
    let (first, rest) = groups.split_first()?;
    let (last, middle) = rest.split_last()?;
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let good = (1..=3).contains(&first.len())
        && last.len() == 3
        && middle.iter().all(|group| matches!(group.len(), 2 | 3))
        && groups.iter().all(|group| digits(group));
    good.then(|| groups.concat())
}

/// What cells say about the decimal mark.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Evidence {
    /// Cells that can only be read with a decimal point, or only with a comma.
    point: usize,
    comma: usize,
    /// `12.345` and `12,345`: three decimals or a thousands mark.
    unclear_point: usize,
    unclear_comma: usize,
}

impl Evidence {
    pub(super) fn add(&mut self, cell: &str) {
        // Most cells are bare numbers, and there are many.
        let Some(marks) = Marks::of(cell).or_else(|| {
            let (digits, _) = without_units(trimmed(cell).trim_start_matches(['-', '+', '−']));
            // What groups the thousands leaves the other mark to the decimals.
            match digits.split_once(GROUPING) {
                Some(_) => Marks::of(&digits.replace(GROUPING, "")).map(Marks::of_decimals),
                None => Marks::of(digits),
            }
        }) else {
            return;
        };
        match (marks.points, marks.commas) {
            (0, 0) => {}
            (1.., 1..) if marks.last_is_point => self.point += 1,
            (1.., 1..) => self.comma += 1,
            // A mark that stands twice groups.
            (2.., 0) => self.comma += 1,
            (0, 2..) => self.point += 1,
            (1, 0) if marks.last_is_decimal => self.point += 1,
            (0, 1) if marks.last_is_decimal => self.comma += 1,
            (1, 0) => self.unclear_point += 1,
            _ => self.unclear_comma += 1,
        }
    }

    /// The mark, and whether that is only a guess.
    pub(super) fn decide(self, comma_separates_cells: bool) -> (DecimalMark, bool) {
        use DecimalMark::{Comma, Point};
        if self.point != self.comma {
            let mark = if self.point > self.comma {
                Point
            } else {
                Comma
            };
            // One odd cell among many is a typing error; as many as that are none.
            let doubtful = self.point.min(self.comma) * 4 > self.point.max(self.comma);
            return (mark, doubtful);
        }
        if self.point > 0 {
            return (Point, true);
        }
        match (self.unclear_point, self.unclear_comma) {
            (0, 0) => (Point, false),
            // Where the comma separates cells, a quoted one groups thousands.
            (0, _) if comma_separates_cells => (Point, true),
            (0, _) => (Comma, true),
            // `1.234` beside `12,345`: both group, or both are decimals; neither can be.
            (_, 0) => (Point, !comma_separates_cells),
            _ => (Point, true),
        }
    }
}

/// The points and commas between the digits of a number.
struct Marks {
    points: usize,
    commas: usize,
    last_is_point: bool,
    /// As the only mark, the last one cannot group thousands.
    last_is_decimal: bool,
}

impl Marks {
    /// The same, where the thousands are grouped by something else.
    fn of_decimals(self) -> Self {
        Self {
            last_is_decimal: true,
            ..self
        }
    }

    /// `None` where anything else stands in the text.
    fn of(text: &str) -> Option<Self> {
        let (mut points, mut commas, mut last) = (0, 0, 0);
        for (at, byte) in text.bytes().enumerate() {
            match byte {
                b'0'..=b'9' => continue,
                b'.' => points += 1,
                b',' => commas += 1,
                _ => return None,
            }
            last = at;
        }
        Some(Self {
            points,
            commas,
            last_is_point: text.as_bytes().get(last) == Some(&b'.'),
            last_is_decimal: text.len() != last + 4
                || !(1..=3).contains(&last)
                || text.starts_with('0'),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use DecimalMark::{Comma, Point};

    #[test]
    fn numbers_of_all_kinds_are_read() {
        for (text, mark, expected) in [
            ("5,281.3", Point, 5281.3),
            ("$212.69", Point, 212.69),
            ("39.52K", Point, 39_520.0),
            ("1.2M", Point, 1_200_000.0),
            ("2B", Point, 2e9),
            ("-2.5", Point, -2.5),
            ("12,34,567.5", Point, 1_234_567.5),
            ("1'234.50", Point, 1234.5),
            ("1.5e3", Point, 1500.0),
            (" 7 ", Point, 7.0),
            (".5", Point, 0.5),
            ("311,45", Comma, 311.45),
            ("153.661.872", Comma, 153_661_872.0),
            ("1.234,5 €", Comma, 1234.5),
            ("1\u{a0}234,5", Comma, 1234.5),
            ("3 Mio", Comma, 3e6),
            ("1’234’567.50", Point, 1_234_567.5),
            ("1\u{202f}234\u{202f}567,5", Comma, 1_234_567.5),
            ("2.5億", Point, 2.5e8),
            ("₩71,000", Point, 71_000.0),
            ("12,5 млн", Comma, 12.5e6),
        ] {
            assert_eq!(read(text, mark), Cell::Number(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_told_from_what_is_missing() {
        for text in ["", "  ", "-", "N/A", "null", "NaN", "None"] {
            assert_eq!(read(text, Point), Cell::Missing, "{text:?}");
        }
        for text in [
            "abc", "1.2.3", "1,23", "12,3456", "inf", "1e999", "0x10", "4%", "1 2", "K", ".", "é",
        ] {
            assert_eq!(read(text, Point), Cell::NoNumber, "{text:?}");
        }
        assert_eq!(read("1,234.5", Comma), Cell::NoNumber);
    }

    fn mark(cells: &[&str], comma_separates_cells: bool) -> (DecimalMark, bool) {
        let mut evidence = Evidence::default();
        cells.iter().for_each(|cell| evidence.add(cell));
        evidence.decide(comma_separates_cells)
    }

    #[test]
    fn the_decimal_mark_is_decided_by_all_cells() {
        assert_eq!(mark(&["1.234", "1.5"], false), (Point, false));
        assert_eq!(mark(&["1.234", "153.661.872"], false), (Comma, false));
        assert_eq!(mark(&["1,234", "0,123"], false), (Comma, false));
        assert_eq!(mark(&["5,281.3", "1,234"], true), (Point, false));
        assert_eq!(mark(&["12", "100"], false), (Point, false));
        assert_eq!(
            mark(&["1\u{202f}234,567", "1\u{202f}235,1"], false),
            (Comma, false)
        );
        assert_eq!(mark(&["1'234.567"], false), (Point, false));
        // A question: three decimals, or thousands?
        assert_eq!(mark(&["1.234", "1.250"], false), (Point, true));
        assert_eq!(mark(&["1,234", "1,250"], false), (Comma, true));
    }
}
