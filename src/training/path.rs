//! Forecasts of several days ahead, from the trained network: its outputs, where it has one for each
//! day, or the network applied to its own predictions.

use super::{Training, read_all};
use crate::lstm::network::{NetworkData, floats, row_numbers};
use crate::protocol::TrainingError;
use burn::tensor::Tensor;

impl Training {
    /// Scaled predictions of each day ahead of the job's path rows, `[path_rows, horizon]`; nothing
    /// where the horizon is one day. `outputs` are the network's of every row, `[rows + 1, outputs]`.
    ///
    /// # Errors
    /// If the device fails, or a path leaves the finite numbers.
    pub(super) async fn paths(
        &self,
        parameters: &Tensor<1>,
        outputs: &[f32],
    ) -> Result<Vec<f32>, TrainingError> {
        let (rows, horizon) = (&self.job.path_rows, self.job.horizon);
        let per_row = self.job.network.outputs;
        if horizon == 1 || rows.is_empty() {
            return Ok(Vec::new());
        }
        let of_row = |row: &u32| &outputs[*row as usize * per_row..][..per_row];
        if per_row > 1 {
            return Ok(rows.iter().flat_map(of_row).copied().collect());
        }

        // Each row's window slides over its own predictions. A day ahead is one batched prediction of
        // all rows at once, on windows that lie one behind the other.
        let (count, window) = (rows.len(), self.job.window);
        let mut windows = Vec::with_capacity(count * window);
        for row in rows {
            windows.extend_from_slice(&self.job.inputs[*row as usize..][..window]);
        }
        let starts: Vec<u32> = (0..count).map(|place| (place * window) as u32).collect();
        let starts = row_numbers(&starts, &self.device);
        let mut latest: Vec<f32> = rows.iter().map(|row| of_row(row)[0]).collect();
        let mut paths = vec![0.0; count * horizon];
        for day in 0..horizon {
            if day > 0 {
                for (window, prediction) in windows.chunks_exact_mut(window).zip(&latest) {
                    window.rotate_left(1);
                    window[window.len() - 1] = *prediction;
                }
                let data = NetworkData {
                    inputs: floats(&windows, &self.device),
                    targets: self.data.targets.clone(),
                };
                let predicted = data.predict(parameters, &starts, self.batch_spec(0, count));
                [latest] = read_all([predicted]).await?;
            }
            if latest.iter().any(|prediction| !prediction.is_finite()) {
                return Err(TrainingError::Diverged {
                    epoch: self.snapshot.epoch,
                });
            }
            for (path, prediction) in paths.chunks_exact_mut(horizon).zip(&latest) {
                path[day] = *prediction;
            }
        }
        Ok(paths)
    }
}
