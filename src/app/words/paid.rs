//! What the test days would have paid, in words.

use crate::app::ui::number;
use crate::forecast::paid::{Line, Rule, SharpeDifference};
use crate::text::{self, Say};
use std::fmt;

impl Say for Rule {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::LongFlat => text::paid::long_flat(),
            Self::LongShort => text::paid::long_short(),
            Self::Hold => text::paid::hold(),
        })
    }
}

/// What is owned by it, and when.
pub fn means(rule: Rule) -> &'static str {
    match rule {
        Rule::LongFlat => text::paid::long_flat_means(),
        Rule::LongShort => text::paid::long_short_means(),
        Rule::Hold => text::paid::hold_means(),
    }
}

/// Whether the difference from holding is more than luck.
impl Say for SharpeDifference {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [difference, low, high] = [self.difference, self.low, self.high].map(number::statistic);
        f.write_str(&if self.low > 0.0 {
            text::paid::ahead_of_holding(difference, low, high)
        } else if self.high < 0.0 {
            text::paid::behind_holding(difference, low, high)
        } else {
            text::paid::not_told_from_luck(difference, low, high)
        })
    }
}

/// A deflated Sharpe ratio after so many looks.
pub fn chance(share: f64, looks: usize) -> String {
    text::paid::deflated(looks, number::cautious_percent(share))
}

/// How much it traded, and up to which cost it earned what holding did; nothing of holding itself.
pub fn costs(line: &Line) -> Option<String> {
    let cost = line.break_even?;
    Some(match cost > 0.0 {
        true => text::paid::worth_up_to(line.trades, number::basis_points(cost)),
        false => text::paid::not_worth_it(line.trades),
    })
}

/// What this is, and what it is not.
pub fn frame() -> &'static str {
    text::paid::no_advice()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::paid::Days;
    use crate::text::{Language, in_language, said};

    #[test]
    fn an_interval_over_zero_is_not_told_from_luck() {
        let difference = |low, high| SharpeDifference {
            difference: 0.26,
            low,
            high,
        };
        assert!(said(&difference(-0.13, 0.71)).contains("luck"));
        let german = in_language(Language::German, || said(&difference(0.1, 0.71)));
        assert!(german.contains("0,26"), "{german}");
        assert_ne!(said(&difference(0.1, 0.7)), said(&difference(-0.1, 0.7)));
    }

    #[test]
    fn a_rule_is_worth_its_costs_up_to_somewhere_or_never() {
        let moves = vec![0.01, -0.02, 0.03, -0.01];
        let right = Days::new(moves.clone(), &moves).paid(0.0, 252.0);
        let wrong: Vec<f64> = moves.iter().map(|each| -each).collect();
        let wrong = Days::new(moves, &wrong).paid(0.0, 252.0);
        let [good, bad] = [&right, &wrong].map(|paid| costs(&paid.long_flat).unwrap());
        assert!(good.contains("basis points"), "{good}");
        assert_ne!(good, bad);
        assert_eq!(costs(&right.hold), None);
    }
}
