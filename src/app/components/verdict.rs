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
use crate::app::charts::{self, Beside, ColorScheme, PREDICTION_GROUP};
use crate::app::inspector::Inspector;
use crate::app::slices::Slices;
use crate::app::ui::chart::ChartView;
use crate::app::ui::number;
use crate::app::words::verdict::p_text;
use crate::app::words::verdict::{self};
use crate::forecast::caveats::caveats;
use crate::forecast::evaluation::{Evaluation, IntervalChoice, LabelScores, VerdictKind};
use crate::forecast::odometer::Seal;
use crate::forecast::verdict::is_significant;
use crate::lab::Intention;
use crate::lab::run::Phase;
use crate::market::{Digits, Prices, Row};
use crate::model_file::opened::Opening;

use crate::text::{self, said};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn VerdictSection(
    /// The run, read.
    slices: Slices,
    /// Light or dark, for the charts.
    scheme: Signal<ColorScheme>,
    /// The interval that the charts show.
    interval: RwSignal<IntervalChoice>,
    /// Where the predicted line stands.
    shift: RwSignal<i32>,
    /// The day that is looked into.
    inspector: Inspector,
    /// Nothing may be restored while a training runs.
    locked: Memo<bool>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let session = slices.session;
    let evaluation = slices.evaluation;
    let there = Memo::new(move |_| evaluation.with(Option::is_some));
    let [charts, days, scores, sure, files] = [1, 2, 3, 4, 5].map(|tasks| in_turn(there, tasks));
    let any_run = Memo::new(move |_| session.with(|session| !session.runs().is_empty()));
    let runs = in_turn(any_run, 7);
    let waiting = move || match slices.phase.get() {
        Phase::Training => text::verdict::comes_after_training(),
        _ => text::verdict::nothing_yet(),
    };
    view! {
        <section class="verdict-section" id="verdict" aria-labelledby="verdict-title">
            <div class="section-head">
                <h2 id="verdict-title" tabindex="-1">
                    <span class="step" aria-hidden="true">"4"</span>
                    {text::verdict::title()}
                </h2>
                <Show when=move || there.get()>
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| intend.run(Intention::DownloadReport)
                    >
                        {text::verdict::download_report()}
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
                            let (opened, digits) = (slices.opened.get(), slices.digits.get());
                            view! { <VerdictCard evaluation opened digits /> }
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
                                .map(|evaluation| view! { <ScoreTable evaluation digits=slices.digits.get() /> })
                        }}
                    </div>
                </Show>
                <Show when=move || sure.get()>
                    <IntervalPanel slices scheme choice=interval />
                </Show>
                <Show when=move || files.get()>
                    <SealedPanel slices intend />
                    <TakeHome locked intend />
                </Show>
            </Show>
            <Show when=move || runs.get()>
                <RunList slices locked intend />
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
    /// How prices are written.
    digits: Digits,
) -> impl IntoView {
    let mut beside: Vec<String> = opened.map(|it| said(&it.origin)).into_iter().collect();
    beside.extend(caveats(&evaluation).iter().map(said));
    beside.extend(evaluation.against_label.as_ref().map(beside_its_label));
    let verdict = &evaluation.verdict;
    let scores = &evaluation.scores;
    let sentence = text::verdict::errors(
        number::price_error(scores.model.mae, digits),
        number::price_error(scores.persistence().mae, digits),
        difference(verdict.rmae),
    );
    let meaning = match verdict.kind {
        VerdictKind::Beats => text::verdict::beats_means(),
        VerdictKind::Signal => text::verdict::signal_means(),
        VerdictKind::Ties if is_significant(verdict.p_value) => text::verdict::disagreement_means(),
        VerdictKind::Ties => text::verdict::ties_means(),
        VerdictKind::Loses => text::verdict::loses_means(),
    };
    view! {
        <div class="verdict card" data-testid="verdict" data-verdict=verdict.kind.slug()>
            <div class="verdict__words">
                <p class="verdict__headline">{verdict::sentence(verdict.kind)}</p>
                <p>{sentence}</p>
                <p class="verdict__meaning">{meaning}</p>
                {(!beside.is_empty())
                    .then(|| {
                        let sentences = beside.into_iter().map(|it| view! { <li>{it}</li> });
                        view! { <ul class="caveats">{sentences.collect_view()}</ul> }
                    })}
            </div>
            <dl class="verdict__numbers">
                <div>
                    <dt>"rMAE"</dt>
                    <dd>{number::ratio(verdict.rmae)}</dd>
                </div>
                <div>
                    <dt>"Diebold–Mariano"</dt>
                    <dd>{number::statistic(verdict.dm)}</dd>
                </div>
                <div>
                    <dt>{text::verdict::significance()}</dt>
                    <dd>{p_text(verdict.p_value)}</dd>
                </div>
            </dl>
        </div>
    }
}

/// What a smoothed label claims, which is why it is a leak.
fn beside_its_label(label: &LabelScores) -> String {
    let (days, ratio) = (label.averaged_days, number::ratio(label.verdict.rmae));
    match label.verdict.kind {
        VerdictKind::Beats => text::verdict::label_beats(days, ratio),
        VerdictKind::Ties | VerdictKind::Signal => text::verdict::label_ties(days, ratio),
        VerdictKind::Loses => text::verdict::label_loses(days, ratio),
    }
}

/// An rMAE in words.
fn difference(rmae: f64) -> String {
    let percent = number::percent_number((rmae - 1.0).abs(), 1);
    match rmae {
        much if much >= 2.0 => text::verdict::times_the_error(number::times(rmae)),
        more if more >= 1.0005 => text::verdict::more_error(percent),
        less if less <= 0.9995 => text::verdict::less_error(percent),
        _ => text::verdict::same_error().to_owned(),
    }
}

fn sealed_rows(seal: &Option<(Seal, Arc<Prices>)>) -> &[Row] {
    match seal {
        Some((seal, prices)) => seal.sealed_rows(prices),
        None => &[],
    }
}

/// What the charts show beside the predictions, but for sealed days.
fn shown(evaluation: &Evaluation, choice: IntervalChoice, digits: Digits) -> Beside<'_> {
    Beside {
        interval: evaluation.chosen(choice),
        sealed: &[],
        digits,
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
                sealed: sealed_rows(&seal),
                ..shown(&evaluation, interval.get(), slices.digits.get())
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
                sealed: sealed_rows(&seal),
                ..shown(&evaluation, interval.get(), slices.digits.get())
            };
            Some(charts::zoom(&evaluation, shift.get(), beside, scheme.get()))
        },
        |_, _| true,
    );
    let summarise = move |summary: fn(&Evaluation, Beside) -> String| {
        Signal::derive(move || {
            evaluation
                .get()
                .map(|evaluation| {
                    summary(
                        &evaluation,
                        shown(&evaluation, interval.get(), slices.digits.get()),
                    )
                })
                .unwrap_or_default()
        })
    };
    view! {
        <div class="card charts">
            <ChartView
                testid="chart-prediction"
                title=text::verdict::predicted_and_actual()
                chart=whole
                summary=summarise(charts::summary_prediction)
                group=PREDICTION_GROUP
                on_row=look_into
            />
            <ChartView
                testid="chart-zoom"
                title=text::verdict::close_up()
                chart=zoom
                summary=summarise(charts::summary_zoom)
                group=PREDICTION_GROUP
                on_row=look_into
            />
        </div>
    }
}
