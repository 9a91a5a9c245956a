//! The edge to ECharts, a global of the page (`echarts`, bundled from npm).
//!
//! charming's own renderer builds a new ECharts instance for every drawing and passes options
//! through `serde_wasm_bindgen`, value by value. Here an instance is kept, an option travels as one
//! JSON string, and the functions that JSON cannot hold are put in by name: real closures, never
//! text that would have to be evaluated.

use super::chart::Chart;
use super::drawn::DrawnChart;
use super::frame::{AXIS, BAND_LOW, BAND_WIDTH, LABEL_DAY, LABEL_EPOCH, LABEL_MONTH, TOOLTIP};
use super::js::{get, list, object, put};
use super::unit::Unit;
use super::{long_lines, text};
use crate::app::ui::number::range;
use crate::number;
use js_sys::{Array, Float64Array, Function, JSON, Object};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// An ECharts instance.
    #[derive(Clone)]
    type Instance;

    /// What draws for an instance, and hears the pointer wherever it is.
    type Renderer;

    #[wasm_bindgen(method, js_name = getZr)]
    fn renderer(this: &Instance) -> Renderer;

    #[wasm_bindgen(method)]
    fn on(this: &Renderer, event: &str, handler: &Function);

    #[wasm_bindgen(method, js_name = containPixel)]
    fn contains_pixel(this: &Instance, finder: &JsValue, pixel: &Array) -> bool;

    #[wasm_bindgen(method, js_name = convertFromPixel)]
    fn value_at_pixel(this: &Instance, finder: &JsValue, pixel: f64) -> JsValue;

    #[wasm_bindgen(js_namespace = echarts, js_name = init, catch)]
    fn init(
        holder: &web_sys::Element,
        theme: &JsValue,
        options: &JsValue,
    ) -> Result<Instance, JsValue>;

    #[wasm_bindgen(js_namespace = echarts, js_name = connect, catch)]
    fn connect(group: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(method, js_name = setOption, catch)]
    fn set_option(this: &Instance, option: &JsValue, flags: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(method)]
    fn resize(this: &Instance);

    #[wasm_bindgen(method)]
    fn dispose(this: &Instance);

    #[wasm_bindgen(method)]
    fn on(this: &Instance, event: &str, handler: &Function);

    #[wasm_bindgen(method, js_name = dispatchAction)]
    fn dispatch_action(this: &Instance, action: &JsValue);

    #[wasm_bindgen(method, js_name = getDataURL)]
    fn data_url(this: &Instance, options: &JsValue) -> String;

    #[wasm_bindgen(method, setter, js_name = group)]
    fn set_group(this: &Instance, group: &str);
}

/// A chart on the page. Dropping it frees the canvas and its listeners.
pub struct Drawing {
    instance: Instance,
    /// Whose zoom window this chart shows: its group's, or its own.
    zoom_key: String,
    /// The rows of the last drawing, shared with the zoom listener.
    axis: Rc<RefCell<Option<AxisIdentity>>>,
    _on_zoom: Closure<dyn Fn(JsValue)>,
    _on_finished: Closure<dyn Fn()>,
    _on_click: Option<Closure<dyn Fn(JsValue)>>,
}

impl std::fmt::Debug for Drawing {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Drawing").finish_non_exhaustive()
    }
}

/// The part of the axis that is shown, in percent.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Window {
    start: f64,
    end: f64,
}

/// Two drawings have the same rows if these agree: then a visitor's zoom outlives a redrawing.
#[derive(Debug, Clone, PartialEq, Eq)]
struct AxisIdentity {
    rows: u32,
    first: Option<String>,
    last: Option<String>,
}

thread_local! {
    /// The zoom window last chosen per chart or group. A chart first drawn when scrolled into view
    /// opens on the window its group has by then.
    static WINDOWS: RefCell<HashMap<String, (AxisIdentity, Window)>> = RefCell::default();
    static FUNCTIONS: Functions = Functions::default();
}

impl Drawing {
    /// Prepares an empty chart in `holder`. Charts with the same `group` share their zoom, tooltip
    /// and legend. `finished` is called after each completed drawing.
    ///
    /// # Errors
    /// ECharts' exception, above all where the page's `echarts` did not load.
    pub fn new(
        holder: &web_sys::Element,
        name: &str,
        group: Option<&'static str>,
        finished: impl Fn() + 'static,
    ) -> Result<Self, JsValue> {
        let instance = init(holder, &JsValue::NULL, &JsValue::UNDEFINED)?;
        if let Some(group) = group {
            instance.set_group(group);
            connect(group)?;
        }
        let zoom_key = group.unwrap_or(name).to_owned();
        let axis: Rc<RefCell<Option<AxisIdentity>>> = Rc::default();
        let on_zoom = {
            let (key, axis) = (zoom_key.clone(), Rc::clone(&axis));
            Closure::new(move |event: JsValue| {
                if let (Some(window), Some(axis)) = (window_of(&event), axis.borrow().clone()) {
                    WINDOWS.with_borrow_mut(|windows| windows.insert(key.clone(), (axis, window)));
                }
            })
        };
        instance.on("datazoom", on_zoom.as_ref().unchecked_ref());
        let on_finished: Closure<dyn Fn()> = Closure::new(finished);
        instance.on("finished", on_finished.as_ref().unchecked_ref());
        Ok(Self {
            instance,
            zoom_key,
            axis,
            _on_zoom: on_zoom,
            _on_finished: on_finished,
            _on_click: None,
        })
    }

    /// Calls `clicked` with the row of every click into the plot; a drag is none.
    pub fn on_row(&mut self, clicked: impl Fn(usize) + 'static) {
        let instance = self.instance.clone();
        let on_click: Closure<dyn Fn(JsValue)> = Closure::new(move |event: JsValue| {
            let place = |key| get(&event, key).as_f64();
            let (Some(x), Some(y)) = (place("offsetX"), place("offsetY")) else {
                return;
            };
            let plot = object("gridIndex", &0.into());
            if !instance.contains_pixel(&plot, &Array::of2(&x.into(), &y.into())) {
                return;
            }
            let axis = object("xAxisIndex", &0.into());
            if let Some(row) = instance.value_at_pixel(&axis, x).as_f64()
                && row >= 0.0
            {
                clicked(row as usize);
            }
        });
        let renderer = self.instance.renderer();
        renderer.on("click", on_click.as_ref().unchecked_ref());
        self._on_click = Some(on_click);
    }

    /// Sets what the chart shows: an [`option`]. ECharts draws it in its next frame, a task of its own.
    ///
    /// # Errors
    /// ECharts' exception.
    fn set(&self, option: &JsValue) -> Result<(), JsValue> {
        let axis = axis_identity(option);
        WINDOWS.with_borrow(|windows| {
            if let Some((of, window)) = windows.get(&self.zoom_key)
                && *of == axis
            {
                for zoom in list(&get(option, "dataZoom")) {
                    put(&zoom, "start", window.start);
                    put(&zoom, "end", window.end);
                }
            }
        });
        *self.axis.borrow_mut() = Some(axis);

        let flags = Object::new();
        put(&flags, "lazyUpdate", true);
        // Series are replaced by id, everything else merged: a series that is gone must not linger.
        put(&flags, "replaceMerge", Array::of1(&"series".into()));
        self.instance.set_option(option, &flags)
    }
}

impl Drop for Drawing {
    fn drop(&mut self) {
        self.instance.dispose();
    }
}

impl DrawnChart for Drawing {
    fn show(&self, chart: &Chart) -> Result<Option<(f64, f64)>, JsValue> {
        let option = option(chart)?;
        let opens_on = initial_window(&option);
        self.set(&option)?;
        Ok(opens_on)
    }

    fn resize(&self) {
        self.instance.resize();
    }

    fn image(&self) -> String {
        let options = Object::new();
        put(&options, "type", "png");
        put(&options, "pixelRatio", 2);
        self.instance.data_url(&options)
    }

    fn show_window(&self, start: f64, end: f64) {
        let action = Object::new();
        put(&action, "type", "dataZoom");
        put(&action, "dataZoomIndex", 0);
        put(&action, "start", start);
        put(&action, "end", end);
        self.instance.dispatch_action(&action);
    }

    fn window(&self) -> Option<(f64, f64)> {
        WINDOWS.with_borrow(|windows| {
            let (axis, window) = windows.get(&self.zoom_key)?;
            (Some(axis) == self.axis.borrow().as_ref()).then_some((window.start, window.end))
        })
    }
}

/// A chart as an ECharts option, with everything charming cannot express.
///
/// # Errors
/// A message for developers: the chart could not be serialised (a bug).
fn option(chart: &Chart) -> Result<JsValue, String> {
    let json = number::to_json(chart).map_err(|error| error.to_string())?;
    let option = JSON::parse(&json).map_err(|error| format!("{error:?}"))?;
    complete(&option);
    Ok(option)
}

/// The window an option opens on.
fn initial_window(option: &JsValue) -> Option<(f64, f64)> {
    let zoom = list(&get(option, "dataZoom")).into_iter().next()?;
    Some((get(&zoom, "start").as_f64()?, get(&zoom, "end").as_f64()?))
}

fn complete(option: &JsValue) {
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
    for series in list(&get(option, "series")) {
        pack_points(&series);
        if get(&series, "showSymbol").is_truthy() {
            // Else ECharts marks only the days that have a label on the axis.
            put(&series, "showAllSymbol", true);
        }
    }
    long_lines::paint_fewer_points(option);
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

/// A slider's handles take its border colour; over the plot it is as high as the plot.
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
    if get(zoom, "id").as_string().as_deref() == Some(super::frame::ZOOM_OVER_PLOT) {
        put(zoom, "id", super::frame::ZOOM_SLIDER);
        // Null instead of the default 30: the height follows from `top` and `bottom`.
        put(zoom, "height", JsValue::NULL);
        put(zoom, "showDataShadow", false);
        put(zoom, "handleSize", "26%");
        put(zoom, "handleIcon", "path://M-1,-8L1,-8L1,8L-1,8Z");
    } else {
        put(zoom, "height", 22);
    }
}

/// The functions that option texts name, made when first named and kept: ECharts may call them as long
/// as any chart lives.
#[derive(Default)]
struct Functions {
    by_name: RefCell<HashMap<String, Function>>,
}

impl Functions {
    /// Replaces the name at `holder[key]` by its function.
    fn fill(&self, holder: &JsValue, key: &str) {
        let Some(name) = get(holder, key).as_string() else {
            return;
        };
        let known = self.by_name.borrow().get(&name).cloned();
        let Some(function) = known.or_else(|| function(&name)) else {
            return;
        };
        put(holder, key, function.clone());
        self.by_name.borrow_mut().insert(name, function);
    }
}

/// The function of that name; none for a text that is none.
fn function(name: &str) -> Option<Function> {
    if let Some(unit) = name.strip_prefix(TOOLTIP).and_then(Unit::from_name) {
        return Some(tooltip(unit));
    }
    if let Some(unit) = name.strip_prefix(AXIS).and_then(Unit::from_name) {
        return Some(number_label(unit));
    }
    match name {
        LABEL_MONTH => Some(category_label(text::month_label)),
        LABEL_DAY => Some(category_label(text::day_label)),
        LABEL_EPOCH => Some(category_label(text::epoch_label)),
        _ => None,
    }
}

fn category_label(text: fn(&str) -> String) -> Function {
    Closure::<dyn Fn(JsValue) -> String>::new(move |category: JsValue| {
        text(&category.as_string().unwrap_or_default())
    })
    .into_js_value()
    .unchecked_into()
}

fn number_label(unit: Unit) -> Function {
    Closure::<dyn Fn(JsValue) -> String>::new(move |value: JsValue| {
        unit.axis_text(value.as_f64().unwrap_or(f64::NAN))
    })
    .into_js_value()
    .unchecked_into()
}

/// A tooltip built of elements, not of HTML text: nothing in it can be read as markup.
fn tooltip(unit: Unit) -> Function {
    Closure::<dyn Fn(JsValue) -> JsValue>::new(move |parameters: JsValue| {
        tooltip_element(&parameters, unit).unwrap_or(JsValue::from_str(""))
    })
    .into_js_value()
    .unchecked_into()
}

fn tooltip_element(parameters: &JsValue, unit: Unit) -> Option<JsValue> {
    let document = web_sys::window()?.document()?;
    let element = |tag: &str, class: &str, text: &str| {
        let element = document.create_element(tag).ok()?;
        element.set_class_name(class);
        element.set_text_content((!text.is_empty()).then_some(text));
        Some(element)
    };
    let entries = list(parameters);
    let category = get(entries.first()?, "axisValue")
        .as_string()
        .unwrap_or_default();
    let root = element("div", "chart-tip", "")?;
    let head = element("div", "chart-tip-head", &text::heading(&category))?;
    root.append_child(&head).ok()?;
    let id = |entry: &JsValue| get(entry, "seriesId").as_string().unwrap_or_default();
    let width = entries.iter().find(|entry| id(entry) == BAND_WIDTH);
    let band_width = width.and_then(value_of);
    for entry in entries {
        let Some(value) = value_of(&entry) else {
            continue; // no value on this day
        };
        let value = match (id(&entry).as_str(), band_width) {
            // Told as one range with its lower edge.
            (BAND_WIDTH, _) => continue,
            (BAND_LOW, Some(width)) => range(value, value + width, |it| unit.text(it)),
            _ => unit.text(value),
        };
        let row = element("div", "chart-tip-row", "")?;
        let mark = element("span", "chart-tip-mark", "")?;
        if let (Some(style), Some(color)) = (
            mark.dyn_ref::<web_sys::HtmlElement>()
                .map(web_sys::HtmlElement::style),
            get(&entry, "color").as_string(),
        ) {
            // Through the object model, which the policy allows; an attribute it would not.
            style.set_property("background-color", &color).ok()?;
        }
        row.append_child(&mark).ok()?;
        let name = get(&entry, "seriesName").as_string().unwrap_or_default();
        let name = element("span", "chart-tip-name", &name)?;
        row.append_child(&name).ok()?;
        let value = element("span", "chart-tip-value", &value)?;
        row.append_child(&value).ok()?;
        root.append_child(&row).ok()?;
    }
    Some(root.into())
}

/// What a tooltip's entry holds: row, value and, of a stacked line, what ECharts worked out from it; or
/// the value alone.
fn value_of(entry: &JsValue) -> Option<f64> {
    let value = get(entry, "value");
    list(&value).into_iter().nth(1).unwrap_or(value).as_f64()
}

/// The window a `datazoom` event tells of: inside zooms send a batch, sliders the event itself.
fn window_of(event: &JsValue) -> Option<Window> {
    let batch = list(&get(event, "batch"));
    let change = batch.first().unwrap_or(event);
    Some(Window {
        start: get(change, "start").as_f64()?,
        end: get(change, "end").as_f64()?,
    })
}

fn axis_identity(option: &JsValue) -> AxisIdentity {
    let axis = list(&get(option, "xAxis")).into_iter().next();
    let data: Array = axis
        .map(|axis| get(&axis, "data"))
        .and_then(|data| data.dyn_into().ok())
        .unwrap_or_default();
    AxisIdentity {
        rows: data.length(),
        first: data.get(0).as_string(),
        last: data.at(-1).as_string(),
    }
}
