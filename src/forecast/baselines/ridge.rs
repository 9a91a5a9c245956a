//! Ridge regression on a sliding window: the linear forecaster that sees exactly what the network
//! sees.
//!
//! The linear algebra is one Cholesky factorisation, written out here: a matrix crate would bring a
//! dozen dependencies to the page for these twenty lines.

use super::super::settings::Steps;
use super::baseline::{Baseline, History, Kind};

/// From the network's own scaled window to the scaled value after it: a return or a price, whatever the
/// network predicts.
pub const RIDGE: Kind = Kind {
    key: "ridge",
    fit: |history| {
        let window = history.dataset.settings.window;
        // The value after each window: the next day itself, also where the network's label is another.
        let targets = &history.inputs[window..];
        let rows = history.training_rows();
        Box::new(Ridge::fit(&history.inputs, targets, window, &rows))
    },
};

/// The penalty λ on standardised columns, beside sums (not means) of squares. 1 only steadies the
/// nearly equal columns of a price window; it shrinks nothing that thousands of rows support.
const RIDGE_PENALTY: f64 = 1.0;
/// A column whose variance is below this share of its mean square does not vary.
const NOISE: f64 = 1e-12;

/// `ŷ = intercept + Σ_j weights_j · x_j`.
#[derive(Debug, Clone, PartialEq)]
pub struct Ridge {
    intercept: f64,
    weights: Vec<f64>, // [window]
}

impl Ridge {
    /// Minimises `Σ_k (y_k − ȳ − z_k·β)² + λ·‖β‖²` over the rows k, in closed form
    /// `β = (ZᵀZ + λI)⁻¹ Zᵀy` (Hoerl & Kennard 1970). Row k's window is `inputs[k..k + window]`; z are
    /// its columns, standardised over the rows.
    ///
    /// # Shapes
    /// `inputs` as long as the last row's window reaches or longer, `targets` as long as the last row
    /// or longer, `rows` in ascending order, at least one.
    pub fn fit(inputs: &[f64], targets: &[f64], window: usize, rows: &[usize]) -> Self {
        let count = rows.len() as f64;
        let columns: Vec<Column> = (0..window)
            .map(|lag| Column::new(rows.iter().map(|row| inputs[row + lag])))
            .collect();
        let target_mean = rows.iter().map(|row| targets[*row]).sum::<f64>() / count;

        let mut normal = gram(inputs, rows, window); // [window, window]
        for (i, left) in columns.iter().enumerate() {
            for (j, right) in columns.iter().enumerate() {
                let centred = normal[i * window + j] - count * left.mean * right.mean;
                normal[i * window + j] = centred / (left.deviation * right.deviation);
            }
            normal[i * window + i] += RIDGE_PENALTY;
        }
        let right_side = columns
            .iter()
            .enumerate()
            .map(|(lag, column)| {
                let product: f64 = rows
                    .iter()
                    .map(|row| (inputs[row + lag] - column.mean) * (targets[*row] - target_mean))
                    .sum();
                product / column.deviation
            })
            .collect();
        let mut weights = solve_positive_definite(normal, right_side);
        for (weight, column) in weights.iter_mut().zip(&columns) {
            *weight /= column.deviation;
        }
        let at_means: f64 = weights.iter().zip(&columns).map(|(w, c)| w * c.mean).sum();
        Self {
            intercept: target_mean - at_means,
            weights,
        }
    }

    /// The forecast of one window, `[window]`.
    pub fn predict(&self, window: &[f64]) -> f64 {
        self.intercept
            + self
                .weights
                .iter()
                .zip(window)
                .map(|(w, x)| w * x)
                .sum::<f64>()
    }
}

impl Baseline for Ridge {
    fn next(&self, history: &History, row: usize) -> f64 {
        let window = history.dataset.settings.window;
        let scaled = self.predict(&history.inputs[row..row + window]);
        history
            .dataset
            .price_from_scaled(row, scaled, history.series)
    }

    /// Reads what it said of the days before.
    fn path(&self, history: &History, row: usize, horizon: usize) -> Vec<f64> {
        let dataset = history.dataset;
        let window = dataset.settings.window;
        let mut known = history.inputs[row..row + window].to_vec();
        for step in 0..horizon {
            known.push(self.predict(&known[step..]));
        }
        dataset.prices_from_path(row, &known[window..], Steps::Recursive, history.series)
    }
}

/// One column of the design matrix.
struct Column {
    mean: f64,
    /// Population standard deviation; 1 where the column does not vary.
    deviation: f64,
}

impl Column {
    fn new(values: impl ExactSizeIterator<Item = f64> + Clone) -> Self {
        let count = values.len() as f64;
        let mean = values.clone().sum::<f64>() / count;
        let variance = values.map(|x| (x - mean).powi(2)).sum::<f64>() / count;
        let varies = variance > NOISE * mean * mean && variance > 0.0;
        Self {
            mean,
            deviation: if varies { variance.sqrt() } else { 1.0 },
        }
    }
}

/// `G_ij = Σ_k x_{k+i}·x_{k+j}` over the rows k, `[window, window]`. Rows that a random split has
/// taken from among them are subtracted: there are fewer of them than of the others.
fn gram(inputs: &[f64], rows: &[usize], window: usize) -> Vec<f64> {
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
        return vec![0.0; window * window];
    };
    let mut gram = consecutive_gram(&inputs[*first..], last + 1 - first, window);
    let missing: Vec<usize> = rows
        .windows(2)
        .flat_map(|pair| pair[0] + 1..pair[1])
        .collect();
    // Four at a time and above the diagonal only: going through the matrix is what takes the time.
    let nothing = vec![0.0; window];
    for four in missing.chunks(4) {
        let spans: [&[f64]; 4] = std::array::from_fn(|place| match four.get(place) {
            Some(row) => &inputs[*row..row + window],
            None => &nothing,
        });
        for i in 0..window {
            let [a, b, c, d] = spans.map(|span| span[i]);
            let [to_a, to_b, to_c, to_d] = spans.map(|span| &span[i..]);
            let from_diagonal = &mut gram[i * window + i..(i + 1) * window];
            for (j, entry) in from_diagonal.iter_mut().enumerate() {
                *entry -= a * to_a[j] + b * to_b[j] + c * to_c[j] + d * to_d[j];
            }
        }
    }
    for i in 1..window {
        for j in 0..i {
            gram[i * window + j] = gram[j * window + i];
        }
    }
    gram
}

/// The same for the rows 0..rows. Neighbouring entries of a diagonal share all but their first and
/// last product, so only the first row is summed in full: rows·window products instead of
/// rows·window², which would stall the page at window 250.
fn consecutive_gram(inputs: &[f64], rows: usize, window: usize) -> Vec<f64> {
    let mut gram = vec![0.0; window * window];
    for distance in 0..window {
        let mut sum: f64 = (0..rows).map(|k| inputs[k] * inputs[k + distance]).sum();
        for i in 0..window - distance {
            let j = i + distance;
            gram[i * window + j] = sum;
            gram[j * window + i] = sum;
            if j + 1 < window {
                sum += inputs[i + rows] * inputs[j + rows] - inputs[i] * inputs[j];
            }
        }
    }
    gram
}

/// Solves `A·x = b` for a symmetric positive definite `A` `[n, n]` by Cholesky's `A = L·Lᵀ`.
fn solve_positive_definite(mut matrix: Vec<f64>, mut vector: Vec<f64>) -> Vec<f64> {
    let size = vector.len();
    for i in 0..size {
        for j in 0..=i {
            let dot: f64 = (0..j)
                .map(|k| matrix[i * size + k] * matrix[j * size + k])
                .sum();
            let rest = matrix[i * size + j] - dot;
            matrix[i * size + j] = if i == j {
                rest.sqrt()
            } else {
                rest / matrix[j * size + j]
            };
        }
    }
    for i in 0..size {
        let dot: f64 = (0..i).map(|k| matrix[i * size + k] * vector[k]).sum();
        vector[i] = (vector[i] - dot) / matrix[i * size + i];
    }
    for i in (0..size).rev() {
        let dot: f64 = (i + 1..size)
            .map(|k| matrix[k * size + i] * vector[k])
            .sum();
        vector[i] = (vector[i] - dot) / matrix[i * size + i];
    }
    vector
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::fixtures::{series, wave};
    use crate::forecast::{Dataset, Settings};

    #[test]
    fn solves_by_hand() {
        // [4 2; 2 3]·[1; 2] = [8; 8].
        let solution = solve_positive_definite(vec![4.0, 2.0, 2.0, 3.0], vec![8.0, 8.0]);
        assert!((solution[0] - 1.0).abs() < 1e-12);
        assert!((solution[1] - 2.0).abs() < 1e-12);
    }

    #[test]
    fn one_column_is_shrunk_by_the_penalty() {
        // x = −1, 1, −1, 1 (standardised already), y = 3x + 5: ZᵀZ = 4, Zᵀy = 12, so
        // β = 12/(4 + 1) = 2.4.
        let inputs = [-1.0, 1.0, -1.0, 1.0];
        let ridge = Ridge::fit(&inputs, &[2.0, 8.0, 2.0, 8.0], 1, &[0, 1, 2, 3]);
        assert!((ridge.weights[0] - 2.4).abs() < 1e-12);
        assert!((ridge.predict(&[2.0]) - 9.8).abs() < 1e-12);
    }

    #[test]
    fn the_sliding_gram_is_the_full_one() {
        let inputs: Vec<f64> = (0..40).map(|k| (k as f64 * 0.9).sin() + 0.3).collect();
        let window = 7;
        let all: Vec<usize> = (0..30).collect();
        let scattered: Vec<usize> = (2..33).filter(|row| row % 4 != 1).collect();
        for rows in [all, scattered] {
            let gram = gram(&inputs, &rows, window);
            for i in 0..window {
                for j in 0..window {
                    let products = rows.iter().map(|k| inputs[k + i] * inputs[k + j]);
                    let full: f64 = products.sum();
                    assert!((gram[i * window + j] - full).abs() < 1e-12);
                }
            }
        }
    }

    #[test]
    fn finds_a_linear_rule_among_many_rows() {
        // y_k = 0.5·x_{k+2} − 0.25·x_{k+1}, with noise-free pseudo-random x.
        let inputs: Vec<f64> = (0..2003).map(|k| ((k * k) as f64 * 0.37).sin()).collect();
        let targets: Vec<f64> = (0..2000)
            .map(|k| 0.5 * inputs[k + 2] - 0.25 * inputs[k + 1])
            .collect();
        let all: Vec<usize> = (0..2000).collect();
        let half: Vec<usize> = (0..2000).filter(|row| row % 7 < 4).collect();
        for rows in [all, half] {
            let ridge = Ridge::fit(&inputs, &targets, 3, &rows);
            for (weight, expected) in ridge.weights.iter().zip([0.0, -0.25, 0.5]) {
                assert!((weight - expected).abs() < 2e-3, "{:?}", ridge.weights);
            }
        }
    }

    #[test]
    fn inputs_that_do_not_vary_forecast_the_mean() {
        let ridge = Ridge::fit(
            &[0.1; 12],
            &[1.0, 2.0, 3.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0],
            4,
            &[0, 1, 2, 3, 4, 5, 6, 7, 8],
        );
        assert!((ridge.predict(&[0.1; 4]) - 2.0).abs() < 1e-9);
    }

    #[test]
    fn a_path_reads_its_own_forecasts() {
        let series = series(&wave(120));
        let dataset = Dataset::new(&series, &Settings::default()).unwrap();
        let history = History::new(&series, &dataset);
        let (window, row) = (dataset.settings.window, 40);
        let rows = history.training_rows();
        let ridge = Ridge::fit(&history.inputs, &history.inputs[window..], window, &rows);
        // What it says of the second day is what it says of a window that ends with its first.
        let mut known = history.inputs[row..row + window].to_vec();
        known.push(ridge.predict(&known));
        let second = ridge.predict(&known[1..]);
        let scaler = dataset.target_scaler;
        let growth = scaler.unscale(known[window]) + scaler.unscale(second);
        let path = ridge.path(&history, row, 3);
        let expected = history.last_price(row) * growth.exp();
        assert!((path[1] / expected - 1.0).abs() < 1e-9);
        assert_eq!(path[0], ridge.next(&history, row));
    }
}
