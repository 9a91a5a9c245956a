//! The network in plain scalar f64 loops: the oracle of the tests.

// Indices as in the formulas; iterators would hide them.
#![allow(clippy::needless_range_loop)]

use crate::cells::formula;
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

/// One layer at one time.
#[derive(Clone)]
struct Moment {
    input: Vec<f64>,
    previous: Vec<f64>,
    previous_cell: Vec<f64>,
    /// Of each unit, after [`formula::forward`].
    columns: Vec<Vec<f64>>,
    cell: Vec<f64>,
    output: Vec<f64>,
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

    fn moment(&self, layer: usize, input: Vec<f64>, before: Option<&Moment>) -> Moment {
        let ParameterLayout { cell, hidden, .. } = self.layout;
        let ranges = self.layout.layer(layer);
        let zeros = vec![0.0; hidden];
        let previous = before.map_or(zeros.clone(), |moment| moment.output.clone());
        let previous_cell = before.map_or(zeros, |moment| moment.cell.clone());
        let width = cell.gates() * hidden;
        let product = |matrix: usize, bias: usize, values: &[f64], column: usize| -> f64 {
            let products = values.iter().enumerate();
            let products = products
                .map(|(unit, value)| value * self.parameter(matrix + unit * width + column));
            products.sum::<f64>() + self.parameter(bias + column)
        };
        let mut moment = Moment {
            columns: vec![vec![0.0; cell.columns()]; hidden],
            input,
            previous,
            previous_cell,
            cell: Vec::new(),
            output: Vec::new(),
        };
        for unit in 0..hidden {
            for gate in 0..cell.gates() {
                let column = gate * hidden + unit;
                let (matrix, bias) = (ranges.input.start, ranges.input_bias.start);
                let sums = &mut moment.columns[unit];
                sums[cell.input_column(gate)] += product(matrix, bias, &moment.input, column);
                let (matrix, bias) = (ranges.recurrent.start, ranges.recurrent_bias.start);
                sums[cell.recurrent_column(gate)] +=
                    product(matrix, bias, &moment.previous, column);
            }
            let before = (moment.previous[unit], moment.previous_cell[unit]);
            let (output, state) = formula::forward(cell, &mut moment.columns[unit], before);
            moment.output.push(output);
            moment.cell.push(state);
        }
        moment
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
            cell,
            features,
            hidden,
            layers,
            ..
        } = self.layout;
        let window = self.window;
        let mut moments: Vec<Vec<Moment>> = vec![Vec::new(); layers];
        for time in 0..window {
            let mut input = self.embed(row + time);
            for (layer, past) in moments.iter_mut().enumerate() {
                let moment = self.moment(layer, input, past.last());
                input = moment.output.clone();
                past.push(moment);
            }
        }
        let head = self.layout.head_weight().start;
        let mut prediction = self.parameter(self.layout.head_bias());
        for layer in 0..layers {
            for unit in 0..hidden {
                prediction += self.parameter(head + layer * hidden + unit)
                    * moments[layer][window - 1].output[unit]
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
                    error * factor * moments[layer][window - 1].output[unit];
                output_gradient[unit] =
                    error * factor * self.parameter(head + layer * hidden + unit);
            }
            for time in (0..window).rev() {
                let moment = &moments[layer][time];
                let width = cell.gates() * hidden;
                let mut past = vec![0.0; hidden];
                let mut columns = moment.columns.clone();
                for unit in 0..hidden {
                    let before = (moment.previous[unit], moment.previous_cell[unit]);
                    let by = (
                        output_gradient[unit] + from_above[time][unit],
                        cell_gradient[unit],
                    );
                    (past[unit], cell_gradient[unit]) =
                        formula::backward(cell, &mut columns[unit], before, by);
                }
                output_gradient = past;
                for column in 0..width {
                    let (gate, of_unit) = (column / hidden, &columns[column % hidden]);
                    let by_input = of_unit[cell.input_column(gate)];
                    let by_state = of_unit[cell.recurrent_column(gate)];
                    gradient[ranges.input_bias.start + column] += by_input;
                    gradient[ranges.recurrent_bias.start + column] += by_state;
                    for unit in 0..hidden {
                        let place = unit * width + column;
                        gradient[ranges.input.start + place] += by_input * moment.input[unit];
                        gradient[ranges.recurrent.start + place] +=
                            by_state * moment.previous[unit];
                        below[time][unit] += by_input * self.parameter(ranges.input.start + place);
                        output_gradient[unit] +=
                            by_state * self.parameter(ranges.recurrent.start + place);
                    }
                }
            }
            from_above = below;
        }
        for time in 0..window {
            for unit in 0..hidden {
                if moments[0][time].input[unit] <= 0.0 {
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
