//! What can be done with the chart in sight: which interval it shades, sliding its line, its table, its
//! image. Where the stage is narrow, the tools stand behind a button of their own.

use super::save::SaveMenu;
use super::state::StageState;
use crate::app::screen::place::View;
use crate::app::ui::about::{About, Opens};
use crate::app::words::intervals::name;
use crate::forecast::conformal::LEVELS;
use crate::forecast::evaluation::{IntervalChoice, IntervalMethod};
use crate::market::Interval;
use crate::text;
use leptos::prelude::*;

/// The id of the button that shows the chart's table.
pub const TABLE_BUTTON_ID: &str = "stage-table";

#[component]
pub fn Tools(stage: StageState) -> impl IntoView {
    let screen = stage.screen;
    let view = Memo::new(move |_| screen.view());
    let open = RwSignal::new(false);
    let has_band = move || {
        matches!(view.get(), View::Prediction | View::Test)
            || (view.get() == View::Tomorrow && !stage.shows_fan())
    };
    view! {
        <button
            type="button"
            class="button button--quiet stage__more"
            aria-expanded=move || open.get().to_string()
            aria-controls="stage-tools"
            aria-label=text::stage::tools()
            on:click=move |_| open.update(|open| *open = !*open)
        >
            <svg viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="3" cy="8" r="1.4" />
                <circle cx="8" cy="8" r="1.4" />
                <circle cx="13" cy="8" r="1.4" />
            </svg>
        </button>
        <div
            class="stage__tools"
            id="stage-tools"
            role="group"
            aria-label=text::stage::tools()
            data-open=move || open.get().to_string()
        >
            <Show when=has_band>
                <BandMenu stage />
            </Show>
            <Show when=move || view.get() == View::Tomorrow && stage.several_ahead.get()>
                <button
                    type="button"
                    class="button button--quiet"
                    aria-pressed=move || stage.all_ahead.get().to_string()
                    on:click=move |_| stage.all_ahead.update(|all| *all = !*all)
                >
                    {text::stage::whole_forecast()}
                </button>
            </Show>
            <Show when=move || view.get() == View::Test>
                <button
                    type="button"
                    class="button button--quiet stage__slide-it"
                    aria-expanded=move || stage.shows_slider().to_string()
                    aria-controls="slide"
                    disabled=move || stage.slide.with(Option::is_none)
                    on:click=move |_| stage.sliding.update(|sliding| *sliding = !*sliding)
                >
                    {text::stage::slide_it()}
                </button>
            </Show>
            <button
                type="button"
                class="button button--quiet"
                id=TABLE_BUTTON_ID
                aria-pressed=move || stage.table.get().to_string()
                title=text::charts::last_rows()
                on:click=move |_| stage.table.update(|table| *table = !*table)
            >
                {text::stage::table()}
            </button>
            <SaveMenu stage />
            <About opens=Opens::Below>
                <p>{move || explanation(stage, view.get())}</p>
            </About>
        </div>
    }
}

/// What the view shows, and what to look for.
fn explanation(stage: StageState, view: View) -> &'static str {
    match view {
        View::History => text::stage::what_history_is(),
        View::Split => text::stage::what_split_is(),
        View::Prediction => text::stage::what_prediction_is(),
        View::Test => text::stage::what_test_is(),
        View::Tomorrow if stage.shows_fan() => match stage.screen.slices.interval_of_rows.get() {
            Interval::Daily => text::results::day_bands(),
            Interval::Weekly => text::results::week_bands(),
            Interval::Monthly => text::results::month_bands(),
        },
        View::Tomorrow => text::stage::what_tomorrow_is(),
    }
}

/// Each method at each level.
fn choices() -> impl Iterator<Item = IntervalChoice> {
    let methods = IntervalMethod::ALL.into_iter();
    methods.flat_map(|method| LEVELS.map(|level| IntervalChoice { method, level }))
}

/// The interval that the charts shade.
#[component]
fn BandMenu(stage: StageState) -> impl IntoView {
    let interval = stage.screen.interval;
    let place = move || choices().position(|it| it == interval.get()).unwrap_or(0);
    let choose = move |event| {
        let chosen = event_target_value(&event).parse().ok();
        if let Some(choice) = chosen.and_then(|place| choices().nth(place)) {
            interval.set(choice);
        }
    };
    let options = choices().enumerate().map(|(number, choice)| {
        view! {
            <option value=number.to_string() selected=untrack(place) == number>
                {name(choice.method, choice.level)}
            </option>
        }
    });
    view! {
        <select
            class="select stage__band"
            id="stage-band"
            aria-label=text::stage::band()
            prop:value=move || place().to_string()
            on:change=choose
        >
            {options.collect_view()}
        </select>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_level_of_every_method_can_be_chosen_and_has_a_name_of_its_own() {
        let names: Vec<String> = choices().map(|it| name(it.method, it.level)).collect();
        assert_eq!(
            names,
            [
                "50 % interval, split",
                "80 % interval, split",
                "95 % interval, split",
                "50 % interval, adaptive",
                "80 % interval, adaptive",
                "95 % interval, adaptive",
                "50 % interval",
                "80 % interval",
                "95 % interval",
            ]
        );
        assert!(choices().any(|it| it == IntervalChoice::default()));
    }
}
