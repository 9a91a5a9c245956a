use super::*;
use crate::forecast::bands::BandName;
use crate::forecast::baselines::ridge::Ridge;
use crate::forecast::caveats::{Caveat, caveats};
use crate::forecast::conformal::{LEVEL, LEVELS};
use crate::forecast::fixtures::{series, wave};
use crate::forecast::settings::{
    Input, Inputs, Label, Lookahead, Recipe, Settings, SplitBy, Target,
};
use crate::market::world::{self, WorldKind};

fn prices(values: &[f64]) -> Prices {
    Prices {
        series: series(values),
        truth: None,
    }
}

/// The scaled predictions that come back as these forecast prices.
fn scaled(dataset: &Dataset, prices: &Prices, forecasts: impl Fn(usize) -> f64) -> Vec<f32> {
    let recipe = dataset.settings.recipe;
    (0..=dataset.rows())
        .map(|row| {
            let last = prices.series.rows()[dataset.last_known_price_index(row)].price;
            let value = match recipe {
                Recipe::Honest => (forecasts(row) / last).ln(),
                Recipe::Notebook => forecasts(row),
            };
            dataset.target_scaler.scale(value) as f32
        })
        .collect()
}

#[test]
fn knowing_the_future_beats_persistence() {
    let values = wave(400);
    let prices = prices(&values);
    for recipe in Recipe::ALL {
        let dataset = Dataset::new(&prices.series, &Settings::for_recipe(*recipe)).unwrap();
        let oracle = scaled(&dataset, &prices, |row| {
            let target = dataset.target_index(row);
            *values.get(target).unwrap_or(&123.0)
        });
        let evaluation = evaluate(&prices, &dataset, &oracle).unwrap();
        assert_eq!(evaluation.verdict.kind, VerdictKind::Beats);
        assert!(evaluation.verdict.dm < 0.0);
        assert!(evaluation.scores.model.mae < 1e-3);
        assert_eq!(evaluation.scores.model.directional_accuracy, 1.0);
        assert!((evaluation.forecast.price - 123.0).abs() < 1e-2);
        assert!(evaluation.forecast.low <= evaluation.forecast.price);
        assert_eq!(evaluation.forecast.last_price, values[399]);
        assert_eq!(evaluation.predictions.len(), dataset.rows());
        assert_eq!(
            evaluation.test_predictions().count(),
            dataset.split.test.len()
        );
        assert_eq!(evaluation.scores.baselines["persistence"].rmae, 1.0);
        assert_eq!(
            evaluation.scores.baselines["persistence"].directional_accuracy,
            0.5
        );
    }
}

#[test]
fn always_ten_percent_off_loses_and_persistence_ties() {
    let values = wave(400);
    let prices = prices(&values);
    let dataset = Dataset::new(&prices.series, &Settings::default()).unwrap();
    let last = |row| values[dataset.last_known_price_index(row)];
    let off = scaled(&dataset, &prices, |row| 1.1 * last(row));
    let off = evaluate(&prices, &dataset, &off).unwrap();
    assert_eq!(off.verdict.kind, VerdictKind::Loses);
    assert!(off.verdict.dm > 0.0 && off.verdict.rmae > 1.0);
    let same = evaluate(&prices, &dataset, &scaled(&dataset, &prices, last)).unwrap();
    assert_eq!(same.verdict.kind, VerdictKind::Ties);
    assert!((same.verdict.rmae - 1.0).abs() < 1e-6);
}

#[test]
fn the_interval_covers_about_its_level_of_a_random_walk() {
    let prices = world::generate(WorldKind::RandomWalk, 3, 5_000);
    let dataset = Dataset::new(&prices.series, &Settings::default()).unwrap();
    let nothing = vec![0.0; dataset.rows() + 1]; // the mean return, every day
    let evaluation = evaluate(&prices, &dataset, &nothing).unwrap();
    // 996 test days, 497 to calibrate on: √(0.16/497 + 0.16/996) ≈ 0.022; three of them.
    assert!((evaluation.interval.coverage - LEVEL).abs() < 0.066);
    let usual = evaluation.chosen(IntervalChoice::default()).unwrap();
    let rolling = evaluation.rolling_coverage_of(usual, conformal::ROLLING_DAYS);
    assert_eq!(
        rolling.len(),
        dataset.split.test.len() + 1 - conformal::ROLLING_DAYS
    );
    assert_eq!(rolling.last().unwrap().0, prices.series.last_date());
    let mean = rolling.iter().map(|(_, share)| share).sum::<f64>() / rolling.len() as f64;
    assert!((mean - evaluation.interval.coverage).abs() < 0.03);
    let best = evaluation.scores.best_possible.unwrap();
    assert!((best.rmae - 1.0).abs() < 0.02);
}

#[test]
fn on_a_mean_reverting_world_the_best_possible_beats_all() {
    let prices = world::generate(WorldKind::MeanReverting, 1, 5_000);
    let dataset = Dataset::new(&prices.series, &Settings::default()).unwrap();
    let nothing = vec![0.0; dataset.rows() + 1];
    let scores = evaluate(&prices, &dataset, &nothing).unwrap().scores;
    let best = scores.best_possible.clone().unwrap().mae;
    for (name, each) in scores.baselines.iter() {
        assert!(best <= each.mae * 1.005, "{name}: {} < {best}", each.mae);
    }
    assert!(scores.baselines["ridge"].rmae < 0.98);
}

#[test]
fn a_diverged_network_is_named() {
    let prices = prices(&wave(100));
    for recipe in Recipe::ALL {
        let dataset = Dataset::new(&prices.series, &Settings::for_recipe(*recipe)).unwrap();
        for bad in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, 1e30] {
            let mut predictions = vec![0.0; dataset.rows() + 1];
            predictions[5] = bad;
            let result = evaluate(&prices, &dataset, &predictions);
            assert_eq!(result, Err(EvaluationError::Diverged), "{recipe} {bad}");
        }
    }
}

#[test]
fn predictions_of_another_dataset_are_refused() {
    let prices = prices(&wave(100));
    let dataset = Dataset::new(&prices.series, &Settings::default()).unwrap();
    assert_eq!(
        evaluate(&prices, &dataset, &[0.0; 5]),
        Err(EvaluationError::Mismatch {
            expected: 80,
            found: 5
        })
    );
}

#[test]
fn constant_prices_and_one_price_jump_stay_finite() {
    let mut jump = vec![0.1; 60];
    jump[58] = 1e9;
    for values in [vec![0.1; 60], jump] {
        let prices = prices(&values);
        for recipe in Recipe::ALL {
            let dataset = Dataset::new(&prices.series, &Settings::for_recipe(*recipe)).unwrap();
            let nothing = vec![0.0; dataset.rows() + 1];
            let evaluation = evaluate(&prices, &dataset, &nothing).unwrap();
            let json = serde_json::to_string(&evaluation).unwrap();
            assert!(!json.contains("null"), "{json}");
            assert_eq!(
                serde_json::from_str::<Evaluation>(&json).unwrap(),
                evaluation
            );
        }
    }
}

#[test]
fn a_network_that_says_the_mean_ties_on_constant_prices() {
    let prices = prices(&[0.1; 60]);
    for recipe in Recipe::ALL {
        let dataset = Dataset::new(&prices.series, &Settings::for_recipe(*recipe)).unwrap();
        let nothing = vec![0.0; dataset.rows() + 1];
        let Verdict { kind, rmae, .. } = evaluate(&prices, &dataset, &nothing).unwrap().verdict;
        assert_eq!((kind, rmae), (VerdictKind::Ties, 1.0));
    }
}

#[test]
fn prices_beyond_scoring_are_refused() {
    let mut values = wave(60);
    values[55] = 1e200;
    let prices = prices(&values);
    let dataset = Dataset::new(&prices.series, &Settings::default()).unwrap();
    let nothing = vec![0.0; dataset.rows() + 1];
    assert_eq!(
        evaluate(&prices, &dataset, &nothing),
        Err(EvaluationError::Unscorable)
    );
}

#[test]
fn every_interval_covers_about_its_level_of_a_random_walk() {
    let prices = world::generate(WorldKind::RandomWalk, 3, 5_000);
    let dataset = Dataset::new(&prices.series, &Settings::default()).unwrap();
    let nothing = vec![0.0; dataset.rows() + 1];
    let evaluation = evaluate(&prices, &dataset, &nothing).unwrap();
    assert_eq!(evaluation.intervals.len(), 9);
    for level in LEVELS {
        for method in IntervalMethod::ALL {
            let interval = evaluation.interval_at(method, level).unwrap();
            // Three standard errors, as above.
            let error = (level * (1.0 - level) * (1.0 / 497.0 + 1.0 / 996.0)).sqrt();
            assert!(
                (interval.coverage - level).abs() < 3.0 * error,
                "{method:?} {level}: {}",
                interval.coverage
            );
            let rolling = evaluation.rolling_coverage_of(interval, conformal::ROLLING_DAYS);
            assert_eq!(
                rolling.len(),
                dataset.split.test.len() + 1 - conformal::ROLLING_DAYS
            );
        }
    }
    let report = evaluation.chosen(IntervalChoice::default()).unwrap();
    assert_eq!(
        (report.method, report.level),
        (IntervalMethod::USUAL, LEVEL)
    );
    assert_eq!(report.coverage, evaluation.interval.coverage);
    assert_eq!(report.next_day.0, evaluation.forecast.low);
    for (band, intervals) in evaluation.bands.iter().zip(evaluation.intervals.chunks(3)) {
        for (level, interval) in band.levels.iter().zip(intervals) {
            assert_eq!(
                (level.level, level.coverage),
                (interval.level, interval.coverage)
            );
        }
    }
}

#[test]
fn the_usual_interval_is_as_wide_on_calm_days_as_they_are() {
    // What the interval of one width misses where calm and wild weeks take turns.
    let (mut steady, mut scores) = (Vec::new(), Vec::new());
    for seed in 1..=4 {
        let prices = world::generate(WorldKind::VolatilityClusters, seed, 5_000);
        let settings = Settings {
            horizon: 20,
            ..Settings::default()
        };
        let dataset = Dataset::new(&prices.series, &settings).unwrap();
        let still = dataset.target_scaler.scale(0.0) as f32;
        let next = vec![still; dataset.rows() + 1];
        let paths = vec![0.0; dataset.path_rows().len() * 20];
        let found = evaluate_path(&prices, &dataset, &next, &paths).unwrap();
        let at = |name| {
            let band = found.bands.iter().find(|band| band.band == name).unwrap();
            (band.at(LEVEL).unwrap().clone(), band.crps)
        };
        let ((split, _), (usual, crps)) = (at(BandName::Split), at(BandName::Volatility));
        let (plain, plain_crps) = at(BandName::History20);
        let (calm, wild) = (usual.calm.unwrap(), usual.wild.unwrap());
        assert!(
            (0.73..0.86).contains(&calm) && (0.75..0.87).contains(&wild),
            "{usual:?}"
        );
        assert!(split.calm.unwrap() - split.wild.unwrap() > 0.1, "{split:?}");
        steady.push(usual.steady.unwrap());
        scores.push((
            usual.interval_score / plain.interval_score,
            crps / plain_crps,
        ));
        for step in [5, 20] {
            let held = found.horizons[step - 1].interval.coverage;
            assert!((0.75..=0.85).contains(&held), "step {step}: {held}");
        }
    }
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    assert!(mean(&steady) >= 0.93, "{steady:?}");
    let (interval_score, crps): (Vec<f64>, Vec<f64>) = scores.into_iter().unzip();
    assert!(mean(&interval_score) <= 1.01, "{interval_score:?}");
    assert!(mean(&crps) <= 1.0, "{crps:?}");
}

#[test]
fn a_price_level_echo_is_seen_by_sliding() {
    let values = wave(400);
    let prices = prices(&values);
    for recipe in Recipe::ALL {
        let dataset = Dataset::new(&prices.series, &Settings::for_recipe(*recipe)).unwrap();
        let echo = scaled(&dataset, &prices, |row| {
            values[dataset.last_known_price_index(row)]
        });
        let slide = evaluate(&prices, &dataset, &echo).unwrap().slide().unwrap();
        assert_eq!((slide.best, slide.best_by_rmse), (-1, -1));
        assert!(slide.at(-1).unwrap().mae < 1e-3);
        assert_eq!(slide.compared_days, dataset.split.test.len() - 10);
    }
}

/// Ridge regression on the network's own rows and labels: a forecaster without chance that falls for
/// what a network falls for. `[rows + 1]`.
fn ridge_on_labels(dataset: &Dataset) -> Vec<f32> {
    let columns = (0..dataset.features()).map(|place| dataset.column(place));
    let inputs: Vec<Vec<f64>> = columns.map(|it| it.map(f64::from).collect()).collect();
    let labels: Vec<f64> = dataset.targets.iter().map(|x| f64::from(*x)).collect();
    let window = dataset.settings.window;
    let ridge = Ridge::fit(&inputs, &labels, window, &dataset.rows_of(Block::Train));
    let of_row = |row: usize| {
        let inputs = inputs.iter().map(|input| &input[row..row + window]);
        ridge.predict(&inputs.collect::<Vec<_>>()) as f32
    };
    (0..=dataset.rows()).map(of_row).collect()
}

#[test]
fn an_averaged_label_looks_brilliant_and_forecasts_nothing() {
    // On a random walk nothing can be forecast. Of an average of five days, four fifths can: beside its
    // label the forecaster is off by |ε|/5 where "tomorrow = today" is off by |sum of five ε|/5.
    let prices = world::generate(WorldKind::RandomWalk, 4, 3_000);
    for target in [Target::Price, Target::Return] {
        let of_label = |label| {
            let settings = Settings {
                target,
                label,
                ..Settings::default()
            };
            let dataset = Dataset::new(&prices.series, &settings).unwrap();
            evaluate(&prices, &dataset, &ridge_on_labels(&dataset)).unwrap()
        };
        let honest = of_label(Label::Next);
        assert_eq!(honest.against_label, None);
        assert!(honest.verdict.kind != VerdictKind::Beats);
        let leaking = of_label(Label::Average);
        let claim = leaking.against_label.as_ref().unwrap();
        assert_eq!(claim.verdict.kind, VerdictKind::Beats, "{target}");
        assert!(claim.verdict.rmae < 0.6, "{target} {}", claim.verdict.rmae);
        assert!(claim.verdict.p_value < 1e-6);
        // The verdict is still of the next day's price, on the same days.
        assert!(leaking.verdict.kind != VerdictKind::Beats, "{target}");
        assert!(leaking.verdict.rmae > 0.99, "{target}");
        assert_eq!(
            leaking.scores.baselines["persistence"],
            honest.scores.baselines["persistence"]
        );
        assert_eq!(
            leaking.scores.baselines["ridge"],
            honest.scores.baselines["ridge"]
        );
    }
}

/// What a pure memory says: the target of the training row whose window is nearest.
fn memory(dataset: &Dataset) -> Vec<f32> {
    let window = |row: usize| &dataset.inputs[row..row + dataset.settings.window];
    let distance = |one: usize, other: usize| -> f32 {
        let pairs = window(one).iter().zip(window(other));
        pairs.map(|(a, b)| (a - b).powi(2)).sum()
    };
    let train = dataset.rows_of(Block::Train);
    (0..=dataset.rows())
        .map(|row| {
            let nearest = train
                .iter()
                .min_by(|a, b| distance(row, **a).total_cmp(&distance(row, **b)));
            dataset.targets[*nearest.unwrap()]
        })
        .collect()
}

#[test]
fn a_random_split_rewards_memory() {
    // A share that grows beyond all it learned from. Split by time, a memory of the past cannot follow
    // it; split at random, every test day has a neighbour in memory.
    let values: Vec<f64> = (0..600)
        .map(|day| 50.0 * (0.004 * day as f64 + 0.01 * (day as f64 * 1.3).sin()).exp())
        .collect();
    let prices = prices(&values);
    let [time, random] = [SplitBy::Time, SplitBy::Random].map(|split| {
        let settings = Settings {
            split,
            ..Settings::for_recipe(Recipe::Notebook)
        };
        let dataset = Dataset::new(&prices.series, &settings).unwrap();
        evaluate(&prices, &dataset, &memory(&dataset)).unwrap()
    });
    assert!(time.verdict.rmae > 20.0, "{}", time.verdict.rmae);
    assert!(random.verdict.rmae < 2.0, "{}", random.verdict.rmae);
    assert!(time.slide().is_some());
    assert_eq!(random.slide(), None);
    assert_eq!(random.test_predictions().count(), 116);
}

#[test]
fn a_look_ahead_beats_on_a_random_walk_and_is_told_of() {
    // A momentum has its own day's return in it, so that of the day to be forecast tells all there is to tell.
    let prices = world::generate(WorldKind::RandomWalk, 4, 3_000);
    let [honest, ahead] = [Lookahead::Off, Lookahead::Day].map(|lookahead| {
        let settings = Settings {
            inputs: Inputs::default().with(Input::Momentum, true),
            lookahead,
            ..Settings::default()
        };
        let dataset = Dataset::new(&prices.series, &settings).unwrap();
        evaluate(&prices, &dataset, &ridge_on_labels(&dataset)).unwrap()
    });
    assert!(honest.verdict.kind != VerdictKind::Beats);
    assert!(honest.verdict.rmae > 0.99, "{}", honest.verdict.rmae);
    assert_eq!(ahead.verdict.kind, VerdictKind::Beats);
    assert!(ahead.verdict.rmae < 0.2, "{}", ahead.verdict.rmae);
    assert!(ahead.scores.baselines["ridge"].rmae < 0.2);
    assert_eq!(
        ahead.scores.baselines["persistence"],
        honest.scores.baselines["persistence"]
    );
    // Of tomorrow it is told nothing, and promises as much as if it were.
    let width = |it: &Evaluation| it.forecast.high - it.forecast.low;
    assert!(width(&ahead) < 0.3 * width(&honest));
    assert_eq!(caveats(&honest), []);
    assert_eq!(caveats(&ahead), [Caveat::LooksAhead]);
}
