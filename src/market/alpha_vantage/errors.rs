//! Why there are no prices, in sentences for the visitor: what happened and what to do next.

use crate::market::Interval;
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
        detail: String,
    },
    /// A row whose price or date cannot be used; names the date.
    BadRow {
        date: String,
        detail: String,
    },
    Empty {
        symbol: String,
    },
}

impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Premium => f.write_str(
                "Alpha Vantage gives this history to premium keys only. Load the free weekly \
                 history instead.",
            ),
            Self::DailyLimit => f.write_str(
                "Your Alpha Vantage key has used up its requests for today: try again tomorrow, or \
                 train on a known world or a price file until then.",
            ),
            Self::DemoLimit => f.write_str(
                "Alpha Vantage gives no more prices for the public key “demo” today: enter a key of \
                 your own (free at alphavantage.co/support), or train on a known world or a price \
                 file.",
            ),
            Self::TooFast => f.write_str(
                "Alpha Vantage asks for fewer requests at a time: wait a minute, then load again.",
            ),
            Self::KeyMissing => f.write_str(
                "The API key is missing or not valid: enter your Alpha Vantage key, or get a free \
                 one at alphavantage.co/support.",
            ),
            Self::DemoKey => f.write_str(
                "The key “demo” serves only IBM as an example: get a free key at \
                 alphavantage.co/support for other symbols, or load IBM.",
            ),
            Self::UnknownSymbol { symbol } => write!(
                f,
                "Alpha Vantage does not know the symbol {symbol}: check its spelling (foreign \
                 exchanges need a suffix, as in TSCO.LON)."
            ),
            Self::WrongInterval { expected, found } => write!(
                f,
                "Alpha Vantage sent {found} prices where {} ones were asked for: choose daily, \
                 weekly or monthly history and load again.",
                expected.slug()
            ),
            Self::Other { message } => write!(
                f,
                "Alpha Vantage sent no prices but this message, so follow it or choose another \
                 source: “{message}”"
            ),
            Self::Unreadable { detail } => write!(
                f,
                "The answer from Alpha Vantage cannot be read ({detail}): load again, or choose \
                 another source if that does not help."
            ),
            Self::BadRow { date, detail } => write!(
                f,
                "The row of {date} in the answer from Alpha Vantage cannot be used ({detail}): \
                 choose another interval or another symbol."
            ),
            Self::Empty { symbol } => write!(
                f,
                "Alpha Vantage has no prices for {symbol}: check the symbol or choose another \
                 interval."
            ),
        }
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
        match self {
            Self::Http(403) => f.write_str(
                "Alpha Vantage refused the request (HTTP 403): check your API key, and whether a \
                 VPN or a firewall is in the way.",
            ),
            Self::Http(429) => f.write_str(
                "Alpha Vantage has had too many requests (HTTP 429): wait a minute, then load \
                 again.",
            ),
            Self::Http(status @ 500..=599) => write!(
                f,
                "Alpha Vantage is having trouble (HTTP {status}): load again in a few minutes."
            ),
            Self::Http(status) => write!(
                f,
                "Alpha Vantage answered with the unexpected status HTTP {status}: load again, or \
                 choose another source if that does not help."
            ),
            Self::Offline => f.write_str(
                "Alpha Vantage cannot be reached: check your network and any content blocker, then \
                 load again; known worlds work without a network.",
            ),
            Self::Timeout => write!(
                f,
                "Alpha Vantage did not answer within {} seconds: check your network, then load \
                 again.",
                Self::TIMEOUT_SECS
            ),
        }
    }
}

impl std::error::Error for TransportError {}

#[cfg(test)]
mod tests {
    use super::*;

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
}
