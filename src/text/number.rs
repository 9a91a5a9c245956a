//! Numbers as the language of now writes them.

use super::catalogue::number::{decimal_mark, equation_separator, thousands_mark};

/// A number that was written with a point, with the language's mark instead.
fn with_mark(written: String) -> String {
    match decimal_mark() {
        "." => written,
        mark => written.replace('.', mark),
    }
}

/// `0.5` with two decimals: `0.50`, `0,50`. A minus is written as a hyphen, as `format!` does.
pub fn decimal(value: f64, decimals: usize) -> String {
    with_mark(format!("{value:.decimals$}"))
}

/// With a sign in any case, and a true minus: `+1.25`, `−0,40`.
pub fn signed(value: f64, decimals: usize) -> String {
    let sign = if value < 0.0 { "−" } else { "+" };
    format!("{sign}{}", decimal(value.abs(), decimals))
}

/// With all its digits and no more: `0.01`, `0,01`.
pub fn as_it_is(value: f64) -> String {
    with_mark(value.to_string())
}

/// With `decimals` decimals less the zeros at their end: `0.01`, `12`.
pub fn trimmed(value: f64, decimals: usize) -> String {
    let written = format!("{value:.decimals$}");
    with_mark(match written.contains('.') {
        true => written
            .trim_end_matches('0')
            .trim_end_matches('.')
            .to_owned(),
        false => written,
    })
}

/// An equation whose numbers were written with a point: `N(0, 0.05²)`, `N(0; 0,05²)`.
pub fn in_equation(written: &str) -> String {
    let mut equation = written.replace("N(0, ", &format!("N(0{} ", equation_separator()));
    let is_digit = |at: Option<&u8>| at.is_some_and(u8::is_ascii_digit);
    let bytes = equation.as_bytes();
    let points: Vec<usize> = (1..bytes.len())
        .filter(|&at| {
            bytes[at] == b'.' && is_digit(bytes.get(at - 1)) && is_digit(bytes.get(at + 1))
        })
        .collect();
    for at in points {
        equation.replace_range(at..=at, decimal_mark());
    }
    equation
}

/// With marks between thousands: `1,234.50`, `1.234,50`. A minus is a true one.
pub fn grouped(value: f64, decimals: usize) -> String {
    let written = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = written.split_once('.').unwrap_or((&written, ""));
    let sign = if value < 0.0 { "−" } else { "" };
    let whole = with_thousands(whole);
    match fraction {
        "" => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}{}{fraction}", decimal_mark()),
    }
}

/// A count with marks between thousands: `17,025`, `17.025`.
pub fn count(count: usize) -> String {
    with_thousands(&count.to_string())
}

fn with_thousands(digits: &str) -> String {
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push_str(thousands_mark());
        }
        text.push(digit);
    }
    text
}

/// A share as percent: `79.5 %`, `79,5 %`.
pub fn percent(share: f64, decimals: usize) -> String {
    format!("{} %", decimal(share * 100.0, decimals))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, in_language};

    fn each(write: impl Fn() -> String) -> [String; 3] {
        Language::ALL.map(|language| in_language(language, &write))
    }

    #[test]
    fn each_language_has_its_marks() {
        assert_eq!(
            each(|| decimal(-1234.5, 2)),
            ["-1234.50", "-1234,50", "-1234,50"]
        );
        assert_eq!(each(|| signed(-0.4, 2)), ["−0.40", "−0,40", "−0,40"]);
        assert_eq!(each(|| signed(3.0, 0)), ["+3", "+3", "+3"]);
        assert_eq!(each(|| as_it_is(0.001)), ["0.001", "0,001", "0,001"]);
        assert_eq!(each(|| trimmed(0.25, 5)), ["0.25", "0,25", "0,25"]);
        assert_eq!(each(|| trimmed(1200.0, 0)), ["1200", "1200", "1200"]);
        assert_eq!(
            each(|| grouped(-1_234_567.891, 2)),
            ["−1,234,567.89", "−1.234.567,89", "−1.234.567,89"]
        );
        assert_eq!(each(|| grouped(1234.4, 0)), ["1,234", "1.234", "1.234"]);
        assert_eq!(each(|| count(17_025)), ["17,025", "17.025", "17.025"]);
        assert_eq!(
            each(|| in_equation("0.5·ε, ε ~ N(0, 0.05²), t = 1.")),
            [
                "0.5·ε, ε ~ N(0, 0.05²), t = 1.",
                "0,5·ε, ε ~ N(0; 0,05²), t = 1.",
                "0,5·ε, ε ~ N(0; 0,05²), t = 1."
            ]
        );
        assert_eq!(each(|| percent(0.795, 1)), ["79.5 %", "79,5 %", "79,5 %"]);
    }
}
