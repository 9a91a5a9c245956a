//! The state of a training after an epoch, as bytes that page, trainer and the device's storage hand
//! on without looking inside: with it and the same job a training goes on as if it had not been
//! interrupted.
//!
//! An [`envelope`] with the header; its values are `f32`, little endian: the parameters, both moments of
//! Adam, and, where validation rows choose an epoch, the best parameters. Patience needs nothing of its
//! own: it counts from the best epoch.

use crate::envelope;
use crate::protocol::{EpochReport, RateChange};
use serde::{Deserialize, Serialize};

/// The shape of the bytes. A state of another version is as good as none.
const VERSION: u32 = 1;
const VALUE_BYTES: usize = size_of::<f32>();

/// What is known of a state without its values.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Header {
    version: u32,
    /// Epochs finished.
    pub epoch: usize,
    /// Optimizer steps taken.
    pub time: u32,
    /// How many parameters the network has.
    parameters: usize,
    pub best: Option<BestEpoch>,
    /// Of every finished epoch.
    pub epochs: Vec<EpochReport>,
    /// Learning rates set by hand on the way, which the job does not know of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rate_changes: Vec<RateChange>,
}

/// The epoch with the lowest validation loss.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct BestEpoch {
    /// 1-based; 0 for the untrained network.
    pub epoch: usize,
    pub loss: f64,
}

/// A whole state.
#[derive(Debug, Clone, PartialEq)]
pub struct Checkpoint {
    pub header: Header,
    pub parameters: Vec<f32>,
    pub moment_1: Vec<f32>,
    pub moment_2: Vec<f32>,
    /// Empty where no epoch was chosen.
    pub best_parameters: Vec<f32>,
}

impl Header {
    pub fn new(
        time: u32,
        parameters: usize,
        best: Option<BestEpoch>,
        epochs: Vec<EpochReport>,
    ) -> Self {
        Self {
            version: VERSION,
            epoch: epochs.last().map_or(0, |report| report.epoch),
            time,
            parameters,
            best,
            epochs,
            rate_changes: Vec::new(),
        }
    }

    /// The header of a state, if these bytes begin with one; and the bytes of the values.
    pub fn read(bytes: &[u8]) -> Option<(Self, &[u8])> {
        let (header, values): (Self, _) = envelope::open(bytes)?;
        let vectors = if header.best.is_some() { 4 } else { 3 };
        let expected = header.parameters.checked_mul(vectors * VALUE_BYTES)?;
        // Epochs are numbered from 1, none is left out, and the best is one of them.
        let counted = header.epochs.iter().map(|report| report.epoch);
        let sound = header.version == VERSION
            && header.epoch > 0
            && counted.eq(1..=header.epoch)
            && header.best.is_none_or(|best| best.epoch <= header.epoch)
            && values.len() == expected;
        sound.then_some((header, values))
    }
}

impl Checkpoint {
    pub fn to_bytes(&self) -> Vec<u8> {
        let vectors = [
            &self.parameters,
            &self.moment_1,
            &self.moment_2,
            &self.best_parameters,
        ];
        let values: usize = vectors.iter().map(|vector| vector.len()).sum();
        // Numbers, all finite, always have a JSON form.
        let mut bytes = envelope::begin(&self.header, values * VALUE_BYTES).unwrap_or_default();
        for value in vectors.into_iter().flatten() {
            bytes.extend_from_slice(&value.to_le_bytes());
        }
        bytes
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote; `None` for anything else, and where a value is not
    /// finite.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (header, values) = Header::read(bytes)?;
        let values: Vec<f32> = values
            .as_chunks::<VALUE_BYTES>()
            .0
            .iter()
            .map(|bytes| f32::from_le_bytes(*bytes))
            .collect();
        if values.iter().any(|value| !value.is_finite()) {
            return None;
        }
        let mut vectors = values.chunks(header.parameters.max(1)).map(<[f32]>::to_vec);
        let mut next = || vectors.next().unwrap_or_default();
        Some(Self {
            parameters: next(),
            moment_1: next(),
            moment_2: next(),
            best_parameters: next(),
            header,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(epoch: usize) -> EpochReport {
        EpochReport {
            epoch,
            train_loss: 0.1 + 0.2,
            validation_loss: 1.0 / 3.0,
            learning_rate: 0.001,
            ms: 12.5,
            steps: 4,
            weight_norm: Some(3.5),
            gradient_norm: Some(0.25),
        }
    }

    fn checkpoint(best: Option<BestEpoch>) -> Checkpoint {
        let values = |from: f32| {
            (0..5)
                .map(|at| from + at as f32 / 7.0)
                .collect::<Vec<f32>>()
        };
        Checkpoint {
            header: Header::new(8, 5, best, vec![report(1), report(2)]),
            parameters: values(1.0),
            moment_1: values(-2.0),
            moment_2: values(3e-20),
            best_parameters: best.map_or_else(Vec::new, |_| values(4.0)),
        }
    }

    #[test]
    fn a_state_comes_back_to_the_last_bit() {
        let best = BestEpoch {
            epoch: 1,
            loss: 0.1,
        };
        for best in [None, Some(best)] {
            let state = checkpoint(best);
            let bytes = state.to_bytes();
            assert_eq!(Checkpoint::from_bytes(&bytes), Some(state.clone()));
            assert_eq!(Header::read(&bytes).unwrap().0, state.header);
            assert_eq!(state.header.epoch, 2);
        }
    }

    #[test]
    fn damage_is_none() {
        let bytes = checkpoint(None).to_bytes();
        for end in 0..bytes.len() {
            assert_eq!(Checkpoint::from_bytes(&bytes[..end]), None);
        }
        let mut longer = bytes.clone();
        longer.extend_from_slice(&[0; 4]);
        assert_eq!(Checkpoint::from_bytes(&longer), None);
        let mut poisoned = bytes.clone();
        let end = poisoned.len();
        poisoned[end - 4..].copy_from_slice(&f32::NAN.to_le_bytes());
        assert_eq!(Checkpoint::from_bytes(&poisoned), None);
        let header = Header {
            version: 2,
            ..checkpoint(None).header
        };
        let other = Checkpoint {
            header,
            ..checkpoint(None)
        };
        assert_eq!(Checkpoint::from_bytes(&other.to_bytes()), None);
        let gap = Checkpoint {
            header: Header::new(8, 5, None, vec![report(1), report(3)]),
            ..checkpoint(None)
        };
        assert_eq!(Checkpoint::from_bytes(&gap.to_bytes()), None);
        let huge = Header {
            parameters: usize::MAX,
            ..checkpoint(None).header
        };
        let huge = Checkpoint {
            header: huge,
            ..checkpoint(None)
        };
        assert_eq!(Checkpoint::from_bytes(&huge.to_bytes()), None);
    }
}
