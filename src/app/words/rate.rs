//! Learning rates set by hand, in words. A run that has any is no longer what its link says.

use crate::protocol::RateChange;
use crate::text;

/// As many changes are named; the report holds all.
const NAMED: usize = 3;

/// "Learning rate changed by hand at epoch 12 to 0.003", without a full stop; `None` where nothing was
/// changed.
pub fn by_hand(changes: &[RateChange]) -> Option<String> {
    Some(text::watch::rate_changed(places(changes)?))
}

/// "at epoch 12 to 0.003"; `None` where nothing was changed.
pub fn places(changes: &[RateChange]) -> Option<String> {
    if changes.is_empty() {
        return None;
    }
    let named: Vec<String> = changes.iter().take(NAMED).map(place).collect();
    let named = named.join(", ");
    Some(match changes.len().saturating_sub(NAMED) {
        0 => named,
        more => text::watch::and_more_changes(more, named),
    })
}

fn place(change: &RateChange) -> String {
    let RateChange {
        epoch,
        step,
        learning_rate,
    } = change;
    match step {
        1 => text::watch::rate_at_epoch(epoch, learning_rate),
        _ => text::watch::rate_at_step(epoch, step, learning_rate),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, in_language};

    fn change(epoch: usize, step: usize) -> RateChange {
        RateChange {
            epoch,
            step,
            learning_rate: 0.003,
        }
    }

    #[test]
    fn changes_are_named_with_their_place_and_counted_where_there_are_many() {
        assert_eq!(by_hand(&[]), None);
        assert_eq!(
            by_hand(&[change(12, 1), change(13, 5)]).unwrap(),
            "Learning rate changed by hand at epoch 12 to 0.003, at epoch 13, step 5 to 0.003"
        );
        let many: Vec<_> = (1..=6).map(|epoch| change(epoch, 1)).collect();
        assert!(
            by_hand(&many)
                .unwrap()
                .ends_with("epoch 3 to 0.003, and 3 times more")
        );
        assert_eq!(
            in_language(Language::German, || by_hand(&many[..4])).unwrap(),
            "Lernrate von Hand geändert: in Epoche 1 auf 0,003, in Epoche 2 auf 0,003, in Epoche 3 auf \
             0,003 und noch einmal"
        );
    }
}
