//! The standard normal distribution, and when a spread is none but rounding.

use std::f64::consts::FRAC_1_SQRT_2;

/// Below this share of the mean square a variance is rounding noise.
const NOISE: f64 = 1e-24;

/// Whether a variance is more than rounding of values with this mean square, both by the same divisor.
pub(super) fn varies(variance: f64, mean_square: f64) -> bool {
    variance > NOISE * mean_square
}

/// Φ(z), the share below z.
pub(super) fn below(z: f64) -> f64 {
    above(-z)
}

/// The share above z: a one-sided p-value.
pub(super) fn above(z: f64) -> f64 {
    0.5 * libm::erfc(z * FRAC_1_SQRT_2)
}

/// The share farther from 0 than z on either side: a two-sided p-value.
pub(super) fn beyond(z: f64) -> f64 {
    libm::erfc(z.abs() * FRAC_1_SQRT_2)
}

/// Φ⁻¹, by bisection to the last digits, for shares of which ±40 is no bound.
pub(super) fn point(share: f64) -> f64 {
    let (mut low, mut high) = (-40.0, 40.0);
    for _ in 0..70 {
        let middle = 0.5 * (low + high);
        if below(middle) < share {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_and_points_are_the_tables() {
        for (z, share) in [
            (0.0, 0.5),
            (1.281_551_565_5, 0.9),
            (-1.959_963_984_5, 0.025),
        ] {
            assert!((below(z) - share).abs() < 1e-10);
            assert!((point(share) - z).abs() < 1e-9);
        }
        assert!((beyond(-1.959_963_984_5) - 0.05).abs() < 1e-10);
    }
}
