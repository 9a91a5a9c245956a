//! Why there is no history, and the ways out: what a key was refused is not asked again, and another
//! history, another symbol or a search is offered.

use super::PriceMessage;
use super::api_key::ApiKey;
use super::message::NoNewerPrices;
use super::wanted::Wanted;
use crate::lab::{Lab, Notice, Offer};
use crate::market::alpha_vantage::{
    AnswerError, Endpoint, Gates, History, NoHistory, Step, nearest_symbol,
};

/// Why an old copy is better than nothing; `None` where the service has something against the request
/// itself.
pub fn excuse_of_old_copy(why: &NoHistory) -> Option<NoNewerPrices> {
    match why {
        NoHistory::Key => Some(NoNewerPrices::NoKey),
        NoHistory::NotAsked => Some(NoNewerPrices::NotAsked),
        NoHistory::Transport(error) => Some(NoNewerPrices::Transport(*error)),
        NoHistory::Answer(error) | NoHistory::OfRecent(error) => matches!(
            error,
            AnswerError::DailyLimit | AnswerError::DemoLimit | AnswerError::TooFast
        )
        .then(|| NoNewerPrices::Answer(error.clone())),
        NoHistory::Refused(_) => None,
    }
}

/// What each key was refused in this visit. Keys never leave the memory.
#[derive(Debug, Default)]
pub struct GatesOfKeys(Vec<(ApiKey, Gates)>);

impl GatesOfKeys {
    fn of(&self, key: &ApiKey) -> Option<&Gates> {
        let mut found = self.0.iter().filter(|(owner, _)| owner == key);
        found.next().map(|(_, gates)| gates)
    }

    /// What to ask next with this key.
    pub fn step(&self, key: &ApiKey, history: History) -> Step {
        match self.of(key) {
            Some(gates) => gates.step(history),
            None => Gates::default().step(history),
        }
    }

    /// How many requests a history can cost with this key: one, and one for each endpoint that may yet turn out
    /// to be refused.
    pub fn most_requests(&self, key: &ApiKey, history: History) -> usize {
        match self.of(key) {
            Some(gates) => gates.open_endpoints(history).count(),
            None => history.endpoints().len(),
        }
    }

    /// As [`Gates::learn`], for this key.
    pub fn learn(
        &mut self,
        key: &ApiKey,
        endpoint: Endpoint,
        symbol: &str,
        error: &AnswerError,
    ) -> bool {
        let place = self.0.iter().position(|(owner, _)| owner == key);
        let place = place.unwrap_or_else(|| {
            self.0.push((key.clone(), Gates::default()));
            self.0.len() - 1
        });
        self.0[place].1.learn(endpoint, symbol, error)
    }

    /// Forgets every key of the visitor's own.
    pub fn forget_own(&mut self) {
        self.0.retain(|(owner, _)| owner.is_demo());
    }
}

impl Lab {
    /// Why there are no prices, and the way out.
    pub(super) fn explain(
        &mut self,
        wanted: Wanted,
        without_key: Notice,
        why: NoHistory,
    ) -> Notice {
        match why {
            NoHistory::Key | NoHistory::NotAsked => without_key,
            NoHistory::Transport(error) => Notice::error(PriceMessage::Transport(error)),
            NoHistory::Refused(refusal) => {
                let notice = Notice::error(PriceMessage::Refused(refusal));
                match refusal.offer {
                    Some(history) => self.offer(wanted, history, notice),
                    None => notice,
                }
            }
            NoHistory::Answer(error) => {
                self.explain_answer(wanted, &error, PriceMessage::Answer(error.clone()))
            }
            NoHistory::OfRecent(error) => {
                self.explain_answer(wanted, &error, PriceMessage::NoRecentEither(error.clone()))
            }
        }
    }

    fn explain_answer(
        &mut self,
        wanted: Wanted,
        error: &AnswerError,
        message: PriceMessage,
    ) -> Notice {
        let notice = Notice::error(message);
        match error {
            AnswerError::UnknownSymbol { .. } | AnswerError::Empty { .. } => {
                self.suggest(wanted, notice)
            }
            _ => notice,
        }
    }

    fn offer(&mut self, wanted: Wanted, history: History, notice: Notice) -> Notice {
        self.prices.offered = Some(Wanted {
            history,
            refresh: false,
            ..wanted
        });
        notice.with_offer(match history {
            History::DailyRecent | History::RateRecent => Offer::LoadRecent,
            _ => Offer::LoadWeekly,
        })
    }

    /// For a symbol that the service does not know: the nearest one that the page does, or a search.
    fn suggest(&mut self, wanted: Wanted, notice: Notice) -> Notice {
        let is_pair = |symbol: &str| symbol.contains('/');
        let recent = self.prices.recent.list().iter().map(String::as_str);
        let known = recent.chain(self.prices.searches.symbols());
        let known = known.filter(|symbol| is_pair(symbol) == is_pair(&wanted.symbol));
        if let Some(symbol) = nearest_symbol(&wanted.symbol, known).map(str::to_owned) {
            self.prices.offered = Some(Wanted {
                symbol: symbol.clone(),
                history: wanted.history.of_name(&symbol),
                refresh: false,
                ..wanted
            });
            return notice.with_offer(Offer::LoadSymbol(symbol));
        }
        // A search knows shares alone.
        if wanted.key.is_some_and(|key| !key.is_demo()) && !is_pair(&wanted.symbol) {
            notice.with_offer(Offer::SearchSymbol(wanted.symbol))
        } else {
            notice
        }
    }
}
