//! Alpha Vantage answers, recorded ones and broken ones.
//!
//! The recorded answers are not part of the project: they are looked for in `../shared/data`, and
//! what needs them says so and is skipped where that folder is absent. The expected numbers were
//! read out of the files by other means than the code tested here (a few lines of Python).

use hindcast::market::alpha_vantage::{AnswerError, UnreadableFor, parse, parse_search};
use hindcast::market::{Field, Interval, Series};
use std::path::Path;

const KEY: &str = "Q7RTUW9XK2M4PZ8N";

/// A recorded answer's text, or a line that says why the test is skipped.
fn recorded(name: &str) -> Option<String> {
    let folder = Path::new("../shared/data/alphavantage");
    if !folder.is_dir() {
        println!(
            "skipped: {name} (no recorded answers in {})",
            folder.display()
        );
        return None;
    }
    let path = folder.join(name);
    Some(std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}")))
}

struct Expected {
    file: &'static str,
    interval: Interval,
    field: Field,
    rows: usize,
    first: (&'static str, f64),
    last: (&'static str, f64),
    sum: f64,
    /// A word of each warning, in order.
    warnings: &'static [&'static str],
}

const EXPECTED: [Expected; 11] = [
    Expected {
        file: "IBM.TIME_SERIES_DAILY.full.2020-05-21.json",
        interval: Interval::Daily,
        field: Field::Close,
        rows: 5032,
        first: ("2000-05-22", 109.25),
        last: ("2020-05-21", 119.12),
        sum: 653_152.041_8,
        warnings: &[],
    },
    Expected {
        file: "IBM.TIME_SERIES_DAILY_ADJUSTED.compact.2025-01-13.json",
        interval: Interval::Daily,
        field: Field::AdjustedClose,
        rows: 100,
        first: ("2024-08-20", 194.489_652_284_383),
        last: ("2025-01-13", 217.4),
        sum: 21_744.405_7,
        warnings: &[],
    },
    Expected {
        file: "IBM.TIME_SERIES_DAILY_ADJUSTED.full.rebuilt.json",
        interval: Interval::Daily,
        field: Field::AdjustedClose,
        rows: 5309,
        first: ("1999-11-01", 61.535_121_574_4),
        last: ("2020-12-04", 127.2),
        sum: 516_772.655_5,
        warnings: &[],
    },
    Expected {
        file: "IBM.TIME_SERIES_WEEKLY_ADJUSTED.2022-02-11.json",
        interval: Interval::Weekly,
        field: Field::AdjustedClose,
        rows: 1162,
        first: ("1999-11-12", 54.8757),
        last: ("2022-02-11", 132.69),
        sum: 103_927.365_3,
        warnings: &[],
    },
    Expected {
        file: "MCFE.TIME_SERIES_WEEKLY_ADJUSTED.2022-02-11.json",
        interval: Interval::Weekly,
        field: Field::AdjustedClose,
        rows: 68,
        first: ("2020-10-30", 14.1426),
        last: ("2022-02-11", 25.8),
        sum: 1_440.178_1,
        warnings: &[],
    },
    Expected {
        file: "MSFT.TIME_SERIES_DAILY.compact.2018-06-08.json",
        interval: Interval::Daily,
        field: Field::Close,
        rows: 100,
        first: ("2018-01-17", 90.14),
        last: ("2018-06-08", 101.63),
        sum: 9_401.25,
        warnings: &[],
    },
    Expected {
        file: "MSFT.TIME_SERIES_DAILY_ADJUSTED.full.rebuilt.json",
        interval: Interval::Daily,
        field: Field::AdjustedClose,
        rows: 5309,
        first: ("1999-11-01", 29.465_857_346_1),
        last: ("2020-12-04", 214.36),
        sum: 225_568.155_6,
        warnings: &[],
    },
    Expected {
        file: "MSFT.TIME_SERIES_MONTHLY.2018-06-08.json",
        interval: Interval::Monthly,
        field: Field::Close,
        rows: 221,
        first: ("2000-02-29", 89.37),
        last: ("2018-06-08", 101.63),
        sum: 8_998.429_7,
        // The 2:1 split of 18 February 2003 (48.30 on 31 January, 23.70 on 28 February), and a June
        // of eight days.
        warnings: &["2003-02-28", "2018-06-08"],
    },
    Expected {
        file: "MSFT.TIME_SERIES_WEEKLY_ADJUSTED.2022-02-11.json",
        interval: Interval::Weekly,
        field: Field::AdjustedClose,
        rows: 1162,
        first: ("1999-11-12", 28.2151),
        last: ("2022-02-11", 295.04),
        sum: 63_452.778_2,
        warnings: &[],
    },
    Expected {
        file: "TSLA.TIME_SERIES_WEEKLY.2021.json",
        interval: Interval::Weekly,
        field: Field::Close,
        rows: 564,
        first: ("2010-07-09", 17.4),
        last: ("2021-04-23", 729.4),
        sum: 144_084.351_1,
        // The 5:1 split of 31 August 2020.
        warnings: &["2020-09-04"],
    },
    Expected {
        file: "VZ.TIME_SERIES_MONTHLY_ADJUSTED.2023-07.json",
        interval: Interval::Monthly,
        field: Field::AdjustedClose,
        rows: 284,
        first: ("1999-12-31", 18.8948),
        last: ("2023-07-03", 37.28),
        sum: 7_621.879_5,
        warnings: &["2023-07-03"],
    },
];

#[test]
fn every_recorded_answer_gives_its_prices() {
    for expected in EXPECTED {
        let file = expected.file;
        let Some(body) = recorded(file) else { return };
        let symbol = file.split('.').next().expect("a symbol");
        let series = parse(&body, symbol, expected.interval, KEY)
            .unwrap_or_else(|error| panic!("{file}: {error:?}"));
        let rows = series.rows();
        let (first, last) = (rows[0], rows[rows.len() - 1]);
        assert_eq!(series.len(), expected.rows, "{file}");
        assert_eq!(
            (first.date.to_string().as_str(), first.price),
            expected.first,
            "{file}"
        );
        assert_eq!(
            (last.date.to_string().as_str(), last.price),
            expected.last,
            "{file}"
        );
        // The expected sum is rounded to four decimals.
        let sum: f64 = series.prices().iter().sum();
        assert!((sum - expected.sum).abs() < 1e-4, "{file}: {sum}");
        assert_eq!(series.info().field, expected.field, "{file}");
        assert_eq!(series.info().interval, expected.interval, "{file}");
        assert_eq!(series.info().symbol, symbol, "{file}");
        assert!(
            rows.iter().all(|row| row.open.is_some()
                && row.high.is_some()
                && row.low.is_some()
                && row.close.is_some()
                && row.volume.is_some()),
            "{file}"
        );
        let warnings = series.warnings();
        assert_eq!(
            warnings.len(),
            expected.warnings.len(),
            "{file}: {warnings:?}"
        );
        for (warning, word) in warnings.iter().zip(expected.warnings) {
            let shown = format!("{warning:?}");
            assert!(shown.contains(word), "{file}: {shown}");
        }
    }
}

#[test]
fn a_recorded_answer_of_another_interval_is_refused() {
    for (file, asked, found) in [
        (
            "MSFT.TIME_SERIES_INTRADAY.1min.2018-06-01.json",
            Interval::Daily,
            "intraday",
        ),
        (
            "TSLA.TIME_SERIES_WEEKLY.2021.json",
            Interval::Daily,
            "weekly",
        ),
        (
            "VZ.TIME_SERIES_MONTHLY_ADJUSTED.2023-07.json",
            Interval::Weekly,
            "monthly",
        ),
        (
            "MSFT.TIME_SERIES_DAILY.compact.2018-06-08.json",
            Interval::Monthly,
            "daily",
        ),
    ] {
        let Some(body) = recorded(file) else { return };
        let error = parse(&body, "MSFT", asked, KEY).expect_err(file);
        assert_eq!(
            error,
            AnswerError::WrongInterval {
                expected: asked,
                found
            },
            "{file}"
        );
    }
}

#[test]
fn the_recorded_search_gives_its_matches() {
    let Some(body) = recorded("SYMBOL_SEARCH.tesco.json") else {
        return;
    };
    let found = parse_search(&body, "tesco", KEY).expect("matches");
    let symbols: Vec<_> = found.iter().map(|found| found.symbol.as_str()).collect();
    assert_eq!(symbols.len(), 5);
    assert_eq!(symbols[..3], ["TSCO.LON", "TSCDF", "TSCDY"]);
    assert_eq!(found[0].name, "Tesco PLC");
    assert_eq!(found[0].currency, "GBX");
    // It is no answer to a request for prices.
    assert!(matches!(
        parse(&body, "TSCO", Interval::Daily, KEY),
        Err(AnswerError::Unreadable { .. })
    ));
}

#[test]
fn every_recorded_notice_is_known_and_never_holds_the_key() {
    let empty = AnswerError::Empty {
        symbol: "NOSUCH".into(),
    };
    let unknown = AnswerError::UnknownSymbol {
        symbol: "NOSUCH".into(),
    };
    let cases = [
        ("empty-object.json", empty.clone()),
        ("search.empty.json", empty),
        ("error.apikey-missing.json", AnswerError::KeyMissing),
        ("error.invalid-call.TIME_SERIES_DAILY.json", unknown),
        ("info.burst-1-per-second.json", AnswerError::TooFast),
        ("info.demo-key.json", AnswerError::DemoKey),
        ("info.premium-endpoint.json", AnswerError::Premium),
        ("info.premium-outputsize-full.json", AnswerError::Premium),
        ("info.rate-25-per-day.json", AnswerError::DailyLimit),
        ("note.5-per-minute.json", AnswerError::TooFast),
    ];
    for (file, expected) in cases {
        let Some(body) = recorded(&format!("notices/{file}")) else {
            return;
        };
        // The recorded daily-limit notice has X in place of the caller's key, which it echoes.
        let body = body.replace("XXXXXXXXXXXXXXXX", KEY);
        let error = parse(&body, "NOSUCH", Interval::Daily, KEY).expect_err(file);
        assert_eq!(error, expected, "{file}");
        assert!(!format!("{error:?}").contains(KEY), "{file}");
    }
    // A key the page does not know (another tab's, a mistyped one) is not shown either.
    if let Some(body) = recorded("notices/info.rate-25-per-day.json") {
        let body = body
            .replace("XXXXXXXXXXXXXXXX", KEY)
            .replace("rate limit", "quota")
            .replace("per day", "daily");
        let error = parse(&body, "IBM", Interval::Daily, "").expect_err("a notice");
        assert!(matches!(error, AnswerError::Other), "{error:?}");
        assert!(!format!("{error:?}").contains(KEY), "{error:?}");
    }
}

/// An answer in the recorded shape, the caller's key in every place where a value is quoted.
fn synthetic_answer() -> String {
    let rows: Vec<String> = (1..=5)
        .rev()
        .map(|day| {
            format!(
                r#"        "2024-01-0{day}": {{
            "1. open": "10{day}.1000",
            "4. close": "10{day}.5000",
            "5. adjusted close": "5{day}.2500",
            "6. volume": "12{day}00"
        }}"#
            )
        })
        .collect();
    format!(
        r#"{{
    "Meta Data": {{
        "1. Information": "Daily Prices – for the key {KEY}",
        "2. Symbol": "IBM"
    }},
    "Time Series (Daily)": {{
{}
    }}
}}"#,
        rows.join(",\n")
    )
}

fn parsed(body: &str) -> Result<Series, AnswerError> {
    parse(body, "IBM", Interval::Daily, KEY)
}

#[test]
fn a_cut_answer_is_cut_short_wherever_the_cut_is() {
    let whole = synthetic_answer();
    assert_eq!(parsed(&whole).expect("a whole answer").len(), 5);
    for end in (1..whole.len()).filter(|end| whole.is_char_boundary(*end)) {
        assert_eq!(
            parsed(&whole[..end]),
            Err(AnswerError::Unreadable {
                reason: UnreadableFor::CutShort
            }),
            "cut after {end} bytes"
        );
    }
}

/// One byte replaced, left out or doubled, everywhere: the answer may still be good, but nothing
/// panics and no error shows the key.
#[test]
fn a_damaged_answer_never_panics_and_never_shows_the_key() {
    let whole = synthetic_answer().replace('–', "-");
    let (mut good, mut refused) = (0, 0);
    for place in 0..whole.len() {
        let (before, from) = whole.split_at(place);
        let after = &from[1..];
        let middles = ["", "0", "-", "\"", "{", "}", ":", ",", "\\", " ", "é", KEY];
        for middle in middles {
            match parsed(&format!("{before}{middle}{after}")) {
                Ok(series) => {
                    good += 1;
                    assert!(series.prices().iter().all(|p| p.is_finite() && *p > 0.0));
                }
                Err(error) => {
                    refused += 1;
                    let shown = format!("{error:?}");
                    assert!(!shown.contains(KEY), "{shown}");
                }
            }
        }
    }
    // Both happen, or the damage is not what it says.
    assert!(good > 1_000 && refused > 1_000, "{good} {refused}");
}
