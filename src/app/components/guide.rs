//! The lessons on the page: the list of them, the panel that leads through one, and what a teacher
//! needs to send a class a link.

use crate::app::browser;
use crate::app::guide::{Guide, kept_step, point_at};
use crate::app::slices::Slices;
use crate::app::words::{address, lessons};
use crate::guide::{Condition, Control, GuideLink, LESSONS, Lesson, lesson};
use crate::lab::Intention;
use crate::text;
use leptos::prelude::*;

const PANEL_TITLE: &str = "guide-title";

/// Leads through the lesson, step by step.
#[component]
pub fn GuidePanel(
    guide: Guide,
    /// The run, which tells what the learner has done.
    slices: Slices,
) -> impl IntoView {
    let holds = Memo::new(move |_| {
        guide.step().is_some_and(|step| {
            let shift = guide.shift.get();
            slices
                .lab
                .with(|lab| lab.run.fulfils(step.condition, shift))
        })
    });
    // A step stays complete when the learner goes on playing.
    Effect::new(move |_| {
        // The next step may hold as the last one did, which changes nothing in `holds`.
        guide.place();
        if holds.get() {
            guide.reach();
        }
    });
    let missing = RwSignal::new(false);
    Effect::new(move |_| {
        missing.set(false);
        point_at(guide.step().map(|step| step.target));
    });
    // Whoever starts a lesson is taken to it; on opening a link, the page comes first.
    Effect::new(move |before: Option<Option<&'static str>>| {
        let now = guide.lesson().map(|lesson| lesson.slug);
        if before.is_some_and(|before| before != now) && now.is_some() {
            browser::focus(PANEL_TITLE);
        }
        now
    });
    let go = move |step: usize| {
        guide.go_to(step);
        browser::focus(PANEL_TITLE);
    };
    let panel = move |lesson: &'static Lesson| {
        let place = guide.place();
        let count = lesson.steps.len();
        let Some(step) = lesson.steps.get(place) else {
            return finished(guide, lesson).into_any();
        };
        let asks_to_look = step.condition == Condition::Seen;
        view! {
            <p class="guide__where">
                {text::guide::step_of_lesson(lessons::title(lesson), place + 1, count)}
            </p>
            <progress
                class="guide__progress"
                max=count
                value=place
                aria-label=text::guide::steps()
            ></progress>
            <h2 id=PANEL_TITLE tabindex="-1">{lessons::step_title(lesson, place)}</h2>
            <p class="guide__text">{lessons::step_text(lesson, place)}</p>
            <p class="guide__said" role="status">
                {move || match (guide.is_reached(), missing.get()) {
                    (true, _) => text::guide::done(),
                    (false, true) => text::guide::not_there_yet(),
                    (false, false) => "",
                }}
            </p>
            <div class="guide__actions">
                <button
                    type="button"
                    class="button button--primary"
                    disabled=move || !asks_to_look && !guide.is_reached()
                    on:click=move |_| go(place + 1)
                >
                    {match asks_to_look {
                        true => text::guide::i_have_looked(),
                        false => text::guide::next(),
                    }}
                </button>
                <button
                    type="button"
                    class="button"
                    on:click=move |_| {
                        missing.set(!point_at(Some(step.target)));
                        browser::scroll_to(step.target);
                    }
                >
                    {text::guide::show_me_where()}
                </button>
                <button
                    type="button"
                    class="button button--link"
                    disabled=place == 0
                    on:click=move |_| go(place.saturating_sub(1))
                >
                    {text::guide::back()}
                </button>
                <button
                    type="button"
                    class="button button--link"
                    on:click=move |_| go(place + 1)
                >
                    {text::guide::skip()}
                </button>
                <button
                    type="button"
                    class="button button--link"
                    on:click=move |_| leave(guide)
                >
                    {text::guide::leave()}
                </button>
            </div>
        }
        .into_any()
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
                    aria-labelledby=PANEL_TITLE
                >
                    {move || panel(lesson)}
                </aside>
            }
        })
    }
}

/// The lesson's end, and the way to the next.
fn finished(guide: Guide, lesson: &'static Lesson) -> impl IntoView {
    let next = LESSONS
        .iter()
        .skip_while(|each| each.slug != lesson.slug)
        .nth(1);
    view! {
        <h2 id=PANEL_TITLE tabindex="-1">{text::guide::finished(lessons::title(lesson))}</h2>
        <p class="guide__text">{lessons::promise(lesson)}</p>
        <div class="guide__actions">
            {next
                .map(|next| {
                    view! {
                        <button
                            type="button"
                            class="button button--primary"
                            on:click=move |_| {
                                guide.start(next);
                                browser::focus(PANEL_TITLE);
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

fn leave(guide: Guide) {
    guide.end();
    browser::focus("lessons-title");
}

/// The list of lessons, and the teacher's link.
#[component]
pub fn Lessons(guide: Guide, intend: Callback<Intention>) -> impl IntoView {
    let entry = move |lesson: &'static Lesson| {
        let is_on = move || guide.lesson().is_some_and(|on| on.slug == lesson.slug);
        let label = move || {
            // Read again whenever a lesson starts, moves on or ends.
            let running = is_on();
            guide.place();
            match (running, kept_step(lesson)) {
                (true, _) => text::guide::running().to_owned(),
                (false, 0) => text::guide::start().to_owned(),
                (false, step) => text::guide::go_on(step + 1),
            }
        };
        view! {
            <li class="lesson-card">
                <h4>{lessons::title(lesson)}</h4>
                <p>{lessons::promise(lesson)}</p>
                <button
                    type="button"
                    class="button"
                    aria-label=move || format!("{}: {}", lessons::title(lesson), label())
                    disabled=is_on
                    on:click=move |_| guide.start(lesson)
                >
                    {label}
                </button>
            </li>
        }
    };
    view! {
        <div class="card lessons" data-testid="lessons">
            <h3 id="lessons-title" tabindex="-1">{text::guide::title()}</h3>
            <p class="hint">{text::guide::hint()}</p>
            <ol class="lesson-cards">{LESSONS.iter().map(entry).collect_view()}</ol>
            <ForTeachers intend=intend />
        </div>
    }
}

#[component]
fn ForTeachers(intend: Callback<Intention>) -> impl IntoView {
    let chosen = RwSignal::new(None::<&'static Lesson>);
    let hidden = RwSignal::new(Vec::<Control>::new());
    let tick = move |control: Control| {
        let id = format!("hide-{}", control.slug());
        view! {
            <label class="check" for=id.clone()>
                <input
                    id=id.clone()
                    type="checkbox"
                    on:change=move |event| {
                        let on = event_target_checked(&event);
                        hidden.update(|hidden| {
                            hidden.retain(|other| *other != control);
                            if on {
                                hidden.push(control);
                                hidden.sort();
                            }
                        });
                    }
                />
                <span>{address::title(control)}</span>
            </label>
        }
    };
    view! {
        <details class="teachers">
            <summary>{text::guide::for_teachers()}</summary>
            <p class="hint">{text::guide::link_hint()}</p>
            <div class="field">
                <label for="link-lesson">{text::guide::lesson()}</label>
                <select
                    id="link-lesson"
                    class="select"
                    on:change=move |event| chosen.set(lesson(&event_target_value(&event)))
                >
                    <option value="">{text::guide::none()}</option>
                    {LESSONS
                        .iter()
                        .map(|lesson| view! { <option value=lesson.slug>{lessons::title(lesson)}</option> })
                        .collect_view()}
                </select>
            </div>
            <fieldset class="teachers__parts">
                <legend>{text::guide::hide()}</legend>
                {Control::ALL.map(tick).into_iter().collect_view()}
            </fieldset>
            <button
                type="button"
                class="button"
                on:click=move |_| {
                    intend
                        .run(
                            Intention::CopyLessonLink(GuideLink {
                                lesson: chosen.get_untracked(),
                                hidden: hidden.get_untracked(),
                            }),
                        )
                }
            >
                {text::guide::copy_link()}
            </button>
        </details>
    }
}

/// Says that parts are hidden, and brings them back.
#[component]
pub fn HiddenNote(guide: Guide) -> impl IntoView {
    view! {
        <Show when=move || guide.link.with(|link| !link.hidden.is_empty())>
            <p class="hidden-note" data-testid="hidden-note">
                {text::guide::link_hides()}
                <button
                    type="button"
                    class="button button--link"
                    on:click=move |_| {
                        guide.show_everything();
                        browser::focus("content");
                    }
                >
                    {text::guide::show_everything()}
                </button>
            </p>
        </Show>
    }
}
