//! What the checks found in the loaded prices, and splits to adjust for in one click.

use crate::app::slices::Slices;
use crate::app::words::data_report::{extent, split_adjusted, split_found};
use crate::lab::Intention;
use crate::lab::run::OddDays;
use crate::market::Split;
use crate::text::{self, said, written_date};
use leptos::prelude::*;

/// A series with more jumps than this is wild rather than split; the rest is only counted.
const MOST_SPLITS_SHOWN: usize = 8;

#[component]
pub fn DataReportView(
    /// The run, read.
    slices: Slices,
    /// True while prices load or a network trains.
    locked: Memo<bool>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let extent = Memo::new(move |_| slices.data_report.get().map(|report| extent(&report)));
    let remarks = Memo::new(move |_| {
        let (Some(report), Some(prices)) = (slices.data_report.get(), slices.prices.get()) else {
            return Vec::new();
        };
        report.remarks(&prices.series).iter().map(said).collect()
    });
    let splits = Memo::new(move |_| {
        let report = slices.data_report.get();
        report.map_or_else(Vec::new, |report| report.splits.clone())
    });
    let is_calm = Memo::new(move |_| remarks.with(Vec::is_empty) && splits.with(Vec::is_empty));
    let count = move || remarks.with(Vec::len) + splits.with(Vec::len).min(1);
    let list = move || {
        let remarks = remarks.get().into_iter();
        remarks.map(|it| view! { <li>{it}</li> }).collect_view()
    };
    view! {
        <Show when=move || extent.with(Option::is_some)>
            <Show
                when=move || is_calm.get()
                fallback=move || {
                    view! {
                        <details class="data-report data-report--odd" data-testid="data-report">
                            <summary>
                                <Check found=Signal::derive(move || {
                                    text::prices::things_to_know(count())
                                }) />
                            </summary>
                            <div class="data-report__body">
                                <Show when=move || !remarks.with(Vec::is_empty)>
                                    <ul class="data-report__list">{list}</ul>
                                </Show>
                                <OddRows odd=slices.odd_days locked=locked intend=intend />
                                <Splits
                                    splits=splits
                                    adjusted=slices.adjusted
                                    locked=locked
                                    intend=intend
                                />
                            </div>
                        </details>
                    }
                }
            >
                <NothingOdd extent=extent />
            </Show>
        </Show>
    }
}

/// A fact among those of the prices.
#[component]
fn Check(found: Signal<String>) -> impl IntoView {
    view! {
        <span class="data-report__label">{text::prices::data_check()}</span>
        " "
        <span class="data-report__found">{found}</span>
    }
}

/// Nothing to do for the visitor: what was looked at can be opened.
#[component]
fn NothingOdd(
    /// "5000 rows from … to …."
    extent: Memo<Option<String>>,
) -> impl IntoView {
    view! {
        <details class="data-report data-report--calm" data-testid="data-report">
            <summary>
                <Check found=Signal::stored(text::prices::nothing_odd().to_owned()) />
            </summary>
            <div class="data-report__body">
                <p class="hint">{extent} " " {text::prices::looked_for()}</p>
            </div>
        </details>
    }
}

/// Corrects odd prices and leaves their rows out, and takes both back: one button for each and its undoing, so
/// that the focus stays.
#[component]
fn OddRows(odd: Memo<OddDays>, locked: Memo<bool>, intend: Callback<Intention>) -> impl IntoView {
    let correct = move |_| {
        let corrected = odd.with_untracked(|odd| odd.done.corrected);
        intend.run(Intention::CorrectOdd(!corrected));
    };
    let correct_label = move || {
        odd.with(|odd| match odd.done.corrected {
            true => text::prices::undo_correction().to_owned(),
            false => text::prices::correct_odd(odd.correctable.len()),
        })
    };
    let leave_out = move |_| {
        let left_out = odd.with_untracked(|odd| odd.done.left_out);
        intend.run(Intention::LeaveOutOdd(!left_out));
    };
    let leave_out_label = move || {
        odd.with(|odd| match odd.done.left_out {
            true => text::prices::take_odd_back(odd.remaining.len()),
            false => text::prices::leave_odd_out(odd.remaining.len()),
        })
    };
    view! {
        <div class="data-report__odd">
            <Show when=move || !odd.with(|odd| odd.correctable.is_empty())>
                <button
                    type="button"
                    class="button"
                    data-testid="correct-odd"
                    disabled=locked
                    on:click=correct
                >
                    {correct_label}
                </button>
            </Show>
            <Show when=move || !odd.with(|odd| odd.remaining.is_empty())>
                <button
                    type="button"
                    class="button"
                    data-testid="odd-rows"
                    disabled=locked
                    on:click=leave_out
                >
                    {leave_out_label}
                </button>
            </Show>
        </div>
    }
}

#[component]
fn Splits(
    /// All that were found in the prices as they were loaded.
    splits: Memo<Vec<Split>>,
    /// Those that the prices are adjusted for.
    adjusted: Memo<Vec<Split>>,
    locked: Memo<bool>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let adjust = move |splits| intend.run(Intention::AdjustSplits(splits));
    // What may as well be an ordinary move is left to the visitor, one by one.
    let likely = Memo::new(move |_| {
        splits.with(|splits| -> Vec<Split> {
            splits.iter().filter(|it| it.close_fit).copied().collect()
        })
    });
    let rest = move || {
        let hidden = splits.with(Vec::len).saturating_sub(MOST_SPLITS_SHOWN);
        (hidden > 0).then(|| view! { <p class="hint">{text::prices::more_jumps(hidden)}</p> })
    };
    let all_done = Memo::new(move |_| {
        adjusted
            .with(|adjusted| likely.with(|likely| likely.iter().all(|it| adjusted.contains(it))))
    });
    // One button for both, so that the focus stays where it was.
    let toggle_all = move |_| match all_done.get_untracked() {
        true => adjust(Vec::new()),
        false => adjust(likely.get_untracked()),
    };
    let all_title = move || match all_done.get() {
        true => text::prices::undo_all().to_owned(),
        false => text::prices::adjust_for_all(likely.with(Vec::len)),
    };
    view! {
        <Show when=move || !splits.with(Vec::is_empty)>
            <p class="hint">{text::prices::what_splits_do()}</p>
            <ul class="data-report__splits">
                {move || {
                    splits
                        .get()
                        .into_iter()
                        .take(MOST_SPLITS_SHOWN)
                        .map(|split| {
                            view! {
                                <SplitRow split=split adjusted=adjusted locked=locked intend=intend />
                            }
                        })
                        .collect_view()
                }}
            </ul>
            {rest}
            <Show when=move || { likely.with(Vec::len) > 1 }>
                <div>
                    <button type="button" class="button" disabled=locked on:click=toggle_all>
                        {all_title}
                    </button>
                </div>
            </Show>
        </Show>
    }
}

#[component]
fn SplitRow(
    /// The split of this row.
    split: Split,
    adjusted: Memo<Vec<Split>>,
    locked: Memo<bool>,
    intend: Callback<Intention>,
) -> impl IntoView {
    let done = Memo::new(move |_| adjusted.with(|adjusted| adjusted.contains(&split)));
    let toggle = move |_| {
        let mut splits = adjusted.get_untracked();
        match done.get_untracked() {
            true => splits.retain(|other| *other != split),
            false => splits.push(split),
        }
        intend.run(Intention::AdjustSplits(splits));
    };
    let sentence = move || match done.get() {
        true => split_adjusted(&split),
        false => split_found(&split),
    };
    // One button for both, so that the focus stays where it was.
    let label = move || {
        let (ratio, date) = (split.to_string(), written_date(split.date));
        match done.get() {
            true => text::prices::undo_adjusting_for(ratio, date),
            false => text::prices::adjust_for(ratio, date),
        }
    };
    view! {
        <li class="data-report__split" class:is-done=done>
            <span>{sentence}</span>
            <button
                type="button"
                class="button"
                disabled=locked
                aria-label=label
                on:click=toggle
            >
                {move || match done.get() {
                    true => text::prices::undo(),
                    false => text::prices::adjust(),
                }}
            </button>
        </li>
    }
}
