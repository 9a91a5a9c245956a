//! What a first screen shows of an event before the code that takes it in has loaded.
//!
//! The page keeps such events and applies them to a new lab, in order, once that code is there. So nothing
//! here orders anything or has to last: it answers what the visitor did within the same moment.

use super::address::Address;
use super::event::Event;
use super::run::{Phase, Run};
use super::{Intention, Lab};
use crate::experiment::Experiment;
use crate::market::Source;
use std::sync::Arc;

impl Lab {
    /// Shows an event: an address, settings and a known world at once, prices that have to be fetched as
    /// loading, a training as one that starts. Other events change nothing.
    pub fn show_at_once(&mut self, event: &Event) {
        let shown = self.run.experiment.clone();
        match event {
            Event::Opened { fragment, .. } | Event::AddressChanged { fragment } => {
                let address = Address::read(fragment);
                self.link = address.link;
                self.show_experiment(address.experiment);
            }
            Event::Wanted(Intention::ChangeSettings(settings)) => {
                self.show_experiment(Experiment {
                    settings: settings.clone(),
                    ..shown
                })
            }
            Event::Wanted(Intention::SealLastDays(sealed)) => self.show_experiment(Experiment {
                sealed: *sealed,
                ..shown
            }),
            Event::Wanted(Intention::LoadWorld(kind)) => {
                self.show_experiment(shown.on(Source::World(*kind)));
            }
            Event::Wanted(Intention::TryDemo | Intention::LoadPrices { .. }) => {
                self.run.phase = Phase::Loading;
            }
            Event::Wanted(Intention::Train) if self.run.prices.is_some() => {
                self.run.phase = Phase::Training;
            }
            _ => {}
        }
    }

    /// The experiment, with the prices of its world where it is of one. Those of any other source are
    /// still to come.
    fn show_experiment(&mut self, experiment: Experiment) {
        let shown = self.run.prices_of(&experiment).cloned();
        let prices = shown.or_else(|| experiment.generated().map(Arc::new));
        self.run = Run::new(experiment);
        self.run.phase = match prices.is_some() {
            true => Phase::Ready,
            false => Phase::Loading,
        };
        self.run.prices = prices;
    }
}
