//! What a teacher needs to send a class a link: a lesson, and what it hides.

use crate::app::words::{address, lessons};
use crate::guide::{Control, GuideLink, LESSONS, Lesson, lesson};
use crate::lab::Intention;
use crate::text;
use leptos::prelude::*;

#[component]
pub fn ForTeachers(intend: Callback<Intention>) -> impl IntoView {
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
                                embedded: false,
                            }),
                        )
                }
            >
                {text::guide::copy_link()}
            </button>
        </details>
    }
}
