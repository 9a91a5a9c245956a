//! What Alpha Vantage is asked.

use super::ApiKey;
use crate::lab::secret::SecretUrl;
use crate::market::alpha_vantage::{self, Endpoint};

/// What is asked, and with which key.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    pub what: Asked,
    pub key: ApiKey,
}

/// What is asked, and the number of the load or search that it is asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Asked {
    History {
        load: u32,
        endpoint: Endpoint,
        symbol: String,
    },
    Symbols {
        search: u32,
        typed: String,
    },
}

impl Question {
    pub(super) fn url(&self) -> SecretUrl {
        let key = self.key.expose();
        SecretUrl::new(match &self.what {
            Asked::History {
                endpoint, symbol, ..
            } => alpha_vantage::request_url(*endpoint, symbol, key),
            Asked::Symbols { typed, .. } => alpha_vantage::search_url(typed, key),
        })
    }
}
