//! The forecast journal: keeping the shown forecast, scoring what has come to its day.

use super::Lab;
use super::records::RecordStep;
use super::store::{Change, Key, Record, Store};
use crate::forecast::odometer::open_prices;
use crate::journal::Entry;
use crate::market::Source;
use std::sync::Arc;

/// A forecast lies under the time it was kept at.
fn kept(entry: &Entry) -> Change {
    let record = Record::Text(entry.to_text());
    (Store::Journal, Key::Number(entry.kept_ms), Some(record))
}

fn removed(kept_ms: f64) -> Change {
    (Store::Journal, Key::Number(kept_ms), None)
}

impl Lab {
    /// Keeps the forecast that is shown, unless it is kept already.
    pub(super) fn keep_forecast(&mut self) {
        let Some(entry) = self.shown_forecast() else {
            return;
        };
        if self.journal.has(&entry) {
            return;
        }
        let gone = Arc::make_mut(&mut self.journal).add(entry.clone());
        let changes = gone.into_iter().map(removed).chain([kept(&entry)]);
        self.change(RecordStep::Kept, changes.collect());
    }

    fn shown_forecast(&self) -> Option<Entry> {
        let today = self.now.today()?;
        let (experiment, _) = self.run.trained.as_ref()?;
        // A generated world has no tomorrow, and what is sealed is known.
        if matches!(experiment.source, Source::World(_)) || experiment.sealed {
            return None;
        }
        let prices = open_prices(self.run.prices.as_ref()?, false);
        let forecast = &self.run.evaluation.as_ref()?.forecast;
        let now = self.now.unix_ms;
        Some(Entry::new(now, today, experiment, &prices, forecast))
    }

    pub(super) fn delete_forecast(&mut self, kept_ms: f64) {
        Arc::make_mut(&mut self.journal).delete(kept_ms);
        self.change(RecordStep::NothingFollows, vec![removed(kept_ms)]);
    }

    /// Scores what the prices on the screen tell.
    pub(super) fn score_journal(&mut self) {
        let Some(prices) = &self.run.prices else {
            return;
        };
        // A copy, so that a journal in which nothing changes stays the same one.
        let mut journal = (*self.journal).clone();
        let scored = journal.score(&prices.series);
        if !scored.is_empty() {
            self.journal = Arc::new(journal);
            self.change(
                RecordStep::NothingFollows,
                scored.iter().map(kept).collect(),
            );
        }
    }
}
