//! Files to take home: the report, the network, its script, the predictions, the run card.
//!
//! The network, the script and the predictions are written in a task of their own. Report and run card
//! have sentences, so the page writes them.

use super::Lab;
use super::command::{Command, Download};
use super::intention::Keepsake;
use super::notice::NoticeKind;
use super::records::{RecordMessage, RecordWork};
use crate::experiment::Experiment;
use crate::forecast::odometer::{SeriesId, open_prices};
use crate::forecast::{Dataset, Evaluation};
use crate::market::Prices;
use crate::model_file::opened::ModelOrigin;
use crate::model_file::{safetensors, script, stem, table};
use crate::protocol::{DeviceReport, EpochReport, RateChange, TrainedModel};
use crate::report::{FinishedRun, Report};
use crate::session::Opened;
use crate::study::Studies;
use std::sync::Arc;

/// The results on the screen when a file was asked for.
#[derive(Debug, Clone, PartialEq)]
struct ShownResults {
    experiment: Experiment,
    prices: Arc<Prices>,
    dataset: Arc<Dataset>,
    device: DeviceReport,
    epochs: Vec<EpochReport>,
    model: TrainedModel,
    evaluation: Arc<Evaluation>,
    opened: Option<ModelOrigin>,
    rate_changes: Vec<RateChange>,
}

/// A report that the page is to write.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportToWrite {
    results: ShownResults,
    /// What came of opening the sealed block of the prices.
    seal: Option<Opened>,
    studies: Arc<Studies>,
}

/// A file that has no sentences.
#[derive(Debug, Clone, PartialEq)]
pub struct FileToWrite {
    what: Content,
    results: ShownResults,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    Model,
    Script,
    Predictions,
}

/// What a file that could not be saved is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum FileKind {
    Report,
    #[default]
    File,
}

impl ReportToWrite {
    /// The whole report; `write` makes that of the run alone.
    pub fn download(&self, write: impl FnOnce(FinishedRun) -> Report) -> Download {
        let report = write(self.results.finished())
            .with_opened(self.seal.as_ref())
            .with_studies(&self.studies);
        Download {
            name: format!("{}.json", stem(&self.results.prices.series)),
            mime: "application/json",
            bytes: report.to_json().into_bytes(),
        }
    }
}

impl FileToWrite {
    /// Writes it; `None` where the network is not the dataset's.
    pub(super) fn write(&self) -> Option<Download> {
        let ShownResults {
            experiment,
            prices,
            dataset,
            model,
            evaluation,
            ..
        } = &self.results;
        // What is sealed stays here.
        let prices = open_prices(prices, experiment.sealed);
        let stem = stem(&prices.series);
        let (ending, mime, bytes) = match self.what {
            Content::Model => {
                let file = safetensors::write(experiment, &prices, dataset, model)?;
                ("safetensors", "application/octet-stream", file)
            }
            Content::Script => {
                let text = script::pytorch_script(&stem);
                ("py", "text/x-python", text.into_bytes())
            }
            Content::Predictions => {
                let csv = table::predictions_csv(&prices, dataset, evaluation);
                ("csv", "text/csv", csv.into_bytes())
            }
        };
        let name = format!("{stem}.{ending}");
        Some(Download { name, mime, bytes })
    }
}

impl ShownResults {
    fn finished(&self) -> FinishedRun<'_> {
        FinishedRun {
            experiment: &self.experiment,
            prices: &self.prices,
            dataset: &self.dataset,
            device: &self.device,
            epochs: &self.epochs,
            model: &self.model,
            evaluation: &self.evaluation,
            opened: self.opened.as_ref(),
            rate_changes: &self.rate_changes,
        }
    }
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
