//! Where the learner stands: the lesson, its step, what was guessed, what a teacher has hidden. Kept in
//! the tab; which step a lesson was left at is kept on the device, so that it can be taken up again.

use super::{browser, embed};
use crate::guide::{GuideLink, LESSONS, Lesson, Step};
use crate::lab::{Intention, Lab};
use leptos::prelude::*;
use std::collections::BTreeMap;

const STORAGE_NAME: &str = "hindcast.lessons";

/// A handle, copied freely.
#[derive(Debug, Clone, Copy)]
pub struct Guide {
    /// The lesson and what is hidden, as an address says it.
    pub link: Memo<GuideLink>,
    intend: Callback<Intention>,
    /// Where the predicted line stands, in rows; the chart and its slider share it.
    pub shift: RwSignal<i32>,
    /// Of the lesson, from 0; as many as there are steps once it is finished.
    step: RwSignal<usize>,
    /// The current step was completed, whatever happened since.
    reached: RwSignal<bool>,
    /// What was answered, by lesson and step.
    guesses: RwSignal<BTreeMap<(&'static str, usize), usize>>,
}

impl Guide {
    /// As the lab's address says; the step is where that lesson was left.
    pub fn of(lab: RwSignal<Lab>, intend: Callback<Intention>) -> Self {
        let link = Memo::new(move |_| lab.with(|lab| lab.link.clone()));
        let guide = Self {
            link,
            intend,
            shift: RwSignal::new(0),
            step: RwSignal::new(0),
            reached: RwSignal::new(false),
            guesses: RwSignal::new(BTreeMap::new()),
        };
        // Another lesson: begun here, or by another address.
        let lesson = Memo::new(move |_| link.with(|link| link.lesson.map(|lesson| lesson.slug)));
        Effect::new(move |_| {
            // Read, not only tracked: a memo that nobody reads follows nothing.
            lesson.get();
            let lesson = link.with_untracked(|link| link.lesson);
            guide.step.set(lesson.map_or(0, kept_step));
            guide.reached.set(false);
        });
        guide
    }

    pub fn lesson(self) -> Option<&'static Lesson> {
        self.link.with(|link| link.lesson)
    }

    /// The current step's number from 0; the number of steps once the lesson is finished.
    pub fn place(self) -> usize {
        self.step.get()
    }

    pub fn step(self) -> Option<&'static Step> {
        self.lesson()?.steps.get(self.step.get())
    }

    /// The same, without following it.
    pub fn step_untracked(self) -> Option<&'static Step> {
        let lesson = self.link.with_untracked(|link| link.lesson);
        lesson?.steps.get(self.step.get_untracked())
    }

    pub fn is_reached(self) -> bool {
        self.reached.get()
    }

    pub fn reach(self) {
        if !self.reached.get_untracked() {
            self.reached.set(true);
        }
    }

    /// Starts a lesson, or takes it up where it was left.
    pub fn start(self, lesson: &'static Lesson) {
        let step = kept_step(lesson);
        self.forget_guesses(lesson);
        self.intend.run(Intention::StartLesson { lesson, step });
        // None begins while a network trains.
        if self.link.with_untracked(|link| link.lesson) == Some(lesson) {
            self.go_to(step);
        }
    }

    /// Goes on from a step that is done. A page around this one is told.
    pub fn go_on(self) {
        let next = self.step.get_untracked() + 1;
        if let Some(lesson) = self.link.with_untracked(|link| link.lesson) {
            embed::tell(self.link, lesson, next);
        }
        self.go_to(next);
    }

    pub fn go_to(self, step: usize) {
        self.reached.set(false);
        self.step.set(step);
        if let Some(lesson) = self.link.with_untracked(|link| link.lesson) {
            // A finished lesson starts afresh.
            keep_step(lesson, if step < lesson.steps.len() { step } else { 0 });
        }
    }

    pub fn leave(self) {
        self.intend.run(Intention::LeaveLesson);
    }

    /// The learner answers the question of a step.
    pub fn answer(self, lesson: &'static Lesson, step: usize, answer: usize) {
        self.guesses.update(|guesses| {
            guesses.insert((lesson.slug, step), answer);
        });
    }

    /// What was answered to the question of a step.
    pub fn guess(self, lesson: &'static Lesson, step: usize) -> Option<usize> {
        self.guesses
            .with(|guesses| guesses.get(&(lesson.slug, step)).copied())
    }

    fn forget_guesses(self, lesson: &'static Lesson) {
        self.guesses
            .update(|guesses| guesses.retain(|(slug, _), _| *slug != lesson.slug));
    }

    /// The classes that hide what a teacher has hidden, and what a frame has no room for.
    pub fn screen_classes(self) -> String {
        self.link.with(|link| {
            let hidden = link
                .hidden
                .iter()
                .map(|part| format!("hide-{}", part.slug()));
            let embedded = link.embedded.then(|| "is-embedded".to_owned());
            hidden.chain(embedded).collect::<Vec<_>>().join(" ")
        })
    }

    pub fn show_everything(self) {
        self.intend.run(Intention::ShowHidden);
    }
}

/// Where to go on in a lesson, its step's number from 0.
pub fn kept_step(lesson: &Lesson) -> usize {
    lesson.taken_up_at(left_at(lesson))
}

/// Where a lesson was left.
fn left_at(lesson: &Lesson) -> usize {
    kept_steps()
        .split(' ')
        .filter_map(|pair| pair.split_once('='))
        .find(|(slug, _)| *slug == lesson.slug)
        .and_then(|(_, step)| step.parse().ok())
        // Anyone may have written it, also an earlier version of the lesson.
        .filter(|step| *step < lesson.steps.len())
        .unwrap_or(0)
}

fn kept_steps() -> String {
    browser::storage()
        .and_then(|storage| storage.get_item(STORAGE_NAME).ok().flatten())
        .unwrap_or_default()
}

fn keep_step(lesson: &Lesson, step: usize) {
    let pairs: Vec<String> = LESSONS
        .iter()
        .map(|each| match each.slug == lesson.slug {
            true => (each, step),
            false => (each, left_at(each)),
        })
        .filter(|(_, step)| *step > 0)
        .map(|(each, step)| format!("{}={step}", each.slug))
        .collect();
    if let Some(storage) = browser::storage() {
        // Where nothing can be kept, the tab remembers.
        let _ = match pairs.is_empty() {
            true => storage.remove_item(STORAGE_NAME),
            false => storage.set_item(STORAGE_NAME, &pairs.join(" ")),
        };
    }
}
