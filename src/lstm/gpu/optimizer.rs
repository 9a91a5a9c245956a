//! The optimizer on the flat parameter vector: adding up the partial gradients, then clipping and
//! Adam. Also the copy of the parameters with rounded-up hidden size, where one is needed.

use super::plan::{FLAT_WORKGROUP, Shape};
use cubecl::prelude::*;

/// Stands for an element that exists only in the kernels' layout.
const NONE: u32 = 0xffff_ffff;

/// Index in the flat vector of element `index` of the kernels' layout, or [`NONE`].
#[cube]
fn flat_index(index: usize, #[comptime] shape: Shape) -> u32 {
    if comptime!(shape.aligned()) {
        index as u32
    } else {
        flat_index_unaligned(index, shape)
    }
}

#[cube]
fn flat_index_unaligned(index: usize, #[comptime] shape: Shape) -> u32 {
    let hidden = comptime!(shape.hidden());
    let units = comptime!(shape.units);
    let input_end = comptime!((shape.features + 1) * hidden);
    let layer_length = comptime!(4 * shape.layer_length());
    let head_start = comptime!(4 * shape.head_start());
    let flat_input_end = comptime!((shape.features + 1) * units);
    let flat_layer_length = comptime!(2 * shape.gates() * units * (units + 1));
    let mut result = NONE.runtime();
    if index < input_end {
        let unit = index % hidden;
        if unit < units {
            result = (index / hidden * units + unit) as u32;
        }
    } else if index < head_start {
        let layer = (index - input_end) / layer_length;
        let inside = (index - input_end) % layer_length;
        let unit = inside % hidden;
        let gate = inside / hidden % comptime!(shape.gates());
        let line = inside / comptime!(shape.gates() * hidden);
        // Lines: `hidden` of the input matrix, `hidden` of the recurrent one, two biases.
        let matrix = line / hidden;
        let matrix_line = line % hidden;
        if unit < units && (matrix_line < units) {
            result = (flat_input_end
                + layer * flat_layer_length
                + (matrix * units + matrix_line) * comptime!(shape.gates() * units)
                + gate * units
                + unit) as u32;
        }
    } else if index < comptime!(shape.parameters() - 1) {
        let unit = (index - head_start) % hidden;
        if unit < units {
            result = (flat_input_end
                + comptime!(shape.layers * flat_layer_length)
                + (index - head_start) / hidden * units
                + unit) as u32;
        }
    } else {
        result = comptime!((flat_input_end + shape.layers * (flat_layer_length + units)) as u32)
            .runtime();
    }
    result
}

/// Copies flat parameters into the kernels' layout, zeros where it has units of its own.
#[cube(launch_unchecked)]
pub fn pack(parameters: &[f32], packed: &mut [f32], #[comptime] shape: Shape) {
    let index = ABSOLUTE_POS;
    if index < comptime!(shape.parameters()) {
        let source = flat_index(index, shape);
        let mut value = 0.0f32;
        if source != NONE {
            value = parameters[source as usize];
        }
        packed[index] = value;
    }
}

/// Sum of a value over the workgroup, the same for each invocation. One invocation adds: a tree
/// would need a barrier per level, and barriers are what costs here.
#[cube]
fn workgroup_sum(value: f32) -> f32 {
    let mut values = Shared::<[f32]>::new_slice(comptime!(FLAT_WORKGROUP as usize));
    values[UNIT_POS as usize] = value;
    sync_cube();
    if UNIT_POS == 0 {
        let mut sum = 0.0f32;
        for index in 0..comptime!(FLAT_WORKGROUP as usize) {
            sum += values[index];
        }
        values[0] = sum;
    }
    sync_cube();
    values[0]
}

/// gradient = Σ over splits of the partial sums `[splits, parameters]`, and each workgroup's share
/// of its squared norm.
#[cube(launch_unchecked)]
pub fn reduce(
    partials: &[f32],
    gradient: &mut [f32],
    squares: &mut [f32],
    splits: u32,
    #[comptime] shape: Shape,
) {
    let mut square = 0.0f32;
    let mut index = ABSOLUTE_POS;
    while index < comptime!(shape.parameters()) {
        let target = flat_index(index, shape);
        if target != NONE {
            let mut sum = 0.0f32;
            for split in 0..splits as usize {
                sum += partials[split * comptime!(4 * shape.gradient_length()) + index];
            }
            gradient[target as usize] = sum;
            square += sum * sum;
        }
        index += CUBE_COUNT * CUBE_DIM as usize;
    }
    let total = workgroup_sum(square);
    if UNIT_POS == 0 {
        squares[CUBE_POS] = total;
    }
}

/// One Adam step's numbers; see [`crate::lstm::backend::AdamSpec`].
#[derive(CubeType, CubeLaunch, Clone, Copy)]
pub struct AdamNumbers {
    pub learning_rate: f32,
    pub beta_1: f32,
    pub beta_2: f32,
    pub epsilon: f32,
    /// `1 / (1 − β₁ᵗ)` and `1 / (1 − β₂ᵗ)`.
    pub correction_1: f32,
    pub correction_2: f32,
    /// Clip the gradient's norm at this.
    pub clip_norm: f32,
}

/// Clips as PyTorch's `clip_grad_norm_`, by min(1, max / (norm + 1e-6)), then one Adam step
/// (Kingma & Ba 2015, algorithm 1). The norm before clipping goes to `norms[norm_place]`.
#[cube(launch_unchecked)]
pub fn adam(
    parameters: &mut [f32],
    moment_1: &mut [f32],
    moment_2: &mut [f32],
    gradient: &[f32],
    squares: &[f32],
    norms: &mut [f32],
    numbers: AdamNumbers,
    count: u32,
    square_count: u32,
    norm_place: u32,
    #[comptime] clip: bool,
) {
    let mut share = 0.0f32;
    let mut position = UNIT_POS;
    while position < square_count {
        share += squares[position as usize];
        position += FLAT_WORKGROUP;
    }
    let norm = workgroup_sum(share).sqrt();
    if ABSOLUTE_POS == 0 {
        norms[norm_place as usize] = norm;
    }
    let mut factor = 1.0f32;
    if clip {
        let limit = numbers.clip_norm / (norm + 1e-6);
        if limit < 1.0 {
            factor = limit;
        }
    }
    let mut index = ABSOLUTE_POS;
    while index < count as usize {
        let slope = gradient[index] * factor;
        let mean = numbers.beta_1 * moment_1[index] + (1.0 - numbers.beta_1) * slope;
        let square = numbers.beta_2 * moment_2[index] + (1.0 - numbers.beta_2) * slope * slope;
        moment_1[index] = mean;
        moment_2[index] = square;
        parameters[index] -= numbers.learning_rate * mean * numbers.correction_1
            / ((square * numbers.correction_2).sqrt() + numbers.epsilon);
        index += CUBE_COUNT * CUBE_DIM as usize;
    }
}
