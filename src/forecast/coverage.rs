//! Rolling coverage: how the share of days that an interval held went up and down over the test
//! block. A coverage that is right on the whole may be made of a calm year in which the interval was
//! too wide and a stormy one in which it was too narrow.
//!
//! Shares are 0..=1. Stretches overlap: each is one day further than the one before.

pub use super::chance::by_chance;
use super::evaluation::{Evaluation, IntervalMethod, LevelInterval};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A run of consecutive test days.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Stretch {
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// The share of its days that the interval held.
    pub coverage: f64,
}

/// One interval's coverage over each run of `days` test days; at least one run.
#[derive(Debug, Clone, PartialEq)]
pub struct Rolling {
    pub method: IntervalMethod,
    /// The share that is wanted.
    pub level: f64,
    pub days: usize,
    /// Oldest first.
    pub stretches: Vec<Stretch>,
}

/// What of a [`Rolling`] goes into a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RollingSummary {
    pub method: IntervalMethod,
    pub level: f64,
    /// Days in each stretch.
    pub days: usize,
    pub stretches: usize,
    pub lowest: Stretch,
    pub highest: Stretch,
    /// The share of stretches in which an exact interval would be on 19 of 20; see [`by_chance`].
    pub within_chance: f64,
}

/// Why there is no rolling coverage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoRolling {
    /// Fewer test days than one stretch.
    TooShort { test_days: usize, days: usize },
    /// A random split's test days do not follow one another.
    Scattered,
}

/// The coverage of one of an evaluation's intervals over each run of `days` test days.
///
/// # Errors
/// There are fewer test days than that, or they are scattered.
pub fn rolling(
    evaluation: &Evaluation,
    interval: &LevelInterval,
    days: usize,
) -> Result<Rolling, NoRolling> {
    if evaluation.is_scattered() {
        return Err(NoRolling::Scattered);
    }
    let shares = evaluation.rolling_coverage_of(interval, days);
    let first_days = evaluation.test_predictions().map(|day| day.date);
    let stretches: Vec<_> = first_days
        .zip(shares)
        .map(|(from, (to, coverage))| Stretch { from, to, coverage })
        .collect();
    if stretches.is_empty() {
        return Err(NoRolling::TooShort {
            test_days: evaluation.test_predictions().count(),
            days,
        });
    }
    Ok(Rolling {
        method: interval.method,
        level: interval.level,
        days,
        stretches,
    })
}

impl Rolling {
    /// The stretch that held fewest days, the first of several.
    pub fn lowest(&self) -> Stretch {
        self.extreme(|one, best| one.coverage < best.coverage)
    }

    /// The stretch that held most days, the first of several.
    pub fn highest(&self) -> Stretch {
        self.extreme(|one, best| one.coverage > best.coverage)
    }

    fn extreme(&self, better: impl Fn(&Stretch, &Stretch) -> bool) -> Stretch {
        let mut best = self.stretches[0];
        for one in &self.stretches {
            if better(one, &best) {
                best = *one;
            }
        }
        best
    }

    /// The share of stretches that are where an exact interval's would be on 19 of 20.
    pub fn within_chance(&self) -> f64 {
        let (low, high) = by_chance(self.level, self.days);
        let within = self.stretches.iter();
        let within = within.filter(|one| (low..=high).contains(&one.coverage));
        within.count() as f64 / self.stretches.len() as f64
    }

    pub fn summary(&self) -> RollingSummary {
        RollingSummary {
            method: self.method,
            level: self.level,
            days: self.days,
            stretches: self.stretches.len(),
            lowest: self.lowest(),
            highest: self.highest(),
            within_chance: self.within_chance(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Dataset;
    use super::super::conformal::ROLLING_DAYS;
    use super::super::evaluation::evaluate;
    use super::super::fixtures::{series, wave};
    use super::super::settings::{Settings, SplitBy};
    use super::*;
    use crate::market::Prices;

    fn evaluation(rows: usize, settings: &Settings) -> Evaluation {
        let prices = Prices {
            series: series(&wave(rows)),
            truth: None,
        };
        let dataset = Dataset::new(&prices.series, settings).unwrap();
        evaluate(&prices, &dataset, &vec![0.0; dataset.rows() + 1]).unwrap()
    }

    /// An evaluation whose interval holds exactly the test days named, and that interval.
    fn holding(held: impl Fn(usize) -> bool) -> (Evaluation, LevelInterval) {
        let mut evaluation = evaluation(620, &Settings::default());
        let first = evaluation.predictions.len() - evaluation.test_predictions().count();
        for (day, prediction) in evaluation.predictions[first..].iter_mut().enumerate() {
            prediction.predicted = prediction.actual * if held(day) { 1.001 } else { 1.1 };
        }
        let mut interval = evaluation.intervals[1].clone();
        interval.log_half_widths = vec![0.01];
        (evaluation, interval)
    }

    #[test]
    fn the_worst_stretch_is_found_with_its_dates() {
        // 120 test days: all held but the days 40..60.
        let (evaluation, interval) = holding(|day| !(40..60).contains(&day));
        let rolling = rolling(&evaluation, &interval, 50).unwrap();
        assert_eq!(rolling.stretches.len(), 71);
        let days: Vec<_> = evaluation.test_predictions().map(|day| day.date).collect();
        // The stretch 10..60 is the first with all twenty misses in it.
        assert_eq!(
            rolling.lowest(),
            Stretch {
                from: days[10],
                to: days[59],
                coverage: 0.6
            }
        );
        // 60..110 is the first without one.
        assert_eq!(
            rolling.highest(),
            Stretch {
                from: days[60],
                to: days[109],
                coverage: 1.0
            }
        );
        // 80 % ± 1.96·√(0.16/50) = 68.9 … 91.1 %: within are 5 to 15 misses of 50, which are the
        // stretches that begin on the days 0..=5 and 45..=55.
        let summary = rolling.summary();
        assert!((summary.within_chance - 17.0 / 71.0).abs() < 1e-12);
        assert_eq!((summary.stretches, summary.days), (71, 50));
    }

    #[test]
    fn one_stretch_is_enough_and_less_is_said() {
        let (evaluation, interval) = holding(|day| day % 5 != 0);
        let all = rolling(&evaluation, &interval, 120).unwrap();
        assert_eq!(all.stretches.len(), 1);
        assert_eq!((all.lowest(), all.lowest().coverage), (all.highest(), 0.8));
        let none = rolling(&evaluation, &interval, 121).unwrap_err();
        assert_eq!(
            none,
            NoRolling::TooShort {
                test_days: 120,
                days: 121
            }
        );
    }

    #[test]
    fn scattered_days_do_not_roll() {
        let settings = Settings {
            split: SplitBy::Random,
            ..Settings::default()
        };
        let evaluation = evaluation(620, &settings);
        let found = rolling(&evaluation, &evaluation.intervals[0], ROLLING_DAYS);
        assert_eq!(found.unwrap_err(), NoRolling::Scattered);
    }
}
