//! Two runs and what happened, on the test days that both forecast.

use super::chart::Chart;
use super::frame::{self, Frame};
use super::palette::ColorScheme;
use super::prices::unit_of;
use crate::app::ui::number;
use crate::app::words::session::run_name;
use crate::market::Digits;
use crate::session::SideBySide;
use crate::text::{self, written_date};
use charming::element::{LineStyle, LineStyleType};

/// Both predicted lines and the actual one. Where the days are scattered, points.
pub fn compare(pair: &SideBySide, scheme: ColorScheme) -> Chart {
    let frame = Frame::new(scheme);
    let palette = frame.palette;
    let unit = unit_of(&pair.runs[0].prices);
    let [first, second] = pair.days();
    let actual_name = text::charts::actual();
    let [first_name, second_name] = pair.runs.each_ref().map(run_name);
    let days = first.iter().map(|day| day.date.to_string()).collect();
    let actual = frame::placed(first.iter().map(|day| day.actual).enumerate());
    let [firsts, seconds] = [&first, &second]
        .map(|days| frame::placed(days.iter().map(|day| day.predicted).enumerate()));
    let solid = LineStyle::new().color(palette.test).width(1.6);
    // Told apart by more than the colour.
    let dashed = LineStyle::new()
        .color(palette.forecast)
        .width(1.6)
        .type_(LineStyleType::Dashed);
    let chart = [
        (
            actual_name,
            palette.actual,
            actual,
            LineStyle::new().color(palette.actual).width(1.8),
        ),
        (first_name.as_str(), palette.test, firsts, solid),
        (second_name.as_str(), palette.forecast, seconds, dashed),
    ]
    .into_iter()
    .fold(
        frame
            .chart(unit, &[actual_name, &first_name, &second_name])
            .x_axis(frame.categories(days, frame::LABEL_DATE))
            .y_axis(frame.values(unit)),
        |chart, (name, color, points, style)| {
            let line = frame.line(name, color, points);
            chart.series(match pair.scattered {
                true => line
                    .show_symbol(true)
                    .symbol_size(3)
                    .line_style(LineStyle::new().opacity(0.0)),
                false => line.line_style(style),
            })
        },
    );
    frame.zoomed(chart, (0.0, 100.0))
}

/// The chart in words.
pub fn summary_compare(pair: &SideBySide) -> String {
    let [days, _] = pair.days();
    let (Some(first), Some(last)) = (days.first(), days.last()) else {
        return text::charts::no_test_days().to_owned();
    };
    let [one, other] = pair.runs.each_ref().map(run_name);
    let digits = Digits::of(&pair.runs[0].prices.series);
    text::charts::two_runs(
        number::count(days.len()),
        written_date(first.date),
        written_date(last.date),
        one,
        number::price_error(pair.comparison.first_mae, digits),
        other,
        number::price_error(pair.comparison.second_mae, digits),
    )
}
