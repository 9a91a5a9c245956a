//! A chart as a table: its last rows, for whoever reads rather than looks.

use super::chart::Chart;
use super::frame::{BAND_LOW, BAND_WIDTH, TOOLTIP};
use super::text::heading;
use super::unit::Unit;
use crate::app::ui::number::{NOTHING, range};
use crate::{number, text};
use serde_json::Value;

/// A chart's last rows, newest first, as text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The first header is that of the category.
    pub headers: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// Reads the last `count` categories out of a finished chart. Costs a whole serialisation and reading it back: call it
/// when the table is asked for, not with every drawing.
pub fn last_rows(chart: &Chart, count: usize) -> Table {
    // By way of text, as the drawing goes: a second serialiser for every option that charming knows
    // would be a tenth of the page's download.
    let json = number::to_json(chart).and_then(|text| serde_json::from_str(&text));
    let Ok(option) = json as serde_json::Result<Value> else {
        return Table::default();
    };
    let axis = &option["xAxis"][0];
    let (Some(categories), Some(series)) = (axis["data"].as_array(), option["series"].as_array())
    else {
        return Table::default();
    };
    // What has no tooltip is drawn for the eye alone: the heights of stacked bands are no prices.
    let series: Vec<&Value> = series
        .iter()
        .filter(|one| one["tooltip"]["trigger"] != "none")
        .collect();
    let unit = option["tooltip"]["formatter"].as_str();
    let unit = unit.and_then(|name| Unit::from_name(name.strip_prefix(TOOLTIP)?));
    let Some(unit) = unit else {
        return Table::default();
    };
    let number = |one: &Value, row: usize| {
        let value = value_at(&one["data"], row);
        value.as_f64().or_else(|| value["value"].as_f64())
    };
    let width = series.iter().find(|one| one["id"] == BAND_WIDTH);
    let series: Vec<_> = series
        .iter()
        .filter(|one| one["id"] != BAND_WIDTH)
        .collect();
    let text = |one: &Value, row: usize| {
        let above = width.filter(|_| one["id"] == BAND_LOW);
        match (number(one, row), above.and_then(|width| number(width, row))) {
            (Some(low), Some(above)) => range(low, low + above, |it| unit.text(it)),
            (Some(value), None) => unit.text(value),
            (None, _) => NOTHING.to_owned(),
        }
    };

    let category = match unit {
        Unit::Loss => text::charts::epoch(),
        _ => text::charts::date(),
    };
    let mut headers = vec![category.to_owned()];
    headers.extend(
        series
            .iter()
            .map(|one| one["name"].as_str().unwrap_or_default().to_owned()),
    );
    let rows = categories
        .iter()
        .enumerate()
        .rev()
        .take(count)
        .map(|(row, category)| {
            let mut cells = vec![heading(category.as_str().unwrap_or_default())];
            cells.extend(series.iter().map(|one| text(one, row)));
            cells
        })
        .collect();
    Table { headers, rows }
}

/// What a series holds for category `row`: its `row`-th item, or, where it is written as pairs, the
/// pair of that row.
fn value_at(data: &Value, row: usize) -> &Value {
    let Some(items) = data.as_array() else {
        return &Value::Null;
    };
    match items.first().and_then(|first| first[0].as_u64()) {
        None => data.get(row).unwrap_or(&Value::Null),
        Some(_) => items
            .binary_search_by_key(&Some(row as u64), |pair| pair[0].as_u64())
            .map_or(&Value::Null, |found| &items[found][1]),
    }
}
