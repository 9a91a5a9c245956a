//! The charts: each is a pure function of plain data that gives a [`Chart`] of charming's parts, and
//! beside it a summary in words for whoever cannot see it.
//!
//! Nothing here touches the browser but [`echarts`], [`library`] and [`draw_queue`], the edge that
//! hands a chart to ECharts. What charming cannot express (functions, a few options) is named in the option by a
//! string and filled in there, without `eval`, so that the strict Content-Security-Policy holds.
//!
//! Rows are trading days drawn as categories: no gaps at weekends. A value that is not known on a
//! day is `null`, never 0.

mod chart;
mod compare;
mod complete;
mod coverage;
mod days;
pub mod draw_queue;
pub mod echarts;
mod fan;
mod frame;
mod functions;
mod growth;
mod js;
pub mod library;
mod long_lines;
mod loss;
mod norms;
pub mod observe;
mod palette;
mod predicted;
mod predictions;
mod prices;
mod strands;
mod strip;
mod summary;
pub mod table;
pub mod text;
mod travel;
mod unit;

pub use chart::Chart;
pub use compare::{compare, summary_compare};
pub use coverage::{coverage, summary_coverage};
pub use days::{DaysScale, bars_svg, days_bars, summary_days};
pub use fan::{fan, summary_fan};
pub use growth::{growth, summary_growth};
pub use loss::{SecondLoss, best_epoch, loss};
pub use norms::{norms, summary_norms};
pub use palette::{ColorScheme, Palette};
pub use predicted::Predicted;
pub use predictions::{Beside, Shift, prediction, zoom};
pub use prices::{OddMark, SplitMark, history, next_day, split};
pub use strands::{strand_depth, strand_place, strand_svg, summary_cell};
pub use summary::{
    summary_history, summary_loss, summary_next_day, summary_prediction, summary_so_far,
    summary_split, summary_zoom,
};
pub use travel::{Decades, boxes_svg, summary_travel, way_back_svg, way_class, way_name, ways_svg};

#[cfg(test)]
mod tests;
