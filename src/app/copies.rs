//! Copies of fetched prices on this device: what was asked today need not be asked again.
//!
//! Two stores under the same names: the copies themselves, and the times they were fetched at, so that
//! the oldest can be found without reading them all. What the storage does not take stays in this tab's
//! memory; nothing here ever fails a load.

use super::database::{self, COPIES, Database, TIMES};
use crate::market::alpha_vantage::{KeptCopy, MOST_COPIES, surplus};
use leptos::prelude::*;
use std::collections::HashMap;
use wasm_bindgen::JsValue;

/// Where copies are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum KeptIn {
    #[default]
    Device,
    /// The browser keeps nothing for this page, or no more: gone when the tab closes.
    Tab,
}

/// A handle, copied freely.
#[derive(Debug, Clone, Copy)]
pub struct Copies {
    database: Database,
    /// What the storage did not take.
    memory: StoredValue<HashMap<String, KeptCopy>>,
}

impl Copies {
    pub fn open(database: Database) -> Self {
        Self {
            database,
            memory: StoredValue::new(HashMap::new()),
        }
    }

    /// The copy of that name, and where it lies.
    pub async fn read(self, name: String) -> Option<(KeptCopy, KeptIn)> {
        // What is in memory is newer: it is what the storage did not take.
        if let Some(copy) = self.memory.with_value(|memory| memory.get(&name).cloned()) {
            return Some((copy, KeptIn::Tab));
        }
        let key = JsValue::from_str(&name);
        let value = self
            .database
            .with(|database| async move { database::read(&database, COPIES, &key).await })
            .await??;
        // Something that is no text is damaged, which an empty text is too.
        let text = value.as_string().unwrap_or_default();
        let copy = KeptCopy::from_text(&text);
        if copy.is_none() {
            // Damaged, or of another version of the page: it would only be in the way.
            let gone = removed(&[name]);
            self.database
                .with(|database| async move { database::change(&database, &gone).await })
                .await;
        }
        Some((copy?, KeptIn::Device))
    }

    /// Keeps a copy, and lets the oldest go where there are too many. Returns where it lies.
    pub async fn keep(self, name: String, copy: KeptCopy) -> KeptIn {
        let key = JsValue::from_str(&name);
        let put = [
            (
                COPIES,
                key.clone(),
                Some(JsValue::from_str(&copy.to_text())),
            ),
            (TIMES, key, Some(JsValue::from_f64(copy.fetched_ms))),
        ];
        let kept = self
            .database
            .with(|database| async move {
                database::change(&database, &put).await?;
                let times = database::all(&database, TIMES).await?;
                let times = times.into_iter().filter_map(|(name, time)| {
                    Some((name.as_string()?, time.as_f64().unwrap_or(f64::NAN)))
                });
                database::change(&database, &removed(&surplus(times.collect()))).await
            })
            .await;
        if kept.is_some() {
            self.memory.update_value(|memory| {
                memory.remove(&name);
            });
            return KeptIn::Device;
        }
        self.memory.update_value(|memory| {
            memory.insert(name, copy);
            let times = memory
                .iter()
                .map(|(name, copy)| (name.clone(), copy.fetched_ms));
            for name in surplus(times.collect()) {
                memory.remove(&name);
            }
            debug_assert!(memory.len() <= MOST_COPIES);
        });
        KeptIn::Tab
    }

    /// Removes every copy, and with them everything else that is kept. False where the storage did not
    /// let go of what it may hold.
    pub async fn forget(self) -> bool {
        self.memory.update_value(HashMap::clear);
        let attempt = || {
            self.database
                .with(|database| async move { database::clear(&database).await })
        };
        if attempt().await.is_some() {
            return true;
        }
        // A storage that failed once is not asked for copies again, but it may hold older ones.
        self.database.try_again();
        attempt().await.is_some()
    }
}

fn removed(names: &[String]) -> Vec<database::Change> {
    let stores = names.iter().flat_map(|name| {
        let key = JsValue::from_str(name);
        [(COPIES, key.clone(), None), (TIMES, key, None)]
    });
    stores.collect()
}
