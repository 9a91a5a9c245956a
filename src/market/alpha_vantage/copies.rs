//! Copies of answers: their names, their text, how long they hold and which must go. Where they lie
//! is the page's business.
//!
//! A copy holds the rows, not the answer's body: a fifth of its length, and nothing in it but dates
//! and numbers, whatever the service may have said beside them. No API key is part of a name or text.

use super::clock::{trading_day, utc_day};
use super::errors::AnswerError;
use super::request::Endpoint;
use crate::market::info::SeriesInfo;
use crate::market::pair::PairKind;
use crate::market::row::{Row, iso_date};
use crate::market::series::Series;
use crate::market::source::Source;
use crate::number;
use chrono::NaiveDate;
use serde::de::{Deserializer, Error};
use serde::{Deserialize, Serialize, Serializer};

/// Copies kept at most: twenty years of days are about 400 kB.
pub const MOST_COPIES: usize = 50;

/// The version of the text. A copy of another version is not read.
const VERSION: u32 = 1;

/// A series as it was fetched.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptCopy {
    /// Unix time in milliseconds.
    pub fetched_ms: f64,
    pub series: Series,
}

impl KeptCopy {
    /// Prices as they were answered at a Unix time in milliseconds. Currencies are traded around the clock,
    /// and the service sends the day that is still going on: no price of it is a closing price, so it is
    /// left out.
    ///
    /// # Errors
    ///
    /// A single price, which is no history.
    pub fn of_answer(series: Series, fetched_ms: f64) -> Result<Self, AnswerError> {
        let series = match series.info().source {
            Source::Pair(_) => without_today(series, fetched_ms),
            _ => series,
        };
        if series.len() < 2 {
            let symbol = series.info().symbol.clone();
            return Err(AnswerError::OneRow { symbol });
        }
        Ok(Self { fetched_ms, series })
    }

    /// The name under which the answer to a request is kept: `daily-adjusted:IBM`.
    pub fn name(endpoint: Endpoint, symbol: &str) -> String {
        format!("{}:{symbol}", endpoint.slug())
    }

    /// Whether the service would say the same now: no trading day has ended since.
    pub fn is_fresh(&self, now_ms: f64) -> bool {
        let day = match &self.series.info().source {
            // Its day ends at midnight UTC, on weekends too.
            Source::Pair(pair) if pair.kind == PairKind::Coin => utc_day,
            _ => trading_day,
        };
        self.fetched_ms <= now_ms && day(self.fetched_ms) == day(now_ms)
    }

    /// The copy as JSON, which [`from_text`](Self::from_text) reads.
    pub fn to_text(&self) -> String {
        let rows = self.series.rows().iter().map(|row| {
            let prices = [row.open, row.high, row.low, row.close, row.volume];
            (Day(row.date), row.price, prices)
        });
        let text = Text {
            version: VERSION,
            fetched_ms: self.fetched_ms,
            info: self.series.info().clone(),
            rows: rows.collect(),
        };
        // Dates, numbers and texts always have a JSON form.
        number::to_json(&text).unwrap_or_default()
    }

    /// Reads what [`to_text`](Self::to_text) wrote. `None` for anything else: a copy that was damaged
    /// is asked for again.
    pub fn from_text(text: &str) -> Option<Self> {
        let text: Text = serde_json::from_str(text).ok()?;
        let rows = text
            .rows
            .into_iter()
            .map(|(Day(date), price, [open, high, low, close, volume])| Row {
                date,
                price,
                open,
                high,
                low,
                close,
                volume,
                other: None,
            })
            .collect();
        (text.version == VERSION && text.fetched_ms.is_finite())
            .then(|| Series::new(text.info, rows).ok())
            .flatten()
            .map(|series| Self {
                fetched_ms: text.fetched_ms,
                series,
            })
    }
}

/// The days that were over at that time; where none was, there is nothing else.
fn without_today(series: Series, unix_ms: f64) -> Series {
    let is_over = |row: &Row| utc_day(unix_ms).is_none_or(|today| row.date < today);
    let rows = series.rows().iter().copied().filter(is_over).collect();
    Series::new(series.info().clone(), rows).unwrap_or(series)
}

#[derive(Serialize, Deserialize)]
struct Text {
    version: u32,
    fetched_ms: f64,
    info: SeriesInfo,
    /// Date, price, and open, high, low, close, volume.
    rows: Vec<(Day, f64, [Option<f64>; 5])>,
}

/// `2024-01-31`. chrono would bring its own reader, of any form a date can have.
struct Day(NaiveDate);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <&str>::deserialize(deserializer)?;
        iso_date(text)
            .map(Self)
            .ok_or_else(|| D::Error::custom("that is not a date"))
    }
}

/// Of copies and the times they were fetched at, the names of those that must go: the oldest, until
/// [`MOST_COPIES`] are left.
pub fn surplus(mut copies: Vec<(String, f64)>) -> Vec<String> {
    // Newest first. A time that is no number is older than any.
    let age = |fetched_ms: f64| {
        if fetched_ms.is_nan() {
            f64::MIN
        } else {
            fetched_ms
        }
    };
    copies.sort_by(|a, b| age(b.1).total_cmp(&age(a.1)));
    copies
        .into_iter()
        .skip(MOST_COPIES)
        .map(|(name, _)| name)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::market::alpha_vantage::{parse, parse_of};
    use crate::market::{Field, Interval};

    const BODY: &str = r#"{
        "Meta Data": {"2. Symbol": "IBM", "9. Said": "to K3YK3YK3YK3YK3Y0"},
        "Time Series (Daily)": {
            "2024-01-03": {"1. open": "160.1", "4. close": "161.25", "5. adjusted close": "158.0301",
                           "6. volume": "3000000"},
            "2024-01-02": {"1. open": "159.9", "4. close": "160.00", "5. adjusted close": "157.1"}
        }}"#;

    fn copy_of_share() -> KeptCopy {
        KeptCopy {
            fetched_ms: 1_768_500_000_000.0,
            series: parse(BODY, "IBM", Interval::Daily, "").expect("two rows"),
        }
    }

    #[test]
    fn a_copy_comes_back_whole() {
        let copy = copy_of_share();
        let text = copy.to_text();
        assert_eq!(KeptCopy::from_text(&text), Some(copy.clone()));
        assert_eq!(copy.series.info().field, Field::AdjustedClose);
    }

    #[test]
    fn nothing_of_the_answer_but_its_rows_is_kept() {
        assert!(!copy_of_share().to_text().contains("K3Y"));
        assert_eq!(
            KeptCopy::name(Endpoint::DailyAdjusted, "BRK.B"),
            "daily-adjusted:BRK.B"
        );
    }

    #[test]
    fn a_damaged_copy_is_none() {
        let text = copy_of_share().to_text();
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
            assert_eq!(KeptCopy::from_text(&text[..end]), None);
        }
        for (from, to) in [
            ("\"version\":1", "\"version\":2"),
            ("158.0301", "-158.0301"),
            ("158.0301", "null"),
            ("2024-01-03", "2024-01-02"),
            ("2024-01-03", "2024-13-03"),
        ] {
            let damaged = text.replace(from, to);
            assert_ne!(damaged, text);
            assert_eq!(KeptCopy::from_text(&damaged), None, "{to}");
        }
    }

    #[test]
    fn a_copy_is_fresh_until_the_next_close() {
        // Fetched on Thursday, 15 January 2026 at 13:00 in New York; the close is out at 17:00.
        let copy = copy_of_share();
        let hours = |hours: f64| copy.fetched_ms + hours * 3_600_000.0;
        assert!(copy.is_fresh(hours(0.0)));
        assert!(copy.is_fresh(hours(3.9)));
        assert!(!copy.is_fresh(hours(4.1)));
        // A device whose clock was set back is not believed.
        assert!(!copy.is_fresh(hours(-0.5)));
    }

    #[test]
    fn the_day_that_goes_on_is_no_row_of_a_pair() {
        let body = r#"{"Time Series FX (Daily)": {"2026-01-15": {"4. close": "1.1"},
            "2026-01-14": {"4. close": "1.2"}, "2026-01-13": {"4. close": "1.3"}}}"#;
        let source = || "fx:EUR/USD".parse().expect("a source");
        let series = || parse_of(body, source(), "").expect("rows");
        // Thursday, 15 January 2026, 18:00 UTC, and three rows of which one is of that day.
        let of_answer = |series, fetched_ms| KeptCopy::of_answer(series, fetched_ms).expect("rows");
        let copy = of_answer(series(), 1_768_500_000_000.0);
        assert_eq!(copy.series.last_date().to_string(), "2026-01-14");
        let later = of_answer(series(), 1_768_500_000_000.0 + 86_400_000.0);
        assert_eq!(later.series.len(), 3);
        // A share's row of today is there when its exchange has closed.
        let share = copy_of_share();
        let kept = of_answer(share.series.clone(), share.fetched_ms - 1e12);
        assert_eq!(kept.series, share.series);
    }

    #[test]
    fn one_price_is_no_history() {
        let body = r#"{"Time Series FX (Daily)": {"2026-01-15": {"4. close": "1.1"}}}"#;
        let series = parse_of(body, "fx:EUR/USD".parse().expect("a source"), "").expect("a row");
        let symbol = "EUR/USD".to_owned();
        let refused = Err(AnswerError::OneRow { symbol });
        assert_eq!(KeptCopy::of_answer(series, 1_768_600_000_000.0), refused);
    }

    #[test]
    fn a_coins_copy_is_fresh_until_midnight_utc() {
        let body = r#"{"Time Series (Digital Currency Daily)": {"2026-01-16": {"4. close": "1"}}}"#;
        let source = "coin:BTC/USD".parse().expect("a source");
        // Saturday, 17 January 2026, 22:00 UTC.
        let saturday_evening = KeptCopy {
            fetched_ms: 1_768_687_200_000.0,
            series: parse_of(body, source, "").expect("a row"),
        };
        let hours = |hours: f64| saturday_evening.fetched_ms + hours * 3_600_000.0;
        assert!(saturday_evening.is_fresh(hours(1.9)));
        assert!(!saturday_evening.is_fresh(hours(2.1)));
    }

    #[test]
    fn the_oldest_go_first() {
        let copies: Vec<(String, f64)> = (0..MOST_COPIES + 2)
            .map(|i| (format!("weekly-adjusted:S{i}"), (i * 37 % 52) as f64))
            .collect();
        let mut gone = surplus(copies.clone());
        gone.sort();
        // 0·37 mod 52 is 0, and 45·37 mod 52 is 1.
        assert_eq!(gone, ["weekly-adjusted:S0", "weekly-adjusted:S45"]);
        assert!(surplus(copies[..MOST_COPIES].to_vec()).is_empty());
        let mut broken = copies[1..=MOST_COPIES].to_vec();
        broken.push(("weekly-adjusted:X".into(), f64::NAN));
        assert_eq!(surplus(broken), ["weekly-adjusted:X"]);
    }
}
