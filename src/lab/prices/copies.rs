//! Copies of fetched prices on this device: what was asked today need not be asked again.
//!
//! Two stores under the same names: the copies themselves, and the times they were fetched at, so that
//! the oldest can be found without reading them all. What the storage does not take stays in the
//! visit's memory; nothing here ever fails a load.

use super::copy_step::{CopyStep, FetchedPrices};
use super::work::PriceWork;
use crate::lab::command::Purpose;
use crate::lab::store::{Change, Key, Record, Store, StoreAction, StoreOutcome};
use crate::lab::{Command, Lab};
use crate::market::alpha_vantage::{Endpoint, KeptCopy, MOST_COPIES, surplus};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where copies are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum KeptIn {
    #[default]
    Device,
    /// The browser keeps nothing for this page, or no more: gone when the tab closes.
    Tab,
}

/// Copies that the storage did not take, by name.
#[derive(Debug, Default)]
pub struct TabCopies(BTreeMap<String, Arc<KeptCopy>>);

impl TabCopies {
    fn insert(&mut self, name: String, copy: Arc<KeptCopy>) {
        self.0.insert(name, copy);
        let times = self.0.iter();
        let times = times.map(|(name, copy)| (name.clone(), copy.fetched_ms));
        for name in surplus(times.collect()) {
            self.0.remove(&name);
        }
        debug_assert!(self.0.len() <= MOST_COPIES);
    }

    /// Lets all of them go.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl Lab {
    /// Looks for the copy of what `endpoint` said; `copy_found` gets it.
    pub(super) fn find_copy(&mut self, load: u32, endpoint: Endpoint, symbol: &str) {
        let name = KeptCopy::name(endpoint, symbol);
        // What is in memory is newer: it is what the storage did not take.
        if let Some(copy) = self.prices.tab_copies.0.get(&name).cloned() {
            return self.copy_found(load, endpoint, Some((copy, KeptIn::Tab)));
        }
        self.store_copies(
            StoreAction::Read(Store::Copies, Key::Text(name)),
            CopyStep::Find { load, endpoint },
        );
    }

    pub(in crate::lab) fn copies_stored(&mut self, step: CopyStep, outcome: StoreOutcome) {
        match (step, outcome) {
            (CopyStep::Find { load, endpoint }, StoreOutcome::Read(Some(Some(record)))) => {
                // Something that is no text is damaged, which an empty text is too.
                let text = match record {
                    Record::Text(text) => text,
                    Record::Number(_) | Record::Bytes(_) => String::new(),
                };
                if self.is_newest_load(load) {
                    self.do_price_work(PriceWork::ReadCopy {
                        load,
                        endpoint,
                        text,
                    });
                }
            }
            (CopyStep::Find { load, endpoint }, _) => self.copy_found(load, endpoint, None),
            (CopyStep::RemoveDamaged, _) => {}
            (CopyStep::Write(fetched), StoreOutcome::Changed(true)) => {
                let step = CopyStep::ListTimes(fetched);
                self.store_copies(StoreAction::All(Store::Times), step);
            }
            (CopyStep::ListTimes(fetched), StoreOutcome::All(Some(times))) => {
                let names = surplus(times.into_iter().filter_map(name_and_time).collect());
                if names.is_empty() {
                    return self.copy_kept(fetched, KeptIn::Device);
                }
                let step = CopyStep::RemoveOldest(fetched);
                self.store_copies(StoreAction::Change(removed(names)), step);
            }
            (CopyStep::RemoveOldest(fetched), StoreOutcome::Changed(true)) => {
                self.copy_kept(fetched, KeptIn::Device);
            }
            (
                CopyStep::Write(fetched)
                | CopyStep::ListTimes(fetched)
                | CopyStep::RemoveOldest(fetched),
                _,
            ) => self.keep_in_tab(fetched),
        }
    }

    pub(super) fn copy_read(&mut self, load: u32, endpoint: Endpoint, copy: Option<Arc<KeptCopy>>) {
        if copy.is_none()
            && let Some(symbol) = self.awaited_symbol(load)
        {
            // Damaged, or of another version of the page: it would only be in the way.
            let name = KeptCopy::name(endpoint, symbol);
            self.store_copies(
                StoreAction::Change(removed(vec![name])),
                CopyStep::RemoveDamaged,
            );
        }
        self.copy_found(load, endpoint, copy.map(|copy| (copy, KeptIn::Device)));
    }

    /// Keeps a copy, and lets the oldest go where there are too many; `history_kept` hears where it is.
    pub(super) fn keep_copy(&mut self, fetched: FetchedPrices) {
        self.do_price_work(PriceWork::WriteCopy(fetched));
    }

    pub(super) fn copy_written(&mut self, fetched: FetchedPrices, text: String) {
        let key = Key::Text(fetched.name());
        let time = Record::Number(fetched.copy.fetched_ms);
        self.store_copies(
            StoreAction::Change(vec![
                (Store::Copies, key.clone(), Some(Record::Text(text))),
                (Store::Times, key, Some(time)),
            ]),
            CopyStep::Write(fetched),
        );
    }

    pub(super) fn keep_in_tab(&mut self, fetched: FetchedPrices) {
        self.copy_kept(fetched, KeptIn::Tab);
    }

    fn copy_kept(&mut self, fetched: FetchedPrices, kept_in: KeptIn) {
        let copies = &mut self.prices.tab_copies;
        match kept_in {
            KeptIn::Device => {
                copies.0.remove(&fetched.name());
            }
            KeptIn::Tab => copies.insert(fetched.name(), fetched.copy.clone()),
        }
        self.history_kept(fetched, kept_in);
    }

    fn store_copies(&mut self, action: StoreAction, step: CopyStep) {
        self.order(Command::Store {
            action,
            purpose: Purpose::Copies(step),
        });
    }
}

fn name_and_time((key, record): (Key, Record)) -> Option<(String, f64)> {
    let Key::Text(name) = key else { return None };
    // A time that is no number is older than any.
    let time = match record {
        Record::Number(time) => time,
        Record::Text(_) | Record::Bytes(_) => f64::NAN,
    };
    Some((name, time))
}

fn removed(names: Vec<String>) -> Vec<Change> {
    let removals = names.into_iter().flat_map(|name| {
        let key = Key::Text(name);
        [
            (Store::Copies, key.clone(), None),
            (Store::Times, key, None),
        ]
    });
    removals.collect()
}
