//! One window through a recurrent network, with everything inside it, and back to its inputs.
//!
//! Forward, with `x_t` the window's value of time step t:
//!
//! ```text
//! a_t = max(0, W_in x_t + b_in)                         the input layer
//! z_t = W a_t + U h_(t−1) + b + b'                      per layer; of a gate apart, both parts
//! h_t = cell(z_t, h_(t−1), c_(t−1))                     the next layer reads h_t as its a_t
//! ŷ = w · (last h of every layer) + b_head
//! ```
//!
//! What a cell makes of `z_t` is in [`crate::cells`]. Backward is the same chain rule as in training (Hochreiter & Schmidhuber 1997; Gers et al. 2000),
//! but ends at the inputs: it gives ∂ŷ/∂x_t and no gradient of a weight. Dropout is off, as it is in
//! every forecast.
//!
//! Computed in `f64` from the trained `f32` parameters, so that it is exact beside the kernels, which
//! it is tested against. Not made for training: one window at a time, without SIMD.

use super::trace::{LayerTrace, Trace};
use crate::cells::{Cell, formula};
use crate::lstm::layout::{Layout, ParameterLayout};
use std::ops::Range;
use std::sync::Arc;

/// A trace being computed, a little at a time: the largest network over the longest window takes
/// longer than a page may stand still.
#[derive(Debug, Clone)]
pub struct Walk {
    parameters: Arc<[f32]>,
    layout: ParameterLayout,
    trace: Trace,
    stage: Stage,
    /// What the layer above (or nothing) wants of this layer's outputs, `[window, hidden]`.
    from_above: Vec<f64>,
    /// What this layer wants of its inputs, `[window, hidden]`.
    to_below: Vec<f64>,
    /// ∂ŷ/∂h_t and ∂ŷ/∂c_t by way of the time steps after t, `[hidden]`.
    hidden_gradient: Vec<f64>,
    cell_gradient: Vec<f64>,
    /// ∂ŷ/∂z_t, or z_t itself on the way forward, `[columns·hidden]`.
    stack: Vec<f64>,
}

/// The piece of work that comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Forward { layer: usize, time: usize },
    Backward { layer: usize, time: usize },
    Done,
}

impl Walk {
    /// Prepares the way of a window, `[window, features]`. Parameters and window fit the layout.
    pub(super) fn new(parameters: Arc<[f32]>, layout: ParameterLayout, inputs: Vec<f64>) -> Self {
        let window = inputs.len() / layout.features;
        let hidden = layout.hidden;
        let states = || vec![0.0; window * hidden];
        let layer = || LayerTrace {
            columns: vec![0.0; window * layout.cell.columns() * hidden],
            cell: states(),
            hidden: states(),
            by_cell: states(),
            by_hidden: states(),
        };
        Self {
            parameters,
            layout,
            stage: Stage::Forward { layer: 0, time: 0 },
            from_above: states(),
            to_below: states(),
            hidden_gradient: vec![0.0; hidden],
            cell_gradient: vec![0.0; hidden],
            stack: vec![0.0; layout.cell.columns() * hidden],
            trace: Trace {
                layout: Layout::Recurrent(layout),
                window,
                gradient: vec![0.0; inputs.len()],
                inputs,
                projected: states(),
                layers: (0..layout.layers).map(|_| layer()).collect(),
                prediction: 0.0,
            },
        }
    }

    /// Does the next piece: one time step of one layer, at most 131,072 products. `false` once there
    /// is nothing left to do.
    pub fn advance(&mut self) -> bool {
        let (layout, window) = (self.layout, self.trace.window);
        self.stage = match self.stage {
            Stage::Forward { layer, time } => {
                self.forward(layer, time);
                if time + 1 < window {
                    Stage::Forward {
                        layer,
                        time: time + 1,
                    }
                } else if layer + 1 < layout.layers {
                    Stage::Forward {
                        layer: layer + 1,
                        time: 0,
                    }
                } else {
                    self.head();
                    Stage::Backward { layer, time }
                }
            }
            Stage::Backward { layer, time } => {
                self.backward(layer, time);
                if time > 0 {
                    Stage::Backward {
                        layer,
                        time: time - 1,
                    }
                } else if layer > 0 {
                    std::mem::swap(&mut self.from_above, &mut self.to_below);
                    self.hidden_gradient.fill(0.0);
                    self.cell_gradient.fill(0.0);
                    Stage::Backward {
                        layer: layer - 1,
                        time: window - 1,
                    }
                } else {
                    Stage::Done
                }
            }
            Stage::Done => Stage::Done,
        };
        self.stage != Stage::Done
    }

    /// Does all that is left.
    pub fn finish(mut self) -> Trace {
        while self.advance() {}
        self.trace
    }

    fn forward(&mut self, layer: usize, time: usize) {
        let layout = self.layout;
        let hidden = layout.hidden;
        if layer == 0 {
            self.project(time);
        }
        let (cell, ranges) = (layout.cell, layout.layer(layer));
        let parameters = &self.parameters;
        let gates = |range: Range<usize>| parameters[range].chunks(hidden);
        self.stack.fill(0.0);
        for (gate, biases) in gates(ranges.input_bias).enumerate() {
            add(&mut self.stack, cell.input_column(gate), biases);
        }
        for (gate, biases) in gates(ranges.recurrent_bias).enumerate() {
            add(&mut self.stack, cell.recurrent_column(gate), biases);
        }
        let [made_by_input, made_by_state] = made(cell, hidden);
        let input = self.trace.layer_input(layer, time);
        let matrix = &parameters[ranges.input];
        add_product(
            &mut self.stack[made_by_input],
            input,
            matrix,
            cell.input_column(0) * hidden,
        );
        let states = &mut self.trace.layers[layer];
        if time > 0 {
            let before = row(&states.hidden, time - 1, hidden);
            add_product(
                &mut self.stack[made_by_state],
                before,
                &parameters[ranges.recurrent],
                0,
            );
        }
        for unit in 0..hidden {
            let mut of_unit = [0.0; Cell::MOST_COLUMNS];
            let of_unit = &mut of_unit[..cell.columns()];
            for (column, sum) in of_unit.iter_mut().enumerate() {
                *sum = self.stack[column * hidden + unit];
            }
            let (h, c) = formula::forward(cell, of_unit, before(states, time, hidden, unit));
            let columns = row_mut(&mut states.columns, time, cell.columns() * hidden);
            for (column, value) in of_unit.iter().enumerate() {
                columns[column * hidden + unit] = *value;
            }
            states.hidden[time * hidden + unit] = h;
            states.cell[time * hidden + unit] = c;
        }
    }

    /// The input layer at one time step.
    fn project(&mut self, time: usize) {
        let layout = self.layout;
        let parameters = &self.parameters;
        let projected = row_mut(&mut self.trace.projected, time, layout.hidden);
        for (value, bias) in projected.iter_mut().zip(&parameters[layout.input_bias()]) {
            *value = f64::from(*bias);
        }
        let input = row(&self.trace.inputs, time, layout.features);
        add_product(projected, input, &parameters[layout.input_weight()], 0);
        for value in projected {
            *value = value.max(0.0);
        }
    }

    fn head(&mut self) {
        let layout = self.layout;
        // The first output is the next day's, whatever further days the network forecasts.
        let weights = self.parameters[layout.head_weight()].chunks(layout.hidden);
        let bias = f64::from(self.parameters[layout.head_bias()]);
        let last = self.trace.window - 1;
        let layers = self.trace.layers.iter().zip(weights);
        self.trace.prediction = layers.fold(bias, |sum, (states, weights)| {
            sum + turned_product(row(&states.hidden, last, layout.hidden), weights, 0)
        });
    }

    fn backward(&mut self, layer: usize, time: usize) {
        let layout = self.layout;
        let hidden = layout.hidden;
        let parameters = &self.parameters;
        let states = &mut self.trace.layers[layer];
        let cell = layout.cell;
        let columns = row(&states.columns, time, cell.columns() * hidden);
        let is_last = time + 1 == self.trace.window;
        let head = layout.head_weight().start + layer * hidden;
        // What reaches the step before past the recurrent matrix.
        let mut past = vec![0.0; hidden];
        for unit in 0..hidden {
            let mut of_hidden = self.hidden_gradient[unit] + self.from_above[time * hidden + unit];
            if is_last {
                of_hidden += f64::from(parameters[head + unit]);
            }
            let mut of_unit = [0.0; Cell::MOST_COLUMNS];
            let of_unit = &mut of_unit[..cell.columns()];
            for (column, value) in of_unit.iter_mut().enumerate() {
                *value = columns[column * hidden + unit];
            }
            let by = (of_hidden, self.cell_gradient[unit]);
            let place = time * hidden + unit;
            let of_cell = formula::hidden_by_cell(cell, of_unit, states.cell[place]);
            states.by_hidden[place] = of_hidden;
            states.by_cell[place] = by.1 + of_hidden * of_cell;
            let before = before(states, time, hidden, unit);
            (past[unit], self.cell_gradient[unit]) = formula::backward(cell, of_unit, before, by);
            for (column, gradient) in of_unit.iter().enumerate() {
                self.stack[column * hidden + unit] = *gradient;
            }
        }
        let ranges = layout.layer(layer);
        let [made_by_input, made_by_state] = made(cell, hidden);
        let width = cell.gates() * hidden;
        let recurrent = parameters[ranges.recurrent].chunks(width);
        let by_state = &self.stack[made_by_state];
        for ((gradient, weights), past) in self.hidden_gradient.iter_mut().zip(recurrent).zip(past)
        {
            *gradient = past + turned_product(by_state, weights, 0);
        }
        let input = parameters[ranges.input].chunks(width);
        let by_input = &self.stack[made_by_input];
        let turn = cell.input_column(0) * hidden;
        let below = row_mut(&mut self.to_below, time, hidden);
        for (gradient, weights) in below.iter_mut().zip(input) {
            *gradient = turned_product(by_input, weights, turn);
        }
        if layer == 0 {
            // Through the ReLU, whose slope is taken as 0 where it bends.
            let projected = row(&self.trace.projected, time, hidden);
            for (gradient, value) in below.iter_mut().zip(projected) {
                if *value <= 0.0 {
                    *gradient = 0.0;
                }
            }
            let weights = parameters[layout.input_weight()].chunks(hidden);
            let of_inputs = row_mut(&mut self.trace.gradient, time, layout.features);
            for (gradient, weights) in of_inputs.iter_mut().zip(weights) {
                *gradient = turned_product(below, weights, 0);
            }
        }
    }
}

/// Row `index` of a matrix with rows of `width`.
fn row(matrix: &[f64], index: usize, width: usize) -> &[f64] {
    &matrix[index * width..(index + 1) * width]
}

fn row_mut(matrix: &mut [f64], index: usize, width: usize) -> &mut [f64] {
    &mut matrix[index * width..(index + 1) * width]
}

/// Where the input's matrix and the state's put what they make, of a stack of a cell's columns.
fn made(cell: Cell, hidden: usize) -> [Range<usize>; 2] {
    let length = cell.gates() * hidden;
    [0, cell.apart() * hidden].map(|first| first..first + length)
}

/// A unit's `(h, c)` of the time step before; zeros before the first.
fn before(states: &LayerTrace, time: usize, hidden: usize, unit: usize) -> (f64, f64) {
    match time.checked_sub(1) {
        None => (0.0, 0.0),
        Some(before) => {
            let place = before * hidden + unit;
            (states.hidden[place], states.cell[place])
        }
    }
}

/// Adds a gate's biases to a column, `[hidden]`.
fn add(stack: &mut [f64], column: usize, biases: &[f32]) {
    let sums = &mut stack[column * biases.len()..][..biases.len()];
    for (sum, bias) in sums.iter_mut().zip(biases) {
        *sum += f64::from(*bias);
    }
}

/// `sums[(c + turn) % length] += Σ_r values[r] · matrix[r, c]`
fn add_product(sums: &mut [f64], values: &[f64], matrix: &[f32], turn: usize) {
    for (value, weights) in values.iter().zip(matrix.chunks(sums.len())) {
        let (last, first) = sums.split_at_mut(turn);
        for (sum, weight) in first.iter_mut().chain(last).zip(weights) {
            *sum += value * f64::from(*weight);
        }
    }
}

/// `Σ_c sums[(c + turn) % length] · weights[c]`
fn turned_product(sums: &[f64], weights: &[f32], turn: usize) -> f64 {
    let (last, first) = sums.split_at(turn);
    let pairs = first.iter().chain(last).zip(weights);
    pairs.map(|(sum, weight)| sum * f64::from(*weight)).sum()
}

#[cfg(test)]
mod tests;
