//! Two past runs side by side. Only runs that were tested on the same days of the same prices can be:
//! errors on other days are errors at another task.

use super::{PastRun, RunDifference};
use crate::forecast::comparison::Comparison;
use crate::forecast::tested::TestDay;
use crate::market::Source;
use chrono::NaiveDate;

/// Two runs that can be compared, the earlier one first.
#[derive(Debug, Clone, PartialEq)]
pub struct SideBySide {
    pub runs: [PastRun; 2],
    /// From the first to the second; none where the settings are the same.
    pub differences: Vec<RunDifference>,
    pub comparison: Comparison,
    /// The test days are scattered over the history.
    pub scattered: bool,
}

/// What one run was tested on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestedOn {
    pub number: u32,
    pub source: Source,
    pub days: usize,
    /// First and last test day.
    pub dates: Option<(NaiveDate, NaiveDate)>,
}

/// Why two runs cannot be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotComparable {
    OtherPrices(Box<[TestedOn; 2]>),
    OtherDays(Box<[TestedOn; 2]>),
}

impl SideBySide {
    pub(super) fn new(first: &PastRun, second: &PastRun) -> Result<Self, NotComparable> {
        let [ones, others] = [first, second].map(|run| run.tested.days(&run.prices));
        let tested_on = || Box::new([tested_on(first, &ones), tested_on(second, &others)]);
        if first.series != second.series {
            return Err(NotComparable::OtherPrices(tested_on()));
        }
        let Some(comparison) = Comparison::of_days(&ones, &others) else {
            return Err(NotComparable::OtherDays(tested_on()));
        };
        Ok(Self {
            runs: [first.clone(), second.clone()],
            differences: second.changes_from(first),
            comparison,
            scattered: first.tested.is_scattered(),
        })
    }

    /// The test days of both runs, which are the same but for what was forecast.
    pub fn days(&self) -> [Vec<TestDay>; 2] {
        let [first, second] = &self.runs;
        [first, second].map(|run| run.tested.days(&run.prices))
    }
}

fn tested_on(run: &PastRun, days: &[TestDay]) -> TestedOn {
    TestedOn {
        number: run.number,
        source: run.prices.series.info().source.clone(),
        days: days.len(),
        dates: days
            .first()
            .zip(days.last())
            .map(|(first, last)| (first.date, last.date)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Session;
    use super::*;
    use crate::experiment::Experiment;
    use crate::forecast::Dataset;
    use crate::forecast::comparison::Outcome;
    use crate::forecast::evaluation::evaluate;
    use crate::forecast::settings::{Recipe, Settings, SplitBy};
    use crate::market::world::{self, WorldKind};
    use std::sync::Arc;

    /// Runs of networks that always forecast the same scaled number, on worlds of these seeds.
    fn session(runs: &[(Settings, u64, f32)]) -> Session {
        let mut session = Session::default();
        for (settings, seed, said) in runs {
            let prices = Arc::new(world::generate(WorldKind::RandomWalk, *seed, 400));
            let dataset = Dataset::new(&prices.series, settings).unwrap();
            let scaled = vec![*said; dataset.rows() + 1];
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

    #[test]
    fn both_recipes_on_the_same_prices_stand_side_by_side() {
        let honest = Settings::default();
        let notebook = Settings::default().with_recipe(Recipe::Notebook);
        // The notebook network says the mean price of the history every day.
        let session = session(&[(honest, 1, 0.0), (notebook, 1, 0.0)]);
        let found = session.side_by_side().unwrap().unwrap();
        assert_eq!(found.runs.clone().map(|run| run.number), [1, 2]);
        assert_eq!(found.comparison.outcome, Outcome::FirstBetter);
        // Recipe, target, scaler, learning rate.
        assert_eq!(found.differences.len(), 4);
        let [ones, others] = found.days();
        assert_eq!((ones.len(), others.len()), (76, 76));
        assert_eq!(ones[75].date, others[75].date);
        assert_ne!(ones[75].predicted, others[75].predicted);
        assert!(!found.scattered);
    }

    #[test]
    fn two_random_splits_of_one_seed_are_compared_and_of_two_are_not() {
        let random = |seed| Settings {
            split: SplitBy::Random,
            seed,
            ..Settings::default()
        };
        let same = session(&[(random(1), 1, 0.0), (random(1), 1, 0.1)]);
        assert!(same.side_by_side().unwrap().unwrap().scattered);
        let other = session(&[(random(1), 1, 0.0), (random(2), 1, 0.0)]);
        assert!(matches!(
            other.side_by_side(),
            Some(Err(NotComparable::OtherDays(_)))
        ));
    }

    #[test]
    fn other_prices_are_refused_with_the_reason() {
        let settings = Settings::default();
        let session = session(&[(settings.clone(), 1, 0.0), (settings, 2, 0.0)]);
        let Err(NotComparable::OtherPrices(runs)) = session.side_by_side().unwrap() else {
            panic!("they are on other prices");
        };
        assert_eq!(runs.each_ref().map(|run| run.number), [1, 2]);
        assert_eq!(runs[0].source, runs[1].source);
    }

    #[test]
    fn other_test_days_are_refused_with_both_blocks() {
        let longer = Settings {
            window: 60,
            ..Settings::default()
        };
        let session = session(&[(Settings::default(), 1, 0.0), (longer, 1, 0.0)]);
        let Err(NotComparable::OtherDays(runs)) = session.side_by_side().unwrap() else {
            panic!("they were tested on other days");
        };
        assert_eq!(runs.each_ref().map(|run| run.days), [76, 68]);
        let [one, other] = runs.each_ref().map(|run| run.dates.unwrap());
        assert!(one.0 < other.0);
        assert_eq!(one.1, other.1);
    }
}
