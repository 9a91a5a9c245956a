//! Networks from files: where one comes from, which prices it needs, and why a file or prices are
//! refused.

use crate::market::Source;
use crate::model_file::opened::{ItsPrices, ModelOrigin, NotItsPrices, Note, OpenedModel};
use crate::model_file::safetensors::{ModelFileError, Part};
use crate::text::{self, Say};
use std::fmt;

/// The mark that results of such a network carry.
pub fn mark(origin: &ModelOrigin) -> &'static str {
    match origin {
        ModelOrigin::File { .. } => text::model_file::from_a_file(),
        ModelOrigin::Kept { .. } => text::model_file::kept_from_before(),
    }
}

/// The same as a sentence.
impl Say for ModelOrigin {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::File { name } => text::model_file::comes_from_a_file(name),
            Self::Kept { run } => text::model_file::comes_from_run(run),
        })
    }
}

/// The prices that a network needs, as what stands after a colon.
pub fn wanted(model: &OpenedModel) -> String {
    text::model_file::needs(model.its_prices())
}

/// That a network is opened, and what it needs.
pub fn opened_and_needs(model: &OpenedModel) -> String {
    text::model_file::opened_and_needs(model.its_prices())
}

/// "IBM, daily, from Alpha Vantage, 5309 rows from 1999-11-01 to 2020-12-04"
impl Say for ItsPrices {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match &self.source {
            Source::File { name } => text::model_file::the_file(name),
            source => text::said(source),
        };
        f.write_str(&match self.rows {
            Some(rows) => text::model_file::rows_of(what, rows, self.first_date, self.last_date),
            None => text::model_file::days_of(what, self.first_date, self.last_date),
        })
    }
}

/// What to do next.
impl Say for NotItsPrices {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Others(wanted) => f.write_str(&text::model_file::not_its_prices(&**wanted)),
            Self::Other {
                wanted,
                is_another: true,
            } => f.write_str(&text::model_file::another_other(wanted)),
            Self::Other { wanted, .. } => f.write_str(&text::model_file::needs_other(wanted)),
            Self::LongerAndScattered => f.write_str(text::model_file::longer_and_scattered()),
            Self::TooFew(error) => error.say(f),
            Self::Scaling => ModelFileError::Damaged(Part::Scaling).say(f),
        }
    }
}

impl Say for Note {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match *self {
            Self::CorrectedSince => text::model_file::corrected_since().to_owned(),
            Self::GoneOn { rows } => text::model_file::gone_on(rows),
        })
    }
}

/// What to do next.
impl Say for ModelFileError {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable => f.write_str(text::model_file::unreadable()),
            Self::Foreign => f.write_str(text::model_file::foreign()),
            Self::Damaged(part) => f.write_str(&text::model_file::damaged(part)),
        }
    }
}

impl Say for Part {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Named(name) => f.write_str(name),
            Self::Size(size) => size.say(f),
            Self::Length => f.write_str(text::model_file::length()),
            Self::ListOfTensors => f.write_str(text::model_file::list_of_tensors()),
            Self::Layout => f.write_str(text::model_file::layout()),
            Self::ListOfSettings => f.write_str(text::model_file::list_of_settings()),
            Self::Scaling => f.write_str(text::model_file::scaling()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::Size;
    use crate::text::{Language, in_language, said};
    use chrono::NaiveDate;

    #[test]
    fn other_prices_are_refused_with_those_it_needs() {
        let day = |year| NaiveDate::from_ymd_opt(year, 1, 2).unwrap();
        let others = NotItsPrices::Others(Box::new(ItsPrices {
            source: Source::File {
                name: "mine.csv".into(),
            },
            rows: Some(300),
            first_date: day(2001),
            last_date: day(2002),
        }));
        let sentence = said(&others);
        assert!(sentence.contains("the file mine.csv"), "{sentence}");
        assert!(sentence.contains("300 rows from"), "{sentence}");
        assert!(said(&Note::GoneOn { rows: 2 }).contains("rows after"));
        assert!(said(&Note::CorrectedSince).contains("corrected or adjusted"));
    }

    #[test]
    fn every_broken_part_has_its_name_in_each_language() {
        let damaged = |part| ModelFileError::Damaged(part);
        for (error, english, german) in [
            (damaged(Part::Named("window".into())), "window", "window"),
            (
                damaged(Part::Size(Size::Hidden)),
                "hidden size",
                "verborgenen Einheiten",
            ),
            (
                damaged(Part::ListOfTensors),
                "list of tensors",
                "Liste der Tensoren",
            ),
            (ModelFileError::Foreign, "download", "herunter"),
            (ModelFileError::Unreadable, "download", "herunter"),
        ] {
            assert!(said(&error).contains(english), "{}", said(&error));
            let in_german = in_language(Language::German, || said(&error));
            assert!(in_german.contains(german), "{in_german}");
        }
    }
}
