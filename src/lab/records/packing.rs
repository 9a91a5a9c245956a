//! Making bytes of prices and networks that are to be kept.

use crate::experiment::Experiment;
use crate::forecast::Dataset;
use crate::forecast::odometer::open_prices;
use crate::market::{Prices, fingerprint, packed};
use crate::model_file::safetensors;
use crate::protocol::TrainedModel;
use std::sync::Arc;

/// What bytes are made for.
#[derive(Debug, Clone, PartialEq)]
pub enum ToPack {
    /// A run of the list.
    Run { number: u32 },
    /// The state of a training, of which nothing is kept yet.
    State { run: u32, state: Vec<u8> },
}

/// The network on the screen, and what it was trained with.
#[derive(Debug, Clone, PartialEq)]
pub struct ShownNetwork {
    pub experiment: Experiment,
    /// All that were loaded; sealed ones are left out when it is written.
    pub prices: Arc<Prices>,
    pub dataset: Arc<Dataset>,
    pub model: TrainedModel,
}

/// Prices that cannot be made again, as they are kept.
#[derive(Debug, Clone, PartialEq)]
pub struct PackedPrices {
    pub fingerprint: u64,
    pub bytes: Vec<u8>,
}

/// Bytes to be kept.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Packed {
    pub prices: Option<PackedPrices>,
    /// A safetensors file.
    pub network: Option<Vec<u8>>,
}

/// `None` where the prices cannot be kept: nothing could be made of the rest without them.
pub(super) fn pack(prices: Option<&Prices>, network: Option<&ShownNetwork>) -> Option<Packed> {
    let prices = match prices {
        Some(prices) => Some(PackedPrices {
            fingerprint: fingerprint(&prices.series),
            bytes: packed::pack(&prices.series)?,
        }),
        None => None,
    };
    let network = network.and_then(|shown| {
        let prices = open_prices(&shown.prices, shown.experiment.sealed);
        safetensors::write(&shown.experiment, &prices, &shown.dataset, &shown.model)
    });
    Some(Packed { prices, network })
}
