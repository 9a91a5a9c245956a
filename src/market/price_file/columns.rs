//! Which column is which price: by its name where it is a known one, else by how its numbers
//! behave. (A high is never below the other prices; a day opens near the close of the day before.)

use super::numbers::{Cell, DecimalMark, read};
use super::table::Rows;
use serde::{Deserialize, Serialize};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnRole {
    Date,
    Open,
    High,
    Low,
    Close,
    AdjustedClose,
    Volume,
    Ignored,
}

impl ColumnRole {
    /// Every role there is.
    pub const ALL: [Self; 8] = [
        Self::Date,
        Self::Open,
        Self::High,
        Self::Low,
        Self::Close,
        Self::AdjustedClose,
        Self::Volume,
        Self::Ignored,
    ];
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// As the file's header has it; empty where it has none.
    pub name: String,
    pub role: ColumnRole,
}

/// The role that a header's name announces, in English, German, Polish, French, Spanish or Italian.
pub(super) fn role_from_name(name: &str) -> Option<ColumnRole> {
    use ColumnRole::{AdjustedClose, Close, High, Ignored, Low, Open, Volume};
    let name: String = name
        .chars()
        .flat_map(char::to_lowercase)
        .filter_map(|c| {
            Some(match c {
                'ä' | 'á' | 'à' | 'ą' => 'a',
                'ö' | 'ó' => 'o',
                'ü' | 'ú' => 'u',
                'é' | 'è' | 'ê' | 'ę' => 'e',
                'ł' => 'l',
                'ś' => 's',
                'ż' | 'ź' => 'z',
                'ć' | 'ç' => 'c',
                c if c.is_alphanumeric() => c,
                _ => return None,
            })
        })
        .collect();
    let is = |names: &[&str]| names.contains(&name.as_str());
    let has = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
    Some(if name.is_empty() {
        return None;
    } else if has(&[
        "prev",
        "chang",
        "chg",
        "week",
        "year",
        "openint",
        "vwap",
        "average",
        "turnover",
        "divid",
        "split",
        "percent",
        "marketcap",
        "vorherig",
        "vortag",
        "differenz",
        "zmiana",
    ]) {
        Ignored
    } else if has(&["adj", "berein"]) {
        // An adjusted open is of no use beside a raw close.
        if has(&["cl", "price", "kurs", "schluss"]) {
            AdjustedClose
        } else {
            Ignored
        }
    } else if is(&[
        "c", "cl", "px", "last", "price", "kurs", "value", "nav", "settle", "ultimo", "zuletzt",
        "dernier",
    ]) || has(&[
        "close",
        "closing",
        "lastprice",
        "schluss",
        "zamkn",
        "clotur",
        "cierre",
        "chiusura",
    ]) {
        Close
    } else if is(&["o", "op", "erster"]) || has(&["open", "eroffn", "otwarc", "ouvert", "apert"]) {
        Open
    } else if is(&["h", "hi", "max", "haut", "alto", "maximo", "massimo"])
        || has(&["high", "hoch", "hochst", "najwyz"])
    {
        High
    } else if is(&["l", "lo", "min", "bas", "bajo", "minimo", "tief", "minimum"])
        || has(&["low", "tiefst", "najniz"])
    {
        Low
    } else if is(&["v", "umsatz"]) || has(&["vol", "stuck", "stueck", "wolum", "obrot"]) {
        Volume
    } else {
        return None;
    })
}

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
    fn of(rows: Rows, column: usize, mark: DecimalMark) -> Option<Self> {
        let sample = rows.iter().take(SAMPLE_ROWS);
        let cells: Vec<Cell> = sample.map(|row| read(row.cell(column), mark)).collect();
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

/// The roles of all columns, and whether those of the prices were guessed from their numbers.
pub(super) fn roles(
    names: &[String],
    rows: Rows,
    date_column: usize,
    mark: DecimalMark,
    newest_first: bool,
) -> (Vec<ColumnRole>, bool) {
    let mut roles: Vec<Option<ColumnRole>> = vec![None; names.len()];
    for (column, name) in names.iter().enumerate() {
        let Some(role) = role_from_name(name).filter(|_| column != date_column) else {
            continue;
        };
        let has_prices = || {
            rows.iter()
                .filter_map(|row| read(row.cell(column), mark).number())
                .any(|number| number > 0.0)
        };
        if role == ColumnRole::Ignored || roles.contains(&Some(role)) {
            roles[column] = Some(ColumnRole::Ignored);
        } else if role == ColumnRole::Volume || has_prices() {
            // A name above a column of words promises nothing. (A volume may be zero.)
            roles[column] = Some(role);
        }
    }
    roles[date_column] = Some(ColumnRole::Date);
    let priced = roles
        .iter()
        .flatten()
        .any(|role| matches!(role, ColumnRole::Close | ColumnRole::AdjustedClose));
    if !priced {
        guess(&mut roles, rows, mark, newest_first);
    }
    let roles = roles
        .into_iter()
        .map(|role| role.unwrap_or(ColumnRole::Ignored))
        .collect();
    (roles, !priced)
}

/// Gives the columns without a role one by how their numbers behave.
fn guess(roles: &mut [Option<ColumnRole>], rows: Rows, mark: DecimalMark, newest_first: bool) {
    let columns: Vec<Numbers> = (0..roles.len())
        .filter(|column| roles[*column].is_none())
        .filter_map(|column| Numbers::of(rows, column, mark))
        .collect();
    let same_scale =
        |a: &Numbers, b: &Numbers| (a.median / b.median).max(b.median / a.median) <= SAME_SCALE;
    // Prices are the largest group of columns on one scale; of equals, the leftmost.
    let Some(prices) = columns
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
        return;
    };
    let missing = |roles: &[Option<ColumnRole>], role| !roles.contains(&Some(role));
    let price_level = prices[0].median;
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
    // The day before's close is where the day opens.
    let close = if let [first, second] = open_or_close[..] {
        let second_closes = first.distance_to_day_before(second, newest_first)
            <= second.distance_to_day_before(first, newest_first);
        let (open, close) = if second_closes {
            (first, second)
        } else {
            (second, first)
        };
        if missing(roles, ColumnRole::Open) {
            roles[open.column] = Some(ColumnRole::Open);
        }
        Some(close)
    } else {
        // A lone price, or several that nothing tells apart: tables end their prices with the close.
        open_or_close.last().copied()
    };
    if let Some(close) = close {
        roles[close.column] = Some(ColumnRole::Close);
    }
    let volume = columns.iter().find(|numbers| {
        roles[numbers.column].is_none() && numbers.median > VOLUME_OVER_PRICE * price_level
    });
    if let Some(volume) = volume.filter(|_| missing(roles, ColumnRole::Volume)) {
        roles[volume.column] = Some(ColumnRole::Volume);
    }
}

#[cfg(test)]
mod tests {
    use super::ColumnRole::*;
    use super::*;

    #[test]
    fn headers_of_many_tongues_are_known() {
        for (header, expected) in [
            (
                "open,high,low,close,adjusted_close,volume,dividend_amount,split_coefficient",
                vec![
                    Open,
                    High,
                    Low,
                    Close,
                    AdjustedClose,
                    Volume,
                    Ignored,
                    Ignored,
                ],
            ),
            (
                "Open,High,Low,Close,Adj Close,Volume",
                vec![Open, High, Low, Close, AdjustedClose, Volume],
            ),
            (
                "Otwarcie,Najwyzszy,Najnizszy,Zamkniecie,Wolumen",
                vec![Open, High, Low, Close, Volume],
            ),
            (
                "Otwarcie,Najwyższy,Najniższy,Zamknięcie",
                vec![Open, High, Low, Close],
            ),
            (
                "Close/Last,Volume,Open,High,Low",
                vec![Close, Volume, Open, High, Low],
            ),
            (
                "Price,Open,High,Low,Vol.,Change %",
                vec![Close, Open, High, Low, Volume, Ignored],
            ),
            (
                "Erster,Hoch,Tief,Schlusskurs,Stuecke,Volumen",
                vec![Open, High, Low, Close, Volume, Volume],
            ),
            ("op,cl,hi,lo,v", vec![Open, Close, High, Low, Volume]),
            (
                "4. close,5. adjusted close,prevClose,<CLOSE>,<VOL>",
                vec![Close, AdjustedClose, Ignored, Close, Volume],
            ),
        ] {
            let found: Vec<_> = header.split(',').filter_map(role_from_name).collect();
            assert_eq!(found, expected, "{header}");
        }
        for name in ["", "ticker", "Symbol", "Date", "lt"] {
            assert_eq!(role_from_name(name), None, "{name}");
        }
    }
}
