//! What a network is told to have come after a window: the next day, or a moving average that ends
//! with it. The average is a leak to be measured: nearly all of it lies in the window already, so a
//! network looks brilliant beside its own label and says nothing of the next day.

use super::settings::{AVERAGE_DAYS, Label, Settings};

/// Values that a label is the mean of: one for the next day; for an average five, the last of which
/// is the next day's, and the others in the window, as far as a short window goes.
pub fn averaged_values(settings: &Settings) -> usize {
    match settings.label {
        Label::Next => 1,
        Label::Average => AVERAGE_DAYS.min(settings.window + 1),
    }
}

/// The label of each row, `[rows]`: the mean of the last `averaged` values up to `values[row + window]`.
pub(super) fn labels(values: &[f64], window: usize, averaged: usize) -> Vec<f64> {
    (window..values.len())
        .map(|last| mean(&values[last + 1 - averaged..=last]))
        .collect()
}

/// Of one value that value itself, to the last bit.
pub(super) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_by_hand() {
        let values = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0];
        // Window 2: the values after it are 4, 8, 16, 32; of three, (1 + 2 + 4)/3 and so on.
        assert_eq!(labels(&values, 2, 1), [4.0, 8.0, 16.0, 32.0]);
        let of_three = labels(&values, 2, 3);
        assert_eq!(of_three[1..], [14.0 / 3.0, 28.0 / 3.0, 56.0 / 3.0]);
    }
}
