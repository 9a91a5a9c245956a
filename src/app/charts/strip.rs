//! What the charts of the strip under the stage share: their axis of epochs, and the names at the ends
//! of their two lines.

use super::frame::{self, Frame};
use crate::protocol::EpochReport;
use crate::text;
use charming::component::Axis;
use charming::element::{Label, LabelVerticalAlign};

/// On which side of its line's end a name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Above,
    Below,
}

/// The sides of two names, so that they never cover each other: the higher line's stands above it. Of a
/// line that ends in no number, the other's side is free.
pub(super) fn label_sides(first: f64, second: f64) -> [Side; 2] {
    match first > second {
        true => [Side::Above, Side::Below],
        false => [Side::Below, Side::Above],
    }
}

/// A line's name, which the edge puts to its end.
pub(super) fn end_label(name: &str, color: &str, side: Side) -> Label {
    Label::new()
        .show(true)
        .color(color)
        .font_size(11)
        .formatter(name)
        .vertical_align(match side {
            Side::Above => LabelVerticalAlign::Bottom,
            Side::Below => LabelVerticalAlign::Top,
        })
}

/// The epochs as categories.
pub(super) fn epochs(frame: &Frame, epochs: &[EpochReport]) -> Axis {
    let names = epochs
        .iter()
        .map(|report| text::charts::epoch_number(report.epoch));
    frame
        .categories(names.collect(), frame::LABEL_EPOCH)
        // A single epoch stands in the middle.
        .boundary_gap(epochs.len() == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_on_the_outer_sides_of_their_lines() {
        assert_eq!(label_sides(2.0, 1.0), [Side::Above, Side::Below]);
        assert_eq!(label_sides(1.0, 2.0), [Side::Below, Side::Above]);
        // Lines that end together have a name above and one below all the same.
        assert_eq!(label_sides(1.0, 1.0), [Side::Below, Side::Above]);
        assert_eq!(label_sides(f64::NAN, 1.0), [Side::Below, Side::Above]);
    }
}
