//! One LSTM layer over all time steps of a chunk, forward and back.

use super::CHUNK_ROWS;
use super::activation::{sigmoid, tanh};
use super::product::{LANES, Start, add_transposed_product, load, multiply, store};
use crate::lstm::layout::GATES;
use wide::f32x8;

/// One LSTM layer's packed weights, activations and gradient.
#[derive(Debug)]
pub struct LayerBuffers {
    /// Panels of the input and recurrent matrices `[padded, 4·padded]` and of their transposes.
    pub input: Vec<f32>,
    pub recurrent: Vec<f32>,
    pub input_transposed: Vec<f32>,
    pub recurrent_transposed: Vec<f32>,
    /// Both biases added, `[4·padded]`.
    pub bias: Vec<f32>,
    /// Gate activations, on the way back their pre-activation gradients: `[window, chunk, 4·padded]`.
    pub gates: Vec<f32>,
    /// Cell states from time −1 (zeros), `[window + 1, chunk, padded]`.
    pub cells: Vec<f32>,
    /// tanh of the cell states, `[window, chunk, padded]`.
    pub cell_tanh: Vec<f32>,
    /// Hidden states from time −1 (zeros), `[window + 1, chunk, padded]`.
    pub hidden: Vec<f32>,
    /// Gradients, `[padded, 4·padded]` and `[4·padded]`.
    pub input_gradient: Vec<f32>,
    pub recurrent_gradient: Vec<f32>,
    pub bias_gradient: Vec<f32>,
}

impl LayerBuffers {
    pub fn new(window: usize, padded: usize) -> Self {
        let columns = GATES * padded;
        let zeros = |count: usize| vec![0.0; count];
        Self {
            input: zeros(padded * columns),
            recurrent: zeros(padded * columns),
            input_transposed: zeros(padded * columns),
            recurrent_transposed: zeros(padded * columns),
            bias: zeros(columns),
            gates: zeros(window * CHUNK_ROWS * columns),
            cells: zeros((window + 1) * CHUNK_ROWS * padded),
            cell_tanh: zeros(window * CHUNK_ROWS * padded),
            hidden: zeros((window + 1) * CHUNK_ROWS * padded),
            input_gradient: zeros(padded * columns),
            recurrent_gradient: zeros(padded * columns),
            bias_gradient: zeros(columns),
        }
    }

    /// Projects the layer's inputs of all time steps into its gates, as one product.
    ///
    /// # Shapes
    /// `input` `[window · count, padded]`.
    pub fn project(&mut self, input: &[f32], padded: usize) {
        let columns = GATES * padded;
        let gates = &mut self.gates[..input.len() / padded * columns];
        let start = Start::Bias(&self.bias);
        multiply(gates, input, &self.input, padded, columns, start);
    }

    /// Runs the layer over all time steps of a chunk whose inputs are projected.
    pub fn run(&mut self, window: usize, count: usize, padded: usize) {
        let columns = GATES * padded;
        let state = count * padded;
        self.hidden[..state].fill(0.0);
        self.cells[..state].fill(0.0);
        for time in 0..window {
            let gates = &mut self.gates[time * count * columns..][..count * columns];
            let (before, now) = self.hidden[time * state..].split_at_mut(state);
            if time > 0 {
                multiply(
                    gates,
                    before,
                    &self.recurrent,
                    padded,
                    columns,
                    Start::Accumulate,
                );
            }
            let (cell_before, cell_now) = self.cells[time * state..].split_at_mut(state);
            let cell_tanh = &mut self.cell_tanh[time * state..][..state];
            for row in 0..count {
                let gates = &mut gates[row * columns..][..columns];
                let (input_gate, rest) = gates.split_at_mut(padded);
                let (forget_gate, rest) = rest.split_at_mut(padded);
                let (candidate, output_gate) = rest.split_at_mut(padded);
                let at = row * padded;
                for unit in (0..padded).step_by(LANES) {
                    let i = sigmoid(load(&input_gate[unit..]));
                    let f = sigmoid(load(&forget_gate[unit..]));
                    let g = tanh(load(&candidate[unit..]));
                    let o = sigmoid(load(&output_gate[unit..]));
                    let c = f.mul_add(load(&cell_before[at + unit..]), i * g);
                    let t = tanh(c);
                    store(&mut input_gate[unit..], i);
                    store(&mut forget_gate[unit..], f);
                    store(&mut candidate[unit..], g);
                    store(&mut output_gate[unit..], o);
                    store(&mut cell_now[at + unit..], c);
                    store(&mut cell_tanh[at + unit..], t);
                    store(&mut now[at + unit..], o * t);
                }
            }
        }
    }

    /// Backpropagation through time (Werbos 1990) for one chunk; adds to the layer's gradients.
    ///
    /// Leaves the gates' pre-activation gradients in `gates`. Without an `input` that is all: whoever
    /// projected the inputs has their gradients to compute, and the biases'.
    ///
    /// # Shapes
    /// `input` `[window, count, padded]`. `flow` `[window, count, padded]` comes in as the gradient
    /// with respect to the layer's outputs and goes out as the one with respect to its inputs.
    pub fn backward(
        &mut self,
        input: Option<&[f32]>,
        flow: &mut [f32],
        (hidden_back, cell_back): (&mut [f32], &mut [f32]),
        window: usize,
        count: usize,
        padded: usize,
    ) {
        let columns = GATES * padded;
        let state = count * padded;
        let one = f32x8::splat(1.0);
        hidden_back.fill(0.0);
        cell_back.fill(0.0);
        for time in (0..window).rev() {
            let gates = &mut self.gates[time * count * columns..][..count * columns];
            let flow = &flow[time * state..][..state];
            let cell_before = &self.cells[time * state..][..state];
            let cell_tanh = &self.cell_tanh[time * state..][..state];
            for row in 0..count {
                let gates = &mut gates[row * columns..][..columns];
                let (input_gate, rest) = gates.split_at_mut(padded);
                let (forget_gate, rest) = rest.split_at_mut(padded);
                let (candidate, output_gate) = rest.split_at_mut(padded);
                let at = row * padded;
                for unit in (0..padded).step_by(LANES) {
                    let i = load(&input_gate[unit..]);
                    let f = load(&forget_gate[unit..]);
                    let g = load(&candidate[unit..]);
                    let o = load(&output_gate[unit..]);
                    let t = load(&cell_tanh[at + unit..]);
                    let dh = load(&flow[at + unit..]) + load(&hidden_back[at + unit..]);
                    let dc = (dh * o).mul_add(one - t * t, load(&cell_back[at + unit..]));
                    store(&mut cell_back[at + unit..], dc * f);
                    store(&mut input_gate[unit..], dc * g * i * (one - i));
                    store(
                        &mut forget_gate[unit..],
                        dc * load(&cell_before[at + unit..]) * f * (one - f),
                    );
                    store(&mut candidate[unit..], dc * i * (one - g * g));
                    store(&mut output_gate[unit..], dh * t * o * (one - o));
                }
            }
            if time > 0 {
                multiply(
                    hidden_back,
                    gates,
                    &self.recurrent_transposed,
                    columns,
                    padded,
                    Start::Zero,
                );
            }
            // One time step's blocks at a time, while they are still in the cache.
            let before = &self.hidden[time * state..][..state];
            if time > 0 {
                add_transposed_product(
                    &mut self.recurrent_gradient,
                    before,
                    gates,
                    padded,
                    columns,
                );
            }
            let Some(input) = input else { continue };
            let input = &input[time * state..][..state];
            add_transposed_product(&mut self.input_gradient, input, gates, padded, columns);
            for gates in gates.chunks_exact(columns) {
                for unit in (0..columns).step_by(LANES) {
                    let sum = load(&self.bias_gradient[unit..]) + load(&gates[unit..]);
                    store(&mut self.bias_gradient[unit..], sum);
                }
            }
        }
        if input.is_some() {
            let gates = &self.gates[..window * count * columns];
            let weights = &self.input_transposed;
            multiply(flow, gates, weights, columns, padded, Start::Zero);
        }
    }
}
