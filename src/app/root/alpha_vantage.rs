//! Loading prices from Alpha Vantage: what the key may have, and the way out where it may not.

use super::Root;
use crate::app::charts::text::date_text;
use crate::app::desk::Wanted;
use crate::app::fetch::{Account, Reply};
use crate::app::key::ApiKey;
use crate::market::alpha_vantage::{
    self, AnswerError, Endpoint, History, Refusal, Step, TransportError,
};
use crate::market::{Field, Prices, Series, normalized_symbol};
use crate::run::{Event, Notice, NoticeKind, Offer};
use leptos::prelude::*;
use leptos::task::spawn_local;

const KEY_WANTED: &str = "Enter your Alpha Vantage key (a free one takes a minute), or try IBM with \
                          the demo key.";

/// Prices and how they were had.
struct Obtained {
    series: Series,
    endpoint: Endpoint,
}

/// Why there are no prices.
enum Trouble {
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
        match normalized_symbol(symbol) {
            Ok(symbol) => self.load_history(
                Wanted {
                    symbol,
                    history,
                    key,
                },
                Notice::error(KEY_WANTED),
            ),
            Err(error) => self.notify(NoticeKind::Error, error.to_string()),
        }
    }

    /// Loads `wanted`. `without_key` is what to say where only a key could help.
    pub(super) fn load_history(self, wanted: Wanted, without_key: Notice) {
        let load = self.next_load();
        self.apply(Event::LoadStarted);
        spawn_local(async move {
            let outcome = self.ask(&wanted, load).await;
            if self.load.get_value() != load {
                return;
            }
            match outcome {
                Ok(obtained) => self.obtained(&wanted, obtained),
                Err(trouble) => {
                    if let Some(notice) = self.explain(&wanted, trouble, without_key) {
                        self.load_failed(notice);
                    }
                }
            }
        });
    }

    /// The way out that the last notice offered.
    pub(super) fn load_offered(self) {
        // The run's source is no help here: what was refused never became the run's.
        if let Some(wanted) = self.desk.offered.get_value() {
            self.load_history(wanted, Notice::error(KEY_WANTED));
        }
    }

    /// Asks the service for the best that the key may have.
    async fn ask(self, wanted: &Wanted, load: u32) -> Result<Obtained, Trouble> {
        let Wanted {
            symbol,
            history,
            key,
            ..
        } = wanted;
        let key = key.as_ref().ok_or(Trouble::NoKey)?;
        loop {
            let endpoint = match self.desk.step(key, *history) {
                Step::Ask(endpoint) => endpoint,
                Step::GiveUp(refusal) => return Err(Trouble::Refused(refusal)),
            };
            let url = alpha_vantage::request_url(endpoint, symbol, key.expose());
            let body = self
                .ask_service(&url, key, move || self.load.get_value() == load)
                .await?;
            match alpha_vantage::parse(&body, symbol, history.interval(), key.expose()) {
                Ok(series) => return Ok(Obtained { series, endpoint }),
                Err(error) if self.desk.learn(key, endpoint, symbol, &error) => {}
                Err(error) => return Err(self.answer_trouble(error)),
            }
        }
    }

    async fn ask_service(
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

    fn answer_trouble(self, error: AnswerError) -> Trouble {
        if error == AnswerError::DailyLimit {
            self.desk.service.used_up();
        }
        Trouble::Answer(error)
    }

    fn obtained(self, wanted: &Wanted, obtained: Obtained) {
        let Obtained { series, endpoint } = obtained;
        let offered = self.desk.offered.get_value().as_ref() == Some(wanted);
        let notice = wanted
            .history
            .shortfall(endpoint)
            .map(Notice::info)
            .or_else(|| offered.then(|| Notice::info(what_the_offer_brought(&series))));
        self.desk.offered.set_value(None);
        self.loaded(Prices {
            series,
            truth: None,
        });
        if let Some(notice) = notice {
            self.apply(Event::NoticeShown(notice));
        }
    }

    /// The sentence on why there are no prices, and the way out. `None` where nobody waits for them.
    fn explain(self, wanted: &Wanted, trouble: Trouble, without_key: Notice) -> Option<Notice> {
        let text = match trouble {
            Trouble::Unwanted => return None,
            Trouble::NoKey => return Some(without_key),
            Trouble::Transport(error) => error.to_string(),
            Trouble::Refused(refusal) => {
                let notice = Notice::error(refusal.to_string());
                return Some(match refusal.offer {
                    Some(history) => self.offer(wanted, history, notice),
                    None => notice,
                });
            }
            Trouble::Answer(error) => error.to_string(),
        };
        Some(Notice::error(text))
    }

    fn offer(self, wanted: &Wanted, history: History, notice: Notice) -> Notice {
        self.desk.offered.set_value(Some(Wanted {
            history,
            ..wanted.clone()
        }));
        notice.with_offer(match history {
            History::DailyRecent => Offer::LoadRecent,
            _ => Offer::LoadWeekly,
        })
    }
}

/// What the history that was offered turned out to be.
fn what_the_offer_brought(series: &Series) -> String {
    let interval = series.info().interval;
    let rows = format!(
        "{} {}s of {} since {}",
        series.len(),
        interval.row_name(),
        series.info().symbol,
        date_text(series.first_date()),
    );
    format!(
        "{rows}, {}. A forecast is now for one {} ahead.",
        match series.info().field {
            Field::AdjustedClose => "adjusted for splits and dividends",
            Field::Close => "as traded, not adjusted for splits and dividends",
        },
        interval.row_name(),
    )
}
