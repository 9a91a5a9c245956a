//! The plain RNN's arithmetic; its one column is the state. See [`crate::cells`].

use super::super::activation::tanh;
use super::super::product::{LANES, load, store};
use super::{BackwardRow, CellKernel, ForwardRow};
use crate::cells::Cell;
use wide::f32x8;

#[derive(Debug)]
pub struct Rnn;

impl CellKernel for Rnn {
    const CELL: Cell = Cell::Rnn;
    const PASSES_STATE_ON: bool = false;

    #[inline(always)]
    fn forward(row: ForwardRow<'_>) {
        for unit in (0..row.columns.len()).step_by(LANES) {
            let h = tanh(load(&row.columns[unit..]));
            store(&mut row.columns[unit..], h);
            store(&mut row.hidden[unit..], h);
        }
    }

    #[inline(always)]
    fn backward(row: BackwardRow<'_>) {
        let one = f32x8::splat(1.0);
        for unit in (0..row.columns.len()).step_by(LANES) {
            let h = load(&row.columns[unit..]);
            let dh = load(&row.flow[unit..]) + load(&row.hidden_back[unit..]);
            store(&mut row.columns[unit..], dh * (one - h * h));
        }
    }
}
