//! The Diebold–Mariano test: is one forecaster's loss really smaller than another's, or is the
//! difference one that chance gives?

use super::long_run::{lag_count, t_value};
use super::normal;

/// Outcome of the test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DieboldMariano {
    /// Negative favours the model; standard normal where both are equally good.
    pub statistic: f64,
    /// Two-sided, from the normal distribution.
    pub p_value: f64,
}

impl DieboldMariano {
    /// Nothing to measure chance by: no evidence either way.
    pub(super) const NO_EVIDENCE: Self = Self {
        statistic: 0.0,
        p_value: 1.0,
    };
}

/// Diebold & Mariano (1995), "Comparing predictive accuracy", squared loss, horizon 1:
///
/// `d_t = e_t² − b_t²`, `DM = d̄ / √(V/n)`, `V = γ₀ + 2·Σ_{k=1}^{L} (1 − k/(L+1))·γ_k`,
///
/// with the model's errors e, the benchmark's b, and γ_k the autocovariance of d at lag k (divided
/// by n). Textbook horizon 1 needs no lags at all (L = 0) if the forecasts are optimal; these are
/// not, and the size of market moves clusters, so V is the Newey–West (1987) estimate with its
/// usual rule of thumb L = ⌊4·(n/100)^{2/9}⌋ (Newey & West 1994). The small-sample correction of
/// Harvey, Leybourne and Newbold is left out: at horizon 1 it is √((n−1)/n), nothing at the lengths
/// seen here.
///
/// Where d does not vary (constant prices, a model that is persistence) the statistic has no scale:
/// 0 with p = 1, no evidence either way. The same for fewer than two days.
pub fn diebold_mariano(model_errors: &[f64], benchmark_errors: &[f64]) -> DieboldMariano {
    let differences = differences(model_errors, benchmark_errors);
    match t_value(&differences, lag_count(differences.len())) {
        None => DieboldMariano::NO_EVIDENCE,
        Some(found) => DieboldMariano {
            statistic: found.statistic,
            p_value: normal::beyond(found.statistic),
        },
    }
}

/// The loss differences d, `[days]`: squared errors of the model less those of the benchmark.
pub(super) fn differences(model_errors: &[f64], benchmark_errors: &[f64]) -> Vec<f64> {
    let days = model_errors.iter().zip(benchmark_errors);
    days.map(|(model, benchmark)| model * model - benchmark * benchmark)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statistic_by_hand() {
        // Model errors 1, 2, 0, 1 and the benchmark's 2, 1, 2, 2: d = −3, 3, −4, −3, mean −7/4.
        // Centred −5/4, 19/4, −9/4, −5/4; γ₀ = (25 + 361 + 81 + 25)/16/4 = 492/64;
        // γ₁ = (−95 − 171 + 45)/16/4 = −221/64. L = ⌊4·0.04^{2/9}⌋ = ⌊1.956⌋ = 1, weight 1/2:
        // V = (492 − 221)/64 = 271/64.
        let result = diebold_mariano(&[1.0, 2.0, 0.0, 1.0], &[2.0, 1.0, 2.0, 2.0]);
        let expected = -1.75 / (271.0_f64 / 64.0 / 4.0).sqrt();
        assert!((result.statistic - expected).abs() < 1e-12);
        // −1.70086: the normal's two tails hold 0.08897.
        assert!(
            (result.p_value - 0.08897).abs() < 5e-5,
            "{}",
            result.p_value
        );
    }

    #[test]
    fn swapping_the_forecasters_flips_the_sign() {
        let (left, right) = ([1.0, 2.0, 0.5, 1.5, 0.1], [2.0, 1.0, 2.0, 2.0, 0.2]);
        let one = diebold_mariano(&left, &right);
        let other = diebold_mariano(&right, &left);
        assert_eq!(one.statistic, -other.statistic);
        assert_eq!(one.p_value, other.p_value);
        assert!(one.statistic < 0.0);
    }

    #[test]
    fn without_variation_there_is_no_evidence() {
        let none = DieboldMariano {
            statistic: 0.0,
            p_value: 1.0,
        };
        assert_eq!(diebold_mariano(&[1.0, 2.0, 3.0], &[1.0, 2.0, 3.0]), none);
        assert_eq!(diebold_mariano(&[0.3; 50], &[0.1; 50]), none);
        assert_eq!(diebold_mariano(&[1.0], &[2.0]), none);
        assert_eq!(diebold_mariano(&[], &[]), none);
    }
}
