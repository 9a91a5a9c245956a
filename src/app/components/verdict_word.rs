//! A verdict in a word, for tables.

use crate::app::words::verdict::p_text;
use crate::forecast::evaluation::VerdictKind;
use crate::text;

/// "beats", "signal", "ties", "loses"
pub fn word(kind: VerdictKind) -> &'static str {
    match kind {
        VerdictKind::Beats => text::verdict::beats_in_a_word(),
        VerdictKind::Signal => text::verdict::signal_in_a_word(),
        VerdictKind::Ties => text::verdict::ties_in_a_word(),
        VerdictKind::Loses => text::verdict::loses_in_a_word(),
    }
}

/// "ties, p = 0.213"
pub fn word_and_p(kind: VerdictKind, p_value: f64) -> String {
    format!("{}, {}", word(kind), p_text(p_value))
}
