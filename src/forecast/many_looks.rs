//! Several networks tested on the same days: is the best of them better than "tomorrow = today", now that so
//! many were looked at? And which of the others cannot be told from it?

use super::metrics::{RATIO_CAP, Z_95};
use super::normal;
use super::stationary::{StationaryBootstrap, mean_length};
use serde::{Deserialize, Serialize};

/// Resamples: enough for two digits of a p-value.
pub const RESAMPLES: usize = 2_000;
/// The same networks give the same answer on every machine.
const SEED: u64 = 0x4c4f_4f4b;
/// Fewer days make no test.
const FEWEST_DAYS: usize = 30;

/// By how much each network's squared error is below that of "tomorrow = today", `[networks][days]`, both as shares
/// of the last price; and the bootstrap of their means, under way.
#[derive(Debug, Clone, PartialEq)]
pub struct Looks {
    gains: Vec<Vec<f64>>,
    means: Vec<f64>,
    /// Of the means of the first networks, as far as they are computed.
    errors: Vec<f64>,
    bootstrap: StationaryBootstrap,
    /// Each resample's means, `[resamples][networks]`.
    drawn: Vec<Vec<f64>>,
}

/// What is left when all looks are counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ManyLooks {
    pub networks: usize,
    /// The place of the one with the smallest mean squared error.
    pub best: usize,
    /// Hansen's test statistic, see [`Looks::found`].
    pub statistic: f64,
    /// The chance of a best one that is as good, if none were better than "tomorrow = today".
    pub p_value: f64,
    /// Of each network in the model confidence set: below 5 %, it is told apart from the best.
    pub as_good: Vec<f64>,
    /// The chance that at least one of them would be found better at 5 % by itself, if none were; see
    /// [`Looks::found`]. `None` in reports that are older.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub luck: Option<f64>,
}

impl Looks {
    /// `None` for fewer than two networks, for fewer than 30 days, or where they are not tested on as many days.
    pub fn new(gains: Vec<Vec<f64>>) -> Option<Self> {
        let days = gains.first()?.len();
        let are_alike = gains.iter().all(|gains| gains.len() == days);
        if gains.len() < 2 || days < FEWEST_DAYS || !are_alike {
            return None;
        }
        Some(Self {
            means: gains.iter().map(|gains| mean(gains)).collect(),
            errors: Vec::with_capacity(gains.len()),
            bootstrap: StationaryBootstrap::new(days, SEED),
            drawn: Vec::with_capacity(RESAMPLES),
            gains,
        })
    }

    /// Goes on for about so many steps, one for each pair of days or day of a resample that is gone through; true
    /// when all is done. How it is sliced changes nothing.
    pub fn go_on(&mut self, steps: usize) -> bool {
        let days = self.gains[0].len();
        if let Some(left) = self
            .gains
            .get(self.errors.len()..)
            .filter(|left| !left.is_empty())
        {
            let now = (steps / (days * days)).max(1);
            let errors = left.iter().take(now).map(|gains| standard_error(gains));
            self.errors.extend(errors.collect::<Vec<f64>>());
            return false;
        }
        let now = (steps / (days * self.gains.len())).max(1);
        for _ in 0..now.min(RESAMPLES - self.drawn.len()) {
            let mut sums = vec![0.0; self.gains.len()];
            let gains = &self.gains;
            self.bootstrap.resample(|day| {
                for (sum, gains) in sums.iter_mut().zip(gains) {
                    *sum += gains[day];
                }
            });
            self.drawn
                .push(sums.iter().map(|sum| sum / days as f64).collect());
        }
        self.drawn.len() == RESAMPLES
    }

    /// `None` before all are drawn.
    ///
    /// **Superior predictive ability** (Hansen 2005), consistent version: with d̄_k network k's mean gain over n
    /// days and ω_k its standard deviation times √n by the stationary bootstrap's own kernel,
    /// `T = max(0, max_k √n·d̄_k/ω_k)`; in each resample the same of d̄*_k less d̄_k, where
    /// `√n·d̄_k/ω_k ≥ −√(2·ln ln n)`, and less nothing where a network is worse than that: it says nothing of the
    /// best. The p-value is the share of the resamples with a larger T.
    ///
    /// **Model confidence set** (Hansen, Lunde & Nason 2011), T_max: of the networks that are left, the mean
    /// gain less that of all, in units of its bootstrapped deviation; while there are two, the worst leaves,
    /// and its p-value is the largest of the tests so far.
    ///
    /// **Luck**: the share of the resamples in which `max_k √n·(d̄*_k − d̄_k)/ω_k > 1.96`. Each network's mean gain is
    /// put to 0 and tested by itself at a two-sided 5 %, in its favour; how much the networks have in common is in
    /// the resamples, which draw the same days for all. Of networks with nothing in common it is about 1 − 0.975^K,
    /// of networks that say the same about 2.5 %.
    pub fn found(&self) -> Option<ManyLooks> {
        if self.drawn.len() < RESAMPLES {
            return None;
        }
        let (statistic, p_value) = self.superior();
        let best = largest(&self.means).unwrap_or(0);
        Some(ManyLooks {
            networks: self.means.len(),
            best,
            statistic,
            p_value,
            as_good: self.confidence_set(),
            luck: Some(self.luck()),
        })
    }

    fn luck(&self) -> f64 {
        let networks = || self.means.iter().zip(&self.errors);
        let is_found = |drawn: &&Vec<f64>| {
            let mut each = drawn.iter().zip(networks());
            each.any(|(drawn, (mean, error))| *error > 0.0 && drawn - mean > Z_95 * error)
        };
        self.drawn.iter().filter(is_found).count() as f64 / RESAMPLES as f64
    }

    fn superior(&self) -> (f64, f64) {
        let days = self.gains[0].len() as f64;
        let errors = &self.errors;
        let bound = -(2.0 * days.ln().ln()).sqrt();
        let in_errors = |mean: f64, error: f64| match error > 0.0 {
            true => mean / error,
            // What never varies: nothing, or always the same.
            false if mean > 0.0 => RATIO_CAP,
            false => 0.0,
        };
        let highest = |means: &mut dyn Iterator<Item = f64>| {
            let all = means.zip(errors);
            all.map(|(mean, error)| in_errors(mean, *error))
                .fold(0.0_f64, f64::max)
        };
        let statistic = highest(&mut self.means.iter().copied());
        let centres: Vec<f64> = (self.means.iter().zip(errors))
            .map(|(mean, error)| match in_errors(*mean, *error) >= bound {
                true => *mean,
                false => 0.0,
            })
            .collect();
        let larger = self.drawn.iter().filter(|drawn| {
            let mut apart = drawn
                .iter()
                .zip(&centres)
                .map(|(drawn, centre)| drawn - centre);
            highest(&mut apart) > statistic
        });
        // Who is not better at all is no find, whatever chance does.
        let p_value = match statistic > 0.0 {
            true => larger.count() as f64 / RESAMPLES as f64,
            false => 1.0,
        };
        (statistic, p_value)
    }

    fn confidence_set(&self) -> Vec<f64> {
        let mut left: Vec<usize> = (0..self.means.len()).collect();
        let mut as_good = vec![1.0; self.means.len()];
        let mut highest = 0.0_f64;
        let scale = self.means.iter().map(|mean| mean.abs()).fold(0.0, f64::max);
        while left.len() > 1 {
            let all = |means: &[f64]| {
                left.iter().map(|place| means[*place]).sum::<f64>() / left.len() as f64
            };
            // By how much each loses more than all that are left.
            let mean = all(&self.means);
            let behind: Vec<f64> = left.iter().map(|place| mean - self.means[*place]).collect();
            let mut squares = vec![0.0; left.len()];
            let means_drawn: Vec<f64> = self.drawn.iter().map(|drawn| all(drawn)).collect();
            // How far a resample moves that.
            let moved = |drawn: &[f64], mean: f64, at: usize| mean - drawn[left[at]] - behind[at];
            for (drawn, mean) in self.drawn.iter().zip(&means_drawn) {
                for (at, sum) in squares.iter_mut().enumerate() {
                    *sum += moved(drawn, *mean, at).powi(2);
                }
            }
            let in_deviations: Vec<f64> = squares
                .iter()
                .map(|sum| (sum / RESAMPLES as f64).sqrt())
                // Networks that say the same are not apart but for rounding.
                .map(|deviation| match deviation > 1e-12 * scale {
                    true => 1.0 / deviation,
                    false => 0.0,
                })
                .collect();
            let statistics: Vec<f64> = behind
                .iter()
                .zip(&in_deviations)
                .map(|(b, d)| b * d)
                .collect();
            let Some(worst) = largest(&statistics) else {
                break;
            };
            let statistic = statistics[worst];
            let is_larger = |(drawn, mean): &(&Vec<f64>, &f64)| {
                (0..left.len()).any(|at| moved(drawn, **mean, at) * in_deviations[at] > statistic)
            };
            let p_value = match statistic > 0.0 {
                true => {
                    let larger = self.drawn.iter().zip(&means_drawn).filter(is_larger);
                    larger.count() as f64 / RESAMPLES as f64
                }
                // Nothing is behind.
                false => 1.0,
            };
            highest = highest.max(p_value);
            as_good[left.remove(worst)] = highest;
        }
        as_good
    }
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// The place of the first largest value.
fn largest(values: &[f64]) -> Option<usize> {
    let places = 0..values.len();
    places
        .rev()
        .max_by(|one, other| values[*one].total_cmp(&values[*other]))
}

/// The standard error of the mean over resamples of the stationary bootstrap, by its own kernel (Politis & Romano
/// 1994): with q one by the mean length of a stretch,
/// `ω² = γ₀ + 2·Σ_{i<n} κ_i·γ_i`, `κ_i = (n − i)/n·(1 − q)^i + i/n·(1 − q)^{n−i}`, divided by n. 0 where the
/// values do not vary but for rounding.
fn standard_error(values: &[f64]) -> f64 {
    let count = values.len();
    let n = count as f64;
    let all = mean(values);
    let size = values.iter().map(|value| value * value).sum::<f64>() / n;
    let apart: Vec<f64> = values.iter().map(|value| value - all).collect();
    let stays = 1.0 - 1.0 / mean_length(count);
    let covariance = |lag: usize| {
        let pairs = apart[lag..].iter().zip(&apart);
        pairs.map(|(late, early)| late * early).sum::<f64>() / n
    };
    let mut variance = covariance(0);
    for lag in 1..count {
        let share = lag as f64 / n;
        let weight =
            (1.0 - share) * stays.powi(lag as i32) + share * stays.powi((count - lag) as i32);
        // The rest is less than rounding.
        if weight > 1e-18 {
            variance += 2.0 * weight * covariance(lag);
        }
    }
    match normal::varies(variance, size) {
        true => (variance / n).sqrt(),
        false => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(gains: Vec<Vec<f64>>) -> ManyLooks {
        let mut looks = Looks::new(gains).expect("networks");
        assert_eq!(looks.found(), None);
        while !looks.go_on(300_000) {}
        looks.found().expect("all are drawn")
    }

    /// Noise of a mean.
    fn noise(seed: u64, mean: f64) -> Vec<f64> {
        use rand::{Rng, SeedableRng};
        let mut rng = rand_chacha::ChaCha8Rng::seed_from_u64(seed);
        (0..400)
            .map(|_| mean + rng.random::<f64>() + rng.random::<f64>() - 1.0)
            .collect()
    }

    #[test]
    fn the_best_of_many_useless_ones_is_no_find_and_the_best_of_one_good_one_is() {
        let useless = found((0..20).map(|seed| noise(seed, 0.0)).collect());
        assert!(useless.p_value > 0.1, "{useless:?}");
        let mut with_good: Vec<_> = (0..20).map(|seed| noise(seed, 0.0)).collect();
        with_good[7] = noise(7, 0.15);
        let good = found(with_good);
        assert_eq!(good.best, 7);
        assert!(good.p_value < 0.01, "{good:?}");
        assert_eq!(good.as_good[7], 1.0);
    }

    #[test]
    fn a_poor_one_is_told_apart_and_twins_are_not() {
        let same = noise(1, 0.1);
        let all = found(vec![same.clone(), noise(2, -0.3), same]);
        assert!(all.as_good[1] < 0.05, "{all:?}");
        assert_eq!((all.as_good[0], all.as_good[2]), (1.0, 1.0));
    }

    #[test]
    fn twenty_looks_have_the_luck_of_twenty_and_twenty_of_the_same_that_of_one() {
        let luck = |gains: Vec<Vec<f64>>| found(gains).luck.unwrap();
        let strangers = luck((0..20).map(|seed| noise(seed, 0.0)).collect());
        // 1 − 0.975^20 = 39.7 %; 2,000 resamples tell it to a hundredth, the variance's estimate to a few.
        assert!((strangers - 0.397).abs() < 0.08, "{strangers}");
        let twins = luck(vec![noise(3, 0.1); 20]);
        assert!((0.01..0.05).contains(&twins), "{twins}");
        // Each is a common part and a smaller one of its own.
        let common = noise(99, 0.0);
        let alike = luck(
            (0..20)
                .map(|seed| {
                    let own = noise(seed, 0.0);
                    (common.iter().zip(own))
                        .map(|(all, own)| all + 0.5 * own)
                        .collect()
                })
                .collect(),
        );
        assert!(
            twins < alike && alike < 0.5 * strangers,
            "{twins} {alike} {strangers}"
        );
        // How good they are does not count.
        let better = luck((0..20).map(|seed| noise(seed, 0.2)).collect());
        assert!((better - strangers).abs() < 0.002, "{better} {strangers}");
    }

    #[test]
    fn nothing_that_varies_is_no_find() {
        let still = found(vec![vec![0.0; 50]; 3]);
        assert_eq!(
            (still.statistic, still.p_value, still.luck),
            (0.0, 1.0, Some(0.0))
        );
    }

    #[test]
    fn fewer_than_two_make_no_race() {
        assert!(Looks::new(vec![noise(1, 0.0)]).is_none());
        assert!(Looks::new(Vec::new()).is_none());
        assert!(Looks::new(vec![vec![0.1; 29]; 2]).is_none());
        assert!(Looks::new(vec![noise(1, 0.0), vec![0.0; 50]]).is_none());
    }
}
