//! Bytes to text: UTF-8, UTF-16, else the encoding that Windows had in Western Europe. Others are for who
//! can read them: [`in_utf8`](super::in_utf8).

use super::content;
use super::error::{FileError, NoText};
use super::look_alikes::in_plain;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How a file's bytes are text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    Utf8,
    /// Spreadsheets write it as "Unicode text".
    Utf16,
    /// Windows-1252, which is Latin-1 where that has letters. The fallback: every byte is a character, so
    /// it never fails.
    Latin1,
}

/// What Windows-1252 has where Latin-1 has no characters, from 0x80 on.
const OF_WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// What the bytes are encoded in.
///
/// # Errors
///
/// Nothing but blanks, or bytes that are no text.
pub(super) fn detect(bytes: &[u8]) -> Result<Encoding, FileError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(FileError::Empty);
    }
    if let Some(what) = content::packed(bytes) {
        return Err(FileError::NotText { what });
    }
    if order_of_utf16(bytes).is_some() {
        return Ok(Encoding::Utf16);
    }
    if bytes.contains(&0) {
        return Err(FileError::NotText {
            what: NoText::Binary,
        });
    }
    Ok(match std::str::from_utf8(bytes) {
        Ok(_) => Encoding::Utf8,
        // A file cut within its last character is still UTF-8.
        Err(error) if error.error_len().is_none() => Encoding::Utf8,
        Err(_) => Encoding::Latin1,
    })
}

/// Which byte of a pair is the higher one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ByteOrder {
    Big,
    Little,
}

/// By a mark, or, in texts of digits, by the many zeros on one side.
fn order_of_utf16(bytes: &[u8]) -> Option<ByteOrder> {
    const SAMPLE: usize = 1024;
    if bytes.starts_with(&[0xFE, 0xFF]) {
        return Some(ByteOrder::Big);
    }
    if bytes.starts_with(&[0xFF, 0xFE]) {
        return Some(ByteOrder::Little);
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let zeros = |side: usize| {
        let bytes = sample.iter().skip(side).step_by(2);
        bytes.filter(|byte| **byte == 0).count()
    };
    let most = sample.len() * 2 / 5;
    match (zeros(0), zeros(1)) {
        (0, odd) if odd > most => Some(ByteOrder::Little),
        (even, 0) if even > most => Some(ByteOrder::Big),
        _ => None,
    }
}

/// The text, in plain characters and without a byte order mark. Never fails: what does not fit becomes U+FFFD.
pub(super) fn decode(bytes: &[u8], encoding: Encoding) -> Cow<'_, str> {
    let text = match encoding {
        Encoding::Utf8 => String::from_utf8_lossy(bytes),
        Encoding::Latin1 => (bytes.iter())
            .map(|byte| match byte {
                0x80..=0x9F => OF_WINDOWS[usize::from(byte - 0x80)],
                byte => char::from(*byte),
            })
            .collect(),
        Encoding::Utf16 => {
            let big_endian = order_of_utf16(bytes) == Some(ByteOrder::Big);
            let units = bytes.chunks_exact(2).map(|pair| {
                let pair = [pair[0], pair[1]];
                if big_endian {
                    u16::from_be_bytes(pair)
                } else {
                    u16::from_le_bytes(pair)
                }
            });
            char::decode_utf16(units)
                .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect()
        }
    };
    in_plain(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes, detect(bytes).expect("text")).into_owned()
    }

    #[test]
    fn all_encodings_give_the_same_text() {
        let expected = "Stück;1";
        assert_eq!(text(expected.as_bytes()), expected);
        assert_eq!(text(format!("\u{feff}{expected}").as_bytes()), expected);
        assert_eq!(text(b"St\xFCck;1"), expected);
        let units: Vec<u16> = format!("\u{feff}{expected}").encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        assert_eq!(text(&little), expected);
        assert_eq!(text(&big), expected);
        assert_eq!(text(&little[2..]), expected);
        assert_eq!(text(&big[2..]), expected);
        assert_eq!(text(b"1,5 \x80"), "1,5 €");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(detect(b" \r\n "), Err(FileError::Empty));
        for bytes in [&b"PK\x03\x04rest"[..], b"%PDF-1.7", b"a\0b"] {
            assert!(matches!(detect(bytes), Err(FileError::NotText { .. })));
        }
    }
}
