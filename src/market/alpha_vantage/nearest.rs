//! What a visitor meant who typed something into the symbol field.

use crate::market::pair::Pair;
use crate::market::symbol::normalized_symbol;

/// The longest symbol without its exchange, and the longest exchange suffix, that is read as a symbol
/// at first sight.
const LONGEST_STEM: usize = 6;
const LONGEST_SUFFIX: usize = 4;

/// Whether a typed text is written as symbols are: in capitals, short, perhaps with an exchange's
/// suffix. "MSFT", "TSCO.LON" and "^GSPC" are; "tesco", "Tesco plc" and "MICROSOFT" are names to be
/// searched for. So is a pair of currencies, even one with a slip in it.
pub fn is_written_as_symbol(typed: &str) -> bool {
    let typed = typed.trim();
    if Pair::typed(typed).is_some() {
        return true;
    }
    let (stem, suffix) = typed.split_once('.').unwrap_or((typed, ""));
    normalized_symbol(typed).is_ok_and(|symbol| symbol == typed)
        && stem.len() <= LONGEST_STEM
        && suffix.len() <= LONGEST_SUFFIX
}

/// The known symbol that is nearest to one which the service does not know: the same without its
/// exchange ("TSCO" for "TSCO.LON"), or a slip of the finger or two away. `None` where nothing is
/// near. Of equally near ones the first.
pub fn nearest_symbol<'a>(
    typed: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let typed = typed.trim().to_ascii_uppercase();
    // One slip in a short symbol is much: "T" is one away from every other letter.
    let slips_allowed = match typed.len() {
        0..=2 => 0,
        3..=4 => 1,
        _ => 2,
    };
    known
        .into_iter()
        .filter(|symbol| *symbol != typed)
        .map(|symbol| {
            let stem = symbol.split('.').next().unwrap_or_default();
            let typed_stem = typed.split('.').next().unwrap_or_default();
            let distance = if !stem.is_empty() && stem == typed_stem {
                0
            } else {
                slips(&typed, symbol).min(slips(&typed, stem))
            };
            (distance, symbol)
        })
        .filter(|(distance, _)| *distance <= slips_allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, symbol)| symbol)
}

/// Letters to add, drop, change or swap with their neighbour to make one text of the other: the
/// optimal string alignment distance (Damerau 1964).
fn slips(a: &str, b: &str) -> usize {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            table[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let changed = usize::from(a[i - 1] != b[j - 1]);
                let mut least = (table[i - 1][j] + 1)
                    .min(table[i][j - 1] + 1)
                    .min(table[i - 1][j - 1] + changed);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(table[i - 2][j - 2] + 1);
                }
                least
            };
        }
    }
    table[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_and_names_are_told_apart() {
        for symbol in [
            "IBM",
            "T",
            " MSFT ",
            "TSCO.LON",
            "BRK-B",
            "^GSPC",
            "600104.SHH",
            "eur/usd",
            "EURUSD",
            "BTC/",
        ] {
            assert!(is_written_as_symbol(symbol), "{symbol}");
        }
        for name in [
            "",
            "ibm",
            "Tesco",
            "tesco plc",
            "MARKS & SPENCER",
            "MICROSOFT",
            "Société",
        ] {
            assert!(!is_written_as_symbol(name), "{name}");
        }
    }

    #[test]
    fn slips_are_counted() {
        let cases = [
            ("MSFT", "MSFT", 0),
            ("MSTF", "MSFT", 1),
            ("MSF", "MSFT", 1),
            ("MSFTT", "MSFT", 1),
            ("MZFT", "MSFT", 1),
            ("", "IBM", 3),
            ("GOOLGE", "GOOG", 2),
        ];
        for (a, b, expected) in cases {
            assert_eq!(slips(a, b), expected, "{a} {b}");
            assert_eq!(slips(b, a), expected, "{b} {a}");
        }
    }

    #[test]
    fn the_nearest_known_symbol_is_found() {
        let known = ["IBM", "MSFT", "TSCO.LON", "T"];
        assert_eq!(nearest_symbol("mstf", known), Some("MSFT"));
        assert_eq!(nearest_symbol("TSCO", known), Some("TSCO.LON"));
        assert_eq!(nearest_symbol("TSCO.LOM", known), Some("TSCO.LON"));
        assert_eq!(nearest_symbol("TSOC", known), Some("TSCO.LON"));
        assert_eq!(nearest_symbol("IBM.LON", known), Some("IBM"));
    }

    #[test]
    fn what_is_far_is_not_suggested() {
        let known = ["IBM", "MSFT", "T"];
        assert_eq!(nearest_symbol("AAPL", known), None);
        assert_eq!(nearest_symbol("F", known), None);
        // The symbol itself is what the service does not know.
        assert_eq!(nearest_symbol("MSFT", known), None);
        assert_eq!(nearest_symbol("", known), None);
        assert_eq!(nearest_symbol("IBM", []), None);
    }
}
