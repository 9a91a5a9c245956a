//! Two views of what the network predicts beside what happened: all rows, and the test block. While it
//! trains, the same charts show the line of the network so far.

use super::pace::while_seen;
use super::shown::Shown;
use super::state::{StageState, testid};
use crate::app::charts::{self, Beside, Shift};
use crate::app::screen::place::View;
use crate::app::ui::chart::ChartView;
use crate::text;
use leptos::prelude::*;

#[component]
pub fn PredictedView(
    stage: StageState,
    /// The prediction or the test.
    view: View,
) -> impl IntoView {
    let screen = stage.screen;
    let (slices, shift) = (screen.slices, screen.guide.shift);
    let seen = stage.sees(view);
    let is_test = view == View::Test;
    let can_slide =
        Memo::new(move |_| is_test && stage.sliding.get() && stage.slide.with(Option::is_some));
    let chart = while_seen(seen, move || {
        stage.shown.with(|shown| {
            let shown = shown.as_ref()?;
            let scheme = screen.scheme.get();
            let beside = beside(stage, shown);
            let predicted = shown.predicted();
            Some(match view {
                View::Test => {
                    let shift = Shift {
                        rows: shift.get(),
                        by_hand: can_slide.get(),
                    };
                    charts::zoom(&predicted, shift, beside, scheme)
                }
                _ => charts::prediction(&predicted, beside, scheme),
            })
        })
    });
    let note = Memo::new(move |_| {
        stage.shown.with(|shown| {
            let shown = shown.as_ref()?;
            let has_line = shown.evaluation().is_some() || shown.line_so_far().is_some();
            (!has_line).then(|| match stage.training.get() {
                true => text::stage::line_comes(),
                false => text::stage::line_waits(),
            })
        })
    });
    let summary = while_seen(seen, move || {
        stage.shown.with(|shown| match shown {
            Some(shown) => words(stage, shown, view),
            None => String::new(),
        })
    });
    // A day that is clicked is looked into.
    let on_row = Callback::new(move |row| {
        if slices.evaluation.with_untracked(Option::is_some) {
            screen.inspector.choose(Some(row));
        }
    });
    // Where the line stood when the drag began.
    let from = StoredValue::new(0);
    let on_drag = Callback::new(move |(rows, begins): (i32, bool)| {
        if begins {
            from.set_value(shift.get_untracked());
        }
        let farthest = stage.slide.with_untracked(|slide| {
            let last = slide.as_ref()?.shifts.last()?;
            Some(last.days)
        });
        if let Some(farthest) = farthest.filter(|_| can_slide.get_untracked()) {
            let moved = (from.get_value() + rows).clamp(-farthest, farthest);
            if moved != shift.get_untracked() {
                shift.set(moved);
            }
        }
    });
    let title = match is_test {
        true => text::verdict::close_up(),
        false => text::verdict::predicted_and_actual(),
    };
    view! {
        <ChartView
            testid=testid(view)
            title
            chart
            summary
            on_row
            on_drag
            framed=stage.chart(view)
            {..}
            data-live=move || stage.training.get().to_string()
            class:chart--slides=move || can_slide.get()
        />
        <p class="stage__note">{move || note.get()}</p>
    }
}

fn beside(stage: StageState, shown: &Shown) -> Beside<'_> {
    let screen = stage.screen;
    Beside {
        interval: shown.interval(screen.interval.get()),
        sealed: shown.sealed_rows(),
        digits: screen.slices.digits.get(),
    }
}

/// What the chart shows, in words.
fn words(stage: StageState, shown: &Shown, view: View) -> String {
    let digits = stage.screen.slices.digits.get();
    if let Some(evaluation) = shown.evaluation() {
        let beside = beside(stage, shown);
        return match view {
            View::Test => charts::summary_zoom(evaluation, beside),
            _ => charts::summary_prediction(evaluation, beside),
        };
    }
    match shown.line_so_far() {
        Some(line) => {
            let said = charts::summary_so_far(line, digits);
            format!("{said} {}", text::training::what_so_far_is())
        }
        None => text::stage::line_waits().to_owned(),
    }
}
