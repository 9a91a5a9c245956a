//! Prices of a run: loads that begin, bring something or fail, and splits that are adjusted.

use super::{Phase, Run};
use crate::market::{DataReport, Prices, Split, adjust_splits, leave_out};
use chrono::NaiveDate;
use std::sync::Arc;

/// Prices as they were loaded, and what was done to them since.
#[derive(Debug, Clone, PartialEq)]
pub struct Adjustment {
    pub raw: Arc<Prices>,
    pub raw_report: Arc<DataReport>,
    /// The splits that they are adjusted for.
    pub splits: Vec<Split>,
    /// The rows of odd prices are left out.
    pub odd_left_out: bool,
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
        let left_out = self.is_odd_left_out();
        self.adjust(splits, left_out);
    }

    pub(super) fn leave_out_odd(&mut self, leave_out: bool) {
        let adjustment = self.adjustment.as_ref();
        let splits = adjustment.map_or_else(Vec::new, |it| it.splits.clone());
        self.adjust(&splits, leave_out);
    }

    /// The rows of odd prices are left out.
    pub fn is_odd_left_out(&self) -> bool {
        self.adjustment.as_ref().is_some_and(|it| it.odd_left_out)
    }

    /// The days of odd prices in what was loaded, and whether they are left out.
    pub fn odd_days(&self) -> (Vec<NaiveDate>, bool) {
        let adjustment = self.adjustment.as_ref();
        let raw = adjustment.map_or(self.data_report.as_ref(), |it| Some(&it.raw_report));
        let spikes = raw.map_or(&[][..], |report| &report.odd.spikes);
        let mut days: Vec<NaiveDate> = spikes.iter().map(|spike| spike.date).collect();
        // Of one day several prices may be odd.
        days.dedup();
        (days, self.is_odd_left_out())
    }

    /// From the prices as they were loaded: without odd rows where that is wanted, then adjusted for those of the
    /// splits that were found.
    fn adjust(&mut self, splits: &[Split], without_odd: bool) {
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
        let spikes = &raw_report.odd.spikes;
        let odd_left_out = without_odd && !spikes.is_empty();
        let adjusted_for = self.adjustment.as_ref().map_or(&[][..], |it| &it.splits);
        if splits == adjusted_for && odd_left_out == self.is_odd_left_out() {
            return;
        }
        self.drop_stale_notice();
        if splits.is_empty() && !odd_left_out {
            self.adjustment = None;
            return self.replace_prices(raw, raw_report);
        }
        let mut series = raw.series.clone();
        let mut truth = raw.truth.clone();
        if odd_left_out {
            series = leave_out(&series, spikes);
            // It was of each row.
            truth = None;
        }
        if !splits.is_empty() {
            series = adjust_splits(&series, &splits);
        }
        let report = Arc::new(raw_report.of_adjusted(&series));
        self.adjustment = Some(Adjustment {
            raw,
            raw_report,
            splits,
            odd_left_out,
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
