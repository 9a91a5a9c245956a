//! The norms of weights and gradients, epoch by epoch, as the strip under the stage.

use super::chart::Chart;
use super::frame::{self, Frame};
use super::palette::ColorScheme;
use super::strip;
use super::unit::Unit;
use crate::app::ui::number;
use crate::protocol::EpochReport;
use crate::text;
use charming::element::{AxisType, LineStyle, LineStyleType};

/// Both norms on one logarithmic axis, each named at its end: they lie orders of magnitude apart, and
/// what matters of each is by which factor it changes.
pub fn norms(epochs: &[EpochReport], scheme: ColorScheme) -> Chart {
    let frame = Frame::new(scheme);
    let palette = frame.palette;
    let few = epochs.len() <= 2;
    let ends = strip::label_sides(
        last(epochs, |report| report.gradient_norm),
        last(epochs, |report| report.weight_norm),
    );
    let line =
        |name: &str, color: &str, kind: LineStyleType, of: fn(&EpochReport) -> Option<f64>| {
            let values = epochs.iter().map(|report| drawable(of(report)));
            frame
                .line(name, color, frame::values(values))
                .show_symbol(few)
                .symbol_size(4)
                .line_style(LineStyle::new().color(color).width(1.6).type_(kind))
        };
    let gradient = line(
        text::charts::gradient_norm(),
        palette.forecast,
        LineStyleType::Solid,
        |report| report.gradient_norm,
    );
    // Told apart by more than the colour.
    let weights = line(
        text::charts::weight_norm(),
        palette.actual,
        LineStyleType::Dashed,
        |report| report.weight_norm,
    );
    frame
        .strip(Unit::Loss)
        .x_axis(strip::epochs(&frame, epochs))
        .y_axis(frame.strip_values(Unit::Loss).type_(AxisType::Log))
        .series(gradient.label(strip::end_label(
            text::stage::gradient_end(),
            palette.forecast,
            ends[0],
        )))
        .series(weights.label(strip::end_label(
            text::stage::weights_end(),
            palette.actual,
            ends[1],
        )))
}

/// What a norm ended at.
fn last(epochs: &[EpochReport], of: fn(&EpochReport) -> Option<f64>) -> f64 {
    epochs
        .last()
        .map_or(f64::NAN, |report| drawable(of(report)))
}

/// A logarithm has no place for zero.
fn drawable(norm: Option<f64>) -> f64 {
    norm.filter(|norm| *norm > 0.0).unwrap_or(f64::NAN)
}

/// The chart in words.
pub fn summary_norms(epochs: &[EpochReport]) -> String {
    let went = |of: fn(&EpochReport) -> Option<f64>| {
        let mut known = epochs.iter().filter_map(of);
        let first = known.next()?;
        let last = known.next_back().unwrap_or(first);
        Some((number::loss(first), number::loss(last)))
    };
    let Some((first, last)) = went(|report| report.gradient_norm) else {
        return text::charts::no_norm().to_owned();
    };
    match went(|report| report.weight_norm) {
        Some((weights_first, weights_last)) => {
            text::charts::norms_went(first, last, weights_first, weights_last)
        }
        None => text::charts::gradient_went(first, last),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{option, series};
    use super::*;

    fn epochs(gradients: &[Option<f64>]) -> Vec<EpochReport> {
        let epochs = gradients.iter().enumerate();
        epochs
            .map(|(index, norm)| EpochReport {
                epoch: index + 1,
                train_loss: 1.0,
                validation_loss: 1.0,
                learning_rate: 0.001,
                ms: 10.0,
                steps: 2,
                weight_norm: Some(12.5),
                gradient_norm: *norm,
            })
            .collect()
    }

    #[test]
    fn both_norms_stand_on_a_logarithmic_axis_and_zero_has_no_place_there() {
        let epochs = epochs(&[Some(0.5), Some(0.0), None, Some(20.0)]);
        let option = option(&norms(&epochs, ColorScheme::Light));
        assert_eq!(option["yAxis"][0]["type"], "log");
        assert_eq!(
            series(&option, "Gradient norm")["data"],
            serde_json::json!([0.5, null, null, 20.0])
        );
        assert_eq!(
            series(&option, "Weight norm")["data"],
            serde_json::json!([12.5, 12.5, 12.5, 12.5])
        );
        assert_eq!(option["xAxis"][0]["data"][3], "Epoch 4");
        assert_eq!(
            summary_norms(&epochs),
            "The gradient’s norm went from 0.5 to 20, that of all weights from 12.5 to 12.5."
        );
    }

    #[test]
    fn epochs_without_norms_are_said_to_have_none() {
        assert!(summary_norms(&[]).starts_with("No norm"));
        assert!(summary_norms(&epochs(&[None])).starts_with("No norm"));
    }
}
