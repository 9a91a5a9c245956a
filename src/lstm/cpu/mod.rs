//! The network's forward pass, loss and gradient on the CPU: of a recurrent one with SIMD on every target
//! that [`wide`] knows (`simd128` in WebAssembly), of a linear one in [`linear`]; [`Kernel`] is either.
//!
//! A batch is worked through in pieces of [`PIECE_ROWS`] rows, so that a piece's activations stay in
//! the cache whatever the batch, and memory stays bounded at the largest sizes. Within a piece all
//! buffers are time-major, `[time, rows, columns]`: a time step is one contiguous block, and the
//! input projections of all time steps are one product. Hidden sizes are padded to whole lanes; a
//! padded unit has zero weights in and out, so it stays zero and takes no part.
//!
//! The pieces' sums are added in the order of a fixed tree ([`tree`]), so that a batch may be dealt to
//! several workers and the gradient has the same last digit.
//!
//! Nothing is allocated after the first batch.

mod activation;
mod cell;
mod kernel;
mod layer;
mod linear;
mod product;
mod scalar_input;
mod sums;
#[cfg(test)]
mod tests;
pub mod tree;

pub use kernel::Kernel;

use super::dropout::Dropout;
use super::layout::ParameterLayout;
use crate::protocol::NetworkConfig;
use layer::{Extent, LayerBuffers};
use product::LANES;
use scalar_input::ScalarInput;
use std::ops::Range;
use sums::SumsLayout;
use tree::SumTree;

/// Rows worked on at a time.
pub const PIECE_ROWS: usize = 8;

/// How many pieces a batch of so many rows has.
pub fn pieces(rows: usize) -> usize {
    rows.div_ceil(PIECE_ROWS)
}

/// The rows of the batch that these pieces hold.
pub fn rows_of(pieces: Range<usize>, rows: usize) -> Range<usize> {
    (pieces.start * PIECE_ROWS).min(rows)..(pieces.end * PIECE_ROWS).min(rows)
}

/// The rows an operation works on: the resident scaled series and which windows of it.
#[derive(Debug, Clone, Copy)]
pub struct Rows<'a> {
    /// `[length, features]`
    pub inputs: &'a [f32],
    /// Row numbers; row `k`'s window is `inputs[k..k + window]`.
    pub rows: &'a [u32],
}

/// A batch to learn from.
#[derive(Debug, Clone, Copy)]
pub struct Batch<'a> {
    pub rows: Rows<'a>,
    /// `[…, outputs]`, indexed by row number like the windows.
    pub targets: &'a [f32],
    pub dropout: Option<Dropout>,
}

/// Buffers and packed weights for one recurrent network's shape.
#[derive(Debug)]
pub struct CpuNetwork {
    layout: ParameterLayout,
    window: usize,
    /// Hidden size rounded up to whole lanes.
    padded: usize,
    /// Gathered inputs, `[window, piece, features]`.
    gathered: Vec<f32>,
    /// The input layer after ReLU, `[window, piece, padded]`.
    embedded: Vec<f32>,
    layers: Vec<LayerBuffers>,
    /// With one feature, the input layer and the first layer's input matrix as one.
    scalar_input: Option<ScalarInput>,
    /// Gradient with respect to a layer's inputs, `[window, piece, padded]`.
    input_gradient: Vec<f32>,
    /// Gradients that flow back in time, `[piece, padded]` each.
    hidden_back: Vec<f32>,
    cell_back: Vec<f32>,
    /// Gradient with respect to each prediction, `[piece, outputs]`.
    prediction_gradient: Vec<f32>,
    /// The piece's predictions, `[piece, outputs]`.
    predictions: Vec<f32>,
    sums_layout: SumsLayout,
    tree: SumTree,
}

impl CpuNetwork {
    /// Buffers for a network of this shape; its sizes have been checked by
    /// [`check_sizes`](super::layout::check_sizes).
    pub fn new(network: &NetworkConfig, window: usize) -> Self {
        let padded = network.hidden.next_multiple_of(LANES);
        let states = window * PIECE_ROWS * padded;
        let layout = ParameterLayout::new(network);
        let scalar_input = (network.features == 1).then(|| ScalarInput::new(layout, padded));
        let by_interval = scalar_input.as_ref().map(ScalarInput::sums_len);
        let sums_layout = SumsLayout::new(&layout, padded, by_interval);
        Self {
            layout,
            scalar_input,
            window,
            padded,
            gathered: vec![0.0; window * PIECE_ROWS * network.features],
            embedded: vec![0.0; states],
            layers: (0..network.layers)
                .map(|_| LayerBuffers::new(layout.cell, window, padded))
                .collect(),
            input_gradient: vec![0.0; states],
            hidden_back: vec![0.0; PIECE_ROWS * padded],
            cell_back: vec![0.0; PIECE_ROWS * padded],
            prediction_gradient: vec![0.0; PIECE_ROWS * network.outputs],
            predictions: vec![0.0; PIECE_ROWS * network.outputs],
            tree: SumTree::new(sums_layout.len()),
            sums_layout,
        }
    }

    /// Predicts without dropout.
    ///
    /// # Shapes
    /// `parameters` `[layout.len()]`, `out` `[rows.rows.len(), outputs]`.
    pub fn predict(&mut self, parameters: &[f32], rows: Rows<'_>, out: &mut [f32]) {
        self.pack_weights(parameters, false);
        let outs = out.chunks_mut(PIECE_ROWS * self.layout.outputs);
        for (piece, out) in rows.rows.chunks(PIECE_ROWS).zip(outs) {
            self.forward(parameters, rows.inputs, piece, None);
            out.copy_from_slice(&self.predictions[..out.len()]);
        }
    }

    /// Squared errors per row (of several outputs their mean) and the gradient of their mean.
    ///
    /// # Shapes
    /// `squared_errors` `[rows]`; `gradient` `[layout.len()]`, overwritten.
    pub fn gradient(
        &mut self,
        parameters: &[f32],
        batch: Batch<'_>,
        squared_errors: &mut [f32],
        gradient: &mut [f32],
    ) {
        let all = 0..pieces(batch.rows.rows.len());
        self.begin(parameters);
        self.add_pieces(parameters, batch, all, squared_errors);
        self.finish(parameters, gradient);
    }

    /// Begins a batch's gradient at these parameters, which stay the same up to [`CpuNetwork::finish`].
    pub fn begin(&mut self, parameters: &[f32]) {
        self.pack_weights(parameters, true);
        self.tree.clear();
    }

    /// Computes the sums of these pieces of the batch. The pieces before them have been added.
    ///
    /// # Shapes
    /// `squared_errors` as many as the pieces have rows, see [`rows_of`].
    pub fn add_pieces(
        &mut self,
        parameters: &[f32],
        batch: Batch<'_>,
        pieces: Range<usize>,
        squared_errors: &mut [f32],
    ) {
        // Taken out while `self` fills its branches.
        let mut tree = std::mem::replace(&mut self.tree, SumTree::new(0));
        let errors = squared_errors.chunks_mut(PIECE_ROWS);
        for (piece, errors) in pieces.zip(errors) {
            tree.add(piece..piece + 1, |sums| {
                self.piece(parameters, batch, piece, errors, sums);
            });
        }
        self.tree = tree;
    }

    /// The sums that have been computed, a branch of the tree each.
    pub fn branches(&self) -> impl Iterator<Item = &[f32]> {
        self.tree.sums()
    }

    /// How many numbers a branch's sums are.
    pub fn branch_len(&self) -> usize {
        self.sums_layout.len()
    }

    /// Forgets what was computed, so that all branches can be added in their order.
    pub fn clear_branches(&mut self) {
        self.tree.clear();
    }

    /// Adds a branch that was computed before. The pieces before it have been added.
    pub fn add_branch(&mut self, pieces: Range<usize>, sums: &[f32]) {
        self.tree.add(pieces, |to| to.copy_from_slice(sums));
    }

    /// The gradient, once all pieces of the batch have been added.
    ///
    /// # Shapes
    /// `gradient` `[layout.len()]`, overwritten.
    pub fn finish(&mut self, parameters: &[f32], gradient: &mut [f32]) {
        let sums = self.tree.total();
        let places = &self.sums_layout;
        gradient[self.layout.head_weight().start..].copy_from_slice(&sums[places.head.clone()]);
        let sizes = (self.layout.hidden, self.padded);
        for (index, (layer, places)) in self.layers.iter().zip(&places.layers).enumerate() {
            layer.unpack_gradient(gradient, &self.layout.layer(index), sizes, places, sums);
        }
        let input = &sums[places.input.clone()];
        match &mut self.scalar_input {
            Some(scalar_input) => scalar_input.finish(parameters, input, gradient),
            None => gradient[..input.len()].copy_from_slice(input),
        }
    }

    /// One piece of the batch: its squared errors, and its part of the gradient in `sums`, overwritten.
    fn piece(
        &mut self,
        parameters: &[f32],
        batch: Batch<'_>,
        piece: usize,
        squared_errors: &mut [f32],
        sums: &mut [f32],
    ) {
        let outputs = self.layout.outputs;
        let rows = batch.rows.rows;
        let scale = 2.0 / (rows.len() * outputs) as f32;
        let place = rows_of(piece..piece + 1, rows.len());
        // Dropout counts the rows of the whole batch.
        let mask = batch.dropout.map(|dropout| (dropout, place.start));
        let rows = &rows[place];
        self.forward(parameters, batch.rows.inputs, rows, mask);
        for (position, row) in rows.iter().enumerate() {
            let targets = &batch.targets[*row as usize * outputs..][..outputs];
            let predictions = &self.predictions[position * outputs..][..outputs];
            let gradients = &mut self.prediction_gradient[position * outputs..][..outputs];
            let mut squares = 0.0;
            for ((target, prediction), gradient) in targets.iter().zip(predictions).zip(gradients) {
                let error = prediction - target;
                squares += error * error;
                *gradient = scale * error;
            }
            squared_errors[position] = squares / outputs as f32;
        }
        self.backward(parameters, rows.len(), mask, sums);
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

    /// Fills the activations and `predictions` for one piece's rows. `mask` is the dropout and the piece's
    /// first row within the batch.
    fn forward(
        &mut self,
        parameters: &[f32],
        inputs: &[f32],
        rows: &[u32],
        mask: Option<(Dropout, usize)>,
    ) {
        let (window, count, padded) = (self.window, rows.len(), self.padded);
        let states = window * count * padded;
        let extent = self.extent(count);
        self.gather(inputs, rows);
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

    /// Gathers the rows' windows, time-major.
    fn gather(&mut self, inputs: &[f32], rows: &[u32]) {
        let features = self.layout.features;
        let mut places = self.gathered.chunks_exact_mut(features);
        for time in 0..self.window {
            for (row, place) in rows.iter().zip(&mut places) {
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

    /// One piece's part of the gradient, in `sums`.
    fn backward(
        &mut self,
        parameters: &[f32],
        count: usize,
        mask: Option<(Dropout, usize)>,
        sums: &mut [f32],
    ) {
        let (hidden, padded, window) = (self.layout.hidden, self.padded, self.window);
        let states = window * count * padded;
        let extent = self.extent(count);
        let head = self.layout.head_weight();
        let (outputs, head_inputs) = (self.layout.outputs, self.layout.head_inputs());
        let upstream = &self.prediction_gradient[..count * outputs];
        let head_sums = self.sums_layout.head.clone();
        let (weight_sums, bias_sums) = sums[head_sums.clone()].split_at_mut(head.len());
        weight_sums.fill(0.0);
        for (output, bias) in bias_sums.iter_mut().enumerate() {
            *bias = upstream[output..].iter().step_by(outputs).sum::<f32>();
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
                    let weights = (index * hidden + unit..).step_by(head_inputs);
                    for (upstream, weight) in upstream.iter().zip(weights) {
                        let factor = upstream * mask;
                        sums[head_sums.start + weight] += factor * state;
                        self.input_gradient[last_step + position * padded + unit] +=
                            factor * parameters[head.start + weight];
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
            let flow = &mut self.input_gradient[..states];
            let places = &self.sums_layout.layers[index];
            layers[0].backward(input, flow, back, extent, places, sums);
        }
        let sums = &mut sums[self.sums_layout.input.clone()];
        sums.fill(0.0);
        match &self.scalar_input {
            Some(scalar_input) => {
                let inputs = &self.gathered[..window * count];
                scalar_input.accumulate(inputs, &self.layers[0].columns, sums);
            }
            None => self.embed_backward(count, sums),
        }
    }

    /// Adds the gradient of the input layer to its sums, from `input_gradient` through the ReLU.
    fn embed_backward(&mut self, count: usize, sums: &mut [f32]) {
        let (features, hidden, padded) = (self.layout.features, self.layout.hidden, self.padded);
        let (weights, biases) = sums.split_at_mut(features * hidden);
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
}
