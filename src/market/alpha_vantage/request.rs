//! What is asked of the service: the endpoints, and the address of a request.

use crate::market::pair::{Pair, PairKind};
use crate::market::row::Interval;
use crate::market::source::Source;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};

pub(super) const SERVICE: &str = "https://www.alphavantage.co/query";

/// The symbol of the service's documented examples, the only share that the key `demo` serves.
pub const EXAMPLE_SYMBOL: &str = "IBM";
/// The pairs of the documented examples.
const EXAMPLE_RATE: &str = "EUR/USD";
const EXAMPLE_COIN: &str = "BTC/EUR";

/// All but the unreserved characters of RFC 3986, section 2.3.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A time series endpoint: of a share by its symbol, or of a pair of currencies.
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
    /// `FX_DAILY`, `outputsize=full`.
    RateFull,
    /// `FX_DAILY`, the last 100 rows.
    RateCompact,
    /// `DIGITAL_CURRENCY_DAILY`, all that there is.
    Coin,
}

impl Endpoint {
    /// The interval of this endpoint's rows.
    pub fn interval(self) -> Interval {
        match self {
            Self::DailyAdjusted | Self::DailyFull | Self::DailyCompact => Interval::Daily,
            Self::RateFull | Self::RateCompact | Self::Coin => Interval::Daily,
            Self::WeeklyAdjusted => Interval::Weekly,
            Self::MonthlyAdjusted => Interval::Monthly,
        }
    }

    /// What the service documents as its example, which the key `demo` is served.
    pub fn example(self) -> &'static str {
        match self {
            Self::RateFull | Self::RateCompact => EXAMPLE_RATE,
            Self::Coin => EXAMPLE_COIN,
            _ => EXAMPLE_SYMBOL,
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
            Self::RateFull => "rate-full",
            Self::RateCompact => "rate-compact",
            Self::Coin => "coin",
        }
    }

    fn function(self) -> &'static str {
        match self {
            Self::DailyAdjusted => "TIME_SERIES_DAILY_ADJUSTED",
            Self::DailyFull | Self::DailyCompact => "TIME_SERIES_DAILY",
            Self::WeeklyAdjusted => "TIME_SERIES_WEEKLY_ADJUSTED",
            Self::MonthlyAdjusted => "TIME_SERIES_MONTHLY_ADJUSTED",
            Self::RateFull | Self::RateCompact => "FX_DAILY",
            Self::Coin => "DIGITAL_CURRENCY_DAILY",
        }
    }

    fn whole_history(self) -> bool {
        matches!(self, Self::DailyAdjusted | Self::DailyFull | Self::RateFull)
    }

    /// What its prices are of, which is called `symbol`.
    pub fn source(self, symbol: &str) -> Source {
        let kind = match self {
            Self::RateFull | Self::RateCompact => Some(PairKind::Fx),
            Self::Coin => Some(PairKind::Coin),
            _ => None,
        };
        match kind.and_then(|kind| Pair::of(kind, symbol).ok()) {
            Some(pair) => Source::Pair(pair),
            None => Source::AlphaVantage {
                symbol: symbol.to_owned(),
                interval: self.interval(),
            },
        }
    }

    /// The parameters that say what is asked for.
    fn subject(self, symbol: &str) -> String {
        let (base, quote) = symbol.split_once('/').unwrap_or((symbol, ""));
        let (base, quote) = (encoded(base), encoded(quote));
        match self {
            Self::RateFull | Self::RateCompact => {
                format!("from_symbol={base}&to_symbol={quote}")
            }
            Self::Coin => format!("symbol={base}&market={quote}"),
            _ => format!("symbol={}", encoded(symbol)),
        }
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
        "{SERVICE}?function={}&{}{output_size}&apikey={}",
        endpoint.function(),
        endpoint.subject(symbol),
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
        for (endpoint, pair, asked) in [
            (
                Endpoint::RateFull,
                "EUR/USD",
                "FX_DAILY&from_symbol=EUR&to_symbol=USD&outputsize=full",
            ),
            (
                Endpoint::RateCompact,
                "EUR/USD",
                "FX_DAILY&from_symbol=EUR&to_symbol=USD",
            ),
            (
                Endpoint::Coin,
                "BTC/EUR",
                "DIGITAL_CURRENCY_DAILY&symbol=BTC&market=EUR",
            ),
        ] {
            assert_eq!(
                request_url(endpoint, pair, "demo"),
                format!("https://www.alphavantage.co/query?function={asked}&apikey=demo")
            );
            let kind = if endpoint == Endpoint::Coin {
                "coin"
            } else {
                "fx"
            };
            assert_eq!(endpoint.source(pair).to_string(), format!("{kind}:{pair}"));
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
