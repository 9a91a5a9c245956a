//! Forecasts of more than one day: how good each day's is.

use crate::app::components::word;
use crate::app::slices::Slices;
use crate::app::ui::number;
use crate::app::ui::table::{Column, Name, Row, Table};
use crate::app::words::horizons;
use crate::app::words::verdict::p_text;
use crate::forecast::evaluation::{Evaluation, StepScores};
use crate::market::{Digits, Interval};
use crate::text;
use leptos::prelude::*;

/// A score for each day ahead; nothing where the horizon is one day.
#[component]
pub fn StepTable(slices: Slices) -> impl IntoView {
    move || {
        let evaluation = slices.evaluation.get()?;
        let several = !evaluation.horizons.is_empty();
        several.then(|| {
            steps_table(
                &evaluation,
                slices.interval_of_rows.get(),
                slices.digits.get(),
            )
        })
    }
}

fn steps_table(
    evaluation: &Evaluation,
    interval: Interval,
    digits: Digits,
) -> impl IntoView + use<> {
    let points = evaluation.forecast.path.iter();
    let rows = evaluation
        .horizons
        .iter()
        .zip(points)
        .map(|(scores, point)| {
            let forecast = text::results::price_and_range(
                number::price(point.price, digits),
                number::price(point.low, digits),
                number::price(point.high, digits),
            );
            step_row(scores, horizons::title(point.ahead), forecast, digits)
        })
        .collect_view();
    let title = match interval {
        Interval::Daily => text::results::how_good_by_day(),
        Interval::Weekly => text::results::how_good_by_week(),
        Interval::Monthly => text::results::how_good_by_month(),
    };
    let scored = match interval {
        Interval::Daily => text::results::days_are_scored(),
        Interval::Weekly => text::results::weeks_are_scored(),
        Interval::Monthly => text::results::months_are_scored(),
    };
    let columns = vec![
        text::results::ahead().into(),
        Column::term("MAE", text::results::network_mae_means()),
        Column::term(text::results::no_change(), text::results::no_change_means()),
        Column::term("rMAE", text::results::ratio_means()),
        text::results::network().into(),
        Column::term(text::results::held(), text::results::held_means()),
        text::results::forecast_and_interval().into(),
    ];
    view! {
        <h3 id="horizons-title" class="scores-title">{title}</h3>
        <p class="days-ahead__sentence" data-testid="horizons-sentence">
            {horizons::sentence(&evaluation.horizons, interval)}
        </p>
        <Table name=Name::Heading("horizons-title") testid="horizons" columns>
            {rows}
        </Table>
        <p class="hint">{scored}</p>
    }
}

fn step_row(
    scores: &StepScores,
    label: String,
    forecast: String,
    digits: Digits,
) -> impl IntoView + use<> {
    // That of all rows together is what the word goes by.
    let p_value = scores.p_adjusted.unwrap_or(scores.p_value);
    let outcome = format!("{} ({})", word(scores.kind), p_text(p_value));
    let cells = view! {
        <td>{number::price_error(scores.model.mae, digits)}</td>
        <td>{number::price_error(scores.baselines.persistence().mae, digits)}</td>
        <td>
            <strong>{number::ratio(scores.model.rmae)}</strong>
        </td>
        <td data-kind=scores.kind.slug()>{outcome}</td>
        <td>{number::percent(scores.interval.coverage)}</td>
        <td>{forecast}</td>
    };
    view! { <Row head=label cells /> }
}
