//! The runs of a visit in words: what changed between two, what came of it, what an opened seal showed.

use super::comparison::{self, Difference};
use super::rate;
use crate::app::ui::number::ratio;
use crate::forecast::settings::Recipe;
use crate::session::{
    Effect, NotComparable, Opened, PastRun, RunDifference, SealShowed, SideBySide, TestedOn,
};
use crate::text::session;

/// In what a run differs from another.
pub fn difference(difference: &RunDifference) -> Difference {
    let in_a_word = |setting: &str, [first, second]: [String; 2]| Difference {
        setting: setting.to_owned(),
        first,
        second,
        at_length: None,
    };
    match difference {
        RunDifference::Setting { other, this } => comparison::difference(*other, *this),
        RunDifference::Sealed { other, this } => {
            let last_days = |sealed| match sealed {
                true => session::last_days_sealed().to_owned(),
                false => session::last_days_tested().to_owned(),
            };
            in_a_word(session::last_days(), [*other, *this].map(last_days))
        }
        RunDifference::RateChanges { other, this } => {
            let by_hand = |changes: &Vec<_>| {
                rate::places(changes).unwrap_or_else(|| session::rate_not_changed().to_owned())
            };
            in_a_word(session::rate_by_hand(), [other, this].map(by_hand))
        }
    }
}

/// What came of the changes since another run, in a sentence.
pub fn effect(run: &PastRun, other: &PastRun) -> String {
    match run.effect_against(other) {
        Effect::Compared(comparison) => comparison::sentence(
            &comparison,
            &session::this_run(run.number),
            &session::run(other.number),
        ),
        Effect::OtherDays => session::not_the_same_days(
            other.number,
            ratio(run.verdict.rmae),
            ratio(other.verdict.rmae),
        ),
    }
}

/// "Run 1, honest"
pub fn run_name(run: &PastRun) -> String {
    match run.experiment.settings.recipe {
        Recipe::Honest => session::honest_run(run.number),
        Recipe::Notebook => session::notebook_run(run.number),
    }
}

/// Whether one forecast better than the other, or chance may have made the difference.
pub fn finding(pair: &SideBySide) -> String {
    let [first, second] = &pair.runs;
    comparison::sentence(
        &pair.comparison,
        &session::run_first(first.number),
        &session::run(second.number),
    )
}

/// Why two runs cannot be compared, and what to do next.
pub fn not_comparable(reason: &NotComparable) -> String {
    match reason {
        NotComparable::OtherPrices(runs) => {
            let [one, other] = &**runs;
            match one.source == other.source {
                true => session::other_prices_of_one_title(one.number, other.number, &one.source),
                false => {
                    session::other_prices(one.number, other.number, &one.source, &other.source)
                }
            }
        }
        NotComparable::OtherDays(runs) => {
            let [one, other] = &**runs;
            session::other_days(tested_on(one), tested_on(other))
        }
    }
}

/// "run 1 on 996 days from 2014-02-04 to 2018-01-30"
fn tested_on(run: &TestedOn) -> String {
    match run.dates {
        Some((first, last)) => session::tested_on(run.days, run.number, first, last),
        None => session::tested_on_nothing(run.number),
    }
}

/// What the sealed block says about what the test block had said.
pub fn seal_showed(opened: &Opened) -> String {
    let rmaes = [&opened.sealed, &opened.test].map(|days| ratio(days.verdict.rmae));
    let [now, before] = rmaes;
    match opened.showed() {
        SealShowed::Worse => session::seal_showed_worse(now, before),
        SealShowed::Better => session::seal_showed_better(now, before),
        SealShowed::TheSame => session::seal_showed_the_same(now, before),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::Experiment;
    use crate::forecast::evaluation::evaluate;
    use crate::forecast::{Dataset, Settings};
    use crate::market::world::{self, WorldKind};
    use crate::protocol::RateChange;
    use crate::session::Session;
    use crate::session::opened::OnDays;
    use crate::text::{Language, in_language};
    use std::sync::Arc;

    /// Runs of networks that always forecast no move, on worlds of these seeds.
    fn session(runs: &[(Settings, u64)]) -> Session {
        let mut session = Session::default();
        for (settings, seed) in runs {
            let prices = Arc::new(world::generate(WorldKind::RandomWalk, *seed, 400));
            let dataset = Dataset::new(&prices.series, settings).unwrap();
            let scaled = vec![0.0; dataset.rows() + 1];
            let evaluation = evaluate(&prices, &dataset, &scaled).unwrap();
            let experiment = Experiment {
                settings: settings.clone(),
                ..Experiment::default()
            };
            session.record(&experiment, &prices, &evaluation, 3);
        }
        session.compare(Some([2, 1]));
        session
    }

    fn of_window(window: usize) -> Settings {
        Settings {
            window,
            ..Settings::default()
        }
    }

    fn german<T>(say: impl FnOnce() -> T) -> T {
        in_language(Language::German, say)
    }

    #[test]
    fn both_recipes_side_by_side_are_named_and_told_apart() {
        let notebook = Settings::default().with_recipe(Recipe::Notebook);
        let session = session(&[(Settings::default(), 1), (notebook, 1)]);
        let pair = session.side_by_side().unwrap().unwrap();
        let names = pair.runs.each_ref().map(run_name);
        assert_eq!(names, ["Run 1, honest", "Run 2, notebook"]);
        let said = finding(&pair);
        assert!(said.starts_with("Run 1 is better than run 2: "), "{said}");
        let settings: Vec<_> = pair.differences.iter().map(difference).collect();
        let names = settings.iter().map(|said| said.setting.as_str());
        assert_eq!(
            names.collect::<Vec<_>>(),
            ["Recipe", "Target", "Scaler", "Learning rate"]
        );
        let said = effect(&pair.runs[1], &pair.runs[0]);
        assert!(said.contains("run 1"), "{said}");
    }

    #[test]
    fn what_no_setting_says_is_said_as_one() {
        let change = RateChange {
            epoch: 2,
            step: 1,
            learning_rate: 0.003,
        };
        let said = difference(&RunDifference::RateChanges {
            other: Vec::new(),
            this: vec![change],
        });
        let expected = [
            "Learning rate by hand",
            "not changed",
            "at epoch 2 to 0.003",
        ];
        assert_eq!([&*said.setting, &*said.first, &*said.second], expected);
        let said = difference(&RunDifference::Sealed {
            other: true,
            this: false,
        });
        let expected = ["The last 5 %", "sealed", "tested on"];
        assert_eq!([&*said.setting, &*said.first, &*said.second], expected);
    }

    #[test]
    fn runs_tested_on_other_days_are_not_compared_by_error() {
        let session = session(&[(of_window(20), 1), (of_window(60), 1)]);
        let [run, before] = [2, 1].map(|number| session.run(number).unwrap());
        assert!(effect(run, before).contains("no test can compare"));
        let said = german(|| effect(run, before));
        let ratio = ratio(before.verdict.rmae).replace('.', ",");
        assert!(
            said.ends_with(&format!("Lauf 1 einen von {ratio}.")),
            "{said}"
        );

        let reason = session.side_by_side().unwrap().unwrap_err();
        let said = not_comparable(&reason);
        assert!(said.contains("run 1 on 76 days from"), "{said}");
        assert!(said.contains("run 2 on 68 days from"), "{said}");
        assert!(said.ends_with("split and sealed block."), "{said}");
        let said = german(|| not_comparable(&reason));
        assert!(said.contains("Lauf 1 an 76 Tagen vom "), "{said}");
    }

    #[test]
    fn other_prices_are_refused_with_the_reason() {
        let session = session(&[(of_window(20), 1), (of_window(20), 2)]);
        let reason = session.side_by_side().unwrap().unwrap_err();
        let said = not_comparable(&reason);
        assert!(said.starts_with("Runs 1 and 2 are both on"), "{said}");
        assert!(said.contains("another seed"), "{said}");
    }

    #[test]
    fn an_opened_seal_is_set_beside_the_test_block() {
        let prices = world::generate(WorldKind::RandomWalk, 1, 400);
        let dataset = Dataset::new(&prices.series, &Settings::default()).unwrap();
        let evaluation = evaluate(&prices, &dataset, &vec![0.0; dataset.rows() + 1]).unwrap();
        let on_days = |rmae| {
            let mut days = OnDays::of(&evaluation).unwrap();
            days.verdict.rmae = rmae;
            days
        };
        let (test, sealed) = (on_days(0.98), on_days(1.02));
        let opened = Session::default()
            .open_seal(&Experiment::default(), &prices, test, sealed)
            .unwrap();
        let said = seal_showed(&opened);
        assert!(said.contains("1.020 times"), "{said}");
        assert!(said.contains("worse than on the test block"), "{said}");
        let said = german(|| seal_showed(&opened));
        assert!(
            said.contains("das 1,020-Fache") && said.contains("das 0,980-Fache"),
            "{said}"
        );
    }
}
