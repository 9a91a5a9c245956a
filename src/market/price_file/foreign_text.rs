//! Text in an encoding that only a browser can read. Which one it is shows in the words: a table of
//! prices has known ones above its columns, or nothing that tells it from any other.

use super::column_words::{names_dates, names_tickers, role};
use super::content;

/// What files of prices are saved in beside UTF-8 and UTF-16, as the Encoding Standard calls them. The
/// first of equals is taken: East Asian ones are refused by most texts of others, and those by none.
const CANDIDATES: [&str; 12] = [
    "gb18030",
    "big5",
    "shift_jis",
    "euc-kr",
    "euc-jp",
    "windows-1252",
    "windows-1250",
    "windows-1251",
    "windows-1254",
    "windows-1253",
    "windows-874",
    "koi8-r",
];
/// The names stand in one of the first lines.
const HEADER_LINES: usize = 20;
/// What separates cells.
const MARKS: [char; 5] = [',', ';', '\t', '|', '"'];

/// Whether bytes are text, and neither UTF-8 nor UTF-16.
fn is_foreign(bytes: &[u8]) -> bool {
    let is_utf8 = match std::str::from_utf8(bytes) {
        Ok(_) => true,
        // Cut within its last character.
        Err(error) => error.error_len().is_none(),
    };
    !is_utf8 && !bytes.contains(&0) && content::packed(bytes).is_none()
}

/// The bytes in UTF-8, where `decode`, which knows encodings by their names and refuses what does not fit,
/// makes known words of them. Others stay as they are.
pub fn in_utf8(bytes: Vec<u8>, decode: impl Fn(&'static str, &[u8]) -> Option<String>) -> Vec<u8> {
    if !is_foreign(&bytes) {
        return bytes;
    }
    let head = head(&bytes);
    let known = |encoding: &'static str| {
        let text = decode(encoding, head)?;
        Some((known_words(&text), encoding)).filter(|(words, _)| *words > 0)
    };
    // Words of plain letters are known in every encoding.
    let plain = String::from_utf8_lossy(head).replace('\u{fffd}', "\u{1}");
    let plain = known_words(&plain);
    let found = CANDIDATES
        .iter()
        .filter_map(|encoding| known(encoding))
        .rev();
    let best = found
        .max_by_key(|(words, _)| *words)
        .filter(|(words, _)| *words > plain);
    best.and_then(|(_, encoding)| decode(encoding, &bytes))
        .map_or(bytes, String::into_bytes)
}

/// The first lines, whole.
fn head(bytes: &[u8]) -> &[u8] {
    let mut ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    let end = ends.nth(HEADER_LINES).map_or(bytes.len(), |(at, _)| at);
    &bytes[..end]
}

/// How many cells name a column.
fn known_words(text: &str) -> usize {
    let is_known = |cell: &&str| role(cell).is_some() || names_dates(cell) || names_tickers(cell);
    text.lines()
        .flat_map(|line| line.split(MARKS))
        .filter(is_known)
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As a browser would read these bytes in two encodings, and refuse them in the others.
    fn decode(encoding: &'static str, bytes: &[u8]) -> Option<String> {
        const CLOSE_IN_GBK: &[u8] = b"\xCA\xD5\xC5\xCC\xBC\xDB";
        let rest = bytes.strip_prefix(b"date,")?.strip_prefix(CLOSE_IN_GBK)?;
        let rest = String::from_utf8(rest.to_vec()).ok()?;
        match encoding {
            "gb18030" => Some(format!("date,收盘价{rest}")),
            "euc-kr" => Some(format!("date,澗큇송{rest}")),
            _ => None,
        }
    }

    #[test]
    fn the_encoding_that_makes_known_words_is_taken() {
        let bytes = b"date,\xCA\xD5\xC5\xCC\xBC\xDB\n2024-01-02,10\n".to_vec();
        let text = in_utf8(bytes, decode);
        assert_eq!(
            String::from_utf8(text).as_deref(),
            Ok("date,收盘价\n2024-01-02,10\n")
        );
    }

    #[test]
    fn what_no_encoding_explains_stays_as_it_is() {
        for bytes in [
            &b"date,\xFF\xFA\n"[..],
            b"date,close\n",
            "дата,цена\n".as_bytes(),
        ] {
            assert_eq!(in_utf8(bytes.to_vec(), decode), bytes);
        }
        assert!(!is_foreign(b"a\0b") && !is_foreign("Stück".as_bytes()) && is_foreign(b"St\xFCck"));
    }
}
