//! Symbols that are typed in a row: what asking for them can cost is said before, and the visitor's press is the word
//! to ask. Each costs a request of the key's few a day; one whose copy is still good costs none.

use crate::lab::prices::{PriceMessage, Wanted};
use crate::lab::{Lab, NoticeKind};
use crate::market::alpha_vantage::{FREE_REQUESTS_PER_DAY, History};
use crate::market::{Source, normalized_name};

/// What a study of the named symbols can cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Requests {
    /// Where none of them is kept on this device; `None` without a key, which asks for nothing.
    pub most: Option<usize>,
    /// Of today, on this device.
    pub used: u32,
}

impl Requests {
    /// A free key may not have so many left today.
    pub fn may_be_too_many(self) -> bool {
        let left = FREE_REQUESTS_PER_DAY.saturating_sub(self.used);
        self.most.is_some_and(|most| most > left as usize)
    }
}

impl Lab {
    /// Takes symbols and pairs that are typed in a row, with commas, semicolons or spaces between. Nothing is asked
    /// for yet.
    pub(in crate::lab) fn name_symbols(&mut self, typed: &str) {
        let typed = typed.split([',', ';', ' ', '\t', '\n']);
        let typed = typed.filter(|each| !each.is_empty());
        let mut symbols: Vec<String> = Vec::new();
        let mut refused = None;
        for each in typed {
            match normalized_name(each) {
                _ if self.prices.is_key(each) => refused = Some(PriceMessage::KeyAsSymbol),
                Ok(symbol) if !symbols.contains(&symbol) => symbols.push(symbol),
                Ok(_) => {}
                Err(error) => refused = Some(PriceMessage::BadSymbol(error)),
            }
        }
        self.several.symbols = match refused {
            Some(message) => {
                self.notify(NoticeKind::Error, message);
                [].into()
            }
            None => symbols.into(),
        };
    }

    /// What a study of the named symbols would cost now.
    pub fn requests_of_symbols(&self) -> Requests {
        let symbols = self.several.symbols.iter();
        let histories = symbols.map(|symbol| self.history_of_symbol(symbol));
        Requests {
            most: self.prices.most_requests(histories),
            used: self.prices.used_today(self.now.unix_ms),
        }
    }

    pub(super) fn find_symbol(&mut self, symbol: String) {
        self.find_history_for_study(Wanted {
            history: self.history_of_symbol(&symbol),
            symbol,
            key: self.prices.key().cloned(),
            refresh: false,
        });
    }

    /// As far apart as the rows on the page, where these are of the service too; else daily.
    fn history_of_symbol(&self, symbol: &str) -> History {
        let history = match self.run.experiment.source {
            Source::AlphaVantage { interval, .. } => History::of_interval(interval),
            _ => History::Daily,
        };
        history.of_name(symbol)
    }
}
