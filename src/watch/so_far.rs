//! What the network predicts so far, in prices beside those that happened.

use crate::forecast::Dataset;
use crate::forecast::dataset::Block;
use crate::market::Series;
use crate::protocol::Preview;
use chrono::NaiveDate;

/// Days shown, the last ones: few enough to be drawn twice a second, and of most histories the whole
/// test block.
const SHOWN_DAYS: usize = 1_500;

/// The first row that is shown, and so the first to be predicted between epochs.
pub fn preview_from(dataset: &Dataset) -> u32 {
    dataset.rows().saturating_sub(SHOWN_DAYS) as u32
}

/// A stretch of days with what the network of an epoch in the middle predicts for them.
#[derive(Debug, Clone, PartialEq)]
pub struct SoFar {
    /// 1-based.
    pub epoch: usize,
    pub days: Vec<DaySoFar>,
    /// The first day of the test block among them; `None` where a random split has scattered it.
    pub first_test: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DaySoFar {
    pub date: NaiveDate,
    pub actual: f64,
    /// Not a number where the network has diverged.
    pub predicted: f64,
}

impl SoFar {
    /// `series` are the prices that `dataset` was cut from; `None` where the preview is not of them.
    pub fn new(series: &Series, dataset: &Dataset, preview: &Preview) -> Option<Self> {
        let rows = preview.first_row..preview.first_row + preview.predictions.len();
        if rows.is_empty() || rows.end > dataset.rows() {
            return None;
        }
        let days = rows.clone().zip(&preview.predictions).map(|(row, scaled)| {
            let known = series.rows().get(dataset.target_index(row))?;
            let predicted = dataset.price_from_scaled(row, f64::from(*scaled), series);
            Some(DaySoFar {
                date: known.date,
                actual: known.price,
                predicted: match scaled.is_finite() && predicted.is_finite() {
                    true => predicted,
                    false => f64::NAN,
                },
            })
        });
        let is_test = |row: &usize| dataset.block_of(*row) == Block::Test;
        Some(Self {
            epoch: preview.epoch,
            days: days.collect::<Option<_>>()?,
            first_test: rows
                .clone()
                .position(|row| is_test(&row))
                .filter(|_| dataset.scattered.is_none()),
        })
    }

    /// By how much the predictions miss on the training and validation days among those shown; the test
    /// days are scored once, at the end.
    pub fn mean_miss_before_test(&self) -> Option<f64> {
        let before = &self.days[..self.first_test?];
        let misses = before.iter().map(|day| (day.predicted - day.actual).abs());
        let (sum, count) = misses
            .filter(|miss| miss.is_finite())
            .fold((0.0, 0_usize), |(sum, count), miss| (sum + miss, count + 1));
        (count > 0).then(|| sum / count as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::evaluation::evaluate;
    use crate::forecast::settings::{Recipe, Settings, SplitBy};
    use crate::market::world::{self, WorldKind};

    fn preview(dataset: &Dataset, first_row: usize, scaled: &[f32]) -> Preview {
        Preview {
            epoch: 7,
            first_row,
            predictions: scaled[first_row..dataset.rows()].to_vec(),
        }
    }

    #[test]
    fn days_and_prices_are_those_of_the_evaluation() {
        let prices = world::generate(WorldKind::RandomWalk, 3, 300);
        for recipe in [Recipe::Honest, Recipe::Notebook] {
            let settings = Settings {
                window: 5,
                ..Settings::for_recipe(recipe)
            };
            let dataset = Dataset::new(&prices.series, &settings).unwrap();
            let scaled: Vec<f32> = (0..=dataset.rows()).map(|row| (row as f32).sin()).collect();
            let evaluation = evaluate(&prices, &dataset, &scaled).unwrap();
            let so_far =
                SoFar::new(&prices.series, &dataset, &preview(&dataset, 200, &scaled)).unwrap();
            assert_eq!(so_far.epoch, 7);
            let expected = &evaluation.predictions[200..];
            assert_eq!(so_far.days.len(), expected.len());
            for (day, expected) in so_far.days.iter().zip(expected) {
                assert_eq!(day.date, expected.date);
                assert_eq!(
                    (day.actual, day.predicted),
                    (expected.actual, expected.predicted)
                );
            }
            assert_eq!(so_far.first_test, Some(dataset.split.test.start - 200));
            let before = &expected[..dataset.split.test.start - 200];
            let miss = before.iter().map(|day| (day.predicted - day.actual).abs());
            let by_hand = miss.sum::<f64>() / before.len() as f64;
            assert!((so_far.mean_miss_before_test().unwrap() - by_hand).abs() < 1e-12);
        }
    }

    #[test]
    fn what_is_of_other_prices_or_diverged_is_not_drawn() {
        let prices = world::generate(WorldKind::RandomWalk, 3, 300);
        let dataset = Dataset::new(&prices.series, &Settings::default()).unwrap();
        let rows = dataset.rows();
        let of = |first_row, count| Preview {
            epoch: 1,
            first_row,
            predictions: vec![f32::NAN; count],
        };
        let new = |preview| SoFar::new(&prices.series, &dataset, &preview);
        assert_eq!(new(of(0, rows + 1)), None);
        assert_eq!(new(of(rows, 1)), None);
        assert_eq!(new(of(3, 0)), None);
        let diverged = new(of(0, rows)).unwrap();
        assert!(diverged.days.iter().all(|day| day.predicted.is_nan()));
        assert_eq!(diverged.mean_miss_before_test(), None);
    }

    #[test]
    fn a_scattered_test_block_has_no_first_day() {
        let prices = world::generate(WorldKind::RandomWalk, 3, 300);
        let settings = Settings {
            split: SplitBy::Random,
            ..Settings::default()
        };
        let dataset = Dataset::new(&prices.series, &settings).unwrap();
        let still = vec![0.0; dataset.rows() + 1];
        let so_far = SoFar::new(&prices.series, &dataset, &preview(&dataset, 0, &still)).unwrap();
        assert_eq!(so_far.first_test, None);
    }

    #[test]
    fn the_last_days_are_shown() {
        let prices = world::generate(WorldKind::RandomWalk, 3, 2_000);
        let dataset = Dataset::new(&prices.series, &Settings::default()).unwrap();
        let rows = dataset.rows();
        assert_eq!(preview_from(&dataset) as usize, rows - SHOWN_DAYS);
        let short = world::generate(WorldKind::RandomWalk, 3, 300);
        let dataset = Dataset::new(&short.series, &Settings::default()).unwrap();
        assert_eq!(preview_from(&dataset), 0);
    }
}
