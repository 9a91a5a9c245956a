//! Which history to ask for next. What a key may have is learnt from the service's answers, so the
//! decision is a small machine fed with them: it names an endpoint to ask, or gives up with an offer.

use super::errors::AnswerError;
use super::request::{EXAMPLE_SYMBOL, Endpoint};
use crate::market::pair::{Pair, PairKind};
use crate::market::row::Interval;

/// The public key, which serves the documented examples. Its allowance is not the visitor's.
pub const DEMO_KEY: &str = "demo";

/// A history as the visitor chooses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum History {
    /// The best daily one that the key may have.
    Daily,
    /// Daily prices as they were traded, not adjusted for splits and dividends.
    DailyRaw,
    /// The last 100 trading days, as traded.
    DailyRecent,
    Weekly,
    Monthly,
    /// An exchange rate's days; the form has no other choice for it.
    Rate,
    /// Its last 100 days.
    RateRecent,
    /// A coin's days.
    Coin,
}

impl History {
    /// Of a share, in the order of the form's choice.
    pub const ALL: [Self; 5] = [
        Self::Daily,
        Self::DailyRaw,
        Self::DailyRecent,
        Self::Weekly,
        Self::Monthly,
    ];

    /// What an address means, which names an interval only.
    pub fn of_interval(interval: Interval) -> Self {
        match interval {
            Interval::Daily => Self::Daily,
            Interval::Weekly => Self::Weekly,
            Interval::Monthly => Self::Monthly,
        }
    }

    /// How far apart its rows are.
    pub fn interval(self) -> Interval {
        match self {
            Self::Daily | Self::DailyRaw | Self::DailyRecent => Interval::Daily,
            Self::Rate | Self::RateRecent | Self::Coin => Interval::Daily,
            Self::Weekly => Interval::Weekly,
            Self::Monthly => Interval::Monthly,
        }
    }

    /// `daily-raw`, as the form's value.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::DailyRaw => "daily-raw",
            Self::DailyRecent => "daily-recent",
            Self::Weekly => "weekly",
            Self::Monthly => "monthly",
            Self::Rate => "rate",
            Self::RateRecent => "rate-recent",
            Self::Coin => "coin",
        }
    }

    /// The history of `name`, a symbol or a pair, where this was chosen: a pair has its days alone.
    #[must_use]
    pub fn of_name(self, name: &str) -> Self {
        match Pair::typed(name) {
            Some(Ok(pair)) => Self::of_pair(pair.kind),
            _ if Self::ALL.contains(&self) => self,
            _ => Self::Daily,
        }
    }

    /// The history of a pair.
    pub fn of_pair(kind: PairKind) -> Self {
        match kind {
            PairKind::Fx => Self::Rate,
            PairKind::Coin => Self::Coin,
        }
    }

    /// Whether `name` is the documented example of this history, which the public key serves.
    pub fn is_example(self, name: &str) -> bool {
        name == self.example()
    }

    /// What the service documents as an example of this history.
    pub fn example(self) -> &'static str {
        self.endpoints()
            .first()
            .map_or(EXAMPLE_SYMBOL, |endpoint| endpoint.example())
    }

    /// Reads what [`slug`](Self::slug) wrote.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|history| history.slug() == slug)
    }

    /// Its last 100 days, where they can be had by themselves.
    pub fn recent(self) -> Option<Self> {
        match self {
            Self::Daily | Self::DailyRaw => Some(Self::DailyRecent),
            Self::Rate => Some(Self::RateRecent),
            _ => None,
        }
    }

    /// Whether `endpoint` serves prices that are not adjusted, where adjusted ones were wanted.
    pub fn is_served_unadjusted_by(self, endpoint: Endpoint) -> bool {
        self == Self::Daily && endpoint == Endpoint::DailyFull
    }

    /// The endpoints that serve this history, best first. Each costs a request, so only what is worth
    /// having without a question is here; the rest is [offered](Refusal::offer).
    pub fn endpoints(self) -> &'static [Endpoint] {
        match self {
            Self::Daily => &[Endpoint::DailyAdjusted, Endpoint::DailyFull],
            Self::DailyRaw => &[Endpoint::DailyFull],
            Self::DailyRecent => &[Endpoint::DailyCompact],
            Self::Weekly => &[Endpoint::WeeklyAdjusted],
            Self::Monthly => &[Endpoint::MonthlyAdjusted],
            Self::Rate => &[Endpoint::RateFull],
            Self::RateRecent => &[Endpoint::RateCompact],
            Self::Coin => &[Endpoint::Coin],
        }
    }
}

/// What to do next for a history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Ask(Endpoint),
    GiveUp(Refusal),
}

impl Step {
    /// Whether a copy of what `endpoint` said, still good, saves this step: nothing better is left to
    /// ask for. A lesser copy may have been left by another choice, or by a key that may have less.
    pub fn is_saved_by(self, wanted: History, endpoint: Endpoint) -> bool {
        let Self::Ask(next) = self else {
            return true;
        };
        let first = wanted
            .endpoints()
            .iter()
            .find(|other| **other == endpoint || **other == next);
        first == Some(&endpoint)
    }
}

/// The endpoints that one key was refused in this session. Only ever grows: a request that is known
/// to be refused is a request wasted, and a key has few of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Gates {
    refused: Vec<Endpoint>,
    /// The key is the public one, `demo`, and the service said so.
    demo: bool,
}

impl Gates {
    /// The best endpoint that has not been refused, or what to offer where all have been.
    pub fn step(&self, wanted: History) -> Step {
        self.open_endpoints(wanted).next().map_or_else(
            || {
                let others: &[History] = match wanted {
                    History::Rate => &[History::RateRecent],
                    History::RateRecent | History::Coin => &[],
                    _ => &[History::Weekly, History::DailyRecent],
                };
                let mut others = others.iter().copied();
                let offer = others.find(|history| self.open_endpoints(*history).next().is_some());
                Step::GiveUp(Refusal {
                    wanted,
                    offer,
                    demo: self.demo,
                })
            },
            Step::Ask,
        )
    }

    /// Learns from what `endpoint` answered instead of prices. True where that was a refusal of the
    /// endpoint, so that the search goes on with [`step`](Self::step); any other error ends it.
    pub fn learn(&mut self, endpoint: Endpoint, symbol: &str, error: &AnswerError) -> bool {
        let refused = match error {
            AnswerError::Premium => true,
            // The documented examples change. Of anything else the key has nothing at all.
            AnswerError::DemoKey => symbol == endpoint.example(),
            _ => false,
        };
        if refused && !self.refused.contains(&endpoint) {
            self.refused.push(endpoint);
        }
        self.demo |= *error == AnswerError::DemoKey;
        refused
    }

    /// The endpoints that have not been refused, best first.
    pub fn open_endpoints(&self, history: History) -> impl Iterator<Item = Endpoint> {
        let all = history.endpoints().iter().copied();
        all.filter(|endpoint| !self.refused.contains(endpoint))
    }
}

/// A history that the key may not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    pub wanted: History,
    /// The next best one, which has not been refused so far.
    pub offer: Option<History>,
    /// The key is the public one, which serves examples only.
    pub demo: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs a search against a service that refuses what `premium` names; returns what was asked.
    fn asked(
        gates: &mut Gates,
        wanted: History,
        premium: &[Endpoint],
    ) -> (Vec<Endpoint>, Option<Refusal>) {
        let mut asked = Vec::new();
        loop {
            match gates.step(wanted) {
                Step::Ask(endpoint) => {
                    asked.push(endpoint);
                    if !premium.contains(&endpoint) {
                        return (asked, None);
                    }
                    assert!(gates.learn(endpoint, "MSFT", &AnswerError::Premium));
                }
                Step::GiveUp(refusal) => return (asked, Some(refusal)),
            }
        }
    }

    use Endpoint::{DailyAdjusted, DailyCompact, DailyFull, MonthlyAdjusted, WeeklyAdjusted};

    #[test]
    fn a_premium_key_gets_the_adjusted_history_at_once() {
        let outcome = asked(&mut Gates::default(), History::Daily, &[]);
        assert_eq!(outcome, (vec![DailyAdjusted], None));
    }

    #[test]
    fn a_key_without_adjusted_prices_gets_the_whole_history_as_traded() {
        let outcome = asked(&mut Gates::default(), History::Daily, &[DailyAdjusted]);
        assert_eq!(outcome, (vec![DailyAdjusted, DailyFull], None));
        assert!(History::Daily.is_served_unadjusted_by(DailyFull));
        assert!(!History::Daily.is_served_unadjusted_by(DailyAdjusted));
        assert!(!History::DailyRaw.is_served_unadjusted_by(DailyFull));
    }

    #[test]
    fn a_free_key_is_offered_weeks_and_asked_nothing_twice() {
        let free = [DailyAdjusted, DailyFull];
        let mut gates = Gates::default();
        let (first, refusal) = asked(&mut gates, History::Daily, &free);
        assert_eq!(first, [DailyAdjusted, DailyFull]);
        assert_eq!(
            refusal.and_then(|refusal| refusal.offer),
            Some(History::Weekly)
        );
        // The second time, and the raw history, cost no request.
        assert_eq!(asked(&mut gates, History::Daily, &free).0, []);
        assert_eq!(asked(&mut gates, History::DailyRaw, &free).0, []);
        assert_eq!(
            asked(&mut gates, History::Weekly, &free),
            (vec![WeeklyAdjusted], None)
        );
    }

    #[test]
    fn the_last_hundred_days_are_the_last_offer() {
        let premium = [DailyAdjusted, DailyFull, WeeklyAdjusted];
        let mut gates = Gates::default();
        let (_, refusal) = asked(&mut gates, History::Weekly, &premium);
        assert_eq!(
            refusal.expect("a refusal").offer,
            Some(History::DailyRecent)
        );
        // Weeks are known to be refused: they are not offered again.
        let (_, refusal) = asked(&mut gates, History::Daily, &premium);
        assert_eq!(
            refusal.expect("a refusal").offer,
            Some(History::DailyRecent)
        );
        assert_eq!(
            asked(&mut gates, History::DailyRecent, &premium),
            (vec![DailyCompact], None)
        );
    }

    #[test]
    fn a_key_that_may_have_nothing_is_told_of_the_other_sources() {
        let all = [
            DailyAdjusted,
            DailyFull,
            DailyCompact,
            WeeklyAdjusted,
            MonthlyAdjusted,
        ];
        let mut gates = Gates::default();
        for history in History::ALL {
            let (_, refusal) = asked(&mut gates, history, &all);
            assert_eq!(refusal.expect("a refusal").wanted, history);
        }
        let Step::GiveUp(refusal) = gates.step(History::Monthly) else {
            panic!("nothing is left to ask");
        };
        assert_eq!(refusal.offer, None);
    }

    #[test]
    fn a_pair_is_offered_no_history_of_a_share() {
        use Endpoint::{Coin, RateCompact, RateFull};
        let mut gates = Gates::default();
        let (asked_for, refusal) = asked(&mut gates, History::Rate, &[RateFull]);
        assert_eq!(asked_for, [RateFull]);
        let offer = refusal.and_then(|refusal| refusal.offer);
        assert_eq!(offer, Some(History::RateRecent));
        let recent = asked(&mut gates, History::RateRecent, &[RateFull]);
        assert_eq!(recent, (vec![RateCompact], None));
        let (_, refusal) = asked(&mut gates, History::Coin, &[Coin]);
        assert_eq!(refusal.expect("a refusal").offer, None);
    }

    #[test]
    fn what_is_typed_decides_on_the_history() {
        assert_eq!(History::Weekly.of_name("IBM"), History::Weekly);
        assert_eq!(History::Weekly.of_name("EUR/USD"), History::Rate);
        assert_eq!(History::DailyRaw.of_name("BTC/USD"), History::Coin);
        assert_eq!(History::Coin.of_name("IBM"), History::Daily);
        assert!(History::Rate.is_example("EUR/USD") && !History::Coin.is_example("EUR/USD"));
        assert!(History::Weekly.is_example("IBM") && History::Coin.is_example("BTC/EUR"));
    }

    #[test]
    fn only_a_refusal_of_the_endpoint_closes_it() {
        let mut gates = Gates::default();
        for error in [
            AnswerError::DailyLimit,
            AnswerError::TooFast,
            AnswerError::KeyMissing,
            AnswerError::UnknownSymbol {
                symbol: "MSFT".into(),
            },
        ] {
            assert!(!gates.learn(DailyAdjusted, "MSFT", &error));
        }
        assert_eq!(gates, Gates::default());
    }

    #[test]
    fn the_demo_key_goes_on_with_its_example_only() {
        let mut gates = Gates::default();
        assert!(!gates.learn(DailyAdjusted, "MSFT", &AnswerError::DemoKey));
        assert!(gates.learn(DailyAdjusted, EXAMPLE_SYMBOL, &AnswerError::DemoKey));
        assert_eq!(gates.step(History::Daily), Step::Ask(DailyFull));
        gates.learn(DailyFull, EXAMPLE_SYMBOL, &AnswerError::DemoKey);
        let Step::GiveUp(refusal) = gates.step(History::Daily) else {
            panic!("both were refused");
        };
        assert_eq!(refusal.offer, Some(History::Weekly));
        // It is not for want of a premium key.
        assert!(refusal.demo);
    }

    #[test]
    fn the_demo_key_is_refused_an_example_whatever_that_is_of() {
        use Endpoint::{Coin, RateCompact, RateFull};
        for (endpoint, example, other) in [
            (RateFull, "EUR/USD", "EUR/CHF"),
            (RateCompact, "EUR/USD", "IBM"),
            (Coin, "BTC/EUR", "BTC/USD"),
            (WeeklyAdjusted, "IBM", "EUR/USD"),
        ] {
            let mut gates = Gates::default();
            assert!(!gates.learn(endpoint, other, &AnswerError::DemoKey));
            assert!(gates.learn(endpoint, example, &AnswerError::DemoKey));
        }
        let mut gates = Gates::default();
        gates.learn(RateFull, "EUR/USD", &AnswerError::DemoKey);
        let Step::GiveUp(refusal) = gates.step(History::Rate) else {
            panic!("it was refused");
        };
        assert_eq!(
            (refusal.offer, refusal.demo),
            (Some(History::RateRecent), true)
        );
    }

    #[test]
    fn a_lesser_copy_saves_a_request_only_where_the_better_one_is_refused() {
        let mut gates = Gates::default();
        let step = gates.step(History::Daily);
        assert!(step.is_saved_by(History::Daily, DailyAdjusted));
        assert!(!step.is_saved_by(History::Daily, DailyFull));
        // A copy of another history is none of this one.
        assert!(!step.is_saved_by(History::Daily, WeeklyAdjusted));
        let raw = gates.step(History::DailyRaw);
        assert!(raw.is_saved_by(History::DailyRaw, DailyFull));

        gates.learn(DailyAdjusted, "MSFT", &AnswerError::Premium);
        let step = gates.step(History::Daily);
        // Another key fetched it.
        assert!(step.is_saved_by(History::Daily, DailyAdjusted));
        assert!(step.is_saved_by(History::Daily, DailyFull));

        gates.learn(DailyFull, "MSFT", &AnswerError::Premium);
        let step = gates.step(History::Daily);
        assert!(step.is_saved_by(History::Daily, DailyFull));
    }

    #[test]
    fn every_history_is_of_its_endpoints_interval_and_has_its_slug() {
        for history in History::ALL {
            assert_eq!(History::from_slug(history.slug()), Some(history));
            for endpoint in history.endpoints() {
                assert_eq!(endpoint.interval(), history.interval());
            }
        }
        for interval in Interval::ALL {
            assert_eq!(History::of_interval(interval).interval(), interval);
        }
    }
}
