//! A file of JSON: its table of prices, what it says that they are of, or why it holds none.

use super::error::FileError;
use super::json::{Json, JsonError};
use super::json_shapes;
use super::reading::FileKind;
use super::table::Cells;
use crate::market::alpha_vantage::{self, AnswerError};
use crate::market::row::Interval;
use std::borrow::Cow;

/// The longest name of what prices are of.
const LONGEST_SYMBOL: usize = 20;
/// A text longer than this is no refusal in words.
const LONGEST_REFUSAL: usize = 2000;
/// Keys under which a service says that it refuses, in small letters and without marks.
const OF_REFUSALS: [&str; 13] = [
    "error",
    "errors",
    "errormessage",
    "message",
    "msg",
    "detail",
    "details",
    "fault",
    "reason",
    "note",
    "information",
    "retmsg",
    "description",
];
/// Keys under which it gives the number of the reason.
const OF_NUMBERS: [&str; 6] = [
    "code",
    "status",
    "statuscode",
    "errorcode",
    "httpstatus",
    "retcode",
];
/// Words of a refusal that is a line of text.
const OF_REFUSING_LINES: [&str; 12] = [
    "exceeded",
    "limit",
    "denied",
    "unauthorized",
    "forbidden",
    "not found",
    "no data",
    "invalid",
    "error",
    "too many requests",
    "api key",
    "apikey",
];

/// Whether a text is meant as JSON.
pub(super) fn is_json(text: &str) -> bool {
    value(text).trim_start().starts_with(['{', '['])
}

/// The value of a text that is one, or that hands it to a function or gives it a name, as answers do that are
/// made for a page: `callback({…});`, `data = […]`.
fn value(text: &str) -> &str {
    /// The longest name with what stands about it.
    const LONGEST: usize = 80;
    let first = text.find(['{', '[']).filter(|start| *start <= LONGEST);
    let Some(start) = first else {
        return text;
    };
    let before = text[..start].trim();
    let of_names = |c: char| c.is_ascii_alphanumeric() || " _$.=(".contains(c);
    match before.ends_with(['(', '=']) && before.chars().all(of_names) {
        true => text[start..].trim_end().trim_end_matches([';', ')']),
        false => text,
    }
}

/// Whether a text without a table is a service's refusal.
pub(super) fn is_refusal(text: &str) -> bool {
    let text = text.trim();
    let words = text.to_ascii_lowercase();
    text.len() <= LONGEST_REFUSAL && OF_REFUSING_LINES.iter().any(|part| words.contains(part))
}

/// The text with `null` for what is no number, which programs write although JSON has no word for it.
fn with_null(text: &str) -> Cow<'_, str> {
    const NO_NUMBERS: [&str; 3] = ["NaN", "-Infinity", "Infinity"];
    if !NO_NUMBERS.iter().any(|word| text.contains(word)) {
        return Cow::Borrowed(text);
    }
    let mut changed = String::with_capacity(text.len());
    let (mut is_within_text, mut rest) = (false, text);
    while !rest.is_empty() {
        let word = NO_NUMBERS
            .iter()
            .find(|word| !is_within_text && rest.starts_with(**word));
        let length = match (word, rest.as_bytes()) {
            (Some(word), _) => word.len(),
            // An escaped quote ends no text.
            (None, [b'\\', b'"' | b'\\', ..]) => 2,
            (None, [b'"', ..]) => {
                is_within_text = !is_within_text;
                1
            }
            (None, _) => {
                let mut others = rest.char_indices().skip(1);
                let next = others.find(|(_, c)| matches!(c, '\\' | '"' | 'N' | 'I' | '-'));
                next.map_or(rest.len(), |(at, _)| at)
            }
        };
        changed.push_str(word.map_or(&rest[..length], |_| "null"));
        rest = &rest[length..];
    }
    Cow::Owned(changed)
}

/// What a file of JSON gives.
#[derive(Debug)]
pub(super) struct JsonTable {
    pub(super) kind: FileKind,
    pub(super) cells: Cells,
    /// What it says that its prices are of.
    pub(super) symbol: Option<String>,
}

/// The table of prices in a file of JSON.
///
/// # Errors
///
/// Damaged, a refusal, or nothing like dates and prices in it.
pub(super) fn table(text: &str) -> Result<JsonTable, FileError> {
    let text = &with_null(value(text));
    let json = Json::parse(text).map_err(|error| match error {
        JsonError::Damaged { line } => FileError::DamagedJson { line },
        JsonError::TooManyValues => FileError::TooManyValues,
    })?;
    let Some(shape) = json_shapes::table(&json) else {
        return Err(refusal(&json, text));
    };
    let mut cells = shape.cells();
    if let Some(seconds) = seconds_east(&json) {
        cells = shape.cells_east(seconds);
    }
    Ok(JsonTable {
        kind: match is_alpha_vantage(&json) {
            true => FileKind::AlphaVantage,
            false => FileKind::Json,
        },
        cells,
        symbol: symbol(&json),
    })
}

/// A key without the number, blanks and marks that it may have: "2. From Symbol" is "fromsymbol".
fn plain(key: &str) -> String {
    let letters = key.chars().filter(|c| c.is_ascii_alphabetic());
    letters.map(|c| c.to_ascii_lowercase()).collect()
}

/// Its answers have their meta data and their rows under these keys.
fn is_alpha_vantage(json: &Json) -> bool {
    let has = |part: &str| json.entries().iter().any(|(key, _)| key.contains(part));
    has("Meta Data") && has("Time Series")
}

/// Why there are no prices.
fn refusal(json: &Json, text: &str) -> FileError {
    let notice = json.entries().iter().find(|(key, value)| {
        let says = |name: &str| {
            let name = name.to_ascii_lowercase();
            name.contains("alpha vantage") || name.contains("alphavantage")
        };
        let is_key = ["Information", "Note", "Error Message"].contains(&&**key);
        is_key && value.text().is_some_and(says)
    });
    let is_search = json.entries().iter().any(|(key, _)| key == "bestMatches");
    if notice.is_some() || is_search || is_alpha_vantage(json) {
        // No key belongs to a file; the parser masks what looks like one all the same.
        let answer = alpha_vantage::parse(text, "", Interval::Daily, "");
        return match answer {
            // A file asks for no symbol that it could not know.
            Err(AnswerError::UnknownSymbol { .. }) => FileError::ServiceError { status: None },
            Err(AnswerError::WrongInterval { .. } | AnswerError::Empty { .. }) | Ok(_) => {
                FileError::NoPricesInJson
            }
            Err(error) => FileError::Answer(error),
        };
    }
    const FIRST_HTTP_ERROR: u16 = 400;
    let status = status(json, 0);
    let is_error = status.is_some_and(|status| status >= FIRST_HTTP_ERROR);
    match is_error || says_refusal(json, 0) {
        true => FileError::ServiceError { status },
        false => FileError::NoPricesInJson,
    }
}

/// Refusals stand at the top, or a few levels below it.
const DEEPEST_REFUSAL: usize = 4;

/// Whether a text stands under a key of refusals.
fn says_refusal(json: &Json, depth: usize) -> bool {
    let below = |json: &Json| depth < DEEPEST_REFUSAL && says_refusal(json, depth + 1);
    match json {
        Json::Object(entries) => entries.iter().any(|(key, value)| {
            let is_key = OF_REFUSALS.contains(&plain(key).as_str());
            let says = match value {
                Json::Scalar(text) => !["false", "0", "ok", ""].contains(&&**text),
                Json::List(items) => items.iter().any(|item| item.text().is_some()),
                _ => false,
            };
            (is_key && says) || below(value)
        }),
        Json::List(items) if items.len() <= 8 => items.iter().any(below),
        _ => false,
    }
}

/// The number of a refusal: as HTTP has them, or the service's own.
fn status(json: &Json, depth: usize) -> Option<u16> {
    let entries = json.entries().iter();
    let number = entries.clone().find_map(|(key, value)| {
        let is_key = OF_NUMBERS.contains(&plain(key).as_str());
        let number = value.text().filter(|_| is_key)?.parse().ok()?;
        (number > 0).then_some(number)
    });
    let mut below = entries.filter(|_| depth < DEEPEST_REFUSAL);
    number.or_else(|| below.find_map(|(_, value)| status(value, depth + 1)))
}

/// What the prices are of: a ticker, or two currencies as `EUR/USD`.
fn symbol(json: &Json) -> Option<String> {
    let named = |names: &[&str]| find_text(json, names, 0);
    let pair = |from: &[&str], to: &[&str]| Some(format!("{}/{}", named(from)?, named(to)?));
    pair(&["fromsymbol"], &["tosymbol"])
        .or_else(|| pair(&["digitalcurrencycode"], &["marketcode"]))
        .or_else(|| named(&["symbol", "ticker", "tickersymbol"]))
        .or_else(|| named(&["pair", "code", "datasetcode", "secid"]))
        .map(|symbol| symbol.trim().to_owned())
        .filter(|symbol| (1..=LONGEST_SYMBOL).contains(&symbol.chars().count()))
}

/// Of an object's entries so many are looked into: of thousands by date each says the same.
const MOST_LOOKED_INTO: usize = 100;

/// The text under one of these keys, the nearest to the top.
fn find_text(json: &Json, names: &[&str], depth: usize) -> Option<String> {
    let here = json.entries().iter().find_map(|(key, value)| {
        let text = value.text().filter(|text| !text.is_empty())?;
        names
            .contains(&plain(key).as_str())
            .then(|| text.to_owned())
    });
    let below = |json: &Json| match depth < DEEPEST_REFUSAL {
        true => find_text(json, names, depth + 1),
        false => None,
    };
    here.or_else(|| match json {
        Json::Object(entries) => {
            let first = entries.iter().take(MOST_LOOKED_INTO);
            first.map(|(_, value)| value).find_map(below)
        }
        // Every record of a list says the same.
        Json::List(items) => items.first().and_then(below),
        _ => None,
    })
}

/// How far east of Greenwich the times of a chart's market are.
fn seconds_east(json: &Json) -> Option<i64> {
    const MOST: i64 = 14 * 3600;
    let seconds: i64 = find_text(json, &["gmtoffset"], 0)?.parse().ok()?;
    (seconds != 0 && seconds.abs() <= MOST).then_some(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_number_is_null_but_within_a_text() {
        for (text, expected) in [
            (r#"[NaN, -Infinity,Infinity]"#, "[null, null,null]"),
            (
                r#"{"NaN": "NaN", "é": NaN}"#,
                r#"{"NaN": "NaN", "é": null}"#,
            ),
            (r#"["a\"NaN", NaN]"#, r#"["a\"NaN", null]"#),
            (r#"["a\\", NaN]"#, r#"["a\\", null]"#),
            (r#"["\"#, r#"["\"#),
            ("[1]", "[1]"),
            ("[Nan]", "[Nan]"),
        ] {
            assert_eq!(with_null(text), expected);
        }
    }
}
