//! The mean of values that are correlated from day to day, beside its standard error.

use super::metrics::ratio;
use super::normal;

/// A mean in units of its standard error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct TValue {
    pub mean: f64,
    /// `√(V/n)`, never 0.
    pub error: f64,
    /// mean / error, cut at [`RATIO_CAP`](super::metrics::RATIO_CAP) so that a report stays readable
    /// where the variance is all but nothing.
    pub statistic: f64,
}

/// The t value of the mean of consecutive days' values, with their long-run variance over so many lags
/// (Newey & West 1987):
///
/// `t = x̄ / √(V/n)`, `V = γ₀ + 2·Σ_{k=1}^{L} (1 − k/(L+1))·γ_k`,
///
/// with γ_k the autocovariance of x at lag k (divided by n). `None` where x has no scale: for fewer than
/// two values, or where they do not vary.
pub(super) fn t_value(values: &[f64], lags: usize) -> Option<TValue> {
    if values.len() < 2 {
        return None;
    }
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let size = values.iter().map(|value| value * value).sum::<f64>() / count;
    let variance = newey_west(values, mean, lags.min(values.len() - 1));
    if !normal::varies(variance, size) {
        return None;
    }
    let error = (variance / count).sqrt();
    let statistic = match mean {
        0.0 => 0.0,
        _ => ratio(mean.abs(), error).copysign(mean),
    };
    Some(TValue {
        mean,
        error,
        statistic,
    })
}

/// The usual rule of thumb for the lags, `L = ⌊4·(n/100)^{2/9}⌋` (Newey & West 1994), fewer than n.
pub(super) fn lag_count(count: usize) -> usize {
    let rule = 4.0 * (count as f64 / 100.0).powf(2.0 / 9.0);
    (rule as usize).min(count.saturating_sub(1))
}

/// The long-run variance of a series with Bartlett weights over so many lags, fewer than values; never
/// negative but for rounding.
fn newey_west(values: &[f64], mean: f64, lags: usize) -> f64 {
    let count = values.len();
    let autocovariance = |lag: usize| {
        values[lag..]
            .iter()
            .zip(values)
            .map(|(late, early)| (late - mean) * (early - mean))
            .sum::<f64>()
            / count as f64
    };
    let weighted: f64 = (1..=lags)
        .map(|lag| (1.0 - lag as f64 / (lags + 1) as f64) * autocovariance(lag))
        .sum();
    autocovariance(0) + 2.0 * weighted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lag_follows_the_rule_of_thumb() {
        // 4 at 100; (1000/100)^{2/9} = 1.668, so 6; at 3 days the rule's 1.
        assert_eq!((lag_count(100), lag_count(1000), lag_count(3)), (4, 6, 1));
        assert_eq!((lag_count(2), lag_count(1), lag_count(0)), (1, 0, 0));
    }

    #[test]
    fn a_t_value_by_hand() {
        // Mean −7/4, centred −5/4, 19/4, −9/4, −5/4: γ₀ = 492/64, γ₁ = −221/64, γ₂ = −50/64.
        let values = [-3.0, 3.0, -4.0, -3.0];
        let found = |lags| t_value(&values, lags).unwrap();
        assert!((found(0).error - (492.0_f64 / 256.0).sqrt()).abs() < 1e-12);
        assert!((found(1).error - (271.0_f64 / 256.0).sqrt()).abs() < 1e-12);
        assert!((found(2).error - (164.0_f64 / 256.0).sqrt()).abs() < 1e-12);
        assert_eq!(found(1).mean, -1.75);
        assert_eq!(found(1).statistic, -1.75 / found(1).error);
    }

    #[test]
    fn what_does_not_vary_has_no_scale() {
        for still in [&[][..], &[1.0], &[0.1; 50], &[0.0; 3]] {
            assert_eq!(t_value(still, 3), None);
        }
    }
}
