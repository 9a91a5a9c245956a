//! The kernel against a plain scalar forward pass in f64 and its finite differences.

use super::*;
use crate::cells::{Cell, formula};
use crate::lstm::init;

/// The network's definition, written for reading: one row, f64, no blocking. With `[time][feature]`
/// inputs and the dropout's factor per head input; one prediction per output.
fn reference_predictions(
    layout: &ParameterLayout,
    parameters: &[f64],
    window: &[f64],
    factor: impl Fn(usize) -> f64,
) -> Vec<f64> {
    let (features, hidden) = (layout.features, layout.hidden);
    let mut sequence: Vec<Vec<f64>> = window
        .chunks(features)
        .map(|x| {
            (0..hidden)
                .map(|unit| {
                    let sum: f64 = (0..features)
                        .map(|feature| x[feature] * parameters[feature * hidden + unit])
                        .sum();
                    (sum + parameters[layout.input_bias().start + unit]).max(0.0)
                })
                .collect()
        })
        .collect();
    let mut predictions = parameters[layout.head_biases()].to_vec();
    for layer in 0..layout.layers {
        let ranges = layout.layer(layer);
        let (mut h, mut c) = (vec![0.0; hidden], vec![0.0; hidden]);
        for x in &mut sequence {
            let gates = layout.cell.gates();
            let product = |matrix: usize, bias: usize, values: &[f64], column: usize| -> f64 {
                let products = values
                    .iter()
                    .enumerate()
                    .map(|(k, value)| value * parameters[matrix + k * gates * hidden + column]);
                products.sum::<f64>() + parameters[bias + column]
            };
            let sums = |unit: usize| {
                let mut sums = vec![0.0; layout.cell.columns()];
                for gate in 0..gates {
                    let column = gate * hidden + unit;
                    let (matrix, bias) = (ranges.input.start, ranges.input_bias.start);
                    sums[layout.cell.input_column(gate)] += product(matrix, bias, x, column);
                    let (matrix, bias) = (ranges.recurrent.start, ranges.recurrent_bias.start);
                    sums[layout.cell.recurrent_column(gate)] += product(matrix, bias, &h, column);
                }
                sums
            };
            let mut sums: Vec<_> = (0..hidden).map(sums).collect();
            for (unit, sums) in sums.iter_mut().enumerate() {
                let before = (h[unit], c[unit]);
                (h[unit], c[unit]) = formula::forward(layout.cell, sums, before);
            }
            x.clone_from(&h);
        }
        for (unit, state) in h.iter().enumerate() {
            let place = layer * hidden + unit;
            for (output, prediction) in predictions.iter_mut().enumerate() {
                let weight = layout.head_weight().start + output * layout.layers * hidden + place;
                *prediction += state * parameters[weight] * factor(place);
            }
        }
    }
    predictions
}

fn wave(i: usize) -> f32 {
    ((i as f32) * 0.7).sin() + 0.3 * ((i as f32) * 1.3).cos()
}

struct Case {
    network: NetworkConfig,
    window: usize,
    inputs: Vec<f32>,
    targets: Vec<f32>,
    rows: Vec<u32>,
    parameters: Vec<f32>,
    dropout: Option<Dropout>,
}

impl Case {
    fn new(features: usize, hidden: usize, layers: usize, window: usize, batch: usize) -> Self {
        Self::of_outputs(1, features, hidden, layers, window, batch)
    }

    fn of_outputs(
        outputs: usize,
        features: usize,
        hidden: usize,
        layers: usize,
        window: usize,
        batch: usize,
    ) -> Self {
        let network = NetworkConfig {
            cell: Cell::Lstm.into(),
            features,
            hidden,
            layers,
            outputs,
            dropout: 0.2,
        };
        let case = Self {
            network,
            window,
            parameters: Vec::new(),
            inputs: (0..(batch + window) * features).map(wave).collect(),
            targets: (0..batch * outputs).map(|i| wave(i + 5)).collect(),
            // Out of order, as a shuffled batch is.
            rows: (0..batch as u32).rev().collect(),
            dropout: Some(Dropout {
                probability: 0.2,
                seed: 3,
                step: 9,
            }),
        };
        case.with(Cell::Lstm)
    }

    /// The same case of a cell, with parameters of its own.
    fn with(self, cell: Cell) -> Self {
        let network = NetworkConfig {
            cell: cell.into(),
            ..self.network
        };
        let mut parameters = init::parameters(&ParameterLayout::new(&network), 11);
        // Biases of their own, so that a mix-up of biases cannot hide behind zeros.
        for (index, parameter) in parameters.iter_mut().enumerate() {
            *parameter += 0.1 * wave(index);
        }
        Self {
            network,
            parameters,
            ..self
        }
    }

    fn gradient(&self) -> (Vec<f32>, Vec<f32>) {
        let mut kernel = CpuNetwork::new(&self.network, self.window);
        let mut errors = vec![0.0; self.rows.len()];
        let mut gradient = vec![f32::NAN; self.parameters.len()];
        kernel.gradient(&self.parameters, self.batch(), &mut errors, &mut gradient);
        (errors, gradient)
    }

    fn batch(&self) -> Batch<'_> {
        Batch {
            rows: Rows {
                inputs: &self.inputs,
                rows: &self.rows,
            },
            targets: &self.targets,
            dropout: self.dropout,
        }
    }

    fn reference_errors(&self, parameters: &[f64]) -> Vec<f64> {
        let layout = ParameterLayout::new(&self.network);
        let units = layout.layers * layout.hidden;
        let inputs: Vec<f64> = self.inputs.iter().map(|x| f64::from(*x)).collect();
        let errors = self.rows.iter().enumerate().map(|(position, row)| {
            let row = *row as usize;
            let window = &inputs[row * layout.features..][..self.window * layout.features];
            let factor = |unit: usize| {
                self.dropout.map_or(1.0, |dropout| {
                    f64::from(dropout.factor((position * units + unit) as u32))
                })
            };
            let predictions = reference_predictions(&layout, parameters, window, factor);
            let targets = &self.targets[row * layout.outputs..][..layout.outputs];
            let squares = predictions.iter().zip(targets).map(|(prediction, target)| {
                let error = prediction - f64::from(*target);
                error * error
            });
            squares.sum::<f64>() / layout.outputs as f64
        });
        errors.collect()
    }

    fn reference_loss(&self, parameters: &[f64]) -> f64 {
        let errors = self.reference_errors(parameters);
        errors.iter().sum::<f64>() / errors.len() as f64
    }
}

/// A row of sizes for each cell.
fn of_each_cell<T: Copy>(sizes: T) -> impl Iterator<Item = (Cell, T)> {
    Cell::ALL.iter().map(move |cell| (*cell, sizes))
}

#[test]
fn squared_errors_agree_with_the_plain_forward_pass() {
    for (cell, (outputs, features, hidden, layers, window, batch)) in [
        (1, 1, 32, 2, 20, 70),
        (1, 1, 4, 1, 2, 1),
        (1, 3, 5, 3, 7, 33),
        (1, 8, 33, 2, 3, 5),
        (1, 1, 128, 1, 4, 3),
        (2, 1, 4, 1, 2, 1),
        (5, 3, 5, 3, 7, 33),
        (30, 1, 32, 2, 20, 70),
    ]
    .into_iter()
    .flat_map(of_each_cell)
    {
        let case = Case::of_outputs(outputs, features, hidden, layers, window, batch).with(cell);
        let parameters: Vec<f64> = case.parameters.iter().map(|p| f64::from(*p)).collect();
        for (ours, reference) in case
            .gradient()
            .0
            .iter()
            .zip(case.reference_errors(&parameters))
        {
            let error = (f64::from(*ours) - reference).abs();
            assert!(
                error < 1e-5 * reference.max(1.0),
                "{cell:?}, hidden {hidden}: {ours} against {reference}"
            );
        }
    }
}

#[test]
fn gradient_agrees_with_finite_differences_in_f64() {
    for (cell, (outputs, features, hidden, layers, window, batch)) in [
        (1, 1, 4, 1, 2, 1),
        (1, 3, 5, 3, 4, 34),
        (1, 1, 9, 2, 6, 3),
        (2, 1, 4, 1, 2, 1),
        (5, 3, 5, 3, 4, 34),
        (30, 1, 9, 2, 6, 3),
    ]
    .into_iter()
    .flat_map(of_each_cell)
    {
        let case = Case::of_outputs(outputs, features, hidden, layers, window, batch).with(cell);
        let (_, gradient) = case.gradient();
        let mut parameters: Vec<f64> = case.parameters.iter().map(|p| f64::from(*p)).collect();
        let largest = gradient.iter().fold(0.0_f32, |m, g| m.max(g.abs()));
        for index in 0..parameters.len() {
            let original = parameters[index];
            // Central differences: truncation ~1e-10, rounding ~1e-16/1e-5.
            let step = 1e-5;
            parameters[index] = original + step;
            let above = case.reference_loss(&parameters);
            parameters[index] = original - step;
            let below = case.reference_loss(&parameters);
            parameters[index] = original;
            let expected = (above - below) / (2.0 * step);
            let error = (f64::from(gradient[index]) - expected).abs();
            assert!(
                error < 1e-5 * f64::from(largest) + 1e-8,
                "{cell:?}, hidden {hidden}, parameter {index}: {} against {expected}",
                gradient[index]
            );
        }
    }
}

#[test]
fn the_same_call_twice_gives_the_same_bits() {
    let case = Case::new(1, 32, 2, 20, 64);
    let mut kernel = CpuNetwork::new(&case.network, case.window);
    let mut run = || {
        let mut errors = vec![0.0; 64];
        let mut gradient = vec![0.0; case.parameters.len()];
        kernel.gradient(&case.parameters, case.batch(), &mut errors, &mut gradient);
        (errors, gradient)
    };
    assert_eq!(run(), run());
}

#[test]
fn every_dealing_of_the_pieces_has_the_same_gradient_to_the_last_bit() {
    // A whole number of pieces and not, more workers than pieces, each kind of input layer.
    for (cell, (outputs, features, hidden, batch)) in
        [(1, 1, 12, 64), (1, 1, 12, 61), (3, 2, 5, 37), (1, 3, 33, 5)]
            .into_iter()
            .flat_map(of_each_cell)
    {
        let case = Case::of_outputs(outputs, features, hidden, 2, 9, batch).with(cell);
        let (errors, gradient) = case.gradient();
        for workers in 1..=9 {
            let (dealt_errors, dealt) = dealt(&case, workers);
            assert_eq!(dealt_errors, errors, "{workers} workers");
            assert_eq!(dealt, gradient, "{cell:?}, {workers} workers");
        }
    }
}

/// Errors and gradient of a case whose pieces are computed by kernels of their own, one a worker.
fn dealt(case: &Case, workers: usize) -> (Vec<f32>, Vec<f32>) {
    let (rows, all) = (case.rows.len(), pieces(case.rows.len()));
    let mut errors = vec![f32::NAN; rows];
    let mut parts = Vec::new();
    for worker in 0..workers {
        let mut kernel = CpuNetwork::new(&case.network, case.window);
        let own = all * worker / workers..all * (worker + 1) / workers;
        kernel.begin(&case.parameters);
        let own_errors = &mut errors[rows_of(own.clone(), rows)];
        kernel.add_pieces(&case.parameters, case.batch(), own.clone(), own_errors);
        let sums: Vec<_> = kernel.branches().map(<[f32]>::to_vec).collect();
        parts.extend(tree::branches(own).zip(sums));
    }
    let mut kernel = CpuNetwork::new(&case.network, case.window);
    kernel.begin(&case.parameters);
    for (pieces, sums) in &parts {
        kernel.add_branch(pieces.clone(), sums);
    }
    let mut gradient = vec![f32::NAN; case.parameters.len()];
    kernel.finish(&case.parameters, &mut gradient);
    (errors, gradient)
}

#[test]
fn predictions_are_the_undropped_forward_pass() {
    for cell in Cell::ALL.iter().copied() {
        predictions_are_undropped(&Case {
            dropout: None,
            ..Case::new(1, 12, 2, 6, 40).with(cell)
        });
    }
}

fn predictions_are_undropped(case: &Case) {
    let mut kernel = CpuNetwork::new(&case.network, case.window);
    let mut predictions = vec![0.0; 40];
    kernel.predict(
        &case.parameters,
        Rows {
            inputs: &case.inputs,
            rows: &case.rows,
        },
        &mut predictions,
    );
    for ((prediction, row), error) in predictions.iter().zip(&case.rows).zip(case.gradient().0) {
        let difference = prediction - case.targets[*row as usize];
        assert_eq!(difference * difference, error);
    }
}

/// Prints the time of a step's gradient of each cell; run with `--ignored --nocapture`.
#[test]
#[ignore = "a measurement, not a check"]
fn measure_gradient() {
    for features in [1, 4] {
        for cell in Cell::ALL.iter().copied() {
            let time = milliseconds(&Case::new(features, 32, 2, 20, 64).with(cell));
            println!("{features} features, {cell:?}: {time:.3} ms");
        }
    }
}

/// The least of many, so that what else the machine does is left out.
fn milliseconds(case: &Case) -> f64 {
    let mut kernel = CpuNetwork::new(&case.network, case.window);
    let mut errors = vec![0.0; 64];
    let mut gradient = vec![0.0; case.parameters.len()];
    let mut best = f64::INFINITY;
    for _ in 0..60 {
        let start = std::time::Instant::now();
        for _ in 0..20 {
            kernel.gradient(&case.parameters, case.batch(), &mut errors, &mut gradient);
        }
        best = best.min(start.elapsed().as_secs_f64() * 1e3 / 20.0);
    }
    best
}
