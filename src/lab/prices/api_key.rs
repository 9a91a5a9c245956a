//! An Alpha Vantage key: it has no `Display`, and its `Debug` hides the value.

use crate::market::alpha_vantage::DEMO_KEY;
use std::fmt;

/// A key that does not print.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiKey(String);

impl ApiKey {
    /// `None` for a blank key.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self(text.to_owned()))
    }

    /// The public key.
    pub fn demo() -> Self {
        Self(DEMO_KEY.to_owned())
    }

    /// The public key serves the documented examples and nothing else.
    pub fn is_demo(&self) -> bool {
        self.0 == DEMO_KEY
    }

    /// The key itself, for the request's address and nothing else.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ApiKey(hidden)")
    }
}
