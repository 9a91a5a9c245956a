//! The rolling coverage of an interval: the share of days that it held, beside the share that is
//! wanted and what chance alone makes of that.

use super::chart::Chart;
use super::frame::{self, Frame};
use super::palette::ColorScheme;
use super::text::in_a_row;
use super::unit::Unit;
use crate::app::ui::number;
use crate::app::words::intervals::method as method_name;
use crate::forecast::coverage::{Rolling, by_chance};
use crate::forecast::evaluation::IntervalMethod;
use crate::text::{self, written_date};
use charming::element::{LineStyle, LineStyleType};

/// Percent left free above and below everything drawn, and what the axis' ends are multiples of.
const MARGIN: f64 = 1.0;
const STEP: f64 = 5.0;

/// The rolling coverage of the chosen interval, thick, and of the other method at the same level.
/// A stretch stands on its last day.
pub fn coverage(chosen: &Rolling, other: Option<&Rolling>, scheme: ColorScheme) -> Chart {
    let frame = Frame::new(scheme);
    let palette = frame.palette;
    let stretches = &chosen.stretches;
    let days = stretches.iter().map(|one| one.to.to_string()).collect();
    let (low, high) = by_chance(chosen.level, chosen.days);
    let by_chance: Vec<_> = (0..stretches.len())
        .map(|row| (row, low * 100.0, high * 100.0))
        .collect();

    let shares = |rolling: &Rolling| {
        let shares = rolling.stretches.iter().map(|one| one.coverage * 100.0);
        frame::placed(shares.enumerate())
    };
    let wanted = text::charts::wanted(whole_text(chosen.level));
    let chance = text::charts::exact();
    let mut legend = vec![method_name(chosen.method)];
    legend.extend(other.map(|other| method_name(other.method)));
    legend.extend([wanted.as_str(), chance]);

    // Room around all lines and the ground, in whole steps, and nothing beyond what a share can be.
    let all = || std::iter::once(chosen).chain(other);
    let lowest = all().map(|one| one.lowest().coverage).fold(low, f64::min);
    let highest = all().map(|one| one.highest().coverage).fold(high, f64::max);
    let bottom = ((lowest * 100.0 - MARGIN) / STEP).floor() * STEP;
    let top = ((highest * 100.0 + MARGIN) / STEP).ceil() * STEP;
    let axis = frame
        .values(Unit::Share)
        .min(bottom.max(0.0) as i64)
        .max(top.min(100.0) as i64);
    let mut chart = frame
        .chart(Unit::Share, &legend)
        .x_axis(frame.categories(days, frame::LABEL_DATE))
        .y_axis(axis)
        .series(
            frame
                .line(method_name(chosen.method), palette.test, shares(chosen))
                .line_style(LineStyle::new().color(palette.test).width(2.2)),
        );
    if let Some(other) = other {
        chart = chart.series(
            frame
                .line(method_name(other.method), palette.validation, shares(other))
                .line_style(
                    LineStyle::new()
                        .color(palette.validation)
                        .width(1.2)
                        .type_(LineStyleType::Dashed),
                ),
        );
    }
    let level = chosen.level * 100.0;
    let line = frame::placed((0..stretches.len()).map(|row| (row, level)));
    chart = chart.series(
        frame
            .line(&wanted, palette.actual, line)
            .line_style(LineStyle::new().color(palette.actual).width(1.2)),
    );
    for edge in frame.band(chance, &by_chance, frame::GROUND_OPACITY) {
        chart = chart.series(edge);
    }
    frame.zoomed(chart, (0.0, 100.0))
}

/// Where the coverage was worst, and how much of its movement is chance's.
pub fn summary_coverage(chosen: &Rolling, other: Option<&Rolling>) -> String {
    let lowest = chosen.lowest();
    let (from, to) = (written_date(lowest.from), written_date(lowest.to));
    let level = whole_text(chosen.level);
    let held = number::percent(lowest.coverage);
    let held_least = match chosen.method {
        IntervalMethod::Split => text::charts::held_least_split(chosen.days, level, from, to, held),
        IntervalMethod::Adaptive => {
            text::charts::held_least_adaptive(chosen.days, level, from, to, held)
        }
        IntervalMethod::Volatility => {
            text::charts::held_least_volatility(chosen.days, level, from, to, held)
        }
    };
    let (low, high) = by_chance(chosen.level, chosen.days);
    let exactly_right = text::charts::exactly_right(
        whole_text(low),
        whole_text(high),
        number::percent(chosen.within_chance()),
    );
    let other = other.map(|other| {
        let lowest = other.lowest();
        let (from, to) = (written_date(lowest.from), written_date(lowest.to));
        let held = number::percent(lowest.coverage);
        match other.method {
            IntervalMethod::Split => text::charts::worst_of_split(held, from, to),
            IntervalMethod::Adaptive => text::charts::worst_of_adaptive(held, from, to),
            IntervalMethod::Volatility => text::charts::worst_of_volatility(held, from, to),
        }
    });
    in_a_row([Some(held_least), Some(exactly_right), other])
}

/// A share as whole percent, less the sign.
fn whole_text(share: f64) -> String {
    number::percent_number(share, 0)
}
