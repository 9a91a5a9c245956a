//! Whatever the bytes: no panic, no hang, and either a series that keeps its promises, of dates that
//! stand in the file, or an error that names a line.
//!
//! The cases are drawn from a seeded generator, so a failure comes back: it prints its case.

use chrono::NaiveDate;
use hindcast::market::adjust_splits;
use hindcast::market::price_file::{
    ColumnRole, Correction, DateOrder, DecimalMark, FileError, Reading, Separator, preview, read,
    sniff,
};
use rand::{Rng, SeedableRng, seq::IndexedRandom};
use rand_chacha::ChaCha8Rng;
use std::collections::HashSet;

/// Valid files of many shapes; each has 15 rows of weekdays.
fn valid_files() -> Vec<String> {
    let days: Vec<chrono::NaiveDate> = chrono::NaiveDate::from_ymd_opt(2023, 12, 18)
        .expect("a Monday")
        .iter_days()
        .filter(|day| chrono::Datelike::weekday(day).num_days_from_monday() < 5)
        .take(15)
        .collect();
    let price = |row: usize| 1_200.0 + 40.0 * (row as f64).sin();
    let table = |header: &str, newest_first: bool, row: &dyn Fn(usize) -> String| {
        let mut rows: Vec<String> = (0..days.len()).map(row).collect();
        if newest_first {
            rows.reverse();
        }
        format!("{header}{}\n", rows.join("\n"))
    };
    let german = |value: f64| {
        let (thousands, rest) = ((value / 1000.0) as u64, value % 1000.0);
        format!("{thousands}.{rest:06.2}")
            .replacen(".", "_", 1)
            .replace('.', ",")
            .replace('_', ".")
    };
    let day = |row: usize, format: &str| days[row].format(format).to_string();
    vec![
        table(
            "Date,Open,High,Low,Close,Adj Close,Volume\n",
            false,
            &|row| {
                let p = price(row);
                format!(
                    "{},{p},{},{},{p:.4},{:.4},{}",
                    day(row, "%Y-%m-%d"),
                    p + 9.0,
                    p - 9.0,
                    p / 2.0,
                    row * 100
                )
            },
        ),
        table(
            "\u{feff}\"Date\",\"Price\",\"Vol.\",\"Change %\"\n",
            true,
            &|row| {
                format!(
                    "\"{}\",\"1,{:06.2}\",\"{row}.5K\",\"-0.1%\"",
                    day(row, "%m/%d/%Y"),
                    price(row) - 1000.0
                )
            },
        ),
        table("Datum;Erster;Schlusskurs;Stuecke\n", true, &|row| {
            format!(
                "{};{};{};1.234.567",
                day(row, "%d.%m.%Y"),
                german(price(row)),
                german(price(row) + 1.0)
            )
        }),
        table("", false, &|row| {
            format!("{}|{:.2}", day(row, "%Y%m%d"), price(row))
        }),
        table("Date\tClose\n", false, &|row| {
            format!("{}\t${:.2}", day(row, "%b %d, %Y"), price(row))
        }),
        {
            let rows: Vec<String> = (0..days.len())
                .map(|row| {
                    format!(
                        r#""{}":{{"1. open":"1","4. close":"{}"}}"#,
                        days[row],
                        price(row)
                    )
                })
                .collect();
            format!(
                r#"{{"Meta Data":{{"2. Symbol":"IBM"}},"Time Series (Daily)":{{{}}}}}"#,
                rows.join(",\n")
            )
        },
        // Rows of two lengths.
        table("Date;Close;Volume\n", false, &|row| {
            let volume = if row % 2 == 0 { ";1000" } else { "" };
            format!("{};{:.2}{volume}", day(row, "%Y/%m/%d"), price(row))
        }),
        // Times since 1970.
        table("time,close\n", false, &|row| {
            let time = days[row].and_time(chrono::NaiveTime::MIN).and_utc();
            format!("{},{:.2}", time.timestamp_millis(), price(row))
        }),
        // Records, and columns of lists.
        {
            let record =
                |row: usize| format!(r#"{{"date":"{}","close":{}}}"#, days[row], price(row));
            let records: Vec<String> = (0..days.len()).map(record).collect();
            format!(r#"{{"symbol":"X","data":[{}]}}"#, records.join(",\n"))
        },
        {
            let time = |day: &NaiveDate| day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp();
            let times: Vec<String> = days.iter().map(|day| time(day).to_string()).collect();
            let prices: Vec<String> = (0..days.len()).map(|row| price(row).to_string()).collect();
            format!(
                r#"{{"t":[{}],"c":[{}]}}"#,
                times.join(","),
                prices.join(",")
            )
        },
    ]
}

/// Every date that digits of a text could stand for: three numbers in any order and calendar, eight
/// digits, a month's name with a day and a year, a count since 1970.
fn dates_in(text: &str) -> HashSet<NaiveDate> {
    // A stray quote within a cell is none of it.
    let text = &text.replace('"', "");
    let mut numbers: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).collect();
    numbers.retain(|number| !number.is_empty());
    let mut dates = HashSet::new();
    let value = |number: &str| number.parse::<i64>().unwrap_or(-1);
    let add = |dates: &mut HashSet<NaiveDate>, year: &str, month: i64, day: &str| {
        let years = match (year.len(), value(year)) {
            (4, year) => vec![year, year - 543],
            (2, year) => vec![1900 + year, 2000 + year, 1911 + year],
            (3, year) => vec![1911 + year],
            _ => return,
        };
        for year in years {
            let date = NaiveDate::from_ymd_opt(year as i32, month as u32, value(day) as u32);
            dates.extend(date);
        }
    };
    for three in numbers.windows(3) {
        let [a, b, c] = three else { unreachable!() };
        add(&mut dates, a, value(b), c);
        add(&mut dates, c, value(b), a);
        add(&mut dates, c, value(a), b);
    }
    if text.contains(char::is_alphabetic) {
        for two in numbers.windows(2) {
            for month in 1..=12 {
                add(&mut dates, two[1], month, two[0]);
                add(&mut dates, two[0], month, two[1]);
            }
        }
    }
    for number in numbers {
        if let Some(start) = number.get(..8) {
            add(&mut dates, &start[..4], value(&start[4..6]), &start[6..]);
        }
        for (units, sign) in [1, 1_000, 1_000_000, 1_000_000_000]
            .into_iter()
            .flat_map(|units| [(units, 1), (units, -1)])
        {
            let seconds = (sign * value(number)).div_euclid(units);
            let time = chrono::DateTime::from_timestamp(seconds, 0);
            // A midnight further east is of the next day.
            let days = time.map(|time| time.date_naive());
            dates.extend(days.into_iter().chain(days.and_then(|day| day.succ_opt())));
        }
    }
    dates
}

/// How the cases went, so that a test can see that it met both ways.
#[derive(Debug, Default)]
struct Tally {
    read: usize,
    refused: usize,
}

impl Tally {
    fn check(&mut self, bytes: &[u8]) {
        match sniff(bytes) {
            Ok(reading) => self.check_reading(bytes, &reading),
            Err(error) => self.check_error(&error, bytes),
        }
    }

    fn check_reading(&mut self, bytes: &[u8], reading: &Reading) {
        let shown = preview(bytes, reading);
        match read(bytes, reading, "prices.csv") {
            Ok(prices) => {
                self.read += 1;
                let series = &prices.series;
                let case = || String::from_utf8_lossy(bytes).into_owned();
                assert!(series.len() >= 1, "{}", case());
                let rows = series.rows();
                assert!(
                    rows.windows(2).all(|pair| pair[0].date < pair[1].date),
                    "{}",
                    case()
                );
                assert!(
                    rows.iter()
                        .all(|row| row.price.is_finite() && row.price > 0.0),
                    "{}",
                    case()
                );
                let text = String::from_utf8_lossy(bytes);
                if !bytes.contains(&0) {
                    let said = dates_in(&text);
                    let other = rows.iter().find(|row| !said.contains(&row.date));
                    assert!(other.is_none(), "{other:?}\n{text}");
                }
                // Nothing is lost without being counted.
                let report = &prices.report;
                assert_eq!(
                    report.rows_read,
                    rows.len() + report.duplicates.len(),
                    "{}",
                    case()
                );
                let dropped: usize = report.dropped.iter().map(|dropped| dropped.count).sum();
                assert_eq!(
                    shown.expect("a preview").rows,
                    report.rows_read + dropped,
                    "{}",
                    case()
                );
                report.remarks(series);
                let adjusted = adjust_splits(series, &report.splits);
                assert_eq!(adjusted.len(), rows.len(), "{}", case());
            }
            Err(error) => self.check_error(&error, bytes),
        }
    }

    fn check_error(&mut self, error: &FileError, bytes: &[u8]) {
        self.refused += 1;
        let place = match error {
            FileError::NoTable { line }
            | FileError::NoDates { line }
            | FileError::NoPrices { line }
            | FileError::NoUsableRow { line, .. }
            | FileError::DamagedJson { line }
            | FileError::Intraday { line } => Some(*line),
            FileError::Empty
            | FileError::NotText { .. }
            | FileError::TooLarge { .. }
            | FileError::TooManyValues
            | FileError::NoPricesInJson
            | FileError::ServiceError { .. }
            | FileError::Packed(_)
            | FileError::Answer(_) => None,
        };
        // A row of JSON is named by its number.
        let is_json = bytes.trim_ascii_start().starts_with(b"{")
            || bytes.trim_ascii_start().starts_with(b"[");
        if let Some(line) = place {
            let lines = bytes
                .iter()
                .filter(|byte| matches!(byte, b'\n' | b'\r'))
                .count() as u64
                + 1;
            let case = String::from_utf8_lossy(bytes);
            let last = if is_json { bytes.len() as u64 } else { lines };
            assert!((1..=last).contains(&line), "{error:?}\n{case}");
        }
    }
}

#[test]
fn the_valid_files_are_valid() {
    for file in valid_files() {
        let reading = sniff(file.as_bytes()).expect("a valid file");
        assert_eq!(reading.doubts, [], "{file}");
        let prices = read(file.as_bytes(), &reading, "x").expect("a valid file");
        assert_eq!(prices.series.len(), 15, "{file}");
        assert_eq!(prices.report.reading_warnings(), [], "{file}");
        assert!((prices.series.prices()[0] - 1200.0).abs() < 700.0, "{file}");
    }
}

#[test]
fn any_truncation_of_a_valid_file_is_read_or_refused() {
    let mut tally = Tally::default();
    for file in valid_files() {
        for end in 0..file.len() {
            tally.check(&file.as_bytes()[..end]);
        }
    }
    assert!(tally.read > 1_000 && tally.refused > 300, "{tally:?}");
}

#[test]
fn any_bytes_are_read_or_refused() {
    let mut random = ChaCha8Rng::seed_from_u64(1);
    let mut tally = Tally::default();
    // Bytes that files are made of, so that the cases get past the first gate.
    let alphabet = b"0123456789012345678901234567890123456789,,,;;\t|--//..:\n\n\r\"\" $KMeE+DateClose{}\xEF\xBB\xBF\xFC\0";
    for case in 0..10_000 {
        let length = random.random_range(0..300);
        let bytes: Vec<u8> = (0..length)
            .map(|_| {
                if case % 4 == 0 {
                    random.random()
                } else {
                    *alphabet.choose(&mut random).expect("a byte")
                }
            })
            .collect();
        tally.check(&bytes);
    }
    assert!(tally.refused > 8_000, "{tally:?}");
}

/// What may stand in a damaged cell.
const GARBAGE: [&str; 26] = [
    "",
    "-",
    "x",
    "NaN",
    "inf",
    "-inf",
    "1e999",
    "1e-999",
    "-1",
    "0",
    "0000000000",
    "99999999999999999999",
    "\"",
    "\"\"",
    "\u{feff}",
    "é",
    "٣",
    "2024-02-30",
    "9999-12-31",
    "0001-01-01",
    "01/02/03",
    ",",
    ";",
    "\n",
    "1.2.3,4,5",
    "\u{0}",
];

#[test]
fn any_cell_replaced_by_garbage_is_read_or_refused() {
    let mut random = ChaCha8Rng::seed_from_u64(2);
    let files = valid_files();
    let mut tally = Tally::default();
    for _ in 0..12_000 {
        let file = files.choose(&mut random).expect("a file");
        let mut damaged = file.clone();
        for _ in 0..random.random_range(1..4) {
            let cells: Vec<(usize, &str)> = damaged
                .split(|c| ",;\t|\n:{}".contains(c))
                .map(|cell| (cell.as_ptr() as usize - damaged.as_ptr() as usize, cell))
                .collect();
            let &(start, cell) = cells.choose(&mut random).expect("a cell");
            let range = start..start + cell.len();
            damaged.replace_range(range, GARBAGE.choose(&mut random).expect("garbage"));
        }
        tally.check(damaged.as_bytes());
    }
    assert!(tally.read > 5_000 && tally.refused > 500, "{tally:?}");
}

#[test]
fn any_byte_changed_is_read_or_refused() {
    let mut random = ChaCha8Rng::seed_from_u64(3);
    let files = valid_files();
    let mut tally = Tally::default();
    for _ in 0..10_000 {
        let mut damaged = files
            .choose(&mut random)
            .expect("a file")
            .clone()
            .into_bytes();
        for _ in 0..random.random_range(1..6) {
            let place = random.random_range(0..damaged.len());
            match random.random_range(0..3) {
                0 => damaged[place] = random.random(),
                1 => {
                    damaged.remove(place);
                }
                _ => damaged.insert(place, random.random()),
            }
        }
        tally.check(&damaged);
    }
    assert!(tally.read > 4_000 && tally.refused > 500, "{tally:?}");
}

/// A reading corrected by hand may be nonsense for its file.
#[test]
fn any_correction_of_a_reading_is_read_or_refused() {
    let mut random = ChaCha8Rng::seed_from_u64(4);
    let files = valid_files();
    let mut tally = Tally::default();
    for _ in 0..5_000 {
        let file = files.choose(&mut random).expect("a file").as_bytes();
        let mut reading = sniff(file).expect("a valid file");
        match random.random_range(0..6) {
            0 => reading.separator = *Separator::ALL.choose(&mut random).expect("one"),
            1 => reading.dates.order = *DateOrder::ALL.choose(&mut random).expect("one"),
            2 => reading.decimal_mark = DecimalMark::Comma,
            3 => reading.first_line = random.random_range(1..=15),
            4 => {
                for column in &mut reading.columns {
                    column.role = *ColumnRole::ALL.choose(&mut random).expect("one");
                }
            }
            // As the page does it, several in a row.
            _ => {
                for _ in 0..3 {
                    let column = random.random_range(0..9);
                    let correction = match random.random_range(0..6) {
                        0 => {
                            Correction::Separator(*Separator::ALL.choose(&mut random).expect("one"))
                        }
                        1 => Correction::DecimalMark(DecimalMark::Comma),
                        2 => {
                            Correction::DateOrder(*DateOrder::ALL.choose(&mut random).expect("one"))
                        }
                        3 => Correction::DateColumn(column),
                        4 => Correction::Ticker(column),
                        _ => Correction::PriceColumn(column),
                    };
                    match reading.corrected(file, correction) {
                        Ok(corrected) => reading = corrected,
                        Err(error) => tally.check_error(&error, file),
                    }
                }
            }
        }
        tally.check_reading(file, &reading);
    }
    assert!(tally.read > 1_000 && tally.refused > 500, "{tally:?}");
}

/// A value of any shape, of what answers of services are made of.
fn any_json(random: &mut ChaCha8Rng, depth: usize) -> String {
    const KEYS: [&str; 18] = [
        "date",
        "close",
        "t",
        "c",
        "o",
        "symbol",
        "Meta Data",
        "Time Series (Daily)",
        "data",
        "historical",
        "columns",
        "0",
        "1",
        "2024-01-02",
        "2024-01-03",
        "error",
        "code",
        "",
    ];
    const SCALARS: [&str; 20] = [
        "\"2024-01-02\"",
        "\"2024-01-03\"",
        "\"2024-01-04T00:00:00Z\"",
        "1704153600",
        "1704240000",
        "1704326400000",
        "10.5",
        "11",
        "\"12.25\"",
        "null",
        "true",
        "\"AAPL\"",
        "\"MSFT\"",
        "-3",
        "1e300",
        "1e-300",
        "0",
        "\"\"",
        "\"close\"",
        "99999999999999999999",
    ];
    let lengths = if depth == 0 { 0..1 } else { 0..6 };
    let length = random.random_range(lengths.clone());
    match random.random_range(if depth == 0 { 0..1 } else { 0..5 }) {
        0 => (*SCALARS.choose(random).expect("one")).to_owned(),
        1 => {
            let items: Vec<_> = (0..length).map(|_| any_json(random, depth - 1)).collect();
            format!("[{}]", items.join(","))
        }
        // Items of one shape.
        2 => {
            let item = any_json(random, depth - 1);
            let days = 1..=random.random_range(lengths);
            let items: Vec<_> = days
                .map(|day| item.replace("-02", &format!("-{day:02}")))
                .collect();
            format!("[{}]", items.join(","))
        }
        _ => {
            let entries: Vec<_> = (0..length)
                .map(|_| {
                    let key = KEYS.choose(random).expect("one");
                    format!("\"{key}\":{}", any_json(random, depth - 1))
                })
                .collect();
            format!("{{{}}}", entries.join(","))
        }
    }
}

#[test]
fn any_json_is_read_or_refused() {
    let mut random = ChaCha8Rng::seed_from_u64(5);
    let mut tally = Tally::default();
    for case in 0..8_000 {
        let mut json = any_json(&mut random, 5).into_bytes();
        if case % 4 == 0 && !json.is_empty() {
            json.truncate(random.random_range(0..json.len()));
        }
        tally.check(&json);
    }
    assert!(tally.read > 100 && tally.refused > 5_000, "{tally:?}");
}

/// Time grows with the size and no faster, whatever a file is made of.
#[test]
fn large_nonsense_is_refused_quickly() {
    let started = std::time::Instant::now();
    for piece in [
        ",",
        "\"",
        "\n",
        "1",
        "2024-01-02,",
        "2024-01-02,1\n",
        "a,b\n",
        "{",
        "\"a,",
        "\r",
        "[",
        "{\"a\":",
        "[1,2],",
        "1704153600,",
    ] {
        let bytes = piece.repeat(1_000_000 / piece.len());
        Tally::default().check(bytes.as_bytes());
    }
    // Ten megabytes take about two seconds on a slow machine; a square law would take hours.
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}
