//! Predicted beside actual: the whole, and a window of it. Both charts have the same rows on their
//! axis, so that one zoom window fits both: the whole chart shows where it is and moves it, the
//! detail shows what is in it.

use super::chart::Chart;
use super::frame::{self, Frame, Slider};
use super::palette::ColorScheme;
use crate::forecast::Evaluation;
use crate::forecast::dataset::Block;
use charming::component::Axis;
use charming::element::{AxisType, LineStyle};
use std::ops::Range;

/// All rows, with a frame over the plot that chooses what [`zoom`] shows.
///
/// The frame acts on a second, invisible axis of the same rows: were it on the drawn one, the whole
/// would not stay whole. Both charts start at the first predicted row.
pub fn prediction(evaluation: &Evaluation, scheme: ColorScheme) -> Chart {
    let frame = Frame::new(scheme);
    let window = test_window(evaluation);
    let chart = lines(&frame, evaluation, Slider::OverPlot);
    // The invisible axis needs as many categories, not their names.
    let rows = evaluation.predictions.len();
    let chart = chart.x_axis(
        Axis::new()
            .type_(AxisType::Category)
            .show(false)
            .boundary_gap(false)
            .data((0..rows).map(|row| row.to_string()).collect()),
    );
    frame.zoomed(chart, Slider::OverPlot, 1, window)
}

/// The window of the whole that starts as the test block.
pub fn zoom(evaluation: &Evaluation, scheme: ColorScheme) -> Chart {
    let frame = Frame::new(scheme);
    let chart = lines(&frame, evaluation, Slider::Below);
    frame.zoomed(chart, Slider::Below, 0, test_window(evaluation))
}

fn lines(frame: &Frame, evaluation: &Evaluation, slider: Slider) -> Chart {
    let palette = frame.palette;
    let predictions = &evaluation.predictions;
    let dates: Vec<String> = predictions.iter().map(|row| row.date.to_string()).collect();

    let blocks: Vec<_> = [
        ("Predicted, training", palette.train, Block::Train),
        (
            "Predicted, validation",
            palette.validation,
            Block::Validation,
        ),
        ("Predicted, test", palette.test, Block::Test),
    ]
    .into_iter()
    .map(|(name, color, block)| (name, color, rows_of(evaluation, block)))
    .filter(|(_, _, rows)| !rows.is_empty())
    .collect();

    let mut legend = vec!["Actual"];
    legend.extend(blocks.iter().map(|(name, _, _)| *name));
    let mut chart = frame
        .chart(frame::TOOLTIP_PRICES, &legend, slider)
        .x_axis(frame.categories(dates, frame::LABEL_MONTH))
        .y_axis(frame.values(frame::LABEL_PRICE))
        .series(
            frame
                .line(
                    "Actual",
                    palette.actual,
                    frame::points(
                        predictions.iter().map(|row| row.actual),
                        &(0..predictions.len()),
                    ),
                )
                .line_style(LineStyle::new().color(palette.actual).width(1.8)),
        );
    for (name, color, rows) in &blocks {
        chart = chart.series(frame.line(
            name,
            color,
            frame::points(predictions.iter().map(|row| row.predicted), rows),
        ));
    }
    chart
}

/// The rows of `block`; blocks are contiguous, being cut by time.
pub(super) fn rows_of(evaluation: &Evaluation, block: Block) -> Range<usize> {
    let mut rows = evaluation
        .predictions
        .iter()
        .enumerate()
        .filter(|(_, prediction)| prediction.block == block)
        .map(|(row, _)| row);
    match rows.next() {
        None => 0..0,
        Some(first) => first..rows.next_back().unwrap_or(first) + 1,
    }
}

/// The test block in percent of the axis, from its first row to the last row of all. The edges of a
/// category axis without gaps are rows 0 and n − 1.
fn test_window(evaluation: &Evaluation) -> (f64, f64) {
    let rows = evaluation.predictions.len();
    let test = rows_of(evaluation, Block::Test);
    if test.is_empty() || rows < 2 {
        return (0.0, 100.0);
    }
    let percent = |row: usize| 100.0 * row as f64 / (rows - 1) as f64;
    (percent(test.start), percent(test.end - 1))
}
