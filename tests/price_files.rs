//! Price files of every kind: recorded ones, and small ones of the same shapes written here.
//!
//! The recorded files are not part of the project: they are looked for in `../shared/data`, and what
//! needs them says so and is skipped where that folder is absent. The expected numbers come from
//! `tests/reference/price_files.py`, which shares nothing with the code tested here.

use hindcast::market::price_file::{
    ColumnRole, DateOrder, DecimalMark, Doubt, FileError, FilePrices, LARGEST_FILE_BYTES, Reading,
    Separator, preview, read, sniff, sniff_separated_by,
};
use hindcast::market::{DataWarning, DroppedFor, Field, Interval, adjust_splits};
use std::path::PathBuf;

struct Expected {
    file: &'static str,
    rows: usize,
    first: (&'static str, f64),
    last: (&'static str, f64),
    sum: f64,
    interval: Interval,
    field: Field,
}

#[rustfmt::skip]
const RECORDED: [Expected; 21] = {
    use Field::{AdjustedClose, Close};
    use Interval::{Daily, Monthly, Weekly};
    const fn of(
        file: &'static str, rows: usize, first: (&'static str, f64), last: (&'static str, f64),
        sum: f64, interval: Interval, field: Field,
    ) -> Expected {
        Expected { file, rows, first, last, sum, interval, field }
    }
    [
        of("csv/alphavantage.IBM.TIME_SERIES_DAILY.compact.2026-05-17.csv", 100, ("2025-12-22", 302.79), ("2026-05-15", 219.3), 26_161.67, Daily, Close),
        of("csv/alphavantage.IBM.TIME_SERIES_DAILY_ADJUSTED.full.csv", 5309, ("1999-11-01", 61.535_121_574_4), ("2020-12-04", 127.2), 516_772.655_5, Daily, AdjustedClose),
        of("csv/alphavantage.IBM.TIME_SERIES_WEEKLY_ADJUSTED.2026-05-17.csv", 1384, ("1999-11-12", 46.7696), ("2026-05-15", 219.3), 128_661.416_9, Weekly, AdjustedClose),
        of("csv/ariva.adidas.csv", 5126, ("2000-01-03", 17.925), ("2020-01-10", 309.05), 358_338.069, Daily, Close),
        of("csv/investing.NVR.csv", 2037, ("2015-01-02", 1252.0), ("2023-02-03", 5281.3), 6_369_429.2, Daily, Close),
        of("csv/nasdaq.AAPL.csv", 2515, ("2015-03-19", 31.8738), ("2025-03-18", 212.69), 252_814.794_9, Daily, Close),
        of("csv/oddnames.AAPL.csv", 10264, ("1980-12-12", 0.1283), ("2021-09-03", 154.3), 123_065.284_1, Daily, Close),
        of("csv/stooq.msft_us_d.csv", 9327, ("1986-03-13", 0.070_575_7), ("2023-03-17", 279.43), 397_038.615_1, Daily, Close),
        of("csv/yahoo.MSFT.csv", 8761, ("1986-03-13", 0.061_893), ("2020-12-11", 213.259_995), 242_643.554_2, Daily, AdjustedClose),
        of("csv/yfinance.IBM.us-dates.csv", 6559, ("2000-01-03", 57.088_123_32), ("2026-01-30", 304.961_273_2), 604_995.523_3, Daily, Close),
        of("alphavantage/IBM.TIME_SERIES_DAILY.full.2020-05-21.json", 5032, ("2000-05-22", 109.25), ("2020-05-21", 119.12), 653_152.041_8, Daily, Close),
        of("alphavantage/IBM.TIME_SERIES_DAILY_ADJUSTED.compact.2025-01-13.json", 100, ("2024-08-20", 194.489_652_284_383), ("2025-01-13", 217.4), 21_744.405_7, Daily, AdjustedClose),
        of("alphavantage/IBM.TIME_SERIES_DAILY_ADJUSTED.full.rebuilt.json", 5309, ("1999-11-01", 61.535_121_574_4), ("2020-12-04", 127.2), 516_772.655_5, Daily, AdjustedClose),
        of("alphavantage/IBM.TIME_SERIES_WEEKLY_ADJUSTED.2022-02-11.json", 1162, ("1999-11-12", 54.8757), ("2022-02-11", 132.69), 103_927.365_3, Weekly, AdjustedClose),
        of("alphavantage/MCFE.TIME_SERIES_WEEKLY_ADJUSTED.2022-02-11.json", 68, ("2020-10-30", 14.1426), ("2022-02-11", 25.8), 1_440.178_1, Weekly, AdjustedClose),
        of("alphavantage/MSFT.TIME_SERIES_DAILY.compact.2018-06-08.json", 100, ("2018-01-17", 90.14), ("2018-06-08", 101.63), 9_401.25, Daily, Close),
        of("alphavantage/MSFT.TIME_SERIES_DAILY_ADJUSTED.full.rebuilt.json", 5309, ("1999-11-01", 29.465_857_346_1), ("2020-12-04", 214.36), 225_568.155_6, Daily, AdjustedClose),
        of("alphavantage/MSFT.TIME_SERIES_MONTHLY.2018-06-08.json", 221, ("2000-02-29", 89.37), ("2018-06-08", 101.63), 8_998.429_7, Monthly, Close),
        of("alphavantage/MSFT.TIME_SERIES_WEEKLY_ADJUSTED.2022-02-11.json", 1162, ("1999-11-12", 28.2151), ("2022-02-11", 295.04), 63_452.778_2, Weekly, AdjustedClose),
        of("alphavantage/TSLA.TIME_SERIES_WEEKLY.2021.json", 564, ("2010-07-09", 17.4), ("2021-04-23", 729.4), 144_084.351_1, Weekly, Close),
        of("alphavantage/VZ.TIME_SERIES_MONTHLY_ADJUSTED.2023-07.json", 284, ("1999-12-31", 18.8948), ("2023-07-03", 37.28), 7_621.879_5, Monthly, AdjustedClose),
    ]
};

/// The folder of recorded files, or a line that says why the test is skipped.
fn recorded() -> Option<PathBuf> {
    let folder = PathBuf::from("../shared/data");
    if !folder.is_dir() {
        println!("skipped: no recorded files in {}", folder.display());
        return None;
    }
    Some(folder)
}

#[test]
fn every_recorded_file_gives_its_prices_without_a_doubt() {
    let Some(folder) = recorded() else { return };
    for expected in &RECORDED {
        let file = expected.file;
        let bytes = std::fs::read(folder.join(file)).expect(file);
        let reading = sniff(&bytes).unwrap_or_else(|error| panic!("{file}: {error:?}"));
        assert_eq!(reading.doubts, [], "{file}");
        let FilePrices { series, report } =
            read(&bytes, &reading, file).unwrap_or_else(|error| panic!("{file}: {error:?}"));
        let rows = series.rows();
        let (first, last) = (rows[0], rows[rows.len() - 1]);
        assert_eq!(series.len(), expected.rows, "{file}");
        let end = |row: hindcast::market::Row| (row.date.to_string(), row.price);
        assert_eq!(
            end(first),
            (expected.first.0.into(), expected.first.1),
            "{file}"
        );
        assert_eq!(
            end(last),
            (expected.last.0.into(), expected.last.1),
            "{file}"
        );
        // The expected sum is rounded to four decimals.
        let sum: f64 = series.prices().iter().sum();
        assert!((sum - expected.sum).abs() < 1e-4, "{file}: {sum}");
        assert_eq!(series.info().interval, expected.interval, "{file}");
        assert_eq!(series.info().field, expected.field, "{file}");
        assert_eq!(report.rows_read, expected.rows, "{file}");
        assert_eq!(report.reading_warnings(), [], "{file}");
        // High and low are what their columns say: they hold the day's open between them.
        let inside = rows
            .iter()
            .filter(|row| match (row.low, row.open, row.high) {
                (Some(low), Some(open), Some(high)) => low <= open && open <= high,
                _ => false,
            });
        let inside = inside.count();
        assert!(inside * 10 >= rows.len() * 9, "{file}: {inside} rows");
        let volumes = rows.iter().filter(|row| row.volume.is_some()).count();
        assert!(volumes * 10 >= rows.len() * 8, "{file}: {volumes} volumes");
        let shown = preview(&bytes, &reading).expect(file);
        assert_eq!(shown.rows, expected.rows, "{file}");
        assert!(
            shown
                .first
                .iter()
                .chain(&shown.last)
                .all(|row| row.price.is_some() && row.date.is_some()),
            "{file}"
        );
    }
}

#[test]
fn recorded_notices_in_a_file_are_named_and_intraday_prices_refused() {
    let Some(folder) = recorded() else { return };
    for entry in std::fs::read_dir(folder.join("alphavantage/notices")).expect("notices") {
        let path = entry.expect("a file").path();
        let bytes = std::fs::read(&path).expect("readable");
        let error = sniff(&bytes).expect_err("no prices");
        let is_named = matches!(
            error,
            FileError::Answer(_) | FileError::ServiceError { .. } | FileError::NoPricesInJson
        );
        assert!(is_named, "{path:?}: {error:?}");
    }
    let bytes =
        std::fs::read(folder.join("alphavantage/MSFT.TIME_SERIES_INTRADAY.1min.2018-06-01.json"))
            .expect("readable");
    let reading = sniff(&bytes).expect("an answer");
    assert_eq!(
        read(&bytes, &reading, "x"),
        Err(FileError::Intraday { line: 1 })
    );
}

fn loaded(text: &str) -> (Reading, FilePrices) {
    let reading = sniff(text.as_bytes()).unwrap_or_else(|error| panic!("{error:?}\n{text}"));
    let prices = read(text.as_bytes(), &reading, "prices")
        .unwrap_or_else(|error| panic!("{error:?}\n{text}"));
    (reading, prices)
}

/// A file in the shape of each source, and what its first and last row say. All hold the closes of
/// 2, 3 and 4 January and of 13 February 2024.
/// The date pattern, the price's column from 1, the decimal mark, the separator.
type Found = (&'static str, usize, DecimalMark, Separator);

const KINDS: [(&str, &str, Found); 16] = [
    (
        "Alpha Vantage daily",
        "timestamp,open,high,low,close,volume\n2024-02-13,15,16,14,15.5,100\n2024-01-04,12,13,11,12.5,100\n\
         2024-01-03,11,12,10,11.5,100\n2024-01-02,10,11,9,10.5,100\n",
        ("YYYY-MM-DD", 5, DecimalMark::Point, Separator::Comma),
    ),
    (
        "Alpha Vantage weekly, blanks in the names",
        "timestamp,open,high,low,close,adjusted close,volume,dividend amount\n\
         2024-02-13,15,16,14,95,15.5,100,0\n2024-01-04,12,13,11,92,12.5,100,0\n\
         2024-01-03,11,12,10,91,11.5,100,0\n2024-01-02,10,11,9,90,10.5,100,0\n",
        ("YYYY-MM-DD", 6, DecimalMark::Point, Separator::Comma),
    ),
    (
        "Yahoo",
        "Date,Open,High,Low,Close,Adj Close,Volume\r\n2024-01-02,10,11,9,90,10.5,100\r\n\
         2024-01-03,11,12,10,91,11.5,100\r\n2024-01-04,12,13,11,92,12.5,100\r\n2024-02-13,15,16,14,95,15.5,100\r\n",
        ("YYYY-MM-DD", 6, DecimalMark::Point, Separator::Comma),
    ),
    (
        "yfinance, saved by an American spreadsheet",
        "Date,Close,High,Low,Open,Volume\n1/2/2024,10.5,11,9,10,1\n1/3/2024,11.5,12,10,11,1\n\
         1/4/2024,12.5,13,11,12,1\n2/13/2024,15.5,16,14,15,1\n",
        ("M/D/YYYY", 2, DecimalMark::Point, Separator::Comma),
    ),
    (
        "yfinance of today, three header rows and a zone",
        "Price,Close,High,Low,Open,Volume\nTicker,IBM,IBM,IBM,IBM,IBM\nDate,,,,,\n\
         2024-01-02 00:00:00-05:00,10.5,11,9,10,1\n2024-01-03 00:00:00-05:00,11.5,12,10,11,1\n\
         2024-01-04 00:00:00-05:00,12.5,13,11,12,1\n2024-02-13 00:00:00-05:00,15.5,16,14,15,1\n",
        ("YYYY-MM-DD", 2, DecimalMark::Point, Separator::Comma),
    ),
    (
        "Stooq, a volume missing",
        "Data,Otwarcie,Najwyzszy,Najnizszy,Zamkniecie,Wolumen\n2024-01-02,10,11,9,10.5,\n\
         2024-01-03,11,12,10,11.5\n2024-01-04,12,13,11,12.5,100\n2024-02-13,15,16,14,15.5,100\n",
        ("YYYY-MM-DD", 5, DecimalMark::Point, Separator::Comma),
    ),
    (
        "Stooq's archive",
        "<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>\nX.US,D,20240102,000000,10,11,9,10.5,1\n\
         X.US,D,20240103,000000,11,12,10,11.5,1\nX.US,D,20240104,000000,12,13,11,12.5,1\n\
         X.US,D,20240213,000000,15,16,14,15.5,1\n",
        ("YYYYMMDD", 8, DecimalMark::Point, Separator::Comma),
    ),
    (
        "Nasdaq",
        "Date,Close/Last,Volume,Open,High,Low\n02/13/2024,$15.5,100,$15,$16,$14\n\
         01/04/2024,$12.5,100,$12,$13,$11\n01/03/2024,$11.5,100,$11,$12,$10\n01/02/2024,$10.5,100,$10,$11,$9\n",
        ("MM/DD/YYYY", 2, DecimalMark::Point, Separator::Comma),
    ),
    (
        "Investing.com",
        "\u{feff}\"Date\",\"Price\",\"Open\",\"High\",\"Low\",\"Vol.\",\"Change %\"\n\
         \"02/13/2024\",\"15.50\",\"1,015.0\",\"1,016.0\",\"14.0\",\"39.52K\",\"-2.30%\"\n\
         \"01/04/2024\",\"12.50\",\"12.0\",\"13.0\",\"11.0\",\"1.1M\",\"0.89%\"\n\
         \"01/03/2024\",\"11.50\",\"11.0\",\"12.0\",\"10.0\",\"-\",\"1.67%\"\n\
         \"01/02/2024\",\"10.50\",\"10.0\",\"11.0\",\"9.0\",\"2B\",\"4.95%\"\n",
        ("MM/DD/YYYY", 2, DecimalMark::Point, Separator::Comma),
    ),
    (
        "Investing.com in German",
        "\u{feff}\"Datum\",\"Zuletzt\",\"Eröffn.\",\"Hoch\",\"Tief\",\"Vol.\",\"+/- %\"\n\
         \"13.02.2024\",\"15,50\",\"15,00\",\"1.016,00\",\"14,00\",\"39,52K\",\"-2,30%\"\n\
         \"04.01.2024\",\"12,50\",\"12,00\",\"13,00\",\"11,00\",\"\",\"0,89%\"\n\
         \"03.01.2024\",\"11,50\",\"11,00\",\"12,00\",\"10,00\",\"\",\"0,89%\"\n\
         \"02.01.2024\",\"10,50\",\"10,00\",\"11,00\",\"9,00\",\"\",\"0,89%\"\n",
        ("DD.MM.YYYY", 2, DecimalMark::Comma, Separator::Comma),
    ),
    (
        "ariva.de",
        "Datum;Erster;Hoch;Tief;Schlusskurs;Stuecke;Volumen\n2024-02-13;15,00;1.016,00;14,00;15,50;496.127;153.661.872\n\
         2024-01-04;12,00;13,00;11,00;12,50;;\n2024-01-03;11,00;12,00;10,00;11,50;1;1\n2024-01-02;10,00;11,00;9,00;10,50;1;1\n\n\n",
        ("YYYY-MM-DD", 5, DecimalMark::Comma, Separator::Semicolon),
    ),
    (
        "a German bank",
        "Kurse der Aktie X\n\nDatum;Eröffnung;Hoch;Tief;Schluss\n02.01.2024;10;11;9;10,5 €\n03.01.2024;11;12;10;11,5 €\n\
         04.01.2024;12;13;11;12,5 €\n13.02.2024;15;16;14;15,5 €\n",
        ("DD.MM.YYYY", 5, DecimalMark::Comma, Separator::Semicolon),
    ),
    (
        "odd names",
        "lt,op,cl,hi,lo,v\n2024/01/02,10,10.5,11,9,1\n2024/01/03,11,11.5,12,10,1\n2024/01/04,12,12.5,13,11,1\n\
         2024/02/13,15,15.5,16,14,1\n",
        ("YYYY/MM/DD", 3, DecimalMark::Point, Separator::Comma),
    ),
    (
        "tabs and month names, pasted from a page",
        "Date\tOpen\tHigh\tLow\tClose*\nFeb 13, 2024\t15\t16\t14\t15.50\nJan 4, 2024\t12\t13\t11\t12.50\n\
         Jan 3, 2024\t11\t12\t10\t11.50\nJan 2, 2024\t10\t11\t9\t10.50\n",
        ("MMM DD, YYYY", 5, DecimalMark::Point, Separator::Tab),
    ),
    (
        "bars, no header, one price",
        "2024-01-02|10.5\n2024-01-03|11.5\n2024-01-04|12.5\n2024-02-13|15.5\n",
        ("YYYY-MM-DD", 2, DecimalMark::Point, Separator::Bar),
    ),
    (
        "no date first",
        "ticker;close;day\nX;10.5;02-Jan-24\nX;11.5;03-Jan-24\nX;12.5;04-Jan-24\nX;15.5;13-Feb-24\n",
        ("DD-MMM-YY", 2, DecimalMark::Point, Separator::Semicolon),
    ),
];

#[test]
fn every_kind_of_file_is_read_by_its_content() {
    for (kind, text, expected) in KINDS {
        let (reading, FilePrices { series, report }) = loaded(text);
        let dates: Vec<_> = series
            .rows()
            .iter()
            .map(|row| row.date.to_string())
            .collect();
        assert_eq!(
            dates,
            ["2024-01-02", "2024-01-03", "2024-01-04", "2024-02-13"],
            "{kind}"
        );
        assert_eq!(series.prices(), [10.5, 11.5, 12.5, 15.5], "{kind}");
        let price = reading.price_column().expect("a column of prices") + 1;
        let found = (
            reading.dates.pattern.as_str(),
            price,
            reading.decimal_mark,
            reading.separator,
        );
        assert_eq!(found, expected, "{kind}");
        assert_eq!(reading.doubts, [], "{kind}");
        assert_eq!(report.reading_warnings(), [], "{kind}");
        let first = series.rows()[0];
        if let Some(open) = first.open {
            assert_eq!(
                (open, first.high, first.low),
                (10.0, Some(11.0), Some(9.0)),
                "{kind}"
            );
        }
    }
}

#[test]
fn numbers_cut_at_their_decimal_commas_are_asked_about() {
    let text = b"Datum,Eroeffnung,Schluss\n01.03.2021,100,52,102,26\n02.03.2021,102,30,100,91\n";
    let reading = sniff(text).unwrap();
    assert_eq!(reading.doubts, [Doubt::ColumnsGuessed]);
    // As many cells as names, or no comma between them, is nothing to ask about.
    let whole = b"Datum,Eroeffnung,Schluss\n01.03.2021,100.52,102.26\n02.03.2021,102.30,100.91\n";
    assert_eq!(sniff(whole).unwrap().doubts, []);
}

/// Columns without names, in an order of their own: high, close, volume, low, open.
#[test]
fn columns_without_names_are_told_apart_by_their_numbers() {
    let mut text = String::new();
    let mut close = 100.0;
    let days = chrono::NaiveDate::from_ymd_opt(2024, 1, 1)
        .expect("a Monday")
        .iter_days();
    for (index, day) in days.take(60).enumerate() {
        let open = close + 0.1;
        close = 100.0 + 8.0 * (index as f64 * 0.7).sin();
        let (high, low) = (f64::max(open, close) + 1.0, f64::min(open, close) - 1.0);
        text += &format!(
            "{day},{high:.2},{close:.2},{},{low:.2},{open:.2}\n",
            50_000 + index
        );
    }
    let (reading, prices) = loaded(&text);
    let roles: Vec<_> = reading.columns.iter().map(|column| column.role).collect();
    use ColumnRole::*;
    assert_eq!(roles, [Date, High, Close, Volume, Low, Open]);
    assert_eq!(reading.doubts, [Doubt::ColumnsGuessed]);
    assert_eq!(reading.header_line, None);
    assert_eq!(prices.series.len(), 60);
}

#[test]
fn an_ambiguous_date_order_is_asked_and_can_be_corrected() {
    let text = "Date,Close\n03/04/2024,1.5\n";
    let (mut reading, prices) = loaded(text);
    assert_eq!(
        reading.doubts,
        [Doubt::DateOrder {
            read: DateOrder::MonthDayYear,
            other: DateOrder::DayMonthYear
        }]
    );
    assert_eq!(prices.series.first_date().to_string(), "2024-03-04");
    reading.dates.order = DateOrder::DayMonthYear;
    let corrected = read(text.as_bytes(), &reading, "x").expect("prices");
    assert_eq!(corrected.series.first_date().to_string(), "2024-04-03");
    // What a page keeps of a correction comes back.
    let kept = serde_json::to_string(&reading).expect("plain data");
    assert_eq!(
        serde_json::from_str::<Reading>(&kept).expect("plain data"),
        reading
    );
}

#[test]
fn columns_decimal_mark_and_separator_can_be_corrected() {
    let text = "Date;A;B\n2024-01-02;1.234;7\n2024-01-03;1.235;8\n";
    let (mut reading, prices) = loaded(text);
    assert!(reading.doubts.contains(&Doubt::DecimalMark {
        read: DecimalMark::Point
    }));
    assert!(reading.doubts.contains(&Doubt::ColumnsGuessed));
    assert_eq!(prices.series.prices(), [1.234, 1.235]);
    reading.decimal_mark = DecimalMark::Comma;
    assert_eq!(
        read(text.as_bytes(), &reading, "x")
            .expect("prices")
            .series
            .prices(),
        [1234.0, 1235.0]
    );
    reading.columns[1].role = ColumnRole::Ignored;
    reading.columns[2].role = ColumnRole::Close;
    assert_eq!(
        read(text.as_bytes(), &reading, "x")
            .expect("prices")
            .series
            .prices(),
        [7.0, 8.0]
    );
    assert_eq!(reading.price_column(), Some(2));
    let other = sniff_separated_by(b"2024-01-02,1|2\n", Separator::Bar);
    assert_eq!(other, Err(FileError::NoTable { line: 1 }));
}

#[test]
fn what_cannot_be_used_is_counted_with_its_first_line() {
    let text = "Date,Close,Volume\n\
                2024-01-02,10,1\n\
                2024-01-03,,1\n\
                2024-01-04,x,1\n\
                2024-01-05,0,1\n\
                2024-01-08,-3,1\n\
                no date,3,1\n\
                2024-01-10,11,1\n\
                2024-01-09,12,1\n\
                2024-01-10,13,1\n\
                2024-01-11,1,014,5\n\
                2024-01-12,14,\n\
                Source: somebody\n";
    let (_, FilePrices { series, report }) = loaded(text);
    assert_eq!(series.prices(), [10.0, 12.0, 13.0, 14.0]);
    let dropped: Vec<_> = report
        .dropped
        .iter()
        .map(|dropped| (dropped.reason, dropped.count, dropped.first_line))
        .collect();
    assert_eq!(
        dropped,
        [
            (DroppedFor::Missing, 1, 3),
            (DroppedFor::NoNumber, 1, 4),
            (DroppedFor::NotPositive, 2, 5),
            (DroppedFor::BadDate, 2, 7),
            (DroppedFor::TooManyCells, 1, 11),
        ]
    );
    assert_eq!(
        (report.rows_read, report.rows, report.out_of_order),
        (5, 4, 1)
    );
    assert_eq!(report.duplicates.len(), 1);
    let left_out = report.dropped.iter().copied().map(DataWarning::LeftOut);
    let others = [
        DataWarning::Repeated {
            rows: 1,
            first: report.duplicates[0],
        },
        DataWarning::OutOfOrder { rows: 1 },
    ];
    let told: Vec<_> = left_out.chain(others).collect();
    assert_eq!(series.warnings(), told);
    assert_eq!(report.duplicates[0].to_string(), "2024-01-10");
}

#[test]
fn of_repeated_dates_the_last_row_stays_whichever_way_the_file_runs() {
    let oldest_first = "Date,Close\n2024-01-02,1\n2024-01-03,2\n2024-01-03,3\n2024-01-04,4\n";
    assert_eq!(loaded(oldest_first).1.series.prices(), [1.0, 3.0, 4.0]);
    let newest_first = "Date,Close\n2024-01-04,4\n2024-01-03,2\n2024-01-03,3\n2024-01-02,1\n";
    let (_, FilePrices { series, report }) = loaded(newest_first);
    assert_eq!(series.prices(), [1.0, 3.0, 4.0]);
    assert_eq!(report.out_of_order, 0);
}

#[test]
fn a_split_in_a_raw_file_can_be_adjusted_and_undone() {
    let text =
        "Date,Close\n2014-06-05,647.35\n2014-06-06,645.57\n2014-06-09,93.7\n2014-06-10,94.25\n";
    let (_, FilePrices { series, report }) = loaded(text);
    assert_eq!(report.splits.len(), 1);
    let split = report.splits[0];
    assert_eq!(
        (split.to_string(), split.date.to_string()),
        ("7:1".into(), "2014-06-09".into())
    );
    let adjusted = adjust_splits(&series, &report.splits);
    assert!((adjusted.prices()[1] - 645.57 / 7.0).abs() < 1e-9);
    assert_eq!(series.prices()[1], 645.57);
}

#[test]
fn what_holds_no_prices_is_refused_with_its_line() {
    let refused = |bytes: &[u8]| {
        sniff(bytes)
            .and_then(|reading| read(bytes, &reading, "x"))
            .expect_err("no prices")
    };
    assert_eq!(refused(b""), FileError::Empty);
    assert_eq!(
        refused(b"\n\nhello, world\n"),
        FileError::NoTable { line: 3 }
    );
    assert!(matches!(
        refused(b"PK\x03\x04..."),
        FileError::NotText { .. }
    ));
    assert_eq!(
        refused(b"Date,Name\n2024-01-02,x\n2024-01-03,y\n"),
        FileError::NoPrices { line: 2 }
    );
    assert_eq!(
        refused(b"Date,Close\n2024-01-02,0\n"),
        FileError::NoPrices { line: 2 }
    );
    assert_eq!(
        refused(b"Open,Close\n10.5,11.08\n11.08,10.9\n"),
        FileError::NoDates { line: 1 }
    );
    assert_eq!(refused(b"{}"), FileError::NoPricesInJson);
    assert_eq!(
        refused(b"{\"Time Series"),
        FileError::DamagedJson { line: 1 }
    );
    assert_eq!(
        refused(b"Time,Close\n2024-01-02 09:30,1\n2024-01-02 09:31,2\n2024-01-02 09:32,2\n2024-01-02 09:33,2\n"),
        FileError::Intraday { line: 2 }
    );
    let large = vec![b'1'; LARGEST_FILE_BYTES + 1];
    let bytes = large.len();
    assert_eq!(refused(&large), FileError::TooLarge { bytes });
}

/// Prints how long the three steps take; run it by hand, in the profile that matters.
#[test]
#[ignore = "a measurement, not a check"]
fn time_of_a_large_table() {
    let mut text = String::from("Date,Open,High,Low,Close,Adj Close,Volume\n");
    let days = chrono::NaiveDate::from_ymd_opt(1960, 1, 1)
        .expect("a day")
        .iter_days();
    for (row, day) in days.take(15_000).enumerate() {
        let price = 100.0 + (row as f64).sin();
        text += &format!(
            "{day},{price:.6},{:.6},{:.6},{price:.6},{price:.6},{row}00\n",
            price + 1.0,
            price - 1.0
        );
    }
    let started = std::time::Instant::now();
    let reading = sniff(text.as_bytes()).expect("a table");
    let sniffed = started.elapsed();
    let prices = read(text.as_bytes(), &reading, "x").expect("prices");
    println!(
        "{} rows: sniff {sniffed:?}, with read {:?}",
        prices.series.len(),
        started.elapsed()
    );
}
