//! The data report: what a visitor should know of a series before a network learns from it.

use super::splits::{Split, possible_splits};
use super::{DataWarning, disorder, gaps, is_gap, is_weekday, splits, weekdays_between};
use crate::market::{Interval, Series};
use crate::text;
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
            Self::BadDate => text::market::bad_date(),
            Self::Missing => text::market::price_missing(),
            Self::NoNumber => text::market::price_no_number(),
            Self::NotPositive => text::market::price_not_positive(),
            Self::TooManyCells => text::market::too_many_cells(),
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

    /// One for each thing that was done in reading; empty where nothing had to be.
    pub fn reading_warnings(&self) -> Vec<DataWarning> {
        let dropped = self.dropped.iter().copied().map(DataWarning::LeftOut);
        let duplicates = self.duplicates.first().map(|&first| DataWarning::Repeated {
            rows: self.duplicates.len(),
            first,
        });
        dropped
            .chain(duplicates)
            .chain(disorder(self.out_of_order))
            .collect()
    }

    /// [`reading_warnings`](Self::reading_warnings), a sentence each.
    pub fn reading_sentences(&self) -> Vec<String> {
        let warnings = self.reading_warnings();
        warnings.iter().map(DataWarning::sentence).collect()
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
        text::market::extent(self.rows, self.first_date, self.last_date)
    }

    /// What a visitor should read about a series beside its splits, which are a question and not a
    /// remark: this report's oddities, and what the series says of itself and they do not.
    pub fn remarks(&self, series: &Series) -> Vec<String> {
        let mut remarks = self.oddities();
        let said = self.said_here(series);
        let more = series
            .warnings()
            .iter()
            .filter(|warning| !said.contains(warning))
            .map(DataWarning::sentence);
        remarks.extend(more);
        remarks
    }

    /// The warnings of a series that this report says in its own words.
    fn said_here(&self, series: &Series) -> Vec<DataWarning> {
        let info = series.info();
        let in_other_words = [
            gaps(info.interval, series.rows()),
            splits(info, series.rows()),
        ];
        self.reading_warnings()
            .into_iter()
            .chain(in_other_words.into_iter().flatten())
            .chain(self.splits.iter().copied().map(DataWarning::Adjusted))
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
                    1 => text::market::gap_of_weekdays(gap.missing_weekdays, gap.from, gap.to),
                    count => text::market::gaps_of_weekdays(
                        count,
                        gap.missing_weekdays,
                        gap.from,
                        gap.to,
                    ),
                }),
        );
        sentences
            .extend((self.weekend_rows > 0).then(|| text::market::on_weekends(self.weekend_rows)));
        sentences.extend(
            self.constant_runs
                .iter()
                .max_by_key(|run| run.rows)
                .map(|run| match self.constant_runs.len() {
                    1 => text::market::price_stays(run.price, run.rows, run.from, run.to),
                    count => text::market::price_stands_still(count, run.rows, run.from, run.to),
                }),
        );
        sentences
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::market::{Field, Row, SeriesInfo, Source};
    use crate::text::{Language, in_language};

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

    #[test]
    fn german_has_its_own_numbers_dates_and_order() {
        let mut report = report(&[("2024-01-05", 5.25), ("2024-01-16", 2.625)]);
        report.dropped.push(Dropped {
            reason: DroppedFor::NoNumber,
            count: 2,
            first_line: 7,
        });
        report.constant_runs.push(ConstantRun {
            from: report.first_date,
            to: report.last_date,
            rows: 8,
            price: 5.25,
        });
        let sentences = in_language(Language::German, || report.sentences());
        assert_eq!(
            sentences,
            [
                "2 Zeilen vom 05.01.2024 bis zum 16.01.2024.",
                "2 Zeilen wurden ausgelassen, zuerst Zeile 7: keine Zahl als Kurs.",
                "Zwischen dem 05.01.2024 und dem 16.01.2024 klafft eine Lücke von 6 Werktagen.",
                "Der Kurs bleibt 8 Zeilen lang bei 5,25, vom 05.01.2024 bis zum 16.01.2024.",
                "Sieht nach einem 2:1-Split am 16.01.2024 aus.",
            ]
        );
    }
}
