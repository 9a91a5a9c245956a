//! A chart as data: charming's parts, put together to an ECharts option.
//!
//! charming's own `Chart` can hold every component and series there is, so serialising it links the
//! code of all of them, a twelfth of the page's download. This one holds what the page draws.

use charming::component::{Axis, DataZoom, Grid, Legend};
use charming::element::{Color, Tooltip};
use charming::series::{Line, Scatter};
use serde::{Serialize, Serializer};
use std::sync::Arc;

/// An ECharts option of the page's own charts.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Chart {
    animation: bool,
    background_color: Color,
    grid: Grid,
    legend: Legend,
    tooltip: Tooltip,
    x_axis: Vec<Axis>,
    y_axis: Vec<Axis>,
    data_zoom: Vec<DataZoom>,
    series: Vec<Series>,
}

/// A series that the page draws. Shared: a copy of a chart costs nothing, however many points it has.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Series {
    #[serde(serialize_with = "as_itself")]
    Line(Arc<Line>),
    #[serde(serialize_with = "as_itself")]
    Scatter(Arc<Scatter>),
}

/// As what is shared is written. (serde writes an `Arc` only with a feature that every crate would be
/// compiled with.)
fn as_itself<T: Serialize, S: Serializer>(shared: &Arc<T>, to: S) -> Result<S::Ok, S::Error> {
    shared.as_ref().serialize(to)
}

/// An option of nothing but some series, to be merged into the chart that has them.
#[derive(Debug, PartialEq, Serialize)]
pub struct SomeSeries<'a> {
    series: Vec<&'a Series>,
}

impl SomeSeries<'_> {
    pub fn is_empty(&self) -> bool {
        self.series.is_empty()
    }
}

impl From<Line> for Series {
    fn from(line: Line) -> Self {
        Self::Line(Arc::new(line))
    }
}

impl From<Scatter> for Series {
    fn from(scatter: Scatter) -> Self {
        Self::Scatter(Arc::new(scatter))
    }
}

impl Chart {
    /// A chart without axes and series. It is never animated: long series draw at once, and nothing
    /// moves that was not asked to.
    pub fn new(background: impl Into<Color>, grid: Grid, legend: Legend, tooltip: Tooltip) -> Self {
        Self {
            animation: false,
            background_color: background.into(),
            grid,
            legend,
            tooltip,
            x_axis: Vec::new(),
            y_axis: Vec::new(),
            data_zoom: Vec::new(),
            series: Vec::new(),
        }
    }

    /// The series in which this chart differs from an older one; `None` where anything else differs, so
    /// that all must be drawn anew.
    pub fn changed_series(&self, old: &Self) -> Option<SomeSeries<'_>> {
        let same_frame = self.background_color == old.background_color
            && self.grid == old.grid
            && self.legend == old.legend
            && self.tooltip == old.tooltip
            && self.x_axis == old.x_axis
            && self.y_axis == old.y_axis
            && self.data_zoom == old.data_zoom
            && self.series.len() == old.series.len();
        if !same_frame {
            return None;
        }
        let pairs = self.series.iter().zip(&old.series);
        let changed = pairs.filter(|(new, old)| new != old);
        Some(SomeSeries {
            series: changed.map(|(new, _)| new).collect(),
        })
    }

    #[must_use]
    pub fn x_axis(mut self, axis: Axis) -> Self {
        self.x_axis.push(axis);
        self
    }

    #[must_use]
    pub fn y_axis(mut self, axis: Axis) -> Self {
        self.y_axis.push(axis);
        self
    }

    #[must_use]
    pub fn data_zoom(mut self, zoom: DataZoom) -> Self {
        self.data_zoom.push(zoom);
        self
    }

    #[must_use]
    pub fn series(mut self, series: impl Into<Series>) -> Self {
        self.series.push(series.into());
        self
    }
}
