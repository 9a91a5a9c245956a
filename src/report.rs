//! The run report, `hindcast.report/1`: everything about a run that can be saved, as JSON.
//!
//! Its field names are a contract (people's scripts read them); a change that breaks one needs a new
//! schema number. Nothing in it ever saw the API key: it is made from the experiment and its
//! results, which do not hold one.

mod forecasts;

pub use forecasts::{DatedPrice, PathForecast, TestDays};

use crate::cells::NetworkKind;
use crate::experiment::Experiment;
use crate::forecast::bands::BandScores;
use crate::forecast::conformal::ROLLING_DAYS;
use crate::forecast::coverage::{RollingSummary, rolling};
use crate::forecast::dataset::Block;
use crate::forecast::direction::Directions;
use crate::forecast::evaluation::{
    Evaluation, IntervalSummary, LabelScores, LevelInterval, NextDay, Prediction, ScoreTable,
    Scores, StepScores, Verdict,
};
use crate::forecast::inputs::FurtherInput;
use crate::forecast::many_looks::ManyLooks;
use crate::forecast::odometer::Seal;
use crate::forecast::paid::{Paid, Rule, SharpeDifference};
use crate::forecast::settings::{
    DeviceChoice, Input, Inputs, Label, Lookahead, Recipe, ScalerRows, SplitBy, Steps, Target,
};
use crate::forecast::{Dataset, Settings};
use crate::market::{Field, Interval, Prices, Series, Source, fingerprint, fingerprint_text};
use crate::model_file::opened::ModelOrigin;
use crate::number;
use crate::protocol::{DeviceKind, DeviceReport, EpochReport, RateChange, TrainedModel};
use crate::session::Opened;
use crate::study::{CellsReport, SeedsReport, SeveralReport, Studies, WalkForwardReport};
use chrono::NaiveDate;
use forecasts::RunForecasts;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub const SCHEMA: &str = "hindcast.report/1";

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    pub schema: String,
    /// The fragment that replays the run, without `#`.
    pub address: String,
    pub settings: ReportSettings,
    pub data: ReportData,
    /// The further numbers of a day that the network read; left out where it read none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inputs: Vec<ReportInput>,
    pub split: ReportSplit,
    pub device: ReportDevice,
    pub epochs: Vec<ReportEpoch>,
    /// Only where the network was not trained in this run: where it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened: Option<ModelOrigin>,
    /// Learning rates set by hand on the way. With any, the address does not replay the run.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rate_changes: Vec<RateChange>,
    /// The epoch whose weights made the predictions, 1-based; 0 for untrained weights.
    pub best_epoch: usize,
    pub scores: ScoreTable,
    pub verdict: Verdict,
    /// Which directions were forecast on the test days, and the two tests of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub directions: Option<Directions>,
    /// What has to be said beside the numbers, in sentences; mostly none.
    #[serde(default)]
    pub caveats: Vec<String>,
    /// The usual one at 80 %; its method is named in it.
    pub interval: IntervalSummary,
    /// Every method at every level.
    #[serde(default)]
    pub intervals: Vec<LevelInterval>,
    /// The same beside two plain bands around "tomorrow = today", with scores that tell a good band.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<BandScores>,
    /// The same over each run of 100 test days; left out where there are fewer, or they are scattered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rolling_coverage: Vec<RollingSummary>,
    pub forecast: NextDay,
    /// Each day ahead; only where `settings.horizon` is more than one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub horizons: Vec<StepScores>,
    /// Only where `settings.label` is `average`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against_label: Option<LabelScores>,
    /// Prices before the first of `predictions`, oldest first: with those, all that the run knew. Empty in
    /// reports that are older.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier_prices: Vec<DatedPrice>,
    pub predictions: Vec<Prediction>,
    /// Everyone's forecasts of the test days. `None` in reports that are older.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub test_days: Option<TestDays>,
    /// The forecasts of each day of the horizon, by the day that they were made on; only where that is more than
    /// one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paths: Vec<PathForecast>,
    /// Only where the last twentieth of the prices was kept sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealed: Option<ReportSealed>,
    /// Only where that was asked of these results.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid: Option<PaidReport>,
    /// Of the runs in the list on the same test days, in its order; only where there are several and the list was
    /// looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub many_looks: Option<ManyLooksReport>,
    /// Only where one was run on these prices. Its settings are its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub walk_forward: Option<WalkForwardReport>,
    /// Only where the training was repeated with seeds on these prices. Its settings are its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seeds: Option<SeedsReport>,
    /// Only where the experiment was trained on several histories. Its settings are its own, and so are its prices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub several: Option<SeveralReport>,
    /// Only where each kind of network was trained on these prices. Its settings are its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cells: Option<CellsReport>,
}

/// The sealed block, and what its one opening in the visit came to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReportSealed {
    pub rows: usize,
    pub first_date: NaiveDate,
    pub last_date: NaiveDate,
    /// The one opening; left out while it is sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened: Option<ReportOpened>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReportOpened {
    /// The address of the run that it was opened with, which need not be this one.
    pub address: String,
    pub model: Scores,
    pub persistence: Scores,
    pub verdict: Verdict,
}

/// The experiment of the address under the address's keys. Defaults are written out, but for the cell, the inputs and the
/// forget gate's bias.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReportSettings {
    pub source: String,
    /// Every parameter of a generated world; empty for other sources.
    #[serde(default)]
    pub parameters: BTreeMap<String, f64>,
    pub recipe: Recipe,
    pub target: Target,
    pub scaler: ScalerRows,
    #[serde(default)]
    pub split: SplitBy,
    #[serde(default)]
    pub label: Label,
    /// Left out where it is off.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub lookahead: Lookahead,
    /// Left out where it is the LSTM.
    #[serde(default, skip_serializing_if = "NetworkKind::is_usual")]
    pub cell: NetworkKind,
    pub window: usize,
    #[serde(default = "one_day")]
    pub horizon: usize,
    #[serde(default)]
    pub steps: Steps,
    /// Left out where the network reads nothing but the past of what it forecasts.
    #[serde(default, skip_serializing_if = "Inputs::are_usual")]
    pub inputs: Inputs,
    /// The second series that the network reads, as in the address; left out where it reads none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<String>,
    pub hidden: usize,
    pub layers: usize,
    pub dropout: f64,
    pub batch: usize,
    pub epochs: usize,
    pub lr: f64,
    /// Left out where it is zero.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub forget: f64,
    pub seed: u64,
    pub device: DeviceChoice,
    #[serde(default)]
    pub sealed: bool,
    pub autorun: bool,
}

fn is_zero<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Of reports that are older than the horizon.
fn one_day() -> usize {
    1
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReportData {
    /// As in the address.
    pub source: String,
    pub symbol: String,
    pub interval: Interval,
    pub field: Field,
    pub rows: usize,
    pub first_date: NaiveDate,
    pub last_date: NaiveDate,
    pub warnings: Vec<String>,
    /// The second series, where the network reads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<ReportOther>,
}

/// A second series, whose last price on each date of the first, or before it, is what the network's input `other`
/// is made of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReportOther {
    /// As in the address.
    pub source: String,
    pub symbol: String,
    pub interval: Interval,
    pub field: Field,
    pub rows: usize,
    pub first_date: NaiveDate,
    pub last_date: NaiveDate,
    /// Of all its dates and prices, in 16 hexadecimal digits.
    pub fingerprint: String,
}

/// A number that the network reads of each day, beside the past of what it forecasts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReportInput {
    /// As the column of the predictions' CSV: `volume`, `range`, `gap`, `weekday_sin`, `weekday_cos`, `momentum`,
    /// `other`.
    pub name: String,
    /// It is scaled by these, fitted on the windows of the training rows, or on all rows where `settings.scaler` is
    /// `all`.
    pub mean: f64,
    pub deviation: f64,
    /// Rows without it, which are read as the mean.
    pub unknown_rows: usize,
}

/// Rows in each block. Where `settings.split` is `random` they are scattered over the history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReportSplit {
    pub train: usize,
    pub validation: usize,
    pub test: usize,
    /// The first target of the test block.
    pub first_test_date: NaiveDate,
    /// Rows at the end of each block that are not learned from, because a target of theirs lies beyond
    /// it; only of a direct forecast of several days.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub embargo: usize,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReportDevice {
    pub kind: DeviceKind,
    pub adapter: String,
    pub steps: usize,
    pub ms_per_step: f64,
    pub total_ms: f64,
    /// `null` on the CPU.
    pub dispatches_per_step: Option<f64>,
}

/// One epoch; a loss that was no finite number is `null`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReportEpoch {
    pub epoch: usize,
    pub train_loss: Option<f64>,
    /// Of the validation rows, or of the test rows where the recipe has none.
    pub validation_loss: Option<f64>,
    pub learning_rate: f64,
    pub ms: f64,
    /// Global L2 norm of all parameters after the epoch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight_norm: Option<f64>,
    /// Mean over the epoch's steps of the gradient's global L2 norm, before clipping.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gradient_norm: Option<f64>,
}

/// What the test days would have paid, at the cost that was asked about last.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PaidReport {
    #[serde(flatten)]
    pub paid: Paid,
    /// Experiments looked at on these test days when it was asked.
    #[serde(default)]
    pub looks: usize,
    /// Each rule's deflated Sharpe ratio, for so many looks.
    #[serde(default)]
    pub deflated: Vec<Deflated>,
    /// Each rule's Sharpe ratio less that of holding; a rule without one is not among them.
    pub differences: Vec<PaidDifference>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Deflated {
    pub rule: Rule,
    pub share: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PaidDifference {
    pub rule: Rule,
    #[serde(flatten)]
    pub sharpe: SharpeDifference,
}

/// The runs on the same test days, all looks counted, and what that rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ManyLooksReport {
    #[serde(flatten)]
    pub found: ManyLooks,
    /// By how much each run's squared error of each test day is below that of "tomorrow = today", as a share of the
    /// last price, `[networks][days]`. Empty in reports that are older.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gains: Vec<Vec<f64>>,
}

/// What a report says in sentences. They are in English, whatever the page speaks, because scripts read
/// a report too; the page makes them, because the core has no words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sentences {
    /// About the prices.
    pub warnings: Vec<String>,
    /// About the numbers.
    pub caveats: Vec<String>,
}

/// A finished (or stopped) run, from which a report is made.
#[derive(Debug, Clone, Copy)]
pub struct FinishedRun<'a> {
    /// The experiment that was trained, which the form may have left behind since.
    pub experiment: &'a Experiment,
    pub prices: &'a Prices,
    pub dataset: &'a Dataset,
    pub device: &'a DeviceReport,
    pub epochs: &'a [EpochReport],
    pub model: &'a TrainedModel,
    pub evaluation: &'a Evaluation,
    /// Where the network comes from, if it was not trained in this run.
    pub opened: Option<&'a ModelOrigin>,
    /// Learning rates set by hand on the way.
    pub rate_changes: &'a [RateChange],
}

impl Report {
    /// A run with what has to be said of it.
    pub fn new(run: FinishedRun, sentences: Sentences) -> Self {
        let forecasts = RunForecasts::of(&run);
        let FinishedRun {
            experiment,
            prices,
            dataset,
            device,
            epochs,
            model,
            evaluation,
            opened,
            rate_changes,
        } = run;
        let series = &prices.series;
        let info = series.info();
        let split = &dataset.split;
        let test_rows = dataset.rows_of(Block::Test);
        let first_test = dataset.target_index(test_rows.first().copied().unwrap_or_default());
        Self {
            schema: SCHEMA.into(),
            address: experiment.to_fragment(),
            settings: ReportSettings::new(experiment),
            data: ReportData {
                source: info.source.to_string(),
                symbol: info.symbol.clone(),
                interval: info.interval,
                field: info.field,
                rows: series.len(),
                first_date: series.first_date(),
                last_date: series.last_date(),
                warnings: sentences.warnings,
                other: (series.other())
                    .filter(|_| dataset.settings.inputs.has(Input::Other))
                    .map(|other| ReportOther::new(other)),
            },
            inputs: dataset.further.iter().map(ReportInput::new).collect(),
            split: ReportSplit {
                train: split.train.len(),
                validation: split.validation.len(),
                test: split.test.len(),
                first_test_date: series.rows()[first_test].date,
                embargo: dataset.settings.outputs() - 1,
            },
            device: ReportDevice {
                kind: device.kind,
                adapter: device.adapter.clone(),
                steps: model.steps,
                ms_per_step: model.ms_per_step,
                total_ms: model.total_ms,
                dispatches_per_step: model.dispatches_per_step,
            },
            epochs: epochs.iter().map(ReportEpoch::new).collect(),
            opened: opened.cloned(),
            rate_changes: rate_changes.to_vec(),
            best_epoch: model.best_epoch,
            scores: evaluation.scores.clone(),
            verdict: evaluation.verdict.clone(),
            directions: evaluation.directions.clone(),
            caveats: sentences.caveats,
            interval: evaluation.interval.clone(),
            intervals: evaluation.intervals.clone(),
            bands: evaluation.bands.clone(),
            rolling_coverage: evaluation
                .intervals
                .iter()
                .filter_map(|interval| rolling(evaluation, interval, ROLLING_DAYS).ok())
                .map(|rolling| rolling.summary())
                .collect(),
            forecast: evaluation.forecast.clone(),
            horizons: evaluation.horizons.clone(),
            against_label: evaluation.against_label.clone(),
            earlier_prices: forecasts.earlier_prices,
            predictions: evaluation.predictions.clone(),
            test_days: forecasts.test_days,
            paths: forecasts.paths,
            sealed: Seal::of(prices)
                .filter(|_| experiment.sealed)
                .map(|seal| ReportSealed {
                    rows: seal.sealed,
                    first_date: seal.sealed_rows(prices)[0].date,
                    last_date: series.last_date(),
                    opened: None,
                }),
            paid: None,
            many_looks: None,
            walk_forward: None,
            seeds: None,
            several: None,
            cells: None,
        }
    }

    /// The same with what the studies of these prices found.
    #[must_use]
    pub fn with_studies(self, studies: &Studies) -> Self {
        Self {
            walk_forward: studies.walk_forward_report(),
            seeds: studies.seeds_report(),
            several: studies.several_report(),
            cells: studies.cells_report(),
            ..self
        }
    }

    /// The same with what the opening of its sealed block came to. Nothing changes without one.
    #[must_use]
    pub fn with_opened(mut self, opened: Option<&Opened>) -> Self {
        if let Some(sealed) = &mut self.sealed {
            sealed.opened = opened.map(|opened| ReportOpened {
                address: opened.address.clone(),
                model: opened.sealed.model.clone(),
                persistence: opened.sealed.persistence.clone(),
                verdict: opened.sealed.verdict.clone(),
            });
        }
        self
    }

    /// The same with what the test days would have paid.
    #[must_use]
    pub fn with_paid(self, paid: Option<PaidReport>) -> Self {
        Self { paid, ..self }
    }

    /// The same with all looks counted.
    #[must_use]
    pub fn with_many_looks(self, many_looks: Option<ManyLooksReport>) -> Self {
        Self { many_looks, ..self }
    }

    /// Indented JSON.
    pub fn to_json(&self) -> String {
        // Plain structs with string keys: there is nothing in them that JSON cannot say.
        number::to_indented_json(self).expect("a report is always JSON")
    }
}

impl ReportOther {
    fn new(series: &Series) -> Self {
        let info = series.info();
        Self {
            source: info.source.to_string(),
            symbol: info.symbol.clone(),
            interval: info.interval,
            field: info.field,
            rows: series.len(),
            first_date: series.first_date(),
            last_date: series.last_date(),
            fingerprint: fingerprint_text(fingerprint(series)),
        }
    }
}

impl ReportInput {
    fn new(input: &FurtherInput) -> Self {
        Self {
            name: input.number.name().to_owned(),
            mean: input.scaler.mean,
            deviation: input.scaler.deviation,
            unknown_rows: input.unknown,
        }
    }
}

impl ReportSettings {
    fn new(experiment: &Experiment) -> Self {
        // Taken apart in full, so that a new setting cannot be forgotten here.
        let Settings {
            recipe,
            target,
            scaler,
            split,
            label,
            lookahead,
            cell,
            window,
            horizon,
            steps,
            inputs,
            hidden,
            layers,
            dropout,
            batch,
            epochs,
            learning_rate,
            forget_bias,
            seed,
            device,
        } = experiment.settings;
        let parameters = match experiment.source {
            Source::World(world) => world.parameters(),
            Source::AlphaVantage { .. } | Source::Pair(_) | Source::File { .. } => &[],
        };
        Self {
            source: experiment.source.to_string(),
            parameters: parameters
                .iter()
                .map(|it| (it.key.to_owned(), experiment.parameters.value(it)))
                .collect(),
            recipe,
            target,
            scaler,
            split,
            label,
            lookahead,
            cell,
            window,
            horizon,
            steps,
            inputs,
            other: experiment.other_read().map(Source::to_string),
            hidden,
            layers,
            dropout,
            batch,
            epochs,
            lr: learning_rate,
            forget: forget_bias,
            seed,
            device,
            sealed: experiment.sealed,
            autorun: experiment.autorun,
        }
    }
}

impl ReportEpoch {
    fn new(epoch: &EpochReport) -> Self {
        let finite = |loss: f64| loss.is_finite().then_some(loss);
        Self {
            epoch: epoch.epoch,
            train_loss: finite(epoch.train_loss),
            validation_loss: finite(epoch.validation_loss),
            learning_rate: epoch.learning_rate,
            ms: epoch.ms,
            weight_norm: epoch.weight_norm,
            gradient_norm: epoch.gradient_norm,
        }
    }
}

#[cfg(test)]
mod tests;
