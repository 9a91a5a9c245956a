//! Opening the page: the address, what follows from it, and the link that is copied.

use super::{CopyOutcome, Root, later, shared_fragment};
use crate::app::browser;
use crate::app::desk::Wanted;
use crate::app::key::ApiKey;
use crate::app::trainer::Trainer;
use crate::experiment::Experiment;
use crate::forecast::odometer::SeriesId;
use crate::guide::GuideLink;
use crate::market::Source;
use crate::market::alpha_vantage::{EXAMPLE_SYMBOL, History};
use crate::run::{Event, Notice, NoticeKind, Phase, Run};
use crate::text;
use crate::words::address;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// How long "Link copied" stays.
const COPIED_SHOWN_MS: u32 = 4_000;

impl Root {
    pub(super) fn open(self) {
        // What earlier visits left is brought back once what does it is there.
        Effect::new(move |_| {
            if let Some(part) = self.behind.part() {
                later(move || (part.bring_back)(self));
            }
        });
        // Tasks of their own, so that none is long: the page is painted first, then its prices are
        // made while the rest of the page loads, and only then starts the worker, whose engine is
        // large and would keep the first chart waiting.
        request_animation_frame(move || {
            later(move || {
                spawn_local(async move {
                    self.behind.load().await;
                    later(move || {
                        self.with_trainer(Trainer::start);
                    });
                });
                later(move || self.load_as_addressed());
            });
        });
    }

    /// Loads what the page was opened with.
    fn load_as_addressed(self) {
        self.load_experiment(self.run.with_untracked(|run| run.experiment.clone()));
    }

    /// Loads the prices of an experiment, which becomes the run's when they are there. Until then, and
    /// where they never come, source and settings stay those of the prices on the screen.
    fn load_experiment(self, experiment: Experiment) {
        self.train_when_loaded.set_value(experiment.autorun);
        let experiment = Experiment {
            autorun: false,
            ..experiment
        };
        let to_do = match &experiment.source {
            Source::World(_) => String::new(),
            Source::AlphaVantage { symbol, .. } => text::notices::link_to_symbol(symbol),
            Source::File { name } => text::notices::link_to_file(name),
        };
        self.load_prices_of(experiment, to_do);
    }

    /// Loads the prices of an experiment, which becomes the run's with them; or says what the visitor
    /// has to do for them: give a key, or open a file.
    pub(super) fn load_prices_of(self, experiment: Experiment, to_do: String) {
        self.pending.set(Some(experiment.clone()));
        match experiment.source.clone() {
            Source::World(kind) => {
                // Made here and now, so nothing can come between.
                self.apply(Event::ExperimentChanged(experiment));
                self.load_world(kind);
            }
            Source::AlphaVantage { symbol, interval } => {
                // The demo key needs no asking; any other key is the visitor's to give.
                let key = self
                    .keys
                    .get()
                    .or_else(|| (symbol == EXAMPLE_SYMBOL).then(ApiKey::demo));
                let wanted = Wanted {
                    symbol,
                    history: History::of_interval(interval),
                    key,
                    refresh: false,
                };
                self.behind(move |part| (part.load_history)(self, wanted, Notice::info(to_do)));
            }
            Source::File { .. } => {
                // An older load must not come in between any more: it ends here, and where none runs,
                // this is a notice.
                self.next_load();
                self.load_failed(Notice::info(to_do));
            }
        }
    }

    pub(super) fn follow_address(self) {
        let on_change = Closure::<dyn FnMut()>::new(move || {
            let fragment = browser::fragment();
            let (experiment, errors) = Experiment::from_fragment(&fragment);
            let (link, also) = GuideLink::from_fragment(&fragment);
            let complaints = address::complaints(&errors, &also);
            self.guide.follow(link);
            self.open_experiment(experiment);
            self.complain(&complaints);
            // Whatever became of it, the address says what the page shows.
            browser::replace_fragment(&self.fragment());
        });
        let _ = window()
            .add_event_listener_with_callback("hashchange", on_change.as_ref().unchecked_ref());
        // The root lives as long as the page.
        on_change.forget();
    }

    fn open_experiment(self, experiment: Experiment) {
        let current = self.run.with_untracked(|run| run.experiment.clone());
        if shared_fragment(&experiment) == shared_fragment(&current) && !experiment.autorun {
            return;
        }
        if self.phase() == Phase::Training {
            return self.notify(NoticeKind::Info, text::notices::link_while_training());
        }
        if self.run.with_untracked(Run::is_studying) {
            return self.notify(NoticeKind::Info, text::notices::link_while_studying());
        }
        let same_prices = experiment.source == current.source
            && experiment.parameters == current.parameters
            && (experiment.settings.seed == current.settings.seed
                || !matches!(current.source, Source::World(_)))
            && self.run.with_untracked(|run| run.prices.is_some());
        if !same_prices {
            return self.load_experiment(experiment);
        }
        let autorun = experiment.autorun;
        self.apply(Event::ExperimentChanged(experiment));
        if autorun {
            self.train();
        }
    }

    /// Puts a past run's prices and settings back.
    pub(super) fn restore(self, number: u32) {
        let past = self
            .session
            .with_untracked(|session| session.run(number).cloned());
        let Some(past) = past.filter(|_| self.run.with_untracked(Run::can_load)) else {
            return;
        };
        let loaded = self
            .run
            .with_untracked(|run| run.prices.as_deref().map(SeriesId::of));
        if loaded == Some(past.series) {
            let current = self.run.with_untracked(|run| run.experiment.clone());
            return self.apply(Event::ExperimentChanged(Experiment {
                settings: past.experiment.settings,
                sealed: past.experiment.sealed,
                ..current
            }));
        }
        // The very prices of that run: asking again might bring others.
        self.put_on_screen(past.experiment, past.prices);
    }

    /// Bad values of an address, each with the default it fell back to.
    pub(super) fn complain(self, complaints: &[String]) {
        if !complaints.is_empty() {
            self.notify(NoticeKind::Warning, complaints.join(" "));
        }
    }

    pub(super) fn copy_link(self, fragment: &str) {
        let link = browser::address_with(fragment);
        spawn_local(async move {
            let outcome = match browser::copy_text(&link).await {
                true => CopyOutcome::Copied,
                false => CopyOutcome::Shown(link),
            };
            self.copied.set(outcome);
            TimeoutFuture::new(COPIED_SHOWN_MS).await;
            self.copied.update(|outcome| {
                if *outcome == CopyOutcome::Copied {
                    *outcome = CopyOutcome::None;
                }
            });
        });
    }
}
