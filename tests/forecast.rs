//! The forecast pipeline against a second, independent computation in numpy
//! (`tests/reference/forecast.py`) and against figures measured on real prices.

use chrono::{Days, NaiveDate};
use hindcast::forecast::Dataset;
use hindcast::forecast::baselines::Baselines;
use hindcast::forecast::evaluation::{Scores, evaluate};
use hindcast::forecast::metrics;
use hindcast::forecast::settings::{Recipe, Settings};
use hindcast::market::{Field, Interval, Prices, Row, Series, SeriesInfo, Source, alpha_vantage};
use serde::Deserialize;
use std::collections::HashMap;
use std::path::Path;

/// Relative to the expected number.
const TOLERANCE: f64 = 1e-6;
/// Smaller differences are rounding, of numbers that should be zero.
const ROUNDING: f64 = 1e-10;

#[derive(Deserialize)]
struct Reference {
    window: usize,
    series: Vec<ReferenceSeries>,
}

#[derive(Deserialize)]
struct ReferenceSeries {
    name: String,
    prices: Vec<f64>,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    recipe: Recipe,
    split: [usize; 3],
    scaler: [f64; 2],
    scaled_predictions: Vec<f32>,
    scores: HashMap<String, Scores>,
    always_up: f64,
    next_day: HashMap<String, f64>,
    dm: f64,
    p_value: f64,
    log_half_width: f64,
    coverage: f64,
    mean_width: f64,
}

fn series(prices: &[f64]) -> Series {
    let first = NaiveDate::from_ymd_opt(2001, 1, 1).unwrap();
    let rows = prices
        .iter()
        .enumerate()
        .map(|(day, price)| Row::of_price(first + Days::new(day as u64), *price))
        .collect();
    let info = SeriesInfo {
        source: Source::default(),
        symbol: "TEST".into(),
        interval: Interval::Daily,
        field: Field::AdjustedClose,
    };
    Series::new(info, rows).unwrap()
}

fn close(what: &str, found: f64, expected: f64) {
    assert!(
        (found - expected).abs() <= TOLERANCE * expected.abs() + ROUNDING,
        "{what}: {found}, numpy says {expected}"
    );
}

fn close_scores(what: &str, found: &Scores, expected: &Scores) {
    let each = |scores: &Scores| {
        [
            ("MAE", scores.mae),
            ("RMSE", scores.rmse),
            ("MAPE", scores.mape),
            ("rMAE", scores.rmae),
            ("R²", scores.r2_out_of_sample),
            ("direction", scores.directional_accuracy),
            ("direction, low", scores.directional_low),
            ("direction, high", scores.directional_high),
        ]
    };
    for ((score, found), (_, expected)) in each(found).into_iter().zip(each(expected)) {
        close(&format!("{what}, {score}"), found, expected);
    }
}

#[test]
fn numpy_agrees_on_every_series_and_recipe() {
    let reference: Reference =
        serde_json::from_str(include_str!("reference/forecast.json")).unwrap();
    assert_eq!(reference.series.len(), 7);
    for each in &reference.series {
        assert_eq!(each.cases.len(), 2);
        for case in &each.cases {
            agree(each, case, reference.window);
        }
    }
}

fn agree(each: &ReferenceSeries, case: &Case, window: usize) {
    let what = |part: &str| format!("{} ({}), {part}", each.name, case.recipe);
    let prices = Prices {
        series: series(&each.prices),
        truth: None,
    };
    let settings = Settings {
        window,
        ..Settings::for_recipe(case.recipe)
    };
    let dataset = Dataset::new(&prices.series, &settings).unwrap();
    let split = &dataset.split;
    let lengths = [&split.train, &split.validation, &split.test].map(|rows| rows.len());
    assert_eq!(lengths, case.split, "{}", what("split"));
    close(&what("mean"), dataset.target_scaler.mean, case.scaler[0]);
    close(
        &what("deviation"),
        dataset.target_scaler.deviation,
        case.scaler[1],
    );

    let evaluation = evaluate(&prices, &dataset, &case.scaled_predictions).unwrap();
    let scores = &evaluation.scores;
    let baselines = Baselines::new(&prices.series, &dataset);
    let next_day = |forecasts: &[f64]| forecasts[dataset.rows()];
    for (name, found, price) in [
        ("model", &scores.model, evaluation.forecast.price),
        (
            "persistence",
            &scores.persistence,
            next_day(&baselines.persistence),
        ),
        ("drift", &scores.drift, next_day(&baselines.drift)),
        (
            "moving_average",
            &scores.moving_average,
            next_day(&baselines.moving_average),
        ),
        ("ar1", &scores.ar1, next_day(&baselines.ar1)),
        ("ridge", &scores.ridge, next_day(&baselines.ridge)),
    ] {
        close_scores(&what(name), found, &case.scores[name]);
        close(
            &what(&format!("{name}'s next day")),
            price,
            case.next_day[name],
        );
    }
    close(&what("always up"), scores.always_up, case.always_up);
    close(&what("DM"), evaluation.verdict.dm, case.dm);
    close(&what("p"), evaluation.verdict.p_value, case.p_value);
    let interval = &evaluation.interval;
    close(
        &what("half-width"),
        interval.log_half_width,
        case.log_half_width,
    );
    close(&what("coverage"), interval.coverage, case.coverage);
    close(&what("mean width"), interval.mean_width, case.mean_width);
}

/// Persistence on the last 20 % of real prices, window 20, as measured once outside this project:
/// RMSE and MAE to the digits given.
#[test]
fn persistence_on_real_prices_scores_as_measured() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/alphavantage");
    for (symbol, rmse, mae) in [("IBM", 2.025, 1.312), ("MSFT", 2.589, 1.492)] {
        let path = folder.join(format!(
            "{symbol}.TIME_SERIES_DAILY_ADJUSTED.full.rebuilt.json"
        ));
        let Ok(body) = std::fs::read_to_string(&path) else {
            println!(
                "skipped: {symbol}, there are no recorded prices at {}",
                path.display()
            );
            continue;
        };
        let series = alpha_vantage::parse(&body, symbol, Interval::Daily, "").unwrap();
        for recipe in Recipe::ALL {
            let dataset = Dataset::new(&series, &Settings::for_recipe(*recipe)).unwrap();
            let test = dataset.split.test.clone();
            let actual = &series.prices()[dataset.first_target..][test.clone()];
            let persistence = &Baselines::new(&series, &dataset).persistence[test];
            let found = [
                metrics::rmse(actual, persistence),
                metrics::mae(actual, persistence),
            ];
            let rounded = found.map(|score| (score * 1000.0).round() / 1000.0);
            assert_eq!(rounded, [rmse, mae], "{symbol} {recipe}");
        }
    }
}
