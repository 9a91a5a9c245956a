use super::super::calibration::Calibration;
use super::super::fixtures::{series, wave};
use super::super::settings::{InputNumber, Inputs, Label, Lookahead, Recipe};
use super::*;
use crate::market::world::{WorldKind, generate};

fn settings(recipe: Recipe, window: usize) -> Settings {
    Settings {
        window,
        ..Settings::for_recipe(recipe)
    }
}

#[test]
fn notebook_windows_and_targets_are_the_scaled_prices() {
    // 15 prices 1..=15: mean 8, variance (15² − 1)/12 = 56/3.
    let prices: Vec<f64> = (1..=15).map(f64::from).collect();
    let dataset = Dataset::new(&series(&prices), &settings(Recipe::Notebook, 3)).unwrap();
    assert_eq!(dataset.input_scaler.mean, 8.0);
    assert!((dataset.input_scaler.deviation - (56.0_f64 / 3.0).sqrt()).abs() < 1e-12);
    assert_eq!(dataset.target_scaler, dataset.input_scaler);
    // 15 − 3 = 12 targets; ⌊0.8 · 12⌋ = 9 of them for training.
    assert_eq!((dataset.rows(), dataset.inputs.len()), (12, 15));
    assert_eq!(dataset.first_target, 3);
    assert_eq!(
        dataset.split,
        Split {
            train: 0..9,
            validation: 9..9,
            test: 9..12
        }
    );
    // Row 0 reads the prices 1, 2, 3 and aims at 4.
    let unscaled = |scaled: f32| (dataset.input_scaler.unscale(scaled.into()) * 1e4).round() / 1e4;
    assert_eq!(unscaled(dataset.inputs[0]), 1.0);
    assert_eq!(unscaled(dataset.inputs[2]), 3.0);
    assert_eq!(unscaled(dataset.targets[0]), 4.0);
    assert_eq!(unscaled(dataset.targets[11]), 15.0);
}

#[test]
fn honest_windows_and_targets_are_the_scaled_log_returns() {
    // Every price is a power of two times the one before.
    let steps = [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 5, 7];
    let mut prices = vec![1.0];
    for step in steps {
        prices.push(prices.last().unwrap() * 2.0_f64.powi(step));
    }
    let series = series(&prices);
    let dataset = Dataset::new(&series, &settings(Recipe::Honest, 3)).unwrap();
    // 15 prices, 14 returns, 14 − 3 = 11 rows; the boundary stands at price 3 + 9 = 12, so
    // 12 − 4 = 8 rows come before it and ⌊8/8⌋ = 1 of them is validation.
    assert_eq!((dataset.rows(), dataset.inputs.len()), (11, 14));
    assert_eq!(dataset.first_target, 4);
    assert_eq!(
        dataset.split,
        Split {
            train: 0..7,
            validation: 7..8,
            test: 8..11
        }
    );
    // Training rows 0..7 touch the returns 0..10: 1 2 3 1 2 3 1 2 3 1 times ln 2, mean 1.9;
    // squares: 4·0.81 + 3·0.01 + 3·1.21 = 6.9, variance 0.69.
    let ln_2 = std::f64::consts::LN_2;
    assert!((dataset.input_scaler.mean - 1.9 * ln_2).abs() < 1e-12);
    assert!((dataset.input_scaler.deviation - 0.69_f64.sqrt() * ln_2).abs() < 1e-12);
    // Row 0 reads the steps 1, 2, 3 and aims at the fourth, 1.
    assert!((dataset.targets[0] - ((1.0 - 1.9) / 0.69_f32.sqrt())).abs() < 1e-6);
    // A perfect prediction of the last row gives the last price: step 7 from 2^29.
    let price = dataset.price_from_scaled(10, dataset.targets[10].into(), &series);
    assert!((price / prices[14] - 1.0).abs() < 1e-5);
    // The next day is forecast from the last price.
    assert_eq!(dataset.last_known_price_index(dataset.rows()), 14);
}

#[test]
fn the_test_block_starts_on_the_same_date_in_every_recipe() {
    for rows in [40, 41, 57, 100, 333] {
        let series = series(&wave(rows));
        let [honest, notebook] = [Recipe::Honest, Recipe::Notebook].map(|recipe| {
            let dataset = Dataset::new(&series, &settings(recipe, 20)).unwrap();
            assert_eq!(dataset.target_index(dataset.rows()), rows);
            let Split {
                train,
                validation,
                test,
            } = dataset.split.clone();
            assert!(!train.is_empty() && !test.is_empty());
            assert_eq!(validation.is_empty(), recipe == Recipe::Notebook);
            assert_eq!((train.end, validation.end), (validation.start, test.start));
            assert_eq!(dataset.block_of(train.end - 1), Block::Train);
            assert_eq!(dataset.block_of(test.start - 1) == Block::Validation, {
                recipe == Recipe::Honest
            });
            assert_eq!(dataset.block_of(test.start), Block::Test);
            dataset.target_index(test.start)
        });
        assert_eq!(honest, notebook);
        assert_eq!(honest, 20 + (rows - 20) * 8 / 10);
    }
}

#[test]
fn target_and_scaler_mix_freely() {
    let series = series(&wave(100));
    for recipe in [Recipe::Honest, Recipe::Notebook] {
        for target in [Target::Price, Target::Return] {
            for scaler in [ScalerRows::Train, ScalerRows::All] {
                let settings = Settings {
                    target,
                    scaler,
                    ..settings(recipe, 20)
                };
                let dataset = Dataset::new(&series, &settings).unwrap();
                assert_eq!(
                    dataset.first_target,
                    20 + usize::from(target == Target::Return)
                );
                assert_eq!(
                    dataset.split.validation.is_empty(),
                    recipe == Recipe::Notebook
                );
                let last = dataset.rows() - 1;
                let price = dataset.price_from_scaled(last, dataset.targets[last].into(), &series);
                assert!((price / series.last_price() - 1.0).abs() < 1e-5);
            }
        }
    }
}

#[test]
fn a_random_split_deals_the_same_numbers_all_over_the_history() {
    let series = series(&wave(333));
    for recipe in [Recipe::Honest, Recipe::Notebook] {
        let of_seed = |seed| {
            let settings = Settings {
                split: SplitBy::Random,
                seed,
                ..settings(recipe, 20)
            };
            Dataset::new(&series, &settings).unwrap()
        };
        let dataset = of_seed(1);
        let by_time = Dataset::new(&series, &settings(recipe, 20)).unwrap();
        assert_eq!(dataset.split, by_time.split);
        let mut dealt = 0;
        for block in [Block::Train, Block::Validation, Block::Test] {
            let rows = dataset.rows_of(block);
            assert_eq!(rows.len(), by_time.rows_of(block).len());
            assert!(rows.iter().all(|row| dataset.block_of(*row) == block));
            dealt += rows.len();
        }
        assert_eq!(dealt, dataset.rows());
        // A fifth of 313 rows: some of them in each fifth of the history.
        let test = dataset.rows_of(Block::Test);
        for fifth in 0..5 {
            let part = fifth * 62..(fifth + 1) * 62;
            assert!(test.iter().any(|row| part.contains(row)), "{fifth}");
        }
        assert_eq!(dataset, of_seed(1));
        assert_ne!(dataset.scattered, of_seed(2).scattered);
    }
}

#[test]
fn a_random_splits_scaler_is_fitted_on_what_training_touches() {
    let blocks = [
        Block::Test,
        Block::Train,
        Block::Train,
        Block::Test,
        Block::Test,
    ]
    .into_iter()
    .chain([Block::Test, Block::Train])
    .collect::<Vec<_>>();
    let values: Vec<f64> = (0..9).map(f64::from).collect();
    // Rows 1, 2 and 6 with window 2 touch 1 2 3, 2 3 4 and 6 7 8.
    assert_eq!(
        values_of_training(&values, &blocks, 2 + 1),
        [1.0, 2.0, 3.0, 4.0, 6.0, 7.0, 8.0]
    );
    // Their windows alone.
    assert_eq!(
        values_of_training(&values, &blocks, 2),
        [1.0, 2.0, 3.0, 6.0, 7.0]
    );
}

#[test]
fn an_averaged_label_is_mostly_in_its_window() {
    let values = wave(100);
    let next = settings(Recipe::Notebook, 20);
    let average = Settings {
        label: Label::Average,
        ..next.clone()
    };
    let series = series(&values);
    let [next, average] = [next, average].map(|settings| Dataset::new(&series, &settings).unwrap());
    assert_eq!(average.inputs, next.inputs);
    assert_eq!(average.split, next.split);
    for row in 0..average.rows() {
        let expected = values[row + 16..=row + 20].iter().sum::<f64>() / 5.0;
        let found = average.target_scaler.unscale(average.targets[row].into());
        assert!((found - expected).abs() < 1e-4, "{row}: {found}");
    }
}

#[test]
fn targets_of_several_days_by_hand() {
    // Prices 1, 2, 4 … double daily, now and then by 4: returns of ln 2 and 2·ln 2.
    let factors: Vec<f64> = (0..60)
        .map(|day| if day % 3 == 0 { 4.0 } else { 2.0 })
        .collect();
    let mut price = 1e-9;
    let prices: Vec<f64> = factors
        .iter()
        .map(|factor| {
            price *= factor;
            price
        })
        .collect();
    let several = Settings {
        horizon: 3,
        ..settings(Recipe::Honest, 5)
    };
    let dataset = Dataset::new(&series(&prices), &several).unwrap();
    let Scaler { mean, deviation } = dataset.target_scaler;
    for row in [0, 7, dataset.rows() - 1] {
        for days in 1..=3 {
            let target = dataset.target_index(row) + days - 1;
            let expected = prices.get(target).map_or(0.0, |price| {
                let growth = (price / prices[dataset.last_known_price_index(row)]).ln();
                (growth - days as f64 * mean) / ((days as f64).sqrt() * deviation)
            });
            let found = f64::from(dataset.targets[row * 3 + days - 1]);
            assert!((found - expected).abs() < 1e-5, "{row} {days}: {found}");
        }
    }
    // Its scaler, inputs and first targets are the one-day dataset's.
    let one = Dataset::new(&series(&prices), &settings(Recipe::Honest, 5)).unwrap();
    assert_eq!(one.target_scaler, dataset.target_scaler);
    assert_eq!(one.inputs, dataset.inputs);
    let first: Vec<f32> = dataset.targets.iter().step_by(3).copied().collect();
    assert_eq!(one.targets, first);
    assert_eq!(one.split, dataset.split);
}

#[test]
fn an_embargo_keeps_every_target_in_its_block() {
    let several = Settings {
        horizon: 5,
        ..settings(Recipe::Honest, 20)
    };
    // 120 prices: 100 targets, 80 before the test block less the one without a return: 79; 9 of
    // them validate.
    let dataset = Dataset::new(&series(&wave(120)), &several).unwrap();
    let rows = |block, step| {
        let rows = dataset.rows_reaching(block, step);
        (rows[0], rows[rows.len() - 1], rows.len())
    };
    assert_eq!(rows(Block::Train, 5), (0, 65, 66));
    assert_eq!(rows(Block::Validation, 5), (70, 74, 5));
    assert_eq!(rows(Block::Test, 5), (79, 94, 16));
    assert_eq!(rows(Block::Train, 1), (0, 69, 70));
    // Forecast from: the validation and test rows and the unknown day.
    assert_eq!(dataset.path_rows(), (70..=99).collect::<Vec<_>>());
}

#[test]
fn a_horizon_needs_its_rows_in_every_block() {
    for recipe in Recipe::ALL {
        for horizon in [2, 5, 30] {
            let several = Settings {
                horizon,
                ..settings(*recipe, 20)
            };
            let needed = 20 + 10 * horizon + 2;
            let cut = |rows| Dataset::new(&series(&wave(rows)), &several);
            let error = cut(needed - 1).unwrap_err();
            assert!(matches!(error, DatasetError::TooFewRows { horizon: it, .. } if it == horizon));
            let dataset = cut(needed).unwrap();
            for block in [Block::Train, Block::Test] {
                assert!(!dataset.rows_reaching(block, horizon).is_empty());
            }
            let calibrated = Calibration::of(&dataset).rows;
            assert!(calibrated.iter().any(|row| dataset.reaches(*row, horizon)));
        }
    }
}

#[test]
fn too_few_rows_names_how_many_are_needed() {
    for recipe in [Recipe::Honest, Recipe::Notebook] {
        let error = Dataset::new(&series(&wave(31)), &settings(recipe, 20)).unwrap_err();
        assert_eq!(
            error,
            DatasetError::TooFewRows {
                rows: 31,
                needed: 32,
                horizon: 1
            }
        );
        assert!(Dataset::new(&series(&wave(32)), &settings(recipe, 20)).is_ok());
    }
}

#[test]
fn a_look_ahead_reads_the_further_numbers_of_the_target_day() {
    let series = generate(WorldKind::Volume, 1, 300).series;
    let inputs = Inputs::default()
        .with(Input::Volume, true)
        .with(Input::Momentum, true);
    for target in [Target::Return, Target::Price] {
        let of = |lookahead| {
            let settings = Settings {
                inputs,
                target,
                lookahead,
                ..Settings::default()
            };
            Dataset::new(&series, &settings).unwrap()
        };
        let [off, ahead] = [Lookahead::Off, Lookahead::Day].map(of);
        // The same rows, blocks, targets and own past.
        assert_eq!(ahead.split, off.split);
        assert_eq!(ahead.targets, off.targets);
        assert!(ahead.column(0).eq(off.column(0)));
        let last_day = |row: usize| ahead.window(row).rchunks(3).next().unwrap();
        for (place, input) in (1..).zip(&ahead.further) {
            let values = inputs::values(&series, input.number);
            for row in [0, 100, ahead.rows() - 1] {
                let of_target = values[ahead.target_index(row)].unwrap();
                let expected = input.scaler.scale(of_target) as f32;
                assert_eq!(last_day(row)[place], expected);
            }
            // Of the next, unknown day nobody knows it: the mean stands there.
            assert_eq!(last_day(ahead.rows())[place], 0.0);
        }
        // Fitted on what the windows of training rows read, of which the target's day is one.
        let last = ahead.target_index(ahead.split.train.end - 1);
        let volumes = inputs::values(&series, InputNumber::Volume);
        let read = &volumes[ahead.first_read_beside()..=last];
        let read: Vec<f64> = read.iter().map(|volume| volume.unwrap()).collect();
        assert_eq!(ahead.further[0].scaler, Scaler::fit(&read));
    }
}

#[test]
fn a_look_ahead_tells_nothing_where_all_is_known_in_time() {
    let series = series(&wave(100));
    for inputs in [
        Inputs::default(),
        Inputs::default().with(Input::Weekday, true),
    ] {
        let off = Settings {
            inputs,
            ..Settings::default()
        };
        let ahead = Settings {
            lookahead: Lookahead::Day,
            ..off.clone()
        };
        assert!(!ahead.looks_ahead());
        let inputs = |settings| Dataset::new(&series, settings).unwrap().inputs;
        assert_eq!(inputs(&ahead), inputs(&off));
    }
}
