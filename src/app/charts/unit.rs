//! What a chart's values are, which says how its axis, its tooltip and its table write them.
//!
//! An option cannot hold a function, so it names its unit by a text; the edge puts the function in
//! its place, and the table reads the name.

use crate::app::ui::number;
use crate::market::Digits;

/// The unit of a chart's values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Price(Digits),
    /// A loss, a norm, a learning rate.
    Loss,
    /// A share, in percent.
    Share,
    /// How many times as much as at first.
    Times,
}

impl Unit {
    /// Its name in an option: `price:2:2` (decimals of prices, of errors), `loss`, `share`, `times`.
    pub fn name(self) -> String {
        match self {
            Self::Price(digits) => {
                format!("price:{}:{}", digits.of_all_prices(), digits.of_errors())
            }
            Self::Loss => "loss".to_owned(),
            Self::Share => "share".to_owned(),
            Self::Times => "times".to_owned(),
        }
    }

    /// The unit of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "loss" => Some(Self::Loss),
            "share" => Some(Self::Share),
            "times" => Some(Self::Times),
            _ => {
                let (prices, errors) = name.strip_prefix("price:")?.split_once(':')?;
                let digits = Digits::new(prices.parse().ok()?, errors.parse().ok()?);
                Some(Self::Price(digits))
            }
        }
    }

    /// A value, as tooltip and table write it.
    pub fn text(self, value: f64) -> String {
        match self {
            Self::Price(digits) => number::price(value, digits),
            Self::Loss => number::loss(value),
            Self::Share => number::percent(value / 100.0),
            Self::Times => number::ratio(value),
        }
    }

    /// A value on the axis.
    pub fn axis_text(self, value: f64) -> String {
        match self {
            Self::Price(digits) => number::axis_price(value, digits),
            Self::Loss => number::loss(value),
            Self::Share => number::whole_percent(value / 100.0),
            Self::Times => number::as_it_is(value),
        }
    }

    /// The room that the axis needs at its left, in pixels: eight characters, and more for a price
    /// with many decimals.
    pub fn room(self) -> f64 {
        const ROOM: f64 = 58.0;
        const OF_A_DECIMAL: f64 = 4.0;
        match self {
            Self::Price(digits) => {
                ROOM + OF_A_DECIMAL * digits.of_all_prices().saturating_sub(2) as f64
            }
            Self::Loss | Self::Share | Self::Times => ROOM,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_found_by_its_name() {
        let prices = Unit::Price(Digits::of_quotes(&[1.08345, 1.08777]));
        for unit in [prices, Unit::Loss, Unit::Share, Unit::Times] {
            assert_eq!(Unit::from_name(&unit.name()), Some(unit));
        }
        assert_eq!(Unit::from_name("month"), None);
    }

    #[test]
    fn axis_tooltip_and_table_write_the_same_digits() {
        let rate = Unit::Price(Digits::of_quotes(&[1.08345, 1.08777]));
        assert_eq!([rate.text(1.09), rate.axis_text(1.09)], ["1.09000"; 2]);
        let coin = Unit::Price(Digits::of_quotes(&[0.000_023_4]));
        assert_eq!(
            [coin.text(0.000_022), coin.axis_text(0.000_022)],
            ["0.00002200"; 2]
        );
        assert_eq!(Unit::Share.text(79.52), "79.5 %");
        assert_eq!(Unit::Share.axis_text(80.0), "80 %");
    }
}
