//! 4 Verdict: does the network beat "tomorrow = today"? The card, the charts, the scores.

use super::compare::CompareCard;
use super::days::DaysMattered;
use super::in_turn::in_turn;
use super::intervals::IntervalPanel;
use super::runs::RunList;
use super::scores::ScoreTable;
use super::sealed::SealedPanel;
use super::slide::SlideIt;
use super::so_far::PredictionSoFar;
use super::take_home::TakeHome;
use super::{ChartView, format};
use crate::app::charts::{self, Beside, ColorScheme, PREDICTION_GROUP};
use crate::app::inspector::Inspector;
use crate::app::intention::Intention;
use crate::app::slices::Slices;
use crate::forecast::caveats::caveats;
use crate::forecast::evaluation::{
    Evaluation, IntervalChoice, LabelScores, LevelInterval, VerdictKind,
};
use crate::forecast::odometer::Seal;
use crate::forecast::verdict::{is_significant, p_text};
use crate::market::{Prices, Row};
use crate::model_file::opened::Opening;
use crate::run::Phase;
use crate::session::Session;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

#[component]
pub fn VerdictSection(
    /// The run, read.
    slices: Slices,
    /// Light or dark, for the charts.
    scheme: Signal<ColorScheme>,
    /// The interval that the charts show.
    interval: RwSignal<IntervalChoice>,
    /// The visit so far.
    session: ReadSignal<Session>,
    /// Runs of it whose network is kept.
    kept_models: ReadSignal<BTreeSet<u32>>,
    /// Where the predicted line stands.
    shift: RwSignal<i32>,
    /// The sealed block is being opened.
    opening: ReadSignal<bool>,
    /// The day that is looked into.
    inspector: Inspector,
    /// Nothing may be restored while a training runs.
    locked: Memo<bool>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let evaluation = slices.evaluation;
    let there = Memo::new(move |_| evaluation.with(Option::is_some));
    let [charts, days, scores, sure, files] = [1, 2, 3, 4, 5].map(|tasks| in_turn(there, tasks));
    let any_run = Memo::new(move |_| session.with(|session| !session.runs().is_empty()));
    let runs = in_turn(any_run, 7);
    let waiting = move || match slices.phase.get() {
        Phase::Training => "The verdict comes when training has ended. Stop gives one for now.",
        _ => {
            "After training, the network’s forecasts on days it never saw stand here beside what \
             happened, and beside the forecast that costs nothing: tomorrow = today."
        }
    };
    view! {
        <section class="verdict-section" id="verdict" aria-labelledby="verdict-title">
            <div class="section-head">
                <h2 id="verdict-title" tabindex="-1">
                    <span class="step" aria-hidden="true">"4"</span>
                    "Verdict"
                </h2>
                <Show when=move || there.get()>
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| intend.run(Intention::DownloadReport)
                    >
                        "Download report"
                    </button>
                </Show>
            </div>
            <PredictionSoFar slices scheme />
            <Show
                when=move || there.get()
                fallback=move || view! { <p class="empty card">{waiting}</p> }
            >
                {move || {
                    evaluation
                        .get()
                        .map(|evaluation| {
                            view! { <VerdictCard evaluation opened=slices.opened.get() /> }
                        })
                }}
                <Show when=move || charts.get()>
                    <PredictionCharts slices scheme interval shift inspector />
                </Show>
                <Show when=move || days.get()>
                    <DaysMattered inspector />
                    <SlideIt slices=slices shift=shift />
                </Show>
                <Show when=move || scores.get()>
                    <div class="card">
                        {move || {
                            evaluation
                                .get()
                                .map(|evaluation| view! { <ScoreTable evaluation /> })
                        }}
                    </div>
                </Show>
                <Show when=move || sure.get()>
                    <IntervalPanel slices scheme choice=interval />
                </Show>
                <Show when=move || files.get()>
                    <SealedPanel slices session opening intend />
                    <TakeHome locked intend />
                </Show>
            </Show>
            <Show when=move || runs.get()>
                <RunList slices session kept_models locked intend />
                <CompareCard session scheme intend />
            </Show>
        </section>
    }
}

#[component]
fn VerdictCard(
    /// The evaluation to judge by.
    evaluation: Arc<Evaluation>,
    /// Where the network comes from, if it was not trained in this run.
    opened: Option<Opening>,
) -> impl IntoView {
    let mut said: Vec<String> = opened.map(|it| it.origin.sentence()).into_iter().collect();
    said.extend(caveats(&evaluation));
    said.extend(evaluation.against_label.as_ref().map(beside_its_label));
    let verdict = &evaluation.verdict;
    let headline = format!("It {} “tomorrow = today”.", verdict.kind.verb());
    let scores = &evaluation.scores;
    let sentence = format!(
        "On the test days the network was off by {} on average, “tomorrow = today” by {}: {}.",
        format::price(scores.model.mae),
        format::price(scores.persistence.mae),
        difference(verdict.rmae),
    );
    let meaning = match verdict.kind {
        VerdictKind::Beats => {
            "A difference this large would be rare if the two were equally good. On real prices, be \
             suspicious of it, and try other seeds and symbols."
        }
        VerdictKind::Ties if is_significant(verdict.p_value) => {
            "Absolute and squared errors disagree: one of the two is better on usual days, the other on \
             the large misses. Neither has won."
        }
        VerdictKind::Ties => {
            "The difference is within what chance alone would give. That is what an efficient market \
             looks like, and no shame for the network."
        }
        VerdictKind::Loses => {
            "The network did worse than repeating the last price, by more than chance would give."
        }
    };
    view! {
        <div class="verdict card" data-testid="verdict" data-verdict=verdict.kind.slug()>
            <div class="verdict__words">
                <p class="verdict__headline">{headline}</p>
                <p>{sentence}</p>
                <p class="verdict__meaning">{meaning}</p>
                {(!said.is_empty())
                    .then(|| {
                        let said = said.into_iter().map(|sentence| view! { <li>{sentence}</li> });
                        view! { <ul class="caveats">{said.collect_view()}</ul> }
                    })}
            </div>
            <dl class="verdict__numbers">
                <div>
                    <dt>"rMAE"</dt>
                    <dd>{format!("{:.3}", verdict.rmae)}</dd>
                </div>
                <div>
                    <dt>"Diebold–Mariano"</dt>
                    <dd>{format::signed(verdict.dm, 2)}</dd>
                </div>
                <div>
                    <dt>"Significance"</dt>
                    <dd>{p_text(verdict.p_value)}</dd>
                </div>
            </dl>
        </div>
    }
}

/// What a smoothed label claims, which is why it is a leak.
fn beside_its_label(label: &LabelScores) -> String {
    let said = match label.verdict.kind {
        VerdictKind::Beats => "beat",
        VerdictKind::Ties => "tie with",
        VerdictKind::Loses => "lose to",
    };
    format!(
        "Beside the {}-day average that it learned, it would be said to {said} “tomorrow = today”, with \
         an rMAE of {:.3}. The numbers here are of the next day’s price, which is what anyone could buy \
         at.",
        label.averaged_days, label.verdict.rmae
    )
}

/// An rMAE in words.
fn difference(rmae: f64) -> String {
    let percent = (rmae - 1.0).abs() * 100.0;
    match rmae {
        much if much >= 2.0 => format!("{rmae:.1} times the error"),
        more if more >= 1.0005 => format!("{percent:.1} % more error"),
        less if less <= 0.9995 => format!("{percent:.1} % less error"),
        _ => "the same error to a thousandth".to_owned(),
    }
}

fn sealed_rows(seal: &Option<(Seal, Arc<Prices>)>) -> &[Row] {
    match seal {
        Some((seal, prices)) => seal.sealed_rows(prices),
        None => &[],
    }
}

#[component]
fn PredictionCharts(
    slices: Slices,
    scheme: Signal<ColorScheme>,
    interval: RwSignal<IntervalChoice>,
    shift: RwSignal<i32>,
    inspector: Inspector,
) -> impl IntoView {
    let evaluation = slices.evaluation;
    let look_into = Callback::new(move |row| inspector.choose(Some(row)));
    let whole = Memo::new_with_compare(
        move |_| {
            let evaluation = evaluation.get()?;
            let seal = slices.seal.get();
            let beside = Beside {
                interval: evaluation.chosen(interval.get()),
                sealed: sealed_rows(&seal),
            };
            Some(charts::prediction(&evaluation, beside, scheme.get()))
        },
        |_, _| true,
    );
    let zoom = Memo::new_with_compare(
        move |_| {
            let evaluation = evaluation.get()?;
            let seal = slices.seal.get();
            let beside = Beside {
                interval: evaluation.chosen(interval.get()),
                sealed: sealed_rows(&seal),
            };
            Some(charts::zoom(&evaluation, shift.get(), beside, scheme.get()))
        },
        |_, _| true,
    );
    let summarise = move |summary: fn(&Evaluation, Option<&LevelInterval>) -> String| {
        Signal::derive(move || {
            evaluation
                .get()
                .map(|evaluation| summary(&evaluation, evaluation.chosen(interval.get())))
                .unwrap_or_default()
        })
    };
    view! {
        <div class="card charts">
            <ChartView
                testid="chart-prediction"
                title="Predicted beside what happened"
                chart=whole
                summary=summarise(charts::summary_prediction)
                group=PREDICTION_GROUP
                on_row=look_into
            />
            <ChartView
                testid="chart-zoom"
                title="The test block, close up"
                chart=zoom
                summary=summarise(charts::summary_zoom)
                group=PREDICTION_GROUP
                on_row=look_into
            />
        </div>
    }
}
