//! A training that was interrupted: found on the device, offered, and gone on with.

use super::super::Lab;
use super::super::command::{Command, Wake};
use super::super::notice::NoticeKind;
use super::super::store::{Key, Record, Store, StoreAction};
use super::super::training::TrainingMessage;
use super::interrupted::{Interrupted, ReadFor, ToResume};
use super::needed::NeedsPrices;
use super::state::{ABOUT, AT, STATE};
use super::{RecordMessage, RecordStep, RecordWork};
use crate::market::{Prices, fingerprint_of_other};
use crate::protocol::Crash;
use std::sync::Arc;

/// A training whose state was not kept for so long is not under way in another tab.
const STILL_MS: f64 = 5_000.0;

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

    /// The training of this tab broke off: goes on with what was kept of it, or offers to.
    pub(in crate::lab) fn go_on_from_own_state(&mut self, crash: Crash) {
        self.records.state.forget_begun();
        let run = self.run.id;
        self.read_training(match crash.may_go_on() {
            true => ReadFor::GoOn { run, crash },
            false => ReadFor::Offer,
        });
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
            (_, _, ReadFor::Offer | ReadFor::GoOn { .. }) => {}
        }
    }

    pub(super) fn training_read(&mut self, read_for: ReadFor, found: Option<Box<ToResume>>) {
        match (read_for, found) {
            (ReadFor::GoOn { run, crash }, Some(mut found)) if self.may_go_on(run, &found) => {
                found.after = Some(crash);
                self.records.interrupted = Some(found.interrupted.clone());
                self.find_prices(NeedsPrices::Training(found));
            }
            (ReadFor::Offer | ReadFor::GoOn { .. }, found) => {
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

    /// Nothing else has begun since the trainer of this run was lost, and the state is a new one.
    fn may_go_on(&self, run: u32, found: &ToResume) -> bool {
        let epoch = found.interrupted.epoch;
        self.run.id == run && self.can_load() && !self.records.state.came_no_further(run, epoch)
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
            after,
        } = training;
        if self.records.interrupted.as_ref() != Some(&interrupted) {
            return;
        }
        let Interrupted {
            experiment,
            epoch,
            other,
            ..
        } = interrupted;
        let Some(prices) = prices else {
            let message = RecordMessage::InterruptedNeedsPrices(experiment.source);
            return self.notify(NoticeKind::Info, message);
        };
        let prices = self.with_other(&experiment, prices);
        let is_its = |number| fingerprint_of_other(prices.series.rows()) == number;
        if let Some(wanted) = experiment.other_read()
            && !other.is_some_and(is_its)
        {
            let message = RecordMessage::InterruptedNeedsOther(wanted.clone());
            return self.notify(NoticeKind::Info, message);
        }
        if self.continue_training(experiment, prices, header, state) {
            self.records.state.resume(self.run.id, epoch);
            self.records.interrupted = None;
            if let Some(crash) = after {
                let message = TrainingMessage::GoesOn { crash, epoch };
                self.notify(NoticeKind::Warning, message);
            }
        }
    }

    /// The interrupted training is no longer wanted.
    pub(in crate::lab) fn discard_interrupted(&mut self) {
        self.records.interrupted = None;
        self.remove_training(RecordStep::NothingFollows);
    }
}
