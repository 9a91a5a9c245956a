//! Why there are no prices.

use crate::market::row::{Field, Interval};

/// Why an answer holds no prices. Never contains text of the answer that could echo the caller's key.
#[derive(Debug, Clone, PartialEq)]
pub enum AnswerError {
    /// The free key may not use this endpoint or output size: the page offers weekly history.
    Premium,
    DailyLimit,
    /// The day's limit of the key `demo`: it says nothing about the visitor's own key.
    DemoLimit,
    TooFast,
    KeyMissing,
    /// The key `demo` serves only the documented examples.
    DemoKey,
    UnknownSymbol {
        symbol: String,
    },
    /// Prices, but of another interval than asked for (`intraday`, `weekly`, …).
    WrongInterval {
        expected: Interval,
        found: &'static str,
    },
    /// Prices of something else than was asked for.
    OtherSymbol {
        symbol: String,
    },
    /// Some other notice by the service. Its words are not repeated: they may hold the caller's key, in
    /// whatever form.
    Other,
    /// Not JSON, cut short, or of an unknown shape.
    Unreadable {
        reason: UnreadableFor,
    },
    /// A row whose price or date cannot be used; names the date, made safe to show.
    BadRow {
        date: String,
        reason: BadRowFor,
    },
    Empty {
        symbol: String,
    },
    /// A single price, which is no history.
    OneRow {
        symbol: String,
    },
}

/// Why an answer cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnreadableFor {
    NoPrices,
    Empty,
    CutShort,
    UnknownShape { line: usize, column: usize },
    NoJson { line: usize, column: usize },
}

/// Why a row of an answer cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadRowFor {
    NoDate,
    ThereTwice,
    NotPositive,
    Missing(Field),
    /// What stands there instead, made safe to show.
    NoPrice(Field, String),
}

/// Why no answer came at all, or none that is worth reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TransportError {
    /// An HTTP status other than success.
    Http(u16),
    /// No connection. A browser reports a blocked request and a missing network alike.
    Offline,
    /// Nothing came for [`TransportError::TIMEOUT_SECS`].
    Timeout,
    /// More than [`TransportError::LARGEST_BYTES`], so no history of prices.
    TooLarge,
}

impl TransportError {
    /// How long the page waits for an answer, or for more of it.
    pub const TIMEOUT_SECS: u32 = 15;
    /// The longest histories have some 2 MB.
    pub const LARGEST_BYTES: usize = 20_000_000;
}
