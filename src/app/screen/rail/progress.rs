//! How far a training is: the bar, the epoch, the time.

use crate::app::slices::Slices;
use crate::app::ui::number;
use crate::lab::run::{self, Phase};
use crate::text;
use leptos::prelude::*;

/// The full length of the bar: fine enough to move at every step.
const BAR_LENGTH: f64 = 1000.0;

/// What is done of the current or last training.
#[derive(Debug, Clone, Copy)]
pub struct Share {
    training: Memo<bool>,
    /// There is a training to speak of: one under way, or epochs of the last one. A network that was
    /// opened has neither.
    pub any: Memo<bool>,
    /// From 0 to 1.
    pub done: Memo<f64>,
    /// Epochs that it is to have.
    total: Memo<usize>,
}

impl Share {
    pub fn of(slices: Slices) -> Self {
        let epochs = slices.epochs;
        let training = Memo::new(move |_| slices.phase.get() == Phase::Training);
        let total = Memo::new(move |_| {
            slices.trained.with(|trained| {
                let trained = trained.as_ref();
                trained.map_or(0, |trained| trained.experiment.settings.epochs)
            })
        });
        let any = Memo::new(move |_| {
            (training.get() && slices.opened.with(Option::is_none))
                || epochs.with(|epochs| !epochs.is_empty())
        });
        let done = Memo::new(move |_| {
            if !any.get() {
                return 0.0;
            }
            let finished = epochs.with(|epochs| epochs.len()) as f64;
            let within = match (training.get(), slices.progress.get()) {
                (true, Some(progress)) => whole_epochs(&progress),
                // Early stopping ends before the last epoch; a finished run is a full bar all the same.
                (false, _) if slices.phase.get() == Phase::Done => return 1.0,
                _ => finished,
            };
            (within.max(finished) / total.get().max(1) as f64).min(1.0)
        });
        Self {
            training,
            any,
            done,
            total,
        }
    }
}

/// Epochs behind us, the running one in part.
fn whole_epochs(progress: &run::Progress) -> f64 {
    progress.epoch.saturating_sub(1) as f64 + progress.step as f64 / progress.steps.max(1) as f64
}

/// "Epoch 12 of 100 · 8 s left", under its bar.
#[component]
pub fn ProgressLine(
    /// The run, read.
    slices: Slices,
    share: Share,
) -> impl IntoView {
    let training = share.training;
    let epochs = slices.epochs;
    let epoch = move || {
        let finished = epochs.with(|epochs| epochs.len());
        let now = match (training.get(), slices.progress.get()) {
            (true, Some(progress)) => progress.epoch.max(finished),
            _ => finished,
        };
        text::training::epoch_of(now, share.total.get())
    };
    let has_validation = move || {
        slices.trained.with(|trained| {
            let trained = trained.as_ref();
            trained.is_some_and(|trained| !trained.dataset.split.validation.is_empty())
        })
    };
    let best_epoch = move || {
        let model = slices.model.get()?;
        (has_validation() && !training.get()).then(|| match model.best_epoch {
            0 => text::training::best_was_none().to_owned(),
            best => text::training::best_was(best),
        })
    };
    let time = move || match training.get() {
        true => {
            let left = slices.time_left_ms.get()?;
            Some(text::training::left(number::duration(left)))
        }
        false => {
            let model = slices.model.get()?;
            Some(text::training::took(number::duration(model.total_ms)))
        }
    };
    let line = move || {
        share.any.get().then(|| {
            let parts = [Some(epoch()), best_epoch(), time()];
            let parts: Vec<String> = parts.into_iter().flatten().collect();
            parts.join(" · ")
        })
    };
    view! { <Progress done=move || share.done.get() line /> }
}

/// A bar and a line under it. Both keep their places before anything is trained.
#[component]
pub fn Progress(
    /// From 0 to 1.
    done: impl Fn() -> f64 + Send + Sync + 'static,
    line: impl Fn() -> Option<String> + Send + Sync + 'static,
) -> impl IntoView {
    view! {
        <div class="train-bar__progress">
            <progress
                aria-label=text::training::progress()
                max=BAR_LENGTH
                prop:value=move || done() * BAR_LENGTH
            ></progress>
            <p class="train-bar__epoch">{line}</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_an_epoch_counts_as_half() {
        let at = |epoch, step| run::Progress {
            epoch,
            step,
            steps: 10,
            ms_per_step: 1.0,
        };
        assert!(whole_epochs(&at(1, 0)).abs() < 1e-12);
        assert!((whole_epochs(&at(3, 5)) - 2.5).abs() < 1e-12);
    }
}
