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
mod coverage;
mod days;
pub mod draw_queue;
pub mod drawn;
pub mod echarts;
mod fan;
mod frame;
mod js;
pub mod library;
mod long_lines;
mod loss;
mod norms;
pub mod observe;
mod palette;
mod predictions;
mod prices;
mod so_far;
mod strands;
mod summary;
pub mod table;
pub mod text;
mod unit;

pub use chart::Chart;
pub use compare::{compare, summary_compare};
pub use coverage::{coverage, summary_coverage};
pub use days::{DaysScale, days_svg, summary_days};
pub use fan::{fan, summary_fan};
pub use loss::{SecondLoss, loss};
pub use norms::{norms, summary_norms};
pub use palette::{ColorScheme, Palette};
pub use predictions::{Beside, prediction, zoom};
pub use prices::{SplitMark, history, next_day, split};
pub use so_far::{so_far, summary_so_far};
pub use strands::{strand_depth, strand_place, strand_svg, summary_cell};
pub use summary::{
    summary_history, summary_loss, summary_next_day, summary_prediction, summary_split,
    summary_zoom,
};

/// Charts with this group move together: one zoom window for the whole and for the detail.
pub const PREDICTION_GROUP: &str = "prediction";

#[cfg(test)]
mod tests;
