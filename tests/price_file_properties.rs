//! Whatever the bytes: no panic, no hang, and either a series that keeps its promises or an error
//! that names a line (or, of a JSON answer, its line or date).
//!
//! The cases are drawn from a seeded generator, so a failure comes back: it prints its case.

use hindcast::market::price_file::{
    ColumnRole, Correction, DateOrder, DecimalMark, FileError, Reading, Separator, preview, read,
    sniff,
};
use hindcast::market::{adjust_splits, alpha_vantage::AnswerError};
use rand::{Rng, SeedableRng, seq::IndexedRandom};
use rand_chacha::ChaCha8Rng;

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
    ]
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
            | FileError::NoPrices { line }
            | FileError::NoUsableRow { line, .. }
            | FileError::Intraday { line } => Some(*line),
            FileError::Empty | FileError::NotText { .. } | FileError::TooLarge { .. } => None,
            FileError::Answer(answer) => {
                // Garbage may make another key of it; a row is named by what stands for its date.
                let placed = match answer {
                    AnswerError::BadRow { date, .. } => !date.is_empty(),
                    _ => true,
                };
                assert!(placed, "{answer:?}");
                return;
            }
        };
        if let Some(line) = place {
            let lines = bytes
                .iter()
                .filter(|byte| matches!(byte, b'\n' | b'\r'))
                .count() as u64
                + 1;
            let case = String::from_utf8_lossy(bytes);
            assert!((1..=lines).contains(&line), "{error:?}\n{case}");
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
    for case in 0..6_000 {
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
    assert!(tally.refused > 5_000, "{tally:?}");
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
    for _ in 0..6_000 {
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
    assert!(tally.read > 3_000 && tally.refused > 100, "{tally:?}");
}

#[test]
fn any_byte_changed_is_read_or_refused() {
    let mut random = ChaCha8Rng::seed_from_u64(3);
    let files = valid_files();
    let mut tally = Tally::default();
    for _ in 0..5_000 {
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
    assert!(tally.read > 2_000 && tally.refused > 100, "{tally:?}");
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
                    let correction = match random.random_range(0..5) {
                        0 => {
                            Correction::Separator(*Separator::ALL.choose(&mut random).expect("one"))
                        }
                        1 => Correction::DecimalMark(DecimalMark::Comma),
                        2 => {
                            Correction::DateOrder(*DateOrder::ALL.choose(&mut random).expect("one"))
                        }
                        3 => Correction::DateColumn(column),
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
    ] {
        let bytes = piece.repeat(1_000_000 / piece.len());
        Tally::default().check(bytes.as_bytes());
    }
    // Ten megabytes take about two seconds on a slow machine; a square law would take hours.
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}
