//! One recurrent layer over all time steps of a piece, forward and back, whatever its cell.

use super::PIECE_ROWS;
use super::cell::{BackwardRow, CellKernel, ForwardRow, Gru, Lstm, Rnn};
use super::product::{
    Columns, GateOrder, LANES, Start, add_transposed_product, load, multiply, pack_gates,
    pack_gates_transposed, store,
};
use super::sums::LayerSums;
use crate::cells::Cell;
use crate::lstm::layout::LayerLayout;

/// Rows of all time steps whose products with a weight gradient's tile are added at once: enough to be
/// worth fetching the tile for, few enough to stay in the cache.
const BLOCK_ROWS: usize = 32;

/// Rows and units of the buffers.
#[derive(Debug, Clone, Copy)]
pub struct Extent {
    pub window: usize,
    /// Rows of the piece.
    pub count: usize,
    pub padded: usize,
}

/// One layer's packed weights and activations. A time step's columns lie as
/// [`crate::cells`] says.
#[derive(Debug)]
pub struct LayerBuffers {
    cell: Cell,
    /// Panels of the input and recurrent matrices `[padded, gates·padded]` and of their transposes.
    input: Vec<f32>,
    recurrent: Vec<f32>,
    input_transposed: Vec<f32>,
    recurrent_transposed: Vec<f32>,
    /// What each column begins with, `[columns·padded]`: both biases added, or one where the gate's
    /// parts are apart.
    pub bias: Vec<f32>,
    /// Gate activations, on the way back their pre-activation gradients: `[window, piece, columns·padded]`.
    pub columns: Vec<f32>,
    /// Cell states from time −1 (zeros), `[window + 1, piece, padded]`; empty where the cell has none.
    cells: Vec<f32>,
    /// tanh of the cell states, `[window, piece, padded]`.
    cell_tanh: Vec<f32>,
    /// Hidden states from time −1 (zeros), `[window + 1, piece, padded]`.
    pub hidden: Vec<f32>,
}

impl LayerBuffers {
    pub fn new(cell: Cell, window: usize, padded: usize) -> Self {
        let zeros = |count: usize| vec![0.0; count];
        let matrix = || zeros(padded * cell.gates() * padded);
        let columns = cell.columns() * padded;
        let cell_state = usize::from(cell.definition().cell_state) * padded;
        Self {
            cell,
            input: matrix(),
            recurrent: matrix(),
            input_transposed: matrix(),
            recurrent_transposed: matrix(),
            bias: zeros(columns),
            columns: zeros(window * PIECE_ROWS * columns),
            cells: zeros((window + 1) * PIECE_ROWS * cell_state),
            cell_tanh: zeros(window * PIECE_ROWS * cell_state),
            hidden: zeros((window + 1) * PIECE_ROWS * padded),
        }
    }

    /// The columns that the input's matrix makes, and those of the recurrent one.
    fn made_columns(&self, padded: usize) -> [Columns; 2] {
        [0, self.cell.apart()].map(|first| Columns {
            first: first * padded,
            count: self.cell.gates() * padded,
            of: self.cell.columns() * padded,
        })
    }

    /// Packs a step's weights; `with_input` unless somebody else projects the layer's inputs.
    pub fn pack(
        &mut self,
        parameters: &[f32],
        ranges: &LayerLayout,
        (hidden, padded): (usize, usize),
        with_input: bool,
        for_training: bool,
    ) {
        let recurrent = &parameters[ranges.recurrent.clone()];
        let order = GateOrder::of_state(self.cell);
        pack_gates(&mut self.recurrent, recurrent, order, hidden, padded);
        if for_training {
            let packed = &mut self.recurrent_transposed;
            pack_gates_transposed(packed, recurrent, order, hidden, padded);
        }
        if with_input {
            let input = &parameters[ranges.input.clone()];
            let order = GateOrder::of_input(self.cell);
            pack_gates(&mut self.input, input, order, hidden, padded);
            if for_training {
                let packed = &mut self.input_transposed;
                pack_gates_transposed(packed, input, order, hidden, padded);
            }
        }
        let input_bias = &parameters[ranges.input_bias.clone()];
        let recurrent_bias = &parameters[ranges.recurrent_bias.clone()];
        for gate in 0..self.cell.gates() {
            let input_column = self.cell.input_column(gate);
            let recurrent_column = self.cell.recurrent_column(gate);
            for unit in 0..hidden {
                let from = gate * hidden + unit;
                let [input, recurrent] = [input_bias[from], recurrent_bias[from]];
                if input_column == recurrent_column {
                    self.bias[input_column * padded + unit] = input + recurrent;
                } else {
                    self.bias[input_column * padded + unit] = input;
                    self.bias[recurrent_column * padded + unit] = recurrent;
                }
            }
        }
    }

    /// Projects the layer's inputs of all time steps into its columns, as one product.
    ///
    /// # Shapes
    /// `input` `[window · count, padded]`.
    pub fn project(&mut self, input: &[f32], padded: usize) {
        let [made, _] = self.made_columns(padded);
        let columns = &mut self.columns[..input.len() / padded * made.of];
        let start = Start::Bias(&self.bias);
        multiply(
            columns,
            made,
            input,
            Columns::all(padded),
            &self.input,
            start,
        );
        // What the state's matrix alone makes still has to begin with its bias.
        if made.count < made.of {
            for row in columns.chunks_exact_mut(made.of) {
                row[made.count..].copy_from_slice(&self.bias[made.count..]);
            }
        }
    }

    /// Runs the layer over all time steps of a piece whose inputs are projected.
    pub fn run(&mut self, extent: Extent) {
        match self.cell {
            Cell::Lstm => self.run_as::<Lstm>(extent),
            Cell::Gru => self.run_as::<Gru>(extent),
            Cell::Rnn => self.run_as::<Rnn>(extent),
        }
    }

    fn run_as<C: CellKernel>(&mut self, extent: Extent) {
        let Extent {
            window,
            count,
            padded,
        } = extent;
        let [_, made] = self.made_columns(padded);
        let columns = C::CELL.columns() * padded;
        let state = count * padded;
        let kept = usize::from(C::CELL.definition().cell_state) * padded;
        let cell_state = count * kept;
        self.hidden[..state].fill(0.0);
        self.cells[..cell_state].fill(0.0);
        for time in 0..window {
            let gates = &mut self.columns[time * count * columns..][..count * columns];
            let (before, now) = self.hidden[time * state..].split_at_mut(state);
            if time > 0 {
                let within = Columns::all(padded);
                multiply(
                    gates,
                    made,
                    before,
                    within,
                    &self.recurrent,
                    Start::Accumulate,
                );
            }
            let (cell_before, cell_now) = self.cells[time * cell_state..].split_at_mut(cell_state);
            let cell_tanh = &mut self.cell_tanh[time * cell_state..][..cell_state];
            for row in 0..count {
                let (at, kept_at) = (row * padded, row * kept);
                C::forward(ForwardRow {
                    columns: &mut gates[row * columns..][..columns],
                    hidden_before: &before[at..][..padded],
                    hidden: &mut now[at..][..padded],
                    cell_before: &cell_before[kept_at..][..kept],
                    cell: &mut cell_now[kept_at..][..kept],
                    cell_tanh: &mut cell_tanh[kept_at..][..kept],
                });
            }
        }
    }

    /// Backpropagation through time (Werbos 1990) for one piece; overwrites the layer's parts of `sums`.
    ///
    /// Leaves the pre-activation gradients in `columns`. Without an `input` that is all: whoever
    /// projected the inputs has their gradients to compute, and the biases'.
    ///
    /// # Shapes
    /// `input` `[window, count, padded]`. `flow` `[window, count, padded]` comes in as the gradient
    /// with respect to the layer's outputs and goes out as the one with respect to its inputs. `back`
    /// are two buffers `[count, padded]`, for what flows back in time.
    pub fn backward(
        &mut self,
        input: Option<&[f32]>,
        flow: &mut [f32],
        back: (&mut [f32], &mut [f32]),
        extent: Extent,
        places: &LayerSums,
        sums: &mut [f32],
    ) {
        match self.cell {
            Cell::Lstm => self.backward_as::<Lstm>(input, flow, back, extent, places, sums),
            Cell::Gru => self.backward_as::<Gru>(input, flow, back, extent, places, sums),
            Cell::Rnn => self.backward_as::<Rnn>(input, flow, back, extent, places, sums),
        }
    }

    fn backward_as<C: CellKernel>(
        &mut self,
        input: Option<&[f32]>,
        flow: &mut [f32],
        (hidden_back, cell_back): (&mut [f32], &mut [f32]),
        extent: Extent,
        places: &LayerSums,
        sums: &mut [f32],
    ) {
        let Extent {
            window,
            count,
            padded,
        } = extent;
        let [made_by_input, made_by_state] = self.made_columns(padded);
        let columns = C::CELL.columns() * padded;
        let state = count * padded;
        let kept = usize::from(C::CELL.definition().cell_state) * padded;
        let cell_state = count * kept;
        hidden_back.fill(0.0);
        cell_back.fill(0.0);
        sums[places.bias.clone()].fill(0.0);
        let block = (BLOCK_ROWS / count).max(1);
        for time in (0..window).rev() {
            let gates = &mut self.columns[time * count * columns..][..count * columns];
            let flow = &flow[time * state..][..state];
            let before = &self.hidden[time * state..][..state];
            let cell_before = &self.cells[time * cell_state..][..cell_state];
            let cell_tanh = &self.cell_tanh[time * cell_state..][..cell_state];
            for row in 0..count {
                let (at, kept_at) = (row * padded, row * kept);
                C::backward(BackwardRow {
                    columns: &mut gates[row * columns..][..columns],
                    hidden_before: &before[at..][..padded],
                    cell_before: &cell_before[kept_at..][..kept],
                    cell_tanh: &cell_tanh[kept_at..][..kept],
                    flow: &flow[at..][..padded],
                    hidden_back: &mut hidden_back[at..][..padded],
                    cell_back: &mut cell_back[kept_at..][..kept],
                });
            }
            if time > 0 {
                let start = match C::PASSES_STATE_ON {
                    true => Start::Accumulate,
                    false => Start::Zero,
                };
                let weights = &self.recurrent_transposed;
                let all = Columns::all(padded);
                multiply(hidden_back, all, gates, made_by_state, weights, start);
            }
            if time % block > 0 {
                continue;
            }
            // A block of time steps at a time, while it is still in the cache. At time 0 the state
            // before is zero, and so is its part.
            let end = (time + block).min(window);
            let first = time.max(1);
            if first < end {
                let before = &self.hidden[first * state..end * state];
                let gates = &self.columns[first * count * columns..end * count * columns];
                let sums = &mut sums[places.recurrent.clone()];
                add_transposed_product(sums, before, padded, gates, made_by_state, end == window);
            }
            let Some(input) = input else { continue };
            let gates = &self.columns[time * count * columns..end * count * columns];
            let input = &input[time * state..end * state];
            let sums_of_input = &mut sums[places.input.clone()];
            let fresh = end == window;
            add_transposed_product(sums_of_input, input, padded, gates, made_by_input, fresh);
            let biases = &mut sums[places.bias.clone()];
            for gates in gates.chunks_exact(columns) {
                for unit in (0..columns).step_by(LANES) {
                    let sum = load(&biases[unit..]) + load(&gates[unit..]);
                    store(&mut biases[unit..], sum);
                }
            }
        }
        if input.is_some() {
            let gates = &self.columns[..window * count * columns];
            let weights = &self.input_transposed;
            let all = Columns::all(padded);
            multiply(flow, all, gates, made_by_input, weights, Start::Zero);
        }
    }

    /// Moves the layer's parts of the sums to their places in the flat vector.
    pub fn unpack_gradient(
        &self,
        gradient: &mut [f32],
        ranges: &LayerLayout,
        (hidden, padded): (usize, usize),
        places: &LayerSums,
        sums: &[f32],
    ) {
        let gates = self.cell.gates();
        for (range, of_sums, order) in [
            (
                &ranges.recurrent,
                &places.recurrent,
                GateOrder::of_state(self.cell),
            ),
            (&ranges.input, &places.input, GateOrder::of_input(self.cell)),
        ] {
            if of_sums.is_empty() {
                return; // and the biases' likewise: whoever projects the inputs has them
            }
            let padded_gradient = &sums[of_sums.clone()];
            let places = gradient[range.clone()].chunks_exact_mut(hidden);
            for (place, out) in places.enumerate() {
                let from = place / gates * gates + order.column(place % gates);
                out.copy_from_slice(&padded_gradient[from * padded..][..hidden]);
            }
        }
        write_bias_gradients(
            gradient,
            self.cell,
            ranges,
            (hidden, padded),
            &sums[places.bias.clone()],
        );
    }
}

/// Writes both biases' gradients from those by the columns, `[columns·padded]`.
pub fn write_bias_gradients(
    gradient: &mut [f32],
    cell: Cell,
    ranges: &LayerLayout,
    (hidden, padded): (usize, usize),
    by_column: &[f32],
) {
    for gate in 0..cell.gates() {
        for (range, column) in [
            (&ranges.input_bias, cell.input_column(gate)),
            (&ranges.recurrent_bias, cell.recurrent_column(gate)),
        ] {
            let out = &mut gradient[range.start + gate * hidden..][..hidden];
            out.copy_from_slice(&by_column[column * padded..][..hidden]);
        }
    }
}
