//! How sure is a band: the network's intervals and two plain ones around "tomorrow = today", measured alike.
//! An interval that holds its share of days may still be a poor one, wide on calm days and narrow on wild
//! ones; a score that weighs width and misses together tells.
//!
//! Widths and scores are shares of the last price, so that each day weighs the same whatever the share
//! cost then.

use super::chance::whole_days_by_chance;
use super::conformal::{self, LEVELS, ROLLING_DAYS};
use super::intervals::{IntervalMethod, LevelInterval};
use serde::{Deserialize, Serialize};

/// Days of history of the two plain bands.
pub const HISTORIES: [usize; 2] = [20, 250];
/// The normal distribution's points that hold the middle 50, 80 and 95 %.
const NORMAL: [f64; LEVELS.len()] = [
    0.674_489_750_196_081_7,
    1.281_551_565_544_600_4,
    1.959_963_984_540_054,
];
/// Quantiles of a band: both ends of each interval, and the middle.
const QUANTILES: usize = 2 * LEVELS.len() + 1;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum BandName {
    #[serde(rename = "split")]
    Split,
    #[serde(rename = "adaptive")]
    Adaptive,
    #[serde(rename = "volatility")]
    Volatility,
    /// "Tomorrow = today", as wide as the volatility of the last 20 days says.
    #[serde(rename = "history-20")]
    History20,
    /// The same of 250 days, about a year.
    #[serde(rename = "history-250")]
    History250,
}

impl From<IntervalMethod> for BandName {
    fn from(method: IntervalMethod) -> Self {
        match method {
            IntervalMethod::Split => Self::Split,
            IntervalMethod::Adaptive => Self::Adaptive,
            IntervalMethod::Volatility => Self::Volatility,
        }
    }
}

/// How a band did on the test days.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BandScores {
    pub band: BandName,
    /// Of all levels together; smaller is better. See [`Band::scores`].
    pub crps: f64,
    /// Narrowest first.
    pub levels: Vec<BandLevel>,
    /// The share of days on which what happened fell between two neighbouring quantiles, from below the
    /// lowest to above the highest; of an exact band as much as [`EXPECTED_BETWEEN`]. (The histogram of
    /// the probability integral transform, in the cells that the quantiles make.)
    pub between: Vec<f64>,
}

/// The shares of days between two neighbouring quantiles of an exact band.
pub const EXPECTED_BETWEEN: [f64; QUANTILES + 1] =
    [0.025, 0.075, 0.15, 0.25, 0.25, 0.15, 0.075, 0.025];

/// A band at one level.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BandLevel {
    pub level: f64,
    pub coverage: f64,
    pub mean_width: f64,
    /// Smaller is better. See [`Band::scores`].
    pub interval_score: f64,
    /// Coverage on the third of the test days that 20 calm days came before, and on the third that 20
    /// wild ones did. `None` for fewer than three days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calm: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wild: Option<f64>,
    /// The share of the runs of 100 test days in which the coverage is where an exact interval's is on 19
    /// of 20, in whole days: 72 to 88 % at 80 %. `None` where there is no such run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub steady: Option<f64>,
}

/// The test days that bands are measured on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Days<'a> {
    pub actual: &'a [f64],     // [days]
    pub last_known: &'a [f64], // [days]
    /// The volatility of the last 20 and of the last 250 days, known the day before, `[days]` each.
    pub historical: [&'a [f64]; 2],
    /// A random split's test days do not follow one another.
    pub scattered: bool,
}

/// Forecasts and half the widths around them.
struct Band<'a> {
    name: BandName,
    middle: &'a [f64],
    /// In logarithms, of each level, `[days]`.
    half_widths: [Vec<f64>; LEVELS.len()],
}

/// The network's intervals by each method, then the plain bands; `predicted` are its forecasts, `[days]`.
pub(super) fn bands(intervals: &[LevelInterval], predicted: &[f64], days: Days) -> Vec<BandScores> {
    let (calm, wild) = thirds(days.historical[0]);
    let of_methods = IntervalMethod::ALL.into_iter().map(|method| Band {
        name: method.into(),
        middle: predicted,
        half_widths: LEVELS.map(|level| {
            let interval = super::intervals::find(intervals, method, level);
            let width = |day| interval.map_or(0.0, |it| it.log_half_width(day));
            (0..predicted.len()).map(width).collect()
        }),
    });
    let names = [BandName::History20, BandName::History250];
    let plain = names
        .into_iter()
        .zip(days.historical)
        .map(|(name, sizes)| Band {
            name,
            middle: days.last_known,
            half_widths: NORMAL.map(|z| sizes.iter().map(|size| z * size).collect()),
        });
    of_methods
        .chain(plain)
        .map(|band| band.scores(days, &calm, &wild))
        .collect()
}

impl Band<'_> {
    /// With P what happened, l and u the ends, α = 1 − level, each day's numbers divided by P_t:
    ///
    /// interval score (Gneiting & Raftery 2007, eq. 43): `(u − l) + 2/α·(l − P)⁺ + 2/α·(P − u)⁺`;
    ///
    /// CRPS, from the seven quantiles q_τ that three intervals and the forecast itself (τ = 1/2) make:
    /// `2/7·Σ_τ (1{P < q_τ} − τ)·(q_τ − P)`, which is the weighted interval score of Bracher, Ray, Gneiting &
    /// Reich (2021). It is an approximation to the continuous ranked probability score, the same for
    /// every band, and good to compare them by.
    fn scores(&self, days: Days, calm: &[usize], wild: &[usize]) -> BandScores {
        let count = days.actual.len().max(1) as f64;
        let mut pinball = 0.0;
        let mut cells = [0_usize; QUANTILES + 1];
        let mut width = [0.0; LEVELS.len()];
        let mut score = [0.0; LEVELS.len()];
        for (day, (actual, last)) in days.actual.iter().zip(days.last_known).enumerate() {
            let around =
                |level: usize| conformal::interval(self.middle[day], self.half_widths[level][day]);
            let middle = conformal::interval(self.middle[day], 0.0).0;
            let mut day_pinball = 0.5 * (actual - middle).abs();
            let mut below = usize::from(*actual >= middle);
            for (place, level) in LEVELS.into_iter().enumerate() {
                let (low, high) = around(place);
                let missed = (low - actual).max(0.0) + (actual - high).max(0.0);
                let outside = (1.0 - level) / 2.0;
                width[place] += (high - low) / last;
                score[place] += ((high - low) + missed / outside) / last;
                day_pinball += outside * (high - low) + missed;
                below += usize::from(*actual >= low) + usize::from(*actual > high);
            }
            pinball += day_pinball / last;
            cells[below] += 1;
        }
        let levels = LEVELS.into_iter().enumerate().map(|(place, level)| {
            let pairs = days.actual.iter().zip(self.middle);
            let held: Vec<bool> = pairs
                .zip(&self.half_widths[place])
                .map(|((actual, middle), half)| conformal::holds(*actual, *middle, *half))
                .collect();
            let share = |of: &[usize]| {
                let held = of.iter().filter(|day| held[**day]).count();
                (!of.is_empty()).then(|| held as f64 / of.len() as f64)
            };
            BandLevel {
                level,
                coverage: held.iter().filter(|held| **held).count() as f64 / count,
                mean_width: width[place] / count,
                interval_score: score[place] / count,
                calm: share(calm),
                wild: share(wild),
                steady: (!days.scattered).then(|| steady(&held, level)).flatten(),
            }
        });
        BandScores {
            band: self.name,
            crps: 2.0 / QUANTILES as f64 * pinball / count,
            levels: levels.collect(),
            between: cells.map(|days| days as f64 / count).to_vec(),
        }
    }
}

/// The share of runs of [`ROLLING_DAYS`] days in which the coverage is within chance.
fn steady(held: &[bool], level: f64) -> Option<f64> {
    let shares = conformal::rolling_share(held, ROLLING_DAYS);
    let (low, high) = whole_days_by_chance(level, ROLLING_DAYS);
    let days = |share: &f64| (share * ROLLING_DAYS as f64).round() as usize;
    let within = shares
        .iter()
        .filter(|share| (low..=high).contains(&days(share)));
    (!shares.is_empty()).then(|| within.count() as f64 / shares.len() as f64)
}

/// The days of the calm third and those of the wild one, by the volatility that was known before them; of
/// equal ones the earlier is the calmer.
fn thirds(volatility: &[f64]) -> (Vec<usize>, Vec<usize>) {
    let mut days: Vec<usize> = (0..volatility.len()).collect();
    days.sort_by(|one, other| volatility[*one].total_cmp(&volatility[*other]));
    let third = days.len() / 3;
    let wild = days.split_off(days.len() - third);
    days.truncate(third);
    (days, wild)
}

impl BandScores {
    /// Those at a level.
    pub fn at(&self, level: f64) -> Option<&BandLevel> {
        self.levels.iter().find(|it| it.level == level)
    }

    pub(super) fn all_finite(&self) -> bool {
        let levels = self.levels.iter();
        let mut numbers = levels.flat_map(|it| [it.coverage, it.mean_width, it.interval_score]);
        self.crps.is_finite() && numbers.all(f64::is_finite)
    }
}

#[cfg(test)]
mod tests {
    use super::super::normal;
    use super::*;

    fn days<'a>(actual: &'a [f64], last: &'a [f64], volatility: &'a [f64]) -> Days<'a> {
        Days {
            actual,
            last_known: last,
            historical: [volatility; 2],
            scattered: false,
        }
    }

    #[test]
    fn scores_by_hand() {
        // Middle 100, last price 50. Half-widths ln 1.1, ln 1.25 and ln 2: 90.91 … 110, 80 … 125 and
        // 50 … 200. What happened: 100, then 150.
        let band = Band {
            name: BandName::Split,
            middle: &[100.0; 2],
            half_widths: [1.1_f64, 1.25, 2.0].map(|width| vec![width.ln(); 2]),
        };
        let found = band.scores(days(&[100.0, 150.0], &[50.0; 2], &[0.01; 2]), &[], &[]);
        // At 80 %: width 45, of 50: 0.9. The second day missed by 25: 25·2/0.2/50 = 5; 2.5 a day.
        let at = found.at(0.8).unwrap();
        assert!((at.mean_width - 0.9).abs() < 1e-12);
        assert!((at.interval_score - 3.4).abs() < 1e-12);
        assert_eq!((at.coverage, at.calm, at.steady), (0.5, None, None));
        // Pinball losses of the first day: α/2·width at each level, 0.25·(210/11 = 19.0909) +
        // 0.1·45 + 0.025·150 = 13.0227; of the second the same, and 50/2 + 40 + 25 = 90 more.
        let pinball = 2.0 * (0.25 * 210.0 / 11.0 + 4.5 + 3.75) + 90.0;
        assert!((found.crps - 2.0 / 7.0 * pinball / 50.0 / 2.0).abs() < 1e-12);
        // 100 lies in the middle (upper half), 150 between 125 and 200.
        assert_eq!(found.between, [0.0, 0.0, 0.0, 0.0, 0.5, 0.0, 0.5, 0.0]);
    }

    #[test]
    fn thirds_go_by_what_was_known() {
        let (calm, wild) = thirds(&[3.0, 1.0, 2.0, 1.0, 9.0, 5.0, 4.0]);
        assert_eq!((calm, wild), (vec![1, 3], vec![5, 4]));
        assert_eq!(thirds(&[1.0, 2.0]), (vec![], vec![]));
        // On the calm third of six days the price stands still, on the wild one it jumps.
        let volatility = [0.01, 0.01, 0.02, 0.02, 0.03, 0.03];
        let actual = [100.0, 100.0, 101.0, 99.0, 150.0, 60.0];
        let found = bands(&[], &[100.0; 6], days(&actual, &[100.0; 6], &volatility));
        let plain = found
            .iter()
            .find(|it| it.band == BandName::History20)
            .unwrap();
        let at = plain.at(0.8).unwrap();
        assert_eq!((at.calm, at.wild), (Some(1.0), Some(0.0)));
        assert_eq!(found.len(), 5);
    }

    #[test]
    fn an_exact_band_has_the_expected_shares() {
        // Every permille of the normal distribution once, by its own band: the cells hold what they
        // should, each end within a permille.
        let sum: f64 = EXPECTED_BETWEEN.iter().sum();
        assert!((sum - 1.0).abs() < 1e-12);
        let actual: Vec<f64> = (0..1_000)
            .map(|k| 100.0 * (0.01 * normal::point((f64::from(k) + 0.5) / 1_000.0)).exp())
            .collect();
        let (last, volatility) = (vec![100.0; 1_000], vec![0.01; 1_000]);
        let found = bands(&[], &last, days(&actual, &last, &volatility));
        for (found, expected) in found[3].between.iter().zip(EXPECTED_BETWEEN) {
            assert!((found - expected).abs() < 0.0011, "{found} {expected}");
        }
        for level in LEVELS {
            assert!((found[4].at(level).unwrap().coverage - level).abs() < 0.0021);
        }
    }

    #[test]
    fn stretches_are_counted_in_whole_days() {
        // Of 100 days 72 to 88 are within chance at 80 %.
        let run = |held: usize| -> Vec<bool> { (0..100).map(|day| day < held).collect() };
        for (held, expected) in [(71, 0.0), (72, 1.0), (88, 1.0), (89, 0.0)] {
            assert_eq!(steady(&run(held), 0.8), Some(expected), "{held}");
        }
        assert_eq!(steady(&run(80)[..99], 0.8), None);
    }
}
