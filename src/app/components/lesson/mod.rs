//! "How it works": the cell with its four steps first, then the chain, and why the memory lasts.
//!
//! The drawings are SVG files put in as they are but for their words, so that style sheets reach into
//! them: they take the page's colours, light and dark. Headings start at level 3; the panel has
//! its own.

mod formula;

use crate::text::lstm;
use leptos::prelude::*;

const CHAIN: &str = include_str!("chain.svg");
const CELL: &str = include_str!("cell.svg");

/// The lesson; it needs nothing from the page.
#[component]
pub fn LstmLesson() -> impl IntoView {
    view! {
        <div class="lesson">
            <div class="lesson-first">
                <div class="lesson-first__cell">
                    <h3>{lstm::the_cell()}</h3>
                    <figure class="lesson-figure" inner_html=cell()></figure>
                    <p class="lesson-legend">{lstm::signs()}</p>
                </div>
                <div>
                    <h3>{lstm::four_steps()}</h3>
                    <ol class="lesson-steps">
                        <Step
                            class="gate-f"
                            title=lstm::forget()
                            formula=formula::gate("f", "σ")
                            text=lstm::forget_gate()
                        />
                        <Step
                            class="gate-i"
                            title=lstm::input()
                            formula=formula::gate("i", "σ")
                            text=lstm::input_gate()
                        />
                        <Step
                            class="gate-g"
                            title=lstm::candidate()
                            formula=formula::gate("g", "tanh")
                            text=lstm::candidate_layer()
                            result=formula::cell_state()
                        />
                        <Step
                            class="gate-o"
                            title=lstm::output()
                            formula=formula::gate("o", "σ")
                            text=lstm::output_gate()
                            result=formula::output()
                        />
                    </ol>
                </div>
            </div>

            <p>
                {lstm::history_before()}<em>{lstm::long_short_term_memory()}</em>
                {lstm::memory_and_output()}<i>"h"</i>{lstm::output_and_state()}
                <em>{lstm::cell_state()}</em>" "<i>"c"</i>{lstm::state_after()}
            </p>
            <p>
                {lstm::layers_before()}<i>"x"</i>{lstm::input_and_output()}<i>"h"</i>
                {lstm::output_and_gates()}<em>{lstm::gates()}</em>{lstm::gates_after()}
            </p>

            <h3>{lstm::one_cell()}</h3>
            <div class="lesson-pair">
                <figure class="lesson-figure" inner_html=chain()></figure>
                <div>
                    <p>
                        {lstm::lead_before()}<em>{lstm::recurrent()}</em>{lstm::lead_after()}
                    </p>
                    <p>{lstm::chain()}</p>
                    <p>
                        {lstm::vanishing_before()}<em>{lstm::vanishes()}</em>
                        {lstm::vanishing_after()}
                    </p>
                </div>
            </div>

            <h3>{lstm::why_it_lasts()}</h3>
            <p>{lstm::one_multiplication()}</p>
            <Formula name=lstm::why_it_lasts() mathml=formula::gradient() />
            <p>{lstm::learned_gate()}</p>

            <h3>{lstm::in_this_network()}</h3>
            <p>
                {lstm::matrices_before()}<i>"i, f, g, o"</i>{lstm::matrices_after()}
            </p>

            <ul class="lesson-sources" aria-label=lstm::sources()>
                <li>
                    {lstm::authors_of_1997()}
                    <span lang="en">
                        <cite>"Long Short-Term Memory."</cite>
                        " Neural Computation 9(8), 1735–1780."
                    </span>
                </li>
                <li>
                    {lstm::authors_of_2000()}
                    <span lang="en">
                        <cite>"Learning to Forget: Continual Prediction with LSTM."</cite>
                        " Neural Computation 12(10), 2451–2471."
                    </span>
                </li>
            </ul>
        </div>
    }
}

/// The drawing of the chain.
fn chain() -> String {
    let mut words = vec![
        ("title", lstm::chain_title().to_owned()),
        ("description", lstm::chain_description().to_owned()),
        ("memory", lstm::memory().to_owned()),
        ("forecast", lstm::forecast_for(21_usize)),
    ];
    let days = [
        ("day 1", 1_usize),
        ("day 2", 2),
        ("day 19", 19),
        ("day 20", 20),
    ];
    words.extend(days.map(|(place, day)| (place, lstm::day(day))));
    drawing(CHAIN, &words)
}

/// The drawing of the cell.
fn cell() -> String {
    let words = [
        ("title", lstm::cell_title()),
        ("description", lstm::cell_description()),
        ("memory line", lstm::memory_line()),
        ("today’s input", lstm::todays_input()),
        ("forget", lstm::draw_forget()),
        ("input", lstm::draw_input()),
        ("candidate", lstm::draw_candidate()),
        ("output", lstm::draw_output()),
    ];
    drawing(CELL, &words)
}

/// An SVG file with words in place of its `{names}`.
fn drawing(file: &str, words: &[(&str, impl AsRef<str>)]) -> String {
    words.iter().fold(file.to_owned(), |svg, (name, word)| {
        svg.replace(&format!("{{{name}}}"), word.as_ref())
    })
}

/// One of the four steps.
#[component]
fn Step(
    /// The gate's colour in the drawing.
    class: &'static str,
    title: &'static str,
    /// MathML.
    formula: String,
    text: &'static str,
    /// MathML of what the step completes.
    #[prop(optional)]
    result: String,
) -> impl IntoView {
    view! {
        <li class=format!("lesson-step {class}")>
            <h4>{title}</h4>
            <Formula name=title mathml=formula />
            <p>{text}</p>
            {(!result.is_empty())
                .then(|| view! { <Formula name=title mathml=result /> })}
        </li>
    }
}

/// A formula, which scrolls where it is wider than its place, by the keyboard too.
#[component]
fn Formula(
    /// What it is of.
    name: &'static str,
    mathml: String,
) -> impl IntoView {
    view! {
        <div class="lesson-formula" tabindex="0" role="group" aria-label=name inner_html=mathml></div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, in_language};

    #[test]
    fn every_place_of_a_drawing_has_its_word_in_each_language() {
        for language in Language::ALL {
            for svg in in_language(language, || [chain(), cell()]) {
                assert!(!svg.contains('{'), "{svg}");
            }
        }
        assert!(chain().contains(">forecast for day 21<"));
        assert!(cell().contains(">cell state: the memory line<"));
        let german = in_language(Language::German, chain);
        assert!(german.contains(">Tag 20<"), "{german}");
    }
}
