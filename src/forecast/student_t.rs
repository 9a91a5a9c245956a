//! Student's t distribution for whole degrees of freedom, in closed form.

use std::f64::consts::FRAC_2_PI;

/// The probability that |T| is at most `t`, T with `freedom` degrees of freedom (at least 1).
///
/// With θ = arctan(|t|/√ν) (Abramowitz & Stegun 1964, 26.7.3 and 26.7.4):
///
/// - ν odd: `A = 2/π · (θ + sin θ·(cos θ + 2/3·cos³θ + … + (2·4…(ν−3))/(3·5…(ν−2))·cos^{ν−2}θ))`,
///   and `2θ/π` for ν = 1;
/// - ν even: `A = sin θ·(1 + 1/2·cos²θ + … + (1·3…(ν−3))/(2·4…(ν−2))·cos^{ν−2}θ)`.
///
/// A finite sum of positive terms: exact but for rounding, within 1e-14 for the few dozen degrees of
/// freedom that seeds and folds have. (The incomplete beta function would do for any number of them,
/// at the price of an iteration.)
pub fn central_probability(t: f64, freedom: usize) -> f64 {
    let angle = (t.abs() / (freedom as f64).sqrt()).atan();
    let (sine, cosine) = angle.sin_cos();
    let odd = freedom % 2 == 1;
    // The first term's power of the cosine, and each next one from the one before.
    let mut power = if odd { 1 } else { 0 };
    let mut term = if odd { cosine } else { 1.0 };
    let mut sum = 0.0;
    while power + 2 <= freedom {
        sum += term;
        term *= cosine * cosine * (power + 1) as f64 / (power + 2) as f64;
        power += 2;
    }
    let probability = if odd {
        FRAC_2_PI * (angle + sine * sum)
    } else {
        sine * sum
    };
    probability.clamp(0.0, 1.0)
}

/// The two-sided p-value of a t statistic, to 1e-14 in absolute terms.
pub fn p_value(t: f64, freedom: usize) -> f64 {
    1.0 - central_probability(t, freedom)
}

/// The t that |T| stays within with this probability (0 < probability < 1): 0.95 gives the familiar
/// two-sided 95 % point. By bisection to the last digits.
pub fn quantile(probability: f64, freedom: usize) -> f64 {
    let mut high = 1.0;
    while central_probability(high, freedom) < probability && high < 1e300 {
        high *= 2.0;
    }
    let mut low = 0.0;
    // 64 halvings leave less than the last digit of the first bracket.
    for _ in 0..64 {
        let middle = 0.5 * (low + high);
        if central_probability(middle, freedom) < probability {
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
    fn one_and_two_degrees_of_freedom_by_hand() {
        // ν = 1 is Cauchy's: 2/π·arctan 1 = 1/2. ν = 2: t/√(2 + t²); t = 1 gives 1/√3.
        assert!((central_probability(1.0, 1) - 0.5).abs() < 1e-15);
        assert!((central_probability(1.0, 2) - 3.0_f64.sqrt().recip()).abs() < 1e-15);
        // ν = 3, t = √3: θ = π/4, 2/π·(π/4 + 1/√2·1/√2) = 1/2 + 1/π.
        let expected = 0.5 + std::f64::consts::FRAC_1_PI;
        assert!((central_probability(3.0_f64.sqrt(), 3) - expected).abs() < 1e-15);
    }

    #[test]
    fn quantiles_are_the_tables() {
        // The usual table of two-sided 95 % points.
        for (freedom, expected) in [
            (1, 12.706),
            (2, 4.303),
            (4, 2.776),
            (9, 2.262),
            (19, 2.093),
            (120, 1.980),
        ] {
            let found = quantile(0.95, freedom);
            assert!((found - expected).abs() < 5e-4, "{freedom}: {found}");
            assert!((p_value(found, freedom) - 0.05).abs() < 1e-12);
        }
    }

    #[test]
    fn ends_are_defined() {
        for freedom in 1..30 {
            assert_eq!(central_probability(0.0, freedom), 0.0);
            assert_eq!(central_probability(f64::INFINITY, freedom), 1.0);
            assert_eq!(
                central_probability(-2.0, freedom),
                central_probability(2.0, freedom)
            );
        }
    }
}
