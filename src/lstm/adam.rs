//! Adam on the flat parameter vector, on the CPU.

use super::backend::AdamSpec;

/// One step of Adam (Kingma & Ba 2015, algorithm 1) after clipping `gradient`'s global norm, both as
/// PyTorch computes them: `factor = min(1, clip / (norm + 1e-6))`, `p −= lr · m̂ / (√v̂ + ε)`. Gives the
/// norm before clipping.
///
/// # Shapes
/// All `[parameters]`.
pub fn step(
    parameters: &mut [f32],
    moment_1: &mut [f32],
    moment_2: &mut [f32],
    gradient: &[f32],
    adam: &AdamSpec,
) -> f64 {
    let norm = norm(gradient);
    let factor = clip_factor(norm, adam.clip_norm);
    let correction_1 = 1.0 - f64::from(adam.beta_1).powi(adam.time as i32);
    let correction_2 = 1.0 - f64::from(adam.beta_2).powi(adam.time as i32);
    let rate = (f64::from(adam.learning_rate) / correction_1) as f32;
    let root_correction = correction_2.sqrt() as f32;
    for (((parameter, first), second), gradient) in parameters
        .iter_mut()
        .zip(moment_1.iter_mut())
        .zip(moment_2.iter_mut())
        .zip(gradient)
    {
        let gradient = gradient * factor;
        *first = adam.beta_1 * *first + (1.0 - adam.beta_1) * gradient;
        *second = adam.beta_2 * *second + (1.0 - adam.beta_2) * gradient * gradient;
        *parameter -= rate * *first / (second.sqrt() / root_correction + adam.epsilon);
    }
    norm
}

/// What a gradient of this norm is multiplied by so that its norm is at most `clip_norm`.
fn clip_factor(norm: f64, clip_norm: Option<f32>) -> f32 {
    let Some(clip) = clip_norm else { return 1.0 };
    (f64::from(clip) / (norm + 1e-6)).min(1.0) as f32
}

/// The global L2 norm of a flat vector, summed in f64: it stays finite where a square overflows f32.
pub fn norm(values: &[f32]) -> f64 {
    let squares: f64 = values
        .iter()
        .map(|value| f64::from(*value) * f64::from(*value))
        .sum();
    squares.sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADAM: AdamSpec = AdamSpec {
        learning_rate: 0.01,
        beta_1: 0.9,
        beta_2: 0.98,
        epsilon: 1e-9,
        time: 1,
        clip_norm: None,
        norm_place: 0,
    };

    #[test]
    fn the_first_step_moves_by_the_learning_rate_against_the_gradient() {
        // m = 0.1·g and v = 0.02·g², so m̂ = g, v̂ = g² and the step is lr·g/|g|.
        let (mut p, mut m, mut v) = ([1.0, 1.0], [0.0; 2], [0.0; 2]);
        let norm = step(&mut p, &mut m, &mut v, &[3.0, -0.5], &ADAM);
        assert!((norm - 9.25_f64.sqrt()).abs() < 1e-12);
        assert!(
            (p[0] - 0.99).abs() < 1e-6 && (p[1] - 1.01).abs() < 1e-6,
            "{p:?}"
        );
        assert!((m[0] - 0.3).abs() < 1e-6 && (v[0] - 0.18).abs() < 1e-6);
    }

    #[test]
    fn clipping_scales_a_long_gradient_and_leaves_a_short_one() {
        // Norm of (3, 4) is 5; clipped to 1 its factor is 1/(5 + 1e-6).
        assert!((clip_factor(norm(&[3.0, 4.0]), Some(1.0)) - 0.2).abs() < 1e-6);
        assert_eq!(clip_factor(norm(&[0.3, 0.4]), Some(1.0)), 1.0);
        assert_eq!(clip_factor(norm(&[3.0, 4.0]), None), 1.0);
        assert!(clip_factor(norm(&[1e30, 1e30]), Some(1.0)) > 0.0);
    }
}
