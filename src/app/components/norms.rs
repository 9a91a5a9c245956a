//! The norms of weights and gradients, and a word where they explode or vanish.

use crate::app::charts::{self, ColorScheme};
use crate::app::slices::Slices;
use crate::app::ui::chart::ChartView;
use crate::app::words::training;
use crate::text;
use crate::watch::norms::trouble;
use leptos::prelude::*;

#[component]
pub fn Norms(
    /// The run, read.
    slices: Slices,
    /// Light or dark, for the chart.
    scheme: Signal<ColorScheme>,
) -> impl IntoView {
    let epochs = slices.epochs;
    let known = Memo::new(move |_| {
        epochs.with(|epochs| epochs.iter().any(|epoch| epoch.weight_norm.is_some()))
    });
    let chart = Memo::new_with_compare(
        move |_| {
            known
                .get()
                .then(|| epochs.with(|epochs| charts::norms(epochs, scheme.get())))
        },
        |_, _| true,
    );
    let summary = Signal::derive(move || epochs.with(|epochs| charts::summary_norms(epochs)));
    let clipped = move || {
        slices.trained.with(|trained| {
            trained
                .as_ref()
                .is_some_and(|trained| trained.experiment.settings.clip_norm().is_some())
        })
    };
    let warning = Memo::new(move |_| {
        let trouble = epochs.with(|epochs| trouble(epochs))?;
        Some(training::trouble(trouble, clipped()))
    });
    view! {
        // Always there, so that a screen reader hears what comes into it.
        <p class="norm-warning" role="status" data-testid="norm-warning">
            {move || warning.get()}
        </p>
        <Show when=move || known.get()>
            <div class="card norms">
                <ChartView
                    testid="chart-norms"
                    title=text::training::norms()
                    chart=chart
                    summary=summary
                />
                <p class="hint">{text::training::what_norms_are()}</p>
            </div>
        </Show>
    }
}
