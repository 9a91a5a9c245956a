//! No test price may reach anything the honest recipe trains on. Each test price is changed in turn
//! and everything the trainer learns from must stay as it was, to the last bit. The notebook recipe
//! is held against the same measure to show its leak.

#[path = "support/series.rs"]
mod series;

use hindcast::forecast::baselines::Baselines;
use hindcast::forecast::job::training_job;
use hindcast::forecast::settings::{Label, Recipe, ScalerRows, Settings, SplitBy, Steps, Target};
use hindcast::forecast::{Dataset, scaler::Scaler};
use series::series;

const ROWS: usize = 150;

fn prices() -> Vec<f64> {
    (0..ROWS)
        .map(|day| 100.0 + 0.1 * day as f64 + 5.0 * (0.7 * day as f64).sin())
        .collect()
}

/// Everything that shapes the trained weights and the choice of the epoch.
#[derive(Debug, PartialEq)]
struct Learned {
    /// Window and targets of each training and validation row.
    rows: Vec<(Vec<f32>, Vec<f32>)>,
    scalers: [Scaler; 2],
    train_rows: Vec<u32>,
    validation_rows: Vec<u32>,
    first_test_row: u32,
}

fn learned(prices: &[f64], settings: &Settings) -> Learned {
    let dataset = Dataset::new(&series(prices), settings).unwrap();
    let job = training_job(&dataset);
    let rows = job
        .train_rows
        .iter()
        .chain(&job.validation_rows)
        .map(|row| {
            let row = *row as usize;
            let outputs = job.network.outputs;
            (
                job.inputs[row..row + job.window].to_vec(),
                job.targets[row * outputs..(row + 1) * outputs].to_vec(),
            )
        })
        .collect();
    Learned {
        rows,
        scalers: [dataset.input_scaler, dataset.target_scaler],
        first_test_row: job.test_rows[0],
        train_rows: job.train_rows,
        validation_rows: job.validation_rows,
    }
}

/// The indices of the test block's target prices.
fn test_prices(settings: &Settings) -> std::ops::Range<usize> {
    let dataset = Dataset::new(&series(&prices()), settings).unwrap();
    dataset.target_index(dataset.split.test.start)..ROWS
}

/// The test prices that reach what is learned when they are tripled, one at a time.
fn leaking_prices(settings: &Settings) -> Vec<usize> {
    let before = learned(&prices(), settings);
    test_prices(settings)
        .filter(|index| {
            let mut changed = prices();
            changed[*index] *= 3.0;
            learned(&changed, settings) != before
        })
        .collect()
}

#[test]
fn no_test_price_reaches_what_the_honest_recipe_learns_from() {
    for window in [2, 20, 60] {
        for target in [Target::Return, Target::Price] {
            let settings = Settings {
                window,
                target,
                ..Settings::default()
            };
            assert!(test_prices(&settings).len() > 10);
            assert_eq!(
                leaking_prices(&settings),
                Vec::<usize>::new(),
                "{settings:?}"
            );
        }
    }
}

#[test]
fn no_test_price_reaches_what_a_forecast_of_several_days_learns_from() {
    for horizon in [2, 5, 8] {
        for steps in [Steps::Direct, Steps::Recursive] {
            for target in [Target::Return, Target::Price] {
                let settings = Settings {
                    horizon,
                    steps,
                    target,
                    ..Settings::default()
                };
                assert_eq!(
                    leaking_prices(&settings),
                    Vec::<usize>::new(),
                    "{settings:?}"
                );
                // The same test days as ever, and no row fewer than the embargo takes: the last price
                // before the test block is still a target.
                let one_day = Settings::default();
                assert_eq!(test_prices(&settings), test_prices(&one_day));
                let mut changed = prices();
                changed[test_prices(&settings).start - 1] *= 3.0;
                assert_ne!(learned(&changed, &settings), learned(&prices(), &settings));
            }
        }
    }
}

#[test]
fn no_validation_price_reaches_the_targets_of_a_training_row() {
    let settings = Settings {
        horizon: 5,
        ..Settings::default()
    };
    let trained_on = |prices: &[f64]| {
        let dataset = Dataset::new(&series(prices), &settings).unwrap();
        let job = training_job(&dataset);
        let targets: Vec<f32> = job
            .train_rows
            .iter()
            .flat_map(|row| &job.targets[*row as usize * 5..][..5])
            .copied()
            .collect();
        (
            targets,
            dataset.target_index(dataset.split.validation.start),
        )
    };
    let (before, first) = trained_on(&prices());
    let changed = |from: usize| {
        let mut prices = prices();
        for price in &mut prices[from..] {
            *price *= 3.0;
        }
        trained_on(&prices).0
    };
    assert_eq!(changed(first), before);
    assert_ne!(changed(first - 1), before);
}

#[test]
fn every_test_price_reaches_the_notebooks_scaler() {
    let notebook = Settings::for_recipe(Recipe::Notebook);
    assert_eq!(
        leaking_prices(&notebook),
        test_prices(&notebook).collect::<Vec<_>>()
    );
    // The scaler is all of the leak: fitted on the training rows, the notebook has none.
    let mended = Settings {
        scaler: ScalerRows::Train,
        ..notebook
    };
    assert_eq!(leaking_prices(&mended), Vec::<usize>::new());
}

#[test]
fn an_averaged_label_tells_no_test_price_but_what_the_window_knows() {
    // Its leak is not from the test block into training but from each window into its own label.
    for target in [Target::Return, Target::Price] {
        let settings = Settings {
            target,
            label: Label::Average,
            ..Settings::default()
        };
        assert_eq!(leaking_prices(&settings), Vec::<usize>::new());
        let (row, window) = (30, settings.window);
        let label = |changed: usize, settings: &Settings| {
            let mut prices = prices();
            // A step down from here on: one return changes, and every price after it.
            for price in &mut prices[changed..] {
                *price *= 0.9;
            }
            let dataset = Dataset::new(&series(&prices), settings).unwrap();
            let target = dataset.targets[row];
            (
                dataset.target_index(row),
                dataset.target_scaler.unscale(target.into()),
            )
        };
        let (target, before) = label(ROWS, &settings);
        // The day before the last of the window: known to the window, and in its label.
        let known = target - 2;
        assert!(known > row && known < row + window + 2);
        assert!((label(known, &settings).1 - before).abs() > 1e-3);
        let next = Settings {
            label: Label::Next,
            target: Target::Return,
            ..settings
        };
        let (_, before) = label(ROWS, &next);
        assert!((label(known, &next).1 - before).abs() < 1e-6);
    }
}

#[test]
fn a_random_split_trains_on_most_test_prices() {
    for recipe in Recipe::ALL {
        let settings = Settings {
            split: SplitBy::Random,
            scaler: ScalerRows::Train,
            ..Settings::for_recipe(*recipe)
        };
        let before = Dataset::new(&series(&prices()), &settings).unwrap();
        let job = training_job(&before);
        let test: Vec<usize> = job
            .test_rows
            .iter()
            .map(|row| before.target_index(*row as usize))
            .collect();
        // In the window or beside it of some training row, that is: all but a stray one.
        let learned_from = test
            .iter()
            .filter(|index| {
                let mut changed = prices();
                changed[**index] *= 3.0;
                learned(&changed, &settings) != learned(&prices(), &settings)
            })
            .count();
        assert!(
            learned_from + 2 >= test.len(),
            "{recipe}: {learned_from} of {}",
            test.len()
        );
    }
}

#[test]
fn no_validation_price_reaches_the_honest_scaler() {
    let settings = Settings::default();
    let dataset = Dataset::new(&series(&prices()), &settings).unwrap();
    let validation = dataset.split.validation.clone();
    assert!(!validation.is_empty());
    for row in validation {
        let mut changed = prices();
        changed[dataset.target_index(row)] *= 3.0;
        let after = Dataset::new(&series(&changed), &settings).unwrap();
        assert_eq!(after.input_scaler, dataset.input_scaler);
        assert_eq!(after.target_scaler, dataset.target_scaler);
        let train = dataset.split.train.clone();
        assert_eq!(after.targets[train.clone()], dataset.targets[train]);
    }
}

#[test]
fn the_last_training_price_does_reach_what_is_learned() {
    // The counterpart that shows the measure can fail.
    let settings = Settings::default();
    let first_test = test_prices(&settings).start;
    let mut changed = prices();
    changed[first_test - 1] *= 3.0;
    assert_ne!(learned(&changed, &settings), learned(&prices(), &settings));
}

#[test]
fn no_forecast_of_a_baseline_knows_its_own_target() {
    let settings = Settings::default();
    let forecasts = |prices: &[f64]| {
        let series = series(prices);
        let dataset = Dataset::new(&series, &settings).unwrap();
        let row = dataset.split.test.start + 3;
        let all = Baselines::fit(&series, &dataset).forecasts();
        (dataset.target_index(row), all.map(|forecast| forecast[row]))
    };
    let (target, before) = forecasts(&prices());
    let mut changed = prices();
    for price in &mut changed[target..] {
        *price *= 3.0;
    }
    assert_eq!(forecasts(&changed).1, before);
}
