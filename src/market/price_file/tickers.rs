//! A file of several shares, their rows one below the other: which column says whose a row is, and whose
//! rows are read. Mixed, they would be one series of nonsense, as would be those of one share in several
//! markets of an exchange.

use super::column::ColumnRole;
use super::column_words::{names_dates, names_markets, names_tickers, role};
use super::dates::{DateFormat, is_time_alone};
use super::table::{Rows, TableRow};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// The shares of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tickers {
    /// The column that says whose a row is.
    pub column: usize,
    /// As that column has them, in the file's order.
    pub names: Vec<String>,
    /// Whose rows are read.
    pub chosen: usize,
}

/// More shares than this are no choice.
const MOST_TICKERS: usize = 20_000;
/// Of a hundred rows so many must have a name, and so many pairs of name and date must be single.
const MOST_PERCENT: usize = 95;
/// Of a hundred rows so many must repeat a date before anything but a known name tells shares apart.
const REPEATED_PERCENT: usize = 10;

impl Tickers {
    /// The name of the share whose rows are read.
    pub fn name(&self) -> &str {
        self.names.get(self.chosen).map_or("", String::as_str)
    }

    /// The same, of which the one with the most rows is chosen.
    fn with_most_rows(mut self, dated: &[(NaiveDate, TableRow)]) -> Self {
        let mut rows: HashMap<&str, usize> = HashMap::new();
        for (_, row) in dated {
            *rows.entry(row.cell(self.column).trim()).or_default() += 1;
        }
        let of = |place: &usize| rows.get(self.names[*place].as_str());
        let most = (0..self.names.len()).rev().max_by_key(of);
        self.chosen = most.unwrap_or_default();
        self
    }

    /// Whether a row is of the share whose rows are read.
    pub(super) fn has(&self, row: &TableRow) -> bool {
        row.cell(self.column).trim() == self.name()
    }
}

/// The shares of a table whose first is chosen; `None` where all rows are of one.
pub(super) fn tickers(
    rows: Rows,
    names: &[String],
    date_column: usize,
    dates: &DateFormat,
) -> Option<Tickers> {
    let dated: Vec<(NaiveDate, TableRow)> = rows
        .iter()
        .filter_map(|row| Some((dates.date(row.cell(date_column))?, row)))
        .collect();
    let different: HashSet<NaiveDate> = dated.iter().map(|(date, _)| *date).collect();
    let repeated = dated.len() - different.len();
    let are_repeated = repeated * 100 >= dated.len() * REPEATED_PERCENT;
    let is_named = |column: &usize| names_tickers(&names[*column]);
    let columns = || (0..names.len()).filter(|column| *column != date_column);
    let mut named = columns().filter(is_named);
    if let Some(tickers) = named.find_map(|column| of_column(&dated, column, true)) {
        return Some(tickers);
    }
    // A share may move from one market to another, and then no date is in both.
    let mut markets = columns().filter(|column| repeated > 0 && names_markets(&names[*column]));
    if let Some(markets) = markets.find_map(|column| of_column(&dated, column, true)) {
        return Some(markets.with_most_rows(&dated));
    }
    // Of the others that which has the fewest: a price may be another on each row of a day, too.
    let is_price = |column: &usize| {
        let role = role(&names[*column]).map(|(role, _)| role);
        !matches!(role, None | Some(ColumnRole::Ignored))
    };
    // Times of the day are several prices of one share, and a price is no share's code.
    let is_time_or_price = |column: &usize| {
        let mut cells = dated.iter().map(|(_, row)| row.cell(*column).trim());
        let is_fraction = |cell: &str| cell.contains('.') && cell.parse::<f64>().is_ok();
        let is_either = |cell| is_time_alone(cell) || is_fraction(cell);
        names_dates(&names[*column]) || cells.next().is_some_and(is_either)
    };
    columns()
        .filter(|column| are_repeated && !is_named(column) && !is_price(column))
        .filter(|column| !is_time_or_price(column))
        .filter_map(|column| of_column(&dated, column, false))
        .min_by_key(|tickers| tickers.names.len())
}

fn of_column(dated: &[(NaiveDate, TableRow)], column: usize, is_named: bool) -> Option<Tickers> {
    let mut names: Vec<String> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut pairs: HashSet<(usize, NaiveDate)> = HashSet::new();
    let mut filled = 0;
    for (date, row) in dated {
        let name = row.cell(column).trim();
        if name.is_empty() {
            continue;
        }
        filled += 1;
        let place = *places.entry(name).or_insert(names.len());
        if place == names.len() {
            if place == MOST_TICKERS {
                return None;
            }
            names.push(name.to_owned());
        }
        pairs.insert((place, *date));
    }
    let is_most = |count: usize, of: usize| count * 100 >= of * MOST_PERCENT;
    // Two rows of each at least, or each row is of its own.
    let tells_apart = names.len() > 1
        && names.len() * 2 <= filled
        && is_most(filled, dated.len())
        && (is_named || is_most(pairs.len(), filled));
    tells_apart.then_some(Tickers {
        column,
        names,
        chosen: 0,
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Correction, Doubt, FileError, FilePrices, Reading, read, sniff};

    fn sniffed(text: &str) -> Reading {
        sniff(text.as_bytes()).unwrap_or_else(|error| panic!("{error:?}"))
    }

    fn prices(text: &str, reading: &Reading) -> Vec<f64> {
        let FilePrices { series, .. } = read(text.as_bytes(), reading, "x").expect("prices");
        series.prices()
    }

    const BELOW_EACH_OTHER: &str = "symbol,date,close\nA,2024-01-02,1\nA,2024-01-03,2\nB,2024-01-02,10\n\
        B,2024-01-03,20\nB,2024-01-04,30\n";

    #[test]
    fn several_shares_are_asked_about_and_never_mixed() {
        let reading = sniffed(BELOW_EACH_OTHER);
        let asked = Doubt::SeveralTickers {
            count: 2,
            first: vec!["A".into(), "B".into()],
        };
        assert_eq!(reading.doubts, [asked]);
        assert_eq!(prices(BELOW_EACH_OTHER, &reading), [1.0, 2.0]);
        let bytes = BELOW_EACH_OTHER.as_bytes();
        let other = reading
            .corrected(bytes, Correction::Ticker(1))
            .expect("a table");
        assert_eq!(other.doubts, []);
        assert_eq!(prices(BELOW_EACH_OTHER, &other), [10.0, 20.0, 30.0]);
        let file = read(bytes, &other, "x").expect("prices");
        assert_eq!(file.series.info().symbol, "B");
        // One that is not there changes nothing.
        let same = other
            .corrected(bytes, Correction::Ticker(7))
            .expect("a table");
        assert_eq!(same, other);
    }

    #[test]
    fn shares_side_by_side_are_told_apart_by_any_column() {
        // No header; a code of digits; the days one after the other.
        let mut text = String::new();
        for day in 1..9 {
            for (code, price) in [("600519", 1700), ("000651", 38)] {
                text += &format!("2024-01-{day:02};{code};{}\n", price + day);
            }
        }
        let reading = sniffed(&text);
        assert_eq!(reading.tickers.as_ref().map(|it| it.names.len()), Some(2));
        assert_eq!(prices(&text, &reading)[0], 1701.0);
    }

    #[test]
    fn a_share_in_several_markets_is_read_in_one() {
        // A block deal first; the code of the share says nothing.
        let text = "Symbol,Series,Date,Close\nA,BL,2024-01-02,9\nA,EQ,2024-01-02,1\nA,EQ,2024-01-03,2\n\
            A,EQ,2024-01-04,3\nA,BL,2024-01-04,9\nA,EQ,2024-01-05,4\n";
        for text in [text.to_owned(), text.replace("Series", "BOARDID")] {
            let reading = sniffed(&text);
            let asked = Doubt::SeveralTickers {
                count: 2,
                first: vec!["BL".into(), "EQ".into()],
            };
            assert_eq!(reading.doubts, [asked], "{text}");
            assert_eq!(prices(&text, &reading), [1.0, 2.0, 3.0, 4.0]);
        }
        // One that moved is read from both.
        let text = "Series,Date,Close\nBE,2024-01-02,1\nBE,2024-01-03,2\nEQ,2024-01-04,3\nEQ,2024-01-05,4\n";
        let reading = sniffed(text);
        assert_eq!(
            (reading.doubts.as_slice(), &reading.tickers),
            (&[][..], &None)
        );
        assert_eq!(prices(text, &reading), [1.0, 2.0, 3.0, 4.0]);
    }

    #[test]
    fn times_of_a_day_are_no_shares() {
        let rows = |times: [&str; 3]| {
            let row = |row: usize| {
                let (day, time, price) = (1 + row / 3, times[row % 3], 10 + row * 7 % 5);
                format!("2024-01-{day:02},{time},{price}.5\n")
            };
            (0..24).map(row).collect::<String>()
        };
        for text in [
            format!("Date,Time,Close\n{}", rows(["9:30", "12:00", "16:00"])),
            format!(
                "<DATE>,<TIME>,<CLOSE>\n{}",
                rows(["093000", "120000", "160000"])
            ),
            rows(["09:30:00", "12:00:00", "16:00:00"]),
            // At one price all day.
            (1..9)
                .map(|day| format!("2024-01-0{day},9:30,{day}\n2024-01-0{day},16:00,{day}\n"))
                .collect(),
        ] {
            let reading = sniffed(&text);
            assert_eq!(reading.tickers, None, "{text}");
            let error = read(text.as_bytes(), &reading, "x");
            assert!(
                matches!(error, Err(FileError::Intraday { .. })),
                "{error:?}"
            );
        }
    }

    #[test]
    fn one_share_with_its_name_in_each_row_is_no_question() {
        let text = "ticker,date,close\nA,2024-01-02,1\nA,2024-01-03,2\nA,2024-01-03,2\n";
        let reading = sniffed(text);
        assert_eq!(
            (reading.doubts.as_slice(), &reading.tickers),
            (&[][..], &None)
        );
    }
}
