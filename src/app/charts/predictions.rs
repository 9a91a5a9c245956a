//! Predicted beside actual: all of it, and the end of the test block near. Both charts have the same rows on their
//! axis and differ in the part of it that they open on; so do the network of an epoch in the middle and
//! the trained one.

use super::chart::Chart;
use super::frame::{self, Frame};
use super::palette::ColorScheme;
use super::predicted::Predicted;
use super::unit::Unit;
use crate::app::words::intervals;
use crate::forecast::dataset::Block;
use crate::forecast::evaluation::{LevelInterval, Prediction};
use crate::market::{Digits, Row};
use crate::text;
use charming::element::LineStyle;

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

/// Where the predicted line of the test block stands, and whether a hand moves it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shift {
    /// In rows, to the left where that is negative. The band is moved along.
    pub rows: i32,
    /// A drag in the plot moves the line, and not the window.
    pub by_hand: bool,
}

/// All rows.
pub fn prediction(predicted: &Predicted, beside: Beside, scheme: ColorScheme) -> Chart {
    let frame = Frame::new(scheme);
    let chart = lines(&frame, predicted, None, beside);
    frame.zoomed(chart, (0.0, 100.0))
}

/// The last days of the test block; the zoom leads to the others.
pub fn zoom(predicted: &Predicted, shift: Shift, beside: Beside, scheme: ColorScheme) -> Chart {
    let frame = Frame::new(scheme);
    let chart = lines(&frame, predicted, Some(shift.rows), beside);
    let window = test_window(&predicted.rows, beside);
    match shift.by_hand {
        true => frame.zoomed_by_slider(chart, window),
        false => frame.zoomed(chart, window),
    }
}

/// `near` is by how many rows the test block's line is moved where that block alone is in sight.
fn lines(frame: &Frame, predicted: &Predicted, near: Option<i32>, beside: Beside) -> Chart {
    let shift = near.unwrap_or_default();
    let palette = frame.palette;
    let unit = Unit::Price(beside.digits);
    let [actual_name, sealed_name, test_name] = [
        text::charts::actual(),
        text::charts::sealed(),
        text::charts::test(),
    ];
    let predictions = &*predicted.rows;
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
    let test = rows_of(predictions, Block::Test);
    let test_ground = match (test.first(), test.last()) {
        (Some(first), Some(last)) if !predicted.scattered => {
            Some(frame.shade(test_name, palette.test, &dates, &(*first..last + 1)))
        }
        _ => None,
    };

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
    .map(|(name, color, block)| (name, color, block, rows_of(predictions, block)))
    .filter(|(_, _, _, rows)| !rows.is_empty())
    .collect();

    let mut legend = vec![actual_name];
    let in_sight = |block: Block| near.is_none() || block == Block::Test;
    let named = blocks.iter().filter(|(_, _, block, _)| in_sight(*block));
    legend.extend(named.map(|(name, ..)| *name));
    let band = beside.interval.filter(|_| !predicted.scattered);
    let band_name = band.map(|band| intervals::name(band.method, band.level));
    legend.extend(band_name.as_deref());
    legend.extend(shade.as_ref().map(|_| sealed_name));
    let actual = frame
        .line(
            actual_name,
            palette.actual,
            frame::points(
                predictions.iter().map(|row| row.actual),
                &(0..predictions.len()),
            ),
        )
        .line_style(LineStyle::new().color(palette.actual).width(1.8));
    let mut chart = frame
        .chart(unit, &legend)
        .x_axis(frame.categories(dates, frame::LABEL_DATE))
        .y_axis(frame.values(unit))
        .series(match test_ground {
            Some(ground) => actual.mark_area(ground),
            None => actual,
        });
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
        let line = match near {
            // Options are merged: points of a random split may have hidden the line.
            Some(_) => line.line_style(LineStyle::new().color(*color).width(1.8).opacity(1.0)),
            None => line,
        };
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
        let days = test.into_iter().enumerate();
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
fn rows_of(predictions: &[Prediction], block: Block) -> Vec<usize> {
    let rows = predictions.iter().enumerate();
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

/// So many days of the test block are shown at first: as near as two lines that are a day apart can be
/// told from one another.
const NEAR_ROWS: usize = 120;

/// The last days of the test block in percent of the axis, to the last row of all, sealed ones included.
/// The edges of a category axis without gaps are rows 0 and n − 1.
fn test_window(predictions: &[Prediction], beside: Beside) -> (f64, f64) {
    let rows = predictions.len() + beside.sealed.len();
    let test = rows_of(predictions, Block::Test);
    let (Some(first), Some(last), 2..) = (test.first(), test.last(), rows) else {
        return (0.0, 100.0);
    };
    let percent = |row: usize| 100.0 * row as f64 / (rows - 1) as f64;
    let near = (last + 1).saturating_sub(NEAR_ROWS).max(*first);
    (percent(near), percent(last + beside.sealed.len()))
}
