//! Several histories in words.

use super::verdict::p_text;
use crate::lab::prices::PriceMessage;
use crate::lab::several::Requests;
use crate::market::alpha_vantage::{FREE_REQUESTS_PER_DAY, NoHistory};
use crate::study::{NoScore, SeriesName, Together};
use crate::text::{Say, several};
use std::fmt;

/// "Seed 3", or the file's name.
pub fn name(name: &SeriesName) -> String {
    match name {
        SeriesName::Seed(seed) => several::seed(*seed),
        SeriesName::File(name) | SeriesName::Symbol(name) => name.clone(),
    }
}

impl Say for NoScore {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FileNotReadable => PriceMessage::FileNotReadable.say(f),
            Self::File(error) => error.say(f),
            Self::PartNotLoaded => PriceMessage::PartNotLoaded.say(f),
            Self::FileLeavesQuestion => several::leaves_a_question().say(f),
            Self::NoHistory(NoHistory::Key) => PriceMessage::KeyWanted.say(f),
            Self::NoHistory(NoHistory::Transport(error)) => error.say(f),
            Self::NoHistory(NoHistory::Answer(error)) => error.say(f),
            Self::NoHistory(NoHistory::OfRecent(error)) => {
                PriceMessage::NoRecentEither(error.clone()).say(f)
            }
            Self::NoHistory(NoHistory::Refused(refusal)) => refusal.say(f),
            Self::NoHistory(NoHistory::NotAsked) => several::not_asked().say(f),
            Self::NotCut(error) => error.say(f),
            Self::Training(error) => error.say(f),
            Self::NotScored(error) => error.say(f),
        }
    }
}

/// What asking for symbols costs, before it is asked.
pub fn cost(requests: Requests) -> String {
    let Some(most) = requests.most else {
        return several::only_copies().to_owned();
    };
    let cost = several::cost(most, requests.used, FREE_REQUESTS_PER_DAY);
    match requests.may_be_too_many() {
        true => format!("{cost} {}", several::may_be_too_many()),
        false => cost,
    }
}

/// What all of them say together.
pub fn together(found: &Together) -> String {
    let each = several::verdicts(
        found.series,
        found.beats,
        found.signals,
        found.ties,
        found.loses,
    );
    let counted = several::counted(found.beats_counted, found.knows_counted);
    let pooled = found.pooled.map(|pooled| {
        let tests = pooled.knowledge;
        let p = p_text(tests.p_value());
        match tests.is_there() {
            true => several::they_know(pooled.days, p),
            false => several::they_know_not(pooled.days, p),
        }
    });
    [Some(each), Some(counted), pooled]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::clark_west::ClarkWest;
    use crate::forecast::several::PooledKnowledge;
    use crate::forecast::verdict::Knowledge;
    use crate::text::said;

    #[test]
    fn what_symbols_cost_is_said_before() {
        let of = |most, used| cost(Requests { most, used });
        assert_eq!(
            of(Some(4), 20),
            "Asks Alpha Vantage at most 4 times, with a pause between; 20 of the 25 requests that a free key has a day \
             are used today. What was asked today is kept and not asked again."
        );
        assert!(of(Some(1), 0).starts_with("Asks Alpha Vantage at most once;"));
        assert!(
            of(Some(6), 20)
                .ends_with("stops at the first refusal, with the histories that it has.")
        );
        assert_eq!(of(None, 0), several::only_copies());
    }

    #[test]
    fn what_they_say_together() {
        let test = |p_value| ClarkWest {
            statistic: 1.0,
            p_value,
        };
        let pooled = |p_value| PooledKnowledge {
            series: 8,
            days: 996,
            knowledge: Knowledge {
                no_change: test(0.001),
                mean_return: test(p_value),
            },
        };
        let mut found = Together {
            series: 8,
            beats: 1,
            signals: 2,
            ties: 5,
            loses: 0,
            beats_counted: 0,
            loses_counted: 0,
            knows_counted: 1,
            pooled: Some(pooled(0.02)),
        };
        assert_eq!(
            together(&found),
            "Of 8 histories it beats “tomorrow = today” on 1, knows something on 2, ties on 5 and loses on 0. With \
             all of them counted it still beats on 0 and knows something on 1. All of them together: it knows \
             something (996 days, p = 0.020)."
        );
        found.pooled = Some(pooled(0.2));
        assert!(
            together(&found).ends_with("it is not known to know anything (996 days, p = 0.200).")
        );
        assert_eq!(
            said(&NoScore::FileLeavesQuestion),
            several::leaves_a_question()
        );
        assert_eq!(name(&SeriesName::Seed(3)), "Seed 3");
    }
}
