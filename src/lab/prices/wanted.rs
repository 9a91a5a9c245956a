//! A history that someone wants.

use super::ApiKey;
use crate::market::alpha_vantage::History;

/// A history that someone wants.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    /// Of a share or a pair, as [`normalized_name`](crate::market::normalized_name) gives it.
    pub symbol: String,
    pub history: History,
    /// Without one only copies can be had.
    pub key: Option<ApiKey>,
    /// Ask the service even where a copy is still good.
    pub refresh: bool,
}
