//! The cells' formulas ([`crate::cells`]) as they are written in papers, in f64: the oracle of the tests.

use crate::cells::Cell;

fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// One unit's new `(h, c)`.
///
/// # Shapes
/// `p` and `q` `[gates]`: what comes of the input and of the state, each with its bias. `c` stays as it is
/// where the cell has no such state.
pub fn step(cell: Cell, p: &[f64], q: &[f64], (h, c): (f64, f64)) -> (f64, f64) {
    let sum = |gate: usize| p[gate] + q[gate];
    match cell {
        Cell::Lstm => {
            let [i, f, o] = [0, 1, 3].map(|gate| sigmoid(sum(gate)));
            let c = f * c + i * sum(2).tanh();
            (o * c.tanh(), c)
        }
        Cell::Gru => {
            let [r, z] = [0, 1].map(|gate| sigmoid(sum(gate)));
            let n = (p[2] + r * q[2]).tanh();
            ((1.0 - z) * n + z * h, c)
        }
        Cell::Rnn => (sum(0).tanh(), c),
    }
}
