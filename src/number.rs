//! Decimal numbers, read from text and written as JSON.
//!
//! The standard library reads decimals by a table of 10 kB that does not compress, and serde_json
//! writes them by another; both would be a tenth of what the page downloads. serde_json's reader and
//! the standard library's writer need none, are as exact, and are linked anyway: reading goes through
//! the one, writing through the other.

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{Formatter, PrettyFormatter};
use std::io::{self, Write};

/// Powers of ten that an `f64` holds exactly.
const POWERS_OF_TEN: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];
/// As many digits always fit in an `f64`'s 53 bits.
const EXACT_DIGITS: usize = 15;

/// Reads a decimal number: sign, digits with a point, exponent, as in `-12.50`, `.5`, `3.` or `1e-3`.
/// `None` for anything else, `inf` and `nan` included, and for what is too large for an `f64`.
pub fn parse(text: &str) -> Option<f64> {
    let (negative, text) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    let size = match plain(text, b'.') {
        Some(size) => size,
        None => any_decimal(text)?,
    };
    Some(if negative { -size } else { size })
}

/// Reads digits with at most one decimal mark, which is `point`, if an `f64` surely holds them: the
/// usual number of a table, of which there are many, in one pass. `None` for all others.
pub fn plain(text: &str, point: u8) -> Option<f64> {
    let (mut value, mut digits, mut whole) = (0_u64, 0, None);
    for byte in text.bytes() {
        if byte.is_ascii_digit() && digits < EXACT_DIGITS {
            value = value * 10 + u64::from(byte - b'0');
            digits += 1;
        } else if byte == point && whole.is_none() {
            whole = Some(digits);
        } else {
            return None;
        }
    }
    // Clinger 1990, "How to read floating point numbers accurately": both are exact, so one division
    // rounds correctly.
    let decimals = digits - whole.unwrap_or(digits);
    (digits > 0).then(|| value as f64 / POWERS_OF_TEN[decimals])
}

/// As [`parse`], without a sign.
fn any_decimal(text: &str) -> Option<f64> {
    let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() + decimals.len() == 0 || !all_digits(whole) || !all_digits(decimals) {
        return None;
    }
    // As JSON wants it: one digit at least on either side of the point.
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let decimals = if decimals.is_empty() { "0" } else { decimals };
    serde_json::from_str(&format!("{whole}.{decimals}e{exponent}")).ok()
}

/// A value as JSON on one line.
///
/// # Errors
/// If the value cannot be JSON, such as a map with keys that are no text.
pub fn to_json<T: Serialize>(value: &T) -> serde_json::Result<String> {
    written(value, Compact)
}

/// A value as indented JSON.
///
/// # Errors
/// As [`to_json`].
pub fn to_indented_json<T: Serialize>(value: &T) -> serde_json::Result<String> {
    written(value, Indented(PrettyFormatter::new()))
}

fn written<T: Serialize>(value: &T, formatter: impl Formatter) -> serde_json::Result<String> {
    let mut text = Vec::new();
    value.serialize(&mut Serializer::with_formatter(&mut text, formatter))?;
    // serde_json writes nothing but UTF-8.
    Ok(String::from_utf8(text).unwrap_or_default())
}

struct Compact;

impl Formatter for Compact {
    fn write_f32<W: ?Sized + Write>(&mut self, writer: &mut W, value: f32) -> io::Result<()> {
        write!(writer, "{value}")
    }
    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        write!(writer, "{value}")
    }
}

struct Indented(PrettyFormatter<'static>);

/// Passes what is about layout on to serde_json's own formatter.
macro_rules! laid_out_by_serde_json {
    ($($method:ident($($argument:ident: $type:ty),*)),+) => {
        $(fn $method<W: ?Sized + Write>(&mut self, writer: &mut W $(, $argument: $type)*) -> io::Result<()> {
            self.0.$method(writer $(, $argument)*)
        })+
    };
}

impl Formatter for Indented {
    fn write_f32<W: ?Sized + Write>(&mut self, writer: &mut W, value: f32) -> io::Result<()> {
        write!(writer, "{value}")
    }
    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        write!(writer, "{value}")
    }
    laid_out_by_serde_json!(
        begin_array(),
        end_array(),
        begin_array_value(first: bool),
        end_array_value(),
        begin_object(),
        end_object(),
        begin_object_key(first: bool),
        begin_object_value(),
        end_object_value()
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::{Rng, SeedableRng};
    use rand_chacha::ChaCha8Rng;
    use std::collections::BTreeMap;

    #[test]
    fn reads_what_people_and_files_write() {
        for (text, value) in [
            ("0", 0.0),
            ("12.50", 12.5),
            ("-12.50", -12.5),
            ("+7", 7.0),
            (".5", 0.5),
            ("3.", 3.0),
            ("007.250", 7.25),
            ("1e3", 1000.0),
            ("1.5E-3", 0.0015),
            ("0.1234567890123456789", 0.123_456_789_012_345_68),
            ("123456789012345678901234567890", 1.234_567_890_123_456_8e29),
        ] {
            assert_eq!(parse(text), Some(value), "{text}");
        }
        for text in [
            "", "-", ".", "e5", "1e", "1e+", "1,5", "1 5", "1.2.3", "0x10", "inf", "nan", "--1",
            "1e999", "５", "1e5.0",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn plain_numbers_have_one_mark_and_not_too_many_digits() {
        for (text, value) in [
            ("12,50", Some(12.5)),
            (",5", Some(0.5)),
            ("3,", Some(3.0)),
            ("123456789012345", Some(123_456_789_012_345.0)),
            ("1234567890123456", None),
            ("12.50", None),
            ("1,2,3", None),
            (",", None),
            ("", None),
            ("-1", None),
            ("1e3", None),
        ] {
            assert_eq!(plain(text, b','), value, "{text}");
        }
    }

    #[test]
    fn reads_as_exactly_as_the_standard_library() {
        let mut rng = ChaCha8Rng::seed_from_u64(5);
        for _ in 0..20_000 {
            let number = f64::from_bits(rng.random());
            if number.is_finite() {
                for text in [
                    number.to_string(),
                    format!("{number:e}"),
                    format!("{number:.4}"),
                ] {
                    assert_eq!(parse(&text), text.parse().ok(), "{text}");
                }
            }
            let cents = format!(
                "{}.{:04}",
                rng.random_range(0..100_000),
                rng.random_range(0..10_000)
            );
            assert_eq!(parse(&cents), cents.parse().ok(), "{cents}");
        }
    }

    #[test]
    fn what_is_written_reads_back_the_same() {
        let mut rng = ChaCha8Rng::seed_from_u64(6);
        let numbers: Vec<f64> = (0..5_000)
            .map(|_| f64::from_bits(rng.random()))
            .filter(|number| number.is_finite())
            .chain([0.0, 1.0, 1e300, 5e-324, 0.1])
            .collect();
        let read: Vec<f64> = serde_json::from_str(&to_json(&numbers).unwrap()).unwrap();
        assert_eq!(read, numbers);
        let read: Vec<f64> = serde_json::from_str(&to_indented_json(&numbers).unwrap()).unwrap();
        assert_eq!(read, numbers);
    }

    #[test]
    fn looks_as_serde_json_writes_it_but_for_whole_numbers() {
        let value = BTreeMap::from([("a", vec![1.5, -0.25]), ("b", vec![])]);
        assert_eq!(
            to_json(&value).unwrap(),
            serde_json::to_string(&value).unwrap()
        );
        assert_eq!(
            to_indented_json(&value).unwrap(),
            serde_json::to_string_pretty(&value).unwrap()
        );
        assert_eq!(to_json(&[1.0, f64::NAN]).unwrap(), "[1,null]");
    }
}
