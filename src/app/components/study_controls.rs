//! What the studies' panels share: what they read, the button that starts and cancels, progress,
//! and a choice of whole numbers.

use super::setting::field_id;
use crate::app::browser;
use crate::app::refusals::Refusals;
use crate::app::slices::Slices;
use crate::app::ui::number;
use crate::app::words;
use crate::forecast::settings::Recipe;
use crate::lab::Intention;
use crate::lab::run::Phase;
use crate::study::{Progress, State, Studies, Study};
use crate::text::{self, said};
use leptos::prelude::*;
use std::sync::Arc;

/// The full length of the progress bar.
const BAR_LENGTH: f64 = 1000.0;

/// What the panels read. Copied freely.
#[derive(Debug, Clone, Copy)]
pub struct StudyContext {
    pub slices: Slices,
    pub studies: Memo<Arc<Studies>>,
    pub progress: Memo<Option<Progress>>,
    pub locked: Memo<bool>,
    pub refusals: Refusals,
    pub intend: Callback<Intention>,
}

/// Which of the studies a panel is about.
pub type Which = fn(&Studies) -> Option<&Study>;

impl StudyContext {
    /// The panel's `data-state`.
    pub fn state(self, which: Which) -> impl Fn() -> &'static str {
        move || {
            self.studies
                .with(|studies| which(studies).map_or("idle", |study| study.state.as_str()))
        }
    }

    /// What a study trains, as its button says it: the recipe and the prices.
    pub fn subject(self) -> (&'static str, String) {
        let recipe = match self.slices.settings.with(|settings| settings.recipe) {
            Recipe::Honest => text::network::honest(),
            Recipe::Notebook => text::network::notebook(),
        };
        let source = self.slices.prices.with(|prices| {
            let prices = prices.as_ref()?;
            Some(match &prices.truth {
                Some(truth) => said(&truth.kind),
                None => prices.series.info().symbol.clone(),
            })
        });
        (recipe, source.unwrap_or_else(|| "–".to_owned()))
    }

    /// Button, progress and what became of the study. `label` says what the button trains; `ready`: the
    /// study is possible.
    pub fn controls(
        self,
        which: Which,
        label: impl Fn() -> String + Send + 'static,
        ready: Memo<bool>,
        start: impl Fn() + Send + 'static,
    ) -> impl IntoView {
        let Self {
            slices,
            studies,
            progress,
            locked,
            refusals,
            intend,
        } = self;
        let running =
            Memo::new(move |_| studies.with(|it| which(it).is_some_and(Study::is_running)));
        let start_or_cancel = move |event: leptos::ev::MouseEvent| {
            // The second half of a double click would cancel what the first half started.
            if event.detail() > 1 {
                return;
            }
            if running.get_untracked() {
                return intend.run(Intention::CancelStudy);
            }
            let refused = refusals.with_untracked(|refusals| refusals.keys().next().copied());
            match refused {
                Some(key) => browser::focus(&field_id(key)),
                None => start(),
            }
        };
        let waiting = move || match slices.phase.get() {
            _ if running.get() => "",
            Phase::Empty => text::studies::load_prices_first(),
            Phase::Training => text::studies::training_is_running(),
            _ if slices.studying.get() => text::studies::other_study_is_running(),
            _ => "",
        };
        let said = move || {
            studies.with(|studies| {
                let study = which(studies)?;
                let what = match study.state {
                    State::Running => text::studies::running().to_owned(),
                    State::Done => text::studies::done(study.finished()),
                    State::Cancelled | State::Failed => words::study::ended_early(study)?,
                };
                Some(match &study.remark {
                    Some(remark) => format!("{what} {}.", said(remark)),
                    None => what,
                })
            })
        };
        // Of other settings than the form has now.
        let outdated = move || {
            let other = studies.with(|studies| {
                which(studies)
                    .filter(|study| !study.is_running())
                    .is_some_and(|study| {
                        slices
                            .settings
                            .with(|settings| *settings != study.experiment.settings)
                    })
            });
            other.then(text::studies::settings_have_changed)
        };
        view! {
            <div class="study__controls">
                // One element for both, so that the keyboard's focus stays on it.
                <button
                    type="button"
                    class="button button--large"
                    class:button--stop=running
                    disabled=move || !running.get() && (locked.get() || !ready.get())
                    on:click=start_or_cancel
                >
                    {move || match running.get() {
                        true => text::studies::cancel().to_owned(),
                        false => label(),
                    }}
                </button>
                <p class="hint" role="status">
                    {waiting} " " {said}
                </p>
            </div>
            <p class="hint hint--strong">{outdated}</p>
            {move || {
                running.get().then(|| view! { <ProgressBar progress /> })
            }}
        }
    }
}

#[component]
fn ProgressBar(progress: Memo<Option<Progress>>) -> impl IntoView {
    let text = move || progress.with(|it| it.as_ref().map(words::study::progress));
    let share = move || progress.with(|it| it.as_ref().map_or(0.0, |it| it.share)) * BAR_LENGTH;
    let left = move || {
        let left = progress.with(|it| it.as_ref()?.time_left_ms)?;
        Some(text::studies::time_left(number::duration(left)))
    };
    view! {
        <div class="progress" data-testid="study-progress">
            <p class="progress__line">
                <strong>{text}</strong>
                <span>{left}</span>
            </p>
            <progress aria-label=text::studies::progress() max=BAR_LENGTH prop:value=share></progress>
        </div>
    }
}

/// A choice of whole numbers.
pub fn count_choice(
    id: &'static str,
    label: &'static str,
    bounds: std::ops::RangeInclusive<usize>,
    chosen: RwSignal<usize>,
) -> impl IntoView {
    let options = bounds.map(|count| {
        view! {
            <option value=count selected=chosen.get_untracked() == count>
                {count}
            </option>
        }
    });
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select
                id=id
                class="select"
                on:change=move |event| {
                    if let Ok(count) = event_target_value(&event).parse() {
                        chosen.set(count);
                    }
                }
            >
                {options.collect_view()}
            </select>
        </div>
    }
}
