//! What the page keeps of its dealings with Alpha Vantage: the way to it, the copies of its answers,
//! what it refused, and what the form shows of all that. The root acts on it; components see a view.

use super::copies::{Copies, KeptIn};
use super::database::Database;
use super::fetch::Service;
use super::key::{ApiKey, KeyPresence, KeyRing};
use super::recent_symbols::RecentSymbols;
use crate::market::Source;
use crate::market::alpha_vantage::{AnswerError, Endpoint, Gates, History, Step, SymbolMatch};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// A history that someone wants.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    /// As [`normalized_symbol`](crate::market::normalized_symbol) gives it.
    pub symbol: String,
    pub history: History,
    /// Without one only copies can be had.
    pub key: Option<ApiKey>,
    /// Ask the service even where a copy is still good.
    pub refresh: bool,
}

/// Where the loaded prices were had from.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    /// What they are the prices of: the line about them goes when other prices are loaded.
    pub source: Source,
    pub from_copy: bool,
    /// The visitor's date when the service was asked.
    pub asked_on: Option<NaiveDate>,
    pub kept_in: KeptIn,
}

/// The search for symbols by name.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum SymbolSearch {
    #[default]
    None,
    Running,
    /// The best match first; perhaps none.
    Found {
        typed: String,
        matches: Arc<[SymbolMatch]>,
    },
}

/// Handles to all of it. Copied freely; only the root has one.
#[derive(Debug, Clone, Copy)]
pub struct Desk {
    pub service: Service,
    pub copies: Copies,
    pub recent: RecentSymbols,
    pub origin: RwSignal<Option<Origin>>,
    pub search: RwSignal<SymbolSearch>,
    /// What was loaded last, for "Refresh".
    pub loaded: StoredValue<Option<Wanted>>,
    /// What a notice offers to load.
    pub offered: StoredValue<Option<Wanted>>,
    /// By key: what it was refused in this session. Keys never leave the memory.
    gates: StoredValue<Vec<(ApiKey, Gates)>>,
    /// By what was typed: a search costs a request, so none is made twice.
    searches: StoredValue<HashMap<String, Arc<[SymbolMatch]>>>,
}

/// What the form may know.
#[derive(Debug, Clone, Copy)]
pub struct DeskView {
    pub key_presence: ReadSignal<KeyPresence>,
    /// Requests of today on this device.
    pub used_today: Signal<u32>,
    pub origin: ReadSignal<Option<Origin>>,
    pub search: ReadSignal<SymbolSearch>,
    /// Symbols loaded lately, newest first.
    pub recent: ReadSignal<Vec<String>>,
}

impl Desk {
    pub fn open(database: Database) -> Self {
        Self {
            service: Service::open(),
            copies: Copies::open(database),
            recent: RecentSymbols::open(),
            origin: RwSignal::new(None),
            search: RwSignal::new(SymbolSearch::None),
            loaded: StoredValue::new(None),
            offered: StoredValue::new(None),
            gates: StoredValue::new(Vec::new()),
            searches: StoredValue::new(HashMap::new()),
        }
    }

    pub fn view(self, keys: KeyRing) -> DeskView {
        DeskView {
            key_presence: keys.presence(),
            used_today: self.service.used_today(),
            origin: self.origin.read_only(),
            search: self.search.read_only(),
            recent: self.recent.list(),
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

    /// Drops what a search found. One under way goes on: its request is made.
    pub fn close_search(self) {
        if let SymbolSearch::Found { .. } = self.search.get_untracked() {
            self.search.set(SymbolSearch::None);
        }
    }

    /// The visitor's key is forgotten here too.
    pub fn forget_key(self) {
        for wanted in [self.loaded, self.offered] {
            wanted.update_value(|wanted| {
                if let Some(wanted) = wanted {
                    wanted.key = wanted.key.take().filter(ApiKey::is_demo);
                }
            });
        }
        self.gates
            .update_value(|gates| gates.retain(|(owner, _)| owner.is_demo()));
    }

    /// The matches of an earlier search.
    pub fn found_before(self, typed: &str) -> Option<Arc<[SymbolMatch]>> {
        self.searches
            .with_value(|searches| searches.get(&typed.to_lowercase()).cloned())
    }

    pub fn remember_search(self, typed: &str, matches: Arc<[SymbolMatch]>) {
        self.searches.update_value(|searches| {
            searches.insert(typed.to_lowercase(), matches);
        });
    }

    /// Symbols the page has seen: loaded lately, or found in a search.
    pub fn known_symbols(self) -> Vec<String> {
        let mut known = self.recent.list().get_untracked();
        self.searches.with_value(|searches| {
            let found = searches.values().flat_map(|matches| matches.iter());
            known.extend(found.map(|found| found.symbol.clone()));
        });
        known
    }
}
