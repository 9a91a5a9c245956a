//! Prices of a run: loads that begin, bring something or fail, and splits that are adjusted.

use super::{Phase, Run};
use crate::market::{DataReport, Prices, Split, adjust_splits};
use std::sync::Arc;

/// Prices as they were loaded, and the splits they are adjusted for since.
#[derive(Debug, Clone, PartialEq)]
pub struct Adjustment {
    pub raw: Arc<Prices>,
    pub raw_report: Arc<DataReport>,
    /// At least one.
    pub splits: Vec<Split>,
}

impl Run {
    pub(super) fn load_started(&mut self) {
        if self.is_settled() {
            self.before_loading = self.phase;
            self.phase = Phase::Loading;
            self.drop_stale_notice();
        }
    }

    pub(super) fn loaded(&mut self, prices: Arc<Prices>, report: Arc<DataReport>) {
        if self.phase == Phase::Training {
            return;
        }
        self.drop_stale_notice();
        // The same prices once more: adjustment and results are still theirs.
        let adjusted = self.adjustment.as_ref();
        let last_loaded = adjusted.map_or(self.prices.as_ref(), |it| Some(&it.raw));
        if last_loaded == Some(&prices) && (adjusted.is_some() || self.evaluation.is_some()) {
            self.end_loading();
            return;
        }
        self.adjustment = None;
        self.replace_prices(prices, report);
    }

    pub(super) fn adjust_splits(&mut self, splits: &[Split]) {
        let (Some(prices), Some(report)) = (&self.prices, &self.data_report) else {
            return;
        };
        if !self.is_settled() {
            return;
        }
        let (raw, raw_report) = match &self.adjustment {
            Some(adjustment) => (adjustment.raw.clone(), adjustment.raw_report.clone()),
            None => (prices.clone(), report.clone()),
        };
        let found = raw_report.splits.iter();
        let splits: Vec<Split> = found
            .filter(|split| splits.contains(split))
            .copied()
            .collect();
        let adjusted_for = self.adjustment.as_ref().map_or(&[][..], |it| &it.splits);
        if splits == adjusted_for {
            return;
        }
        self.drop_stale_notice();
        if splits.is_empty() {
            self.adjustment = None;
            return self.replace_prices(raw, raw_report);
        }
        let series = adjust_splits(&raw.series, &splits);
        let report = Arc::new(raw_report.of_adjusted(&series));
        let truth = raw.truth.clone();
        self.adjustment = Some(Adjustment {
            raw,
            raw_report,
            splits,
        });
        self.replace_prices(Arc::new(Prices { series, truth }), report);
    }

    /// Other prices than before: whatever was trained on those is no longer about these.
    fn replace_prices(&mut self, prices: Arc<Prices>, report: Arc<DataReport>) {
        self.prices = Some(prices);
        self.data_report = Some(report);
        self.trained = None;
        self.forget_results();
        self.phase = Phase::Ready;
    }

    pub(super) fn end_loading(&mut self) {
        if self.phase == Phase::Loading {
            self.phase = self.before_loading;
        }
    }
}
