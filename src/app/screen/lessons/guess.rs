//! A question that a step asks before it shows the answer: two or three answers to choose from, then
//! what was guessed, and beside it, once it is shown, how it was.

use crate::app::guide::Guide;
use crate::app::words::lessons;
use crate::guide::{Guess, Lesson};
use crate::text;
use leptos::prelude::*;

/// The question that a step asks, and what was answered to a question that this step shows the answer
/// of.
#[component]
pub fn GuessLine(
    guide: Guide,
    lesson: &'static Lesson,
    /// The current step's number, from 0.
    place: usize,
) -> impl IntoView {
    let asked = lesson.steps[place].guess.map(|guess| {
        view! { <Question guide lesson place guess /> }
    });
    let shown = lesson
        .steps
        .iter()
        .enumerate()
        .filter_map(|(step, it)| Some((step, it.guess?)))
        .filter(|(step, guess)| guess.shown_at == place && *step != place)
        .map(|(step, guess)| view! { <Outcome guide lesson step guess /> })
        .collect_view();
    view! {
        {asked}
        {shown}
    }
}

#[component]
fn Question(guide: Guide, lesson: &'static Lesson, place: usize, guess: Guess) -> impl IntoView {
    let question_id = "guide-question";
    let answers = move || {
        let answers = lessons::answers(lesson, place).iter().enumerate();
        answers
            .map(|(number, answer)| {
                view! {
                    <button
                        type="button"
                        class="button guide__answer"
                        on:click=move |_| guide.answer(lesson, place, number)
                    >
                        {answer()}
                    </button>
                }
            })
            .collect_view()
    };
    let unanswered = move || guide.guess(lesson, place).is_none();
    view! {
        <Show
            when=unanswered
            fallback=move || view! { <Outcome guide lesson step=place guess /> }
        >
            <div class="guide__guess" role="group" aria-labelledby=question_id>
                <strong id=question_id>{lessons::question(lesson, place)}</strong>
                {answers()}
            </div>
        </Show>
    }
}

/// What was guessed; and, where this step shows it, how it was.
#[component]
fn Outcome(
    guide: Guide,
    lesson: &'static Lesson,
    /// The step that asked.
    step: usize,
    guess: Guess,
) -> impl IntoView {
    let said = move || {
        let given = guide.guess(lesson, step)?;
        let answers = lessons::answers(lesson, step);
        let given_words = (answers.get(given)?)();
        Some(
            match (guide.place() < guess.shown_at, given == guess.right) {
                (true, _) => text::guide::you_guess(given_words),
                (false, true) => text::guide::guessed_right(given_words),
                (false, false) => {
                    text::guide::guessed_otherwise(given_words, (answers.get(guess.right)?)())
                }
            },
        )
    };
    view! { <p class="guide__guess" role="status" data-testid="guess">{said}</p> }
}
