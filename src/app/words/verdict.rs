//! The verdict and its p-value.

use crate::app::ui::number;
use crate::forecast::verdict::VerdictKind;
use crate::text;

/// The verdict in a sentence.
pub fn sentence(kind: VerdictKind) -> &'static str {
    match kind {
        VerdictKind::Beats => text::verdict::beats(),
        VerdictKind::Ties => text::verdict::ties(),
        VerdictKind::Loses => text::verdict::loses(),
    }
}

/// A p-value; what is below a thousandth is only called that.
pub fn p_text(p_value: f64) -> String {
    if p_value < 0.001 {
        text::verdict::p_below(0.001)
    } else {
        text::verdict::p_value(number::p_value(p_value))
    }
}
