//! Kept runs and trainings that nothing can be made of before their prices are there.

use super::interrupted::ToResume;
use crate::experiment::Experiment;
use crate::market::packed::unpack;
use crate::market::{Prices, fingerprint};
use crate::session::kept::KeptRun;
use std::sync::Arc;

/// A run that was kept: its key, its text, and whether its network is there.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptText {
    pub key: f64,
    pub text: String,
    pub has_model: bool,
}

/// Who cannot go on before the prices with a fingerprint are there.
#[derive(Debug, Clone, PartialEq)]
pub enum NeedsPrices {
    Run(KeptText, Box<KeptRun>),
    Training(Box<ToResume>),
}

impl NeedsPrices {
    pub(super) fn experiment(&self) -> &Experiment {
        match self {
            Self::Run(_, run) => &run.experiment,
            Self::Training(training) => &training.interrupted.experiment,
        }
    }

    pub(super) fn fingerprint(&self) -> u64 {
        match self {
            Self::Run(_, run) => run.prices,
            Self::Training(training) => training.interrupted.prices,
        }
    }

    /// The prices of a known world, made again.
    pub(super) fn generated(&self) -> Option<Arc<Prices>> {
        let made = self.experiment().generated()?;
        (fingerprint(&made.series) == self.fingerprint()).then(|| Arc::new(made))
    }

    /// Prices that were kept.
    pub(super) fn unpacked(&self, bytes: &[u8]) -> Option<Arc<Prices>> {
        let series = unpack(bytes).filter(|series| fingerprint(series) == self.fingerprint())?;
        Some(Arc::new(Prices {
            series,
            truth: None,
        }))
    }
}
