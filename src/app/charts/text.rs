//! Dates and sentences as the charts write them, and numbers as they draw them.

use crate::market::iso_date;
use crate::text;

/// Nine significant digits are more than a pixel can show and as many as a tooltip says of a price;
/// of a number that was worked out they halve the text ECharts must parse.
pub(super) fn drawn(value: f64) -> Option<f64> {
    if !value.is_finite() {
        return None;
    }
    if value == 0.0 {
        return Some(0.0);
    }
    let factor = 10f64.powi(8 - value.abs().log10().floor() as i32);
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
    fn drawn_values_keep_nine_digits_and_drop_what_is_not_a_number() {
        assert_eq!(drawn(123.456_789_012), Some(123.456_789));
        assert_eq!(drawn(0.001_234_567_89), Some(0.001_234_567_89));
        assert_eq!(drawn(123_456.780_000_000_01), Some(123_456.78));
        assert_eq!(drawn(0.0), Some(0.0));
        assert_eq!(drawn(f64::NAN), None);
        assert_eq!(drawn(f64::INFINITY), None);
    }

    #[test]
    fn in_german_dates_are_german() {
        text::in_language(Language::German, || {
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
