//! The verdict and its p-value.

use crate::app::ui::number;
use crate::forecast::clark_west::ClarkWest;
use crate::forecast::verdict::{Verdict, VerdictKind};
use crate::text;

/// The verdict in a sentence.
pub fn sentence(kind: VerdictKind) -> &'static str {
    match kind {
        VerdictKind::Beats => text::verdict::beats(),
        VerdictKind::Signal => text::verdict::signal(),
        VerdictKind::Ties => text::verdict::ties(),
        VerdictKind::Loses => text::verdict::loses(),
    }
}

/// The second question and its answer in a line, by the test that rejects less clearly; `None` of an old
/// verdict.
pub fn second_answer(verdict: &Verdict) -> Option<String> {
    let tests = verdict.clark_west?;
    let p = p_text(tests.no_change.p_value.max(tests.mean_return.p_value));
    let is_drift = verdict.one_sided == Some(true);
    Some(match verdict.knows_something {
        Some(true) if is_drift => text::verdict::it_drifts(p),
        Some(true) => text::verdict::it_knows(p),
        _ => text::verdict::it_knows_not(p),
    })
}

/// What the second question adds to the verdict's word; of a signal the word says it.
pub fn beside(verdict: &Verdict) -> Vec<&'static str> {
    let knows = verdict.knows_something == Some(true);
    let second = match verdict.kind {
        VerdictKind::Loses if knows => Some(text::verdict::though_it_knows()),
        VerdictKind::Beats if verdict.knows_something == Some(false) => {
            Some(text::verdict::though_it_may_know_nothing())
        }
        _ => None,
    };
    let drift = (verdict.one_sided == Some(true)).then(text::verdict::only_a_drift);
    second.into_iter().chain(drift).collect()
}

/// How large the difference is: the ratio of squared errors with its interval; `None` of an old verdict.
pub fn size(verdict: &Verdict) -> Option<String> {
    let squared = verdict.squared_error?;
    Some(text::verdict::squared_errors(
        number::ratio(squared.ratio),
        number::ratio(squared.low),
        number::ratio(squared.high),
    ))
}

/// Both tests of the second question; `None` of an old verdict.
pub fn second_question(verdict: &Verdict) -> Option<String> {
    let tests = verdict.clark_west?;
    let one = |test: ClarkWest| {
        format!(
            "{} ({})",
            number::statistic(test.statistic),
            p_text(test.p_value)
        )
    };
    Some(text::verdict::clark_west(
        one(tests.no_change),
        one(tests.mean_return),
    ))
}

/// What the rule of earlier versions says, on errors in price units; `None` of an old verdict, which is
/// just that.
pub fn earlier_rule(verdict: &Verdict) -> Option<String> {
    let earlier = verdict.in_prices?;
    Some(text::verdict::in_prices(
        sentence(earlier.kind),
        number::statistic(earlier.dm),
        p_text(earlier.p_value),
    ))
}

/// A p-value; what is below a thousandth is only called that.
pub fn p_text(p_value: f64) -> String {
    if p_value < 0.001 {
        text::verdict::p_below(0.001)
    } else {
        text::verdict::p_value(number::p_value(p_value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::diebold_mariano::DieboldMariano;
    use crate::forecast::squared_ratio::SquaredRatio;
    use crate::forecast::verdict::{InPrices, Knowledge};
    use crate::text::{Language, in_language};

    fn loser() -> Verdict {
        let test = DieboldMariano {
            statistic: 2.5,
            p_value: 0.0124,
        };
        let weak = ClarkWest {
            statistic: 2.1,
            p_value: 0.0179,
        };
        Verdict {
            squared_error: Some(SquaredRatio {
                ratio: 1.02,
                low: 1.004,
                high: 1.036,
            }),
            clark_west: Some(Knowledge {
                no_change: weak,
                mean_return: weak,
            }),
            knows_something: Some(true),
            one_sided: Some(true),
            in_prices: Some(InPrices {
                kind: VerdictKind::Ties,
                dm: 1.0,
                p_value: 0.3,
            }),
            ..Verdict::new(1.01, test)
        }
    }

    #[test]
    fn the_second_answer_stands_beside_the_first() {
        assert_eq!(
            beside(&loser()),
            [
                text::verdict::though_it_knows(),
                text::verdict::only_a_drift()
            ]
        );
        assert!(size(&loser()).unwrap().contains("1.020"));
        assert!(second_question(&loser()).unwrap().contains("2.1"));
        let answer = second_answer(&loser()).unwrap();
        assert_eq!(answer, text::verdict::it_drifts(p_text(0.0179)));
        assert!(earlier_rule(&loser()).unwrap().contains("ties"));
        let german = in_language(Language::German, || size(&loser()).unwrap());
        assert!(german.contains("1,004"), "{german}");
    }

    #[test]
    fn an_old_verdict_has_one_answer() {
        let test = DieboldMariano {
            statistic: 0.1,
            p_value: 0.9,
        };
        let old = Verdict::new(1.0, test);
        assert!(beside(&old).is_empty());
        assert_eq!(second_answer(&old), None);
        assert_eq!(
            (size(&old), second_question(&old), earlier_rule(&old)),
            (None, None, None)
        );
    }
}
