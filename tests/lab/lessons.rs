//! Lessons: each begins from its own experiment, and the visitor's own comes back when it ends.

use crate::small::small_page;
use crate::visit::Visit;
use hindcast::forecast::Settings;
use hindcast::forecast::settings::{DeviceChoice, Recipe};
use hindcast::guide::{Lesson, lesson};
use hindcast::lab::{Event, Intention, Phase};
use hindcast::market::Source;
use hindcast::market::world::WorldKind;
use std::sync::Arc;

fn slide_it() -> &'static Lesson {
    lesson("slide-it").expect("one of the lessons")
}

fn start(visit: &mut Visit, slug: &str, step: usize) {
    let lesson = lesson(slug).expect("one of the lessons");
    visit.want(Intention::StartLesson { lesson, step });
}

fn settings(visit: &Visit) -> &Settings {
    &visit.lab.run.experiment.settings
}

#[test]
fn a_lesson_begins_from_its_own_experiment_and_gives_the_visitors_back() {
    // Pasted prices, which no address could bring again.
    let mut visit = small_page();
    let (experiment, prices) = (
        visit.lab.run.experiment.clone(),
        visit.lab.run.prices.clone().expect("pasted prices"),
    );
    start(&mut visit, "slide-it", 0);
    assert_eq!(visit.lab.run.phase, Phase::Ready);
    let mut stated = (slide_it().experiment)();
    stated.settings.device = experiment.settings.device;
    assert_eq!(visit.lab.run.experiment, stated);
    assert!(visit.address.ends_with("lesson=slide-it"));
    assert!(visit.address.contains("recipe=notebook"));
    visit.want(Intention::LeaveLesson);
    assert_eq!(visit.lab.run.experiment, experiment);
    let now = visit.lab.run.prices.as_ref().expect("prices");
    assert!(Arc::ptr_eq(now, &prices), "the very prices");
    assert!(!visit.address.contains("lesson="));
}

#[test]
fn what_came_before_the_first_of_several_lessons_comes_back_after_the_last() {
    let mut visit = Visit::open("source=world:sine&epochs=7");
    start(&mut visit, "slide-it", 0);
    start(&mut visit, "when-it-works", 1);
    let seasonal = Source::World(WorldKind::Seasonal);
    assert_eq!(visit.lab.run.experiment.source, seasonal);
    visit.want(Intention::LeaveLesson);
    assert_eq!(visit.address, "source=world:sine&epochs=7");
}

#[test]
fn a_lesson_that_is_taken_up_again_has_what_its_steps_have_set() {
    let mut visit = Visit::open("");
    start(&mut visit, "find-the-leak", 2);
    assert!(visit.address.contains("split=random"));
    start(&mut visit, "predict-returns", 1);
    assert_eq!(settings(&visit).recipe, Recipe::Honest);
}

#[test]
fn a_lesson_trains_where_the_visitor_wants_to_train() {
    let mut visit = Visit::open("device=cpu");
    start(&mut visit, "slide-it", 0);
    assert_eq!(settings(&visit).device, DeviceChoice::Cpu);
}

#[test]
fn a_lesson_left_in_the_middle_of_a_training_gives_back_when_that_has_stopped() {
    let mut visit = Visit::open("epochs=7");
    start(&mut visit, "slide-it", 0);
    visit.want(Intention::Train);
    visit.begin();
    visit.epoch(1);
    visit.want(Intention::LeaveLesson);
    assert!(visit.lab.run.is_stopping());
    assert_eq!(settings(&visit).recipe, Recipe::Notebook);
    visit.stop_after(1);
    assert_eq!(visit.address, "epochs=7");
    assert_eq!(visit.lab.run.phase, Phase::Ready);
}

#[test]
fn a_lesson_does_not_begin_while_a_training_runs() {
    let mut visit = Visit::open("epochs=7");
    visit.want(Intention::Train);
    visit.begin();
    start(&mut visit, "slide-it", 0);
    assert_eq!(visit.lab.link.lesson, None);
    assert_eq!(visit.address, "epochs=7");
}

#[test]
fn a_link_with_an_experiment_of_its_own_means_what_it_says() {
    let mut visit = Visit::open("source=world:sine&epochs=7&lesson=slide-it");
    assert_eq!(
        visit.lab.run.experiment.source,
        Source::World(WorldKind::Sine)
    );
    assert_eq!(settings(&visit).epochs, 7);
    // There was nothing of the visitor's before.
    visit.want(Intention::LeaveLesson);
    assert_eq!(visit.address, "source=world:sine&epochs=7");
}

#[test]
fn a_link_that_names_a_lesson_alone_opens_its_experiment() {
    let mut visit = Visit::open("lesson=slide-it&hide=runs");
    assert_eq!(visit.lab.run.experiment, (slide_it().experiment)());
    visit.want(Intention::LeaveLesson);
    assert_eq!(visit.address, "hide=runs");
    // Where to train says nothing of what is trained.
    let visit = Visit::open("lesson=slide-it&device=cpu");
    assert_eq!(settings(&visit).recipe, Recipe::Notebook);
    assert_eq!(settings(&visit).device, DeviceChoice::Cpu);
}

#[test]
fn the_address_of_a_lesson_that_is_opened_anew_is_where_it_was() {
    let mut visit = Visit::open("");
    start(&mut visit, "find-the-leak", 2);
    let again = Visit::open(&visit.address.clone());
    assert_eq!(again.lab.run.experiment, visit.lab.run.experiment);
    // Another address in the same visit is no part of a lesson.
    let fragment = "epochs=9".to_owned();
    visit.happen(Event::AddressChanged { fragment });
    assert_eq!(visit.lab.link.lesson, None);
    assert_eq!(settings(&visit).epochs, 9);
    assert_eq!(settings(&visit).recipe, Recipe::Honest);
}

#[test]
fn a_frame_stays_a_frame() {
    let mut visit = Visit::open("lesson=slide-it&embed=1");
    assert!(visit.lab.link.embedded);
    assert!(visit.address.ends_with("lesson=slide-it&embed=1"));
    visit.want(Intention::LeaveLesson);
    assert_eq!(visit.address, "embed=1");
}
