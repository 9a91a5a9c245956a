//! Answers in the shape of Alpha Vantage's, made here.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde_json::{Map, Value, json};

/// The refusals, with the words by which the service's are known.
pub const PREMIUM: &str = r#"{"Information": "This is a premium endpoint. You may subscribe to any of the premium plans to unlock it."}"#;
pub const DEMO_KEY: &str = r#"{"Information": "The **demo** API key is for demo purposes only. Please claim your free API key."}"#;
pub const TOO_FAST: &str =
    r#"{"Information": "Please spread out your requests (1 request per second, 25 per day)."}"#;
pub const UNKNOWN_SYMBOL: &str = r#"{"Error Message": "Invalid API call. Please retry or visit the documentation for TIME_SERIES_DAILY_ADJUSTED."}"#;

/// The notice that echoes the caller's key.
pub fn daily_limit(key: &str) -> String {
    format!(
        r#"{{"Information": "We have detected your API key as {key} and our standard API rate limit is 25 requests per day."}}"#
    )
}

/// A parameter of a request's address.
pub fn parameter<'a>(url: &'a str, name: &str) -> Option<&'a str> {
    let pairs = url.split_once('?')?.1.split('&');
    let mut pairs = pairs.filter_map(|pair| pair.split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// A good answer to whatever was asked for.
pub fn good_answer(url: &str, rows: usize) -> String {
    let symbol = parameter(url, "symbol").unwrap_or_default();
    match parameter(url, "function").unwrap_or_default() {
        "TIME_SERIES_DAILY_ADJUSTED" => series(symbol, "Time Series (Daily)", true, 1, rows),
        "TIME_SERIES_WEEKLY_ADJUSTED" => {
            series(symbol, "Weekly Adjusted Time Series", true, 7, rows)
        }
        "TIME_SERIES_MONTHLY_ADJUSTED" => {
            series(symbol, "Monthly Adjusted Time Series", true, 28, rows)
        }
        "TIME_SERIES_DAILY" if parameter(url, "outputsize") == Some("full") => {
            series(symbol, "Time Series (Daily)", false, 1, rows)
        }
        "TIME_SERIES_DAILY" => series(symbol, "Time Series (Daily)", false, 1, rows.min(100)),
        "FX_DAILY" => {
            let rows = match parameter(url, "outputsize") {
                Some("full") => rows,
                _ => rows.min(100),
            };
            let of = |name| parameter(url, name).unwrap_or_default();
            let about =
                json!({ "2. From Symbol": of("from_symbol"), "3. To Symbol": of("to_symbol") });
            pair(&about, "Time Series FX (Daily)", &walk(rows, 1))
        }
        "DIGITAL_CURRENCY_DAILY" => {
            let market = parameter(url, "market").unwrap_or_default();
            let about = json!({ "2. Digital Currency Code": symbol, "4. Market Code": market });
            // Up to today, at noon, and every day of the week.
            let last = NaiveDate::from_ymd_opt(2026, 1, 15).unwrap();
            let days = last.iter_days().rev().take(rows);
            let prices = (0..).map(|day| 90_000.0 + 500.0 * f64::from(day % 7));
            pair(
                &about,
                "Time Series (Digital Currency Daily)",
                &days.zip(prices).collect::<Vec<_>>(),
            )
        }
        other => panic!("{other} is no history"),
    }
}

fn series(symbol: &str, name: &str, adjusted: bool, step: u64, rows: usize) -> String {
    let mut times = Map::new();
    for (date, price) in walk(rows, step).into_iter().rev() {
        let price = format!("{price:.4}");
        let mut row = Map::new();
        for field in ["1. open", "2. high", "3. low", "4. close"] {
            row.insert(field.to_owned(), json!(price));
        }
        if adjusted {
            row.insert("5. adjusted close".to_owned(), json!(price));
            row.insert("6. volume".to_owned(), json!("1000000"));
        } else {
            row.insert("5. volume".to_owned(), json!("1000000"));
        }
        times.insert(date.to_string(), Value::Object(row));
    }
    let mut answer = Map::new();
    answer.insert("Meta Data".to_owned(), json!({ "2. Symbol": symbol }));
    answer.insert(name.to_owned(), Value::Object(times));
    Value::Object(answer).to_string()
}

fn pair(about: &Value, name: &str, rows: &[(NaiveDate, f64)]) -> String {
    let times: Map<String, Value> = rows
        .iter()
        .map(|(date, price)| {
            let price = format!("{:.5}", price / 100.0);
            (
                date.to_string(),
                json!({ "1. open": price, "4. close": price }),
            )
        })
        .collect();
    json!({ "Meta Data": about, name: times }).to_string()
}

/// Dates without weekends, `step` days apart, and a price that wanders; oldest first.
pub fn walk(rows: usize, step: u64) -> Vec<(NaiveDate, f64)> {
    // A Friday.
    let mut date = NaiveDate::from_ymd_opt(2026, 1, 9).unwrap();
    let mut dates = Vec::new();
    while dates.len() < rows {
        if !matches!(date.weekday(), Weekday::Sat | Weekday::Sun) {
            dates.push(date);
        }
        date = date - Days::new(step);
    }
    let prices = (0..rows).map(|day| 100.0 + 10.0 * (day as f64 * 0.05).sin() + (day % 3) as f64);
    dates.into_iter().rev().zip(prices).collect()
}

/// The prices as a file that leaves no question.
pub fn csv(rows: &[(NaiveDate, f64)]) -> String {
    let mut text = String::from("Date,Close\n");
    for (date, price) in rows {
        text.push_str(&format!("{date},{price:.4}\n"));
    }
    text
}

/// Prices whose dates are weekdays in order whether the day or the month comes first.
pub const CSV_WITH_QUESTION: &str = "Date;Close\n\
    03/04/2024;101.5\n\
    04/04/2024;102.5\n\
    09/04/2024;101.0\n\
    10/04/2024;103.5\n\
    11/04/2024;104.0\n\
    12/04/2024;103.0\n";

/// What a search finds: `(symbol, name)`, best first.
pub fn matches(found: &[(&str, &str)]) -> String {
    let matches: Vec<Value> = found
        .iter()
        .map(|(symbol, name)| {
            json!({
                "1. symbol": symbol,
                "2. name": name,
                "4. region": "United Kingdom",
                "8. currency": "GBX",
            })
        })
        .collect();
    json!({ "bestMatches": matches }).to_string()
}
