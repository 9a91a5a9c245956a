//! The view of the next day, and of all days ahead where several are forecast.

use super::pace::while_seen;
use super::state::{StageState, testid};
use crate::app::charts;
use crate::app::screen::place::View;
use crate::app::ui::chart::ChartView;
use crate::market::Interval;
use crate::text;
use leptos::prelude::*;

#[component]
pub fn TomorrowView(stage: StageState) -> impl IntoView {
    let screen = stage.screen;
    let slices = screen.slices;
    let seen = stage.sees(View::Tomorrow);
    let chart = while_seen(seen, move || {
        let evaluation = slices.evaluation.get()?;
        let interval = evaluation.chosen(screen.interval.get())?;
        let prices = slices.open_prices.get()?;
        let scheme = screen.scheme.get();
        Some(charts::next_day(&prices, &evaluation, interval, scheme))
    });
    let summary = while_seen(seen, move || {
        let (Some(prices), Some(evaluation)) = (slices.open_prices.get(), slices.evaluation.get())
        else {
            return String::new();
        };
        let interval = evaluation.chosen(screen.interval.get());
        interval.map_or_else(String::new, |interval| {
            charts::summary_next_day(&prices, &evaluation, interval)
        })
    });
    let waiting = Signal::derive(move || {
        let said = match stage.screen.slices.interval_of_rows.get() {
            Interval::Daily => text::tomorrow::no_day_yet(),
            Interval::Weekly => text::tomorrow::no_week_yet(),
            Interval::Monthly => text::tomorrow::no_month_yet(),
        };
        said.to_owned()
    });
    view! {
        <div class="stage__of-tomorrow" hidden=move || stage.shows_fan()>
            <ChartView
                testid=testid(View::Tomorrow)
                title=text::tomorrow::chart()
                chart
                summary
                waiting
                framed=stage.chart(View::Tomorrow)
            />
        </div>
        <Show when=move || stage.several_ahead.get()>
            <div class="stage__of-tomorrow" hidden=move || !stage.shows_fan()>
                <Fan stage />
            </div>
        </Show>
    }
}

/// The fan that opens from the last known price.
#[component]
fn Fan(stage: StageState) -> impl IntoView {
    let screen = stage.screen;
    let slices = screen.slices;
    let seen = stage.sees(View::Tomorrow);
    let chart = while_seen(seen, move || {
        let prices = slices.open_prices.get()?;
        Some(charts::fan(
            &prices,
            &*slices.evaluation.get()?,
            screen.scheme.get(),
        ))
    });
    let summary = while_seen(seen, move || {
        let (Some(prices), Some(evaluation)) = (slices.open_prices.get(), slices.evaluation.get())
        else {
            return String::new();
        };
        charts::summary_fan(&prices, &evaluation)
    });
    view! {
        <ChartView
            testid="chart-fan"
            title=text::results::the_days_ahead()
            chart
            summary
            framed=stage.fan
        />
    }
}
