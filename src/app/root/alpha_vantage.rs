//! Loading prices from Alpha Vantage: a copy where it is still good, the service where it is not, and
//! the way out where neither has them.

use super::Root;
use crate::app::browser;
use crate::app::copies::KeptIn;
use crate::app::desk::{Origin, Wanted};
use crate::app::fetch::{Account, Reply};
use crate::app::key::ApiKey;
use crate::market::alpha_vantage::{
    self, AnswerError, Endpoint, History, KeptCopy, Refusal, Step, TransportError, nearest_symbol,
};
use crate::market::{Field, Interval, Prices, Series, looks_like_key, normalized_symbol};
use crate::run::{Event, Notice, NoticeKind, Offer};
use crate::text::{self, said, written_date};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Prices and how they were had.
struct Obtained {
    copy: KeptCopy,
    endpoint: Endpoint,
    from_copy: bool,
    kept_in: KeptIn,
    /// Why it is only an old copy.
    apology: Option<Notice>,
}

impl Obtained {
    fn from_copy(found: Found, apology: Option<Notice>) -> Self {
        Self {
            copy: found.copy,
            endpoint: found.endpoint,
            from_copy: true,
            kept_in: found.kept_in,
            apology,
        }
    }
}

/// A copy of one of the histories that would do.
struct Found {
    copy: KeptCopy,
    endpoint: Endpoint,
    kept_in: KeptIn,
    /// The service would say the same now.
    fresh: bool,
}

/// Why there are no prices.
pub(super) enum Trouble {
    NoKey,
    Transport(TransportError),
    Answer(AnswerError),
    Refused(Refusal),
    /// Someone wants other prices by now.
    Unwanted,
}

impl Root {
    /// Loads prices of a symbol as typed. `key` is the one to ask with.
    pub(super) fn load_typed(self, symbol: &str, history: History, key: Option<ApiKey>) {
        if self.is_key(symbol) {
            // Says nothing of what was typed.
            return self.notify(NoticeKind::Error, text::notices::key_as_symbol());
        }
        match normalized_symbol(symbol) {
            Ok(symbol) => self.load_history(
                Wanted {
                    symbol,
                    history,
                    key,
                    refresh: false,
                },
                Notice::error(text::notices::key_wanted()),
            ),
            Err(error) => self.notify(NoticeKind::Error, said(&error)),
        }
    }

    /// Whether what was typed as a symbol is a key. A symbol enters the address, the report and the
    /// list of recent ones, so a key must never pass for one.
    pub(super) fn is_key(self, typed: &str) -> bool {
        let kept = self.keys.get().filter(|key| !key.is_demo());
        let is_kept = kept.is_some_and(|key| key.expose().eq_ignore_ascii_case(typed.trim()));
        is_kept || looks_like_key(typed)
    }

    /// Loads `wanted`. `without_key` is what to say where only a key could help.
    pub(super) fn load_history(self, wanted: Wanted, without_key: Notice) {
        let load = self.next_load();
        self.apply(Event::LoadStarted);
        spawn_local(async move {
            let outcome = self.obtain(&wanted, load).await;
            if self.load.get_value() != load {
                return;
            }
            match outcome {
                Ok(obtained) => self.obtained(wanted, obtained),
                Err(trouble) => {
                    if let Some(notice) = self.explain(&wanted, trouble, without_key) {
                        self.load_failed(notice);
                    }
                }
            }
        });
    }

    /// Asks again for what is loaded, though a copy may be good.
    pub(super) fn refresh(self) {
        if let Some(wanted) = self.desk.loaded.get_value() {
            let wanted = Wanted {
                // What the demo key loaded costs the visitor's own key nothing. Otherwise a key that
                // was given since is the one that counts.
                key: wanted
                    .key
                    .filter(ApiKey::is_demo)
                    .or_else(|| self.keys.get()),
                refresh: true,
                ..wanted
            };
            self.load_history(wanted, Notice::error(text::notices::key_wanted()));
        }
    }

    /// The way out that the last notice offered.
    pub(super) fn load_offered(self) {
        // The run's source is no help here: what was refused never became the run's.
        if let Some(wanted) = self.desk.offered.get_value() {
            self.load_history(wanted, Notice::error(text::notices::key_wanted()));
        }
    }

    pub(super) fn forget_copies(self) {
        self.desk.recent.forget();
        spawn_local(async move {
            if self.desk.copies.forget().await {
                self.storage_emptied();
                self.desk.origin.set(None);
                return self.notify(NoticeKind::Info, text::notices::copies_gone());
            }
            // What this tab kept is gone all the same.
            self.desk.origin.update(|origin| {
                origin.take_if(|origin| origin.kept_in == KeptIn::Tab);
            });
            self.notify(NoticeKind::Warning, text::notices::copies_not_removed());
        });
    }

    async fn obtain(self, wanted: &Wanted, load: u32) -> Result<Obtained, Trouble> {
        // Best first, as the endpoints are.
        let mut copies = Vec::new();
        if !wanted.refresh {
            let step = wanted
                .key
                .as_ref()
                .map(|key| self.desk.step(key, wanted.history));
            for endpoint in wanted.history.endpoints().iter().copied() {
                let name = KeptCopy::name(endpoint, &wanted.symbol);
                let Some((copy, kept_in)) = self.desk.copies.read(name).await else {
                    continue;
                };
                next_task().await;
                let found = Found {
                    fresh: copy.is_fresh(js_sys::Date::now()),
                    copy,
                    endpoint,
                    kept_in,
                };
                // Without a key nothing better can be had.
                if found.fresh && step.is_none_or(|step| step.is_saved_by(wanted.history, endpoint))
                {
                    return Ok(Obtained::from_copy(found, None));
                }
                copies.push(found);
            }
        }
        let trouble = match self.ask(wanted, load, &mut copies).await {
            Ok(obtained) => return Ok(obtained),
            Err(trouble) => trouble,
        };
        // An old copy is better than nothing where the service has nothing against the request.
        let (reason, found) = match (&trouble, copies.into_iter().next()) {
            (Trouble::NoKey, Some(copy)) => (text::notices::newer_with_key().to_owned(), copy),
            (Trouble::Transport(error), Some(copy)) => (said(error), copy),
            (
                Trouble::Answer(
                    error @ (AnswerError::DailyLimit
                    | AnswerError::DemoLimit
                    | AnswerError::TooFast),
                ),
                Some(copy),
            ) => (said(error), copy),
            _ => return Err(trouble),
        };
        let apology = match browser::local_date(found.copy.fetched_ms) {
            Some(date) => text::notices::prices_of_a_copy_of(written_date(date), reason),
            // A time that no calendar has.
            None => text::notices::prices_of_a_copy(reason),
        };
        Ok(Obtained::from_copy(found, Some(Notice::info(apology))))
    }

    /// Asks the service for the best that the key may have. A fresh one of `copies` is taken where
    /// everything better turns out to be refused.
    async fn ask(
        self,
        wanted: &Wanted,
        load: u32,
        copies: &mut Vec<Found>,
    ) -> Result<Obtained, Trouble> {
        let Wanted {
            symbol,
            history,
            key,
            ..
        } = wanted;
        let key = key.as_ref().ok_or(Trouble::NoKey)?;
        loop {
            let step = self.desk.step(key, *history);
            let saving = copies
                .iter()
                .position(|found| found.fresh && step.is_saved_by(*history, found.endpoint));
            if let Some(place) = saving {
                return Ok(Obtained::from_copy(copies.remove(place), None));
            }
            let endpoint = match step {
                Step::Ask(endpoint) => endpoint,
                Step::GiveUp(refusal) => return Err(Trouble::Refused(refusal)),
            };
            let url = alpha_vantage::request_url(endpoint, symbol, key.expose());
            let body = self
                .ask_service(&url, key, move || self.load.get_value() == load)
                .await?;
            match alpha_vantage::parse(&body, symbol, history.interval(), key.expose()) {
                Ok(series) => {
                    next_task().await;
                    return Ok(self.fetched(endpoint, series).await);
                }
                Err(error) if self.desk.learn(key, endpoint, symbol, &error) => {}
                Err(error) => return Err(self.answer_trouble(error)),
            }
        }
    }

    async fn fetched(self, endpoint: Endpoint, series: Series) -> Obtained {
        let copy = KeptCopy {
            fetched_ms: js_sys::Date::now(),
            series,
        };
        let name = KeptCopy::name(endpoint, &copy.series.info().symbol);
        let kept_in = self.desk.copies.keep(name, copy.clone()).await;
        Obtained {
            copy,
            endpoint,
            from_copy: false,
            kept_in,
            apology: None,
        }
    }

    pub(super) async fn ask_service(
        self,
        url: &str,
        key: &ApiKey,
        wanted: impl Fn() -> bool,
    ) -> Result<String, Trouble> {
        let account = match key.is_demo() {
            true => Account::Demo,
            false => Account::Visitor,
        };
        match self.desk.service.ask(url, account, wanted).await {
            Reply::Body(body) => Ok(body),
            Reply::Failed(error) => Err(Trouble::Transport(error)),
            Reply::Unwanted => Err(Trouble::Unwanted),
        }
    }

    pub(super) fn answer_trouble(self, error: AnswerError) -> Trouble {
        if error == AnswerError::DailyLimit {
            self.desk.service.used_up();
        }
        Trouble::Answer(error)
    }

    fn obtained(self, wanted: Wanted, obtained: Obtained) {
        let Obtained {
            copy,
            endpoint,
            from_copy,
            kept_in,
            apology,
        } = obtained;
        let offered = self.desk.offered.get_value().as_ref() == Some(&wanted);
        let notice = apology
            .or_else(|| {
                let not_adjusted = wanted.history.is_served_unadjusted_by(endpoint);
                not_adjusted.then(|| Notice::info(text::alpha_vantage::not_adjusted()))
            })
            .or_else(|| self.storage_trouble(from_copy, kept_in))
            .or_else(|| offered.then(|| Notice::info(what_the_offer_brought(&copy.series))));
        self.desk.offered.set_value(None);
        self.desk.recent.add(&wanted.symbol);
        self.desk.close_search();
        self.desk.origin.set(Some(Origin {
            source: copy.series.info().source.clone(),
            from_copy,
            asked_on: browser::local_date(copy.fetched_ms),
            kept_in,
        }));
        self.desk.loaded.set_value(Some(wanted));
        self.loaded(Prices {
            series: copy.series,
            truth: None,
        });
        // With `autorun` the training may have been refused already, which matters more.
        let trouble = self.run.with_untracked(|run| {
            run.notice
                .as_ref()
                .is_some_and(|notice| notice.kind == NoticeKind::Error)
        });
        if let Some(notice) = notice.filter(|_| !trouble) {
            self.apply(Event::NoticeShown(notice));
        }
    }

    /// Said once: it does not change from one load to the next.
    fn storage_trouble(self, from_copy: bool, kept_in: KeptIn) -> Option<Notice> {
        let told = self.storage_trouble_told.get_value();
        if from_copy || kept_in == KeptIn::Device || told {
            return None;
        }
        self.storage_trouble_told.set_value(true);
        Some(Notice::info(text::notices::no_copy_kept()))
    }

    /// The sentence on why there are no prices, and the way out. `None` where nobody waits for them.
    fn explain(self, wanted: &Wanted, trouble: Trouble, without_key: Notice) -> Option<Notice> {
        let text = match trouble {
            Trouble::Unwanted => return None,
            Trouble::NoKey => return Some(without_key),
            Trouble::Transport(error) => said(&error),
            Trouble::Refused(refusal) => {
                let notice = Notice::error(said(&refusal));
                return Some(match refusal.offer {
                    Some(history) => self.offer(wanted, history, notice),
                    None => notice,
                });
            }
            Trouble::Answer(error) => {
                let unknown = matches!(
                    error,
                    AnswerError::UnknownSymbol { .. } | AnswerError::Empty { .. }
                );
                let notice = Notice::error(said(&error));
                return Some(match unknown {
                    true => self.suggest(wanted, notice),
                    false => notice,
                });
            }
        };
        Some(Notice::error(text))
    }

    fn offer(self, wanted: &Wanted, history: History, notice: Notice) -> Notice {
        self.desk.offered.set_value(Some(Wanted {
            history,
            refresh: false,
            ..wanted.clone()
        }));
        notice.with_offer(match history {
            History::DailyRecent => Offer::LoadRecent,
            _ => Offer::LoadWeekly,
        })
    }

    /// For a symbol that the service does not know: the nearest one that the page does, or a search.
    fn suggest(self, wanted: &Wanted, notice: Notice) -> Notice {
        let known = self.desk.known_symbols();
        let nearest = nearest_symbol(&wanted.symbol, known.iter().map(String::as_str));
        if let Some(symbol) = nearest {
            self.desk.offered.set_value(Some(Wanted {
                symbol: symbol.to_owned(),
                refresh: false,
                ..wanted.clone()
            }));
            return notice.with_offer(Offer::LoadSymbol(symbol.to_owned()));
        }
        match wanted.key.as_ref().is_some_and(|key| !key.is_demo()) {
            true => notice.with_offer(Offer::SearchSymbol(wanted.symbol.clone())),
            false => notice,
        }
    }
}

/// Reading or writing thousands of rows is work enough for one task: what follows gets its own.
async fn next_task() {
    TimeoutFuture::new(0).await;
}

/// What the history that was offered turned out to be.
fn what_the_offer_brought(series: &Series) -> String {
    let info = series.info();
    let how = match info.field {
        Field::AdjustedClose => text::notices::adjusted(),
        Field::Close => text::notices::as_traded(),
    };
    let instead = match info.interval {
        Interval::Daily => text::notices::days_instead,
        Interval::Weekly => text::notices::weeks_instead,
        Interval::Monthly => text::notices::months_instead,
    };
    let first = written_date(series.first_date());
    instead(series.len(), &info.symbol, first, how)
}
