//! The runs of this visit and of earlier ones, one below the other: what changed from one to the next, and what it did.

use super::verdict_word::word_and_p;
use crate::app::browser;
use crate::app::slices::Slices;
use crate::app::ui::number;
use crate::app::ui::table::{Column, Name, Row, Table};
use crate::app::words::comparison::Difference;
use crate::app::words::odometer;
use crate::app::words::rate;
use crate::app::words::session::{difference, effect};
use crate::forecast::evaluation::VerdictKind;
use crate::lab::Intention;
use crate::session::Session;
use crate::text::{self, said};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// A row of the list, ready to be shown.
#[derive(Debug, Clone, PartialEq)]
struct ListedRun {
    number: u32,
    title: String,
    /// What it is compared with.
    compared_with: Option<u32>,
    changes: Vec<Difference>,
    effect: Option<String>,
    rmae: f64,
    p_value: f64,
    verdict: VerdictKind,
    from_file: bool,
    /// Epochs, and steps into the next one.
    epochs: (usize, usize),
    /// Where its learning rate was changed by hand, and the changes do not say so.
    by_hand: Option<String>,
    pinned: bool,
    compared: bool,
}

fn rows(session: &Session) -> Vec<ListedRun> {
    let rows = session.runs().into_iter().map(|run| {
        let other = session.compared_with(run.number);
        ListedRun {
            number: run.number,
            title: text::said(run.source()),
            compared_with: other.map(|other| other.number),
            changes: other
                .map(|other| run.changes_from(other).iter().map(difference).collect())
                .unwrap_or_default(),
            effect: other.map(|other| effect(run, other)),
            rmae: run.verdict.rmae,
            p_value: run.verdict.p_value,
            verdict: run.verdict.kind,
            from_file: run.from_file,
            epochs: (run.epochs, run.steps),
            by_hand: rate::by_hand(&run.rate_changes)
                .filter(|_| other.is_none_or(|other| other.rate_changes == run.rate_changes)),
            pinned: run.pinned,
            compared: session.compared().contains(&run.number),
        }
    });
    rows.collect()
}

#[component]
pub fn RunList(
    /// The run, read.
    slices: Slices,
    /// Nothing may be restored while a training runs.
    locked: Memo<bool>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let (session, kept_models) = (slices.session, slices.kept_models);
    let list = Memo::new(move |_| session.with(|session| rows(session)));
    // Rows stay where the focus is: only what is in them changes.
    let numbers =
        Memo::new(move |_| list.with(|rows| rows.iter().map(|row| row.number).collect::<Vec<_>>()));
    let looks = move || {
        let looks = slices.looks.get()?;
        let found = slices.looking.get().and_then(|looking| looking.found);
        Some(odometer::looks(&looks, found.as_ref()))
    };
    let all_counted = move || {
        let looking = slices.looking.get()?;
        Some(said(&looking))
    };
    let columns = vec![
        text::runs::run().into(),
        text::runs::what_changed().into(),
        "rMAE".into(),
        text::verdict::title().into(),
        text::settings::epochs().into(),
        Column::unseen(text::runs::actions()),
    ];
    view! {
        <div class="card runs" data-testid="runs">
            <h3 id="runs-title" class="scores-title" tabindex="-1">{text::runs::title()}</h3>
            <p class="hint" data-testid="odometer">{looks}</p>
            <p class="hint" data-testid="all-counted">{all_counted}</p>
            <p class="hint">
                {move || {
                    let chosen = session.with(|session| session.compared().to_vec());
                    match chosen[..] {
                        [one] => text::runs::one_is_ticked(one),
                        _ => text::runs::tick_two().to_owned(),
                    }
                }}
            </p>
            <Table name=Name::Heading("runs-title") class="scores scores--runs" columns>
                <For each=move || numbers.get() key=|number| *number let:number>
                    <RunRow number list kept_models locked intend />
                </For>
            </Table>
            <p class="hint">
                {text::runs::kept_here()} " "
                <button
                    type="button"
                    class="button button--link"
                    on:click=move |_| intend.run(Intention::ForgetCopies)
                >
                    {text::runs::forget_all()}
                </button>
            </p>
        </div>
    }
}

#[component]
fn RunRow(
    number: u32,
    list: Memo<Vec<ListedRun>>,
    kept_models: Memo<BTreeSet<u32>>,
    locked: Memo<bool>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let row =
        Memo::new(move |_| list.with(|rows| rows.iter().find(|row| row.number == number).cloned()));
    let said = move |of: fn(&ListedRun) -> String| {
        move || row.with(|row| row.as_ref().map(of).unwrap_or_default())
    };
    let comparison = move || {
        let row = row.get()?;
        let changes = match (row.compared_with, row.changes.is_empty()) {
            (None, _) => vec![text::runs::nothing_to_compare_with().to_owned()],
            (Some(other), true) => vec![text::runs::same_settings_as(other)],
            (Some(_), false) => row
                .changes
                .iter()
                .map(|change| format!("{}: {} → {}", change.setting, change.first, change.second))
                .collect(),
        };
        let changes = changes
            .into_iter()
            .map(|change| view! { <li>{change}</li> });
        Some(view! {
            <ul class="runs__changes">{changes.collect_view()}</ul>
            {row.by_hand.map(|by_hand| view! { <p class="runs__effect">{by_hand} "."</p> })}
            <p class="runs__effect">{row.effect}</p>
        })
    };
    let pinned = move || {
        row.with(|row| row.as_ref().is_some_and(|row| row.pinned))
            .to_string()
    };
    let compared = move || row.with(|row| row.as_ref().is_some_and(|row| row.compared));
    let outcome = said(|row| word_and_p(row.verdict, row.p_value));
    let head = view! {
        <label class="check runs__compare">
            <input
                type="checkbox"
                aria-label=text::runs::compare_run(number)
                prop:checked=compared
                on:change=move |_| intend.run(Intention::CompareRun(number))
            />
            <span>{number}</span>
        </label>
        <span class="scores__what">{said(|row| row.title.clone())}</span>
    };
    let cells = view! {
        <td class="runs__comparison">{comparison}</td>
        <td>
            <strong>{said(|row| number::ratio(row.rmae))}</strong>
        </td>
        <td>{outcome}</td>
        <td>
            {said(|row| match row.epochs {
                _ if row.from_file => text::model_file::from_a_file().to_owned(),
                (epochs, 0) => epochs.to_string(),
                (epochs, steps) => text::runs::steps_after_epochs(steps, epochs),
            })}
        </td>
        <td class="runs__actions">
            <button
                type="button"
                class="button button--link"
                aria-pressed=pinned
                aria-label=text::runs::pin_run(number)
                on:click=move |_| intend.run(Intention::PinRun(number))
            >
                {text::runs::pin()}
            </button>
            {move || {
                let kept = kept_models.with(|kept| kept.contains(&number));
                kept.then(|| {
                    view! {
                        <button
                            type="button"
                            class="button button--link"
                            disabled=locked
                            aria-label=text::runs::show_run(number)
                            on:click=move |_| intend.run(Intention::ShowRun(number))
                        >
                            {text::runs::show()}
                        </button>
                    }
                })
            }}
            <button
                type="button"
                class="button button--link"
                disabled=locked
                aria-label=text::runs::restore_run(number)
                on:click=move |_| intend.run(Intention::RestoreRun(number))
            >
                {text::runs::restore()}
            </button>
            <button
                type="button"
                class="button button--link"
                aria-label=text::runs::delete_run(number)
                on:click=move |_| {
                    // The button is about to go, and the focus with it.
                    browser::focus("runs-title");
                    intend.run(Intention::DeleteRun(number));
                }
            >
                {text::runs::delete()}
            </button>
        </td>
    };
    view! { <Row head cells {..} data-run=number /> }
}
