//! A network that was trained before: opened, matched with its prices, and judged without training.

use super::{Root, later};
use crate::app::browser;
use crate::forecast::job::forecasting_job;
use crate::market::{Prices, Source};
use crate::model_file::opened::{LARGEST_FILE_BYTES, ModelOrigin, NotItsPrices, OpenedModel};
use crate::protocol::{ToTrainer, Watch};
use crate::run::{Event, NoticeKind, Run};
use crate::text::{self, said};
use crate::words::model_file;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

impl Root {
    /// Reads a file. Whatever is wrong with it, what is on the screen stays.
    pub(super) fn open_model_file(self, file: web_sys::File) {
        if !self.may_open_model() {
            return self.notify(NoticeKind::Info, text::notices::model_while_training());
        }
        // Before anything is read: a large file would first fill the memory.
        if file.size() > LARGEST_FILE_BYTES as f64 {
            return self.notify(NoticeKind::Error, text::notices::model_too_large());
        }
        spawn_local(async move {
            let Some(bytes) = browser::bytes_of(&file).await else {
                return self.notify(NoticeKind::Error, text::notices::file_not_readable());
            };
            match OpenedModel::read(ModelOrigin::file(&file.name()), &bytes) {
                Ok(model) => self.open_model(model),
                Err(error) => self.notify(NoticeKind::Error, said(&error)),
            }
        });
    }

    fn may_open_model(self) -> bool {
        let taken = self.opening.get_untracked() || self.both.with_untracked(Option::is_some);
        !taken && self.run.with_untracked(Run::can_load)
    }

    /// Judges a network on its prices, which are loaded where that can be done.
    pub(super) fn open_model(self, model: OpenedModel) {
        if !self.may_open_model() {
            return self.notify(NoticeKind::Info, text::notices::model_while_training());
        }
        let experiment = model.experiment.clone();
        self.train_when_loaded.set_value(false);
        let loaded = self.run.with_untracked(|run| run.prices.clone());
        let fits = loaded.is_some_and(|prices| model.fit(&prices).is_ok());
        let waits_for = model_file::opened_and_needs(&model);
        self.waiting_model.set(Some(Arc::new(model)));
        if fits {
            return self.judge_model();
        }
        let to_do = match &experiment.source {
            Source::World(_) => String::new(),
            Source::AlphaVantage { .. } => {
                format!("{waits_for} {}", text::notices::model_waits_for_symbol())
            }
            Source::File { .. } => {
                format!("{waits_for} {}", text::notices::model_waits_for_file())
            }
        };
        self.load_prices_of(experiment, to_do);
    }

    /// Judges the waiting network, now that there are prices; it goes on waiting where they are not its.
    pub(super) fn judge_model(self) {
        let (Some(model), Some(prices)) = (
            self.waiting_model.get_untracked(),
            self.run.with_untracked(|run| run.prices.clone()),
        ) else {
            return;
        };
        // Prices of something else are the visitor's own choice: nothing to say about.
        if prices.series.info().source != model.experiment.source
            || !self.run.with_untracked(Run::can_train)
        {
            return;
        }
        match model.fit(&prices) {
            Ok(fitted) => {
                self.waiting_model.set(None);
                self.show_model(&model, prices, fitted.dataset);
                if let Some(note) = fitted.note {
                    self.notify(NoticeKind::Warning, said(&note));
                }
            }
            Err(error) => {
                let others = matches!(error, NotItsPrices::Others(_));
                // A known world is what it is: waiting would not help.
                if !others || matches!(model.experiment.source, Source::World(_)) {
                    self.waiting_model.set(None);
                }
                self.notify(NoticeKind::Error, said(&error));
            }
        }
    }

    fn show_model(
        self,
        model: &OpenedModel,
        prices: Arc<Prices>,
        dataset: crate::forecast::Dataset,
    ) {
        let dataset = Arc::new(dataset);
        let experiment = model.experiment.clone();
        let run = self.run.with_untracked(Run::next_id);
        self.pending.set(None);
        self.trained_prices.set_value(Some(prices));
        self.run.update(|state| {
            state.apply(Event::ExperimentChanged(experiment.clone()));
            state.apply(Event::ModelOpened {
                run,
                experiment,
                dataset: dataset.clone(),
                opening: model.opening(),
            });
        });
        let parameters = model.saved.parameters.clone();
        self.send(move || ToTrainer::Train {
            run,
            job: Box::new(forecasting_job(&dataset, parameters)),
            watch: Watch::default(),
        });
    }

    /// The waiting network is no longer wanted.
    pub(super) fn leave_model(self) {
        self.waiting_model.set(None);
        self.pending.set(None);
        self.apply(Event::NoticeDismissed);
    }

    /// New prices are there: a network may have waited for them, and a forecast in the journal.
    pub(super) fn prices_came(self) {
        self.judge_model();
        self.score_journal();
    }

    /// The same in a task of its own, so that the prices are painted first. Nothing waits before the
    /// part is there that knows how.
    pub(super) fn tell_of_prices(self) {
        if let Some(part) = self.behind.part_untracked() {
            later(move || (part.prices_came)(self));
        }
    }
}
