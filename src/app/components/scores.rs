//! The score table: the network beside the forecasts that cost nothing.

use super::format;
use crate::forecast::evaluation::{Evaluation, Scores};
use leptos::prelude::*;
use std::sync::Arc;

/// A row: name, what it does, scores.
fn rows(evaluation: &Evaluation) -> Vec<(&'static str, &'static str, Scores)> {
    let table = &evaluation.scores;
    let mut rows = vec![
        ("LSTM", "the network you trained", table.model.clone()),
        ("Persistence", "tomorrow = today", table.persistence.clone()),
        ("Drift", "today plus the average step", table.drift.clone()),
        (
            "5-day mean",
            "the mean of the last five days",
            table.moving_average.clone(),
        ),
        ("AR(1)", "the last return, weighted", table.ar1.clone()),
        (
            "Ridge",
            "a straight line through the same window",
            table.ridge.clone(),
        ),
    ];
    if let Some(best) = &table.best_possible {
        rows.push((
            "Best possible",
            "by someone who knows the process",
            best.clone(),
        ));
    }
    rows
}

#[component]
pub fn ScoreTable(
    /// The evaluation to show.
    evaluation: Arc<Evaluation>,
) -> impl IntoView {
    let up = format::percent(evaluation.scores.always_up);
    view! {
        <h3 id="scores-title" class="scores-title">"Scores on the held-out test block"</h3>
        <div class="table-scroll" tabindex="0" role="region" aria-labelledby="scores-title">
            <table class="scores" data-testid="scores" aria-labelledby="scores-title">
                <thead>
                    <tr>
                        <th scope="col">"Forecast"</th>
                        <th scope="col">
                            <abbr title="Mean absolute error, in price units">"MAE"</abbr>
                        </th>
                        <th scope="col">
                            <abbr title="Root mean squared error, in price units">"RMSE"</abbr>
                        </th>
                        <th scope="col">
                            <abbr title="Mean absolute percentage error">"MAPE"</abbr>
                        </th>
                        <th scope="col">
                            <abbr title="MAE divided by that of persistence: below 1 is better">
                                "rMAE"
                            </abbr>
                        </th>
                        <th scope="col">
                            <abbr title="Out-of-sample R² on returns, against the expanding mean">
                                "R² returns"
                            </abbr>
                        </th>
                        <th scope="col">"Direction right (95 % interval)"</th>
                    </tr>
                </thead>
                <tbody>
                    {rows(&evaluation)
                        .into_iter()
                        .map(|(name, what, scores)| {
                            view! {
                                <tr class:scores__model=name == "LSTM">
                                    <th scope="row">
                                        {name} <span class="scores__what">{what}</span>
                                    </th>
                                    <td>{format::price(scores.mae)}</td>
                                    <td>{format::price(scores.rmse)}</td>
                                    <td>{format!("{:.2} %", scores.mape)}</td>
                                    <td>
                                        <strong>{format!("{:.3}", scores.rmae)}</strong>
                                    </td>
                                    <td>{r_squared(scores.r2_out_of_sample)}</td>
                                    <td>{direction(name, &scores)}</td>
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </div>
        <p class="hint">
            "Persistence names no direction. For comparison, always saying “up” would have been \
             right on " {up} " of the test days."
        </p>
    }
}

fn r_squared(value: f64) -> String {
    match value {
        poor if poor < -9.99 => "< −9.99".to_owned(),
        // What rounds to zero has no sign.
        _ if value <= -0.0005 => format!("−{:.3}", value.abs()),
        _ => format!("{:.3}", value.abs()),
    }
}

fn direction(name: &str, scores: &Scores) -> String {
    if name == "Persistence" || !scores.directional_accuracy.is_finite() {
        return "–".to_owned();
    }
    format!(
        "{} ({:.0}–{:.0} %)",
        format::percent(scores.directional_accuracy),
        scores.directional_low * 100.0,
        scores.directional_high * 100.0
    )
}
