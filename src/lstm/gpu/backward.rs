//! Backward pass through time: one dispatch for all time steps and layers.
//!
//! The same ownership as the forward pass, and the same wavefront the other way round: layer `l`
//! works on time `window − 1 − (step − (layers − 1 − l))`; one more slot below layer 0 carries the
//! gradient into the input layer. What a step needs of another invocation is the gate gradients of
//! the step before, of its own layer one time later and of the layer above at the same time. They
//! are exchanged through the scratch buffer, where the weight gradients need them anyway and which
//! a storage barrier keeps coherent within the workgroup: in workgroup memory, two generations of
//! 4·hidden values would not fit at hidden 128.

use super::forward::{
    Rows, cell_at, error_at, gates_at, head_factors, input_gradient_at, sequence_at,
};
use super::math::{Float4, Registers, add, float4, lane_sum, tanh, zeros};
use super::plan::Shape;
use cubecl::prelude::*;

/// Adds `Wᵀ·dz` for four hidden units: rows `4·quad..` of a matrix `[hidden, 4·hidden]` times the
/// gate gradients of each batch row.
#[cube]
fn add_product(
    sums: &Registers,
    weights: &[Float4],
    matrix: usize,
    scratch: &[Float4],
    gradients: usize,
    length: usize,
    #[comptime] shape: Shape,
) {
    for column in 0..length {
        let mut values = Sequence::<Float4>::new();
        #[unroll]
        for r in 0..shape.rows {
            values.push(scratch[gradients + r * comptime!(4 * shape.quads) + column]);
        }
        #[unroll]
        for unit in 0..4usize {
            let weight = weights[matrix + unit * comptime!(4 * shape.quads) + column];
            #[unroll]
            for r in 0..shape.rows {
                add(sums, unit * shape.rows + r, weight * *values.index(r));
            }
        }
    }
}

/// Overwrites the gates in `scratch` with the loss's gradients by the gates' pre-activations, and
/// fills the input layer's.
#[cube(launch_unchecked)]
pub fn backward(weights: &[Float4], scratch: &mut [Float4], rows: Rows, #[comptime] shape: Shape) {
    let quads = comptime!(shape.quads);
    let layers = comptime!(shape.layers);
    let quad = UNIT_POS as usize % quads;
    let group = UNIT_POS as usize / quads % comptime!(shape.groups);
    // 0 is the input layer, `l + 1` LSTM layer `l`.
    let slot = UNIT_POS as usize / comptime!(quads * shape.groups);
    let first_row = (CUBE_POS_X as usize * comptime!(shape.groups) + group) * comptime!(shape.rows);
    let window = rows.window as usize;
    let lag = layers - slot;

    let mut cell_gradients = Array::<Float4>::new(shape.rows);
    #[unroll(comptime!(!shape.compact))]
    for r in 0..shape.rows {
        cell_gradients[r] = Float4::new(0.0);
    }
    let mut unit_sums = Array::<f32>::new(comptime!(4 * shape.rows));

    for step in 0..window + layers {
        if step >= lag && step < window + lag {
            let time = window - 1 + lag - step;
            let sums = zeros(comptime!(4 * shape.rows));
            // From the layer above at this time (`source` 0), then from this layer one time later.
            for source in 0..2usize {
                let from_above = source == 0 && slot < layers;
                let from_later = source == 1 && slot > 0 && time + 1 < window;
                if from_above || from_later {
                    let above = 1 - source;
                    let layer = slot + above - 1;
                    let matrix = comptime!(shape.layer_start(0))
                        + layer * comptime!(shape.layer_length())
                        + source * comptime!(shape.matrix_length())
                        + quad * comptime!(16 * quads);
                    let gradients = gates_at(layer, time + source, first_row, &rows, shape);
                    add_product(
                        &sums,
                        weights,
                        matrix,
                        &*scratch,
                        gradients,
                        comptime!(4 * quads).runtime(),
                        shape,
                    );
                }
            }
            #[unroll]
            for sum in 0..comptime!(4 * shape.rows) {
                unit_sums[sum] = lane_sum(sums.index(sum).read());
            }
            #[unroll(comptime!(!shape.compact))]
            for r in 0..shape.rows {
                let row = first_row + r;
                let mut gradient = float4(
                    unit_sums[r],
                    unit_sums[shape.rows + r],
                    unit_sums[comptime!(2 * shape.rows) + r],
                    unit_sums[comptime!(3 * shape.rows) + r],
                );
                if slot == 0 {
                    // ReLU passes the gradient where its output is positive.
                    let output = scratch[sequence_at(0usize, time, row, &rows, shape) + quad];
                    #[unroll]
                    for lane in 0..4usize {
                        let passed =
                            select(output.extract(lane) > 0.0, gradient.extract(lane), 0.0);
                        gradient.insert(lane, passed);
                    }
                    scratch[input_gradient_at(time, row, &rows, shape) + quad] = gradient;
                } else {
                    let layer = slot - 1;
                    if time + 1 == window {
                        let weight = weights[comptime!(shape.head_start()) + layer * quads + quad];
                        let error = scratch[error_at(row, &rows, shape)].extract(0usize);
                        gradient += weight
                            * head_factors(row, layer, quad, &rows, shape)
                            * Float4::new(error);
                    }
                    let gates = gates_at(layer, time, row, &rows, shape) + quad;
                    let input_gate = scratch[gates];
                    let forget_gate = scratch[gates + quads];
                    let candidate = scratch[gates + 2 * quads];
                    let output_gate = scratch[gates + 3 * quads];
                    let squashed = tanh(scratch[cell_at(layer, time, row, &rows, shape) + quad]);
                    let mut previous = Float4::new(0.0);
                    if time > 0 {
                        previous = scratch[cell_at(layer, time - 1, row, &rows, shape) + quad];
                    }
                    let one = Float4::new(1.0);
                    let cell =
                        cell_gradients[r] + gradient * output_gate * (one - squashed * squashed);
                    scratch[gates] = cell * candidate * input_gate * (one - input_gate);
                    scratch[gates + quads] = cell * previous * forget_gate * (one - forget_gate);
                    scratch[gates + 2 * quads] = cell * input_gate * (one - candidate * candidate);
                    scratch[gates + 3 * quads] =
                        gradient * squashed * output_gate * (one - output_gate);
                    cell_gradients[r] = cell * forget_gate;
                }
            }
        }
        sync_storage();
    }
}
