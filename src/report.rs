//! The run report, `hindcast.report/1`: everything about a run that can be saved, as JSON.
//!
//! Its field names are a contract (people's scripts read them); a change that breaks one needs a new
//! schema number. Nothing in it ever saw the API key: it is made from the experiment and its
//! results, which do not hold one.

use crate::experiment::Experiment;
use crate::forecast::caveats::caveats;
use crate::forecast::conformal::ROLLING_DAYS;
use crate::forecast::coverage::{RollingSummary, rolling};
use crate::forecast::dataset::Block;
use crate::forecast::evaluation::{
    Evaluation, IntervalSummary, LabelScores, LevelInterval, NextDay, Prediction, ScoreTable,
    Scores, StepScores, Verdict,
};
use crate::forecast::odometer::Seal;
use crate::forecast::settings::{DeviceChoice, Label, Recipe, ScalerRows, SplitBy, Steps, Target};
use crate::forecast::{Dataset, Settings};
use crate::market::{Field, Interval, Prices, Source};
use crate::number;
use crate::protocol::{DeviceKind, DeviceReport, EpochReport, TrainedModel};
use crate::session::Opened;
use crate::study::{SeedsReport, Studies, WalkForwardReport};
use chrono::NaiveDate;
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
    pub split: ReportSplit,
    pub device: ReportDevice,
    pub epochs: Vec<ReportEpoch>,
    /// The epoch whose weights made the predictions, 1-based; 0 for untrained weights.
    pub best_epoch: usize,
    pub scores: ScoreTable,
    pub verdict: Verdict,
    /// What has to be said beside the numbers, in sentences; mostly none.
    #[serde(default)]
    pub caveats: Vec<String>,
    /// Split conformal at 80 %.
    pub interval: IntervalSummary,
    /// Both methods at every level.
    #[serde(default)]
    pub intervals: Vec<LevelInterval>,
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
    pub predictions: Vec<Prediction>,
    /// Only where the last twentieth of the prices was kept sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealed: Option<ReportSealed>,
    /// Only where one was run on these prices. Its settings are its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub walk_forward: Option<WalkForwardReport>,
    /// Only where the training was repeated with seeds on these prices. Its settings are its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seeds: Option<SeedsReport>,
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

/// Everything in the address under the address's keys, defaults written out.
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
    pub window: usize,
    #[serde(default = "one_day")]
    pub horizon: usize,
    #[serde(default)]
    pub steps: Steps,
    pub hidden: usize,
    pub layers: usize,
    pub dropout: f64,
    pub batch: usize,
    pub epochs: usize,
    pub lr: f64,
    pub seed: u64,
    pub device: DeviceChoice,
    #[serde(default)]
    pub sealed: bool,
    pub autorun: bool,
}

fn is_zero(count: &usize) -> bool {
    *count == 0
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
}

impl Report {
    pub fn new(run: FinishedRun) -> Self {
        let FinishedRun {
            experiment,
            prices,
            dataset,
            device,
            epochs,
            model,
            evaluation,
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
                warnings: series
                    .warnings()
                    .iter()
                    .map(|w| w.message.clone())
                    .collect(),
            },
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
            best_epoch: model.best_epoch,
            scores: evaluation.scores.clone(),
            verdict: evaluation.verdict.clone(),
            caveats: caveats(evaluation),
            interval: evaluation.interval.clone(),
            intervals: evaluation.intervals.clone(),
            rolling_coverage: evaluation
                .intervals
                .iter()
                .filter_map(|interval| rolling(evaluation, interval, ROLLING_DAYS).ok())
                .map(|rolling| rolling.summary())
                .collect(),
            forecast: evaluation.forecast.clone(),
            horizons: evaluation.horizons.clone(),
            against_label: evaluation.against_label.clone(),
            predictions: evaluation.predictions.clone(),
            sealed: Seal::of(prices)
                .filter(|_| experiment.sealed)
                .map(|seal| ReportSealed {
                    rows: seal.sealed,
                    first_date: seal.sealed_rows(prices)[0].date,
                    last_date: series.last_date(),
                    opened: None,
                }),
            walk_forward: None,
            seeds: None,
        }
    }

    /// The same with what the studies of these prices found.
    #[must_use]
    pub fn with_studies(self, studies: &Studies) -> Self {
        Self {
            walk_forward: studies.walk_forward_report(),
            seeds: studies.seeds_report(),
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

    /// Indented JSON.
    pub fn to_json(&self) -> String {
        // Plain structs with string keys: there is nothing in them that JSON cannot say.
        number::to_indented_json(self).expect("a report is always JSON")
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
            window,
            horizon,
            steps,
            hidden,
            layers,
            dropout,
            batch,
            epochs,
            learning_rate,
            seed,
            device,
        } = experiment.settings;
        let parameters = match experiment.source {
            Source::World(world) => world.parameters(),
            Source::AlphaVantage { .. } | Source::File { .. } => &[],
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
            window,
            horizon,
            steps,
            hidden,
            layers,
            dropout,
            batch,
            epochs,
            lr: learning_rate,
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
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::evaluation::evaluate;
    use crate::forecast::odometer::SeriesId;
    use crate::forecast::settings::FIELDS;
    use crate::forecast::walk_forward::TrainingSpan;
    use crate::market::world::{self, Parameters, WorldKind};
    use crate::protocol::FromTrainer;
    use crate::session::Session;
    use crate::session::opened::OnDays;
    use crate::study::{FIRST_RUN, Partner, Study};
    use serde_json::Value;
    use std::sync::Arc;

    fn report() -> Report {
        report_of(300, false)
    }

    fn report_of(days: usize, sealed: bool) -> Report {
        let world = WorldKind::MeanReverting;
        let parameters = Parameters::default().with(world, "phi", 0.9).unwrap();
        let experiment = Experiment {
            source: Source::World(world),
            parameters: parameters.clone(),
            settings: Settings {
                seed: 9,
                hidden: 16,
                ..Settings::default()
            },
            sealed,
            autorun: true,
        };
        let prices = world::generate_with(world, &parameters, 9, days);
        let open = match Seal::of(&prices).filter(|_| sealed) {
            Some(seal) => seal.open_part(&prices),
            None => prices.clone(),
        };
        let dataset = Dataset::new(&open.series, &experiment.settings).unwrap();
        let predictions: Vec<f32> = (0..=dataset.rows()).map(|k| (k as f32).sin()).collect();
        let evaluation = evaluate(&open, &dataset, &predictions).unwrap();
        let model = TrainedModel {
            predictions,
            paths: Vec::new(),
            best_epoch: 1,
            total_ms: 12.5,
            steps: 4,
            ms_per_step: 3.125,
            dispatches_per_step: None,
            parameters: vec![0.5, -0.25],
        };
        let device = DeviceReport {
            kind: DeviceKind::Cpu,
            adapter: "CPU (SIMD)".into(),
            reason: "There is no WebGPU here.".into(),
        };
        let epochs = [(1, 0.75), (2, f64::NAN)].map(|(epoch, loss)| EpochReport {
            epoch,
            train_loss: loss,
            validation_loss: 0.8,
            learning_rate: 0.001,
            ms: 6.25,
            steps: 2,
        });
        Report::new(FinishedRun {
            experiment: &experiment,
            prices: &prices,
            dataset: &dataset,
            device: &device,
            epochs: &epochs,
            model: &model,
            evaluation: &evaluation,
        })
    }

    fn keys(value: &Value) -> Vec<&str> {
        value
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect()
    }

    #[test]
    fn a_report_survives_its_json() {
        let report = report();
        assert_eq!(
            serde_json::from_str::<Report>(&report.to_json()).unwrap(),
            report
        );
    }

    #[test]
    fn the_contracts_fields_are_there() {
        let json: Value = serde_json::from_str(&report().to_json()).unwrap();
        assert_eq!(json["schema"], "hindcast.report/1");
        assert_eq!(json["settings"]["source"], "world:mean-reverting");
        assert_eq!(json["settings"]["parameters"]["phi"], 0.9);
        assert_eq!(json["settings"]["parameters"]["noise"], 0.012);
        assert_eq!(json["settings"]["recipe"], "honest");
        assert_eq!(json["settings"]["lr"], 0.001);
        for key in [
            "target", "scaler", "split", "label", "steps", "device", "autorun",
        ] {
            assert!(!json["settings"][key].is_null(), "{key}");
        }
        for info in &FIELDS {
            assert!(json["settings"][info.key].is_number(), "{}", info.key);
        }
        assert_eq!(
            keys(&json["data"]),
            [
                "source",
                "symbol",
                "interval",
                "field",
                "rows",
                "first_date",
                "last_date",
                "warnings"
            ]
        );
        // 300 − 20 = 280 targets, 224 to train on less the one without a return; ⌊223/8⌋ = 27.
        assert_eq!(json["split"]["train"], 196);
        assert_eq!(json["split"]["validation"], 27);
        assert_eq!(json["split"]["test"], 56);
        assert_eq!(json["device"]["kind"], "cpu");
        assert_eq!(json["device"]["steps"], 4);
        assert!(json["device"]["dispatches_per_step"].is_null());
        assert_eq!(json["epochs"][0]["train_loss"], 0.75);
        assert!(json["epochs"][1]["train_loss"].is_null());
        for forecaster in [
            "model",
            "persistence",
            "drift",
            "moving_average",
            "ar1",
            "ridge",
        ] {
            for score in ["mae", "rmse", "mape", "rmae"] {
                assert!(
                    json["scores"][forecaster][score].is_number(),
                    "{forecaster} {score}"
                );
            }
        }
        assert_eq!(keys(&json["verdict"]), ["kind", "rmae", "dm", "p_value"]);
        assert_eq!(json["interval"]["level"], 0.8);
        assert!(json["interval"]["coverage"].is_number());
        assert!(json["interval"]["mean_width"].is_number());
        // 56 test days, and 27 validation rows to calibrate on: nothing to warn of.
        assert_eq!(json["caveats"].as_array().unwrap().len(), 0);
        let intervals = json["intervals"].as_array().unwrap();
        assert_eq!(intervals.len(), 6);
        assert_eq!(intervals[0]["method"], "split");
        assert_eq!(intervals[5]["level"], 0.95);
        assert_eq!(
            keys(&json["forecast"]),
            ["after_date", "last_price", "price", "low", "high"]
        );
        let predictions = json["predictions"].as_array().unwrap();
        assert_eq!(predictions.len(), 279);
        assert_eq!(
            keys(&predictions[0]),
            ["date", "actual", "predicted", "block"]
        );
        assert_eq!(predictions[278]["block"], "test");
    }

    #[test]
    fn the_rolling_coverage_is_there_where_the_test_block_is_long_enough() {
        let json: Value = serde_json::from_str(&report().to_json()).unwrap();
        assert!(json["rolling_coverage"].is_null());
        // 900 − 20 = 880 targets, a fifth of them are 176: 77 stretches of 100 days.
        let report = report_of(900, false);
        let found: Report = serde_json::from_str(&report.to_json()).unwrap();
        assert_eq!(found, report);
        assert_eq!(found.rolling_coverage.len(), 6);
        for (rolling, interval) in found.rolling_coverage.iter().zip(&found.intervals) {
            assert_eq!(
                (rolling.method, rolling.level),
                (interval.method, interval.level)
            );
            assert_eq!((rolling.days, rolling.stretches), (100, 77));
            assert!(rolling.lowest.coverage <= rolling.highest.coverage);
            assert!(rolling.lowest.from >= found.split.first_test_date);
            assert!(rolling.lowest.to <= found.data.last_date);
        }
    }

    #[test]
    fn a_sealed_block_is_in_the_report_with_its_opening() {
        assert_eq!(report().sealed, None);
        let report = report_of(400, true);
        let sealed = report.sealed.clone().unwrap();
        assert_eq!((sealed.rows, sealed.last_date), (20, report.data.last_date));
        assert!(report.predictions.last().unwrap().date < sealed.first_date);
        assert_eq!(sealed.opened, None);
        assert!(report.settings.sealed && report.address.contains("sealed=1"));

        let on = OnDays {
            days: 20,
            from: sealed.first_date,
            to: sealed.last_date,
            model: report.scores.model.clone(),
            persistence: report.scores.persistence.clone(),
            verdict: report.verdict.clone(),
        };
        let prices = world::generate(WorldKind::MeanReverting, 9, 400);
        let mut session = Session::default();
        session
            .open_seal(&Experiment::default(), &prices, on.clone(), on)
            .unwrap();
        let report = report.with_opened(session.opened(SeriesId::of(&prices)));
        let found: Report = serde_json::from_str(&report.to_json()).unwrap();
        assert_eq!(found, report);
        let opened = found.sealed.unwrap().opened.unwrap();
        assert_eq!(
            (opened.address.as_str(), opened.verdict),
            ("", found.verdict)
        );
    }

    #[test]
    fn studies_are_in_the_report_where_there_are_any() {
        let json: Value = serde_json::from_str(&report().to_json()).unwrap();
        assert!(json.get("walk_forward").is_none() && json.get("seeds").is_none());

        let experiment = Experiment::default();
        let prices = Arc::new(world::generate(WorldKind::RandomWalk, 1, 400));
        let mut studies = Studies::default();
        let finish = |studies: &mut Studies, trainings: u32| {
            for number in 0..trainings {
                let run = FIRST_RUN + number;
                let job = studies.next(run).unwrap().job();
                let rows = 0..=job.targets.len();
                let model = TrainedModel {
                    predictions: rows.map(|k| (k as f32 + job.seed as f32).sin()).collect(),
                    paths: Vec::new(),
                    best_epoch: 1,
                    total_ms: 1.0,
                    steps: 1,
                    ms_per_step: 1.0,
                    dispatches_per_step: None,
                    parameters: Vec::new(),
                };
                let finished = FromTrainer::Finished { run, model };
                let scoring = studies.hear(finished, 1.0).unwrap();
                studies.scored(run, scoring.evaluate(), 2.0);
            }
        };
        let span = TrainingSpan::Sliding;
        let walk = Study::walk_forward(&experiment, &prices, 3, span).unwrap();
        studies.begin(walk, &prices);
        finish(&mut studies, 3);
        let partner = Partner {
            name: "notebook recipe".into(),
            settings: Settings::for_recipe(Recipe::Notebook),
        };
        let seeds = Study::seeds(&experiment, &prices, 3, Some(partner)).unwrap();
        studies.begin(seeds, &prices);
        finish(&mut studies, 6);

        let report = report().with_studies(&studies);
        let text = report.to_json();
        assert_eq!(serde_json::from_str::<Report>(&text).unwrap(), report);
        let json: Value = serde_json::from_str(&text).unwrap();
        let walk = &json["walk_forward"];
        assert_eq!(walk["state"], "done");
        assert_eq!(walk["plan"]["span"], "sliding");
        assert_eq!(walk["plan"]["folds"], 3);
        assert_eq!(walk["folds"].as_array().unwrap().len(), 3);
        for key in [
            "fold",
            "train_from",
            "test_from",
            "test_to",
            "rmse_ratio",
            "verdict",
        ] {
            assert!(!walk["folds"][2][key].is_null(), "{key}");
        }
        assert!(walk["pooled"]["verdict"]["p_value"].is_number());
        let seeds = &json["seeds"];
        assert_eq!(seeds["seeds"], serde_json::json!([1, 2, 3]));
        assert_eq!(seeds["sides"][1]["runs"].as_array().unwrap().len(), 3);
        assert!(seeds["sides"][0]["spread"]["median"].is_number());
        assert_eq!(seeds["comparison"]["pairs"], 3);
    }

    #[test]
    fn the_address_in_a_report_replays_the_experiment() {
        let report = report();
        let (experiment, notices) = Experiment::from_fragment(&report.address);
        assert_eq!(notices, Vec::<String>::new());
        assert_eq!(ReportSettings::new(&experiment), report.settings);
    }
}
