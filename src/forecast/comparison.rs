//! Two experiments on the same prices: in which settings they differ, and whether one forecast the
//! test days better than the other. This is how a leak switch, or a recipe, is measured.

use super::Settings;
use super::diebold_mariano::diebold_mariano;
use super::evaluation::Evaluation;
use super::metrics;
use super::settings::Setting;
use super::tested::TestDay;
use super::verdict::is_significant;
use serde::{Deserialize, Serialize};

/// Forecasts that differ by less than this share of the price are the same but for rounding.
const NOISE: f64 = 1e-9;

/// The settings in which two experiments differ, with both values, in the order of the address; none
/// if they are equal.
pub fn differences(first: &Settings, second: &Settings) -> Vec<(Setting, Setting)> {
    let pairs = first.all().into_iter().zip(second.all());
    pairs.filter(|(one, other)| one != other).collect()
}

/// What a comparison comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    FirstBetter,
    SecondBetter,
    CannotTell,
    /// Both forecast the same prices.
    Same,
}

/// Two evaluations, day by day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    pub days: usize,
    /// In price units.
    pub first_mae: f64,
    pub second_mae: f64,
    /// The first's MAE divided by the second's: below 1 favours the first.
    pub ratio: f64,
    /// Diebold–Mariano of the first against the second: negative favours the first.
    pub dm: f64,
    pub p_value: f64,
    pub outcome: Outcome,
}

impl Comparison {
    /// Compares the test days. As in the verdict, one is better if the ratio of absolute errors and
    /// the test of squared ones agree, and the test's p is below 0.05.
    ///
    /// `None` where the two were not tested on the same days of the same prices: after other windows,
    /// other prices, or a random split. Their scores then cannot be set against each other at all.
    pub fn new(first: &Evaluation, second: &Evaluation) -> Option<Self> {
        let [ones, others] = [first, second].map(|each| {
            let days = each.test_predictions().map(TestDay::from);
            days.collect::<Vec<_>>()
        });
        Self::of_days(&ones, &others)
    }

    /// The same of two runs' test days.
    pub fn of_days(ones: &[TestDay], others: &[TestDay]) -> Option<Self> {
        let same_day = |(one, other): (&TestDay, &TestDay)| {
            one.date == other.date && one.actual == other.actual
        };
        let together = ones.len() == others.len() && ones.iter().zip(others).all(same_day);
        if ones.is_empty() || !together {
            return None;
        }
        let errors = |days: &[TestDay]| -> Vec<f64> {
            days.iter().map(|day| day.actual - day.predicted).collect()
        };
        let (one, other) = (errors(ones), errors(others));
        let mae =
            |errors: &[f64]| errors.iter().map(|e| e.abs()).sum::<f64>() / errors.len() as f64;
        let (first_mae, second_mae) = (mae(&one), mae(&other));
        let ratio = metrics::ratio(first_mae, second_mae);
        let test = diebold_mariano(&one, &other);
        let same = ones
            .iter()
            .zip(others)
            .all(|(a, b)| (a.predicted - b.predicted).abs() <= NOISE * a.actual);
        let significant = is_significant(test.p_value);
        let outcome = if same {
            Outcome::Same
        } else if significant && ratio < 1.0 && test.statistic < 0.0 {
            Outcome::FirstBetter
        } else if significant && ratio > 1.0 && test.statistic > 0.0 {
            Outcome::SecondBetter
        } else {
            Outcome::CannotTell
        };
        Some(Self {
            days: ones.len(),
            first_mae,
            second_mae,
            ratio,
            dm: test.statistic,
            p_value: test.p_value,
            outcome,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::Dataset;
    use super::super::evaluation::evaluate;
    use super::super::fixtures::{series, wave};
    use super::super::settings::{DeviceChoice, Recipe, SettingField, SplitBy};
    use super::*;
    use crate::market::Prices;

    fn prices() -> Prices {
        Prices {
            series: series(&wave(400)),
            truth: None,
        }
    }

    /// Every forecast is the price itself, off by this share in turns up and down.
    fn off_by(share: f64, settings: &Settings) -> Evaluation {
        let prices = prices();
        let dataset = Dataset::new(&prices.series, settings).unwrap();
        let known = prices.series.prices();
        let predictions: Vec<f32> = (0..=dataset.rows())
            .map(|row| {
                let day = dataset.target_index(row);
                let target = known.get(day).unwrap_or(&100.0);
                let forecast = target * (1.0 + share * (day as f64 * 2.0).sin());
                let last = known[dataset.last_known_price_index(row)];
                let value = match settings.recipe {
                    Recipe::Honest => (forecast / last).ln(),
                    Recipe::Notebook => forecast,
                };
                dataset.target_scaler.scale(value) as f32
            })
            .collect();
        evaluate(&prices, &dataset, &predictions).unwrap()
    }

    #[test]
    fn the_smaller_error_is_better_whatever_the_recipe() {
        let near = off_by(0.01, &Settings::default());
        let far = off_by(0.03, &Settings::for_recipe(Recipe::Notebook));
        let found = Comparison::new(&near, &far).unwrap();
        assert_eq!((found.days, found.outcome), (76, Outcome::FirstBetter));
        assert!((found.ratio - 1.0 / 3.0).abs() < 1e-3, "{}", found.ratio);
        assert_eq!(found.first_mae, near.scores.model.mae);
        let swapped = Comparison::new(&far, &near).unwrap();
        assert_eq!(swapped.outcome, Outcome::SecondBetter);
        assert_eq!((swapped.dm, swapped.p_value), (-found.dm, found.p_value));
    }

    #[test]
    fn a_switch_that_changes_nothing_changes_nothing() {
        let one = off_by(0.01, &Settings::default());
        let found = Comparison::new(&one, &one).unwrap();
        assert_eq!((found.outcome, found.ratio), (Outcome::Same, 1.0));
    }

    #[test]
    fn a_difference_within_chance_is_no_difference() {
        // The error's size in turns: none of the two is better for long.
        let [one, other] = [0.010, 0.0101].map(|share| off_by(share, &Settings::default()));
        let mut mixed = one.clone();
        for (day, prediction) in mixed.predictions.iter_mut().enumerate() {
            if day % 3 == 0 {
                prediction.predicted = other.predictions[day].predicted * 1.01;
            }
        }
        let mut turned = one.clone();
        for (day, prediction) in turned.predictions.iter_mut().enumerate() {
            if day % 3 == 1 {
                prediction.predicted = other.predictions[day].predicted * 1.01;
            }
        }
        let found = Comparison::new(&mixed, &turned).unwrap();
        assert_eq!(found.outcome, Outcome::CannotTell);
    }

    #[test]
    fn other_days_cannot_be_compared() {
        let one = off_by(0.01, &Settings::default());
        let window = Settings {
            window: 25,
            ..Settings::default()
        };
        let random = Settings {
            split: SplitBy::Random,
            ..Settings::default()
        };
        for other in [window, random] {
            assert_eq!(Comparison::new(&one, &off_by(0.01, &other)), None);
        }
    }

    #[test]
    fn differences_are_named_in_the_order_of_the_address() {
        let first = Settings::default();
        assert!(differences(&first, &first).is_empty());
        let second = Settings {
            seed: 7,
            window: 30,
            device: DeviceChoice::Cpu,
            split: SplitBy::Random,
            ..first.clone()
        };
        assert_eq!(
            differences(&first, &second),
            [
                (
                    Setting::Split(SplitBy::Time),
                    Setting::Split(SplitBy::Random)
                ),
                (
                    Setting::Number(SettingField::Window, 20.0),
                    Setting::Number(SettingField::Window, 30.0)
                ),
                (
                    Setting::Number(SettingField::Seed, 1.0),
                    Setting::Number(SettingField::Seed, 7.0)
                ),
                (
                    Setting::Device(DeviceChoice::Auto),
                    Setting::Device(DeviceChoice::Cpu)
                ),
            ]
        );
    }
}
