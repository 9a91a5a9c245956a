//! The score table: the network beside the forecasts that cost nothing.

use super::format;
use crate::forecast::baselines::PERSISTENCE;
use crate::forecast::evaluation::{Evaluation, Scores};
use crate::text::{self, number};
use crate::words::baselines::words;
use leptos::prelude::*;
use std::sync::Arc;

/// A forecast's row.
struct ScoreRow {
    name: &'static str,
    /// What it does.
    means: &'static str,
    scores: Scores,
    is_network: bool,
    /// Whether it says up or down at all.
    has_direction: bool,
}

fn rows(evaluation: &Evaluation) -> Vec<ScoreRow> {
    let table = &evaluation.scores;
    let row = |name, means, scores: &Scores| ScoreRow {
        name,
        means,
        scores: scores.clone(),
        is_network: false,
        has_direction: true,
    };
    let mut rows = vec![ScoreRow {
        is_network: true,
        ..row("LSTM", text::results::network_means(), &table.model)
    }];
    rows.extend(table.baselines.iter().map(|(key, scores)| {
        let words = words(key);
        ScoreRow {
            has_direction: key != PERSISTENCE.key,
            ..row(words.name, words.means, scores)
        }
    }));
    if let Some(best) = &table.best_possible {
        rows.push(row(
            text::forecast::best_possible(),
            text::results::best_possible_means(),
            best,
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
        <h3 id="scores-title" class="scores-title">{text::results::scores_title()}</h3>
        <div class="table-scroll" tabindex="0" role="region" aria-labelledby="scores-title">
            <table class="scores" data-testid="scores" aria-labelledby="scores-title">
                <thead>
                    <tr>
                        <th scope="col">{text::results::forecast()}</th>
                        <th scope="col">
                            <abbr title=text::results::mae_means()>"MAE"</abbr>
                        </th>
                        <th scope="col">
                            <abbr title=text::results::rmse_means()>"RMSE"</abbr>
                        </th>
                        <th scope="col">
                            <abbr title=text::results::mape_means()>"MAPE"</abbr>
                        </th>
                        <th scope="col">
                            <abbr title=text::results::rmae_means()>"rMAE"</abbr>
                        </th>
                        <th scope="col">
                            <abbr title=text::results::r_squared_means()>
                                {text::results::r_squared()}
                            </abbr>
                        </th>
                        <th scope="col">{text::results::direction_and_interval()}</th>
                    </tr>
                </thead>
                <tbody>
                    {rows(&evaluation)
                        .into_iter()
                        .map(|row| {
                            let scores = &row.scores;
                            view! {
                                <tr class:scores__model=row.is_network>
                                    <th scope="row">
                                        {row.name} <span class="scores__what">{row.means}</span>
                                    </th>
                                    <td>{format::price(scores.mae)}</td>
                                    <td>{format::price(scores.rmse)}</td>
                                    <td>{format!("{} %", number::decimal(scores.mape, 2))}</td>
                                    <td>
                                        <strong>{number::decimal(scores.rmae, 3)}</strong>
                                    </td>
                                    <td>{r_squared(scores.r2_out_of_sample)}</td>
                                    <td>{direction(&row)}</td>
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </div>
        <p class="hint">{text::results::always_up(up)}</p>
    }
}

fn r_squared(value: f64) -> String {
    match value {
        poor if poor < -9.99 => format!("< −{}", number::decimal(9.99, 2)),
        // What rounds to zero has no sign.
        _ if value <= -0.0005 => format!("−{}", number::decimal(value.abs(), 3)),
        _ => number::decimal(value.abs(), 3),
    }
}

fn direction(row: &ScoreRow) -> String {
    let scores = &row.scores;
    if !row.has_direction || !scores.directional_accuracy.is_finite() {
        return "–".to_owned();
    }
    format!(
        "{} ({:.0}–{:.0} %)",
        format::percent(scores.directional_accuracy),
        scores.directional_low * 100.0,
        scores.directional_high * 100.0
    )
}
