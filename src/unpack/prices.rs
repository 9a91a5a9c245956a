//! What a text has of a table of prices, asked of the reader of price files itself.

use crate::market::price_file::{Doubt, sniff};

/// How near a text comes to a table of prices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Nearness {
    Empty,
    Cells,
    Dates,
    Prices,
}

impl Nearness {
    pub(super) fn of(text: &[u8]) -> Self {
        if text.trim_ascii().is_empty() {
            return Self::Empty;
        }
        match sniff(text) {
            Ok(reading) if reading.doubts.contains(&Doubt::NoPriceColumn) => Self::Dates,
            Ok(_) => Self::Prices,
            Err(_) => Self::Cells,
        }
    }
}
