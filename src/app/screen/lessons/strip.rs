//! The strip that leads through a lesson, step by step. It stands between the prices' line and the
//! board, takes room and covers nothing.

use super::guess::GuessLine;
use super::pointer::{lead_to, mark};
use crate::app::browser;
use crate::app::guide::Guide;
use crate::app::screen::panels::focus_button;
use crate::app::screen::place::{Panel, Where};
use crate::app::screen::state::Screen;
use crate::app::words::lessons;
use crate::guide::{Condition, LESSONS, Lesson};
use crate::text;
use leptos::prelude::*;

/// The step's heading, which takes the focus when a step begins.
pub const TITLE_ID: &str = "guide-title";

#[component]
pub fn GuideStrip(screen: Screen) -> impl IntoView {
    let guide = screen.guide;
    let missing = RwSignal::new(false);
    follow(screen, missing);
    let step = move |lesson: &'static Lesson| match guide.place() {
        place if place < lesson.steps.len() => {
            view! { <StepView screen lesson place missing /> }.into_any()
        }
        _ => view! { <Finished screen lesson /> }.into_any(),
    };
    move || {
        guide.lesson().map(|lesson| {
            view! {
                <aside
                    class="guide"
                    data-testid="guide"
                    data-lesson=lesson.slug
                    data-step=move || guide.place().to_string()
                    data-reached=move || guide.is_reached().to_string()
                    aria-labelledby=TITLE_ID
                >
                    {move || step(lesson)}
                </aside>
            }
        })
    }
}

/// Marks steps as done, and opens the place of each one's control.
fn follow(screen: Screen, missing: RwSignal<bool>) {
    let Screen { slices, guide, .. } = screen;
    let holds = Memo::new(move |_| {
        let Some(step) = guide.step() else {
            return false;
        };
        let answered = step.condition == Condition::Guessed
            && guide
                .lesson()
                .is_some_and(|lesson| guide.guess(lesson, guide.place()).is_some());
        let shift = guide.shift.get();
        answered
            || slices
                .lab
                .with(|lab| lab.run.fulfils(step.condition, shift))
    });
    // A step stays complete when the learner goes on playing.
    Effect::new(move |_| {
        // The next step may hold as the last one did, which changes nothing in `holds`.
        guide.place();
        if holds.get() {
            guide.reach();
        }
    });
    Effect::new(move |before: Option<Option<&'static str>>| {
        missing.set(false);
        let now = guide.step().map(|step| step.target);
        match now {
            Some(target) => lead_to(screen, target, false, |_| {}),
            None => {
                mark(None);
                if before.flatten().is_some() {
                    screen.place.update(|place| place.go(Where::Frame));
                }
            }
        }
        now
    });
}

#[component]
fn StepView(
    screen: Screen,
    lesson: &'static Lesson,
    /// The step's number, from 0.
    place: usize,
    /// The step's control was looked for and is not there.
    missing: RwSignal<bool>,
) -> impl IntoView {
    let Screen { slices, guide, .. } = screen;
    let step = &lesson.steps[place];
    let (title, count) = (lessons::title(lesson), lesson.steps.len());
    let asks_to_look = step.condition == Condition::Seen;
    // The lesson speaks of its own prices and settings; others may come out otherwise.
    let otherwise = Memo::new(move |_| {
        slices.evaluation.with(|found| {
            let found = found.as_ref();
            found.is_some_and(|found| !step.claims.iter().all(|claim| claim.holds(found, None)))
        })
    });
    let said = move || match (otherwise.get(), guide.is_reached(), missing.get()) {
        (true, ..) => text::guide::came_out_otherwise(),
        (_, true, _) => text::guide::done(),
        (.., true) => text::guide::not_there_yet(),
        _ => "",
    };
    let go = move |step: usize| {
        guide.go_to(step);
        browser::focus_soon(TITLE_ID.to_owned());
    };
    let next = move |_| {
        guide.go_on();
        browser::focus_soon(TITLE_ID.to_owned());
    };
    let show = move |_| lead_to(screen, step.target, true, move |found| missing.set(!found));
    view! {
        <div class="guide__words">
            <div class="guide__head">
                <h2 id=TITLE_ID tabindex="-1">{lessons::step_title(lesson, place)}</h2>
                <p class="guide__where">
                    {text::guide::step_of_lesson(title, place + 1, count)}
                </p>
                <progress
                    class="guide__progress"
                    max=count
                    value=place
                    aria-label=text::guide::steps()
                ></progress>
            </div>
            <p class="guide__text">{lessons::step_text(lesson, place)}</p>
        </div>
        <div class="guide__answers">
            <GuessLine guide lesson place />
            <p class="guide__said" role="status">{said}</p>
        </div>
        <div class="guide__actions">
            <button
                type="button"
                class="button button--primary"
                disabled=move || !asks_to_look && !guide.is_reached()
                on:click=next
            >
                {match asks_to_look {
                    true => text::guide::i_have_looked(),
                    false => text::guide::next(),
                }}
            </button>
            <button type="button" class="button" on:click=show>
                {text::guide::show_me_where()}
            </button>
            <IconButton
                name=text::guide::back()
                drawing="M12 5 L7 10 L12 15"
                disabled=place == 0
                press=Callback::new(move |()| go(place.saturating_sub(1)))
            />
            <IconButton
                name=text::guide::skip()
                drawing="M8 5 L13 10 L8 15"
                press=Callback::new(move |()| go(place + 1))
            />
            <IconButton
                name=text::guide::leave()
                drawing="M5 5 L15 15 M15 5 L5 15"
                press=Callback::new(move |()| leave(guide))
            />
        </div>
    }
}

/// A button that is a drawing, with its name for whoever hears it or points at it.
#[component]
fn IconButton(
    name: &'static str,
    /// The path, in a square of 20.
    drawing: &'static str,
    #[prop(optional)] disabled: bool,
    press: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button button--icon"
            aria-label=name
            title=name
            disabled=disabled
            on:click=move |_| press.run(())
        >
            <svg viewBox="0 0 20 20" aria-hidden="true">
                <path d=drawing />
            </svg>
        </button>
    }
}

/// The lesson's end, and the way to the next.
#[component]
fn Finished(screen: Screen, lesson: &'static Lesson) -> impl IntoView {
    let guide = screen.guide;
    let next = LESSONS
        .iter()
        .skip_while(|each| *each != lesson)
        .nth(1)
        // A frame shows the lesson that it was made for.
        .filter(|_| guide.link.with_untracked(|link| !link.embedded));
    view! {
        <div class="guide__words">
            <div class="guide__head">
                <h2 id=TITLE_ID tabindex="-1">{text::guide::finished(lessons::title(lesson))}</h2>
            </div>
            <p class="guide__text">{lessons::promise(lesson)}</p>
        </div>
        <div class="guide__actions">
            {next
                .map(|next| {
                    view! {
                        <button
                            type="button"
                            class="button button--primary"
                            disabled=screen.slices.locked
                            on:click=move |_| {
                                guide.start(next);
                                browser::focus_soon(TITLE_ID.to_owned());
                            }
                        >
                            {text::guide::next_lesson(lessons::title(next))}
                        </button>
                    }
                })}
            <button type="button" class="button" on:click=move |_| leave(guide)>
                {text::guide::close()}
            </button>
        </div>
    }
}

/// The strip is about to go, and the focus with it.
fn leave(guide: Guide) {
    guide.leave();
    focus_button(Panel::Lessons);
}
