//! 1 Prices: the source, what was loaded, the history and its split.

use super::data_report::DataReportView;
use super::price_file::PriceFileChooser;
use super::source::SourceChooser;
use super::world_settings::WorldSettings;
use crate::app::charts::{self, ColorScheme};
use crate::app::slices::Slices;
use crate::app::ui::chart::ChartView;
use crate::app::ui::number;
use crate::app::words;
use crate::forecast::Dataset;
use crate::forecast::odometer::open_prices;
use crate::lab::Intention;
use crate::lab::run::Phase;
use crate::market::{Digits, Field, Interval, Prices};
use crate::text::{self, said};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn PricesSection(
    /// The run, read.
    slices: Slices,
    /// Light or dark, for the charts.
    scheme: Signal<ColorScheme>,
    /// True while prices load or a network trains.
    locked: Memo<bool>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let prices = slices.prices;
    let settings = slices.settings;
    // The second chart's prices come a task later: making both charts of 15,000 rows in one is long.
    let settled = RwSignal::new(prices.get_untracked());
    Effect::new(move |_| {
        let prices = prices.get();
        gloo_timers::callback::Timeout::new(0, move || settled.set(prices)).forget();
    });
    // Cut by the settings of the moment, so that the split follows the form.
    let dataset = Memo::new_with_compare(
        move |_| {
            settled.get().and_then(|prices| {
                let open = open_prices(&prices, slices.sealed.get());
                settings.with(|settings| Dataset::new(&open.series, settings).ok())
            })
        },
        |_, _| true,
    );
    let split_marks = Memo::new(move |_| {
        let adjusted = slices.adjusted.get();
        slices.data_report.get().map_or_else(Vec::new, |report| {
            charts::SplitMark::of(&report.splits, &adjusted)
        })
    });
    let history = Memo::new_with_compare(
        move |_| {
            prices
                .get()
                .map(|prices| charts::history(&prices, &split_marks.get(), scheme.get()))
        },
        |_, _| true,
    );
    let split = Memo::new_with_compare(
        move |_| {
            let prices = settled.get()?;
            dataset.with(|dataset| {
                dataset
                    .as_ref()
                    .map(|dataset| charts::split(&prices, dataset, scheme.get()))
            })
        },
        |_, _| true,
    );
    let history_summary = Signal::derive(move || {
        prices
            .get()
            .map(|prices| charts::summary_history(&prices, &split_marks.get()))
            .unwrap_or_default()
    });
    let split_summary = Signal::derive(move || {
        settled
            .get()
            .and_then(|prices| {
                dataset.with(|dataset| {
                    dataset
                        .as_ref()
                        .map(|dataset| charts::summary_split(&prices, dataset))
                })
            })
            .unwrap_or_default()
    });
    let training =
        Signal::derive(move || slices.phase.get() == Phase::Training || slices.studying.get());
    let loading = move || slices.phase.get() == Phase::Loading;

    view! {
        <section class="prices" id="prices" aria-labelledby="prices-title">
            <div class="intro">
                <h1>{text::prices::question()}</h1>
                <p class="lede">{text::prices::lede()}</p>
            </div>
            <div class="section-head">
                <h2 id="prices-title" tabindex="-1">
                    <span class="step" aria-hidden="true">"1"</span>
                    {text::prices::title()}
                </h2>
            </div>
            <SourceChooser
                source=slices.source
                wanted=slices.wanted
                service=slices.service
                locked=locked
                intend=intend
            >
                <WorldSettings
                    source=slices.source
                    parameters=slices.parameters
                    locked=locked
                    intend=intend
                />
                <PriceFileChooser slices locked=training intend=intend />
            </SourceChooser>
            <div class="card" aria-busy=move || loading().to_string()>
                {move || {
                    prices
                        .get()
                        .map_or_else(
                            || {
                                view! {
                                    <p class="empty">
                                        {if loading() {
                                            text::prices::waiting()
                                        } else {
                                            text::prices::none_yet()
                                        }}
                                    </p>
                                }
                                    .into_any()
                            },
                            |prices| view! { <LoadedPrices prices=prices /> }.into_any(),
                        )
                }}
                <div class="charts" class:is-stale=loading>
                    <ChartView
                        testid="chart-history"
                        title=text::prices::history()
                        chart=history
                        summary=history_summary
                    />
                    <DataReportView slices=slices locked=locked intend=intend />
                    <ChartView
                        testid="chart-split"
                        title=text::prices::split()
                        chart=split
                        summary=split_summary
                    />
                </div>
            </div>
        </section>
    }
}

#[component]
fn LoadedPrices(
    /// What was loaded.
    prices: Arc<Prices>,
) -> impl IntoView {
    let series = &prices.series;
    let info = series.info();
    let title = match &prices.truth {
        Some(truth) => said(&truth.kind),
        None => info.symbol.clone(),
    };
    let kind = match (info.interval, info.field) {
        (Interval::Daily, Field::AdjustedClose) => text::prices::daily_adjusted_close(),
        (Interval::Daily, Field::Close) => text::prices::daily_close(),
        (Interval::Weekly, Field::AdjustedClose) => text::prices::weekly_adjusted_close(),
        (Interval::Weekly, Field::Close) => text::prices::weekly_close(),
        (Interval::Monthly, Field::AdjustedClose) => text::prices::monthly_adjusted_close(),
        (Interval::Monthly, Field::Close) => text::prices::monthly_close(),
    };
    let rows = series.len();
    let dates = text::prices::from_to(
        text::written_date(series.first_date()),
        text::written_date(series.last_date()),
    );
    let truth = prices.truth.as_ref().map(|truth| {
        let best = best_relative_error(&prices)
            .map(|ratio| text::prices::best_reachable(number::ratio(ratio)));
        view! {
            <div class="truth">
                <p>{words::worlds::process(truth.kind)}</p>
                <p class="formula">{said(&truth.formula)}</p>
                <p>{best}</p>
            </div>
        }
    });
    view! {
        <div class="loaded">
            <div class="loaded__head">
                <h3>{title}</h3>
                {prices
                    .truth
                    .is_some()
                    .then(|| view! { <span class="tag">{text::prices::synthetic()}</span> })}
            </div>
            <dl class="facts">
                <div>
                    <dt>{text::prices::field()}</dt>
                    <dd>{kind}</dd>
                </div>
                <div>
                    <dt>{text::prices::rows()}</dt>
                    <dd>{number::count(rows)}</dd>
                </div>
                <div>
                    <dt>{text::prices::dates()}</dt>
                    <dd>{dates}</dd>
                </div>
                <div>
                    <dt>{text::prices::last_price()}</dt>
                    <dd>{number::price(series.last_price(), Digits::of(series))}</dd>
                </div>
            </dl>
            {truth}
        </div>
    }
}

/// Mean absolute error of the best possible forecast over that of persistence, on the last fifth.
/// `None` where the process is not known or the series too short to say.
fn best_relative_error(prices: &Prices) -> Option<f64> {
    let truth = prices.truth.as_ref()?;
    let values = prices.series.prices();
    let first = (values.len() * 4 / 5).max(1);
    let errors = |forecast: &dyn Fn(usize) -> f64| -> f64 {
        (first..values.len())
            .map(|row| (forecast(row) - values[row]).abs())
            .sum()
    };
    let persistence = errors(&|row| values[row - 1]);
    (persistence > 0.0).then(|| errors(&|row| truth.best_forecast[row]) / persistence)
}
