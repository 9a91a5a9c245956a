//! Loading prices: from Alpha Vantage or a known world.

use super::{Refused, Root};
use crate::app::fetch::{self, FetchError};
use crate::app::key::ApiKey;
use crate::experiment::Experiment;
use crate::market::alpha_vantage::AnswerError;
use crate::market::world::{self, Parameters, WorldKind};
use crate::market::{Interval, Prices, Source, normalized_symbol};
use crate::run::{Event, Notice, NoticeKind, Offer, Run};
use leptos::prelude::*;
use leptos::task::spawn_local;
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

    pub(super) fn load_weekly(self) {
        // The run's source is no help here: what was refused never became the run's.
        if let Some(Refused { symbol, key }) = self.refused.get_value() {
            self.load_from_alpha_vantage(&symbol, Interval::Weekly, Some(key));
        }
    }

    pub(super) fn load_from_alpha_vantage(
        self,
        symbol: &str,
        interval: Interval,
        key: Option<ApiKey>,
    ) {
        let load = self.next_load();
        let symbol = match normalized_symbol(symbol) {
            Ok(symbol) => symbol,
            Err(error) => return self.notify(NoticeKind::Error, error.to_string()),
        };
        let Some(key) = key else {
            return self.notify(
                NoticeKind::Error,
                "Enter your Alpha Vantage key (a free one takes a minute), or try IBM with the demo \
                 key.",
            );
        };
        self.apply(Event::LoadStarted);
        spawn_local(async move {
            let answer = fetch::fetch_series(&symbol, interval, &key).await;
            if self.load.get_value() != load {
                return;
            }
            match answer {
                Ok(series) => self.loaded(Prices {
                    series,
                    truth: None,
                }),
                Err(error @ FetchError::Answer(AnswerError::Premium)) => {
                    self.refused.set_value(Some(Refused { symbol, key }));
                    self.load_failed(&error, Some(Offer::LoadWeekly));
                }
                Err(error) => self.load_failed(&error, None),
            }
        });
    }

    pub(super) fn loaded(self, prices: Prices) {
        let source = prices.series.info().source.clone();
        self.take_over(source, Event::Loaded(Arc::new(prices)));
    }

    /// New prices of a source, brought by `event`.
    pub(super) fn take_over(self, source: Source, event: Event) {
        let autorun = self.train_when_loaded.get_value();
        self.train_when_loaded.set_value(false);
        self.import.set(None);
        self.run.update(|run| {
            let experiment = Experiment {
                autorun: false,
                ..run.experiment.clone().on(source)
            };
            run.apply(Event::ExperimentChanged(experiment));
            run.apply(event);
        });
        if autorun {
            self.train();
        }
    }

    pub(super) fn load_failed(self, error: &FetchError, offer: Option<Offer>) {
        self.train_when_loaded.set_value(false);
        let notice = Notice::error(error.to_string());
        self.apply(Event::LoadFailed(match offer {
            Some(offer) => notice.with_offer(offer),
            None => notice,
        }));
    }
}
