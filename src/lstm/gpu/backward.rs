//! Backward pass through time: one dispatch for all time steps and layers.
//!
//! The same ownership as the forward pass, and the same wavefront the other way round: layer `l`
//! works on time `window − 1 − (step − (layers − 1 − l))`; one more slot below layer 0 carries the
//! gradient into the input layer. What a step needs of another invocation is the gate gradients of
//! the step before, of its own layer one time later and of the layer above at the same time. They
//! are exchanged through the scratch buffer, where the weight gradients need them anyway and which
//! a storage barrier keeps coherent within the workgroup: in workgroup memory, two generations of an
//! LSTM's 4·hidden values would not fit at hidden 128.

use super::cell::go_back;
use super::forward::{
    Rows, cell_at, error_at, gates_at, head_factors, input_gradient_at, sequence_at,
};
use super::math::{Float4, Registers, add, float4, lane_sum, zeros};
use super::plan::Shape;
use crate::cells::Cell;
use cubecl::prelude::*;

/// Where among a time step's columns a matrix's column `column` lies, both in `vec4`s.
#[cube]
pub fn made_column(column: usize, of_state: bool, #[comptime] shape: Shape) -> usize {
    if comptime!(shape.apart() == 0) {
        column
    } else {
        let turned = column + comptime!(shape.apart() * shape.quads);
        let length = comptime!(shape.gates() * shape.quads);
        if of_state || turned < length {
            turned
        } else {
            turned - length
        }
    }
}

/// Adds `Wᵀ·dz` for four hidden units: rows `4·quad..` of a matrix `[hidden, gates·hidden]` times the
/// gate gradients of each batch row.
#[cube]
fn add_product(
    sums: &Registers,
    weights: &[Float4],
    matrix: usize,
    scratch: &[Float4],
    gradients: usize,
    of_state: bool,
    length: usize,
    #[comptime] shape: Shape,
) {
    for column in 0..length {
        let place = gradients + made_column(column, of_state, shape);
        let mut values = Sequence::<Float4>::new();
        #[unroll]
        for r in 0..shape.rows {
            values.push(scratch[place + r * comptime!(shape.columns() * shape.quads)]);
        }
        #[unroll]
        for unit in 0..4usize {
            let weight = weights[matrix + unit * comptime!(shape.gates() * shape.quads) + column];
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
    // 0 is the input layer, `l + 1` recurrent layer `l`.
    let slot = UNIT_POS as usize / comptime!(quads * shape.groups);
    let first_row = (CUBE_POS_X as usize * comptime!(shape.groups) + group) * comptime!(shape.rows);
    let window = rows.window as usize;
    let lag = layers - slot;

    let mut carried = Array::<Float4>::new(shape.rows);
    #[unroll(comptime!(!shape.compact))]
    for r in 0..shape.rows {
        carried[r] = Float4::new(0.0);
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
                        + quad * comptime!(4 * shape.gates() * quads);
                    let gradients = gates_at(layer, time + source, first_row, &rows, shape);
                    add_product(
                        &sums,
                        weights,
                        matrix,
                        &*scratch,
                        gradients,
                        source == 1,
                        comptime!(shape.gates() * quads).runtime(),
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
                    let mut cell = Float4::new(0.0);
                    if comptime!(shape.cell.definition().cell_state) {
                        cell = scratch[cell_at(layer, time, row, &rows, shape) + quad];
                    }
                    let mut before = Float4::new(0.0);
                    if time > 0 {
                        if comptime!(shape.cell.definition().cell_state) {
                            before = scratch[cell_at(layer, time - 1, row, &rows, shape) + quad];
                        } else if comptime!(shape.cell == Cell::Gru) {
                            before =
                                scratch[sequence_at(layer + 1, time - 1, row, &rows, shape) + quad];
                        }
                    }
                    go_back(
                        scratch,
                        gates,
                        gradient,
                        cell,
                        before,
                        &mut carried,
                        r,
                        shape,
                    );
                }
            }
        }
        sync_storage();
    }
}
