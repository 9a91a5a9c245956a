//! Numbers as people read them. No thousands separators: what is shown can be pasted anywhere.

use crate::text::number;

/// A price: two decimals, more where a price is so small that two would hide it.
pub fn price(value: f64) -> String {
    match value.abs() {
        small if small < 1.0 => number::decimal(value, 4),
        _ => number::decimal(value, 2),
    }
}

/// A share as percent with one decimal.
pub fn percent(share: f64) -> String {
    number::percent(share, 1)
}

/// A loss: four significant digits.
pub fn loss(value: f64) -> String {
    if !value.is_finite() {
        return "not a number".to_owned();
    }
    let digits_before = value.abs().max(1e-12).log10().floor();
    let decimals = (3.0 - digits_before).clamp(0.0, 8.0) as usize;
    number::decimal(value, decimals)
}

/// Milliseconds of one step.
pub fn milliseconds(value: f64) -> String {
    match value {
        slow if slow >= 100.0 => format!("{} ms", number::decimal(value, 0)),
        medium if medium >= 10.0 => format!("{} ms", number::decimal(value, 1)),
        _ => format!("{} ms", number::decimal(value, 2)),
    }
}

/// A duration, coarse as it gets long: `8 s`, `2 min 5 s`, `1 h 3 min`.
pub fn duration(ms: f64) -> String {
    let seconds = (ms / 1000.0).ceil().max(0.0) as u64;
    match seconds {
        0..60 => format!("{seconds} s"),
        60..3600 => format!("{} min {} s", seconds / 60, seconds % 60),
        _ => format!("{} h {} min", seconds / 3600, seconds % 3600 / 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_prices_keep_their_digits() {
        assert_eq!(price(124.356), "124.36");
        assert_eq!(price(0.01234), "0.0123");
    }

    #[test]
    fn a_loss_has_four_significant_digits() {
        assert_eq!(loss(1.23456), "1.235");
        assert_eq!(loss(0.000123456), "0.0001235");
        assert_eq!(loss(f64::NAN), "not a number");
    }

    #[test]
    fn durations_get_coarser() {
        assert_eq!(duration(7_900.0), "8 s");
        assert_eq!(duration(125_000.0), "2 min 5 s");
        assert_eq!(duration(3_780_000.0), "1 h 3 min");
    }
}
