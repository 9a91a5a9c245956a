//! The error's way back: forward through the window, to the loss, and back, for the trained network and, once they
//! are trained alike, for the other cells beside it.

use super::playing::Player;
use super::step_text;
use crate::app::browser;
use crate::app::charts::table::Table as Texts;
use crate::app::charts::{
    Decades, boxes_svg, strand_place, summary_travel, way_back_svg, way_class, way_name, ways_svg,
};
use crate::app::components::days::day_text;
use crate::app::components::study_controls::StudyContext;
use crate::app::inspector::{Inspector, Seen, look_into};
use crate::app::ui::about::{About, Opens};
use crate::app::ui::number;
use crate::app::ui::table::FoldedTable;
use crate::cells::Cell;
use crate::inspect::Subject;
use crate::inspect::travel::{State, Travel, sizes};
use crate::lab::Intention;
use crate::lstm::layout::Layout;
use crate::study::{Studies, Study};
use crate::text::{self, written_date};
use leptos::prelude::*;
use std::sync::Arc;

/// Networks side by side on one day.
#[derive(Clone)]
struct Look {
    /// In the cells' order; all have as many layers and read as many days.
    networks: Vec<Arc<Seen>>,
    layers: usize,
    layer: usize,
    /// All lines of that layer.
    travels: Vec<Travel>,
    axis: Decades,
}

impl Look {
    /// `None` for networks that have no cell.
    fn of(networks: Vec<Arc<Seen>>, layer: Option<usize>) -> Option<Self> {
        let layers = networks.first()?.trace.layers.len();
        let top = layers.checked_sub(1)?;
        let layer = layer.unwrap_or(top).min(top);
        let travels = networks.iter();
        let travels = travels.flat_map(|seen| Travel::of_layer(&seen.trace, layer));
        let travels: Vec<Travel> = travels.collect();
        Some(Self {
            axis: Decades::around(&travels),
            networks,
            layers,
            layer,
            travels,
        })
    }

    fn steps(&self) -> usize {
        self.networks[0].trace.window
    }

    /// Each network's cell with its lines, h first.
    fn each(&self) -> impl Iterator<Item = (&Seen, Cell, &Travel)> {
        let hidden = self.travels.iter().filter(|it| it.state == State::Hidden);
        let pairs = self.networks.iter().zip(hidden);
        pairs.map(|(seen, travel)| (&**seen, travel.cell, travel))
    }

    /// What is seen at a place of the way.
    fn words(&self, place: Place) -> String {
        let step = |time| step_text(&self.networks[0], time);
        match place {
            Place::Forward(time) => {
                let parts = self.each().map(|(seen, cell, _)| {
                    let size = sizes(&seen.trace, self.layer)[time];
                    text::travel::part(cell.name(), number::inner(size))
                });
                text::travel::goes_forward(step(time), listed(parts))
            }
            Place::Loss => {
                let errors = self.each().filter_map(|(seen, cell, _)| {
                    let error = seen.subject.error(seen.row, &seen.trace)?;
                    Some(text::travel::part(cell.name(), number::inner(error)))
                });
                let errors = listed(errors);
                match errors.is_empty() {
                    true => text::travel::at_unknown_loss().to_owned(),
                    false => text::travel::at_loss(errors),
                }
            }
            Place::Back(time) => {
                let parts = self.travels.iter().map(|travel| {
                    let share = travel.share(time).unwrap_or(f64::NAN);
                    let name = way_name(travel.cell, travel.state);
                    text::travel::part(name, number::share_left(share))
                });
                text::travel::goes_back(step(time), listed(parts))
            }
        }
    }

    fn summary(&self) -> String {
        let seen = &self.networks[0];
        summary_travel(&self.travels, &day_text(&seen.subject, seen.row))
    }

    /// Of each line what is left, and of the known error's gradient its length.
    fn texts(&self) -> Texts {
        let mut headers = vec![text::cell::step().to_owned()];
        let mut columns: Vec<Vec<String>> = Vec::new();
        for (seen, cell, _) in self.each() {
            let error = seen.subject.error(seen.row, &seen.trace);
            for travel in self.travels.iter().filter(|travel| travel.cell == cell) {
                let name = way_name(cell, travel.state);
                let times = || 0..self.steps();
                columns.push(
                    times()
                        .map(|time| number::share_left(travel.share(time).unwrap_or(f64::NAN)))
                        .collect(),
                );
                headers.push(name.clone());
                if let Some(error) = error {
                    let slope = 2.0 * error.abs();
                    columns.push(
                        times()
                            .map(|time| number::loss(slope * travel.norms[time]))
                            .collect(),
                    );
                    headers.push(text::travel::norm_of(name));
                }
            }
        }
        let rows = (0..self.steps()).rev().map(|time| {
            let cells = columns.iter().map(|column| column[time].clone());
            std::iter::once(step_text(&self.networks[0], time))
                .chain(cells)
                .collect()
        });
        Texts {
            headers,
            rows: rows.collect(),
        }
    }
}

fn listed(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

/// A place on the way: each day of the window, then the loss, then each day again from the newest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Forward(usize),
    Loss,
    Back(usize),
}

impl Place {
    /// The number of the last place of a window with so many days.
    fn last(steps: usize) -> usize {
        2 * steps
    }

    /// The place with this number, from 0.
    fn of(number: usize, steps: usize) -> Self {
        match number {
            forward if forward < steps => Self::Forward(forward),
            loss if loss == steps => Self::Loss,
            back => Self::Back(2 * steps - back.min(2 * steps)),
        }
    }

    /// The day that it is at; the loss is at the newest.
    fn time(self, steps: usize) -> usize {
        match self {
            Self::Forward(time) | Self::Back(time) => time,
            Self::Loss => steps - 1,
        }
    }

    /// How many days were read.
    fn read(self, steps: usize) -> usize {
        match self {
            Self::Forward(time) => time + 1,
            Self::Loss | Self::Back(_) => steps,
        }
    }

    /// The oldest day that the error has come to; all that there are and one before it came to any.
    fn reached(self, steps: usize) -> usize {
        match self {
            Self::Back(time) => time,
            Self::Forward(_) | Self::Loss => steps,
        }
    }
}

/// The networks beside the trained one, where they were trained as it was.
fn others(subject: &Subject, studies: &Studies) -> Vec<Arc<Subject>> {
    let settings = &subject.dataset().settings;
    let Some(study) = studies.cells() else {
        return Vec::new();
    };
    let networks = study
        .networks_beside(settings, subject.series())
        .into_iter();
    networks
        .filter(|(kind, _)| kind.cell().is_some() && *kind != settings.cell)
        .filter_map(|(kind, parameters)| subject.beside(kind, parameters).map(Arc::new))
        .collect()
}

fn cell_of(seen: &Seen) -> Option<Cell> {
    match seen.trace.layout {
        Layout::Recurrent(layout) => Some(layout.cell),
        Layout::Linear(_) => None,
    }
}

/// What all networks made of the day, at once: none of them is drawn on another day than the others.
fn look_side_by_side(
    inspector: Inspector,
    seen: Signal<Option<Arc<Seen>>>,
    studies: StudyContext,
) -> RwSignal<Vec<Arc<Seen>>> {
    let shown = RwSignal::new(Vec::new());
    let subjects = Memo::new_with_compare(
        move |_| {
            let subject = inspector.subject.get();
            studies
                .studies
                .with(|studies| subject.map_or_else(Vec::new, |subject| others(&subject, studies)))
        },
        |_, _| true,
    );
    let newest = StoredValue::new(0_u32);
    Effect::new(move |_| {
        newest.update_value(|number| *number = number.wrapping_add(1));
        let number = newest.get_value();
        let Some(own) = seen.get() else {
            return shown.set(Vec::new());
        };
        let row = own.row;
        // Those of another network are on their way out.
        let is_beside = |subject: &Arc<Subject>| {
            let [other, own] = [subject.dataset(), own.subject.dataset()];
            other.targets == own.targets && other.settings.cell != own.settings.cell
        };
        let subjects: Vec<Arc<Subject>> = subjects.get().into_iter().filter(is_beside).collect();
        let found = StoredValue::new(vec![own]);
        let wanted = StoredValue::new(usize::MAX);
        let show = move || {
            let mut all = found.get_value();
            if all.len() == wanted.get_value() {
                all.sort_by_key(|seen| Cell::ALL.iter().position(|it| Some(*it) == cell_of(seen)));
                shown.try_set(all);
            }
        };
        let begun = subjects.into_iter().filter_map(|subject| {
            look_into(
                subject,
                row,
                move || newest.try_get_value() == Some(number),
                move |seen| {
                    found.update_value(|found| found.push(Arc::new(seen)));
                    show();
                },
            )
        });
        wanted.set_value(1 + begun.count());
        show();
    });
    shown
}

#[component]
pub(super) fn WayBack(
    /// The day that is looked into.
    inspector: Inspector,
    /// What was seen of it.
    seen: Signal<Option<Arc<Seen>>>,
    /// What trains the other cells.
    studies: StudyContext,
) -> impl IntoView {
    let shown = look_side_by_side(inspector, seen, studies);
    // The top layer until another is chosen.
    let layer = RwSignal::new(None::<usize>);
    let look = Memo::new_with_compare(move |_| Look::of(shown.get(), layer.get()), |_, _| true);
    // The end of the way until another place is chosen.
    let at = RwSignal::new(None::<usize>);
    let steps = Memo::new(move |_| look.with(|look| look.as_ref().map(Look::steps)));
    let last = Memo::new(move |_| steps.get().map(Place::last));
    let player = Player::new(last, at);
    let number = Memo::new(move |_| {
        let last = last.get().unwrap_or(0);
        at.get().unwrap_or(last).min(last)
    });
    let place = Memo::new(move |_| Some(Place::of(number.get(), steps.get()?)));
    let words = move || {
        look.with(|look| {
            let look = look.as_ref()?;
            Some(look.words(Place::of(number.get(), look.steps())))
        })
    };
    let go_to = move |number: usize| {
        player.stop();
        at.set(Some(number));
    };
    let step_on = move |_| {
        let now = number.get_untracked();
        // From the end it begins anew.
        let is_last = last.get_untracked().is_none_or(|last| now >= last);
        go_to(if is_last { 0 } else { now + 1 });
    };
    let play = (!browser::wants_less_motion()).then(|| {
        view! {
            <button
                type="button"
                class="button"
                id="way-play"
                data-testid="way-play"
                on:click=move |_| player.toggle()
            >
                {move || match player.plays() {
                    true => text::travel::pause(),
                    false => text::travel::play(),
                }}
            </button>
        }
    });
    view! {
        <section class="way" data-testid="way-back" aria-labelledby="way-title">
            <div class="way__head">
                <h4 id="way-title">{text::travel::title()}</h4>
                <About opens=Opens::Above>
                    <p>{text::travel::means()}</p>
                </About>
            </div>
            <div class="cell__choices">
                <LayerChoice look layer />
                {play}
                <button
                    type="button"
                    class="button button--quiet"
                    disabled=move || number.get() == 0
                    on:click=move |_| go_to(number.get_untracked().saturating_sub(1))
                >
                    {text::travel::back()}
                </button>
                <button
                    type="button"
                    class="button button--quiet"
                    id="way-on"
                    data-testid="way-on"
                    on:click=step_on
                >
                    {text::travel::on()}
                </button>
                <input
                    class="way__place"
                    type="range"
                    min="0"
                    max=move || last.get().unwrap_or(0).to_string()
                    step="1"
                    prop:value=move || number.get().to_string()
                    aria-label=text::travel::place()
                    aria-valuetext=words
                    on:input=move |event| {
                        if let Ok(number) = event_target_value(&event).parse() {
                            go_to(number);
                        }
                    }
                />
            </div>
            <p
                class="way__now"
                data-testid="way-now"
                aria-live=move || if player.plays() { "off" } else { "polite" }
            >
                {words}
            </p>
            <figure class="chart way__chart" data-testid="chart-way" role="group" aria-labelledby="way-title">
                <Chains look place />
                <Lines look place />
                <p class="chart-summary" data-testid="way-summary">
                    {move || look.with(|look| look.as_ref().map(Look::summary))}
                </p>
                <FoldedTable
                    summary=text::travel::as_a_table()
                    name=text::travel::table()
                    texts=move || look.with(|look| look.as_ref().map(Look::texts))
                />
            </figure>
            <OtherCells look studies />
        </section>
    }
}

#[component]
fn LayerChoice(look: Memo<Option<Look>>, layer: RwSignal<Option<usize>>) -> impl IntoView {
    let layers = Memo::new(move |_| look.with(|look| look.as_ref().map_or(1, |it| it.layers)));
    let chosen = Memo::new(move |_| look.with(|look| look.as_ref().map_or(0, |it| it.layer)));
    let option = move |index: usize| {
        let name = match index {
            0 => text::travel::lowest_layer(1_usize),
            top if top + 1 == layers.get() => text::travel::top_layer(top + 1),
            between => number::count(between + 1),
        };
        view! {
            <option value=index.to_string() selected=move || chosen.get() == index>
                {name}
            </option>
        }
    };
    view! {
        <Show when=move || { layers.get() > 1 }>
            <div class="field">
                <label for="way-layer">{text::travel::layer()}</label>
                <select
                    id="way-layer"
                    class="select"
                    prop:value=move || chosen.get().to_string()
                    on:change=move |event| layer.set(event_target_value(&event).parse().ok())
                >
                    {move || (0..layers.get()).map(option).collect_view()}
                </select>
            </div>
        </Show>
    }
}

/// Percent of the width left of a day's column.
fn left_of(time: usize, steps: usize) -> f64 {
    time as f64 / steps.max(1) as f64 * 100.0
}

/// What of a drawing is cut off: left of the oldest day reached, or right of the last one read.
fn cut(place: Place, steps: usize) -> [String; 2] {
    let read = 100.0 - left_of(place.read(steps), steps);
    let reached = left_of(place.reached(steps), steps);
    [
        format!("inset(0 {read:.3}% 0 0)"),
        format!("inset(0 0 0 {reached:.3}%)"),
    ]
}

/// Each network's chain of days: what was read, and how far the error has come back.
#[component]
fn Chains(look: Memo<Option<Look>>, place: Memo<Option<Place>>) -> impl IntoView {
    let row = move |seen: &Seen, cell: Cell, travel: &Travel, look: &Look| {
        let steps = look.steps();
        let forward = boxes_svg(sizes(&seen.trace, look.layer).into_iter());
        let back = way_back_svg(look.axis, travel);
        let cut_at = move |side: usize| place.get().map(|place| cut(place, steps)[side].clone());
        view! {
            <div class="way__name">{cell.name()}</div>
            <div class="way__chain">
                <div class="way__half way__half--forward">
                    <div style:clip-path=move || cut_at(0) inner_html=forward></div>
                </div>
                <div class=format!(
                    "way__half way__half--back {}",
                    way_class(cell, State::Hidden),
                )>
                    <div style:clip-path=move || cut_at(1) inner_html=back></div>
                </div>
                <Cursor place steps />
            </div>
        }
    };
    view! {
        <div class="way__grid" aria-hidden="true">
            <div></div>
            <div class="way__ways">
                <span>{text::travel::forward()} " →"</span>
                <span>"← " {text::travel::backward()}</span>
            </div>
            {move || {
                look.with(|look| {
                    let look = look.as_ref()?;
                    let rows = look.each().map(|(seen, cell, travel)| row(seen, cell, travel, look));
                    Some(rows.collect_view())
                })
            }}
        </div>
    }
}

#[component]
fn Cursor(place: Memo<Option<Place>>, steps: usize) -> impl IntoView {
    let left = move || {
        let time = place.get()?.time(steps);
        Some(format!("{:.3}%", strand_place(steps, time)))
    };
    view! { <div class="way__cursor" style:left=left></div> }
}

/// What is left on each day, as far back as the error has come.
#[component]
fn Lines(look: Memo<Option<Look>>, place: Memo<Option<Place>>) -> impl IntoView {
    let drawn = move |look: &Look| {
        let steps = look.steps();
        let axis = look.axis;
        let labels = axis.powers().map(|power| {
            let depth = axis.depth(10.0_f64.powi(power));
            view! { <span style:top=format!("{depth:.3}%")>{number::power_of_ten(power)}</span> }
        });
        let seen = &look.networks[0];
        let rows = seen.subject.series().rows();
        let days = seen.subject.window_days(seen.row);
        let dates = [days.start, days.end - 1].map(|day| {
            let date = rows.get(day).map(|row| written_date(row.date));
            view! { <span>{date}</span> }
        });
        let legend = look.travels.iter().map(|travel| {
            let class = format!("way__line {}", way_class(travel.cell, travel.state));
            view! {
                <li>
                    <svg class="way__sample" viewBox="0 0 28 4" aria-hidden="true">
                        <line class=class x1="0" x2="28" y1="2" y2="2"></line>
                    </svg>
                    {way_name(travel.cell, travel.state)}
                </li>
            }
        });
        view! {
            <div class="way__scale" aria-hidden="true">
                {labels.collect_view()}
            </div>
            <div class="way__stage" aria-hidden="true">
                <div
                    class="way__drawing"
                    style:clip-path=move || place.get().map(|place| cut(place, steps)[1].clone())
                    inner_html=ways_svg(axis, &look.travels)
                ></div>
                <Cursor place steps />
            </div>
            <div></div>
            <div class="way__dates" aria-hidden="true">
                {dates.into_iter().collect_view()}
            </div>
            <div></div>
            <ul class="way__legend">{legend.collect_view()}</ul>
        }
    };
    view! {
        <div class="way__grid">{move || look.with(|look| look.as_ref().map(drawn))}</div>
    }
}

/// The press that trains the other cells, while they are not there.
#[component]
fn OtherCells(look: Memo<Option<Look>>, studies: StudyContext) -> impl IntoView {
    let slices = studies.slices;
    let which: fn(&Studies) -> Option<&Study> = Studies::cells;
    let is_wanted = Memo::new(move |_| {
        let running = studies
            .studies
            .with(|studies| which(studies).is_some_and(Study::is_running));
        let alone = |look: &Look| look.networks.len() < Cell::ALL.len();
        running || look.with(|look| look.as_ref().is_some_and(alone))
    });
    // What it trains is what the form says.
    let ready = Memo::new(move |_| slices.prices.with(Option::is_some) && !slices.outdated.get());
    let hint = move || match slices.outdated.get() {
        true => text::travel::outdated(),
        false => text::travel::others(),
    };
    let label = move || {
        let (recipe, source) = studies.subject();
        text::cells::train(recipe, source)
    };
    view! {
        <Show when=move || is_wanted.get()>
            <div class="study way__others">
                <p class="hint">{hint}</p>
                {studies
                    .controls(
                        which,
                        label,
                        ready,
                        move || studies.intend.run(Intention::TrainAllCells),
                    )}
            </div>
        </Show>
    }
}

#[cfg(test)]
mod tests {
    use super::Place::{Back, Forward, Loss};
    use super::*;

    #[test]
    fn the_way_goes_through_the_window_to_the_loss_and_back() {
        let places: Vec<Place> = (0..=Place::last(3))
            .map(|number| Place::of(number, 3))
            .collect();
        let expected = [
            Forward(0),
            Forward(1),
            Forward(2),
            Loss,
            Back(2),
            Back(1),
            Back(0),
        ];
        assert_eq!(places, expected);
        let read: Vec<usize> = places.iter().map(|place| place.read(3)).collect();
        assert_eq!(read, [1, 2, 3, 3, 3, 3, 3]);
        let reached: Vec<usize> = places.iter().map(|place| place.reached(3)).collect();
        assert_eq!(reached, [3, 3, 3, 3, 2, 1, 0]);
        assert_eq!(Loss.time(3), 2);
        // At first one day of four is seen, and none of the way back.
        let cut = cut(Forward(0), 4);
        assert_eq!(cut, ["inset(0 75.000% 0 0)", "inset(0 0 0 100.000%)"]);
    }
}
