//! The LSTM's arithmetic; its columns are i, f, g, o. See [`crate::cells`].

use super::super::activation::{sigmoid, tanh};
use super::super::product::{LANES, load, store};
use super::{BackwardRow, CellKernel, ForwardRow, split};
use crate::cells::Cell;
use wide::f32x8;

#[derive(Debug)]
pub struct Lstm;

impl CellKernel for Lstm {
    const CELL: Cell = Cell::Lstm;
    const PASSES_STATE_ON: bool = false;

    #[inline(always)]
    fn forward(row: ForwardRow<'_>) {
        let [input_gate, forget_gate, candidate, output_gate] = split(row.columns);
        for unit in (0..input_gate.len()).step_by(LANES) {
            let i = sigmoid(load(&input_gate[unit..]));
            let f = sigmoid(load(&forget_gate[unit..]));
            let g = tanh(load(&candidate[unit..]));
            let o = sigmoid(load(&output_gate[unit..]));
            let c = f.mul_add(load(&row.cell_before[unit..]), i * g);
            let t = tanh(c);
            store(&mut input_gate[unit..], i);
            store(&mut forget_gate[unit..], f);
            store(&mut candidate[unit..], g);
            store(&mut output_gate[unit..], o);
            store(&mut row.cell[unit..], c);
            store(&mut row.cell_tanh[unit..], t);
            store(&mut row.hidden[unit..], o * t);
        }
    }

    #[inline(always)]
    fn backward(row: BackwardRow<'_>) {
        let one = f32x8::splat(1.0);
        let [input_gate, forget_gate, candidate, output_gate] = split(row.columns);
        for unit in (0..input_gate.len()).step_by(LANES) {
            let i = load(&input_gate[unit..]);
            let f = load(&forget_gate[unit..]);
            let g = load(&candidate[unit..]);
            let o = load(&output_gate[unit..]);
            let t = load(&row.cell_tanh[unit..]);
            let dh = load(&row.flow[unit..]) + load(&row.hidden_back[unit..]);
            let dc = (dh * o).mul_add(one - t * t, load(&row.cell_back[unit..]));
            let before = load(&row.cell_before[unit..]);
            store(&mut row.cell_back[unit..], dc * f);
            store(&mut input_gate[unit..], dc * g * i * (one - i));
            store(&mut forget_gate[unit..], dc * before * f * (one - f));
            store(&mut candidate[unit..], dc * i * (one - g * g));
            store(&mut output_gate[unit..], dh * t * o * (one - o));
        }
    }
}
