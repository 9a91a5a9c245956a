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

/// The longest axis, in days, whose labels are days: over a longer one, a month is named once at most.
const DAYS_NAMED: i64 = 550;

/// An axis label over what is shown of `first` to `last`: `2012-03-05` → `Mar 2012`, or `5 Mar` where several
/// labels would say the same month. A category that is no date comes back as it is.
pub fn date_label(category: &str, first: &str, last: &str) -> String {
    let Some(date) = iso_date(category) else {
        return category.to_owned();
    };
    match (iso_date(first), iso_date(last)) {
        (Some(first), Some(last)) if (last - first).num_days() < DAYS_NAMED => {
            text::day_and_month(date)
        }
        _ => text::month_and_year(date),
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
            assert_eq!(date_label("2012-03-05", "", ""), "März 2012");
            assert_eq!(heading("2012-03-05"), "Mo., 5. März 2012");
            assert_eq!(epoch_label(&text::charts::epoch_number(7_usize)), "7");
        });
        assert_eq!(epoch_label(&text::charts::epoch_number(7_usize)), "7");
    }

    #[test]
    fn dates_become_labels_and_other_categories_pass_through() {
        assert_eq!(date_label("2012-03-05", "", ""), "Mar 2012");
        assert_eq!(day_label("2012-03-05"), "5 Mar");
        assert_eq!(heading("2012-03-05"), "Mon, 5 Mar 2012");
        assert_eq!(heading("Next day"), "Next day");
        assert_eq!(date_label("17", "", ""), "17");
    }

    #[test]
    fn a_short_axis_names_days_and_a_long_one_months() {
        let label = |first, last| date_label("2012-03-05", first, last);
        assert_eq!(label("2012-01-02", "2012-09-28"), "5 Mar");
        assert_eq!(label("2005-01-03", "2024-03-01"), "Mar 2012");
        // A forecast's place is no date, and the axis before it is days.
        assert_eq!(label("2012-01-02", "Next day"), "Mar 2012");
    }
}
