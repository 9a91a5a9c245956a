//! What the lessons say of results, against trainings: each lesson is walked through as a learner does,
//! trained where its steps train, and every claim of every step is held against what came out.

mod support;
#[path = "support/trained.rs"]
mod trained;

use hindcast::forecast::Evaluation;
use hindcast::forecast::evaluation::VerdictKind;
use hindcast::guide::{Lesson, lesson};
use trained::train;

/// Walks through a lesson; what its last training came to.
fn walk(slug: &str) -> Evaluation {
    let lesson: &Lesson = lesson(slug).expect("one of the lessons");
    let (mut before, mut found) = (None, None);
    for (place, step) in lesson.steps.iter().enumerate() {
        for claim in step.claims {
            let results = found.as_ref().expect("a claim comes after a training");
            assert!(
                claim.holds(results, before.as_ref()),
                "{slug}, step {}: {claim:?}; {}",
                place + 1,
                in_short(results)
            );
        }
        if step.condition.is_training() {
            before = found.replace(train(&lesson.experiment_at(place)));
        }
    }
    found.expect("every lesson trains")
}

fn in_short(found: &Evaluation) -> String {
    let coverages: Vec<String> = found
        .intervals
        .iter()
        .map(|it| format!("{:?} {}: {:.3}", it.method, it.level, it.coverage))
        .collect();
    format!(
        "{:?}, MAE {:.3}, of no change {:.3}, best at {:?}, {coverages:?}",
        found.verdict.kind,
        found.scores.model.mae,
        found.scores.persistence().mae,
        found.slide().map(|slide| slide.best),
    )
}

#[test]
fn looks_perfect_and_is_worth_nothing() {
    walk("looks-perfect");
}

#[test]
fn a_price_forecast_fits_best_a_day_earlier() {
    walk("slide-it");
}

#[test]
fn a_random_split_makes_a_lost_network_look_good() {
    walk("find-the-leak");
}

#[test]
fn returns_of_a_random_walk_end_in_a_tie() {
    let found = walk("predict-returns");
    assert_eq!(found.verdict.kind, VerdictKind::Ties);
}

#[test]
fn intervals_keep_their_word_and_adapt_to_storms() {
    walk("how-sure");
}

#[test]
fn a_network_wins_where_there_is_something_to_learn() {
    let found = walk("when-it-works");
    assert_eq!(found.verdict.kind, VerdictKind::Beats);
}

#[test]
fn a_weak_pull_is_a_signal_and_no_win() {
    let found = walk("knows-something");
    assert_eq!(found.verdict.kind, VerdictKind::Signal);
}

#[test]
fn a_plain_cell_remembers_what_an_lstm_hardly_does() {
    let found = walk("how-far-back");
    assert_eq!(found.verdict.kind, VerdictKind::Beats);
}

#[test]
fn an_open_gate_keeps_what_a_plain_cell_loses() {
    let found = walk("what-gates-are-for");
    assert_eq!(found.verdict.kind, VerdictKind::Ties);
}

#[test]
fn an_input_that_foretells_turns_a_tie_into_a_win() {
    let found = walk("more-inputs");
    assert_eq!(found.verdict.kind, VerdictKind::Beats);
}
