//! Lines of more days than a screen has pixels, at the edge to ECharts.
//!
//! Drawing a line costs by its points, and of 15,000 days on 700 pixels a reader sees the highest and
//! the lowest of each 20. So a long line becomes two series of the same points: one that is told and
//! not painted (`src-js/told.js`), for the tooltip and the axes, which know every day; and one that is
//! painted and nothing else, of which ECharts takes those two days for each pixel that the plot has at
//! the moment. Zoomed in, that is every day again. What is still denser than the pixels is painted a pixel
//! wide, over a ground of fewer points (`src-js/dense.js`).
//!
//! One series with ECharts' sampling would not do: the tooltip would only know the sampled days, and
//! others of each line.

use super::js::{get, object, put};
use js_sys::{Array, Float64Array, Object, Reflect};
use wasm_bindgen::prelude::*;

/// A line of more points is long: two for each pixel of a wide plot.
const MOST_POINTS: u32 = 2_000;
/// What the painted series' id has more than its line's.
const PAINTED: &str = ", painted";

/// The id of the line that a series belongs to.
pub(super) fn told_id(id: &str) -> &str {
    id.strip_suffix(PAINTED).unwrap_or(id)
}

/// Splits the long lines of an option whose points are packed. The painted ones come last, after all
/// that have a name.
pub(super) fn paint_fewer_points(option: &JsValue) {
    let Ok(all) = get(option, "series").dyn_into::<Array>() else {
        return;
    };
    for line in all.iter().filter(is_long).collect::<Vec<_>>() {
        let painted = Object::assign(&Object::new(), line.unchecked_ref());
        let id = get(&line, "id").as_string().unwrap_or_default();
        put(&painted, "id", id + PAINTED);
        put(&painted, "sampling", "minmax");
        put(&painted, "silent", true);
        put(&painted, "tooltip", object("trigger", &"none".into()));
        for mark in ["markLine", "markArea"] {
            remove(&painted, mark);
        }
        remove(&line, "areaStyle");
        put(&line, "type", "told");
        all.push(&painted);
    }
}

/// Stacked lines belong together point by point, and days that are drawn as symbols are few enough.
fn is_long(series: &JsValue) -> bool {
    points_of(series) > MOST_POINTS
        && !get(series, "showSymbol").is_truthy()
        && get(series, "stack").is_undefined()
}

/// The points of packed data; none of any other.
fn points_of(series: &JsValue) -> u32 {
    let data = get(series, "data").dyn_into::<Float64Array>();
    data.map_or(0, |points| points.length() / 2)
}

fn remove(object: &JsValue, key: &str) {
    // As `put`: only fails on frozen objects and proxies.
    let object: &Object = object.unchecked_ref();
    let _ = Reflect::delete_property(object, &key.into());
}
