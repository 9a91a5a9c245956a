//! Price files in the many forms that people save them in, each with what a right reading gives.
//!
//! The files are not part of the project: they are looked for in `../shared/data/kinds`, and the test says
//! so and is skipped where that folder is absent.

use hindcast::market::price_file::{
    Correction, Doubt, FileError, FilePrices, NoText, Reading, in_utf8, read, sniff,
};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::PathBuf;

#[derive(Debug, Deserialize)]
struct Case {
    file: String,
    expect: Expected,
}

/// What a file gives: prices, a question, or a refusal.
#[derive(Debug, Deserialize)]
struct Expected {
    rows: Option<usize>,
    first: Option<String>,
    last: Option<String>,
    last_close: Option<f64>,
    last_close_adjusted: Option<f64>,
    name: Option<String>,
    /// Rows without a price.
    null_rows: Option<usize>,
    ask: Option<String>,
    tickers: Option<BTreeMap<String, usize>>,
    refuse: Option<String>,
}

fn folder() -> Option<PathBuf> {
    let folder = PathBuf::from("../shared/data/kinds");
    if !folder.is_dir() {
        println!("skipped: no kinds of price files in {}", folder.display());
        return None;
    }
    Some(folder)
}

/// As a browser reads the one of these files that is in another encoding.
fn decode(encoding: &'static str, bytes: &[u8]) -> Option<String> {
    const NAMES_IN_GBK: &[u8] =
        b"\xB9\xC9\xC6\xB1\xB4\xFA\xC2\xEB,\xBD\xBB\xD2\xD7\xC8\xD5\xC6\xDA,\
        \xBF\xAA\xC5\xCC\xBC\xDB,\xD7\xEE\xB8\xDF\xBC\xDB,\xD7\xEE\xB5\xCD\xBC\xDB,\
        \xCA\xD5\xC5\xCC\xBC\xDB,\xD7\xF2\xCA\xD5\xBC\xDB,\xD5\xC7\xB5\xF8\xB6\xEE,\
        \xD5\xC7\xB5\xF8\xB7\xF9,\xB3\xC9\xBD\xBB\xC1\xBF,\xB3\xC9\xBD\xBB\xB6\xEE";
    const NAMES: &str =
        "股票代码,交易日期,开盘价,最高价,最低价,收盘价,昨收价,涨跌额,涨跌幅,成交量,成交额";
    let rest = bytes.strip_prefix(NAMES_IN_GBK)?;
    (encoding == "gb18030").then(|| format!("{NAMES}{}", String::from_utf8_lossy(rest)))
}

#[test]
fn every_kind_gives_its_prices_its_question_or_its_refusal() {
    let Some(folder) = folder() else { return };
    let cases = std::fs::read(folder.join("cases.json")).expect("cases");
    let cases: Vec<Case> = serde_json::from_slice(&cases).expect("cases");
    assert!(cases.len() >= 18, "{}", cases.len());
    for Case { file, expect } in &cases {
        let bytes = std::fs::read(folder.join(file)).expect(file);
        let bytes = in_utf8(bytes, decode);
        let prices = sniff(&bytes).and_then(|reading| {
            let prices = read(&bytes, &reading, file)?;
            Ok((reading, prices))
        });
        if expect.refuse.is_some() {
            let error = prices.expect_err(file);
            assert!(is_named(file, &error), "{file}: {error:?}");
            continue;
        }
        let (reading, prices) = prices.unwrap_or_else(|error| panic!("{file}: {error:?}"));
        match &expect.ask {
            Some(_) => asks_for_a_share(&bytes, &reading, expect),
            None => is_as_expected(file, &reading, &prices, expect),
        }
    }
}

/// Whether a refusal says what this file is.
fn is_named(file: &str, error: &FileError) -> bool {
    let is = |what| *error == FileError::NotText { what };
    match file {
        "dates-lost.csv" => *error == FileError::NoDates { line: 1 },
        "web-page.csv" => is(NoText::SignInPage),
        "error-answer.json" => *error == FileError::ServiceError { status: Some(429) },
        "parquet.saved-as.csv" => is(NoText::Parquet),
        "zip.as-it-came.zip" => is(NoText::Zip),
        // One that is new here is refused by a sentence of its own at least.
        _ => !matches!(
            error,
            FileError::NoTable { .. } | FileError::NoUsableRow { .. }
        ),
    }
}

fn asks_for_a_share(bytes: &[u8], reading: &Reading, expect: &Expected) {
    let expected = expect.tickers.as_ref().expect("tickers");
    let asked = |doubt: &Doubt| matches!(doubt, Doubt::SeveralTickers { count, .. } if *count == expected.len());
    assert!(reading.doubts.iter().any(asked), "{:?}", reading.doubts);
    let tickers = reading.tickers.as_ref().expect("several shares");
    for (place, name) in tickers.names.iter().enumerate() {
        let chosen = reading
            .corrected(bytes, Correction::Ticker(place))
            .expect("a table");
        assert!(!chosen.doubts.iter().any(asked));
        let prices = read(bytes, &chosen, "x").expect("prices");
        assert_eq!(Some(&prices.series.len()), expected.get(name), "{name}");
    }
}

fn is_as_expected(file: &str, reading: &Reading, prices: &FilePrices, expect: &Expected) {
    let series = &prices.series;
    assert_eq!(Some(series.len()), expect.rows, "{file}");
    assert_eq!(
        Some(series.first_date().to_string()),
        expect.first,
        "{file}"
    );
    assert_eq!(Some(series.last_date().to_string()), expect.last, "{file}");
    let last = Some(series.last_price());
    let right = [expect.last_close, expect.last_close_adjusted];
    assert!(right.contains(&last), "{file}: {last:?}");
    if let Some(name) = &expect.name {
        assert_eq!(series.info().symbol, *name, "{file}");
    }
    let dropped: usize = prices
        .report
        .dropped
        .iter()
        .map(|dropped| dropped.count)
        .sum();
    assert_eq!(dropped, expect.null_rows.unwrap_or_default(), "{file}");
    // Only columns without any name are asked about.
    let expected: &[Doubt] = match reading.header_line {
        Some(_) => &[],
        None => &[Doubt::ColumnsGuessed],
    };
    assert_eq!(reading.doubts, expected, "{file}");
}
