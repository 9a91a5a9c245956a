//! Walk-forward tests: why one cannot be cut, and what its folds come to.

use super::verdict::p_text;
use crate::app::ui::number;
use crate::forecast::verdict::VerdictKind;
use crate::forecast::walk_forward::{MAX_FOLDS, MIN_FOLDS, PlanError, Pooled};
use crate::text::{self, Say};
use std::fmt;

impl Say for PlanError {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folds { found } => f.write_str(&text::forecast::folds_not_offered(
                found, MIN_FOLDS, MAX_FOLDS,
            )),
            Self::TooFewRows {
                rows,
                needed,
                possible,
            } => f.write_str(&if *possible >= MIN_FOLDS {
                text::forecast::fewer_folds_needed(rows, needed, possible)
            } else {
                text::forecast::no_folds_possible(rows, needed)
            }),
        }
    }
}

impl Say for Pooled {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { folds, days, .. } = *self;
        let better = self.folds_better;
        let retrained = text::forecast::times_retrained(folds);
        let rmae = number::ratio(self.verdict.rmae);
        let p = p_text(self.verdict.p_value);
        f.write_str(&match self.verdict.kind {
            VerdictKind::Beats => {
                text::forecast::folds_beat(retrained, days, rmae, p, better, folds)
            }
            VerdictKind::Signal => {
                text::forecast::folds_know_something(retrained, days, rmae, p, better, folds)
            }
            VerdictKind::Ties => text::forecast::folds_tie(retrained, days, rmae, p, better, folds),
            VerdictKind::Loses => {
                text::forecast::folds_lose(retrained, days, rmae, p, better, folds)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::diebold_mariano::DieboldMariano;
    use crate::forecast::evaluation::{Scores, Verdict};
    use crate::text::{Language, in_language, said};

    #[test]
    fn folds_are_said_with_their_numbers() {
        let scores = Scores {
            mae: 1.0,
            rmse: 1.0,
            mape: 1.0,
            rmae: 1.0,
            r2_out_of_sample: 0.0,
            directional_accuracy: 0.5,
            directional_low: 0.4,
            directional_high: 0.6,
        };
        let pooled = Pooled {
            folds: 4,
            days: 304,
            folds_better: 3,
            model: scores.clone(),
            persistence: scores,
            verdict: Verdict::new(
                0.25,
                DieboldMariano {
                    statistic: -9.0,
                    p_value: 1e-9,
                },
            ),
            coverage: 0.8,
        };
        let english = said(&pooled);
        assert!(english.contains("beats “tomorrow = today” over 304 test days"));
        // No p is zero, however small.
        assert!(english.contains("p < 0.001"), "{english}");
        let german = in_language(Language::German, || said(&pooled));
        assert!(
            german.starts_with(
                "4-mal neu trainiert, schlägt das Netz „morgen = heute“ über 304 Testtage (rMAE 0,"
            ),
            "{german}"
        );
        assert!(german.contains(", p < 0,001); in "), "{german}");
    }

    #[test]
    fn too_few_rows_say_what_is_possible() {
        let few = |needed, possible| {
            said(&PlanError::TooFewRows {
                rows: 100,
                needed,
                possible,
            })
        };
        assert_eq!(
            few(101, 7),
            "There are only 100 rows of prices and these folds need at least 101: load a longer \
             history or choose at most 7 folds."
        );
        assert!(few(120, 0).ends_with("choose a shorter look-back window."));
    }
}
