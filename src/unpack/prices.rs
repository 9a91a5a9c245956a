//! Whether a text is one of prices, asked of the reader of price files itself.

use crate::market::price_file::{Doubt, sniff};

/// Whether a text is a table of dates and prices.
pub(super) fn holds_prices(text: &[u8]) -> bool {
    sniff(text).is_ok_and(|reading| !reading.doubts.contains(&Doubt::NoPriceColumn))
}
