//! Why there are no prices, in sentences for the visitor: what happened and what to do next.

use crate::market::{Field, Interval, iso_date};
use crate::text;
use std::fmt;

/// Why an answer holds no prices. `Display` is one sentence: what happened and what to do next.
/// Never contains text of the answer that could echo the caller's key.
#[derive(Debug, Clone, PartialEq)]
pub enum AnswerError {
    /// The free key may not use this endpoint or output size: the page offers weekly history.
    Premium,
    DailyLimit,
    /// The day's limit of the key `demo`: it says nothing about the visitor's own key.
    DemoLimit,
    TooFast,
    KeyMissing,
    /// The key `demo` serves only the documented IBM examples.
    DemoKey,
    UnknownSymbol {
        symbol: String,
    },
    /// Prices, but of another interval than asked for (`intraday`, `weekly`, …).
    WrongInterval {
        expected: Interval,
        found: &'static str,
    },
    /// Some other notice by the service, with the caller's key masked.
    Other {
        message: String,
    },
    /// Not JSON, cut short, or of an unknown shape.
    Unreadable {
        reason: UnreadableFor,
    },
    /// A row whose price or date cannot be used; names the date.
    BadRow {
        date: String,
        reason: BadRowFor,
    },
    Empty {
        symbol: String,
    },
}

impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Premium => text::alpha_vantage::premium().to_owned(),
            Self::DailyLimit => text::alpha_vantage::daily_limit().to_owned(),
            Self::DemoLimit => text::alpha_vantage::demo_limit().to_owned(),
            Self::TooFast => text::alpha_vantage::too_fast().to_owned(),
            Self::KeyMissing => text::alpha_vantage::key_missing().to_owned(),
            Self::DemoKey => text::alpha_vantage::demo_key().to_owned(),
            Self::UnknownSymbol { symbol } => text::alpha_vantage::unknown_symbol(symbol),
            Self::WrongInterval { expected, found } => {
                let expected = Some(*expected);
                text::alpha_vantage::wrong_interval(
                    of_prices(Interval::from_slug(found)),
                    of_prices(expected),
                )
            }
            Self::Other { message } => text::alpha_vantage::other_message(message),
            Self::Unreadable { reason } => text::alpha_vantage::unreadable(reason.to_string()),
            Self::BadRow { date, reason } => match iso_date(date) {
                Some(date) => text::alpha_vantage::bad_row(date, reason.to_string()),
                None => text::alpha_vantage::bad_row(date, reason.to_string()),
            },
            Self::Empty { symbol } => text::alpha_vantage::no_prices_for(symbol),
        })
    }
}

/// What prices of an interval are called; of none of ours they are several a day.
fn of_prices(interval: Option<Interval>) -> &'static str {
    match interval {
        Some(Interval::Daily) => text::alpha_vantage::daily(),
        Some(Interval::Weekly) => text::alpha_vantage::weekly(),
        Some(Interval::Monthly) => text::alpha_vantage::monthly(),
        None => text::alpha_vantage::intraday(),
    }
}

/// Why an answer cannot be read. `Display` is for the parentheses of a sentence about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnreadableFor {
    NoPrices,
    Empty,
    CutShort,
    UnknownShape { line: usize, column: usize },
    NoJson { line: usize, column: usize },
}

impl fmt::Display for UnreadableFor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::NoPrices => text::alpha_vantage::no_prices().to_owned(),
            Self::Empty => text::alpha_vantage::empty().to_owned(),
            Self::CutShort => text::alpha_vantage::cut_short().to_owned(),
            Self::UnknownShape { line, column } => text::alpha_vantage::unknown_shape(line, column),
            Self::NoJson { line, column } => text::alpha_vantage::not_json(line, column),
        })
    }
}

/// Why a row of an answer cannot be used. `Display` is for the parentheses of a sentence about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadRowFor {
    NoDate,
    ThereTwice,
    NotPositive,
    Missing(Field),
    /// What stands there instead, made safe to show.
    NoPrice(Field, String),
}

impl fmt::Display for BadRowFor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::NoDate => text::alpha_vantage::not_a_date().to_owned(),
            Self::ThereTwice => text::alpha_vantage::there_twice().to_owned(),
            Self::NotPositive => text::alpha_vantage::price_not_positive().to_owned(),
            Self::Missing(Field::Close) => text::alpha_vantage::has_no_close().to_owned(),
            Self::Missing(Field::AdjustedClose) => {
                text::alpha_vantage::has_no_adjusted_close().to_owned()
            }
            Self::NoPrice(Field::Close, quote) => text::alpha_vantage::close_no_price(quote),
            Self::NoPrice(Field::AdjustedClose, quote) => {
                text::alpha_vantage::adjusted_close_no_price(quote)
            }
        })
    }
}

impl std::error::Error for AnswerError {}

/// Why no answer came at all, or none that is worth reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TransportError {
    /// An HTTP status other than success.
    Http(u16),
    /// No connection; a browser does not tell a blocked request from a missing network.
    Offline,
    /// No whole answer within [`TransportError::TIMEOUT_SECS`].
    Timeout,
}

impl TransportError {
    /// How long the page waits for an answer.
    pub const TIMEOUT_SECS: u32 = 15;
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Http(403) => text::alpha_vantage::forbidden().to_owned(),
            Self::Http(429) => text::alpha_vantage::too_many_requests().to_owned(),
            Self::Http(status @ 500..=599) => text::alpha_vantage::server_trouble(status),
            Self::Http(status) => text::alpha_vantage::unexpected_status(status),
            Self::Offline => text::alpha_vantage::offline().to_owned(),
            Self::Timeout => text::alpha_vantage::timeout(Self::TIMEOUT_SECS),
        })
    }
}

impl std::error::Error for TransportError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, in_language};

    #[test]
    fn each_transport_trouble_has_its_own_sentence() {
        let sentences: Vec<String> = [
            TransportError::Http(403),
            TransportError::Http(429),
            TransportError::Http(500),
            TransportError::Http(404),
            TransportError::Offline,
            TransportError::Timeout,
        ]
        .iter()
        .map(ToString::to_string)
        .collect();
        for (i, sentence) in sentences.iter().enumerate() {
            assert!(sentence.ends_with('.'), "{sentence}");
            assert!(!sentences[..i].contains(sentence), "{sentence}");
        }
        assert!(sentences[5].contains("15 seconds"), "{}", sentences[5]);
        assert!(TransportError::Http(503).to_string().contains("HTTP 503"));
    }

    #[test]
    fn german_puts_the_parts_where_they_belong() {
        let german = |error: AnswerError| in_language(Language::German, || error.to_string());
        assert_eq!(
            german(AnswerError::WrongInterval {
                expected: Interval::Daily,
                found: "intraday"
            }),
            "Alpha Vantage hat untertägige Kurse geschickt, gefragt waren tägliche: Wählen Sie den \
             täglichen, wöchentlichen oder monatlichen Kursverlauf, und laden Sie noch einmal."
        );
        assert_eq!(
            german(AnswerError::BadRow {
                date: "2024-01-02".into(),
                reason: BadRowFor::NoPrice(Field::AdjustedClose, "0.00".into())
            }),
            "Die Zeile 02.01.2024 in der Antwort von Alpha Vantage lässt sich nicht verwenden (als \
             bereinigter Schlusskurs steht dort „0.00“, keine Zahl über null): Wählen Sie einen \
             anderen Zeitabstand oder ein anderes Symbol."
        );
    }
}
