//! Two views of the prices alone: their history, and what of it is for what.

use super::pace::while_seen;
use super::state::{StageState, testid};
use crate::app::charts::{self, OddMark, SplitMark};
use crate::app::screen::place::View;
use crate::app::ui::chart::ChartView;
use crate::text;
use leptos::prelude::*;

#[component]
pub fn HistoryView(stage: StageState) -> impl IntoView {
    let slices = stage.screen.slices;
    let scheme = stage.screen.scheme;
    let seen = stage.sees(View::History);
    let split_marks = Memo::new(move |_| {
        let adjusted = slices.adjusted.get();
        slices
            .data_report
            .get()
            .map_or_else(Vec::new, |report| SplitMark::of(&report.splits, &adjusted))
    });
    let chart = while_seen(seen, move || {
        let prices = slices.prices.get()?;
        let odd = slices.odd_days.with(OddMark::of);
        Some(charts::history(
            &prices,
            &split_marks.get(),
            &odd,
            scheme.get(),
        ))
    });
    let summary = while_seen(seen, move || {
        let prices = slices.prices.get();
        prices.map_or_else(String::new, |prices| {
            charts::summary_history(&prices, &split_marks.get())
        })
    });
    view! {
        <ChartView
            testid=testid(View::History)
            title=text::prices::history()
            chart
            summary
            framed=stage.chart(View::History)
        />
    }
}

#[component]
pub fn SplitView(stage: StageState) -> impl IntoView {
    let slices = stage.screen.slices;
    let scheme = stage.screen.scheme;
    let seen = stage.sees(View::Split);
    let chart = while_seen(seen, move || {
        let prices = slices.prices.get()?;
        Some(charts::split(&prices, &*stage.dataset.get()?, scheme.get()))
    });
    let summary = while_seen(seen, move || {
        let (Some(prices), Some(dataset)) = (slices.prices.get(), stage.dataset.get()) else {
            return String::new();
        };
        charts::summary_split(&prices, &dataset)
    });
    view! {
        <ChartView
            testid=testid(View::Split)
            title=text::prices::split()
            chart
            summary
            framed=stage.chart(View::Split)
        />
    }
}
