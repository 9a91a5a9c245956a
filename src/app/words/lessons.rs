//! The lessons' words: a title and a promise of each, of each of its steps a title and what to do, and
//! the questions that steps ask.

use crate::guide::Lesson;
use crate::text::lessons;

/// A message without parts.
pub type Text = fn() -> &'static str;

/// The words of one lesson.
struct Words {
    /// The lesson's.
    slug: &'static str,
    title: Text,
    /// One sentence: what one knows afterwards.
    promise: Text,
    /// Title and text of each step, in the lesson's order.
    steps: &'static [(Text, Text)],
    questions: &'static [Question],
}

/// What a step asks before it shows the answer.
struct Question {
    /// The step's number, from 0.
    step: usize,
    question: Text,
    answers: &'static [Text],
}

/// Is the network better than "tomorrow = today"? Does it know anything?
const BEATS_OR_NOT: &[Text] = &[lessons::yes_it_beats, lessons::no_it_does_not];

const fn will_it_beat(step: usize) -> Question {
    Question {
        step,
        question: lessons::will_it_beat,
        answers: BEATS_OR_NOT,
    }
}

static WORDS: [Words; 10] = [
    Words {
        slug: "looks-perfect",
        title: lessons::looks_perfect,
        promise: lessons::looks_perfect_promise,
        steps: &[
            (lessons::without_memory, lessons::without_memory_do),
            (lessons::like_tutorials, lessons::like_tutorials_do),
            (lessons::admire, lessons::admire_do),
            (lessons::read_the_verdict, lessons::read_the_verdict_do),
        ],
        questions: &[
            will_it_beat(1),
            Question {
                step: 2,
                question: lessons::which_moves_first,
                answers: &[lessons::actual_moves_first, lessons::predicted_moves_first],
            },
        ],
    },
    Words {
        slug: "slide-it",
        title: lessons::slide_it,
        promise: lessons::slide_it_promise,
        steps: &[
            (lessons::price_forecast, lessons::price_forecast_do),
            (lessons::a_day_back, lessons::a_day_back_do),
            (lessons::best_fit, lessons::best_fit_do),
            (lessons::put_it_back, lessons::put_it_back_do),
        ],
        questions: &[Question {
            step: 1,
            question: lessons::what_will_the_error_do,
            answers: &[lessons::error_rises, lessons::error_falls],
        }],
    },
    Words {
        slug: "find-the-leak",
        title: lessons::find_the_leak,
        promise: lessons::find_the_leak_promise,
        steps: &[
            (lessons::start_clean, lessons::start_clean_do),
            (lessons::open_a_leak, lessons::open_a_leak_do),
            (lessons::train_with_leak, lessons::train_with_leak_do),
            (lessons::measure_it, lessons::measure_it_do),
            (lessons::close_the_leak, lessons::close_the_leak_do),
        ],
        questions: &[],
    },
    Words {
        slug: "predict-returns",
        title: lessons::predict_returns,
        promise: lessons::predict_returns_promise,
        steps: &[
            (lessons::ask_for_change, lessons::ask_for_change_do),
            (lessons::train_it, lessons::train_honest_do),
            (lessons::a_tie, lessons::a_tie_do),
        ],
        questions: &[will_it_beat(1)],
    },
    Words {
        slug: "how-sure",
        title: lessons::how_sure,
        promise: lessons::how_sure_promise,
        steps: &[
            (lessons::a_forecast, lessons::a_forecast_do),
            (lessons::promises, lessons::promises_do),
            (lessons::promises_kept, lessons::promises_kept_do),
            (lessons::wilder_world, lessons::wilder_world_do),
            (lessons::train_there, lessons::train_there_do),
            (lessons::who_adapts, lessons::who_adapts_do),
            (lessons::tomorrow_range, lessons::tomorrow_range_do),
        ],
        questions: &[],
    },
    Words {
        slug: "when-it-works",
        title: lessons::when_it_works,
        promise: lessons::when_it_works_promise,
        steps: &[
            (lessons::rhythm, lessons::rhythm_do),
            (lessons::train_it, lessons::train_for_verdict_do),
            (lessons::it_beats_it, lessons::it_beats_it_do),
        ],
        questions: &[will_it_beat(1)],
    },
    Words {
        slug: "knows-something",
        title: lessons::knows_something,
        promise: lessons::knows_something_promise,
        steps: &[
            (lessons::weak_pull, lessons::weak_pull_do),
            (lessons::train_it, lessons::train_for_verdict_do),
            (lessons::whole_truth, lessons::whole_truth_do),
            (lessons::two_questions, lessons::two_questions_do),
            (lessons::what_is_it_worth, lessons::what_is_it_worth_do),
        ],
        questions: &[
            will_it_beat(1),
            Question {
                step: 2,
                question: lessons::does_it_know,
                answers: BEATS_OR_NOT,
            },
        ],
    },
    Words {
        slug: "more-inputs",
        title: lessons::more_inputs,
        promise: lessons::more_inputs_promise,
        steps: &[
            (lessons::prices_alone, lessons::prices_alone_do),
            (lessons::nothing_in_prices, lessons::nothing_in_prices_do),
            (lessons::read_the_volume, lessons::read_the_volume_do),
            (lessons::train_again, lessons::train_for_verdict_do),
            (
                lessons::it_was_in_the_volume,
                lessons::it_was_in_the_volume_do,
            ),
            (lessons::which_input, lessons::which_input_do),
        ],
        questions: &[will_it_beat(0), will_it_beat(3)],
    },
    Words {
        slug: "how-far-back",
        title: lessons::how_far_back,
        promise: lessons::how_far_back_promise,
        steps: &[
            (lessons::an_old_echo, lessons::an_old_echo_do),
            (lessons::hardly_heard, lessons::hardly_heard_do),
            (lessons::plain_cell, lessons::plain_cell_do),
            (lessons::train_again, lessons::train_plain_cell_do),
            (lessons::it_remembers, lessons::it_remembers_do),
            (lessons::see_it_travel, lessons::see_it_travel_do),
        ],
        questions: &[Question {
            step: 3,
            question: lessons::who_remembers,
            answers: &[lessons::the_lstm, lessons::the_plain_cell],
        }],
    },
    Words {
        slug: "what-gates-are-for",
        title: lessons::what_gates_are_for,
        promise: lessons::what_gates_are_for_promise,
        steps: &[
            (lessons::an_older_echo, lessons::an_older_echo_do),
            (lessons::it_was_kept, lessons::it_was_kept_do),
            (lessons::plain_cell, lessons::plain_cell_do),
            (lessons::train_again, lessons::train_plain_cell_do),
            (lessons::it_is_lost, lessons::it_is_lost_do),
            (lessons::see_it_fade, lessons::see_it_fade_do),
        ],
        questions: &[will_it_beat(3)],
    },
];

fn words(lesson: &Lesson) -> &'static Words {
    WORDS
        .iter()
        .find(|words| words.slug == lesson.slug)
        .expect("a test holds that every lesson has words")
}

pub fn title(lesson: &Lesson) -> &'static str {
    (words(lesson).title)()
}

/// One sentence: what one knows afterwards.
pub fn promise(lesson: &Lesson) -> &'static str {
    (words(lesson).promise)()
}

/// The title of the step at this place, which the lesson has.
pub fn step_title(lesson: &Lesson, place: usize) -> &'static str {
    (words(lesson).steps[place].0)()
}

/// What that step asks for.
pub fn step_text(lesson: &Lesson, place: usize) -> &'static str {
    (words(lesson).steps[place].1)()
}

fn asked(lesson: &Lesson, place: usize) -> &'static Question {
    words(lesson)
        .questions
        .iter()
        .find(|question| question.step == place)
        .expect("a test holds that every guess has words")
}

/// The question of the step at this place, which asks one.
pub fn question(lesson: &Lesson, place: usize) -> &'static str {
    (asked(lesson, place).question)()
}

/// The answers to choose from there.
pub fn answers(lesson: &Lesson, place: usize) -> &'static [Text] {
    asked(lesson, place).answers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::LESSONS;

    #[test]
    fn every_lesson_and_each_of_its_steps_has_words() {
        assert_eq!(WORDS.len(), LESSONS.len());
        for lesson in &LESSONS {
            assert_eq!(
                words(lesson).steps.len(),
                lesson.steps.len(),
                "{}",
                lesson.slug
            );
        }
    }

    #[test]
    fn every_guess_has_a_question_and_answers_the_right_one_among_them() {
        for lesson in &LESSONS {
            for (place, step) in lesson.steps.iter().enumerate() {
                let asked = words(lesson).questions.iter().find(|it| it.step == place);
                assert_eq!(asked.is_some(), step.guess.is_some(), "{}", lesson.slug);
                if let (Some(asked), Some(guess)) = (asked, step.guess) {
                    assert!((2..=3).contains(&asked.answers.len()));
                    assert!(guess.right < asked.answers.len(), "{}", lesson.slug);
                }
            }
        }
    }
}
