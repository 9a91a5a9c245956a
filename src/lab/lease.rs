//! Who has the trainer. The page has one, and whoever may order it about holds the lease: the one place where
//! that question is asked. A study has further ones beside it ([`Pool`]). What is said of any training that the
//! lease is not of ([`Lease::has`]) comes late and is dropped.

use super::pool::Pool;
use crate::forecast::settings::Recipe;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lease {
    /// Nobody.
    #[default]
    Free,
    /// A run that was stopped: the trainer still holds it, and it gives way to anything else.
    Stopped { run: u32 },
    /// The run on the screen is being trained, or an opened network judged.
    Run { run: u32 },
    /// Both recipes, one after the other; `run` is the training under way, `None` between the two.
    Recipes { pair: RecipePair, run: Option<u32> },
    /// A study, with all of its trainers.
    Study(Pool),
    /// The sealed block is being forecast; gives way to a training.
    Seal { run: u32 },
}

/// "Run both recipes": which of the two is being trained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecipePair {
    /// The honest one, which comes first.
    Honest,
    Notebook {
        /// The honest run's number in the list.
        honest: u32,
    },
}

impl RecipePair {
    /// The recipe that is being trained.
    pub fn recipe(self) -> Recipe {
        match self {
            Self::Honest => Recipe::Honest,
            Self::Notebook { .. } => Recipe::Notebook,
        }
    }
}

impl Lease {
    /// Nothing is being computed, so something else may begin.
    pub fn is_free(self) -> bool {
        matches!(self, Self::Free | Self::Stopped { .. })
    }

    /// A training of the visitor's own may begin, and prices may be loaded.
    pub fn may_train(self) -> bool {
        self.is_free() || matches!(self, Self::Seal { .. })
    }

    /// A study has the trainer.
    pub fn is_study(self) -> bool {
        matches!(self, Self::Study(_))
    }

    /// The trainers of a study, while one has them.
    pub fn pool(self) -> Option<Pool> {
        match self {
            Self::Study(pool) => Some(pool),
            _ => None,
        }
    }

    /// Both recipes are being trained: this one now.
    pub fn pair(self) -> Option<RecipePair> {
        match self {
            Self::Recipes { pair, .. } => Some(pair),
            _ => None,
        }
    }

    /// The training whose answers are awaited; a study may await several: see [`Lease::has`].
    pub fn run(self) -> Option<u32> {
        match self {
            Self::Free | Self::Study(_) => None,
            Self::Stopped { run } | Self::Run { run } | Self::Seal { run } => Some(run),
            Self::Recipes { run, .. } => run,
        }
    }

    /// Answers of this training are awaited.
    pub fn has(self, run: u32) -> bool {
        match self {
            Self::Study(pool) => pool.has(run),
            one => one.run() == Some(run),
        }
    }
}
