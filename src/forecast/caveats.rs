//! What has to be said beside an evaluation's numbers, because they are of a case that their formulas
//! do not mean: prices that stand still, forecasts that never change, too few days.

use super::evaluation::{Evaluation, Prediction};
use super::metrics::RATIO_CAP;

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
        say(format!(
            "The {} test days are drawn at random from the whole history, with training days before \
             and after each of them: the scores tell how well gaps are filled, not how well the future \
             is forecast.",
            test.len()
        ));
    }
    if evaluation.scores.persistence.mae == 0.0 {
        say(format!(
            "The price did not move on any test day, so “tomorrow = today” is exactly right and \
             nothing can beat it. Where a score would divide by its error of zero, it stops at \
             {RATIO_CAP:.0}."
        ));
    }
    match constancy(evaluation, &test) {
        Some(Constancy::Persistence) => say(
            "The network repeats the last price on every test day: it has become “tomorrow = today” \
             itself, and there is nothing to compare."
                .to_owned(),
        ),
        Some(Constancy::Price) => say(
            "The network forecasts one and the same price on every test day: it has learned nothing \
             from its window."
                .to_owned(),
        ),
        Some(Constancy::Move) => say(
            "The network forecasts one and the same move on every test day: it has learned an \
             average, and nothing from its window."
                .to_owned(),
        ),
        None => {}
    }
    if evaluation.verdict.dm == 0.0 && evaluation.verdict.p_value == 1.0 {
        say(
            "The two errors differ in the same way, or not at all, on every test day, so the \
             Diebold–Mariano test has nothing to measure chance by and finds no evidence."
                .to_owned(),
        );
    }
    if test.len() < FEW_DAYS {
        let days = if test.len() == 1 { "day" } else { "days" };
        say(format!(
            "There are only {} test {days}: too few for a verdict to mean much. Load a longer \
             history.",
            test.len()
        ));
    }
    let short = evaluation
        .intervals
        .iter()
        .filter(|interval| interval.promised < interval.level)
        .map(|interval| interval.level)
        .reduce(f64::min);
    if let Some(level) = short {
        say(format!(
            "The intervals from {:.0} % on are calibrated on so few days that they are drawn as wide \
             as the worst of them and promise less than their level.",
            level * 100.0
        ));
    }
    if let Some(last) = evaluation.horizons.last() {
        if last.days < FEW_DAYS && test.len() >= FEW_DAYS {
            say(format!(
                "The last step of the horizon could be tested on only {} days: too few for its score \
                 to mean much.",
                last.days
            ));
        }
        let mut steps = evaluation.horizons.iter().map(|each| each.interval);
        if let Some(interval) = steps.find(|it| it.promised < it.level) {
            say(format!(
                "The {:.0} % intervals of the far steps are calibrated on so few days that they are \
                 drawn as wide as the worst of them and promise less than their level.",
                interval.level * 100.0
            ));
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
