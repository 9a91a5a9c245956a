use super::*;
use crate::forecast::conformal::{LEVEL, LEVELS};
use crate::forecast::fixtures::{series, wave};
use crate::forecast::settings::{Recipe, Settings};
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
        assert_eq!(evaluation.scores.persistence.rmae, 1.0);
        assert_eq!(evaluation.scores.persistence.directional_accuracy, 0.5);
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
    let rolling = evaluation.rolling_coverage(conformal::ROLLING_DAYS);
    assert_eq!(rolling.len(), dataset.split.test.len() - 59);
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
    for (name, each) in scores.named() {
        assert!(best <= each.mae * 1.005, "{name}: {} < {best}", each.mae);
    }
    assert!(scores.ridge.rmae < 0.98);
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
    assert!(
        EvaluationError::Diverged
            .to_string()
            .contains("lower learning rate")
    );
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
    assert_eq!(evaluation.intervals.len(), 6);
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
            assert_eq!(rolling.len(), dataset.split.test.len() - 59);
        }
    }
    let report = evaluation
        .interval_at(IntervalMethod::Split, LEVEL)
        .unwrap();
    assert_eq!(report.coverage, evaluation.interval.coverage);
    assert_eq!(report.next_day.0, evaluation.forecast.low);
    assert_eq!(
        evaluation.rolling_coverage_of(report, 60),
        evaluation.rolling_coverage(60)
    );
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
