//! Prices that are there: from a known world, or from whoever brought them.
//!
//! Each load has a number. The newest counts: an older one's answer that comes late is dropped.

use super::load::Load;
use crate::experiment::Experiment;
use crate::lab::run::Event as RunEvent;
use crate::lab::{Lab, Notice, Phase};
use crate::market::world::{Parameters, WorldKind};
use crate::market::{Prices, Source};
use std::sync::Arc;

impl Lab {
    /// Begins a load: whatever an older one brings is no longer wanted.
    pub(super) fn next_load(&mut self) -> u32 {
        self.prices.load_number += 1;
        self.prices.load = Load::None;
        self.prices.load_number
    }

    /// Begins a load that takes its time.
    pub(super) fn start_load(&mut self) -> u32 {
        self.run.apply(RunEvent::LoadStarted);
        self.next_load()
    }

    /// Whether a load of this number is the newest.
    pub(super) fn is_newest_load(&self, load: u32) -> bool {
        self.prices.load_number == load
    }

    /// Prices may come. A load under way is no hindrance: the newer one counts.
    pub(in crate::lab) fn may_load(&self) -> bool {
        self.can_load() || self.run.phase == Phase::Loading
    }

    /// The prices are in a file, which only the visitor has: says so, and ends any load under way, so
    /// that none comes in between.
    pub(in crate::lab) fn ask_for_file(&mut self, notice: Notice) {
        self.next_load();
        self.load_failed(notice);
    }

    /// Generates a known world, with the settings' seed and, where it is on the screen, its parameters.
    pub(in crate::lab) fn load_world(&mut self, kind: WorldKind) {
        self.next_load();
        let experiment = self.run.experiment.clone().on(Source::World(kind));
        if let Some(prices) = experiment.generated() {
            self.take_over(Arc::new(prices), RunEvent::Loaded);
            self.prices_came();
        }
    }

    /// Generates the chosen world anew, with the settings' seed.
    pub(in crate::lab) fn load_world_again(&mut self) {
        if let Source::World(kind) = self.run.experiment.source {
            self.load_world(kind);
        }
    }

    pub(super) fn change_world(&mut self, parameters: Parameters) {
        let is_world = matches!(self.run.experiment.source, Source::World(_));
        if is_world && self.can_load() {
            let experiment = self.run.experiment.clone();
            self.run.apply(RunEvent::ExperimentChanged(Experiment {
                parameters,
                ..experiment
            }));
            self.load_world_again();
        }
    }

    /// The experiment and its very prices in place of what is on the screen.
    pub(in crate::lab) fn put_on_screen(&mut self, experiment: Experiment, prices: Arc<Prices>) {
        self.next_load();
        self.pending = Some(experiment.without_autorun());
        self.take_over(prices, RunEvent::Loaded);
        self.prices_came();
    }

    /// New prices, brought to the run by `event`, with the experiment that waited for them. Whoever
    /// calls this calls [`Lab::prices_came`] when all that belongs to the load is done.
    pub(super) fn take_over(
        &mut self,
        prices: Arc<Prices>,
        event: impl FnOnce(Arc<Prices>) -> RunEvent,
    ) {
        self.prices.load = Load::None;
        self.leave_questions();
        let source = prices.series.info().source.clone();
        let pending = self.pending.take();
        // The second series of a link, which waits on.
        let is_other = |waiting: &Experiment| {
            waiting.source != source && waiting.other_read() == Some(&source)
        };
        self.pending = pending.clone().filter(is_other);
        let experiment = match pending.filter(|pending| pending.source == source) {
            Some(pending) => pending,
            None => self.run.experiment.clone().on(source),
        };
        let autorun = experiment.autorun;
        let (experiment, prices) = self.beside_other(experiment, prices);
        self.run.apply(RunEvent::ExperimentChanged(experiment));
        self.run.apply(event(prices));
        if autorun && self.waiting_model.is_none() {
            self.train();
        }
    }

    /// No prices came. Prices, settings and results stay as they were.
    pub(super) fn load_failed(&mut self, notice: Notice) {
        self.prices.load = Load::None;
        let notice = self.with_complaint(notice);
        self.run.apply(RunEvent::LoadFailed(notice));
    }
}
