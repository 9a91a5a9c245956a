//! A unit's arithmetic at one time step, forward and back, in f64 and written for reading: what the page
//! draws of a network's inside, and what tests hold the kernels against.

use super::Cell;

/// `1 / (1 + exp(−x))`; 0 and 1 where `exp` overflows.
pub fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// A unit's new `(h, c)` from those before. Its columns come in as sums and go out as activations; a gate
/// apart as its activation, where the input's part was, and the state's part.
///
/// # Shapes
/// `columns` `[cell.columns()]`. A cell without a cell state passes `c` on.
pub fn forward(cell: Cell, columns: &mut [f64], (h, c): (f64, f64)) -> (f64, f64) {
    match cell {
        Cell::Lstm => {
            let [i, f, o] = [0, 1, 3].map(|gate| sigmoid(columns[gate]));
            let g = columns[2].tanh();
            columns.copy_from_slice(&[i, f, g, o]);
            let c = f * c + i * g;
            (o * c.tanh(), c)
        }
        Cell::Gru => {
            let [r, z] = [1, 2].map(|gate| sigmoid(columns[gate]));
            let q = columns[3];
            let n = (columns[0] + r * q).tanh();
            columns.copy_from_slice(&[n, r, z, q]);
            ((1.0 - z) * n + z * h, c)
        }
        Cell::Rnn => {
            columns[0] = columns[0].tanh();
            (columns[0], c)
        }
    }
}

/// The way back through [`forward`]: the columns come in as it left them and go out as the gradients by
/// the sums; returned is what reaches `(h, c)` of the step before past the recurrent matrix.
///
/// `before` is the `(h, c)` that the step began with, `by` are the gradients by those that it made.
pub fn backward(cell: Cell, columns: &mut [f64], before: (f64, f64), by: (f64, f64)) -> (f64, f64) {
    let ((h, c), (by_h, by_c)) = (before, by);
    match (cell, &*columns) {
        (Cell::Lstm, &[i, f, g, o]) => {
            let squashed = (f * c + i * g).tanh();
            let by_c = by_c + by_h * o * (1.0 - squashed * squashed);
            columns.copy_from_slice(&[
                by_c * g * i * (1.0 - i),
                by_c * c * f * (1.0 - f),
                by_c * i * (1.0 - g * g),
                by_h * squashed * o * (1.0 - o),
            ]);
            (0.0, by_c * f)
        }
        (Cell::Gru, &[n, r, z, q]) => {
            let by_n = by_h * (1.0 - z) * (1.0 - n * n);
            columns.copy_from_slice(&[
                by_n,
                by_n * q * r * (1.0 - r),
                by_h * (h - n) * z * (1.0 - z),
                by_n * r,
            ]);
            (by_h * z, 0.0)
        }
        (Cell::Rnn, &[state]) => {
            columns[0] = by_h * (1.0 - state * state);
            (0.0, 0.0)
        }
        (_, other) => panic!(
            "{cell:?} has {} columns and not {}",
            cell.columns(),
            other.len()
        ),
    }
}

/// ∂h/∂c within a time step, from the columns that [`forward`] left and the `c` that it made; 0 of a cell
/// without a cell state.
pub fn hidden_by_cell(cell: Cell, columns: &[f64], c: f64) -> f64 {
    match (cell, columns) {
        (Cell::Lstm, &[.., o]) => o * (1.0 - c.tanh().powi(2)),
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_agrees_with_central_differences() {
        const STEP: f64 = 1e-6;
        for cell in Cell::ALL.iter().copied() {
            let sums = [0.3, -0.7, 1.1, -0.4][..cell.columns()].to_vec();
            let before = (0.6, -0.9);
            // Something that hangs on both states.
            let by = (
                1.3,
                if cell.definition().cell_state {
                    -0.8
                } else {
                    0.0
                },
            );
            let loss = |sums: &[f64], before: (f64, f64)| {
                let (h, c) = forward(cell, &mut sums.to_vec(), before);
                by.0 * h + by.1 * c
            };
            let slope = |above: f64, below: f64| (above - below) / (2.0 * STEP);
            let mut columns = sums.clone();
            forward(cell, &mut columns, before);
            let past = backward(cell, &mut columns, before, by);
            let near = |found: f64, expected: f64| {
                assert!(
                    (found - expected).abs() < 1e-8,
                    "{cell:?}: {found} for {expected}"
                );
            };
            for (column, found) in columns.iter().enumerate() {
                let moved = |by: f64| {
                    let mut sums = sums.clone();
                    sums[column] += by;
                    loss(&sums, before)
                };
                near(*found, slope(moved(STEP), moved(-STEP)));
            }
            let moved = |h: f64, c: f64| loss(&sums, (before.0 + h, before.1 + c));
            near(past.0, slope(moved(STEP, 0.0), moved(-STEP, 0.0)));
            near(past.1, slope(moved(0.0, STEP), moved(0.0, -STEP)));
        }
    }
}
