//! The statistics behind the verdict: what it means, what must be said beside it, and its numbers.

use crate::app::screen::state::Screen;
use crate::app::ui::number;
use crate::app::words::settings::other_may_close_later;
use crate::app::words::verdict::{self as words, p_text, sentence};
use crate::forecast::caveats::caveats;
use crate::forecast::evaluation::{Evaluation, LabelScores, VerdictKind};
use crate::forecast::verdict::{Verdict, is_significant};
use crate::market::Digits;
use crate::model_file::opened::Opening;
use crate::text::{self, said};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn WhyPanel(screen: Screen) -> impl IntoView {
    let slices = screen.slices;
    let evaluation = slices.evaluation;
    move || match evaluation.get() {
        Some(evaluation) => {
            let (opened, digits) = (slices.opened.get(), slices.digits.get());
            let trained = slices.trained.get();
            let of_other = trained.and_then(|it| other_may_close_later(&it.dataset.settings));
            view! { <Statistics evaluation opened digits of_other /> }.into_any()
        }
        None => view! { <p class="empty">{text::verdict::nothing_yet()}</p> }.into_any(),
    }
}

#[component]
fn Statistics(
    /// The evaluation to judge by.
    evaluation: Arc<Evaluation>,
    /// Where the network comes from, if it was not trained in this run.
    opened: Option<Opening>,
    /// How prices are written.
    digits: Digits,
    /// What has to be said of a second series.
    of_other: Option<&'static str>,
) -> impl IntoView {
    if !evaluation.can_be_judged() {
        return view! {
            <div class="why" data-testid="why">
                <p class="why__headline">{text::verdict::cannot_be_judged()}</p>
                <p class="why__meaning">{text::verdict::no_price_moved()}</p>
            </div>
        }
        .into_any();
    }
    let verdict = &evaluation.verdict;
    let scores = &evaluation.scores;
    let errors = text::verdict::errors(
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
    let mut beside: Vec<String> = opened.map(|it| said(&it.origin)).into_iter().collect();
    beside.extend(words::beside(verdict).into_iter().map(str::to_owned));
    beside.extend(caveats(&evaluation).iter().map(said));
    beside.extend(of_other.map(str::to_owned));
    beside.extend(evaluation.against_label.as_ref().map(beside_its_label));
    let beside = (!beside.is_empty()).then(|| {
        let sentences = beside.into_iter().map(|it| view! { <li>{it}</li> });
        view! { <ul class="caveats">{sentences.collect_view()}</ul> }
    });
    view! {
        <div class="why" data-testid="why">
            <p class="why__headline">{sentence(verdict.kind)}</p>
            <p>{errors}</p>
            <p class="why__meaning">{meaning}</p>
            {beside}
            <dl class="facts why__numbers">
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
            {behind(verdict)}
            <p class="hint">{text::tomorrow::no_advice()}</p>
        </div>
    }
    .into_any()
}

/// The size of the difference, the second question's tests, and the rule of earlier versions; nothing of an
/// old verdict.
fn behind(verdict: &Verdict) -> Option<impl IntoView + use<>> {
    let sentences = [
        words::size(verdict),
        words::second_question(verdict),
        words::earlier_rule(verdict),
    ];
    let sentences: Vec<String> = sentences.into_iter().flatten().collect();
    let sentences = sentences.into_iter().map(|it| view! { <li>{it}</li> });
    (sentences.len() > 0).then(|| view! { <ul class="why__behind">{sentences.collect_view()}</ul> })
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
