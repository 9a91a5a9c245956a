//! How large the difference is that the Diebold–Mariano test is about: the ratio of squared errors.

use super::diebold_mariano::differences;
use super::long_run::{lag_count, t_value};
use super::metrics::{RATIO_CAP, Z_95, ratio};
use serde::{Deserialize, Serialize};

/// The mean squared error of a model divided by the benchmark's, with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct SquaredRatio {
    /// Below 1 favours the model.
    pub ratio: f64,
    pub low: f64,
    pub high: f64,
}

/// `R = Σe²/Σb²` of the model's errors e and the benchmark's b, `[days]` each. The interval is that of
/// the Diebold–Mariano test's mean loss difference d̄, put in units of the benchmark's mean squared
/// error:
///
/// `R = 1 + d̄/m_b`, `R ± 1.96·√(V/n)/m_b`, `m_b = Σb²/n`,
///
/// cut at 0. It takes m_b as given (a delta method on both means gives the same to first order where R
/// is near 1, as it is for prices), so that the interval is without 1 exactly where the test is
/// significant at 5 %.
///
/// Where d does not vary the interval is the ratio alone.
pub fn squared_ratio(model_errors: &[f64], benchmark_errors: &[f64]) -> SquaredRatio {
    let mean_square = |errors: &[f64]| {
        errors.iter().map(|error| error * error).sum::<f64>() / errors.len().max(1) as f64
    };
    let of_benchmark = mean_square(benchmark_errors);
    let middle = ratio(mean_square(model_errors), of_benchmark);
    let differences = differences(model_errors, benchmark_errors);
    let found = t_value(&differences, lag_count(differences.len()));
    let half = found.map_or(0.0, |found| match of_benchmark {
        0.0 => 0.0,
        size => Z_95 * found.error / size,
    });
    SquaredRatio {
        ratio: middle,
        low: (middle - half).max(0.0),
        high: (middle + half).min(RATIO_CAP),
    }
}

#[cfg(test)]
mod tests {
    use super::super::diebold_mariano::diebold_mariano;
    use super::*;

    #[test]
    fn a_ratio_by_hand() {
        // Squares 1, 4, 0, 1 against 4, 1, 4, 4: 6/13. V = 271/64 (see the Diebold–Mariano test).
        let found = squared_ratio(&[1.0, 2.0, 0.0, 1.0], &[2.0, 1.0, 2.0, 2.0]);
        let half = Z_95 * (271.0_f64 / 64.0 / 4.0).sqrt() / (13.0 / 4.0);
        assert!((found.ratio - 6.0 / 13.0).abs() < 1e-12);
        assert!((found.high - (6.0 / 13.0 + half)).abs() < 1e-12);
        assert_eq!(found.low, 0.0);
    }

    #[test]
    fn the_interval_is_without_one_where_the_test_is_significant() {
        for tenths in 0..40 {
            let model: Vec<f64> = (0..200)
                .map(|day| (day as f64 * 1.7).sin() * (0.8 + 0.01 * f64::from(tenths)))
                .collect();
            let benchmark: Vec<f64> = (0..200).map(|day| (day as f64 * 0.9).cos()).collect();
            let found = squared_ratio(&model, &benchmark);
            let p_value = diebold_mariano(&model, &benchmark).p_value;
            let without_one = found.high < 1.0 || found.low > 1.0;
            assert_eq!(without_one, p_value < 0.05, "{tenths}: {p_value}");
        }
    }

    #[test]
    fn degenerate_errors_are_defined() {
        let alone = |ratio| SquaredRatio {
            ratio,
            low: ratio,
            high: ratio,
        };
        assert_eq!(squared_ratio(&[0.0; 5], &[0.0; 5]), alone(1.0));
        assert_eq!(squared_ratio(&[1.0; 5], &[0.0; 5]), alone(RATIO_CAP));
        assert_eq!(squared_ratio(&[0.5; 5], &[1.0; 5]), alone(0.25));
        assert_eq!(squared_ratio(&[], &[]), alone(1.0));
        let still = squared_ratio(&[1.0, 2.0, 3.0], &[0.0; 3]);
        assert_eq!(still, alone(RATIO_CAP));
    }
}
