//! A run's state as a [`Checkpoint`], and a run that goes on from one.

use super::{Best, Snapshot, Training};
use crate::checkpoint::{BestEpoch, Checkpoint, Header};
use crate::lstm::layout::Layout;
use crate::protocol::{BadJob, DeviceKind, EpochReport, TrainingError, TrainingJob};
use burn::tensor::Device;

impl Snapshot {
    /// The state with the reports of all finished epochs, which must be the snapshot's.
    pub fn to_checkpoint(&self, epochs: &[EpochReport]) -> Checkpoint {
        let best = self.best.as_ref();
        let chosen = best.map(|best| BestEpoch {
            epoch: best.epoch,
            loss: best.loss,
        });
        Checkpoint {
            header: Header::new(self.time, self.parameters.len(), chosen, epochs.to_vec()),
            parameters: self.parameters.clone(),
            moment_1: self.moment_1.clone(),
            moment_2: self.moment_2.clone(),
            best_parameters: best.map_or_else(Vec::new, |best| best.parameters.clone()),
        }
    }

    pub fn from_checkpoint(checkpoint: Checkpoint) -> Self {
        let header = checkpoint.header;
        Self {
            parameters: checkpoint.parameters,
            moment_1: checkpoint.moment_1,
            moment_2: checkpoint.moment_2,
            time: header.time,
            epoch: header.epoch,
            best: header.best.map(|best| Best {
                epoch: best.epoch,
                loss: best.loss,
                parameters: checkpoint.best_parameters,
            }),
        }
    }
}

impl Training {
    /// A run that goes on after the checkpoint's last epoch, with its time and steps counted in.
    ///
    /// # Errors
    /// As [`Training::new`], and if the checkpoint is of another network.
    pub fn from_checkpoint(
        job: TrainingJob,
        checkpoint: Checkpoint,
        kind: DeviceKind,
        device: Device,
    ) -> Result<Self, TrainingError> {
        let expected = Layout::new(&job.network, job.window).len();
        let found = checkpoint.parameters.len();
        let chooses = !job.validation_rows.is_empty();
        if found != expected || chooses != checkpoint.header.best.is_some() {
            let detail = BadJob::KeptStateOfAnother {
                found,
                needed: expected,
            };
            return Err(TrainingError::BadJob(detail));
        }
        let epochs = &checkpoint.header.epochs;
        let total_ms = epochs.iter().map(|report| report.ms).sum();
        let total_steps = epochs.iter().map(|report| report.steps).sum();
        let snapshot = Snapshot::from_checkpoint(checkpoint);
        let training = Self::from_snapshot(job, snapshot, kind, device)?;
        Ok(Self {
            total_ms,
            total_steps,
            ..training
        })
    }
}
