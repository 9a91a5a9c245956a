//! The forecast pipeline and its statistics against a second, independent computation with numpy,
//! scipy, statsmodels and scoringrules (`tests/reference/forecast.py`), and against figures measured on real prices.

#[path = "support/series.rs"]
mod series;

use hindcast::forecast::Dataset;
use hindcast::forecast::bands::BandScores;
use hindcast::forecast::baselines::Baselines;
use hindcast::forecast::direction::{DirectionTest, Directions};
use hindcast::forecast::evaluation::{
    Evaluation, IntervalChoice, IntervalMethod, Scores, Verdict, evaluate, evaluate_path,
};
use hindcast::forecast::fixed_b::diebold_mariano_ahead;
use hindcast::forecast::holm;
use hindcast::forecast::metrics::{self, Forecasts};
use hindcast::forecast::paid::{Days, Line, Rule};
use hindcast::forecast::seeds::{PairedComparison, Spread};
use hindcast::forecast::settings::{Recipe, Settings, Steps};
use hindcast::forecast::walk_forward::{Plan, Pooled, TrainingSpan};
use hindcast::market::{Interval, Prices, alpha_vantage};
use serde::Deserialize;
use series::series;
use std::collections::HashMap;
use std::path::Path;

/// Relative to the expected number.
const TOLERANCE: f64 = 1e-6;
/// Smaller differences are rounding, of numbers that should be zero.
const ROUNDING: f64 = 1e-10;

#[derive(Deserialize)]
struct Reference {
    window: usize,
    horizon: usize,
    series: Vec<ReferenceSeries>,
    pairs: Vec<Pairs>,
    returns: Vec<Returns>,
    /// Unadjusted and adjusted.
    holm: Vec<[Vec<f64>; 2]>,
}

/// What happened and what was said of it, as returns, with all that is made of both.
#[derive(Deserialize)]
struct Returns {
    name: String,
    actual: Vec<f64>,
    predicted: Vec<f64>,
    mean: f64,
    verdict: Judged,
    paid: HashMap<Rule, ReferenceLine>,
    /// Step, statistic and p-value.
    ahead: Vec<(usize, f64, f64)>,
}

#[derive(Deserialize)]
struct ReferenceLine {
    end: f64,
    sharpe: Option<f64>,
    turnover: f64,
    break_even: Option<f64>,
}

/// The numbers of a verdict that are of returns; of a test its statistic and p-value.
#[derive(Deserialize)]
struct Judged {
    dm: f64,
    p_value: f64,
    /// Ratio, low and high.
    squared_error: [f64; 3],
    no_change: [f64; 2],
    mean_return: [f64; 2],
    directions: ReferenceDirections,
}

#[derive(Deserialize)]
struct ReferenceDirections {
    days: usize,
    up: usize,
    down: usize,
    one_sided: bool,
    pesaran_timmermann: Option<[f64; 2]>,
    anatolyev_gerko: Option<[f64; 2]>,
}

#[derive(Deserialize)]
struct ReferenceSeries {
    name: String,
    prices: Vec<f64>,
    cases: Vec<Case>,
    /// Only of series with 60 rows or more.
    walk_forward: Option<WalkForward>,
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
    verdict: Judged,
    in_prices: [f64; 2],
    intervals: Vec<ReferenceInterval>,
    bands: Vec<BandScores>,
    slide: Slide,
    /// By how the days ahead come about; only of series long enough for them.
    horizons: HashMap<Steps, DaysAhead>,
}

#[derive(Deserialize)]
struct DaysAhead {
    scaled_paths: Vec<f32>,
    steps: Vec<ReferenceStep>,
}

#[derive(Deserialize)]
struct ReferenceStep {
    days: usize,
    /// MAE, RMSE and rMAE.
    errors: HashMap<String, [f64; 3]>,
    dm: f64,
    p_value: f64,
    p_adjusted: Option<f64>,
    intervals: Vec<ReferenceStepInterval>,
    next: f64,
}

#[derive(Deserialize)]
struct ReferenceStepInterval {
    method: IntervalMethod,
    level: f64,
    coverage: f64,
    mean_width: f64,
    log_half_width: f64,
    next_day: (f64, f64),
}

#[derive(Deserialize)]
struct ReferenceInterval {
    method: IntervalMethod,
    level: f64,
    coverage: f64,
    mean_width: f64,
    next_day: (f64, f64),
    widest: f64,
}

#[derive(Deserialize)]
struct Slide {
    days: usize,
    mae: Vec<f64>,
    rmse: Vec<f64>,
    best: i32,
    best_by_rmse: i32,
}

#[derive(Deserialize)]
struct WalkForward {
    tests: Vec<[usize; 2]>,
    splits: Vec<[usize; 3]>,
    scaled_predictions: Vec<Vec<f32>>,
    model: Scores,
    rmae: f64,
    verdict: Judged,
    coverage: f64,
}

#[derive(Deserialize)]
struct Pairs {
    first: Vec<f64>,
    second: Vec<f64>,
    mean_difference: f64,
    low: f64,
    high: f64,
    t_p_value: f64,
    p_value: f64,
    /// Mean, deviation, lowest, median, highest.
    first_spread: [f64; 5],
    first_mean_interval: [f64; 2],
}

fn reference() -> Reference {
    serde_json::from_str(include_str!("reference/forecast.json")).unwrap()
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
    let reference = reference();
    assert_eq!(reference.series.len(), 10);
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
    let baselines = Baselines::fit(&prices.series, &dataset).forecasts();
    let mut forecasters = vec![("model", &scores.model, evaluation.forecast.price)];
    forecasters.extend(scores.baselines.iter().map(|(key, found)| {
        let forecasts = &baselines[key];
        (key, found, forecasts[dataset.rows()])
    }));
    assert_eq!(forecasters.len(), 6);
    for (name, found, price) in forecasters {
        close_scores(&what(name), found, &case.scores[name]);
        close(
            &what(&format!("{name}'s next day")),
            price,
            case.next_day[name],
        );
    }
    close(&what("always up"), scores.always_up, case.always_up);
    let (verdict, directions) = (&evaluation.verdict, evaluation.directions.as_ref());
    agree_on_verdict(&what, verdict, directions.unwrap(), &case.verdict);
    let in_prices = verdict.in_prices.unwrap();
    close(&what("DM in prices"), in_prices.dm, case.in_prices[0]);
    close(&what("its p"), in_prices.p_value, case.in_prices[1]);
    agree_on_intervals(&what, &evaluation, case);
    agree_on_bands(&what, &evaluation.bands, &case.bands);
    agree_on_sliding(what, &evaluation, &case.slide);
}

fn agree_on_verdict(
    what: &impl Fn(&str) -> String,
    found: &Verdict,
    directions: &Directions,
    expected: &Judged,
) {
    close(&what("DM"), found.dm, expected.dm);
    close(&what("p"), found.p_value, expected.p_value);
    let squared = found.squared_error.unwrap();
    let found_squared = [squared.ratio, squared.low, squared.high];
    for (found, expected) in found_squared.into_iter().zip(expected.squared_error) {
        close(&what("squared ratio"), found, expected);
    }
    let tests = found.clark_west.unwrap();
    for (name, found, expected) in [
        ("no change", tests.no_change, expected.no_change),
        ("mean", tests.mean_return, expected.mean_return),
    ] {
        close(
            &what(&format!("Clark–West, {name}")),
            found.statistic,
            expected[0],
        );
        close(&what(&format!("its p, {name}")), found.p_value, expected[1]);
    }
    let knows = expected.no_change[1] < 0.05 && expected.mean_return[1] < 0.05;
    assert_eq!(found.knows_something, Some(knows), "{}", what("knows"));
    let expected = &expected.directions;
    assert_eq!(found.one_sided, Some(expected.one_sided));
    assert_eq!(
        (directions.days, directions.up, directions.down),
        (expected.days, expected.up, expected.down),
        "{}",
        what("directions")
    );
    let agree = |name: &str, found: Option<DirectionTest>, expected: Option<[f64; 2]>| {
        assert_eq!(found.is_some(), expected.is_some(), "{}", what(name));
        if let (Some(found), Some([statistic, p_value])) = (found, expected) {
            close(&what(name), found.statistic, statistic);
            close(&what(name), found.p_value, p_value);
        }
    };
    agree(
        "Pesaran–Timmermann",
        directions.pesaran_timmermann,
        expected.pesaran_timmermann,
    );
    agree(
        "Anatolyev–Gerko",
        directions.anatolyev_gerko,
        expected.anatolyev_gerko,
    );
}

fn agree_on_bands(what: &impl Fn(&str) -> String, found: &[BandScores], expected: &[BandScores]) {
    assert_eq!((found.len(), expected.len()), (5, 5));
    for (found, expected) in found.iter().zip(expected) {
        assert_eq!(found.band, expected.band);
        let what = |part: &str| what(&format!("band {:?}, {part}", found.band));
        close(&what("CRPS"), found.crps, expected.crps);
        for (found, expected) in found.between.iter().zip(&expected.between) {
            close(&what("between"), *found, *expected);
        }
        for (found, expected) in found.levels.iter().zip(&expected.levels) {
            let what = |part: &str| what(&format!("{}, {part}", found.level));
            assert_eq!(found.level, expected.level);
            close(&what("coverage"), found.coverage, expected.coverage);
            close(&what("width"), found.mean_width, expected.mean_width);
            close(
                &what("score"),
                found.interval_score,
                expected.interval_score,
            );
            for (part, found, expected) in [
                ("calm", found.calm, expected.calm),
                ("wild", found.wild, expected.wild),
                ("steady", found.steady, expected.steady),
            ] {
                assert_eq!(found.is_some(), expected.is_some(), "{}", what(part));
                close(
                    &what(part),
                    found.unwrap_or_default(),
                    expected.unwrap_or_default(),
                );
            }
        }
    }
}

fn agree_on_intervals(what: &impl Fn(&str) -> String, evaluation: &Evaluation, case: &Case) {
    assert_eq!(case.intervals.len(), 9);
    for expected in &case.intervals {
        let (method, level) = (expected.method, expected.level);
        let found = evaluation.interval_at(method, level).unwrap();
        let what = |part: &str| what(&format!("{method:?} at {level}, {part}"));
        close(&what("coverage"), found.coverage, expected.coverage);
        close(&what("width"), found.mean_width, expected.mean_width);
        close(&what("low"), found.next_day.0, expected.next_day.0);
        close(&what("high"), found.next_day.1, expected.next_day.1);
        let widest = found.log_half_widths.iter().copied().fold(0.0, f64::max);
        close(&what("widest"), widest, expected.widest);
    }
}

fn agree_on_sliding(what: impl Fn(&str) -> String, evaluation: &Evaluation, expected: &Slide) {
    let found = evaluation.slide().unwrap();
    assert_eq!(found.compared_days, expected.days, "{}", what("slide"));
    assert_eq!(found.shifts.len(), expected.mae.len());
    assert_eq!(found.best, expected.best, "{}", what("best place"));
    assert_eq!(found.best_by_rmse, expected.best_by_rmse);
    let errors = expected.mae.iter().zip(&expected.rmse);
    for (shift, (mae, rmse)) in found.shifts.iter().zip(errors) {
        close(&what(&format!("MAE at {}", shift.days)), shift.mae, *mae);
        close(&what(&format!("RMSE at {}", shift.days)), shift.rmse, *rmse);
    }
}

#[test]
fn numpy_agrees_on_every_day_ahead() {
    let reference = reference();
    let mut compared = 0;
    for each in &reference.series {
        for case in &each.cases {
            for (steps, expected) in &case.horizons {
                let what = |part: &str| format!("{} ({}, {steps}), {part}", each.name, case.recipe);
                let settings = Settings {
                    window: reference.window,
                    horizon: reference.horizon,
                    steps: *steps,
                    ..Settings::for_recipe(case.recipe)
                };
                agree_on_days_ahead(&what, &each.prices, &settings, case, expected);
                compared += 1;
            }
        }
    }
    // Nine series are long enough, three ways each.
    assert_eq!(compared, 27);
}

fn agree_on_days_ahead(
    what: &impl Fn(&str) -> String,
    values: &[f64],
    settings: &Settings,
    case: &Case,
    expected: &DaysAhead,
) {
    let prices = Prices {
        series: series(values),
        truth: None,
    };
    let dataset = Dataset::new(&prices.series, settings).unwrap();
    let next = &case.scaled_predictions;
    let found = evaluate_path(&prices, &dataset, next, &expected.scaled_paths).unwrap();
    assert_eq!(found.horizons.len(), expected.steps.len());
    let path = &found.forecast.path;
    for ((found, point), expected) in found.horizons.iter().zip(path).zip(&expected.steps) {
        let what = |part: &str| what(&format!("step {}, {part}", found.step));
        assert_eq!(found.days, expected.days, "{}", what("days"));
        let mut forecasters = vec![("model", &found.model)];
        forecasters.extend(found.baselines.iter());
        assert_eq!(forecasters.len(), 6);
        for (name, errors) in forecasters {
            let [mae, rmse, rmae] = expected.errors[name];
            close(&what(&format!("{name}'s MAE")), errors.mae, mae);
            close(&what(&format!("{name}'s RMSE")), errors.rmse, rmse);
            close(&what(&format!("{name}'s rMAE")), errors.rmae, rmae);
        }
        // Of step 1 both are the verdict's, which is on the forecasts of the next day alone; this path is made up
        // without regard to them.
        let (dm, p_value) = match found.step {
            1 => (case.verdict.dm, case.verdict.p_value),
            _ => (expected.dm, expected.p_value),
        };
        close(&what("DM"), found.dm, dm);
        close(&what("p"), found.p_value, p_value);
        assert_eq!(found.p_adjusted.is_some(), expected.p_adjusted.is_some());
        let adjusted = [found.p_adjusted, expected.p_adjusted].map(Option::unwrap_or_default);
        close(&what("adjusted p"), adjusted[0], adjusted[1]);
        close(&what("next"), point.price, expected.next);
        assert_eq!(expected.intervals.len(), 9);
        for expected in &expected.intervals {
            let (method, level) = (expected.method, expected.level);
            let what = |part: &str| what(&format!("{method:?} at {level}, {part}"));
            let choice = IntervalChoice { method, level };
            let interval = found.interval_at(choice).unwrap();
            close(
                &what("half-width"),
                interval.log_half_width,
                expected.log_half_width,
            );
            close(&what("coverage"), interval.coverage, expected.coverage);
            close(&what("width"), interval.mean_width, expected.mean_width);
            let ends = point.interval_at(choice).unwrap();
            close(&what("low"), ends.low, expected.next_day.0);
            close(&what("high"), ends.high, expected.next_day.1);
        }
    }
}

#[test]
fn numpy_agrees_on_a_walk_forward() {
    let reference = reference();
    let mut walked = 0;
    for each in &reference.series {
        let Some(expected) = &each.walk_forward else {
            continue;
        };
        walked += 1;
        let what = |part: &str| format!("{}, walk-forward, {part}", each.name);
        let prices = Prices {
            series: series(&each.prices),
            truth: None,
        };
        let settings = Settings {
            window: reference.window,
            ..Settings::default()
        };
        let folds = expected.tests.len();
        let plan = Plan::new(&prices.series, &settings, folds, TrainingSpan::Expanding).unwrap();
        let mut evaluations = Vec::new();
        for (number, fold) in plan.folds.iter().enumerate() {
            assert_eq!([fold.test.start, fold.test.end], expected.tests[number]);
            let lengths = [&fold.train, &fold.validation, &fold.test].map(|rows| rows.len());
            assert_eq!(lengths, expected.splits[number], "{}", what("split"));
            let fold_prices = fold.prices(&prices);
            let dataset = fold.dataset(&fold_prices, &settings).unwrap();
            let predictions = &expected.scaled_predictions[number];
            evaluations.push(evaluate(&fold_prices, &dataset, predictions).unwrap());
        }
        let all: Vec<&Evaluation> = evaluations.iter().collect();
        let pooled = Pooled::new(&prices.series, &all).unwrap();
        close_scores(&what("model"), &pooled.model, &expected.model);
        close(&what("rMAE"), pooled.verdict.rmae, expected.rmae);
        let verdict = &expected.verdict;
        close(&what("DM"), pooled.verdict.dm, verdict.dm);
        close(&what("p"), pooled.verdict.p_value, verdict.p_value);
        let tests = pooled.verdict.clark_west.unwrap();
        close(
            &what("Clark–West"),
            tests.mean_return.p_value,
            verdict.mean_return[1],
        );
        close(&what("coverage"), pooled.coverage, expected.coverage);
    }
    assert_eq!(walked, 9);
}

#[test]
fn numpy_agrees_on_what_is_said_of_returns_however_degenerate() {
    let reference = reference();
    assert_eq!(reference.returns.len(), 14);
    for each in &reference.returns {
        let what = |part: &str| format!("{}, {part}", each.name);
        let prices = |returns: &[f64]| -> Vec<f64> {
            returns.iter().map(|each| 100.0 * (1.0 + each)).collect()
        };
        let (actual, predicted) = (prices(&each.actual), prices(&each.predicted));
        let last_known = vec![100.0; actual.len()];
        let forecasts = Forecasts {
            actual: &actual,
            last_known: &last_known,
            predicted: &predicted,
            mean_return: &vec![each.mean; actual.len()],
        };
        let rmae = metrics::scores(&forecasts).rmae;
        let verdict = Verdict::asked(&forecasts, rmae);
        agree_on_verdict(&what, &verdict, &Directions::of(&forecasts), &each.verdict);
        let errors: Vec<f64> = (each.actual.iter().zip(&each.predicted))
            .map(|(actual, predicted)| actual - predicted)
            .collect();
        let paid = Days::new(each.actual.clone(), &each.predicted).paid(10.0, 252.0);
        for line in [&paid.long_flat, &paid.long_short, &paid.hold] {
            agree_on_line(&what, line, &each.paid[&line.rule]);
        }
        for (step, statistic, p_value) in &each.ahead {
            let what = |part: &str| what(&format!("{step} ahead, {part}"));
            let found = diebold_mariano_ahead(&errors, &each.actual, *step);
            close(&what("statistic"), found.statistic, *statistic);
            close(&what("p"), found.p_value, *p_value);
        }
    }
    for [p_values, expected] in &reference.holm {
        for (found, expected) in holm::adjusted(p_values).into_iter().zip(expected) {
            close("Holm", found, *expected);
        }
    }
}

fn agree_on_line(what: &impl Fn(&str) -> String, found: &Line, expected: &ReferenceLine) {
    let what = |part: &str| what(&format!("{:?}, {part}", found.rule));
    close(&what("end"), found.end(), expected.end);
    close(&what("turnover"), found.turnover, expected.turnover);
    for (part, found, expected) in [
        ("Sharpe", found.sharpe, expected.sharpe),
        ("break-even", found.break_even, expected.break_even),
    ] {
        assert_eq!(found.is_some(), expected.is_some(), "{}", what(part));
        let [found, expected] = [found, expected].map(Option::unwrap_or_default);
        close(&what(part), found, expected);
    }
}

#[test]
fn scipy_agrees_on_runs_over_seeds() {
    let pairs = reference().pairs;
    assert_eq!(pairs.len(), 8);
    for expected in &pairs {
        let what = |part: &str| format!("{} pairs, {part}", expected.first.len());
        let found = PairedComparison::new(&expected.first, &expected.second).unwrap();
        close(
            &what("difference"),
            found.mean_difference,
            expected.mean_difference,
        );
        close(&what("low"), found.low, expected.low);
        close(&what("high"), found.high, expected.high);
        close(&what("t test"), found.t_p_value, expected.t_p_value);
        close(&what("signed ranks"), found.p_value, expected.p_value);
        let spread = Spread::new(&expected.first).unwrap();
        let numbers = [
            spread.mean,
            spread.deviation,
            spread.lowest,
            spread.median,
            spread.highest,
        ];
        for (found, expected) in numbers.into_iter().zip(expected.first_spread) {
            close(&what("spread"), found, expected);
        }
        close(
            &what("mean, low"),
            spread.mean_low,
            expected.first_mean_interval[0],
        );
        close(
            &what("mean, high"),
            spread.mean_high,
            expected.first_mean_interval[1],
        );
    }
}

/// Persistence on the last 20 % of real prices, window 20, as measured once outside this project:
/// RMSE and MAE to the digits given.
#[test]
fn persistence_on_real_prices_scores_as_measured() {
    let folder = Path::new("../shared/data/alphavantage");
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
            let forecasts = Baselines::fit(&series, &dataset).forecasts();
            let persistence = &forecasts.persistence()[test];
            let found = [
                metrics::rmse(actual, persistence),
                metrics::mae(actual, persistence),
            ];
            let rounded = found.map(|score| (score * 1000.0).round() / 1000.0);
            assert_eq!(rounded, [rmse, mae], "{symbol} {recipe}");
        }
    }
}
