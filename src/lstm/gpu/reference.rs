//! The network in plain scalar f64 loops: the oracle of the tests.

// Indices as in the formulas; iterators would hide them.
#![allow(clippy::needless_range_loop)]

use crate::lstm::dropout::Dropout;
use crate::lstm::layout::ParameterLayout;

/// What a batch is computed from.
pub struct Batch<'a> {
    pub layout: ParameterLayout,
    pub window: usize,
    pub parameters: &'a [f32],
    /// `[length, features]`
    pub inputs: &'a [f32],
    pub targets: &'a [f32],
    pub rows: &'a [u32],
    pub dropout: Option<Dropout>,
}

/// Predictions, and the gradient of the mean squared error.
pub struct Answer {
    pub predictions: Vec<f64>,
    pub gradient: Vec<f64>,
}

/// One LSTM cell's activations at one time.
#[derive(Clone, Default)]
struct Cell {
    input: Vec<f64>,
    previous: Vec<f64>,
    previous_cell: Vec<f64>,
    gates: Vec<f64>,
    cell: Vec<f64>,
    output: Vec<f64>,
}

fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

impl Batch<'_> {
    fn parameter(&self, index: usize) -> f64 {
        f64::from(self.parameters[index])
    }

    fn factor(&self, batch_row: usize, layer: usize, unit: usize) -> f64 {
        let element = (batch_row * self.layout.layers + layer) * self.layout.hidden + unit;
        self.dropout
            .map_or(1.0, |dropout| f64::from(dropout.factor(element as u32)))
    }

    /// Input layer at one time of one row, after ReLU.
    fn embed(&self, position: usize) -> Vec<f64> {
        let ParameterLayout {
            features, hidden, ..
        } = self.layout;
        (0..hidden)
            .map(|unit| {
                let sum: f64 = (0..features)
                    .map(|f| {
                        f64::from(self.inputs[position * features + f])
                            * self.parameter(f * hidden + unit)
                    })
                    .sum();
                (sum + self.parameter(features * hidden + unit)).max(0.0)
            })
            .collect()
    }

    fn cell(&self, layer: usize, input: Vec<f64>, before: Option<&Cell>) -> Cell {
        let hidden = self.layout.hidden;
        let ranges = self.layout.layer(layer);
        let zeros = vec![0.0; hidden];
        let previous = before.map_or(zeros.clone(), |cell| cell.output.clone());
        let previous_cell = before.map_or(zeros, |cell| cell.cell.clone());
        let gates: Vec<f64> = (0..4 * hidden)
            .map(|column| {
                let mut sum = self.parameter(ranges.input_bias.start + column)
                    + self.parameter(ranges.recurrent_bias.start + column);
                for unit in 0..hidden {
                    sum += input[unit]
                        * self.parameter(ranges.input.start + unit * 4 * hidden + column);
                    sum += previous[unit]
                        * self.parameter(ranges.recurrent.start + unit * 4 * hidden + column);
                }
                if column / hidden == 2 {
                    sum.tanh()
                } else {
                    sigmoid(sum)
                }
            })
            .collect();
        let cell: Vec<f64> = (0..hidden)
            .map(|unit| {
                gates[hidden + unit] * previous_cell[unit] + gates[unit] * gates[2 * hidden + unit]
            })
            .collect();
        let output = (0..hidden)
            .map(|unit| gates[3 * hidden + unit] * cell[unit].tanh())
            .collect();
        Cell {
            input,
            previous,
            previous_cell,
            gates,
            cell,
            output,
        }
    }

    pub fn compute(&self) -> Answer {
        let mut predictions = Vec::new();
        let mut gradient = vec![0.0; self.layout.len()];
        for (batch_row, row) in self.rows.iter().enumerate() {
            predictions.push(self.row(batch_row, *row as usize, &mut gradient));
        }
        Answer {
            predictions,
            gradient,
        }
    }

    /// One row's prediction; adds its share of the gradient.
    fn row(&self, batch_row: usize, row: usize, gradient: &mut [f64]) -> f64 {
        let ParameterLayout {
            features,
            hidden,
            layers,
            ..
        } = self.layout;
        let window = self.window;
        let mut cells: Vec<Vec<Cell>> = vec![Vec::new(); layers];
        for time in 0..window {
            let mut input = self.embed(row + time);
            for (layer, past) in cells.iter_mut().enumerate() {
                let cell = self.cell(layer, input, past.last());
                input = cell.output.clone();
                past.push(cell);
            }
        }
        let head = self.layout.head_weight().start;
        let mut prediction = self.parameter(self.layout.head_bias());
        for layer in 0..layers {
            for unit in 0..hidden {
                prediction += self.parameter(head + layer * hidden + unit)
                    * cells[layer][window - 1].output[unit]
                    * self.factor(batch_row, layer, unit);
            }
        }

        let error = 2.0 * (prediction - f64::from(self.targets[row])) / self.rows.len() as f64;
        gradient[self.layout.head_bias()] += error;
        // Gradients that reach each layer's output from the layer above, by time.
        let mut from_above = vec![vec![0.0; hidden]; window];
        for layer in (0..layers).rev() {
            let ranges = self.layout.layer(layer);
            let mut below = vec![vec![0.0; hidden]; window];
            let mut output_gradient = vec![0.0; hidden];
            let mut cell_gradient = vec![0.0; hidden];
            for unit in 0..hidden {
                let factor = self.factor(batch_row, layer, unit);
                gradient[head + layer * hidden + unit] +=
                    error * factor * cells[layer][window - 1].output[unit];
                output_gradient[unit] =
                    error * factor * self.parameter(head + layer * hidden + unit);
            }
            for time in (0..window).rev() {
                let cell = &cells[layer][time];
                let mut gates = vec![0.0; 4 * hidden];
                for unit in 0..hidden {
                    let [i, f, g, o] = [0, 1, 2, 3].map(|gate| cell.gates[gate * hidden + unit]);
                    let squashed = cell.cell[unit].tanh();
                    let dh = output_gradient[unit] + from_above[time][unit];
                    let dc = cell_gradient[unit] + dh * o * (1.0 - squashed * squashed);
                    gates[unit] = dc * g * i * (1.0 - i);
                    gates[hidden + unit] = dc * cell.previous_cell[unit] * f * (1.0 - f);
                    gates[2 * hidden + unit] = dc * i * (1.0 - g * g);
                    gates[3 * hidden + unit] = dh * squashed * o * (1.0 - o);
                    cell_gradient[unit] = dc * f;
                }
                output_gradient = vec![0.0; hidden];
                for (column, dz) in gates.iter().enumerate() {
                    gradient[ranges.input_bias.start + column] += dz;
                    gradient[ranges.recurrent_bias.start + column] += dz;
                    for unit in 0..hidden {
                        let place = unit * 4 * hidden + column;
                        gradient[ranges.input.start + place] += dz * cell.input[unit];
                        gradient[ranges.recurrent.start + place] += dz * cell.previous[unit];
                        below[time][unit] += dz * self.parameter(ranges.input.start + place);
                        output_gradient[unit] +=
                            dz * self.parameter(ranges.recurrent.start + place);
                    }
                }
            }
            from_above = below;
        }
        for time in 0..window {
            for unit in 0..hidden {
                if cells[0][time].input[unit] <= 0.0 {
                    continue;
                }
                for feature in 0..features {
                    gradient[feature * hidden + unit] += from_above[time][unit]
                        * f64::from(self.inputs[(row + time) * features + feature]);
                }
                gradient[features * hidden + unit] += from_above[time][unit];
            }
        }
        prediction
    }
}
