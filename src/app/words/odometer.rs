//! How often a test block was looked at, and why it matters.

use crate::app::ui::number;
use crate::forecast::many_looks::ManyLooks;
use crate::forecast::odometer::{AlreadyOpened, FALSE_BEAT, Looks};
use crate::text::{self, Say};
use std::fmt;

impl Say for AlreadyOpened {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(text::forecast::seal_is_open())
    }
}

impl Say for Looks {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&looks(self, None))
    }
}

/// How often it was looked at, and what that makes of a verdict: as measured on the runs in the list, where that was
/// asked, else at most how much.
pub fn looks(looks: &Looks, measured: Option<&ManyLooks>) -> String {
    let chance = looks.chance_of_luck();
    let luck = measured.and_then(|it| Some((it.networks, it.luck?)));
    match (looks.looks, looks.experiments, luck) {
        (0, ..) => text::forecast::no_look_yet().to_owned(),
        (1, ..) => text::forecast::first_look().to_owned(),
        (looks, 1, _) => text::forecast::looks_at_one_experiment(looks),
        (looks, experiments, None) => text::forecast::looks_at_several_experiments(
            looks,
            experiments,
            number::percent_number(chance, 0),
        ),
        (looks, experiments, Some((networks, luck))) => text::forecast::looks_measured(
            looks,
            experiments,
            networks,
            number::percent_number(luck, 1),
            number::percent_number(FALSE_BEAT, 1),
        ),
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
        let measured = ManyLooks {
            networks: 7,
            best: 2,
            statistic: 1.0,
            p_value: 0.3,
            as_good: vec![1.0; 7],
            luck: Some(0.0621),
        };
        let english = super::looks(&looks(9, 8), Some(&measured));
        assert!(
            english.contains("of the 7 runs")
                && english.contains("6.2 %")
                && english.contains("2.5 %"),
            "{english}"
        );
        // One experiment is one chance, whatever else was measured.
        assert!(super::looks(&looks(9, 1), Some(&measured)).contains("the same experiment"));
    }
}
