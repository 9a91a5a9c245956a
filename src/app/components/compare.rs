//! Two runs side by side: verdicts, what chance says of their difference, lines, settings, scores.

use crate::app::browser;
use crate::app::charts::{self, ColorScheme};
use crate::app::ui::chart::ChartView;
use crate::app::ui::number;
use crate::app::ui::table::{Column, Name, Row, Table};
use crate::app::words::session::{difference, finding, not_comparable, run_name};
use crate::app::words::verdict::p_text;

use crate::forecast::evaluation::{Scores, VerdictKind};
use crate::lab::Intention;
use crate::market::Digits;
use crate::session::{NotComparable, PastRun, Session, SideBySide};
use crate::text;
use leptos::prelude::*;
use std::sync::Arc;

type Pair = Result<Arc<SideBySide>, NotComparable>;

#[component]
pub fn CompareCard(
    /// The visit so far.
    session: Memo<Arc<Session>>,
    /// Light or dark, for the chart.
    scheme: Signal<ColorScheme>,
    intend: Callback<Intention>,
) -> impl IntoView {
    // Anew only for other runs: a run that is pinned or recorded is no news here.
    let chosen = Memo::new(move |_| session.with(|session| session.compared().to_vec()));
    let pair: Memo<Option<Pair>> = Memo::new_with_compare(
        move |_| {
            // Read, not only tracked: a memo that nobody reads never looks at its source.
            if chosen.with(|chosen| chosen.len() < 2) {
                return None;
            }
            let found = session.with_untracked(|session| session.side_by_side())?;
            Some(found.map(Arc::new))
        },
        |_, _| true,
    );
    let there = Memo::new(move |_| pair.with(Option::is_some));
    let comparable = Memo::new(move |_| pair.with(|pair| matches!(pair, Some(Ok(_)))));
    let good = move || pair.with(|pair| pair.as_ref()?.as_ref().ok().cloned());
    let chart = Memo::new_with_compare(
        move |_| good().map(|pair| charts::compare(&pair, scheme.get())),
        |_, _| true,
    );
    let summary = Signal::derive(move || {
        good().map_or_else(String::new, |pair| charts::summary_compare(&pair))
    });
    let title = move || {
        let [mut one, mut other] = chosen.get()[..] else {
            return String::new();
        };
        if one > other {
            std::mem::swap(&mut one, &mut other);
        }
        text::runs::side_by_side(one, other)
    };
    view! {
        <Show when=move || there.get()>
            <div class="card compare" data-testid="compare">
                <div class="compare__head">
                    <h3 id="compare-title" class="scores-title" tabindex="-1">{title}</h3>
                    <button
                        type="button"
                        class="button button--quiet"
                        on:click=move |_| {
                            browser::focus("runs-title");
                            intend.run(Intention::CloseComparison);
                        }
                    >
                        {text::runs::close()}
                    </button>
                </div>
                {move || {
                    pair.get()
                        .and_then(Result::err)
                        .map(|reason| {
                            view! {
                                <p class="compare__refused" data-testid="compare-refused">
                                    {not_comparable(&reason)}
                                </p>
                            }
                        })
                }}
                {move || good().map(|pair| view! { <Verdicts pair /> })}
                <Show when=move || comparable.get()>
                    <ChartView
                        testid="chart-compare"
                        title=text::runs::both_and_actual()
                        chart=chart
                        summary=summary
                    />
                </Show>
                {move || good().map(|pair| view! { <Differences pair=pair.clone() /> <ScoreRows pair /> })}
            </div>
        </Show>
    }
}

/// Both verdicts, and whether the difference is more than chance.
#[component]
fn Verdicts(pair: Arc<SideBySide>) -> impl IntoView {
    let verdict = |run: &PastRun, name: String| {
        let headline = match run.verdict.kind {
            VerdictKind::Beats => text::runs::beats(),
            VerdictKind::Signal => text::runs::signal(),
            VerdictKind::Ties => text::runs::ties(),
            VerdictKind::Loses => text::runs::loses(),
        };
        view! {
            <div class="compare__verdict" data-verdict=run.verdict.kind.slug()>
                <p class="compare__name">{name}</p>
                <p class="compare__headline">{headline}</p>
                <p class="compare__numbers">
                    {format!(
                        "rMAE {}, {}",
                        number::ratio(run.verdict.rmae),
                        p_text(run.verdict.p_value),
                    )}
                </p>
            </div>
        }
    };
    let [first_name, second_name] = pair.runs.each_ref().map(run_name);
    let [first, second] = &pair.runs;
    view! {
        <div class="compare__verdicts">{verdict(first, first_name)} {verdict(second, second_name)}</div>
        <p class="compare__finding" data-testid="compare-finding">{finding(&pair)}</p>
    }
}

/// What was set differently.
#[component]
fn Differences(pair: Arc<SideBySide>) -> impl IntoView {
    let [first, second] = &pair.runs;
    let (first, second) = (first.number, second.number);
    if pair.differences.is_empty() {
        return view! {
            <p class="hint" data-testid="compare-settings">{text::runs::same_settings()}</p>
        }
        .into_any();
    }
    let rows = pair.differences.iter().map(difference).map(|difference| {
        let (one, other) = difference.in_words();
        let cells = view! {
            <td>{one}</td>
            <td>{other}</td>
        };
        view! { <Row head=difference.setting.clone() cells /> }
    });
    let rows = rows.collect_view();
    let columns = vec![
        text::runs::setting().into(),
        text::runs::run_number(first).into(),
        text::runs::run_number(second).into(),
    ];
    view! {
        <h4 id="compare-settings-title" class="compare__part">{text::runs::set_differently()}</h4>
        <Table
            name=Name::Heading("compare-settings-title")
            class="scores scores--words"
            testid="compare-settings"
            columns
        >
            {rows}
        </Table>
    }
    .into_any()
}

/// Both runs' scores, and persistence's, which are the same for both.
#[component]
fn ScoreRows(pair: Arc<SideBySide>) -> impl IntoView {
    let [first_name, second_name] = pair.runs.each_ref().map(run_name);
    let [first, second] = &pair.runs;
    let digits = Digits::of(&first.prices.series);
    let rows = [
        (first_name, &first.scores.model, true),
        (second_name, &second.scores.model, true),
        (
            text::runs::tomorrow_is_today().to_owned(),
            first.scores.persistence(),
            false,
        ),
    ];
    let rows = rows.into_iter().map(|(name, scores, directed)| {
        let cells = view! {
            <td>{number::price_error(scores.mae, digits)}</td>
            <td>{number::price_error(scores.rmse, digits)}</td>
            <td>{number::percentage_error(scores.mape)}</td>
            <td>
                <strong>{number::ratio(scores.rmae)}</strong>
            </td>
            <td>{direction(scores, directed)}</td>
        };
        view! { <Row head=name cells /> }
    });
    let rows = rows.collect_view();
    let columns = [
        text::runs::run(),
        "MAE",
        "RMSE",
        "MAPE",
        "rMAE",
        text::runs::direction_right(),
    ];
    let columns = columns.map(Column::from).into();
    view! {
        <h4 id="compare-scores-title" class="compare__part">{text::runs::scores_on_same_days()}</h4>
        <Table name=Name::Heading("compare-scores-title") testid="compare-scores" columns>
            {rows}
        </Table>
    }
}

fn direction(scores: &Scores, directed: bool) -> String {
    match directed {
        true => number::percent(scores.directional_accuracy),
        false => "–".to_owned(),
    }
}
