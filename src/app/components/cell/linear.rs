//! Inside a linear network, which has no cell: its weights day by day, and the sum that a forecast is.

use crate::app::charts::DaysScale;
use crate::app::charts::table::Table as Texts;
use crate::app::components::days::{Bars, DayChooser, bars_plot, day_text};
use crate::app::inspector::{Inspector, Seen};
use crate::app::ui::number;
use crate::app::ui::table::FoldedTable;
use crate::app::words::settings::number_word;
use crate::cells::Linear;
use crate::forecast::settings::Target;
use crate::inspect::linear::{Sum, Term};
use crate::text::{self, written_date};
use leptos::prelude::*;
use std::sync::Arc;

/// A linear network that is looked into.
#[derive(Clone)]
struct Look {
    seen: Arc<Seen>,
    sum: Arc<Sum>,
    /// What each number of a day is called.
    names: Vec<&'static str>,
    /// The window's days.
    dates: Vec<String>,
}

impl Look {
    fn of(seen: Arc<Seen>) -> Option<Self> {
        let subject = &seen.subject;
        let sum = Sum::of(&seen.trace, subject.parameters())?;
        let own = match subject.target() {
            Target::Price => text::settings::price(),
            Target::Return => text::settings::return_(),
        };
        let further = subject.dataset().further.iter();
        let further = further.map(|input| number_word(input.number));
        let names = [own].into_iter().chain(further).collect();
        let days = subject.series().rows().get(subject.window_days(seen.row))?;
        let dates = days.iter().map(|row| written_date(row.date)).collect();
        Some(Self {
            sum: Arc::new(sum),
            names,
            dates,
            seen,
        })
    }

    /// Every number of the window with its day's place and its name, oldest day first.
    fn terms(&self) -> impl DoubleEndedIterator<Item = (usize, &'static str, Term)> + '_ {
        (0..self.dates.len()).flat_map(move |day| {
            let numbers = self.names.iter().zip(&self.sum.terms);
            numbers.map(move |(name, terms)| (day, *name, terms[day]))
        })
    }

    fn summary(&self) -> String {
        let by_size = |a: &Term, b: &Term| a.weight.abs().total_cmp(&b.weight.abs());
        let strongest = self.terms().max_by(|(.., a), (.., b)| by_size(a, b));
        let strongest = strongest.map(|(day, _, term)| {
            text::cell::largest_weight(number::inner(term.weight), &self.dates[day])
        });
        let sum = text::cell::sum_of_products(
            day_text(&self.seen.subject, self.seen.row),
            number::inner(self.sum.of_products()),
            number::inner(self.sum.bias),
            number::inner(self.seen.trace.prediction),
        );
        format!("{sum} {}", strongest.unwrap_or_default())
    }

    fn texts(&self) -> Texts {
        let headers = [
            text::cell::day(),
            text::cell::number_of_day(),
            text::cell::scaled(),
            text::cell::weight(),
            text::cell::product(),
        ];
        let rows = self.terms().rev().map(|(day, name, term)| {
            vec![
                self.dates[day].clone(),
                name.to_owned(),
                number::inner(term.input),
                number::inner(term.weight),
                number::inner(term.input * term.weight),
            ]
        });
        Texts {
            headers: headers.map(str::to_owned).into(),
            rows: rows.collect(),
        }
    }
}

#[component]
pub(super) fn LinearNetwork(
    /// The day that is looked into.
    inspector: Inspector,
    /// What was seen of it.
    seen: Signal<Option<Arc<Seen>>>,
) -> impl IntoView {
    let look = Memo::new_with_compare(move |_| Look::of(seen.get()?), |_, _| true);
    let from_last = Memo::new(move |_| {
        look.with(|look| {
            let look = look.as_ref();
            look.is_some_and(|look| look.sum.linear == Linear::FromLast)
        })
    });
    let plots = move || {
        look.with(|look| {
            let look = look.as_ref()?;
            let plots = look.names.iter().zip(&look.sum.terms);
            let plots = plots.map(|(name, terms)| plot(&look.dates, name, terms));
            Some(plots.collect_view())
        })
    };
    view! {
        <p>{text::cell::linear_explanation()}</p>
        <Show when=move || from_last.get()>
            <p>{text::cell::from_last_explanation()}</p>
        </Show>
        <DayChooser inspector id="cell" />
        <figure
            class="chart days"
            data-testid="chart-weights"
            role="group"
            aria-labelledby="cell-title"
        >
            {plots}
            <p class="chart-summary" data-testid="weights-summary">
                {move || look.with(|look| look.as_ref().map(Look::summary))}
            </p>
            <FoldedTable
                summary=text::cell::weights_as_a_table()
                name=text::cell::weights_table()
                texts=move || look.with(|look| look.as_ref().map(Look::texts))
            />
        </figure>
    }
}

/// The weights of one number.
fn plot(dates: &[String], name: &str, terms: &[Term]) -> impl IntoView + use<> {
    let weights = terms.iter().map(|term| term.weight);
    let values = weights.clone().zip(dates);
    let values =
        values.map(|(weight, date)| (format!("{date}: {}", number::inner(weight)), weight));
    let bars = Bars {
        scale: DaysScale::around(weights),
        values: values.collect(),
        dates: [0, dates.len() / 2, dates.len() - 1].map(|place| dates[place].clone()),
        label: number::inner,
    };
    view! {
        <h4>{text::cell::weights_of(name)}</h4>
        {bars_plot(&bars)}
    }
}
