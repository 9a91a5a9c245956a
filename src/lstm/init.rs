//! The notebook's initialisation, seeded.
//!
//! Biases of the recurrent layers are zero, but for the forget gates' (`forget_bias`); the stacked input
//! matrix `[gates·hidden, hidden]` is Kaiming-normal with standard deviation √(2 / fan_in) (He et al. 2015,
//! eq. 10); the stacked recurrent matrix `[gates·hidden, hidden]` is orthogonal as a whole (Saxe et al.
//! 2014), that is its columns are orthonormal; linear layers are uniform in ±1/√fan_in, biases too, as
//! PyTorch's default is. Where the untrained network has to forecast zero, the head is zero instead
//! (`zero_head`).

use super::layout::{Layout, LinearLayout, ParameterLayout};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};

/// Draws a network's parameters, of whatever kind it is, with the bias of its forget gates, where it has
/// such, and its head at zero, where that is asked for: a linear network is nothing but its head.
///
/// # Shapes
/// Returns `[layout.len()]`.
pub fn network(layout: &Layout, seed: u64, head_at_zero: bool, forget: f32) -> Vec<f32> {
    match layout {
        Layout::Recurrent(layout) => {
            let mut parameters = parameters(layout, seed);
            if head_at_zero {
                zero_head(layout, &mut parameters);
            }
            forget_bias(layout, forget, &mut parameters);
            parameters
        }
        Layout::Linear(layout) if head_at_zero => vec![0.0; layout.len()],
        Layout::Linear(layout) => linear(layout, seed),
    }
}

/// Draws a linear network's parameters.
fn linear(layout: &LinearLayout, seed: u64) -> Vec<f32> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let bound = 1.0 / (layout.inputs() as f32).sqrt();
    let drawn = (0..layout.len()).map(|_| rng.random_range(-bound..bound));
    drawn.collect()
}

/// Draws a recurrent network's parameters; the same seed gives the same network.
///
/// # Shapes
/// Returns `[layout.len()]`.
pub fn parameters(layout: &ParameterLayout, seed: u64) -> Vec<f32> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let mut parameters = vec![0.0; layout.len()];
    let hidden = layout.hidden;

    let input_bound = 1.0 / (layout.features as f32).sqrt();
    for parameter in &mut parameters[layout.input_weight().start..layout.input_bias().end] {
        *parameter = rng.random_range(-input_bound..input_bound);
    }
    for layer in 0..layout.layers {
        let ranges = layout.layer(layer);
        let deviation = (2.0 / hidden as f64).sqrt();
        for weight in &mut parameters[ranges.input] {
            let normal: f64 = StandardNormal.sample(&mut rng);
            *weight = (normal * deviation) as f32;
        }
        // PyTorch's matrix is [gates·hidden, hidden] with orthonormal columns; ours is its transpose,
        // so its `hidden` rows of gates·hidden entries are orthonormal.
        let rows = orthonormal_rows(hidden, layout.cell.gates() * hidden, &mut rng);
        parameters[ranges.recurrent].copy_from_slice(&rows);
    }
    let head_bound = 1.0 / ((layout.layers * hidden) as f32).sqrt();
    for parameter in &mut parameters[layout.head_weight().start..layout.head_biases().end] {
        *parameter = rng.random_range(-head_bound..head_bound);
    }
    parameters
}

/// Sets the head to zero, weights and biases, so that the untrained network forecasts zero whatever it
/// reads and the other layers change only as the head comes to use them (the last layer of a residual
/// branch at zero: Goyal et al. 2017, section 5.1; Zhang, Dauphin and Ma 2019).
///
/// # Shapes
/// `parameters` is `[layout.len()]`.
fn zero_head(layout: &ParameterLayout, parameters: &mut [f32]) {
    parameters[layout.head_weight().start..layout.head_biases().end].fill(0.0);
}

/// Has every forget gate begin with this bias, so that the cell keeps its state before it has learnt to
/// (Gers et al. 2000; Jozefowicz et al. 2015, section 3.2). It is PyTorch's first bias; the second stays.
/// Nothing where the cell has no such gate.
///
/// # Shapes
/// `parameters` is `[layout.len()]`.
fn forget_bias(layout: &ParameterLayout, bias: f32, parameters: &mut [f32]) {
    let Some(gate) = layout.cell.forget_gate() else {
        return;
    };
    for layer in 0..layout.layers {
        let biases = &mut parameters[layout.layer(layer).input_bias];
        biases[gate * layout.hidden..][..layout.hidden].fill(bias);
    }
}

/// `count ≤ length` random orthonormal rows, by modified Gram–Schmidt on Gaussian rows in f64. The
/// result is uniformly distributed over such frames, as the QR of a Gaussian matrix is once its
/// signs are fixed.
fn orthonormal_rows(count: usize, length: usize, rng: &mut ChaCha8Rng) -> Vec<f32> {
    let mut rows: Vec<Vec<f64>> = Vec::with_capacity(count);
    while rows.len() < count {
        let mut row: Vec<f64> = (0..length).map(|_| StandardNormal.sample(rng)).collect();
        // Twice, because one pass loses orthogonality to rounding ("twice is enough", Parlett).
        for _ in 0..2 {
            for other in &rows {
                let overlap: f64 = row.iter().zip(other).map(|(a, b)| a * b).sum();
                row.iter_mut()
                    .zip(other)
                    .for_each(|(a, b)| *a -= overlap * b);
            }
        }
        let norm = row.iter().map(|value| value * value).sum::<f64>().sqrt();
        row.iter_mut().for_each(|value| *value /= norm);
        rows.push(row);
    }
    rows.into_iter()
        .flatten()
        .map(|value| value as f32)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cells::Cell;

    const LAYOUT: ParameterLayout = ParameterLayout {
        cell: Cell::Lstm,
        features: 1,
        hidden: 32,
        layers: 2,
        outputs: 1,
    };

    #[test]
    fn recurrent_matrix_is_orthogonal_as_a_whole() {
        for cell in Cell::ALL.iter().copied() {
            let layout = ParameterLayout { cell, ..LAYOUT };
            let parameters = parameters(&layout, 1);
            let matrix = &parameters[layout.layer(1).recurrent];
            let rows = || matrix.chunks(cell.gates() * 32).enumerate();
            for (i, a) in rows() {
                for (j, b) in rows() {
                    let dot: f32 = a.iter().zip(b).map(|(x, y)| x * y).sum();
                    let expected = if i == j { 1.0 } else { 0.0 };
                    assert!((dot - expected).abs() < 1e-5, "rows {i} and {j}: {dot}");
                }
            }
        }
    }

    #[test]
    fn a_forget_bias_is_of_the_forget_gates_alone() {
        let drawn = parameters(&LAYOUT, 1);
        let mut biased = drawn.clone();
        forget_bias(&LAYOUT, 1.5, &mut biased);
        let changed: Vec<usize> = (0..drawn.len())
            .filter(|i| drawn[*i] != biased[*i])
            .collect();
        // PyTorch's gates are i, f, g, o: the second block of each layer's first bias.
        let expected: Vec<usize> = (0..2)
            .flat_map(|layer| {
                let start = LAYOUT.layer(layer).input_bias.start + LAYOUT.hidden;
                start..start + LAYOUT.hidden
            })
            .collect();
        assert_eq!(changed, expected);
        assert!(changed.iter().all(|i| biased[*i] == 1.5));
        let gru = ParameterLayout {
            cell: Cell::Gru,
            ..LAYOUT
        };
        let mut of_gru = parameters(&gru, 1);
        forget_bias(&gru, 1.5, &mut of_gru);
        assert_eq!(of_gru, parameters(&gru, 1));
    }

    #[test]
    fn input_matrix_is_kaiming_normal_and_biases_are_zero() {
        let parameters = parameters(&LAYOUT, 2);
        let layer = LAYOUT.layer(0);
        let matrix = &parameters[layer.input];
        let variance = matrix.iter().map(|w| w * w).sum::<f32>() / matrix.len() as f32;
        // fan_in 32: variance 1/16 = 0.0625; 4,096 draws have a relative deviation of √(2/4096) ≈ 0.022.
        assert!((variance / 0.0625 - 1.0).abs() < 0.09, "{variance}");
        assert!(
            parameters[layer.input_bias.start..layer.recurrent_bias.end]
                .iter()
                .all(|b| *b == 0.0)
        );
    }

    #[test]
    fn a_zero_head_leaves_the_rest_as_drawn() {
        let drawn = parameters(&LAYOUT, 4);
        let mut zeroed = drawn.clone();
        zero_head(&LAYOUT, &mut zeroed);
        let head = LAYOUT.head_weight().start;
        assert_eq!(zeroed[..head], drawn[..head]);
        assert_eq!(zeroed[head..], [0.0; 65]);
    }

    #[test]
    fn a_linear_network_is_uniform_or_all_zero() {
        let layout = Layout::Linear(LinearLayout {
            linear: crate::cells::Linear::Plain,
            window: 20,
            features: 5,
            outputs: 2,
        });
        let drawn = network(&layout, 3, false, 1.0);
        assert_eq!(drawn, network(&layout, 3, false, 1.0));
        assert_ne!(drawn, network(&layout, 4, false, 1.0));
        // 100 numbers read: a bound of a tenth.
        assert!(drawn.iter().all(|weight| weight.abs() < 0.1));
        assert!(drawn.iter().any(|weight| weight.abs() > 0.09));
        assert_eq!(network(&layout, 3, true, 1.0), [0.0; 202]);
    }

    #[test]
    fn same_seed_same_network_other_seed_another() {
        assert_eq!(parameters(&LAYOUT, 5), parameters(&LAYOUT, 5));
        assert_ne!(parameters(&LAYOUT, 5), parameters(&LAYOUT, 6));
    }
}
