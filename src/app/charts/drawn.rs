//! A chart that has its place on the page, as whoever put it there sees it. What draws it loads after
//! the page, so the page holds the two functions of [`ChartTools`] and no name of theirs.

use super::chart::Chart;
use super::table::Table;
use leptos::prelude::Callback;
use wasm_bindgen::JsValue;

type Prepare = fn(
    &web_sys::Element,
    &'static str,
    Pointing,
    Box<dyn Fn()>,
) -> Result<Box<dyn DrawnChart>, JsValue>;

/// What happens where the pointer does something in a plot.
#[derive(Debug, Clone, Copy, Default)]
pub struct Pointing {
    /// Called with the row of a click.
    pub on_row: Option<Callback<usize>>,
    /// Called with the rows that a drag has gone, and with `true` where one begins.
    pub on_drag: Option<Callback<(i32, bool)>>,
}

/// What a chart on the page is drawn with.
#[derive(Debug, Clone, Copy)]
pub struct ChartTools {
    /// An empty chart in an element; see [`Drawing::new`](super::echarts::Drawing::new).
    pub prepare: Prepare,
    /// A chart's last rows; see [`last_rows`](super::table::last_rows).
    pub last_rows: fn(&Chart, usize) -> Table,
}

/// A chart that has its place on the page.
pub trait DrawnChart {
    /// Draws `chart`, and says which part of its axis it opens on, in percent, where it has a zoom.
    ///
    /// # Errors
    /// ECharts' exception, or a chart that is none (a bug).
    fn show(&self, chart: &Chart) -> Result<Option<(f64, f64)>, JsValue>;
    /// Fits the chart to its holder.
    fn resize(&self);
    /// The chart as it looks now: the address of a PNG of twice its size.
    fn image(&self) -> String;
    /// The chart as it looks now: an SVG.
    ///
    /// # Errors
    /// ECharts' exception.
    fn svg(&self) -> Result<String, JsValue>;
    /// Shows `start..=end` percent of the axis.
    fn show_window(&self, start: f64, end: f64);
    /// The window shown now, in percent, as far as it was ever chosen or set.
    fn window(&self) -> Option<(f64, f64)>;
}
