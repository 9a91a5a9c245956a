//! The Diebold–Mariano test: is one forecaster's loss really smaller than another's, or is the
//! difference one that chance gives?

use super::metrics::ratio;
use std::f64::consts::FRAC_1_SQRT_2;

/// Below this share of the mean squared loss difference a variance is rounding noise.
const NOISE: f64 = 1e-24;

/// Outcome of the test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DieboldMariano {
    /// Negative favours the model; standard normal where both are equally good.
    pub statistic: f64,
    /// Two-sided, from the normal distribution.
    pub p_value: f64,
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
    diebold_mariano_at(model_errors, benchmark_errors, 1)
}

/// The same for forecasts `step` days ahead, made day after day: neighbouring ones are of s − 1 common
/// days, so their errors are correlated up to lag s − 1 even if the forecasts are optimal. V therefore
/// has at least so many lags, `max(L, s − 1)`, and from step 2 on the statistic is corrected for
/// what that costs in a small sample (Harvey, Leybourne & Newbold 1997, eq. 9):
///
/// `DM* = DM·√((n + 1 − 2s + s(s − 1)/n)/n)`.
pub fn diebold_mariano_at(
    model_errors: &[f64],
    benchmark_errors: &[f64],
    step: usize,
) -> DieboldMariano {
    let no_evidence = DieboldMariano {
        statistic: 0.0,
        p_value: 1.0,
    };
    let differences: Vec<f64> = model_errors
        .iter()
        .zip(benchmark_errors)
        .map(|(model, benchmark)| model * model - benchmark * benchmark)
        .collect();
    if differences.len() < 2 {
        return no_evidence;
    }
    let count = differences.len() as f64;
    let mean = differences.iter().sum::<f64>() / count;
    let size = differences.iter().map(|d| d * d).sum::<f64>() / count;
    let lags = lag_count(differences.len()).max(step - 1);
    let variance = newey_west(&differences, mean, lags.min(differences.len() - 1));
    if variance <= NOISE * size {
        return no_evidence;
    }
    // Cut, so that a report stays readable where the variance is all but nothing.
    let size_of_statistic = ratio(mean.abs(), (variance / count).sqrt());
    let correction = match step {
        1 => 1.0,
        _ => {
            let step = step as f64;
            let share = (count + 1.0 - 2.0 * step + step * (step - 1.0) / count) / count;
            // Not negative but for rounding, or where there are fewer forecasts than steps.
            share.max(0.0).sqrt()
        }
    };
    let statistic = if mean == 0.0 {
        0.0
    } else {
        (size_of_statistic * correction).copysign(mean)
    };
    DieboldMariano {
        statistic,
        p_value: libm::erfc(statistic.abs() * FRAC_1_SQRT_2),
    }
}

/// The long-run variance of a series with Bartlett weights over so many lags, fewer than values; never
/// negative but for rounding.
fn newey_west(differences: &[f64], mean: f64, lags: usize) -> f64 {
    let count = differences.len();
    let autocovariance = |lag: usize| {
        differences[lag..]
            .iter()
            .zip(differences)
            .map(|(late, early)| (late - mean) * (early - mean))
            .sum::<f64>()
            / count as f64
    };
    let weighted: f64 = (1..=lags)
        .map(|lag| (1.0 - lag as f64 / (lags + 1) as f64) * autocovariance(lag))
        .sum();
    autocovariance(0) + 2.0 * weighted
}

/// `L = ⌊4·(n/100)^{2/9}⌋`, fewer than n.
fn lag_count(count: usize) -> usize {
    let rule = 4.0 * (count as f64 / 100.0).powf(2.0 / 9.0);
    (rule as usize).min(count - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lag_follows_the_rule_of_thumb() {
        // 4 at 100; (1000/100)^{2/9} = 1.668, so 6; at 3 days the rule's 1.
        assert_eq!((lag_count(100), lag_count(1000), lag_count(3)), (4, 6, 1));
        assert_eq!(lag_count(2), 1);
    }

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
    fn a_further_step_has_more_lags_and_a_correction() {
        // The same d, centred and times four −5, 19, −9, −5. Step 2 needs lag 1, which the rule has
        // already: V = 271/64, corrected by √((5 − 4 + 2/4)/4) = √(3/8).
        let errors = ([1.0, 2.0, 0.0, 1.0], [2.0, 1.0, 2.0, 2.0]);
        let at = |step| diebold_mariano_at(&errors.0, &errors.1, step).statistic;
        let expected = |v: f64, share: f64| -1.75 / (v / 64.0 / 4.0).sqrt() * share.sqrt();
        assert!((at(2) - expected(271.0, 3.0 / 8.0)).abs() < 1e-12);
        // Step 3 needs lag 2: γ₂ = (45 − 95)/16/4 = −50/64, weights 2/3 and 1/3:
        // V = (492 − (4·221 + 2·50)/3)/64 = 164/64; the correction is √((5 − 6 + 6/4)/4) = √(1/8).
        assert!((at(3) - expected(164.0, 1.0 / 8.0)).abs() < 1e-12);
        assert_eq!(at(1), diebold_mariano(&errors.0, &errors.1).statistic);
        // As many steps as days, or more: nothing can be said, and nothing breaks.
        assert_eq!(at(4), 0.0);
        assert!(at(30).is_finite());
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
