//! A world's process as a formula.

use crate::text;
use std::fmt;

/// The formula in plain Unicode, parameters filled in. `Display` writes it; what it says in words is in
/// the language of now, its numbers have a point in every language.
#[derive(Debug, Clone, PartialEq)]
pub enum Formula {
    /// Symbols alone.
    Symbols(String),
    /// Days are counted from the first.
    CountedFromFirstDay(String),
    /// A sign that chance may change every day.
    SignStays { equation: String, probability: f64 },
    /// A drift that is another from one day on.
    DriftBreaks {
        equation: String,
        before: f64,
        day: usize,
        after: f64,
        noise: &'static str,
    },
    /// A last term that is there on some days only.
    OnAShareOfDays { equation: String, share: f64 },
}

impl fmt::Display for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = match self {
            Self::Symbols(equation) => return f.write_str(equation),
            Self::CountedFromFirstDay(equation) => text::worlds::counted_from_first_day(equation),
            Self::SignStays {
                equation,
                probability,
            } => text::worlds::sign_stays(equation, probability.to_string()),
            Self::DriftBreaks {
                equation,
                before,
                day,
                after,
                noise,
            } => text::worlds::drift_breaks(
                equation,
                before.to_string(),
                day,
                after.to_string(),
                noise,
            ),
            Self::OnAShareOfDays { equation, share } => {
                text::worlds::jumps_on_a_share(equation, share.to_string())
            }
        };
        f.write_str(&written)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{WorldKind, generate};
    use crate::text::{Language, in_language};

    #[test]
    fn a_formula_changes_its_words_and_not_its_numbers() {
        let formula = |kind| {
            let truth = generate(kind, 1, 2).truth.expect("a world");
            Language::ALL.map(|language| in_language(language, || truth.formula.to_string()))
        };
        assert_eq!(
            formula(WorldKind::JumpDiffusion),
            [
                "ln Pₜ₊₁ = ln Pₜ + 0.0003 + 0.008·εₜ₊₁ + Jₜ₊₁, ε ~ N(0, 1), J ~ N(0, 0.05²) on a share \
                 0.02 of days, else 0",
                "ln Pₜ₊₁ = ln Pₜ + 0.0003 + 0.008·εₜ₊₁ + Jₜ₊₁, ε ~ N(0, 1), J ~ N(0, 0.05²) an einem \
                 Anteil von 0.02 der Tage, sonst 0",
            ]
        );
        let [english, german] = formula(WorldKind::RandomWalk);
        assert_eq!(english, german);
        for kind in WorldKind::ALL {
            let [english, german] = formula(kind);
            let digits = |text: &str| -> String {
                let number = |c: &char| c.is_ascii_digit() || *c == '.';
                text.chars().filter(number).collect()
            };
            assert_eq!(digits(&english), digits(&german), "{kind:?}");
        }
    }
}
