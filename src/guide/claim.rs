//! What a lesson says of results, as data.

use crate::forecast::evaluation::{Evaluation, IntervalMethod, VerdictKind};

/// A sentence of a lesson that results can contradict.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Claim {
    /// The predicted line lies on the prices: over the test block it is off by at most this share of
    /// the prices' range, on average.
    LinesCover {
        share: f64,
    },
    /// The predicted line fits best where it is moved this many rows; negative is earlier.
    BestShift(i32),
    Verdict(VerdictKind),
    /// The verdict is any but that the network beats "tomorrow = today".
    DoesNotBeat,
    /// The error is at least this share of that of "tomorrow = today".
    IsAtLeast {
        share: f64,
    },
    /// The error, and that beside "tomorrow = today", are at most this share of those of the training
    /// before.
    LooksBetter {
        share: f64,
    },
    /// Every level's interval, by either method, held what it was meant to, give or take so much.
    CoverageWithin(f64),
    /// At every level the adaptive interval comes at least as close to what it was meant to hold as the
    /// one of fixed width, and nearer at one.
    AdaptiveComesCloser,
}

impl Claim {
    /// Whether results bear it out. `before` are those of the training before; where they are not
    /// known, a comparison with them cannot be contradicted.
    pub fn holds(self, found: &Evaluation, before: Option<&Evaluation>) -> bool {
        match self {
            Self::LinesCover { share } => {
                let actual = || found.test_predictions().map(|day| day.actual);
                let lowest = actual().fold(f64::INFINITY, f64::min);
                let highest = actual().fold(f64::NEG_INFINITY, f64::max);
                found.scores.model.mae <= share * (highest - lowest)
            }
            Self::BestShift(rows) => found.slide().is_some_and(|slide| slide.best == rows),
            Self::Verdict(kind) => found.verdict.kind == kind,
            Self::DoesNotBeat => found.verdict.kind != VerdictKind::Beats,
            Self::IsAtLeast { share } => found.verdict.rmae >= share,
            Self::LooksBetter { share } => before.is_none_or(|before| {
                let less = |found: f64, before: f64| found <= share * before;
                less(found.scores.model.mae, before.scores.model.mae)
                    && less(found.verdict.rmae, before.verdict.rmae)
            }),
            Self::CoverageWithin(tolerance) => found
                .intervals
                .iter()
                .all(|interval| (interval.coverage - interval.level).abs() <= tolerance),
            Self::AdaptiveComesCloser => adaptive_comes_closer(found),
        }
    }
}

fn adaptive_comes_closer(found: &Evaluation) -> bool {
    let mut nearer = false;
    for adaptive in &found.intervals {
        if adaptive.method != IntervalMethod::Adaptive {
            continue;
        }
        let Some(split) = found.interval_at(IntervalMethod::Split, adaptive.level) else {
            return false;
        };
        let off = |coverage: f64| (coverage - adaptive.level).abs();
        if off(adaptive.coverage) > off(split.coverage) {
            return false;
        }
        nearer |= off(adaptive.coverage) < off(split.coverage);
    }
    nearer
}
