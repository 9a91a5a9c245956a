//! The GRU's arithmetic; its columns are the candidate's part from the input, r, z, and the candidate's
//! part from the state. See [`crate::cells`].

use super::super::activation::{sigmoid, tanh};
use super::super::product::{LANES, load, store};
use super::{BackwardRow, CellKernel, ForwardRow, split};
use crate::cells::Cell;
use wide::f32x8;

#[derive(Debug)]
pub struct Gru;

impl CellKernel for Gru {
    const CELL: Cell = Cell::Gru;
    const PASSES_STATE_ON: bool = true;

    /// Leaves n, r, z and q_n in the columns.
    #[inline(always)]
    fn forward(row: ForwardRow<'_>) {
        let [candidate, reset, update, from_state] = split(row.columns);
        for unit in (0..candidate.len()).step_by(LANES) {
            let r = sigmoid(load(&reset[unit..]));
            let z = sigmoid(load(&update[unit..]));
            let n = tanh(r.mul_add(load(&from_state[unit..]), load(&candidate[unit..])));
            store(&mut candidate[unit..], n);
            store(&mut reset[unit..], r);
            store(&mut update[unit..], z);
            let h = z.mul_add(load(&row.hidden_before[unit..]) - n, n);
            store(&mut row.hidden[unit..], h);
        }
    }

    #[inline(always)]
    fn backward(row: BackwardRow<'_>) {
        let one = f32x8::splat(1.0);
        let [candidate, reset, update, from_state] = split(row.columns);
        for unit in (0..candidate.len()).step_by(LANES) {
            let n = load(&candidate[unit..]);
            let r = load(&reset[unit..]);
            let z = load(&update[unit..]);
            let q = load(&from_state[unit..]);
            let dh = load(&row.flow[unit..]) + load(&row.hidden_back[unit..]);
            let dn = dh * (one - z) * (one - n * n);
            let before = load(&row.hidden_before[unit..]);
            store(&mut row.hidden_back[unit..], dh * z);
            store(&mut candidate[unit..], dn);
            store(&mut reset[unit..], dn * q * r * (one - r));
            store(&mut update[unit..], dh * (before - n) * z * (one - z));
            store(&mut from_state[unit..], dn * r);
        }
    }
}
