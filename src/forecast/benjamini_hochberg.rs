//! Many questions at once, where it is enough that most of the answers found are true.

/// The p-values of m tests adjusted after Benjamini & Hochberg (1995), in their order: with p₍₁₎ ≤ … ≤ p₍ₘ₎,
///
/// `p̃₍ᵢ₎ = min_{j ≥ i} min(1, m/j·p₍ⱼ₎)`.
///
/// Of those that are below 5 % so, at most 5 % are false on average, where the tests are independent of one another
/// or rise and fall together (Benjamini & Yekutieli 2001). That is less than [Holm's](super::holm) promise, that
/// hardly any is, and finds more.
pub fn adjusted(p_values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    order.sort_by(|one, other| p_values[*one].total_cmp(&p_values[*other]));
    let mut adjusted = vec![0.0; p_values.len()];
    let mut lowest = 1.0_f64;
    for (place, test) in order.into_iter().enumerate().rev() {
        let share = p_values.len() as f64 / (place + 1) as f64;
        lowest = lowest.min(share * p_values[test]);
        adjusted[test] = lowest;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adjusted_by_hand() {
        // Sorted 0.01, 0.02, 0.03, 0.6: times 4, 2, 4/3 and 1.
        let found = adjusted(&[0.6, 0.01, 0.03, 0.02]);
        for (found, expected) in found.iter().zip([0.6, 0.04, 0.04, 0.04]) {
            assert!((found - expected).abs() < 1e-12, "{found} {expected}");
        }
        assert_eq!(adjusted(&[0.03]), [0.03]);
        assert_eq!(adjusted(&[]), [0.0; 0]);
    }
}
