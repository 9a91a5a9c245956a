//! The steps of keeping and finding a copy of fetched prices.

use crate::market::alpha_vantage::{Endpoint, KeptCopy};
use std::sync::Arc;

/// Prices that were fetched, on their way to becoming a copy.
#[derive(Debug, Clone, PartialEq)]
pub struct FetchedPrices {
    /// The number of the load that they were fetched for.
    pub load: u32,
    pub endpoint: Endpoint,
    pub copy: Arc<KeptCopy>,
}

impl FetchedPrices {
    pub(super) fn name(&self) -> String {
        KeptCopy::name(self.endpoint, &self.copy.series.info().symbol)
    }
}

/// What a storage's answer about copies is for.
#[derive(Debug, Clone, PartialEq)]
pub enum CopyStep {
    /// To find a copy of what `endpoint` said, for a load.
    Find { load: u32, endpoint: Endpoint },
    /// To remove a copy that cannot be read.
    RemoveDamaged,
    /// To write a copy.
    Write(FetchedPrices),
    /// To see which copies there are, after one was added.
    ListTimes(FetchedPrices),
    /// To remove the oldest.
    RemoveOldest(FetchedPrices),
}
