//! The six lessons: what each step is about and what completes it. Their words are in the catalogue.

use super::{Condition, Lesson, Step};
use crate::forecast::settings::Recipe;
use crate::market::world::WorldKind;
use crate::text::lessons;

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
        title: lessons::looks_perfect,
        promise: lessons::looks_perfect_promise,
        steps: &[
            Step {
                title: lessons::without_memory,
                text: lessons::without_memory_do,
                target: SOURCE,
                condition: Condition::World(WorldKind::RandomWalk),
            },
            Step {
                title: lessons::like_tutorials,
                text: lessons::like_tutorials_do,
                target: RECIPE,
                condition: Condition::Recipe(Recipe::Notebook),
            },
            Step {
                title: lessons::train_it,
                text: lessons::train_notebook_do,
                target: TRAIN,
                condition: Condition::Trained(Some(Recipe::Notebook)),
            },
            Step {
                title: lessons::admire,
                text: lessons::admire_do,
                target: VERDICT,
                condition: Condition::Seen,
            },
            Step {
                title: lessons::read_the_verdict,
                text: lessons::read_the_verdict_do,
                target: VERDICT,
                condition: Condition::Seen,
            },
        ],
    },
    Lesson {
        slug: "slide-it",
        title: lessons::slide_it,
        promise: lessons::slide_it_promise,
        steps: &[
            Step {
                title: lessons::price_forecast,
                text: lessons::price_forecast_do,
                target: TRAIN,
                condition: Condition::Trained(Some(Recipe::Notebook)),
            },
            Step {
                title: lessons::a_day_back,
                text: lessons::a_day_back_do,
                target: SLIDE,
                condition: Condition::Slid(-1),
            },
            Step {
                title: lessons::best_fit,
                text: lessons::best_fit_do,
                target: SLIDE,
                condition: Condition::Seen,
            },
            Step {
                title: lessons::put_it_back,
                text: lessons::put_it_back_do,
                target: SLIDE,
                condition: Condition::Slid(0),
            },
        ],
    },
    Lesson {
        slug: "find-the-leak",
        title: lessons::find_the_leak,
        promise: lessons::find_the_leak_promise,
        steps: &[
            Step {
                title: lessons::start_clean,
                text: lessons::start_clean_do,
                target: TRAIN,
                condition: Condition::Trained(Some(Recipe::Honest)),
            },
            Step {
                title: lessons::open_a_leak,
                text: lessons::open_a_leak_do,
                target: LEAKS,
                condition: Condition::RandomSplit(true),
            },
            Step {
                title: lessons::train_with_leak,
                text: lessons::train_with_leak_do,
                target: TRAIN,
                condition: Condition::TrainedOnRandomSplit,
            },
            Step {
                title: lessons::measure_it,
                text: lessons::measure_it_do,
                target: RUNS,
                condition: Condition::Seen,
            },
            Step {
                title: lessons::close_the_leak,
                text: lessons::close_the_leak_do,
                target: LEAKS,
                condition: Condition::RandomSplit(false),
            },
        ],
    },
    Lesson {
        slug: "predict-returns",
        title: lessons::predict_returns,
        promise: lessons::predict_returns_promise,
        steps: &[
            Step {
                title: lessons::back_to_random_walk,
                text: lessons::back_to_random_walk_do,
                target: SOURCE,
                condition: Condition::World(WorldKind::RandomWalk),
            },
            Step {
                title: lessons::ask_for_change,
                text: lessons::ask_for_change_do,
                target: RECIPE,
                condition: Condition::Recipe(Recipe::Honest),
            },
            Step {
                title: lessons::train_it,
                text: lessons::train_honest_do,
                target: TRAIN,
                condition: Condition::Trained(Some(Recipe::Honest)),
            },
            Step {
                title: lessons::a_tie,
                text: lessons::a_tie_do,
                target: VERDICT,
                condition: Condition::Seen,
            },
        ],
    },
    Lesson {
        slug: "how-sure",
        title: lessons::how_sure,
        promise: lessons::how_sure_promise,
        steps: &[
            Step {
                title: lessons::a_forecast,
                text: lessons::a_forecast_do,
                target: TRAIN,
                condition: Condition::Trained(Some(Recipe::Honest)),
            },
            Step {
                title: lessons::promises,
                text: lessons::promises_do,
                target: INTERVALS,
                condition: Condition::Seen,
            },
            Step {
                title: lessons::promises_kept,
                text: lessons::promises_kept_do,
                target: INTERVALS,
                condition: Condition::Seen,
            },
            Step {
                title: lessons::wilder_world,
                text: lessons::wilder_world_do,
                target: SOURCE,
                condition: Condition::World(WorldKind::VolatilityClusters),
            },
            Step {
                title: lessons::train_there,
                text: lessons::train_there_do,
                target: TRAIN,
                condition: Condition::Trained(None),
            },
            Step {
                title: lessons::tomorrow_range,
                text: lessons::tomorrow_range_do,
                target: TOMORROW,
                condition: Condition::Seen,
            },
        ],
    },
    Lesson {
        slug: "when-it-works",
        title: lessons::when_it_works,
        promise: lessons::when_it_works_promise,
        steps: &[
            Step {
                title: lessons::rhythm,
                text: lessons::rhythm_do,
                target: SOURCE,
                condition: Condition::World(WorldKind::Seasonal),
            },
            Step {
                title: lessons::stay_honest,
                text: lessons::stay_honest_do,
                target: RECIPE,
                condition: Condition::Recipe(Recipe::Honest),
            },
            Step {
                title: lessons::train_it,
                text: lessons::train_for_verdict_do,
                target: TRAIN,
                condition: Condition::Trained(Some(Recipe::Honest)),
            },
            Step {
                title: lessons::it_beats_it,
                text: lessons::it_beats_it_do,
                target: VERDICT,
                condition: Condition::Seen,
            },
        ],
    },
];
