//! Prices that are out of line: one that jumps and comes back, a move far beyond the usual ones, an
//! adjusted close that moves by itself, steps so coarse that moves are lost in them.
//!
//! All by the logarithm of one price over the one before; what is usual is the median of its size, which
//! single faults do not move.

use crate::market::digits::quoted_decimals;
use crate::market::row::{Field, Row};
use chrono::NaiveDate;
use serde::Serialize;

/// So many usual moves there and back are a spike …
const SPIKE: f64 = 12.0;
/// … but never less than by a half, and by four always.
const LEAST_SPIKE: f64 = 0.405;
const SURE_SPIKE: f64 = 1.386;
/// A spike comes back to within this share of its height.
const BACK: f64 = 0.25;
/// So many usual moves are one that should be looked at …
const FAR: f64 = 20.0;
/// … but never less than by a fifth.
const LEAST_FAR: f64 = 0.182;
/// The size of a move that is exceeded half the time, as a share of the standard deviation.
const MEDIAN_OF_NORMAL: f64 = 0.6745;
/// A step of rounding this large beside the price hides its moves.
const COARSE: f64 = 0.01;
/// Fewer rows have no usual move.
const FEWEST_ROWS: usize = 10;

/// Which of a row's prices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PriceKind {
    Close,
    AdjustedClose,
    Open,
    High,
    Low,
}

/// A price out of line with those of the rows before and after, which are near each other.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Spike {
    pub date: NaiveDate,
    pub kind: PriceKind,
    pub value: f64,
    /// The value of the row before.
    pub usual: f64,
}

/// A wrong decimal point is off by a power of ten, but for a day's own move.
const OFF_BY_TENS: f64 = 0.25;

impl Spike {
    /// By how many places its decimal point has to be moved for a usual value, where that is what is wrong:
    /// −1 for ten times too much, 2 for a hundredth.
    pub fn places_off(&self) -> Option<i32> {
        let off = (self.value / self.usual).log10();
        let places = [-2, -1, 1, 2];
        let rest = |places: &i32| (off + f64::from(*places)) * std::f64::consts::LN_10;
        places
            .into_iter()
            .find(|places| rest(places).abs() < OFF_BY_TENS)
    }
}

/// A move far beyond the usual ones that does not come back.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct FarMove {
    /// The first day at the new price.
    pub date: NaiveDate,
    /// The new price less the old one, over the old one.
    pub share: f64,
}

/// The step that a series' prices are rounded to, where that hides its moves.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct CoarseSteps {
    pub step: f64,
    /// The step over the middle price.
    pub share: f64,
}

/// What is out of line in a series.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct OddPrices {
    /// By date.
    pub spikes: Vec<Spike>,
    pub far_moves: Vec<FarMove>,
    /// Days on which the adjusted close moves and the close does not.
    pub adjusted_alone: Vec<NaiveDate>,
    pub coarse: Option<CoarseSteps>,
}

impl OddPrices {
    /// Of rows in order, whose price is `field`. `explained` are days whose jump is said otherwise.
    pub(super) fn of(rows: &[Row], field: Field, explained: &[NaiveDate]) -> Self {
        let Some(usual) = usual_move(rows) else {
            return Self {
                coarse: coarse_steps(rows),
                ..Self::default()
            };
        };
        let spikes = spikes(rows, field, usual);
        // A spike is two moves.
        let of_spike = |at: usize| {
            let is_spike = |row: Option<&Row>| {
                row.is_some_and(|row| spikes.iter().any(|spike| spike.date == row.date))
            };
            is_spike(rows.get(at)) || is_spike(rows.get(at.wrapping_sub(1)))
        };
        let far = (FAR * usual).max(LEAST_FAR);
        let mut odd = Self::default();
        for (at, pair) in (1..).zip(rows.windows(2)) {
            let (before, after) = (&pair[0], &pair[1]);
            let moved = (after.price / before.price).ln();
            if moved.abs() <= far || explained.contains(&after.date) || of_spike(at) {
                continue;
            }
            let closes = (before.close, after.close);
            let alone = match (field, closes) {
                (Field::AdjustedClose, (Some(before), Some(after))) => {
                    (after / before).ln().abs() < moved.abs() / 2.0
                }
                _ => false,
            };
            if alone {
                odd.adjusted_alone.push(after.date);
            } else {
                let share = after.price / before.price - 1.0;
                let date = after.date;
                odd.far_moves.push(FarMove { date, share });
            }
        }
        Self {
            spikes,
            coarse: coarse_steps(rows),
            ..odd
        }
    }
}

/// The standard deviation that half of the moves speak for; `None` of too few rows, or where half of the
/// prices do not move.
fn usual_move(rows: &[Row]) -> Option<f64> {
    let moves = rows
        .windows(2)
        .map(|pair| (pair[1].price / pair[0].price).ln().abs());
    let mut moves: Vec<f64> = moves.filter(|size| size.is_finite()).collect();
    if moves.len() < FEWEST_ROWS {
        return None;
    }
    let middle = moves.len() / 2;
    let (_, median, _) = moves.select_nth_unstable_by(middle, f64::total_cmp);
    (*median > 0.0).then_some(*median / MEDIAN_OF_NORMAL)
}

/// One of a row's prices.
type ValueOf<'a> = &'a dyn Fn(&Row) -> Option<f64>;

fn spikes(rows: &[Row], field: Field, usual: f64) -> Vec<Spike> {
    let price_kind = match field {
        Field::Close => PriceKind::Close,
        Field::AdjustedClose => PriceKind::AdjustedClose,
    };
    let close = |row: &Row| row.close.filter(|_| field == Field::AdjustedClose);
    let kinds: [(PriceKind, ValueOf); 5] = [
        (price_kind, &|row| Some(row.price)),
        (PriceKind::Close, &close),
        (PriceKind::Open, &|row| row.open),
        (PriceKind::High, &|row| row.high),
        (PriceKind::Low, &|row| row.low),
    ];
    let height = (SPIKE * usual).clamp(LEAST_SPIKE, SURE_SPIKE);
    let mut found = Vec::new();
    for (kind, value) in kinds {
        let values: Vec<(NaiveDate, f64)> = rows
            .iter()
            .filter_map(|row| Some((row.date, value(row)?)))
            .filter(|(_, value)| *value > 0.0)
            .collect();
        for three in values.windows(3) {
            let [(_, before), (date, value), (_, after)] = three else {
                continue;
            };
            let (there, back) = ((value / before).ln(), (after / value).ln());
            let lower = there.abs().min(back.abs());
            if there * back < 0.0 && lower > height && (there + back).abs() < BACK * lower {
                found.push(Spike {
                    date: *date,
                    kind,
                    value: *value,
                    usual: *before,
                });
            }
        }
    }
    found.sort_by_key(|spike| spike.date);
    found
}

fn coarse_steps(rows: &[Row]) -> Option<CoarseSteps> {
    let mut prices: Vec<f64> = rows.iter().map(|row| row.price).collect();
    if prices.len() < FEWEST_ROWS || prices.windows(2).all(|pair| pair[0] == pair[1]) {
        return None;
    }
    let step = 0.1_f64.powi(quoted_decimals(&prices)? as i32);
    let middle = prices.len() / 2;
    let (_, median, _) = prices.select_nth_unstable_by(middle, f64::total_cmp);
    let share = step / *median;
    (share >= COARSE).then_some(CoarseSteps { step, share })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Forty days of moves by one percent, up and down in turn by threes.
    fn calm() -> Vec<Row> {
        let first: NaiveDate = "2024-01-01".parse().expect("a date");
        let mut price = 100.0;
        (first.iter_days().take(40).enumerate())
            .map(|(at, date)| {
                price *= if at % 3 == 0 { 0.98 } else { 1.0101 };
                Row {
                    open: Some(price),
                    high: Some(price * 1.01),
                    low: Some(price * 0.99),
                    close: Some(price),
                    ..Row::of_price(date, price)
                }
            })
            .collect()
    }

    fn odd(rows: &[Row], field: Field) -> OddPrices {
        OddPrices::of(rows, field, &[])
    }

    #[test]
    fn calm_prices_have_nothing_odd() {
        assert_eq!(odd(&calm(), Field::Close), OddPrices::default());
    }

    #[test]
    fn a_price_that_comes_back_is_a_spike_whichever_it_is() {
        for factor in [10.0, 100.0, 0.1, 0.01, 2.0] {
            let mut rows = calm();
            rows[20].price *= factor;
            rows[20].close = Some(rows[20].price);
            let found = odd(&rows, Field::Close);
            let spikes: Vec<_> = found.spikes.iter().map(|it| (it.date, it.kind)).collect();
            assert_eq!(spikes, [(rows[20].date, PriceKind::Close)], "{factor}");
            assert_eq!(found.far_moves, []);
        }
        let mut rows = calm();
        rows[20].high = rows[20].high.map(|high| high * 10.0);
        let spikes = odd(&rows, Field::Close).spikes;
        assert_eq!((spikes.len(), spikes[0].kind), (1, PriceKind::High));
    }

    #[test]
    fn a_wrong_decimal_point_is_told_from_another_fault() {
        for (value, expected) in [
            (1_020.0, Some(-1)),
            (9_800.0, Some(-2)),
            (10.3, Some(1)),
            (0.99, Some(2)),
            (200.0, None),
            (500.0, None),
            (20.0, None),
            (100_000.0, None),
        ] {
            let spike = Spike {
                date: "2024-01-02".parse().expect("a date"),
                kind: PriceKind::Close,
                value,
                usual: 100.0,
            };
            assert_eq!(spike.places_off(), expected, "{value}");
        }
    }

    #[test]
    fn a_move_that_stays_is_told_unless_it_is_explained() {
        let mut rows = calm();
        rows[20..].iter_mut().for_each(|row| row.price *= 1.4);
        let date = rows[20].date;
        let found = odd(&rows, Field::Close);
        assert_eq!(found.spikes, []);
        assert_eq!(found.far_moves.len(), 1);
        assert_eq!(found.far_moves[0].date, date);
        assert_eq!(
            OddPrices::of(&rows, Field::Close, &[date]),
            OddPrices::default()
        );
        // The last price is the likeliest to be wrong, and has no day after it.
        let mut rows = calm();
        rows[39].price *= 10.0;
        assert_eq!(odd(&rows, Field::Close).far_moves.len(), 1);
    }

    #[test]
    fn an_adjusted_close_that_moves_alone_is_no_move_of_the_market() {
        let mut rows = calm();
        rows[20..].iter_mut().for_each(|row| row.price *= 2.0);
        let found = odd(&rows, Field::AdjustedClose);
        assert_eq!(
            (found.adjusted_alone, found.far_moves),
            (vec![rows[20].date], vec![])
        );
        // The other way round it is a split that was adjusted for.
        let mut rows = calm();
        rows[20..]
            .iter_mut()
            .for_each(|row| row.close = row.close.map(|it| it / 2.0));
        assert_eq!(odd(&rows, Field::AdjustedClose), OddPrices::default());
    }

    #[test]
    fn coarse_steps_are_told_and_fine_ones_are_not() {
        let rounded = |decimals: i32, level: f64| {
            let mut rows = calm();
            let unit = 10_f64.powi(decimals);
            for row in &mut rows {
                row.price = (row.price * level * unit).round() / unit;
            }
            odd(&rows, Field::Close).coarse
        };
        // Cents of a price of about half a dollar, and of about a hundred.
        let coarse = rounded(2, 0.005).expect("steps of two percent");
        assert!((coarse.step - 0.01).abs() < 1e-12 && coarse.share > 0.01);
        assert_eq!(rounded(2, 1.0), None);
        let mut one = calm();
        one.iter_mut().for_each(|row| row.price = 5.0);
        assert_eq!(odd(&one, Field::Close).coarse, None);
    }
}
