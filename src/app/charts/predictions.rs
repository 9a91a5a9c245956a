//! Predicted beside actual: the whole, and a window of it. Both charts have the same rows on their
//! axis, so that one zoom window fits both: the whole chart shows where it is and moves it, the
//! detail shows what is in it.

use super::chart::Chart;
use super::frame::{self, Frame, Slider};
use super::palette::ColorScheme;
use super::unit::Unit;
use crate::app::words::intervals;
use crate::forecast::Evaluation;
use crate::forecast::dataset::Block;
use crate::forecast::evaluation::LevelInterval;
use crate::market::{Digits, Row};
use crate::text;
use charming::component::Axis;
use charming::element::{AxisType, LineStyle};

/// What stands beside the predictions.
#[derive(Debug, Clone, Copy, Default)]
pub struct Beside<'a> {
    /// The interval to shade on the test block. A random split's scattered days have no band.
    pub interval: Option<&'a LevelInterval>,
    /// The rows after the last prediction that are sealed: shaded, and without a prediction.
    pub sealed: &'a [Row],
    /// How prices are written.
    pub digits: Digits,
}

/// All rows, with a frame over the plot that chooses what [`zoom`] shows.
///
/// The frame acts on a second, invisible axis of the same rows: were it on the drawn one, the whole
/// would not stay whole. Both charts start at the first predicted row.
pub fn prediction(evaluation: &Evaluation, beside: Beside, scheme: ColorScheme) -> Chart {
    let frame = Frame::new(scheme);
    let window = test_window(evaluation, beside);
    let chart = lines(&frame, evaluation, 0, beside, Slider::OverPlot);
    // The invisible axis needs as many categories, not their names.
    let rows = evaluation.predictions.len() + beside.sealed.len();
    let chart = chart.x_axis(
        Axis::new()
            .type_(AxisType::Category)
            .show(false)
            .boundary_gap(false)
            .data((0..rows).map(|row| row.to_string()).collect()),
    );
    frame.zoomed(chart, Slider::OverPlot, 1, window)
}

/// The window of the whole that starts as the test block. The predicted line of the test block is
/// moved by `shift` rows, to the left where that is negative, and its band with it.
pub fn zoom(evaluation: &Evaluation, shift: i32, beside: Beside, scheme: ColorScheme) -> Chart {
    let frame = Frame::new(scheme);
    let chart = lines(&frame, evaluation, shift, beside, Slider::Below);
    frame.zoomed(chart, Slider::Below, 0, test_window(evaluation, beside))
}

fn lines(
    frame: &Frame,
    evaluation: &Evaluation,
    shift: i32,
    beside: Beside,
    slider: Slider,
) -> Chart {
    let palette = frame.palette;
    let unit = Unit::Price(beside.digits);
    let [actual_name, sealed_name] = [text::charts::actual(), text::charts::sealed()];
    let predictions = &evaluation.predictions;
    let sealed_days = beside.sealed.iter().map(|row| row.date);
    let days = predictions.iter().map(|row| row.date).chain(sealed_days);
    let dates: Vec<String> = days.map(|date| date.to_string()).collect();
    let shade = (!beside.sealed.is_empty()).then(|| {
        frame.shade(
            sealed_name,
            palette.sealed,
            &dates,
            &(predictions.len()..dates.len()),
        )
    });

    let blocks: Vec<_> = [
        (
            text::charts::predicted_training(),
            palette.train,
            Block::Train,
        ),
        (
            text::charts::predicted_validation(),
            palette.validation,
            Block::Validation,
        ),
        (text::charts::predicted_test(), palette.test, Block::Test),
    ]
    .into_iter()
    .map(|(name, color, block)| (name, color, block, rows_of(evaluation, block)))
    .filter(|(_, _, _, rows)| !rows.is_empty())
    .collect();

    let mut legend = vec![actual_name];
    legend.extend(blocks.iter().map(|(name, ..)| *name));
    let band = beside.interval.filter(|_| !evaluation.is_scattered());
    let band_name = band.map(intervals::name);
    legend.extend(band_name.as_deref());
    legend.extend(shade.as_ref().map(|_| sealed_name));
    let mut chart = frame
        .chart(unit, &legend, slider)
        .x_axis(frame.categories(dates, frame::LABEL_MONTH))
        .y_axis(frame.values(unit))
        .series(
            frame
                .line(
                    actual_name,
                    palette.actual,
                    frame::points(
                        predictions.iter().map(|row| row.actual),
                        &(0..predictions.len()),
                    ),
                )
                .line_style(LineStyle::new().color(palette.actual).width(1.8)),
        );
    let place_of = |row: usize, shift: i32| {
        row.checked_add_signed(shift as isize)
            .filter(|place| *place < predictions.len())
    };
    for (name, color, block, rows) in &blocks {
        // The test block's line is the one that can be moved along the time axis.
        let shift = if *block == Block::Test { shift } else { 0 };
        let moved = rows
            .iter()
            .filter_map(|&row| Some((place_of(row, shift)?, predictions[row].predicted)));
        let line = frame.line(name, color, frame::placed(moved));
        chart = chart.series(if is_scattered(rows) {
            // A line between days that are years apart would claim something about those between.
            line.show_symbol(true)
                .symbol_size(3)
                .line_style(LineStyle::new().opacity(0.0))
        } else {
            line
        });
    }
    if let Some(shade) = shade {
        // The prices are no secret, only what would be forecast for them.
        let prices = beside.sealed.iter().enumerate();
        let prices = prices.map(|(day, row)| (predictions.len() + day, row.price));
        chart = chart.series(
            frame
                .line(sealed_name, palette.sealed, frame::placed(prices))
                .mark_area(shade),
        );
    }
    if let (Some(interval), Some(name)) = (band, band_name) {
        let days = rows_of(evaluation, Block::Test).into_iter().enumerate();
        let points: Vec<_> = days
            .filter_map(|(day, row)| {
                let (low, high) = interval.around(day, predictions[row].predicted);
                Some((place_of(row, shift)?, low, high))
            })
            .collect();
        for edge in frame.band(&name, &points, frame::INTERVAL_OPACITY) {
            chart = chart.series(edge);
        }
    }
    chart
}

/// The rows of `block`: one run where the split is by time, scattered where it is random.
fn rows_of(evaluation: &Evaluation, block: Block) -> Vec<usize> {
    let rows = evaluation.predictions.iter().enumerate();
    rows.filter(|(_, prediction)| prediction.block == block)
        .map(|(row, _)| row)
        .collect()
}

fn is_scattered(rows: &[usize]) -> bool {
    match (rows.first(), rows.last()) {
        (Some(first), Some(last)) => last - first + 1 != rows.len(),
        _ => false,
    }
}

/// The test block in percent of the axis, from its first row to the last row of all, sealed ones
/// included. The edges of a category axis without gaps are rows 0 and n − 1.
fn test_window(evaluation: &Evaluation, beside: Beside) -> (f64, f64) {
    let rows = evaluation.predictions.len() + beside.sealed.len();
    let test = rows_of(evaluation, Block::Test);
    let (Some(first), Some(last), 2..) = (test.first(), test.last(), rows) else {
        return (0.0, 100.0);
    };
    let percent = |row: usize| 100.0 * row as f64 / (rows - 1) as f64;
    (percent(*first), percent(last + beside.sealed.len()))
}
