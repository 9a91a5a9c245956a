//! Tomorrow's price: the forecast, its interval, and what "tomorrow = today" says.

use super::keep::KeepForecast;
use crate::app::screen::state::Screen;
use crate::app::ui::number;
use crate::app::words::intervals;
use crate::forecast::evaluation::{Evaluation, LevelInterval};
use crate::market::{Digits, Interval};
use crate::text::{self, written_date};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn TomorrowCard(
    screen: Screen,
    /// The results are of other settings than the form's.
    outdated: Memo<bool>,
) -> impl IntoView {
    let slices = screen.slices;
    let evaluation = slices.evaluation;
    let rows = slices.interval_of_rows;
    let title = move || match rows.get() {
        Interval::Daily => text::tomorrow::title(),
        Interval::Weekly => text::charts::next_week(),
        Interval::Monthly => text::charts::next_month(),
    };
    let after = move || {
        evaluation.with(|evaluation| {
            let after = evaluation.as_ref()?.forecast.after_date;
            Some(text::tomorrow::after(written_date(after)))
        })
    };
    let waiting = move || match rows.get() {
        Interval::Daily => text::tomorrow::no_day_yet(),
        Interval::Weekly => text::tomorrow::no_week_yet(),
        Interval::Monthly => text::tomorrow::no_month_yet(),
    };
    let content = move || match evaluation.get() {
        Some(evaluation) => {
            let interval = evaluation.chosen(screen.interval.get()).cloned();
            let digits = slices.digits.get();
            view! { <Forecast evaluation interval digits /> }.into_any()
        }
        None => view! {
            <p class="forecast__price" aria-hidden="true">
                {number::NOTHING}
            </p>
            <p class="empty">{waiting}</p>
        }
        .into_any(),
    };
    view! {
        <section
            class="tomorrow-card card"
            class:is-outdated=outdated
            id="tomorrow"
            aria-labelledby="tomorrow-title"
        >
            <div class="outcome-head">
                <h2 id="tomorrow-title" tabindex="-1">
                    {title}
                </h2>
                <p class="outcome-head__note">{after}</p>
                <Show when=move || evaluation.with(Option::is_some)>
                    <KeepForecast screen />
                </Show>
            </div>
            {content}
        </section>
    }
}

#[component]
fn Forecast(
    /// The evaluation whose forecast is shown.
    evaluation: Arc<Evaluation>,
    interval: Option<LevelInterval>,
    /// How prices are written.
    digits: Digits,
) -> impl IntoView {
    let forecast = &evaluation.forecast;
    let change = forecast.price - forecast.last_price;
    let change_percent = change / forecast.last_price * 100.0;
    let change = text::tomorrow::change(
        number::price_change(change, digits),
        number::day_change(change_percent),
    );
    let range = interval.map(|interval| {
        let (low, high) = interval.next_day;
        view! {
            <div>
                <dt>
                    <span class="forecast__interval">
                        {intervals::name(interval.method, interval.level)}
                    </span>
                    // Where there is no room for more.
                    <span class="forecast__level" aria-hidden="true">
                        {number::whole_percent(interval.level)}
                    </span>
                </dt>
                <dd>{number::price_range(low, high, digits)}</dd>
            </div>
        }
    });
    view! {
        <div class="forecast">
            <p class="forecast__price" data-testid="next-day">
                {number::price(forecast.price, digits)}
            </p>
            <p class="forecast__change">{change}</p>
            <dl class="forecast__facts">
                {range}
                <div>
                    <dt>{text::results::tomorrow_is_today()}</dt>
                    <dd>{number::price(forecast.last_price, digits)}</dd>
                </div>
            </dl>
        </div>
    }
}
