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

mod keep;
mod resume;
mod revive;
mod state;

pub use keep::{PackedPrices, ShownNetwork, ToPack, Writing, Written};
pub use resume::{Interrupted, ReadFor, ToResume};
pub use revive::{KeptText, NeedsPrices};

use super::Lab;
use super::command::{
    Change, Command, Download, Key, Purpose, Record, Store, StoreAction, StoreOutcome,
};
use super::downloads::FileToWrite;
use super::notice::NoticeKind;
use super::work::Work;
use crate::market::{Prices, Source, fingerprint_text};
use crate::model_file::opened::{ModelOrigin, OpenedModel};
use crate::session::Opened;
use crate::session::kept::KeptRun;
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

/// What is said about what is kept, and about files to take home.
#[derive(Debug, Clone, PartialEq)]
pub enum RecordMessage {
    /// The storage is full or switched off.
    NothingIsKept,
    /// The kept network of a run cannot be read.
    NetworkNotReadable,
    /// An interrupted training cannot go on while something else is under way.
    ResumeWhileBusy,
    InterruptedNotReadable,
    /// The interrupted training needs the prices of this source, which are not kept.
    InterruptedNeedsPrices(Source),
    /// Everything that was kept is gone.
    Forgotten,
    /// The storage did not let go of what it may hold.
    NotForgotten,
    ReportNotSaved,
    FileNotSaved,
}

/// What a storage's answer about records is for.
#[derive(Debug, Clone, PartialEq)]
pub enum RecordStep {
    /// The visitor is told, once, where it was not kept.
    Kept,
    NothingFollows,
    /// The keys of all kept prices, before these changes are made.
    HistoryKeys(Box<Writing>),
    Written(Written),
    /// The keys of a store of which the oldest records may have to go.
    Surplus(Store),
    Seals,
    Journal,
    /// The keys of all kept networks.
    ModelKeys,
    Runs {
        /// Keys of kept networks.
        models: Vec<Key>,
    },
    /// The keys of all kept prices, one of which is wanted.
    WantedPriceKeys(Box<NeedsPrices>),
    WantedPrices(Box<NeedsPrices>),
    Model {
        run: u32,
    },
    /// When the state of a training was kept; once more after some seconds, when it may have been kept
    /// anew since `before`.
    KeptAt {
        before: Option<f64>,
    },
    Training(ReadFor),
    StateForgotten,
    /// Everything was to be removed.
    Forgotten,
}

/// What takes long, about records and files to take home.
#[derive(Debug, Clone, PartialEq)]
pub enum RecordWork {
    /// Makes bytes of what is to be kept.
    Pack {
        what: ToPack,
        prices: Option<Arc<Prices>>,
        network: Option<Box<ShownNetwork>>,
    },
    ReadRun(KeptText),
    /// Generates a known world anew.
    MakePrices(Box<NeedsPrices>),
    UnpackPrices {
        bytes: Vec<u8>,
        of: Box<NeedsPrices>,
    },
    ReadModel {
        run: u32,
        file: Vec<u8>,
    },
    ReadTraining {
        read_for: ReadFor,
        about: String,
        state: Vec<u8>,
    },
    WriteFile(Box<FileToWrite>),
}

/// What came of a [`RecordWork`].
#[derive(Debug, Clone, PartialEq)]
pub enum RecordOutcome {
    /// `packed` is `None` where it cannot be kept.
    Packed {
        what: ToPack,
        packed: Option<Packed>,
    },
    /// `run` is `None` where the text is damaged.
    RunRead {
        text: KeptText,
        run: Option<Box<KeptRun>>,
    },
    /// `prices` are exactly the ones that were needed.
    PricesFound {
        prices: Option<Arc<Prices>>,
        of: Box<NeedsPrices>,
    },
    ModelRead {
        run: u32,
        model: Option<Box<OpenedModel>>,
    },
    TrainingRead {
        read_for: ReadFor,
        found: Option<Box<ToResume>>,
    },
    /// `None` where it cannot be written.
    FileWritten(Option<Download>),
}

/// Bytes to be kept.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Packed {
    pub prices: Option<PackedPrices>,
    /// A safetensors file.
    pub network: Option<Vec<u8>>,
}

impl RecordWork {
    /// Does it.
    pub fn run(self) -> RecordOutcome {
        match self {
            Self::Pack {
                what,
                prices,
                network,
            } => RecordOutcome::Packed {
                what,
                packed: keep::pack(prices.as_deref(), network.as_deref()),
            },
            Self::ReadRun(text) => RecordOutcome::RunRead {
                run: KeptRun::from_text(&text.text).map(Box::new),
                text,
            },
            Self::MakePrices(of) => RecordOutcome::PricesFound {
                prices: of.generated(),
                of,
            },
            Self::UnpackPrices { bytes, of } => RecordOutcome::PricesFound {
                prices: of.unpacked(&bytes),
                of,
            },
            Self::ReadModel { run, file } => {
                let model = OpenedModel::read(ModelOrigin::Kept { run }, &file);
                RecordOutcome::ModelRead {
                    run,
                    model: model.ok().map(Box::new),
                }
            }
            Self::ReadTraining {
                read_for,
                about,
                state,
            } => RecordOutcome::TrainingRead {
                read_for,
                found: ToResume::read(&about, state).map(Box::new),
            },
            Self::WriteFile(file) => RecordOutcome::FileWritten(file.write()),
        }
    }
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

impl StoreOutcome {
    /// Every change was made.
    fn is_done(&self) -> bool {
        *self == Self::Changed(true)
    }

    fn keys(self) -> Option<Vec<Key>> {
        match self {
            Self::Keys(keys) => keys,
            _ => None,
        }
    }

    fn all(self) -> Option<Vec<(Key, Record)>> {
        match self {
            Self::All(records) => records,
            _ => None,
        }
    }

    fn record(self) -> Option<Record> {
        match self {
            Self::Read(record) => record.flatten(),
            _ => None,
        }
    }

    fn bytes(self) -> Option<Vec<u8>> {
        match self.record()? {
            Record::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }

    fn number(self) -> Option<f64> {
        match self.record()? {
            Record::Number(number) => Some(number),
            _ => None,
        }
    }
}
