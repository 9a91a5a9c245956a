//! Where prices come from: known worlds, Alpha Vantage, files; and what is made of them on the screen.
//!
//! | file | what it decides |
//! |---|---|
//! | `loading` | what a load changes; known worlds |
//! | `history` | a history of Alpha Vantage: a copy or a request |
//! | `refusals` | why there is none, and the ways out |
//! | `service` | when a request may be made, and how many were |
//! | `copies` | copies of fetched prices on the device |
//! | `search` | symbols by a company's name |
//! | `key` | the visitor's key |
//! | `recent_symbols` | the symbols loaded last |
//! | `import` | prices from files, drops and pastes |
//! | `other` | a second series beside the first |
//! | `work_done` | what becomes of prices when work on them is done |
//!
//! Commands, events and work are made of plain data, each in a file of its own: `api_key`, `copy_step`,
//! `file_text`, `load`, `message`, `question`, `wanted`, `work`.

mod api_key;
mod copies;
mod copy_step;
mod file_text;
mod history;
mod import;
mod key;
mod load;
mod loading;
mod message;
mod other;
mod question;
mod recent_symbols;
mod refusals;
mod search;
mod service;
mod wanted;
mod work;
mod work_done;

pub use api_key::ApiKey;
pub use copies::KeptIn;
pub use copy_step::{CopyStep, FetchedPrices};
pub use file_text::{FileText, SharedFile};
pub use history::Origin;
pub use import::{ArchiveQuestion, Import, may_be_table};
pub use key::KeyPresence;
pub use message::{NoNewerPrices, PriceMessage};
pub use question::{Asked, Question};
pub use search::SymbolSearch;
pub use wanted::Wanted;
pub use work::{PriceOutcome, PriceWork};

use super::event::SmallRecords;
use super::file::GivenFile;
use super::run::{Event as RunEvent, OddTreatment};
use super::{Command, Intention, Lab, Offer};
use crate::market::Series;
use crate::market::alpha_vantage::{EXAMPLE_SYMBOL, History};
use crate::market::price_file::Correction;
use copies::TabCopies;
use key::KeptKey;
use load::Load;
use recent_symbols::RecentSymbols;
use refusals::GatesOfKeys;
use search::Searches;
use service::Service;
use std::collections::VecDeque;
use std::sync::Arc;

/// What is known of where prices come from.
#[derive(Debug, Default)]
pub struct PriceSources {
    /// Where the loaded prices were had from, if the service was ever asked for them.
    pub origin: Option<Origin>,
    pub search: SymbolSearch,
    /// The second series, which is put beside whatever prices are loaded.
    pub other: Option<Arc<Series>>,
    /// A file that leaves a question.
    pub import: Option<Arc<Import>>,
    /// An archive that leaves the question which of its files to read.
    pub archive: Option<Arc<ArchiveQuestion>>,
    /// The file that the newest load of one is of; `None` where prices were pasted.
    opened: Option<GivenFile>,
    /// Corrections of it that are still to be made; the first one is being made.
    corrections: VecDeque<Correction>,
    key: KeptKey,
    service: Service,
    tab_copies: TabCopies,
    recent: RecentSymbols,
    /// Counts loads; the newest counts.
    load_number: u32,
    load: Load,
    /// What was loaded last, for "Refresh".
    loaded: Option<Wanted>,
    /// What a notice offers to load.
    offered: Option<Wanted>,
    /// What a link is about, until a press on its notice.
    linked: Option<Wanted>,
    gates: GatesOfKeys,
    searches: Searches,
    /// Counts searches that were asked for.
    search_number: u32,
}

impl PriceSources {
    /// With what earlier visits left on the device.
    pub(super) fn of_records(records: &SmallRecords) -> Self {
        let recent = records.recent_symbols.as_deref().unwrap_or_default();
        Self {
            key: KeptKey::remembered(records.api_key.as_deref()),
            service: Service::of_record(records.requests.as_deref()),
            recent: RecentSymbols::of_record(recent),
            ..Self::default()
        }
    }

    /// Whether there is a key, and where.
    pub fn key_presence(&self) -> KeyPresence {
        self.key.presence()
    }

    /// The visitor's key, for a request.
    pub(super) fn key(&self) -> Option<&ApiKey> {
        self.key.get()
    }

    /// Requests on this device on the day of `unix_ms`, the demo key's aside.
    pub fn used_today(&self, unix_ms: f64) -> u32 {
        self.service.used_today(unix_ms)
    }

    /// How many requests these histories can cost with the visitor's key, where none of them is kept; `None` without
    /// a key.
    pub(in crate::lab) fn most_requests(
        &self,
        histories: impl Iterator<Item = History>,
    ) -> Option<usize> {
        let key = self.key()?;
        let mut counted = Vec::new();
        let most = histories.map(|history| {
            // What one of them is refused the others do not ask for.
            let is_known = counted.contains(&history);
            counted.push(history);
            match self.gates.most_requests(key, history) {
                most if is_known => most.min(1),
                most => most,
            }
        });
        Some(most.sum())
    }

    /// Symbols loaded lately, newest first.
    pub fn recent_symbols(&self) -> &[String] {
        self.recent.list()
    }

    /// What a link is about, which a press on its notice loads.
    pub(super) fn link_waits_for(&mut self, wanted: Wanted) {
        self.linked = Some(wanted);
    }

    /// The visitor's key is forgotten wherever it was used.
    fn forget_key(&mut self) -> Command {
        let wanted = [&mut self.loaded, &mut self.offered, &mut self.linked];
        for wanted in wanted.into_iter().flatten() {
            wanted.key.take_if(|key| !key.is_demo());
        }
        self.gates.forget_own();
        self.key.forget()
    }
}

impl Lab {
    /// Acts on an intention about prices; [`Lab::act`] sends no other.
    pub(super) fn act_on_prices(&mut self, intention: Intention) {
        match intention {
            Intention::LoadWorld(kind) if self.may_load() => self.load_world(kind),
            Intention::ChangeWorld(parameters) => self.change_world(parameters),
            Intention::OpenPrices(text) => self.open_price_text(text),
            Intention::DropFiles(files) => self.files_brought(files),
            Intention::CorrectImport(correction) => self.correct_import(correction),
            Intention::UseImport => self.use_import(),
            Intention::ChooseHistory(choice) => self.choose_history(choice),
            Intention::DiscardImport => self.discard_import(),
            Intention::AdjustSplits(splits) if self.can_load() => {
                self.run.apply(RunEvent::SplitsAdjusted(splits));
            }
            Intention::LeaveOutOdd(left_out) if self.can_load() => {
                let done = self.run.odd_treatment();
                let wanted = OddTreatment { left_out, ..done };
                self.run.apply(RunEvent::OddTreated(wanted));
            }
            Intention::CorrectOdd(corrected) if self.can_load() => {
                let done = self.run.odd_treatment();
                let wanted = OddTreatment { corrected, ..done };
                self.run.apply(RunEvent::OddTreated(wanted));
            }
            // Prices stay as they are while the trainer is at work on them.
            Intention::LoadWorld(_)
            | Intention::AdjustSplits(_)
            | Intention::LeaveOutOdd(_)
            | Intention::CorrectOdd(_) => {}
            Intention::LoadPrices {
                symbol,
                history,
                key,
                remember_key,
            } => {
                self.keep_key(key, remember_key);
                let key = self.prices.key().cloned();
                self.load_typed(&symbol, history, key);
            }
            Intention::TryDemo => {
                self.load_typed(EXAMPLE_SYMBOL, History::Daily, Some(ApiKey::demo()));
            }
            Intention::ForgetKey => {
                let forget = self.prices.forget_key();
                self.order(forget);
                self.order(Command::ForgetRequests);
            }
            Intention::KeyNotRemembered => self.prices.key.not_kept_as_wanted(),
            Intention::Refresh => self.refresh(),
            Intention::KeepAsOther => self.keep_as_other(),
            Intention::RemoveOther => self.remove_other(),
            Intention::SearchSymbol {
                typed,
                key,
                remember_key,
            } => {
                self.keep_key(key, remember_key);
                self.search_symbol(&typed);
            }
            Intention::CloseSearch => self.close_search(),
            Intention::Accept(Offer::SearchSymbol(typed)) => self.search_symbol(&typed),
            Intention::Accept(Offer::LoadLinked(_)) => self.load_linked(),
            Intention::Accept(Offer::LoadWeekly | Offer::LoadRecent | Offer::LoadSymbol(_)) => {
                self.load_offered();
            }
            _ => unreachable!("no intention about prices"),
        }
    }

    fn keep_key(&mut self, typed: Option<ApiKey>, remember: bool) {
        if let Some(command) = self.prices.key.keep(typed, remember) {
            self.order(command);
        }
    }

    /// Everything that is kept on the device is being removed: recent symbols go, and the copies that
    /// this visit holds.
    pub(super) fn forget_copies(&mut self) {
        let forget = self.prices.recent.forget();
        self.order(forget);
        self.prices.tab_copies.clear();
        self.prices
            .origin
            .take_if(|origin| origin.kept_in == KeptIn::Tab);
    }

    /// The device let go of everything it kept.
    pub(super) fn copies_gone(&mut self) {
        self.prices.origin = None;
    }
}
