//! Alpha Vantage: the request's address, and what its answers mean. The transport is the page's.

use super::{Interval, Series};

/// A time series endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Endpoint {
    /// `TIME_SERIES_DAILY_ADJUSTED`, `outputsize=full` (premium, except IBM with the key `demo`).
    DailyAdjusted,
    /// `TIME_SERIES_DAILY`, `outputsize=full`.
    DailyFull,
    /// `TIME_SERIES_DAILY`, the last 100 rows.
    DailyCompact,
    WeeklyAdjusted,
    MonthlyAdjusted,
}

/// Why an answer holds no prices. `Display` is one sentence: what happened and what to do next.
/// Never contains text of the answer that could echo the caller's key.
#[derive(Debug, Clone, PartialEq)]
pub enum AnswerError {
    /// The free key may not use this endpoint or output size: the page offers weekly history.
    Premium,
    DailyLimit,
    TooFast,
    KeyMissing,
    /// The key `demo` serves only the documented IBM examples.
    DemoKey,
    UnknownSymbol {
        symbol: String,
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

/// The request's full address for `endpoint`. The key is percent-encoded; nothing else ever holds it.
pub fn request_url(endpoint: Endpoint, symbol: &str, api_key: &str) -> String {
    let _ = (endpoint, symbol, api_key);
    todo!("market")
}

/// Parses an answer's body. `api_key` is only used to mask it in [`AnswerError::Other`].
pub fn parse(
    body: &str,
    symbol: &str,
    interval: Interval,
    api_key: &str,
) -> Result<Series, AnswerError> {
    let _ = (body, symbol, interval, api_key);
    todo!("market")
}
