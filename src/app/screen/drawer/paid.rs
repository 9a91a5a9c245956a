//! Would it have paid? Who had traded the test days by the forecast's direction, beside who had held; a test
//! of the forecast, and no advice.

use crate::app::charts::{growth, summary_growth};
use crate::app::components::in_turn;
use crate::app::screen::place::Tab;
use crate::app::screen::state::Screen;
use crate::app::ui::chart::ChartView;
use crate::app::ui::number;
use crate::app::ui::table::{Column, Name, Row, Table};
use crate::app::words::paid::{chance, costs, frame, means};
use crate::forecast::Evaluation;
use crate::forecast::paid::{Line, Rule, SharpeDifference};
use crate::lab::Intention;
use crate::lab::paying::Paying;
use crate::number::parse;
use crate::text::{self, said};
use chrono::NaiveDate;
use leptos::prelude::*;

/// Costs of a trade, in basis points of what is bought or sold.
const MOST_COST: f64 = 50.0;
const USUAL_COST: f64 = 5.0;

#[component]
pub fn PaidTab(screen: Screen) -> impl IntoView {
    let evaluation = screen.slices.evaluation;
    let there = Memo::new(move |_| evaluation.with(Option::is_some));
    let come = in_turn(there, 1);
    view! {
        <Show
            when=move || come.get()
            fallback=|| view! { <p class="empty">{text::paid::comes()}</p> }
        >
            <Answers screen />
        </Show>
    }
}

#[component]
fn Answers(screen: Screen) -> impl IntoView {
    let Screen { slices, intend, .. } = screen;
    let evaluation = slices.evaluation;
    let cost = RwSignal::new(USUAL_COST);
    // A memo: to look elsewhere on the screen and back asks nothing again.
    let is_open = Memo::new(move |_| screen.is_tab(Tab::Paid));
    // Of each result that is looked at, and at each cost.
    Effect::new(move |_| {
        let there = evaluation.with(Option::is_some);
        if there && is_open.get() {
            intend.run(Intention::AskWhatItWouldPay { cost: cost.get() });
        }
    });
    let paying = slices.paying;
    let answered = Memo::new(move |_| paying.with(Option::is_some));
    let chart = Memo::new_with_compare(
        move |_| {
            let paid = paying.get()?.paid;
            let days = evaluation.with(|it| it.as_ref().map(|it| days(it)))?;
            Some(growth(&paid, &days, screen.scheme.get()))
        },
        |_, _| true,
    );
    let summary = Signal::derive(move || {
        paying.with(|it| {
            it.as_ref()
                .map_or_else(String::new, |it| summary_growth(&it.paid))
        })
    });
    let looks = move || slices.looks.get().map(|looks| said(&looks));
    view! {
        <div class="card paid" data-testid="paid">
            <p class="hint">{frame()}</p>
            <Cost cost />
            <Show
                when=move || answered.get()
                fallback=|| view! { <p class="empty">{text::paid::scattered()}</p> }
            >
                {move || paying.get().map(|paying| view! { <Rules paying /> })}
                <ChartView
                    testid="chart-growth"
                    title=text::paid::growth_title()
                    chart=chart
                    summary=summary
                />
                <p class="hint">{looks}</p>
            </Show>
        </div>
    }
}

/// The day that the first forecast was made on, and the test days.
fn days(evaluation: &Evaluation) -> Vec<NaiveDate> {
    let all = &evaluation.predictions;
    let first = all.len() - evaluation.test_predictions().count();
    all[first.saturating_sub(1)..]
        .iter()
        .map(|day| day.date)
        .collect()
}

#[component]
fn Cost(cost: RwSignal<f64>) -> impl IntoView {
    let said = move || text::paid::cost_is(number::as_it_is(cost.get()));
    let on_input = move |event| {
        if let Some(moved) = parse(&event_target_value(&event)) {
            cost.set(moved.clamp(0.0, MOST_COST));
        }
    };
    view! {
        <div class="field slider paid__cost">
            <div class="slider__head">
                <label for="paid-cost">{text::paid::cost()}</label>
                <span class="slider__value" aria-hidden="true">
                    {said}
                </span>
            </div>
            <input
                id="paid-cost"
                type="range"
                min="0"
                max=MOST_COST
                step="1"
                prop:value=move || cost.get().to_string()
                aria-valuetext=said
                on:input=on_input
            />
        </div>
    }
}

#[component]
fn Rules(paying: Paying) -> impl IntoView {
    let Paying {
        paid,
        looks,
        deflated,
        differences,
        ..
    } = paying;
    let row = |line: &Line| {
        let cells = view! {
            <td>
                <strong>{number::ratio(line.end())}</strong>
            </td>
            <td>{line.sharpe.map_or(number::NOTHING.to_owned(), number::statistic)}</td>
            <td>{number::times(line.turnover)}</td>
            <td>{number::count(line.trades)}</td>
        };
        view! { <Row head=said(&line.rule) what=means(line.rule) cells /> }
    };
    let columns = vec![
        text::paid::rule().into(),
        text::paid::one_became().into(),
        Column::term(text::paid::sharpe(), text::paid::sharpe_means()),
        Column::term(text::paid::turnover(), text::paid::turnover_means()),
        text::paid::trades().into(),
    ];
    let answer = |line: &Line| {
        let difference = match &differences {
            Some(found) => of_rule(found, line.rule).map(|it| said(&it)),
            None => Some(text::paid::drawing().to_owned()),
        };
        let deflated = deflated.iter().find(|it| it.rule == line.rule);
        let deflated = deflated.map(|it| chance(it.share, looks));
        let sentences = [difference, deflated, costs(line)].into_iter().flatten();
        let sentences = sentences.map(|it| view! { " " {it} }).collect_view();
        view! {
            <li>
                <strong>{said(&line.rule)} "."</strong>
                {sentences}
            </li>
        }
    };
    let is_busy = differences.is_none().to_string();
    let rows = [&paid.long_flat, &paid.long_short, &paid.hold].map(row);
    let answers = [&paid.long_flat, &paid.long_short].map(answer);
    view! {
        <Table name=Name::Words(text::paid::rules().to_owned()) testid="paid-rules" columns>
            {rows.collect_view()}
        </Table>
        <ul class="paid__answers" data-testid="paid-answers" aria-busy=is_busy>
            {answers.collect_view()}
        </ul>
    }
}

fn of_rule(found: &[(Rule, SharpeDifference)], rule: Rule) -> Option<SharpeDifference> {
    found
        .iter()
        .find(|(of, _)| *of == rule)
        .map(|(_, difference)| *difference)
}
