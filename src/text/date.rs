//! Dates as the language of now writes them.

use super::catalogue::date as words;
use chrono::{Datelike, NaiveDate};

/// The word at a place of a list that has a space between words.
fn listed(words: &'static str, place: u32) -> &'static str {
    words.split(' ').nth(place as usize).unwrap_or_default()
}

fn month(date: NaiveDate) -> &'static str {
    listed(words::months(), date.month0())
}

/// In numbers: `2012-03-05`, `05.03.2012`.
pub fn date(date: NaiveDate) -> String {
    words::in_numbers(
        format!("{:04}", date.year()),
        format!("{:02}", date.month()),
        format!("{:02}", date.day()),
    )
}

/// With the month as a word: `5 Mar 2012`, `5. März 2012`.
pub fn written_date(date: NaiveDate) -> String {
    words::written(date.day(), month(date), date.year())
}

/// `5 Mar`, `5. März`.
pub fn day_and_month(date: NaiveDate) -> String {
    words::day_and_month(date.day(), month(date))
}

/// `Mar 2012`, `März 2012`.
pub fn month_and_year(date: NaiveDate) -> String {
    words::month_and_year(month(date), date.year())
}

/// `Mon, 5 Mar 2012`, `Mo., 5. März 2012`.
pub fn weekday_and_date(date: NaiveDate) -> String {
    let weekday = listed(words::weekdays(), date.weekday().num_days_from_monday());
    words::with_weekday(weekday, written_date(date))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, in_language};

    #[test]
    fn each_language_has_its_dates() {
        let day = NaiveDate::from_ymd_opt(2012, 3, 5).expect("a date");
        let each = |write: fn(NaiveDate) -> String| {
            Language::ALL.map(|language| in_language(language, || write(day)))
        };
        assert_eq!(each(date), ["2012-03-05", "05.03.2012", "05/03/2012"]);
        assert_eq!(
            each(written_date),
            ["5 Mar 2012", "5. März 2012", "5 mar 2012"]
        );
        assert_eq!(each(day_and_month), ["5 Mar", "5. März", "5 mar"]);
        assert_eq!(each(month_and_year), ["Mar 2012", "März 2012", "mar 2012"]);
        assert_eq!(
            each(weekday_and_date),
            ["Mon, 5 Mar 2012", "Mo., 5. März 2012", "lun, 5 mar 2012"]
        );
    }

    #[test]
    fn each_language_names_every_month_and_weekday() {
        for language in Language::ALL {
            in_language(language, || {
                assert_eq!(words::months().split(' ').count(), 12, "{language:?}");
                assert_eq!(words::weekdays().split(' ').count(), 7, "{language:?}");
            });
        }
    }
}
