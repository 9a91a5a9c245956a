//! Numbers and dates as the charts write them.

use crate::market::iso_date;
use crate::text::{self, number};

/// A price for people: two decimals and thousands separators from 1 up, four significant digits
/// below (a share of 0.0123 must not read "0.01").
pub fn price_text(price: f64) -> String {
    if !price.is_finite() {
        return "–".to_owned();
    }
    if price.abs() < 1.0 {
        return significant(price, 4);
    }
    number::grouped(price, 2)
}

/// A count with thousands separators: 17025 → `17,025`.
pub fn count_text(count: usize) -> String {
    number::count(count)
}

/// A loss or a learning rate: four significant digits, so that 1.0312 and 0.0004183 both say enough.
pub fn loss_text(loss: f64) -> String {
    if !loss.is_finite() {
        return "–".to_owned();
    }
    significant(loss, 4)
}

/// A share, already in percent: `79.5 %`.
pub fn share_text(percent: f64) -> String {
    match percent.is_finite() {
        true => format!("{} %", number::decimal(percent, 1)),
        false => "–".to_owned(),
    }
}

/// A share on an axis: whole percent.
pub fn share_axis_text(percent: f64) -> String {
    format!("{} %", number::decimal(percent, 0))
}

/// Both ends of a range: `98.10 to 104.22`.
pub fn range_text(low: f64, high: f64, number_text: fn(f64) -> String) -> String {
    text::results::from_to(number_text(low), number_text(high))
}

/// A change in percent with its sign and three significant digits at least: `+0.0304 %`, `−1.25 %`.
pub fn percent_text(percent: f64) -> String {
    format!("{} %", change_text(percent))
}

/// As [`percent_text`], less the percent sign.
pub fn change_text(percent: f64) -> String {
    number::signed(percent, change_decimals(percent))
}

/// As [`change_text`], without a sign: for words that say which way.
pub fn change_size_text(percent: f64) -> String {
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

/// A share as whole percent; never a 0 or a 100 that are not quite so.
pub fn whole_share_text(share: f64) -> String {
    match share {
        little if little > 0.0 && little < 0.005 => text::days::less_than_one_percent().to_owned(),
        nearly if (0.995..1.0).contains(&nearly) => text::days::more_than_99_percent().to_owned(),
        share => number::percent(share, 0),
    }
}

/// `value` with at least `digits` significant digits, never in scientific notation.
fn significant(value: f64, digits: i32) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let magnitude = value.abs().log10().floor() as i32;
    let decimals = (digits - 1 - magnitude).clamp(0, 12) as usize;
    // A learning rate of 0.01 reads better than 0.01000; a value with fewer digits loses nothing.
    number::trimmed(value, decimals)
}

/// Seven significant digits are more than a pixel can show, and halve the text ECharts must parse.
pub(super) fn drawn(value: f64) -> Option<f64> {
    if !value.is_finite() {
        return None;
    }
    if value == 0.0 {
        return Some(0.0);
    }
    let factor = 10f64.powi(6 - value.abs().log10().floor() as i32);
    let rounded = (value * factor).round() / factor;
    rounded.is_finite().then_some(rounded)
}

/// An axis label over years: `2012-03-05` → `Mar 2012`. Anything else comes back as it is.
pub fn month_label(category: &str) -> String {
    match iso_date(category) {
        Some(date) => text::month_and_year(date),
        None => category.to_owned(),
    }
}

/// An axis label over days: `2012-03-05` → `5 Mar`. Anything else comes back as it is.
pub fn day_label(category: &str) -> String {
    match iso_date(category) {
        Some(date) => text::day_and_month(date),
        None => category.to_owned(),
    }
}

/// An axis label over epochs: `Epoch 7` → `7`.
pub fn epoch_label(category: &str) -> String {
    category.rsplit(' ').next().unwrap_or(category).to_owned()
}

/// A price on an axis: whole numbers where there are some, without empty cents.
pub fn price_axis_text(price: f64) -> String {
    match price.abs() >= 1.0 && (price * 100.0).round() % 100.0 == 0.0 {
        true => number::grouped(price, 0),
        false => price_text(price),
    }
}

/// The sentences that there are, one after the other.
pub(super) fn in_a_row<const N: usize>(sentences: [Option<String>; N]) -> String {
    let sentences: Vec<String> = sentences.into_iter().flatten().collect();
    sentences.join(" ")
}

/// A tooltip's heading: `2012-03-05` → `Mon, 5 Mar 2012`; an epoch or a word comes back as it is.
pub fn heading(category: &str) -> String {
    match iso_date(category) {
        Some(date) => text::weekday_and_date(date),
        None => category.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn prices_have_cents_and_separators_and_small_ones_keep_their_digits() {
        assert_eq!(price_text(1234567.891), "1,234,567.89");
        assert_eq!(price_text(125.5), "125.50");
        assert_eq!(price_text(999.999), "1,000.00");
        assert_eq!(price_text(0.012345), "0.01235");
        assert_eq!(price_text(-1500.0), "−1,500.00");
        assert_eq!(price_text(f64::NAN), "–");
    }

    #[test]
    fn losses_keep_four_digits_and_never_turn_scientific() {
        assert_eq!(loss_text(1.03124), "1.031");
        assert_eq!(loss_text(0.000418349), "0.0004183");
        assert_eq!(loss_text(0.01), "0.01");
        assert_eq!(loss_text(1e-6), "0.000001");
        assert_eq!(loss_text(12345.6), "12346");
    }

    #[test]
    fn drawn_values_keep_seven_digits_and_drop_what_is_not_a_number() {
        assert_eq!(drawn(123.456_789_012), Some(123.4568));
        assert_eq!(drawn(0.001_234_567_89), Some(0.001_234_568));
        assert_eq!(drawn(0.0), Some(0.0));
        assert_eq!(drawn(f64::NAN), None);
        assert_eq!(drawn(f64::INFINITY), None);
    }

    #[test]
    fn in_german_numbers_and_dates_are_german() {
        text::in_language(Language::German, || {
            assert_eq!(price_text(1234567.891), "1.234.567,89");
            assert_eq!(price_axis_text(1500.0), "1.500");
            assert_eq!(loss_text(0.000418349), "0,0004183");
            assert_eq!(percent_text(-0.0304), "−0,0304 %");
            assert_eq!(range_text(98.1, 104.22, price_text), "98,10 bis 104,22");
            assert_eq!(month_label("2012-03-05"), "März 2012");
            assert_eq!(heading("2012-03-05"), "Mo., 5. März 2012");
            assert_eq!(epoch_label(&text::charts::epoch_number(7_usize)), "7");
        });
        assert_eq!(epoch_label(&text::charts::epoch_number(7_usize)), "7");
    }

    #[test]
    fn dates_become_labels_and_other_categories_pass_through() {
        assert_eq!(month_label("2012-03-05"), "Mar 2012");
        assert_eq!(day_label("2012-03-05"), "5 Mar");
        assert_eq!(heading("2012-03-05"), "Mon, 5 Mar 2012");
        assert_eq!(heading("Next day"), "Next day");
        assert_eq!(month_label("17"), "17");
    }
}
