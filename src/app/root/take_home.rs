//! Files of the finished run, beside the report.

use super::{Root, shared_fragment};
use crate::app::browser;
use crate::app::intention::Keepsake;
use crate::forecast::odometer::open_prices;
use crate::model_file::{safetensors, script, stem, table};
use crate::report::FinishedRun;
use crate::run::{NoticeKind, Run};
use crate::text;
use crate::words::run_card::run_card;
use leptos::prelude::*;

impl Root {
    pub(super) fn take_home(self, keepsake: Keepsake) {
        let saved = self.run.with_untracked(|run| save(run, keepsake));
        if saved.is_none() {
            self.notify(NoticeKind::Error, text::notices::file_not_saved());
        }
    }
}

fn save(run: &Run, keepsake: Keepsake) -> Option<()> {
    let (experiment, dataset) = run.trained.as_ref()?;
    // What is sealed stays here.
    let prices = &*open_prices(run.prices.as_ref()?, experiment.sealed);
    let model = run.model.as_ref()?;
    let evaluation = run.evaluation.as_deref()?;
    let stem = stem(&prices.series);
    let save = |ending: &str, mime, text: &str| {
        browser::download(&format!("{stem}.{ending}"), mime, text).ok()
    };
    match keepsake {
        Keepsake::Model => {
            let file = safetensors::write(experiment, prices, dataset, model)?;
            browser::download_bytes(&format!("{stem}.safetensors"), &file).ok()
        }
        Keepsake::Script => save("py", "text/x-python", &script::pytorch_script(&stem)),
        Keepsake::Predictions => {
            let csv = table::predictions_csv(prices, dataset, evaluation);
            save("csv", "text/csv", &csv)
        }
        Keepsake::RunCard => {
            let link = browser::address_with(&shared_fragment(experiment));
            let finished = FinishedRun {
                experiment,
                prices,
                dataset,
                device: run.device.as_ref()?,
                epochs: &run.epochs,
                model,
                evaluation,
                opened: run.opened.as_ref().map(|opened| &opened.origin),
                rate_changes: &run.rate_changes,
            };
            save("md", "text/markdown", &run_card(finished, &link, &stem))
        }
    }
}
