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

const WORDS_FOR_NOTHING: [&str; 15] = [
    ".", "..", "...", "n.d.", "-", "--", "–", "—", "n/a", "na", "n.a.", "nan", "null", "none",
    "#n/a",
];
/// Codes of currencies, their names, and words for pieces and points, in small letters and without marks:
/// what stands beside a number and changes nothing.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "usd", "eur", "gbp", "chf", "jpy", "cny", "cnh", "hkd", "twd", "krw", "inr", "idr", "myr", "sgd", "thb",
    "php", "vnd", "aud", "nzd", "cad", "mxn", "brl", "ars", "clp", "cop", "pen", "sek", "nok", "dkk", "isk",
    "pln", "czk", "huf", "ron", "bgn", "rub", "uah", "kzt", "try", "ils", "zar", "egp", "ngn", "kes", "aed",
    "sar", "qar", "kwd", "pkr", "bdt", "lkr", "usdt", "usdc", "btc", "eth", "gbx", "zac", "ila",
    "euro", "euros", "dollar", "dollars", "cents", "pence", "p", "c", "px", "kr", "kč", "zł", "ft", "lei",
    "tl", "fr", "sfr", "r", "rs", "re", "rp", "rm", "din", "kn", "руб", "р", "грн", "тг", "лв", "元", "円",
    "圓", "圆", "원", "đ", "บาท", "رس", "دإ", "جم",
    "pts", "pt", "pkt", "punkte", "points", "pcs", "st", "stk", "stück", "shares", "szt", "шт", "股", "手",
    "株", "口", "주", "点", "點",
];
/// Signs of currencies. A dollar may have letters before it: "US$", "R$".
const SIGNS: &str = "€£¥₹₩₺₽₫₦₱₪₴₸₿฿￥￡￦₼₾₲₡៛¢$";
/// In small letters and without marks.
const MAGNITUDES: [(&str, f64); 31] = [
    ("k", 1e3),
    ("m", 1e6),
    ("b", 1e9),
    ("t", 1e12),
    ("mm", 1e6),
    ("mn", 1e6),
    ("bn", 1e9),
    ("tn", 1e12),
    ("mio", 1e6),
    ("mln", 1e6),
    ("md", 1e9),
    ("mrd", 1e9),
    ("mld", 1e9),
    ("tsd", 1e3),
    ("tys", 1e3),
    ("million", 1e6),
    ("lakh", 1e5),
    ("cr", 1e7),
    ("тыс", 1e3),
    ("млн", 1e6),
    ("млрд", 1e9),
    // East Asia counts in ten thousands.
    ("百万", 1e6),
    ("千", 1e3),
    ("万", 1e4),
    ("萬", 1e4),
    ("만", 1e4),
    ("亿", 1e8),
    ("億", 1e8),
    ("억", 1e8),
    ("兆", 1e12),
    ("triệu", 1e6),
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
    let Some((digits, magnitude)) = without_units(text) else {
        return Cell::NoNumber;
    };
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

/// Blanks of all kinds and stray quotes, as in `="12.50"` and `'12.50`.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '=' | '\u{feff}'))
}

/// The digits and their marks alone, and what a `K`, `M` or `B` multiplies them by; `None` where something
/// else stands beside them.
fn without_units(text: &str) -> Option<(&str, f64)> {
    let digit = |c: char| c.is_ascii_digit();
    let (first, last) = (text.find(digit)?, text.rfind(digit)?);
    if first == 0 && last + 1 == text.len() {
        return Some((text, 1.0));
    }
    // ".5" begins with its mark; "Rs.5" has a word's before it.
    let before = text[..first].strip_suffix(['.', ',']);
    let start = match before.filter(|before| !before.ends_with(char::is_alphabetic)) {
        Some(before) => before.len(),
        None => first,
    };
    let unit = text[..start].trim();
    let (digits, after) = (
        &text[start..=last],
        text[last + 1..].trim_start_matches(['.', ',']),
    );
    let magnitude = magnitude(after)?;
    is_unit(unit).then_some((digits, magnitude))
}

/// In small letters and without marks.
fn plain_word(text: &str) -> String {
    // "€/St." is a price in euros.
    let text = text.split('/').next().unwrap_or_default().trim();
    let letters = text.chars().filter(|c| *c != '.');
    letters.flat_map(char::to_lowercase).collect()
}

/// Whether a text is nothing, or a unit that says what a number counts.
pub(super) fn is_unit(text: &str) -> bool {
    let word = plain_word(text);
    let mut signs = word.chars();
    let is_sign = signs.next_back().is_some_and(|sign| SIGNS.contains(sign));
    let is_country = |rest: &str| rest.len() <= 3 && rest.bytes().all(|b| b.is_ascii_lowercase());
    word.is_empty() || UNITS.contains(&word.as_str()) || (is_sign && (is_country(signs.as_str())))
}

/// What stands after a number multiplies it by; `None` for what is no such word.
fn magnitude(after: &str) -> Option<f64> {
    if is_unit(after) {
        return Some(1.0);
    }
    let is_letter = |c: char| c.is_ascii_alphabetic();
    let is_glued = !after.starts_with(char::is_whitespace);
    let word = plain_word(after);
    let (_, magnitude) = MAGNITUDES.iter().find(|(name, _)| {
        // Apart from a price, "b" and "T" say at a German exchange how it was made.
        let may_be = is_glued || !matches!(*name, "b" | "t");
        let rest = word
            .strip_prefix(name)
            .filter(|rest| !rest.starts_with(is_letter));
        may_be && rest.is_some_and(is_unit)
    })?;
    Some(*magnitude)
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
            let (digits, _) = without_units(trimmed(cell).trim_start_matches(['-', '+', '−']))?;
            let digits = digits.split(['e', 'E']).next().unwrap_or_default();
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
        // "." alone says that there is no number.
        (text.len() > points + commas).then(|| Self {
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
            ("1,234p", Point, 1234.0),
            ("12.50 USD", Point, 12.5),
            ("€12,50", Comma, 12.5),
            ("Rs. 1,234.00", Point, 1234.0),
            ("Rs.1,234.00", Point, 1234.0),
            ("R$ 12,50", Comma, 12.5),
            ("GBX 1234", Point, 1234.0),
            ("12,50 EUR/St.", Comma, 12.5),
            ("kr. 1.234,50", Comma, 1234.5),
            ("1 234,50 zł", Comma, 1234.5),
            ("3,4 Mio. €", Comma, 3.4e6),
            ("1.2MM", Point, 1.2e6),
            ("12.5万股", Point, 125_000.0),
            ("='12.50", Point, 12.5),
            ("=\"12.50\"", Point, 12.5),
        ] {
            assert_eq!(read(text, mark), Cell::Number(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_told_from_what_is_missing() {
        for text in ["", "  ", "-", "N/A", "null", "NaN", "None", "."] {
            assert_eq!(read(text, Point), Cell::Missing, "{text:?}");
        }
        for text in [
            "abc",
            "1.2.3",
            "1,23",
            "12,3456",
            "inf",
            "1e999",
            "0x10",
            "4%",
            "1 2",
            "K",
            ",",
            "é",
            // How a price was made, a change, and what is no unit of money.
            "12.50 b",
            "12.50 T",
            "12.50 (r)",
            "12bp",
            "5 days",
            "1 mil",
            "USD",
            "10 11/16",
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
