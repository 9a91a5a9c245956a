//! The data report: what a visitor should know of a series before a network learns from it.

use super::splits::{Split, possible_splits};
use super::{disorder, gaps, is_gap, is_weekday, splits, weekdays_between};
use crate::market::{Interval, Series};
use chrono::NaiveDate;
use serde::Serialize;

/// A price that stays the same for so many rows is more likely a halt or a filled hole than a market.
const CONSTANT_ROWS: usize = 6;

/// What there is to know of a series. What was dropped, kept and sorted is known only to its reader:
/// [`DataReport::of`] leaves that at zero.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DataReport {
    /// Rows of the series.
    pub rows: usize,
    pub first_date: NaiveDate,
    pub last_date: NaiveDate,
    /// Usable rows in the source, repeated dates and all.
    pub rows_read: usize,
    pub dropped: Vec<Dropped>,
    /// The date of every row that gave way to a later one of the same date.
    pub duplicates: Vec<NaiveDate>,
    /// Rows that stood out of order and were sorted in.
    pub out_of_order: usize,
    /// More than five missing trading days (or two missing weeks, or a missing month).
    pub gaps: Vec<Gap>,
    /// Rows on a Saturday or Sunday.
    pub weekend_rows: usize,
    pub constant_runs: Vec<ConstantRun>,
    pub splits: Vec<Split>,
}

/// Rows that could not be used, for one reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Dropped {
    pub reason: DroppedFor,
    pub count: usize,
    /// The first of them, as a line of the file.
    pub first_line: u64,
}

/// Why a row could not be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DroppedFor {
    BadDate,
    /// The price's cell is empty.
    Missing,
    /// The price's cell holds something else than a number.
    NoNumber,
    /// The price is zero or below.
    NotPositive,
    TooManyCells,
}

impl DroppedFor {
    /// "its price is missing", for people.
    pub fn title(self) -> &'static str {
        match self {
            Self::BadDate => "its date cannot be read",
            Self::Missing => "its price is missing",
            Self::NoNumber => "its price is not a number",
            Self::NotPositive => "its price is not above zero",
            Self::TooManyCells => "it has more cells than the table has columns",
        }
    }
}

/// Days without prices where there should be some.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// The last row before it and the first after it.
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// Weekdays between the two.
    pub missing_weekdays: usize,
}

/// Rows of one and the same price.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ConstantRun {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub rows: usize,
    pub price: f64,
}

impl DataReport {
    /// The report on a series, as far as its rows tell.
    pub fn of(series: &Series) -> Self {
        let rows = series.rows();
        let interval = series.info().interval;
        let gaps = rows
            .windows(2)
            .filter(|pair| is_gap(interval, pair[0].date, pair[1].date))
            .map(|pair| Gap {
                from: pair[0].date,
                to: pair[1].date,
                missing_weekdays: weekdays_between(pair[0].date, pair[1].date),
            })
            .collect();
        let constant_runs = rows
            .chunk_by(|a, b| a.price == b.price)
            .filter(|run| run.len() >= CONSTANT_ROWS)
            .map(|run| ConstantRun {
                from: run[0].date,
                to: run[run.len() - 1].date,
                rows: run.len(),
                price: run[0].price,
            })
            .collect();
        Self {
            rows: rows.len(),
            first_date: series.first_date(),
            last_date: series.last_date(),
            rows_read: rows.len(),
            dropped: Vec::new(),
            duplicates: Vec::new(),
            out_of_order: 0,
            gaps,
            // A month may well end on a Sunday.
            weekend_rows: match interval {
                Interval::Daily => rows.iter().filter(|row| !is_weekday(row.date)).count(),
                Interval::Weekly | Interval::Monthly => 0,
            },
            constant_runs,
            splits: possible_splits(series),
        }
    }

    /// One sentence for each thing that was done in reading; empty where nothing had to be.
    pub fn reading_sentences(&self) -> Vec<String> {
        let dropped = self.dropped.iter().map(|dropped| {
            let Dropped {
                reason,
                count,
                first_line,
            } = *dropped;
            match count {
                1 => format!("Line {first_line} was left out: {}.", reason.title()),
                _ => format!(
                    "{count} rows were left out, the first on line {first_line}: {}.",
                    reason.title()
                ),
            }
        });
        let duplicates = self.duplicates.first().map(|first| match self.duplicates.len() {
            1 => format!("There were two rows for {first}; the last one was kept."),
            count => format!(
                "{count} rows repeated a date, the first {first}; the last row of each date was \
                 kept."
            ),
        });
        dropped
            .chain(duplicates)
            .chain(disorder(self.out_of_order))
            .collect()
    }

    /// The whole report, a sentence each: first what the series is, then what is odd about it.
    pub fn sentences(&self) -> Vec<String> {
        let mut sentences = vec![self.extent()];
        sentences.extend(self.oddities());
        sentences.extend(self.splits.iter().map(Split::sentence));
        sentences
    }

    /// "5,309 rows from 1999-11-01 to 2020-12-04.", without the comma.
    pub fn extent(&self) -> String {
        let rows = match self.rows {
            1 => "1 row".to_owned(),
            rows => format!("{rows} rows"),
        };
        format!("{rows} from {} to {}.", self.first_date, self.last_date)
    }

    /// What a visitor should read about a series beside its splits, which are a question and not a
    /// remark: this report's oddities, and what the series says of itself and they do not.
    pub fn remarks(&self, series: &Series) -> Vec<String> {
        let mut remarks = self.oddities();
        let said = self.said_here(series);
        let more = series
            .warnings()
            .iter()
            .map(|warning| &warning.message)
            .filter(|message| !said.contains(message));
        remarks.extend(more.cloned());
        remarks
    }

    /// The warnings of a series that this report says in its own words.
    fn said_here(&self, series: &Series) -> Vec<String> {
        let info = series.info();
        let in_other_words = [
            gaps(info.interval, series.rows()),
            splits(info, series.rows()),
        ];
        self.reading_sentences()
            .into_iter()
            .chain(in_other_words.into_iter().flatten())
            .chain(self.splits.iter().map(Split::adjusted_sentence))
            .collect()
    }

    /// The report of the same rows after [`adjust_splits`](super::adjust_splits): what was noticed in
    /// reading and the splits of the raw prices stay, for only then can either be undone.
    #[must_use]
    pub fn of_adjusted(&self, adjusted: &Series) -> Self {
        Self {
            rows_read: self.rows_read,
            dropped: self.dropped.clone(),
            duplicates: self.duplicates.clone(),
            out_of_order: self.out_of_order,
            splits: self.splits.clone(),
            ..Self::of(adjusted)
        }
    }

    /// What is odd about the rows and about how they were read.
    fn oddities(&self) -> Vec<String> {
        let mut sentences = self.reading_sentences();
        sentences.extend(
            self.gaps
                .iter()
                .max_by_key(|gap| gap.missing_weekdays)
                .map(|gap| match self.gaps.len() {
                    1 => format!(
                        "There is a gap of {} weekdays between {} and {}.",
                        gap.missing_weekdays, gap.from, gap.to
                    ),
                    count => format!(
                        "There are {count} gaps, the longest of {} weekdays between {} and {}.",
                        gap.missing_weekdays, gap.from, gap.to
                    ),
                }),
        );
        sentences.extend(match self.weekend_rows {
            0 => None,
            1 => Some("1 row is on a weekend.".to_owned()),
            count => Some(format!("{count} rows are on weekends.")),
        });
        sentences.extend(self.constant_runs.iter().max_by_key(|run| run.rows).map(
            |run| match self.constant_runs.len() {
                1 => format!(
                    "The price stays at {} for {} rows from {} to {}.",
                    run.price, run.rows, run.from, run.to
                ),
                count => format!(
                    "The price stands still {count} times, the longest for {} rows from {} to {}.",
                    run.rows, run.from, run.to
                ),
            },
        ));
        sentences
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::market::{Field, Row, SeriesInfo, Source};

    fn report(prices: &[(&str, f64)]) -> DataReport {
        let info = SeriesInfo {
            source: Source::File {
                name: "test.csv".into(),
            },
            symbol: "TEST".into(),
            interval: Interval::Daily,
            field: Field::Close,
        };
        let rows = prices
            .iter()
            .map(|(date, price)| Row::of_price(date.parse().expect("a date"), *price))
            .collect();
        DataReport::of(&Series::new(info, rows).expect("good rows"))
    }

    #[test]
    fn good_rows_need_one_sentence() {
        let report = report(&[("2024-01-02", 1.0), ("2024-01-03", 1.1)]);
        assert_eq!(
            report.sentences(),
            ["2 rows from 2024-01-02 to 2024-01-03."]
        );
    }

    #[test]
    fn remarks_say_everything_once() {
        let info = SeriesInfo {
            source: Source::File {
                name: "test.csv".into(),
            },
            symbol: "TEST".into(),
            interval: Interval::Weekly,
            field: Field::Close,
        };
        // A gap of five weeks, a 2:1 split, and a last week that ends on a Tuesday.
        let rows = [
            ("2024-01-05", 10.0),
            ("2024-02-09", 10.1),
            ("2024-02-16", 5.05),
            ("2024-02-20", 5.1),
        ]
        .map(|(date, price)| Row::of_price(date.parse().expect("a date"), price));
        let series = Series::new(info, rows.to_vec()).expect("good rows");
        assert_eq!(series.warnings().len(), 3);
        let report = DataReport::of(&series);
        assert_eq!(
            report.remarks(&series),
            [
                "There is a gap of 24 weekdays between 2024-01-05 and 2024-02-09.",
                "The last row, 2024-02-20, is of a week that was not over yet.",
            ]
        );
        // Adjusted, the splits are those of the raw prices, and no remark repeats them.
        let adjusted = crate::market::adjust_splits(&series, &report.splits);
        let report_of_adjusted = report.of_adjusted(&adjusted);
        assert_eq!(report_of_adjusted.splits, report.splits);
        assert_eq!(
            report_of_adjusted.remarks(&adjusted),
            report.remarks(&series)
        );
    }

    #[test]
    fn every_oddity_has_its_sentence() {
        let mut report = report(&[
            // A Saturday; then a gap of six weekdays, Monday 8 to Monday 15 January.
            ("2024-01-06", 5.0),
            ("2024-01-16", 5.1),
            ("2024-01-17", 5.2),
            ("2024-01-18", 5.2),
            ("2024-01-19", 5.2),
            ("2024-01-22", 5.2),
            ("2024-01-23", 5.2),
            ("2024-01-24", 5.2),
            ("2024-01-25", 2.6),
        ]);
        report.dropped.push(Dropped {
            reason: DroppedFor::Missing,
            count: 2,
            first_line: 7,
        });
        report.duplicates.push(report.first_date);
        report.out_of_order = 1;
        assert_eq!(
            report.sentences(),
            [
                "9 rows from 2024-01-06 to 2024-01-25.",
                "2 rows were left out, the first on line 7: its price is missing.",
                "There were two rows for 2024-01-06; the last one was kept.",
                "1 row was out of date order and has been sorted in.",
                "There is a gap of 6 weekdays between 2024-01-06 and 2024-01-16.",
                "1 row is on a weekend.",
                "The price stays at 5.2 for 6 rows from 2024-01-17 to 2024-01-24.",
                "Looks like a 2:1 split on 2024-01-25.",
            ]
        );
    }
}
