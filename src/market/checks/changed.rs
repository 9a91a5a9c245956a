//! What becomes of a series' warnings when its rows are changed.

use super::rows::warnings;
use super::warning::DataWarning;
use crate::market::row::Row;
use crate::market::series::Series;

/// A series of changed rows, whose prices are still prices and whose dates were the series' own. What its reader
/// noticed stays true; what its prices said is said anew, and then what was done.
pub(super) fn said_anew(
    series: &Series,
    rows: Vec<Row>,
    done: impl IntoIterator<Item = DataWarning>,
) -> Series {
    let changed = series
        .with_rows(rows)
        .expect("prices between the smallest and the largest number, of dates that were a series'");
    let said_of_prices = warnings(series.info(), series.rows(), 0);
    let kept = series
        .warnings()
        .iter()
        .filter(|warning| !said_of_prices.contains(warning))
        .copied();
    changed.with_warnings(kept.chain(done))
}
