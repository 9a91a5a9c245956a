//! The prediction intervals: how often each held what happened, and how wide it had to be for that.

use super::format;
use crate::forecast::evaluation::{Evaluation, IntervalMethod, LevelInterval};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn IntervalTable(
    /// The evaluation to show.
    evaluation: Arc<Evaluation>,
) -> impl IntoView {
    let calibrated_on = evaluation.interval.calibrated_on.clone();
    view! {
        <h3 id="intervals-title" class="scores-title">"How sure is it?"</h3>
        <p class="hint">
            "Each interval is a range around the forecast that is meant to hold a given share of the \
             days. Calibrated on " {calibrated_on} "; the column “held” says what came of it on the \
             test days."
        </p>
        <div class="table-scroll" tabindex="0" role="region" aria-labelledby="intervals-title">
            <table class="scores" data-testid="intervals" aria-labelledby="intervals-title">
                <thead>
                    <tr>
                        <th scope="col">"Interval"</th>
                        <th scope="col">"Meant to hold"</th>
                        <th scope="col">"Held"</th>
                        <th scope="col">"Mean width"</th>
                        <th scope="col">"Next"</th>
                    </tr>
                </thead>
                <tbody>{evaluation.intervals.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
        {IntervalMethod::ALL
            .iter()
            .map(|method| {
                view! {
                    <p class="hint">
                        <strong>{name(*method)} ": "</strong>
                        {method.explanation()}
                    </p>
                }
            })
            .collect_view()}
    }
}

fn row(interval: &LevelInterval) -> impl IntoView + use<> {
    let (low, high) = interval.next_day;
    view! {
        <tr>
            <th scope="row">{name(interval.method)}</th>
            <td>{format!("{:.0} %", interval.level * 100.0)}</td>
            <td>
                <strong>{format::percent(interval.coverage)}</strong>
            </td>
            <td>{format::price(interval.mean_width)}</td>
            <td>{format!("{} to {}", format::price(low), format::price(high))}</td>
        </tr>
    }
}

fn name(method: IntervalMethod) -> &'static str {
    match method {
        IntervalMethod::Split => "Split",
        IntervalMethod::Adaptive => "Adaptive",
    }
}
