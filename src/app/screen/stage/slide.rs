//! Slide it: move the predicted line along the time axis and watch its error. A line that fits best
//! when it is moved a day back only repeats yesterday's price.

use super::state::StageState;
use crate::app::ui::number;
use crate::app::words::shift;
use crate::forecast::shift::{FARTHEST, Slide};
use crate::market::Interval;
use crate::text;
use leptos::prelude::*;

/// The drawing of the errors, in its own units: a bar per place.
const BAR_WIDTH: f64 = 20.0;
const BAR_GAP: f64 = 6.0;
const BARS_HEIGHT: f64 = 64.0;

/// The row under the test block: the slider, the error in each place, what that says.
#[component]
pub fn SlideIt(stage: StageState) -> impl IntoView {
    let (slices, shift) = (stage.screen.slices, stage.screen.guide.shift);
    let (slide, interval) = (stage.slide, stage.screen.slices.interval_of_rows);
    let shows = Memo::new(move |_| stage.shows_slider());
    let place = move || place_text(shift.get(), interval.get());
    let errors = move || {
        slide.with(|slide| {
            let shift = slide.as_ref()?.at(shift.get())?;
            Some(format!(
                "MAE {}, RMSE {}",
                number::price_error(shift.mae, slices.digits.get()),
                number::price_error(shift.rmse, slices.digits.get())
            ))
        })
    };
    let spoken = move || match errors() {
        Some(errors) => format!("{}: {errors}", place()),
        None => place(),
    };
    let farthest = move || {
        slide.with(|slide| {
            slide
                .as_ref()
                .and_then(|slide| slide.shifts.last())
                .map_or(FARTHEST as i32, |last| last.days)
        })
    };
    let sentence = move || {
        slide.with(|slide| {
            slide
                .as_ref()
                .map(|slide| shift::sentence(slide, interval.get()))
        })
    };
    view! {
        <Show when=move || shows.get()>
            <div
                class="slide"
                id="slide"
                role="group"
                aria-labelledby="slide-title"
                data-testid="slide"
            >
                <div class="slide__control">
                    <p class="slide__title" id="slide-title" tabindex="-1">
                        {text::results::slide_title()}
                    </p>
                    <label class="visually-hidden" for="slide-days">
                        {text::results::move_line()}
                    </label>
                    <p class="visually-hidden" id="slide-help">{text::results::slide_help()}</p>
                    <input
                        id="slide-days"
                        type="range"
                        step="1"
                        min=move || -farthest()
                        max=farthest
                        disabled=move || slide.with(Option::is_none)
                        prop:value=move || shift.get().to_string()
                        aria-describedby="slide-help"
                        aria-valuetext=spoken
                        on:input=move |event| {
                            if let Ok(days) = event_target_value(&event).parse() {
                                shift.set(days);
                            }
                        }
                    />
                    <p class="slide__now" data-testid="slide-now">
                        <strong>{place}</strong>
                        {move || errors().map(|errors| format!(": {errors}"))}
                    </p>
                </div>
                {move || slide.get().map(|slide| view! { <Bars slide shift /> })}
                <p class="slide__finding" data-testid="slide-finding">{sentence}</p>
            </div>
        </Show>
    }
}

/// The error in every place. Whoever cannot see it has the slider, which says the same.
#[component]
fn Bars(slide: Slide, shift: RwSignal<i32>) -> impl IntoView {
    let highest = slide
        .shifts
        .iter()
        .map(|shift| shift.mae)
        .fold(0.0, f64::max);
    let width = slide.shifts.len() as f64 * (BAR_WIDTH + BAR_GAP);
    let best = slide.best;
    let bars = slide
        .shifts
        .into_iter()
        .enumerate()
        .map(move |(index, place)| {
            let share = if highest > 0.0 {
                place.mae / highest
            } else {
                0.0
            };
            let height = (share * BARS_HEIGHT).max(1.0);
            view! {
                <rect
                    class="slide__bar"
                    class:slide__bar--now=move || shift.get() == place.days
                    class:slide__bar--best=place.days == best
                    x=index as f64 * (BAR_WIDTH + BAR_GAP)
                    y=BARS_HEIGHT - height
                    width=BAR_WIDTH
                    height=height
                    rx="2"
                />
            }
        });
    view! {
        <svg class="slide__bars" viewBox=format!("0 0 {width} {BARS_HEIGHT}") aria-hidden="true">
            {bars.collect_view()}
        </svg>
    }
}

/// "Where it stands", "2 trading days earlier".
fn place_text(shift: i32, interval: Interval) -> String {
    let count = shift.unsigned_abs() as usize;
    match (shift.signum(), interval) {
        (0, _) => text::results::where_it_stands().to_owned(),
        (-1, Interval::Daily) => text::results::days_earlier(count),
        (-1, Interval::Weekly) => text::results::weeks_earlier(count),
        (-1, Interval::Monthly) => text::results::months_earlier(count),
        (_, Interval::Daily) => text::results::days_later(count),
        (_, Interval::Weekly) => text::results::weeks_later(count),
        (_, Interval::Monthly) => text::results::months_later(count),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_said_in_rows_of_the_interval() {
        assert_eq!(place_text(0, Interval::Daily), "Where it stands");
        assert_eq!(place_text(-1, Interval::Daily), "1 trading day earlier");
        assert_eq!(place_text(3, Interval::Weekly), "3 weeks later");
    }
}
