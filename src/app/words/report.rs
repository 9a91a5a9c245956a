//! The sentences of a report: English in every language of the page.

use super::rate;
use super::settings::other_may_close_later;
use crate::forecast::caveats::caveats;
use crate::report::{FinishedRun, Report, Sentences};
use crate::text::{Language, in_language, said};

/// A run's report.
pub fn report(run: FinishedRun) -> Report {
    let sentences = in_language(Language::English, || sentences(run));
    Report::new(run, sentences)
}

fn sentences(run: FinishedRun) -> Sentences {
    let warnings = run.prices.series.warnings();
    let by_hand = rate::by_hand(run.rate_changes)
        .map(|by_hand| format!("{by_hand}, so the address does not repeat this run."));
    Sentences {
        warnings: warnings.iter().map(said).collect(),
        caveats: run
            .opened
            .map(said)
            .into_iter()
            .chain(caveats(run.evaluation).iter().map(said))
            .chain(other_may_close_later(&run.dataset.settings).map(str::to_owned))
            .chain(by_hand)
            .collect(),
    }
}
