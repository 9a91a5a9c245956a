//! A chart that has its place on the page, as whoever put it there sees it. What draws it loads after
//! the page, so the page holds the two functions of [`ChartTools`] and no name of theirs.

use super::chart::Chart;
use super::table::Table;
use leptos::prelude::Callback;
use wasm_bindgen::JsValue;

type Prepare = fn(
    &web_sys::Element,
    &'static str,
    Option<&'static str>,
    Option<Callback<usize>>,
    Box<dyn Fn()>,
) -> Result<Box<dyn DrawnChart>, JsValue>;

/// What a chart on the page is drawn with.
#[derive(Debug, Clone, Copy)]
pub struct ChartTools {
    /// An empty chart in an element, which tells the rows that are clicked; see [`Drawing::new`](super::echarts::Drawing::new).
    pub prepare: Prepare,
    /// A chart's last rows; see [`last_rows`](super::table::last_rows).
    pub last_rows: fn(&Chart, usize) -> Table,
}

/// A chart that has its place on the page.
pub trait DrawnChart {
    /// Draws `chart`, and says which part of its axis it opens on, in percent.
    ///
    /// # Errors
    /// ECharts' exception, or a chart that is none (a bug).
    fn show(&self, chart: &Chart) -> Result<Option<(f64, f64)>, JsValue>;
    /// Fits the chart to its holder.
    fn resize(&self);
    /// The chart as it looks now: the address of a PNG of twice its size.
    fn image(&self) -> String;
    /// Shows `start..=end` percent of the axis, here and in every linked chart.
    fn show_window(&self, start: f64, end: f64);
    /// The window shown now, in percent, as far as it was ever chosen or set.
    fn window(&self) -> Option<(f64, f64)>;
}
