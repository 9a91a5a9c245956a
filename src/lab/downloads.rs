//! Files to take home: the report, the network, its script, the predictions, the run card.
//!
//! The network, the script and the predictions are written in a task of their own. Report and run card
//! have sentences, so the page writes them.

use super::Lab;
use super::command::Command;
use super::download::Download;
use super::intention::Keepsake;
use super::notice::NoticeKind;
use super::records::{RecordMessage, RecordWork};
use super::to_write::{Content, FileToWrite, ReportToWrite, ShownResults};
use crate::forecast::odometer::{SeriesId, open_prices};
use crate::model_file::stem;
use std::sync::Arc;

/// What a file that could not be saved is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum FileKind {
    Report,
    #[default]
    File,
}

impl Lab {
    pub(super) fn download_report(&mut self) {
        let Some(results) = self.shown_results() else {
            return self.tell_not_saved(FileKind::Report);
        };
        let seal = self.session.opened(SeriesId::of(&results.prices)).cloned();
        self.last_download = FileKind::Report;
        self.order(Command::DownloadReport(Box::new(ReportToWrite {
            results,
            seal,
            studies: Arc::new(self.studies.clone()),
            paying: self.paying().cloned(),
            looking: self.looking().cloned(),
        })));
    }

    pub(super) fn take_home(&mut self, keepsake: Keepsake) {
        let Some(results) = self.shown_results() else {
            return self.tell_not_saved(FileKind::File);
        };
        let what = match keepsake {
            Keepsake::Model => Content::Model,
            Keepsake::Script => Content::Script,
            Keepsake::Predictions => Content::Predictions,
            Keepsake::ScoresCsv => Content::ScoresCsv,
            Keepsake::ScoresLatex => Content::ScoresLatex,
            Keepsake::RunCard => {
                let open = open_prices(&results.prices, results.experiment.sealed);
                let name = format!("{}.md", stem(&open.series));
                self.last_download = FileKind::File;
                return self.order(Command::DownloadRunCard { name });
            }
        };
        let file = FileToWrite { what, results };
        self.work_on(RecordWork::WriteFile(Box::new(file)));
    }

    fn shown_results(&self) -> Option<ShownResults> {
        let run = &self.run;
        let (experiment, dataset) = run.trained.clone()?;
        Some(ShownResults {
            experiment,
            prices: run.prices.clone()?,
            dataset,
            device: run.device.clone()?,
            epochs: run.epochs.clone(),
            model: run.model.clone()?,
            evaluation: run.evaluation.clone()?,
            opened: run.opened.as_ref().map(|opened| opened.origin.clone()),
            rate_changes: run.rate_changes.clone(),
        })
    }

    pub(super) fn file_written(&mut self, download: Option<Download>) {
        match download {
            Some(download) => {
                self.last_download = FileKind::File;
                self.order(Command::Download(download));
            }
            None => self.tell_not_saved(FileKind::File),
        }
    }

    pub(super) fn download_failed(&mut self) {
        self.tell_not_saved(self.last_download);
    }

    fn tell_not_saved(&mut self, kind: FileKind) {
        let message = match kind {
            FileKind::Report => RecordMessage::ReportNotSaved,
            FileKind::File => RecordMessage::FileNotSaved,
        };
        self.notify(NoticeKind::Error, message);
    }
}
