//! What a visitor should know of a series: warnings, remarks, splits.

use crate::app::ui::number;
use crate::market::{
    CoarseSteps, DataReport, DataWarning, Dropped, DroppedFor, FarMove, Interval, PriceKind,
    Remark, Spike, Split,
};
use crate::text::{Say, market as texts, price_file, said};
use std::fmt;

/// "its price is missing".
impl Say for DroppedFor {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::BadDate => texts::bad_date(),
            Self::Missing => texts::price_missing(),
            Self::NoNumber => texts::price_no_number(),
            Self::NotPositive => texts::price_not_positive(),
            Self::TooManyCells => texts::too_many_cells(),
        })
    }
}

/// One sentence.
impl Say for DataWarning {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match *self {
            Self::OutOfOrder { rows } => texts::out_of_order(rows),
            Self::Gaps {
                count,
                days,
                from,
                to,
                interval,
            } => {
                let one = match interval {
                    Interval::Daily => texts::one_trading_day(),
                    Interval::Weekly => texts::one_week(),
                    Interval::Monthly => texts::one_month(),
                };
                if count == 1 {
                    texts::gap(days, from, to, one)
                } else {
                    texts::gaps(count, days, from, to, one)
                }
            }
            Self::Jumps {
                date,
                ratio,
                fell,
                more,
            } => {
                let ratio = number::as_it_is(ratio);
                let split = if fell {
                    format!("{ratio}:1")
                } else {
                    format!("1:{ratio}")
                };
                if more == 0 {
                    texts::jump(date, split)
                } else {
                    texts::jumps(more, date, split)
                }
            }
            Self::Unfinished { last, interval } => match interval {
                // Every day is a period of its own.
                Interval::Daily | Interval::Weekly => texts::unfinished_week(last),
                Interval::Monthly => texts::unfinished_month(last),
            },
            Self::LeftOut(Dropped {
                reason,
                count,
                first_line,
            }) => {
                if count == 1 {
                    texts::row_left_out(first_line, reason)
                } else {
                    texts::rows_left_out(count, first_line, reason)
                }
            }
            Self::OddLeftOut { rows, first } => texts::odd_left_out(rows, first),
            Self::OddCorrected { rows, first } => texts::odd_corrected(rows, first),
            Self::Repeated { rows, first } => {
                if rows == 1 {
                    texts::date_twice(first)
                } else {
                    texts::dates_repeated(rows, first)
                }
            }
            Self::Adjusted(split) => split_adjusted(&split),
        })
    }
}

/// One sentence.
impl Say for Remark {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match *self {
            Self::Warning(warning) => said(&warning),
            Self::Gaps { count, longest } => {
                let (days, from, to) = (longest.missing_weekdays, longest.from, longest.to);
                if count == 1 {
                    texts::gap_of_weekdays(days, from, to)
                } else {
                    texts::gaps_of_weekdays(count, days, from, to)
                }
            }
            Self::Weekends { rows } => texts::on_weekends(rows),
            Self::NeverClosed => texts::never_closed().to_owned(),
            Self::OnePrice { price } => texts::one_price(number::as_it_is(price)),
            Self::Spikes { count, first } => {
                let Spike {
                    date,
                    kind,
                    value,
                    usual,
                } = first;
                let [value, usual] = [value, usual].map(number::as_it_is);
                if count == 1 {
                    texts::spike(date, kind, value, usual)
                } else {
                    texts::spikes(count, date, kind, value, usual)
                }
            }
            Self::FarMoves { count, largest } => {
                let FarMove { date, share } = largest;
                let percent = number::percent_change(100.0 * share);
                if count == 1 {
                    texts::far_move(date, percent)
                } else {
                    texts::far_moves(count, date, percent)
                }
            }
            Self::AdjustedAlone { count, first } => {
                if count == 1 {
                    texts::adjusted_alone(first)
                } else {
                    texts::often_adjusted_alone(count, first)
                }
            }
            Self::Coarse(CoarseSteps { step, share }) => {
                texts::coarse(number::as_it_is(step), number::percent(share))
            }
            Self::Constant { count, longest } => {
                let (rows, from, to) = (longest.rows, longest.from, longest.to);
                if count == 1 {
                    texts::price_stays(longest.price, rows, from, to)
                } else {
                    texts::price_stands_still(count, rows, from, to)
                }
            }
        })
    }
}

/// "high".
impl Say for PriceKind {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Close => price_file::close(),
            Self::AdjustedClose => price_file::adjusted_close(),
            Self::Open => price_file::open(),
            Self::High => price_file::high(),
            Self::Low => price_file::low(),
        })
    }
}

/// "5309 rows from 1999-11-01 to 2020-12-04."
pub fn extent(report: &DataReport) -> String {
    texts::extent(report.rows, report.first_date, report.last_date)
}

/// "Looks like a 7:1 split on 2014-06-09."
pub fn split_found(split: &Split) -> String {
    if split.close_fit {
        texts::looks_like_split(split.to_string(), split.date)
    } else {
        texts::may_be_split(split.to_string(), split.date)
    }
}

/// "Prices before 2014-06-09 are adjusted for a 7:1 split."
pub fn split_adjusted(split: &Split) -> String {
    texts::adjusted_for_split(split.date, split.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::market::{ConstantRun, Field, Row, Series, SeriesInfo, Source};
    use crate::text::{Language, in_language};

    fn series(prices: &[(&str, f64)]) -> Series {
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
            .map(|(date, price)| Row::of_price(date.parse().expect("a date"), *price));
        Series::new(info, rows.collect()).expect("good rows")
    }

    /// What the page says of a report, in its order.
    fn sentences(report: &DataReport) -> Vec<String> {
        let oddities = report.oddities();
        let splits = report.splits.iter().map(split_found);
        [extent(report)]
            .into_iter()
            .chain(oddities.iter().map(said))
            .chain(splits)
            .collect()
    }

    #[test]
    fn every_oddity_has_its_sentence() {
        let mut report = DataReport::of(&series(&[
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
        ]));
        report.dropped.push(Dropped {
            reason: DroppedFor::Missing,
            count: 2,
            first_line: 7,
        });
        report.duplicates.push(report.first_date);
        report.out_of_order = 1;
        assert_eq!(
            sentences(&report),
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
        assert_eq!(
            split_adjusted(&report.splits[0]),
            "Prices before 2024-01-25 are adjusted for a 2:1 split."
        );
    }

    #[test]
    fn german_has_its_own_numbers_dates_and_order() {
        let mut report = DataReport::of(&series(&[("2024-01-05", 5.25), ("2024-01-16", 2.625)]));
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
        assert_eq!(
            in_language(Language::German, || sentences(&report)),
            [
                "2 Zeilen vom 05.01.2024 bis zum 16.01.2024.",
                "2 Zeilen wurden ausgelassen, zuerst Zeile 7: keine Zahl als Kurs.",
                "Zwischen dem 05.01.2024 und dem 16.01.2024 klafft eine Lücke von 6 Werktagen.",
                "Der Kurs bleibt 8 Zeilen lang bei 5,25, vom 05.01.2024 bis zum 16.01.2024.",
                "Sieht nach einem 2:1-Split am 16.01.2024 aus.",
            ]
        );
    }

    #[test]
    fn a_warning_is_said_in_the_language_of_now() {
        let series = series(&[("2024-01-02", 15.0), ("2024-01-22", 10.0)]);
        let warnings = || series.warnings().iter().map(said).collect::<Vec<_>>();
        assert_eq!(
            warnings(),
            [
                "There is a gap of 20 days between 2024-01-02 and 2024-01-22; the forecast steps \
                 over it as if it were one trading day.",
                "The jump on 2024-01-22 looks like a 1.5:1 split that these closing prices are not \
                 adjusted for; adjusted prices would train a better forecast.",
            ]
        );
        assert_eq!(
            in_language(Language::German, warnings),
            [
                "Zwischen dem 02.01.2024 und dem 22.01.2024 klafft eine Lücke von 20 Tagen; die \
                 Prognose geht darüber hinweg, als wäre es ein einziger Handelstag.",
                "Der Sprung am 22.01.2024 sieht nach einem 1,5:1-Split aus, um den diese \
                 Schlusskurse nicht bereinigt sind; bereinigte Kurse würden eine bessere Prognose \
                 ergeben.",
            ]
        );
    }
}
