//! Forward pass: one dispatch through all time steps and layers.
//!
//! A workgroup owns a few batch rows. Its invocations are (layer, group of rows, four hidden units);
//! the layers run as a wavefront, the input layer working on time `step` and recurrent layer `l` on time
//! `step − 1 − l`, so that a step of the wavefront costs one barrier however many layers there are.
//! Outputs lie in workgroup memory as `[generation, row, slot, quad]`, slot 0 being the input layer and
//! slot `l + 1` recurrent layer `l`: what layer `l` reads, `[input | h]`, is then one contiguous run, as are
//! its two matrices.
//!
//! A compact kernel exchanges outputs through the scratch buffer instead, where the backward pass wants
//! them anyway: WebGPU clears workgroup memory, for which a software adapter writes one store per number
//! into the kernel, and compiles each.

use super::cell::{advance, squash_gate};
use super::math::{Float4, Registers, add, dropout_factors, float4, lane_sum, zeros};
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
    /// Time steps that the scratch buffer has room for: the window, or two where nothing is kept for a
    /// backward pass.
    pub kept: u32,
    /// The chunk's first row within its batch, which counts for the dropout.
    pub batch_row: u32,
    pub dropout_key: u32,
    pub dropout_threshold: u32,
    pub dropout_scale: f32,
}

/// Where in the scratch buffer things lie, in `vec4`s. `row` counts within the chunk.
///
/// Sequences `[layers + 1, kept, rows, hidden]`, gates `[layers, window, rows, columns·hidden]`, cell
/// states `[layers, window, rows, hidden]` where the cell has any, input layer gradients `[window, rows, hidden]`, and
/// the derivative of the loss by each prediction.
#[cube]
pub fn sequence_at(
    slot: usize,
    time: usize,
    row: usize,
    rows: &Rows,
    #[comptime] shape: Shape,
) -> usize {
    let kept = rows.kept as usize;
    ((slot * kept + time % kept) * rows.padded as usize + row) * comptime!(shape.quads)
}

#[cube]
pub fn gates_at(
    layer: usize,
    time: usize,
    row: usize,
    rows: &Rows,
    #[comptime] shape: Shape,
) -> usize {
    let region =
        comptime!(shape.gates_region() * shape.quads) * (rows.window * rows.padded) as usize;
    region
        + ((layer * rows.window as usize + time) * rows.padded as usize + row)
            * comptime!(shape.columns() * shape.quads)
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
        comptime!(shape.cells_region() * shape.quads) * (rows.window * rows.padded) as usize;
    region
        + ((layer * rows.window as usize + time) * rows.padded as usize + row)
            * comptime!(shape.quads)
}

#[cube]
pub fn input_gradient_at(time: usize, row: usize, rows: &Rows, #[comptime] shape: Shape) -> usize {
    let region = comptime!(shape.input_gradients_region() * shape.quads)
        * (rows.window * rows.padded) as usize;
    region + (time * rows.padded as usize + row) * comptime!(shape.quads)
}

#[cube]
pub fn error_at(row: usize, rows: &Rows, #[comptime] shape: Shape) -> usize {
    comptime!(shape.errors_region() * shape.quads) * (rows.window * rows.padded) as usize + row
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

/// Adds one gate's product to the sums of its column.
#[cube]
fn add_gate(
    sums: &Registers,
    weight: Float4,
    factors: &Sequence<Float4>,
    #[comptime] column: usize,
    #[comptime] shape: Shape,
) {
    #[unroll]
    for r in 0..shape.rows {
        add(sums, column * shape.rows + r, weight * *factors.index(r));
    }
}

/// Adds `length` `vec4`s of each batch row times as many rows of the input's matrix, or of the state's,
/// to the sums of the columns that it makes, four units of each. The batch rows' values lie `stride`
/// apart from `start` on. Where no gate is apart the two matrices make the same columns.
#[cube]
fn add_products(
    sums: &Registers,
    values: &[Float4],
    start: usize,
    weights: &[Float4],
    matrix: usize,
    #[comptime] length: usize,
    #[comptime] stride: usize,
    #[comptime] of_state: bool,
    #[comptime] shape: Shape,
) {
    let apart = comptime!(shape.apart());
    let together = comptime!(shape.gates() - shape.apart());
    for k in 0..length {
        let mut quads = Sequence::<Float4>::new();
        #[unroll]
        for r in 0..shape.rows {
            quads.push(values[start + r * stride + k]);
        }
        #[unroll(comptime!(!shape.compact))]
        for lane in 0..4usize {
            let weight_row = matrix + (k * 4 + lane) * comptime!(shape.gates() * shape.quads);
            let mut factors = Sequence::<Float4>::new();
            #[unroll]
            for r in 0..shape.rows {
                factors.push(Float4::new(quads.index(r).extract_dynamic(lane)));
            }
            #[unroll]
            for gate in 0..together {
                let weight = weights[weight_row + gate * shape.quads];
                add_gate(sums, weight, &factors, gate + apart, shape);
            }
            #[unroll]
            for gate in 0..apart {
                let weight = weights[weight_row + (gate + together) * shape.quads];
                let first = comptime!(if of_state { shape.gates() } else { 0 });
                add_gate(sums, weight, &factors, gate + first, shape);
            }
        }
    }
}

/// Where `training` is 1, `results[results_start + i]` is row `i`'s squared error and `scratch`
/// receives what the backward pass needs; otherwise it is the prediction, and `targets` is not
/// touched. It is an argument, so that both need but one compilation.
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
    // A generation of outputs in workgroup memory, in `vec4`s.
    let generation = comptime!(rows_per_cube * slots * quads);

    let quad = UNIT_POS as usize % quads;
    let group = UNIT_POS as usize / quads % comptime!(shape.groups);
    let layer = UNIT_POS as usize / comptime!(quads * shape.groups);
    let first_row = CUBE_POS_X as usize * rows_per_cube + group * comptime!(shape.rows);
    let count = rows.count as usize;
    let window = rows.window as usize;

    let mut outputs = Shared::<[Float4]>::new_slice(comptime!(shape.forward_workgroup_length()));

    // A short last workgroup repeats the last row; its extra results are not written.
    let mut starts = Array::<u32>::new(shape.rows);
    // What a row's layer hands on to its next time step beside its output.
    let mut carried = Array::<Float4>::new(shape.rows);
    #[unroll(comptime!(!shape.compact))]
    for r in 0..shape.rows {
        carried[r] = Float4::new(0.0);
        let mut row = first_row + r;
        if row >= count {
            row = count - 1;
        }
        starts[r] = row_numbers[rows.start as usize + row];
        if comptime!(!shape.compact) {
            let place = ((group * comptime!(shape.rows) + r) * slots + layer + 1) * quads + quad;
            outputs[place] = Float4::new(0.0);
            outputs[place + generation] = Float4::new(0.0);
        }
    }

    let layer_start = comptime!(shape.layer_start(0)) + layer * comptime!(shape.layer_length());
    let bias_start = layer_start + comptime!(2 * shape.matrix_length());
    let mut biases = Array::<Float4>::new(comptime!(shape.columns()));
    let apart = comptime!(shape.apart());
    let together = comptime!(shape.gates() - shape.apart());
    #[unroll(comptime!(!shape.compact))]
    for gate in 0..together {
        let place = bias_start + gate * quads + quad;
        biases[gate + apart] = weights[place] + weights[place + comptime!(shape.gates() * quads)];
    }
    #[unroll]
    for gate in 0..apart {
        let place = bias_start + (gate + together) * quads + quad;
        biases[gate] = weights[place];
        biases[gate + comptime!(shape.gates())] = weights[place + comptime!(shape.gates() * quads)];
    }

    let sums = zeros(comptime!(shape.columns() * shape.rows));
    let mut gates = Array::<Float4>::new(comptime!(shape.columns() * shape.rows));
    for step in 0..window + comptime!(shape.layers) {
        let current = (step % 2) * generation;
        let next = generation - current;
        if step > layer && step <= window + layer {
            let time = step - layer - 1;
            #[unroll]
            for column in 0..comptime!(shape.columns()) {
                let bias = biases[column];
                #[unroll]
                for r in 0..shape.rows {
                    sums.index(column * shape.rows + r).store(bias);
                }
            }
            if comptime!(shape.compact) {
                // The layer's input at this time (`source` 0), then its own state one time earlier.
                if comptime!(apart == 0) {
                    for source in 0..2usize {
                        if source == 0 || time > 0 {
                            add_products(
                                &sums,
                                &*scratch,
                                sequence_at(layer + source, time - source, first_row, &rows, shape),
                                weights,
                                layer_start + source * comptime!(shape.matrix_length()) + quad,
                                quads,
                                quads,
                                false,
                                shape,
                            );
                        }
                    }
                } else {
                    add_products(
                        &sums,
                        &*scratch,
                        sequence_at(layer, time, first_row, &rows, shape),
                        weights,
                        layer_start + quad,
                        quads,
                        quads,
                        false,
                        shape,
                    );
                    if time > 0 {
                        add_products(
                            &sums,
                            &*scratch,
                            sequence_at(layer + 1, time - 1, first_row, &rows, shape),
                            weights,
                            layer_start + comptime!(shape.matrix_length()) + quad,
                            quads,
                            quads,
                            true,
                            shape,
                        );
                    }
                }
            } else {
                // Input and state lie side by side, and so do their matrices.
                let start = current + (group * comptime!(shape.rows) * slots + layer) * quads;
                add_products(
                    &sums,
                    &outputs,
                    start,
                    weights,
                    layer_start + quad,
                    comptime!(if apart == 0 {
                        2 * shape.quads
                    } else {
                        shape.quads
                    }),
                    comptime!((shape.layers + 1) * shape.quads),
                    false,
                    shape,
                );
                if comptime!(apart > 0) {
                    add_products(
                        &sums,
                        &outputs,
                        start + quads,
                        weights,
                        layer_start + comptime!(shape.matrix_length()) + quad,
                        quads,
                        comptime!((shape.layers + 1) * shape.quads),
                        true,
                        shape,
                    );
                }
            }
            #[unroll]
            for sum in 0..comptime!(shape.columns() * shape.rows) {
                gates[sum] = sums.index(sum).read();
            }
            #[unroll(comptime!(!shape.compact))]
            for column in apart..comptime!(shape.gates()) {
                #[unroll(comptime!(!shape.compact))]
                for r in 0..shape.rows {
                    let value = squash_gate(gates[column * shape.rows + r], column, shape);
                    gates[column * shape.rows + r] = value;
                    if training {
                        let place = gates_at(layer, time, first_row + r, &rows, shape);
                        scratch[place + column * quads + quad] = value;
                    }
                }
            }
            #[unroll(comptime!(!shape.compact))]
            for r in 0..shape.rows {
                let state = advance(&mut gates, &mut carried, r, shape);
                if comptime!(!shape.compact) {
                    let local = group * comptime!(shape.rows) + r;
                    outputs[next + (local * slots + layer + 1) * quads + quad] = state;
                }
                let row = first_row + r;
                if training || comptime!(shape.compact) {
                    scratch[sequence_at(layer + 1, time, row, &rows, shape) + quad] = state;
                }
                if training {
                    if comptime!(shape.cell.definition().cell_state) {
                        scratch[cell_at(layer, time, row, &rows, shape) + quad] = carried[r];
                    }
                    // The parts of a gate apart were not all squashed above.
                    #[unroll]
                    for gate in 0..apart {
                        let place = gates_at(layer, time, row, &rows, shape) + quad;
                        scratch[place + gate * quads] = gates[gate * shape.rows + r];
                        let of_state = gate + comptime!(shape.gates());
                        scratch[place + of_state * quads] = gates[of_state * shape.rows + r];
                    }
                }
            }
        }
        if layer == 0 && step < window {
            #[unroll(comptime!(!shape.compact))]
            for r in 0..shape.rows {
                let value = input_layer(weights, inputs, starts[r] as usize + step, quad, shape);
                if comptime!(!shape.compact) {
                    let local = group * comptime!(shape.rows) + r;
                    outputs[next + local * slots * quads + quad] = value;
                }
                if training || comptime!(shape.compact) {
                    scratch[sequence_at(0usize, step, first_row + r, &rows, shape) + quad] = value;
                }
            }
        }
        if comptime!(shape.compact) {
            sync_storage();
        } else {
            sync_cube();
        }
    }

    // Head: one invocation per row.
    let mut local = UNIT_POS as usize;
    while local < rows_per_cube {
        let row = CUBE_POS_X as usize * rows_per_cube + local;
        let mut sum = Float4::new(0.0);
        for place in 0..comptime!(shape.layers * quads) {
            let layer = place / quads;
            let quad = place % quads;
            let state = if comptime!(shape.compact) {
                scratch[sequence_at(layer + 1, window - 1, row, &rows, shape) + quad]
            } else {
                // The layer's last step was `window + layer`.
                let last = generation - (window + layer) % 2 * generation;
                outputs[last + (local * slots + layer + 1) * quads + quad]
            };
            sum += state
                * weights[comptime!(shape.head_start()) + place]
                * head_factors(row, layer, quad, &rows, shape);
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
