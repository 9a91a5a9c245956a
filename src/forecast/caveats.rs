//! What has to be said beside an evaluation's numbers, because they are of a case that their formulas
//! do not mean: prices that stand still, forecasts that never change, too few days.

use super::evaluation::{Evaluation, Prediction};
use super::metrics::RATIO_CAP;
use crate::text::{self, number};

/// With fewer test days than this a verdict is little more than chance: the Diebold–Mariano test's
/// normal distribution is one of many days.
const FEW_DAYS: usize = 30;
/// Ratios that differ by less than this are the same but for rounding.
const NOISE: f64 = 1e-9;

/// One sentence for each, for people, the gravest first; mostly none.
pub fn caveats(evaluation: &Evaluation) -> Vec<String> {
    let test: Vec<&Prediction> = evaluation.test_predictions().collect();
    let mut caveats = Vec::new();
    let mut say = |sentence: String| caveats.push(sentence);

    if evaluation.is_scattered() {
        say(text::forecast::test_days_scattered(test.len()));
    }
    if evaluation.scores.persistence.mae == 0.0 {
        say(text::forecast::prices_stand_still(number::decimal(
            RATIO_CAP, 0,
        )));
    }
    if let Some(constancy) = constancy(evaluation, &test) {
        let sentence = match constancy {
            Constancy::Persistence => text::forecast::repeats_last_price(),
            Constancy::Price => text::forecast::always_the_same_price(),
            Constancy::Move => text::forecast::always_the_same_move(),
        };
        say(sentence.to_owned());
    }
    if evaluation.verdict.dm == 0.0 && evaluation.verdict.p_value == 1.0 {
        say(text::forecast::nothing_to_measure_chance_by().to_owned());
    }
    if test.len() < FEW_DAYS {
        say(text::forecast::few_test_days(test.len()));
    }
    let short = evaluation
        .intervals
        .iter()
        .filter(|interval| interval.promised < interval.level)
        .map(|interval| interval.level)
        .reduce(f64::min);
    let percent = |level: f64| number::decimal(level * 100.0, 0);
    if let Some(level) = short {
        say(text::forecast::intervals_promise_less(percent(level)));
    }
    if let Some(last) = evaluation.horizons.last() {
        if last.days < FEW_DAYS && test.len() >= FEW_DAYS {
            say(text::forecast::few_days_for_last_step(last.days));
        }
        let mut steps = evaluation.horizons.iter().map(|each| each.interval);
        if let Some(interval) = steps.find(|it| it.promised < it.level) {
            say(text::forecast::far_intervals_promise_less(percent(
                interval.level,
            )));
        }
    }
    caveats
}

/// In what way forecasts are all the same.
enum Constancy {
    Persistence,
    Price,
    Move,
}

fn constancy(evaluation: &Evaluation, test: &[&Prediction]) -> Option<Constancy> {
    let first = test.first()?;
    // The price before each test day; the very first row has none here.
    let moves: Vec<f64> = evaluation
        .predictions
        .windows(2)
        .filter(|pair| pair[1].block == first.block)
        .map(|pair| pair[1].predicted / pair[0].actual)
        .collect();
    let all_near = |value: f64| moves.iter().all(|each| (each - value).abs() <= NOISE);
    if test.len() < 2 {
        None
    } else if all_near(1.0) {
        Some(Constancy::Persistence)
    } else if test
        .iter()
        .all(|day| (day.predicted - first.predicted).abs() <= NOISE * first.predicted.abs())
    {
        Some(Constancy::Price)
    } else if moves.first().is_some_and(|first| all_near(*first)) {
        Some(Constancy::Move)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::evaluation::{evaluate, evaluate_path};
    use super::super::fixtures::{series, wave};
    use super::super::settings::{Recipe, Settings};
    use super::super::{Dataset, Evaluation};
    use super::*;
    use crate::market::Prices;
    use crate::text::Language;

    fn evaluation(
        values: &[f64],
        recipe: Recipe,
        predict: impl Fn(&Dataset, usize) -> f32,
    ) -> Evaluation {
        let prices = Prices {
            series: series(values),
            truth: None,
        };
        let dataset = Dataset::new(&prices.series, &Settings::for_recipe(recipe)).unwrap();
        let predictions: Vec<f32> = (0..=dataset.rows())
            .map(|row| predict(&dataset, row))
            .collect();
        evaluate(&prices, &dataset, &predictions).unwrap()
    }

    fn said(evaluation: &Evaluation, words: &str) -> bool {
        caveats(evaluation).iter().any(|each| each.contains(words))
    }

    #[test]
    fn an_ordinary_evaluation_needs_no_caveat() {
        for recipe in Recipe::ALL {
            let ordinary = evaluation(&wave(600), *recipe, |_, row| (row as f32).sin());
            assert_eq!(caveats(&ordinary), Vec::<String>::new());
        }
    }

    #[test]
    fn far_steps_with_few_days_are_named() {
        let far = |rows: usize, horizon: usize| {
            let prices = Prices {
                series: series(&wave(rows)),
                truth: None,
            };
            let settings = Settings {
                horizon,
                ..Settings::default()
            };
            let dataset = Dataset::new(&prices.series, &settings).unwrap();
            let say = |row: usize| (row as f32).sin();
            let next: Vec<f32> = (0..=dataset.rows()).map(say).collect();
            let paths: Vec<f32> = (0..dataset.path_rows().len() * horizon).map(say).collect();
            evaluate_path(&prices, &dataset, &next, &paths).unwrap()
        };
        assert_eq!(caveats(&far(600, 5)), Vec::<String>::new());
        // As few rows as thirty days may have: 61 test days, 32 of which reach the last step, and 30
        // validation rows, of which one does.
        let few = far(322, 30);
        assert!(!said(&few, "could be tested on only"));
        assert!(said(&few, "of the far steps are calibrated on so few days"));
        // 41 test days, of which 22 reach the twentieth.
        assert!(said(&far(222, 20), "could be tested on only 22 days"));
    }

    #[test]
    fn german_has_its_words_and_marks() {
        let few = evaluation(&[7.0; 60], Recipe::Honest, |_, row| (row as f32).sin());
        let german = text::in_language(Language::German, || caveats(&few)).join(" ");
        for said in [
            "endet es bei 1000000.",
            "Es gibt nur 8 Testtage: zu wenige",
            "Die Intervalle ab 80 % sind",
        ] {
            assert!(german.contains(said), "{german}");
        }
    }

    #[test]
    fn constant_prices_are_explained() {
        let still = evaluation(&[7.0; 60], Recipe::Honest, |_, row| (row as f32).sin());
        assert!(said(&still, "did not move on any test day"));
        assert!(said(&still, "stops at 1000000"));
        // 40 targets, 8 of them for the test, 31 before, 3 of them to calibrate on.
        assert!(said(&still, "only 8 test days"));
        assert!(said(&still, "from 80 % on"));
        let right = evaluation(&[7.0; 60], Recipe::Notebook, |_, _| 0.0);
        assert!(said(&right, "has become “tomorrow = today” itself"));
        assert!(said(&right, "finds no evidence"));
    }

    #[test]
    fn forecasts_that_never_change_are_named() {
        let price = evaluation(&wave(600), Recipe::Notebook, |_, _| 0.3);
        assert!(said(&price, "one and the same price"));
        let same_move = evaluation(&wave(600), Recipe::Honest, |_, _| 0.3);
        assert!(said(&same_move, "one and the same move"));
        let none = evaluation(&wave(600), Recipe::Honest, |dataset, _| {
            dataset.target_scaler.scale(0.0) as f32
        });
        assert!(said(&none, "has become “tomorrow = today” itself"));
    }
}
