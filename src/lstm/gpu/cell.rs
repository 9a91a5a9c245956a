//! What lies between a cell's columns and its states, forward and back, for four units of one row. The
//! formulas, and how a time step's columns lie, are in [`crate::cells`].

use super::math::{Float4, squash, tanh};
use super::plan::Shape;
use crate::cells::Cell;
use cubecl::prelude::*;

/// The activation of a gate that uses the sum of its parts.
#[cube]
pub fn squash_gate(sum: Float4, column: usize, #[comptime] shape: Shape) -> Float4 {
    if comptime!(shape.cell == Cell::Lstm) {
        // The candidate among its gates.
        squash(sum, select(column == 2, 2.0f32, 1.0f32))
    } else if comptime!(shape.cell == Cell::Gru) {
        squash(sum, 1.0f32)
    } else {
        tanh(sum)
    }
}

/// The row's new output. `columns` `[columns, rows]` are activations where [`squash_gate`] was, `carried`
/// `[rows]` what the row hands on to its next time step: the cell state, or the output itself.
#[cube]
pub fn advance(
    columns: &mut Array<Float4>,
    carried: &mut Array<Float4>,
    row: usize,
    #[comptime] shape: Shape,
) -> Float4 {
    if comptime!(shape.cell == Cell::Lstm) {
        let input_gate = columns[row];
        let forget_gate = columns[shape.rows + row];
        let candidate = columns[comptime!(2 * shape.rows) + row];
        let output_gate = columns[comptime!(3 * shape.rows) + row];
        let cell = forget_gate * carried[row] + input_gate * candidate;
        carried[row] = cell;
        output_gate * tanh(cell)
    } else if comptime!(shape.cell == Cell::Gru) {
        let reset = columns[shape.rows + row];
        let update = columns[comptime!(2 * shape.rows) + row];
        let of_state = columns[comptime!(3 * shape.rows) + row];
        let candidate = tanh(columns[row] + reset * of_state);
        columns[row] = candidate;
        let state = candidate + update * (carried[row] - candidate);
        carried[row] = state;
        state
    } else {
        columns[row]
    }
}

/// Overwrites a row's columns in `scratch`, which begin at `place`, with the loss's gradients by their
/// sums.
///
/// `gradient` is the one by the row's output, `cell` the cell state where there is one, and `before` the
/// cell state, or else the output, of the time step before. `carried` `[rows]` is what
/// [`advance`] hands on, the other way round.
#[cube]
pub fn go_back(
    scratch: &mut [Float4],
    place: usize,
    gradient: Float4,
    cell: Float4,
    before: Float4,
    carried: &mut Array<Float4>,
    row: usize,
    #[comptime] shape: Shape,
) {
    let quads = comptime!(shape.quads);
    let one = Float4::new(1.0);
    if comptime!(shape.cell == Cell::Lstm) {
        let input_gate = scratch[place];
        let forget_gate = scratch[place + quads];
        let candidate = scratch[place + 2 * quads];
        let output_gate = scratch[place + 3 * quads];
        let squashed = tanh(cell);
        let by_cell = carried[row] + gradient * output_gate * (one - squashed * squashed);
        scratch[place] = by_cell * candidate * input_gate * (one - input_gate);
        scratch[place + quads] = by_cell * before * forget_gate * (one - forget_gate);
        scratch[place + 2 * quads] = by_cell * input_gate * (one - candidate * candidate);
        scratch[place + 3 * quads] = gradient * squashed * output_gate * (one - output_gate);
        carried[row] = by_cell * forget_gate;
    } else if comptime!(shape.cell == Cell::Gru) {
        let candidate = scratch[place];
        let reset = scratch[place + quads];
        let update = scratch[place + 2 * quads];
        let of_state = scratch[place + 3 * quads];
        let whole = gradient + carried[row];
        let by_candidate = whole * (one - update) * (one - candidate * candidate);
        scratch[place] = by_candidate;
        scratch[place + quads] = by_candidate * of_state * reset * (one - reset);
        scratch[place + 2 * quads] = whole * (before - candidate) * update * (one - update);
        scratch[place + 3 * quads] = by_candidate * reset;
        carried[row] = whole * update;
    } else {
        let state = scratch[place];
        scratch[place] = gradient * (one - state * state);
    }
}
