//! The six lessons: what each step is about and what completes it. Their words are the page's, by slug
//! and place: `app::words::lessons`.

use super::{Condition, Lesson, Step};
use crate::forecast::settings::Recipe;
use crate::market::world::WorldKind;

/// Ids of the elements that steps point at.
const SOURCE: &str = "prices-title";
const RECIPE: &str = "network-title";
const LEAKS: &str = "leaks";
const TRAIN: &str = "training-title";
const VERDICT: &str = "verdict-title";
const SLIDE: &str = "slide-title";
const INTERVALS: &str = "intervals-title";
const RUNS: &str = "runs-title";
const TOMORROW: &str = "tomorrow-title";

/// In the order in which they build on one another.
pub static LESSONS: [Lesson; 6] = [
    Lesson {
        slug: "looks-perfect",
        steps: &[
            Step {
                target: SOURCE,
                condition: Condition::World(WorldKind::RandomWalk),
            },
            Step {
                target: RECIPE,
                condition: Condition::Recipe(Recipe::Notebook),
            },
            Step {
                target: TRAIN,
                condition: Condition::Trained(Some(Recipe::Notebook)),
            },
            Step {
                target: VERDICT,
                condition: Condition::Seen,
            },
            Step {
                target: VERDICT,
                condition: Condition::Seen,
            },
        ],
    },
    Lesson {
        slug: "slide-it",
        steps: &[
            Step {
                target: TRAIN,
                condition: Condition::Trained(Some(Recipe::Notebook)),
            },
            Step {
                target: SLIDE,
                condition: Condition::Slid(-1),
            },
            Step {
                target: SLIDE,
                condition: Condition::Seen,
            },
            Step {
                target: SLIDE,
                condition: Condition::Slid(0),
            },
        ],
    },
    Lesson {
        slug: "find-the-leak",
        steps: &[
            Step {
                target: TRAIN,
                condition: Condition::Trained(Some(Recipe::Honest)),
            },
            Step {
                target: LEAKS,
                condition: Condition::RandomSplit(true),
            },
            Step {
                target: TRAIN,
                condition: Condition::TrainedOnRandomSplit,
            },
            Step {
                target: RUNS,
                condition: Condition::Seen,
            },
            Step {
                target: LEAKS,
                condition: Condition::RandomSplit(false),
            },
        ],
    },
    Lesson {
        slug: "predict-returns",
        steps: &[
            Step {
                target: SOURCE,
                condition: Condition::World(WorldKind::RandomWalk),
            },
            Step {
                target: RECIPE,
                condition: Condition::Recipe(Recipe::Honest),
            },
            Step {
                target: TRAIN,
                condition: Condition::Trained(Some(Recipe::Honest)),
            },
            Step {
                target: VERDICT,
                condition: Condition::Seen,
            },
        ],
    },
    Lesson {
        slug: "how-sure",
        steps: &[
            Step {
                target: TRAIN,
                condition: Condition::Trained(Some(Recipe::Honest)),
            },
            Step {
                target: INTERVALS,
                condition: Condition::Seen,
            },
            Step {
                target: INTERVALS,
                condition: Condition::Seen,
            },
            Step {
                target: SOURCE,
                condition: Condition::World(WorldKind::VolatilityClusters),
            },
            Step {
                target: TRAIN,
                condition: Condition::Trained(None),
            },
            Step {
                target: TOMORROW,
                condition: Condition::Seen,
            },
        ],
    },
    Lesson {
        slug: "when-it-works",
        steps: &[
            Step {
                target: SOURCE,
                condition: Condition::World(WorldKind::Seasonal),
            },
            Step {
                target: RECIPE,
                condition: Condition::Recipe(Recipe::Honest),
            },
            Step {
                target: TRAIN,
                condition: Condition::Trained(Some(Recipe::Honest)),
            },
            Step {
                target: VERDICT,
                condition: Condition::Seen,
            },
        ],
    },
];
