//! 5 Tomorrow: the forecast for the next trading day, with its interval.

use super::days_ahead::DaysAhead;
use super::in_turn::in_turn;
use super::journal::{JournalPanel, KeepForecast};
use crate::app::charts::{self, ColorScheme};
use crate::app::slices::Slices;
use crate::app::ui::chart::ChartView;
use crate::app::ui::number;
use crate::app::words::intervals;
use crate::forecast::evaluation::{Evaluation, IntervalChoice, LevelInterval};

use crate::lab::Intention;
use crate::market::{Digits, Interval};
use crate::text::{self, written_date};
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
    intend: Callback<Intention>,
) -> impl IntoView {
    let journal = slices.journal;
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
    let rows = Memo::new(move |_| {
        slices.prices.with(|prices| {
            let prices = prices.as_ref();
            prices.map_or(Interval::Daily, |prices| prices.series.info().interval)
        })
    });
    view! {
        <section class="tomorrow" id="tomorrow" aria-labelledby="tomorrow-title">
            <div class="section-head">
                <h2 id="tomorrow-title" tabindex="-1">
                    <span class="step" aria-hidden="true">"5"</span>
                    {text::tomorrow::title()}
                </h2>
            </div>
            <Show
                when=move || come.get()
                fallback=move || {
                    view! {
                        <p class="empty card">
                            {move || match rows.get() {
                                Interval::Daily => text::tomorrow::no_day_yet(),
                                Interval::Weekly => text::tomorrow::no_week_yet(),
                                Interval::Monthly => text::tomorrow::no_month_yet(),
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
                                let digits = slices.digits.get();
                                view! { <Forecast evaluation interval rows=rows.get() digits /> }
                            })
                    }}
                    <KeepForecast slices journal intend />
                    <ChartView
                        testid="chart-next-day"
                        title=text::tomorrow::chart()
                        chart=chart
                        summary=summary
                    />
                    <Show when=move || slices.seal.with(Option::is_some)>
                        <p class="hint hint--strong">{text::tomorrow::is_sealed()}</p>
                    </Show>
                    <p class="hint">{text::tomorrow::no_advice()}</p>
                </div>
                <DaysAhead slices=slices scheme=scheme />
            </Show>
            <JournalPanel slices intend />
        </section>
    }
}

#[component]
fn Forecast(
    /// The evaluation whose forecast is shown.
    evaluation: Arc<Evaluation>,
    interval: Option<LevelInterval>,
    /// What is between two prices.
    rows: Interval,
    /// How prices are written.
    digits: Digits,
) -> impl IntoView {
    let forecast = &evaluation.forecast;
    let change = forecast.price - forecast.last_price;
    let change_percent = change / forecast.last_price * 100.0;
    let after = written_date(forecast.after_date);
    let label = match rows {
        Interval::Daily => text::tomorrow::day_after(after),
        Interval::Weekly => text::tomorrow::week_after(after),
        Interval::Monthly => text::tomorrow::month_after(after),
    };
    view! {
        <div class="forecast">
            <div class="forecast__main">
                <p class="forecast__label">{label}</p>
                <p class="forecast__price" data-testid="next-day">
                    {number::price(forecast.price, digits)}
                </p>
                <p class="forecast__change">
                    {text::tomorrow::change(
                        number::price_change(change, digits),
                        number::day_change(change_percent),
                        number::price(forecast.last_price, digits),
                    )}
                </p>
            </div>
            <dl class="facts">
                {interval
                    .map(|interval| {
                        let (low, high) = interval.next_day;
                        view! {
                            <div>
                                <dt>{intervals::name(&interval)}</dt>
                                <dd>{number::price_range(low, high, digits)}</dd>
                            </div>
                        }
                    })}
                <div>
                    <dt>{text::tomorrow::tomorrow_is_today_says()}</dt>
                    <dd>{number::price(forecast.last_price, digits)}</dd>
                </div>
            </dl>
        </div>
    }
}
