//! The losses of each finished epoch.

use super::chart::Chart;
use super::frame::{self, Frame, Slider};
use super::palette::ColorScheme;
use super::unit::Unit;
use crate::forecast::Dataset;
use crate::protocol::EpochReport;
use crate::text;
use charming::component::Axis;
use charming::element::{AxisType, LineStyle, LineStyleType, SplitLine, Step};

/// From this ratio of the largest to the smallest loss on, a linear axis hides the later epochs.
const LOG_FROM_RATIO: f64 = 8.0;

/// What the second loss of an epoch is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecondLoss {
    Validation,
    Test,
}

impl SecondLoss {
    /// A recipe without validation rows shows the test block's.
    pub fn of(dataset: &Dataset) -> Self {
        match dataset.split.validation.is_empty() {
            true => Self::Test,
            false => Self::Validation,
        }
    }
}

/// Training loss and the second loss per epoch, and the learning rate on an axis of its own.
pub fn loss(epochs: &[EpochReport], second: SecondLoss, scheme: ColorScheme) -> Chart {
    let frame = Frame::new(scheme);
    let palette = frame.palette;
    let [train_name, rate] = [
        text::training::training_loss(),
        text::settings::learning_rate(),
    ];
    let (second_name, second_color) = match second {
        SecondLoss::Validation => (text::training::validation_loss(), palette.validation),
        SecondLoss::Test => (text::training::test_loss(), palette.test),
    };
    // One or two points need their symbols to be seen at all.
    let few = epochs.len() <= 40;
    let line = |name: &str, color: &str, of: fn(&EpochReport) -> f64| {
        frame
            .line(name, color, frame::values(epochs.iter().map(of)))
            .show_symbol(few)
            .symbol_size(5)
            .line_style(LineStyle::new().color(color).width(2))
    };

    let losses = frame.values(Unit::Loss);
    let losses = if needs_log_axis(epochs) {
        losses.type_(AxisType::Log)
    } else {
        losses
    };
    let rates = Axis::new()
        .type_(AxisType::Value)
        .min(0)
        .show(false)
        .split_line(SplitLine::new().show(false));

    let chart = frame
        .chart(Unit::Loss, &[train_name, second_name, rate], Slider::Below)
        .x_axis(
            frame
                .categories(
                    epochs
                        .iter()
                        .map(|report| text::charts::epoch_number(report.epoch))
                        .collect(),
                    frame::LABEL_EPOCH,
                )
                .boundary_gap(few),
        )
        .y_axis(losses)
        .y_axis(rates)
        .series(line(train_name, palette.train, |report| report.train_loss))
        .series(line(second_name, second_color, |report| {
            report.validation_loss
        }))
        .series(
            line(rate, palette.muted, |report| report.learning_rate)
                .y_axis_index(1)
                .step(Step::Middle)
                .show_symbol(false)
                .line_style(
                    LineStyle::new()
                        .color(palette.muted)
                        .width(1)
                        .type_(LineStyleType::Dotted),
                ),
        );
    frame.zoomed(chart, Slider::Below, 0, (0.0, 100.0))
}

/// A logarithm needs positive losses; it helps where they fall by an order of magnitude.
fn needs_log_axis(epochs: &[EpochReport]) -> bool {
    let losses = || {
        epochs
            .iter()
            .flat_map(|report| [report.train_loss, report.validation_loss])
            .filter(|loss| loss.is_finite())
    };
    let smallest = losses().fold(f64::INFINITY, f64::min);
    let largest = losses().fold(0.0, f64::max);
    smallest > 0.0 && largest / smallest >= LOG_FROM_RATIO
}
