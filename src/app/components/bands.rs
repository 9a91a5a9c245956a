//! The intervals beside plain bands around "tomorrow = today": held on calm and on wild days, and how good
//! by the scores that weigh width and misses together.

use crate::app::ui::number;
use crate::app::ui::table::{Column, Name, Row, Table};
use crate::app::words::bands::{name, sentences};
use crate::forecast::bands::{BandScores, EXPECTED_BETWEEN};
use crate::forecast::evaluation::{Evaluation, IntervalChoice};
use crate::text;
use leptos::prelude::*;
use std::sync::Arc;

/// The histogram's size, in the units of its drawing.
const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 72.0;
/// Columns higher than so many times what is meant are cut.
const HIGHEST: f64 = 2.0;

#[component]
pub fn BandTable(
    evaluation: Arc<Evaluation>,
    /// The level and method that the charts show.
    choice: IntervalChoice,
) -> impl IntoView {
    if evaluation.bands.is_empty() {
        return None;
    }
    let level = choice.level;
    let row = move |band: &BandScores| {
        let at = band.at(level)?;
        let share = |share: Option<f64>| share.map_or(number::NOTHING.to_owned(), number::percent);
        let cells = view! {
            <td>
                <strong>{number::percent(at.coverage)}</strong>
            </td>
            <td>{share(at.calm)}</td>
            <td>{share(at.wild)}</td>
            <td>{number::percent_of_price(at.mean_width)}</td>
            <td>{number::percent_of_price(at.interval_score)}</td>
            <td>{number::percent_of_price(band.crps)}</td>
        };
        let shown = band.band == choice.method.into();
        Some(view! { <Row head=name(band.band) cells {..} class:scores__model=shown /> })
    };
    let columns = vec![
        text::results::band().into(),
        text::results::held().into(),
        Column::term(text::results::calm(), text::results::calm_means()),
        Column::term(text::results::wild(), text::results::wild_means()),
        text::results::mean_width().into(),
        Column::term(
            text::results::interval_score(),
            text::results::interval_score_means(),
        ),
        Column::term("CRPS", text::results::crps_means()),
    ];
    let shown = evaluation
        .bands
        .iter()
        .find(|band| band.band == choice.method.into())
        .cloned();
    let rows = evaluation.bands.iter().filter_map(row).collect_view();
    let said = sentences(&evaluation.bands).into_iter();
    Some(view! {
        <section class="bands">
            <h3 id="bands-title" class="scores-title">{text::results::bands_title()}</h3>
            <p class="hint">{text::results::bands_are(number::percent_number(level, 0))}</p>
            <Table name=Name::Heading("bands-title") testid="bands" columns>
                {rows}
            </Table>
            {said.map(|it| view! { <p class="hint">{it}</p> }).collect_view()}
            {shown.map(|band| view! { <Between band /> })}
        </section>
    })
}

/// The histogram of the probability integral transform: a column between any two neighbouring quantiles, as wide
/// as the share of days that is meant to fall there, as high as how many did of those. An exact band's
/// columns are all as high as the dashed line.
#[component]
fn Between(band: BandScores) -> impl IntoView {
    let unit = HEIGHT / HIGHEST;
    let mut left = 0.0;
    let columns: Vec<_> = EXPECTED_BETWEEN
        .into_iter()
        .zip(&band.between)
        .map(|(meant, held)| {
            let (x, width) = (left * WIDTH, meant * WIDTH);
            left += meant;
            let height = unit * (held / meant).min(HIGHEST);
            view! {
                <rect
                    class="bands__column"
                    x=x
                    y=HEIGHT - height
                    width=(width - 1.0).max(1.0)
                    height=height
                />
            }
        })
        .collect();
    let at_meant = HEIGHT - unit;
    // The two ends are what an interval is for.
    let ends =
        [band.between.first(), band.between.last()].map(|share| share.copied().unwrap_or(0.0));
    let [below, above] = ends.map(number::percent);
    let summary =
        text::results::between_summary(below, above, number::percent(EXPECTED_BETWEEN[0]));
    view! {
        <figure class="bands__between" data-testid="between">
            <figcaption>
                <strong>{text::results::between_title()}</strong>
                " "
                {text::results::between_means()}
                " "
                {summary.clone()}
            </figcaption>
            <svg
                viewBox=format!("0 0 {WIDTH} {HEIGHT}")
                preserveAspectRatio="none"
                role="img"
                aria-label=summary
            >
                {columns}
                <line class="bands__meant" x1="0" x2=WIDTH y1=at_meant y2=at_meant />
            </svg>
        </figure>
    }
}
