//! Forecasts of more than one day: the choice how they come about, the fan, and a score for each day.

use super::verdict_word::word;
use crate::app::charts::{self, ColorScheme};
use crate::app::slices::Slices;
use crate::app::ui::chart::ChartView;
use crate::app::ui::number;
use crate::app::ui::table::{Column, Name, Row, Table};
use crate::app::words::horizons;
use crate::app::words::settings::Explained;
use crate::app::words::verdict::p_text;

use crate::forecast::Settings;
use crate::forecast::evaluation::{Evaluation, StepScores};
use crate::forecast::settings::Steps;
use crate::lab::Intention;
use crate::market::{Digits, Interval};
use crate::text;
use leptos::prelude::*;
use std::str::FromStr;
use std::sync::Arc;

fn title(steps: Steps) -> &'static str {
    match steps {
        Steps::Direct => text::results::direct(),
        Steps::Recursive => text::results::recursive(),
    }
}

/// The choice between direct and recursive, where there is more than one day.
#[component]
pub fn StepsChoice(
    /// The run's settings.
    settings: Memo<Settings>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let several = Memo::new(move |_| settings.with(|settings| settings.horizon > 1));
    let steps = Memo::new(move |_| settings.with(|settings| settings.steps));
    let choose = move |event| {
        if let Ok(steps) = Steps::from_str(&event_target_value(&event)) {
            let settings = settings.get_untracked();
            intend.run(Intention::ChangeSettings(Settings { steps, ..settings }));
        }
    };
    view! {
        <Show when=move || several.get()>
            <div class="field">
                <label for="steps">{text::settings::steps()}</label>
                <select
                    id="steps"
                    class="select"
                    aria-describedby="steps-help"
                    prop:value=move || steps.get().slug()
                    on:change=choose
                >
                    {Steps::ALL
                        .iter()
                        .map(|this| {
                            view! {
                                <option value=this.slug() selected=steps.get_untracked() == *this>
                                    {title(*this)}
                                </option>
                            }
                        })
                        .collect_view()}
                </select>
                <p class="hint" id="steps-help">{move || steps.get().explanation()}</p>
            </div>
        </Show>
    }
}

/// The fan and the scores of each day ahead; nothing where the horizon is one day.
#[component]
pub fn DaysAhead(
    /// The run, read.
    slices: Slices,
    /// Light or dark, for the chart.
    scheme: Signal<ColorScheme>,
) -> impl IntoView {
    let evaluation = slices.evaluation;
    let several = Memo::new(move |_| {
        let there =
            |it: &Option<Arc<Evaluation>>| it.as_ref().is_some_and(|it| !it.horizons.is_empty());
        evaluation.with(there)
    });
    let chart = Memo::new_with_compare(
        move |_| {
            Some(charts::fan(
                &*slices.open_prices.get()?,
                &*evaluation.get()?,
                scheme.get(),
            ))
        },
        |_, _| true,
    );
    let summary = Signal::derive(move || {
        let (Some(prices), Some(evaluation)) = (slices.open_prices.get(), evaluation.get()) else {
            return String::new();
        };
        charts::summary_fan(&prices, &evaluation)
    });
    let interval = Memo::new(move |_| {
        slices.prices.with(|prices| {
            let prices = prices.as_ref();
            prices.map_or(Interval::Daily, |prices| prices.series.info().interval)
        })
    });
    view! {
        <Show when=move || several.get()>
            <div class="card days-ahead" data-testid="days-ahead">
                <ChartView
                    testid="chart-fan"
                    title=text::results::the_days_ahead()
                    chart=chart
                    summary=summary
                />
                <p class="hint">
                    {move || match interval.get() {
                        Interval::Daily => text::results::day_bands(),
                        Interval::Weekly => text::results::week_bands(),
                        Interval::Monthly => text::results::month_bands(),
                    }}
                </p>
                {move || evaluation.get().map(|evaluation| steps_table(&evaluation, interval.get(), slices.digits.get()))}
            </div>
        </Show>
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
    let outcome = format!("{} ({})", word(scores.kind), p_text(scores.p_value));
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
