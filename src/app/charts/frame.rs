//! What all charts share: the frame, the axes, the legend, zoom and tooltip.

use super::chart::Chart;
use super::palette::{ColorScheme, Palette};
use super::text::drawn;
use super::unit::Unit;
use charming::component::{Axis, DataZoom, DataZoomType, FilterMode, Grid, Legend, LegendType};
use charming::datatype::CompositeValue;
use charming::element::{
    AreaStyle, AxisLabel, AxisLine, AxisLineStyle, AxisPointer, AxisPointerType, AxisTick,
    AxisType, Color, Icon, Label, LabelAlign, LineStyle, LineStyleType, MarkArea, MarkAreaData,
    MarkLine, MarkLineData, MarkLineVariant, SplitLine, Symbol, TextStyle, Tooltip, Trigger,
};
use charming::series::Line;
use std::ops::Range;

/// Formatters the edge replaces by functions (see [`super::echarts`]). These two go before the name of a
/// [`Unit`] …
pub(super) const TOOLTIP: &str = "hindcast:tooltip:";
pub(super) const AXIS: &str = "hindcast:axis:";
/// … and these are of categories.
pub(super) const LABEL_DATE: &str = "hindcast:date";
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

/// The two zooms of a chart.
pub(super) const ZOOM_SLIDER: &str = "window";
pub(super) const ZOOM_INSIDE: &str = "window-inside";

/// Room above the plot for the legend, in pixels.
const TOP: f64 = 32.0;
const RIGHT: f64 = 18.0;
/// Room below the plot for the dates and the slider.
const BOTTOM: f64 = 50.0;

/// A strip's room above its plot, for its title and what is marked in it …
const STRIP_TOP: f64 = 20.0;
/// … at its left, where no numbers stand …
const STRIP_LEFT: f64 = 14.0;
/// … at its right, for the lines' names at their ends …
const STRIP_RIGHT: f64 = 58.0;
/// … and below.
const STRIP_BOTTOM: f64 = 18.0;

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
    pub fn chart(&self, unit: Unit, legend: &[&str]) -> Chart {
        let palette = self.palette;
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
        let grid = Grid::new()
            .left(unit.room())
            .right(RIGHT)
            .top(TOP)
            .bottom(BOTTOM);
        // The background is the saved image's; on the page the card has the same colour.
        Chart::new(palette.surface, grid, legend, self.tooltip(unit))
    }

    /// Grid and tooltip of a low chart without legend and zoom, whose lines are named at their ends.
    pub fn strip(&self, unit: Unit) -> Chart {
        let grid = Grid::new()
            .left(STRIP_LEFT)
            .right(STRIP_RIGHT)
            .top(STRIP_TOP)
            .bottom(STRIP_BOTTOM);
        let legend = Legend::new().show(false);
        Chart::new(self.palette.surface, grid, legend, self.tooltip(unit))
    }

    fn tooltip(&self, unit: Unit) -> Tooltip {
        let pointer = AxisPointer::new()
            .type_(AxisPointerType::Line)
            .animation(false)
            .line_style(LineStyle::new().color(self.palette.handle).width(1))
            .label(Label::new().show(false));
        Tooltip::new()
            .trigger(Trigger::Axis)
            .formatter(format!("{TOOLTIP}{}", unit.name()).as_str())
            .axis_pointer(pointer)
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

    /// A value axis of a strip: two lines, and no numbers, which tooltip and table have.
    pub fn strip_values(&self, unit: Unit) -> Axis {
        self.values(unit)
            .split_number(2)
            .axis_label(AxisLabel::new().show(false))
    }

    /// Zoom by slider and inside the plot, showing this part of the axis, in percent.
    pub fn zoomed(&self, chart: Chart, window: (f64, f64)) -> Chart {
        self.with_zooms(chart, window, false)
    }

    /// Zoom by slider alone: what is dragged inside the plot is something else.
    pub fn zoomed_by_slider(&self, chart: Chart, window: (f64, f64)) -> Chart {
        self.with_zooms(chart, window, true)
    }

    fn with_zooms(&self, chart: Chart, (start, end): (f64, f64), slider_alone: bool) -> Chart {
        let palette = self.palette;
        let zoom = |type_: DataZoomType, id: &str| {
            DataZoom::new()
                .type_(type_)
                .id(id)
                .x_axis_index(0.0)
                .start(start)
                .end(end)
                .min_value_span(5)
                .filter_mode(FilterMode::Filter)
        };
        let bar = zoom(DataZoomType::Slider, ZOOM_SLIDER)
            .border_color(palette.handle)
            .filler_color(palette.window)
            .background_color("transparent")
            // Off: the whole chosen window can be dragged, not only a strip at its edge.
            .brush_select(false)
            .text_style(TextStyle::new().color(palette.muted).font_size(11))
            .bottom(4);
        chart
            .data_zoom(bar)
            .data_zoom(zoom(DataZoomType::Inside, ZOOM_INSIDE).disabled(slider_alone))
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
            // Options are merged: what may have been invisible must say that it is not.
            .line_style(LineStyle::new().color(color).width(1.4).opacity(1.0))
            .item_style(charming::element::ItemStyle::new().color(Color::from(color)))
            .data(points)
    }
}

impl Frame {
    /// Thin dashed upright lines, each on a category and named at its top: over it, or to one side of it.
    pub fn upright_lines(
        &self,
        name_color: &str,
        names_stand: LabelAlign,
        marks: impl IntoIterator<Item = (String, String)>,
    ) -> MarkLine {
        let lines = marks.into_iter().map(|(category, name)| {
            let label = Label::new()
                .show(true)
                .color(name_color)
                .font_size(11)
                .align(names_stand)
                .formatter(name.as_str());
            let line = MarkLineData::new().name(name).x_axis(category);
            MarkLineVariant::Simple(line.label(label))
        });
        let style = LineStyle::new().color(self.palette.muted).width(1);
        MarkLine::new()
            .silent(true)
            .symbol(vec![Symbol::None, Symbol::None])
            .line_style(style.type_(LineStyleType::Dashed))
            .data(lines.collect::<Vec<_>>())
    }

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
                    .opacity(0.06),
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
