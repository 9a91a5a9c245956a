//! The page's database on this device (IndexedDB): opened once, closed for a newer version of the page.
//!
//! A storage that is denied, full, damaged or slow gives `None`, and whoever wanted it goes on without;
//! nothing here ever fails what a visitor does.
//!
//! What is kept, under which key and for how long, is the lab's to say: [`StoreAction`].

use crate::lab::command::{Change, Key, Record, Store, StoreAction, StoreOutcome};
use futures_util::FutureExt;
use futures_util::future::{Either, LocalBoxFuture, Shared, select};
use gloo_timers::future::TimeoutFuture;
use idb::{
    Database as Connection, DatabaseEvent, Error, Factory, ObjectStoreParams, TransactionMode,
};
use js_sys::{ArrayBuffer, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

const NAME: &str = "hindcast";
/// 1 had only copies and their times, 2 no seals.
const VERSION: u32 = 3;

/// A store's name in the database.
fn name(store: Store) -> &'static str {
    match store {
        Store::Copies => "copies",
        Store::Times => "times",
        Store::Runs => "runs",
        Store::Models => "models",
        Store::Prices => "prices",
        Store::Training => "training",
        Store::Journal => "journal",
        Store::Seals => "seals",
    }
}

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

    /// Does what the lab ordered.
    pub async fn carry_out(self, action: StoreAction) -> StoreOutcome {
        match action {
            StoreAction::Read(store, key) => {
                let key = to_js_key(&key);
                let found = self.with(|it| async move { read(&it, store, &key).await });
                StoreOutcome::Read(found.await.map(|found| found.and_then(to_record)))
            }
            StoreAction::Keys(store) => {
                let found = self.with(|it| async move { keys(&it, store).await }).await;
                let known = |keys: Vec<JsValue>| keys.iter().filter_map(to_key).collect();
                StoreOutcome::Keys(found.map(known))
            }
            StoreAction::All(store) => {
                let found = self.with(|it| async move { all(&it, store).await }).await;
                StoreOutcome::All(found.map(|records| {
                    let known = records.into_iter().filter_map(|(key, value)| {
                        // Something of another kind is damaged, which an empty text is too.
                        let damaged = || Record::Text(String::new());
                        Some((to_key(&key)?, to_record(value).unwrap_or_else(damaged)))
                    });
                    known.collect()
                }))
            }
            StoreAction::Change(changes) => {
                let done = self.with(|it| async move { change(&it, &changes).await });
                StoreOutcome::Changed(done.await.is_some())
            }
            StoreAction::Clear => {
                let attempt = || self.with(|it| async move { clear(&it).await });
                if attempt().await.is_some() {
                    return StoreOutcome::Changed(true);
                }
                // A storage that failed once is not asked again, but it may hold older records.
                self.try_again();
                StoreOutcome::Changed(attempt().await.is_some())
            }
        }
    }

    fn try_again(self) {
        self.opening.set_value(Opening::NotTried);
    }

    /// Does something with the database. `None` where there is none or it failed: the browser's own
    /// words on it are of no use to a visitor.
    async fn with<T, F>(self, act: impl FnOnce(Rc<Connection>) -> F) -> Option<T>
    where
        T: 'static,
        F: Future<Output = Result<T, Error>> + 'static,
    {
        let database = self.opened().await?;
        let outcome = within_limit(act(database)).await;
        if outcome.is_none() {
            // After one timeout, storage counts as unavailable.
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
            for store in Store::ALL.map(name) {
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

fn to_js_key(key: &Key) -> JsValue {
    match key {
        Key::Number(number) => JsValue::from_f64(*number),
        Key::Text(text) => JsValue::from_str(text),
    }
}

fn to_key(key: &JsValue) -> Option<Key> {
    let text = || key.as_string().map(Key::Text);
    key.as_f64().map(Key::Number).or_else(text)
}

fn to_js(record: &Record) -> JsValue {
    match record {
        Record::Number(number) => JsValue::from_f64(*number),
        Record::Text(text) => JsValue::from_str(text),
        Record::Bytes(bytes) => Uint8Array::from(&**bytes).into(),
    }
}

/// `None` for what no version of the page ever kept.
fn to_record(value: JsValue) -> Option<Record> {
    if let Some(number) = value.as_f64() {
        return Some(Record::Number(number));
    }
    if let Some(text) = value.as_string() {
        return Some(Record::Text(text));
    }
    match value.dyn_into::<ArrayBuffer>() {
        // The state of a training was kept so by earlier versions.
        Ok(buffer) => Some(Record::Bytes(Uint8Array::new(&buffer).to_vec())),
        Err(value) => Some(Record::Bytes(value.dyn_into::<Uint8Array>().ok()?.to_vec())),
    }
}

async fn read(
    database: &Connection,
    store: Store,
    key: &JsValue,
) -> Result<Option<JsValue>, Error> {
    let transaction = database.transaction(&[name(store)], TransactionMode::ReadOnly)?;
    let found = transaction.object_store(name(store))?.get(key.clone())?;
    found.await
}

async fn keys(database: &Connection, store: Store) -> Result<Vec<JsValue>, Error> {
    let transaction = database.transaction(&[name(store)], TransactionMode::ReadOnly)?;
    let keys = transaction
        .object_store(name(store))?
        .get_all_keys(None, None)?;
    keys.await
}

async fn all(database: &Connection, store: Store) -> Result<Vec<(JsValue, JsValue)>, Error> {
    let transaction = database.transaction(&[name(store)], TransactionMode::ReadOnly)?;
    let store = transaction.object_store(name(store))?;
    let (keys, values) = (store.get_all_keys(None, None)?, store.get_all(None, None)?);
    let (keys, values) = (keys.await?, values.await?);
    Ok(keys.into_iter().zip(values).collect())
}

/// Makes all changes or none.
async fn change(database: &Connection, changes: &[Change]) -> Result<(), Error> {
    let mut stores: Vec<&str> = changes.iter().map(|(store, ..)| name(*store)).collect();
    stores.sort_unstable();
    stores.dedup();
    if stores.is_empty() {
        return Ok(());
    }
    let transaction = database.transaction(&stores, TransactionMode::ReadWrite)?;
    for (store, key, record) in changes {
        let store = transaction.object_store(name(*store))?;
        let key = to_js_key(key);
        match record {
            Some(record) => drop(store.put(&to_js(record), Some(&key))?.await?),
            None => store.delete(key)?.await?,
        }
    }
    // A full storage may show only here.
    committed(transaction).await
}

/// Empties every store.
async fn clear(database: &Connection) -> Result<(), Error> {
    let transaction = database.transaction(&Store::ALL.map(name), TransactionMode::ReadWrite)?;
    for store in Store::ALL {
        transaction.object_store(name(store))?.clear()?.await?;
    }
    committed(transaction).await
}

async fn committed(transaction: idb::Transaction) -> Result<(), Error> {
    match transaction.commit()?.await? {
        idb::TransactionResult::Committed => Ok(()),
        idb::TransactionResult::Aborted => Err(Error::TransactionAbortError(JsValue::NULL)),
    }
}
