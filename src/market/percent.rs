//! Percent-encoding (RFC 3986, section 2) for addresses: the page's own and Alpha Vantage's.

use std::fmt::Write as _;

/// Encodes all but the unreserved characters (letters, digits, `-` `.` `_` `~`) and those in `keep`.
pub(super) fn encoded(text: &str, keep: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        let unreserved = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        if unreserved || keep.as_bytes().contains(&byte) {
            out.push(char::from(byte));
        } else {
            write!(out, "%{byte:02X}").expect("writing to a string cannot fail");
        }
    }
    out
}

/// Decodes `%XX`; a `%` that begins no such code stays, and bytes that are not UTF-8 become U+FFFD.
pub(super) fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let code = match (first, tail) {
            (b'%', [high, low, ..]) => hex(*high).zip(hex(*low)),
            _ => None,
        };
        match code {
            Some((high, low)) => {
                bytes.push(high * 16 + low);
                rest = &tail[2..];
            }
            None => {
                bytes.push(first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_survives_the_round_trip() {
        for text in ["", "a b&c=d#e", "100%", "%41", "Kurse für März.csv", "日本"] {
            let there = encoded(text, "");
            assert!(there.is_ascii(), "{there}");
            assert!(!there.contains(['&', '#', ' ', '=']), "{there}");
            assert_eq!(decoded(&there), text);
        }
    }

    #[test]
    fn a_stray_percent_sign_stays() {
        assert_eq!(decoded("50%"), "50%");
        assert_eq!(decoded("50%zz%4"), "50%zz%4");
        assert_eq!(decoded("%C3%A4%ff"), "ä\u{fffd}");
    }
}
