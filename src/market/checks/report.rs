//! The data report: what a visitor should know of a series before a network learns from it.

use super::odd_prices::{CoarseSteps, FarMove, OddPrices, Spike};
use super::rows::{disorder, gaps, is_gap, is_weekday, splits, weekdays_between};
use super::splits::possible_splits;
use super::warning::{DataWarning, Dropped, Split};
use crate::market::row::{Interval, Row};
use crate::market::series::Series;
use crate::market::source::Source;
use chrono::NaiveDate;
use serde::Serialize;

/// A price that stays the same for so many rows is more likely a halt or a filled hole than a market.
const CONSTANT_ROWS: usize = 6;
/// Of a hundred days so many are on weekends where a market never closes; by the calendar it is 29.
const NEVER_CLOSED_PERCENT: usize = 20;

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
    /// Of what the splits do not explain.
    pub odd: OddPrices,
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

/// One thing that a visitor should read about a series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Remark {
    /// What was done in reading, or what the series says of itself.
    Warning(DataWarning),
    /// How many gaps there are, and the longest.
    Gaps { count: usize, longest: Gap },
    /// Rows on a Saturday or Sunday.
    Weekends { rows: usize },
    /// The market trades on weekends as on other days: no fault.
    NeverClosed,
    /// Every row has this price.
    OnePrice { price: f64 },
    /// How many prices are out of line with those before and after, and the first.
    Spikes { count: usize, first: Spike },
    /// How many moves are far beyond the usual ones, and the largest.
    FarMoves { count: usize, largest: FarMove },
    /// On how many days the adjusted close moves and the close does not, and the first.
    AdjustedAlone { count: usize, first: NaiveDate },
    /// The prices are rounded to steps that hide their moves.
    Coarse(CoarseSteps),
    /// How many times the price stands still, and for how long at most.
    Constant { count: usize, longest: ConstantRun },
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
        let mut splits = possible_splits(series);
        let explained: Vec<NaiveDate> = splits.iter().map(|split| split.date).collect();
        let odd = match series.info().source {
            // A world is what its process made it.
            Source::World(_) => OddPrices::default(),
            _ => OddPrices::of(rows, series.info().field, &explained),
        };
        // There and back again is no split.
        let of_spike = |pair: &[Row]| {
            let is_on = |row: &Row| odd.spikes.iter().any(|spike| spike.date == row.date);
            pair.iter().any(is_on)
        };
        splits.retain(|split| {
            let mut pairs = rows.windows(2).filter(|pair| pair[1].date == split.date);
            !pairs.any(of_spike)
        });
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
            splits,
            odd,
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

    /// What a visitor should read about a series beside its splits, which are a question and not a
    /// remark: this report's oddities, and what the series says of itself and they do not.
    pub fn remarks(&self, series: &Series) -> Vec<Remark> {
        let said = self.said_in_other_words(series);
        let more = series
            .warnings()
            .iter()
            .filter(|warning| !said.contains(warning))
            .copied()
            .map(Remark::Warning);
        self.oddities().into_iter().chain(more).collect()
    }

    /// The warnings of a series that this report has as something else.
    fn said_in_other_words(&self, series: &Series) -> Vec<DataWarning> {
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
    pub fn oddities(&self) -> Vec<Remark> {
        let reading = self.reading_warnings().into_iter().map(Remark::Warning);
        let longest_gap = self.gaps.iter().max_by_key(|gap| gap.missing_weekdays);
        let gaps = longest_gap.map(|longest| Remark::Gaps {
            count: self.gaps.len(),
            longest: *longest,
        });
        let weekends = match self.weekend_rows {
            0 => None,
            rows if rows * 100 >= self.rows * NEVER_CLOSED_PERCENT => Some(Remark::NeverClosed),
            rows => Some(Remark::Weekends { rows }),
        };
        let longest_run = self.constant_runs.iter().max_by_key(|run| run.rows);
        let constant = longest_run.map(|longest| match longest.rows == self.rows {
            true => Remark::OnePrice {
                price: longest.price,
            },
            false => Remark::Constant {
                count: self.constant_runs.len(),
                longest: *longest,
            },
        });
        reading
            .chain(gaps)
            .chain(weekends)
            .chain(constant)
            .chain(self.odd_remarks())
            .collect()
    }

    /// What is out of line, the first or the largest of each kind.
    fn odd_remarks(&self) -> Vec<Remark> {
        let OddPrices {
            spikes,
            far_moves,
            adjusted_alone,
            coarse,
        } = &self.odd;
        let spike = spikes.first().map(|first| Remark::Spikes {
            count: spikes.len(),
            first: *first,
        });
        let size = |far: &&FarMove| far.share.ln_1p().abs();
        let largest = far_moves.iter().max_by(|a, b| size(a).total_cmp(&size(b)));
        let far = largest.map(|largest| Remark::FarMoves {
            count: far_moves.len(),
            largest: *largest,
        });
        let alone = adjusted_alone.first().map(|first| Remark::AdjustedAlone {
            count: adjusted_alone.len(),
            first: *first,
        });
        let coarse = coarse.map(Remark::Coarse);
        [spike, far, alone, coarse].into_iter().flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::market::checks::{DroppedFor, adjust_splits};
    use crate::market::info::SeriesInfo;
    use crate::market::row::Field;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

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
    fn good_rows_need_no_remark() {
        let report = report(&[("2024-01-02", 1.0), ("2024-01-03", 1.1)]);
        assert_eq!((report.rows, report.oddities()), (2, vec![]));
        assert_eq!(
            (report.first_date, report.last_date),
            (day("2024-01-02"), day("2024-01-03"))
        );
    }

    #[test]
    fn a_market_that_never_closes_and_one_price_are_told_as_they_are() {
        let days = day("2024-01-01").iter_days().take(14);
        let prices: Vec<_> = days.map(|day| (day.to_string(), 5.0)).collect();
        let prices: Vec<_> = prices
            .iter()
            .map(|(day, price)| (day.as_str(), *price))
            .collect();
        assert_eq!(
            report(&prices).oddities(),
            [Remark::NeverClosed, Remark::OnePrice { price: 5.0 }]
        );
    }

    #[test]
    fn a_price_that_comes_back_is_a_spike_and_no_two_splits() {
        let days = day("2024-01-01")
            .iter_days()
            .filter(|day| is_weekday(*day))
            .take(40);
        let mut prices: Vec<_> = (days.enumerate())
            .map(|(at, day)| (day.to_string(), 100.0 + (at as f64 * 1.3).sin()))
            .collect();
        prices[20].1 *= 10.0;
        let prices: Vec<_> = prices
            .iter()
            .map(|(day, price)| (day.as_str(), *price))
            .collect();
        let report = report(&prices);
        assert_eq!(report.splits, []);
        let [Remark::Spikes { count: 1, first }] = report.oddities()[..] else {
            panic!("{:?}", report.oddities());
        };
        assert_eq!(first.date, day(prices[20].0));
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
                Remark::Gaps {
                    count: 1,
                    longest: Gap {
                        from: day("2024-01-05"),
                        to: day("2024-02-09"),
                        missing_weekdays: 24,
                    },
                },
                Remark::Warning(DataWarning::Unfinished {
                    last: day("2024-02-20"),
                    interval: Interval::Weekly,
                }),
            ]
        );
        // Adjusted, the splits are those of the raw prices, and no remark repeats them.
        let adjusted = adjust_splits(&series, &report.splits);
        let report_of_adjusted = report.of_adjusted(&adjusted);
        assert_eq!(report_of_adjusted.splits, report.splits);
        assert_eq!(
            report_of_adjusted.remarks(&adjusted),
            report.remarks(&series)
        );
    }

    #[test]
    fn every_oddity_is_a_remark() {
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
        let left_out = Dropped {
            reason: DroppedFor::Missing,
            count: 2,
            first_line: 7,
        };
        report.dropped.push(left_out);
        report.duplicates.push(report.first_date);
        report.out_of_order = 1;
        assert_eq!(
            report.oddities(),
            [
                Remark::Warning(DataWarning::LeftOut(left_out)),
                Remark::Warning(DataWarning::Repeated {
                    rows: 1,
                    first: day("2024-01-06"),
                }),
                Remark::Warning(DataWarning::OutOfOrder { rows: 1 }),
                Remark::Gaps {
                    count: 1,
                    longest: Gap {
                        from: day("2024-01-06"),
                        to: day("2024-01-16"),
                        missing_weekdays: 6,
                    },
                },
                Remark::Weekends { rows: 1 },
                Remark::Constant {
                    count: 1,
                    longest: ConstantRun {
                        from: day("2024-01-17"),
                        to: day("2024-01-24"),
                        rows: 6,
                        price: 5.2,
                    },
                },
            ]
        );
        let split = report.splits[0];
        assert_eq!((split.shares, split.date), (2.0, day("2024-01-25")));
    }
}
