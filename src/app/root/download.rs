//! What the visitor takes home: the report.

use super::Root;
use crate::app::browser;
use crate::forecast::odometer::SeriesId;
use crate::model_file::stem;
use crate::report::FinishedRun;
use crate::run::NoticeKind;
use crate::text;
use crate::words::report::report;
use leptos::prelude::*;

impl Root {
    pub(super) fn download_report(self) {
        let saved = self.run.with_untracked(|run| {
            let (experiment, dataset) = run.trained.as_ref()?;
            let prices = run.prices.as_deref()?;
            let report = report(FinishedRun {
                experiment,
                prices,
                dataset,
                device: run.device.as_ref()?,
                epochs: &run.epochs,
                model: run.model.as_ref()?,
                evaluation: run.evaluation.as_deref()?,
                opened: run.opened.as_ref().map(|opened| &opened.origin),
                rate_changes: &run.rate_changes,
            });
            let report = self.session.with_untracked(|session| {
                let opened = session.opened(SeriesId::of(prices));
                report.with_opened(opened)
            });
            let report = self
                .studies
                .with_untracked(|studies| report.with_studies(studies));
            let name = format!("{}.json", stem(&prices.series));
            Some(browser::download(
                &name,
                "application/json",
                &report.to_json(),
            ))
        });
        if !matches!(saved, Some(Ok(()))) {
            self.notify(NoticeKind::Error, text::notices::report_not_saved());
        }
    }
}
