//! Files to take home, with all that they are written from.

use super::download::Download;
use super::looking::Looking;
use super::paying::Paying;
use crate::experiment::Experiment;
use crate::forecast::odometer::open_prices;
use crate::forecast::{Dataset, Evaluation};
use crate::market::{Digits, Prices};
use crate::model_file::opened::ModelOrigin;
use crate::model_file::{safetensors, scores, script, stem, table};
use crate::protocol::{DeviceReport, EpochReport, RateChange, TrainedModel};
use crate::report::{FinishedRun, Report};
use crate::session::Opened;
use crate::study::Studies;
use std::sync::Arc;

/// The results on the screen when a file was asked for.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ShownResults {
    pub(super) experiment: Experiment,
    pub(super) prices: Arc<Prices>,
    pub(super) dataset: Arc<Dataset>,
    pub(super) device: DeviceReport,
    pub(super) epochs: Vec<EpochReport>,
    pub(super) model: TrainedModel,
    pub(super) evaluation: Arc<Evaluation>,
    pub(super) opened: Option<ModelOrigin>,
    pub(super) rate_changes: Vec<RateChange>,
}

/// A report that the page is to write.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportToWrite {
    pub(super) results: ShownResults,
    /// What came of opening the sealed block of the prices.
    pub(super) seal: Option<Opened>,
    pub(super) studies: Arc<Studies>,
    /// What the results would have paid, where that was asked.
    pub(super) paying: Option<Paying>,
    /// The comparable runs together, where that was asked.
    pub(super) looking: Option<Looking>,
}

/// A file that has no sentences.
#[derive(Debug, Clone, PartialEq)]
pub struct FileToWrite {
    pub(super) what: Content,
    pub(super) results: ShownResults,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    Model,
    Script,
    Predictions,
    ScoresCsv,
    ScoresLatex,
}

impl ReportToWrite {
    /// The whole report; `write` makes that of the run alone.
    pub fn download(&self, write: impl FnOnce(FinishedRun) -> Report) -> Download {
        let report = write(self.results.finished())
            .with_opened(self.seal.as_ref())
            .with_studies(&self.studies)
            .with_paid(self.paying.as_ref().map(Paying::report))
            .with_many_looks(self.looking.as_ref().and_then(Looking::report));
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
            Content::ScoresCsv => {
                let csv = scores::scores_csv(&evaluation.scores);
                ("scores.csv", "text/csv", csv.into_bytes())
            }
            Content::ScoresLatex => {
                let decimals = Digits::of(&prices.series).of_errors();
                let latex =
                    scores::scores_latex(&evaluation.scores, dataset.settings.cell, decimals);
                ("scores.tex", "application/x-tex", latex.into_bytes())
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
