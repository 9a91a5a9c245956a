//! A network from a file: opened, matched with its prices, judged without training.

use super::file::{FileId, GivenFile};
use super::pool::TrainerId;
use super::training::TrainingMessage;
use super::training::work::TrainingWork;
use super::{Command, Lab, Lease, Message, NoticeKind, Work, run};
use crate::forecast::Dataset;
use crate::forecast::job::forecasting_job;
use crate::market::{Prices, Source};
use crate::model_file::opened::{LARGEST_FILE_BYTES, NotItsPrices, OpenedModel};
use crate::model_file::safetensors::ModelFileError;
use crate::protocol::Watch;
use std::sync::Arc;

impl Lab {
    /// Reads a file as a network. Whatever is wrong with it, what is on the screen stays.
    pub(super) fn open_model_file(&mut self, file: GivenFile) {
        if !self.may_open_model() {
            return self.notify(NoticeKind::Info, TrainingMessage::ModelWhileTraining);
        }
        // Before anything is read: a large file would first fill the memory.
        if file.size > LARGEST_FILE_BYTES as u64 {
            return self.notify(NoticeKind::Error, TrainingMessage::ModelTooLarge);
        }
        self.order(Command::ReadFile(file.id));
        self.model_file_awaited = Some(file);
    }

    /// Whether these bytes are awaited as a network's.
    pub(super) fn awaits_model_file(&self, file: FileId) -> bool {
        let awaited = self.model_file_awaited.as_ref();
        awaited.is_some_and(|awaited| awaited.id == file)
    }

    pub(super) fn model_file_read(&mut self, bytes: Option<Vec<u8>>) {
        let Some(file) = self.model_file_awaited.clone() else {
            return;
        };
        match bytes {
            Some(bytes) => {
                let work = TrainingWork::ReadModel { file, bytes };
                self.order(Command::Do(Work::Training(work)));
            }
            None => {
                self.model_file_awaited = None;
                self.notify(NoticeKind::Error, TrainingMessage::ModelFileNotReadable);
            }
        }
    }

    pub(super) fn model_file_checked(
        &mut self,
        file: FileId,
        model: Result<Box<OpenedModel>, ModelFileError>,
    ) {
        if !self.awaits_model_file(file) {
            return;
        }
        self.model_file_awaited = None;
        match model {
            Ok(model) => self.open_model(*model),
            Err(error) => self.notify(NoticeKind::Error, TrainingMessage::ModelRefused(error)),
        }
    }

    fn may_open_model(&self) -> bool {
        self.lease.is_free() && self.can_load()
    }

    /// Judges a network on its prices, which are loaded where that can be done.
    pub(super) fn open_model(&mut self, model: OpenedModel) {
        if !self.may_open_model() {
            return self.notify(NoticeKind::Info, TrainingMessage::ModelWhileTraining);
        }
        let model = Arc::new(model);
        self.waiting_model = Some(model.clone());
        let loaded = self.run.prices.as_ref();
        if loaded.is_some_and(|prices| model.fit(prices).is_ok()) {
            return self.judge_model();
        }
        let experiment = model.experiment.clone();
        let to_do = match experiment.source {
            Source::World(_) => None,
            _ => Some(Message::Training(TrainingMessage::ModelWaits(model))),
        };
        self.load_prices_of(experiment, to_do);
    }

    /// Judges the waiting network, now that there are prices; it goes on waiting where they are not its.
    fn judge_model(&mut self) {
        let (Some(model), Some(prices)) = (self.waiting_model.clone(), self.run.prices.clone())
        else {
            return;
        };
        // Prices of something else are the visitor's own choice: nothing to say about.
        if prices.series.info().source != model.experiment.source || !self.can_train() {
            return;
        }
        match model.fit(&prices) {
            Ok(fitted) => {
                self.waiting_model = None;
                self.show_model(&model, prices, fitted.dataset);
                if let Some(note) = fitted.note {
                    self.notify(NoticeKind::Warning, TrainingMessage::ModelShown(note));
                }
            }
            Err(error) => {
                let waiting_helps = match &error {
                    // A known world is what it is.
                    NotItsPrices::Others(_) => !matches!(model.experiment.source, Source::World(_)),
                    NotItsPrices::Other { .. } => true,
                    _ => false,
                };
                if !waiting_helps {
                    self.waiting_model = None;
                }
                self.notify(NoticeKind::Error, TrainingMessage::NotItsPrices(error));
            }
        }
    }

    fn show_model(&mut self, model: &OpenedModel, prices: Arc<Prices>, dataset: Dataset) {
        let run = self.next_training_id();
        let experiment = model.experiment.clone();
        let job = forecasting_job(&dataset, model.saved.parameters.clone());
        self.pending = None;
        self.trained_prices = Some(prices);
        self.run
            .apply(run::Event::ExperimentChanged(experiment.clone()));
        self.run.apply(run::Event::ModelOpened {
            run,
            experiment,
            dataset: Arc::new(dataset),
            opening: model.opening(),
        });
        self.lease = Lease::Run { run };
        self.order_training(TrainerId::OWN, run, job, Watch::default());
    }

    /// The waiting network is no longer wanted.
    pub(super) fn leave_model(&mut self) {
        self.waiting_model = None;
        self.pending = None;
        self.run.dismiss_notice();
    }

    /// New prices are on the screen: a network may have waited for them, and a forecast in the journal
    /// for its day.
    pub(super) fn prices_came(&mut self) {
        self.judge_model();
        self.score_journal();
    }
}
