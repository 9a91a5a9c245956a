//! What the parts of the stage share.

use super::pace::paced;
use super::shown::Shown;
use crate::app::screen::place::View;
use crate::app::screen::state::Screen;
use crate::app::ui::chart::ChartHandle;
use crate::forecast::Dataset;
use crate::forecast::shift::Slide;
use crate::lab::Phase;
use crate::watch::so_far::SoFar;
use leptos::prelude::*;
use std::sync::Arc;

/// What a step of a lesson names that is about the slider.
const SLIDE_TARGET: &str = "slide-days";

/// Handles, copied freely.
#[derive(Debug, Clone, Copy)]
pub struct StageState {
    pub screen: Screen,
    /// The chart's last rows stand over it as a table.
    pub table: RwSignal<bool>,
    /// The slider stands under the test block, and a drag in it moves the line.
    pub sliding: RwSignal<bool>,
    /// Tomorrow shows all days ahead, where several are forecast.
    pub all_ahead: RwSignal<bool>,
    pub training: Memo<bool>,
    /// What the form would train on.
    pub dataset: Memo<Option<Arc<Dataset>>>,
    /// What the views of the network draw.
    pub shown: Memo<Option<Shown>>,
    /// The error of the line in each place; `None` where there is no line to slide.
    pub slide: Memo<Option<Slide>>,
    /// More than one day is forecast.
    pub several_ahead: Memo<bool>,
    charts: [ChartHandle; 5],
    /// Of the fan of several days.
    pub fan: ChartHandle,
}

impl StageState {
    pub fn new(screen: Screen) -> Self {
        let slices = screen.slices;
        let table = RwSignal::new(false);
        let sliding = RwSignal::new(false);
        let training = Memo::new(move |_| slices.phase.get() == Phase::Training);
        // Cut by the settings of the moment, so that the split follows the form.
        let dataset = Memo::new_with_compare(
            move |_| {
                let open = slices.trainable.get()?;
                let cut = slices
                    .settings
                    .with(|settings| Dataset::new(&open.series, settings));
                cut.ok().map(Arc::new)
            },
            |_, _| true,
        );
        let preview = paced(slices.preview);
        // Never compared: each is of another epoch.
        let so_far = Memo::new_with_compare(
            move |_| {
                let preview = preview.get()?;
                let prices = slices.open_prices.get()?;
                slices.trained.with(|trained| {
                    let dataset = &trained.as_ref()?.dataset;
                    SoFar::new(&prices.series, dataset, &preview).map(Arc::new)
                })
            },
            |_, _| true,
        );
        let shown =
            Memo::new_with_compare(move |_| Shown::of(slices, so_far, dataset), |_, _| true);
        let slide = Memo::new(move |_| slices.evaluation.get().and_then(|found| found.slide()));
        // Another network stands where it stands.
        Effect::new(move |_| {
            slide.get();
            screen.guide.shift.set(0);
        });
        // A lesson that is about the slider brings it.
        Effect::new(move |_| {
            let step = screen.guide.step();
            if step.is_some_and(|step| step.target == SLIDE_TARGET) {
                sliding.set(true);
                screen.place.update(|place| place.choose(View::Test));
            }
        });
        Self {
            screen,
            table,
            sliding,
            all_ahead: RwSignal::new(true),
            training,
            dataset,
            shown,
            slide,
            several_ahead: Memo::new(move |_| {
                slices.evaluation.with(|evaluation| {
                    let evaluation = evaluation.as_ref();
                    evaluation.is_some_and(|it| !it.horizons.is_empty())
                })
            }),
            charts: View::ALL.map(|view| ChartHandle::new(testid(view), table)),
            fan: ChartHandle::new("chart-fan", table),
        }
    }

    /// Whether this view is looked at.
    pub fn sees(self, view: View) -> Memo<bool> {
        Memo::new(move |_| self.screen.view() == view)
    }

    /// The slider stands under the test block. While a network trains, its place stays.
    pub fn shows_slider(self) -> bool {
        let in_sight = self.sliding.get() && self.screen.view() == View::Test;
        in_sight && (self.training.get() || self.slide.with(Option::is_some))
    }

    /// The chart of a view.
    pub fn chart(self, view: View) -> ChartHandle {
        let place = View::ALL.iter().position(|it| *it == view);
        self.charts[place.unwrap_or(0)]
    }

    /// Tomorrow's chart is the fan.
    pub fn shows_fan(self) -> bool {
        self.several_ahead.get() && self.all_ahead.get()
    }

    /// The chart that is looked at now.
    pub fn chart_in_sight(self) -> ChartHandle {
        let view = self.screen.place.with_untracked(|place| place.view);
        match view == View::Tomorrow && untrack(|| self.shows_fan()) {
            true => self.fan,
            false => self.chart(view),
        }
    }
}

/// The `data-testid` of a view's chart.
pub fn testid(view: View) -> &'static str {
    match view {
        View::History => "chart-history",
        View::Split => "chart-split",
        View::Prediction => "chart-prediction",
        View::Test => "chart-zoom",
        View::Tomorrow => "chart-next-day",
    }
}
