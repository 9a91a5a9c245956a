//! The page's database on this device (IndexedDB): opened once, closed for a newer version of the page.
//!
//! A storage that is denied, full, damaged or slow gives `None`, and whoever wanted it goes on without;
//! nothing here ever fails what a visitor does.

use futures_util::FutureExt;
use futures_util::future::{Either, LocalBoxFuture, Shared, select};
use gloo_timers::future::TimeoutFuture;
use idb::{
    Database as Connection, DatabaseEvent, Error, Factory, ObjectStoreParams, TransactionMode,
};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;
use std::rc::Rc;
use wasm_bindgen::JsValue;

const NAME: &str = "hindcast";
/// 1 had only copies and their times, 2 no seals.
const VERSION: u32 = 3;

/// Copies of fetched prices, and the times they were fetched at.
pub const COPIES: &str = "copies";
pub const TIMES: &str = "times";
/// Past runs, their networks, and the prices of either, where these cannot be generated again.
pub const RUNS: &str = "runs";
pub const MODELS: &str = "models";
pub const PRICES: &str = "prices";
/// The state of the training under way.
pub const TRAINING: &str = "training";
/// Forecasts that wait to be scored.
pub const JOURNAL: &str = "journal";
/// Sealed blocks that were opened, by the fingerprint of their prices.
pub const SEALS: &str = "seals";

const STORES: [&str; 8] = [
    COPIES, TIMES, RUNS, MODELS, PRICES, TRAINING, JOURNAL, SEALS,
];

/// The longest that anybody waits for the storage: some browsers never answer where it is damaged.
const LIMIT_MS: u32 = 3_000;

/// A handle, copied freely.
#[derive(Debug, Clone, Copy)]
pub struct Database {
    opening: StoredValue<Opening, LocalStorage>,
}

#[derive(Clone)]
enum Opening {
    NotTried,
    /// Whoever comes while it is under way waits for the same.
    Tried(Shared<LocalBoxFuture<'static, Option<Rc<Connection>>>>),
    Failed,
}

impl Database {
    /// It is opened when it is first wanted.
    pub fn new() -> Self {
        Self {
            opening: StoredValue::new_local(Opening::NotTried),
        }
    }

    /// A storage that failed once is asked once more.
    pub fn try_again(self) {
        self.opening.set_value(Opening::NotTried);
    }

    /// Does something with the database. `None` where there is none or it failed: the browser's own
    /// words on it are of no use to a visitor.
    pub async fn with<T, F>(self, act: impl FnOnce(Rc<Connection>) -> F) -> Option<T>
    where
        T: 'static,
        F: Future<Output = Result<T, Error>> + 'static,
    {
        let database = self.opened().await?;
        let outcome = within_limit(act(database)).await;
        if outcome.is_none() {
            // Whoever kept someone waiting once is not asked again.
            self.opening.set_value(Opening::Failed);
        }
        outcome?.ok()
    }

    async fn opened(self) -> Option<Rc<Connection>> {
        let opening = match self.opening.get_value() {
            Opening::Failed => return None,
            Opening::Tried(opening) => opening,
            Opening::NotTried => {
                let opening = async move {
                    match within_limit(open(self)).await {
                        Some(Ok(database)) => Some(Rc::new(database)),
                        Some(Err(_)) | None => None,
                    }
                };
                let opening = opening.boxed_local().shared();
                self.opening.set_value(Opening::Tried(opening.clone()));
                opening
            }
        };
        let database = opening.await;
        if database.is_none() {
            self.opening.set_value(Opening::Failed);
        }
        database
    }
}

impl Default for Database {
    fn default() -> Self {
        Self::new()
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

async fn open(handle: Database) -> Result<Connection, Error> {
    let mut request = Factory::new()?.open(NAME, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        // A store that is not made is missed by the first transaction, which then fails.
        if let Ok(database) = event.database() {
            let there = database.store_names();
            for store in STORES {
                if !there.iter().any(|name| name == store) {
                    let _ = database.create_object_store(store, ObjectStoreParams::new());
                }
            }
        }
    });
    let mut database = request.await?;
    database.on_version_change(move |event| {
        // A newer page in another tab waits for this one to let go. What this tab wants to keep from
        // now on it asks anew for, and is refused where the version is not its own any more.
        if let Some(Ok(database)) = event.target().map(Connection::try_from) {
            database.close();
        }
        handle.try_again();
    });
    Ok(database)
}

/// One value, if it is there.
pub async fn read(
    database: &Connection,
    store: &str,
    key: &JsValue,
) -> Result<Option<JsValue>, Error> {
    let transaction = database.transaction(&[store], TransactionMode::ReadOnly)?;
    transaction.object_store(store)?.get(key.clone())?.await
}

/// Every key, in the order of keys.
pub async fn keys(database: &Connection, store: &str) -> Result<Vec<JsValue>, Error> {
    let transaction = database.transaction(&[store], TransactionMode::ReadOnly)?;
    transaction
        .object_store(store)?
        .get_all_keys(None, None)?
        .await
}

/// Every key and value, in the order of keys.
pub async fn all(database: &Connection, store: &str) -> Result<Vec<(JsValue, JsValue)>, Error> {
    let transaction = database.transaction(&[store], TransactionMode::ReadOnly)?;
    let store = transaction.object_store(store)?;
    let (keys, values) = (store.get_all_keys(None, None)?, store.get_all(None, None)?);
    let (keys, values) = (keys.await?, values.await?);
    Ok(keys.into_iter().zip(values).collect())
}

/// Something to be put under a key of a store; without a value it is removed.
pub type Change = (&'static str, JsValue, Option<JsValue>);

/// Makes all changes or none.
pub async fn change(database: &Connection, changes: &[Change]) -> Result<(), Error> {
    let mut stores: Vec<&str> = changes.iter().map(|(store, ..)| *store).collect();
    stores.sort_unstable();
    stores.dedup();
    if stores.is_empty() {
        return Ok(());
    }
    let transaction = database.transaction(&stores, TransactionMode::ReadWrite)?;
    for (store, key, value) in changes {
        let store = transaction.object_store(store)?;
        match value {
            Some(value) => drop(store.put(value, Some(key))?.await?),
            None => store.delete(key.clone())?.await?,
        }
    }
    // A full storage may show only here.
    committed(transaction).await
}

/// Empties every store.
pub async fn clear(database: &Connection) -> Result<(), Error> {
    let transaction = database.transaction(&STORES, TransactionMode::ReadWrite)?;
    for store in STORES {
        transaction.object_store(store)?.clear()?.await?;
    }
    committed(transaction).await
}

async fn committed(transaction: idb::Transaction) -> Result<(), Error> {
    match transaction.commit()?.await? {
        idb::TransactionResult::Committed => Ok(()),
        idb::TransactionResult::Aborted => Err(Error::TransactionAbortError(JsValue::NULL)),
    }
}
