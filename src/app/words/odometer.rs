//! How often a test block was looked at, and why it matters.

use crate::app::ui::number;
use crate::forecast::odometer::{AlreadyOpened, Looks};
use crate::text::{self, Say};
use std::fmt;

impl Say for AlreadyOpened {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(text::forecast::seal_is_open())
    }
}

impl Say for Looks {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match (self.looks, self.experiments) {
            (0, _) => text::forecast::no_look_yet().to_owned(),
            (1, _) => text::forecast::first_look().to_owned(),
            (looks, 1) => text::forecast::looks_at_one_experiment(looks),
            (looks, experiments) => text::forecast::looks_at_several_experiments(
                looks,
                experiments,
                number::percent_number(self.chance_of_luck(), 0),
            ),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, in_language, said};

    #[test]
    fn looks_are_counted_in_words() {
        let looks = |looks, experiments| Looks {
            looks,
            experiments,
            seal_opened: false,
        };
        assert!(said(&looks(2, 1)).contains("the same experiment"));
        assert!(said(&looks(20, 20)).contains("in up to 40 % of cases"));
        let german = in_language(Language::German, || said(&looks(20, 20)));
        assert!(german.contains("in bis zu 40 % der Fälle"), "{german}");
    }
}
