use super::*;
use crate::forecast::evaluation::evaluate;
use crate::forecast::odometer::SeriesId;
use crate::forecast::settings::{FIELDS, Lookahead};
use crate::forecast::walk_forward::TrainingSpan;
use crate::market::world::{self, Parameters, WorldKind};
use crate::protocol::{DeviceReason, FromTrainer};
use crate::session::Session;
use crate::session::opened::OnDays;
use crate::study::{Partner, SettingsOf, Study};
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
        other: None,
        sealed,
        autorun: true,
    };
    let prices = world::generate_with(world, &parameters, 9, days);
    report_on(&experiment, &prices)
}

/// Of a network that says what comes to nobody's mind.
fn report_on(experiment: &Experiment, prices: &Prices) -> Report {
    let open = match Seal::of(prices).filter(|_| experiment.sealed) {
        Some(seal) => seal.open_part(prices),
        None => prices.clone(),
    };
    let dataset = Dataset::new(&open.series, &experiment.settings).unwrap();
    let model = model((0..=dataset.rows()).map(|k| (k as f32).sin()).collect());
    let evaluation = evaluate(&open, &dataset, &model.predictions).unwrap();
    let device = DeviceReport {
        kind: DeviceKind::Cpu,
        adapter: "CPU (SIMD)".into(),
        reason: DeviceReason::NoWebgpu,
    };
    let epochs = [(1, 0.75), (2, f64::NAN)].map(|(epoch, loss)| EpochReport {
        epoch,
        train_loss: loss,
        validation_loss: 0.8,
        learning_rate: 0.001,
        ms: 6.25,
        steps: 2,
        weight_norm: Some(12.5),
        gradient_norm: Some(0.5),
    });
    let run = FinishedRun {
        experiment,
        prices,
        dataset: &dataset,
        device: &device,
        epochs: &epochs,
        model: &model,
        evaluation: &evaluation,
        opened: None,
        rate_changes: &[],
    };
    Report::new(run, Sentences::default())
}

fn model(predictions: Vec<f32>) -> TrainedModel {
    TrainedModel {
        predictions,
        paths: Vec::new(),
        best_epoch: 1,
        total_ms: 12.5,
        steps: 4,
        ms_per_step: 3.125,
        dispatches_per_step: None,
        parameters: vec![0.5, -0.25],
    }
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
        // Left out where it is zero, as in every report that is older than it.
        let is_there = json["settings"][info.key].is_number();
        assert_eq!(is_there, info.key != "forget", "{}", info.key);
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
    assert_eq!(
        keys(&json["verdict"]),
        [
            "kind",
            "rmae",
            "dm",
            "p_value",
            "squared_error",
            "clark_west",
            "knows_something",
            "one_sided",
            "in_prices"
        ]
    );
    assert_eq!(
        keys(&json["verdict"]["clark_west"]),
        ["no_change", "mean_return"]
    );
    assert_eq!(json["directions"]["days"], 56);
    assert_eq!(json["interval"]["method"], "volatility");
    let bands = json["bands"].as_array().unwrap();
    let names: Vec<&str> = bands
        .iter()
        .filter_map(|band| band["band"].as_str())
        .collect();
    assert_eq!(
        names,
        [
            "split",
            "adaptive",
            "volatility",
            "history-20",
            "history-250"
        ]
    );
    assert!(bands[3]["crps"].is_number() && bands[3]["levels"][1]["interval_score"].is_number());
    assert_eq!(json["interval"]["level"], 0.8);
    assert!(json["interval"]["coverage"].is_number());
    assert!(json["interval"]["mean_width"].is_number());
    // 56 test days, and 27 validation rows to calibrate on: nothing to warn of.
    assert_eq!(json["caveats"].as_array().unwrap().len(), 0);
    let intervals = json["intervals"].as_array().unwrap();
    assert_eq!(intervals.len(), 9);
    assert_eq!(intervals[0]["method"], "split");
    assert_eq!(intervals[5]["level"], 0.95);
    assert_eq!(intervals[8]["method"], "volatility");
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
    assert_eq!(found.rolling_coverage.len(), 9);
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
        persistence: report.scores.persistence().clone(),
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
            let run = 1 + number;
            let job = studies.next(run).unwrap().job();
            let rows = 0..=job.targets.len();
            let model = model(rows.map(|k| (k as f32 + job.seed as f32).sin()).collect());
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
        of: SettingsOf::Recipe(Recipe::Notebook),
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
    let (experiment, errors) = Experiment::from_fragment(&report.address);
    assert_eq!(errors, []);
    assert_eq!(ReportSettings::new(&experiment), report.settings);
}

#[test]
fn norms_are_in_the_report_and_learning_rates_set_by_hand_where_there_are_any() {
    let json: Value = serde_json::from_str(&report().to_json()).unwrap();
    assert_eq!(json["epochs"][0]["weight_norm"], 12.5);
    assert_eq!(json["epochs"][0]["gradient_norm"], 0.5);
    assert!(json.get("rate_changes").is_none());
    let mut by_hand = report();
    by_hand.rate_changes = vec![RateChange {
        epoch: 12,
        step: 1,
        learning_rate: 0.003,
    }];
    let text = by_hand.to_json();
    let json: Value = serde_json::from_str(&text).unwrap();
    let expected = serde_json::json!([{"epoch": 12, "step": 1, "learning_rate": 0.003}]);
    assert_eq!(json["rate_changes"], expected);
    assert_eq!(serde_json::from_str::<Report>(&text).unwrap(), by_hand);
}

#[test]
fn a_second_series_is_told_where_it_is_read() {
    let world = WorldKind::RandomWalk;
    let other = Arc::new(world::generate(world, 4, 300).series);
    let mut prices = world::generate(world, 3, 200);
    prices.series = prices.series.beside(Some(other.clone()));
    let experiment = |inputs: &str| Experiment {
        source: Source::World(world),
        settings: Settings {
            inputs: inputs.parse().unwrap(),
            hidden: 4,
            layers: 1,
            ..Settings::default()
        },
        other: Some(Source::World(world)),
        ..Experiment::default()
    };
    let json = report_on(&experiment("return,other"), &prices).to_json();
    let value: Value = serde_json::from_str(&json).unwrap();
    let told = &value["data"]["other"];
    assert_eq!(told["source"], "world:random-walk");
    assert_eq!(told["rows"], 300);
    assert_eq!(told["last_date"], other.last_date().to_string());
    assert_eq!(told["fingerprint"], fingerprint_text(fingerprint(&other)));
    assert_eq!(value["settings"]["other"], "world:random-walk");
    assert_eq!(value["inputs"][0]["name"], "other");
    let back: Report = serde_json::from_str(&json).unwrap();
    assert_eq!(back.to_json(), json);
    // It is there, and not read: a report as ever.
    let unread = report_on(&experiment("return"), &prices);
    let alone = report_on(
        &Experiment {
            other: None,
            ..experiment("return")
        },
        &world::generate(world, 3, 200),
    );
    assert_eq!(unread.to_json(), alone.to_json());
}

#[test]
fn further_inputs_are_named_with_their_scalers_and_what_was_missing() {
    let world = WorldKind::Volume;
    let settings = Settings {
        inputs: "return,volume,weekday".parse().unwrap(),
        hidden: 4,
        layers: 1,
        ..Settings::default()
    };
    let experiment = Experiment {
        source: Source::World(world),
        settings,
        ..Experiment::default()
    };
    let prices = world::generate(world, 3, 200);
    let dataset = Dataset::new(&prices.series, &experiment.settings).unwrap();
    let json = report_on(&experiment, &prices).to_json();
    let value: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["settings"]["inputs"], "return,volume,weekday");
    let names = ["volume", "weekday_sin", "weekday_cos"];
    for (place, input) in dataset.further.iter().enumerate() {
        let told = &value["inputs"][place];
        assert_eq!(told["name"], names[place]);
        assert_eq!(told["mean"], input.scaler.mean);
        assert_eq!(told["unknown_rows"], u64::from(place == 0));
    }
    let back: Report = serde_json::from_str(&json).unwrap();
    assert_eq!(back.settings.inputs, experiment.settings.inputs);
    assert_eq!(value["settings"].get("lookahead"), None);
    let usual = serde_json::to_value(report()).unwrap();
    assert_eq!(
        (usual.get("inputs"), usual["settings"].get("inputs")),
        (None, None)
    );
    let ahead = Experiment {
        settings: Settings {
            lookahead: Lookahead::Day,
            ..experiment.settings.clone()
        },
        ..experiment
    };
    let json = report_on(&ahead, &prices).to_json();
    let back: Report = serde_json::from_str(&json).unwrap();
    assert_eq!(back.settings.lookahead, Lookahead::Day);
    assert!(json.contains("\"lookahead\": \"day\""), "{json}");
}
