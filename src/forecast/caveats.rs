//! What has to be said beside an evaluation's numbers, because they are of a case that their formulas
//! do not mean: prices that stand still, forecasts that never change, too few days.

use super::dataset::Block;
use super::evaluation::{Evaluation, Prediction};
use chrono::NaiveDate;

/// With fewer test days than this a verdict is little more than chance: the Diebold–Mariano test's
/// normal distribution is one of many days.
const FEW_DAYS: usize = 30;
/// A day with more than this share of all squared errors has most of them.
const MOST: f64 = 0.5;
/// Ratios that differ by less than this are the same but for rounding.
const NOISE: f64 = 1e-9;

/// What has to be said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Caveat {
    /// A random split has scattered the test days over the history.
    Scattered {
        test_days: usize,
    },
    /// The network was told what is known only when the day is over, of all days but the next, unknown one.
    LooksAhead,
    /// No price moved on any test day, so persistence has no error.
    PricesStandStill,
    /// The network has become persistence.
    RepeatsLastPrice,
    AlwaysTheSamePrice,
    AlwaysTheSameMove,
    /// The Diebold–Mariano test has no variance to measure chance by.
    NothingToMeasureChanceBy,
    FewTestDays {
        days: usize,
    },
    /// So few calibration days that intervals of this level and above promise less than it.
    IntervalsPromiseLess {
        from_level: f64,
    },
    /// One test day has most of the network's squared error, as shares of the price: the scores are of that
    /// day.
    OneDay {
        date: NaiveDate,
        share: f64,
    },
    /// The farthest step was tested on so few days.
    FewDaysForLastStep {
        days: usize,
    },
    /// The same of far steps' intervals.
    FarIntervalsPromiseLess {
        level: f64,
    },
}

/// The gravest first; mostly none.
pub fn caveats(evaluation: &Evaluation) -> Vec<Caveat> {
    let test: Vec<&Prediction> = evaluation.test_predictions().collect();
    let mut caveats = Vec::new();
    if evaluation.is_scattered() {
        caveats.push(Caveat::Scattered {
            test_days: test.len(),
        });
    }
    if evaluation.looks_ahead {
        caveats.push(Caveat::LooksAhead);
    }
    if !evaluation.can_be_judged() {
        caveats.push(Caveat::PricesStandStill);
    }
    caveats.extend(constancy(evaluation, &test));
    if evaluation.verdict.dm == 0.0 && evaluation.verdict.p_value == 1.0 {
        caveats.push(Caveat::NothingToMeasureChanceBy);
    }
    if test.len() < FEW_DAYS {
        caveats.push(Caveat::FewTestDays { days: test.len() });
    }
    caveats.extend(one_day(evaluation).filter(|_| test.len() >= FEW_DAYS));
    let short = evaluation
        .intervals
        .iter()
        .filter(|interval| interval.promised < interval.level)
        .map(|interval| interval.level)
        .reduce(f64::min);
    caveats.extend(short.map(|from_level| Caveat::IntervalsPromiseLess { from_level }));
    if let Some(last) = evaluation.horizons.last() {
        if last.days < FEW_DAYS && test.len() >= FEW_DAYS {
            caveats.push(Caveat::FewDaysForLastStep { days: last.days });
        }
        let mut steps = evaluation.horizons.iter().map(|each| each.interval);
        if let Some(interval) = steps.find(|it| it.promised < it.level) {
            caveats.push(Caveat::FarIntervalsPromiseLess {
                level: interval.level,
            });
        }
    }
    caveats
}

/// Each test day behind the row before it, whose price was the last one known; the very first row has none.
fn test_days(evaluation: &Evaluation) -> impl Iterator<Item = (&Prediction, &Prediction)> {
    let pairs = evaluation.predictions.windows(2);
    pairs
        .map(|pair| (&pair[0], &pair[1]))
        .filter(|(_, day)| day.block == Block::Test)
}

/// The day with most of the squared error, where there is one.
fn one_day(evaluation: &Evaluation) -> Option<Caveat> {
    if evaluation.is_scattered() {
        return None;
    }
    let squares: Vec<(NaiveDate, f64)> = test_days(evaluation)
        .map(|(before, day)| {
            let share = (day.actual - day.predicted) / before.actual;
            (day.date, share * share)
        })
        .collect();
    let all: f64 = squares.iter().map(|(_, square)| square).sum();
    let (date, most) = squares.into_iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
    let share = most / all;
    (share > MOST).then_some(Caveat::OneDay { date, share })
}

impl Evaluation {
    /// Whether there is anything to be better than: no network beats an error of zero.
    pub fn can_be_judged(&self) -> bool {
        self.scores.persistence().mae > 0.0
    }
}

/// In what way forecasts are all the same.
fn constancy(evaluation: &Evaluation, test: &[&Prediction]) -> Option<Caveat> {
    let first = test.first()?;
    let moves: Vec<f64> = test_days(evaluation)
        .map(|(before, day)| day.predicted / before.actual)
        .collect();
    let all_near = |value: f64| moves.iter().all(|each| (each - value).abs() <= NOISE);
    if test.len() < 2 {
        None
    } else if all_near(1.0) {
        Some(Caveat::RepeatsLastPrice)
    } else if test
        .iter()
        .all(|day| (day.predicted - first.predicted).abs() <= NOISE * first.predicted.abs())
    {
        Some(Caveat::AlwaysTheSamePrice)
    } else if moves.first().is_some_and(|first| all_near(*first)) {
        Some(Caveat::AlwaysTheSameMove)
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

    #[test]
    fn an_ordinary_evaluation_needs_no_caveat() {
        for recipe in Recipe::ALL {
            let ordinary = evaluation(&wave(600), *recipe, |_, row| (row as f32).sin());
            assert_eq!(caveats(&ordinary), []);
        }
    }

    #[test]
    fn a_day_with_most_of_the_error_is_named() {
        let mut values = wave(600);
        // A crash to a half on one of the test days, and on from there.
        let fallen = 560;
        values[fallen..].iter_mut().for_each(|price| *price *= 0.5);
        let found = evaluation(&values, Recipe::Honest, |_, row| (row as f32).sin());
        let date = series(&values).rows()[fallen].date;
        let caveat = caveats(&found).into_iter().find_map(|it| match it {
            Caveat::OneDay { date, share } => Some((date, share)),
            _ => None,
        });
        let (named, share) = caveat.expect("the crash");
        assert_eq!(named, date);
        assert!(share > MOST && share < 1.0, "{share}");
    }

    #[test]
    fn prices_that_stand_still_cannot_be_judged() {
        let still = evaluation(&[42.0; 300], Recipe::Honest, |_, _| 0.0);
        assert!(!still.can_be_judged());
        assert!(caveats(&still).contains(&Caveat::PricesStandStill));
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
        assert_eq!(caveats(&far(600, 5)), []);
        // As few rows as thirty days may have: 61 test days, 32 of which reach the last step, and 30
        // validation rows, of which one does.
        let few = far(322, 30);
        assert_eq!(
            caveats(&few),
            [Caveat::FarIntervalsPromiseLess { level: 0.8 }]
        );
        // 41 test days, of which 22 reach the twentieth.
        assert!(caveats(&far(222, 20)).contains(&Caveat::FewDaysForLastStep { days: 22 }));
    }

    #[test]
    fn constant_prices_are_explained() {
        let still = evaluation(&[7.0; 60], Recipe::Honest, |_, row| (row as f32).sin());
        // 40 targets, 8 of them for the test, 31 before, 3 of them to calibrate on.
        assert_eq!(
            caveats(&still),
            [
                Caveat::PricesStandStill,
                Caveat::FewTestDays { days: 8 },
                Caveat::IntervalsPromiseLess { from_level: 0.8 }
            ]
        );
        let right = evaluation(&[7.0; 60], Recipe::Notebook, |_, _| 0.0);
        assert_eq!(
            caveats(&right)[..3],
            [
                Caveat::PricesStandStill,
                Caveat::RepeatsLastPrice,
                Caveat::NothingToMeasureChanceBy
            ]
        );
    }

    #[test]
    fn forecasts_that_never_change_are_named() {
        let price = evaluation(&wave(600), Recipe::Notebook, |_, _| 0.3);
        assert!(caveats(&price).contains(&Caveat::AlwaysTheSamePrice));
        let same_move = evaluation(&wave(600), Recipe::Honest, |_, _| 0.3);
        assert!(caveats(&same_move).contains(&Caveat::AlwaysTheSameMove));
        let none = evaluation(&wave(600), Recipe::Honest, |dataset, _| {
            dataset.target_scaler.scale(0.0) as f32
        });
        assert!(caveats(&none).contains(&Caveat::RepeatsLastPrice));
    }
}
