//! Reads a time series answer. Five thousand rows are 1.8 MB, so the reader goes through the text
//! once, borrowing from it, and builds no tree of values.

use super::errors::{AnswerError, BadRowFor, UnreadableFor};
use super::notice::{error_from_notice, masked};
use crate::market::info::SeriesInfo;
use crate::market::row::{Field, Interval, Row, iso_date};
use crate::market::series::{Series, SeriesError};
use crate::market::source::Source;
use crate::number;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// The longest piece of a bad row that is quoted.
const LONGEST_QUOTE: usize = 24;

/// Parses an answer about a share. `api_key` is only used to mask it in what is quoted from the answer.
///
/// The price is the adjusted close where the answer has one, the close elsewhere. Newest-first rows come
/// out oldest first.
///
/// # Errors
///
/// See [`AnswerError`]; nothing in a body makes this panic.
pub fn parse(
    body: &str,
    symbol: &str,
    interval: Interval,
    api_key: &str,
) -> Result<Series, AnswerError> {
    let source = Source::AlphaVantage {
        symbol: symbol.to_owned(),
        interval,
    };
    parse_of(body, source, api_key)
}

/// As [`parse`], of whatever the service was asked for.
///
/// # Errors
///
/// As [`parse`].
pub fn parse_of(body: &str, source: Source, api_key: &str) -> Result<Series, AnswerError> {
    let (symbol, interval) = match &source {
        Source::AlphaVantage { symbol, interval } => (symbol.clone(), *interval),
        // Of pairs, days are asked for.
        Source::Pair(pair) => (pair.to_string(), Interval::Daily),
        Source::World(_) | Source::File { .. } => (String::new(), Interval::Daily),
    };
    let answer: Answer = serde_json::from_str(body.trim_start_matches('\u{feff}'))
        .map_err(|error| unreadable(body, &error))?;
    let empty = || AnswerError::Empty {
        symbol: symbol.clone(),
    };

    let Some((found, rows)) = answer.rows else {
        return Err(match answer.notice {
            Some(message) => error_from_notice(&message, &symbol, api_key),
            // `{}`, or a search without a match: the service's way to say "nothing".
            None if !answer.other_content => empty(),
            None => AnswerError::Unreadable {
                reason: UnreadableFor::NoPrices,
            },
        });
    };
    if found != Found::Prices(interval) {
        return Err(AnswerError::WrongInterval {
            expected: interval,
            found: found.name(),
        });
    }

    // A file's answer was not asked for.
    let is_other = |said: String| !symbol.is_empty() && !said.eq_ignore_ascii_case(&symbol);
    if answer.subject.name().is_some_and(is_other) {
        return Err(AnswerError::OtherSymbol { symbol });
    }

    let adjusted = rows.first().is_some_and(|(_, row)| row.adjusted.is_some());
    let field = if adjusted {
        Field::AdjustedClose
    } else {
        Field::Close
    };
    let rows = rows
        .iter()
        .map(|(date, row)| row.read(date, field, api_key))
        .collect::<Result<Vec<_>, _>>()?;

    let info = SeriesInfo {
        source,
        symbol: symbol.clone(),
        interval,
        field,
    };
    Series::new(info, rows).map_err(|error| match error {
        SeriesError::Empty => empty(),
        SeriesError::BadPrice { date, .. } => AnswerError::BadRow {
            date: date.to_string(),
            reason: BadRowFor::NotPositive,
        },
        SeriesError::DuplicateDate { date } => AnswerError::BadRow {
            date: date.to_string(),
            reason: BadRowFor::ThereTwice,
        },
    })
}

/// The parser's own message may quote the body, so it says only where.
pub(super) fn unreadable(body: &str, error: &serde_json::Error) -> AnswerError {
    let (line, column) = (error.line(), error.column());
    let reason = match error.classify() {
        _ if body.trim().is_empty() => UnreadableFor::Empty,
        serde_json::error::Category::Eof => UnreadableFor::CutShort,
        serde_json::error::Category::Data => UnreadableFor::UnknownShape { line, column },
        _ => UnreadableFor::NoJson { line, column },
    };
    AnswerError::Unreadable { reason }
}

/// What a key such as `Weekly Adjusted Time Series` announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    Prices(Interval),
    Intraday,
}

impl Found {
    fn from_key(key: &str) -> Option<Self> {
        let key = key.to_ascii_lowercase();
        if !key.contains("time series") {
            return None;
        }
        Interval::ALL
            .into_iter()
            .find(|interval| key.contains(interval.slug()))
            .map(Self::Prices)
            .or_else(|| key.contains("min").then_some(Self::Intraday))
    }

    fn name(self) -> &'static str {
        match self {
            Self::Prices(interval) => interval.slug(),
            Self::Intraday => "intraday",
        }
    }
}

/// What an answer says that it is about.
#[derive(Default)]
struct Subject {
    symbol: Option<String>,
    base: Option<String>,
    quote: Option<String>,
}

impl Subject {
    fn name(&self) -> Option<String> {
        match (&self.symbol, &self.base, &self.quote) {
            (Some(symbol), ..) => Some(symbol.clone()),
            (None, Some(base), Some(quote)) => Some(format!("{base}/{quote}")),
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Subject {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct SubjectVisitor;

        impl<'de> Visitor<'de> for SubjectVisitor {
            type Value = Subject;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("what the answer is about")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut subject = Subject::default();
                while let Some((key, value)) = map.next_entry::<Text, Text>()? {
                    let said = Some(value.0.trim().to_owned());
                    match without_number(&key.0) {
                        "Symbol" => subject.symbol = said,
                        "From Symbol" | "Digital Currency Code" => subject.base = said,
                        "To Symbol" | "Market Code" => subject.quote = said,
                        _ => {}
                    }
                }
                Ok(subject)
            }
        }

        deserializer.deserialize_map(SubjectVisitor)
    }
}

/// A key without the number in front, which differs between endpoints.
fn without_number(key: &str) -> &str {
    key.split_once(". ").map_or(key, |(_, name)| name)
}

/// An answer's top level.
#[derive(Default)]
struct Answer<'a> {
    subject: Subject,
    rows: Option<(Found, Vec<(Text<'a>, RawRow<'a>)>)>,
    notice: Option<String>,
    /// There is something in it that is neither prices nor a notice.
    other_content: bool,
}

impl<'de> Deserialize<'de> for Answer<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnswerVisitor;

        impl<'de> Visitor<'de> for AnswerVisitor {
            type Value = Answer<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an answer of the service")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut answer = Answer::default();
                while let Some(key) = map.next_key::<Text>()? {
                    if let Some(found) = Found::from_key(&key.0) {
                        answer.rows = Some((found, map.next_value::<Rows>()?.0));
                    } else if ["Information", "Note", "Error Message"].contains(&&*key.0) {
                        answer.notice = Some(map.next_value::<Text>()?.0.into_owned());
                    } else if key.0 == "Meta Data" {
                        answer.subject = map.next_value()?;
                        answer.other_content = true;
                    } else if key.0 == "bestMatches" {
                        answer.other_content |= !map.next_value::<Vec<IgnoredAny>>()?.is_empty();
                    } else {
                        map.next_value::<IgnoredAny>()?;
                        answer.other_content = true;
                    }
                }
                Ok(answer)
            }
        }

        deserializer.deserialize_map(AnswerVisitor)
    }
}

/// The rows under a time series key, in the answer's order.
struct Rows<'a>(Vec<(Text<'a>, RawRow<'a>)>);

impl<'de> Deserialize<'de> for Rows<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct RowsVisitor;

        impl<'de> Visitor<'de> for RowsVisitor {
            type Value = Rows<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("rows by date")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut rows = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    rows.push(entry);
                }
                Ok(Rows(rows))
            }
        }

        deserializer.deserialize_map(RowsVisitor)
    }
}

/// One row's texts. Only the price must be good; the rest is there or not.
#[derive(Default)]
struct RawRow<'a> {
    open: Option<f64>,
    high: Option<f64>,
    low: Option<f64>,
    close: Option<Text<'a>>,
    adjusted: Option<Text<'a>>,
    volume: Option<f64>,
}

impl RawRow<'_> {
    fn read(&self, date: &Text, field: Field, api_key: &str) -> Result<Row, AnswerError> {
        let bad = |reason| AnswerError::BadRow {
            date: date.quote(api_key),
            reason,
        };
        let price = match field {
            Field::AdjustedClose => &self.adjusted,
            Field::Close => &self.close,
        };
        let day = iso_date(&date.0).ok_or_else(|| bad(BadRowFor::NoDate))?;
        let text = price
            .as_ref()
            .ok_or_else(|| bad(BadRowFor::Missing(field)))?;
        let price = text
            .number()
            .filter(|price| *price > 0.0)
            .ok_or_else(|| bad(BadRowFor::NoPrice(field, text.quote(api_key))))?;
        Ok(Row {
            date: day,
            price,
            open: self.open,
            high: self.high,
            low: self.low,
            close: self.close.as_ref().and_then(Text::number),
            volume: self.volume,
            other: None,
        })
    }
}

impl<'de> Deserialize<'de> for RawRow<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct RowVisitor;

        impl<'de> Visitor<'de> for RowVisitor {
            type Value = RawRow<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a row of prices")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut row = RawRow::default();
                while let Some((key, value)) = map.next_entry::<Text, Text>()? {
                    // "5. adjusted close". Of a coin's prices in two currencies, "4a. close (EUR)" and
                    // "4b. close (USD)", those in the one that was asked for come first.
                    let name = without_number(&key.0);
                    let name = name.split_once(" (").map_or(name, |(name, _)| name);
                    let first = |known: &Option<f64>| known.or_else(|| value.number());
                    match name {
                        "open" => row.open = first(&row.open),
                        "high" => row.high = first(&row.high),
                        "low" => row.low = first(&row.low),
                        "close" if row.close.is_none() => row.close = Some(value),
                        "adjusted close" => row.adjusted = Some(value),
                        "volume" => row.volume = value.number(),
                        _ => {}
                    }
                }
                Ok(row)
            }
        }

        deserializer.deserialize_map(RowVisitor)
    }
}

/// A scalar as text, borrowed where the JSON has no escapes. The service writes numbers as strings;
/// a bare number or `null` is taken as its text, so that a bad row can be named.
pub(super) struct Text<'a>(pub(super) Cow<'a, str>);

impl Text<'_> {
    fn number(&self) -> Option<f64> {
        number::parse(self.0.trim())
    }

    /// Short and safe to show: of an answer's own words none, for they may hold the key in any form.
    fn quote(&self, api_key: &str) -> String {
        let shown = masked(&self.0, api_key);
        let is_plain = |c: char| c.is_ascii_digit() || "+-.,:/ *".contains(c);
        match shown.len() <= LONGEST_QUOTE && (shown.chars().all(is_plain) || shown == "null") {
            true => shown,
            false => "…".to_owned(),
        }
    }
}

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;

        impl<'de> Visitor<'de> for TextVisitor {
            type Value = Text<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text or a number")
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Borrowed(text)))
            }
            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
            fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
                Ok(Text(Cow::Owned(number.to_string())))
            }
            fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
                Ok(Text(Cow::Owned(number.to_string())))
            }
            fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
                Ok(Text(Cow::Owned(number.to_string())))
            }
            fn visit_bool<E>(self, truth: bool) -> Result<Self::Value, E> {
                Ok(Text(Cow::Owned(truth.to_string())))
            }
            fn visit_unit<E>(self) -> Result<Self::Value, E> {
                Ok(Text(Cow::Borrowed("null")))
            }
        }

        deserializer.deserialize_any(TextVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::market::pair::{Pair, PairKind};

    const KEY: &str = "K3YK3YK3YK3YK3Y0";

    /// An answer in the recorded shape; `rows` as `("2024-01-03", "101.5")`.
    fn answer(key: &str, price_name: &str, rows: &[(&str, &str)]) -> String {
        let rows: Vec<String> = rows
            .iter()
            .map(|(date, price)| {
                format!(
                    r#""{date}": {{"1. open": "1.0", "4. close": "50.0", "5. {price_name}": {price}, "6. volume": "10"}}"#
                )
            })
            .collect();
        format!(
            r#"{{"Meta Data": {{"2. Symbol": "ibm"}}, "{key}": {{{}}}}}"#,
            rows.join(", ")
        )
    }

    fn daily(rows: &[(&str, &str)]) -> Result<Series, AnswerError> {
        let body = answer("Time Series (Daily)", "adjusted close", rows);
        parse(&body, "IBM", Interval::Daily, KEY)
    }

    #[test]
    fn the_adjusted_close_is_the_price_where_there_is_one() {
        let series = daily(&[("2024-01-03", r#""101.5""#), ("2024-01-02", r#""100.25""#)])
            .expect("a good answer");
        assert_eq!(series.prices(), [100.25, 101.5]);
        assert_eq!(series.info().field, Field::AdjustedClose);
        assert_eq!(series.info().symbol, "IBM");
        assert_eq!(series.info().source.to_string(), "av:IBM:daily");
        let row = series.rows()[0];
        assert_eq!((row.open, row.close), (Some(1.0), Some(50.0)));
        assert_eq!((row.high, row.volume), (None, Some(10.0)));
    }

    #[test]
    fn the_close_is_the_price_elsewhere() {
        let body = answer("Weekly Time Series", "split", &[("2024-01-05", r#""7""#)]);
        let series = parse(&body, "IBM", Interval::Weekly, KEY).expect("a good answer");
        assert_eq!(series.prices(), [50.0]);
        assert_eq!(series.info().field, Field::Close);
    }

    #[test]
    fn a_bad_price_is_refused_with_its_date_and_without_the_key() {
        let echoed = format!(r#""{KEY}""#);
        for bad in [
            r#""0.0000""#,
            r#""-1.5""#,
            r#""None""#,
            r#""nan""#,
            r#""inf""#,
            r#""""#,
            r#""1,5""#,
            "null",
            "-3",
            &echoed,
            // The key in base64.
            r#""SzNZSzNZSzNZSzNZSzNZMA==""#,
        ] {
            let error = daily(&[("2024-01-03", r#""101.5""#), ("2024-01-02", bad)]).unwrap_err();
            assert!(matches!(&error, AnswerError::BadRow { date, .. } if date == "2024-01-02"));
            let said = format!("{error:?}");
            assert!(!said.contains(KEY) && !said.contains("SzN"), "{said}");
        }
    }

    #[test]
    fn a_row_without_the_others_adjusted_close_is_refused() {
        let body = r#"{"Time Series (Daily)": {
            "2024-01-03": {"4. close": "1", "5. adjusted close": "1"},
            "2024-01-02": {"4. close": "1"}}}"#;
        let error = parse(body, "IBM", Interval::Daily, KEY).unwrap_err();
        assert!(matches!(&error, AnswerError::BadRow { date, .. } if date == "2024-01-02"));
    }

    #[test]
    fn a_bad_or_repeated_date_is_refused() {
        for bad in [
            "2024-02-30",
            "2024-1-2",
            "02/01/2024",
            "2024-01-02 16:00:00",
            "٢٠٢٤",
        ] {
            let error = daily(&[("2024-01-03", r#""1""#), (bad, r#""1""#)]).unwrap_err();
            assert!(matches!(error, AnswerError::BadRow { .. }), "{bad}");
        }
        let error = daily(&[("2024-01-03", r#""1""#), ("2024-01-03", r#""2""#)]).unwrap_err();
        assert_eq!(
            error,
            AnswerError::BadRow {
                date: "2024-01-03".into(),
                reason: BadRowFor::ThereTwice
            }
        );
    }

    #[test]
    fn prices_of_another_interval_are_refused_by_name() {
        let rows = [("2024-01-03", r#""1""#)];
        for (key, found) in [
            ("Weekly Adjusted Time Series", "weekly"),
            ("Monthly Time Series", "monthly"),
            ("Time Series (5min)", "intraday"),
        ] {
            let body = answer(key, "adjusted close", &rows);
            let error = parse(&body, "IBM", Interval::Daily, KEY).unwrap_err();
            assert_eq!(
                error,
                AnswerError::WrongInterval {
                    expected: Interval::Daily,
                    found
                }
            );
        }
    }

    #[test]
    fn an_answer_without_prices_says_why() {
        let of = |body| parse(body, "IBM", Interval::Daily, KEY).unwrap_err();
        let empty = AnswerError::Empty {
            symbol: "IBM".into(),
        };
        assert_eq!(of("{}"), empty);
        assert_eq!(of(r#"{"Time Series (Daily)": {}}"#), empty);
        assert_eq!(
            of(r#"{"Information": "This is a premium endpoint."}"#),
            AnswerError::Premium
        );
        for (body, expected) in [
            ("", UnreadableFor::Empty),
            ("{", UnreadableFor::CutShort),
            (
                "<html></html>",
                UnreadableFor::NoJson { line: 1, column: 1 },
            ),
            ("[]", UnreadableFor::UnknownShape { line: 1, column: 0 }),
            (r#"{"Meta Data": {}}"#, UnreadableFor::NoPrices),
            ("{} {}", UnreadableFor::NoJson { line: 1, column: 4 }),
        ] {
            assert_eq!(
                of(body),
                AnswerError::Unreadable { reason: expected },
                "{body}"
            );
        }
    }

    #[test]
    fn an_answer_about_something_else_is_refused() {
        let body = answer(
            "Time Series (Daily)",
            "adjusted close",
            &[("2024-01-03", r#""1""#)],
        );
        let error = parse(&body, "MSFT", Interval::Daily, KEY).unwrap_err();
        let symbol = "MSFT".to_owned();
        assert_eq!(error, AnswerError::OtherSymbol { symbol });
    }

    fn pair(kind: PairKind, text: &str) -> Source {
        Source::Pair(Pair::of(kind, text).expect("a pair"))
    }

    #[test]
    fn an_exchange_rate_is_a_series_of_its_pair() {
        let body = r#"{"Meta Data": {"2. From Symbol": "EUR", "3. To Symbol": "USD"},
            "Time Series FX (Daily)": {
            "2024-01-03": {"1. open": "1.09410", "4. close": "1.09205"},
            "2024-01-02": {"1. open": "1.10430", "4. close": "1.09410"}}}"#;
        let source = pair(PairKind::Fx, "EUR/USD");
        let series = parse_of(body, source.clone(), KEY).expect("a good answer");
        assert_eq!(series.prices(), [1.0941, 1.09205]);
        let info = series.info();
        assert_eq!((&info.source, info.symbol.as_str()), (&source, "EUR/USD"));
        assert_eq!((info.interval, info.field), (Interval::Daily, Field::Close));
        let other = parse_of(body, pair(PairKind::Fx, "EUR/CHF"), KEY);
        let symbol = "EUR/CHF".to_owned();
        assert_eq!(other, Err(AnswerError::OtherSymbol { symbol }));
    }

    #[test]
    fn a_coins_prices_are_those_in_the_currency_asked_for() {
        let body = |quote: &str| {
            format!(
                r#"{{"Meta Data": {{"2. Digital Currency Code": "ETH", "4. Market Code": "{quote}"}},
                "Time Series (Digital Currency Daily)": {{
                "2024-01-06": {{"1a. open ({quote})": "2000", "1b. open (USD)": "2200",
                    "4a. close ({quote})": "2010.5", "4b. close (USD)": "2211",
                    "5. volume": "7", "6. market cap (USD)": "9"}}}}}}"#
            )
        };
        for quote in ["EUR", "USD"] {
            let source = pair(PairKind::Coin, &format!("ETH/{quote}"));
            let series = parse_of(&body(quote), source, KEY).expect("a good answer");
            let row = series.rows()[0];
            assert_eq!((row.price, row.open), (2010.5, Some(2000.0)), "{quote}");
            assert_eq!(row.volume, Some(7.0));
        }
        let source = pair(PairKind::Coin, "ETH/GBP");
        assert!(parse_of(&body("EUR"), source, KEY).is_err());
    }

    #[test]
    fn escapes_and_a_byte_order_mark_do_no_harm() {
        let body = "\u{feff}{\"Time Series (Daily)\": {\"2024\\u002d01-02\": \
                    {\"4\\u002e close\": \"1\\u002e5\"}}}";
        let series = parse(body, "IBM", Interval::Daily, KEY).expect("a good answer");
        assert_eq!(series.prices(), [1.5]);
    }
}
