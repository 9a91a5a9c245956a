//! A linear network on the CPU: forward, loss and gradient (see [`crate::cells::Linear`]). One weight for
//! each number of a window is little work, so there are no lanes and no pieces here.

use super::Rows;
use crate::cells::Linear;
use crate::lstm::layout::LinearLayout;

/// Buffers for one network shape.
#[derive(Debug)]
pub struct LinearNetwork {
    layout: LinearLayout,
    /// A row's window as the weights meet it, `[window · features]`.
    window: Vec<f32>,
    /// Of a row, `[outputs]`.
    predictions: Vec<f32>,
}

impl LinearNetwork {
    pub fn new(layout: LinearLayout) -> Self {
        Self {
            layout,
            window: vec![0.0; layout.inputs()],
            predictions: vec![0.0; layout.outputs],
        }
    }

    /// # Shapes
    /// As [`CpuNetwork::predict`](super::CpuNetwork::predict).
    pub fn predict(&mut self, parameters: &[f32], rows: Rows<'_>, out: &mut [f32]) {
        let outs = out.chunks_exact_mut(self.layout.outputs);
        for (row, out) in rows.rows.iter().zip(outs) {
            self.forward(parameters, rows.inputs, *row);
            out.copy_from_slice(&self.predictions);
        }
    }

    /// Squared errors per row (of several outputs their mean) and the gradient of their mean.
    ///
    /// # Shapes
    /// As [`CpuNetwork::gradient`](super::CpuNetwork::gradient).
    pub fn gradient(
        &mut self,
        parameters: &[f32],
        rows: Rows<'_>,
        targets: &[f32],
        squared_errors: &mut [f32],
        gradient: &mut [f32],
    ) {
        let LinearLayout { outputs, .. } = self.layout;
        let inputs = self.layout.inputs();
        let scale = 2.0 / (rows.rows.len() * outputs) as f32;
        gradient.fill(0.0);
        let (of_weights, of_biases) = gradient.split_at_mut(self.layout.weight().end);
        for (row, squared_error) in rows.rows.iter().zip(squared_errors) {
            self.forward(parameters, rows.inputs, *row);
            let targets = &targets[*row as usize * outputs..][..outputs];
            let mut squares = 0.0;
            for (output, target) in targets.iter().enumerate() {
                let error = self.predictions[output] - target;
                squares += error * error;
                of_biases[output] += scale * error;
                let of_output = &mut of_weights[output * inputs..][..inputs];
                for (sum, number) in of_output.iter_mut().zip(&self.window) {
                    *sum += scale * error * number;
                }
            }
            *squared_error = squares / outputs as f32;
        }
    }

    /// Fills window and predictions for a row.
    fn forward(&mut self, parameters: &[f32], inputs: &[f32], row: u32) {
        let features = self.layout.features;
        let read = &inputs[row as usize * features..][..self.window.len()];
        self.window.copy_from_slice(read);
        let start = match self.layout.linear {
            Linear::Plain => 0.0,
            Linear::FromLast => {
                let last = &read[read.len() - features..];
                for day in self.window.chunks_exact_mut(features) {
                    for (number, last) in day.iter_mut().zip(last) {
                        *number -= last;
                    }
                }
                last[0]
            }
        };
        let weights = parameters[self.layout.weight()].chunks_exact(self.window.len());
        let biases = &parameters[self.layout.biases()];
        for ((prediction, weights), bias) in self.predictions.iter_mut().zip(weights).zip(biases) {
            let products = self.window.iter().zip(weights);
            *prediction = start + bias + products.map(|(x, w)| x * w).sum::<f32>();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wave(index: usize) -> f32 {
        (index as f32 * 0.7).sin() + 0.3 * (index as f32 * 1.3).cos()
    }

    /// Each row's mean squared error by the formula, in f64, with an index for each number.
    fn errors(
        layout: LinearLayout,
        parameters: &[f64],
        inputs: &[f64],
        targets: &[f64],
        rows: &[u32],
    ) -> Vec<f64> {
        let LinearLayout {
            linear,
            window,
            features,
            outputs,
        } = layout;
        let of_row = |row: &u32| {
            let at = |day: usize, number: usize| inputs[(*row as usize + day) * features + number];
            let last = window - 1;
            let mut squares = 0.0;
            for output in 0..outputs {
                let mut prediction = parameters[layout.biases()][output];
                if linear == Linear::FromLast {
                    prediction += at(last, 0);
                }
                for day in 0..window {
                    for number in 0..features {
                        let weight = parameters[(output * window + day) * features + number];
                        prediction += weight
                            * match linear {
                                Linear::Plain => at(day, number),
                                Linear::FromLast => at(day, number) - at(last, number),
                            };
                    }
                }
                squares += (prediction - targets[*row as usize * outputs + output]).powi(2);
            }
            squares / outputs as f64
        };
        rows.iter().map(of_row).collect()
    }

    #[test]
    fn errors_and_gradient_agree_with_the_formula_and_its_central_differences() {
        const STEP: f64 = 1e-5;
        let wide = |values: &[f32]| values.iter().copied().map(f64::from).collect::<Vec<_>>();
        for linear in Linear::ALL.iter().copied() {
            for (window, features, outputs, batch) in
                [(2, 1, 1, 1), (7, 3, 5, 34), (20, 8, 1, 64), (9, 1, 30, 3)]
            {
                let layout = LinearLayout {
                    linear,
                    window,
                    features,
                    outputs,
                };
                let parameters: Vec<f32> = (0..layout.len()).map(|i| 0.3 * wave(3 * i)).collect();
                let inputs: Vec<f32> = (0..(batch + window) * features).map(wave).collect();
                let targets: Vec<f32> = (0..batch * outputs).map(|i| wave(i + 5)).collect();
                // Out of order, as a shuffled batch is.
                let numbers: Vec<u32> = (0..batch as u32).rev().collect();
                let rows = Rows {
                    inputs: &inputs,
                    rows: &numbers,
                };
                let mut kernel = LinearNetwork::new(layout);
                let mut found = vec![f32::NAN; batch];
                let mut gradient = vec![f32::NAN; layout.len()];
                kernel.gradient(&parameters, rows, &targets, &mut found, &mut gradient);

                let (inputs, targets) = (wide(&inputs), wide(&targets));
                let mut parameters = wide(&parameters);
                let expected = errors(layout, &parameters, &inputs, &targets, &numbers);
                for (found, expected) in found.iter().zip(&expected) {
                    assert!(
                        (f64::from(*found) - expected).abs() < 1e-5 * expected.max(1.0),
                        "{layout:?}"
                    );
                }
                let largest = gradient.iter().fold(0.0_f32, |m, g| m.max(g.abs()));
                for index in 0..parameters.len() {
                    let mut moved = |by: f64| {
                        parameters[index] += by;
                        let errors = errors(layout, &parameters, &inputs, &targets, &numbers);
                        parameters[index] -= by;
                        errors.iter().sum::<f64>() / errors.len() as f64
                    };
                    let slope = (moved(STEP) - moved(-STEP)) / (2.0 * STEP);
                    let error = (f64::from(gradient[index]) - slope).abs();
                    assert!(
                        error < 1e-5 * f64::from(largest),
                        "{layout:?}, parameter {index}"
                    );
                }
            }
        }
    }

    #[test]
    fn predictions_are_the_forward_pass_of_the_gradient() {
        for linear in Linear::ALL.iter().copied() {
            let layout = LinearLayout {
                linear,
                window: 6,
                features: 2,
                outputs: 1,
            };
            let parameters: Vec<f32> = (0..layout.len()).map(wave).collect();
            let inputs: Vec<f32> = (0..40).map(wave).collect();
            let rows = Rows {
                inputs: &inputs,
                rows: &[3, 0, 14],
            };
            let mut kernel = LinearNetwork::new(layout);
            let mut predictions = [0.0; 3];
            kernel.predict(&parameters, rows, &mut predictions);
            let mut errors = [0.0; 3];
            let mut gradient = vec![0.0; layout.len()];
            kernel.gradient(&parameters, rows, &[0.0; 15], &mut errors, &mut gradient);
            assert_eq!(
                predictions.map(|prediction| prediction * prediction),
                errors
            );
        }
    }
}
