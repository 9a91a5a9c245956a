//! Sharpe ratios, and one after several looks: the best of many useless rules has a good one, too.

use super::normal;
use std::f64::consts::E;

/// Euler's constant.
const EULER: f64 = 0.577_215_664_901_532_9;
/// Fewer days have no skewness to speak of.
const FEWEST_DAYS: usize = 30;

/// Mean and variance of values given one by one (Welford 1962).
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Moments {
    count: f64,
    mean: f64,
    squares: f64,
    size: f64,
}

impl Moments {
    pub(super) fn add(&mut self, value: f64) {
        self.count += 1.0;
        let apart = value - self.mean;
        self.mean += apart / self.count;
        self.squares += apart * (value - self.mean);
        self.size += value * value;
    }

    /// Of a sample.
    fn variance(&self) -> f64 {
        self.squares / (self.count - 1.0).max(1.0)
    }

    /// `None` where the values do not vary but for rounding.
    pub(super) fn sharpe(&self, days_a_year: f64) -> Option<f64> {
        let varies = self.count >= 2.0 && normal::varies(self.squares, self.size);
        varies.then(|| days_a_year.sqrt() * self.mean / self.variance().sqrt())
    }
}

/// Of returns, `[days]`.
pub(super) fn sharpe(returns: impl Iterator<Item = f64>, days_a_year: f64) -> Option<f64> {
    let mut moments = Moments::default();
    returns.for_each(|each| moments.add(each));
    moments.sharpe(days_a_year)
}

/// The deflated Sharpe ratio (Bailey & López de Prado 2014): the chance that the true Sharpe ratio of these returns,
/// `[days]`, is above what the best of so many useless rules would show on as many days. With SR the mean over the
/// sample's deviation, γ₃ and γ₄ skewness and kurtosis,
///
/// `Φ((SR − SR₀)·√(n − 1)/√(1 − γ₃·SR + (γ₄ − 1)/4·SR²))`,
/// `SR₀ = √(1/n)·((1 − γ)·Φ⁻¹(1 − 1/N) + γ·Φ⁻¹(1 − 1/(N·e)))`, γ Euler's constant, 0 for one look.
///
/// 1/n stands for the variance among the looks: what chance alone gives useless rules. It takes them for independent,
/// so of runs that are much alike it says too little. `None` for fewer than 30 days, or where nothing varies.
pub(super) fn deflated(returns: &[f64], looks: usize) -> Option<f64> {
    let days = returns.len() as f64;
    if returns.len() < FEWEST_DAYS {
        return None;
    }
    let mean = returns.iter().sum::<f64>() / days;
    let moment = |power: i32| {
        let powers = returns.iter().map(|each| (each - mean).powi(power));
        powers.sum::<f64>() / days
    };
    let sharpe = sharpe(returns.iter().copied(), 1.0)?;
    let deviation = moment(2).sqrt();
    let skewness = moment(3) / deviation.powi(3);
    let kurtosis = moment(4) / deviation.powi(4);
    let expected = match looks {
        0 | 1 => 0.0,
        looks => {
            let looks = looks as f64;
            let highest = (1.0 - EULER) * normal::point(1.0 - 1.0 / looks)
                + EULER * normal::point(1.0 - 1.0 / (looks * E));
            highest / days.sqrt()
        }
    };
    // Positive: kurtosis is at least 1 + skewness².
    let spread = 1.0 - skewness * sharpe + (kurtosis - 1.0) / 4.0 * sharpe * sharpe;
    let z = (sharpe - expected) * (days - 1.0).sqrt() / spread.max(f64::MIN_POSITIVE).sqrt();
    Some(normal::below(z))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn returns() -> Vec<f64> {
        let mut returns: Vec<f64> = (0..250)
            .map(f64::from)
            .map(|day| 0.01 * (2.9 * day).sin() + 0.004 * (0.7 * day).cos() + 0.0012)
            .collect();
        returns[17] -= 0.05;
        returns[90] += 0.03;
        returns
    }

    #[test]
    fn more_looks_leave_less_of_a_sharpe_ratio() {
        // By numpy and scipy, from the formula.
        for (looks, expected) in [
            (1, 0.970_623_847_154_5),
            (7, 0.723_028_780_488_7),
            (50, 0.404_840_471_852_0),
        ] {
            let found = deflated(&returns(), looks).expect("enough days");
            assert!((found - expected).abs() < 1e-6, "{looks}: {found}");
        }
    }

    #[test]
    fn what_does_not_vary_or_is_short_has_none() {
        assert_eq!(deflated(&[0.01; 100], 5), None);
        assert_eq!(deflated(&returns()[..29], 5), None);
    }
}
