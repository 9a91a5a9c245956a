//! The lessons' words: a title and a promise of each, and of each of its steps a title and what to do.

use crate::guide::Lesson;
use crate::text::lessons;

type Text = fn() -> &'static str;

/// The words of one lesson.
struct Words {
    /// The lesson's.
    slug: &'static str,
    title: Text,
    /// One sentence: what one knows afterwards.
    promise: Text,
    /// Title and text of each step, in the lesson's order.
    steps: &'static [(Text, Text)],
}

static WORDS: [Words; 6] = [
    Words {
        slug: "looks-perfect",
        title: lessons::looks_perfect,
        promise: lessons::looks_perfect_promise,
        steps: &[
            (lessons::without_memory, lessons::without_memory_do),
            (lessons::like_tutorials, lessons::like_tutorials_do),
            (lessons::train_it, lessons::train_notebook_do),
            (lessons::admire, lessons::admire_do),
            (lessons::read_the_verdict, lessons::read_the_verdict_do),
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
    },
    Words {
        slug: "predict-returns",
        title: lessons::predict_returns,
        promise: lessons::predict_returns_promise,
        steps: &[
            (
                lessons::back_to_random_walk,
                lessons::back_to_random_walk_do,
            ),
            (lessons::ask_for_change, lessons::ask_for_change_do),
            (lessons::train_it, lessons::train_honest_do),
            (lessons::a_tie, lessons::a_tie_do),
        ],
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
            (lessons::tomorrow_range, lessons::tomorrow_range_do),
        ],
    },
    Words {
        slug: "when-it-works",
        title: lessons::when_it_works,
        promise: lessons::when_it_works_promise,
        steps: &[
            (lessons::rhythm, lessons::rhythm_do),
            (lessons::stay_honest, lessons::stay_honest_do),
            (lessons::train_it, lessons::train_for_verdict_do),
            (lessons::it_beats_it, lessons::it_beats_it_do),
        ],
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
}
