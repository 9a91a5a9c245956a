//! Which column is which price: by its name where it is a known one, else by how its numbers
//! behave. (A high is never below the other prices; a day opens near the close of the day before.)

use super::column::ColumnRole;
use super::column_words::{self, DatePart, Sureness};
use super::numbers::Cell;
use super::table::Rows;

/// The rows that columns without a name are judged by.
const SAMPLE_ROWS: usize = 400;
/// Prices of one share are this near to each other in the middle.
const SAME_SCALE: f64 = 1.25;
/// So many of a hundred rows must be as they should; the rest may be typing errors.
const MOST_PERCENT: usize = 90;
/// A volume is this many times a price, at least.
const VOLUME_OVER_PRICE: f64 = 20.0;

/// A column's numbers, row by row.
struct Numbers {
    column: usize,
    values: Vec<Option<f64>>,
    median: f64,
}

impl Numbers {
    fn of(rows: Rows, column: usize, read: impl Fn(&str) -> Cell) -> Option<Self> {
        let sample = rows.iter().take(SAMPLE_ROWS);
        let cells: Vec<Cell> = sample.map(|row| read(row.cell(column))).collect();
        let mut positive: Vec<f64> = cells
            .iter()
            .filter_map(|cell| cell.number().filter(|number| *number > 0.0))
            .collect();
        // A half of the cells may be empty, but what is there must be numbers above zero.
        let filled = cells.iter().filter(|cell| **cell != Cell::Missing).count();
        if positive.is_empty() || positive.len() * 100 < filled * MOST_PERCENT {
            return None;
        }
        positive.sort_by(f64::total_cmp);
        Some(Self {
            column,
            median: positive[positive.len() / 2],
            values: cells.into_iter().map(Cell::number).collect(),
        })
    }

    /// Whether `holds` for this column's value and the other's, in most rows that have both.
    fn mostly(&self, other: &Self, holds: impl Fn(f64, f64) -> bool) -> bool {
        let both: Vec<bool> = self
            .values
            .iter()
            .zip(&other.values)
            .filter_map(|(mine, others)| Some(holds((*mine)?, (*others)?)))
            .collect();
        let good = both.iter().filter(|holds| **holds).count();
        good * 100 >= both.len() * MOST_PERCENT
    }

    /// Whether this is the other column's value of the row before: yesterday's close.
    fn is_day_before(&self, other: &Self, newest_first: bool) -> bool {
        let later = |values: &'_ [Option<f64>]| values.get(1..).unwrap_or_default().to_vec();
        let (mine, others) = match newest_first {
            true => (self.values.clone(), later(&other.values)),
            false => (later(&self.values), other.values.clone()),
        };
        let both = mine
            .iter()
            .zip(&others)
            .filter_map(|(a, b)| Some(((*a)?, (*b)?)));
        let (mut rows, mut same) = (0, 0);
        for (a, b) in both {
            rows += 1;
            same += usize::from((a - b).abs() <= 1e-9 * b.abs());
        }
        let moves = other.values.windows(2).any(|pair| pair[0] != pair[1]);
        rows > 1 && moves && same * 100 >= rows * MOST_PERCENT
    }

    fn has_fractions(&self) -> bool {
        self.values
            .iter()
            .flatten()
            .any(|value| value.fract() != 0.0)
    }

    fn sum(&self) -> f64 {
        self.values.iter().flatten().sum()
    }

    /// How far this column's values lie from the other's one row before (or after, where the newest
    /// row comes first).
    fn distance_to_day_before(&self, other: &Self, newest_first: bool) -> f64 {
        let pairs = |mine: &[Option<f64>], others: &[Option<f64>]| -> f64 {
            mine.iter()
                .zip(others)
                .filter_map(|(a, b)| Some(((*a)? - (*b)?).abs()))
                .sum()
        };
        if newest_first {
            pairs(&self.values, other.values.get(1..).unwrap_or_default())
        } else {
            pairs(self.values.get(1..).unwrap_or_default(), &other.values)
        }
    }
}

/// The roles of all columns, and whether those of the prices were guessed where several have numbers. Taken are
/// the column of the dates and that of the tickers. `read` is how a cell of prices is read.
pub(super) fn roles(
    names: &[String],
    rows: Rows,
    [date_column, tickers]: [Option<usize>; 2],
    read: impl Fn(&str) -> Cell,
    newest_first: bool,
) -> (Vec<ColumnRole>, bool) {
    let mut roles: Vec<Option<ColumnRole>> = vec![None; names.len()];
    let mut sureness: Vec<Option<Sureness>> = vec![None; names.len()];
    for (column, name) in column_words::without_last(names).into_iter().enumerate() {
        let is_taken = [date_column, tickers].contains(&Some(column));
        let known = column_words::role(name).filter(|_| !is_taken);
        let Some((role, sure)) = known else {
            continue;
        };
        let has_prices = || {
            rows.iter()
                .filter_map(|row| read(row.cell(column)).number())
                .any(|number| number > 0.0)
        };
        // A name above a column of words promises nothing. (A volume may be zero.)
        if matches!(role, ColumnRole::Ignored | ColumnRole::Volume) || has_prices() {
            roles[column] = Some(role);
            sureness[column] = Some(sure);
        }
    }
    // Of several columns of one role the surest has it, and of equals the leftmost.
    for role in ColumnRole::ALL {
        let of_role = |column: &usize| roles[*column] == Some(role);
        let columns: Vec<usize> = (0..names.len()).filter(of_role).collect();
        let best = columns.iter().rev().max_by_key(|column| sureness[**column]);
        let best = best.copied();
        for column in columns {
            if role != ColumnRole::Ignored && Some(column) != best {
                roles[column] = Some(ColumnRole::Ignored);
            }
        }
    }
    for (column, role) in [
        (date_column, ColumnRole::Date),
        (tickers, ColumnRole::Ignored),
    ] {
        if let Some(column) = column {
            roles[column] = Some(role);
        }
    }
    // Of a date in three columns one holds all of it now.
    let part = |name: &str| column_words::names_date_part(name);
    let has = |wanted| names.iter().any(|name| part(name) == Some(wanted));
    if has(DatePart::Year) && has(DatePart::Month) {
        for (role, name) in roles.iter_mut().zip(names) {
            if role.is_none() && part(name).is_some() {
                *role = Some(ColumnRole::Ignored);
            }
        }
    }
    let priced = roles
        .iter()
        .flatten()
        .any(|role| matches!(role, ColumnRole::Close | ColumnRole::AdjustedClose));
    let guessed = !priced && guess(&mut roles, rows, read, newest_first) > 1;
    let roles = roles
        .into_iter()
        .map(|role| role.unwrap_or(ColumnRole::Ignored))
        .collect();
    (roles, guessed)
}

/// Gives the columns without a role one by how their numbers behave; returns how many columns have numbers.
fn guess(
    roles: &mut [Option<ColumnRole>],
    rows: Rows,
    read: impl Fn(&str) -> Cell,
    newest_first: bool,
) -> usize {
    let mut columns: Vec<Numbers> = (0..roles.len())
        .filter(|column| roles[*column] != Some(ColumnRole::Date))
        .filter_map(|column| Numbers::of(rows, column, &read))
        .collect();
    let choice = columns.len();
    columns.retain(|numbers| roles[numbers.column].is_none());
    // What never changes is no price, where anything else does.
    let changes = |numbers: &Numbers| numbers.values.windows(2).any(|pair| pair[0] != pair[1]);
    if columns.iter().any(changes) {
        columns.retain(changes);
    }
    let same_scale =
        |a: &Numbers, b: &Numbers| (a.median / b.median).max(b.median / a.median) <= SAME_SCALE;
    // Prices are the largest group of columns on one scale; of equals, the leftmost.
    let Some(mut prices) = columns
        .iter()
        .map(|one| -> Vec<&Numbers> {
            columns
                .iter()
                .filter(|other| same_scale(one, other))
                .collect()
        })
        .rev()
        .max_by_key(Vec::len)
    else {
        return choice;
    };
    // Counts of trades may be on the scale of the prices, but they are whole, all of them.
    let with_fractions = prices.iter().filter(|numbers| numbers.has_fractions());
    if with_fractions.count() * 2 > prices.len() {
        prices.retain(|numbers| numbers.has_fractions());
    }
    let missing = |roles: &[Option<ColumnRole>], role| !roles.contains(&Some(role));
    let price_level = prices[0].median;
    // Yesterday's close is none of the day's prices. (Where a market never closes, it is the open.)
    let is_yesterday = |one: &&Numbers| {
        let others = columns.iter().filter(|other| other.column != one.column);
        others
            .clone()
            .any(|other| one.is_day_before(other, newest_first))
    };
    let (yesterdays, prices): (Vec<&Numbers>, Vec<&Numbers>) =
        prices.into_iter().partition(is_yesterday);
    let mut open_or_close = prices.clone();
    if prices.len() >= 3 {
        let highest = prices
            .iter()
            .max_by(|a, b| a.sum().total_cmp(&b.sum()))
            .filter(|high| prices.iter().all(|other| high.mostly(other, |h, o| h >= o)));
        let lowest = prices
            .iter()
            .min_by(|a, b| a.sum().total_cmp(&b.sum()))
            .filter(|low| prices.iter().all(|other| low.mostly(other, |l, o| l <= o)));
        if let (Some(high), Some(low)) = (highest, lowest) {
            let extremes = [
                (high.column, ColumnRole::High),
                (low.column, ColumnRole::Low),
            ];
            for (column, role) in extremes {
                if missing(roles, role) {
                    roles[column] = Some(role);
                }
                open_or_close.retain(|numbers| numbers.column != column);
            }
        }
    }
    // The day before's close is where the day opens. Of more than two that is asked only within a day's high and
    // low: a mean price is neither.
    let is_day = open_or_close.len() + 2 == prices.len();
    let close = if open_or_close.len() == 2 || is_day {
        let pairs = open_or_close.iter().flat_map(|open| {
            let others = open_or_close
                .iter()
                .filter(|close| close.column != open.column);
            others.map(move |close| {
                (
                    open.distance_to_day_before(close, newest_first),
                    open,
                    close,
                )
            })
        });
        let nearest = pairs.min_by(|(one, ..), (other, ..)| one.total_cmp(other));
        if let Some((_, open, _)) = nearest
            && missing(roles, ColumnRole::Open)
        {
            roles[open.column] = Some(ColumnRole::Open);
        }
        let alone = open_or_close.last();
        nearest.map(|(_, _, close)| close).or(alone).copied()
    } else {
        // A lone price, or several that nothing tells apart: tables end their prices with the close.
        open_or_close.last().copied()
    };
    if let Some(close) = close {
        roles[close.column] = Some(ColumnRole::Close);
    }
    if let [open] = yesterdays[..]
        && missing(roles, ColumnRole::Open)
        && roles.contains(&Some(ColumnRole::High))
    {
        roles[open.column] = Some(ColumnRole::Open);
    }
    let volume = columns.iter().find(|numbers| {
        roles[numbers.column].is_none() && numbers.median > VOLUME_OVER_PRICE * price_level
    });
    if let Some(volume) = volume.filter(|_| missing(roles, ColumnRole::Volume)) {
        roles[volume.column] = Some(ColumnRole::Volume);
    }
    choice
}
