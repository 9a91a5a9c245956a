//! Learning rates set by hand, in words. A run that has any is no longer what its link says.

use crate::protocol::RateChange;

/// As many changes are named; the report holds all.
const NAMED: usize = 3;

/// "Learning rate changed by hand at epoch 12 to 0.003", without a full stop; `None` where nothing was
/// changed.
pub fn by_hand(changes: &[RateChange]) -> Option<String> {
    Some(format!(
        "Learning rate changed by hand {}",
        places(changes)?
    ))
}

/// "at epoch 12 to 0.003"; `None` where nothing was changed.
pub fn places(changes: &[RateChange]) -> Option<String> {
    if changes.is_empty() {
        return None;
    }
    let named: Vec<String> = changes.iter().take(NAMED).map(place).collect();
    let more = match changes.len().saturating_sub(NAMED) {
        0 => String::new(),
        1 => ", and once more".to_owned(),
        more => format!(", and {more} times more"),
    };
    Some(format!("{}{more}", named.join(", ")))
}

fn place(change: &RateChange) -> String {
    let RateChange {
        epoch,
        step,
        learning_rate,
    } = change;
    match step {
        1 => format!("at epoch {epoch} to {learning_rate}"),
        _ => format!("at epoch {epoch}, step {step} to {learning_rate}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
    }
}
