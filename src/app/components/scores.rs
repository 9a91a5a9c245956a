//! The score table: the network beside the forecasts that cost nothing.

use crate::app::ui::number;
use crate::app::ui::table::{Column, Name, Row, Table};
use crate::app::words::baselines::words;
use crate::cells::NetworkKind;
use crate::forecast::baselines::PERSISTENCE;
use crate::forecast::evaluation::{Evaluation, Scores};
use crate::market::Digits;
use crate::text::{self, said};
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

fn rows(evaluation: &Evaluation, cell: NetworkKind) -> Vec<ScoreRow> {
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
        ..row(cell.name(), text::results::network_means(), &table.model)
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
    /// The network’s cell.
    cell: NetworkKind,
    /// How prices are written.
    digits: Digits,
) -> impl IntoView {
    let up = number::percent(evaluation.scores.always_up);
    let directions = evaluation.directions.as_ref().map(said);
    let columns = vec![
        text::results::forecast().into(),
        Column::term("MAE", text::results::mae_means()),
        Column::term("RMSE", text::results::rmse_means()),
        Column::term("MAPE", text::results::mape_means()),
        Column::term("rMAE", text::results::rmae_means()),
        Column::term(text::results::r_squared(), text::results::r_squared_means()),
        text::results::direction_and_interval().into(),
    ];
    view! {
        <h3 id="scores-title" class="scores-title">{text::results::scores_title()}</h3>
        <Table name=Name::Heading("scores-title") testid="scores" columns>
            {rows(&evaluation, cell)
                .into_iter()
                .map(|row| {
                    let scores = &row.scores;
                    let cells = view! {
                        <td>{number::price_error(scores.mae, digits)}</td>
                        <td>{number::price_error(scores.rmse, digits)}</td>
                        <td>{number::percentage_error(scores.mape)}</td>
                        <td>
                            <strong>{number::ratio(scores.rmae)}</strong>
                        </td>
                        <td>{number::r_squared(scores.r2_out_of_sample)}</td>
                        <td>{direction(&row)}</td>
                    };
                    let (head, what) = (row.name, row.means);
                    view! { <Row head what cells {..} class:scores__model=row.is_network /> }
                })
                .collect_view()}
        </Table>
        <p class="hint">{text::results::always_up(up)}</p>
        {directions.map(|it| view! { <p class="hint" data-testid="directions">{it}</p> })}
    }
}

fn direction(row: &ScoreRow) -> String {
    let scores = &row.scores;
    if !row.has_direction || !scores.directional_accuracy.is_finite() {
        return "–".to_owned();
    }
    format!(
        "{} ({}–{})",
        number::percent(scores.directional_accuracy),
        number::percent_number(scores.directional_low, 0),
        number::whole_percent(scores.directional_high)
    )
}
