//! A world's process as a formula.

use crate::text;
use crate::text::number::in_equation;
use std::fmt;

/// The formula in plain Unicode, parameters filled in. Equations have points in their numbers; `Display`
/// writes them, and the words, as the language of now does.
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
            Self::Symbols(equation) => in_equation(equation),
            Self::CountedFromFirstDay(equation) => {
                text::worlds::counted_from_first_day(in_equation(equation))
            }
            Self::SignStays {
                equation,
                probability,
            } => text::worlds::sign_stays(in_equation(equation), *probability),
            Self::DriftBreaks {
                equation,
                before,
                day,
                after,
                noise,
            } => text::worlds::drift_breaks(
                in_equation(equation),
                *before,
                *day,
                *after,
                in_equation(noise),
            ),
            Self::OnAShareOfDays { equation, share } => {
                text::worlds::jumps_on_a_share(in_equation(equation), *share)
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
    fn a_formula_is_written_as_its_language_writes_it() {
        let formula = |kind| {
            let truth = generate(kind, 1, 2).truth.expect("a world");
            Language::ALL.map(|language| in_language(language, || truth.formula.to_string()))
        };
        assert_eq!(
            formula(WorldKind::JumpDiffusion),
            [
                "ln Pₜ₊₁ = ln Pₜ + 0.0003 + 0.008·εₜ₊₁ + Jₜ₊₁, ε ~ N(0, 1), J ~ N(0, 0.05²) on a share \
                 0.02 of days, else 0",
                "ln Pₜ₊₁ = ln Pₜ + 0,0003 + 0,008·εₜ₊₁ + Jₜ₊₁, ε ~ N(0; 1), J ~ N(0; 0,05²) an einem \
                 Anteil von 0,02 der Tage, sonst 0",
                "ln Pₜ₊₁ = ln Pₜ + 0,0003 + 0,008·εₜ₊₁ + Jₜ₊₁, ε ~ N(0; 1), J ~ N(0; 0,05²) en una \
                 proporción 0,02 de los días; si no, 0",
            ]
        );
        for kind in WorldKind::ALL {
            let [english, german, spanish] = formula(kind);
            let digits =
                |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
            assert_eq!(digits(&english), digits(&german), "{kind:?}");
            assert_eq!(digits(&english), digits(&spanish), "{kind:?}");
        }
    }
}
