//! The second series, which a network can read beside the first: kept out of what is on the screen, found for a link
//! where that needs no press, and put beside whatever prices come.

use super::PriceMessage;
use super::api_key::ApiKey;
use super::load::{HistoryLoad, Load, Waiter};
use super::wanted::Wanted;
use crate::experiment::Experiment;
use crate::forecast::settings::Input;
use crate::lab::run::Event as RunEvent;
use crate::lab::{Lab, Message, NoticeKind};
use crate::market::alpha_vantage::History;
use crate::market::{Prices, Series, Source};
use std::sync::Arc;

fn is_same(one: Option<&Arc<Series>>, other: Option<&Arc<Series>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => Arc::ptr_eq(one, other) || one == other,
        (None, None) => true,
        _ => false,
    }
}

fn beside(prices: Arc<Prices>, other: Option<&Arc<Series>>) -> Arc<Prices> {
    if is_same(prices.series.other(), other) {
        return prices;
    }
    Arc::new(Prices {
        series: prices.series.clone().beside(other.cloned()),
        truth: prices.truth.clone(),
    })
}

impl Lab {
    /// Keeps the prices on the screen as the second series.
    pub(super) fn keep_as_other(&mut self) {
        let Some(prices) = self.run.prices.as_ref().filter(|_| self.can_load()) else {
            return;
        };
        let other = Arc::new(prices.series.clone().beside(None));
        self.run.apply(RunEvent::ExperimentChanged(Experiment {
            other: Some(other.info().source.clone()),
            ..self.run.experiment.clone()
        }));
        let source = other.info().source.clone();
        self.choose_other(Some(other));
        match self.pending.clone() {
            // A link waited for it: on to its first series.
            Some(waiting) if waiting.other_read() == Some(&source) => {
                self.load_experiment(waiting);
            }
            // A network may have waited for it.
            _ => self.prices_came(),
        }
    }

    /// Lets go of the second series. What reads it is no longer asked for either.
    pub(super) fn remove_other(&mut self) {
        if !self.can_load() {
            return;
        }
        let mut experiment = self.run.experiment.clone();
        experiment.other = None;
        let inputs = experiment.settings.inputs;
        experiment.settings.inputs = inputs.with(Input::Other, false);
        self.run.apply(RunEvent::ExperimentChanged(experiment));
        self.choose_other(None);
    }

    fn choose_other(&mut self, other: Option<Arc<Series>>) {
        self.prices.other.clone_from(&other);
        self.run.apply(RunEvent::OtherChanged(other));
    }

    /// Prices beside the second series that an experiment reads: the one that they had beside them, or the one that
    /// is kept. Where it reads none they are beside the one that is kept, to be chosen.
    pub(in crate::lab) fn with_other(
        &self,
        experiment: &Experiment,
        prices: Arc<Prices>,
    ) -> Arc<Prices> {
        let wanted = experiment.other_read();
        let fits = |other: &&Arc<Series>| wanted.is_none_or(|it| *it == other.info().source);
        let own = prices.series.other().filter(|_| wanted.is_some());
        let own = own.filter(fits).cloned();
        let other = own.or_else(|| self.prices.other.as_ref().filter(fits).cloned());
        beside(prices, other.as_ref())
    }

    /// The same, with the experiment that names what is beside its prices now. A second series that is kept stays
    /// so, unless the experiment reads another one.
    pub(super) fn beside_other(
        &mut self,
        mut experiment: Experiment,
        prices: Arc<Prices>,
    ) -> (Experiment, Arc<Prices>) {
        let prices = self.with_other(&experiment, prices);
        self.prices.other = prices.series.other().cloned();
        if let Some(other) = &self.prices.other {
            experiment.other = Some(other.info().source.clone());
        }
        (experiment, prices)
    }

    /// Where the experiment on the screen was changed without its prices: these are beside what it reads.
    pub(in crate::lab) fn settle_other(&mut self) {
        let Some(prices) = self.run.prices.clone().filter(|_| self.can_load()) else {
            return;
        };
        let is_settled = match (prices.series.other(), &self.prices.other) {
            (None, None) => true,
            (Some(beside), Some(kept)) => {
                Arc::ptr_eq(beside, kept)
                    && self.run.experiment.other.as_ref() == Some(&kept.info().source)
            }
            _ => false,
        };
        if is_settled {
            return;
        }
        let (experiment, _) = self.beside_other(self.run.experiment.clone(), prices);
        self.run.apply(RunEvent::ExperimentChanged(experiment));
        self.run
            .apply(RunEvent::OtherChanged(self.prices.other.clone()));
    }

    /// The second series that an experiment names and that is not at hand.
    pub(in crate::lab) fn other_to_find(&self, experiment: &Experiment) -> Option<Source> {
        let kept = self.prices.other.as_ref().map(|kept| &kept.info().source);
        let wanted = experiment.other.as_ref();
        wanted.filter(|wanted| kept != Some(*wanted)).cloned()
    }

    /// Finds the second series of an experiment, and goes on with the first. A link has it where a copy is kept or
    /// the public key serves it; a press asks with the visitor's own key. A file, or a world, which is made by
    /// parameters and a seed of its own, only the visitor can bring.
    pub(in crate::lab) fn find_other(
        &mut self,
        wanted: Source,
        experiment: Experiment,
        to_do: Option<Message>,
    ) {
        let (symbol, history) = match &wanted {
            Source::AlphaVantage { symbol, interval } => {
                (symbol.clone(), History::of_interval(*interval))
            }
            Source::Pair(pair) => (pair.to_string(), History::of_pair(pair.kind)),
            Source::World(_) | Source::File { .. } => {
                self.tell_other_wanted(wanted);
                return self.load_first_of(experiment, to_do);
            }
        };
        let own = self.prices.key().filter(|_| to_do.is_some()).cloned();
        let demo = history.is_example(&symbol).then(ApiKey::demo);
        let load = self.start_load();
        self.prices.load = Load::History(HistoryLoad {
            wanted: Wanted {
                symbol,
                history,
                key: own.or(demo),
                refresh: false,
            },
            waiter: Waiter::Other {
                wanted,
                experiment: Box::new(experiment),
                to_do,
            },
            copies: Vec::new(),
        });
        self.find_next_copy(load, None);
    }

    /// The second series is there, or will not be: on to the first.
    pub(super) fn other_found(&mut self, waiter: Waiter, found: Option<Series>) {
        let Waiter::Other {
            wanted,
            experiment,
            to_do,
        } = waiter
        else {
            return;
        };
        match found {
            Some(series) => self.prices.other = Some(Arc::new(series)),
            None => self.tell_other_wanted(wanted),
        }
        // The settings may have been changed meanwhile: then these count, as with the first series.
        let experiment = self.pending.clone().unwrap_or_else(|| Experiment {
            settings: self.run.experiment.settings.clone(),
            ..*experiment
        });
        self.load_first_of(experiment, to_do);
    }

    /// Says it with whatever is said of the first series.
    pub(in crate::lab) fn tell_other_wanted(&mut self, wanted: Source) {
        let message = PriceMessage::OtherWanted(wanted);
        self.notify(NoticeKind::Warning, message.clone());
        self.complaint.get_or_insert(message.into());
    }

    /// The prices of this experiment are a file that is on the screen: they are taken as they were read. Whether they
    /// are there.
    pub(in crate::lab) fn file_is_on_screen(&mut self, experiment: &Experiment) -> bool {
        let run = &self.run;
        let (Some(prices), Some(report)) = (run.prices_of(experiment), &run.data_report) else {
            return false;
        };
        let (prices, report) = match &run.adjustment {
            Some(adjustment) => (adjustment.raw.clone(), adjustment.raw_report.clone()),
            None => (prices.clone(), report.clone()),
        };
        self.next_load();
        self.take_over(prices, |prices| RunEvent::FileLoaded { prices, report });
        self.prices_came();
        true
    }
}
