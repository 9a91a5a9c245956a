//! Numbers as the page writes them, each kind in one way: on cards, axes, in tooltips, tables and
//! sentences alike.
//!
//! Nothing else in the page writes a number that was measured; `tests/walls` holds it to that. What
//! is no finite number is written as a dash.

use crate::market::Digits;
use crate::text::{self, number};

/// What stands where there is no number.
pub const NOTHING: &str = "–";

fn finite(value: f64, write: impl Fn(f64) -> String) -> String {
    match value.is_finite() {
        true => write(value),
        false => NOTHING.to_owned(),
    }
}

/// A price: `1,234.50`, `1.08345`, `0.00002340`.
pub fn price(price: f64, digits: Digits) -> String {
    finite(price, |it| number::grouped(it, digits.of_price(it)))
}

/// A price on an axis: whole numbers where there are some, without empty cents.
pub fn axis_price(value: f64, digits: Digits) -> String {
    let least = 10_f64.powi(-(digits.of_all_prices() as i32));
    let may_be_whole = value == 0.0 || value.abs() >= 1.0;
    let is_whole = may_be_whole && (value - value.round()).abs() < least / 2.0;
    match is_whole {
        true => number::grouped(value, 0),
        false => price(value, digits),
    }
}

/// Both ends of a range of prices: `98.10 to 104.22`.
pub fn price_range(low: f64, high: f64, digits: Digits) -> String {
    range(low, high, |it| price(it, digits))
}

/// By how much a price changes: `+1.25`, `−0.40`.
pub fn price_change(change: f64, digits: Digits) -> String {
    finite(change, |it| {
        let sign = if it < 0.0 { "−" } else { "+" };
        format!(
            "{sign}{}",
            number::grouped(it.abs(), digits.of_all_prices())
        )
    })
}

/// A mean error or a mean width in the prices' unit: `1.31`, `0.00432`.
pub fn price_error(error: f64, digits: Digits) -> String {
    finite(error, |it| number::grouped(it, digits.of_errors()))
}

/// Both ends of a range, written alike.
pub fn range(low: f64, high: f64, write: impl Fn(f64) -> String) -> String {
    text::results::from_to(write(low), write(high))
}

/// A count: `17,025`.
pub fn count(count: usize) -> String {
    number::count(count)
}

/// A number with all its digits, as it was read or set.
pub fn as_it_is(value: f64) -> String {
    number::as_it_is(value)
}

/// A share as percent with one decimal: `79.5 %`.
pub fn percent(share: f64) -> String {
    finite(share, |it| number::percent(it, 1))
}

/// A share as whole percent: `80 %`.
pub fn whole_percent(share: f64) -> String {
    number::percent(share, 0)
}

/// A share as percent with these decimals, for a sentence that has the sign.
pub fn percent_number(share: f64, decimals: usize) -> String {
    number::decimal(share * 100.0, decimals)
}

/// A share as whole percent; never a 0 or a 100 that are not quite so.
pub fn cautious_percent(share: f64) -> String {
    match share {
        little if little > 0.0 && little < 0.005 => text::days::less_than_one_percent().to_owned(),
        nearly if (0.995..1.0).contains(&nearly) => text::days::more_than_99_percent().to_owned(),
        share => whole_percent(share),
    }
}

/// A share of what may be all but gone, as percent with two significant digits: `63 %`, `0.042 %`; what is too
/// little to matter is less than the least that is written.
pub fn share_left(share: f64) -> String {
    const LEAST: f64 = 1e-8;
    finite(share, |it| match it {
        little if little > 0.0 && little < LEAST => {
            text::travel::less_than(power_of_ten(LEAST.log10() as i32))
        }
        it => {
            // A power of ten may be off by its last digit.
            let magnitude = ((it * 100.0).max(LEAST).log10() + 1e-9).floor() as i32;
            let decimals = if it == 0.0 { 0 } else { (1 - magnitude).max(0) };
            number::percent(it, decimals as usize)
        }
    })
}

/// A power of ten as percent: `100 %`, `0.1 %`.
pub fn power_of_ten(power: i32) -> String {
    number::percent(10.0_f64.powi(power), (-2 - power).max(0) as usize)
}

/// A mean absolute percentage error, which is in percent already: `1.05 %`.
pub fn percentage_error(percent: f64) -> String {
    format!("{} %", number::decimal(percent, 2))
}

/// A width or a score as a share of the price, told apart from others like it: `0.481 %`.
pub fn percent_of_price(share: f64) -> String {
    finite(share, |it| number::percent(it, 3))
}

/// A change in percent with its sign and three significant digits at least: `+0.0304 %`, `−1.25 %`.
pub fn percent_change(percent: f64) -> String {
    format!("{} %", percent_change_number(percent))
}

/// As [`percent_change`], less the percent sign.
pub fn percent_change_number(percent: f64) -> String {
    number::signed(percent, change_decimals(percent))
}

/// As [`percent_change_number`], without a sign: for words that say which way.
pub fn percent_change_size(percent: f64) -> String {
    number::decimal(percent.abs(), change_decimals(percent))
}

fn change_decimals(percent: f64) -> usize {
    match percent.abs() {
        large if large >= 1.0 => 2,
        medium if medium >= 0.1 => 3,
        small if small == 0.0 || small >= 0.01 => 4,
        _ => 5,
    }
}

/// A change in percent with cents: `+0.57`, as it stands beside a price.
pub fn day_change(percent: f64) -> String {
    number::signed(percent, 2)
}

/// A ratio of errors: `0.998`.
pub fn ratio(ratio: f64) -> String {
    number::decimal(ratio, 3)
}

/// A ratio of errors among others that are nearly the same: `0.9981`.
pub fn fine_ratio(ratio: f64) -> String {
    number::decimal(ratio, 4)
}

/// The difference of two such ratios.
pub fn fine_ratio_difference(difference: f64) -> String {
    number::signed(difference, 4)
}

/// How many times as large: `36.2`.
pub fn times(ratio: f64) -> String {
    number::decimal(ratio, 1)
}

/// A test's statistic: `−1.96`.
pub fn statistic(value: f64) -> String {
    number::signed(value, 2)
}

/// A cost in basis points: `12.4`.
pub fn basis_points(cost: f64) -> String {
    number::decimal(cost, 1)
}

/// A test's statistic in a file: `1.96`, `-1.96`.
pub fn plain_statistic(value: f64) -> String {
    number::decimal(value, 2)
}

/// The probability of a result by chance: `0.043`.
pub fn p_value(value: f64) -> String {
    number::decimal(value, 3)
}

/// An R² in a file, whatever it is: `-0.0123`.
pub fn fine_r_squared(value: f64) -> String {
    number::decimal(value, 4)
}

/// An R², which has no lower end.
pub fn r_squared(value: f64) -> String {
    match value {
        poor if poor < -9.99 => format!("< −{}", number::decimal(9.99, 2)),
        // What rounds to zero has no sign.
        _ if value <= -0.0005 => format!("−{}", number::decimal(value.abs(), 3)),
        _ => number::decimal(value.abs(), 3),
    }
}

/// A loss, a norm or a learning rate: four significant digits, so that 1.0312 and 0.0004183 both say
/// enough, less the zeros at their end; never in scientific notation.
pub fn loss(loss: f64) -> String {
    finite(loss, |it| {
        if it == 0.0 {
            return "0".to_owned();
        }
        let magnitude = it.abs().log10().floor() as i32;
        number::trimmed(it, (3 - magnitude).clamp(0, 12) as usize)
    })
}

/// A number inside the network: four decimals and a true minus.
pub fn inner(value: f64) -> String {
    let text = number::decimal(value.abs(), 4);
    // No "−0.0000".
    let is_zero = text.bytes().all(|byte| matches!(byte, b'0' | b'.' | b','));
    match value < 0.0 && !is_zero {
        true => format!("−{text}"),
        false => text,
    }
}

/// An end of a range of such numbers: whole ones plain.
pub fn inner_bound(bound: f64) -> String {
    match bound == bound.trunc() {
        true => number::grouped(bound, 0),
        false => number::grouped(bound, 2),
    }
}

/// Milliseconds of one step.
pub fn milliseconds(value: f64) -> String {
    let decimals = match value {
        100.0.. => 0,
        10.0.. => 1,
        _ => 2,
    };
    format!("{} ms", number::decimal(value, decimals))
}

/// Milliseconds of one step, for a sentence that has the unit: `1.26`.
pub fn milliseconds_number(value: f64) -> String {
    number::decimal(value, 2)
}

/// An equation whose numbers were written with a point: `N(0, 0.05²)`.
pub fn in_equation(written: &str) -> String {
    number::in_equation(written)
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
    use crate::text::{Language, in_language};

    fn share() -> Digits {
        Digits::of_quotes(&[123.55, 125.5])
    }

    fn exchange_rate() -> Digits {
        Digits::of_quotes(&[1.08345, 1.08777])
    }

    fn coin() -> Digits {
        Digits::of_quotes(&[0.000_023_4, 0.000_022_1])
    }

    #[test]
    fn prices_have_the_decimals_of_their_series_and_marks_between_thousands() {
        assert_eq!(price(1_234_567.891, share()), "1,234,567.89");
        assert_eq!(price(999.999, share()), "1,000.00");
        assert_eq!(price(-1500.0, share()), "−1,500.00");
        assert_eq!(price(f64::NAN, share()), "–");
        assert_eq!(price(1.0834, exchange_rate()), "1.08340");
        assert_eq!(price(0.000_023_4, coin()), "0.00002340");
        assert_eq!(
            price_range(1.08, 1.0907, exchange_rate()),
            "1.08000 to 1.09070"
        );
        // A share that once cost less than a cent.
        assert_eq!(price(0.012_345, share()), "0.01235");
    }

    #[test]
    fn what_is_left_has_two_digits_however_little_it_is() {
        let written = [1.0, 0.634, 0.0512, 4.2e-4, 1e-7, 0.0, 1e-9, 31.0].map(share_left);
        let expected = [
            "100 %",
            "63 %",
            "5.1 %",
            "0.042 %",
            "0.000010 %",
            "0 %",
            "less than 0.000001 %",
            "3100 %",
        ];
        assert_eq!(written, expected);
        assert_eq!(share_left(f64::NAN), NOTHING);
        let powers = [1, 0, -2, -3, -8].map(power_of_ten);
        let expected = ["1000 %", "100 %", "1 %", "0.1 %", "0.000001 %"];
        assert_eq!(powers, expected);
    }

    #[test]
    fn axes_leave_empty_decimals_out() {
        assert_eq!(axis_price(1500.0, share()), "1,500");
        assert_eq!(axis_price(1500.5, share()), "1,500.50");
        assert_eq!(axis_price(1.085, exchange_rate()), "1.08500");
        assert_eq!(axis_price(1.0, exchange_rate()), "1");
        assert_eq!(axis_price(1.00001, exchange_rate()), "1.00001");
        assert_eq!(axis_price(0.000_022, coin()), "0.00002200");
        assert_eq!(axis_price(0.0, share()), "0");
    }

    #[test]
    fn changes_and_errors_have_their_series_decimals_too() {
        assert_eq!(price_change(0.4, share()), "+0.40");
        assert_eq!(price_change(-1250.5, share()), "−1,250.50");
        assert_eq!(price_change(-0.0002, exchange_rate()), "−0.00020");
        assert_eq!(price_error(1.3125, share()), "1.31");
        assert_eq!(price_error(0.004_321, exchange_rate()), "0.00432");
        assert_eq!(price_error(0.000_001_3, coin()), "0.00000130");
    }

    #[test]
    fn losses_keep_four_digits_and_never_turn_scientific() {
        assert_eq!(loss(1.03124), "1.031");
        assert_eq!(loss(0.000418349), "0.0004183");
        assert_eq!(loss(0.01), "0.01");
        assert_eq!(loss(1e-6), "0.000001");
        assert_eq!(loss(12345.6), "12346");
        assert_eq!(loss(f64::NAN), "–");
    }

    #[test]
    fn what_rounds_to_zero_has_no_sign() {
        assert_eq!(inner(-0.000_01), "0.0000");
        assert_eq!(inner(-0.000_06), "−0.0001");
        assert_eq!(r_squared(-0.0004), "0.000");
        assert_eq!(r_squared(-12.0), "< −9.99");
    }

    #[test]
    fn ranges_inside_the_network_are_written_short() {
        assert_eq!(inner_bound(-1.0), "−1");
        assert_eq!(inner_bound(1.375), "1.38");
    }

    #[test]
    fn durations_get_coarser() {
        assert_eq!(duration(7_900.0), "8 s");
        assert_eq!(duration(125_000.0), "2 min 5 s");
        assert_eq!(duration(3_780_000.0), "1 h 3 min");
    }

    #[test]
    fn in_german_numbers_are_german() {
        in_language(Language::German, || {
            assert_eq!(price(1_234_567.891, share()), "1.234.567,89");
            assert_eq!(axis_price(1500.0, share()), "1.500");
            assert_eq!(price_range(98.1, 104.22, share()), "98,10 bis 104,22");
            assert_eq!(loss(0.000418349), "0,0004183");
            assert_eq!(percent_change(-0.0304), "−0,0304 %");
            assert_eq!(range(-1.375, 1.375, inner_bound), "−1,38 bis 1,38");
        });
    }
}
