//! The functions of a chart, which an option names and JSON cannot hold: labels and tooltips.

use super::frame::{AXIS, BAND_LOW, BAND_WIDTH, LABEL_DAY, LABEL_EPOCH, TOOLTIP};
use super::js::{get, list, put};
use super::text;
use super::unit::Unit;
use crate::app::ui::number::range;
use js_sys::Function;
use std::cell::RefCell;
use std::collections::HashMap;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::*;

/// The functions that option texts name, made when first named and kept: ECharts may call them as long
/// as any chart lives.
#[derive(Default)]
pub(super) struct Functions {
    by_name: RefCell<HashMap<String, Function>>,
}

impl Functions {
    /// Replaces the name at `holder[key]` by its function.
    pub(super) fn fill(&self, holder: &JsValue, key: &str) {
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
