//! Prices that are there: from a known world, or from whoever fetched them.

use super::Root;
use crate::experiment::Experiment;
use crate::market::world::{self, Parameters, WorldKind};
use crate::market::{Prices, Source};
use crate::run::{Event, Notice, Run};
use leptos::prelude::*;
use std::sync::Arc;

impl Root {
    pub(super) fn next_load(self) -> u32 {
        self.load.update_value(|load| *load += 1);
        self.load.get_value()
    }

    pub(super) fn load_world(self, kind: WorldKind) {
        self.next_load();
        let seed = self.settings().seed;
        let experiment = self.run.with_untracked(|run| run.experiment.clone());
        let parameters = experiment.on(Source::World(kind)).parameters;
        self.loaded(world::generate_with(
            kind,
            &parameters,
            seed,
            world::DEFAULT_DAYS,
        ));
    }

    pub(super) fn change_world(self, parameters: Parameters) {
        if let Source::World(kind) = self.source()
            && self.run.with_untracked(Run::can_load)
        {
            let experiment = self.run.with_untracked(|run| run.experiment.clone());
            self.apply(Event::ExperimentChanged(Experiment {
                parameters,
                ..experiment
            }));
            self.load_world(kind);
        }
    }

    pub(super) fn loaded(self, prices: Prices) {
        let source = prices.series.info().source.clone();
        self.take_over(source, Event::Loaded(Arc::new(prices)));
    }

    /// These prices and this experiment in place of what is there.
    pub(super) fn put_on_screen(self, experiment: Experiment, prices: Arc<Prices>) {
        self.next_load();
        self.train_when_loaded.set_value(false);
        let source = experiment.source.clone();
        self.pending.set(Some(experiment));
        self.take_over(source, Event::Loaded(prices));
    }

    /// New prices of a source, brought by `event`.
    pub(super) fn take_over(self, source: Source, event: Event) {
        let autorun = self.train_when_loaded.get_value();
        self.train_when_loaded.set_value(false);
        self.import.set(None);
        let pending = self
            .pending
            .get_untracked()
            .filter(|pending| pending.source == source);
        self.pending.set(None);
        self.run.update(|run| {
            let experiment = Experiment {
                autorun: false,
                ..pending.unwrap_or_else(|| run.experiment.clone().on(source))
            };
            run.apply(Event::ExperimentChanged(experiment));
            run.apply(event);
        });
        self.tell_of_prices();
        if autorun && self.waiting_model.with_untracked(Option::is_none) {
            self.train();
        }
    }

    pub(super) fn load_failed(self, notice: Notice) {
        self.train_when_loaded.set_value(false);
        self.apply(Event::LoadFailed(notice));
    }
}
