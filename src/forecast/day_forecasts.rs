//! Forecasts of the next day, day by day, with what was known when each was made: whoever has them can
//! compute scores and verdict again.

use super::evaluation::Prediction;
use super::metrics::{self, Forecasts};
use crate::market::Series;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Oldest first, `[days]` each; prices but for the mean return.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DayForecasts {
    pub dates: Vec<NaiveDate>,
    /// P_t, the price of the day before, which is also what "tomorrow = today" says.
    pub last_known: Vec<f64>,
    /// The mean of all simple returns up to the day before.
    pub mean_return: Vec<f64>,
    pub actual: Vec<f64>,
    pub predicted: Vec<f64>,
}

impl DayForecasts {
    /// Of days of this series. `None` where a day is not one of its days, or has none before it.
    pub fn of<'a>(series: &Series, days: impl IntoIterator<Item = &'a Prediction>) -> Option<Self> {
        let (prices, rows) = (series.prices(), series.rows());
        let means = metrics::expanding_mean_returns(&prices);
        let mut all = Self {
            dates: Vec::new(),
            last_known: Vec::new(),
            mean_return: Vec::new(),
            actual: Vec::new(),
            predicted: Vec::new(),
        };
        for day in days {
            let index = rows.binary_search_by_key(&day.date, |row| row.date).ok()?;
            all.dates.push(day.date);
            all.last_known.push(prices[index.checked_sub(1)?]);
            all.mean_return.push(means[index]);
            all.actual.push(day.actual);
            all.predicted.push(day.predicted);
        }
        Some(all)
    }

    pub fn len(&self) -> usize {
        self.dates.len()
    }

    pub fn is_empty(&self) -> bool {
        self.dates.is_empty()
    }

    /// As scores take them.
    pub fn forecasts(&self) -> Forecasts<'_> {
        Forecasts {
            actual: &self.actual,
            last_known: &self.last_known,
            predicted: &self.predicted,
            mean_return: &self.mean_return,
        }
    }

    /// "Tomorrow = today" on the same days.
    pub fn persistence(&self) -> Forecasts<'_> {
        Forecasts {
            predicted: &self.last_known,
            ..self.forecasts()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::dataset::Block;
    use super::super::fixtures::series;
    use super::*;

    #[test]
    fn each_day_has_what_was_known_the_day_before() {
        let series = series(&[100.0, 110.0, 121.0, 60.5]);
        let day = |index: usize| Prediction {
            date: series.rows()[index].date,
            actual: series.rows()[index].price,
            predicted: 7.0,
            block: Block::Test,
        };
        let days = [day(1), day(3)];
        let found = DayForecasts::of(&series, &days).unwrap();
        assert_eq!(found.last_known, [100.0, 121.0]);
        assert_eq!(found.actual, [110.0, 60.5]);
        assert!((found.mean_return[1] - 0.1).abs() < 1e-12 && found.mean_return[0] == 0.0);
        assert_eq!(found.persistence().predicted, [100.0, 121.0]);
        // The first day has none before it, and a day of other prices is none of these.
        assert_eq!(DayForecasts::of(&series, &[day(0)]), None);
        let mut other = day(1);
        other.date = other.date + chrono::Days::new(100);
        assert_eq!(DayForecasts::of(&series, &[other]), None);
    }
}
