//! Charts of prices alone: the history, the split, and the last days with the forecast.

use super::chart::Chart;
use super::frame::{self, Frame};
use super::palette::ColorScheme;
use super::text::drawn;
use super::unit::Unit;
use crate::app::words::intervals;
use crate::forecast::evaluation::LevelInterval;
use crate::forecast::{Dataset, Evaluation};
use crate::lab::run::OddDays;
use crate::market::{Digits, Interval, Prices, Split};
use crate::text;
use charming::datatype::CompositeValue;
use charming::element::{
    AreaStyle, Color, ItemStyle, Label, LabelAlign, LineStyle, LineStyleType, MarkLine,
    MarkLineData, MarkLineVariant, Symbol,
};
use charming::series::Scatter;
use chrono::NaiveDate;
use std::ops::Range;

/// How many of the last rows the forecast chart shows.
pub(super) const LAST_ROWS: usize = 30;

/// A jump in the history that looks like a split.
#[derive(Debug, Clone, PartialEq)]
pub struct SplitMark {
    pub split: Split,
    /// The prices shown are adjusted for it.
    pub adjusted: bool,
}

impl SplitMark {
    /// Marks for all that were found, of which some are adjusted for.
    pub fn of(found: &[Split], adjusted: &[Split]) -> Vec<Self> {
        found
            .iter()
            .map(|split| Self {
                split: *split,
                adjusted: adjusted.contains(split),
            })
            .collect()
    }

    /// "7:1?", or "7:1 adjusted".
    fn label(&self) -> String {
        match self.adjusted {
            true => text::charts::split_adjusted(self.split.to_string()),
            false => format!("{}?", self.split),
        }
    }
}

/// A day of an odd price that is in the prices, as it is or corrected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OddMark {
    pub day: NaiveDate,
    pub corrected: bool,
}

impl OddMark {
    /// By date. What is left out is not there to be marked.
    pub fn of(odd: &OddDays) -> Vec<Self> {
        let mark = |corrected| {
            move |day: &NaiveDate| Self {
                day: *day,
                corrected,
            }
        };
        let corrected = match odd.done.corrected {
            true => &odd.correctable[..],
            false => &[],
        };
        let remaining = match odd.done.left_out {
            true => &[],
            false => &odd.remaining[..],
        };
        let corrected = corrected.iter().map(mark(true));
        let mut marks: Vec<Self> = corrected.chain(remaining.iter().map(mark(false))).collect();
        marks.sort_by_key(|mark| mark.day);
        marks
    }

    fn label(self) -> &'static str {
        match self.corrected {
            true => text::charts::corrected_price(),
            false => text::charts::odd_price(),
        }
    }
}

/// More marks than this would be a hatching; the report beside the chart counts them.
pub(super) const MOST_MARKS: usize = 12;

/// The price history, with a mark where it looks split.
pub fn history(
    prices: &Prices,
    splits: &[SplitMark],
    odd: &[OddMark],
    scheme: ColorScheme,
) -> Chart {
    let frame = Frame::new(scheme);
    let unit = unit_of(prices);
    let name = text::charts::price();
    let line = frame
        .line(
            name,
            frame.palette.actual,
            frame::points(
                prices.series.rows().iter().map(|row| row.price),
                &(0..prices.series.len()),
            ),
        )
        .area_style(
            AreaStyle::new()
                .color(frame.palette.test)
                .opacity(0.06)
                .origin(charming::element::OriginPosition::Start),
        );
    let line = match splits.is_empty() && odd.is_empty() {
        true => line,
        false => line.mark_line(marked(&frame, splits, odd)),
    };
    let chart = frame
        .chart(unit, &[name])
        .x_axis(frame.categories(dates(prices), frame::LABEL_DATE))
        .y_axis(frame.values(unit))
        .series(line);
    frame.zoomed(chart, (0.0, 100.0))
}

/// A thin upright line on each split's first day and on each day of an odd price, named at its top.
fn marked(frame: &Frame, splits: &[SplitMark], odd: &[OddMark]) -> MarkLine {
    let marks = splits.iter().take(MOST_MARKS);
    let marks = marks.map(|mark| (mark.split.date.to_string(), mark.label()));
    let odd = odd.iter().take(MOST_MARKS);
    let odd = odd.map(|mark| (mark.day.to_string(), mark.label().to_owned()));
    let color = frame.palette.text;
    frame.upright_lines(color, LabelAlign::Center, marks.chain(odd))
}

/// The history with its training, validation and test targets shaded. Rows before the first target
/// (the first look-back window) belong to no block and stay in the plain price colour. A random split
/// has no blocks to shade: it leaves the plain history. Rows after the dataset's last are sealed.
pub fn split(prices: &Prices, dataset: &Dataset, scheme: ColorScheme) -> Chart {
    let rows = prices.series.rows();
    let sealed = dataset.target_index(dataset.rows()).min(rows.len())..rows.len();
    if dataset.scattered.is_some() && sealed.is_empty() {
        return history(prices, &[], &[], scheme);
    }
    let frame = Frame::new(scheme);
    let palette = frame.palette;
    let unit = unit_of(prices);
    let dates = dates(prices);
    let first = dataset.first_target;
    let in_series =
        |block: &Range<usize>| (block.start + first)..(block.end + first).min(rows.len());

    let dealt = [(
        text::charts::dealt_at_random(),
        palette.train,
        first..sealed.start,
    )];
    let by_time = [
        (
            text::charts::training(),
            palette.train,
            in_series(&dataset.split.train),
        ),
        (
            text::charts::validation(),
            palette.validation,
            in_series(&dataset.split.validation),
        ),
        (
            text::charts::test(),
            palette.test,
            in_series(&dataset.split.test),
        ),
    ];
    let blocks = match dataset.scattered {
        Some(_) => dealt.to_vec(),
        None => by_time.to_vec(),
    };
    let blocks: Vec<_> = blocks
        .into_iter()
        .chain([(text::charts::sealed(), palette.sealed, sealed)])
        .filter(|(_, _, block)| !block.is_empty())
        .collect();

    let mut legend: Vec<&str> = blocks.iter().map(|(name, _, _)| *name).collect();
    let warm_up = text::charts::first_window();
    legend.insert(0, warm_up);

    let mut chart = frame
        .chart(unit, &legend)
        .x_axis(frame.categories(dates.clone(), frame::LABEL_DATE))
        .y_axis(frame.values(unit))
        .series(frame.line(
            warm_up,
            palette.actual,
            frame::points(
                rows.iter().map(|row| row.price),
                &(0..first.min(rows.len())),
            ),
        ));
    for (name, color, block) in &blocks {
        chart = chart.series(
            frame
                .line(
                    name,
                    color,
                    frame::points(rows.iter().map(|row| row.price), block),
                )
                .mark_area(frame.shade(name, color, &dates, block)),
        );
    }
    frame.zoomed(chart, (0.0, 100.0))
}

/// The last days, what the model had said for each, and the next one's forecast with its interval,
/// whose band also holds the test days among the last. A random split's test days have none.
pub fn next_day(
    prices: &Prices,
    evaluation: &Evaluation,
    interval: &LevelInterval,
    scheme: ColorScheme,
) -> Chart {
    let frame = Frame::new(scheme);
    let palette = frame.palette;
    let unit = unit_of(prices);
    let rows = prices.series.rows();
    let shown = &rows[rows.len().saturating_sub(LAST_ROWS)..];
    let days = shown.len();
    let forecast = &evaluation.forecast;
    let next = next_label(prices.series.info().interval);

    let mut categories: Vec<String> = shown.iter().map(|row| row.date.to_string()).collect();
    categories.push(next.to_owned());

    // Predictions end on the same day as the series, but need not reach back as far.
    let mut predicted = vec![f64::NAN; days];
    for prediction in evaluation.predictions.iter().rev().take(days) {
        if let Ok(row) = shown.binary_search_by_key(&prediction.date, |row| row.date) {
            predicted[row] = prediction.predicted;
        }
    }
    let alone_at_the_end = |value: f64| {
        let mut values = vec![CompositeValue::from(None::<f64>); days];
        values.push(CompositeValue::from(drawn(value)));
        values
    };

    let [actual_name, predicted_name, forecast_name] = [
        text::charts::actual(),
        text::charts::predicted(),
        text::charts::forecast(),
    ];
    let actual = frame
        .line(
            actual_name,
            palette.actual,
            frame::values(shown.iter().map(|row| row.price)),
        )
        .show_symbol(true)
        .symbol_size(4)
        .line_style(LineStyle::new().color(palette.actual).width(2));
    let said = frame
        .line(predicted_name, palette.test, frame::values(predicted))
        .line_style(
            LineStyle::new()
                .color(palette.test)
                .width(1.6)
                .type_(LineStyleType::Dashed),
        );

    let (low, high) = interval.next_day;
    let tested = evaluation.test_predictions().enumerate();
    let mut around: Vec<_> = tested
        .filter(|_| !evaluation.is_scattered())
        .filter_map(|(day, prediction)| {
            let row = shown.binary_search_by_key(&prediction.date, |row| row.date);
            let (low, high) = interval.around(day, prediction.predicted);
            Some((row.ok()?, low, high))
        })
        .collect();
    around.push((days, low, high));
    let name = intervals::name(interval.method, interval.level);
    let [lower, upper] = frame.band(&name, &around, frame::INTERVAL_OPACITY);
    let stroke = |width: f64, kind: LineStyleType, opacity: f64| {
        LineStyle::new()
            .color(palette.forecast)
            .width(width)
            .type_(kind)
            .opacity(opacity)
    };
    let stretch = |style: LineStyle, from: MarkLineData, to: MarkLineData| {
        MarkLine::new()
            .silent(true)
            .symbol(vec![Symbol::None, Symbol::None])
            .label(Label::new().show(false))
            .line_style(style)
            .data(vec![MarkLineVariant::StartToEnd(from, to)])
    };
    let band = stretch(
        stroke(10.0, LineStyleType::Solid, 0.3),
        corner(next, low),
        corner(next, high),
    );
    // A mark, not a line of its own: its start is no forecast, and must not read as one.
    let path = stretch(
        stroke(1.6, LineStyleType::Dotted, 1.0),
        corner(&categories[days - 1], forecast.last_price),
        corner(next, forecast.price),
    );
    let point = Scatter::new()
        .id(forecast_name)
        .name(forecast_name)
        .symbol(Symbol::Circle)
        .symbol_size(10.0)
        .item_style(
            ItemStyle::new()
                .color(Color::from(palette.forecast))
                .opacity(1.0),
        )
        .data(alone_at_the_end(forecast.price))
        .mark_line(band);

    let chart = frame
        .chart(unit, &[actual_name, predicted_name, forecast_name, &name])
        .x_axis(
            frame
                .categories(categories, frame::LABEL_DAY)
                .boundary_gap(true),
        )
        .y_axis(frame.values(unit))
        .series(actual)
        .series(said.mark_line(path))
        .series(point)
        .series(lower)
        .series(upper);
    frame.zoomed(chart, (0.0, 100.0))
}

fn corner(category: &str, price: f64) -> MarkLineData {
    MarkLineData::new().coord(CompositeValue::Array(vec![
        CompositeValue::from(category),
        CompositeValue::from(drawn(price)),
    ]))
}

/// What the forecast's place on the axis is called: holidays are not known, so no date is claimed.
pub(super) fn next_label(interval: Interval) -> &'static str {
    match interval {
        Interval::Daily => text::charts::next_day(),
        Interval::Weekly => text::charts::next_week(),
        Interval::Monthly => text::charts::next_month(),
    }
}

/// Prices with the digits of their series.
pub(super) fn unit_of(prices: &Prices) -> Unit {
    Unit::Price(Digits::of(&prices.series))
}

fn dates(prices: &Prices) -> Vec<String> {
    prices
        .series
        .rows()
        .iter()
        .map(|row| row.date.to_string())
        .collect()
}
