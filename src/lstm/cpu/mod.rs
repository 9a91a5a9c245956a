//! The network's forward pass, loss and gradient on the CPU: of a recurrent one with SIMD on every target
//! that [`wide`] knows (`simd128` in WebAssembly), of a linear one in [`linear`]; [`Kernel`] is either.
//!
//! A batch is worked through in chunks of [`CHUNK_ROWS`] rows, so that a chunk's activations stay in
//! the cache whatever the batch, and memory stays bounded at the largest sizes. Within a chunk all
//! buffers are time-major, `[time, rows, columns]`: a time step is one contiguous block, and the
//! input projections of all time steps are one product. Hidden sizes are padded to whole lanes; a
//! padded unit has zero weights in and out, so it stays zero and takes no part.
//!
//! Nothing is allocated after [`CpuNetwork::new`].

mod activation;
mod cell;
mod kernel;
mod layer;
mod linear;
mod product;
mod scalar_input;
#[cfg(test)]
mod tests;

pub use kernel::Kernel;

use super::dropout::Dropout;
use super::layout::ParameterLayout;
use crate::protocol::NetworkConfig;
use layer::{Extent, LayerBuffers};
use product::LANES;
use scalar_input::ScalarInput;

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

/// Buffers and packed weights for one recurrent network's shape.
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
    /// With one feature, the input layer and the first layer's input matrix as one.
    scalar_input: Option<ScalarInput>,
    /// Gradient with respect to a layer's inputs, `[window, chunk, padded]`.
    input_gradient: Vec<f32>,
    /// Gradients that flow back in time, `[chunk, padded]` each.
    hidden_back: Vec<f32>,
    cell_back: Vec<f32>,
    /// Gradient with respect to each prediction, `[chunk, outputs]`.
    prediction_gradient: Vec<f32>,
    /// The chunk's predictions, `[chunk, outputs]`.
    predictions: Vec<f32>,
}

impl CpuNetwork {
    /// Buffers for a network of this shape; its sizes have been checked by
    /// [`check_sizes`](super::layout::check_sizes).
    pub fn new(network: &NetworkConfig, window: usize) -> Self {
        let padded = network.hidden.next_multiple_of(LANES);
        let states = window * CHUNK_ROWS * padded;
        let layout = ParameterLayout::new(network);
        Self {
            layout,
            scalar_input: (network.features == 1).then(|| ScalarInput::new(layout, padded)),
            window,
            padded,
            gathered: vec![0.0; window * CHUNK_ROWS * network.features],
            embedded: vec![0.0; states],
            layers: (0..network.layers)
                .map(|_| LayerBuffers::new(layout.cell, window, padded))
                .collect(),
            input_gradient: vec![0.0; states],
            hidden_back: vec![0.0; CHUNK_ROWS * padded],
            cell_back: vec![0.0; CHUNK_ROWS * padded],
            prediction_gradient: vec![0.0; CHUNK_ROWS * network.outputs],
            predictions: vec![0.0; CHUNK_ROWS * network.outputs],
        }
    }

    /// Whether these buffers fit a network of this shape.
    pub fn fits(&self, network: &NetworkConfig, window: usize) -> bool {
        self.layout == ParameterLayout::new(network) && self.window == window
    }

    /// Predicts without dropout.
    ///
    /// # Shapes
    /// `parameters` `[layout.len()]`, `out` `[rows.rows.len(), outputs]`.
    pub fn predict(&mut self, parameters: &[f32], rows: Rows<'_>, out: &mut [f32]) {
        self.pack_weights(parameters, false);
        let outs = out.chunks_mut(CHUNK_ROWS * self.layout.outputs);
        for (chunk, out) in rows.rows.chunks(CHUNK_ROWS).zip(outs) {
            self.forward(parameters, rows.inputs, chunk, None);
            out.copy_from_slice(&self.predictions[..out.len()]);
        }
    }

    /// Squared errors per row (of several outputs their mean) and the gradient of their mean.
    ///
    /// # Shapes
    /// `targets` `[…, outputs]` is indexed by row number like the windows; `squared_errors` `[rows.rows.len()]`;
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
            layer.clear_gradients();
        }
        let outputs = self.layout.outputs;
        let scale = 2.0 / (rows.rows.len() * outputs) as f32;
        for (index, chunk) in rows.rows.chunks(CHUNK_ROWS).enumerate() {
            let first = index * CHUNK_ROWS;
            let mask = dropout.map(|dropout| (dropout, first));
            self.forward(parameters, rows.inputs, chunk, mask);
            for (position, row) in chunk.iter().enumerate() {
                let targets = &targets[*row as usize * outputs..][..outputs];
                let predictions = &self.predictions[position * outputs..][..outputs];
                let gradients = &mut self.prediction_gradient[position * outputs..][..outputs];
                let mut squares = 0.0;
                for ((target, prediction), gradient) in
                    targets.iter().zip(predictions).zip(gradients)
                {
                    let error = prediction - target;
                    squares += error * error;
                    *gradient = scale * error;
                }
                squared_errors[first + position] = squares / outputs as f32;
            }
            self.backward(parameters, chunk.len(), mask, gradient);
        }
        self.unpack_gradient(gradient);
        if let Some(scalar_input) = &mut self.scalar_input {
            scalar_input.finish(parameters, gradient);
        }
    }

    fn pack_weights(&mut self, parameters: &[f32], for_training: bool) {
        let (hidden, padded) = (self.layout.hidden, self.padded);
        for (index, layer) in self.layers.iter_mut().enumerate() {
            let ranges = self.layout.layer(index);
            let with_input = index > 0 || self.scalar_input.is_none();
            let sizes = (hidden, padded);
            layer.pack(parameters, &ranges, sizes, with_input, for_training);
        }
        if let Some(scalar_input) = &mut self.scalar_input {
            scalar_input.prepare(parameters, &self.layers[0].bias);
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
        let (window, count, padded) = (self.window, chunk.len(), self.padded);
        let states = window * count * padded;
        let extent = self.extent(count);
        self.gather(inputs, chunk);
        match &self.scalar_input {
            Some(scalar_input) => {
                scalar_input.project(
                    &self.gathered[..window * count],
                    &mut self.layers[0].columns,
                );
            }
            None => {
                self.embed(parameters, window * count);
                self.layers[0].project(&self.embedded[..states], padded);
            }
        }
        self.layers[0].run(extent);
        for index in 1..self.layers.len() {
            let (below, layers) = self.layers.split_at_mut(index);
            let below = &below[index - 1].hidden[count * padded..][..states];
            layers[0].project(below, padded);
            layers[0].run(extent);
        }
        self.predict_from_last_states(parameters, count, mask);
    }

    fn extent(&self, count: usize) -> Extent {
        Extent {
            window: self.window,
            count,
            padded: self.padded,
        }
    }

    /// Gathers the chunk's windows, time-major.
    fn gather(&mut self, inputs: &[f32], chunk: &[u32]) {
        let features = self.layout.features;
        let mut places = self.gathered.chunks_exact_mut(features);
        for time in 0..self.window {
            for (row, place) in chunk.iter().zip(&mut places) {
                place.copy_from_slice(&inputs[(*row as usize + time) * features..][..features]);
            }
        }
    }

    /// Applies the input layer with its ReLU to what was gathered.
    fn embed(&mut self, parameters: &[f32], places: usize) {
        let (features, hidden) = (self.layout.features, self.layout.hidden);
        let weight = &parameters[self.layout.input_weight()];
        let bias = &parameters[self.layout.input_bias()];
        let sources = self.gathered.chunks_exact(features);
        let outs = self.embedded.chunks_exact_mut(self.padded);
        for (source, out) in sources.zip(outs).take(places) {
            let out = &mut out[..hidden];
            out.copy_from_slice(bias);
            for (feature, weights) in source.iter().zip(weight.chunks_exact(hidden)) {
                for (value, weight) in out.iter_mut().zip(weights) {
                    *value += feature * weight;
                }
            }
            for value in out {
                *value = value.max(0.0);
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
        let outputs = self.layout.outputs;
        let weights = &parameters[self.layout.head_weight()];
        for position in 0..count {
            let predictions = position * outputs..(position + 1) * outputs;
            self.predictions[predictions.clone()]
                .copy_from_slice(&parameters[self.layout.head_biases()]);
            for (index, layer) in self.layers.iter().enumerate() {
                let last = &layer.hidden[(self.window * count + position) * padded..][..hidden];
                for (unit, state) in last.iter().enumerate() {
                    let place = index * hidden + unit;
                    let factor = self.mask_factor(mask, position, place);
                    let weights = weights[place..].iter().step_by(self.layout.head_inputs());
                    for (sum, weight) in self.predictions[predictions.clone()]
                        .iter_mut()
                        .zip(weights)
                    {
                        *sum += state * weight * factor;
                    }
                }
            }
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

    /// Adds one chunk's gradients: the head's and the input layer's to `gradient`, the recurrent layers'
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
        let extent = self.extent(count);
        let head = self.layout.head_weight();
        let (outputs, head_inputs) = (self.layout.outputs, self.layout.head_inputs());
        let upstream = &self.prediction_gradient[..count * outputs];
        for (output, bias) in gradient[self.layout.head_biases()].iter_mut().enumerate() {
            *bias += upstream[output..].iter().step_by(outputs).sum::<f32>();
        }
        // What reaches a layer's hidden states from above: nothing for the top layer, except through
        // the head at the last time step, which is added to every layer below.
        self.input_gradient[..states].fill(0.0);
        for index in (0..self.layers.len()).rev() {
            let last_step = (window - 1) * count * padded;
            for position in 0..count {
                let upstream = &self.prediction_gradient[position * outputs..][..outputs];
                let last =
                    &self.layers[index].hidden[(window * count + position) * padded..][..hidden];
                for (unit, state) in last.iter().enumerate() {
                    let mask = self.mask_factor(mask, position, index * hidden + unit);
                    let weights = (head.start + index * hidden + unit..).step_by(head_inputs);
                    for (upstream, weight) in upstream.iter().zip(weights) {
                        let factor = upstream * mask;
                        gradient[weight] += factor * state;
                        self.input_gradient[last_step + position * padded + unit] +=
                            factor * parameters[weight];
                    }
                }
            }
            let (below, layers) = self.layers.split_at_mut(index);
            let input = match (below.last(), &self.scalar_input) {
                (Some(layer), _) => Some(&layer.hidden[count * padded..][..states]),
                (None, None) => Some(&self.embedded[..states]),
                (None, Some(_)) => None,
            };
            let back = (
                &mut self.hidden_back[..count * padded],
                &mut self.cell_back[..count * padded],
            );
            layers[0].backward(input, &mut self.input_gradient[..states], back, extent);
        }
        match &mut self.scalar_input {
            Some(scalar_input) => {
                scalar_input.accumulate(&self.gathered[..window * count], &self.layers[0].columns);
            }
            None => self.embed_backward(count, gradient),
        }
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

    /// Moves the recurrent layers' padded gradients to their places in the flat vector.
    fn unpack_gradient(&self, gradient: &mut [f32]) {
        let sizes = (self.layout.hidden, self.padded);
        for (index, layer) in self.layers.iter().enumerate() {
            layer.unpack_gradient(gradient, &self.layout.layer(index), sizes);
        }
    }
}
