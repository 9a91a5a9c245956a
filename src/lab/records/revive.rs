//! Bringing back what earlier visits kept: opened seals, the journal, and runs with their prices.
//!
//! Reading a run, and having its prices, is work enough for a task each, so one comes after the other;
//! the list gets all of them at once.

use super::super::Lab;
use super::super::store::{Key, Record, Store, StoreAction};
use super::needed::{KeptText, NeedsPrices};
use super::writing::is_of;
use super::{RecordStep, RecordWork};
use crate::forecast::odometer::SeriesId;
use crate::journal::Entry;
use crate::market::{Prices, Source};
use crate::session::kept::KeptRun;
use crate::session::{Opened, PastRun};
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

/// Kept runs that are being brought back, one after the other.
#[derive(Debug, Default)]
pub(super) struct Reviving {
    waiting: VecDeque<KeptText>,
    /// By their fingerprints: several runs may be of the same prices.
    histories: BTreeMap<u64, Arc<Prices>>,
    revived: Vec<(KeptText, PastRun)>,
    /// Keys of those that nothing can be made of.
    useless: Vec<f64>,
}

/// The records whose keys are numbers, as texts. A record that is no text is damaged, which an empty text
/// is too.
fn texts(records: Option<Vec<(Key, Record)>>) -> impl Iterator<Item = (f64, String)> {
    let records = records.into_iter().flatten();
    records.filter_map(|(key, record)| match (key, record) {
        (Key::Number(key), Record::Text(text)) => Some((key, text)),
        (Key::Number(key), _) => Some((key, String::new())),
        (Key::Text(_), _) => None,
    })
}

impl Lab {
    pub(super) fn bring_back_seals(&mut self, records: Option<Vec<(Key, Record)>>) {
        let opened = records
            .into_iter()
            .flatten()
            .filter_map(|(_, record)| match record {
                Record::Text(text) => Opened::from_text(&text),
                _ => None,
            });
        for opened in opened {
            Arc::make_mut(&mut self.session).opened_before(opened);
        }
    }

    /// Takes in the kept forecasts, and scores what the prices on the screen tell.
    pub(super) fn bring_back_journal(&mut self, records: Option<Vec<(Key, Record)>>) {
        let entries = texts(records).filter_map(|(key, text)| Entry::from_text(key, &text));
        for entry in entries {
            Arc::make_mut(&mut self.journal).add(entry);
        }
        self.score_journal();
    }

    pub(super) fn revive_runs(&mut self, models: &[Key], records: Option<Vec<(Key, Record)>>) {
        let waiting = texts(records).map(|(key, text)| KeptText {
            key,
            text,
            has_model: models.contains(&Key::Number(key)),
        });
        self.records.reviving = Some(Reviving {
            waiting: waiting.collect(),
            ..Reviving::default()
        });
        self.revive_next();
    }

    fn revive_next(&mut self) {
        let Some(reviving) = &mut self.records.reviving else {
            return;
        };
        match reviving.waiting.pop_front() {
            Some(text) => self.work_on(RecordWork::ReadRun(text)),
            None => self.all_revived(),
        }
    }

    fn all_revived(&mut self) {
        let Some(reviving) = self.records.reviving.take() else {
            return;
        };
        for (text, run) in reviving.revived {
            let number = Arc::make_mut(&mut self.session).bring_back(run);
            self.records.keys.insert(number, text.key);
            if text.has_model {
                self.records.models.insert(number);
            }
        }
        self.remove_runs(&reviving.useless);
    }

    pub(super) fn run_read(&mut self, text: KeptText, run: Option<Box<KeptRun>>) {
        match run {
            Some(run) => self.find_prices(NeedsPrices::Run(text, run)),
            None => self.revived(text, None),
        }
    }

    fn revived(&mut self, text: KeptText, run: Option<PastRun>) {
        // Everything may have been forgotten meanwhile.
        let Some(reviving) = &mut self.records.reviving else {
            return;
        };
        match run {
            Some(run) => reviving.revived.push((text, run)),
            None => reviving.useless.push(text.key),
        }
        self.revive_next();
    }

    /// Has the prices that someone needs: those on the screen, a run's, made again, or kept.
    pub(super) fn find_prices(&mut self, of: NeedsPrices) {
        if let Some(prices) = self.prices_at_hand(of.fingerprint()) {
            return self.prices_found(Some(prices), of);
        }
        let of = Box::new(of);
        match of.experiment().source {
            Source::World(_) => self.work_on(RecordWork::MakePrices(of)),
            _ => {
                let step = RecordStep::WantedPriceKeys(of);
                self.store(step, StoreAction::Keys(Store::Prices));
            }
        }
    }

    fn prices_at_hand(&self, wanted: u64) -> Option<Arc<Prices>> {
        let revived = self.records.reviving.as_ref();
        if let Some(prices) = revived.and_then(|it| it.histories.get(&wanted)) {
            return Some(prices.clone());
        }
        let is_it = |prices: &&Arc<Prices>| SeriesId::of(prices).number() == wanted;
        if let Some(loaded) = self.run.prices.as_ref().filter(is_it) {
            return Some(loaded.clone());
        }
        let mut runs = self.session.runs().into_iter();
        let found = runs.find(|run| run.series.number() == wanted);
        found.map(|run| run.prices.clone())
    }

    pub(super) fn find_kept_prices(&mut self, of: Box<NeedsPrices>, keys: Option<Vec<Key>>) {
        let mut keys = keys.unwrap_or_default().into_iter();
        match keys.find(|key| is_of(key, of.fingerprint())) {
            Some(key) => {
                let action = StoreAction::Read(Store::Prices, key);
                self.store(RecordStep::WantedPrices(of), action);
            }
            None => self.prices_found(None, *of),
        }
    }

    pub(super) fn prices_found(&mut self, prices: Option<Arc<Prices>>, of: NeedsPrices) {
        match of {
            NeedsPrices::Run(text, run) => {
                if let (Some(prices), Some(reviving)) = (&prices, &mut self.records.reviving) {
                    reviving.histories.insert(run.prices, prices.clone());
                }
                let run = prices.and_then(|prices| run.with_prices(prices));
                self.revived(text, run);
            }
            NeedsPrices::Training(training) => self.resume_on(*training, prices),
        }
    }
}
