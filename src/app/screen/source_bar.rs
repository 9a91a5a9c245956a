//! The line under the bar: which prices, their facts, and the prices that are one press away.

use super::panels::PanelButton;
use super::place::Panel;
use crate::app::deferred::Deferred;
use crate::app::shell::Shell;
use crate::app::ui::number;
use crate::lab::{Intention, Phase};
use crate::market::world::WorldKind;
use crate::market::{Digits, Field, Interval, Prices, Source};
use crate::text::{self, said};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn SourceBar(shell: Shell) -> impl IntoView {
    let Shell {
        intend,
        locked,
        prices,
        ..
    } = shell;
    let deferred = expect_context::<Deferred>();
    let loading = move || shell.phase.get() == Phase::Loading;
    view! {
        <section class="source-bar" id="prices" aria-label=text::prices::in_use()>
            <div class="source-bar__source" id="prices-title" tabindex="-1">
                <PanelButton
                    shell
                    panel=Panel::Prices
                    class="button source-bar__button"
                    label=text::prices::title()
                />
                <span class="source-bar__chip">
                    {move || prices.get().map(|prices| chip(&prices))}
                </span>
            </div>
            <div class="source-bar__loaded" aria-busy=move || loading().to_string()>
                {move || match prices.get() {
                    Some(prices) => {
                        // Prices come with their source, in one event.
                        let source = shell.source.get_untracked();
                        view! { <Facts prices source /> }.into_any()
                    }
                    None => {
                        let said = match loading() {
                            true => text::prices::waiting(),
                            false => text::prices::none_yet(),
                        };
                        view! { <p class="empty">{said}</p> }.into_any()
                    }
                }}
                {deferred.show(|part| (part.data_check)())}
            </div>
            <div class="source-bar__quick">
                <button
                    type="button"
                    class="button button--quiet"
                    disabled=locked
                    on:click=move |_| intend.run(Intention::LoadWorld(WorldKind::Seasonal))
                >
                    {text::prices::world_with_rhythm()}
                </button>
                <button
                    type="button"
                    class="button button--quiet"
                    disabled=locked
                    on:click=move |_| intend.run(Intention::TryDemo)
                >
                    {text::prices::ibm_without_key()}
                </button>
            </div>
        </section>
    }
}

/// "IBM · daily adjusted close".
fn chip(prices: &Prices) -> impl IntoView + use<> {
    let info = prices.series.info();
    let kind = match (info.interval, info.field) {
        (Interval::Daily, Field::AdjustedClose) => text::prices::daily_adjusted_close(),
        (Interval::Daily, Field::Close) => text::prices::daily_close(),
        (Interval::Weekly, Field::AdjustedClose) => text::prices::weekly_adjusted_close(),
        (Interval::Weekly, Field::Close) => text::prices::weekly_close(),
        (Interval::Monthly, Field::AdjustedClose) => text::prices::monthly_adjusted_close(),
        (Interval::Monthly, Field::Close) => text::prices::monthly_close(),
    };
    let title = match &prices.truth {
        Some(truth) => said(&truth.kind),
        None => info.symbol.clone(),
    };
    let kind = match prices.truth.is_some() {
        true => text::prices::synthetic(),
        false => kind,
    };
    view! {
        <strong>{title}</strong>
        " · "
        <span>{kind}</span>
    }
}

#[component]
fn Facts(
    /// What was loaded.
    prices: Arc<Prices>,
    /// Where it comes from.
    source: Source,
) -> impl IntoView {
    let series = &prices.series;
    let dates = text::prices::from_to(
        text::written_date(series.first_date()),
        text::written_date(series.last_date()),
    );
    view! {
        <dl
            class="facts facts--line"
            data-testid="facts"
            data-rows=series.len().to_string()
            data-first=series.first_date().to_string()
            data-last=series.last_date().to_string()
            data-last-price=series.last_price().to_string()
            data-source=source.to_string()
        >
            <div>
                <dt>{text::prices::rows()}</dt>
                <dd>{number::count(series.len())}</dd>
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
    }
}
