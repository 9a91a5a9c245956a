//! Inside the cell: what one unit of the trained network did with the window of a chosen day.

mod linear;
mod numbers;
mod playing;
mod travel;

use super::days::{DayChooser, day_text};
use super::study_controls::StudyContext;
use crate::app::browser;
use crate::app::charts::table::Table as Texts;
use crate::app::charts::{strand_depth, strand_place, strand_svg, summary_cell};
use crate::app::inspector::{Inspector, Seen};
use crate::app::ui::number;
use crate::app::ui::table::FoldedTable;
use crate::app::words::cell;
use crate::app::words::settings::number_word;
use crate::forecast::settings::Target;
use crate::inspect::cell::{CellStep, Strand, step, strands};
use crate::inspect::find::{Finding, units_that_differ};
use crate::lstm::layout::{Layout, ParameterLayout};
use crate::market::Digits;
use crate::text::{self, written_date};
use leptos::html;
use leptos::prelude::*;
use linear::LinearNetwork;
use playing::Player;
use std::ops::RangeInclusive;
use std::sync::Arc;
use travel::WayBack;

/// Units that are named for the marked steps.
const NAMED_UNITS: usize = 5;

/// What is looked at, within the network's bounds.
#[derive(Clone)]
struct Look {
    seen: Arc<Seen>,
    layout: ParameterLayout,
    layer: usize,
    unit: usize,
    strands: Arc<Vec<Strand>>,
}

impl Look {
    fn steps(&self) -> usize {
        self.seen.trace.window
    }

    fn whose(&self) -> String {
        match self.layout.layers {
            1 => text::cell::unit(self.unit + 1),
            _ => text::cell::unit_of_layer(self.unit + 1, self.layer + 1),
        }
    }

    /// "Step 19 of 20, 3 Dec 2020, unit 3 of layer 1".
    fn step_and_unit(&self, time: usize) -> String {
        let step = self.day(time);
        match self.layout.layers {
            1 => text::cell::step_and_unit(step, self.unit + 1),
            _ => text::cell::step_and_unit_of_layer(step, self.unit + 1, self.layer + 1),
        }
    }

    fn step(&self, time: usize) -> Option<CellStep> {
        let Seen { subject, trace, .. } = &*self.seen;
        step(trace, subject.parameters(), self.layer, self.unit, time)
    }

    /// "Step 19 of 20, 3 Dec 2020".
    fn day(&self, time: usize) -> String {
        step_text(&self.seen, time)
    }

    /// What came into the network on that day.
    fn read(&self, time: usize) -> String {
        let Seen {
            subject,
            row,
            trace,
        } = &*self.seen;
        let value = subject.window_values(*row)[time];
        let day = &trace.inputs[time * self.layout.features..][..self.layout.features];
        let scaled = number::inner(day[0]);
        let (target, from_below) = (subject.target(), self.layer > 0);
        let value = match target {
            Target::Price => number::price(value, Digits::of(subject.series())),
            // A log return of 0.01 is 1 %.
            Target::Return => number::percent_change(value * 100.0),
        };
        let read = match (target, from_below) {
            (Target::Price, false) => text::cell::reads_price(value, scaled),
            (Target::Price, true) => text::cell::price_from_below(value, scaled),
            (Target::Return, false) => text::cell::reads_return(value, scaled),
            (Target::Return, true) => text::cell::return_from_below(value, scaled),
        };
        let further = subject.dataset().further.iter().zip(&day[1..]);
        let further = further.map(|(input, scaled)| {
            text::cell::scaled_input(number_word(input.number), number::inner(*scaled))
        });
        let further: Vec<String> = further.collect();
        match further.is_empty() {
            true => read,
            false => format!("{read} {}", text::cell::reads_beside(further.join(", "))),
        }
    }
}

#[component]
pub fn InsideCell(
    /// The day that is looked into.
    inspector: Inspector,
    /// What trains the other cells.
    studies: StudyContext,
) -> impl IntoView {
    // A task after the bars of the same day, so that neither holds the page for long.
    let seen = RwSignal::new(None);
    Effect::new(move |_| {
        let newest = inspector.seen.get();
        browser::later(move || {
            seen.try_set(newest);
        });
    });
    let layer = RwSignal::new(0_usize);
    let unit = RwSignal::new(0_usize);
    // The last step until another is chosen.
    let time = RwSignal::new(None::<usize>);
    let anchor = RwSignal::new(None::<usize>);
    let mark = Mark { time, anchor };
    let look = Memo::new_with_compare(
        move |_| {
            let seen = seen.get()?;
            let layout = seen.trace.lstm()?;
            let layer = layer.get().min(layout.layers - 1);
            let unit = unit.get().min(layout.hidden - 1);
            let strands = Arc::new(strands(&seen.trace, layer, unit)?);
            Some(Look {
                seen,
                layout,
                layer,
                unit,
                strands,
            })
        },
        |_, _| true,
    );
    let there = Memo::new(move |_| look.with(Option::is_some));
    // There is a network, and it has no cell, or not the one that is drawn.
    let layout =
        Memo::new(move |_| seen.with(|seen: &Option<Arc<Seen>>| Some(seen.as_ref()?.trace.layout)));
    let last = Memo::new(move |_| look.with(|look| Some(look.as_ref()?.steps() - 1)));
    let player = Player::new(last, time);
    let layers =
        Memo::new(move |_| look.with(|look| look.as_ref().map_or(1, |look| look.layout.layers)));
    let units =
        Memo::new(move |_| look.with(|look| look.as_ref().map_or(1, |look| look.layout.hidden)));
    let choose = move |signal: RwSignal<usize>| {
        move |event: leptos::ev::Event| {
            if let Ok(number) = event_target_value(&event).parse::<usize>() {
                signal.set(number.saturating_sub(1));
            }
        }
    };
    view! {
        <div class="cell-lens">
            <h3 id="cell-title" class="visually-hidden">{text::cell::title()}</h3>
            <Show
                when=move || there.get()
                fallback=move || {
                    move || match layout.get() {
                        Some(Layout::Linear(_)) => {
                            view! {
                                <LinearNetwork inspector seen=seen.into() />
                                <p class="hint" data-testid="way-none">{text::travel::no_chain()}</p>
                            }
                                .into_any()
                        }
                        Some(Layout::Recurrent(layout)) => {
                            view! {
                                {empty(text::cell::drawn_for_lstm(layout.cell.name()))}
                                <DayChooser inspector id="cell" />
                                <WayBack inspector seen=seen.into() studies />
                            }
                                .into_any()
                        }
                        None => empty(text::cell::nothing_yet().to_owned()).into_any(),
                    }
                }
            >
                <p>{text::cell::explanation()}</p>
                <DayChooser inspector id="cell" />
                <div class="cell__choices">
                    <Show when=move || { layers.get() > 1 }>
                        <div class="field">
                            <label for="cell-layer">{text::cell::layer()}</label>
                            <select
                                id="cell-layer"
                                class="select"
                                on:change=choose(layer)
                                prop:value=move || (layer.get().min(layers.get() - 1) + 1).to_string()
                            >
                                {move || {
                                    (1..=layers.get())
                                        .map(|layer| {
                                            view! { <option value=layer.to_string()>{layer}</option> }
                                        })
                                        .collect_view()
                                }}
                            </select>
                        </div>
                    </Show>
                    <div class="field">
                        <label for="cell-unit">
                            {move || text::cell::choose_unit(units.get())}
                        </label>
                        <input
                            id="cell-unit"
                            class="input input--number"
                            type="number"
                            inputmode="numeric"
                            min="1"
                            max=move || units.get().to_string()
                            prop:value=move || (unit.get().min(units.get() - 1) + 1).to_string()
                            on:change=choose(unit)
                        />
                    </div>
                    <button
                        type="button"
                        class="button"
                        data-testid="cell-play"
                        on:click=move |_| {
                            anchor.set(None);
                            player.toggle();
                        }
                    >
                        {move || match player.plays() {
                            true => text::cell::pause(),
                            false => text::cell::play(),
                        }}
                    </button>
                </div>
                <Lines look mark player />
                <Equations look time />
                <Units look mark layer unit />
                <WayBack inspector seen=seen.into() studies />
            </Show>
        </div>
    }
}

fn empty(why: String) -> impl IntoView {
    view! { <p class="empty" data-testid="cell-empty">{why}</p> }
}

/// "Step 19 of 20, 3 Dec 2020".
fn step_text(seen: &Seen, time: usize) -> String {
    let (subject, steps) = (&seen.subject, seen.trace.window);
    let date = subject.window_days(seen.row).nth(time);
    let date = date.and_then(|day| Some(subject.series().rows().get(day)?.date));
    match date {
        Some(date) => text::cell::step_on(time + 1, steps, written_date(date)),
        None => text::cell::step_of(time + 1, steps),
    }
}

/// The chosen step of a look.
fn chosen(look: &Look, time: RwSignal<Option<usize>>) -> usize {
    let last = look.steps() - 1;
    time.get().unwrap_or(last).min(last)
}

/// The marked steps: from the anchor, where there is one, to the chosen step.
#[derive(Debug, Clone, Copy)]
struct Mark {
    time: RwSignal<Option<usize>>,
    anchor: RwSignal<Option<usize>>,
}

impl Mark {
    fn steps(self, look: &Look) -> RangeInclusive<usize> {
        let time = chosen(look, self.time);
        let anchor = self.anchor.get().unwrap_or(time).min(look.steps() - 1);
        time.min(anchor)..=time.max(anchor)
    }
}

/// The six lines, which together are one slider over the time steps.
#[component]
fn Lines(look: Memo<Option<Look>>, mark: Mark, player: Player) -> impl IntoView {
    let Mark { time, anchor } = mark;
    let panels = NodeRef::<html::Div>::new();
    panels.on_load(move |panels| player.begin_in_view(&panels));
    let of_look = move |read: &dyn Fn(&Look, usize) -> String| {
        look.with(|look| {
            let look = look.as_ref();
            look.map_or_else(String::new, |look| read(look, chosen(look, time)))
        })
    };
    let step_at = |event: &leptos::web_sys::Event| -> Option<usize> {
        let at = event_target::<leptos::web_sys::Element>(event).get_attribute("data-time");
        at?.parse().ok()
    };
    let on_down = move |event: leptos::ev::PointerEvent| {
        if let Some(at) = step_at(&event) {
            player.stop();
            anchor.set(Some(at));
            time.set(Some(at));
        }
    };
    let on_move = move |event: leptos::ev::PointerEvent| {
        // What was marked stays while the pointer only passes over.
        let follows = event.buttons() & 1 == 1 || anchor.get_untracked().is_none();
        if let Some(at) = step_at(&event)
            && follows
            && time.get_untracked() != Some(at)
        {
            time.set(Some(at));
        }
    };
    let on_click = move |event: leptos::ev::MouseEvent| {
        // A press and its release on one step mark nothing.
        if let Some(at) = step_at(&event)
            && anchor.get_untracked().is_none_or(|anchor| anchor == at)
        {
            anchor.set(None);
            time.set(Some(at));
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let moved = look.with_untracked(|look| {
            let look = look.as_ref()?;
            let last = look.steps() - 1;
            let now = time.get_untracked().unwrap_or(last).min(last);
            Some((now, time_after_key(&event.key(), now, last)?))
        });
        if let Some((now, moved)) = moved {
            event.prevent_default();
            player.stop();
            let kept = anchor.get_untracked().unwrap_or(now);
            anchor.set(event.shift_key().then_some(kept));
            time.set(Some(moved));
        }
    };
    let summary = move || {
        of_look(&|look, _| {
            let day = day_text(&look.seen.subject, look.seen.row);
            summary_cell(&look.strands, &look.whose(), &day)
        })
    };
    view! {
        <figure class="chart cell__chart" data-testid="chart-cell" role="group" aria-labelledby="cell-title">
            <div
                node_ref=panels
                class="cell__panels"
                role="slider"
                tabindex="0"
                aria-label=text::cell::step_of_window()
                aria-valuemin="1"
                aria-valuemax=move || of_look(&|look, _| look.steps().to_string())
                aria-valuenow=move || of_look(&|_, time| (time + 1).to_string())
                aria-valuetext=move || {
                    of_look(&|look, time| format!("{}: {}", look.day(time), values_text(look, time)))
                }
                on:keydown=on_key
                on:pointerdown=on_down
                on:pointermove=on_move
                on:pointerenter=move |_| player.hold_by_pointer(true)
                on:pointerleave=move |_| player.hold_by_pointer(false)
                on:focus=move |_| player.hold_by_focus(true)
                on:blur=move |_| player.hold_by_focus(false)
                on:click=on_click
            >
                {move || {
                    look.get()
                        .map(|look| {
                            (0..look.strands.len())
                                .map(|index| panel(look.clone(), index, mark))
                                .collect_view()
                        })
                }}
            </div>
            <p class="chart-summary">{summary}</p>
            <FoldedTable
                summary=text::cell::as_a_table()
                name=text::cell::table()
                texts=move || look.with(|look| look.as_ref().map(texts))
            />
        </figure>
    }
}

/// One line, with a mark at the chosen step.
fn panel(look: Look, index: usize, mark: Mark) -> impl IntoView {
    let strand = look.strands[index].clone();
    let quantity = strand.quantity;
    let drawing = strand_svg(&strand);
    let steps = look.steps();
    let marked = {
        let look = look.clone();
        Memo::new(move |_| mark.steps(&look))
    };
    let now = Memo::new(move |_| chosen(&look, mark.time));
    let from = move || marked.with(|marked| strand_place(steps, *marked.start()));
    let wide = move || marked.with(|marked| strand_place(steps, *marked.end()) - from());
    let left = move || format!("{}%", strand_place(steps, now.get()));
    let range = number::range(strand.low, strand.high, number::inner_bound);
    let values = StoredValue::new(strand);
    let value = move || values.with_value(|strand| strand.values[now.get()]);
    let top = move || {
        values.with_value(|strand| format!("{}%", strand_depth(strand, strand.values[now.get()])))
    };
    view! {
        <div class=format!("cell__panel gate-{}", quantity.letter())>
            <p class="cell__name">
                <span>{cell::name(quantity)} " " <i>{quantity.letter()}</i></span>
                <strong>{move || number::inner(value())}</strong>
            </p>
            <div class="cell__stage">
                <div
                    class="cell__marked"
                    style:left=move || format!("{}%", from())
                    style:width=move || format!("{}%", wide())
                ></div>
                <div class="cell__cursor" style:left=left></div>
                <div class="cell__drawing" inner_html=drawing></div>
                <div class="cell__dot" style:left=left style:top=top></div>
            </div>
            <p class="cell__range">{range}</p>
        </div>
    }
}

#[component]
fn Equations(look: Memo<Option<Look>>, time: RwSignal<Option<usize>>) -> impl IntoView {
    view! {
        <div class="cell__equations" data-testid="cell-equations">
            {move || {
                let look = look.get()?;
                let time = chosen(&look, time);
                let equations = numbers::equations(&look.step(time)?);
                Some(
                    view! {
                        <h4>{look.step_and_unit(time)}</h4>
                        <p class="hint">{look.read(time)}</p>
                        <ol>
                            {equations
                                .into_iter()
                                .map(|equation| {
                                    view! {
                                        <li class=equation.class>
                                            <span>{equation.title}</span>
                                            <div
                                            class="lesson-formula"
                                            tabindex="0"
                                            role="group"
                                            aria-label=equation.title
                                            inner_html=equation.formula
                                        ></div>
                                        </li>
                                    }
                                })
                                .collect_view()}
                        </ol>
                        <p class="hint">{text::cell::strokes()}</p>
                    },
                )
            }}
        </div>
    }
}

/// Units that do something else on the marked steps than on the others, each a way to its lines.
#[component]
fn Units(
    look: Memo<Option<Look>>,
    mark: Mark,
    layer: RwSignal<usize>,
    unit: RwSignal<usize>,
) -> impl IntoView {
    let item = move |finding: Finding, layers: usize| {
        let name = match layers {
            1 => text::cell::unit(finding.unit + 1),
            _ => text::cell::unit_of_layer(finding.unit + 1, finding.layer + 1),
        };
        view! {
            <li>
                <button
                    type="button"
                    class="button button--link"
                    on:click=move |_| {
                        layer.set(finding.layer);
                        unit.set(finding.unit);
                    }
                >
                    {name}
                </button>
                " "
                {text::cell::gate_differs(
                    cell::name(finding.gate),
                    number::inner(finding.inside),
                    number::inner(finding.outside),
                )}
            </li>
        }
    };
    view! {
        <div class="cell__units" data-testid="cell-units">
            {move || {
                let look = look.get()?;
                let steps = mark.steps(&look);
                let title = match steps.start() == steps.end() {
                    true => text::cell::differ_on_step(steps.start() + 1),
                    false => text::cell::differ_on_steps(steps.start() + 1, steps.end() + 1),
                };
                let found = units_that_differ(&look.seen.trace, steps, NAMED_UNITS);
                let layers = look.layout.layers;
                let found: Vec<_> = found.into_iter().map(|it| item(it, layers)).collect();
                Some(
                    view! {
                        <h4>{title}</h4>
                        <p class="hint">
                            {match found.is_empty() {
                                true => text::cell::nothing_to_compare(),
                                false => text::cell::differing_units(),
                            }}
                        </p>
                        <ul>{found}</ul>
                    },
                )
            }}
        </div>
    }
}

fn texts(look: &Look) -> Texts {
    let names = look
        .strands
        .iter()
        .map(|strand| cell::name(strand.quantity));
    let headers = std::iter::once(text::cell::step()).chain(names);
    let rows = (0..look.steps()).rev().map(|time| {
        let values = look.strands.iter().map(|strand| strand.values[time]);
        let cells = values.map(number::inner);
        std::iter::once(look.day(time)).chain(cells).collect()
    });
    Texts {
        headers: headers.map(str::to_owned).collect(),
        rows: rows.collect(),
    }
}

/// "forget gate 0.9300, …", for whoever hears the slider.
fn values_text(look: &Look, time: usize) -> String {
    let values = look.strands.iter().map(|strand| {
        let name = cell::name(strand.quantity);
        format!("{name} {}", number::inner(strand.values[time]))
    });
    values.collect::<Vec<_>>().join(", ")
}

/// Keys of the lines: arrows move by a step, Home and End to the ends. `None` for a key that is not
/// ours.
fn time_after_key(key: &str, now: usize, last: usize) -> Option<usize> {
    match key {
        "ArrowLeft" | "ArrowDown" => Some(now.saturating_sub(1)),
        "ArrowRight" | "ArrowUp" => Some((now + 1).min(last)),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrow_keys_walk_through_the_window_and_stop_at_its_ends() {
        assert_eq!(time_after_key("ArrowLeft", 5, 19), Some(4));
        assert_eq!(time_after_key("ArrowLeft", 0, 19), Some(0));
        assert_eq!(time_after_key("ArrowRight", 19, 19), Some(19));
        assert_eq!(time_after_key("Home", 7, 19), Some(0));
        assert_eq!(time_after_key("End", 7, 19), Some(19));
        assert_eq!(time_after_key("Tab", 7, 19), None);
    }
}
