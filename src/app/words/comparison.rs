//! Two experiments: in which settings they differ, and what came of it.

use super::settings::words;
use super::verdict::p_text;
use crate::app::ui::number;
use crate::forecast::Settings;
use crate::forecast::comparison::{self, Comparison, Outcome};
use crate::forecast::settings::Setting;
use crate::forecast::verdict::is_significant;
use crate::text;

/// A setting with different values, in the words of the moment: to be shown, not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The setting's name.
    pub setting: String,
    pub first: String,
    pub second: String,
    /// Both values where a word alone would say little.
    pub at_length: Option<(String, String)>,
}

impl Difference {
    /// Both values at their best length for a table.
    pub fn in_words(&self) -> (String, String) {
        let in_a_word = || (self.first.clone(), self.second.clone());
        self.at_length.clone().unwrap_or_else(in_a_word)
    }
}

/// The settings in which two experiments differ, in the order of the address; none if they are equal.
pub fn differences(first: &Settings, second: &Settings) -> Vec<Difference> {
    comparison::differences(first, second)
        .into_iter()
        .map(|(one, other)| difference(one, other))
        .collect()
}

/// Two values of one setting.
pub fn difference(first: Setting, second: Setting) -> Difference {
    let (one, other) = (words(first), words(second));
    let at_length = one.at_length.zip(other.at_length);
    Difference {
        setting: one.name.to_owned(),
        first: one.word,
        second: other.word,
        at_length: at_length.map(|(one, other)| (one.to_owned(), other.to_owned())),
    }
}

/// The outcome about two runs of these names (in German “Lauf 1” or another masculine one); the first
/// one's begins the sentence.
pub fn sentence(comparison: &Comparison, first: &str, second: &str) -> String {
    let (days, ratio) = (comparison.days, number::ratio(comparison.ratio));
    let p = p_text(comparison.p_value);
    match comparison.outcome {
        Outcome::Same => text::forecast::same_forecasts(first, second, days),
        Outcome::CannotTell if is_significant(comparison.p_value) => {
            text::forecast::errors_disagree(first, second, ratio, days)
        }
        Outcome::CannotTell => text::forecast::within_chance(first, second, ratio, days, p),
        Outcome::FirstBetter => text::forecast::first_is_better(first, second, ratio, days, p),
        Outcome::SecondBetter => text::forecast::first_is_worse(first, second, ratio, days, p),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::settings::{DeviceChoice, SplitBy};
    use crate::text::{Language, in_language};

    fn found(outcome: Outcome, ratio: f64, p_value: f64) -> Comparison {
        Comparison {
            days: 76,
            first_mae: ratio,
            second_mae: 1.0,
            ratio,
            dm: 0.0,
            p_value,
            outcome,
        }
    }

    #[test]
    fn an_outcome_is_said_with_its_numbers() {
        let better = found(Outcome::FirstBetter, 0.333, 0.001);
        for (found, expected) in [
            (&better, "It is better than B: 0.333 times its error"),
            (
                &found(Outcome::SecondBetter, 3.0, 0.001),
                "It is worse than B: 3.",
            ),
        ] {
            let said = sentence(found, "It", "B");
            assert!(said.starts_with(expected), "{said}");
        }
        assert!(sentence(&found(Outcome::Same, 1.0, 1.0), "A", "B").contains("the same price"));
        let doubt = sentence(&found(Outcome::CannotTell, 1.1, 0.4), "A", "B");
        assert!(doubt.ends_with("neither is shown to be better."), "{doubt}");
        let german = in_language(Language::German, || sentence(&better, "Lauf 2", "Lauf 1"));
        assert!(
            german.starts_with(
                "Lauf 2 ist besser als Lauf 1: Über 76 Testtage beträgt sein Fehler das 0,333-Fache"
            ),
            "{german}"
        );
    }

    #[test]
    fn differences_are_named_in_each_language() {
        let first = Settings::default();
        let second = Settings {
            seed: 7,
            window: 30,
            learning_rate: 0.01,
            device: DeviceChoice::Cpu,
            split: SplitBy::Random,
            ..first.clone()
        };
        let named = || -> Vec<String> {
            differences(&first, &second)
                .into_iter()
                .map(|each| format!("{}: {} → {}", each.setting, each.first, each.second))
                .collect()
        };
        assert_eq!(
            named(),
            [
                "Split: time → random",
                "Look-back window: 20 → 30",
                "Learning rate: 0.001 → 0.01",
                "Seed: 1 → 7",
                "Device: auto → cpu"
            ]
        );
        let words = differences(&first, &second).swap_remove(0).in_words();
        assert_eq!(words, ("by time".to_owned(), "at random".to_owned()));
        assert_eq!(
            in_language(Language::German, named),
            [
                "Aufteilung: nach der Zeit → zufällig",
                "Rückblickfenster: 20 → 30",
                "Lernrate: 0,001 → 0,01",
                "Seed: 1 → 7",
                "Gerät: automatisch → CPU"
            ]
        );
    }
}
