//! What the page is doing, in words; and what a screen reader hears of a training: its start, each tenth of
//! the way, and the verdict.

use super::progress::Share;
use crate::app::deferred::StatusWords;
use crate::app::slices::Slices;
use crate::app::words::{recipes, verdict};
use crate::lab::run::{Phase, Progress};
use crate::text;
use leptos::prelude::*;

/// Parts of a training that are told of.
const TENTHS: f64 = 10.0;

/// Of the run, read.
pub fn status_words(slices: Slices, share: Share) -> StatusWords {
    let phase = slices.phase;
    let opened = move || slices.opened.with(Option::is_some);
    let stopped = move || {
        let done = slices.epochs_done.get();
        slices
            .paused_at
            .with(|paused_at| stopped_text(paused_at.as_ref(), done))
    };
    let running = move || match slices.recipes.get() {
        Some(pair) => text::runs::place_of_both(recipes::place(pair)),
        None => text::training::running().to_owned(),
    };
    let shown = move || {
        let said = match phase.get() {
            Phase::Empty => text::training::load_prices_first(),
            Phase::Loading => text::training::loading(),
            _ if slices.studying.get() => text::training::studying(),
            Phase::Ready => text::training::ready(),
            Phase::Training if slices.stopping.get() => text::training::stopping(),
            Phase::Training if opened() => text::training::judging_opened(),
            Phase::Training if slices.device.with(Option::is_none) => text::training::starting(),
            Phase::Training => return running(),
            Phase::Done if opened() => text::training::opened_is_judged(),
            Phase::Done => text::training::done(),
            Phase::Stopped => return stopped(),
            Phase::Failed => text::training::failed(),
        };
        said.to_owned()
    };
    let tenths = Memo::new(move |_| (share.done.get() * TENTHS).floor() as u32);
    let kind = Memo::new(move |_| {
        slices.evaluation.with(|evaluation| {
            let evaluation = evaluation.as_ref();
            evaluation.map(|evaluation| evaluation.verdict.kind)
        })
    });
    // Unseen: the bar and the card say it to whoever looks.
    let heard = move || match phase.get() {
        Phase::Training => {
            let tenths = Some(tenths.get()).filter(|tenths| *tenths > 0);
            tenths.map(|tenths| text::training::percent_done(tenths * 10))
        }
        Phase::Done | Phase::Stopped => kind.get().map(|kind| verdict::sentence(kind).to_owned()),
        _ => None,
    };
    StatusWords {
        shown: Signal::derive(shown),
        heard: Signal::derive(heard),
    }
}

/// Where a stopped training stands.
fn stopped_text(paused_at: Option<&Progress>, epochs_done: usize) -> String {
    match (paused_at, epochs_done) {
        (Some(at), _) => text::training::stopped_at_step(at.step, at.steps, at.epoch),
        (None, 0) => text::training::stopped().to_owned(),
        (None, done) => text::training::stopped_after_epoch(done),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn a_pause_says_where_it_is() {
        let at = Progress {
            epoch: 2,
            step: 3,
            steps: 68,
            ms_per_step: 1.0,
        };
        assert_eq!(
            stopped_text(Some(&at), 1),
            "Stopped at step 3 of 68 in epoch 2."
        );
        assert_eq!(stopped_text(None, 4), "Stopped after epoch 4.");
        assert_eq!(stopped_text(None, 0), "Stopped.");
        text::in_language(Language::German, || {
            assert_eq!(
                stopped_text(Some(&at), 1),
                "Bei Schritt 3 von 68 in Epoche 2 angehalten."
            );
            assert_eq!(stopped_text(None, 4), "Nach Epoche 4 angehalten.");
            assert_eq!(stopped_text(None, 0), "Angehalten.");
        });
    }
}
