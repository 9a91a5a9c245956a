//! Weight gradients: sums over all samples, a sample being one (time, row) pair.
//!
//! ∂L/∂W_input\[k, j\] = Σ input\[k\]·dz\[j\], ∂L/∂W_recurrent\[k, j\] = Σ h_prev\[k\]·dz\[j\], and the
//! biases' the plain sum of dz; of a gate apart, dz is one thing for the input's matrix and another for
//! the state's. Each invocation keeps a tile of the result in registers and runs
//! over a share of the samples; the shares (`CUBE_POS_Y`) become partial sums in a buffer
//! `[splits, parameters]`, which the optimizer's first kernel adds up in a fixed order, so that the
//! same machine gives the same sum each time.

use super::backward::made_column;
use super::forward::{Rows, error_at, gates_at, head_factors, input_gradient_at, sequence_at};
use super::math::{Float4, add, zeros};
use super::plan::Shape;
use cubecl::prelude::*;

/// Writes a partial sum, or adds to it from the batch's second chunk on.
#[cube]
fn store(partials: &mut [Float4], index: usize, value: Float4, #[comptime] accumulate: bool) {
    if accumulate {
        partials[index] += value;
    } else {
        partials[index] = value;
    }
}

#[cube(launch_unchecked)]
pub fn weight_gradients(
    scratch: &[Float4],
    inputs: &[f32],
    row_numbers: &[u32],
    partials: &mut [Float4],
    rows: Rows,
    #[comptime] shape: Shape,
    #[comptime] accumulate: bool,
) {
    let quads = comptime!(shape.quads);
    let gates = comptime!(shape.gates());
    let row_tiles = comptime!(shape.quads.div_ceil(shape.tile));
    let matrix_items = comptime!(shape.layers * 2 * row_tiles * quads);
    let bias_items = comptime!(matrix_items + shape.layers * quads);
    let input_items = comptime!(bias_items + quads);
    let head_items = comptime!(input_items + shape.layers * quads);

    let item = ABSOLUTE_POS_X as usize;
    let split = CUBE_POS_Y as usize;
    let splits = CUBE_COUNT_Y as usize;
    let padded = rows.padded as usize;
    let samples = rows.window as usize * padded;
    let begin = samples * split / splits;
    let end = samples * (split + 1) / splits;
    let target = split * comptime!(shape.gradient_length());

    if item < matrix_items {
        // Item = ((layer, matrix), row tile, four columns for each gate).
        let columns = item % quads;
        let row_tile = item / quads % row_tiles;
        let matrix = item / comptime!(quads * row_tiles) % 2;
        let layer = item / comptime!(quads * row_tiles * 2);
        // Layer l reads slot l at the same sample, and its own slot l + 1 one time earlier.
        let delay = matrix * padded;
        let mut first = begin;
        if first < delay {
            first = delay;
        }
        let left = sequence_at(layer + matrix, 0usize, 0usize, &rows, shape)
            + row_tile * comptime!(shape.tile);
        let right = gates_at(layer, 0usize, 0usize, &rows, shape);
        let mut places = Sequence::<usize>::new();
        #[unroll]
        for column in 0..comptime!(shape.gates()) {
            let made = made_column(columns * gates + column, matrix == 1, shape);
            places.push(right + made);
        }
        let sums = zeros(comptime!(shape.tile * 4 * shape.gates()));
        for sample in first..end {
            let mut gradients = Sequence::<Float4>::new();
            #[unroll]
            for column in 0..comptime!(shape.gates()) {
                let place = *places.index(column) + sample * comptime!(shape.columns() * quads);
                gradients.push(scratch[place]);
            }
            #[unroll]
            for tile_row in 0..shape.tile {
                // Behind an odd last tile lies other data of the buffer: summed, never stored.
                let value = scratch[left + (sample - delay) * quads + tile_row];
                #[unroll]
                for lane in 0..4usize {
                    let factor = Float4::new(value.extract(lane));
                    #[unroll]
                    for column in 0..comptime!(shape.gates()) {
                        let product = *gradients.index(column) * factor;
                        add(&sums, (tile_row * 4 + lane) * gates + column, product);
                    }
                }
            }
        }
        let start = comptime!(shape.layer_start(0))
            + layer * comptime!(shape.layer_length())
            + matrix * comptime!(shape.matrix_length())
            + columns * gates;
        let mut tile = Array::<Float4>::new(comptime!(shape.tile * 4 * shape.gates()));
        #[unroll]
        for sum in 0..comptime!(shape.tile * 4 * shape.gates()) {
            tile[sum] = sums.index(sum).read();
        }
        #[unroll(comptime!(!shape.compact))]
        for matrix_row in 0..comptime!(shape.tile * 4) {
            if row_tile * comptime!(shape.tile) + matrix_row / 4 < quads {
                let place = start
                    + (row_tile * comptime!(shape.tile * 4) + matrix_row)
                        * comptime!(gates * quads);
                #[unroll(comptime!(!shape.compact))]
                for column in 0..gates {
                    store(
                        partials,
                        target + place + column,
                        tile[matrix_row * gates + column],
                        accumulate,
                    );
                }
            }
        }
    } else if item < bias_items {
        let columns = (item - matrix_items) % quads;
        let layer = (item - matrix_items) / quads;
        let right = gates_at(layer, 0usize, 0usize, &rows, shape);
        let start = comptime!(shape.layer_start(0) + 2 * shape.matrix_length())
            + layer * comptime!(shape.layer_length())
            + columns * gates;
        // Both biases have the same gradient, but of a gate apart.
        #[unroll]
        for bias in 0..comptime!(if shape.apart() == 0 { 1 } else { 2 }) {
            let mut sums = Array::<Float4>::new(gates);
            let mut places = Sequence::<usize>::new();
            #[unroll]
            for column in 0..gates {
                sums[column] = Float4::new(0.0);
                places.push(right + made_column(columns * gates + column, bias == 1, shape));
            }
            for sample in begin..end {
                #[unroll]
                for column in 0..gates {
                    sums[column] += scratch
                        [*places.index(column) + sample * comptime!(shape.columns() * quads)];
                }
            }
            #[unroll(comptime!(!shape.compact))]
            for column in 0..gates {
                let place = target + start + bias * comptime!(gates * quads) + column;
                store(partials, place, sums[column], accumulate);
                if comptime!(shape.apart() == 0) {
                    let other = place + comptime!(gates * quads);
                    store(partials, other, sums[column], accumulate);
                }
            }
        }
    } else if item < input_items {
        let quad = item - bias_items;
        let mut sums = Array::<Float4>::new(comptime!(shape.features + 1));
        #[unroll]
        for feature in 0..comptime!(shape.features + 1) {
            sums[feature] = Float4::new(0.0);
        }
        let left = input_gradient_at(0usize, 0usize, &rows, shape) + quad;
        for sample in begin..end {
            let mut row = sample % padded;
            if row >= rows.count as usize {
                row = rows.count as usize - 1;
            }
            let position = row_numbers[rows.start as usize + row] as usize + sample / padded;
            let gradient = scratch[left + sample * quads];
            #[unroll]
            for feature in 0..shape.features {
                sums[feature] +=
                    gradient * Float4::new(inputs[position * comptime!(shape.features) + feature]);
            }
            sums[shape.features] += gradient;
        }
        #[unroll]
        for feature in 0..comptime!(shape.features + 1) {
            store(
                partials,
                target + feature * quads + quad,
                sums[feature],
                accumulate,
            );
        }
    } else if item <= head_items {
        let first = padded * split / splits;
        let last = padded * (split + 1) / splits;
        let quad = (item - input_items) % quads;
        let layer = (item - input_items) / quads;
        let mut sum = Float4::new(0.0);
        for row in first..last {
            let error = scratch[error_at(row, &rows, shape)];
            if item == head_items {
                sum += error;
            } else {
                let state = scratch
                    [sequence_at(layer + 1, rows.window as usize - 1, row, &rows, shape) + quad];
                sum += state
                    * head_factors(row, layer, quad, &rows, shape)
                    * Float4::new(error.extract(0usize));
            }
        }
        let place = comptime!(shape.head_start()) + item - input_items;
        store(partials, target + place, sum, accumulate);
    }
}
