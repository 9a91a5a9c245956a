//! The strip under the stage: how the loss falls, and in its place, on demand, how large gradients and
//! weights are; and a word where these explode or vanish.

use crate::app::charts::{self, SecondLoss, best_epoch};
use crate::app::screen::state::Screen;
use crate::app::ui::about::{About, Opens};
use crate::app::ui::chart::{ChartHandle, ChartView};
use crate::app::ui::ever::ever;
use crate::app::words::training;
use crate::lab::Phase;
use crate::text;
use crate::watch::norms::trouble;
use leptos::prelude::*;

#[component]
pub fn LossStrip(screen: Screen) -> impl IntoView {
    let slices = screen.slices;
    let norms = RwSignal::new(false);
    let table = RwSignal::new(false);
    let loss_chart = ChartHandle::new("chart-loss", table);
    let norms_chart = ChartHandle::new("chart-norms", table);
    let in_sight = move || match norms.get_untracked() {
        true => norms_chart,
        false => loss_chart,
    };
    let norms_were_open = ever(move || norms.get());
    let known = Memo::new(move |_| {
        let epochs = slices.epochs;
        epochs.with(|epochs| epochs.iter().any(|epoch| epoch.weight_norm.is_some()))
    });
    let second = slices.second_loss;
    let title = move || match norms.get() {
        true => text::training::norms(),
        false => text::training::loss(),
    };
    let explanation = move || match (norms.get(), second.get()) {
        (true, _) => text::training::what_norms_are(),
        (false, SecondLoss::Test) => text::training::what_test_loss_is(),
        (false, SecondLoss::Validation) => text::training::what_validation_loss_is(),
    };
    view! {
        <NormWarning screen />
        <section class="strip" aria-label=text::training::loss()>
            <div class="strip__head">
                <span class="strip__title" aria-hidden="true">{title}</span>
                <About opens=Opens::Above>
                    <p>{explanation}</p>
                    <button
                        type="button"
                        class="button button--quiet"
                        aria-pressed=move || table.get().to_string()
                        on:click=move |_| table.update(|table| *table = !*table)
                    >
                        {text::stage::table()}
                    </button>
                    <button
                        type="button"
                        class="button button--quiet"
                        on:click=move |_| in_sight().save_png()
                    >
                        {text::stage::png_image()}
                    </button>
                    <button
                        type="button"
                        class="button button--quiet"
                        on:click=move |_| in_sight().save_svg()
                    >
                        {text::stage::svg_image()}
                    </button>
                </About>
                <button
                    type="button"
                    class="button button--quiet strip__norms"
                    aria-pressed=move || norms.get().to_string()
                    disabled=move || !known.get() && !norms.get()
                    on:click=move |_| norms.update(|norms| *norms = !*norms)
                >
                    {text::stage::norms()}
                </button>
            </div>
            <div class="strip__chart" hidden=norms>
                <LossChart screen second framed=loss_chart />
            </div>
            <Show when=move || norms_were_open.get()>
                <div class="strip__chart" hidden=move || !norms.get()>
                    <NormsChart screen known framed=norms_chart />
                </div>
            </Show>
        </section>
    }
}

#[component]
fn LossChart(screen: Screen, second: Memo<SecondLoss>, framed: ChartHandle) -> impl IntoView {
    let (slices, epochs) = (screen.slices, screen.slices.epochs);
    let best = Memo::new(move |_| {
        let training = slices.phase.get() == Phase::Training;
        let of_model = slices
            .model
            .with(|model| model.as_ref().map(|model| model.best_epoch))
            .filter(|_| !training);
        epochs.with(|epochs| best_epoch(epochs, second.get(), of_model))
    });
    let chart = Memo::new_with_compare(
        move |_| {
            epochs.with(|epochs| {
                let any = !epochs.is_empty();
                any.then(|| charts::loss(epochs, second.get(), best.get(), screen.scheme.get()))
            })
        },
        |_, _| true,
    );
    let summary = Signal::derive(move || {
        epochs.with(|epochs| match epochs.is_empty() {
            true => String::new(),
            false => charts::summary_loss(epochs, second.get()),
        })
    });
    let waiting = Signal::derive(move || {
        let said = match slices.phase.get() {
            _ if slices.opened.with(Option::is_some) => text::training::loss_not_in_file(),
            Phase::Training => text::charts::nothing_yet(),
            _ => text::training::loss_comes(),
        };
        said.to_owned()
    });
    view! {
        <ChartView
            testid="chart-loss"
            title=text::training::loss()
            chart
            summary
            waiting
            framed
        />
    }
}

#[component]
fn NormsChart(
    screen: Screen,
    /// Of some epoch the norms are known.
    known: Memo<bool>,
    framed: ChartHandle,
) -> impl IntoView {
    let epochs = screen.slices.epochs;
    let chart = Memo::new_with_compare(
        move |_| {
            known
                .get()
                .then(|| epochs.with(|epochs| charts::norms(epochs, screen.scheme.get())))
        },
        |_, _| true,
    );
    let summary = Signal::derive(move || epochs.with(|epochs| charts::summary_norms(epochs)));
    view! {
        <ChartView
            testid="chart-norms"
            title=text::training::norms()
            chart
            summary
            framed
        />
    }
}

/// Always there, so that a screen reader hears what comes into it.
#[component]
fn NormWarning(screen: Screen) -> impl IntoView {
    let slices = screen.slices;
    let clipped = move || {
        slices.trained.with(|trained| {
            trained
                .as_ref()
                .is_some_and(|trained| trained.experiment.settings.clip_norm().is_some())
        })
    };
    let warning = Memo::new(move |_| {
        let trouble = slices.epochs.with(|epochs| trouble(epochs))?;
        Some(training::trouble(trouble, clipped()))
    });
    view! {
        <p class="norm-warning" role="status" data-testid="norm-warning">
            {move || warning.get()}
        </p>
    }
}
