//! "Run both recipes": the honest one, then the notebook's, then both side by side. Which training
//! comes next is decided here; the page's root starts it.

use crate::forecast::settings::Recipe;
use crate::run::Phase;
use crate::text;

/// Which of the two is being trained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Both {
    Honest,
    Notebook {
        /// The honest run's number.
        honest: u32,
    },
}

/// What the end of a training leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// It has not ended.
    Wait,
    Train(Both),
    Compare([u32; 2]),
    /// The honest one was stopped or failed: there is nothing to compare, and no second training that
    /// nobody waits for.
    GiveUp,
    /// The second was stopped or failed; the first is in the list.
    KeepFirst,
}

impl Both {
    pub fn recipe(self) -> Recipe {
        match self {
            Self::Honest => Recipe::Honest,
            Self::Notebook { .. } => Recipe::Notebook,
        }
    }

    /// "1 of 2: honest"
    pub fn place(self) -> &'static str {
        match self {
            Self::Honest => text::session::first_of_both(),
            Self::Notebook { .. } => text::session::second_of_both(),
        }
    }

    /// What follows, once the run is in `phase` and `newest` is the number of the newest recorded run.
    pub fn after(self, phase: Phase, newest: u32) -> Next {
        match (phase, self) {
            (Phase::Training, _) => Next::Wait,
            (Phase::Done, Self::Honest) => Next::Train(Self::Notebook { honest: newest }),
            (Phase::Done, Self::Notebook { honest }) if newest > honest => {
                Next::Compare([honest, newest])
            }
            (_, Self::Honest) => Next::GiveUp,
            (_, Self::Notebook { .. }) => Next::KeepFirst,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn honest_comes_first_then_the_notebook_then_both() {
        let first = Both::Honest;
        assert_eq!(first.recipe(), Recipe::Honest);
        assert_eq!(first.after(Phase::Training, 0), Next::Wait);
        let Next::Train(second) = first.after(Phase::Done, 4) else {
            panic!("the second follows");
        };
        assert_eq!(second.recipe(), Recipe::Notebook);
        assert_eq!(second.after(Phase::Training, 4), Next::Wait);
        assert_eq!(second.after(Phase::Done, 5), Next::Compare([4, 5]));
    }

    #[test]
    fn a_stop_or_a_failure_ends_it_and_keeps_what_is_there() {
        let second = Both::Notebook { honest: 4 };
        for phase in [Phase::Stopped, Phase::Failed, Phase::Ready] {
            assert_eq!(Both::Honest.after(phase, 4), Next::GiveUp);
            assert_eq!(second.after(phase, 5), Next::KeepFirst);
        }
        // Done, but with nothing to show.
        assert_eq!(second.after(Phase::Done, 4), Next::KeepFirst);
    }
}
