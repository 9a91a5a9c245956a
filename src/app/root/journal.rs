//! The forecast journal: keeping the shown forecast, scoring what has come to its day.

use super::Root;
use crate::app::browser;
use crate::forecast::odometer::open_prices;
use crate::journal::Entry;
use crate::market::Source;
use leptos::prelude::*;
use leptos::task::spawn_local;

impl Root {
    /// Keeps the forecast that is shown, unless it is kept already.
    pub(super) fn keep_forecast(self) {
        let now = js_sys::Date::now();
        let Some(today) = browser::local_date(now) else {
            return;
        };
        let entry = self.run.with_untracked(|run| {
            let (experiment, _) = run.trained.as_ref()?;
            // A generated world has no tomorrow, and what is sealed is known.
            if matches!(experiment.source, Source::World(_)) || experiment.sealed {
                return None;
            }
            let prices = open_prices(run.prices.as_ref()?, false);
            let forecast = &run.evaluation.as_ref()?.forecast;
            Some(Entry::new(now, today, experiment, &prices, forecast))
        });
        let Some(entry) = entry else { return };
        if self.journal.with_untracked(|journal| journal.has(&entry)) {
            return;
        }
        let mut gone = Vec::new();
        self.journal
            .update(|journal| gone = journal.add(entry.clone()));
        spawn_local(async move {
            if !self.keeper.keep_entries(&[entry], &gone).await {
                self.tell_not_kept();
            }
        });
    }

    pub(super) fn delete_forecast(self, kept_ms: f64) {
        self.journal.update(|journal| journal.delete(kept_ms));
        spawn_local(async move {
            self.keeper.keep_entries(&[], &[kept_ms]).await;
        });
    }

    /// Takes in what earlier visits kept, and scores what the prices on the screen tell.
    pub(super) async fn bring_back_journal(self) {
        let entries = self.keeper.read_entries().await;
        if entries.is_empty() {
            return;
        }
        self.journal.update(|journal| {
            for entry in entries {
                journal.add(entry);
            }
        });
        self.score_journal();
    }

    pub(super) fn score_journal(self) {
        let Some(prices) = self.run.with_untracked(|run| run.prices.clone()) else {
            return;
        };
        let mut scored = Vec::new();
        self.journal.maybe_update(|journal| {
            scored = journal.score(&prices.series);
            !scored.is_empty()
        });
        if !scored.is_empty() {
            spawn_local(async move {
                self.keeper.keep_entries(&scored, &[]).await;
            });
        }
    }
}
