//! Train, Stop, Resume; how far it is.

use super::details::{DeviceLine, TrainingDetails};
use super::progress::{ProgressLine, Share};
use super::small_buttons::SmallButtons;
use super::status::StatusLine;
use crate::app::deferred::Deferred;
use crate::app::screen::panels::{refused_setting, show_setting};
use crate::app::screen::state::Screen;
use crate::lab::{Intention, Phase};
use crate::text;
use leptos::prelude::*;

#[component]
pub fn TrainCard(screen: Screen) -> impl IntoView {
    let Screen { slices, intend, .. } = screen;
    let phase = slices.phase;
    let training = Memo::new(move |_| phase.get() == Phase::Training);
    let share = Share::of(slices, training);
    let deferred = expect_context::<Deferred>();
    let pressed = RwSignal::new(false);
    // Whoever has runs in the list has found the button before.
    let invites = move || {
        !pressed.get()
            && phase.get() == Phase::Ready
            && slices.session.with(|session| session.runs().is_empty())
    };
    let train_or_stop = move |event: leptos::ev::MouseEvent| {
        // The second half of a double click would stop what the first half started.
        if event.detail() > 1 {
            return;
        }
        pressed.set(true);
        if training.get_untracked() {
            return intend.run(Intention::Stop);
        }
        match refused_setting(screen) {
            Some(key) => show_setting(screen, key),
            None => intend.run(Intention::Train),
        }
    };
    let details = RwSignal::new(false);
    view! {
        <section class="train-card card" id="training" aria-labelledby="training-heading">
            <h2 class="visually-hidden" id="training-heading">
                {text::training::title()}
            </h2>
            <div class="train-bar">
                // One element for both, so that the keyboard's focus stays on it.
                <button
                    type="button"
                    id="training-title"
                    class="button button--large"
                    class:button--primary=move || !training.get()
                    class:button--stop=training
                    class:invites=invites
                    disabled=move || {
                        matches!(phase.get(), Phase::Empty | Phase::Loading)
                            || slices.studying.get()
                    }
                    aria-disabled=move || slices.stopping.get().then_some("true")
                    on:click=train_or_stop
                >
                    {move || match training.get() {
                        true => text::training::stop(),
                        false => text::training::train(),
                    }}
                </button>
                <Show when=move || slices.can_resume.get()>
                    <button
                        type="button"
                        class="button button--large train-bar__resume"
                        on:click=move |_| intend.run(Intention::Resume)
                    >
                        {text::training::resume()}
                    </button>
                </Show>
                <ProgressLine slices training share />
            </div>
            <div class="train-more">
                <StatusLine slices share />
                {deferred.offers(slices, intend)}
                <DeviceLine slices />
                <SmallButtons screen details />
                <TrainingDetails slices open=details intend />
            </div>
        </section>
    }
}
