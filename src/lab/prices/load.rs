//! What the newest load waits for.

use super::copies::KeptIn;
use super::wanted::Wanted;
use crate::experiment::Experiment;
use crate::lab::file::GivenFile;
use crate::lab::{Message, Notice};
use crate::market::Source;
use crate::market::alpha_vantage::{Endpoint, KeptCopy};
use std::sync::Arc;

/// What the newest load waits for.
#[derive(Debug, Default)]
pub enum Load {
    /// Nothing, or work that carries what belongs to it.
    #[default]
    None,
    History(HistoryLoad),
    /// The bytes of a file, as it is or as they come out of it.
    File(GivenFile),
}

/// A history that is being loaded.
#[derive(Debug)]
pub struct HistoryLoad {
    pub(super) wanted: Wanted,
    pub(super) waiter: Waiter,
    /// Best first, as the endpoints are.
    pub(super) copies: Vec<FoundCopy>,
}

/// Who waits for a history.
#[derive(Debug)]
pub(super) enum Waiter {
    Screen {
        /// What to say where only a key could help.
        without_key: Notice,
    },
    /// A study; the prices on the screen stay.
    Study,
    /// An experiment that reads it as its second series; then its first is loaded.
    Other {
        wanted: Source,
        experiment: Box<Experiment>,
        /// As of [`Lab::load_prices_of`](crate::lab::Lab).
        to_do: Option<Message>,
    },
}

impl HistoryLoad {
    pub(super) fn is_for_study(&self) -> bool {
        matches!(self.waiter, Waiter::Study)
    }

    pub(super) fn is_for_screen(&self) -> bool {
        matches!(self.waiter, Waiter::Screen { .. })
    }
}

/// A copy of one of the histories that would do.
#[derive(Debug)]
pub(super) struct FoundCopy {
    pub(super) copy: Arc<KeptCopy>,
    pub(super) endpoint: Endpoint,
    pub(super) kept_in: KeptIn,
    /// The service would say the same now.
    pub(super) fresh: bool,
}
