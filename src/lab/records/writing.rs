//! Records that are written together.

use super::packing::PackedPrices;
use crate::lab::store::{Change, Key, Record, Store};
use crate::market::fingerprint_text;

/// Changes to be made together; a run's own text is added when they are made.
#[derive(Debug, Clone, PartialEq)]
pub struct Writing {
    pub changes: Vec<Change>,
    /// Prices to be kept with them, under this time. What is kept of the same prices has another key,
    /// so all keys have to be known first.
    pub history: Option<(PackedPrices, f64)>,
    pub then: Written,
}

/// What was written.
#[derive(Debug, Clone, PartialEq)]
pub enum Written {
    Run {
        number: u32,
        key: f64,
        /// Where an earlier state of the same run was kept.
        before: Option<f64>,
        with_model: bool,
    },
    State {
        run: u32,
        /// With what it is a state of.
        whole: bool,
    },
}

impl Writing {
    /// The changes with those that keep its prices, now that the keys of kept prices are known.
    pub(super) fn with_history_keys(mut self, keys: &[Key]) -> Self {
        if let Some((prices, time)) = self.history.take() {
            let PackedPrices { fingerprint, bytes } = prices;
            let new = Key::Text(format!("{:015}{}", time as u64, ending(fingerprint)));
            let before = keys.iter().filter(|key| is_of(key, fingerprint));
            // Removed first: the new key may be the old one.
            let removed = before.map(|key| (Store::Prices, key.clone(), None));
            self.changes.extend(removed);
            self.changes
                .push((Store::Prices, new, Some(Record::Bytes(bytes))));
        }
        self
    }
}

/// Whether these are the prices with this fingerprint.
pub(super) fn is_of(key: &Key, fingerprint: u64) -> bool {
    matches!(key, Key::Text(key) if key.ends_with(&ending(fingerprint)))
}

fn ending(fingerprint: u64) -> String {
    format!("-{}", fingerprint_text(fingerprint))
}
