//! Guided lessons: sequences of steps that are complete when the learner has *done* something. Pure
//! data: whether a condition holds is `lab::run::lessons`, what the page shows is `app::screen::lessons`.
//!
//! A lesson says what comes out of a training, and that is only true of the prices and settings that it
//! was written for. So each has an experiment of its own, and what a step claims is data too
//! ([`Claim`]): a test trains every lesson and holds every claim.

mod claim;
mod content;
mod link;

pub use claim::Claim;
pub use content::LESSONS;
pub use link::{Control, GuideLink, LinkError, says_experiment};

use crate::cells::NetworkKind;
use crate::experiment::Experiment;
use crate::forecast::Settings;
use crate::forecast::settings::{Input, Recipe, SplitBy};
use crate::market::Source;
use crate::market::world::WorldKind;

/// A lesson: some minutes on one idea.
#[derive(Debug)]
pub struct Lesson {
    /// Its name in an address, `lesson=slide-it`.
    pub slug: &'static str,
    /// The prices and settings that it begins with.
    pub experiment: fn() -> Experiment,
    pub steps: &'static [Step],
}

/// Each lesson has a name of its own.
impl PartialEq for Lesson {
    fn eq(&self, other: &Self) -> bool {
        self.slug == other.slug
    }
}

impl Eq for Lesson {}

impl Lesson {
    /// The prices and settings as they are once the steps before this one are done.
    pub fn experiment_at(&self, step: usize) -> Experiment {
        let done = self.steps.iter().take(step);
        done.fold((self.experiment)(), |experiment, step| {
            step.condition.done_to(experiment)
        })
    }

    /// Where to go on in a lesson that was left at this step. A step that is about results goes back to
    /// the training that they come from: nothing is trained yet.
    pub fn taken_up_at(&self, step: usize) -> usize {
        let is_of_results = self
            .steps
            .get(step)
            .is_some_and(|step| step.condition.needs_results());
        let training = self.steps[..step.min(self.steps.len())]
            .iter()
            .rposition(|step| step.condition.is_training());
        match training {
            Some(training) if is_of_results => training,
            _ => step,
        }
    }
}

/// A step of a lesson.
#[derive(Debug)]
pub struct Step {
    /// The control that it is about, by its element's id.
    pub target: &'static str,
    pub condition: Condition,
    /// What the learner is asked before it is shown.
    pub guess: Option<Guess>,
    /// What its words say of the results on the screen.
    pub claims: &'static [Claim],
}

impl Step {
    const fn new(target: &'static str, condition: Condition) -> Self {
        Self {
            target,
            condition,
            guess: None,
            claims: &[],
        }
    }

    const fn asking(self, right: usize, shown_at: usize) -> Self {
        Self {
            guess: Some(Guess { right, shown_at }),
            ..self
        }
    }

    const fn claiming(self, claims: &'static [Claim]) -> Self {
        Self { claims, ..self }
    }
}

/// A question with two or three answers, whose words are the page's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guess {
    /// The number of the right answer, from 0.
    pub right: usize,
    /// The number of the step, from 0, that shows it beside what was guessed: this one, or a later.
    pub shown_at: usize,
}

/// What completes a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// The learner says so: what a lesson asks to look at, nobody can check.
    Seen,
    /// The learner has answered the step's question, rightly or not.
    Guessed,
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
    /// The network is to read this input.
    Reads(Input),
    /// The network is to be of this kind.
    Kind(NetworkKind),
    /// The predicted line was moved this many rows; negative is earlier.
    Slid(i32),
}

impl Condition {
    /// The learner trains the network.
    pub fn is_training(self) -> bool {
        matches!(self, Self::Trained(_) | Self::TrainedOnRandomSplit)
    }

    /// There is nothing to do before a network is trained, if the lesson trains one before this.
    fn needs_results(self) -> bool {
        matches!(self, Self::Seen | Self::Guessed | Self::Slid(_))
    }

    /// What doing it makes of an experiment, as the page's controls do.
    fn done_to(self, experiment: Experiment) -> Experiment {
        match self {
            Self::World(kind) => experiment.on(Source::World(kind)),
            Self::Recipe(recipe) => Experiment {
                settings: experiment.settings.with_recipe(recipe),
                ..experiment
            },
            Self::RandomSplit(on) => Experiment {
                settings: Settings {
                    split: if on { SplitBy::Random } else { SplitBy::Time },
                    ..experiment.settings
                },
                ..experiment
            },
            Self::Reads(input) => Experiment {
                settings: Settings {
                    inputs: experiment.settings.inputs.with(input, true),
                    ..experiment.settings
                },
                ..experiment
            },
            Self::Kind(cell) => Experiment {
                settings: Settings {
                    cell,
                    ..experiment.settings
                },
                ..experiment
            },
            Self::Seen
            | Self::Guessed
            | Self::Trained(_)
            | Self::TrainedOnRandomSplit
            | Self::Slid(_) => experiment,
        }
    }
}

/// The lesson of that name.
pub fn lesson(slug: &str) -> Option<&'static Lesson> {
    LESSONS.iter().find(|lesson| lesson.slug == slug)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn there_are_ten_lessons_with_names_of_their_own_and_something_to_do_in_each() {
        let slugs: BTreeSet<_> = LESSONS.iter().map(|lesson| lesson.slug).collect();
        assert_eq!((LESSONS.len(), slugs.len()), (10, 10));
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
    fn a_lesson_begins_with_settings_that_are_good_and_with_prices_that_need_no_key() {
        for lesson in &LESSONS {
            for step in 0..=lesson.steps.len() {
                let experiment = lesson.experiment_at(step);
                assert!(experiment.settings.validate().is_ok(), "{}", lesson.slug);
                assert!(matches!(experiment.source, Source::World(_)));
                assert!(!experiment.autorun && !experiment.sealed);
            }
        }
    }

    #[test]
    fn every_step_asks_for_what_its_experiment_can_give() {
        for lesson in &LESSONS {
            for (place, step) in lesson.steps.iter().enumerate() {
                let settings = lesson.experiment_at(place).settings;
                match step.condition {
                    Condition::Trained(Some(recipe)) => assert_eq!(settings.recipe, recipe),
                    Condition::TrainedOnRandomSplit => assert_eq!(settings.split, SplitBy::Random),
                    Condition::Guessed => assert!(step.guess.is_some()),
                    _ => {}
                }
                if let Some(guess) = step.guess {
                    assert!((place..lesson.steps.len()).contains(&guess.shown_at));
                }
                // What is claimed of results is said after a training.
                let trained = lesson.steps[..place]
                    .iter()
                    .any(|step| step.condition.is_training());
                assert!(trained || step.claims.is_empty(), "{}", lesson.slug);
            }
        }
    }

    #[test]
    fn a_lesson_that_was_left_among_results_goes_on_at_their_training() {
        let how_sure = lesson("how-sure").unwrap();
        assert_eq!(how_sure.taken_up_at(0), 0);
        assert_eq!(how_sure.taken_up_at(2), 0);
        // Another world is chosen without results.
        assert_eq!(how_sure.taken_up_at(3), 3);
        assert_eq!(how_sure.taken_up_at(5), 4);
        let there = how_sure.experiment_at(4);
        assert_eq!(there.source, Source::World(WorldKind::VolatilityClusters));
    }
}
