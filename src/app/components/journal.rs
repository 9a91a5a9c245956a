//! The forecast journal: forecasts that were kept, and what came of them.

use crate::app::browser;
use crate::app::slices::Slices;
use crate::app::ui::number;
use crate::app::ui::table::{Column, Name, Row, Table};
use crate::app::words::journal::tally;
use crate::journal::Entry;
use crate::lab::Intention;
use crate::market::{Digits, Interval, Series};
use crate::text::{self, written_date};
use leptos::prelude::*;

#[component]
pub fn JournalPanel(
    /// The run, read.
    slices: Slices,
    intend: Callback<Intention>,
) -> impl IntoView {
    move || {
        let journal = slices.journal.get();
        let entries = journal.entries();
        (!entries.is_empty()).then(|| {
            let prices = slices.prices.get();
            let loaded = prices.as_ref().map(|prices| &prices.series);
            let loaded = loaded.map(|series| (series, Digits::of(series)));
            let rows = entries.iter().rev();
            let rows = rows.map(|entry| row(entry, digits_of(entry, loaded), intend));
            let rows = rows.collect_view();
            let columns = vec![
                text::tomorrow::forecast().into(),
                text::tomorrow::price().into(),
                text::tomorrow::interval().into(),
                text::tomorrow::what_happened().into(),
                text::tomorrow::off_by().into(),
                text::results::no_change().into(),
                Column::unseen(text::runs::actions()),
            ];
            view! {
                <div class="card" data-testid="journal">
                    <h3 id="journal-title" class="scores-title" tabindex="-1">
                        {text::tomorrow::journal()}
                    </h3>
                    <p data-testid="journal-tally">{tally(journal.tally())}</p>
                    <p class="hint">{text::tomorrow::journal_means()}</p>
                    <Table name=Name::Heading("journal-title") columns>
                        {rows}
                    </Table>
                </div>
            }
        })
    }
}

/// The digits of the loaded prices where the forecast is of them; else those of the prices that the
/// entry knows.
fn digits_of(entry: &Entry, loaded: Option<(&Series, Digits)>) -> Digits {
    let of_them = loaded.filter(|(series, _)| {
        let rows = series.rows();
        let row = rows.binary_search_by_key(&entry.after, |row| row.date);
        row.is_ok_and(|row| rows[row].price == entry.last_price)
    });
    let digits = of_them.map(|(_, digits)| digits);
    digits.unwrap_or_else(|| Digits::of_quotes(&[entry.last_price]))
}

fn row(entry: &Entry, digits: Digits, intend: Callback<Intention>) -> impl IntoView + use<> {
    let (after, made_on) = (written_date(entry.after), written_date(entry.made_on));
    let delete = text::tomorrow::delete_forecast(&entry.symbol, &after);
    let what = match entry.interval {
        Interval::Daily => text::tomorrow::of_day(after, made_on),
        Interval::Weekly => text::tomorrow::of_week(after, made_on),
        Interval::Monthly => text::tomorrow::of_month(after, made_on),
    };
    let (happened, error, persistence) = match (entry.outcome, entry.score()) {
        (Some(outcome), Some(score)) => {
            let (price, date) = (
                number::price(outcome.price, digits),
                written_date(outcome.date),
            );
            let happened = match score.inside {
                true => text::tomorrow::inside(price, date),
                false => text::tomorrow::outside(price, date),
            };
            let persistence = number::price_error(score.persistence_error, digits);
            (
                happened,
                number::price_error(score.error, digits),
                persistence,
            )
        }
        _ => (
            text::tomorrow::waits().to_owned(),
            "–".to_owned(),
            "–".to_owned(),
        ),
    };
    let closer = entry.score().is_some_and(|score| score.is_closer());
    let kept_ms = entry.kept_ms;
    let cells = view! {
        <td>{number::price(entry.price, digits)}</td>
        <td>{number::price_range(entry.low, entry.high, digits)}</td>
        <td>{happened}</td>
        <td class:is-better=closer>{error}</td>
        <td>{persistence}</td>
        <td>
            <button
                type="button"
                class="button button--link"
                aria-label=delete
                on:click=move |_| {
                    // The button is about to go, and the focus with it.
                    browser::focus("journal-title");
                    intend.run(Intention::DeleteForecast(kept_ms));
                }
            >
                {text::runs::delete()}
            </button>
        </td>
    };
    view! { <Row head=entry.symbol.clone() what cells /> }
}
