//! One window through the network, with everything inside it, and how the prediction hangs on each
//! input.
//!
//! Forward, with `x_t` the window's value of time step t:
//!
//! ```text
//! a_t = max(0, W_in x_t + b_in)                         the input layer
//! z_t = W a_t + U h_(t−1) + b + b'                      per LSTM layer, stacked i, f, g, o
//! i, f, o = σ(z),  g = tanh(z)
//! c_t = f ⊙ c_(t−1) + i ⊙ g,  h_t = o ⊙ tanh(c_t)       the next layer reads h_t as its a_t
//! ŷ = w · (last h of every layer) + b_head
//! ```
//!
//! Backward is the same chain rule as in training (Hochreiter & Schmidhuber 1997; Gers et al. 2000),
//! but ends at the inputs: it gives ∂ŷ/∂x_t and no gradient of a weight. Dropout is off, as it is in
//! every forecast.
//!
//! Computed in `f64` from the trained `f32` parameters, so that it is exact beside the kernels, which
//! it is tested against. Not made for training: one window at a time, without SIMD.

use crate::cells::Cell;
use crate::lstm::layout::ParameterLayout;
use std::sync::Arc;

/// Gates of an LSTM cell.
pub const GATES: usize = Cell::Lstm.gates();

/// Places of the gates in a stack, PyTorch's order.
pub const INPUT: usize = 0;
pub const FORGET: usize = 1;
pub const CANDIDATE: usize = 2;
pub const OUTPUT: usize = 3;

/// Why a window cannot go through a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TraceError {
    /// The parameters are not this network's.
    Parameters { expected: usize, found: usize },
    /// The window is empty or is no whole number of time steps.
    Window { features: usize, found: usize },
    /// A parameter or an input is no finite number.
    NotFinite,
}

/// Everything inside the network for one window.
#[derive(Debug, Clone, PartialEq)]
pub struct Trace {
    pub layout: ParameterLayout,
    pub window: usize,
    /// `[window, features]`
    pub inputs: Vec<f64>,
    /// The input layer's output, `[window, hidden]`.
    pub projected: Vec<f64>,
    /// First layer first.
    pub layers: Vec<LayerTrace>,
    /// ŷ, in scaled units.
    pub prediction: f64,
    /// ∂ŷ/∂x, `[window, features]`, scaled units by scaled units.
    pub gradient: Vec<f64>,
}

/// One LSTM layer over the window.
#[derive(Debug, Clone, PartialEq)]
pub struct LayerTrace {
    /// After σ and tanh, `[window, 4, hidden]`, the gates stacked i, f, g, o.
    pub gates: Vec<f64>,
    /// `[window, hidden]`
    pub cell: Vec<f64>,
    /// `[window, hidden]`
    pub hidden: Vec<f64>,
}

impl Trace {
    /// What layer `layer` reads at time step `time`, `[hidden]`.
    pub fn layer_input(&self, layer: usize, time: usize) -> &[f64] {
        let sequence = match layer {
            0 => &self.projected,
            above => &self.layers[above - 1].hidden,
        };
        row(sequence, time, self.layout.hidden)
    }
}

/// A trace being computed, a little at a time: the largest network over the longest window takes
/// longer than a page may stand still.
#[derive(Debug, Clone)]
pub struct Tracing {
    parameters: Arc<[f32]>,
    trace: Trace,
    stage: Stage,
    /// What the layer above (or nothing) wants of this layer's outputs, `[window, hidden]`.
    from_above: Vec<f64>,
    /// What this layer wants of its inputs, `[window, hidden]`.
    to_below: Vec<f64>,
    /// ∂ŷ/∂h_t and ∂ŷ/∂c_t by way of the time steps after t, `[hidden]`.
    hidden_gradient: Vec<f64>,
    cell_gradient: Vec<f64>,
    /// ∂ŷ/∂z_t, or z_t itself on the way forward, `[4·hidden]`.
    stack: Vec<f64>,
}

/// The piece of work that comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Forward { layer: usize, time: usize },
    Backward { layer: usize, time: usize },
    Done,
}

impl Tracing {
    /// Prepares the way of a window, `[window, features]`, through a network.
    ///
    /// # Errors
    /// Parameters or window do not fit the layout, or are not finite.
    pub fn new(
        parameters: Arc<[f32]>,
        layout: ParameterLayout,
        inputs: &[f32],
    ) -> Result<Self, TraceError> {
        if parameters.len() != layout.len() {
            return Err(TraceError::Parameters {
                expected: layout.len(),
                found: parameters.len(),
            });
        }
        if inputs.is_empty() || !inputs.len().is_multiple_of(layout.features) {
            return Err(TraceError::Window {
                features: layout.features,
                found: inputs.len(),
            });
        }
        if !parameters
            .iter()
            .chain(inputs)
            .all(|value| value.is_finite())
        {
            return Err(TraceError::NotFinite);
        }
        let inputs: Vec<f64> = inputs.iter().copied().map(f64::from).collect();
        Ok(Self::of(parameters, layout, inputs))
    }

    fn of(parameters: Arc<[f32]>, layout: ParameterLayout, inputs: Vec<f64>) -> Self {
        let window = inputs.len() / layout.features;
        let hidden = layout.hidden;
        let states = || vec![0.0; window * hidden];
        let layer = || LayerTrace {
            gates: vec![0.0; window * GATES * hidden],
            cell: states(),
            hidden: states(),
        };
        Self {
            parameters,
            stage: Stage::Forward { layer: 0, time: 0 },
            from_above: states(),
            to_below: states(),
            hidden_gradient: vec![0.0; hidden],
            cell_gradient: vec![0.0; hidden],
            stack: vec![0.0; GATES * hidden],
            trace: Trace {
                layout,
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
        let Trace { layout, window, .. } = self.trace;
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
        let layout = self.trace.layout;
        let hidden = layout.hidden;
        if layer == 0 {
            self.project(time);
        }
        let ranges = layout.layer(layer);
        let parameters = &self.parameters;
        let biases = parameters[ranges.input_bias]
            .iter()
            .zip(&parameters[ranges.recurrent_bias]);
        for (sum, (one, other)) in self.stack.iter_mut().zip(biases) {
            *sum = f64::from(*one) + f64::from(*other);
        }
        let input = self.trace.layer_input(layer, time);
        add_product(&mut self.stack, input, &parameters[ranges.input]);
        let states = &mut self.trace.layers[layer];
        if time > 0 {
            let before = row(&states.hidden, time - 1, hidden);
            add_product(&mut self.stack, before, &parameters[ranges.recurrent]);
        }
        let gates = row_mut(&mut states.gates, time, GATES * hidden);
        for (column, (gate, sum)) in gates.iter_mut().zip(&self.stack).enumerate() {
            *gate = match column / hidden {
                CANDIDATE => sum.tanh(),
                _ => sigmoid(*sum),
            };
        }
        for unit in 0..hidden {
            let gate = |which: usize| gates[which * hidden + unit];
            let before = match time {
                0 => 0.0,
                _ => states.cell[(time - 1) * hidden + unit],
            };
            let cell = gate(FORGET) * before + gate(INPUT) * gate(CANDIDATE);
            states.cell[time * hidden + unit] = cell;
            states.hidden[time * hidden + unit] = gate(OUTPUT) * cell.tanh();
        }
    }

    /// The input layer at one time step.
    fn project(&mut self, time: usize) {
        let layout = self.trace.layout;
        let parameters = &self.parameters;
        let projected = row_mut(&mut self.trace.projected, time, layout.hidden);
        for (value, bias) in projected.iter_mut().zip(&parameters[layout.input_bias()]) {
            *value = f64::from(*bias);
        }
        let input = row(&self.trace.inputs, time, layout.features);
        add_product(projected, input, &parameters[layout.input_weight()]);
        for value in projected {
            *value = value.max(0.0);
        }
    }

    fn head(&mut self) {
        let layout = self.trace.layout;
        // The first output is the next day's, whatever further days the network forecasts.
        let weights = self.parameters[layout.head_weight()].chunks(layout.hidden);
        let bias = f64::from(self.parameters[layout.head_bias()]);
        let last = self.trace.window - 1;
        let layers = self.trace.layers.iter().zip(weights);
        self.trace.prediction = layers.fold(bias, |sum, (states, weights)| {
            sum + product(row(&states.hidden, last, layout.hidden), weights)
        });
    }

    fn backward(&mut self, layer: usize, time: usize) {
        let layout = self.trace.layout;
        let hidden = layout.hidden;
        let parameters = &self.parameters;
        let states = &self.trace.layers[layer];
        let gates = row(&states.gates, time, GATES * hidden);
        let is_last = time + 1 == self.trace.window;
        let head = layout.head_weight().start + layer * hidden;
        for unit in 0..hidden {
            let [i, f, g, o] =
                [INPUT, FORGET, CANDIDATE, OUTPUT].map(|which| gates[which * hidden + unit]);
            let mut of_hidden = self.hidden_gradient[unit] + self.from_above[time * hidden + unit];
            if is_last {
                of_hidden += f64::from(parameters[head + unit]);
            }
            let squashed = states.cell[time * hidden + unit].tanh();
            let of_cell = self.cell_gradient[unit] + of_hidden * o * (1.0 - squashed * squashed);
            let before = match time {
                0 => 0.0,
                _ => states.cell[(time - 1) * hidden + unit],
            };
            self.stack[INPUT * hidden + unit] = of_cell * g * i * (1.0 - i);
            self.stack[FORGET * hidden + unit] = of_cell * before * f * (1.0 - f);
            self.stack[CANDIDATE * hidden + unit] = of_cell * i * (1.0 - g * g);
            self.stack[OUTPUT * hidden + unit] = of_hidden * squashed * o * (1.0 - o);
            self.cell_gradient[unit] = of_cell * f;
        }
        let ranges = layout.layer(layer);
        let columns = GATES * hidden;
        let recurrent = parameters[ranges.recurrent].chunks(columns);
        for (gradient, weights) in self.hidden_gradient.iter_mut().zip(recurrent) {
            *gradient = product(&self.stack, weights);
        }
        let input = parameters[ranges.input].chunks(columns);
        let below = row_mut(&mut self.to_below, time, hidden);
        for (gradient, weights) in below.iter_mut().zip(input) {
            *gradient = product(&self.stack, weights);
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
                *gradient = product(below, weights);
            }
        }
    }
}

/// `1 / (1 + exp(−x))`; 0 and 1 where `exp` overflows.
pub fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// Row `index` of a matrix with rows of `width`.
fn row(matrix: &[f64], index: usize, width: usize) -> &[f64] {
    &matrix[index * width..(index + 1) * width]
}

fn row_mut(matrix: &mut [f64], index: usize, width: usize) -> &mut [f64] {
    &mut matrix[index * width..(index + 1) * width]
}

/// `sums[c] += Σ_r values[r] · matrix[r, c]`
fn add_product(sums: &mut [f64], values: &[f64], matrix: &[f32]) {
    for (value, weights) in values.iter().zip(matrix.chunks(sums.len())) {
        for (sum, weight) in sums.iter_mut().zip(weights) {
            *sum += value * f64::from(*weight);
        }
    }
}

fn product(values: &[f64], weights: &[f32]) -> f64 {
    let pairs = values.iter().zip(weights);
    pairs
        .map(|(value, weight)| value * f64::from(*weight))
        .sum()
}

#[cfg(test)]
mod tests;
