//! Opening the page: the address, what follows from it, and the link that is copied.

use super::{CopyOutcome, Root, later, shared_fragment};
use crate::app::browser;
use crate::app::desk::Wanted;
use crate::app::key::ApiKey;
use crate::app::trainer::Trainer;
use crate::experiment::Experiment;
use crate::market::Source;
use crate::market::alpha_vantage::{EXAMPLE_SYMBOL, History};
use crate::run::{Event, Notice, NoticeKind, Phase};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// How long "Link copied" stays.
const COPIED_SHOWN_MS: u32 = 4_000;

impl Root {
    pub(super) fn open(self) {
        // Tasks of their own, so that none is long: the page is painted first, then its prices are
        // made and drawn, and only then starts the worker, whose engine is large.
        request_animation_frame(move || {
            later(move || {
                self.load_as_addressed();
                later(move || {
                    self.with_trainer(Trainer::start);
                });
            });
        });
    }

    pub(super) fn load_as_addressed(self) {
        let autorun = self.run.with_untracked(|run| run.experiment.autorun);
        self.train_when_loaded.set_value(autorun);
        match self.source() {
            Source::World(kind) => self.load_world(kind),
            Source::AlphaVantage { symbol, interval } => {
                // The demo key needs no asking; any other key is the visitor's to give.
                let key = self
                    .keys
                    .get()
                    .or_else(|| (symbol == EXAMPLE_SYMBOL).then(ApiKey::demo));
                let without_key = Notice::info(format!(
                    "This link is about the prices of {symbol}. Enter your free Alpha Vantage key \
                     and press Load prices."
                ));
                let wanted = Wanted {
                    symbol,
                    history: History::of_interval(interval),
                    key,
                    refresh: false,
                };
                self.load_history(wanted, without_key);
            }
            Source::File { name } => self.ask_for_file(&name),
        }
    }

    pub(super) fn follow_address(self) {
        let on_change = Closure::<dyn FnMut()>::new(move || {
            let (experiment, complaints) = Experiment::from_fragment(&browser::fragment());
            let current = self.run.with_untracked(|run| run.experiment.clone());
            if shared_fragment(&experiment) == shared_fragment(&current) && !experiment.autorun {
                browser::replace_fragment(&shared_fragment(&current));
                return self.complain(&complaints);
            }
            if self.phase() == Phase::Training {
                browser::replace_fragment(&shared_fragment(&current));
                self.notify(
                    NoticeKind::Info,
                    "A training is running. Stop it, then open the link again.",
                );
                return;
            }
            let same_prices = experiment.source == current.source
                && experiment.parameters == current.parameters
                && (experiment.settings.seed == current.settings.seed
                    || !matches!(current.source, Source::World(_)))
                && self.run.with_untracked(|run| run.prices.is_some());
            let autorun = experiment.autorun;
            self.apply(Event::ExperimentChanged(experiment));
            if !same_prices {
                self.load_as_addressed();
            } else if autorun {
                self.train();
            }
            self.complain(&complaints);
        });
        let _ = window()
            .add_event_listener_with_callback("hashchange", on_change.as_ref().unchecked_ref());
        // The root lives as long as the page.
        on_change.forget();
    }

    /// Puts a past run back as its link would.
    pub(super) fn restore(self, run: u32) {
        let fragment = self
            .session
            .with_untracked(|session| session.run(run).map(|run| run.experiment.to_fragment()));
        if let Some(fragment) = fragment {
            browser::go_to_fragment(&fragment);
        }
    }

    /// Bad values of an address, each with the default it fell back to.
    pub(super) fn complain(self, complaints: &[String]) {
        if !complaints.is_empty() {
            self.notify(NoticeKind::Warning, complaints.join(" "));
        }
    }

    pub(super) fn copy_link(self) {
        let link = browser::address_with(
            &self
                .run
                .with_untracked(|run| shared_fragment(&run.experiment)),
        );
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
