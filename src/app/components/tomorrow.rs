//! 5 Tomorrow: the forecast for the next trading day, with its interval.

use super::days_ahead::DaysAhead;
use super::in_turn::in_turn;
use super::journal::{JournalPanel, KeepForecast};
use super::{ChartView, format};
use crate::app::charts::{self, ColorScheme};
use crate::app::intention::Intention;
use crate::app::slices::Slices;
use crate::forecast::evaluation::{Evaluation, IntervalChoice, LevelInterval};
use crate::journal::Journal;
use crate::market::Interval;
use crate::text::number;
use crate::text::written_date;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn TomorrowSection(
    /// The run, read.
    slices: Slices,
    /// Light or dark, for the chart.
    scheme: Signal<ColorScheme>,
    /// The interval that is shown.
    interval: RwSignal<IntervalChoice>,
    /// Forecasts that were kept.
    journal: RwSignal<Journal>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let evaluation = slices.evaluation;
    let there = Memo::new(move |_| evaluation.with(Option::is_some));
    let come = in_turn(there, 6);
    let chart = Memo::new_with_compare(
        move |_| {
            let evaluation = evaluation.get()?;
            let interval = evaluation.chosen(interval.get())?;
            Some(charts::next_day(
                &*slices.open_prices.get()?,
                &evaluation,
                interval,
                scheme.get(),
            ))
        },
        |_, _| true,
    );
    let summary = Signal::derive(move || {
        let (Some(prices), Some(evaluation)) = (slices.open_prices.get(), evaluation.get()) else {
            return String::new();
        };
        let interval = evaluation.chosen(interval.get());
        interval.map_or_else(String::new, |interval| {
            charts::summary_next_day(&prices, &evaluation, interval)
        })
    });
    let next = Memo::new(move |_| {
        slices.prices.with(|prices| {
            match prices.as_ref().map(|prices| prices.series.info().interval) {
                Some(Interval::Weekly) => "the next trading week",
                Some(Interval::Monthly) => "the next month",
                _ => "the next trading day",
            }
        })
    });
    view! {
        <section class="tomorrow" id="tomorrow" aria-labelledby="tomorrow-title">
            <div class="section-head">
                <h2 id="tomorrow-title" tabindex="-1">
                    <span class="step" aria-hidden="true">"5"</span>
                    "Tomorrow"
                </h2>
            </div>
            <Show
                when=move || come.get()
                fallback=move || {
                    view! {
                        <p class="empty card">
                            {move || {
                                format!(
                                    "The network’s forecast for {} stands here after training, with \
                                     the range it is probably in.",
                                    next.get(),
                                )
                            }}
                        </p>
                    }
                }
            >
                <div class="card">
                    {move || {
                        evaluation
                            .get()
                            .map(|evaluation| {
                                let interval = evaluation.chosen(interval.get()).cloned();
                                view! { <Forecast evaluation interval next=next.get() /> }
                            })
                    }}
                    <KeepForecast slices journal intend />
                    <ChartView
                        testid="chart-next-day"
                        title="The last days and the next"
                        chart=chart
                        summary=summary
                    />
                    <Show when=move || slices.seal.with(Option::is_some)>
                        <p class="hint hint--strong">
                            "The last 5 % are sealed: this is the forecast for the first sealed day. \
                             Train without the seal to forecast beyond the last price."
                        </p>
                    </Show>
                    <p class="hint">
                        "Educational, not advice: this is what one small network says after one \
                         training, not what will happen. The verdict above says how far to trust it."
                    </p>
                </div>
                <DaysAhead slices=slices scheme=scheme />
            </Show>
            <JournalPanel journal intend />
        </section>
    }
}

#[component]
fn Forecast(
    /// The evaluation whose forecast is shown.
    evaluation: Arc<Evaluation>,
    interval: Option<LevelInterval>,
    /// "the next trading day" in the interval's words.
    next: &'static str,
) -> impl IntoView {
    let forecast = &evaluation.forecast;
    let change = forecast.price - forecast.last_price;
    let change_percent = change / forecast.last_price * 100.0;
    view! {
        <div class="forecast">
            <div class="forecast__main">
                <p class="forecast__label">
                    {format!("Forecast for {next} after {}", written_date(forecast.after_date))}
                </p>
                <p class="forecast__price" data-testid="next-day">
                    {format::price(forecast.price)}
                </p>
                <p class="forecast__change">
                    {format!(
                        "{} ({} %) from {}",
                        number::signed(change, 2),
                        number::signed(change_percent, 2),
                        format::price(forecast.last_price),
                    )}
                </p>
            </div>
            <dl class="facts">
                {interval
                    .map(|interval| {
                        let (low, high) = interval.next_day;
                        view! {
                            <div>
                                <dt>{interval.name()}</dt>
                                <dd>{format!("{} to {}", format::price(low), format::price(high))}</dd>
                            </div>
                        }
                    })}
                <div>
                    <dt>"“Tomorrow = today” says"</dt>
                    <dd>{format::price(forecast.last_price)}</dd>
                </div>
            </dl>
        </div>
    }
}
