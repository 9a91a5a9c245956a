//! How many digits a series' prices are written with: as many decimals as they have, wherever one of
//! them stands.

use super::{Field, Series, Source};

/// The most decimals that a price is quoted with: a tenth of a pip. Prices with more of them were
/// worked out (adjusted, generated, converted), or are too small to be told by two.
const MOST_QUOTED: usize = 5;
/// Cents.
const CENTS: usize = 2;
/// From here on, four digits stand before the point.
const WITHOUT_CENTS: f64 = 1000.0;
/// Digits that tell two prices below 1 apart.
const SIGNIFICANT: usize = 4;
/// A value with fewer digits than this gets [`SIGNIFICANT`] of them.
const FEWEST_SIGNIFICANT: usize = 3;
/// Digits that tell two errors apart.
const OF_ERRORS: usize = 3;
/// An `f64` holds no more.
const MOST: usize = 15;

/// The decimals of everything in the unit of a series' prices.
///
/// Prices are written with the decimals that they are quoted with, up to five. Where they were worked
/// out, as an adjusted close and a generated world are, they have cents from 10 up and four decimals below. Below 1 they have at least four significant
/// digits, between 1 and 1000 at least cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digits {
    /// Decimals of a price.
    prices: usize,
    /// Decimals of a mean error.
    errors: usize,
}

impl Default for Digits {
    /// Cents, for where no series is.
    fn default() -> Self {
        Self::new(CENTS, CENTS)
    }
}

impl Digits {
    /// Of these many decimals for prices and for mean errors.
    pub const fn new(prices: usize, errors: usize) -> Self {
        Self { prices, errors }
    }

    /// Of a series: its last price, which a forecast goes on from, says how large prices are.
    pub fn of(series: &Series) -> Self {
        let info = series.info();
        let worked_out =
            info.field == Field::AdjustedClose || matches!(info.source, Source::World(_));
        Self::of_prices(&series.prices(), worked_out)
    }

    /// Of a few prices, oldest first, as they are quoted.
    pub fn of_quotes(prices: &[f64]) -> Self {
        Self::of_prices(prices, false)
    }

    fn of_prices(prices: &[f64], worked_out: bool) -> Self {
        let Some(&last) = prices.last() else {
            return Self::default();
        };
        let quoted = quoted_decimals(prices).filter(|_| !worked_out);
        let decimals = match (quoted, last) {
            (Some(quoted), WITHOUT_CENTS..) => quoted,
            (Some(quoted), 1.0..) => quoted.max(CENTS),
            (Some(quoted), _) => quoted.max(decimals_for(last, SIGNIFICANT)),
            (None, 10.0..) => CENTS,
            (None, _) => SIGNIFICANT.max(decimals_for(last, SIGNIFICANT)),
        };
        let moves = prices.windows(2).map(|pair| (pair[1] - pair[0]).abs());
        let mean_move = moves.sum::<f64>() / (prices.len() - 1).max(1) as f64;
        let errors = match mean_move > 0.0 {
            true => decimals.max(decimals_for(mean_move, OF_ERRORS)),
            false => decimals,
        };
        Self::new(decimals, errors)
    }

    /// The decimals that every price is written with, but for very small ones.
    pub fn of_all_prices(self) -> usize {
        self.prices
    }

    /// The decimals of one price: those of all, or more where they would hide it. A series that grew
    /// from 0.0123 to 120 has both.
    pub fn of_price(self, price: f64) -> usize {
        let size = price.abs();
        let hidden =
            size > 0.0 && size < 1.0 && self.prices < decimals_for(size, FEWEST_SIGNIFICANT);
        match hidden {
            true => decimals_for(size, SIGNIFICANT),
            false => self.prices,
        }
    }

    /// The decimals of an error in the prices' unit: no fewer than a price's, and enough to tell two
    /// errors of the size of a usual move apart.
    pub fn of_errors(self) -> usize {
        self.errors
    }
}

/// The fewest decimals that hold the prices, all but one in a hundred; `None` where that needs more
/// than [`MOST_QUOTED`].
pub(super) fn quoted_decimals(prices: &[f64]) -> Option<usize> {
    let tolerated = prices.len() / 100;
    (0..=MOST_QUOTED).find(|decimals| {
        let others = prices.iter().filter(|it| !has_at_most(**it, *decimals));
        others.take(tolerated + 1).count() <= tolerated
    })
}

fn has_at_most(price: f64, decimals: usize) -> bool {
    let scaled = price * 10_f64.powi(decimals as i32);
    // What 0.1 + 0.2 is off by is no digit.
    (scaled - scaled.round()).abs() <= 1e-6 + scaled.abs() * 1e-14
}

/// Decimals with which a number that is not 0 has these many significant digits; none where it has
/// more before the point.
fn decimals_for(number: f64, significant: usize) -> usize {
    let before_the_point = number.abs().log10().floor() as i64 + 1;
    usize::try_from(significant as i64 - before_the_point)
        .unwrap_or(0)
        .min(MOST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::market::world::{WorldKind, generate};
    use crate::market::{Interval, Row, SeriesInfo};
    use chrono::NaiveDate;

    fn digits(prices: &[f64]) -> (usize, usize) {
        let digits = Digits::of_quotes(prices);
        (digits.of_all_prices(), digits.of_errors())
    }

    #[test]
    fn prices_have_the_decimals_that_they_are_quoted_with() {
        // A share, in cents, with a day that ends in a zero.
        assert_eq!(digits(&[124.35, 125.5, 124.01]), (2, 2));
        // Whole numbers that are small, an index, yen.
        assert_eq!(digits(&[100.0, 101.0, 99.0]), (2, 2));
        assert_eq!(digits(&[1934.5, 1940.2, 1931.0]), (1, 2));
        assert_eq!(digits(&[71_000.0, 70_400.0, 71_200.0]), (0, 0));
        // Exchange rates.
        assert_eq!(digits(&[1.08345, 1.0841, 1.08009]).0, 5);
        assert_eq!(digits(&[0.65432, 0.65411, 0.65598]).0, 5);
        assert_eq!(digits(&[150.123, 151.02, 149.9]).0, 3);
        // Coins.
        assert_eq!(digits(&[43_250.12, 42_999.9]).0, 2);
        assert_eq!(digits(&[0.00023, 0.00024]).0, 7);
        assert_eq!(digits(&[0.000_023_4, 0.000_022_1]), (8, 8));
        assert_eq!(digits(&[0.000_023_412_35, 0.000_022_187_6]).0, 8);
    }

    #[test]
    fn prices_that_were_worked_out_have_cents_or_four_decimals() {
        assert_eq!(digits(&[101.234_567_89, 99.876_543_21]).0, 2);
        assert_eq!(digits(&[1.083_423_7, 1.084_112_4]).0, 4);
        let world = generate(WorldKind::RandomWalk, 1, 300).series;
        assert_eq!(Digits::of(&world).of_all_prices(), 2);
        // An adjusted close has four decimals by division, not by quotation.
        let info = |field| SeriesInfo {
            source: Source::File {
                name: "a.csv".into(),
            },
            symbol: "A".into(),
            interval: Interval::Daily,
            field,
        };
        let first: NaiveDate = "2024-01-02".parse().unwrap();
        let rows = || {
            let days = first.iter_days().zip([129.4018, 130.2211, 128.9007]);
            days.map(|(day, price)| Row::of_price(day, price)).collect()
        };
        let of = |field| Digits::of(&Series::new(info(field), rows()).unwrap()).of_all_prices();
        assert_eq!((of(Field::Close), of(Field::AdjustedClose)), (4, 2));
    }

    #[test]
    fn one_odd_price_in_hundreds_changes_nothing() {
        let mut prices: Vec<f64> = (0..400).map(|day| 100.0 + f64::from(day) / 100.0).collect();
        prices[7] = 33.333_333_333;
        assert_eq!(digits(&prices).0, 2);
        prices[8..20].fill(33.333_333_333);
        assert_eq!(quoted_decimals(&prices), None);
    }

    #[test]
    fn errors_have_three_digits_of_a_usual_move() {
        // Moves of 0.05: 0.0500.
        assert_eq!(digits(&[100.0, 100.05, 100.1]), (2, 4));
        // A price that never moves.
        assert_eq!(digits(&[100.0, 100.0]), (2, 2));
        assert_eq!(digits(&[2_500.0, 2_525.0, 2_500.0]), (0, 1));
    }

    #[test]
    fn a_price_far_below_the_others_keeps_its_digits() {
        let digits = Digits::of_quotes(&[0.01, 120.55]);
        assert_eq!(digits.of_price(120.55), 2);
        assert_eq!(digits.of_price(9.87), 2);
        assert_eq!(digits.of_price(0.85), 4);
        assert_eq!(digits.of_price(-0.012_34), 5);
        assert_eq!(digits.of_price(0.0), 2);
        // At a power of ten the coin's other prices keep their decimals.
        let coin = Digits::of_quotes(&[0.000_012_34, 0.000_010_02]);
        assert_eq!(
            (coin.of_price(0.000_010_02), coin.of_price(0.000_009_99)),
            (8, 8)
        );
    }

    #[test]
    fn no_price_at_all_has_cents() {
        assert_eq!(digits(&[]), (2, 2));
        assert_eq!(digits(&[5.0]), (2, 2));
        assert_eq!(Digits::of_quotes(&[1e-300]).of_all_prices(), 15);
    }
}
