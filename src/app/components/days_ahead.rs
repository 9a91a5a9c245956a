//! Forecasts of more than one day: the choice how they come about, the fan, and a score for each day.

use super::{ChartView, format};
use crate::app::charts::{self, ColorScheme};
use crate::app::intention::Intention;
use crate::app::slices::Slices;
use crate::forecast::Settings;
use crate::forecast::evaluation::{Evaluation, StepScores};
use crate::forecast::horizons::sentence;
use crate::forecast::settings::Steps;
use crate::forecast::verdict::p_text;
use crate::market::Interval;
use leptos::prelude::*;
use std::str::FromStr;
use std::sync::Arc;

fn title(steps: Steps) -> &'static str {
    match steps {
        Steps::Direct => "Direct: all days at once",
        Steps::Recursive => "Recursive: day after day",
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
                <label for="steps">"Days ahead"</label>
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
                    title="The days ahead"
                    chart=chart
                    summary=summary
                />
                <p class="hint">
                    {move || {
                        let unit = unit(interval.get());
                        format!(
                            "The bands hold 50, 80 and 95 % of what happened on the days they were \
                             calibrated on, for each {unit} ahead by itself. A whole path stays inside \
                             far less often than any one {unit} does.",
                        )
                    }}
                </p>
                {move || evaluation.get().map(|evaluation| steps_table(&evaluation, interval.get()))}
            </div>
        </Show>
    }
}

fn unit(interval: Interval) -> &'static str {
    match interval {
        Interval::Daily => "day",
        Interval::Weekly => "week",
        Interval::Monthly => "month",
    }
}

fn steps_table(evaluation: &Evaluation, interval: Interval) -> impl IntoView + use<> {
    let unit = unit(interval);
    let points = evaluation.forecast.path.iter();
    let rows = evaluation
        .horizons
        .iter()
        .zip(points)
        .map(|(scores, point)| {
            let forecast = format!(
                "{} ({} to {})",
                format::price(point.price),
                format::price(point.low),
                format::price(point.high)
            );
            step_row(scores, point.ahead.title(), forecast)
        })
        .collect_view();
    view! {
        <h3 id="horizons-title" class="scores-title">{format!("How good is it, {unit} by {unit}?")}</h3>
        <p class="days-ahead__sentence" data-testid="horizons-sentence">
            {sentence(&evaluation.horizons, interval)}
        </p>
        <div class="table-scroll" tabindex="0" role="region" aria-labelledby="horizons-title">
            <table class="scores" data-testid="horizons" aria-labelledby="horizons-title">
                <thead>
                    <tr>
                        <th scope="col">"Ahead"</th>
                        <th scope="col">
                            <abbr title="Mean absolute error of the network, in price units">
                                "MAE"
                            </abbr>
                        </th>
                        <th scope="col">
                            <abbr title="Mean absolute error of the last known price">
                                "“No change”"
                            </abbr>
                        </th>
                        <th scope="col">
                            <abbr title="The first divided by the second: below 1 is better">
                                "rMAE"
                            </abbr>
                        </th>
                        <th scope="col">"Network"</th>
                        <th scope="col">
                            <abbr title="Share of test days that the 80 % interval held">"Held"</abbr>
                        </th>
                        <th scope="col">"Forecast (80 % interval)"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="hint">
            {format!(
                "Scored on the test block; the verdict above is about the first row. Each row has a \
                 Diebold–Mariano test of its own, which allows for forecasts several {unit}s ahead that \
                 overlap; still, of many rows one or another looks significant by chance.",
            )}
        </p>
    }
}

fn step_row(scores: &StepScores, label: String, forecast: String) -> impl IntoView + use<> {
    let outcome = format!("{} ({})", scores.kind.slug(), p_text(scores.p_value));
    view! {
        <tr>
            <th scope="row">{label}</th>
            <td>{format::price(scores.model.mae)}</td>
            <td>{format::price(scores.persistence.mae)}</td>
            <td>
                <strong>{format!("{:.3}", scores.model.rmae)}</strong>
            </td>
            <td data-kind=scores.kind.slug()>{outcome}</td>
            <td>{format::percent(scores.interval.coverage)}</td>
            <td>{forecast}</td>
        </tr>
    }
}
