//! Lines whose cells stand apart by blanks, as programs print tables: a column apart by one blank or by
//! many. What is one thing stays one cell: a date of several words, a price and its currency.

use super::cell_kind::{is_date, is_number};
use super::column::ColumnRole;
use super::column_words::{names_dates, role};
use super::numbers::is_unit;

/// The rows that say how many columns there are.
const SAMPLE_ROWS: usize = 200;
/// A date has no more words than these: "Tue 2 de enero de 2024".
const MOST_WORDS: usize = 6;

/// The cells of lines: of those with numbers as they stand, of those with words alone as many as the others
/// have, if that can be, or one fewer, for programs leave out the name of the first column.
#[derive(Debug)]
pub(super) struct Blanks {
    width: usize,
}

impl Blanks {
    pub(super) fn of<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        let lines = lines.filter(|line| has_digit(line)).take(SAMPLE_ROWS);
        let mut widths: Vec<usize> = lines.map(|line| cells(line).len()).collect();
        widths.sort_unstable();
        let usual = widths.chunk_by(|a, b| a == b).max_by_key(|same| same.len());
        Self {
            width: usual.map_or(0, |same| same[0]),
        }
    }

    /// The cells of one of the lines.
    pub(super) fn cells<'a>(&self, line: &'a str) -> Vec<&'a str> {
        if has_digit(line) {
            return cells(line);
        }
        let ways = [apart(line, true), apart(line, false), names(line)];
        let fits = |width: usize| ways.iter().find(|way| way.len() == width);
        let fitting = fits(self.width).or_else(|| fits(self.width.saturating_sub(1)));
        fitting.unwrap_or(&ways[0]).clone()
    }
}

fn has_digit(line: &str) -> bool {
    line.bytes().any(|byte| byte.is_ascii_digit())
}

/// The words of a line, or what stands apart by more than one blank or a tab.
fn apart(line: &str, is_wide: bool) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = line.trim();
    while !rest.is_empty() {
        let gap = |at: usize| rest[at..].len() - rest[at..].trim_start_matches([' ', '\t']).len();
        let is_gap = |at: usize| !is_wide || gap(at) > 1 || rest[at..].starts_with('\t');
        let mut blanks = rest.match_indices([' ', '\t']).map(|(at, _)| at);
        let end = blanks.find(|at| is_gap(*at)).unwrap_or(rest.len());
        found.push(&rest[..end]);
        rest = &rest[end + gap(end)..];
    }
    found
}

/// Names, of which that of an adjusted close has two words, and that of a date with its time.
fn names(line: &str) -> Vec<&str> {
    joined(&apart(line, false), line, 2, |words, together| {
        let is = |name: &str, expected| role(name).map(|(role, _)| role) == Some(expected);
        // "Close Adj" is the end of one name and the beginning of the next.
        let is_adjusted =
            is(together, ColumnRole::AdjustedClose) && !is(words[0], ColumnRole::Close);
        is_adjusted || words.iter().all(|word| names_dates(word))
    })
}

/// The cells of a line with numbers. Where more than one blank stands between them, a date or a number with
/// decimals may have blanks within; anything else is more than one cell.
fn cells(line: &str) -> Vec<&str> {
    let is_one = |part: &str| {
        !part.contains(' ')
            || is_spoken_date(part)
            || (part.contains(['.', ',']) && is_number(part))
    };
    let wide = apart(line, true).into_iter();
    let cells = wide.flat_map(|part| match is_one(part) {
        true => vec![part],
        false => narrow(part),
    });
    cells.map(|cell| cell.trim_matches('"')).collect()
}

/// Whether words are a date together. Three numbers in a row are none.
fn is_spoken_date(text: &str) -> bool {
    text.contains(|c: char| c.is_alphabetic() || c == ':') && is_date(text)
}

/// The cells of a text, each a word but for dates and for what stands beside its unit.
fn narrow(text: &str) -> Vec<&str> {
    let dates = joined(&apart(text, false), text, MOST_WORDS, |_, together| {
        is_spoken_date(together)
    });
    joined(&dates, text, 2, |words, _| match words {
        [one, other] => {
            let is_bare = |word: &str| {
                word.ends_with(|c: char| c.is_ascii_digit()) && is_number(word) && !is_date(word)
            };
            (is_bare(one) && is_unit(other)) || (is_unit(one) && is_bare(other))
        }
        _ => false,
    })
}

/// Words of a text, neighbours as one where they belong together: the fewest that do, and what may follow
/// them.
fn joined<'a>(
    words: &[&'a str],
    text: &'a str,
    most: usize,
    belong: impl Fn(&[&'a str], &'a str) -> bool,
) -> Vec<&'a str> {
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let together = |words: &[&'a str]| {
        let (first, last) = (words[0], words[words.len() - 1]);
        &text[start(first)..start(last) + last.len()]
    };
    let mut found = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let fits = |count: &usize| {
            let some = words.get(at..at + count);
            some.is_some_and(|some| belong(some, together(some)))
        };
        let count = (2..=most).find(fits).unwrap_or(1);
        found.push(together(&words[at..at + count]));
        at += count;
    }
    found
}
