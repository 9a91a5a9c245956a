//! Price files: how one is read, what it leaves open, why it gives no prices.

pub use super::catalogue::price_file::*;

use std::borrow::Cow;

/// A pattern of dates, `DD.MM.YYYY`, with the language's letters for day, month and year.
pub fn date_pattern(pattern: &str) -> Cow<'_, str> {
    let letters = pattern.split_inclusive(|_| true);
    let said = letters.map(|letter| match letter {
        "D" => day_letter(),
        "M" => month_letter(),
        "Y" => year_letter(),
        other => other,
    });
    Cow::Owned(said.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, in_language};

    #[test]
    fn a_pattern_has_the_languages_letters() {
        let each = |pattern| Language::ALL.map(|it| in_language(it, || date_pattern(pattern)));
        assert_eq!(
            each("DD.MM.YYYY"),
            ["DD.MM.YYYY", "TT.MM.JJJJ", "DD.MM.AAAA"]
        );
        assert_eq!(each("DD-MMM-YY"), ["DD-MMM-YY", "TT-MMM-JJ", "DD-MMM-AA"]);
    }
}
