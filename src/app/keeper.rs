//! What outlives the visit, in the page's database: past runs with their networks, the prices of both,
//! and the state of the training under way. Decides nothing but how much is kept; the root says what.
//!
//! Runs and networks lie under the time they were kept at, so two tabs never take each other's place
//! and the oldest come first. Nothing here ever saw the API key.

use super::database::{self, Change, Database, JOURNAL, MODELS, PRICES, RUNS, SEALS, TRAINING};
use crate::journal::Entry;
use crate::market::packed::unpack;
use crate::market::{Series, fingerprint, fingerprint_text};
use crate::session::Opened;
use js_sys::{ArrayBuffer, Uint8Array};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use wasm_bindgen::{JsCast, JsValue};

/// Networks kept at most; most have 60 kB.
const MOST_MODELS: usize = 20;
/// Histories kept at most; twenty years of days have 280 kB.
const MOST_HISTORIES: usize = 8;

/// What the training under way is, its state, and when that was kept.
const ABOUT: &str = "about";
const STATE: &str = "state";
const AT: &str = "at";

/// A handle, copied freely.
#[derive(Debug, Clone, Copy)]
pub struct Keeper {
    database: Database,
    /// Under which key each run of this visit's list lies.
    keys: StoredValue<BTreeMap<u32, f64>>,
    /// Runs of the list whose network is kept.
    models: RwSignal<BTreeSet<u32>>,
}

/// A run to be kept.
#[derive(Debug)]
pub struct RunToKeep {
    pub number: u32,
    pub text: String,
    /// Its network, as a safetensors file.
    pub model: Option<Vec<u8>>,
    pub prices: Option<PricesToKeep>,
}

/// What is kept once of a training, beside its state.
#[derive(Debug)]
pub struct TrainingToKeep {
    pub text: String,
    pub prices: Option<PricesToKeep>,
}

/// Prices that cannot be made again.
#[derive(Debug)]
pub struct PricesToKeep {
    pub fingerprint: u64,
    pub bytes: Vec<u8>,
}

/// A run that was kept: its key, its text, and whether its network is there.
#[derive(Debug)]
pub struct KeptText {
    pub key: f64,
    pub text: String,
    pub has_model: bool,
}

impl Keeper {
    pub fn new(database: Database) -> Self {
        Self {
            database,
            keys: StoredValue::new(BTreeMap::new()),
            models: RwSignal::new(BTreeSet::new()),
        }
    }

    /// Runs of the list whose network is kept.
    pub fn models(self) -> ReadSignal<BTreeSet<u32>> {
        self.models.read_only()
    }

    /// Later than every key that this tab knows.
    fn new_key(self) -> f64 {
        let newest = self
            .keys
            .with_value(|keys| keys.values().copied().fold(0.0, f64::max));
        js_sys::Date::now().max(newest + 1.0)
    }

    /// Keeps a run; the oldest networks and prices make room. False where the storage did not take it.
    pub async fn keep_run(self, run: RunToKeep) -> bool {
        let key = self.new_key();
        self.keys.update_value(|keys| {
            keys.insert(run.number, key);
        });
        let mut changes: Vec<Change> = vec![(RUNS, key.into(), Some(JsValue::from_str(&run.text)))];
        if let Some(model) = &run.model {
            changes.push((MODELS, key.into(), Some(Uint8Array::from(&**model).into())));
        }
        let prices = run.prices;
        let kept = self
            .database
            .with(|database| async move {
                if let Some(prices) = prices {
                    let keys = database::keys(&database, PRICES).await?;
                    changes.extend(history(&keys, &prices, key));
                }
                database::change(&database, &changes).await?;
                let gone = trim(&database, MODELS, MOST_MODELS).await?;
                trim(&database, PRICES, MOST_HISTORIES).await?;
                Ok(gone)
            })
            .await;
        let Some(gone) = kept else {
            self.keys.update_value(|keys| {
                keys.remove(&run.number);
            });
            return false;
        };
        let gone: BTreeSet<u32> = self.keys.with_value(|keys| {
            let gone_key = |key: &f64| gone.iter().any(|gone| gone.as_f64() == Some(*key));
            let numbers = keys.iter().filter(|(_, key)| gone_key(key));
            numbers.map(|(number, _)| *number).collect()
        });
        self.models.update(|models| {
            models.retain(|number| !gone.contains(number));
            if run.model.is_some() {
                models.insert(run.number);
            }
        });
        true
    }

    /// Keeps what changed of a run, if it is kept.
    pub async fn rewrite_run(self, number: u32, text: String) {
        let key = self.keys.with_value(|keys| keys.get(&number).copied());
        if let Some(key) = key {
            let change = [(RUNS, key.into(), Some(JsValue::from_str(&text)))];
            self.change(change.to_vec()).await;
        }
    }

    /// Removes the runs of which `is_gone`.
    pub async fn remove_runs(self, is_gone: impl Fn(u32) -> bool) {
        let mut gone = Vec::new();
        self.keys.update_value(|keys| {
            keys.retain(|number, key| {
                let goes = is_gone(*number);
                if goes {
                    gone.push(*key);
                }
                !goes
            });
        });
        if gone.is_empty() {
            return;
        }
        self.models
            .update(|models| models.retain(|number| !is_gone(*number)));
        self.remove_keys(&gone).await;
    }

    /// Removes runs by their keys: such as nothing can be made of.
    pub async fn remove_keys(self, keys: &[f64]) {
        let changes = keys.iter().flat_map(|key| {
            let key = JsValue::from_f64(*key);
            [(RUNS, key.clone(), None), (MODELS, key, None)]
        });
        self.change(changes.collect()).await;
    }

    /// Every run that is kept, oldest first. `None` where there is no storage.
    pub async fn read_runs(self) -> Option<Vec<KeptText>> {
        let (runs, models) = self
            .database
            .with(|database| async move {
                let runs = database::all(&database, RUNS).await?;
                Ok((runs, database::keys(&database, MODELS).await?))
            })
            .await?;
        let models: Vec<f64> = models.iter().filter_map(JsValue::as_f64).collect();
        let kept = runs.into_iter().filter_map(|(key, text)| {
            let key = key.as_f64()?;
            Some(KeptText {
                key,
                // Something that is no text is damaged, which an empty text is too.
                text: text.as_string().unwrap_or_default(),
                has_model: models.contains(&key),
            })
        });
        Some(kept.collect())
    }

    /// A kept run is in the list under this number.
    pub fn brought_back(self, number: u32, kept: &KeptText) {
        self.keys.update_value(|keys| {
            keys.insert(number, kept.key);
        });
        if kept.has_model {
            self.models.update(|models| {
                models.insert(number);
            });
        }
    }

    /// The network of a run of the list, as a safetensors file.
    pub async fn read_model(self, number: u32) -> Option<Vec<u8>> {
        let key = self.keys.with_value(|keys| keys.get(&number).copied())?;
        let model = self
            .database
            .with(|database| async move { database::read(&database, MODELS, &key.into()).await })
            .await??;
        Some(model.dyn_into::<Uint8Array>().ok()?.to_vec())
    }

    /// Kept prices with this fingerprint.
    pub async fn read_prices(self, wanted: u64) -> Option<Series> {
        let bytes = self
            .database
            .with(|database| async move {
                let keys = database::keys(&database, PRICES).await?;
                match keys.iter().find(|key| is_of(key, wanted)) {
                    Some(key) => database::read(&database, PRICES, key).await,
                    None => Ok(None),
                }
            })
            .await??;
        let series = unpack(&bytes.dyn_into::<Uint8Array>().ok()?.to_vec())?;
        (fingerprint(&series) == wanted).then_some(series)
    }

    /// Keeps the state of the training under way. `about` says what it is, and comes with the prices
    /// where these cannot be made again; it is left out where it is there already.
    pub async fn keep_state(self, state: ArrayBuffer, about: Option<TrainingToKeep>) -> bool {
        let key = self.new_key();
        let mut changes: Vec<Change> = vec![
            (TRAINING, STATE.into(), Some(state.into())),
            (TRAINING, AT.into(), Some(js_sys::Date::now().into())),
        ];
        let kept = self.database.with(|database| async move {
            if let Some(TrainingToKeep { text, prices }) = about {
                changes.push((TRAINING, ABOUT.into(), Some(JsValue::from_str(&text))));
                if let Some(prices) = prices {
                    let keys = database::keys(&database, PRICES).await?;
                    changes.extend(history(&keys, &prices, key));
                }
            }
            database::change(&database, &changes).await
        });
        kept.await.is_some()
    }

    /// What was under way, and its state.
    pub async fn read_training(self) -> Option<(String, ArrayBuffer)> {
        let (about, state) = self
            .database
            .with(|database| async move {
                let about = database::read(&database, TRAINING, &ABOUT.into()).await?;
                Ok((
                    about,
                    database::read(&database, TRAINING, &STATE.into()).await?,
                ))
            })
            .await?;
        Some((about?.as_string()?, state?.dyn_into().ok()?))
    }

    /// When the state was kept, in Unix milliseconds.
    pub async fn training_kept_at(self) -> Option<f64> {
        self.database
            .with(|database| async move { database::read(&database, TRAINING, &AT.into()).await })
            .await??
            .as_f64()
    }

    /// Nothing is under way any more.
    pub async fn forget_training(self) {
        let gone = [ABOUT, STATE, AT].map(|key| (TRAINING, JsValue::from_str(key), None));
        self.change(gone.to_vec()).await;
    }

    /// Keeps these entries of the journal, and lets others go, by their names.
    pub async fn keep_entries(self, entries: &[Entry], gone: &[f64]) -> bool {
        let gone = gone.iter().map(|name| (JOURNAL, (*name).into(), None));
        let kept = entries.iter().map(|entry| {
            let text = JsValue::from_str(&entry.to_text());
            (JOURNAL, entry.kept_ms.into(), Some(text))
        });
        self.change(gone.chain(kept).collect()).await
    }

    /// Every entry of the journal that can be read.
    pub async fn read_entries(self) -> Vec<Entry> {
        let all = self.all(JOURNAL).await.into_iter();
        all.filter_map(|(name, text)| Entry::from_text(name.as_f64()?, &text.as_string()?))
            .collect()
    }

    /// Keeps that a sealed block was opened.
    pub async fn keep_opened(self, opened: &Opened) -> bool {
        let key = fingerprint_text(opened.series.number());
        let text = JsValue::from_str(&opened.to_text());
        self.change(vec![(SEALS, JsValue::from_str(&key), Some(text))])
            .await
    }

    /// Every opened block that can be read.
    pub async fn read_opened(self) -> Vec<Opened> {
        let all = self.all(SEALS).await.into_iter();
        all.filter_map(|(_, text)| Opened::from_text(&text.as_string()?))
            .collect()
    }

    /// The storage was emptied.
    pub fn emptied(self) {
        self.keys.update_value(BTreeMap::clear);
        self.models.update(BTreeSet::clear);
    }

    /// Every record of a store, by name; none where there is no storage.
    async fn all(self, store: &'static str) -> Vec<(JsValue, JsValue)> {
        let all = self
            .database
            .with(move |database| async move { database::all(&database, store).await });
        all.await.unwrap_or_default()
    }

    async fn change(self, changes: Vec<Change>) -> bool {
        let done = self
            .database
            .with(|database| async move { database::change(&database, &changes).await });
        done.await.is_some()
    }
}

/// Histories lie under the time they were last wanted at and their fingerprint.
fn history(keys: &[JsValue], prices: &PricesToKeep, time: f64) -> Vec<Change> {
    let PricesToKeep { fingerprint, bytes } = prices;
    let fingerprint = *fingerprint;
    let new = JsValue::from_str(&format!("{:015}{}", time as u64, ending(fingerprint)));
    let mut changes = vec![(PRICES, new, Some(Uint8Array::from(&**bytes).into()))];
    let before = keys.iter().filter(|key| is_of(key, fingerprint));
    // Removed first: the new key may be the old one.
    for key in before {
        changes.insert(0, (PRICES, key.clone(), None));
    }
    changes
}

fn is_of(key: &JsValue, fingerprint: u64) -> bool {
    key.as_string()
        .is_some_and(|key| key.ends_with(&ending(fingerprint)))
}

fn ending(fingerprint: u64) -> String {
    format!("-{}", fingerprint_text(fingerprint))
}

/// Lets the oldest go, and says which.
async fn trim(
    database: &idb::Database,
    store: &'static str,
    most: usize,
) -> Result<Vec<JsValue>, idb::Error> {
    let mut keys = database::keys(database, store).await?;
    keys.truncate(keys.len().saturating_sub(most));
    let changes: Vec<Change> = keys.iter().map(|key| (store, key.clone(), None)).collect();
    database::change(database, &changes).await?;
    Ok(keys)
}
