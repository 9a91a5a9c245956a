//! Keeping runs with their networks and prices, and letting the oldest go.

use super::super::Lab;
use super::super::notice::NoticeKind;
use super::super::store::{Change, Key, Record, Store, StoreAction};
use super::packing::{Packed, ShownNetwork, ToPack};
use super::writing::{Writing, Written};
use super::{RecordMessage, RecordStep, RecordWork};
use crate::market::packed::MOST_ROWS;
use crate::market::{Prices, Source};
use crate::model_file::opened::OpenedModel;
use crate::session::kept::can_be_made_again;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Networks kept at most; most have 60 kB.
const MOST_MODELS: usize = 20;
/// Histories kept at most; twenty years of days have 280 kB.
const MOST_HISTORIES: usize = 8;

/// More prices than are kept.
pub(super) struct TooMany;

/// What of these prices has to be kept: nothing of a world, which is made again.
pub(super) fn prices_to_keep(
    source: &Source,
    prices: &Arc<Prices>,
) -> Result<Option<Arc<Prices>>, TooMany> {
    if can_be_made_again(source) {
        return Ok(None);
    }
    let few = prices.series.len() <= MOST_ROWS;
    few.then(|| Some(prices.clone())).ok_or(TooMany)
}

/// A run and its network are removed.
fn removed(key: f64) -> [Change; 2] {
    [Store::Runs, Store::Models].map(|store| (store, Key::Number(key), None))
}

impl Lab {
    /// Keeps a run of the list, with the network that is shown.
    pub(in crate::lab) fn keep_run(&mut self, number: u32) {
        let Some(run) = self.session.run(number) else {
            return;
        };
        // Nothing could be made of it without its prices.
        let Ok(prices) = prices_to_keep(&run.experiment.source, &run.prices) else {
            return;
        };
        let network = self.shown_network().map(Box::new);
        self.work_on(RecordWork::Pack {
            what: ToPack::Run { number },
            prices,
            network,
        });
    }

    fn shown_network(&self) -> Option<ShownNetwork> {
        let (experiment, dataset) = self.run.trained.as_ref()?;
        Some(ShownNetwork {
            experiment: experiment.clone(),
            prices: self.run.prices.clone()?,
            dataset: dataset.clone(),
            model: self.run.model.clone()?,
        })
    }

    pub(super) fn packed(&mut self, what: ToPack, packed: Option<Packed>) {
        match (what, packed) {
            (ToPack::Run { number }, Some(packed)) => self.write_run(number, packed),
            (ToPack::State { run, state }, Some(packed)) => {
                self.write_whole_state(run, state, packed.prices);
            }
            (ToPack::State { .. }, None) => self.next_state(),
            (ToPack::Run { .. }, None) => {}
        }
    }

    fn write_run(&mut self, number: u32, packed: Packed) {
        // It may have been deleted since.
        if self.session.run(number).is_none() {
            return;
        }
        let key = self.new_key();
        let before = self.records.keys.insert(number, key);
        let mut changes: Vec<Change> = before.into_iter().flat_map(removed).collect();
        let with_model = packed.network.is_some();
        if let Some(network) = packed.network {
            changes.push((
                Store::Models,
                Key::Number(key),
                Some(Record::Bytes(network)),
            ));
        }
        self.begin_writing(Writing {
            changes,
            history: packed.prices.map(|prices| (prices, key)),
            then: Written::Run {
                number,
                key,
                before,
                with_model,
            },
        });
    }

    /// Later than every key that this tab knows.
    pub(super) fn new_key(&self) -> f64 {
        let newest = self.records.keys.values().copied().fold(0.0, f64::max);
        self.now.unix_ms.max(newest + 1.0)
    }

    /// Asks for the keys of kept prices first, where there are prices to be kept.
    pub(super) fn begin_writing(&mut self, writing: Writing) {
        if writing.history.is_none() {
            return self.write(writing);
        }
        let step = RecordStep::HistoryKeys(Box::new(writing));
        self.store(step, StoreAction::Keys(Store::Prices));
    }

    pub(super) fn write(&mut self, writing: Writing) {
        let Writing {
            mut changes, then, ..
        } = writing;
        if let Written::Run { number, key, .. } = then {
            // It may have been pinned, deleted or kept anew since.
            let is_newest = self.records.keys.get(&number) == Some(&key);
            let Some(run) = self.session.run(number).filter(|_| is_newest) else {
                return;
            };
            let text = Record::Text(run.to_text());
            changes.push((Store::Runs, Key::Number(key), Some(text)));
        }
        self.change(RecordStep::Written(then), changes);
    }

    pub(super) fn written(&mut self, then: Written, done: bool) {
        match then {
            Written::Run {
                number,
                key,
                before,
                with_model,
            } => {
                let is_newest = self.records.keys.get(&number) == Some(&key);
                if is_newest && done {
                    match with_model {
                        true => self.records.models.insert(number),
                        false => self.records.models.remove(&number),
                    };
                } else if is_newest {
                    match before {
                        Some(before) => self.records.keys.insert(number, before),
                        None => self.records.keys.remove(&number),
                    };
                }
                if done {
                    for store in [Store::Models, Store::Prices] {
                        self.store(RecordStep::Surplus(store), StoreAction::Keys(store));
                    }
                } else {
                    self.tell_not_kept();
                }
                self.drop_runs_that_went();
            }
            Written::State { run, whole } => self.state_written(run, whole, done),
        }
    }

    /// The oldest networks and prices make room.
    pub(super) fn let_oldest_go(&mut self, store: Store, keys: Option<Vec<Key>>) {
        let most = match store {
            Store::Models => MOST_MODELS,
            _ => MOST_HISTORIES,
        };
        let mut gone = keys.unwrap_or_default();
        gone.truncate(gone.len().saturating_sub(most));
        if gone.is_empty() {
            return;
        }
        if store == Store::Models {
            let keys = &self.records.keys;
            let is_there = |number: &u32| {
                let key = keys.get(number).map(|key| Key::Number(*key));
                key.is_none_or(|key| !gone.contains(&key))
            };
            self.records.models.retain(is_there);
        }
        let changes = gone.into_iter().map(|key| (store, key, None)).collect();
        self.change(RecordStep::NothingFollows, changes);
    }

    /// Runs that are no longer in the list are no longer kept.
    fn drop_runs_that_went(&mut self) {
        let runs = self.session.runs();
        let there: BTreeSet<u32> = runs.into_iter().map(|run| run.number).collect();
        let mut gone = Vec::new();
        self.records.keys.retain(|number, key| {
            let stays = there.contains(number);
            if !stays {
                gone.push(*key);
            }
            stays
        });
        self.records.models.retain(|number| there.contains(number));
        self.remove_runs(&gone);
    }

    /// Removes runs by their keys.
    pub(super) fn remove_runs(&mut self, keys: &[f64]) {
        if !keys.is_empty() {
            let changes = keys.iter().flat_map(|key| removed(*key)).collect();
            self.change(RecordStep::NothingFollows, changes);
        }
    }

    pub(in crate::lab) fn pin_run(&mut self, number: u32) {
        Arc::make_mut(&mut self.session).toggle_pin(number);
        let text = self.session.run(number).map(|run| run.to_text());
        if let (Some(text), Some(key)) = (text, self.records.keys.get(&number)) {
            let change = (Store::Runs, Key::Number(*key), Some(Record::Text(text)));
            self.change(RecordStep::NothingFollows, vec![change]);
        }
    }

    pub(in crate::lab) fn delete_run(&mut self, number: u32) {
        Arc::make_mut(&mut self.session).delete(number);
        self.drop_runs_that_went();
    }

    /// Shows the results of a run of the list once more, by its kept network.
    pub(in crate::lab) fn show_run(&mut self, number: u32) {
        match self.records.keys.get(&number) {
            Some(key) => {
                let key = Key::Number(*key);
                let action = StoreAction::Read(Store::Models, key);
                self.store(RecordStep::Model { run: number }, action);
            }
            None => self.notify(NoticeKind::Error, RecordMessage::NetworkNotReadable),
        }
    }

    pub(super) fn kept_model_read(&mut self, run: u32, model: Option<Box<OpenedModel>>) {
        let prices = self.session.run(run).map(|run| run.prices.clone());
        let (Some(model), Some(prices)) = (model, prices) else {
            return self.notify(NoticeKind::Error, RecordMessage::NetworkNotReadable);
        };
        let fits = self
            .run
            .prices
            .as_ref()
            .is_some_and(|loaded| model.fit(loaded).is_ok());
        if fits {
            return self.open_model(*model);
        }
        if !self.can_load() {
            return;
        }
        // The very prices of that run: asking again might bring others.
        let experiment = model.experiment.clone();
        self.waiting_model = Some(Arc::from(model));
        self.put_on_screen(experiment, prices);
    }
}
