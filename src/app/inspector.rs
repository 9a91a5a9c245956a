//! Which day of the trained network is looked into, and what was found there. Two sections show it,
//! so it belongs to neither.

use super::browser;
use super::slices::Slices;
use crate::inspect::{Subject, Trace, Tracing};
use leptos::prelude::*;
use std::sync::Arc;

/// A tracing leaves the page free after this long; most are done sooner.
const PIECE_MS: f64 = 8.0;

/// One day, looked into.
#[derive(Debug)]
pub struct Seen {
    pub subject: Arc<Subject>,
    /// The row of the dataset; one past the last is the next, unknown day.
    pub row: usize,
    pub trace: Trace,
}

impl Seen {
    pub fn is_next_day(&self) -> bool {
        self.row + 1 == self.subject.days()
    }
}

/// Handles to what is looked into. Copied freely.
#[derive(Debug, Clone, Copy)]
pub struct Inspector {
    /// The newest trained network with its own dataset and prices.
    pub subject: RwSignal<Option<Arc<Subject>>>,
    /// The last day that was looked into; the one before stays until the next is worked out.
    pub seen: RwSignal<Option<Arc<Seen>>>,
    /// The chosen row; `None` for the next day.
    chosen: RwSignal<Option<usize>>,
}

/// Looks into nothing before [`Inspector::follow`].
impl Default for Inspector {
    fn default() -> Self {
        Self {
            subject: RwSignal::new(None),
            seen: RwSignal::new(None),
            chosen: RwSignal::new(None),
        }
    }
}

impl Inspector {
    /// Looks into the network on the screen, for as long as its caller lives.
    pub fn follow(self, slices: Slices) {
        let Self {
            subject: shown,
            seen,
            chosen,
        } = self;
        let subject = Memo::new_with_compare(
            move |_| {
                slices.evaluation.track();
                let model = slices.model.get()?;
                let trained = slices.trained.get()?;
                let prices = slices.open_prices.get()?;
                let dataset = trained.dataset.clone();
                slices.evaluation.with(Option::is_some).then_some(())?;
                Subject::new(&model.parameters, dataset, prices).map(Arc::new)
            },
            |_, _| true,
        );
        let newest = StoredValue::new(0_u32);
        // Another network: its own next day.
        Effect::new(move |_| {
            shown.set(subject.get());
            chosen.set(None);
        });
        Effect::new(move |_| {
            let row: Option<usize> = chosen.get();
            newest.update_value(|number| *number = number.wrapping_add(1));
            let number = newest.get_value();
            let looked = subject.get().and_then(|subject| {
                let next_day = subject.days() - 1;
                let row = row.unwrap_or(next_day).min(next_day);
                look_into(
                    subject,
                    row,
                    move || newest.try_get_value() == Some(number),
                    move |found| {
                        seen.try_set(Some(Arc::new(found)));
                    },
                )
            });
            if looked.is_none() {
                seen.set(None);
            }
        });
    }

    /// Looks into a row; `None`, or one past the last, for the next day.
    pub fn choose(self, row: Option<usize>) {
        self.chosen.set(row);
    }

    /// The chosen row of a subject.
    pub fn row(self, subject: &Subject) -> usize {
        let next_day = subject.days() - 1;
        self.chosen.get().unwrap_or(next_day).min(next_day)
    }
}

/// Works out, in tasks of its own, what a network makes of a row, for as long as that is wanted, and hands it on.
/// `None` where there is nothing to be worked out.
pub fn look_into(
    subject: Arc<Subject>,
    row: usize,
    is_wanted: impl Fn() -> bool + 'static,
    then: impl FnOnce(Seen) + 'static,
) -> Option<()> {
    let tracing = subject.tracing(row)?;
    let look = Look {
        subject,
        row,
        tracing,
        is_wanted,
        then,
    };
    look.go_on();
    Some(())
}

/// A tracing under way.
struct Look<W, T> {
    subject: Arc<Subject>,
    row: usize,
    tracing: Tracing,
    is_wanted: W,
    then: T,
}

impl<W: Fn() -> bool + 'static, T: FnOnce(Seen) + 'static> Look<W, T> {
    /// Works for a moment, in a task of its own, and again until it is done or no longer wanted.
    fn go_on(mut self) {
        browser::later(move || {
            if !(self.is_wanted)() {
                return;
            }
            let started = browser::now_ms();
            while self.tracing.advance() {
                if browser::now_ms() - started > PIECE_MS {
                    return self.go_on();
                }
            }
            (self.then)(Seen {
                subject: self.subject,
                row: self.row,
                trace: self.tracing.finish(),
            });
        });
    }
}
