//! What every region of the screen is handed: the lab's views, where the visitor looks, and whom to
//! tell.

use super::place::{Panel, Place, Tab, View};
use crate::app::charts::ColorScheme;
use crate::app::guide::Guide;
use crate::app::inspector::Inspector;
use crate::app::refusals::Refusals;
use crate::app::shell::Shell;
use crate::app::slices::Slices;
use crate::forecast::evaluation::IntervalChoice;
use crate::lab::{Intention, Phase};
use leptos::prelude::*;
use std::sync::Arc;

/// Handles, copied freely.
#[derive(Debug, Clone, Copy)]
pub struct Screen {
    /// The first screen, which this one goes on from.
    pub shell: Shell,
    /// The lab, read.
    pub slices: Slices,
    /// Light or dark, for the charts.
    pub scheme: Signal<ColorScheme>,
    /// Settings that were refused: nothing trains while one stands.
    pub refusals: Refusals,
    pub guide: Guide,
    /// The day that is looked into.
    pub inspector: Inspector,
    /// The interval that charts and cards show.
    pub interval: RwSignal<IntervalChoice>,
    pub place: RwSignal<Place>,
    pub intend: Callback<Intention>,
}

impl Screen {
    pub fn of(shell: Shell) -> Self {
        Self {
            shell,
            slices: Slices::of(shell),
            scheme: shell.scheme,
            refusals: shell.refusals,
            guide: shell.guide,
            inspector: Inspector::default(),
            // What is looked at, not part of the run.
            interval: RwSignal::new(IntervalChoice::default()),
            place: shell.place,
            intend: shell.intend,
        }
    }

    pub fn view(self) -> View {
        self.place.with(|place| place.view)
    }

    pub fn is_tab(self, tab: Tab) -> bool {
        self.place.with(|place| place.tab == Some(tab))
    }

    pub fn toggle_panel(self, panel: Panel) {
        self.place.update(|place| place.toggle_panel(panel));
    }

    pub fn toggle_tab(self, tab: Tab) {
        self.place.update(|place| place.toggle_tab(tab));
    }

    /// Turns the stage as the run goes on.
    pub fn follow(self) {
        let Self { slices, place, .. } = self;
        let training = Memo::new(move |_| slices.phase.get() == Phase::Training);
        Effect::new(move |before: Option<Option<usize>>| {
            let prices = slices
                .prices
                .with(|prices| prices.as_ref().map(Arc::as_ptr));
            let now = prices.map(|prices| prices as usize);
            if before.is_some_and(|before| before != now) {
                place.update(|place| {
                    place.prices_changed();
                    // Pressed before this part was there: the prices were made anew for it.
                    if training.get_untracked() {
                        place.training_began();
                    }
                });
            }
            now
        });
        Effect::new(move |before: Option<Option<usize>>| {
            let results = slices
                .evaluation
                .with(|found| found.as_ref().map(Arc::as_ptr));
            let now = results.map(|results| results as usize);
            if now.is_some() && before.is_some_and(|before| before != now) {
                place.update(Place::results_came);
            }
            now
        });
        // A file that leaves a question: its preview stands in the panel of prices.
        let asks = Memo::new(move |_| {
            slices.import.with(Option::is_some) || slices.archive.with(Option::is_some)
        });
        Effect::new(move |_| {
            if asks.get() {
                place.update(|place| place.panel = Some(Panel::Prices));
            }
        });
        Effect::new(move |before: Option<bool>| {
            let now = training.get();
            // One that is under way when this part comes began with it.
            if now && before != Some(true) {
                place.update(Place::training_began);
            }
            now
        });
    }
}
