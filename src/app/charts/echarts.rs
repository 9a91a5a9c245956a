//! The edge to ECharts, a global of the page (`echarts`, bundled from npm).
//!
//! charming's own renderer builds a new ECharts instance for every drawing and passes options
//! through `serde_wasm_bindgen`, value by value. Here an instance is kept, an option travels as one
//! JSON string, and the functions that JSON cannot hold are put in by name: real closures, never
//! text that would have to be evaluated.

use super::chart::{Chart, SomeSeries};
use super::complete::{complete, complete_series};
use super::frame::LABEL_DATE;
use super::js::{get, list, object, put};
use super::{long_lines, text};
use crate::number;
use js_sys::{Array, Function, JSON, Object};
use serde::Serialize;
use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};
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

    /// An instance that is on no page.
    #[wasm_bindgen(js_namespace = echarts, js_name = init, catch)]
    fn init_without_holder(
        holder: &JsValue,
        theme: &JsValue,
        options: &JsValue,
    ) -> Result<Instance, JsValue>;

    #[wasm_bindgen(method, js_name = getWidth)]
    fn width(this: &Instance) -> f64;

    #[wasm_bindgen(method, js_name = getHeight)]
    fn height(this: &Instance) -> f64;

    /// All that the chart shows now.
    #[wasm_bindgen(method, js_name = getOption)]
    fn option_now(this: &Instance) -> JsValue;

    #[wasm_bindgen(method, js_name = renderToSVGString, catch)]
    fn svg_text(this: &Instance) -> Result<String, JsValue>;

    /// The first and the last category that the axis shows now; nothing before there is an axis.
    #[wasm_bindgen(js_namespace = echarts, js_name = shownCategories)]
    fn shown_categories(chart: &Instance) -> Array;

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
}

/// A chart on the page. Dropping it frees the canvas and its listeners.
pub struct Drawing {
    instance: Instance,
    /// Whose zoom window this chart shows.
    name: String,
    /// The rows of the last drawing, shared with the zoom listener.
    axis: Rc<RefCell<Option<AxisIdentity>>>,
    /// The window that the chart opens on, where it has a zoom.
    opens_on: Cell<Option<(f64, f64)>>,
    /// What is drawn.
    shown: RefCell<Option<Chart>>,
    /// The series of the last drawing of everything, by their ids.
    series: RefCell<HashSet<String>>,
    /// Labels of dates, as precise as what is shown of them asks for.
    date_label: Closure<dyn Fn(JsValue) -> String>,
    _on_zoom: Closure<dyn Fn(JsValue)>,
    _on_finished: Closure<dyn Fn()>,
    pointer: Vec<Closure<dyn Fn(JsValue)>>,
}

/// A chart as ECharts takes it, made for one drawing.
#[derive(Debug)]
pub struct Prepared {
    chart: Chart,
    change: Change,
}

/// What of a chart is not drawn yet: options.
#[derive(Debug)]
enum Change {
    Nothing,
    Some(JsValue),
    All(JsValue),
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
    /// The zoom window last chosen per chart. A chart that is built anew opens on it.
    static WINDOWS: RefCell<HashMap<String, (AxisIdentity, Window)>> = RefCell::default();
}

impl Drawing {
    /// Prepares an empty chart in `holder`. `finished` is called after each completed drawing.
    ///
    /// # Errors
    /// ECharts' exception, above all where the page's `echarts` did not load.
    pub fn new(
        holder: &web_sys::Element,
        name: &str,
        finished: impl Fn() + 'static,
    ) -> Result<Self, JsValue> {
        let instance = init(holder, &JsValue::NULL, &JsValue::UNDEFINED)?;
        let name = name.to_owned();
        let axis: Rc<RefCell<Option<AxisIdentity>>> = Rc::default();
        let on_zoom = {
            let (key, axis) = (name.clone(), Rc::clone(&axis));
            Closure::new(move |event: JsValue| {
                if let (Some(window), Some(axis)) = (window_of(&event), axis.borrow().clone()) {
                    WINDOWS.with_borrow_mut(|windows| windows.insert(key.clone(), (axis, window)));
                }
            })
        };
        instance.on("datazoom", on_zoom.as_ref().unchecked_ref());
        let date_label = {
            let instance = instance.clone();
            Closure::new(move |category: JsValue| {
                let text = |value: JsValue| value.as_string().unwrap_or_default();
                let shown = shown_categories(&instance);
                text::date_label(&text(category), &text(shown.get(0)), &text(shown.get(1)))
            })
        };
        let on_finished: Closure<dyn Fn()> = Closure::new(finished);
        instance.on("finished", on_finished.as_ref().unchecked_ref());
        Ok(Self {
            instance,
            name,
            axis,
            opens_on: Cell::default(),
            shown: RefCell::default(),
            series: RefCell::default(),
            date_label,
            _on_zoom: on_zoom,
            _on_finished: on_finished,
            pointer: Vec::new(),
        })
    }

    fn on_pointer(&mut self, event: &str, act: impl Fn(JsValue) + 'static) {
        let act: Closure<dyn Fn(JsValue)> = Closure::new(act);
        let renderer = self.instance.renderer();
        renderer.on(event, act.as_ref().unchecked_ref());
        self.pointer.push(act);
    }

    /// Calls `clicked` with the row of every click into the plot; a drag is none.
    pub fn on_row(&mut self, clicked: impl Fn(usize) + 'static) {
        let instance = self.instance.clone();
        self.on_pointer("click", move |event| {
            if let Some(row) = row_in_plot(&instance, &event) {
                clicked(row);
            }
        });
    }

    /// Calls `dragged` with the rows between the place where a drag in the plot began and where the
    /// pointer is now, and with `true` where one begins.
    pub fn on_drag(&mut self, dragged: impl Fn(i32, bool) + 'static) {
        let from: Rc<Cell<Option<usize>>> = Rc::default();
        let dragged = Rc::new(dragged);
        {
            let (instance, from, dragged) = (self.instance.clone(), from.clone(), dragged.clone());
            self.on_pointer("mousedown", move |event| {
                from.set(row_in_plot(&instance, &event));
                if from.get().is_some() {
                    dragged(0, true);
                }
            });
        }
        {
            let (instance, from) = (self.instance.clone(), from.clone());
            self.on_pointer("mousemove", move |event| {
                if let (Some(from), Some(row)) = (from.get(), row_in_plot(&instance, &event)) {
                    dragged(row as i32 - from as i32, false);
                }
            });
        }
        for end in ["mouseup", "globalout"] {
            let from = from.clone();
            self.on_pointer(end, move |_| from.set(None));
        }
    }

    /// A chart as an ECharts option, with everything charming cannot express.
    ///
    /// # Errors
    /// A message for developers: the chart could not be serialised (a bug).
    fn option(&self, chart: &Chart) -> Result<JsValue, String> {
        let option = parsed(chart)?;
        complete(&option);
        for axis in list(&get(&option, "xAxis")) {
            let label = get(&axis, "axisLabel");
            if get(&label, "formatter").as_string().as_deref() == Some(LABEL_DATE) {
                put(&label, "formatter", self.date_label.as_ref());
            }
        }
        Ok(option)
    }

    /// Sets what the chart shows: an option. ECharts draws it in its next frame, a task of its own.
    ///
    /// # Errors
    /// ECharts' exception.
    fn set(&self, option: &JsValue) -> Result<(), JsValue> {
        self.keep_window(option);
        *self.axis.borrow_mut() = Some(axis_identity(option));
        *self.series.borrow_mut() = ids(option);

        let flags = Object::new();
        put(&flags, "lazyUpdate", true);
        // Series are replaced by id, everything else merged: a series that is gone must not linger.
        put(&flags, "replaceMerge", Array::of1(&"series".into()));
        self.instance.set_option(option, &flags)
    }

    /// An option of the same rows as before keeps the window that was chosen.
    fn keep_window(&self, option: &JsValue) {
        let axis = axis_identity(option);
        WINDOWS.with_borrow(|windows| {
            if let Some((of, window)) = windows.get(&self.name)
                && *of == axis
            {
                for zoom in list(&get(option, "dataZoom")) {
                    put(&zoom, "start", window.start);
                    put(&zoom, "end", window.end);
                }
            }
        });
    }

    /// The option of some series, of which the drawn ones are replaced, and all others left alone: a line
    /// that moves costs its own points and no other's. `None` where a line became long, or is no longer,
    /// and there are other series to draw.
    ///
    /// # Errors
    /// A message for developers: the series could not be serialised (a bug).
    fn option_of_some(&self, some: &SomeSeries) -> Result<Option<JsValue>, String> {
        let option = parsed(some)?;
        let changed = ids(&option);
        complete_series(&option);
        let known = self.series.borrow();
        let of_changed = known
            .iter()
            .filter(|id| changed.contains(long_lines::told_id(id)));
        let same_series = of_changed.cloned().collect::<HashSet<_>>() == ids(&option);
        Ok(same_series.then_some(option))
    }
}

impl Drop for Drawing {
    fn drop(&mut self) {
        self.instance.dispose();
    }
}

impl Drawing {
    /// Makes of `chart` what [`Self::show`] gives to ECharts, in a task of its own: with many points both
    /// take a phone long.
    ///
    /// # Errors
    /// A message for developers: the chart could not be serialised (a bug).
    pub fn prepare(&self, chart: &Chart) -> Result<Prepared, String> {
        let shown = self.shown.borrow();
        let some = shown.as_ref().and_then(|old| chart.changed_series(old));
        let change = match some {
            Some(some) if some.is_empty() => Some(Change::Nothing),
            Some(some) => self.option_of_some(&some)?.map(Change::Some),
            None => None,
        };
        Ok(Prepared {
            change: match change {
                Some(change) => change,
                None => Change::All(self.option(chart)?),
            },
            chart: chart.clone(),
        })
    }

    /// Draws what was prepared last, and says which part of its axis it opens on, in percent, where it has
    /// a zoom. Between the two nothing else may be drawn.
    ///
    /// # Errors
    /// ECharts' exception.
    pub fn show(&self, prepared: Prepared) -> Result<Option<(f64, f64)>, JsValue> {
        match prepared.change {
            Change::Nothing => {}
            Change::Some(option) => {
                let flags = object("lazyUpdate", &true.into());
                self.instance.set_option(&option, &flags)?;
            }
            Change::All(option) => {
                self.opens_on.set(initial_window(&option));
                self.set(&option)?;
            }
        }
        *self.shown.borrow_mut() = Some(prepared.chart);
        Ok(self.opens_on.get())
    }

    /// Fits the chart to its holder.
    pub fn resize(&self) {
        self.instance.resize();
    }

    /// The chart as it looks now: the address of a PNG of twice its size.
    pub fn image(&self) -> String {
        let options = Object::new();
        put(&options, "type", "png");
        put(&options, "pixelRatio", 2);
        self.instance.data_url(&options)
    }

    /// The chart as it looks now: an SVG.
    ///
    /// # Errors
    /// ECharts' exception.
    pub fn svg(&self) -> Result<String, JsValue> {
        let shown = self.shown.borrow();
        let Some(chart) = &*shown else {
            return Ok(String::new());
        };
        let option = self.option(chart)?;
        self.keep_window(&option);
        // What was hidden by the legend stays hidden.
        let now = self.instance.option_now();
        if let Some(legend) = list(&get(&now, "legend")).first() {
            put(&get(&option, "legend"), "selected", get(legend, "selected"));
        }
        let settings = object("renderer", &"svg".into());
        put(&settings, "ssr", true);
        put(&settings, "width", self.instance.width());
        put(&settings, "height", self.instance.height());
        let beside = init_without_holder(&JsValue::NULL, &JsValue::NULL, &settings)?;
        let drawn = beside
            .set_option(&option, &Object::new())
            .and_then(|()| beside.svg_text());
        beside.dispose();
        drawn
    }

    /// Shows `start..=end` percent of the axis.
    pub fn show_window(&self, start: f64, end: f64) {
        let action = Object::new();
        put(&action, "type", "dataZoom");
        put(&action, "dataZoomIndex", 0);
        put(&action, "start", start);
        put(&action, "end", end);
        self.instance.dispatch_action(&action);
    }

    /// The window shown now, in percent, as far as it was ever chosen or set.
    pub fn window(&self) -> Option<(f64, f64)> {
        WINDOWS.with_borrow(|windows| {
            let (axis, window) = windows.get(&self.name)?;
            (Some(axis) == self.axis.borrow().as_ref()).then_some((window.start, window.end))
        })
    }
}

fn parsed(what: &impl Serialize) -> Result<JsValue, String> {
    let json = number::to_json(what).map_err(|error| error.to_string())?;
    JSON::parse(&json).map_err(|error| format!("{error:?}"))
}

/// The window an option opens on.
fn initial_window(option: &JsValue) -> Option<(f64, f64)> {
    let zoom = list(&get(option, "dataZoom")).into_iter().next()?;
    Some((get(&zoom, "start").as_f64()?, get(&zoom, "end").as_f64()?))
}

/// The ids of an option's series.
fn ids(option: &JsValue) -> HashSet<String> {
    let all = list(&get(option, "series")).into_iter();
    all.filter_map(|series| get(&series, "id").as_string())
        .collect()
}

/// The row under the pointer, where that is in the plot.
fn row_in_plot(instance: &Instance, event: &JsValue) -> Option<usize> {
    let place = |key| get(event, key).as_f64();
    let (x, y) = (place("offsetX")?, place("offsetY")?);
    let plot = object("gridIndex", &0.into());
    if !instance.contains_pixel(&plot, &Array::of2(&x.into(), &y.into())) {
        return None;
    }
    let axis = object("xAxisIndex", &0.into());
    let row = instance.value_at_pixel(&axis, x).as_f64()?;
    (row >= 0.0).then_some(row as usize)
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
