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
        let targets = &history.inputs[0][window..];
        let rows = history.training_rows();
        Box::new(Ridge::fit(&history.inputs, targets, window, &rows))
    },
};

/// The penalty λ on standardised columns, beside sums (not means) of squares. 1 only steadies the
/// nearly equal columns of a price window; it shrinks nothing that thousands of rows support.
const RIDGE_PENALTY: f64 = 1.0;
/// A column whose variance is below this share of its mean square does not vary.
const NOISE: f64 = 1e-12;
/// The most columns. Of further inputs it reads as many of the last days as leave it there: the
/// factorisation takes the cube of the columns, and with seven numbers of 250 days it would hold the page
/// for seconds.
const MOST_COLUMNS: usize = 300;

/// `ŷ = intercept + Σ_j weights_j · x_j`, the columns of each input one after the other, oldest day first.
#[derive(Debug, Clone, PartialEq)]
pub struct Ridge {
    intercept: f64,
    weights: Vec<f64>, // [columns]
    spans: Vec<Span>,
}

/// The days of a window that are read of one input: the last `days` of `window`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    /// Days of the window before the first one.
    skipped: usize,
    days: usize,
}

fn spans(inputs: usize, window: usize) -> Vec<Span> {
    let further = inputs - 1;
    let of_further = MOST_COLUMNS.saturating_sub(window) / further.max(1);
    let of_further = of_further.clamp(1, window);
    (0..inputs)
        .map(|input| match input {
            0 => window,
            _ => of_further,
        })
        .map(|days| Span {
            skipped: window - days,
            days,
        })
        .collect()
}

/// The columns of a window: `inputs` from its first day on.
fn columns<'a>(inputs: &'a [&[f64]], spans: &'a [Span]) -> impl Iterator<Item = f64> + 'a {
    let each = inputs.iter().zip(spans);
    each.flat_map(|(input, span)| &input[span.skipped..span.skipped + span.days])
        .copied()
}

/// All inputs from a row's window on.
fn from_row(inputs: &[Vec<f64>], row: usize) -> Vec<&[f64]> {
    inputs.iter().map(|input| &input[row..]).collect()
}

impl Ridge {
    /// Minimises `Σ_k (y_k − ȳ − z_k·β)² + λ·‖β‖²` over the rows k, in closed form
    /// `β = (ZᵀZ + λI)⁻¹ Zᵀy` (Hoerl & Kennard 1970). Row k's window is `input[k..k + window]` of each
    /// input; z are its columns, standardised over the rows.
    ///
    /// # Shapes
    /// Each of `inputs` as long as the last row's window reaches or longer, `targets` as long as the last
    /// row or longer, `rows` in ascending order, at least one.
    pub fn fit(inputs: &[Vec<f64>], targets: &[f64], window: usize, rows: &[usize]) -> Self {
        let count = rows.len() as f64;
        let spans = spans(inputs.len(), window);
        let places: Vec<(&[f64], usize)> = inputs
            .iter()
            .zip(&spans)
            .flat_map(|(input, span)| (span.skipped..window).map(move |lag| (&input[..], lag)))
            .collect();
        let columns: Vec<Column> = places
            .iter()
            .map(|(input, lag)| Column::new(rows.iter().map(|row| input[row + lag])))
            .collect();
        let target_mean = rows.iter().map(|row| targets[*row]).sum::<f64>() / count;

        let size = columns.len();
        let mut normal = gram(inputs, rows, &spans); // [columns, columns]
        for (i, left) in columns.iter().enumerate() {
            for (j, right) in columns.iter().enumerate() {
                let centred = normal[i * size + j] - count * left.mean * right.mean;
                normal[i * size + j] = centred / (left.deviation * right.deviation);
            }
            normal[i * size + i] += RIDGE_PENALTY;
        }
        let right_side = columns
            .iter()
            .zip(&places)
            .map(|(column, (input, lag))| {
                let product: f64 = rows
                    .iter()
                    .map(|row| (input[row + lag] - column.mean) * (targets[*row] - target_mean))
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
            spans,
        }
    }

    /// The forecast of one window, `inputs` from its first day on.
    pub fn predict(&self, inputs: &[&[f64]]) -> f64 {
        self.intercept
            + self
                .weights
                .iter()
                .zip(columns(inputs, &self.spans))
                .map(|(w, x)| w * x)
                .sum::<f64>()
    }
}

impl Baseline for Ridge {
    fn next(&self, history: &History, row: usize) -> f64 {
        let scaled = self.predict(&from_row(&history.inputs, row));
        history
            .dataset
            .price_from_scaled(row, scaled, history.series)
    }

    /// Reads what it said of the days before. Further inputs of days that have not come stand at their
    /// training mean, 0.
    fn path(&self, history: &History, row: usize, horizon: usize) -> Vec<f64> {
        let dataset = history.dataset;
        let window = dataset.settings.window;
        let mut known: Vec<Vec<f64>> = history
            .inputs
            .iter()
            .map(|input| input[row..row + window].to_vec())
            .collect();
        for step in 0..horizon {
            let next = self.predict(&from_row(&known, step));
            for (place, input) in known.iter_mut().enumerate() {
                input.push(if place == 0 { next } else { 0.0 });
            }
        }
        let said = &known[0][window..];
        dataset.prices_from_path(row, said, Steps::Recursive, history.series)
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

/// `G_ij = Σ_k x_{k,i}·x_{k,j}` over the rows k and the columns of all inputs, `[columns, columns]`. Rows
/// that a random split has taken from among them are subtracted: there are fewer of them than of the
/// others.
fn gram(inputs: &[Vec<f64>], rows: &[usize], spans: &[Span]) -> Vec<f64> {
    let size: usize = spans.iter().map(|span| span.days).sum();
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
        return vec![0.0; size * size];
    };
    let mut gram = consecutive_gram(&from_row(inputs, *first), last + 1 - first, spans);
    let missing: Vec<usize> = rows
        .windows(2)
        .flat_map(|pair| pair[0] + 1..pair[1])
        .collect();
    // Four at a time and above the diagonal only: going through the matrix is what takes the time.
    for four in missing.chunks(4) {
        let of_row: [Vec<f64>; 4] = std::array::from_fn(|place| match four.get(place) {
            Some(row) => columns(&from_row(inputs, *row), spans).collect(),
            None => vec![0.0; size],
        });
        let of_row = of_row.each_ref();
        for i in 0..size {
            let [a, b, c, d] = of_row.map(|columns| columns[i]);
            let [to_a, to_b, to_c, to_d] = of_row.map(|columns| &columns[i..]);
            let from_diagonal = &mut gram[i * size + i..(i + 1) * size];
            for (j, entry) in from_diagonal.iter_mut().enumerate() {
                *entry -= a * to_a[j] + b * to_b[j] + c * to_c[j] + d * to_d[j];
            }
        }
    }
    for i in 1..size {
        for j in 0..i {
            gram[i * size + j] = gram[j * size + i];
        }
    }
    gram
}

/// The same for the rows 0..rows. Neighbouring entries of a diagonal of two inputs share all but their
/// first and last product, so only the first of them is summed in full: rows·window products an input
/// instead of rows·window², which would stall the page at window 250.
fn consecutive_gram(inputs: &[&[f64]], rows: usize, spans: &[Span]) -> Vec<f64> {
    let size: usize = spans.iter().map(|span| span.days).sum();
    let starts: Vec<usize> = spans
        .iter()
        .scan(0, |end, span| {
            Some(std::mem::replace(end, *end + span.days))
        })
        .collect();
    let mut gram = vec![0.0; size * size];
    for (left, of_left) in spans.iter().enumerate() {
        for (right, of_right) in spans.iter().enumerate().skip(left) {
            let x = &inputs[left][of_left.skipped..];
            let y = &inputs[right][of_right.skipped..];
            // Where a diagonal begins: in the first row, or in the first column.
            let in_row = (0..of_right.days).map(|column| (0, column));
            let in_column = (1..of_left.days).map(|row| (row, 0));
            // Of an input with itself the second half is the first one.
            let in_column = in_column.filter(|_| left < right);
            for (row, column) in in_row.chain(in_column) {
                let (from_x, from_y) = (&x[row..], &y[column..]);
                let mut sum: f64 = (0..rows).map(|k| from_x[k] * from_y[k]).sum();
                let steps = (of_left.days - row).min(of_right.days - column);
                for step in 0..steps {
                    let (i, j) = (starts[left] + row + step, starts[right] + column + step);
                    gram[i * size + j] = sum;
                    gram[j * size + i] = sum;
                    if step + 1 < steps {
                        sum +=
                            from_x[step + rows] * from_y[step + rows] - from_x[step] * from_y[step];
                    }
                }
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
    use crate::forecast::dataset::Block;
    use crate::forecast::fixtures::{series, wave};
    use crate::forecast::settings::{Input, Inputs};
    use crate::forecast::{Dataset, Settings};
    use crate::market::world::{WorldKind, generate};

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
        let inputs = vec![-1.0, 1.0, -1.0, 1.0];
        let ridge = Ridge::fit(&[inputs], &[2.0, 8.0, 2.0, 8.0], 1, &[0, 1, 2, 3]);
        assert!((ridge.weights[0] - 2.4).abs() < 1e-12);
        assert!((ridge.predict(&[&[2.0]]) - 9.8).abs() < 1e-12);
    }

    #[test]
    fn the_sliding_gram_is_the_full_one() {
        let wave = |k: usize, speed: f64| (k as f64 * speed).sin() + 0.3;
        let inputs = [0.9, 1.7, 0.2].map(|speed| (0..40).map(|k| wave(k, speed)).collect());
        let short = [(0, 7), (3, 4), (5, 2)].map(|(skipped, days)| Span { skipped, days });
        let all: Vec<usize> = (0..30).collect();
        let scattered: Vec<usize> = (2..33).filter(|row| row % 4 != 1).collect();
        for rows in [all, scattered] {
            for spans in [&spans(1, 7)[..], &spans(3, 7), &short] {
                let size: usize = spans.iter().map(|span| span.days).sum();
                let gram = gram(&inputs[..spans.len()], &rows, spans);
                let of_row = |row: usize| -> Vec<f64> {
                    columns(&from_row(&inputs[..spans.len()], row), spans).collect()
                };
                for i in 0..size {
                    for j in 0..size {
                        let products = rows.iter().map(|k| of_row(*k)[i] * of_row(*k)[j]);
                        let full: f64 = products.sum();
                        assert!((gram[i * size + j] - full).abs() < 1e-12);
                    }
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
            let ridge = Ridge::fit(std::slice::from_ref(&inputs), &targets, 3, &rows);
            for (weight, expected) in ridge.weights.iter().zip([0.0, -0.25, 0.5]) {
                assert!((weight - expected).abs() < 2e-3, "{:?}", ridge.weights);
            }
        }
    }

    #[test]
    fn inputs_that_do_not_vary_forecast_the_mean() {
        let ridge = Ridge::fit(
            &[vec![0.1; 12]],
            &[1.0, 2.0, 3.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0],
            4,
            &[0, 1, 2, 3, 4, 5, 6, 7, 8],
        );
        assert!((ridge.predict(&[&[0.1; 4]]) - 2.0).abs() < 1e-9);
    }

    #[test]
    fn a_path_reads_its_own_forecasts() {
        let series = series(&wave(120));
        let dataset = Dataset::new(&series, &Settings::default()).unwrap();
        let history = History::new(&series, &dataset);
        let (window, row) = (dataset.settings.window, 40);
        let rows = history.training_rows();
        let ridge = Ridge::fit(&history.inputs, &history.inputs[0][window..], window, &rows);
        // What it says of the second day is what it says of a window that ends with its first.
        let mut known = history.inputs[0][row..row + window].to_vec();
        known.push(ridge.predict(&[&known]));
        let second = ridge.predict(&[&known[1..]]);
        let scaler = dataset.target_scaler;
        let growth = scaler.unscale(known[window]) + scaler.unscale(second);
        let path = ridge.path(&history, row, 3);
        let expected = history.last_price(row) * growth.exp();
        assert!((path[1] / expected - 1.0).abs() < 1e-9);
        assert_eq!(path[0], ridge.next(&history, row));
    }

    #[test]
    fn a_rule_in_a_further_input_is_found() {
        // y_k = 0.5·v_{k+2} − 0.25·x_{k+2}, of x no rule by itself.
        let drawn = |k: usize, speed: f64| ((k * k) as f64 * speed).sin();
        let [x, v] = [0.37, 0.53].map(|speed| (0..2003).map(|k| drawn(k, speed)).collect());
        let inputs: [Vec<f64>; 2] = [x, v];
        let targets: Vec<f64> = (0..2000)
            .map(|k| 0.5 * inputs[1][k + 2] - 0.25 * inputs[0][k + 2])
            .collect();
        let rows: Vec<usize> = (0..2000).collect();
        let ridge = Ridge::fit(&inputs, &targets, 3, &rows);
        let expected = [0.0, 0.0, -0.25, 0.0, 0.0, 0.5];
        for (weight, expected) in ridge.weights.iter().zip(expected) {
            assert!((weight - expected).abs() < 2e-3, "{:?}", ridge.weights);
        }
    }

    #[test]
    fn the_volume_world_is_foretold_with_its_volumes_alone() {
        let prices = generate(WorldKind::Volume, 3, 3_000);
        let rmae = |inputs: Inputs, horizon: usize| {
            let settings = Settings {
                inputs,
                horizon,
                ..Settings::default()
            };
            let series = &prices.series;
            let dataset = Dataset::new(series, &settings).unwrap();
            let history = History::new(series, &dataset);
            let ridge = (RIDGE.fit)(&history);
            let (mut error, mut persistence) = (0.0, 0.0);
            for row in dataset.rows_reaching(Block::Test, horizon) {
                let actual = history.prices[history.today(row) + horizon];
                error += (ridge.path(&history, row, horizon)[horizon - 1] - actual).abs();
                persistence += (history.last_price(row) - actual).abs();
            }
            error / persistence
        };
        let with_volume = Inputs::default().with(Input::Volume, true);
        assert!(rmae(Inputs::default(), 1) > 0.99);
        // 0.8 is the best possible.
        let next_day = rmae(with_volume, 1);
        assert!((0.77..0.85).contains(&next_day), "{next_day}");
        // Of two days the first alone can be foretold: √((0.64 + 1)/2) = 0.906.
        let in_two_days = rmae(with_volume, 2);
        assert!((0.87..0.95).contains(&in_two_days), "{in_two_days}");
    }

    #[test]
    fn wide_windows_of_many_inputs_stay_within_the_columns() {
        let columns = |inputs, window| -> usize {
            let spans = spans(inputs, window);
            spans.iter().map(|span| span.days).sum()
        };
        assert_eq!(columns(1, 250), 250);
        assert_eq!(columns(7, 20), 140);
        assert_eq!(columns(7, 250), 250 + 6 * 8);
    }
}
