//! The search for symbols by a company's name.

use super::PriceMessage;
use super::api_key::ApiKey;
use super::question::{Asked, Question};
use crate::lab::{Lab, NoticeKind};
use crate::market::alpha_vantage::{AnswerError, SymbolMatch};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The search for symbols by name, as the form shows it.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum SymbolSearch {
    #[default]
    None,
    Running,
    /// The best match first; perhaps none.
    Found {
        /// Counts what was asked for: the same asked again is shown again.
        search: u32,
        typed: String,
        matches: Arc<[SymbolMatch]>,
    },
}

/// What searches found, by what was typed. A search costs a request, so none is made twice.
#[derive(Debug, Default)]
pub struct Searches(BTreeMap<String, Arc<[SymbolMatch]>>);

impl Searches {
    fn find(&self, typed: &str) -> Option<Arc<[SymbolMatch]>> {
        self.0.get(&typed.to_lowercase()).cloned()
    }

    fn add(&mut self, typed: &str, matches: Arc<[SymbolMatch]>) {
        self.0.insert(typed.to_lowercase(), matches);
    }

    /// Every symbol that was found.
    pub fn symbols(&self) -> impl Iterator<Item = &str> {
        let found = self.0.values().flat_map(|matches| matches.iter());
        found.map(|found| found.symbol.as_str())
    }
}

impl Lab {
    /// Searches for symbols whose name is like `typed`. A search costs a request, so it is made when
    /// it is asked for and never while someone types.
    pub(super) fn search_symbol(&mut self, typed: &str) {
        let typed = typed.trim().to_owned();
        if typed.is_empty() {
            return self.notify(NoticeKind::Info, PriceMessage::SearchNeedsText);
        }
        if self.prices.is_key(&typed) {
            return self.notify(NoticeKind::Error, PriceMessage::KeyAsSymbol);
        }
        if let Some(matches) = self.prices.searches.find(&typed) {
            self.prices.search_number += 1;
            self.prices.search = SymbolSearch::Found {
                search: self.prices.search_number,
                typed,
                matches,
            };
            return;
        }
        let key = self.prices.key.get().filter(|key| !key.is_demo());
        let Some(key) = key.cloned() else {
            return self.notify(NoticeKind::Error, PriceMessage::SearchNeedsKey);
        };
        if self.prices.search == SymbolSearch::Running {
            return;
        }
        self.prices.search = SymbolSearch::Running;
        self.prices.search_number += 1;
        let search = self.prices.search_number;
        self.ask_service(Question {
            what: Asked::Symbols { search, typed },
            key,
        });
    }

    /// Drops what a search found. One under way goes on: its request is made.
    pub(super) fn close_search(&mut self) {
        if let SymbolSearch::Found { .. } = self.prices.search {
            self.prices.search = SymbolSearch::None;
        }
    }

    pub(super) fn symbols_read(
        &mut self,
        search: u32,
        typed: String,
        matches: Result<Arc<[SymbolMatch]>, AnswerError>,
    ) {
        match matches {
            Ok(matches) => {
                self.prices.searches.add(&typed, matches.clone());
                if self.is_awaited_search(search) {
                    self.prices.search = SymbolSearch::Found {
                        search,
                        typed,
                        matches,
                    };
                }
            }
            Err(error) => {
                self.note_limit(&error);
                self.search_failed(search, PriceMessage::Answer(error));
            }
        }
    }

    pub(super) fn search_failed(&mut self, search: u32, why: PriceMessage) {
        if self.is_awaited_search(search) {
            self.prices.search = SymbolSearch::None;
            self.notify(NoticeKind::Error, why);
        }
    }

    fn is_awaited_search(&self, search: u32) -> bool {
        search == self.prices.search_number && self.prices.search == SymbolSearch::Running
    }
}

impl super::PriceSources {
    /// Whether what was typed as a symbol is a key. A symbol enters the address, the report and the
    /// list of recent ones, so a key must never pass for one.
    pub(in crate::lab) fn is_key(&self, typed: &str) -> bool {
        let kept = self.key.get().filter(|key: &&ApiKey| !key.is_demo());
        let is_kept = kept.is_some_and(|key| key.expose().eq_ignore_ascii_case(typed.trim()));
        is_kept || crate::market::looks_like_key(typed)
    }
}
