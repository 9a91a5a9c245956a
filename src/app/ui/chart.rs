//! A chart on the page: canvas, words, table; with a title and its own buttons, or in a frame that has
//! them.

use crate::app::browser;
use crate::app::charts::echarts::{Drawing, Prepared};
use crate::app::charts::observe::{NearWatch, SizeWatch};
use crate::app::charts::table::last_rows;
use crate::app::charts::{Chart, draw_queue};
use crate::app::deferred::{Deferred, Loading};
use crate::app::ui::table::{FoldedTable, TextsTable};
use crate::text;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Rows the "as a table" view holds.
const TABLE_ROWS: usize = 30;
/// Share of the shown window that one press of an arrow key moves it by.
const KEY_STEP: f64 = 0.1;
/// The narrowest window the keyboard zooms to, in percent of all rows.
const NARROWEST: f64 = 0.5;

/// What lives outside the reactive world: the ECharts instance and its observers.
#[derive(Default)]
struct Canvas {
    drawing: RefCell<Option<Drawing>>,
    /// A drawing is already waiting in the queue; it will take the newest chart.
    waiting: Cell<bool>,
    /// What the next piece of the queue draws.
    prepared: RefCell<Option<Prepared>>,
    /// The window the chart opens on, for the keyboard's "Home"; none where it has no zoom.
    home: Cell<Option<(f64, f64)>>,
    observers: RefCell<Option<(SizeWatch, NearWatch)>>,
}

/// A chart as the frame around it holds it: the frame has title and buttons. Copied freely.
#[derive(Clone, Copy)]
pub struct ChartHandle {
    testid: &'static str,
    /// The chart's last rows stand over it as a table.
    table: RwSignal<bool>,
    canvas: StoredValue<Rc<Canvas>, LocalStorage>,
}

impl std::fmt::Debug for ChartHandle {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = formatter.debug_struct("ChartHandle");
        shown.field("testid", &self.testid).finish_non_exhaustive()
    }
}

impl ChartHandle {
    /// For the chart with this `data-testid`, which shows its table while `table` is true.
    pub fn new(testid: &'static str, table: RwSignal<bool>) -> Self {
        Self {
            testid,
            table,
            canvas: StoredValue::new_local(Rc::default()),
        }
    }

    /// Offers the chart as it looks now, as a PNG of twice its size.
    pub fn save_png(self) {
        if let Some(drawing) = &*self.canvas.get_value().drawing.borrow() {
            // Fails only where the page has no links at all.
            let _ = browser::save(&self.file_name("png"), &drawing.image());
        }
    }

    /// Offers the chart as it looks now, as an SVG.
    pub fn save_svg(self) {
        if let Some(drawing) = &*self.canvas.get_value().drawing.borrow() {
            match drawing.svg() {
                Ok(image) => {
                    // As above.
                    let name = self.file_name("svg");
                    let _ = browser::download(&name, "image/svg+xml", image.as_bytes());
                }
                Err(error) => leptos::logging::error!("{}: {error:?}", self.testid),
            }
        }
    }

    /// `hindcast-zoom.png`.
    fn file_name(self, kind: &str) -> String {
        let name = self.testid.replace("chart-", "hindcast-");
        format!("{name}.{kind}")
    }
}

/// Draws `chart` when it is near the screen and again whenever it changes.
#[component]
pub fn ChartView(
    /// `data-testid` of the figure.
    #[prop(into)]
    testid: &'static str,
    /// What the chart shows, in a few words.
    #[prop(into)]
    title: &'static str,
    /// The chart; `None` where there is nothing to draw yet. Best a `Memo`: it is compared, and an
    /// equal chart is not drawn again.
    #[prop(into)]
    chart: Signal<Option<Chart>>,
    /// The chart in words.
    #[prop(into)]
    summary: Signal<String>,
    /// What stands in its place while there is nothing to draw.
    #[prop(optional, into)]
    waiting: Option<Signal<String>>,
    /// Called with the row of a click into the plot.
    #[prop(optional)]
    on_row: Option<Callback<usize>>,
    /// Called with the rows that a drag in the plot has gone, and with `true` where one begins.
    #[prop(optional)]
    on_drag: Option<Callback<(i32, bool)>>,
    /// Where a frame around the chart has its title and buttons: what it holds the chart by.
    #[prop(optional)]
    framed: Option<ChartHandle>,
) -> impl IntoView {
    let holder = NodeRef::<leptos::html::Div>::new();
    let near = RwSignal::new(false);
    let drawn = RwSignal::new(false);
    let refused = RwSignal::new(false);
    // The chart library loads after the page; until then the chart's words stand alone.
    let deferred = expect_context::<Deferred>();
    let broken = move || refused.get() || deferred.charts() == Loading::Failed;
    let handle = framed.unwrap_or_else(|| ChartHandle::new(testid, RwSignal::new(false)));
    let canvas = handle.canvas;

    // The observers live as long as the component.
    Effect::new(move |_| {
        let Some(element) = holder.get() else { return };
        let canvas = canvas.get_value();
        let size = {
            let canvas = Rc::downgrade(&canvas);
            let sized = element.clone();
            SizeWatch::new(&element, move || {
                // A chart that is hidden has no size to be drawn in.
                if sized.client_width() == 0 || sized.client_height() == 0 {
                    return;
                }
                let canvas = canvas.clone();
                draw_queue::enqueue(move || {
                    if let Some(canvas) = canvas.upgrade()
                        && let Some(drawing) = &*canvas.drawing.borrow()
                    {
                        drawing.resize();
                    }
                });
            })
        };
        let nearness = NearWatch::new(&element, move |is_near| {
            near.try_set(is_near);
        });
        *canvas.observers.borrow_mut() = Some((size, nearness));
    });
    // The handle may outlive the place that it drew in.
    on_cleanup(move || {
        if let Some(canvas) = canvas.try_get_value() {
            canvas.observers.take();
            canvas.drawing.take();
            canvas.prepared.take();
        }
    });

    Effect::new(move |_| {
        if deferred.charts() != Loading::Done(()) || !near.get() || holder.get().is_none() {
            return;
        }
        chart.track();
        let canvas = canvas.get_value();
        if canvas.waiting.replace(true) {
            return;
        }
        // A frame each: the instance, the option, what ECharts makes of it, and (its own frames) layout
        // and paint.
        let weak = Rc::downgrade(&canvas);
        if canvas.drawing.borrow().is_none() {
            let weak = weak.clone();
            draw_queue::enqueue(move || {
                let (Some(canvas), Some(element)) =
                    (weak.upgrade(), holder.try_get_untracked().flatten())
                else {
                    return;
                };
                let finished = move || {
                    drawn.try_set(true);
                };
                match Drawing::new(&element, testid, Box::new(finished)) {
                    Ok(mut drawing) => {
                        if let Some(on_row) = on_row {
                            drawing.on_row(move |row| on_row.run(row));
                        }
                        if let Some(on_drag) = on_drag {
                            drawing.on_drag(move |rows, begins| on_drag.run((rows, begins)));
                        }
                        *canvas.drawing.borrow_mut() = Some(drawing);
                    }
                    Err(error) => {
                        leptos::logging::error!("{testid}: {error:?}");
                        refused.try_set(true);
                    }
                }
            });
        }
        let prepare = weak.clone();
        draw_queue::enqueue(move || {
            let Some(canvas) = prepare.upgrade() else {
                return;
            };
            canvas.waiting.set(false);
            let drawing = canvas.drawing.borrow();
            let Some(drawing) = &*drawing else { return };
            let prepared = chart.try_with_untracked(|chart| Some(drawing.prepare(chart.as_ref()?)));
            match prepared.flatten() {
                Some(Ok(prepared)) => *canvas.prepared.borrow_mut() = Some(prepared),
                Some(Err(error)) => leptos::logging::error!("{testid}: {error}"),
                None => {}
            }
        });
        draw_queue::enqueue(move || {
            let Some(canvas) = weak.upgrade() else { return };
            let drawing = canvas.drawing.borrow();
            if let (Some(drawing), Some(prepared)) = (&*drawing, canvas.prepared.take()) {
                match drawing.show(prepared) {
                    Ok(home) => canvas.home.set(home),
                    Err(error) => leptos::logging::error!("{testid}: {error:?}"),
                }
            }
        });
    });

    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let canvas = canvas.get_value();
        let drawing = canvas.drawing.borrow();
        let (Some(drawing), Some(home)) = (&*drawing, canvas.home.get()) else {
            return;
        };
        let shown = drawing.window().unwrap_or(home);
        if let Some((start, end)) = window_after_key(&event.key(), shown, home) {
            event.prevent_default();
            drawing.show_window(start, end);
        }
    };

    let summary_id = format!("{testid}-summary");
    // The table is read out of the chart only while it is open.
    let table = move || chart.with(|chart| Some(last_rows(chart.as_ref()?, TABLE_ROWS)));
    let empty = Memo::new(move |_| chart.with(Option::is_none));
    // An empty instance finishes drawing, too.
    let seen = Memo::new(move |_| drawn.get() && !empty.get());
    Effect::new(move |_| {
        if seen.get() {
            deferred.chart_was_drawn();
        }
    });
    let caption = framed.is_none().then(|| {
        view! {
            <figcaption class="chart-title">
                {title} <Show when=move || seen.get()>
                    <SaveButton title handle />
                </Show>
            </figcaption>
        }
    });
    let rows = move || match framed {
        None => view! {
            <Show when=move || !empty.get()>
                <FoldedTable
                    summary=text::charts::last_rows()
                    name=text::charts::as_a_table(title)
                    texts=table
                />
            </Show>
        }
        .into_any(),
        Some(handle) => view! {
            <Show when=move || handle.table.get() && !empty.get()>
                <div class="chart-words" data-testid="chart-words">
                    <p>{move || summary.get()}</p>
                    <TextsTable name=text::charts::as_a_table(title) texts=table />
                </div>
            </Show>
        }
        .into_any(),
    };

    view! {
        <figure
            class="chart"
            class:chart--framed=framed.is_some()
            data-testid=testid
            data-drawn=move || if seen.get() { "true" } else { "false" }
        >
            {caption}
            <div class="chart-stage">
                <div
                    class="chart-canvas"
                    node_ref=holder
                    role="img"
                    tabindex=move || if empty.get() { "-1" } else { "0" }
                    aria-label=title
                    aria-describedby=summary_id.clone()
                    aria-keyshortcuts="ArrowLeft ArrowRight + - Home"
                    aria-hidden=move || empty.get().then_some("true")
                    on:keydown=on_key
                ></div>
                <Show when=move || empty.get() && !broken()>
                    <p class="chart-empty">
                        {move || match waiting {
                            Some(waiting) => waiting.get(),
                            None => text::charts::nothing_yet().to_owned(),
                        }}
                    </p>
                </Show>
                <Show when=broken>
                    <p class="chart-empty">{text::charts::library_missing()}</p>
                </Show>
            </div>
            <p class="chart-summary" id=summary_id>
                {move || if empty.get() { String::new() } else { summary.get() }}
            </p>
            {rows()}
        </figure>
    }
}

/// Saves the chart as it looks now.
#[component]
fn SaveButton(title: &'static str, handle: ChartHandle) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button button--quiet chart-save"
            aria-label=text::charts::save_this_as_image(title)
            title=text::charts::save_as_image()
            on:click=move |_| handle.save_png()
        >
            <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d="M8 2v8m0 0 3.2-3.2M8 10 4.8 6.8M2.5 12.5v1h11v-1" />
            </svg>
        </button>
    }
}

/// Keys of a focused chart: arrows move the window, `+` and `-` zoom about its middle, Home goes
/// back to the window it opened on. `None` for a key that is not ours.
fn window_after_key(key: &str, shown: (f64, f64), home: (f64, f64)) -> Option<(f64, f64)> {
    let (start, end) = shown;
    let width = end - start;
    let moved = |by: f64| {
        let start = (start + by).clamp(0.0, 100.0 - width);
        (start, start + width)
    };
    let scaled = |factor: f64| {
        let new_width = (width * factor).clamp(NARROWEST, 100.0);
        let middle = (start + end) / 2.0;
        let start = (middle - new_width / 2.0).clamp(0.0, 100.0 - new_width);
        (start, start + new_width)
    };
    match key {
        "ArrowLeft" => Some(moved(-width * KEY_STEP)),
        "ArrowRight" => Some(moved(width * KEY_STEP)),
        "+" | "=" => Some(scaled(0.8)),
        "-" => Some(scaled(1.25)),
        "Home" => Some(home),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrow_keys_move_the_window_and_stop_at_the_edges() {
        let home = (0.0, 100.0);
        assert_eq!(
            window_after_key("ArrowRight", (20.0, 40.0), home),
            Some((22.0, 42.0))
        );
        assert_eq!(
            window_after_key("ArrowLeft", (1.0, 21.0), home),
            Some((0.0, 20.0))
        );
        assert_eq!(
            window_after_key("ArrowRight", (80.0, 100.0), home),
            Some((80.0, 100.0))
        );
    }

    #[test]
    fn plus_and_minus_zoom_about_the_middle_and_stay_on_the_axis() {
        let home = (80.0, 100.0);
        assert_eq!(
            window_after_key("+", (40.0, 60.0), home),
            Some((42.0, 58.0))
        );
        assert_eq!(
            window_after_key("-", (80.0, 100.0), home),
            Some((75.0, 100.0))
        );
        assert_eq!(
            window_after_key("-", (0.0, 100.0), home),
            Some((0.0, 100.0))
        );
        assert_eq!(window_after_key("Home", (0.0, 100.0), home), Some(home));
        assert_eq!(window_after_key("a", (0.0, 100.0), home), None);
    }
}
