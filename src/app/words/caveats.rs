//! What has to be said beside an evaluation's numbers, a sentence for each.

use crate::app::ui::number;
use crate::forecast::caveats::Caveat;
use crate::forecast::metrics::RATIO_CAP;
use crate::text::{self, Say};
use std::fmt;

impl Say for Caveat {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = |level: f64| number::percent_number(level, 0);
        f.write_str(&match *self {
            Self::Scattered { test_days } => text::forecast::test_days_scattered(test_days),
            Self::LooksAhead => text::forecast::looks_ahead().to_owned(),
            Self::PricesStandStill => {
                text::forecast::prices_stand_still(number::as_it_is(RATIO_CAP))
            }
            Self::RepeatsLastPrice => text::forecast::repeats_last_price().to_owned(),
            Self::AlwaysTheSamePrice => text::forecast::always_the_same_price().to_owned(),
            Self::AlwaysTheSameMove => text::forecast::always_the_same_move().to_owned(),
            Self::NothingToMeasureChanceBy => {
                text::forecast::nothing_to_measure_chance_by().to_owned()
            }
            Self::FewTestDays { days } => text::forecast::few_test_days(days),
            Self::OneDay { date, share } => {
                text::forecast::one_day(date, number::whole_percent(share))
            }
            Self::IntervalsPromiseLess { from_level } => {
                text::forecast::intervals_promise_less(percent(from_level))
            }
            Self::FewDaysForLastStep { days } => text::forecast::few_days_for_last_step(days),
            Self::FarIntervalsPromiseLess { level } => {
                text::forecast::far_intervals_promise_less(percent(level))
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, in_language, said};

    #[test]
    fn caveats_have_their_words_and_marks_in_each_language() {
        for (caveat, english, german) in [
            (
                Caveat::PricesStandStill,
                "it stops at 1000000.",
                "endet es bei 1000000.",
            ),
            (
                Caveat::LooksAhead,
                "its scores are of hindsight",
                "die eines Rückblicks",
            ),
            (
                Caveat::FewTestDays { days: 8 },
                "There are only 8 test days: too few",
                "Es gibt nur 8 Testtage: zu wenige",
            ),
            (
                Caveat::IntervalsPromiseLess { from_level: 0.8 },
                "The intervals from 80 % on are",
                "Die Intervalle ab 80 % sind",
            ),
            (
                Caveat::FewDaysForLastStep { days: 22 },
                "could be tested on only 22 days",
                "an nur 22 Tagen",
            ),
            (
                Caveat::RepeatsLastPrice,
                "has become “tomorrow = today” itself",
                "selbst zu „morgen = heute“ geworden",
            ),
        ] {
            let said_in = |language| in_language(language, || said(&caveat));
            let (in_english, in_german) = (said_in(Language::English), said_in(Language::German));
            assert!(in_english.contains(english), "{in_english}");
            assert!(in_german.contains(german), "{in_german}");
        }
    }
}
