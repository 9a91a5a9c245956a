//! What is kept of the training under way, and read back when it was interrupted.

use crate::checkpoint::Header;
use crate::experiment::Experiment;
use crate::forecast::odometer::SeriesId;
use crate::forecast::settings::Input;
use crate::market::{Prices, fingerprint_of_other, fingerprint_text, read_fingerprint};
use crate::number;
use crate::protocol::Crash;
use serde::{Deserialize, Serialize};

/// The shape of [`About`]. One of another version is as good as none.
const VERSION: u32 = 1;

/// What is kept beside the state of a training.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct About {
    version: u32,
    address: String,
    /// The fingerprint of its prices, in hexadecimal digits.
    prices: String,
    /// The same of the second series beside them, where it is read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    other: Option<String>,
}

/// A training that was under way when its tab was closed or its trainer crashed.
#[derive(Debug, Clone, PartialEq)]
pub struct Interrupted {
    pub experiment: Experiment,
    /// Epochs finished.
    pub epoch: usize,
    /// The fingerprint of its prices.
    pub(super) prices: u64,
    /// The [`fingerprint_of_other`] of its prices, where the second series beside them is read.
    pub(super) other: Option<u64>,
}

/// What an interrupted training is read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadFor {
    /// To offer it.
    Offer,
    /// To go on with it.
    Resume,
    /// To go on with it by itself, because the trainer of this run was lost.
    GoOn { run: u32, crash: Crash },
}

/// An interrupted training with all that was kept of it but its prices.
#[derive(Debug, Clone, PartialEq)]
pub struct ToResume {
    pub interrupted: Interrupted,
    pub(super) header: Header,
    pub(super) state: Vec<u8>,
    /// How the trainer was lost, where it goes on by itself.
    pub(super) after: Option<Crash>,
}

impl About {
    pub(super) fn new(experiment: &Experiment, prices: &Prices) -> Self {
        let reads_other = experiment.settings.inputs.has(Input::Other);
        let other = reads_other.then(|| fingerprint_of_other(prices.series.rows()));
        Self {
            version: VERSION,
            address: experiment.to_fragment(),
            prices: fingerprint_text(SeriesId::of(prices).number()),
            other: other.map(fingerprint_text),
        }
    }

    pub(super) fn to_text(&self) -> String {
        // Numbers and texts always have a JSON form.
        number::to_json(self).unwrap_or_default()
    }
}

impl ToResume {
    /// `None` where it is damaged, or of another version of the page.
    pub(super) fn read(about: &str, state: Vec<u8>) -> Option<Self> {
        let about: About = serde_json::from_str(about).ok()?;
        let (header, _) = Header::read(&state)?;
        let interrupted = Interrupted {
            experiment: Experiment::from_own_fragment(&about.address)?,
            epoch: header.epoch,
            prices: read_fingerprint(&about.prices)?,
            other: match &about.other {
                Some(other) => Some(read_fingerprint(other)?),
                None => None,
            },
        };
        (about.version == VERSION).then_some(Self {
            interrupted,
            header,
            state,
            after: None,
        })
    }
}
