//! Guided lessons: sequences of steps that are complete when the learner has *done* something. Pure
//! data: whether a condition holds is `lab::run::lessons`, what the page shows is `app::components::guide`.

mod content;
mod link;

pub use content::LESSONS;
pub use link::{Control, GuideLink, LinkError};

use crate::forecast::settings::Recipe;
use crate::market::world::WorldKind;

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

/// The lesson of that name.
pub fn lesson(slug: &str) -> Option<&'static Lesson> {
    LESSONS.iter().find(|lesson| lesson.slug == slug)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

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
}
