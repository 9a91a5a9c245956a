//! Stories about prices: where they come from, what stands in the way, and the address that asks for
//! them.

mod address;
mod copies;
mod files;
mod histories;
mod keys;
mod pairs;
mod requests;
mod search;
pub mod service;
mod worlds;

use crate::visit::{START_UNIX_MS, Visit};
use hindcast::lab::prices::{ApiKey, PriceMessage};
use hindcast::lab::{Intention, Message, NoticeKind, Offer, Phase};
use hindcast::market::alpha_vantage::{History, TransportError};

/// A key in the form of the service's.
pub const KEY: &str = "Q7SECRETKEY42ZZA";
pub const DAY_MS: f64 = 86_400_000.0;

pub fn key() -> Option<ApiKey> {
    ApiKey::new(KEY)
}

impl Visit {
    /// Presses "Load prices" for the daily history, with the key.
    pub fn load(&mut self, symbol: &str) {
        self.load_history(symbol, History::Daily, key());
    }

    pub fn load_history(&mut self, symbol: &str, history: History, key: Option<ApiKey>) {
        self.want(Intention::LoadPrices {
            symbol: symbol.to_owned(),
            history,
            key,
            remember_key: false,
        });
    }

    /// The service answers the oldest request with prices, as it does for a premium key.
    pub fn serve(&mut self) {
        let answer = service::good_answer(&self.asked_url(), 300);
        self.answer(&answer);
    }

    /// Loads a symbol's daily history from the service.
    pub fn load_and_serve(&mut self, symbol: &str) {
        self.load(symbol);
        self.pass(2_000.0);
        self.serve();
    }

    /// The service cannot be reached.
    pub fn offline(&mut self) {
        self.reply(Err(TransportError::Offline));
    }

    /// The address of the oldest request.
    pub fn asked_url(&self) -> String {
        let (_, url) = self.requests.first().expect("a request");
        url.clone()
    }

    /// What is being asked: `TIME_SERIES_DAILY MSFT`.
    pub fn asked(&self) -> Vec<String> {
        let urls = self.requests.iter();
        urls.map(|(_, url)| {
            let of = |name| service::parameter(url, name);
            let of_what = of("symbol").or_else(|| of("keywords")).unwrap_or_default();
            format!("{} {of_what}", of("function").unwrap_or_default())
        })
        .collect()
    }

    pub fn symbol(&self) -> String {
        let prices = self.lab.run.prices.as_ref().expect("prices");
        prices.series.info().symbol.clone()
    }

    pub fn rows(&self) -> usize {
        let prices = self.lab.run.prices.as_ref();
        prices.map_or(0, |prices| prices.series.len())
    }

    pub fn phase(&self) -> Phase {
        self.lab.run.phase
    }

    /// What the notice says about prices, and how.
    pub fn price_message(&self) -> Option<(NoticeKind, &PriceMessage)> {
        let notice = self.lab.run.notice.as_ref()?;
        match &notice.message {
            Message::Prices(message) => Some((notice.kind, message)),
            _ => None,
        }
    }

    /// What the notice says about prices, as an error.
    pub fn error(&self) -> &PriceMessage {
        match self.price_message() {
            Some((NoticeKind::Error, message)) => message,
            other => panic!("no error about prices: {other:?}"),
        }
    }

    /// What the notice says about prices, as news.
    pub fn news(&self) -> &PriceMessage {
        match self.price_message() {
            Some((NoticeKind::Info, message)) => message,
            other => panic!("no news about prices: {other:?}"),
        }
    }

    pub fn offer(&self) -> Option<Offer> {
        self.lab.run.notice.as_ref()?.offer.clone()
    }

    /// Requests of today, as the form counts them.
    pub fn used_today(&self) -> u32 {
        self.lab.prices.used_today(self.now.unix_ms)
    }

    /// Whether the prices on the screen are a copy's.
    pub fn is_from_copy(&self) -> bool {
        self.lab
            .prices
            .origin
            .as_ref()
            .expect("an origin")
            .from_copy
    }
}

#[test]
fn the_stories_begin_at_noon_of_a_trading_day() {
    let visit = Visit::open("");
    assert_eq!(visit.now.unix_ms, START_UNIX_MS);
    assert_eq!(visit.now.today().unwrap().to_string(), "2026-01-15");
}
