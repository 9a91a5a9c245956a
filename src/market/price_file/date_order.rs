//! Which order a column's dates are in, and by which calendar: decided by all rows, by monotony and by
//! weekdays.

use super::calendar::{Calendar, DateOrder};
use super::dates::date_in;
use super::time_column::{counted_order, is_evening_before};
use chrono::Datelike;

/// What all cells of a column say about one order.
#[derive(Debug, Clone, Copy, Default)]
struct Evidence {
    valid: usize,
    /// Rows against the prevailing direction, repeated dates, and leaps far wider than the rest.
    oddities: usize,
    weekends: usize,
}

/// A leap is this many times as wide as the usual step.
const LEAP: i32 = 12;

impl Evidence {
    fn of<'a>(cells: impl Iterator<Item = &'a str>, order: DateOrder, calendar: Calendar) -> Self {
        let days: Vec<i32> = cells
            .filter_map(|cell| date_in(cell, order, calendar))
            .map(|date| date.num_days_from_ce())
            .collect();
        let mut steps: Vec<i32> = days.windows(2).map(|pair| pair[1] - pair[0]).collect();
        let forward = steps.iter().filter(|step| **step > 0).count();
        let backward = steps.iter().filter(|step| **step < 0).count();
        let repeated = steps.len() - forward - backward;
        steps.iter_mut().for_each(|step| *step = step.abs());
        let middle = steps.len() / 2;
        let leaps = if steps.is_empty() {
            0
        } else {
            let (_, usual, _) = steps.select_nth_unstable(middle);
            let widest = LEAP * (*usual).max(1);
            steps.iter().filter(|step| **step > widest).count()
        };
        Self {
            valid: days.len(),
            oddities: forward.min(backward) + repeated + leaps,
            // Day 1 of the calendar is a Monday.
            weekends: days
                .iter()
                .filter(|day| matches!(day.rem_euclid(7), 6 | 0))
                .count(),
        }
    }

    /// Whether this order fits better than another, and whether that is beyond doubt.
    fn better_than(self, other: Self) -> Option<Verdict> {
        use std::cmp::Ordering::{Equal, Greater, Less};
        for (mine, others, sure) in [
            (other.valid, self.valid, true),
            (self.oddities, other.oddities, true),
            // Markets close at weekends; those that do not say nothing.
            (self.weekends, other.weekends, self.weekends == 0),
        ] {
            match mine.cmp(&others) {
                Less => return Some(Verdict { sure }),
                Greater => return None,
                Equal => {}
            }
        }
        None
    }
}

#[derive(Debug, Clone, Copy)]
struct Verdict {
    sure: bool,
}

/// How a column's dates are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Decided {
    pub(super) order: DateOrder,
    pub(super) calendar: Calendar,
    /// As in [`DateFormat`](super::DateFormat).
    pub(super) next_day: bool,
    /// Another order that may be meant, where that is a question.
    pub(super) rival: Option<DateOrder>,
}

/// So many rows rule out what they do not know at all.
const FIRST_ROWS: usize = 1000;

/// The order that fits all cells best.
pub(super) fn decide<'a>(cells: impl Iterator<Item = &'a str> + Clone) -> Option<Decided> {
    let of_parts = of_parts(cells.clone());
    // A number is never a date with parts: the one that fits most cells is the column's kind.
    let Some(counted) = counted_order(cells.clone(), true) else {
        return of_parts;
    };
    let fits = |order, calendar| {
        let fits = |cell: &&str| date_in(cell, order, calendar).is_some();
        cells.clone().filter(fits).count()
    };
    match of_parts {
        Some(parts) if fits(parts.order, parts.calendar) >= fits(counted, Calendar::Gregorian) => {
            of_parts
        }
        _ => Some(Decided {
            order: counted,
            calendar: Calendar::Gregorian,
            next_day: is_evening_before(cells, counted),
            rival: None,
        }),
    }
}

/// The order of dates of three parts, and the calendar of their years.
fn of_parts<'a>(cells: impl Iterator<Item = &'a str> + Clone) -> Option<Decided> {
    // Of orders that fit equally well the first is taken: a point is the European's, a slash the
    // American's.
    let mut orders = DateOrder::OF_PARTS;
    let is_number = |cell: &&str| cell.bytes().filter(u8::is_ascii_digit).count() >= 3;
    let first = cells.clone().find(is_number)?;
    if !first.contains('.') {
        orders.swap(1, 2);
    }
    // An order in which none of the first rows is a date cannot fit best, nor as well.
    let fits_some = |order: DateOrder, calendar| {
        let mut first_rows = cells.clone().take(FIRST_ROWS);
        first_rows.any(|cell| date_in(cell, order, calendar).is_some())
    };
    let mut tried: Vec<(DateOrder, Evidence)> = Vec::new();
    let mut calendar = Calendar::Gregorian;
    for of in Calendar::ALL {
        let fitting = orders.into_iter().filter(|order| fits_some(*order, of));
        let evidence: Vec<_> = fitting
            .map(|order| (order, Evidence::of(cells.clone(), order, of)))
            .collect();
        let most = |tried: &[(DateOrder, Evidence)]| {
            let valid = tried.iter().map(|(_, evidence)| evidence.valid);
            valid.max().unwrap_or_default()
        };
        // Two digits fit more than one calendar: the usual one unless another fits more of them.
        if most(&evidence) > most(&tried) {
            (tried, calendar) = (evidence, of);
        }
    }
    let mut best = *tried.first()?;
    for &(order, evidence) in &tried[1..] {
        if evidence.better_than(best.1).is_some() {
            best = (order, evidence);
        }
    }
    let sure = |evidence: Evidence| {
        let verdict = best.1.better_than(evidence);
        verdict.is_some_and(|verdict| verdict.sure)
    };
    // A month's name leaves no question, nor do dates that are the same either way.
    let read = |cell: &str, order| date_in(cell, order, calendar);
    let same = |order| {
        let mut cells = cells.clone();
        cells.all(|cell| read(cell, order) == read(cell, best.0))
    };
    let rival = tried
        .iter()
        .find(|(order, evidence)| *order != best.0 && !sure(*evidence) && !same(*order));
    Some(Decided {
        order: best.0,
        calendar,
        next_day: is_evening_before(cells.clone(), best.0),
        rival: rival.map(|(order, _)| *order),
    })
}

#[cfg(test)]
mod tests {
    use super::DateOrder::*;
    use super::*;

    fn decided(cells: &[&str]) -> Option<(DateOrder, Option<DateOrder>)> {
        decide(cells.iter().copied()).map(|decided| (decided.order, decided.rival))
    }

    #[test]
    fn years_of_other_calendars_are_known_by_their_size() {
        let calendar = |cells: &[&str]| {
            let decided = decide(cells.iter().copied()).expect("dates");
            (decided.order, decided.calendar)
        };
        assert_eq!(
            calendar(&["99/12/30", "99/12/31", "100/01/03", "100/01/04"]),
            (YearMonthDay, Calendar::Minguo)
        );
        assert_eq!(
            calendar(&["28/12/2566", "02/01/2567", "03/01/2567"]),
            (DayMonthYear, Calendar::Buddhist)
        );
        assert_eq!(
            calendar(&["99/12/30", "99/12/31", "00/01/03"]),
            (YearMonthDay, Calendar::Gregorian)
        );
        // One wrong year among others is a typing error and no calendar.
        assert_eq!(
            calendar(&["2023-12-29", "2567-01-02", "2024-01-03"]),
            (YearMonthDay, Calendar::Gregorian)
        );
    }

    #[test]
    fn a_later_row_decides_what_the_first_cannot() {
        // Thursday 1, Friday 2 February, … Tuesday the 13th.
        assert_eq!(
            decided(&["02/01/2024", "02/02/2024", "02/13/2024"]),
            Some((MonthDayYear, None))
        );
        assert_eq!(
            decided(&["01/02/2024", "02/02/2024", "13/02/2024"]),
            Some((DayMonthYear, None))
        );
    }

    #[test]
    fn the_rows_order_decides_where_no_day_is_above_twelve() {
        // 1, 4, 5 … 8 March 2024 in the European way; as months they would leap.
        let cells = [
            "01/03/2024",
            "04/03/2024",
            "05/03/2024",
            "06/03/2024",
            "02/04/2024",
        ];
        assert_eq!(decided(&cells), Some((DayMonthYear, None)));
    }

    #[test]
    fn weekdays_decide_where_the_order_cannot() {
        // 5 and 6 March 2024 were weekdays; 3 May was a Friday, 3 June a Monday.
        let cells = [
            "03/05/2024",
            "03/06/2024",
            "03/07/2024",
            "03/08/2024",
            "03/11/2024",
        ];
        assert_eq!(decided(&cells), Some((MonthDayYear, None)));
    }

    #[test]
    fn what_nothing_decides_is_a_question() {
        // 4 March or 3 April, a Monday or a Wednesday.
        assert_eq!(
            decided(&["03/04/2024"]),
            Some((MonthDayYear, Some(DayMonthYear)))
        );
        assert_eq!(
            decided(&["03.04.2024"]),
            Some((DayMonthYear, Some(MonthDayYear)))
        );
        let same = decided(&["03/03/2025"]).map(|(_, rival)| rival);
        assert_eq!(same, Some(None));
        assert_eq!(
            decided(&["Mar 4, 2024"]).map(|(_, rival)| rival),
            Some(None)
        );
        assert_eq!(decided(&["no date"]), None);
    }
}
