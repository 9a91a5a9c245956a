//! The sealed block: the panel that opens it once.

use super::verdict_word::word_and_p;
use crate::app::browser;
use crate::app::slices::Slices;
use crate::app::ui::number;
use crate::app::ui::table::{Column, Name, Row, Table};
use crate::app::words::session::seal_showed;
use crate::forecast::odometer::SeriesId;
use crate::lab::Intention;
use crate::lab::run::Phase;
use crate::market::Digits;
use crate::session::Opened;
use crate::session::opened::OnDays;
use crate::text::{self, written_date};
use leptos::prelude::*;

/// What the panel is at; the value of `data-state`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Sealed,
    Opening,
    Opened,
}

impl Stage {
    fn as_str(self) -> &'static str {
        match self {
            Self::Sealed => "sealed",
            Self::Opening => "opening",
            Self::Opened => "opened",
        }
    }

    fn in_words(self) -> &'static str {
        match self {
            Self::Sealed => text::results::is_sealed(),
            Self::Opening => text::results::is_opening(),
            Self::Opened => text::results::is_opened(),
        }
    }
}

#[component]
pub fn SealedPanel(
    /// The run, read.
    slices: Slices,
    intend: Callback<Intention>,
) -> impl IntoView {
    let (session, opening) = (slices.session, slices.opening_seal);
    let there = Memo::new(move |_| slices.seal.with(Option::is_some));
    let opened = Memo::new(move |_| {
        let (_, prices) = slices.seal.get()?;
        session.with(|session| session.opened(SeriesId::of(&prices)).cloned())
    });
    let stage = Memo::new(
        move |_| match (opened.with(Option::is_some), opening.get()) {
            (true, _) => Stage::Opened,
            (false, true) => Stage::Opening,
            (false, false) => Stage::Sealed,
        },
    );
    let newest = Memo::new(move |_| session.with(|session| session.newest()));
    let block = move || {
        let (seal, prices) = slices.seal.get()?;
        let rows = seal.sealed_rows(&prices);
        Some(text::results::sealed_prices(
            number::count(rows.len()),
            written_date(rows.first()?.date),
            written_date(rows.last()?.date),
        ))
    };
    let asking = RwSignal::new(false);
    view! {
        <Show when=move || there.get()>
            <div class="card sealed" data-testid="sealed" data-state=move || stage.get().as_str()>
                <div class="sealed__head">
                    <h3 id="sealed-title" class="scores-title" tabindex="-1">{text::results::sealed_title()}</h3>
                    <span class="tag">{move || stage.get().in_words()}</span>
                </div>
                <p>{block}</p>
                <Show when=move || stage.get() != Stage::Opened>
                    <p class="hint">{text::results::why_once()}</p>
                    <Show
                        when=move || asking.get()
                        fallback=move || {
                            view! {
                                <button
                                    type="button"
                                    class="button"
                                    disabled=move || {
                                        opening.get() || slices.phase.get() == Phase::Training
                                    }
                                    on:click=move |_| {
                                        asking.set(true);
                                        browser::focus("sealed-title");
                                    }
                                >
                                    {move || match opening.get() {
                                        true => text::results::opening(),
                                        false => text::results::open_sealed(),
                                    }}
                                </button>
                            }
                        }
                    >
                        <p class="sealed__question" id="sealed-question">
                            {text::results::open_question()}
                        </p>
                        <div class="sealed__answers" role="group" aria-labelledby="sealed-question">
                            <button
                                type="button"
                                class="button button--primary"
                                on:click=move |_| {
                                    asking.set(false);
                                    browser::focus("sealed-title");
                                    intend.run(Intention::OpenSeal);
                                }
                            >
                                {text::results::open_it()}
                            </button>
                            <button
                                type="button"
                                class="button"
                                on:click=move |_| {
                                    asking.set(false);
                                    browser::focus("sealed-title");
                                }
                            >
                                {text::results::not_yet()}
                            </button>
                        </div>
                    </Show>
                </Show>
                {move || {
                    opened.get().map(|opened| view! { <OneLook opened newest=newest.get() digits=slices.digits.get() /> })
                }}
            </div>
        </Show>
    }
}

/// Test block and sealed block, one below the other.
#[component]
fn OneLook(
    opened: Opened,
    /// The number of the newest run: it may not be the one that opened the block.
    newest: u32,
    /// How prices are written.
    digits: Digits,
) -> impl IntoView {
    let row = move |name: &'static str, on: &OnDays| {
        let (from, to) = (written_date(on.from), written_date(on.to));
        let days = text::results::days_from_to(number::count(on.days), from, to);
        let cells = view! {
            <td>{number::price_error(on.model.mae, digits)}</td>
            <td>{number::price_error(on.persistence.mae, digits)}</td>
            <td>
                <strong>{number::ratio(on.verdict.rmae)}</strong>
            </td>
            <td>{word_and_p(on.verdict.kind, on.verdict.p_value)}</td>
        };
        view! { <Row head=name what=days cells /> }
    };
    let columns = [
        text::results::block(),
        "MAE",
        text::results::tomorrow_is_today(),
        "rMAE",
        text::verdict::title(),
    ];
    let columns = columns.map(Column::from).into();
    let later = (opened.run != Some(newest)).then(|| match opened.run {
        Some(run) => text::results::opened_with_run(run),
        None => text::results::opened_earlier().to_owned(),
    });
    view! {
        <p data-testid="sealed-finding">{seal_showed(&opened)}</p>
        <Table name=Name::Heading("sealed-title") testid="sealed-scores" columns>
            {row(text::results::test_block(), &opened.test)}
            {row(text::results::sealed_block(), &opened.sealed)}
        </Table>
        {later.map(|later| view! { <p class="hint">{later}</p> })}
    }
}
