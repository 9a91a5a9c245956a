//! Section "How an LSTM works": the chain, the cell, the four steps, and why the memory lasts.
//!
//! The drawings are SVG files put in as they are, so that style sheets reach into them: they take
//! the page's colours, light and dark. Headings start at level 3; the section's own is the page's.

mod formula;

use leptos::prelude::*;

const CHAIN: &str = include_str!("chain.svg");
const CELL: &str = include_str!("cell.svg");

/// The lesson; it needs nothing from the page.
#[component]
pub fn LstmLesson() -> impl IntoView {
    view! {
        <div class="lesson">
            <p class="lesson-lead">
                "What a price means depends on the prices before it. A "<em>"recurrent"</em>
                " network is built for that: it reads one day at a time, and after each day it hands a note to itself about what it has seen so far."
            </p>

            <h3>"One cell, used again for every day"</h3>
            <div class="lesson-pair">
                <figure class="lesson-figure" inner_html=CHAIN></figure>
                <div>
                    <p>
                        "With a window of twenty days, the same cell runs twenty times. Its weights do not change from day to day; only its input and its memory do. Drawn once per day, as here, the loop becomes a chain, and the output of its last link is the forecast."
                    </p>
                    <p>
                        "A plain recurrent cell has one layer, and rewrites its whole note every day. To learn, an error must travel back through all those rewritings, and at each one it is multiplied by much the same number. Halve it twenty times and less than a millionth is left: the error "
                        <em>"vanishes"</em>
                        ", and the cell never learns that something three weeks ago mattered."
                    </p>
                </div>
            </div>

            <h3>"The cell: a memory line and four small layers"</h3>
            <div class="lesson-pair">
                <figure class="lesson-figure" inner_html=CELL></figure>
                <div>
                    <p>
                        "Sepp Hochreiter and Jürgen Schmidhuber answered this in 1997 with the "
                        <em>"long short-term memory"</em>
                        ", the LSTM. Its cell keeps two things: an output "<i>"h"</i>
                        ", which others see, and a "<em>"cell state"</em>" "<i>"c"</i>
                        ", which runs straight through the top of the drawing. Nothing squeezes the cell state on its way; it is only scaled a little and added to."
                    </p>
                    <p>
                        "Four small layers decide what happens to it. All four read the same two things: today’s input "
                        <i>"x"</i>" and yesterday’s output "<i>"h"</i>
                        ". Three of them are "<em>"gates"</em>
                        ": the function σ (sigmoid) brings their values between 0, closed, and 1, open. The fourth proposes new content between −1 and 1, by tanh."
                    </p>
                    <p class="lesson-legend">
                        "In the drawing, × and + work number by number; so does ⊙ in the formulas below. Where lines meet, values are read by several layers."
                    </p>
                </div>
            </div>

            <h3>"Four steps through the cell"</h3>
            <ol class="lesson-steps">
                <Step
                    class="gate-f"
                    title="Forget"
                    formula=formula::gate("f", "σ")
                    text="What of the old memory is still worth keeping? The forget gate gives every number of the cell state a share from 0, drop it, to 1, keep it. The cell of 1997 had no such gate and could only pile up; Felix Gers, Jürgen Schmidhuber and Fred Cummins added it in 2000."
                />
                <Step
                    class="gate-i"
                    title="Input"
                    formula=formula::gate("i", "σ")
                    text="How much of today should be written down? On a day like any other the input gate can stay nearly shut; on a day that changes the picture it opens."
                />
                <Step
                    class="gate-g"
                    title="Candidate"
                    formula=formula::gate("g", "tanh")
                    text="What is there to write? The candidate is the content the input gate lets in. With it the memory is brought up to date: keep a part of the old, add a part of the new."
                    result=formula::cell_state()
                />
                <Step
                    class="gate-o"
                    title="Output"
                    formula=formula::gate("o", "σ")
                    text="What of the memory is of use right now? The output gate picks it, and the result goes to the next day, to the next layer and, after the last day, to the forecast. What is not shown is not lost: it stays in the cell state."
                    result=formula::output()
                />
            </ol>

            <h3>"Why the memory lasts"</h3>
            <p>
                "Follow an error back along the memory line. Between yesterday’s cell state and today’s stands one multiplication, by the forget gate:"
            </p>
            <div class="lesson-formula" inner_html=formula::gradient()></div>
            <p>
                "While the gate stays near 1, the error comes through nearly whole, over twenty days as over one. And the gate is learned: the cell finds out by itself what to carry for long and what to let go. (Errors also flow through the gates; those paths fade as they do in a plain cell.)"
            </p>

            <h3>"In this page’s network"</h3>
            <p>
                "The four layers share one stacked matrix for the input and one for the previous output, with the gates in the order "
                <i>"i, f, g, o"</i>
                ", as in PyTorch: one product gives all four at once. Two such layers are stacked, 32 numbers of memory each unless you set it otherwise; the second reads what the first puts out, day by day. None of this makes prices predictable. An LSTM can only remember what helps, and whether anything does is what the verdict above measures."
            </p>

            <ul class="lesson-sources" aria-label="Sources">
                <li>
                    "S. Hochreiter and J. Schmidhuber (1997). "<cite>"Long Short-Term Memory."</cite>
                    " Neural Computation 9(8), 1735–1780."
                </li>
                <li>
                    "F. A. Gers, J. Schmidhuber and F. Cummins (2000). "
                    <cite>"Learning to Forget: Continual Prediction with LSTM."</cite>
                    " Neural Computation 12(10), 2451–2471."
                </li>
            </ul>
        </div>
    }
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
            <div class="lesson-formula" inner_html=formula></div>
            <p>{text}</p>
            {(!result.is_empty())
                .then(|| view! { <div class="lesson-formula" inner_html=result></div> })}
        </li>
    }
}
