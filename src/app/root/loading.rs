//! Prices that are there: from a known world, or from whoever fetched them.

use super::Root;
use crate::experiment::Experiment;
use crate::market::Prices;
use crate::market::world::{self, WorldKind};
use crate::run::{Event, Notice};
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
        self.loaded(world::generate(kind, seed, world::DEFAULT_DAYS));
    }

    pub(super) fn loaded(self, prices: Prices) {
        let source = prices.series.info().source.clone();
        let autorun = self.train_when_loaded.get_value();
        self.train_when_loaded.set_value(false);
        self.run.update(|run| {
            let experiment = Experiment {
                source,
                autorun: false,
                ..run.experiment.clone()
            };
            run.apply(Event::ExperimentChanged(experiment));
            run.apply(Event::Loaded(Arc::new(prices)));
        });
        if autorun {
            self.train();
        }
    }

    pub(super) fn load_failed(self, notice: Notice) {
        self.train_when_loaded.set_value(false);
        self.apply(Event::LoadFailed(notice));
    }
}
