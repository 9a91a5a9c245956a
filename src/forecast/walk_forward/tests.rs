use super::*;
use crate::forecast::evaluation::{VerdictKind, evaluate};
use crate::forecast::fixtures::{series, wave};
use crate::forecast::job::training_job;
use crate::forecast::settings::{Recipe, ScalerRows, Target};
use crate::market::world::{self, WorldKind};

fn prices(values: &[f64]) -> Prices {
    Prices {
        series: series(values),
        truth: None,
    }
}

fn plan(prices: &Prices, settings: &Settings, folds: usize, span: TrainingSpan) -> Plan {
    Plan::new(&prices.series, settings, folds, span).unwrap()
}

#[test]
fn an_expanding_plan_by_hand() {
    // 120 prices, window 20: 100 targets, four stretches of 25 for three folds. The first test block
    // starts at 45; the returns before it start at 21: 24 rows, of which ⌊24/8⌋ = 3 validate.
    let prices = prices(&wave(120));
    let plan = plan(&prices, &Settings::default(), 3, TrainingSpan::Expanding);
    let ranges: Vec<_> = plan
        .folds
        .iter()
        .map(|fold| {
            (
                fold.train.clone(),
                fold.validation.clone(),
                fold.test.clone(),
            )
        })
        .collect();
    assert_eq!(
        ranges,
        [
            (21..42, 42..45, 45..70),
            (21..64, 64..70, 70..95),
            (21..86, 86..95, 95..120)
        ]
    );
    let first = &plan.folds[0];
    let date = |index: usize| prices.series.rows()[index].date;
    assert_eq!((first.number, first.train_from), (1, date(21)));
    assert_eq!((first.test_from, first.test_to), (date(45), date(69)));
    assert_eq!(first.prices(&prices).series.len(), 70);
}

#[test]
fn a_sliding_plan_keeps_its_length_and_its_test_dates() {
    let prices = prices(&wave(1_003));
    for recipe in Recipe::ALL {
        let settings = Settings::for_recipe(*recipe);
        for folds in [3, 5, 20] {
            let [expanding, sliding] =
                TrainingSpan::ALL.map(|span| plan(&prices, &settings, folds, span).folds);
            assert_eq!(expanding.len(), folds);
            assert_eq!(expanding[0], sliding[0]);
            let length = |fold: &Fold| fold.test.start - fold.train.start;
            for (wide, narrow) in expanding.iter().zip(&sliding) {
                assert_eq!(wide.test, narrow.test);
                assert_eq!(length(narrow), length(&sliding[0]));
                assert_eq!(wide.train.start, expanding[0].train.start);
            }
            for pair in expanding.windows(2) {
                assert_eq!(pair[0].test.end, pair[1].test.start);
                assert_eq!(pair[0].test.len(), pair[1].test.len());
            }
            assert_eq!(expanding[folds - 1].test.end, 1_003);
        }
    }
}

#[test]
fn a_folds_dataset_is_the_plan() {
    let prices = prices(&wave(400));
    for recipe in Recipe::ALL {
        let settings = Settings::for_recipe(*recipe);
        for span in TrainingSpan::ALL {
            for fold in plan(&prices, &settings, 4, span).folds {
                let fold_prices = fold.prices(&prices);
                let dataset = fold.dataset(&fold_prices, &settings).unwrap();
                let split = &dataset.split;
                assert_eq!(split.train.len(), fold.train.len());
                assert_eq!(split.validation.len(), fold.validation.len());
                assert_eq!(split.test.len(), fold.test.len());
                let rows = fold_prices.series.rows();
                let date = |row: usize| rows[dataset.target_index(row)].date;
                assert_eq!(date(0), fold.train_from);
                assert_eq!(date(split.test.start), fold.test_from);
                assert_eq!(date(split.test.end - 1), fold.test_to);
            }
        }
    }
}

#[test]
fn four_expanding_folds_end_with_the_hold_out() {
    // Five equal stretches: the last is the hold-out's fifth, where 5 divides the targets.
    let prices = prices(&wave(120));
    let settings = Settings::default();
    let plan = plan(&prices, &settings, 4, TrainingSpan::Expanding);
    let last = &plan.folds[3];
    let fold = last.dataset(&last.prices(&prices), &settings).unwrap();
    assert_eq!(fold, Dataset::new(&prices.series, &settings).unwrap());
}

/// Everything that shapes what a fold's network learns.
fn learned(values: &[f64], settings: &Settings, span: TrainingSpan, number: usize) -> String {
    let prices = prices(values);
    let fold = plan(&prices, settings, 4, span).folds[number].clone();
    let dataset = fold.dataset(&fold.prices(&prices), settings).unwrap();
    let job = training_job(&dataset);
    let seen = job.train_rows.iter().chain(&job.validation_rows);
    let rows: Vec<_> = seen
        .map(|row| {
            let row = *row as usize;
            let outputs = job.network.outputs;
            (
                &job.inputs[row..row + job.window],
                &job.targets[row * outputs..(row + 1) * outputs],
            )
        })
        .collect();
    format!(
        "{rows:?} {:?} {:?}",
        dataset.input_scaler, dataset.target_scaler
    )
}

#[test]
fn no_test_price_and_nothing_after_reaches_what_a_fold_learns() {
    let several = [1, 3].into_iter().flat_map(|horizon| {
        [Target::Return, Target::Price].map(|target| Settings {
            target,
            horizon,
            ..Settings::default()
        })
    });
    for settings in several {
        for span in TrainingSpan::ALL {
            let folds = plan(&prices(&wave(150)), &settings, 4, span).folds;
            for (number, fold) in folds.iter().enumerate() {
                let before = learned(&wave(150), &settings, span, number);
                for index in fold.test.start..150 {
                    let mut changed = wave(150);
                    changed[index] *= 3.0;
                    assert_eq!(
                        learned(&changed, &settings, span, number),
                        before,
                        "{index}"
                    );
                }
                // The counterpart that shows the measure can fail.
                let mut changed = wave(150);
                changed[fold.test.start - 1] *= 3.0;
                assert_ne!(learned(&changed, &settings, span, number), before);
            }
        }
    }
}

#[test]
fn a_scaler_on_the_whole_history_leaks_within_a_fold_but_never_from_after_it() {
    let settings = Settings {
        scaler: ScalerRows::All,
        ..Settings::default()
    };
    let span = TrainingSpan::Expanding;
    let fold = plan(&prices(&wave(150)), &settings, 4, span).folds[1].clone();
    let before = learned(&wave(150), &settings, span, 1);
    for index in fold.test.start..150 {
        let mut changed = wave(150);
        changed[index] *= 3.0;
        let after = learned(&changed, &settings, span, 1);
        assert_eq!(after == before, index >= fold.test.end, "{index}");
    }
}

#[test]
fn what_cannot_be_planned_is_refused_with_what_is_possible() {
    let series = series(&wave(100));
    let new = |folds| Plan::new(&series, &Settings::default(), folds, TrainingSpan::Sliding);
    assert_eq!(new(2), Err(PlanError::Folds { found: 2 }));
    assert_eq!(new(21), Err(PlanError::Folds { found: 21 }));
    // 80 targets: 9 days a stretch allow eight of them, seven folds.
    assert!(new(7).is_ok());
    assert_eq!(
        new(8),
        Err(PlanError::TooFewRows {
            rows: 100,
            needed: 101,
            possible: 7
        })
    );
    // Three days ahead need 25 days a stretch: 8·3 before the test, and the one of the first return.
    let far = Settings {
        horizon: 3,
        ..Settings::default()
    };
    let error = Plan::new(&series, &far, 3, TrainingSpan::Expanding).unwrap_err();
    assert_eq!(
        error,
        PlanError::TooFewRows {
            rows: 100,
            needed: 120,
            possible: 2
        }
    );
    let wide = Settings {
        window: 95,
        ..Settings::default()
    };
    let error = Plan::new(&series, &wide, 3, TrainingSpan::Sliding).unwrap_err();
    assert!(matches!(error, PlanError::TooFewRows { possible: 0, .. }));
}

#[test]
fn sixty_rows_allow_three_folds_in_both_recipes() {
    let prices = prices(&wave(60));
    for recipe in Recipe::ALL {
        let settings = Settings::for_recipe(*recipe);
        for span in TrainingSpan::ALL {
            for fold in plan(&prices, &settings, 3, span).folds {
                let fold_prices = fold.prices(&prices);
                let dataset = fold.dataset(&fold_prices, &settings).unwrap();
                let nothing = vec![0.0; dataset.rows() + 1];
                assert!(evaluate(&fold_prices, &dataset, &nothing).is_ok());
            }
        }
    }
}

fn evaluations(
    prices: &Prices,
    settings: &Settings,
    folds: usize,
    predict: impl Fn(&Dataset, usize) -> f32,
) -> Vec<Evaluation> {
    plan(prices, settings, folds, TrainingSpan::Expanding)
        .folds
        .iter()
        .map(|fold| {
            let fold_prices = fold.prices(prices);
            let dataset = fold.dataset(&fold_prices, settings).unwrap();
            let predictions: Vec<f32> = (0..=dataset.rows())
                .map(|row| predict(&dataset, row))
                .collect();
            evaluate(&fold_prices, &dataset, &predictions).unwrap()
        })
        .collect()
}

#[test]
fn pooled_scores_are_those_of_all_test_days() {
    let prices = world::generate(WorldKind::RandomWalk, 5, 1_000);
    let done = evaluations(&prices, &Settings::default(), 5, |_, row| {
        (row as f32 * 0.7).sin()
    });
    let all: Vec<&Evaluation> = done.iter().collect();
    let pooled = Pooled::new(&prices.series, &all).unwrap();
    // 980 targets in six stretches: 163 days each.
    assert_eq!((pooled.folds, pooled.days), (5, 5 * 163));
    let mean_of = |score: fn(&Evaluation) -> f64| all.iter().map(|e| score(e)).sum::<f64>() / 5.0;
    // Folds are equally long, so that means are means of the folds' means.
    let close = |found: f64, expected: f64| assert!((found / expected - 1.0).abs() < 1e-12);
    close(pooled.model.mae, mean_of(|e| e.scores.model.mae));
    close(
        pooled.persistence.mae,
        mean_of(|e| e.scores.persistence().mae),
    );
    close(
        pooled.model.rmse.powi(2),
        mean_of(|e| e.scores.model.rmse.powi(2)),
    );
    close(pooled.coverage, mean_of(|e| e.interval.coverage));
    assert_eq!(
        pooled.folds_better,
        all.iter().filter(|e| e.scores.model.rmae < 1.0).count()
    );
    // A cancelled walk-forward.
    let part = Pooled::new(&prices.series, &all[..2]).unwrap();
    assert_eq!((part.folds, part.days), (2, 2 * 163));
    assert_eq!(Pooled::new(&prices.series, &[]), None);
}

#[test]
fn the_pooled_verdict_weighs_cheap_and_dear_days_alike() {
    // A price that grows a thousandfold, forecast perfectly but for the last fold, where the forecast
    // is persistence with a little noise. In dollars the last fold would decide alone.
    let values: Vec<f64> = (0..400)
        .map(|day| (0.0175 * day as f64 + 0.02 * (day as f64 * 2.1).sin()).exp())
        .collect();
    let prices = prices(&values);
    let settings = Settings::default();
    let folds = plan(&prices, &settings, 4, TrainingSpan::Expanding).folds;
    let last_test = folds[3].test.start;
    let done = evaluations(&prices, &settings, 4, |dataset, row| {
        let target = dataset.target_index(row);
        if target >= last_test {
            let noise = 0.01 * (row as f64 * 1.7).cos();
            dataset.target_scaler.scale(noise) as f32
        } else {
            *dataset.targets.get(row).unwrap_or(&0.0)
        }
    });
    let all: Vec<&Evaluation> = done.iter().collect();
    let pooled = Pooled::new(&prices.series, &all).unwrap();
    assert_eq!(pooled.verdict.kind, VerdictKind::Beats);
    assert!(pooled.verdict.rmae < 0.5, "{}", pooled.verdict.rmae);
    assert!(pooled.model.rmae > 0.7, "{}", pooled.model.rmae);
    assert_eq!((pooled.days, pooled.folds), (304, 4));
    assert!(pooled.verdict.p_value < 0.0005);
}

#[test]
fn the_truth_of_a_world_follows_its_folds() {
    let prices = world::generate(WorldKind::MeanReverting, 2, 600);
    let done = evaluations(&prices, &Settings::default(), 3, |_, _| 0.0);
    for evaluation in &done {
        assert!(evaluation.scores.best_possible.as_ref().unwrap().rmae < 1.0);
    }
}
