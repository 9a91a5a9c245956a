//! Several runs of one experiment that differ in their seed alone: how far apart do their scores lie,
//! and is one experiment better than another?
//!
//! A seed draws the starting weights, the order of the rows and the dropout; the prices and the test
//! block stay the same. So what is measured here is the chance in training, not the chance in the
//! market: more seeds say more about this test block, and nothing about other years.
//!
//! Scores are finite and smaller is better (MAE, RMSE, rMAE).

use super::settings::MAX_SEED;
use super::student_t;
use super::verdict::is_significant;
use serde::{Deserialize, Serialize};

pub const MIN_SEEDS: usize = 3;
pub const MAX_SEEDS: usize = 20;
/// Of the t intervals.
const CONFIDENCE: f64 = 0.95;
/// With fewer pairs than this even a win in every pair has p > 0.05: 2/2⁵ = 0.0625.
pub const PAIRS_TO_TELL: usize = 6;
/// A deviation below this share of the largest value is rounding noise of values that do not vary.
const NOISE: f64 = 1e-12;

/// Why scores cannot be summarised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeedsError {
    /// Fewer than [`MIN_SEEDS`] or more than [`MAX_SEEDS`].
    Count { found: usize },
    /// Two experiments with different numbers of runs are not paired.
    Unpaired { first: usize, second: usize },
    /// A score is NaN or infinite.
    NotFinite,
}

/// The seeds of `runs` repetitions: `first` and those after it, starting again at 0 after the largest
/// one. Two experiments with the same first seed are therefore paired.
///
/// They go into [`TrainingJob::seed`](crate::protocol::TrainingJob::seed) alone: prices and dataset are
/// made once, with the experiment's own seed, which on a known world draws the prices too and in a
/// random split the test rows.
///
/// # Errors
/// Fewer than [`MIN_SEEDS`] or more than [`MAX_SEEDS`] runs.
pub fn training_seeds(first: u64, runs: usize) -> Result<Vec<u64>, SeedsError> {
    check_count(runs)?;
    Ok(seeds_from(first, runs).collect())
}

/// A seed and those after it, starting again at 0 after the largest one.
pub fn seeds_from(first: u64, count: usize) -> impl Iterator<Item = u64> {
    (0..count as u64).map(move |run| (first % (MAX_SEED + 1) + run) % (MAX_SEED + 1))
}

/// How the scores of several runs lie.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    pub runs: usize,
    pub mean: f64,
    /// Sample standard deviation, `√(Σ(x − x̄)²/(n − 1))`.
    pub deviation: f64,
    pub lowest: f64,
    pub median: f64,
    pub highest: f64,
    /// Where the mean over ever more seeds would lie, with 95 % confidence.
    pub mean_low: f64,
    pub mean_high: f64,
}

impl Spread {
    /// # Errors
    /// Too few or too many scores, or one that is not finite.
    pub fn new(scores: &[f64]) -> Result<Self, SeedsError> {
        check_count(scores.len())?;
        check_finite(scores)?;
        let mut sorted = scores.to_vec();
        sorted.sort_by(f64::total_cmp);
        let middle = sorted.len() / 2;
        let median = if sorted.len() % 2 == 1 {
            sorted[middle]
        } else {
            0.5 * (sorted[middle - 1] + sorted[middle])
        };
        let Moments { mean, deviation } = Moments::of(scores);
        let half = t_half_width(deviation, scores.len());
        Ok(Self {
            runs: scores.len(),
            mean,
            deviation,
            lowest: sorted[0],
            median,
            highest: sorted[sorted.len() - 1],
            mean_low: mean - half,
            mean_high: mean + half,
        })
    }
}

/// What can be said about two experiments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    FirstBetter,
    SecondBetter,
    CannotTell,
}

/// Two experiments, A and B, over the same seeds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PairedComparison {
    pub pairs: usize,
    /// Pairs in which A, or B, had the smaller score; the rest are equal.
    pub first_better: usize,
    pub second_better: usize,
    /// Mean of A − B: negative favours A.
    pub mean_difference: f64,
    /// Its 95 % interval, Student's t with n − 1 degrees of freedom.
    pub low: f64,
    pub high: f64,
    /// The paired t test's, two-sided.
    pub t_p_value: f64,
    /// The exact Wilcoxon signed-rank test's, two-sided. The answer rests on this one.
    pub p_value: f64,
    pub answer: Answer,
}

impl PairedComparison {
    /// Compares the scores of A and B, paired by seed.
    ///
    /// The answer is the exact signed-rank test's (Wilcoxon 1945), which asks no more of the
    /// differences than symmetry and which one lucky seed cannot decide; the t interval beside it
    /// says how large the difference is. Below p = 0.05, and if the mean difference points the same
    /// way, one is better; else it cannot be told. Where the differences do not vary at all, the
    /// interval is a point and the t test's p is 0, or 1 if there is no difference.
    ///
    /// # Errors
    /// Too few or too many pairs, different numbers of scores, or one that is not finite.
    pub fn new(first: &[f64], second: &[f64]) -> Result<Self, SeedsError> {
        if first.len() != second.len() {
            return Err(SeedsError::Unpaired {
                first: first.len(),
                second: second.len(),
            });
        }
        check_count(first.len())?;
        let differences: Vec<f64> = first.iter().zip(second).map(|(a, b)| a - b).collect();
        check_finite(&differences)?;

        let pairs = differences.len();
        let Moments { mean, deviation } = Moments::of(&differences);
        let half = t_half_width(deviation, pairs);
        let t_p_value = match (mean == 0.0, deviation == 0.0) {
            (true, _) => 1.0,
            (false, true) => 0.0,
            (false, false) => {
                student_t::p_value(mean / (deviation / (pairs as f64).sqrt()), pairs - 1)
            }
        };
        let ranks = SignedRanks::of(&differences);
        let p_value = ranks.p_value();
        let (below, above) = (ranks.negative_sum, ranks.positive_sum);
        let answer = if is_significant(p_value) && mean < 0.0 && below > above {
            Answer::FirstBetter
        } else if is_significant(p_value) && mean > 0.0 && above > below {
            Answer::SecondBetter
        } else {
            Answer::CannotTell
        };
        Ok(Self {
            pairs,
            first_better: differences.iter().filter(|d| **d < 0.0).count(),
            second_better: differences.iter().filter(|d| **d > 0.0).count(),
            mean_difference: mean,
            low: mean - half,
            high: mean + half,
            t_p_value,
            p_value,
            answer,
        })
    }
}

/// The signed-rank statistic, with every rank doubled: the mean rank of equal differences then is a
/// whole number too.
struct SignedRanks {
    doubled_ranks: Vec<usize>,
    positive_sum: usize,
    negative_sum: usize,
}

impl SignedRanks {
    /// Ranks of the absolute differences; zeros are left out, as Wilcoxon did, and equal ones share
    /// the mean of their ranks.
    fn of(differences: &[f64]) -> Self {
        let mut by_size: Vec<f64> = differences.iter().copied().filter(|d| *d != 0.0).collect();
        by_size.sort_by(|a, b| a.abs().total_cmp(&b.abs()));
        let mut ranks = Self {
            doubled_ranks: Vec::new(),
            positive_sum: 0,
            negative_sum: 0,
        };
        for equals in by_size.chunk_by(|a, b| a.abs() == b.abs()) {
            let before = ranks.doubled_ranks.len();
            // Twice the mean of before + 1 ..= before + n is 2·before + n + 1.
            let doubled = 2 * before + equals.len() + 1;
            for difference in equals {
                ranks.doubled_ranks.push(doubled);
                if *difference > 0.0 {
                    ranks.positive_sum += doubled;
                } else {
                    ranks.negative_sum += doubled;
                }
            }
        }
        ranks
    }

    /// Two-sided: twice the share of the 2ⁿ sign patterns whose sum is at most the smaller one seen,
    /// at most 1. Counted pattern by pattern through their sums, so exact, ties included. 1 for no
    /// differences.
    fn p_value(&self) -> f64 {
        let largest: usize = self.doubled_ranks.iter().sum();
        let mut patterns = vec![0.0; largest + 1]; // by their sum of positive ranks
        patterns[0] = 1.0;
        for rank in &self.doubled_ranks {
            for sum in (*rank..=largest).rev() {
                patterns[sum] += patterns[sum - rank];
            }
        }
        let seen = self.positive_sum.min(self.negative_sum);
        let tail: f64 = patterns[..=seen].iter().sum();
        let all = (self.doubled_ranks.len() as f64).exp2();
        (2.0 * tail / all).min(1.0)
    }
}

struct Moments {
    mean: f64,
    /// Sample standard deviation; 0 where the values do not vary.
    deviation: f64,
}

impl Moments {
    fn of(values: &[f64]) -> Self {
        let count = values.len() as f64;
        let mean = values.iter().sum::<f64>() / count;
        let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
        let deviation = (squares / (count - 1.0)).sqrt();
        let largest = values.iter().fold(0.0_f64, |max, x| max.max(x.abs()));
        if deviation > NOISE * largest {
            Self { mean, deviation }
        } else {
            // The first value itself: its mean with its equals may be off in the last digit.
            Self {
                mean: values[0],
                deviation: 0.0,
            }
        }
    }
}

/// Half the 95 % interval of a mean: `t_{0.975, n−1}·s/√n`.
fn t_half_width(deviation: f64, count: usize) -> f64 {
    student_t::quantile(CONFIDENCE, count - 1) * deviation / (count as f64).sqrt()
}

fn check_count(found: usize) -> Result<(), SeedsError> {
    if (MIN_SEEDS..=MAX_SEEDS).contains(&found) {
        Ok(())
    } else {
        Err(SeedsError::Count { found })
    }
}

fn check_finite(values: &[f64]) -> Result<(), SeedsError> {
    if values.iter().all(|value| value.is_finite()) {
        Ok(())
    } else {
        Err(SeedsError::NotFinite)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-3, "{found} is not {expected}");
    }

    #[test]
    fn a_spread_by_hand() {
        // 2, 4, 4, 6: mean 4, squares 4 + 0 + 0 + 4 = 8, deviation √(8/3); t(0.95, 3) = 3.182, so
        // ± 3.182·√(8/3)/2 = ± 2.598.
        let spread = Spread::new(&[4.0, 2.0, 6.0, 4.0]).unwrap();
        assert_eq!((spread.runs, spread.mean, spread.median), (4, 4.0, 4.0));
        assert_eq!((spread.lowest, spread.highest), (2.0, 6.0));
        close(spread.deviation, (8.0_f64 / 3.0).sqrt());
        close(spread.mean_low, 4.0 - 2.598);
        close(spread.mean_high, 4.0 + 2.598);
        assert_eq!(Spread::new(&[3.0, 1.0, 2.0]).unwrap().median, 2.0);
    }

    #[test]
    fn a_paired_comparison_by_hand() {
        // A − B: −1, −2, −3, −4, 1.5, −5: mean −2.25; centred 1.25 0.25 −0.75 −1.75 3.75 −2.75,
        // squares 1.5625 + 0.0625 + 0.5625 + 3.0625 + 14.0625 + 7.5625 = 26.875, s = √5.375;
        // t = −2.25/(2.3184/√6) = −2.3772; t(0.95, 5) = 2.5706: −2.25 ± 2.4330.
        // By size 1 1.5 2 3 4 5: the positive one has rank 2. Patterns with a sum of at most 2:
        // {}, {1}, {2}: 3 of 64, twice that.
        let first = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
        let second = [2.0, 4.0, 6.0, 8.0, 3.5, 11.0];
        let found = PairedComparison::new(&first, &second).unwrap();
        assert_eq!((found.first_better, found.second_better), (5, 1));
        assert_eq!((found.mean_difference, found.p_value), (-2.25, 6.0 / 64.0));
        close(found.low, -2.25 - 2.4330);
        close(found.high, -2.25 + 2.4330);
        close(found.t_p_value, 0.06337);
        assert_eq!(found.answer, Answer::CannotTell);
        let swapped = PairedComparison::new(&second, &first).unwrap();
        assert_eq!(swapped.mean_difference, 2.25);
        assert_eq!(swapped.p_value, found.p_value);
    }

    #[test]
    fn equal_differences_share_their_ranks_and_zeros_are_left_out() {
        // −1, −1, 2, 0: ranks 1.5, 1.5, 3; the positive sum is 3, the negative one 3. At most 3:
        // {}, {1.5}, {1.5}, {1.5, 1.5}, {3}: 5 of 8, twice that is more than 1.
        let ranks = SignedRanks::of(&[-1.0, 2.0, -1.0, 0.0]);
        assert_eq!(ranks.doubled_ranks, [3, 3, 6]);
        assert_eq!((ranks.positive_sum, ranks.negative_sum), (6, 6));
        assert_eq!(ranks.p_value(), 1.0);
        // −1, −1, −2: nothing is below the empty pattern: 1 of 8, twice.
        assert_eq!(SignedRanks::of(&[-1.0, -2.0, -1.0]).p_value(), 0.25);
        assert_eq!(SignedRanks::of(&[0.0; 5]).p_value(), 1.0);
    }

    #[test]
    fn counting_sums_is_counting_patterns() {
        let differences: Vec<f64> = (0..12)
            .map(|k| ((k * k) as f64 * 0.37).sin() + 0.3 * f64::from(k % 3))
            .collect();
        let ranks = SignedRanks::of(&differences);
        let seen = ranks.positive_sum.min(ranks.negative_sum);
        let at_most = (0..1_u32 << 12)
            .filter(|signs| {
                let positive =
                    |(k, rank): (usize, &usize)| if signs >> k & 1 == 1 { *rank } else { 0 };
                let sum: usize = ranks.doubled_ranks.iter().enumerate().map(positive).sum();
                sum <= seen
            })
            .count();
        assert_eq!(ranks.p_value(), (2.0 * at_most as f64 / 4096.0).min(1.0));
    }

    #[test]
    fn a_win_in_every_seed_tells_from_six_on() {
        for pairs in MIN_SEEDS..=MAX_SEEDS {
            let first: Vec<f64> = (0..pairs).map(|k| 1.0 + 0.01 * k as f64).collect();
            let second: Vec<f64> = (0..pairs).map(|k| 1.1 + 0.02 * k as f64).collect();
            let found = PairedComparison::new(&first, &second).unwrap();
            assert_eq!(found.p_value, 2.0 / (pairs as f64).exp2());
            let told = found.answer == Answer::FirstBetter;
            assert_eq!(told, pairs >= PAIRS_TO_TELL, "{pairs}");
            let other = PairedComparison::new(&second, &first).unwrap();
            assert_eq!(other.answer == Answer::SecondBetter, told);
        }
    }

    #[test]
    fn scores_that_do_not_vary_are_defined() {
        let same = PairedComparison::new(&[0.1; 8], &[0.1; 8]).unwrap();
        assert_eq!((same.low, same.high, same.t_p_value), (0.0, 0.0, 1.0));
        assert_eq!((same.p_value, same.answer), (1.0, Answer::CannotTell));
        // 0.3 − 0.1 eight times over: the same difference each time, up to rounding.
        let shifted = PairedComparison::new(&[0.3; 8], &[0.1; 8]).unwrap();
        assert_eq!((shifted.low, shifted.t_p_value), (shifted.high, 0.0));
        assert_eq!(shifted.answer, Answer::SecondBetter);
        let spread = Spread::new(&[0.1; 7]).unwrap();
        assert_eq!((spread.mean, spread.deviation), (0.1, 0.0));
    }

    #[test]
    fn what_cannot_be_compared_is_refused() {
        let count = SeedsError::Count { found: 2 };
        assert_eq!(Spread::new(&[1.0, 2.0]), Err(count));
        assert_eq!(training_seeds(1, 21), Err(SeedsError::Count { found: 21 }));
        assert_eq!(
            PairedComparison::new(&[1.0; 3], &[1.0; 4]),
            Err(SeedsError::Unpaired {
                first: 3,
                second: 4
            })
        );
        for bad in [f64::NAN, f64::INFINITY] {
            assert_eq!(Spread::new(&[1.0, bad, 1.0]), Err(SeedsError::NotFinite));
            assert_eq!(
                PairedComparison::new(&[1.0, bad, 1.0], &[1.0; 3]),
                Err(SeedsError::NotFinite)
            );
        }
    }

    #[test]
    fn seeds_follow_one_another_and_never_leave_their_bounds() {
        assert_eq!(training_seeds(7, 3).unwrap(), [7, 8, 9]);
        assert_eq!(training_seeds(MAX_SEED, 3).unwrap(), [MAX_SEED, 0, 1]);
        assert_eq!(training_seeds(u64::MAX, 3).unwrap().len(), 3);
    }
}
