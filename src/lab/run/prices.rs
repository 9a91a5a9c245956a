//! Prices of a run: loads that begin, bring something or fail, and splits that are adjusted.

use super::{Phase, Run};
use crate::experiment::Experiment;
use crate::forecast::settings::Input;
use crate::market::{
    DataReport, Prices, Series, Source, Spike, Split, adjust_splits, correct, leave_out,
};
use chrono::NaiveDate;
use std::sync::Arc;

/// Prices as they were loaded, and what was done to them since.
#[derive(Debug, Clone, PartialEq)]
pub struct Adjustment {
    pub raw: Arc<Prices>,
    pub raw_report: Arc<DataReport>,
    /// The splits that they are adjusted for.
    pub splits: Vec<Split>,
    pub odd: OddTreatment,
}

/// What is done about odd prices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OddTreatment {
    /// Decimal points are moved where that is what is wrong.
    pub corrected: bool,
    /// Rows of odd prices that are not corrected are left out.
    pub left_out: bool,
}

/// The days of odd prices in what was loaded, and what is done about them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OddDays {
    /// Days whose prices are off by a power of ten.
    pub correctable: Vec<NaiveDate>,
    /// Days whose rows can be left out: those that are not corrected.
    pub remaining: Vec<NaiveDate>,
    pub done: OddTreatment,
}

impl Run {
    /// The prices on the screen, where they are what this experiment asks for. A known world is made by the
    /// seed too.
    pub(in crate::lab) fn prices_of(&self, experiment: &Experiment) -> Option<&Arc<Prices>> {
        let shown = &self.experiment;
        let is_world = matches!(shown.source, Source::World(_));
        let same = experiment.source == shown.source
            && experiment.parameters == shown.parameters
            && (experiment.settings.seed == shown.settings.seed || !is_world);
        self.prices.as_ref().filter(|_| same)
    }

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
        self.adjust(splits, self.odd_treatment());
    }

    pub(super) fn treat_odd(&mut self, treatment: OddTreatment) {
        let adjustment = self.adjustment.as_ref();
        let splits = adjustment.map_or_else(Vec::new, |it| it.splits.clone());
        self.adjust(&splits, treatment);
    }

    /// What is done about odd prices.
    pub fn odd_treatment(&self) -> OddTreatment {
        self.adjustment
            .as_ref()
            .map_or_else(OddTreatment::default, |it| it.odd)
    }

    /// The days of odd prices in what was loaded, and what is done about them.
    pub fn odd_days(&self) -> OddDays {
        let adjustment = self.adjustment.as_ref();
        let raw = adjustment.map_or(self.data_report.as_ref(), |it| Some(&it.raw_report));
        let spikes = raw.map_or(&[][..], |report| &report.odd.spikes);
        let done = self.odd_treatment();
        OddDays {
            correctable: days(spikes.iter().filter(|spike| spike.places_off().is_some())),
            remaining: days(&remaining(spikes, done.corrected)),
            done,
        }
    }

    /// From the prices as they were loaded: odd ones corrected and left out where that is wanted, then adjusted
    /// for those of the splits that were found.
    fn adjust(&mut self, splits: &[Split], wanted: OddTreatment) {
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
        let corrected = wanted.corrected && spikes.iter().any(|it| it.places_off().is_some());
        let to_leave_out = remaining(spikes, corrected);
        let odd = OddTreatment {
            corrected,
            left_out: wanted.left_out && !to_leave_out.is_empty(),
        };
        let adjusted_for = self.adjustment.as_ref().map_or(&[][..], |it| &it.splits);
        if splits == adjusted_for && odd == self.odd_treatment() {
            return;
        }
        self.drop_stale_notice();
        if splits.is_empty() && odd == OddTreatment::default() {
            self.adjustment = None;
            return self.replace_prices(raw, raw_report);
        }
        let mut series = raw.series.clone();
        let mut truth = raw.truth.clone();
        if odd.corrected {
            series = correct(&series, spikes);
        }
        if odd.left_out {
            series = leave_out(&series, &to_leave_out);
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
            odd,
        });
        self.replace_prices(Arc::new(Prices { series, truth }), report);
    }

    /// Another second series is beside the prices, or none. What was trained on the last one is gone.
    pub(super) fn put_beside(&mut self, other: Option<Arc<Series>>) {
        let Some(prices) = self.prices.clone().filter(|_| self.is_settled()) else {
            return;
        };
        let beside = |prices: &Prices| {
            Arc::new(Prices {
                series: prices.series.clone().beside(other.clone()),
                truth: prices.truth.clone(),
            })
        };
        let prices = beside(&prices);
        if let Some(adjustment) = &mut self.adjustment {
            adjustment.raw = beside(&adjustment.raw);
        }
        let reads_other = |(experiment, _): &(Experiment, _)| {
            let inputs = experiment.settings.inputs;
            inputs.has(Input::Other)
        };
        match self.data_report.clone() {
            Some(report) if self.trained.as_ref().is_some_and(reads_other) => {
                self.replace_prices(prices, report);
            }
            _ => self.prices = Some(prices),
        }
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

/// The odd prices that are not corrected.
fn remaining(spikes: &[Spike], corrected: bool) -> Vec<Spike> {
    let is_left = |spike: &&Spike| !corrected || spike.places_off().is_none();
    spikes.iter().filter(is_left).copied().collect()
}

/// Their days, each once: of one day several prices may be odd.
fn days<'s>(spikes: impl IntoIterator<Item = &'s Spike>) -> Vec<NaiveDate> {
    let mut days: Vec<NaiveDate> = spikes.into_iter().map(|spike| spike.date).collect();
    days.dedup();
    days
}
