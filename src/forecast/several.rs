//! One recipe on several histories: does it know anything, all of them taken together?

use super::clark_west::{self, ClarkWest};
use super::day_forecasts::DayForecasts;
use super::verdict::{Knowledge, Returns};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The pooled answer.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct PooledKnowledge {
    /// Histories that say something: their prices move.
    pub series: usize,
    /// Days on which at least one of them was tested.
    pub days: usize,
    #[serde(flatten)]
    pub knowledge: Knowledge,
}

/// The Clark–West test pooled over histories and days. With f_{i,t} history i's adjusted difference on day t
/// ([`clark_west::clark_west`]) and m_i the mean of its squared returns on its test days,
///
/// `f̄_t = mean over the histories tested on day t of f_{i,t}/m_i`,
///
/// and the test is of the mean of f̄_t over the days, by its Newey–West variance as for one history.
///
/// What moves all histories on one day is within f̄_t, so that histories which move together count for no more
/// evidence than there is: the variance is that of the daily means, however they come about (Driscoll & Kraay 1998).
/// Dividing by m_i puts all histories in units of their own moves. It takes m_i as given, each day for as much as any
/// other, however many histories are tested on it, and asks for many days, not for many histories.
///
/// `None` where no history moves.
pub fn pooled_clark_west(histories: &[&DayForecasts]) -> Option<PooledKnowledge> {
    let moving: Vec<Moving> = histories.iter().filter_map(|it| Moving::of(it)).collect();
    let against = |benchmark: for<'a> fn(&'a Moving<'_>) -> &'a [f64]| {
        let mut by_day: BTreeMap<NaiveDate, (f64, f64)> = BTreeMap::new();
        let mut same = true;
        for history in &moving {
            let (benchmark, returns) = (benchmark(history), &history.returns);
            same &= clark_west::says_the_same(benchmark, &returns.model);
            let adjusted = clark_west::adjusted(&returns.actual, benchmark, &returns.model);
            for (date, value) in history.dates.iter().zip(adjusted) {
                let (sum, count) = by_day.entry(*date).or_default();
                *sum += value / history.size;
                *count += 1.0;
            }
        }
        let means: Vec<f64> = by_day.values().map(|(sum, count)| sum / count).collect();
        let found = match same {
            true => ClarkWest::NO_EVIDENCE,
            false => clark_west::of_mean(&means),
        };
        (found, means.len())
    };
    let (no_change, days) = against(|history| &history.still);
    let (mean_return, _) = against(|history| history.returns.mean);
    (!moving.is_empty()).then_some(PooledKnowledge {
        series: moving.len(),
        days,
        knowledge: Knowledge {
            no_change,
            mean_return,
        },
    })
}

/// The test days of a history whose prices move.
struct Moving<'a> {
    dates: &'a [NaiveDate],
    returns: Returns<'a>,
    /// What "tomorrow = today" says, `[days]`.
    still: Vec<f64>,
    /// The mean of squared returns.
    size: f64,
}

impl<'a> Moving<'a> {
    /// `None` where the prices stand still.
    fn of(days: &'a DayForecasts) -> Option<Self> {
        let returns = Returns::of(&days.forecasts());
        let squares: f64 = returns.actual.iter().map(|each| each * each).sum();
        let size = squares / days.len().max(1) as f64;
        (size > 0.0).then(|| Self {
            dates: &days.dates,
            still: vec![0.0; days.len()],
            returns,
            size,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;
    use rand::{Rng, SeedableRng};
    use rand_chacha::ChaCha8Rng;

    /// A made-up history: noise with as much of a signal in it, and a forecast of the signal.
    fn history(seed: u64, signal: f64, days: usize) -> DayForecasts {
        let first = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap();
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let noise: Vec<f64> = (0..days)
            .map(|_| rng.random::<f64>() + rng.random::<f64>() - 1.0)
            .collect();
        let known = |day: usize| (day as f64 * 1.3).sin();
        let price = |share: f64| 100.0 * (1.0 + 0.01 * share);
        DayForecasts {
            dates: (0..days).map(|day| first + Days::new(day as u64)).collect(),
            last_known: vec![100.0; days],
            mean_return: vec![0.0; days],
            actual: (0..days)
                .map(|day| price(noise[day] + signal * known(day)))
                .collect(),
            predicted: (0..days).map(|day| price(0.05 * known(day))).collect(),
        }
    }

    #[test]
    fn of_one_history_it_is_the_test_itself() {
        let one = history(1, 0.1, 400);
        let found = pooled_clark_west(&[&one]).unwrap();
        let Moving { returns, still, .. } = Moving::of(&one).unwrap();
        let alone = clark_west::clark_west(&returns.actual, &still, &returns.model);
        assert!((found.knowledge.no_change.statistic - alone.statistic).abs() < 1e-9);
        assert_eq!((found.series, found.days), (1, 400));
    }

    #[test]
    fn the_same_history_twice_is_no_more_evidence() {
        let one = history(1, 0.1, 400);
        let once = pooled_clark_west(&[&one]).unwrap();
        let twice = pooled_clark_west(&[&one, &one]).unwrap();
        let [a, b] = [once, twice].map(|it| it.knowledge.no_change.statistic);
        assert!((a - b).abs() < 1e-9, "{a} {b}");
        // Others are: of four, the statistic is about twice that of one.
        let all = [1, 2, 3, 4].map(|seed| history(seed, 0.1, 400));
        let statistic = |histories: &[&DayForecasts]| {
            let found = pooled_clark_west(histories).unwrap();
            found.knowledge.no_change.statistic
        };
        let alone: f64 = all.iter().map(|one| statistic(&[one])).sum::<f64>() / 4.0;
        let four = statistic(&all.each_ref());
        assert!((1.5..2.5).contains(&(four / alone)), "{four} {alone}");
    }

    #[test]
    fn prices_that_stand_still_and_forecasts_of_no_change_are_no_evidence() {
        let mut still = history(1, 0.1, 50);
        still.actual = vec![100.0; 50];
        assert_eq!(pooled_clark_west(&[&still]), None);
        assert_eq!(pooled_clark_west(&[]), None);
        let mut nothing = history(1, 0.1, 50);
        nothing.predicted = vec![100.0; 50];
        let found = pooled_clark_west(&[&nothing, &still]).unwrap();
        assert_eq!((found.series, found.knowledge.no_change.p_value), (1, 1.0));
    }
}
