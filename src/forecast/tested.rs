//! The test days of a run, kept as small as a comparison allows: dates and prices stay where they are,
//! in the prices, and of the forecasts only how far each was off, in half the usual precision.

use super::evaluation::{Evaluation, Prediction};
use crate::market::Prices;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A test day: what happened, and what was forecast for it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TestDay {
    pub date: NaiveDate,
    pub actual: f64,
    pub predicted: f64,
}

impl From<&Prediction> for TestDay {
    fn from(prediction: &Prediction) -> Self {
        Self {
            date: prediction.date,
            actual: prediction.actual,
            predicted: prediction.predicted,
        }
    }
}

/// The test days of an evaluation, as rows of the prices it is of.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct TestBlock {
    /// Indices into the prices, ascending; of a block in one piece only the first.
    rows: Vec<u32>,
    /// Actual less predicted of each test day, oldest first. The difference and not the forecast: seven
    /// digits of an error of one percent are nine of the price.
    misses: Vec<f32>,
}

impl TestBlock {
    /// `prices` must be those that the evaluation is of, or begin with them.
    pub fn of(evaluation: &Evaluation, prices: &Prices) -> Self {
        let days = prices.series.rows();
        let mut rows: Vec<u32> = evaluation
            .test_predictions()
            .filter_map(|day| days.binary_search_by_key(&day.date, |row| row.date).ok())
            .map(|row| row as u32)
            .collect();
        if !evaluation.is_scattered() {
            rows.truncate(1);
        }
        let test = evaluation.test_predictions();
        Self {
            rows,
            misses: test
                .map(|day| (day.actual - day.predicted) as f32)
                .collect(),
        }
    }

    /// How many test days there are.
    pub fn len(&self) -> usize {
        self.misses.len()
    }

    pub fn is_empty(&self) -> bool {
        self.misses.is_empty()
    }

    /// Whether a block that was read from somewhere lies within these prices.
    pub fn is_within(&self, prices: &Prices) -> bool {
        let days = prices.series.len();
        let inside = match self.rows[..] {
            [] => self.misses.is_empty(),
            [first] => first as usize + self.misses.len() <= days,
            _ => {
                let ascending = self.rows.windows(2).all(|pair| pair[0] < pair[1]);
                let last = self.rows.last().is_some_and(|last| (*last as usize) < days);
                self.rows.len() == self.misses.len() && ascending && last
            }
        };
        inside && self.misses.iter().all(|miss| miss.is_finite())
    }

    /// A random split has scattered the days over the history.
    pub fn is_scattered(&self) -> bool {
        self.rows.len() > 1
    }

    /// The rows of the prices that are tested on; `None` for scattered or no days.
    pub fn rows(&self) -> Option<std::ops::Range<usize>> {
        match self.rows[..] {
            [first] => Some(first as usize..first as usize + self.misses.len()),
            _ => None,
        }
    }

    /// By how much each day's squared error is below that of "tomorrow = today", both as shares of the price
    /// of the day before; `None` where the days are scattered, or one has no day before.
    pub fn squared_gains(&self, prices: &Prices) -> Option<Vec<f64>> {
        let days = self.rows()?;
        let rows = prices
            .series
            .rows()
            .get(days.start.checked_sub(1)?..days.end)?;
        let gain = |(pair, miss): (&[crate::market::Row], &f32)| {
            let last = pair[0].price;
            let share = |error: f64| (error / last).powi(2);
            share(pair[1].price - last) - share(f64::from(*miss))
        };
        Some(rows.windows(2).zip(&self.misses).map(gain).collect())
    }

    /// The days, oldest first, from the same prices.
    pub fn days(&self, prices: &Prices) -> Vec<TestDay> {
        let rows = prices.series.rows();
        let place = |day: usize| match self.rows[..] {
            [first] => first as usize + day,
            _ => self.rows[day] as usize,
        };
        let misses = self.misses.iter().enumerate();
        misses
            .filter_map(|(day, miss)| {
                let row = rows.get(place(day))?;
                Some(TestDay {
                    date: row.date,
                    actual: row.price,
                    predicted: row.price - f64::from(*miss),
                })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Dataset;
    use super::super::comparison::Comparison;
    use super::super::evaluation::evaluate;
    use super::super::settings::{Settings, SplitBy};
    use super::*;
    use crate::market::world::{self, WorldKind};

    fn evaluated(split: SplitBy, amplitude: f32) -> (Prices, Evaluation) {
        let prices = world::generate(WorldKind::MeanReverting, 4, 700);
        let settings = Settings {
            split,
            ..Settings::default()
        };
        let dataset = Dataset::new(&prices.series, &settings).unwrap();
        let wave = (0..=dataset.rows()).map(|row| amplitude * (row as f32).sin());
        let evaluation = evaluate(&prices, &dataset, &wave.collect::<Vec<_>>()).unwrap();
        (prices, evaluation)
    }

    #[test]
    fn the_days_come_back_with_their_forecasts_in_one_piece_or_scattered() {
        for split in [SplitBy::Time, SplitBy::Random] {
            let (prices, evaluation) = evaluated(split, 0.5);
            let block = TestBlock::of(&evaluation, &prices);
            assert_eq!(block.is_scattered(), split == SplitBy::Random);
            let days = block.days(&prices);
            assert_eq!(days.len(), block.len());
            assert_eq!(days.len(), evaluation.test_predictions().count());
            for (day, prediction) in days.iter().zip(evaluation.test_predictions()) {
                assert_eq!((day.date, day.actual), (prediction.date, prediction.actual));
                let apart = (day.predicted - prediction.predicted).abs();
                assert!(apart < 1e-8 * prediction.actual, "{apart}");
            }
        }
    }

    #[test]
    fn a_comparison_of_what_is_kept_is_that_of_the_evaluations() {
        let (prices, one) = evaluated(SplitBy::Time, 0.2);
        let (_, other) = evaluated(SplitBy::Time, 0.9);
        let whole = Comparison::new(&one, &other).unwrap();
        let [ones, others] = [&one, &other].map(|each| TestBlock::of(each, &prices).days(&prices));
        let kept = Comparison::of_days(&ones, &others).unwrap();
        assert_eq!((kept.outcome, kept.days), (whole.outcome, whole.days));
        assert!(
            (kept.dm - whole.dm).abs() < 1e-6,
            "{} {}",
            kept.dm,
            whole.dm
        );
        assert!((kept.ratio - whole.ratio).abs() < 1e-6);
    }

    #[test]
    fn a_block_of_other_prices_is_told() {
        for split in [SplitBy::Time, SplitBy::Random] {
            let (prices, evaluation) = evaluated(split, 0.5);
            let block = TestBlock::of(&evaluation, &prices);
            assert!(block.is_within(&prices));
            let shorter = world::generate(WorldKind::MeanReverting, 4, 600);
            assert!(!block.is_within(&shorter));
            let mut broken = block.clone();
            broken.misses[0] = f32::NAN;
            assert!(!broken.is_within(&prices));
            broken = block;
            broken.rows.clear();
            assert!(!broken.is_within(&prices));
        }
    }

    #[test]
    fn prices_that_go_on_after_the_test_block_change_nothing() {
        let (prices, evaluation) = evaluated(SplitBy::Time, 0.5);
        let longer = world::generate(WorldKind::MeanReverting, 4, 800);
        let all_there = longer.series.rows()[..700] == *prices.series.rows();
        assert!(all_there, "a longer world begins as the shorter one");
        let block = TestBlock::of(&evaluation, &longer);
        assert_eq!(block.days(&longer), block.days(&prices));
    }
}
