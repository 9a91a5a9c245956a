//! Which steps of lessons the run on the screen completes.

use super::{Phase, Run};
use crate::forecast::settings::{Settings, SplitBy};
use crate::guide::Condition;
use crate::market::Source;

impl Run {
    /// Whether a condition holds. `shift` is where the predicted line stands, in rows.
    pub fn fulfils(&self, condition: Condition, shift: i32) -> bool {
        let settings = &self.experiment.settings;
        let judged = self.judged_settings();
        match condition {
            // The learner's to say.
            Condition::Seen | Condition::Guessed => false,
            Condition::World(kind) => {
                self.experiment.source == Source::World(kind)
                    && self.prices.is_some()
                    && self.phase != Phase::Loading
            }
            Condition::Recipe(recipe) => settings.recipe == recipe,
            Condition::Trained(recipe) => {
                judged.is_some_and(|judged| recipe.is_none_or(|it| judged.recipe == it))
                    && !self.is_outdated()
            }
            Condition::RandomSplit(on) => (settings.split == SplitBy::Random) == on,
            Condition::TrainedOnRandomSplit => {
                judged.is_some_and(|judged| judged.split == SplitBy::Random)
            }
            Condition::Reads(input) => settings.inputs.has(input),
            Condition::Kind(kind) => settings.cell == kind,
            Condition::Slid(rows) => judged.is_some() && shift == rows,
        }
    }

    /// The settings that the verdict on the screen is about.
    fn judged_settings(&self) -> Option<&Settings> {
        let ended = matches!(self.phase, Phase::Done | Phase::Stopped) && self.evaluation.is_some();
        let (experiment, _) = self.trained.as_ref().filter(|_| ended)?;
        Some(&experiment.settings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cells::Cell;
    use crate::experiment::Experiment;
    use crate::forecast::settings::{Input, Inputs, Recipe};
    use crate::lab::run::Event;
    use crate::market::world::WorldKind;
    use std::sync::Arc;

    #[test]
    fn a_world_counts_once_its_prices_are_there() {
        let world = Condition::World(WorldKind::Seasonal);
        let mut run = Run::new(Experiment {
            source: Source::World(WorldKind::Seasonal),
            ..Experiment::default()
        });
        assert!(!run.fulfils(world, 0));
        let prices = crate::market::world::generate(WorldKind::Seasonal, 1, 300);
        run.apply(Event::LoadStarted);
        run.apply(Event::Loaded(Arc::new(prices)));
        assert!(run.fulfils(world, 0));
        assert!(!run.fulfils(Condition::World(WorldKind::Sine), 0));
    }

    #[test]
    fn settings_count_as_they_stand_and_a_line_only_where_there_is_one() {
        let run = Run::new(Experiment {
            settings: Settings {
                split: SplitBy::Random,
                inputs: Inputs::default().with(Input::Volume, true),
                cell: Cell::Rnn.into(),
                ..Settings::for_recipe(Recipe::Notebook)
            },
            ..Experiment::default()
        });
        assert!(run.fulfils(Condition::Recipe(Recipe::Notebook), 0));
        assert!(!run.fulfils(Condition::Recipe(Recipe::Honest), 0));
        assert!(run.fulfils(Condition::RandomSplit(true), 0));
        assert!(!run.fulfils(Condition::RandomSplit(false), 0));
        assert!(!run.fulfils(Condition::Slid(0), 0));
        assert!(run.fulfils(Condition::Reads(Input::Volume), 0));
        assert!(!run.fulfils(Condition::Reads(Input::Gap), 0));
        assert!(run.fulfils(Condition::Kind(Cell::Rnn.into()), 0));
        assert!(!run.fulfils(Condition::Kind(Cell::Lstm.into()), 0));
        for condition in [
            Condition::Seen,
            Condition::Trained(None),
            Condition::TrainedOnRandomSplit,
        ] {
            assert!(!run.fulfils(condition, 0), "{condition:?}");
        }
    }
}
