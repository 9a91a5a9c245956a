//! What lies between a cell's gates and its states, forward and back; everything else of a layer is the
//! same for each cell. The formulas are in [`crate::cells`].

mod gru;
mod lstm;
mod rnn;

pub use gru::Gru;
pub use lstm::Lstm;
pub use rnn::Rnn;

use crate::cells::Cell;

/// A cell's arithmetic on one row at one time step, a row being the padded units of one sample.
pub trait CellKernel {
    const CELL: Cell;

    /// Whether some of ∂L/∂h_t reaches h_(t−1) past the recurrent matrix.
    const PASSES_STATE_ON: bool;

    /// From the gates' sums to their activations and the states.
    fn forward(row: ForwardRow<'_>);

    /// From the gates' activations to the gradients by their sums.
    fn backward(row: BackwardRow<'_>);
}

/// Each slice is `[padded]`, but for the columns; those of the cell state are empty where the cell has
/// none.
#[derive(Debug)]
pub struct ForwardRow<'a> {
    /// `[columns · padded]`: sums, to be overwritten with what the backward pass needs of them.
    pub columns: &'a mut [f32],
    pub hidden_before: &'a [f32],
    pub hidden: &'a mut [f32],
    pub cell_before: &'a [f32],
    pub cell: &'a mut [f32],
    /// tanh of the cell state.
    pub cell_tanh: &'a mut [f32],
}

/// As [`ForwardRow`].
#[derive(Debug)]
pub struct BackwardRow<'a> {
    /// `[columns · padded]`: activations, to be overwritten with the gradients by the sums.
    pub columns: &'a mut [f32],
    pub hidden_before: &'a [f32],
    pub cell_before: &'a [f32],
    pub cell_tanh: &'a [f32],
    /// ∂L/∂h_t from the layer above or the head.
    pub flow: &'a [f32],
    /// ∂L/∂h_t from the time step after. Where the cell [passes its state on](CellKernel::PASSES_STATE_ON)
    /// it goes out as the part of ∂L/∂h_(t−1) that does so.
    pub hidden_back: &'a mut [f32],
    /// ∂L/∂c_t from the time step after, and out as ∂L/∂c_(t−1).
    pub cell_back: &'a mut [f32],
}

/// The columns of a row, apart.
#[inline(always)]
fn split<const COLUMNS: usize>(columns: &mut [f32]) -> [&mut [f32]; COLUMNS] {
    let padded = columns.len() / COLUMNS;
    let mut rest = columns.chunks_exact_mut(padded);
    std::array::from_fn(|_| rest.next().expect("as many columns as the cell has"))
}
