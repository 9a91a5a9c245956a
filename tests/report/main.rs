//! A report has in it all that its numbers are made of: some of them are computed again here from its JSON alone,
//! all of them by `tests/reference/recompute_report.py`. For that, `HINDCAST_REPORTS` names a folder, and the reports
//! are written there.

#[path = "../support/mod.rs"]
mod support;

mod again;
#[path = "../support/series.rs"]
mod series;
mod trained;

use again::{check_cells, check_folds, check_run, check_seeds, check_several, check_steps};
use hindcast::experiment::Experiment;
use hindcast::forecast::Settings;
use hindcast::forecast::settings::{Label, Recipe, ScalerRows, SplitBy, Steps};
use hindcast::market::world::{Parameters, WorldKind, generate_with};
use hindcast::market::{Interval, Prices, Source, alpha_vantage};
use serde_json::Value;
use trained::{Asked, report};

fn small(settings: Settings) -> Settings {
    Settings {
        window: 8,
        hidden: 6,
        layers: 1,
        epochs: 4,
        ..settings
    }
}

fn world(world: WorldKind, set: &[(&str, f64)], days: usize, settings: Settings) -> Asked {
    let parameters = set.iter().fold(Parameters::default(), |all, (key, value)| {
        all.with(world, key, *value).expect("one of its own")
    });
    Asked {
        prices: generate_with(world, &parameters, settings.seed, days),
        experiment: Experiment {
            source: Source::World(world),
            parameters,
            settings,
            ..Experiment::default()
        },
        studies: false,
    }
}

/// Writes a report, where that is wanted, and reads it.
fn written(name: &str, asked: Asked) -> Value {
    let text = report(asked);
    if let Ok(folder) = std::env::var("HINDCAST_REPORTS") {
        let file = std::path::Path::new(&folder).join(format!("{name}.json"));
        std::fs::write(file, &text).expect("a folder to write to");
    }
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn of_a_world_with_several_days_ahead_and_studies() {
    let settings = Settings {
        horizon: 3,
        ..Settings::default()
    };
    let asked = world(
        WorldKind::MeanReverting,
        &[("phi", 0.9)],
        900,
        small(settings),
    );
    let report = written(
        "world",
        Asked {
            studies: true,
            ..asked
        },
    );
    check_run(&report);
    check_steps(&report, 3);
    check_folds(&report, 4);
    check_seeds(&report, 3);
    check_several(&report, 3);
    check_cells(&report);
}

#[test]
fn of_a_notebook_run_with_an_averaged_label() {
    let settings = Settings {
        label: Label::Average,
        ..Settings::for_recipe(Recipe::Notebook)
    };
    let mut asked = world(WorldKind::Seasonal, &[], 600, small(settings));
    asked.experiment.sealed = true;
    check_run(&written("notebook", asked));
}

#[test]
fn of_a_forecast_that_is_one_sided() {
    let settings = Settings {
        horizon: 2,
        steps: Steps::Recursive,
        ..Settings::default()
    };
    let set = [("drift", 0.001), ("noise", 0.002)];
    let report = written(
        "one-sided",
        world(WorldKind::RandomWalk, &set, 500, small(settings)),
    );
    assert_eq!(report["verdict"]["one_sided"], true);
    assert!(report["directions"]["pesaran_timmermann"].is_null());
    check_run(&report);
    check_steps(&report, 2);
}

#[test]
fn of_a_random_split_with_a_scaler_of_all_rows() {
    let settings = Settings {
        split: SplitBy::Random,
        scaler: ScalerRows::All,
        ..Settings::default()
    };
    let asked = world(WorldKind::JumpDiffusion, &[], 500, small(settings));
    let report = written("scattered", asked);
    check_run(&report);
    assert!(report.get("paid").is_none() && report.get("many_looks").is_none());
}

#[test]
fn of_prices_that_stand_still() {
    let settings = small(Settings::default());
    let report = written(
        "still",
        Asked {
            experiment: Experiment {
                settings,
                ..Experiment::default()
            },
            prices: Prices {
                series: series::series(&[42.0; 400]),
                truth: None,
            },
            studies: true,
        },
    );
    check_run(&report);
    check_folds(&report, 4);
    check_seeds(&report, 3);
    // Its source is a world, so the others are of its seeds.
    check_several(&report, 3);
    check_cells(&report);
}

#[test]
fn of_a_real_share() {
    let file = "../shared/data/alphavantage/IBM.TIME_SERIES_DAILY_ADJUSTED.full.rebuilt.json";
    let Ok(body) = std::fs::read_to_string(file) else {
        println!("skipped: no recorded prices of IBM at {file}");
        return;
    };
    let series = alpha_vantage::parse(&body, "IBM", Interval::Daily, "").expect("an answer");
    let settings = small(Settings {
        window: 20,
        ..Settings::default()
    });
    let report = written(
        "ibm",
        Asked {
            experiment: Experiment {
                source: series.info().source.clone(),
                settings,
                ..Experiment::default()
            },
            prices: Prices {
                series,
                truth: None,
            },
            studies: true,
        },
    );
    check_run(&report);
    check_folds(&report, 4);
    check_seeds(&report, 3);
    check_several(&report, 2);
}
