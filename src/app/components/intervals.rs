//! The prediction intervals: how often each held what happened, how wide it had to be for that, and
//! which of them the charts show.

use super::bands::BandTable;
use super::in_turn::in_turn;
use crate::app::charts::{self, ColorScheme};
use crate::app::slices::Slices;
use crate::app::ui::chart::ChartView;
use crate::app::ui::number;
use crate::app::ui::table::{Column, Name, Row, Table};
use crate::app::words::intervals::method as name;
use crate::app::words::settings::Explained;
use crate::forecast::conformal::{LEVELS, ROLLING_DAYS};
use crate::forecast::coverage::{NoRolling, Rolling, rolling};
use crate::forecast::evaluation::{Evaluation, IntervalChoice, IntervalMethod, LevelInterval};
use crate::market::Digits;
use crate::text::{self, said};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn IntervalPanel(
    /// The run, read.
    slices: Slices,
    /// Light or dark, for the chart.
    scheme: Signal<ColorScheme>,
    /// The interval that the charts show.
    choice: RwSignal<IntervalChoice>,
) -> impl IntoView {
    let evaluation = slices.evaluation;
    let there = Memo::new(move |_| evaluation.with(Option::is_some));
    let come = in_turn(there, 2);
    view! {
        <Show
            when=move || come.get()
            fallback=|| view! { <p class="empty">{text::drawer::how_sure_comes()}</p> }
        >
            <div class="card">
                <h3 id="intervals-title" class="visually-hidden">{text::results::intervals_title()}</h3>
                {move || {
                    evaluation
                        .get()
                        .map(|evaluation| {
                            view! {
                                <p class="hint">
                                    {text::results::intervals_are(evaluation.interval.calibrated_on)}
                                </p>
                            }
                        })
                }}
                <Choices choice />
                {move || evaluation.get().map(|evaluation| view! { <Intervals evaluation choice digits=slices.digits.get() /> })}
                <p class="hint">
                    {move || {
                        let method = choice.get().method;
                        view! {
                            <strong>{name(method)} ": "</strong>
                            {method.explanation()}
                        }
                    }}
                </p>
                <Coverage slices scheme choice />
                {move || {
                    let choice = choice.get();
                    evaluation.get().map(|evaluation| view! { <BandTable evaluation choice /> })
                }}
            </div>
        </Show>
    }
}

/// Level and method, each a group of radio buttons.
#[component]
fn Choices(choice: RwSignal<IntervalChoice>) -> impl IntoView {
    let option = move |group: &'static str, text: String, this: IntervalChoice| {
        let is_on = move || {
            let choice = choice.get();
            match group {
                "level" => choice.level == this.level,
                _ => choice.method == this.method,
            }
        };
        let choose = move |_| {
            choice.update(|choice| match group {
                "level" => choice.level = this.level,
                _ => choice.method = this.method,
            });
        };
        view! {
            <label>
                <input
                    type="radio"
                    name=format!("interval-{group}")
                    prop:checked=is_on
                    on:change=choose
                />
                <span>{text}</span>
            </label>
        }
    };
    let usual = IntervalChoice::default();
    view! {
        <div class="interval-choice">
            <fieldset class="segments">
                <legend>{text::results::shown_in_charts()}</legend>
                {LEVELS
                    .map(|level| {
                        let text = number::whole_percent(level);
                        option("level", text, IntervalChoice { level, ..usual })
                    })
                    .collect_view()}
            </fieldset>
            <fieldset class="segments">
                <legend>{text::results::method()}</legend>
                {IntervalMethod::ALL
                    .map(|method| {
                        let text = name(method).to_owned();
                        option("method", text, IntervalChoice { method, ..usual })
                    })
                    .collect_view()}
            </fieldset>
        </div>
    }
}

#[component]
fn Intervals(
    evaluation: Arc<Evaluation>,
    choice: RwSignal<IntervalChoice>,
    digits: Digits,
) -> impl IntoView {
    let row = move |interval: &LevelInterval| {
        let (low, high) = interval.next_day;
        let this = IntervalChoice {
            method: interval.method,
            level: interval.level,
        };
        let shown = move || choice.get() == this;
        let cells = view! {
            <td>{number::whole_percent(interval.level)}</td>
            <td>
                <strong>{number::percent(interval.coverage)}</strong>
            </td>
            <td>{number::price_error(interval.mean_width, digits)}</td>
            <td>{number::price_range(low, high, digits)}</td>
        };
        view! { <Row head=name(interval.method) cells {..} class:scores__model=shown /> }
    };
    let columns = [
        text::results::interval(),
        text::results::meant_to_hold(),
        text::results::held(),
        text::results::mean_width(),
        text::results::next(),
    ];
    let columns = columns.map(Column::from).into();
    view! {
        <Table name=Name::Heading("intervals-title") testid="intervals" columns>
            {evaluation.intervals.iter().map(row).collect_view()}
        </Table>
    }
}

/// The chosen method's rolling coverage and the other one's, or why there is none.
type Lines = Result<(Rolling, Option<Rolling>), NoRolling>;

fn lines(evaluation: &Evaluation, choice: IntervalChoice) -> Option<Lines> {
    let of = |method| {
        let interval = evaluation.interval_at(method, choice.level)?;
        Some(rolling(evaluation, interval, ROLLING_DAYS))
    };
    let other = IntervalMethod::ALL.into_iter();
    let other = other.filter(|method| *method != choice.method).find_map(of);
    let chosen = of(choice.method)?;
    Some(chosen.map(|chosen| (chosen, other.and_then(Result::ok))))
}

#[component]
fn Coverage(
    slices: Slices,
    scheme: Signal<ColorScheme>,
    choice: RwSignal<IntervalChoice>,
) -> impl IntoView {
    let found = Memo::new_with_compare(
        move |_| lines(&*slices.evaluation.get()?, choice.get()),
        |_, _| true,
    );
    let there = Memo::new(move |_| found.with(|found| matches!(found, Some(Ok(_)))));
    let why_not = move || {
        found.with(|found| match found {
            Some(Err(reason)) => Some(said(&reason)),
            _ => None,
        })
    };
    let chart = Memo::new_with_compare(
        move |_| {
            found.with(|found| match found {
                Some(Ok((chosen, other))) => {
                    Some(charts::coverage(chosen, other.as_ref(), scheme.get()))
                }
                _ => None,
            })
        },
        |_, _| true,
    );
    let summary = Signal::derive(move || {
        found.with(|found| match found {
            Some(Ok((chosen, other))) => charts::summary_coverage(chosen, other.as_ref()),
            _ => String::new(),
        })
    });
    view! {
        <div class="coverage">
            <Show
                when=move || there.get()
                fallback=move || {
                    view! { <p class="hint" data-testid="coverage-none">{why_not}</p> }
                }
            >
                <ChartView
                    testid="chart-coverage"
                    title=text::results::held_lately()
                    chart=chart
                    summary=summary
                />
            </Show>
        </div>
    }
}
