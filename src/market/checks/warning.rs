//! What a visitor should know of a series whose data are usable all the same.

use super::report::Dropped;
use super::splits::Split;
use crate::market::Interval;
use crate::text::{self, number};
use chrono::NaiveDate;
use serde::Serialize;
use std::fmt;

/// Something about the data that the visitor should know. `Display` is one sentence for people.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DataWarning {
    /// Rows that stood out of order and were sorted in.
    OutOfOrder { rows: usize },
    /// How many there are, and the longest.
    Gaps {
        count: usize,
        days: i64,
        from: NaiveDate,
        to: NaiveDate,
        interval: Interval,
    },
    /// A jump that looks like a split which the closes are not adjusted for, and how many more there
    /// are.
    Jumps {
        date: NaiveDate,
        ratio: f64,
        fell: bool,
        more: usize,
    },
    /// The last row may be of a period that was still going on.
    Unfinished { last: NaiveDate, interval: Interval },
    /// Rows that could not be used.
    LeftOut(Dropped),
    /// Rows that gave way to a later one of the same date.
    Repeated { rows: usize, first: NaiveDate },
    /// The prices were adjusted for a split.
    Adjusted(Split),
}

impl DataWarning {
    /// The warning as one sentence for people.
    pub fn sentence(&self) -> String {
        match *self {
            Self::OutOfOrder { rows } => text::market::out_of_order(rows),
            Self::Gaps {
                count,
                days,
                from,
                to,
                interval,
            } => {
                let one = match interval {
                    Interval::Daily => text::market::one_trading_day(),
                    Interval::Weekly => text::market::one_week(),
                    Interval::Monthly => text::market::one_month(),
                };
                match count {
                    1 => text::market::gap(days, from, to, one),
                    count => text::market::gaps(count, days, from, to, one),
                }
            }
            Self::Jumps {
                date,
                ratio,
                fell,
                more,
            } => {
                let ratio = number::as_it_is(ratio);
                let split = match fell {
                    true => format!("{ratio}:1"),
                    false => format!("1:{ratio}"),
                };
                match more {
                    0 => text::market::jump(date, split),
                    more => text::market::jumps(more, date, split),
                }
            }
            Self::Unfinished { last, interval } => match interval {
                // Every day is a period of its own.
                Interval::Daily | Interval::Weekly => text::market::unfinished_week(last),
                Interval::Monthly => text::market::unfinished_month(last),
            },
            Self::LeftOut(Dropped {
                reason,
                count,
                first_line,
            }) => match count {
                1 => text::market::row_left_out(first_line, reason.title()),
                count => text::market::rows_left_out(count, first_line, reason.title()),
            },
            Self::Repeated { rows, first } => match rows {
                1 => text::market::date_twice(first),
                rows => text::market::dates_repeated(rows, first),
            },
            Self::Adjusted(split) => split.adjusted_sentence(),
        }
    }
}

impl fmt::Display for DataWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence())
    }
}
