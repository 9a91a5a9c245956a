//! Whatever the prices and whatever the network says: an evaluation is a set of finite numbers with a
//! report that JSON can hold, or an error that says what to do. Series and predictions here are drawn
//! to be as awkward as they may be.

#[path = "support/series.rs"]
mod series;

use hindcast::app::words::report::report as report_of;
use hindcast::app::words::shift;
use hindcast::experiment::Experiment;
use hindcast::forecast::caveats::caveats;
use hindcast::forecast::evaluation::{Evaluation, EvaluationError, evaluate};
use hindcast::forecast::settings::{
    Input, Inputs, Label, Lookahead, Recipe, ScalerRows, Settings, SplitBy, Target,
};
use hindcast::forecast::walk_forward::{Plan, Pooled, TrainingSpan};
use hindcast::forecast::{Dataset, baselines::Baselines};
use hindcast::market::{Interval, Prices};
use hindcast::protocol::{DeviceKind, DeviceReason, DeviceReport, TrainedModel};
use hindcast::report::{FinishedRun, Report};
use hindcast::text::said;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use series::series;

const CASES: usize = 3_000;

fn prices(values: &[f64]) -> Prices {
    Prices {
        series: series(values),
        truth: None,
    }
}

/// A series of one awkward kind; the kind's name is for the message of a failure.
fn awkward_prices(rng: &mut ChaCha8Rng, rows: usize) -> (&'static str, Vec<f64>) {
    // A price that never moves is scaled by 1; below a thousandth a forecast of one deviation would be
    // a million times the price, which is refused as diverged.
    let level = 10.0_f64.powi(rng.random_range(-3..7));
    let at = rng.random_range(0..rows);
    let kind = rng.random_range(0..8);
    let mut walk = level;
    let mut value = |day: usize, rng: &mut ChaCha8Rng| match kind {
        0 => level,
        1 => level * if day.is_multiple_of(2) { 1.0 } else { 1.1 },
        2 => level * if day < at { 1.0 } else { 1e6 },
        3 => level * if day == at { 1e-6 } else { 1.0 },
        4 => level * 1.05_f64.powi(day as i32),
        5 => level * (1.0 + 1e-15 * day as f64),
        6 => {
            level
                * if day < at {
                    1.0
                } else {
                    1.0 + 0.01 * (day - at) as f64
                }
        }
        _ => {
            walk *= (0.02 * rng.random_range(-3.0..3.0_f64)).exp();
            walk
        }
    };
    let values = (0..rows).map(|day| value(day, rng)).collect();
    let name = [
        "constant",
        "zigzag",
        "one step up",
        "one wrong price",
        "steady growth",
        "rounding noise",
        "still, then rising",
        "walk",
    ][kind];
    (name, values)
}

/// Scaled predictions of one awkward kind, `[rows + 1]`.
fn awkward_predictions(
    rng: &mut ChaCha8Rng,
    dataset: &Dataset,
    prices: &Prices,
) -> (&'static str, Vec<f32>) {
    let known = prices.series.prices();
    let same = rng.random_range(-2.0..2.0_f32);
    let kind = rng.random_range(0..8);
    let one = |row: usize, rng: &mut ChaCha8Rng| match kind {
        0 => 0.0,
        1 => same,
        2 => rng.random_range(-3.0..3.0),
        3 => *dataset.targets.get(row).unwrap_or(&0.0),
        4 => {
            let today = known[dataset.last_known_price_index(row)];
            dataset.target_scaler.scale(match dataset.settings.target {
                Target::Price => today,
                Target::Return => 0.0,
            }) as f32
        }
        5 => rng.random_range(-1.0..1.0_f32) * 1e4,
        6 => f32::from_bits(rng.random()),
        _ => f32::MIN_POSITIVE,
    };
    let predictions = (0..=dataset.rows()).map(|row| one(row, rng)).collect();
    let name = [
        "the mean",
        "all equal",
        "noise",
        "the labels",
        "persistence",
        "large noise",
        "any bits",
        "next to nothing",
    ][kind];
    (name, predictions)
}

fn settings(rng: &mut ChaCha8Rng) -> Settings {
    fn any<T: Copy>(rng: &mut ChaCha8Rng, all: &[T]) -> T {
        all[rng.random_range(0..all.len())]
    }
    Settings {
        target: any(rng, Target::ALL),
        scaler: any(rng, ScalerRows::ALL),
        split: any(rng, SplitBy::ALL),
        label: any(rng, Label::ALL),
        lookahead: any(rng, Lookahead::ALL),
        inputs: Inputs::default().with(Input::Momentum, rng.random()),
        window: any(rng, &[2, 3, 5, 20]),
        seed: rng.random_range(0..9),
        ..Settings::for_recipe(any(rng, Recipe::ALL))
    }
}

fn report(prices: &Prices, dataset: &Dataset, evaluation: &Evaluation) -> Report {
    let model = TrainedModel {
        predictions: Vec::new(),
        paths: Vec::new(),
        best_epoch: 1,
        total_ms: 1.0,
        steps: 1,
        ms_per_step: 1.0,
        dispatches_per_step: Some(6.0),
        parameters: Vec::new(),
    };
    let device = DeviceReport {
        kind: DeviceKind::Cpu,
        adapter: "CPU".into(),
        reason: DeviceReason::CpuChosen,
    };
    report_of(FinishedRun {
        experiment: &Experiment {
            settings: dataset.settings.clone(),
            ..Experiment::default()
        },
        prices,
        dataset,
        device: &device,
        epochs: &[],
        model: &model,
        evaluation,
        opened: None,
        rate_changes: &[],
    })
}

/// Everything that a page would show of it, in words.
fn sentences(evaluation: &Evaluation) -> Vec<String> {
    let mut sentences: Vec<String> = caveats(evaluation).iter().map(said).collect();
    if let Some(slide) = evaluation.slide() {
        sentences.extend(
            [Interval::Daily, Interval::Weekly, Interval::Monthly]
                .map(|i| shift::sentence(&slide, i)),
        );
        assert!(
            slide
                .shifts
                .iter()
                .all(|s| s.mae.is_finite() && s.rmse.is_finite())
        );
    }
    sentences
}

fn assert_sound(what: &str, prices: &Prices, dataset: &Dataset, evaluation: &Evaluation) {
    // serde_json writes NaN and the infinities as null; nothing else in this report is one.
    let json = report(prices, dataset, evaluation).to_json();
    assert!(!json.contains("null"), "{what}: {json}");
    assert_eq!(
        serde_json::from_str::<Report>(&json).unwrap().intervals,
        evaluation.intervals,
        "{what}"
    );
    for sentence in sentences(evaluation) {
        assert!(
            !sentence.contains("NaN") && !sentence.contains("inf "),
            "{what}: {sentence}"
        );
    }
    let share = 0.0..=1.0;
    let p_value = evaluation.verdict.p_value;
    assert!(share.contains(&p_value), "{what}: p = {p_value}");
    for interval in &evaluation.intervals {
        assert!(share.contains(&interval.coverage), "{what}");
        assert!(interval.mean_width >= 0.0, "{what}");
        assert!(interval.next_day.0 <= interval.next_day.1, "{what}");
        for (_, rolling) in evaluation.rolling_coverage_of(interval, 5) {
            assert!(share.contains(&rolling), "{what}");
        }
    }
}

#[test]
fn whatever_comes_in_is_scored_in_finite_numbers_or_refused_in_words() {
    let mut rng = ChaCha8Rng::seed_from_u64(20_260_101);
    let (mut scored, mut diverged) = (0, 0);
    for _ in 0..CASES {
        let settings = settings(&mut rng);
        let rows = rng.random_range(settings.window + 12..settings.window + 90);
        let (kind, values) = awkward_prices(&mut rng, rows);
        let prices = prices(&values);
        let dataset = Dataset::new(&prices.series, &settings).unwrap();
        let (said, predictions) = awkward_predictions(&mut rng, &dataset, &prices);
        let what = format!("{rows} rows, {kind}, predicted {said}, {settings:?}");
        match evaluate(&prices, &dataset, &predictions) {
            Ok(evaluation) => {
                scored += 1;
                assert_sound(&what, &prices, &dataset, &evaluation);
            }
            Err(error) => {
                diverged += 1;
                // Ordinary forecasts are never refused, however awkward the prices.
                let wild = ["large noise", "any bits"].contains(&said);
                let jumps = ["one step up", "one wrong price"].contains(&kind);
                assert!(wild || jumps, "{what}: {error:?}");
                assert_eq!(error, EvaluationError::Diverged, "{what}");
            }
        }
    }
    // Neither branch is there for show.
    assert!(
        scored > CASES / 2 && diverged > CASES / 50,
        "{scored}, {diverged}"
    );
}

#[test]
fn baselines_are_finite_on_every_awkward_series() {
    let mut rng = ChaCha8Rng::seed_from_u64(7);
    for _ in 0..CASES / 10 {
        let settings = settings(&mut rng);
        let rows = rng.random_range(settings.window + 12..settings.window + 90);
        let (kind, values) = awkward_prices(&mut rng, rows);
        let prices = prices(&values);
        let dataset = Dataset::new(&prices.series, &settings).unwrap();
        assert!(
            dataset
                .inputs
                .iter()
                .chain(&dataset.targets)
                .all(|x| x.is_finite())
        );
        let all = Baselines::fit(&prices.series, &dataset).forecasts();
        for forecasts in all.values() {
            assert!(
                forecasts.iter().all(|p| p.is_finite()),
                "{kind} {settings:?}"
            );
        }
    }
}

#[test]
fn a_walk_forward_over_awkward_prices_is_pooled_in_finite_numbers() {
    let mut rng = ChaCha8Rng::seed_from_u64(8);
    let mut pooled_ones = 0;
    for _ in 0..CASES / 10 {
        let settings = settings(&mut rng);
        let rows = rng.random_range(settings.window + 40..settings.window + 120);
        let (kind, values) = awkward_prices(&mut rng, rows);
        let prices = prices(&values);
        let span = TrainingSpan::ALL[rng.random_range(0..2)];
        let plan = Plan::new(&prices.series, &settings, 3, span).unwrap();
        let evaluations: Vec<Evaluation> = plan
            .folds
            .iter()
            .filter_map(|fold| {
                let fold_prices = fold.prices(&prices);
                let dataset = fold.dataset(&fold_prices, &settings).unwrap();
                let nothing = vec![0.0; dataset.rows() + 1];
                evaluate(&fold_prices, &dataset, &nothing).ok()
            })
            .collect();
        let all: Vec<&Evaluation> = evaluations.iter().collect();
        if let Some(pooled) = Pooled::new(&prices.series, &all) {
            pooled_ones += 1;
            let json = serde_json::to_string(&pooled).unwrap();
            assert!(!json.contains("null"), "{kind}: {json}");
            assert!(!said(&pooled).contains("NaN"), "{kind}");
        }
    }
    assert!(pooled_ones > CASES / 20);
}
