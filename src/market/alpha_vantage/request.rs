//! What is asked of the service: the endpoints, and the address of a request.

use crate::market::row::Interval;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};

pub(super) const SERVICE: &str = "https://www.alphavantage.co/query";

/// All but the unreserved characters of RFC 3986, section 2.3.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

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

impl Endpoint {
    /// The interval of this endpoint's rows.
    pub fn interval(self) -> Interval {
        match self {
            Self::DailyAdjusted | Self::DailyFull | Self::DailyCompact => Interval::Daily,
            Self::WeeklyAdjusted => Interval::Weekly,
            Self::MonthlyAdjusted => Interval::Monthly,
        }
    }

    /// For the names of kept copies.
    pub(super) fn slug(self) -> &'static str {
        match self {
            Self::DailyAdjusted => "daily-adjusted",
            Self::DailyFull => "daily-full",
            Self::DailyCompact => "daily-compact",
            Self::WeeklyAdjusted => "weekly-adjusted",
            Self::MonthlyAdjusted => "monthly-adjusted",
        }
    }

    fn function(self) -> &'static str {
        match self {
            Self::DailyAdjusted => "TIME_SERIES_DAILY_ADJUSTED",
            Self::DailyFull | Self::DailyCompact => "TIME_SERIES_DAILY",
            Self::WeeklyAdjusted => "TIME_SERIES_WEEKLY_ADJUSTED",
            Self::MonthlyAdjusted => "TIME_SERIES_MONTHLY_ADJUSTED",
        }
    }

    fn whole_history(self) -> bool {
        matches!(self, Self::DailyAdjusted | Self::DailyFull)
    }
}

/// The request's full address for `endpoint`. The key is trimmed and percent-encoded; nothing else
/// ever holds it.
///
/// Parameters that would say the default are left out, in the order of the service's documentation:
/// the key `demo` is accepted only for the very addresses that are printed there.
pub fn request_url(endpoint: Endpoint, symbol: &str, api_key: &str) -> String {
    let output_size = if endpoint.whole_history() {
        "&outputsize=full"
    } else {
        ""
    };
    format!(
        "{SERVICE}?function={}&symbol={}{output_size}&apikey={}",
        endpoint.function(),
        encoded(symbol),
        encoded(api_key.trim())
    )
}

pub(super) fn encoded(value: &str) -> PercentEncode<'_> {
    utf8_percent_encode(value, ESCAPED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_the_documented_ones() {
        let cases = [
            (
                Endpoint::DailyAdjusted,
                "https://www.alphavantage.co/query?function=TIME_SERIES_DAILY_ADJUSTED&symbol=IBM\
                 &outputsize=full&apikey=demo",
            ),
            (
                Endpoint::DailyFull,
                "https://www.alphavantage.co/query?function=TIME_SERIES_DAILY&symbol=IBM\
                 &outputsize=full&apikey=demo",
            ),
            (
                Endpoint::DailyCompact,
                "https://www.alphavantage.co/query?function=TIME_SERIES_DAILY&symbol=IBM\
                 &apikey=demo",
            ),
            (
                Endpoint::WeeklyAdjusted,
                "https://www.alphavantage.co/query?function=TIME_SERIES_WEEKLY_ADJUSTED\
                 &symbol=IBM&apikey=demo",
            ),
            (
                Endpoint::MonthlyAdjusted,
                "https://www.alphavantage.co/query?function=TIME_SERIES_MONTHLY_ADJUSTED\
                 &symbol=IBM&apikey=demo",
            ),
        ];
        for (endpoint, address) in cases {
            assert_eq!(request_url(endpoint, "IBM", "demo"), address);
        }
    }

    #[test]
    fn nothing_in_a_symbol_or_key_can_add_a_parameter() {
        assert_eq!(
            request_url(Endpoint::WeeklyAdjusted, "^GSPC=X", " a&symbol=b#c \n"),
            "https://www.alphavantage.co/query?function=TIME_SERIES_WEEKLY_ADJUSTED\
             &symbol=%5EGSPC%3DX&apikey=a%26symbol%3Db%23c"
        );
    }
}
