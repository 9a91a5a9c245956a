//! The list of lessons, in its panel.

use super::teachers::ForTeachers;
use crate::app::browser;
use crate::app::guide::kept_step;
use crate::app::screen::lessons::strip::TITLE_ID;
use crate::app::screen::state::Screen;
use crate::app::words::lessons;
use crate::guide::{LESSONS, Lesson};
use crate::text;
use leptos::prelude::*;

#[component]
pub fn Lessons(screen: Screen) -> impl IntoView {
    let guide = screen.guide;
    let entry = move |lesson: &'static Lesson| {
        let is_on = move || guide.lesson() == Some(lesson);
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
        let start = move |_| {
            screen.place.update(|place| place.panel = None);
            guide.start(lesson);
            browser::focus_when_there(TITLE_ID);
        };
        view! {
            <li class="lesson-card">
                <h3>{lessons::title(lesson)}</h3>
                <p>{lessons::promise(lesson)}</p>
                <button
                    type="button"
                    class="button"
                    aria-label=move || format!("{}: {}", lessons::title(lesson), label())
                    disabled=move || is_on() || screen.slices.locked.get()
                    on:click=start
                >
                    {label}
                </button>
            </li>
        }
    };
    view! {
        <div class="lessons" data-testid="lessons">
            <p class="hint">{text::guide::hint()}</p>
            <ol class="lesson-cards">{LESSONS.iter().map(entry).collect_view()}</ol>
            <ForTeachers intend=screen.intend />
        </div>
    }
}
