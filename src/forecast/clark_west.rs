//! The Clark–West test: does a forecast know anything that the benchmark does not, whether or not it is
//! usable as it stands?

use super::long_run::{lag_count, t_value};
use super::normal;
use serde::{Deserialize, Serialize};

/// Forecasts that differ by less than this share of the price are the same but for rounding.
const SAME: f64 = 1e-9;

/// Outcome of the test.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct ClarkWest {
    /// Positive favours the model; about standard normal where it knows nothing more.
    pub statistic: f64,
    /// One-sided, from the normal distribution: small where the model knows something.
    pub p_value: f64,
}

/// Clark & West (2007), "Approximately normal tests for equal predictive accuracy in nested models",
/// for forecasts of the next day, each `[days]` of returns: y what happened, ŷ_b the benchmark's
/// forecast, ŷ_m the model's.
///
/// `f_t = (y_t − ŷ_b,t)² − [(y_t − ŷ_m,t)² − (ŷ_b,t − ŷ_m,t)²]`, `t = f̄ / √(V/n)`,
///
/// with V the Newey–West variance of f, by the same lags as in
/// [`diebold_mariano`](super::diebold_mariano). A network that has to estimate parameters which the
/// benchmark does without pays for that in squared error even if both know the same: Diebold–Mariano
/// counts that against it, and the last term gives it back. The question is therefore one-sided and
/// another one: not "is it better as it is?" but "is there anything in it?".
///
/// f is computed as `2·(y − ŷ_b)·(ŷ_m − ŷ_b)`, which it equals.
///
/// Where f does not vary, for fewer than two days, and where the model says what the benchmark says, to
/// within a billionth of the price, there is no evidence: 0 with p = 1.
pub fn clark_west(actual: &[f64], benchmark: &[f64], model: &[f64]) -> ClarkWest {
    match says_the_same(benchmark, model) {
        true => ClarkWest::NO_EVIDENCE,
        false => of_mean(&adjusted(actual, benchmark, model)),
    }
}

impl ClarkWest {
    /// For the benchmark as much as against it.
    pub(super) const NO_EVIDENCE: Self = Self {
        statistic: 0.0,
        p_value: 1.0,
    };
}

/// f of each day.
pub(super) fn adjusted(actual: &[f64], benchmark: &[f64], model: &[f64]) -> Vec<f64> {
    let days = actual.iter().zip(benchmark).zip(model);
    days.map(|((actual, benchmark), model)| 2.0 * (actual - benchmark) * (model - benchmark))
        .collect()
}

/// Whether a model says what the benchmark says, but for rounding.
pub(super) fn says_the_same(benchmark: &[f64], model: &[f64]) -> bool {
    let mut days = benchmark.iter().zip(model);
    days.all(|(benchmark, model)| (model - benchmark).abs() <= SAME)
}

/// The test of the mean of f, of days in a row.
pub(super) fn of_mean(adjusted: &[f64]) -> ClarkWest {
    let found = t_value(adjusted, lag_count(adjusted.len()));
    found.map_or(ClarkWest::NO_EVIDENCE, |found| ClarkWest {
        statistic: found.statistic,
        p_value: normal::above(found.statistic),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statistic_by_hand() {
        // y = 1, −1, 2, 0 against a benchmark of nothing, the model says 1, 1, 1, 1:
        // f = 1 − (0 − 1) = 2; 1 − (4 − 1) = −2; 4 − (1 − 1) = 4; 0 − (1 − 1) = 0. Mean 1, centred 1,
        // −3, 3, −1; γ₀ = 20/4, γ₁ = (−3 − 9 − 3)/4 = −15/4; L = 1: V = 20/4 − 15/4 = 5/4.
        let found = clark_west(&[1.0, -1.0, 2.0, 0.0], &[0.0; 4], &[1.0; 4]);
        let expected = 1.0 / (5.0_f64 / 16.0).sqrt();
        assert!((found.statistic - expected).abs() < 1e-12);
        // 1.78885: the normal's upper tail holds 0.03682.
        assert!((found.p_value - 0.03682).abs() < 5e-5, "{}", found.p_value);
        let against = clark_west(&[1.0, -1.0, 2.0, 0.0], &[0.0; 4], &[-1.0; 4]);
        assert!((against.p_value + found.p_value - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_forecast_that_is_the_benchmark_is_no_evidence() {
        let none = ClarkWest::NO_EVIDENCE;
        let actual = [0.01, -0.02, 0.005, 0.0, 0.03];
        assert_eq!(clark_west(&actual, &[0.001; 5], &[0.001; 5]), none);
        // As near as a network's single precision makes it.
        let near = actual.map(|each| 0.001 + 1e-8 * each);
        assert_eq!(clark_west(&actual, &[0.001; 5], &near), none);
        assert_eq!(clark_west(&[0.1; 5], &[0.0; 5], &[0.2; 5]), none);
        assert_eq!(clark_west(&[], &[], &[]), none);
    }

    #[test]
    fn a_weak_signal_is_found_where_the_plain_comparison_sees_none() {
        // y = 0.1·x + ε with x a wave and ε another that is uncorrelated with it; the model
        // says x, ten times too much: its squared error is far larger, and it knows something.
        let days = 1_000;
        let wave =
            |pace: f64| -> Vec<f64> { (0..days).map(|day| (day as f64 * pace).sin()).collect() };
        let (signal, noise) = (wave(1.3), wave(2.9));
        let pairs = signal.iter().zip(&noise);
        let actual: Vec<f64> = pairs.map(|(signal, noise)| 0.1 * signal + noise).collect();
        let errors: Vec<f64> = actual.iter().zip(&signal).map(|(y, m)| y - m).collect();
        let plain = super::super::diebold_mariano::diebold_mariano(&errors, &actual);
        assert!(plain.statistic > 2.0, "{plain:?}");
        let found = clark_west(&actual, &vec![0.0; days], &signal);
        assert!(found.p_value < 0.01, "{found:?}");
    }
}
