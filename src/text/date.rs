//! Dates as the language of now writes them.

use super::{Language, language};
use chrono::{Datelike, NaiveDate};

const MONTHS: [[&str; 12]; 2] = [
    [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    [
        "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sep.", "Okt.", "Nov.",
        "Dez.",
    ],
];

const WEEKDAYS: [[&str; 7]; 2] = [
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    ["Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So."],
];

fn month(date: NaiveDate) -> &'static str {
    MONTHS[language() as usize][date.month0() as usize]
}

/// In numbers: `2012-03-05`, `05.03.2012`.
pub fn date(date: NaiveDate) -> String {
    match language() {
        Language::English => date.to_string(),
        Language::German => format!("{:02}.{:02}.{}", date.day(), date.month(), date.year()),
    }
}

/// With the month as a word: `5 Mar 2012`, `5. März 2012`.
pub fn written_date(date: NaiveDate) -> String {
    format!("{} {}", day_and_month(date), date.year())
}

/// `5 Mar`, `5. März`.
pub fn day_and_month(date: NaiveDate) -> String {
    let dot = match language() {
        Language::English => "",
        Language::German => ".",
    };
    format!("{}{dot} {}", date.day(), month(date))
}

/// `Mar 2012`, `März 2012`.
pub fn month_and_year(date: NaiveDate) -> String {
    format!("{} {}", month(date), date.year())
}

/// `Mon, 5 Mar 2012`, `Mo., 5. März 2012`.
pub fn weekday_and_date(date: NaiveDate) -> String {
    let weekday = WEEKDAYS[language() as usize][date.weekday().num_days_from_monday() as usize];
    format!("{weekday}, {}", written_date(date))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::in_language;

    #[test]
    fn each_language_has_its_dates() {
        let day = NaiveDate::from_ymd_opt(2012, 3, 5).expect("a date");
        let both = |write: fn(NaiveDate) -> String| {
            Language::ALL.map(|language| in_language(language, || write(day)))
        };
        assert_eq!(both(date), ["2012-03-05", "05.03.2012"]);
        assert_eq!(both(written_date), ["5 Mar 2012", "5. März 2012"]);
        assert_eq!(both(day_and_month), ["5 Mar", "5. März"]);
        assert_eq!(both(month_and_year), ["Mar 2012", "März 2012"]);
        assert_eq!(
            both(weekday_and_date),
            ["Mon, 5 Mar 2012", "Mo., 5. März 2012"]
        );
    }
}
