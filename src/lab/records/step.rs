//! What a storage's answers about records are for.

use super::interrupted::ReadFor;
use super::needed::NeedsPrices;
use super::writing::{Writing, Written};
use crate::lab::store::{Key, Store};

/// What a storage's answer about records is for.
#[derive(Debug, Clone, PartialEq)]
pub enum RecordStep {
    /// The visitor is told, once, where it was not kept.
    Kept,
    NothingFollows,
    /// The keys of all kept prices, before these changes are made.
    HistoryKeys(Box<Writing>),
    Written(Written),
    /// The keys of a store of which the oldest records may have to go.
    Surplus(Store),
    Seals,
    Journal,
    /// The keys of all kept networks.
    ModelKeys,
    Runs {
        /// Keys of kept networks.
        models: Vec<Key>,
    },
    /// The keys of all kept prices, one of which is wanted.
    WantedPriceKeys(Box<NeedsPrices>),
    WantedPrices(Box<NeedsPrices>),
    Model {
        run: u32,
    },
    /// When the state of a training was kept; once more after some seconds, when it may have been kept
    /// anew since `before`.
    KeptAt {
        before: Option<f64>,
    },
    Training(ReadFor),
    StateForgotten,
    /// Everything was to be removed.
    Forgotten,
}
