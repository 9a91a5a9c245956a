//! What the page keeps of its dealings with Alpha Vantage: the way to it, what it
//! refused, and what the form shows of all that. The root acts on it; components see a view.

use super::fetch::Service;
use super::key::{ApiKey, KeyPresence, KeyRing};
use crate::market::alpha_vantage::{AnswerError, Endpoint, Gates, History, Step};
use leptos::prelude::*;

/// A history that someone wants.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    /// As [`normalized_symbol`](crate::market::normalized_symbol) gives it.
    pub symbol: String,
    pub history: History,
    pub key: Option<ApiKey>,
}

/// Handles to all of it. Copied freely; only the root has one.
#[derive(Debug, Clone, Copy)]
pub struct Desk {
    pub service: Service,
    /// What a notice offers to load.
    pub offered: StoredValue<Option<Wanted>>,
    /// By key: what it was refused in this session. Keys never leave the memory.
    gates: StoredValue<Vec<(ApiKey, Gates)>>,
}

/// What the form may know.
#[derive(Debug, Clone, Copy)]
pub struct DeskView {
    pub key_presence: ReadSignal<KeyPresence>,
    /// Requests of today on this device.
    pub used_today: Signal<u32>,
}

impl Desk {
    pub fn open() -> Self {
        Self {
            service: Service::open(),
            offered: StoredValue::new(None),
            gates: StoredValue::new(Vec::new()),
        }
    }

    pub fn view(self, keys: KeyRing) -> DeskView {
        DeskView {
            key_presence: keys.presence(),
            used_today: self.service.used_today(),
        }
    }

    /// What to ask next with this key.
    pub fn step(self, key: &ApiKey, history: History) -> Step {
        self.gates.with_value(|gates| {
            gates.iter().find(|(owner, _)| owner == key).map_or_else(
                || Gates::default().step(history),
                |(_, gates)| gates.step(history),
            )
        })
    }

    /// As [`Gates::learn`], for this key.
    pub fn learn(
        self,
        key: &ApiKey,
        endpoint: Endpoint,
        symbol: &str,
        error: &AnswerError,
    ) -> bool {
        self.gates
            .try_update_value(|gates| {
                let place = gates.iter().position(|(owner, _)| owner == key);
                let place = place.unwrap_or_else(|| {
                    gates.push((key.clone(), Gates::default()));
                    gates.len() - 1
                });
                gates[place].1.learn(endpoint, symbol, error)
            })
            .unwrap_or(false)
    }

    /// The visitor's key is forgotten here too.
    pub fn forget_key(self) {
        self.offered.update_value(|wanted| {
            if let Some(wanted) = wanted {
                wanted.key = wanted.key.take().filter(ApiKey::is_demo);
            }
        });
        self.gates
            .update_value(|gates| gates.retain(|(owner, _)| owner.is_demo()));
    }
}
