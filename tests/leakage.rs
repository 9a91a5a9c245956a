//! No test price may reach anything the honest recipe trains on. Each test price is changed in turn
//! and everything the trainer learns from must stay as it was, to the last bit. The notebook recipe
//! is held against the same measure to show its leak.

#[path = "support/series.rs"]
mod series;

use hindcast::forecast::baselines::Baselines;
use hindcast::forecast::job::training_job;
use hindcast::forecast::settings::{
    Input, Inputs, Label, Lookahead, Recipe, ScalerRows, Settings, SplitBy, Steps, Target,
};
use hindcast::forecast::{Dataset, scaler::Scaler};
use hindcast::market::{Row, Series};
use series::series;
use std::sync::Arc;

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
    scalers: Vec<Scaler>,
    train_rows: Vec<u32>,
    validation_rows: Vec<u32>,
    first_test_row: u32,
}

fn learned(prices: &[f64], settings: &Settings) -> Learned {
    learned_of(&series(prices), settings)
}

fn learned_of(series: &Series, settings: &Settings) -> Learned {
    let dataset = Dataset::new(series, settings).unwrap();
    let job = training_job(&dataset);
    let rows = job
        .train_rows
        .iter()
        .chain(&job.validation_rows)
        .map(|row| {
            let row = *row as usize;
            let outputs = job.network.outputs;
            (
                dataset.window(row).to_vec(),
                job.targets[row * outputs..(row + 1) * outputs].to_vec(),
            )
        })
        .collect();
    Learned {
        rows,
        scalers: [dataset.input_scaler, dataset.target_scaler]
            .into_iter()
            .chain(dataset.further.iter().map(|input| input.scaler))
            .collect(),
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

/// Rows with everything that a source can have.
fn whole_rows() -> Vec<Row> {
    let prices = series(&prices());
    let wave = |day: usize, speed: f64| (day as f64 * speed).sin();
    let rows = prices.rows().iter().enumerate();
    rows.map(|(day, row)| Row {
        open: Some(row.price * (1.0 + 0.01 * wave(day, 1.1))),
        high: Some(row.price * (1.02 + 0.01 * wave(day, 0.9))),
        low: Some(row.price * (0.97 + 0.01 * wave(day, 1.3))),
        close: Some(row.price),
        volume: Some(1e6 * (1.0 + 0.5 * wave(day, 2.3))),
        ..*row
    })
    .collect()
}

fn of_rows(rows: Vec<Row>) -> Series {
    beside(rows, |_, price| price)
}

/// The rows beside a second series, of which `change` makes another price of a day.
fn beside(rows: Vec<Row>, change: impl Fn(usize, f64) -> f64) -> Series {
    let info = series(&prices()).info().clone();
    let others = rows.iter().enumerate().map(|(day, row)| {
        let price = 50.0 + 5.0 * (day as f64 * 0.7).sin();
        Row::of_price(row.date, change(day, price))
    });
    let other = Series::new(info.clone(), others.collect()).expect("good rows");
    let first = Series::new(info, rows).expect("good rows");
    first.beside(Some(Arc::new(other)))
}

#[test]
fn no_further_input_of_a_test_day_reaches_what_is_learned() {
    let all = Input::ALL.iter().copied();
    let all = all.fold(Inputs::default(), |inputs, input| inputs.with(input, true));
    type Change = fn(&mut Row);
    let changes: [Change; 5] = [
        |row| row.open = row.open.map(|open| open * 3.0),
        |row| row.high = row.high.map(|high| high * 3.0),
        |row| row.low = row.low.map(|low| low / 3.0),
        |row| row.volume = row.volume.map(|volume| volume * 3.0),
        // A test day without a volume is read as the training rows' mean.
        |row| row.volume = None,
    ];
    for target in [Target::Return, Target::Price] {
        for horizon in [1, 4] {
            let settings = Settings {
                inputs: all,
                target,
                horizon,
                ..Settings::default()
            };
            let before = learned_of(&of_rows(whole_rows()), &settings);
            assert_eq!(before.scalers.len(), 9);
            let test = test_prices(&Settings {
                inputs: Inputs::default(),
                ..settings.clone()
            });
            let reaches = |day: usize, change: Change| {
                let mut rows = whole_rows();
                change(&mut rows[day]);
                learned_of(&of_rows(rows), &settings) != before
            };
            for change in changes {
                for day in test.clone() {
                    assert!(!reaches(day, change), "{settings:?}, day {day}");
                }
                // The day before the first target is in its window, and in no window that is learned from;
                // the counterpart is the last day that one has.
                let last_read = test.start - 1 - horizon;
                assert!(reaches(last_read, change), "{settings:?}");
            }
            let other_reaches = |changed: usize| {
                let change = |day, price| if day == changed { 3.0 * price } else { price };
                learned_of(&beside(whole_rows(), change), &settings) != before
            };
            for day in test.clone() {
                assert!(!other_reaches(day), "{settings:?}, day {day}");
            }
            assert!(other_reaches(test.start - 1 - horizon), "{settings:?}");
            // The price itself reaches further than its own day, by momentum and gap.
            let price: Change = |row| row.price *= 3.0;
            for day in test {
                assert!(!reaches(day, price), "{settings:?}, day {day}");
            }
        }
    }
}

#[test]
fn no_further_input_of_a_validation_day_reaches_the_scalers() {
    let settings = Settings {
        inputs: Inputs::default()
            .with(Input::Volume, true)
            .with(Input::Range, true),
        ..Settings::default()
    };
    let dataset = Dataset::new(&of_rows(whole_rows()), &settings).unwrap();
    for row in dataset.split.validation.clone() {
        let mut rows = whole_rows();
        let day = &mut rows[dataset.target_index(row)];
        (day.high, day.volume) = (Some(1e4), Some(1e9));
        let after = Dataset::new(&of_rows(rows), &settings).unwrap();
        assert_eq!(after.further, dataset.further);
    }
    let all = Settings {
        scaler: ScalerRows::All,
        ..settings
    };
    let leaking = Dataset::new(&of_rows(whole_rows()), &all).unwrap();
    assert_ne!(leaking.further, dataset.further);
}

#[test]
fn a_look_ahead_tells_each_window_its_own_target_day_and_no_training_row_a_test_day() {
    // Its leak is not from the test block into training but from each day into its own forecast.
    for target in [Target::Return, Target::Price] {
        let settings = |lookahead| Settings {
            inputs: Inputs::default()
                .with(Input::Volume, true)
                .with(Input::Range, true),
            target,
            lookahead,
            ..Settings::default()
        };
        let ahead = settings(Lookahead::Day);
        let with_volume = |day: usize| {
            let mut rows = whole_rows();
            rows[day].volume = Some(9e9);
            of_rows(rows)
        };
        let before = learned_of(&of_rows(whole_rows()), &ahead);
        let test = test_prices(&Settings::for_recipe(Recipe::Honest));
        for day in test.clone() {
            assert_eq!(learned_of(&with_volume(day), &ahead), before, "day {day}");
        }
        assert_ne!(learned_of(&with_volume(test.start - 1), &ahead), before);

        // A volume far out changes the windows that read it, its own day's or the day after's, and no scaler,
        // as it is of a test day.
        let first_row_told = |lookahead, day: usize| {
            let settings = settings(lookahead);
            let cut = |series: &Series| Dataset::new(series, &settings).unwrap();
            let (usual, changed) = (cut(&of_rows(whole_rows())), cut(&with_volume(day)));
            let told = |row: &usize| usual.window(*row) != changed.window(*row);
            let first = (0..=usual.rows()).find(told).expect("one that reads it");
            usual.target_index(first)
        };
        let day = test.start + 5;
        assert_eq!(first_row_told(Lookahead::Off, day), day + 1);
        assert_eq!(first_row_told(Lookahead::Day, day), day);
    }
}
