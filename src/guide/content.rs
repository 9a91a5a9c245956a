//! The six lessons' words.

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
        title: "Looks perfect",
        promise: "Why a forecast can lie on the prices and still be worth nothing.",
        steps: &[
            Step {
                title: "Take a world without memory",
                text: "A random walk takes each step by the toss of a coin. Nothing in its past says \
                       where it goes next. Choose “Random walk with drift” among the known worlds.",
                target: SOURCE,
                condition: Condition::World(WorldKind::RandomWalk),
            },
            Step {
                title: "Do as most tutorials do",
                text: "They forecast the price itself and scale with the whole history. Here that is \
                       the recipe “Notebook”: choose it.",
                target: RECIPE,
                condition: Condition::Recipe(Recipe::Notebook),
            },
            Step {
                title: "Train it",
                text: "Press Train and wait for the end. The loss falls, as it should. If you are in a \
                       hurry, set fewer epochs first: twenty will do.",
                target: TRAIN,
                condition: Condition::Trained(Some(Recipe::Notebook)),
            },
            Step {
                title: "Admire the result",
                text: "Look at what was predicted beside what happened. The two lines nearly cover each \
                       other, and many articles stop here. Zoom in until you can tell single days \
                       apart: which of the two lines moves first?",
                target: VERDICT,
                condition: Condition::Seen,
            },
            Step {
                title: "Read the verdict",
                text: "Nobody can forecast a random walk better than “tomorrow = today”. The verdict \
                       compares the network with exactly that sentence. What looked perfect is at \
                       best as good as saying nothing.",
                target: VERDICT,
                condition: Condition::Seen,
            },
        ],
    },
    Lesson {
        slug: "slide-it",
        title: "Slide it",
        promise: "How to catch a forecast that only repeats yesterday.",
        steps: &[
            Step {
                title: "Have a forecast of the price itself",
                text: "Choose the recipe “Notebook” and train it, on a random walk or on a real stock.",
                target: TRAIN,
                condition: Condition::Trained(Some(Recipe::Notebook)),
            },
            Step {
                title: "Move the line a day back",
                text: "Move the predicted line one day earlier, with the slider or the left arrow key, \
                       and watch the error.",
                target: SLIDE,
                condition: Condition::Slid(-1),
            },
            Step {
                title: "Where does it fit best?",
                text: "Each bar is the error in one place. A forecast that knows something fits best \
                       where it stands. One that fits best a day earlier repeats the last price it \
                       saw: an echo.",
                target: SLIDE,
                condition: Condition::Seen,
            },
            Step {
                title: "Put it back",
                text: "Move the line back to where it stands. From now on, slide any forecast that \
                       looks too good, wherever you meet it.",
                target: SLIDE,
                condition: Condition::Slid(0),
            },
        ],
    },
    Lesson {
        slug: "find-the-leak",
        title: "Find the leak",
        promise: "What happens when the answer gets into the question.",
        steps: &[
            Step {
                title: "Start clean",
                text: "Choose the recipe “Honest” and train it. Its test days come after all training \
                       days, as the future does.",
                target: TRAIN,
                condition: Condition::Trained(Some(Recipe::Honest)),
            },
            Step {
                title: "Open a leak",
                text: "Under “Leaks to try”, switch on “Split at random”. The test days now lie between \
                       training days, so the network has seen what came right after them.",
                target: LEAKS,
                condition: Condition::RandomSplit(true),
            },
            Step {
                title: "Train with the leak",
                text: "Train again and wait for the verdict.",
                target: TRAIN,
                condition: Condition::TrainedOnRandomSplit,
            },
            Step {
                title: "Measure what it changed",
                text: "Both runs stand in the list of runs, with what set them apart. Some leaks \
                       change much, some nothing on this history. Either way you measured it instead \
                       of believing it.",
                target: RUNS,
                condition: Condition::Seen,
            },
            Step {
                title: "Close the leak",
                text: "Switch it off again. A score is only worth something if nothing of the answer \
                       was in the question.",
                target: LEAKS,
                condition: Condition::RandomSplit(false),
            },
        ],
    },
    Lesson {
        slug: "predict-returns",
        title: "Predict returns",
        promise: "The question that cannot be answered by copying.",
        steps: &[
            Step {
                title: "Back to the random walk",
                text: "Choose “Random walk with drift” among the known worlds.",
                target: SOURCE,
                condition: Condition::World(WorldKind::RandomWalk),
            },
            Step {
                title: "Ask for the change",
                text: "Choose the recipe “Honest”. It forecasts the return, the change from today to \
                       tomorrow in per cent. Copying today’s price is no answer to that.",
                target: RECIPE,
                condition: Condition::Recipe(Recipe::Honest),
            },
            Step {
                title: "Train it",
                text: "Press Train. The best epoch is chosen on a validation block, so it may end early.",
                target: TRAIN,
                condition: Condition::Trained(Some(Recipe::Honest)),
            },
            Step {
                title: "A tie is the right answer",
                text: "The network learned that the best forecast of a coin’s toss is no change at all. \
                       It ties with “tomorrow = today”, and that is the truth about this world.",
                target: VERDICT,
                condition: Condition::Seen,
            },
        ],
    },
    Lesson {
        slug: "how-sure",
        title: "How sure?",
        promise: "A forecast with a range that keeps its word.",
        steps: &[
            Step {
                title: "Have a forecast",
                text: "Train the recipe “Honest” on any prices.",
                target: TRAIN,
                condition: Condition::Trained(Some(Recipe::Honest)),
            },
            Step {
                title: "Read the promises",
                text: "Each line is a range meant to hold 50, 80 or 95 % of the days. Its width comes \
                       from the errors on days the network did not learn from.",
                target: INTERVALS,
                condition: Condition::Seen,
            },
            Step {
                title: "Check whether they were kept",
                text: "The column “held” counts it on the test days. A range that was meant to hold \
                       80 % and held 60 % was too sure of itself. Which of the two methods kept its \
                       word better?",
                target: INTERVALS,
                condition: Condition::Seen,
            },
            Step {
                title: "Try a wilder world",
                text: "Choose “Volatility clusters”, where calm and storm take turns, and look at the \
                       same table after training there.",
                target: SOURCE,
                condition: Condition::World(WorldKind::VolatilityClusters),
            },
            Step {
                title: "Train there",
                text: "Press Train. Afterwards compare the two methods once more: one adapts to the \
                       storm, the other cannot.",
                target: TRAIN,
                condition: Condition::Trained(None),
            },
            Step {
                title: "Tomorrow, with its range",
                text: "The forecast for the next day carries its range too. Whoever tells you a price \
                       without one has not told you how sure they are.",
                target: TOMORROW,
                condition: Condition::Seen,
            },
        ],
    },
    Lesson {
        slug: "when-it-works",
        title: "When it does work",
        promise: "A network beats “tomorrow = today” where there is something to learn.",
        steps: &[
            Step {
                title: "Take a world with a rhythm",
                text: "Choose “Noisy seasonal wave”: a wave that repeats under the noise.",
                target: SOURCE,
                condition: Condition::World(WorldKind::Seasonal),
            },
            Step {
                title: "Stay honest",
                text: "Keep or choose the recipe “Honest”.",
                target: RECIPE,
                condition: Condition::Recipe(Recipe::Honest),
            },
            Step {
                title: "Train it",
                text: "Press Train and wait for the verdict.",
                target: TRAIN,
                condition: Condition::Trained(Some(Recipe::Honest)),
            },
            Step {
                title: "It beats it, and by how much",
                text: "This time the network wins, and the difference is more than chance. The verdict \
                       also names the best score that anyone could reach in this world: how close did \
                       it come?",
                target: VERDICT,
                condition: Condition::Seen,
            },
        ],
    },
];
