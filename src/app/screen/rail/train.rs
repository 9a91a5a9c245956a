//! Train, Stop, Resume; how far it is.

use super::details::DevicePlace;
use super::progress::Progress;
use super::small_buttons::SmallButtons;
use crate::app::deferred::Deferred;
use crate::app::screen::panels::{refused_setting, show_setting};
use crate::app::shell::Shell;
use crate::lab::{Intention, Phase};
use crate::text;
use leptos::prelude::*;

#[component]
pub fn TrainCard(shell: Shell) -> impl IntoView {
    let Shell { phase, intend, .. } = shell;
    let training = Memo::new(move |_| phase.get() == Phase::Training);
    let deferred = expect_context::<Deferred>();
    let pressed = RwSignal::new(false);
    // Whoever has runs in the list has found the button before.
    let invites = move || !pressed.get() && phase.get() == Phase::Ready && !shell.has_runs.get();
    let train_or_stop = move |event: leptos::ev::MouseEvent| {
        // The second half of a double click would stop what the first half started.
        if event.detail() > 1 {
            return;
        }
        pressed.set(true);
        if training.get_untracked() {
            return intend.run(Intention::Stop);
        }
        match refused_setting(shell) {
            Some(key) => show_setting(shell, key),
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
                            || shell.studying.get()
                    }
                    aria-disabled=move || shell.stopping.get().then_some("true")
                    on:click=train_or_stop
                >
                    {move || match training.get() {
                        true => text::training::stop(),
                        false => text::training::train(),
                    }}
                </button>
                <Show when=move || shell.can_resume.get()>
                    <button
                        type="button"
                        class="button button--large train-bar__resume"
                        on:click=move |_| intend.run(Intention::Resume)
                    >
                        {text::training::resume()}
                    </button>
                </Show>
                {deferred.show_or(
                    || view! { <Progress done=|| 0.0 line=|| None /> },
                    |part| (part.progress)(),
                )}
            </div>
            <div class="train-more">
                <Status phase />
                {deferred.show(|part| (part.offers)())}
                <DevicePlace>{deferred.show(|part| (part.device)())}</DevicePlace>
                <SmallButtons shell details />
                {deferred.show(move |part| (part.details)(details))}
            </div>
        </section>
    }
}

/// What the page is doing. A screen reader follows the element, so that it stays when the deferred part comes.
#[component]
fn Status(phase: Memo<Phase>) -> impl IntoView {
    let words = expect_context::<Deferred>().status();
    let shown = move || match words.get() {
        Some(words) => words.shown.get(),
        None => first_words(phase.get()),
    };
    let heard = move || words.get().and_then(|words| words.heard.get());
    view! {
        <p class="status" data-testid="status" data-state=move || phase.get().as_str() role="status">
            <span class="status__dot" aria-hidden="true"></span>
            <span>{shown}</span>
            " "
            <span class="visually-hidden">{heard}</span>
        </p>
    }
}

/// The status before there is more to say of it.
fn first_words(phase: Phase) -> String {
    let said = match phase {
        Phase::Training => text::training::starting(),
        Phase::Ready => text::training::ready(),
        Phase::Loading => text::training::loading(),
        _ => text::training::load_prices_first(),
    };
    said.to_owned()
}
