//! The plain verdict: does the model beat "tomorrow = today"?

use super::diebold_mariano::DieboldMariano;
use serde::{Deserialize, Serialize};

/// The level of significance, of the verdict and of every other comparison.
const SIGNIFICANCE: f64 = 0.05;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VerdictKind {
    Beats,
    Ties,
    Loses,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    pub kind: VerdictKind,
    pub rmae: f64,
    /// Diebold–Mariano statistic against persistence; negative favours the model.
    pub dm: f64,
    pub p_value: f64,
}

impl VerdictKind {
    /// `beats`, `ties` or `loses`, as in `data-verdict`.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Beats => "beats",
            Self::Ties => "ties",
            Self::Loses => "loses",
        }
    }
}

/// Whether a difference is more than chance would give.
pub fn is_significant(p_value: f64) -> bool {
    p_value < SIGNIFICANCE
}

impl Verdict {
    /// Beats if rMAE < 1 and the test is significant in the model's favour, loses if rMAE > 1 and it
    /// is significant against it, else ties. The ratio compares absolute errors and the test squared
    /// ones, so the two can disagree; where they do, neither has won.
    pub fn new(rmae: f64, test: DieboldMariano) -> Self {
        let significant = is_significant(test.p_value);
        let kind = if significant && rmae < 1.0 && test.statistic < 0.0 {
            VerdictKind::Beats
        } else if significant && rmae > 1.0 && test.statistic > 0.0 {
            VerdictKind::Loses
        } else {
            VerdictKind::Ties
        };
        Self {
            kind,
            rmae,
            dm: test.statistic,
            p_value: test.p_value,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_verdict_needs_both_a_ratio_and_significance() {
        let verdict = |rmae, statistic, p_value| {
            Verdict::new(rmae, DieboldMariano { statistic, p_value }).kind
        };
        assert_eq!(verdict(0.99, -2.0, 0.049), VerdictKind::Beats);
        assert_eq!(verdict(0.99, -2.0, 0.05), VerdictKind::Ties);
        assert_eq!(verdict(1.01, 2.0, 0.049), VerdictKind::Loses);
        assert_eq!(verdict(1.01, 2.0, 0.05), VerdictKind::Ties);
        assert_eq!(verdict(1.0, -3.0, 0.0), VerdictKind::Ties);
    }

    #[test]
    fn where_absolute_and_squared_errors_disagree_neither_has_won() {
        let verdict = |rmae, statistic| {
            let test = DieboldMariano {
                statistic,
                p_value: 0.01,
            };
            Verdict::new(rmae, test).kind
        };
        assert_eq!(verdict(0.99, 2.6), VerdictKind::Ties);
        assert_eq!(verdict(1.01, -2.6), VerdictKind::Ties);
    }
}
