//! Several tests at once: of many, one or another is significant by chance.

/// Holm's (1979) adjusted p-values of m tests, in their order: with p₍₁₎ ≤ … ≤ p₍ₘ₎,
///
/// `p̃₍ᵢ₎ = max_{j ≤ i} min(1, (m − j + 1)·p₍ⱼ₎)`.
///
/// Whatever of them is below 5 % is so together: the chance that any of the tests rejects wrongly is
/// at most 5 %, however they depend on one another.
pub fn adjusted(p_values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    order.sort_by(|one, other| p_values[*one].total_cmp(&p_values[*other]));
    let mut adjusted = vec![0.0; p_values.len()];
    let mut highest = 0.0_f64;
    for (place, test) in order.into_iter().enumerate() {
        let left = (p_values.len() - place) as f64;
        highest = highest.max((left * p_values[test]).min(1.0));
        adjusted[test] = highest;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_tests_by_hand() {
        // 0.01·4, 0.02·3, 0.03·2 = 0.06, 0.6·1.
        let found = adjusted(&[0.6, 0.02, 0.01, 0.03]);
        let expected = [0.6, 0.06, 0.04, 0.06];
        for (found, expected) in found.into_iter().zip(expected) {
            assert!((found - expected).abs() < 1e-12, "{found} {expected}");
        }
    }

    #[test]
    fn one_test_is_as_it_was_and_none_is_above_one() {
        assert_eq!(adjusted(&[0.03]), [0.03]);
        assert_eq!(adjusted(&[0.9, 0.8]), [1.0, 1.0]);
        assert_eq!(adjusted(&[]), Vec::<f64>::new());
    }
}
