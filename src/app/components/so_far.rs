//! What the network predicts so far, while it trains.

use crate::app::charts::{self, ColorScheme};
use crate::app::slices::Slices;
use crate::app::ui::chart::ChartView;
use crate::lab::run::Phase;
use crate::text;
use crate::watch::so_far::SoFar;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn PredictionSoFar(
    /// The run, read.
    slices: Slices,
    /// Light or dark, for the chart.
    scheme: Signal<ColorScheme>,
) -> impl IntoView {
    // Once for the chart and its words; never compared, each is of another epoch.
    let so_far = Memo::new_with_compare(
        move |_| {
            let preview = slices.preview.get()?;
            let prices = slices.open_prices.get()?;
            slices.trained.with(|trained| {
                let dataset = &trained.as_ref()?.dataset;
                SoFar::new(&prices.series, dataset, &preview).map(Arc::new)
            })
        },
        |_, _| true,
    );
    let shown =
        Memo::new(move |_| slices.phase.get() == Phase::Training && so_far.with(Option::is_some));
    let chart = Memo::new_with_compare(
        move |_| {
            let so_far = so_far.get()?;
            Some(charts::so_far(&so_far, slices.digits.get(), scheme.get()))
        },
        |_, _| true,
    );
    let summary = Signal::derive(move || {
        so_far
            .get()
            .map(|so_far| charts::summary_so_far(&so_far, slices.digits.get()))
            .unwrap_or_default()
    });
    view! {
        <Show when=move || shown.get()>
            <div class="card so-far">
                <ChartView
                    testid="chart-so-far"
                    title=text::training::so_far()
                    chart=chart
                    summary=summary
                />
                <p class="hint">{text::training::what_so_far_is()}</p>
            </div>
        </Show>
    }
}
