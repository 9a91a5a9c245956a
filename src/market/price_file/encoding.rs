//! Bytes to text: UTF-8 with or without its mark, UTF-16 with one, else Latin-1.

use super::error::{FileError, NoText};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How a file's bytes are text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    Utf8,
    /// With a byte order mark; spreadsheets write it as "Unicode text".
    Utf16,
    /// The fallback: every byte is a character, so it never fails.
    Latin1,
}

/// Beginnings of files that people drop by mistake.
const PACKED: [(&[u8], NoText); 4] = [
    (b"PK\x03\x04", NoText::Workbook),
    (b"\xD0\xCF\x11\xE0", NoText::OldWorkbook),
    (b"\x1F\x8B", NoText::Packed),
    (b"%PDF", NoText::Pdf),
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
    if let Some(&(_, what)) = PACKED.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(FileError::NotText { what });
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
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

/// The text, without a byte order mark. Never fails: what does not fit becomes U+FFFD.
pub(super) fn decode(bytes: &[u8], encoding: Encoding) -> Cow<'_, str> {
    let text = match encoding {
        Encoding::Utf8 => String::from_utf8_lossy(bytes),
        Encoding::Latin1 => bytes.iter().copied().map(char::from).collect(),
        Encoding::Utf16 => {
            let big_endian = bytes.starts_with(&[0xFE, 0xFF]);
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
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_start_matches('\u{feff}')),
        Cow::Owned(text) if text.starts_with('\u{feff}') => {
            Cow::Owned(text.trim_start_matches('\u{feff}').to_owned())
        }
        owned => owned,
    }
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
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(detect(b" \r\n "), Err(FileError::Empty));
        for bytes in [&b"PK\x03\x04rest"[..], b"%PDF-1.7", b"a\0b"] {
            assert!(matches!(detect(bytes), Err(FileError::NotText { .. })));
        }
    }
}
