//! The verdict: the word, the two errors, and where their ratio lies. What is behind it opens as a panel.

use super::needle::Needle;
use crate::app::screen::panels::PanelButton;
use crate::app::screen::place::Panel;
use crate::app::screen::state::Screen;
use crate::app::ui::number;
use crate::app::words::verdict as words;
use crate::forecast::evaluation::{Evaluation, VerdictKind};
use crate::lab::Phase;
use crate::market::Digits;
use crate::text;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn VerdictCard(
    screen: Screen,
    /// The results are of other settings than the form's.
    outdated: Memo<bool>,
) -> impl IntoView {
    let slices = screen.slices;
    let evaluation = slices.evaluation;
    let there = Memo::new(move |_| evaluation.with(Option::is_some));
    let waiting = move || match slices.phase.get() {
        Phase::Training => text::verdict::comes_after_training(),
        _ => text::verdict::comes(),
    };
    let content = move || match evaluation.get() {
        Some(evaluation) => {
            let digits = slices.digits.get();
            view! { <Judged evaluation digits /> }.into_any()
        }
        None => view! {
            <p class="verdict__word" aria-hidden="true">
                {number::NOTHING}
            </p>
            <p class="verdict__sentence empty">{waiting}</p>
            <p class="verdict__second"></p>
            <Needle rmae=None />
        }
        .into_any(),
    };
    view! {
        <section
            class="verdict-card card"
            class:is-outdated=outdated
            id="verdict"
            aria-labelledby="verdict-title"
        >
            <div class="outcome-head">
                <h2 id="verdict-title" tabindex="-1">
                    {text::verdict::title()}
                </h2>
                <p class="outcome-head__note">
                    {move || outdated.get().then(text::stage::outdated)}
                </p>
                <Show when=move || there.get()>
                    <PanelButton
                        shell=screen.shell
                        panel=Panel::Why
                        class="button button--link"
                        label=text::verdict::why()
                    />
                </Show>
            </div>
            {content}
        </section>
    }
}

#[component]
fn Judged(
    evaluation: Arc<Evaluation>,
    /// How prices are written.
    digits: Digits,
) -> impl IntoView {
    let verdict = &evaluation.verdict;
    let scores = &evaluation.scores;
    if !evaluation.can_be_judged() {
        return view! {
            <div class="verdict" data-testid="verdict" data-verdict=verdict.kind.slug()>
                <p class="verdict__word">{text::verdict::cannot_be_judged()}</p>
                <p class="verdict__sentence">{text::verdict::no_price_moved()}</p>
                <p class="verdict__second"></p>
                <Needle rmae=None />
            </div>
        }
        .into_any();
    }
    let word = match verdict.kind {
        VerdictKind::Beats => text::verdict::it_beats(),
        VerdictKind::Signal => text::verdict::it_signals(),
        VerdictKind::Ties => text::verdict::it_ties(),
        VerdictKind::Loses => text::verdict::it_loses(),
    };
    let sentence = text::verdict::off_by(
        number::price_error(scores.model.mae, digits),
        number::price_error(scores.persistence().mae, digits),
    );
    view! {
        <div class="verdict" data-testid="verdict" data-verdict=verdict.kind.slug()>
            <p class="verdict__word">{word}</p>
            <p class="verdict__sentence">{sentence}</p>
            <p class="verdict__second">{words::second_answer(verdict)}</p>
            <Needle rmae=Some(verdict.rmae) />
        </div>
    }
    .into_any()
}
