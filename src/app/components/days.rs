//! Which days mattered: how far the forecast of a chosen day would move with each day of its window.

use crate::app::charts::table::Table as Texts;
use crate::app::charts::{DaysScale, bars_svg, days_bars, summary_days};
use crate::app::inspector::{Inspector, Seen};
use crate::app::ui::number;
use crate::app::ui::table::FoldedTable;
use crate::app::words::settings::number_word;
use crate::forecast::settings::{InputNumber, Target};
use crate::inspect::{Days, Measure, Subject};
use crate::market::{Digits, Interval};
use crate::text::{self, written_date};
use leptos::prelude::*;

/// Where the labels of zero and of an end would run into each other, in percent of the height.
const CROWDED: f64 = 14.0;

#[component]
pub fn DaysMattered(
    /// The day that is looked into.
    inspector: Inspector,
) -> impl IntoView {
    let seen = inspector.seen;
    let measure = RwSignal::new(Measure::Price);
    let of_returns = Memo::new(move |_| {
        seen.with(|seen| {
            let seen = seen.as_ref();
            seen.is_some_and(|seen| seen.subject.target() == Target::Return)
        })
    });
    let days = Memo::new_with_compare(
        move |_| {
            let seen = seen.get()?;
            let measure = match (measure.get(), of_returns.get()) {
                (Measure::Return, false) => Measure::Price,
                (Measure::Further(number), _) if !reads(&seen.subject, number) => Measure::Price,
                (measure, _) => measure,
            };
            Days::new(&seen.subject, seen.row, &seen.trace, measure)
        },
        |_, _| true,
    );
    let further = Memo::new(move |_| {
        seen.with(|seen| {
            let subject = &seen.as_ref()?.subject;
            let further = subject.dataset().further.iter();
            Some(further.map(|input| input.number).collect::<Vec<_>>())
        })
        .unwrap_or_default()
    });
    let hint = move || {
        days.with(|days| match days.as_ref().map(|days| days.measure) {
            Some(Measure::Further(number)) => text::days::hint_further(number_word(number)),
            _ => text::days::hint().to_owned(),
        })
    };
    let reads_more = move || further.with(|further| !further.is_empty());
    let summary = move || {
        let Some(seen) = seen.get() else {
            return String::new();
        };
        days.with(|days| match days {
            Some(days) => summary_days(days, &day_text(&seen.subject, seen.row)),
            None => text::days::no_percent().to_owned(),
        })
    };
    view! {
        <Show
            when=move || seen.with(Option::is_some)
            fallback=|| view! { <p class="empty">{text::drawer::which_days_come()}</p> }
        >
            <div class="card days">
                <h3 id="days-title" class="visually-hidden">{text::days::title()}</h3>
                <p class="hint">{hint}</p>
                <DayChooser inspector />
                <Show when=move || of_returns.get() || reads_more()>
                    <div class="field days__measure">
                        <label for="days-measure">
                            {move || match reads_more() {
                                true => text::days::more_in(),
                                false => text::days::one_percent_more_in(),
                            }}
                        </label>
                        <select
                            id="days-measure"
                            class="select"
                            on:change=move |event| {
                                measure
                                    .set(
                                        match event_target_value(&event).as_str() {
                                            "return" => Measure::Return,
                                            other => {
                                                InputNumber::of_name(other)
                                                    .map_or(Measure::Price, Measure::Further)
                                            }
                                        },
                                    );
                            }
                        >
                            <option value="price" selected=move || measure.get() == Measure::Price>
                                {text::days::price()}
                            </option>
                            <Show when=move || of_returns.get()>
                                <option
                                    value="return"
                                    selected=move || measure.get() == Measure::Return
                                >
                                    {text::days::daily_return()}
                                </option>
                            </Show>
                            {move || {
                                further
                                    .get()
                                    .into_iter()
                                    .map(|number| {
                                        let further = Measure::Further(number);
                                        view! {
                                            <option
                                                value=number.name()
                                                selected=move || measure.get() == further
                                            >
                                                {text::days::further(number_word(number))}
                                            </option>
                                        }
                                    })
                                    .collect_view()
                            }}
                        </select>
                    </div>
                </Show>
                <figure
                    class="chart days__chart"
                    data-testid="chart-days"
                    role="group"
                    aria-labelledby="days-title"
                >
                    {move || days.with(|days| days.as_ref().map(plot))}
                    <p class="chart-summary" data-testid="days-summary">{summary}</p>
                    <Show when=move || days.with(Option::is_some)>
                        <FoldedTable
                            summary=text::days::as_a_table()
                            name=text::days::table()
                            texts=move || days.with(|days| days.as_ref().map(texts))
                        />
                    </Show>
                </figure>
            </div>
        </Show>
    }
}

fn reads(subject: &Subject, number: InputNumber) -> bool {
    let mut further = subject.dataset().further.iter();
    further.any(|input| input.number == number)
}

/// The day whose forecast is looked into. Arrow keys move it by a day.
#[component]
pub fn DayChooser(
    /// The day that is looked into.
    inspector: Inspector,
    /// What the field's id begins with, where there is more than one on the page.
    #[prop(default = "days")]
    id: &'static str,
) -> impl IntoView {
    let subject = inspector.subject;
    let last = move || subject.with(|subject| subject.as_ref().map_or(0, |it| it.days() - 1));
    let row = move || {
        subject.with(|subject| subject.as_ref().map_or(0, |subject| inspector.row(subject)))
    };
    let day = move || {
        subject.with(|subject| {
            let subject = subject.as_ref();
            subject.map_or_else(String::new, |it| day_text(it, inspector.row(it)))
        })
    };
    let forecast = move || {
        inspector
            .seen
            .with(|seen| seen.as_ref().map(|seen| forecast_text(seen)))
    };
    let field = format!("{id}-day");
    view! {
        <div class="days__choose">
            <div class="slide__control">
                <label for=field.clone()>{text::days::forecast_for()}</label>
                <input
                    id=field
                    type="range"
                    min="0"
                    max=move || last().to_string()
                    step="1"
                    prop:value=move || row().to_string()
                    aria-valuetext=day
                    on:input=move |event| {
                        if let Ok(row) = event_target_value(&event).parse() {
                            inspector.choose(Some(row));
                        }
                    }
                />
                <p class="slide__now" data-testid=format!("{id}-now")>
                    <strong>{day}</strong>
                    {move || forecast().map(|forecast| format!(": {forecast}"))}
                </p>
            </div>
            <button
                type="button"
                class="button button--quiet"
                disabled=move || row() == last()
                on:click=move |_| inspector.choose(None)
            >
                {text::days::to_the_next_day()}
            </button>
        </div>
    }
}

/// "4 Dec 2020", or "the next trading day": a day after “for”.
pub fn day_text(subject: &Subject, row: usize) -> String {
    match (subject.date(row), subject.interval()) {
        (Some(date), _) => text::days::on_date(written_date(date)),
        (None, Interval::Daily) => text::days::next_trading_day().to_owned(),
        (None, Interval::Weekly) => text::days::next_week().to_owned(),
        (None, Interval::Monthly) => text::days::next_month().to_owned(),
    }
}

fn forecast_text(seen: &Seen) -> String {
    let series = seen.subject.series();
    let digits = Digits::of(series);
    let price = number::price(seen.subject.price(seen.row, &seen.trace), digits);
    let target = seen.subject.dataset().target_index(seen.row);
    match series.rows().get(target) {
        Some(row) => text::days::was_forecast(price, number::price(row.price, digits)),
        None => text::days::is_forecast(price),
    }
}

fn plot(days: &Days) -> impl IntoView + use<> {
    let middle = &days.days[days.days.len() / 2];
    bars_plot(&Bars {
        scale: DaysScale::of(days),
        values: days_bars(days),
        dates: [days.days[0].date, middle.date, days.newest().date].map(written_date),
        label: number::percent_change,
    })
}

/// A bar for each day of a window.
pub struct Bars {
    pub scale: DaysScale,
    /// With the words of each.
    pub values: Vec<(String, f64)>,
    /// Of the first, a middle and the last day.
    pub dates: [String; 3],
    /// How the ends of the scale are written.
    pub label: fn(f64) -> String,
}

/// The bars with their scale and dates.
pub fn bars_plot(bars: &Bars) -> impl IntoView + use<> {
    let scale = bars.scale;
    let zero = scale.depth(0.0);
    let label = |value: f64| view! { <span>{(bars.label)(value)}</span> };
    let is_flat = bars.values.iter().all(|(_, value)| *value == 0.0);
    // The ends say how far the bars go; zero stands between them where there is room.
    let high = (scale.high > 0.0 && !is_flat).then(|| label(scale.high));
    let low = (scale.low < 0.0).then(|| label(scale.low));
    let zero_fits = (high.is_none() || zero > CROWDED) && (low.is_none() || zero < 100.0 - CROWDED);
    let dates = bars
        .dates
        .iter()
        .map(|date| view! { <span>{date.clone()}</span> });
    view! {
        <div class="days__plot">
            <div class="days__scale" aria-hidden="true">
                <div class="days__high">{high}</div>
                {zero_fits
                    .then(|| {
                        view! {
                            <div class="days__nought" style:top=format!("{zero}%")>
                                "0"
                            </div>
                        }
                    })}
                <div class="days__low">{low}</div>
            </div>
            <div class="days__stage" inner_html=bars_svg(scale, &bars.values)></div>
            <div class="days__dates" aria-hidden="true">
                {dates.collect_view()}
            </div>
        </div>
    }
}

fn texts(days: &Days) -> Texts {
    let effect = match days.measure {
        Measure::Price => text::days::price_moves_by(),
        Measure::Return => text::days::return_moves_by(),
        Measure::Further(_) => text::days::forecast_moves_by(),
    };
    let more_on = match days.measure {
        Measure::Price | Measure::Return => text::days::more_on(),
        Measure::Further(_) => text::days::deviation_more_on(),
    };
    let rows = days.days.iter().rev();
    let rows = rows.map(|day| vec![written_date(day.date), number::percent_change(day.effect)]);
    Texts {
        headers: vec![more_on.to_owned(), effect.to_owned()],
        rows: rows.collect(),
    }
}
