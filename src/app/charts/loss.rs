//! The losses of each finished epoch, as the strip under the stage.

use super::chart::Chart;
use super::frame::{self, Frame};
use super::palette::ColorScheme;
use super::strip;
use super::unit::Unit;
use crate::forecast::Dataset;
use crate::protocol::EpochReport;
use crate::text;
use charming::component::Axis;
use charming::element::{
    AxisType, LabelAlign, LineStyle, LineStyleType, MarkLine, SplitLine, Step,
};

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

/// The epoch whose network is kept: the one that the model names once it is there (0 where none was
/// better than no training), before that the lowest validation loss so far. A test loss chooses nothing.
pub fn best_epoch(
    epochs: &[EpochReport],
    second: SecondLoss,
    of_model: Option<usize>,
) -> Option<usize> {
    if second == SecondLoss::Test {
        return None;
    }
    if let Some(best) = of_model {
        return (best > 0).then_some(best);
    }
    let known = epochs
        .iter()
        .filter(|report| report.validation_loss.is_finite());
    let lowest = known.min_by(|a, b| a.validation_loss.total_cmp(&b.validation_loss));
    lowest.map(|report| report.epoch)
}

/// Training loss and the second loss per epoch, each named at its end, with the best epoch marked; and
/// the learning rate on an axis of its own, drawn where it changes and only told where it does not.
pub fn loss(
    epochs: &[EpochReport],
    second: SecondLoss,
    best: Option<usize>,
    scheme: ColorScheme,
) -> Chart {
    let frame = Frame::new(scheme);
    let palette = frame.palette;
    let [train_name, rate] = [
        text::training::training_loss(),
        text::settings::learning_rate(),
    ];
    let (second_name, second_color, second_short) = match second {
        SecondLoss::Validation => (
            text::training::validation_loss(),
            palette.validation,
            text::stage::validation_end(),
        ),
        SecondLoss::Test => (
            text::training::test_loss(),
            palette.test,
            text::stage::test_end(),
        ),
    };
    let last = epochs.last();
    let ends = strip::label_sides(
        last.map_or(f64::NAN, |report| report.train_loss),
        last.map_or(f64::NAN, |report| report.validation_loss),
    );
    // One or two points need their symbols to be seen at all.
    let few = epochs.len() <= 2;
    let line = |name: &str, color: &str, of: fn(&EpochReport) -> f64| {
        frame
            .line(name, color, frame::values(epochs.iter().map(of)))
            .show_symbol(few)
            .symbol_size(5)
            .line_style(LineStyle::new().color(color).width(1.8))
    };
    let train = line(train_name, palette.train, |report| report.train_loss).label(
        strip::end_label(text::stage::training_end(), palette.train, ends[0]),
    );
    let train = match best {
        Some(best) => train.mark_line(best_mark(&frame, best, epochs)),
        None => train,
    };
    let second = line(second_name, second_color, |report| report.validation_loss)
        .label(strip::end_label(second_short, second_color, ends[1]));
    let rate_style = LineStyle::new()
        .color(palette.muted)
        .width(1)
        .type_(LineStyleType::Dotted)
        .opacity(if rate_changes(epochs) { 1.0 } else { 0.0 });
    let rate = line(rate, palette.muted, |report| report.learning_rate)
        .y_axis_index(1)
        .step(Step::Middle)
        .show_symbol(false)
        .line_style(rate_style);

    let losses = frame.strip_values(Unit::Loss);
    let losses = match needs_log_axis(epochs) {
        true => losses.type_(AxisType::Log),
        false => losses,
    };
    let rates = Axis::new()
        .type_(AxisType::Value)
        .min(0)
        .show(false)
        .split_line(SplitLine::new().show(false));
    frame
        .strip(Unit::Loss)
        .x_axis(strip::epochs(&frame, epochs))
        .y_axis(losses)
        .y_axis(rates)
        .series(train)
        .series(second)
        .series(rate)
}

/// A thin upright line on the best epoch, named at its top, on the side that has the more room: at the ends
/// of the two lines stand their names.
fn best_mark(frame: &Frame, best: usize, epochs: &[EpochReport]) -> MarkLine {
    let mark = (
        text::charts::epoch_number(best),
        text::stage::best_epoch(best),
    );
    let stands = match 2 * best > epochs.len() {
        true => LabelAlign::Right,
        false => LabelAlign::Left,
    };
    frame.upright_lines(frame.palette.muted, stands, [mark])
}

fn rate_changes(epochs: &[EpochReport]) -> bool {
    let mut pairs = epochs.windows(2);
    pairs.any(|pair| pair[0].learning_rate != pair[1].learning_rate)
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

#[cfg(test)]
mod tests {
    use super::super::tests::{epochs, option, series};
    use super::*;

    #[test]
    fn the_best_epoch_is_the_lowest_so_far_and_at_the_end_what_the_model_says() {
        // The second loss is 1.1 times these.
        let epochs = epochs(&[1.0, 0.4, 0.6]);
        let best = |second, of_model| best_epoch(&epochs, second, of_model);
        assert_eq!(best(SecondLoss::Validation, None), Some(2));
        assert_eq!(best(SecondLoss::Validation, Some(3)), Some(3));
        assert_eq!(best(SecondLoss::Validation, Some(0)), None);
        assert_eq!(best(SecondLoss::Test, None), None);
        assert_eq!(best_epoch(&[], SecondLoss::Validation, None), None);
    }

    #[test]
    fn the_best_epoch_is_marked_and_the_lines_are_named_at_their_ends() {
        let drawn = option(&loss(
            &epochs(&[1.0, 0.4]),
            SecondLoss::Validation,
            Some(2),
            ColorScheme::Light,
        ));
        let mark = &series(&drawn, "Training loss")["markLine"]["data"][0];
        assert_eq!(mark["xAxis"], "Epoch 2");
        assert_eq!(mark["label"]["formatter"], "best, 2");
        // It ends at its line, at which the names of the two others begin.
        assert_eq!(mark["label"]["align"], "right");
        let label = |name| series(&drawn, name)["label"].clone();
        assert_eq!(label("Training loss")["formatter"], "train");
        assert_eq!(label("Validation loss")["formatter"], "valid.");
        // The higher one's name stands above its line.
        assert_eq!(label("Validation loss")["verticalAlign"], "bottom");
        assert_eq!(label("Training loss")["verticalAlign"], "top");
    }

    #[test]
    fn a_rate_that_never_changes_is_told_and_not_drawn() {
        let opacity = |epochs: &[EpochReport]| {
            let drawn = option(&loss(epochs, SecondLoss::Test, None, ColorScheme::Dark));
            series(&drawn, "Learning rate")["lineStyle"]["opacity"].clone()
        };
        let mut epochs = epochs(&[1.0, 0.4]);
        assert_eq!(opacity(&epochs), 0.0);
        epochs[1].learning_rate = 0.0001;
        assert_eq!(opacity(&epochs), 1.0);
    }
}
