//! Forward pass: one dispatch through all time steps and layers.
//!
//! A workgroup owns a few batch rows. Its invocations are (layer, group of rows, four hidden units);
//! the layers run as a wavefront, layer `l` working on time `step − l`, so that a step of the
//! wavefront costs one barrier however many layers there are. Outputs lie in workgroup memory as
//! `[generation, row, slot, quad]`, slot 0 being the input layer and slot `l + 1` LSTM layer `l`:
//! what layer `l` reads, `[input | h]`, is then one contiguous run, as are its two matrices.

use super::math::{
    Float4, Registers, add, dropout_factors, float4, lane_sum, sigmoid, tanh, zeros,
};
use super::plan::Shape;
use cubecl::prelude::*;

/// Which rows a kernel works on, and their dropout.
#[derive(CubeType, CubeLaunch, Clone, Copy)]
pub struct Rows {
    /// Where in the row numbers this chunk of the batch starts.
    pub start: u32,
    /// Rows of this chunk, the real ones and rounded up to whole workgroups.
    pub count: u32,
    pub padded: u32,
    pub window: u32,
    /// The chunk's first row within its batch, which counts for the dropout.
    pub batch_row: u32,
    pub dropout_key: u32,
    pub dropout_threshold: u32,
    pub dropout_scale: f32,
}

/// Where in the scratch buffer things lie, in `vec4`s. `row` counts within the chunk.
///
/// Sequences `[layers + 1, window, rows, hidden]`, gates `[layers, window, rows, 4·hidden]`, cell
/// states `[layers, window, rows, hidden]`, input layer gradients `[window, rows, hidden]`, and
/// the derivative of the loss by each prediction.
#[cube]
pub fn sequence_at(
    slot: usize,
    time: usize,
    row: usize,
    rows: &Rows,
    #[comptime] shape: Shape,
) -> usize {
    ((slot * rows.window as usize + time) * rows.padded as usize + row) * comptime!(shape.quads)
}

#[cube]
pub fn gates_at(
    layer: usize,
    time: usize,
    row: usize,
    rows: &Rows,
    #[comptime] shape: Shape,
) -> usize {
    let region = comptime!((shape.layers + 1) * shape.quads) * (rows.window * rows.padded) as usize;
    region
        + ((layer * rows.window as usize + time) * rows.padded as usize + row)
            * comptime!(4 * shape.quads)
}

#[cube]
pub fn cell_at(
    layer: usize,
    time: usize,
    row: usize,
    rows: &Rows,
    #[comptime] shape: Shape,
) -> usize {
    let region =
        comptime!((5 * shape.layers + 1) * shape.quads) * (rows.window * rows.padded) as usize;
    region
        + ((layer * rows.window as usize + time) * rows.padded as usize + row)
            * comptime!(shape.quads)
}

#[cube]
pub fn input_gradient_at(time: usize, row: usize, rows: &Rows, #[comptime] shape: Shape) -> usize {
    let region =
        comptime!((6 * shape.layers + 1) * shape.quads) * (rows.window * rows.padded) as usize;
    region + (time * rows.padded as usize + row) * comptime!(shape.quads)
}

#[cube]
pub fn error_at(row: usize, rows: &Rows, #[comptime] shape: Shape) -> usize {
    comptime!((6 * shape.layers + 2) * shape.quads) * (rows.window * rows.padded) as usize + row
}

/// Dropout of four units of a layer's last state.
#[cube]
pub fn head_factors(
    row: usize,
    layer: usize,
    quad: usize,
    rows: &Rows,
    #[comptime] shape: Shape,
) -> Float4 {
    let element = (rows.batch_row as usize + row) * comptime!(shape.layers * shape.units)
        + layer * comptime!(shape.units)
        + quad * 4;
    dropout_factors(
        element as u32,
        rows.dropout_key,
        rows.dropout_threshold,
        rows.dropout_scale,
    )
}

/// relu(x·W + b) for four units.
#[cube]
fn input_layer(
    weights: &[Float4],
    inputs: &[f32],
    position: usize,
    quad: usize,
    #[comptime] shape: Shape,
) -> Float4 {
    let mut sum = weights[comptime!(shape.features * shape.quads) + quad];
    #[unroll]
    for feature in 0..shape.features {
        sum += weights[feature * comptime!(shape.quads) + quad]
            * Float4::new(inputs[position * comptime!(shape.features) + feature]);
    }
    max(sum, Float4::new(0.0))
}

/// Adds to the gates' sums of each batch row its factor times four columns per gate of one weight row.
#[cube]
fn add_weight_row(
    sums: &Registers,
    weights: &[Float4],
    weight_row: usize,
    factors: &Sequence<f32>,
    #[comptime] shape: Shape,
) {
    #[unroll]
    for gate in 0..4usize {
        let weight = weights[weight_row + gate * shape.quads];
        #[unroll]
        for r in 0..shape.rows {
            let product = weight * Float4::new(*factors.index(r));
            add(sums, gate * shape.rows + r, product);
        }
    }
}

/// Where `training` is 1, `results[results_start + i]` is row `i`'s squared error and `scratch`
/// receives what the backward pass needs; otherwise it is the prediction, and `targets` and `scratch`
/// are not touched. It is an argument, so that both need but one compilation.
///
/// `loss_scale` is the derivative's factor, 2 / batch. `weights` and `weights_scalar` are one
/// buffer: the head's bias, its last element, lies outside the last whole `vec4`.
#[cube(launch_unchecked)]
pub fn forward(
    weights: &[Float4],
    weights_scalar: &[f32],
    inputs: &[f32],
    targets: &[f32],
    row_numbers: &[u32],
    scratch: &mut [Float4],
    results: &mut [f32],
    rows: Rows,
    results_start: u32,
    loss_scale: f32,
    training: u32,
    #[comptime] shape: Shape,
) {
    let training = training == 1;
    let quads = comptime!(shape.quads);
    let slots = comptime!(shape.layers + 1);
    let rows_per_cube = comptime!(shape.rows * shape.groups);
    // A generation of outputs, in `vec4`s.
    let generation = comptime!(rows_per_cube * slots * quads);

    let quad = UNIT_POS as usize % quads;
    let group = UNIT_POS as usize / quads % comptime!(shape.groups);
    let layer = UNIT_POS as usize / comptime!(quads * shape.groups);
    let first_row = CUBE_POS_X as usize * rows_per_cube + group * comptime!(shape.rows);
    let count = rows.count as usize;
    let window = rows.window as usize;

    let mut outputs = Shared::<[Float4]>::new_slice(2 * generation);

    // A short last workgroup repeats the last row; its extra results are not written.
    let mut starts = Array::<u32>::new(shape.rows);
    let mut cells = Array::<Float4>::new(shape.rows);
    let mut states = Array::<Float4>::new(shape.rows);
    #[unroll(comptime!(!shape.compact))]
    for r in 0..shape.rows {
        cells[r] = Float4::new(0.0);
        states[r] = Float4::new(0.0);
        let mut row = first_row + r;
        if row >= count {
            row = count - 1;
        }
        let start = row_numbers[rows.start as usize + row];
        starts[r] = start;
        let place = ((group * comptime!(shape.rows) + r) * slots + layer + 1) * quads + quad;
        outputs[place] = Float4::new(0.0);
        outputs[place + generation] = Float4::new(0.0);
        if layer == 0 {
            let value = input_layer(weights, inputs, start as usize, quad, shape);
            outputs[place - quads] = value;
            if training {
                scratch[sequence_at(0usize, 0usize, first_row + r, &rows, shape) + quad] = value;
            }
        }
    }

    let layer_start = comptime!(shape.layer_start(0)) + layer * comptime!(shape.layer_length());
    let bias_start = layer_start + comptime!(2 * shape.matrix_length());
    let mut bias = Sequence::<Float4>::new();
    #[unroll]
    for gate in 0..4usize {
        let column = bias_start + gate * quads + quad;
        bias.push(weights[column] + weights[column + comptime!(4 * quads)]);
    }
    sync_cube();

    let sums = zeros(comptime!(4 * shape.rows));
    let mut gate_sums = Array::<Float4>::new(comptime!(4 * shape.rows));
    for step in 0..window + comptime!(shape.layers - 1) {
        let current = (step % 2) * generation;
        let next = generation - current;
        if step >= layer && step < window + layer {
            let time = step - layer;
            #[unroll]
            for gate in 0..4usize {
                #[unroll]
                for r in 0..shape.rows {
                    sums.index(gate * shape.rows + r).store(*bias.index(gate));
                }
            }
            let source = current + (group * comptime!(shape.rows) * slots + layer) * quads;
            for k in 0..comptime!(2 * quads) {
                let mut values = Sequence::<Float4>::new();
                #[unroll]
                for r in 0..shape.rows {
                    values.push(outputs[source + r * comptime!(slots * quads) + k]);
                }
                let first_weight_row = layer_start + k * comptime!(16 * quads) + quad;
                if comptime!(shape.compact) {
                    for lane in 0..4usize {
                        let mut factors = Sequence::<f32>::new();
                        #[unroll]
                        for r in 0..shape.rows {
                            factors.push(values.index(r).extract_dynamic(lane));
                        }
                        let weight_row = first_weight_row + lane * comptime!(4 * quads);
                        add_weight_row(&sums, weights, weight_row, &factors, shape);
                    }
                } else {
                    #[unroll]
                    for lane in 0..4usize {
                        let mut factors = Sequence::<f32>::new();
                        #[unroll]
                        for r in 0..shape.rows {
                            factors.push(values.index(r).extract(lane));
                        }
                        let weight_row = first_weight_row + lane * comptime!(4 * quads);
                        add_weight_row(&sums, weights, weight_row, &factors, shape);
                    }
                }
            }
            #[unroll]
            for sum in 0..comptime!(4 * shape.rows) {
                gate_sums[sum] = sums.index(sum).read();
            }
            #[unroll(comptime!(!shape.compact))]
            for r in 0..shape.rows {
                let input_gate = sigmoid(gate_sums[r]);
                let forget_gate = sigmoid(gate_sums[shape.rows + r]);
                let candidate = tanh(gate_sums[comptime!(2 * shape.rows) + r]);
                let output_gate = sigmoid(gate_sums[comptime!(3 * shape.rows) + r]);
                let cell = forget_gate * cells[r] + input_gate * candidate;
                let state = output_gate * tanh(cell);
                cells[r] = cell;
                states[r] = state;
                let place =
                    ((group * comptime!(shape.rows) + r) * slots + layer + 1) * quads + quad;
                outputs[next + place] = state;
                if training {
                    let row = first_row + r;
                    let gates = gates_at(layer, time, row, &rows, shape) + quad;
                    scratch[gates] = input_gate;
                    scratch[gates + quads] = forget_gate;
                    scratch[gates + 2 * quads] = candidate;
                    scratch[gates + 3 * quads] = output_gate;
                    scratch[cell_at(layer, time, row, &rows, shape) + quad] = cell;
                    scratch[sequence_at(layer + 1, time, row, &rows, shape) + quad] = state;
                }
            }
        }
        if layer == 0 && step + 1 < window {
            #[unroll(comptime!(!shape.compact))]
            for r in 0..shape.rows {
                let position = starts[r] as usize + step + 1;
                let value = input_layer(weights, inputs, position, quad, shape);
                outputs[next + (group * comptime!(shape.rows) + r) * slots * quads + quad] = value;
                if training {
                    scratch[sequence_at(0usize, step + 1, first_row + r, &rows, shape) + quad] =
                        value;
                }
            }
        }
        sync_cube();
    }

    // Head: each invocation's share of its rows' predictions, then one invocation per row.
    let head_weight = weights[comptime!(shape.head_start()) + layer * quads + quad];
    #[unroll(comptime!(!shape.compact))]
    for r in 0..shape.rows {
        let factors = head_factors(first_row + r, layer, quad, &rows, shape);
        let place = ((group * comptime!(shape.rows) + r) * slots + layer) * quads + quad;
        outputs[place] = states[r] * head_weight * factors;
    }
    sync_cube();

    let mut local = UNIT_POS as usize;
    while local < rows_per_cube {
        let row = CUBE_POS_X as usize * rows_per_cube + local;
        let mut sum = Float4::new(0.0);
        for share in 0..comptime!(shape.layers * quads) {
            sum += outputs[local * comptime!(slots * quads) + share];
        }
        let prediction = lane_sum(sum) + weights_scalar[comptime!(shape.parameters() - 1)];
        let inside = row < count;
        if training {
            let mut error = 0.0f32;
            if inside {
                let target = targets[row_numbers[rows.start as usize + row] as usize];
                error = prediction - target;
                results[results_start as usize + row] = error * error;
            }
            scratch[error_at(row, &rows, shape)] = float4(error * loss_scale, 0.0, 0.0, 0.0);
        } else if inside {
            results[results_start as usize + row] = prediction;
        }
        local += CUBE_DIM as usize;
    }
}
