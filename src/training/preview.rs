//! What the network predicts between two epochs, and how often that may be asked: looking must not
//! slow the training down.

use super::{Training, milliseconds_since, read_all};
use crate::lstm::network::row_numbers;
use crate::protocol::{Preview, TrainingError};
use web_time::Instant;

/// Least time between two previews: twice a second is as often as a chart is worth redrawing.
const LEAST_PAUSE_MS: f64 = 500.0;

/// The largest share of the time that previews may take.
const LARGEST_SHARE: f64 = 0.05;

/// A prediction costs about this share of a training step on as many rows: a forward pass without the
/// backward one. Only for the first preview; later ones are paced by what the last one took.
const SHARE_OF_STEP: f64 = 0.4;

/// When the next preview is due.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct PreviewPace {
    /// When the last one was there, or the training began or went on.
    since: Option<Instant>,
    /// What the last one took.
    cost_ms: Option<f64>,
}

impl PreviewPace {
    /// Time in which nothing was trained pays for no preview.
    pub fn start(&mut self) {
        self.since = Some(Instant::now());
    }

    /// So long ago that the next one is due.
    #[cfg(test)]
    pub fn long_ago() -> Self {
        Self {
            since: Instant::now().checked_sub(web_time::Duration::from_secs(60)),
            cost_ms: None,
        }
    }

    fn is_due(&self, expected_ms: f64) -> bool {
        let cost_ms = self.cost_ms.unwrap_or(expected_ms);
        self.since
            .is_some_and(|since| milliseconds_since(since) >= pause_ms(cost_ms))
    }

    fn took(&mut self, cost_ms: f64) {
        self.cost_ms = Some(cost_ms);
        self.since = Some(Instant::now());
    }
}

/// How long to train after a preview that took so long: with a pause of `cost · (1 / share − 1)`, it has
/// its share of both.
fn pause_ms(cost_ms: f64) -> f64 {
    LEAST_PAUSE_MS.max(cost_ms * (1.0 / LARGEST_SHARE - 1.0))
}

impl Training {
    /// [`Self::preview`], if it is time for one.
    ///
    /// # Errors
    /// If the device fails.
    pub(super) async fn preview_if_due(
        &mut self,
        first_row: Option<u32>,
    ) -> Result<Option<Preview>, TrainingError> {
        let rows = self.rows().saturating_sub(first_row.unwrap_or_default());
        let steps = f64::from(rows) / self.job.batch as f64;
        let expected_ms = steps * self.ms_per_step() * SHARE_OF_STEP;
        match self.preview_pace.is_due(expected_ms) {
            true => self.preview(first_row).await,
            false => Ok(None),
        }
    }

    fn rows(&self) -> u32 {
        (self.job.targets.len() / self.job.network.outputs) as u32
    }

    /// The predictions of the rows from this one on, by the weights of now; `None` where there are no
    /// such rows or none are wanted.
    ///
    /// # Errors
    /// If the device fails.
    pub(super) async fn preview(
        &mut self,
        first_row: Option<u32>,
    ) -> Result<Option<Preview>, TrainingError> {
        let (outputs, rows) = (self.job.network.outputs, self.rows());
        let Some(first_row) = first_row.filter(|row| *row < rows) else {
            return Ok(None);
        };
        let count = (rows - first_row) as usize;
        let started = Instant::now();
        let predicted = self.data.predict(
            &self.state.parameters,
            &row_numbers(&(first_row..rows).collect::<Vec<_>>(), &self.device),
            self.batch_spec(0, count),
        );
        let [predicted] = read_all([predicted]).await?;
        self.preview_pace.took(milliseconds_since(started));
        Ok(Some(Preview {
            epoch: self.snapshot.epoch,
            first_row: first_row as usize,
            // Of every row the first output: the next day.
            predictions: predicted.into_iter().step_by(outputs).collect(),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_preview_takes_a_twentieth_of_the_time_at_most_and_comes_twice_a_second_at_most() {
        assert_eq!(pause_ms(1.0), 500.0);
        // 100 ms of looking after 1,900 of training.
        assert_eq!(pause_ms(100.0), 1_900.0);
        for cost_ms in [0.1, 26.0, 27.0, 400.0] {
            let share = cost_ms / (cost_ms + pause_ms(cost_ms));
            assert!(share <= LARGEST_SHARE + 1e-12, "{cost_ms} ms: {share}");
        }
    }

    #[test]
    fn none_is_due_before_training_began_nor_right_after_the_last() {
        let mut pace = PreviewPace::default();
        assert!(!pace.is_due(0.0));
        pace.start();
        assert!(!pace.is_due(0.0));
        pace.since = Instant::now().checked_sub(web_time::Duration::from_secs(1));
        assert!(pace.is_due(10.0));
        assert!(!pace.is_due(100.0));
        pace.took(10.0);
        assert!(!pace.is_due(0.0));
    }
}
