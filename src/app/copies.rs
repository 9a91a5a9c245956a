//! Copies of fetched prices on this device, in IndexedDB: what was asked today need not be asked again.
//!
//! Two stores under the same names: the copies themselves, and the times they were fetched at, so that
//! the oldest can be found without reading them all. A storage that is denied, full, damaged or slow
//! leaves the copies in this tab's memory; nothing here ever fails a load.

use crate::market::alpha_vantage::{KeptCopy, MOST_COPIES, surplus};
use futures_util::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, TransactionMode};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::HashMap;
use std::future::Future;
use std::rc::Rc;
use wasm_bindgen::JsValue;

const DATABASE: &str = "hindcast";
const VERSION: u32 = 1;
const COPIES: &str = "copies";
const TIMES: &str = "times";

/// The longest that a load waits for the storage: some browsers never answer where it is damaged.
const LIMIT_MS: u32 = 3_000;

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
    database: StoredValue<Opening, LocalStorage>,
    /// What the storage did not take.
    memory: StoredValue<HashMap<String, KeptCopy>>,
}

#[derive(Clone)]
enum Opening {
    NotTried,
    Open(Rc<Database>),
    Failed,
}

impl Copies {
    /// The database is opened when it is first wanted.
    pub fn open() -> Self {
        Self {
            database: StoredValue::new_local(Opening::NotTried),
            memory: StoredValue::new(HashMap::new()),
        }
    }

    /// The copy of that name, and where it lies.
    pub async fn read(self, name: String) -> Option<(KeptCopy, KeptIn)> {
        // What is in memory is newer: it is what the storage did not take.
        if let Some(copy) = self.memory.with_value(|memory| memory.get(&name).cloned()) {
            return Some((copy, KeptIn::Tab));
        }
        let key = name.clone();
        let text = self
            .with_database(|database| async move { read(&database, &key).await })
            .await??;
        let copy = KeptCopy::from_text(&text);
        if copy.is_none() {
            // Damaged, or of another version of the page: it would only be in the way.
            self.with_database(|database| async move { remove(&database, &[name]).await })
                .await;
        }
        Some((copy?, KeptIn::Device))
    }

    /// Keeps a copy, and lets the oldest go where there are too many. Returns where it lies.
    pub async fn keep(self, name: String, copy: KeptCopy) -> KeptIn {
        let (key, text, fetched_ms) = (name.clone(), copy.to_text(), copy.fetched_ms);
        let kept = self
            .with_database(|database| async move {
                write(&database, &key, &text, fetched_ms).await?;
                let times = times(&database).await?;
                remove(&database, &surplus(times)).await
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

    /// Removes every copy. False where the storage did not let go of what it may hold.
    pub async fn forget(self) -> bool {
        self.memory.update_value(HashMap::clear);
        let attempt = || self.with_database(|database| async move { clear(&database).await });
        if attempt().await.is_some() {
            return true;
        }
        // A storage that failed once is not asked for copies again, but it may hold older ones.
        self.database.set_value(Opening::NotTried);
        attempt().await.is_some()
    }

    /// Does something with the database. `None` where there is none or it failed: the browser's own
    /// words on it are of no use to a visitor.
    async fn with_database<T, F>(self, act: impl FnOnce(Rc<Database>) -> F) -> Option<T>
    where
        T: 'static,
        F: Future<Output = Result<T, Error>> + 'static,
    {
        let database = self.database().await?;
        let outcome = within_limit(act(database)).await;
        if outcome.is_none() {
            // Whoever kept a load waiting once is not asked again.
            self.database.set_value(Opening::Failed);
        }
        outcome?.ok()
    }

    async fn database(self) -> Option<Rc<Database>> {
        if let Opening::NotTried = self.database.get_value() {
            let opening = match within_limit(open()).await {
                Some(Ok(database)) => Opening::Open(Rc::new(database)),
                Some(Err(_)) | None => Opening::Failed,
            };
            self.database.set_value(opening);
        }
        match self.database.get_value() {
            Opening::Open(database) => Some(database),
            Opening::NotTried | Opening::Failed => None,
        }
    }
}

/// What `work` comes to; `None` where it takes too long.
async fn within_limit<T: 'static>(work: impl Future<Output = T> + 'static) -> Option<T> {
    match select(Box::pin(work), TimeoutFuture::new(LIMIT_MS)).await {
        Either::Left((outcome, _)) => Some(outcome),
        Either::Right((_, unfinished)) => {
            // The browser may still call back, so someone has to be there.
            spawn_local(async move { drop(unfinished.await) });
            None
        }
    }
}

async fn open() -> Result<Database, Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        // A store that is not made is missed by the first transaction, which then fails.
        if let Ok(database) = event.database() {
            for store in [COPIES, TIMES] {
                let _ = database.create_object_store(store, ObjectStoreParams::new());
            }
        }
    });
    request.await
}

async fn read(database: &Database, name: &str) -> Result<Option<String>, Error> {
    let transaction = database.transaction(&[COPIES], TransactionMode::ReadOnly)?;
    let value = transaction
        .object_store(COPIES)?
        .get(JsValue::from_str(name))?
        .await?;
    // Something that is no text is damaged, which an empty text is too.
    Ok(value.map(|value| value.as_string().unwrap_or_default()))
}

async fn write(database: &Database, name: &str, text: &str, fetched_ms: f64) -> Result<(), Error> {
    let transaction = database.transaction(&[COPIES, TIMES], TransactionMode::ReadWrite)?;
    let name = JsValue::from_str(name);
    let copy = transaction
        .object_store(COPIES)?
        .put(&JsValue::from_str(text), Some(&name))?;
    let time = transaction
        .object_store(TIMES)?
        .put(&JsValue::from_f64(fetched_ms), Some(&name))?;
    copy.await?;
    time.await?;
    // A full storage may show only here.
    committed(transaction).await
}

/// Every copy's name and time.
async fn times(database: &Database) -> Result<Vec<(String, f64)>, Error> {
    let transaction = database.transaction(&[TIMES], TransactionMode::ReadOnly)?;
    let store = transaction.object_store(TIMES)?;
    let (names, times) = (store.get_all_keys(None, None)?, store.get_all(None, None)?);
    let (names, times) = (names.await?, times.await?);
    // Both come in the order of the names.
    Ok(names
        .iter()
        .zip(&times)
        .filter_map(|(name, time)| Some((name.as_string()?, time.as_f64().unwrap_or(f64::NAN))))
        .collect())
}

async fn remove(database: &Database, names: &[String]) -> Result<(), Error> {
    if names.is_empty() {
        return Ok(());
    }
    let transaction = database.transaction(&[COPIES, TIMES], TransactionMode::ReadWrite)?;
    for store in [COPIES, TIMES] {
        let store = transaction.object_store(store)?;
        for name in names {
            store.delete(JsValue::from_str(name))?.await?;
        }
    }
    committed(transaction).await
}

async fn clear(database: &Database) -> Result<(), Error> {
    let transaction = database.transaction(&[COPIES, TIMES], TransactionMode::ReadWrite)?;
    let (copies, times) = (
        transaction.object_store(COPIES)?.clear()?,
        transaction.object_store(TIMES)?.clear()?,
    );
    copies.await?;
    times.await?;
    committed(transaction).await
}

async fn committed(transaction: idb::Transaction) -> Result<(), Error> {
    match transaction.commit()?.await? {
        idb::TransactionResult::Committed => Ok(()),
        idb::TransactionResult::Aborted => Err(Error::TransactionAbortError(JsValue::NULL)),
    }
}
