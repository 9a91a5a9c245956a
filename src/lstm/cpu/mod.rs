//! The network's forward pass, loss and gradient on the CPU, with SIMD on every target that
//! [`wide`] knows (`simd128` in WebAssembly).
//!
//! A batch is worked through in chunks of [`CHUNK_ROWS`] rows, so that a chunk's activations stay in
//! the cache whatever the batch, and memory stays bounded at the largest sizes. Within a chunk all
//! buffers are time-major, `[time, rows, columns]`: a time step is one contiguous block, and the
//! input projections of all time steps are one product. Hidden sizes are padded to whole lanes; a
//! padded unit has zero weights in and out, so it stays zero and takes no part.
//!
//! Nothing is allocated after [`CpuNetwork::new`].

mod activation;
mod product;
#[cfg(test)]
mod tests;

use super::dropout::Dropout;
use super::layout::{GATES, ParameterLayout};
use crate::protocol::NetworkConfig;
use activation::{sigmoid, tanh};
use product::{LANES, Start, add_transposed_product, load, multiply, pack};
use wide::f32x8;

/// Rows worked on at a time.
pub const CHUNK_ROWS: usize = 32;

/// The rows an operation works on: the resident scaled series and which windows of it.
#[derive(Debug, Clone, Copy)]
pub struct Rows<'a> {
    /// `[length, features]`
    pub inputs: &'a [f32],
    /// Row numbers; row `k`'s window is `inputs[k..k + window]`.
    pub rows: &'a [u32],
}

/// Buffers and packed weights for one network shape.
#[derive(Debug)]
pub struct CpuNetwork {
    layout: ParameterLayout,
    window: usize,
    /// Hidden size rounded up to whole lanes.
    padded: usize,
    /// Gathered inputs, `[window, chunk, features]`.
    gathered: Vec<f32>,
    /// The input layer after ReLU, `[window, chunk, padded]`.
    embedded: Vec<f32>,
    layers: Vec<LayerBuffers>,
    /// Gradient with respect to a layer's inputs, `[window, chunk, padded]`.
    input_gradient: Vec<f32>,
    /// Gradients that flow back in time, `[chunk, padded]` each.
    hidden_back: Vec<f32>,
    cell_back: Vec<f32>,
    /// Gradient with respect to each prediction, `[chunk]`.
    prediction_gradient: Vec<f32>,
    /// The chunk's predictions, `[chunk]`.
    predictions: Vec<f32>,
}

/// One LSTM layer's packed weights, activations and gradient.
#[derive(Debug)]
struct LayerBuffers {
    /// Panels of the input and recurrent matrices `[padded, 4·padded]` and of their transposes.
    input: Vec<f32>,
    recurrent: Vec<f32>,
    input_transposed: Vec<f32>,
    recurrent_transposed: Vec<f32>,
    /// Both biases added, `[4·padded]`.
    bias: Vec<f32>,
    /// Gate activations, on the way back their pre-activation gradients: `[window, chunk, 4·padded]`.
    gates: Vec<f32>,
    /// Cell states from time −1 (zeros), `[window + 1, chunk, padded]`.
    cells: Vec<f32>,
    /// tanh of the cell states, `[window, chunk, padded]`.
    cell_tanh: Vec<f32>,
    /// Hidden states from time −1 (zeros), `[window + 1, chunk, padded]`.
    hidden: Vec<f32>,
    /// Gradients, `[padded, 4·padded]` and `[4·padded]`.
    input_gradient: Vec<f32>,
    recurrent_gradient: Vec<f32>,
    bias_gradient: Vec<f32>,
}

impl LayerBuffers {
    fn new(window: usize, padded: usize) -> Self {
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
}

impl CpuNetwork {
    /// Buffers for a network of this shape; its sizes have been checked by
    /// [`check_sizes`](super::layout::check_sizes).
    pub fn new(network: &NetworkConfig, window: usize) -> Self {
        let padded = network.hidden.next_multiple_of(LANES);
        let states = window * CHUNK_ROWS * padded;
        Self {
            layout: ParameterLayout::new(network),
            window,
            padded,
            gathered: vec![0.0; window * CHUNK_ROWS * network.features],
            embedded: vec![0.0; states],
            layers: (0..network.layers)
                .map(|_| LayerBuffers::new(window, padded))
                .collect(),
            input_gradient: vec![0.0; states],
            hidden_back: vec![0.0; CHUNK_ROWS * padded],
            cell_back: vec![0.0; CHUNK_ROWS * padded],
            prediction_gradient: vec![0.0; CHUNK_ROWS],
            predictions: vec![0.0; CHUNK_ROWS],
        }
    }

    /// Whether these buffers fit a network of this shape.
    pub fn fits(&self, network: &NetworkConfig, window: usize) -> bool {
        self.layout == ParameterLayout::new(network) && self.window == window
    }

    /// Predicts without dropout.
    ///
    /// # Shapes
    /// `parameters` `[layout.len()]`, `out` `[rows.rows.len()]`.
    pub fn predict(&mut self, parameters: &[f32], rows: Rows<'_>, out: &mut [f32]) {
        self.pack_weights(parameters, false);
        for (chunk, out) in rows.rows.chunks(CHUNK_ROWS).zip(out.chunks_mut(CHUNK_ROWS)) {
            self.forward(parameters, rows.inputs, chunk, None);
            out.copy_from_slice(&self.predictions[..chunk.len()]);
        }
    }

    /// Squared errors per row and the gradient of their mean.
    ///
    /// # Shapes
    /// `targets` is indexed by row number like the windows; `squared_errors` `[rows.rows.len()]`;
    /// `gradient` `[layout.len()]`, overwritten.
    pub fn gradient(
        &mut self,
        parameters: &[f32],
        rows: Rows<'_>,
        targets: &[f32],
        dropout: Option<Dropout>,
        squared_errors: &mut [f32],
        gradient: &mut [f32],
    ) {
        self.pack_weights(parameters, true);
        gradient.fill(0.0);
        for layer in &mut self.layers {
            layer.input_gradient.fill(0.0);
            layer.recurrent_gradient.fill(0.0);
            layer.bias_gradient.fill(0.0);
        }
        let scale = 2.0 / rows.rows.len() as f32;
        for (index, chunk) in rows.rows.chunks(CHUNK_ROWS).enumerate() {
            let first = index * CHUNK_ROWS;
            let mask = dropout.map(|dropout| (dropout, first));
            self.forward(parameters, rows.inputs, chunk, mask);
            for (position, row) in chunk.iter().enumerate() {
                let error = self.predictions[position] - targets[*row as usize];
                squared_errors[first + position] = error * error;
                self.prediction_gradient[position] = scale * error;
            }
            self.backward(parameters, chunk.len(), mask, gradient);
        }
        self.unpack_gradient(gradient);
    }

    fn pack_weights(&mut self, parameters: &[f32], for_training: bool) {
        let (hidden, padded) = (self.layout.hidden, self.padded);
        let columns = GATES * padded;
        for (index, layer) in self.layers.iter_mut().enumerate() {
            let ranges = self.layout.layer(index);
            for (matrix, plain, transposed) in [
                (
                    &parameters[ranges.input],
                    &mut layer.input,
                    &mut layer.input_transposed,
                ),
                (
                    &parameters[ranges.recurrent],
                    &mut layer.recurrent,
                    &mut layer.recurrent_transposed,
                ),
            ] {
                let at = |row: usize, column: usize| {
                    let (gate, unit) = (column / padded, column % padded);
                    if row < hidden && unit < hidden {
                        matrix[row * GATES * hidden + gate * hidden + unit]
                    } else {
                        0.0
                    }
                };
                pack(plain, padded, columns, at);
                if for_training {
                    pack(transposed, columns, padded, |row, column| at(column, row));
                }
            }
            let (input_bias, recurrent_bias) = (
                &parameters[ranges.input_bias],
                &parameters[ranges.recurrent_bias],
            );
            for gate in 0..GATES {
                for unit in 0..hidden {
                    let from = gate * hidden + unit;
                    layer.bias[gate * padded + unit] = input_bias[from] + recurrent_bias[from];
                }
            }
        }
    }

    /// Fills the activations and `predictions` for one chunk. `mask` is the dropout and the chunk's
    /// first row within the batch.
    fn forward(
        &mut self,
        parameters: &[f32],
        inputs: &[f32],
        chunk: &[u32],
        mask: Option<(Dropout, usize)>,
    ) {
        let count = chunk.len();
        self.embed(parameters, inputs, chunk);
        let states = self.window * count * self.padded;
        let mut below = &self.embedded[..states];
        for layer in &mut self.layers {
            layer.forward(below, self.window, count, self.padded);
            below = &layer.hidden[count * self.padded..][..states];
        }
        self.predict_from_last_states(parameters, count, mask);
    }

    /// Gathers the windows and applies the input layer with its ReLU.
    fn embed(&mut self, parameters: &[f32], inputs: &[f32], chunk: &[u32]) {
        let (features, hidden, padded) = (self.layout.features, self.layout.hidden, self.padded);
        let count = chunk.len();
        let weight = &parameters[self.layout.input_weight()];
        let bias = &parameters[self.layout.input_bias()];
        for time in 0..self.window {
            for (position, row) in chunk.iter().enumerate() {
                let source = &inputs[(*row as usize + time) * features..][..features];
                let place = time * count + position;
                self.gathered[place * features..][..features].copy_from_slice(source);
                let out = &mut self.embedded[place * padded..][..padded];
                out[..hidden].copy_from_slice(bias);
                for (feature, weights) in source.iter().zip(weight.chunks_exact(hidden)) {
                    for (value, weight) in out.iter_mut().zip(weights) {
                        *value += feature * weight;
                    }
                }
                for value in &mut out[..hidden] {
                    *value = value.max(0.0);
                }
            }
        }
    }

    fn predict_from_last_states(
        &mut self,
        parameters: &[f32],
        count: usize,
        mask: Option<(Dropout, usize)>,
    ) {
        let (hidden, padded) = (self.layout.hidden, self.padded);
        let weight = &parameters[self.layout.head_weight()];
        let bias = parameters[self.layout.head_bias()];
        for position in 0..count {
            let mut sum = bias;
            for (index, layer) in self.layers.iter().enumerate() {
                let last = &layer.hidden[(self.window * count + position) * padded..][..hidden];
                let weights = &weight[index * hidden..][..hidden];
                for (unit, (state, weight)) in last.iter().zip(weights).enumerate() {
                    sum += state * weight * self.mask_factor(mask, position, index * hidden + unit);
                }
            }
            self.predictions[position] = sum;
        }
    }

    #[inline(always)]
    fn mask_factor(&self, mask: Option<(Dropout, usize)>, position: usize, unit: usize) -> f32 {
        match mask {
            None => 1.0,
            Some((dropout, first)) => {
                let units = self.layout.layers * self.layout.hidden;
                dropout.factor(((first + position) * units + unit) as u32)
            }
        }
    }

    /// Adds one chunk's gradients: the head's and the input layer's to `gradient`, the LSTM layers'
    /// to their own buffers.
    fn backward(
        &mut self,
        parameters: &[f32],
        count: usize,
        mask: Option<(Dropout, usize)>,
        gradient: &mut [f32],
    ) {
        let (hidden, padded, window) = (self.layout.hidden, self.padded, self.window);
        let states = window * count * padded;
        let head = self.layout.head_weight();
        gradient[self.layout.head_bias()] += self.prediction_gradient[..count].iter().sum::<f32>();
        // What reaches a layer's hidden states from above: nothing for the top layer, except through
        // the head at the last time step, which is added to every layer below.
        self.input_gradient[..states].fill(0.0);
        for index in (0..self.layers.len()).rev() {
            let last_step = (window - 1) * count * padded;
            for position in 0..count {
                let upstream = self.prediction_gradient[position];
                let last =
                    &self.layers[index].hidden[(window * count + position) * padded..][..hidden];
                for (unit, state) in last.iter().enumerate() {
                    let factor = upstream * self.mask_factor(mask, position, index * hidden + unit);
                    let weight = head.start + index * hidden + unit;
                    gradient[weight] += factor * state;
                    self.input_gradient[last_step + position * padded + unit] +=
                        factor * parameters[weight];
                }
            }
            let (below, layers) = self.layers.split_at_mut(index);
            let input = match below.last() {
                Some(layer) => &layer.hidden[count * padded..][..states],
                None => &self.embedded[..states],
            };
            let back = (
                &mut self.hidden_back[..count * padded],
                &mut self.cell_back[..count * padded],
            );
            layers[0].backward(
                input,
                &mut self.input_gradient[..states],
                back,
                window,
                count,
                padded,
            );
        }
        self.embed_backward(count, gradient);
    }

    /// Gradient of the input layer, from `input_gradient` through the ReLU.
    fn embed_backward(&mut self, count: usize, gradient: &mut [f32]) {
        let (features, hidden, padded) = (self.layout.features, self.layout.hidden, self.padded);
        let (weights, biases) = gradient.split_at_mut(features * hidden);
        let biases = &mut biases[..hidden];
        for place in 0..self.window * count {
            let upstream = &mut self.input_gradient[place * padded..][..hidden];
            let value = &self.embedded[place * padded..][..hidden];
            for ((gradient, value), bias) in upstream.iter_mut().zip(value).zip(biases.iter_mut()) {
                // ReLU: PyTorch's derivative at zero is zero.
                *gradient = if *value > 0.0 { *gradient } else { 0.0 };
                *bias += *gradient;
            }
            let source = &self.gathered[place * features..][..features];
            for (feature, weights) in source.iter().zip(weights.chunks_exact_mut(hidden)) {
                for (weight, gradient) in weights.iter_mut().zip(upstream.iter()) {
                    *weight += feature * gradient;
                }
            }
        }
    }

    /// Moves the LSTM layers' padded gradients to their places in the flat vector.
    fn unpack_gradient(&self, gradient: &mut [f32]) {
        let (hidden, padded) = (self.layout.hidden, self.padded);
        for (index, layer) in self.layers.iter().enumerate() {
            let ranges = self.layout.layer(index);
            for (range, padded_gradient) in [
                (ranges.input, &layer.input_gradient),
                (ranges.recurrent, &layer.recurrent_gradient),
            ] {
                let gates = gradient[range].chunks_exact_mut(hidden);
                for (place, gate) in gates.enumerate() {
                    gate.copy_from_slice(&padded_gradient[place * padded..][..hidden]);
                }
            }
            for range in [ranges.input_bias, ranges.recurrent_bias] {
                for (gate, out) in gradient[range].chunks_exact_mut(hidden).enumerate() {
                    out.copy_from_slice(&layer.bias_gradient[gate * padded..][..hidden]);
                }
            }
        }
    }
}

impl LayerBuffers {
    /// Runs the layer over all time steps of a chunk.
    ///
    /// # Shapes
    /// `input` `[window, count, padded]`.
    fn forward(&mut self, input: &[f32], window: usize, count: usize, padded: usize) {
        let columns = GATES * padded;
        let state = count * padded;
        multiply(
            &mut self.gates[..window * count * columns],
            input,
            &self.input,
            padded,
            columns,
            Start::Bias(&self.bias),
        );
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
    /// # Shapes
    /// `input` `[window, count, padded]`. `flow` `[window, count, padded]` comes in as the gradient
    /// with respect to the layer's outputs and goes out as the one with respect to its inputs.
    fn backward(
        &mut self,
        input: &[f32],
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
            let input = &input[time * state..][..state];
            add_transposed_product(&mut self.input_gradient, input, gates, padded, columns);
            for gates in gates.chunks_exact(columns) {
                for unit in (0..columns).step_by(LANES) {
                    let sum = load(&self.bias_gradient[unit..]) + load(&gates[unit..]);
                    store(&mut self.bias_gradient[unit..], sum);
                }
            }
        }
        let gates = &self.gates[..window * count * columns];
        multiply(
            flow,
            gates,
            &self.input_transposed,
            columns,
            padded,
            Start::Zero,
        );
    }
}

#[inline(always)]
fn store(place: &mut [f32], values: f32x8) {
    place[..LANES].copy_from_slice(values.as_array());
}
