//! What all charts share: the frame, the axes, the legend, zoom and tooltip.

use super::chart::Chart;
use super::palette::{ColorScheme, Palette};
use super::text::drawn;
use super::unit::Unit;
use charming::component::{Axis, DataZoom, DataZoomType, FilterMode, Grid, Legend, LegendType};
use charming::datatype::CompositeValue;
use charming::element::{
    AreaStyle, AxisLabel, AxisLine, AxisLineStyle, AxisPointer, AxisPointerType, AxisTick,
    AxisType, Color, Icon, Label, LineStyle, MarkArea, MarkAreaData, SplitLine, Symbol, TextStyle,
    Tooltip, Trigger,
};
use charming::series::Line;
use std::ops::Range;

/// Formatters the edge replaces by functions (see [`super::echarts`]). These two go before the name of a
/// [`Unit`] …
pub(super) const TOOLTIP: &str = "hindcast:tooltip:";
pub(super) const AXIS: &str = "hindcast:axis:";
/// … and these are of categories.
pub(super) const LABEL_MONTH: &str = "hindcast:month";
pub(super) const LABEL_DAY: &str = "hindcast:day";
/// `Epoch 7` → `7`.
pub(super) const LABEL_EPOCH: &str = "hindcast:epoch";

/// The two series of a band: its lower edge, and how far its upper edge lies above that. Tooltip and
/// table make one range of them again.
pub(super) const BAND_LOW: &str = "band-low";
pub(super) const BAND_WIDTH: &str = "band-width";
/// How strong the area of an interval is …
pub(super) const INTERVAL_OPACITY: f64 = 0.5;
/// … and an area that fills most of the plot.
pub(super) const GROUND_OPACITY: f64 = 0.2;
/// A band lies under the lines, whose `z` is ECharts' own 3.
const UNDER_LINES: i32 = 1;

/// A slider with this id lies over the plot itself; the edge stretches it to the plot's height.
pub(super) const ZOOM_OVER_PLOT: &str = "window-over-plot";
/// The two zooms of a chart. Linked charts share the ids, so that an action of one fits the other.
pub(super) const ZOOM_SLIDER: &str = "window";
pub(super) const ZOOM_INSIDE: &str = "window-inside";

/// Room above the plot for the legend, in pixels.
const TOP: f64 = 44.0;
const RIGHT: f64 = 18.0;
/// Room below the plot for the dates …
const BOTTOM: f64 = 30.0;
/// … and for the slider as well.
const BOTTOM_WITH_SLIDER: f64 = 70.0;

/// Where the zoom slider is, if anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slider {
    Below,
    OverPlot,
}

/// Builds the parts of one chart in one scheme.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub palette: &'static Palette,
}

impl Frame {
    pub fn new(scheme: ColorScheme) -> Self {
        Self {
            palette: Palette::of(scheme),
        }
    }

    /// Grid, legend and tooltip, for values in this unit.
    pub fn chart(&self, unit: Unit, legend: &[&str], slider: Slider) -> Chart {
        let palette = self.palette;
        let bottom = match slider {
            Slider::Below => BOTTOM_WITH_SLIDER,
            Slider::OverPlot => BOTTOM,
        };
        let legend = Legend::new()
            .type_(LegendType::Scroll)
            .left(0)
            .top(0)
            .width("100%")
            .item_width(14)
            // Less than the text's height and a scrolling legend cuts the text.
            .item_height(12)
            .item_gap(14)
            .inactive_color(palette.handle)
            .text_style(TextStyle::new().color(palette.text).font_size(12))
            .data(
                legend
                    .iter()
                    .map(|name| charming::component::LegendItem {
                        name: (*name).to_owned(),
                        icon: Some(Icon::RoundRect),
                    })
                    .collect(),
            );
        let tooltip = Tooltip::new()
            .trigger(Trigger::Axis)
            .formatter(format!("{TOOLTIP}{}", unit.name()).as_str())
            .axis_pointer(
                AxisPointer::new()
                    .type_(AxisPointerType::Line)
                    .animation(false)
                    .line_style(LineStyle::new().color(palette.handle).width(1))
                    .label(Label::new().show(false)),
            );
        let grid = Grid::new()
            .left(unit.room())
            .right(RIGHT)
            .top(TOP)
            .bottom(bottom);
        // The background is the saved image's; on the page the card has the same colour.
        Chart::new(palette.surface, grid, legend, tooltip)
    }

    /// A category axis; `formatter` is one of the `LABEL_` names.
    pub fn categories(&self, categories: Vec<String>, formatter: &str) -> Axis {
        Axis::new()
            .type_(AxisType::Category)
            .boundary_gap(false)
            .axis_line(
                AxisLine::new()
                    .on_zero(false)
                    .line_style(AxisLineStyle::new().color((1.0, self.palette.line))),
            )
            .axis_tick(AxisTick::new().show(false))
            .axis_label(self.label().formatter(formatter))
            .data(categories)
    }

    /// A value axis that need not start at zero: prices would be a flat line.
    pub fn values(&self, unit: Unit) -> Axis {
        Axis::new()
            .type_(AxisType::Value)
            .scale(true)
            .split_number(5)
            .axis_line(AxisLine::new().show(false))
            .axis_tick(AxisTick::new().show(false))
            .axis_label(
                self.label()
                    .formatter(format!("{AXIS}{}", unit.name()).as_str()),
            )
            .split_line(
                SplitLine::new().line_style(LineStyle::new().color(self.palette.line).width(1)),
            )
    }

    pub fn label(&self) -> AxisLabel {
        AxisLabel::new().color(self.palette.muted).font_size(11)
    }

    /// Zoom by slider and inside the plot, showing `start..=end` percent of the axis.
    pub fn zoomed(&self, chart: Chart, slider: Slider, axis: usize, window: (f64, f64)) -> Chart {
        let palette = self.palette;
        let (start, end) = window;
        // Where the slider lies over the plot, its axis carries no line: nothing is to be filtered.
        let filter = match slider {
            Slider::Below => FilterMode::Filter,
            Slider::OverPlot => FilterMode::None,
        };
        let zoom = |type_: DataZoomType, id: &str| {
            DataZoom::new()
                .type_(type_)
                .id(id)
                .x_axis_index(axis as f64)
                .start(start)
                .end(end)
                .min_value_span(5)
                .filter_mode(filter)
        };
        let bar = zoom(DataZoomType::Slider, ZOOM_SLIDER)
            .border_color(palette.handle)
            .filler_color(palette.window)
            .background_color("transparent")
            // Off: the whole chosen window can be dragged, not only a strip at its edge.
            .brush_select(false)
            .text_style(TextStyle::new().color(palette.muted).font_size(11));
        let bar = match slider {
            Slider::Below => bar.bottom(8),
            Slider::OverPlot => bar.id(ZOOM_OVER_PLOT).top(TOP).bottom(BOTTOM),
        };
        chart
            .data_zoom(bar)
            .data_zoom(zoom(DataZoomType::Inside, ZOOM_INSIDE))
    }

    /// A line of prices, thin and without symbols.
    ///
    /// It holds every day, and so does the tooltip; of a long one, fewer are painted: see
    /// [`super::long_lines`].
    pub fn line(&self, name: &str, color: &str, points: Vec<CompositeValue>) -> Line {
        Line::new()
            .id(name)
            .name(name)
            .show_symbol(false)
            .symbol(Symbol::Circle)
            .symbol_size(6)
            .line_style(LineStyle::new().color(color).width(1.4))
            .item_style(charming::element::ItemStyle::new().color(Color::from(color)))
            .data(points)
    }
}

impl Frame {
    /// The ground behind a block of rows, which is not empty.
    pub fn shade(
        &self,
        name: &str,
        color: &str,
        dates: &[String],
        block: &Range<usize>,
    ) -> MarkArea {
        MarkArea::new()
            .silent(true)
            .item_style(
                charming::element::ItemStyle::new()
                    .color(Color::from(color))
                    .opacity(0.09),
            )
            // The legend names the colours; on a phone two names would not fit side by side.
            .label(Label::new().show(false))
            .data(vec![(
                MarkAreaData::new()
                    .name(name)
                    .x_axis(dates[block.start].as_str()),
                MarkAreaData::new().x_axis(dates[block.end - 1].as_str()),
            )])
    }

    /// The area between low and high on these rows, `(row, low, high)`: ECharts stacks the width on an
    /// invisible lower edge. Both series have one name, so that the legend has and hides one band.
    pub fn band(&self, name: &str, points: &[(usize, f64, f64)], opacity: f64) -> [Line; 2] {
        let edge = |id: &str, points: Vec<CompositeValue>| {
            Line::new()
                .id(id)
                .name(name)
                .stack("band")
                .symbol(Symbol::None)
                .show_symbol(false)
                .z(UNDER_LINES)
                .line_style(LineStyle::new().opacity(0.0))
                .item_style(
                    charming::element::ItemStyle::new().color(Color::from(self.palette.band)),
                )
                .data(points)
        };
        let low = points.iter().map(|(row, low, _)| (*row, *low));
        let width = points.iter().map(|(row, low, high)| (*row, high - low));
        [
            edge(BAND_LOW, placed(low)),
            edge(BAND_WIDTH, placed(width)).area_style(
                AreaStyle::new()
                    .color(Color::from(self.palette.band))
                    .opacity(opacity),
            ),
        ]
    }
}

/// One value per category, in their order: rounded, and `null` where there is none.
pub(super) fn values(numbers: impl IntoIterator<Item = f64>) -> Vec<CompositeValue> {
    numbers
        .into_iter()
        .map(|number| CompositeValue::from(drawn(number)))
        .collect()
}

/// Pairs of row and value, only of the rows in `shown` that have a value. A line over part of a long
/// axis is written like this: padding with `null` would cost as much as the values.
pub(super) fn points(
    numbers: impl IntoIterator<Item = f64>,
    shown: &Range<usize>,
) -> Vec<CompositeValue> {
    placed(
        numbers
            .into_iter()
            .enumerate()
            .skip(shown.start)
            .take(shown.len()),
    )
}

/// Pairs of row and value, of the rows given, in their order.
pub(super) fn placed(points: impl IntoIterator<Item = (usize, f64)>) -> Vec<CompositeValue> {
    let pairs = points.into_iter().filter_map(|(row, number)| {
        let row = CompositeValue::from(row as i64);
        drawn(number).map(|number| CompositeValue::Array(vec![row, number.into()]))
    });
    pairs.collect()
}
