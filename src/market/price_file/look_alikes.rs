//! Characters that only look different, or cannot be seen at all, as the plain ones that programs read.

use std::borrow::Cow;

/// The zeros of other scripts' digits, whose other nine follow: Arabic, Persian, Devanagari, Bengali, Thai,
/// and as wide as a Chinese character.
const ZEROS: [char; 6] = ['٠', '۰', '०', '০', '๐', '０'];

/// The text with plain digits, marks and lines, and nothing that only says how it is to be drawn. What would be gone
/// there, or be the quote that a reader leaves out, stays between two digits: no program writes it there, so
/// that a byte of the file is damaged.
pub(super) fn in_plain(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.is_ascii() || text.chars().all(|c| plain(c) == c && !is_invisible(c)) {
        return text;
    }
    let mut seen = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let is_between_digits = seen.ends_with(|last: char| last.is_ascii_digit())
            && (characters.peek()).is_some_and(|next| plain(*next).is_ascii_digit());
        let goes = is_invisible(character) || is_quote(character);
        match goes && is_between_digits {
            true => seen.push(character),
            false if is_invisible(character) => {}
            false => seen.push(plain(character)),
        }
    }
    Cow::Owned(seen)
}

fn is_quote(c: char) -> bool {
    matches!(c, '“' | '”' | '„')
}

/// Says how text is to be drawn. Not the soft hyphen, which is one byte in Western Europe's encoding, and so
/// what a damaged byte may become.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
    )
}

fn plain(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    let digit = |zero: &char| (c as u32).checked_sub(*zero as u32).filter(|it| *it < 10);
    if let Some(digit) = ZEROS.iter().find_map(digit) {
        return char::from_digit(digit, 10).unwrap_or(c);
    }
    match c {
        '\u{2010}'..='\u{2013}' | '\u{2212}' | '－' => '-',
        '٫' | '．' => '.',
        // It groups thousands.
        '٬' => '\'',
        '／' => '/',
        '：' => ':',
        '＋' => '+',
        '％' => '%',
        '（' => '(',
        '）' => ')',
        quote if is_quote(quote) => '"',
        '│' | '┃' | '║' | '┆' | '｜' => '|',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_looks_different_is_changed() {
        for (text, expected) in [
            ("２０２４／０１／０２", "2024/01/02"),
            ("٢٠٢٤-٠١-٠٢,١٢٫٥", "2024-01-02,12.5"),
            (
                "\u{200e}1\u{200e}/\u{200e}2\u{200e}/\u{200e}2024",
                "1/2/2024",
            ),
            // Damaged: no number any more, rather than another one.
            ("1\u{200d}2 1\u{ad}2 1“2", "1\u{200d}2 1\u{ad}2 1“2"),
            ("02–01–2024 │ −5", "02-01-2024 | -5"),
            ("Größe — 1’234 億", "Größe — 1’234 億"),
        ] {
            assert_eq!(in_plain(Cow::Borrowed(text)), expected);
        }
    }
}
