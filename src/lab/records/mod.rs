//! What outlives the visit: keeping it as it comes, and bringing it back.
//!
//! | store | key | record |
//! |---|---|---|
//! | runs, models | the time it was kept at | a run as JSON; its network as a safetensors file |
//! | prices | that time and the fingerprint of the prices | a packed series |
//! | training | `about`, `state`, `at` | the training under way, and when its state was kept |
//! | journal | the time it was kept at | a forecast as JSON |
//! | seals | the fingerprint of the prices | an opened sealed block as JSON |
//!
//! A run and its network lie under the time they were kept at, so two tabs never take each other's place
//! and the oldest come first. Nothing here ever saw the API key.
//!
//! Layout: `keep` keeps runs and lets the oldest go, `revive` brings back what earlier visits left, `state`
//! keeps the state of the training under way, `resume` goes on with one that was interrupted.
//!
//! Commands, events and work are made of plain data, each in a file of its own: `interrupted`, `message`,
//! `needed`, `packing`, `step`, `work`, `writing`.

mod interrupted;
mod keep;
mod message;
mod needed;
mod packing;
mod resume;
mod revive;
mod state;
mod step;
mod work;
mod writing;

pub use interrupted::{Interrupted, ReadFor, ToResume};
pub use message::RecordMessage;
pub use needed::{KeptText, NeedsPrices};
pub use packing::{Packed, PackedPrices, ShownNetwork, ToPack};
pub use step::RecordStep;
pub use work::{RecordOutcome, RecordWork};
pub use writing::{Writing, Written};

use super::Lab;
use super::command::{Command, Purpose};
use super::notice::NoticeKind;
use super::store::{Change, Key, Record, Store, StoreAction, StoreOutcome};
use super::work::Work;
use crate::market::fingerprint_text;
use crate::session::Opened;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What is kept on the device, and how far keeping has come.
#[derive(Debug, Default)]
pub struct Records {
    pub interrupted: Option<Interrupted>,
    /// Runs of the list whose network is kept.
    pub models: BTreeSet<u32>,
    /// The key under which each run of the list is kept.
    keys: BTreeMap<u32, f64>,
    /// The state of the training under way.
    state: state::StateKeeping,
    /// Kept runs that are being brought back.
    reviving: Option<revive::Reviving>,
    /// The visitor was told that this browser keeps nothing for the page.
    pub(super) not_kept_told: bool,
}

impl Lab {
    /// Brings back what earlier visits left; called once, when the page is open.
    pub(super) fn bring_back(&mut self) {
        self.look_for_interrupted();
        self.store(RecordStep::Seals, StoreAction::All(Store::Seals));
        self.store(RecordStep::Journal, StoreAction::All(Store::Journal));
        self.store(RecordStep::ModelKeys, StoreAction::Keys(Store::Models));
    }

    pub(super) fn records_stored(&mut self, step: RecordStep, outcome: StoreOutcome) {
        match step {
            RecordStep::Kept if outcome.is_done() => {}
            RecordStep::Kept => self.tell_not_kept(),
            RecordStep::NothingFollows => {}
            RecordStep::HistoryKeys(writing) => match outcome.keys() {
                Some(keys) => self.write(writing.with_history_keys(&keys)),
                None => self.written(writing.then, false),
            },
            RecordStep::Written(then) => self.written(then, outcome.is_done()),
            RecordStep::Surplus(store) => self.let_oldest_go(store, outcome.keys()),
            RecordStep::Seals => self.bring_back_seals(outcome.all()),
            RecordStep::Journal => self.bring_back_journal(outcome.all()),
            RecordStep::ModelKeys => {
                let models = outcome.keys().unwrap_or_default();
                self.store(RecordStep::Runs { models }, StoreAction::All(Store::Runs));
            }
            RecordStep::Runs { models } => self.revive_runs(&models, outcome.all()),
            RecordStep::WantedPriceKeys(of) => self.find_kept_prices(of, outcome.keys()),
            RecordStep::WantedPrices(of) => match outcome.bytes() {
                Some(bytes) => self.work_on(RecordWork::UnpackPrices { bytes, of }),
                None => self.prices_found(None, *of),
            },
            RecordStep::Model { run } => match outcome.bytes() {
                Some(file) => self.work_on(RecordWork::ReadModel { run, file }),
                None => self.notify(NoticeKind::Error, RecordMessage::NetworkNotReadable),
            },
            RecordStep::KeptAt { before } => self.training_kept_at(before, outcome.number()),
            RecordStep::Training(read_for) => self.training_stored(read_for, outcome.all()),
            RecordStep::StateForgotten => self.state_forgotten(),
            RecordStep::Forgotten => self.everything_forgotten(outcome.is_done()),
        }
    }

    pub(super) fn record_work_done(&mut self, outcome: RecordOutcome) {
        match outcome {
            RecordOutcome::Packed { what, packed } => self.packed(what, packed),
            RecordOutcome::RunRead { text, run } => self.run_read(text, run),
            RecordOutcome::PricesFound { prices, of } => self.prices_found(prices, *of),
            RecordOutcome::ModelRead { run, model } => self.kept_model_read(run, model),
            RecordOutcome::TrainingRead { read_for, found } => self.training_read(read_for, found),
            RecordOutcome::FileWritten(file) => self.file_written(file),
        }
    }

    /// Keeps that the sealed block of the loaded prices was opened.
    pub(super) fn keep_opened_seal(&mut self, opened: &Opened) {
        let key = Key::Text(fingerprint_text(opened.series.number()));
        let record = Record::Text(opened.to_text());
        self.change(RecordStep::Kept, vec![(Store::Seals, key, Some(record))]);
    }

    /// Removes everything that is kept on this device but the key.
    pub(super) fn forget_everything_kept(&mut self) {
        self.forget_copies();
        // A state without what it is a state of would be of no use.
        self.records.state.forget_begun();
        self.store(RecordStep::Forgotten, StoreAction::Clear);
    }

    fn everything_forgotten(&mut self, done: bool) {
        if !done {
            return self.notify(NoticeKind::Warning, RecordMessage::NotForgotten);
        }
        self.copies_gone();
        self.records.keys.clear();
        self.records.models.clear();
        self.records.interrupted = None;
        self.records.reviving = None;
        self.records.state.forget_begun();
        self.journal = Arc::default();
        self.notify(NoticeKind::Info, RecordMessage::Forgotten);
    }

    /// That nothing is kept: said once, and not over something that matters more.
    pub(super) fn tell_not_kept(&mut self) {
        if self.run.notice.is_none() && !self.records.not_kept_told {
            self.records.not_kept_told = true;
            self.notify(NoticeKind::Info, RecordMessage::NothingIsKept);
        }
    }

    pub(super) fn change(&mut self, step: RecordStep, changes: Vec<Change>) {
        self.store(step, StoreAction::Change(changes));
    }

    fn store(&mut self, step: RecordStep, action: StoreAction) {
        let purpose = Purpose::Records(step);
        self.order(Command::Store { action, purpose });
    }

    pub(super) fn work_on(&mut self, work: RecordWork) {
        self.order(Command::Do(Work::Records(work)));
    }
}
