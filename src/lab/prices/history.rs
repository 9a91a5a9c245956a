//! Loading prices from Alpha Vantage: a copy where it is still good, the service where it is not, and an
//! old copy where the service has nothing. What is said where neither has them is in `refusals`.

use super::PriceMessage;
use super::api_key::ApiKey;
use super::copies::KeptIn;
use super::copy_step::FetchedPrices;
use super::load::{FoundCopy, HistoryLoad, Load, Waiter};
use super::message::NoNewerPrices;
use super::question::{Asked, Question};
use super::refusals::excuse_of_old_copy;
use super::wanted::Wanted;
use crate::lab::run::Event as RunEvent;
use crate::lab::{Lab, Notice, NoticeKind};
use crate::market::alpha_vantage::{AnswerError, Endpoint, History, KeptCopy, NoHistory, Step};
use crate::market::{Prices, Series, Source, normalized_name};
use chrono::NaiveDate;
use std::sync::Arc;

/// Where the loaded prices were had from.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    /// What they are the prices of: the line about them goes when other prices are loaded.
    pub source: Source,
    pub from_copy: bool,
    /// The visitor's date when the service was asked.
    pub asked_on: Option<NaiveDate>,
    pub kept_in: KeptIn,
}

/// Prices and how they were had.
struct Obtained {
    copy: Arc<KeptCopy>,
    endpoint: Endpoint,
    from_copy: bool,
    kept_in: KeptIn,
    /// Why it is only an old copy.
    apology: Option<NoNewerPrices>,
}

impl Obtained {
    fn from_copy(found: FoundCopy, apology: Option<NoNewerPrices>) -> Self {
        Self {
            copy: found.copy,
            endpoint: found.endpoint,
            from_copy: true,
            kept_in: found.kept_in,
            apology,
        }
    }
}

impl Lab {
    /// Loads prices of a symbol or a pair as typed. `key` is the one to ask with.
    pub(super) fn load_typed(&mut self, symbol: &str, history: History, key: Option<ApiKey>) {
        if self.prices.is_key(symbol) {
            return self.notify(NoticeKind::Error, PriceMessage::KeyAsSymbol);
        }
        match normalized_name(symbol) {
            Ok(symbol) => self.load_wanted(Wanted {
                history: history.of_name(&symbol),
                symbol,
                key,
                refresh: false,
            }),
            Err(error) => self.notify(NoticeKind::Error, PriceMessage::BadSymbol(error)),
        }
    }

    /// Asks again for what is loaded, though a copy may be good.
    pub(super) fn refresh(&mut self) {
        let Some(loaded) = self.prices.loaded.clone() else {
            return;
        };
        // What the demo key loaded costs the visitor's own key nothing. Otherwise a key that was given
        // since is the one that counts.
        let key = loaded.key.filter(ApiKey::is_demo);
        self.load_wanted(Wanted {
            key: key.or_else(|| self.prices.key.get().cloned()),
            refresh: true,
            ..loaded
        });
    }

    /// The way out that the last notice offered.
    pub(super) fn load_offered(&mut self) {
        // The run's source is no help here: what was refused never became the run's.
        if let Some(wanted) = self.prices.offered.clone() {
            self.load_wanted(wanted);
        }
    }

    /// What the last link is about.
    pub(super) fn load_linked(&mut self) {
        if self.may_load()
            && let Some(wanted) = self.prices.linked.take()
        {
            self.load_wanted(wanted);
        }
    }

    fn load_wanted(&mut self, wanted: Wanted) {
        self.load_history(wanted, Notice::error(PriceMessage::KeyWanted));
    }

    /// Loads `wanted`. `without_key` is what to say where only a key could help.
    pub(in crate::lab) fn load_history(&mut self, wanted: Wanted, without_key: Notice) {
        // The form is locked then, but the offer of a notice is not.
        if !self.may_load() {
            return;
        }
        let load = self.start_load();
        let refresh = wanted.refresh;
        self.prices.load = Load::History(HistoryLoad {
            wanted,
            waiter: Waiter::Screen { without_key },
            copies: Vec::new(),
        });
        if refresh {
            self.ask_for_history(load);
        } else {
            self.find_next_copy(load, None);
        }
    }

    /// Finds a history for the study that runs: a copy, or an answer of the service.
    pub(in crate::lab) fn find_history_for_study(&mut self, wanted: Wanted) {
        let load = self.next_load();
        self.prices.load = Load::History(HistoryLoad {
            wanted,
            waiter: Waiter::Study,
            copies: Vec::new(),
        });
        self.find_next_copy(load, None);
    }

    /// No study waits for a history any more.
    pub(in crate::lab) fn leave_history_of_study(&mut self) {
        if matches!(&self.prices.load, Load::History(history) if history.is_for_study()) {
            self.next_load();
        }
    }

    /// The history that a load of this number waits for.
    fn awaited_history(&self, load: u32) -> Option<&HistoryLoad> {
        match &self.prices.load {
            Load::History(history) if self.is_newest_load(load) => Some(history),
            _ => None,
        }
    }

    /// The symbol whose history a load of this number waits for.
    pub(super) fn awaited_symbol(&self, load: u32) -> Option<&str> {
        Some(&self.awaited_history(load)?.wanted.symbol)
    }

    /// Looks for a copy of the best endpoint's answer after `last`, and asks where there is none left.
    pub(super) fn find_next_copy(&mut self, load: u32, last: Option<Endpoint>) {
        let Some(history) = self.awaited_history(load) else {
            return;
        };
        let mut endpoints = history.wanted.history.endpoints().iter().copied();
        if let Some(last) = last {
            endpoints.find(|endpoint| *endpoint == last);
        }
        match endpoints.next() {
            Some(endpoint) => {
                let symbol = history.wanted.symbol.clone();
                self.find_copy(load, endpoint, &symbol);
            }
            None => self.ask_for_history(load),
        }
    }

    /// There is a copy of what `endpoint` said, or none.
    pub(super) fn copy_found(
        &mut self,
        load: u32,
        endpoint: Endpoint,
        copy: Option<(Arc<KeptCopy>, KeptIn)>,
    ) {
        let Some(Wanted { history, key, .. }) = self.awaited_history(load).map(|it| &it.wanted)
        else {
            return;
        };
        if let Some((copy, kept_in)) = copy {
            let found = FoundCopy {
                fresh: copy.is_fresh(self.now.unix_ms),
                copy,
                endpoint,
                kept_in,
            };
            // Without a key nothing better can be had.
            let saves = key.as_ref().is_none_or(|key| {
                let step = self.prices.gates.step(key, *history);
                step.is_saved_by(*history, endpoint)
            });
            if found.fresh && saves {
                return self.obtained(Obtained::from_copy(found, None));
            }
            if let Load::History(history) = &mut self.prices.load {
                history.copies.push(found);
            }
        }
        self.find_next_copy(load, Some(endpoint));
    }

    /// Asks the service for the best that the key may have. A fresh copy is taken where everything
    /// better turns out to be refused.
    fn ask_for_history(&mut self, load: u32) {
        let Load::History(history) = &mut self.prices.load else {
            return;
        };
        let may_ask = !history.is_for_study() || self.several.may_ask();
        let HistoryLoad { wanted, copies, .. } = history;
        let Some(key) = wanted.key.clone() else {
            return self.history_not_there(NoHistory::Key);
        };
        let step = self.prices.gates.step(&key, wanted.history);
        let saves =
            |found: &FoundCopy| found.fresh && step.is_saved_by(wanted.history, found.endpoint);
        if let Some(place) = copies.iter().position(saves) {
            let found = copies.remove(place);
            return self.obtained(Obtained::from_copy(found, None));
        }
        match step {
            Step::Ask(_) if !may_ask => self.history_not_there(NoHistory::NotAsked),
            Step::Ask(endpoint) => {
                let what = Asked::History {
                    load,
                    endpoint,
                    symbol: wanted.symbol.clone(),
                };
                self.ask_service(Question { what, key });
            }
            Step::GiveUp(refusal) => self.history_not_there(NoHistory::Refused(refusal)),
        }
    }

    /// The service's answer is read. What it says of the key is learnt and its prices are kept, even
    /// where nobody waits for them any more.
    pub(super) fn history_read(&mut self, question: Question, answer: Result<Series, AnswerError>) {
        let Question {
            what:
                Asked::History {
                    load,
                    endpoint,
                    symbol,
                    ..
                },
            key,
        } = question
        else {
            return;
        };
        match answer.and_then(|series| KeptCopy::of_answer(series, self.now.unix_ms)) {
            Ok(copy) => self.keep_copy(FetchedPrices {
                load,
                endpoint,
                copy: Arc::new(copy),
            }),
            Err(error) => {
                self.note_limit(&error);
                let go_on = self.prices.gates.learn(&key, endpoint, &symbol, &error);
                let Some(awaited) = self.awaited_history(load) else {
                    return;
                };
                let wanted = &awaited.wanted;
                if !wanted.history.endpoints().contains(&endpoint) {
                    return self.history_not_there(NoHistory::OfRecent(error));
                }
                if go_on {
                    return self.ask_for_history(load);
                }
                // What a study costs was said before.
                let recent = match awaited.is_for_screen() {
                    true => self.recent_instead(&key, wanted.history, &error),
                    false => None,
                };
                match recent {
                    Some(endpoint) => {
                        let what = Asked::History {
                            load,
                            endpoint,
                            symbol,
                        };
                        self.ask_service(Question { what, key });
                    }
                    None => self.history_not_there(NoHistory::Answer(error)),
                }
            }
        }
    }

    /// What serves the last days of a history whose request was called invalid: the service says so of an
    /// unknown symbol, and also where it has changed what a request may ask for.
    fn recent_instead(
        &self,
        key: &ApiKey,
        history: History,
        error: &AnswerError,
    ) -> Option<Endpoint> {
        if !matches!(error, AnswerError::UnknownSymbol { .. }) {
            return None;
        }
        match self.prices.gates.step(key, history.recent()?) {
            Step::Ask(endpoint) => Some(endpoint),
            Step::GiveUp(_) => None,
        }
    }

    /// Fetched prices have become a copy, in one place or the other.
    pub(super) fn history_kept(&mut self, fetched: FetchedPrices, kept_in: KeptIn) {
        if self.is_newest_load(fetched.load) {
            self.obtained(Obtained {
                copy: fetched.copy,
                endpoint: fetched.endpoint,
                from_copy: false,
                kept_in,
                apology: None,
            });
        }
    }

    /// The service gave nothing. An old copy is better than nothing where it has nothing against the
    /// request.
    pub(super) fn history_not_there(&mut self, why: NoHistory) {
        let has_key = self.prices.key().is_some();
        let Load::History(history) = &mut self.prices.load else {
            return;
        };
        if history.is_for_study() {
            self.several.learn(&why);
        }
        if !history.copies.is_empty()
            && let Some(mut apology) = excuse_of_old_copy(&why)
        {
            // There is a key, which a link does not spend.
            if apology == NoNewerPrices::NoKey && has_key {
                apology = NoNewerPrices::NotAsked;
            }
            let found = history.copies.remove(0);
            return self.obtained(Obtained::from_copy(found, Some(apology)));
        }
        let Load::History(history) = std::mem::take(&mut self.prices.load) else {
            return;
        };
        match history.waiter {
            Waiter::Study => self.history_found(Err(why)),
            waiter @ Waiter::Other { .. } => self.other_found(waiter, None),
            Waiter::Screen { without_key } => {
                let notice = self.explain(history.wanted, without_key, why);
                self.load_failed(notice);
            }
        }
    }

    fn obtained(&mut self, obtained: Obtained) {
        let Load::History(history) = std::mem::take(&mut self.prices.load) else {
            return;
        };
        match history.waiter {
            Waiter::Study => return self.history_found(Ok(obtained.copy.series.clone())),
            waiter @ Waiter::Other { .. } => {
                return self.other_found(waiter, Some(obtained.copy.series.clone()));
            }
            Waiter::Screen { .. } => {}
        }
        let wanted = history.wanted;
        let Obtained {
            copy,
            endpoint,
            from_copy,
            kept_in,
            apology,
        } = obtained;
        let asked_on = self.now.local_date(copy.fetched_ms);
        let offered = self.prices.offered.take().as_ref() == Some(&wanted);
        let apology = apology.map(|because| PriceMessage::OldCopy {
            fetched_on: asked_on,
            because,
        });
        let is_recent = !wanted.history.endpoints().contains(&endpoint);
        let message = apology
            .or_else(|| {
                is_recent.then(|| PriceMessage::RecentOnly {
                    symbol: wanted.symbol.clone(),
                    rows: copy.series.len(),
                })
            })
            .or_else(|| {
                let lesser = wanted.history.is_served_unadjusted_by(endpoint);
                lesser.then_some(PriceMessage::NotAdjusted)
            })
            .or_else(|| self.storage_trouble(from_copy, kept_in))
            .or_else(|| offered.then(|| what_the_offer_brought(&copy.series)));
        let remember = self.prices.recent.add(&wanted.symbol);
        self.order(remember);
        self.close_search();
        self.prices.origin = Some(Origin {
            source: copy.series.info().source.clone(),
            from_copy,
            asked_on,
            kept_in,
        });
        self.prices.loaded = Some(wanted);
        let prices = Prices {
            series: copy.series.clone(),
            truth: None,
        };
        self.take_over(Arc::new(prices), RunEvent::Loaded);
        // With `autorun` the training may have been refused already, which matters more.
        let notice = self.run.notice.as_ref();
        let refused = notice.is_some_and(|notice| notice.kind == NoticeKind::Error);
        if let Some(message) = message.filter(|_| !refused) {
            self.notify(NoticeKind::Info, message);
        }
        self.prices_came();
    }

    /// Said once: it does not change from one load to the next.
    fn storage_trouble(&mut self, from_copy: bool, kept_in: KeptIn) -> Option<PriceMessage> {
        let shown = self.records.not_kept_told;
        if from_copy || kept_in == KeptIn::Device || shown {
            return None;
        }
        self.records.not_kept_told = true;
        Some(PriceMessage::NoCopyKept)
    }
}

fn what_the_offer_brought(series: &Series) -> PriceMessage {
    let info = series.info();
    PriceMessage::OfferLoaded {
        rows: series.len(),
        symbol: info.symbol.clone(),
        interval: info.interval,
        field: info.field,
        first_date: series.first_date(),
    }
}
