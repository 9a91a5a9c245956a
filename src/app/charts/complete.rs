//! What charming cannot express, put into an option that came from it.

use super::frame::LABEL_DAY;
use super::functions::Functions;
use super::js::{get, list, object, put};
use super::long_lines;
use js_sys::{Array, Float64Array, Object};
use wasm_bindgen::prelude::*;

thread_local! {
    static FUNCTIONS: Functions = Functions::default();
}

/// Completes an option of a whole chart.
pub(super) fn complete(option: &JsValue) {
    let font = Object::new();
    put(
        &font,
        "fontFamily",
        "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif",
    );
    put(option, "textStyle", font);

    FUNCTIONS.with(|functions| {
        let tooltip = get(option, "tooltip");
        if tooltip.is_object() {
            functions.fill(&tooltip, "formatter");
            // Styled by charts.css: ECharts' own inline styles in HTML text would need a hole in
            // the Content-Security-Policy.
            put(&tooltip, "className", "chart-tooltip");
            put(&tooltip, "confine", true);
            put(&tooltip, "transitionDuration", 0);
            put(&tooltip, "padding", 0);
            put(&tooltip, "borderWidth", 0);
        }
        for axes in ["xAxis", "yAxis"] {
            for axis in list(&get(option, axes)) {
                let label = get(&axis, "axisLabel");
                if label.is_object() {
                    let name = get(&label, "formatter").as_string();
                    functions.fill(&label, "formatter");
                    put(&label, "hideOverlap", true);
                    if name.as_deref() == Some(LABEL_DAY) {
                        // The forecast's place must not lose its name on a narrow screen.
                        put(&label, "showMaxLabel", true);
                    }
                }
            }
        }
    });

    for zoom in list(&get(option, "dataZoom")) {
        if get(&zoom, "type").as_string().as_deref() == Some("inside") {
            // The wheel scrolls the page unless Ctrl is held; a finger moves the page up and down.
            put(&zoom, "zoomOnMouseWheel", "ctrl");
            put(&zoom, "moveOnMouseWheel", false);
            put(&zoom, "preventDefaultMouseMove", false);
        } else {
            style_slider(&zoom);
        }
    }
    complete_series(option);
    let legend = get(option, "legend");
    let text = get(&get(&legend, "textStyle"), "color");
    put(&legend, "pageIconColor", text.clone());
    put(
        &legend,
        "pageIconInactiveColor",
        get(&legend, "inactiveColor"),
    );
    put(&legend, "pageIconSize", 11);
    put(&legend, "pageTextStyle", object("color", &text));
}

/// Completes the series of an option.
pub(super) fn complete_series(option: &JsValue) {
    for series in list(&get(option, "series")) {
        forget_what_was(&series);
        pack_points(&series);
        if get(&series, "showSymbol").is_truthy() {
            // Else ECharts marks only the days that have a label on the axis.
            put(&series, "showAllSymbol", true);
        }
        let label = get(&series, "label");
        if label.is_object() {
            // A line is named once, at its end; charming has no name for that.
            put(&label, "valueAnimation", false);
            put(&series, "endLabel", label);
            put(&series, "label", object("show", &false.into()));
        }
    }
    long_lines::paint_fewer_points(option);
}

/// ECharts merges a series into the one with its id: points and marks that are gone must say so.
fn forget_what_was(series: &JsValue) {
    if get(series, "data").is_undefined() {
        put(series, "data", Array::new());
    }
    for mark in ["markLine", "markArea"] {
        if get(series, mark).is_undefined() {
            put(series, mark, object("data", &JsValue::NULL));
        }
    }
}

/// Turns a line's pairs into one typed array, which ECharts takes without walking through it: for
/// 5,300 days `setOption` gets about five times shorter.
fn pack_points(series: &JsValue) {
    let Ok(data) = get(series, "data").dyn_into::<Array>() else {
        return;
    };
    if !Array::is_array(&data.get(0)) {
        return;
    }
    put(series, "data", Float64Array::new(&data.flat(1)));
    put(
        series,
        "dimensions",
        Array::of2(&"row".into(), &"value".into()),
    );
}

/// A slider's handles take its border colour.
fn style_slider(zoom: &JsValue) {
    let color = get(zoom, "borderColor");
    let handle = Object::new();
    put(&handle, "color", color.clone());
    put(&handle, "borderColor", color.clone());
    put(zoom, "handleStyle", handle.clone());
    put(zoom, "moveHandleStyle", handle);
    put(zoom, "showDetail", false);
    put(zoom, "handleSize", "80%");
    put(zoom, "handleIcon", "path://M-3,-10L3,-10L3,10L-3,10Z");
    put(zoom, "moveHandleSize", 5);
    put(zoom, "height", 18);
}
