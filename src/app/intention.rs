//! What a visitor wants, as one enum. Components send intentions; only the root acts on them.

use super::key::ApiKey;
use crate::forecast::Settings;
use crate::market::price_file::Correction;
use crate::market::world::{Parameters, WorldKind};
use crate::market::{Interval, Split};
use crate::run::Offer;

#[derive(Debug, Clone, PartialEq)]
pub enum Intention {
    /// Generate a known world with the current seed.
    LoadWorld(WorldKind),
    /// Generate the chosen world anew with these parameters.
    ChangeWorld(Parameters),
    /// Read prices that the visitor brought.
    OpenPrices(PriceText),
    /// Read the file in the preview otherwise.
    CorrectImport(Correction),
    /// Use the file in the preview as it is shown.
    UseImport,
    DiscardImport,
    /// Adjust the loaded prices for these splits and no other.
    AdjustSplits(Vec<Split>),
    /// Fetch prices. `key` is what was typed now; `None` uses the key that is kept.
    LoadPrices {
        symbol: String,
        interval: Interval,
        key: Option<ApiKey>,
        /// Keep the typed key on the device, not only for the tab.
        remember_key: bool,
    },
    /// IBM with the public key `demo`.
    TryDemo,
    ForgetKey,
    /// Every setting has been checked against its bounds.
    ChangeSettings(Settings),
    Train,
    Stop,
    Resume,
    /// The way out that a notice offers.
    Accept(Offer),
    DismissNotice,
    CopyLink,
    DownloadReport,
}

/// A text that may hold prices.
#[derive(Debug, Clone, PartialEq)]
pub enum PriceText {
    File(web_sys::File),
    Pasted(String),
}
