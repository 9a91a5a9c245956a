use super::super::evaluation::{EvaluationError, Scored, evaluate, evaluate_path};
use super::super::fixtures::{series, wave};
use super::super::settings::{Recipe, Settings, SplitBy, Steps, Target};
use super::super::{Dataset, Evaluation};
use super::*;
use crate::market::Prices;
use std::sync::Arc;

fn close(left: f64, right: f64, tolerance: f64) {
    assert!((left - right).abs() < tolerance, "{left} is not {right}");
}

fn prices(values: &[f64]) -> Prices {
    Prices {
        series: series(values),
        truth: None,
    }
}

/// The evaluation of a network that says these scaled numbers of a row and a step; its forecast of the
/// next day alone is its first step.
fn evaluation(
    values: &[f64],
    settings: &Settings,
    say: impl Fn(&Dataset, usize, usize) -> f32,
) -> Evaluation {
    let prices = prices(values);
    let dataset = Dataset::new(&prices.series, settings).unwrap();
    let next: Vec<f32> = (0..=dataset.rows())
        .map(|row| say(&dataset, row, 1))
        .collect();
    let paths: Vec<f32> = dataset
        .path_rows()
        .into_iter()
        .flat_map(|row| (1..=settings.horizon).map(move |step| (row, step)))
        .map(|(row, step)| say(&dataset, row, step))
        .collect();
    evaluate_path(&prices, &dataset, &next, &paths).unwrap()
}

#[test]
fn two_steps_by_hand() {
    // 24 prices 100, 101 … 123 and a window of 2: 22 targets, the first of them at index 2; ⌊17.6⌋ =
    // 17 come before the test block, so that starts at index 19 and has 5 rows. The network is short of
    // what happens by half a dollar a day ahead, "no change" by a whole one.
    let values: Vec<f64> = (100..124).map(f64::from).collect();
    let settings = Settings {
        window: 2,
        horizon: 2,
        ..Settings::for_recipe(Recipe::Notebook)
    };
    let found = evaluation(&values, &settings, |dataset, row, step| {
        let happens = 100.0 + (dataset.target_index(row) + step - 1) as f64;
        dataset.target_scaler.scale(happens - step as f64 / 2.0) as f32
    });
    let [one, two] = found.horizons.as_slice() else {
        panic!("two steps");
    };
    assert_eq!((one.days, two.days), (5, 4));
    for (each, step) in [(one, 1.0), (two, 2.0)] {
        close(each.model.mae, step / 2.0, 1e-4);
        close(each.model.rmse, step / 2.0, 1e-4);
        close(each.model.rmae, 0.5, 1e-4);
        close(each.baselines["persistence"].mae, step, 1e-9);
        assert_eq!(each.baselines["persistence"].rmae, 1.0);
        // The mean of five days that end today lies two days back.
        close(each.baselines["moving_average"].mae, step + 2.0, 1e-9);
    }
    // Without validation rows the last eighth of the training rows calibrates: rows 15 and 16, of
    // which only 15 has its second day before the test block: 118, and 117 was said.
    let split = IntervalChoice {
        method: IntervalMethod::Split,
        level: LEVEL,
    };
    let interval = two.interval_at(split).unwrap();
    close(interval.log_half_width, (118.0_f64 / 117.0).ln(), 1e-6);
    // One residual promises one half.
    assert_eq!(interval.promised, 0.5);
    // The further the price, the less half a dollar is of it: all of the test days are held.
    assert_eq!(interval.coverage, 1.0);
    let path = &found.forecast.path;
    assert_eq!(
        (path[1].step, String::from(path[1].ahead)),
        (2, "Day 2".to_owned())
    );
    close(path[1].price, 124.0, 1e-4);
    let ends = path[1].interval_at(split).unwrap();
    close(ends.high, 124.0 * 118.0 / 117.0, 1e-3);
    close(ends.low, 124.0 * 117.0 / 118.0, 1e-3);
    assert_eq!(path[1].intervals[1].low, path[1].low);
    assert_eq!(two.interval.method, IntervalMethod::USUAL);
    assert_eq!(found.forecast.path[0].price, found.forecast.price);
}

#[test]
fn the_first_step_is_what_all_other_scores_are_about() {
    for recipe in Recipe::ALL {
        for steps in Steps::ALL {
            for split in SplitBy::ALL {
                let settings = Settings {
                    horizon: 4,
                    steps: *steps,
                    split: *split,
                    ..Settings::for_recipe(*recipe)
                };
                let found = evaluation(&wave(400), &settings, |_, row, step| {
                    0.3 * ((row * 3 + step) as f32).sin()
                });
                assert_eq!(found.horizons.len(), 4);
                let first = &found.horizons[0];
                let table = &found.scores;
                let mut pairs = vec![(first.model, &table.model)];
                for (key, errors) in first.baselines.iter() {
                    pairs.push((*errors, &table.baselines[key]));
                }
                for (step, scores) in pairs {
                    close(step.mae, scores.mae, 1e-12);
                    close(step.rmse, scores.rmse, 1e-12);
                    close(step.rmae, scores.rmae, 1e-12);
                }
                assert_eq!(first.dm, found.verdict.dm);
                assert_eq!(first.p_value, found.verdict.p_value);
                assert_eq!(first.kind, found.verdict.kind);
                assert_eq!(first.interval.coverage, found.interval.coverage);
                assert_eq!(first.interval.log_half_width, found.interval.log_half_width);
                close(first.interval.mean_width, found.interval.mean_width, 1e-9);
            }
        }
    }
}

#[test]
fn a_network_that_knows_the_labels_makes_no_error_at_any_step() {
    for target in [Target::Return, Target::Price] {
        for steps in Steps::ALL {
            let settings = Settings {
                target,
                horizon: 6,
                steps: *steps,
                ..Settings::default()
            };
            let outputs = settings.outputs();
            let found = evaluation(&wave(500), &settings, |dataset, row, step| {
                // A recursive network says one day after another; of days to come it says nothing.
                let place = match outputs {
                    1 => row + step - 1,
                    _ => row * outputs + step - 1,
                };
                dataset.targets.get(place).copied().unwrap_or(0.0)
            });
            for each in &found.horizons {
                assert!(each.model.mae < 1e-4, "{target} {steps}: {each:?}");
                assert_eq!(each.kind, VerdictKind::Beats);
            }
            let days: Vec<usize> = found.horizons.iter().map(|each| each.days).collect();
            let last = days[0];
            assert_eq!(days, (0..6).map(|less| last - less).collect::<Vec<_>>());
        }
    }
}

#[test]
fn baselines_are_exact_where_growth_is() {
    // Half a percent a day: drift and AR(1) know every day of it.
    let values: Vec<f64> = (0..300).map(|day| 50.0 * 1.005_f64.powi(day)).collect();
    let settings = Settings {
        horizon: 10,
        ..Settings::default()
    };
    let found = evaluation(&values, &settings, |_, _, _| 0.0);
    for each in &found.horizons {
        close(each.baselines["drift"].mae, 0.0, 1e-8);
        close(each.baselines["ar1"].mae, 0.0, 1e-8);
        let growth = 1.005_f64.powi(each.step as i32);
        // rMAE against "no change" is 1 by definition, whatever it is in dollars.
        assert!(each.baselines["persistence"].mae > 50.0 * (growth - 1.0));
        assert_eq!(each.baselines["persistence"].rmae, 1.0);
    }
}

#[test]
fn degenerate_prices_give_defined_numbers() {
    let mut wild = wave(400);
    for (day, price) in wild.iter_mut().enumerate() {
        *price *= if day % 7 == 0 { 1e-3 } else { 1e3 };
    }
    for values in [vec![7.0; 400], wild] {
        for recipe in Recipe::ALL {
            for steps in Steps::ALL {
                let settings = Settings {
                    horizon: 30,
                    steps: *steps,
                    ..Settings::for_recipe(*recipe)
                };
                let found = evaluation(&values, &settings, |_, _, _| 0.01);
                assert!(found.horizons.iter().all(StepScores::all_finite));
                assert!(found.forecast.path.iter().all(PathPoint::all_finite));
            }
        }
    }
}

#[test]
fn a_path_that_runs_away_is_a_diverged_network() {
    let prices = prices(&wave(400));
    let settings = Settings {
        horizon: 5,
        steps: Steps::Recursive,
        ..Settings::default()
    };
    let dataset = Dataset::new(&prices.series, &settings).unwrap();
    let next = vec![0.0; dataset.rows() + 1];
    let rows = dataset.path_rows().len();
    let result = |value: f32| evaluate_path(&prices, &dataset, &next, &vec![value; rows * 5]);
    assert!(result(0.1).is_ok());
    for value in [1e9, f32::NAN, f32::NEG_INFINITY] {
        assert_eq!(result(value), Err(EvaluationError::Diverged));
    }
    let short = evaluate_path(&prices, &dataset, &next, &[0.0; 5]);
    assert_eq!(
        short,
        Err(EvaluationError::Mismatch {
            expected: rows * 5,
            found: 5
        })
    );
}

#[test]
fn one_day_has_no_steps_and_looks_at_no_path() {
    let prices = prices(&wave(300));
    let dataset = Dataset::new(&prices.series, &Settings::default()).unwrap();
    let next: Vec<f32> = (0..=dataset.rows()).map(|row| (row as f32).sin()).collect();
    let found = evaluate_path(&prices, &dataset, &next, &[1.0]).unwrap();
    assert_eq!(found, evaluate(&prices, &dataset, &next).unwrap());
    assert!(found.horizons.is_empty() && found.forecast.path.is_empty());
    let json = serde_json::to_string(&found).unwrap();
    assert!(!json.contains("horizons") && !json.contains("path"));
}

#[test]
fn a_report_says_in_english_which_day_ahead() {
    let ahead = Ahead {
        interval: Interval::Weekly,
        step: 3,
    };
    assert_eq!(serde_json::to_string(&ahead).unwrap(), "\"Week 3\"");
    assert_eq!(serde_json::from_str::<Ahead>("\"Week 3\"").unwrap(), ahead);
    for bad in ["\"Week\"", "\"Year 3\"", "\"\""] {
        assert!(serde_json::from_str::<Ahead>(bad).is_err(), "{bad}");
    }
}

#[test]
fn scored_a_few_days_at_a_time_it_is_the_same() {
    let prices = Arc::new(prices(&wave(400)));
    for horizon in [1, 2, 7, 30] {
        let settings = Settings {
            window: 5,
            horizon,
            ..Settings::for_recipe(Recipe::Honest)
        };
        let dataset = Arc::new(Dataset::new(&prices.series, &settings).unwrap());
        let next = vec![0.2; dataset.rows() + 1];
        let paths = vec![0.2; dataset.path_rows().len() * horizon];
        let mut scored = Scored::begin(prices.clone(), dataset.clone(), &next, paths.clone());
        let mut pieces = 1;
        let found = loop {
            match scored.expect("scorable") {
                Scored::Whole(evaluation) => break evaluation,
                Scored::UnderWay(scoring) => scored = scoring.on(),
            }
            pieces += 1;
        };
        let whole = evaluate_path(&prices, &dataset, &next, &paths).unwrap();
        assert_eq!(*found, whole, "{horizon}");
        let expected = match horizon {
            1 => 1,
            2 => 3,
            7 => 4,
            _ => 7,
        };
        assert_eq!(pieces, expected, "{horizon}");
    }
}
