//! A training that was interrupted: found on the device, offered, and gone on with.

use super::super::Lab;
use super::super::command::{Command, Key, Record, Store, StoreAction, Wake};
use super::super::notice::NoticeKind;
use super::state::{ABOUT, AT, STATE};
use super::{NeedsPrices, RecordMessage, RecordStep, RecordWork};
use crate::checkpoint::Header;
use crate::experiment::Experiment;
use crate::market::{Prices, fingerprint_text, read_fingerprint};
use crate::number;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The shape of [`About`]. One of another version is as good as none.
const VERSION: u32 = 1;

/// A training whose state was not kept for so long is not under way in another tab.
const STILL_MS: f64 = 5_000.0;

/// What is kept beside the state of a training.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct About {
    version: u32,
    address: String,
    /// The fingerprint of its prices, in hexadecimal digits.
    prices: String,
}

/// A training that was under way when its tab was closed or its trainer crashed.
#[derive(Debug, Clone, PartialEq)]
pub struct Interrupted {
    pub experiment: Experiment,
    /// Epochs finished.
    pub epoch: usize,
    /// The fingerprint of its prices.
    pub(super) prices: u64,
}

/// What an interrupted training is read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadFor {
    /// To offer it.
    Offer,
    /// To go on with it.
    Resume,
}

/// An interrupted training with all that was kept of it but its prices.
#[derive(Debug, Clone, PartialEq)]
pub struct ToResume {
    pub interrupted: Interrupted,
    header: Header,
    state: Vec<u8>,
}

impl About {
    pub(super) fn new(experiment: &Experiment, prices: u64) -> Self {
        Self {
            version: VERSION,
            address: experiment.to_fragment(),
            prices: fingerprint_text(prices),
        }
    }

    pub(super) fn to_text(&self) -> String {
        // Numbers and texts always have a JSON form.
        number::to_json(self).unwrap_or_default()
    }
}

impl ToResume {
    /// `None` where it is damaged, or of another version of the page.
    pub(super) fn read(about: &str, state: Vec<u8>) -> Option<Self> {
        let about: About = serde_json::from_str(about).ok()?;
        let (header, _) = Header::read(&state)?;
        let interrupted = Interrupted {
            experiment: Experiment::from_own_fragment(&about.address)?,
            epoch: header.epoch,
            prices: read_fingerprint(&about.prices)?,
        };
        (about.version == VERSION).then_some(Self {
            interrupted,
            header,
            state,
        })
    }
}

impl Lab {
    pub(super) fn look_for_interrupted(&mut self) {
        self.ask_when_kept(None);
    }

    fn ask_when_kept(&mut self, before: Option<f64>) {
        let key = Key::Text(AT.to_owned());
        let action = StoreAction::Read(Store::Training, key);
        self.store(RecordStep::KeptAt { before }, action);
    }

    pub(super) fn training_kept_at(&mut self, before: Option<f64>, kept_at: Option<f64>) {
        let Some(kept_at) = kept_at else {
            return;
        };
        let age_ms = self.now.unix_ms - kept_at;
        match before {
            None if (0.0..STILL_MS).contains(&age_ms) => {
                // Perhaps it goes on in another tab: then it is kept anew before long.
                self.order(Command::Wake {
                    after_ms: STILL_MS - age_ms,
                    wake: Wake::LookForInterrupted { kept_at },
                });
            }
            Some(before) if before != kept_at => {}
            _ => self.read_training(ReadFor::Offer),
        }
    }

    pub(in crate::lab) fn look_for_interrupted_again(&mut self, kept_at: f64) {
        self.ask_when_kept(Some(kept_at));
    }

    /// The training of this tab broke off: offers to go on with what was kept of it.
    pub(in crate::lab) fn offer_own_state(&mut self) {
        self.records.state.forget_begun();
        self.read_training(ReadFor::Offer);
    }

    fn read_training(&mut self, read_for: ReadFor) {
        let action = StoreAction::All(Store::Training);
        self.store(RecordStep::Training(read_for), action);
    }

    pub(super) fn training_stored(
        &mut self,
        read_for: ReadFor,
        records: Option<Vec<(Key, Record)>>,
    ) {
        let (mut about, mut state) = (None, None);
        for (key, record) in records.into_iter().flatten() {
            match (key, record) {
                (Key::Text(key), Record::Text(text)) if key == ABOUT => about = Some(text),
                (Key::Text(key), Record::Bytes(bytes)) if key == STATE => state = Some(bytes),
                _ => {}
            }
        }
        match (about, state, read_for) {
            (Some(about), Some(state), _) => self.work_on(RecordWork::ReadTraining {
                read_for,
                about,
                state,
            }),
            (_, _, ReadFor::Resume) => self.interrupted_not_readable(),
            (_, _, ReadFor::Offer) => {}
        }
    }

    pub(super) fn training_read(&mut self, read_for: ReadFor, found: Option<Box<ToResume>>) {
        match (read_for, found) {
            (ReadFor::Offer, found) => {
                if found.is_none() {
                    // Damaged, or of another version of the page: it would only be in the way.
                    self.remove_training(RecordStep::NothingFollows);
                }
                self.records.interrupted = found.map(|found| found.interrupted);
            }
            // It was discarded meanwhile.
            (ReadFor::Resume, _) if self.records.interrupted.is_none() => {}
            (ReadFor::Resume, Some(found)) => {
                self.records.interrupted = Some(found.interrupted.clone());
                self.find_prices(NeedsPrices::Training(found));
            }
            (ReadFor::Resume, None) => self.interrupted_not_readable(),
        }
    }

    fn interrupted_not_readable(&mut self) {
        self.records.interrupted = None;
        self.notify(NoticeKind::Error, RecordMessage::InterruptedNotReadable);
    }

    /// Goes on with the training that was interrupted.
    pub(in crate::lab) fn resume_interrupted(&mut self) {
        if self.records.interrupted.is_none() {
            return;
        }
        if !self.can_load() {
            return self.notify(NoticeKind::Info, RecordMessage::ResumeWhileBusy);
        }
        self.read_training(ReadFor::Resume);
    }

    pub(super) fn resume_on(&mut self, training: ToResume, prices: Option<Arc<Prices>>) {
        let ToResume {
            interrupted,
            header,
            state,
        } = training;
        if self.records.interrupted.as_ref() != Some(&interrupted) {
            return;
        }
        let experiment = interrupted.experiment;
        let Some(prices) = prices else {
            let message = RecordMessage::InterruptedNeedsPrices(experiment.source);
            return self.notify(NoticeKind::Info, message);
        };
        if self.continue_training(experiment, prices, header, state) {
            self.records.state.resume(self.run.id);
            self.records.interrupted = None;
        }
    }

    /// The interrupted training is no longer wanted.
    pub(in crate::lab) fn discard_interrupted(&mut self) {
        self.records.interrupted = None;
        self.remove_training(RecordStep::NothingFollows);
    }
}
