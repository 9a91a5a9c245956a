//! Guided lessons: sequences of steps that are complete when the learner has *done* something. Pure
//! data and conditions on the [`Run`]; what the page shows of them is `app::components::guide`.

mod content;
mod link;

pub use content::LESSONS;
pub use link::{Control, GuideLink, LinkError};

use crate::forecast::settings::{Recipe, Settings, SplitBy};
use crate::market::{Source, world::WorldKind};
use crate::run::{Phase, Run};

/// A lesson: some minutes on one idea.
#[derive(Debug)]
pub struct Lesson {
    /// Its name in an address, `lesson=slide-it`.
    pub slug: &'static str,
    pub steps: &'static [Step],
}

/// Each lesson has a name of its own.
impl PartialEq for Lesson {
    fn eq(&self, other: &Self) -> bool {
        self.slug == other.slug
    }
}

impl Eq for Lesson {}

/// A step of a lesson.
#[derive(Debug)]
pub struct Step {
    /// The element it is about, by its id.
    pub target: &'static str,
    pub condition: Condition,
}

/// What completes a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// The learner says so: what a lesson asks to look at, nobody can check.
    Seen,
    /// The prices of this world are loaded.
    World(WorldKind),
    /// The settings follow this recipe.
    Recipe(Recipe),
    /// There is a verdict on a training with the settings as they stand, of this recipe if one is
    /// named.
    Trained(Option<Recipe>),
    /// The test rows are, or are no longer, drawn at random.
    RandomSplit(bool),
    /// There is a verdict on a training with such a split.
    TrainedOnRandomSplit,
    /// The predicted line was moved this many rows; negative is earlier.
    Slid(i32),
}

impl Condition {
    /// Whether it holds. `shift` is where the predicted line stands, in rows.
    pub fn holds(self, run: &Run, shift: i32) -> bool {
        let settings = &run.experiment.settings;
        match self {
            Self::Seen => false,
            Self::World(kind) => {
                run.experiment.source == Source::World(kind)
                    && run.prices.is_some()
                    && run.phase != Phase::Loading
            }
            Self::Recipe(recipe) => settings.recipe == recipe,
            Self::Trained(recipe) => {
                trained(run).is_some_and(|trained| recipe.is_none_or(|it| trained.recipe == it))
                    && !run.is_outdated()
            }
            Self::RandomSplit(on) => (settings.split == SplitBy::Random) == on,
            Self::TrainedOnRandomSplit => {
                trained(run).is_some_and(|trained| trained.split == SplitBy::Random)
            }
            Self::Slid(rows) => trained(run).is_some() && shift == rows,
        }
    }
}

/// The settings that the verdict on the screen is about.
fn trained(run: &Run) -> Option<&Settings> {
    let ended = matches!(run.phase, Phase::Done | Phase::Stopped) && run.evaluation.is_some();
    let (experiment, _) = run.trained.as_ref().filter(|_| ended)?;
    Some(&experiment.settings)
}

/// The lesson of that name.
pub fn lesson(slug: &str) -> Option<&'static Lesson> {
    LESSONS.iter().find(|lesson| lesson.slug == slug)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::Experiment;
    use crate::run::Event;
    use std::collections::BTreeSet;
    use std::sync::Arc;

    #[test]
    fn there_are_six_lessons_with_names_of_their_own_and_something_to_do_in_each() {
        let slugs: BTreeSet<_> = LESSONS.iter().map(|lesson| lesson.slug).collect();
        assert_eq!((LESSONS.len(), slugs.len()), (6, 6));
        for lesson in &LESSONS {
            assert!(lesson.steps.len() >= 3, "{}", lesson.slug);
            let done = lesson
                .steps
                .iter()
                .filter(|step| step.condition != Condition::Seen);
            assert!(done.count() >= 2, "{}", lesson.slug);
            for step in lesson.steps {
                assert!(!step.target.trim().is_empty(), "{}", lesson.slug);
            }
        }
    }

    #[test]
    fn a_world_counts_once_its_prices_are_there() {
        let world = Condition::World(WorldKind::Seasonal);
        let mut run = Run::new(Experiment {
            source: Source::World(WorldKind::Seasonal),
            ..Experiment::default()
        });
        assert!(!world.holds(&run, 0));
        let prices = crate::market::world::generate(WorldKind::Seasonal, 1, 300);
        run.apply(Event::LoadStarted);
        run.apply(Event::Loaded(Arc::new(prices)));
        assert!(world.holds(&run, 0));
        assert!(!Condition::World(WorldKind::Sine).holds(&run, 0));
    }

    #[test]
    fn settings_count_as_they_stand_and_a_line_only_where_there_is_one() {
        let run = Run::new(Experiment {
            settings: Settings {
                split: SplitBy::Random,
                ..Settings::for_recipe(Recipe::Notebook)
            },
            ..Experiment::default()
        });
        assert!(Condition::Recipe(Recipe::Notebook).holds(&run, 0));
        assert!(!Condition::Recipe(Recipe::Honest).holds(&run, 0));
        assert!(Condition::RandomSplit(true).holds(&run, 0));
        assert!(!Condition::RandomSplit(false).holds(&run, 0));
        assert!(!Condition::Slid(0).holds(&run, 0));
        for condition in [
            Condition::Seen,
            Condition::Trained(None),
            Condition::TrainedOnRandomSplit,
        ] {
            assert!(!condition.holds(&run, 0), "{condition:?}");
        }
    }
}
