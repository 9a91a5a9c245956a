//! The lessons: what each begins with, what each step is about, what completes it and what it
//! claims. Their words are the page's, by slug and place: `app::words::lessons`.
//!
//! Seeds are chosen so that what a lesson says comes about; `tests/lessons.rs` trains them all. The
//! networks are small and the epochs few, so that nobody waits long for a point to be made.

use super::{Claim, Condition, Lesson, Step};
use crate::cells::{Cell, NetworkKind};
use crate::experiment::Experiment;
use crate::forecast::Settings;
use crate::forecast::evaluation::VerdictKind;
use crate::forecast::settings::{Input, Recipe};
use crate::market::Source;
use crate::market::world::{Parameters, WorldKind};

/// Ids of the controls that steps are about.
const HISTORY: &str = "view-tab-history";
const TEST: &str = "view-tab-test";
const TOMORROW: &str = "view-tab-tomorrow";
const RECIPE: &str = "recipe";
const TRAIN: &str = "training-title";
const WHY: &str = "open-why";
const SLIDE: &str = "slide-days";
const LEAK: &str = "leak-split";
const HOW_SURE: &str = "tab-how-sure";
const PAID: &str = "tab-paid";
const RUNS: &str = "tab-runs";
const VOLATILITY_CLUSTERS: &str = "world-volatility-clusters";
const SEASONAL: &str = "world-seasonal";
const VOLUME: &str = "input-volume";
const WHICH_DAYS: &str = "tab-which-days";
const CELL: &str = "network-cell";
const WAY_ON: &str = "way-on";

/// A walk that stays, in its test days, where it has been in its training days. Most do not, and a
/// network that forecasts the price itself is lost there.
const NEARBY_WALK: u64 = 10;
/// A walk that leaves in its test days where it has been before.
const LEAVING_WALK: u64 = 1;

/// A pull so weak that a network's errors hardly show it.
const WEAK_PULL: f64 = 0.95;

/// Days after which a move comes back; the window is longer.
const OLD_ECHO: f64 = 15.0;

/// The same, for what a plain cell cannot carry; and the bias of forget gates that begin nearly open.
const OLDER_ECHO: f64 = 40.0;
const OLDER_ECHO_WINDOW: usize = 45;
const NEARLY_OPEN: f64 = 3.0;

/// A small network, some seconds of training.
fn quick(world: WorldKind, recipe: Recipe, seed: u64) -> Experiment {
    Experiment {
        source: Source::World(world),
        settings: Settings {
            hidden: 16,
            layers: 1,
            epochs: 30,
            seed,
            ..Settings::for_recipe(recipe)
        },
        ..Experiment::default()
    }
}

fn nearby_walk() -> Experiment {
    quick(WorldKind::RandomWalk, Recipe::Notebook, NEARBY_WALK)
}

fn leaving_walk() -> Experiment {
    quick(WorldKind::RandomWalk, Recipe::Notebook, LEAVING_WALK)
}

fn honest_walk() -> Experiment {
    quick(WorldKind::RandomWalk, Recipe::Honest, 4)
}

fn weak_pull() -> Experiment {
    let world = WorldKind::MeanReverting;
    let parameters = Parameters::default().with(world, "phi", WEAK_PULL);
    Experiment {
        // Within its bounds: a test trains it.
        parameters: parameters.unwrap_or_default(),
        ..quick(world, Recipe::Honest, 1)
    }
}

fn volume_that_foretells() -> Experiment {
    quick(WorldKind::Volume, Recipe::Honest, 1)
}

fn old_echo() -> Experiment {
    echo(OLD_ECHO)
}

fn older_echo() -> Experiment {
    let older = echo(OLDER_ECHO);
    Experiment {
        settings: Settings {
            window: OLDER_ECHO_WINDOW,
            forget_bias: NEARLY_OPEN,
            epochs: 60,
            ..older.settings
        },
        ..older
    }
}

fn echo(lag: f64) -> Experiment {
    let world = WorldKind::Echo;
    let parameters = Parameters::default().with(world, "lag", lag);
    Experiment {
        // Within its bounds, as above.
        parameters: parameters.unwrap_or_default(),
        ..quick(world, Recipe::Honest, 1)
    }
}

/// In the order in which they build on one another.
pub static LESSONS: [Lesson; 10] = [
    Lesson {
        slug: "looks-perfect",
        experiment: nearby_walk,
        steps: &[
            Step::new(HISTORY, Condition::Seen),
            Step::new(TRAIN, Condition::Trained(Some(Recipe::Notebook))).asking(1, 3),
            Step::new(TEST, Condition::Guessed)
                .asking(0, 2)
                .claiming(&[Claim::LinesCover { share: 0.03 }, Claim::BestShift(-1)]),
            Step::new(WHY, Condition::Seen).claiming(&[Claim::DoesNotBeat]),
        ],
    },
    Lesson {
        slug: "slide-it",
        experiment: nearby_walk,
        steps: &[
            Step::new(TRAIN, Condition::Trained(Some(Recipe::Notebook))),
            Step::new(SLIDE, Condition::Slid(-1))
                .asking(1, 2)
                .claiming(&[Claim::BestShift(-1)]),
            Step::new(SLIDE, Condition::Seen).claiming(&[Claim::BestShift(-1)]),
            Step::new(SLIDE, Condition::Slid(0)),
        ],
    },
    Lesson {
        slug: "find-the-leak",
        experiment: leaving_walk,
        steps: &[
            Step::new(TRAIN, Condition::Trained(Some(Recipe::Notebook))),
            Step::new(LEAK, Condition::RandomSplit(true))
                .claiming(&[Claim::Verdict(VerdictKind::Loses)]),
            Step::new(TRAIN, Condition::TrainedOnRandomSplit),
            Step::new(RUNS, Condition::Seen)
                .claiming(&[Claim::LooksBetter { share: 0.5 }, Claim::DoesNotBeat]),
            Step::new(LEAK, Condition::RandomSplit(false)),
        ],
    },
    Lesson {
        slug: "predict-returns",
        experiment: leaving_walk,
        steps: &[
            Step::new(RECIPE, Condition::Recipe(Recipe::Honest)),
            Step::new(TRAIN, Condition::Trained(Some(Recipe::Honest))).asking(1, 2),
            Step::new(WHY, Condition::Seen).claiming(&[Claim::Verdict(VerdictKind::Ties)]),
        ],
    },
    Lesson {
        slug: "how-sure",
        experiment: honest_walk,
        steps: &[
            Step::new(TRAIN, Condition::Trained(Some(Recipe::Honest))),
            Step::new(HOW_SURE, Condition::Seen),
            Step::new(HOW_SURE, Condition::Seen).claiming(&[Claim::CoverageWithin(0.04)]),
            Step::new(
                VOLATILITY_CLUSTERS,
                Condition::World(WorldKind::VolatilityClusters),
            ),
            Step::new(TRAIN, Condition::Trained(Some(Recipe::Honest))),
            Step::new(HOW_SURE, Condition::Seen).claiming(&[Claim::AdaptiveComesCloser]),
            Step::new(TOMORROW, Condition::Seen),
        ],
    },
    Lesson {
        slug: "when-it-works",
        experiment: honest_walk,
        steps: &[
            Step::new(SEASONAL, Condition::World(WorldKind::Seasonal)),
            Step::new(TRAIN, Condition::Trained(Some(Recipe::Honest))).asking(0, 2),
            Step::new(WHY, Condition::Seen).claiming(&[Claim::Verdict(VerdictKind::Beats)]),
        ],
    },
    Lesson {
        slug: "knows-something",
        experiment: weak_pull,
        steps: &[
            Step::new(HISTORY, Condition::Seen),
            Step::new(TRAIN, Condition::Trained(Some(Recipe::Honest))).asking(1, 2),
            Step::new(TEST, Condition::Guessed)
                .asking(0, 3)
                .claiming(&[Claim::DoesNotBeat]),
            Step::new(WHY, Condition::Seen).claiming(&[Claim::Verdict(VerdictKind::Signal)]),
            Step::new(PAID, Condition::Seen),
        ],
    },
    Lesson {
        slug: "more-inputs",
        experiment: volume_that_foretells,
        steps: &[
            Step::new(TRAIN, Condition::Trained(Some(Recipe::Honest))).asking(1, 1),
            Step::new(WHY, Condition::Seen).claiming(&[Claim::Verdict(VerdictKind::Ties)]),
            Step::new(VOLUME, Condition::Reads(Input::Volume)),
            Step::new(TRAIN, Condition::Trained(Some(Recipe::Honest))).asking(0, 4),
            Step::new(WHY, Condition::Seen).claiming(&[Claim::Verdict(VerdictKind::Beats)]),
            Step::new(WHICH_DAYS, Condition::Seen),
        ],
    },
    Lesson {
        slug: "how-far-back",
        experiment: old_echo,
        steps: &[
            Step::new(TRAIN, Condition::Trained(Some(Recipe::Honest))),
            Step::new(WHY, Condition::Seen).claiming(&[
                Claim::Verdict(VerdictKind::Beats),
                Claim::IsAtLeast { share: 0.9 },
            ]),
            Step::new(CELL, Condition::Kind(NetworkKind::Recurrent(Cell::Rnn))),
            Step::new(TRAIN, Condition::Trained(Some(Recipe::Honest))).asking(1, 4),
            Step::new(WHY, Condition::Seen).claiming(&[
                Claim::Verdict(VerdictKind::Beats),
                Claim::LooksBetter { share: 0.9 },
            ]),
            Step::new(WAY_ON, Condition::Seen),
        ],
    },
    Lesson {
        slug: "what-gates-are-for",
        experiment: older_echo,
        steps: &[
            Step::new(TRAIN, Condition::Trained(Some(Recipe::Honest))),
            Step::new(WHY, Condition::Seen).claiming(&[Claim::Verdict(VerdictKind::Beats)]),
            Step::new(CELL, Condition::Kind(NetworkKind::Recurrent(Cell::Rnn))),
            Step::new(TRAIN, Condition::Trained(Some(Recipe::Honest))).asking(1, 4),
            Step::new(WHY, Condition::Seen).claiming(&[Claim::Verdict(VerdictKind::Ties)]),
            Step::new(WAY_ON, Condition::Seen),
        ],
    },
];
